// Plain text with and without a frame and a title.
#include "read/parts.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

Result<Received> read(std::string bytes)
{
    Piece piece;
    piece.origin = "report.txt";
    piece.bytes = std::move(bytes);
    Options options;
    options.publisher = "Partner";
    Result<Received> received = bad_input("", "nothing came");
    read_plain_text(std::move(piece), options, [&](Result<Received> one) {
        received = std::move(one);
        return true;
    });
    return received;
}

TEST(PlainText, TakesAShortFirstLineSetOffByABlankOneAsTitle)
{
    const auto received = read("Two killed near Sukhna\r\n\r\nTwo men were shot on Sunday.\r\n");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->report.title(), "Two killed near Sukhna");
    EXPECT_EQ(received->report.text(), "Two men were shot on Sunday.");
    EXPECT_EQ(received->report.publisher, "Partner");
}

TEST(PlainText, TakesNoSentenceForATitle)
{
    const auto received = read("Two men were shot on Sunday.\n\nThe attackers fled.\n");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->report.title(), "");
    EXPECT_EQ(received->report.text(), "Two men were shot on Sunday.\n\nThe attackers fled.");
}

TEST(PlainText, ReadsTheFrameInFront)
{
    const auto received = read("Source: Eastern News\nDate: 5 March 2024\nURL: https://example.org/1\nTitle: Two killed\n\nTwo men were shot.\n");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->report.publisher, "Eastern News");
    EXPECT_EQ(received->report.url, "https://example.org/1");
    EXPECT_EQ(received->report.title(), "Two killed");
    EXPECT_EQ(received->report.text(), "Two men were shot.");
    ASSERT_TRUE(received->report.published);
    EXPECT_EQ(to_iso(received->report.published->day), "2024-03-05");
}

TEST(PlainText, ReadsAnArabicFrame)
{
    const auto received = read("المصدر: عين الشرق\nالتاريخ: ٥ آذار ٢٠٢٤\n\nقتل مدنيان في هجوم.\n");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->report.publisher, "عين الشرق");
    EXPECT_EQ(to_iso(received->report.published->day), "2024-03-05");
    EXPECT_EQ(received->report.text(), "قتل مدنيان في هجوم.");
}

TEST(PlainText, LeavesWhatOnlyLooksLikeAFrame)
{
    const auto received = read("Source: a hospital in Homs.\nTwo men were shot.\n\nThe attackers fled.\n");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->report.publisher, "Partner");
    EXPECT_EQ(received->report.text(), "Source: a hospital in Homs.\nTwo men were shot.\n\nThe attackers fled.");
}

TEST(PlainText, KeepsTheBytesAsTheyCameWithTheirHash)
{
    const auto received = read("abc");

    ASSERT_TRUE(received);
    EXPECT_EQ(received->original.bytes, "abc");
    EXPECT_EQ(received->original.hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(received->original.origin, "report.txt");
}

TEST(PlainText, OfBlanksIsRefused)
{
    const auto received = read(" \n\t\r\n");

    ASSERT_FALSE(received);
    EXPECT_EQ(received.error().where, "report.txt");
}

}  // namespace
}  // namespace sitrep::read
