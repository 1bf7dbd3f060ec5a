#include "core/date.hpp"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

using namespace std::chrono_literals;

TEST(PartialDate, KeepsWhatIsKnownAndNoMore)
{
    EXPECT_EQ(PartialDate::from_iso("2024-03-05")->iso(), "2024-03-05");
    EXPECT_EQ(PartialDate::from_iso("2024-03")->iso(), "2024-03");
    EXPECT_EQ(PartialDate::from_iso("2024")->iso(), "2024");
    EXPECT_EQ(PartialDate::from_iso("--05-10")->iso(), "--05-10");
    EXPECT_EQ(PartialDate::from_iso("--05")->iso(), "--05");
}

TEST(PartialDate, RefusesDaysThatAreOnNoCalendar)
{
    for (const char* text : {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-01", "", "24-01-01", "2024-1-1", "2024-01-01x", "--", "--32"})
        EXPECT_FALSE(PartialDate::from_iso(text)) << text;
}

TEST(PartialDate, MayBeTheLeapDayOfAnUnknownYear)
{
    EXPECT_EQ(PartialDate::from_iso("--02-29")->iso(), "--02-29");
    EXPECT_FALSE(PartialDate::from_iso("--02-29")->full_day());
}

TEST(DateRange, OfAMonthSpansItsDays)
{
    const auto range = DateRange::at(*PartialDate::from_iso("2024-02"));

    EXPECT_EQ(range.precision, DatePrecision::month);
    EXPECT_EQ(to_iso(*range.first_day()), "2024-02-01");
    EXPECT_EQ(to_iso(*range.last_day()), "2024-02-29");
}

TEST(DateRange, UnknownHasNoDay)
{
    EXPECT_FALSE(DateRange::unknown().is_known());
    EXPECT_FALSE(DateRange::unknown().first_day());
}

}  // namespace
}  // namespace sitrep
