// Tables of reports.
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

TEST(Table, GivesOneReportARow)
{
    const auto collected = collected_by(read_csv, piece_with("id,title,text,date,source\r\n1,Two killed,\"Gunmen, on motorcycles,\nkilled \"\"two\"\"\",2024-03-05,Example\r\n2,,Another,,\r\n"));

    ASSERT_EQ(collected.reports.size(), 2u);
    EXPECT_EQ(collected.reports[0].report.document, "Two killed\nGunmen, on motorcycles,\nkilled \"two\"");
    EXPECT_EQ(to_iso(collected.reports[0].report.published->day), "2024-03-05");
    EXPECT_EQ(collected.reports[0].report.publisher, "Example");
    EXPECT_EQ(collected.reports[1].report.external_id, "2");
    EXPECT_EQ(collected.reports[1].original.origin, "input, line 4");
    EXPECT_EQ(collected.reports[1].original.bytes, "2,,Another,,");
}

TEST(Table, IsCutBySemicolonsTabsAndBarsToo)
{
    for (const std::string delimiter : {";", "\t", "|"}) {
        const auto collected = collected_by(read_csv, piece_with("id" + delimiter + "text\n1" + delimiter + "Two, killed\n"));

        ASSERT_EQ(collected.reports.size(), 1u) << delimiter;
        EXPECT_EQ(collected.reports[0].report.text(), "Two, killed");
    }
}

TEST(Table, IsKnownByItsArabicHeader)
{
    const auto collected = collected_by(read_csv, piece_with("\xEF\xBB\xBFالعنوان,النص,التاريخ,المصدر,الرابط\nقتلى,قتل اثنان,2024-03-05,شبكة,https://example.org\n"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.document, "قتلى\nقتل اثنان");
    EXPECT_EQ(collected.reports[0].report.publisher, "شبكة");
    EXPECT_EQ(collected.reports[0].report.url, "https://example.org");
}

TEST(Table, FollowsAMapping)
{
    Options options;
    options.csv.text = "What happened";
    const auto collected = collected_by(read_csv, piece_with("text,What happened\nno,yes\n"), options);

    EXPECT_EQ(collected.reports.at(0).report.text(), "yes");
}

TEST(Table, WithoutTheMappedColumnIsRefusedWithItsColumns)
{
    Options options;
    options.csv.text = "Body";
    const auto collected = collected_by(read_csv, piece_with("id,words\n1,a\n"), options);

    ASSERT_EQ(collected.refusals.size(), 1u);
    EXPECT_NE(collected.refusals[0].why.find("id, words"), std::string::npos);
}

TEST(Table, WithoutATextColumnIsRefused) { EXPECT_EQ(collected_by(read_csv, piece_with("a,b\n1,2\n")).refusals.size(), 1u); }

TEST(Table, RefusesARowWithoutTextAndReadsTheRest)
{
    const auto collected = collected_by(read_csv, piece_with("id,text\n1,\n\n2,b\n"));

    EXPECT_EQ(collected.reports.size(), 1u);
    ASSERT_EQ(collected.refusals.size(), 1u);
    EXPECT_EQ(collected.refusals[0].where, "input, line 2");
}

TEST(Table, InLaterPartsKeepsItsHeader)
{
    Piece piece = piece_with("9;late\n");
    piece.header = "id;text\n";
    piece.first_line = 500;

    const auto collected = collected_by(read_csv, std::move(piece));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.text(), "late");
    EXPECT_EQ(collected.reports[0].original.origin, "input, line 500");
}

TEST(Table, InWindows1256IsDecoded)
{
    Piece piece = piece_with("id,text\n1,\xDE\xCA\xE1 \xCB\xE1\xC7\xCB\xC9\n");
    piece.content_type = "text/csv; charset=windows-1256";

    EXPECT_EQ(collected_by(read_csv, std::move(piece)).reports.at(0).report.text(), "قتل ثلاثة");
}

TEST(Table, WithAnOpenQuoteIsReadToItsEnd)
{
    const auto collected = collected_by(read_csv, piece_with("id,text\n1,\"open\n2,b\n" + repeated("\"\"", 1'000'000)));

    EXPECT_EQ(collected.reports.size() + collected.refusals.size(), 1u);
}

TEST(Table, OfAMillionCommasIsAnswered)
{
    const auto collected = collected_by(read_csv, piece_with("id,text\n" + repeated(",", 1'000'000) + "\n2,b\n"));

    EXPECT_EQ(collected.reports.size() + collected.refusals.size(), 2u);
}

}  // namespace
}  // namespace sitrep::read
