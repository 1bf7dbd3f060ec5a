// Days of the Islamic calendar, against days that are known.
#include "when/hijri.hpp"

#include <gtest/gtest.h>

namespace sitrep::when {
namespace {

using namespace std::chrono_literals;

TEST(HijriMonth, BeginsWhereTheCalendarOfUmmAlQuraHasIt)
{
    EXPECT_EQ(hijri_month(1445, 9)->first, Day{2024y / 3 / 11});
    EXPECT_EQ(hijri_month(1445, 9)->last, Day{2024y / 4 / 9});
    EXPECT_EQ(hijri_month(1445, 10)->first, Day{2024y / 4 / 10});
    EXPECT_EQ(hijri_month(1445, 1)->first, Day{2023y / 7 / 19});
}

TEST(HijriMonth, FollowsTheOneBeforeWithoutAGap)
{
    for (int year = 1350; year < 1500; ++year)
        for (unsigned month = 1; month <= 12; ++month) {
            const auto here = hijri_month(year, month), next = month == 12 ? hijri_month(year + 1, 1) : hijri_month(year, month + 1);
            const auto days = (here->last - here->first).count() + 1;
            ASSERT_EQ(here->last + std::chrono::days{1}, next->first);
            ASSERT_TRUE(days == 29 || days == 30) << year << '-' << month;
            ASSERT_EQ(hijri_year_of(here->last), year);
        }
}

TEST(HijriMonth, IsNothingOutsideTheCalendar)
{
    EXPECT_FALSE(hijri_month(2024, 5));
    EXPECT_FALSE(hijri_month(1445, 13));
    EXPECT_FALSE(hijri_month(1445, 0));
}

}  // namespace
}  // namespace sitrep::when
