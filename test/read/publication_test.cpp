// Printed dates of publication.
#include "read/parts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::read {
namespace {

std::string read(std::string_view printed)
{
    const auto publication = publication_from(printed);
    if (!publication) return "nothing";
    std::string out = to_iso(publication->day);
    if (publication->time_of_day) {
        const auto seconds = publication->time_of_day->count();
        char clock[16];
        std::snprintf(clock, sizeof clock, " %02d:%02d:%02d", int(seconds / 3600), int(seconds / 60 % 60), int(seconds % 60));
        out += clock;
    }
    return out;
}

TEST(Publication, IsReadFromMailAndFeedHeaders)
{
    EXPECT_EQ(read("Tue, 05 Mar 2024 10:00:00 GMT"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("Tue, 5 Mar 2024 10:00:00 +0300 (EEST)"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("05 Mar 24 10:00 UT"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("Tue Mar  5 10:00:00 2024"), "2024-03-05 10:00:00");
}

TEST(Publication, IsReadFromIsoForms)
{
    EXPECT_EQ(read("2024-03-05"), "2024-03-05");
    EXPECT_EQ(read("2024-03-05T10:00:00Z"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("2024-03-05T10:00:00.123+03:00"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("2024-03-05 10:00"), "2024-03-05 10:00:00");
    EXPECT_EQ(read("2024/3/5"), "2024-03-05");
    EXPECT_EQ(read("20240305"), "2024-03-05");
    EXPECT_EQ(read("20240305T100000Z"), "2024-03-05 10:00:00");
}

TEST(Publication, KeepsTheDayAsPrintedWhateverItsOffset)
{
    EXPECT_EQ(read("2024-03-05T00:30:00+03:00"), "2024-03-05 00:30:00");
    EXPECT_EQ(read("Tue, 05 Mar 2024 23:30:00 -0800"), "2024-03-05 23:30:00");
}

TEST(Publication, IsReadAsPeoplePrintIt)
{
    EXPECT_EQ(read("5 March 2024"), "2024-03-05");
    EXPECT_EQ(read("March 5th, 2024"), "2024-03-05");
    EXPECT_EQ(read("Tuesday, March 5, 2024 at 10:05 PM"), "2024-03-05 22:05:00");
    EXPECT_EQ(read("12:05 am, 5 Sept 2024"), "2024-09-05 00:05:00");
    EXPECT_EQ(read("05.03.2024"), "2024-03-05");
    EXPECT_EQ(read("Published: 5 March 2024"), "2024-03-05");
}

TEST(Publication, IsReadInArabicWithAllFamiliesOfMonths)
{
    EXPECT_EQ(read("5 مارس 2024"), "2024-03-05");
    EXPECT_EQ(read("الثلاثاء ٥ آذار ٢٠٢٤"), "2024-03-05");
    EXPECT_EQ(read("5 آذار/مارس 2024"), "2024-03-05");
    EXPECT_EQ(read("3 كانون الثاني 2024"), "2024-01-03");
    EXPECT_EQ(read("3 كانون الأول 2023 - 10:20 مساءً"), "2023-12-03 22:20:00");
    EXPECT_EQ(read("1 تشرين الثاني، 2023"), "2023-11-01");
    EXPECT_EQ(read("7 جويلية 2023"), "2023-07-07");
}

TEST(Publication, OfADayThatMayBeAMonthIsNothingRatherThanAGuess)
{
    EXPECT_EQ(read("05/03/2024"), "nothing");
    EXPECT_EQ(read("25/03/2024"), "2024-03-25");
    EXPECT_EQ(read("03/25/2024"), "2024-03-25");
    EXPECT_EQ(read("04/04/2024"), "2024-04-04");
}

TEST(Publication, OfWhatIsNoDateIsNothing)
{
    for (const auto* text : {"", "yesterday", "2024", "March 2024", "31 February 2024", "2024-13-01", "1709633000", "5 March 2024 and 6 March 2024", "10:00", "25:00 5 March 2024",
                             "99999999999999999999", "5 آذار/نيسان 2024", "::::", "0000-00-00"})
        EXPECT_EQ(read(text), "nothing") << text;
    EXPECT_EQ(read(std::string(1 << 20, '1')), "nothing");
}

TEST(Publication, IsNoneWhereTheHourIsNoHour)
{
    EXPECT_FALSE(publication_from("5 March 2024 2018030:00"));
    EXPECT_FALSE(publication_from("999999999:59"));
}

}  // namespace
}  // namespace sitrep::read
