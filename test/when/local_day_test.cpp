// Late in universal time it is the next day in Damascus, and still the day before in no place that lies in two zones.
#include "when/local_day.hpp"

#include <gtest/gtest.h>

namespace sitrep::when {
namespace {

using namespace std::chrono_literals;

constexpr Day sunday = Day{2024y / 3 / 3};

Publication in_utc(std::chrono::seconds time) { return {.day = sunday, .time_of_day = time, .in_utc = true}; }

TEST(DayIn, IsTheNextDayInTheEastLateInUniversalTime)
{
    EXPECT_EQ(day_in(in_utc(22h + 30min), "SY"), sunday + std::chrono::days{1});
    EXPECT_EQ(day_in(in_utc(20h + 30min), "SY"), sunday);
    EXPECT_EQ(day_in(in_utc(22h + 30min), "ML"), sunday);
}

TEST(DayIn, IsTheDayBeforeInTheWestEarlyInUniversalTime)
{
    EXPECT_EQ(day_in(in_utc(3h), "CO"), sunday - std::chrono::days{1});
}

TEST(DayIn, IsThePrintedOneWhereTheClockIsLocalOrTheZonesDisagree)
{
    EXPECT_EQ(day_in({.day = sunday, .time_of_day = 22h}, "SY"), sunday);
    EXPECT_EQ(day_in({.day = sunday, .time_of_day = std::nullopt, .in_utc = true}, "SY"), sunday);
    EXPECT_EQ(day_in(in_utc(17h), "RU"), sunday);
    EXPECT_EQ(day_in(in_utc(23h), ""), sunday);
    EXPECT_EQ(day_in(in_utc(23h), "XX"), sunday);
}

}  // namespace
}  // namespace sitrep::when
