// JSON lines, one report a line.
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

TEST(JsonLines, GiveOneReportALine)
{
    const auto collected = collected_by(read_json_lines, piece_with("{\"id\":\"a\",\"url\":\"https://example.org/1\",\"publisher\":\"Example\",\"published\":\"2024-03-05\",\"language\":\"ar\",\"title\":\"قتلى\",\"text\":\"نص\"}\n"
                                                                    "\n{\"id\":7,\"text\":\"Two killed\"}\n"));

    ASSERT_EQ(collected.reports.size(), 2u);
    const Report& first = collected.reports[0].report;
    EXPECT_EQ(first.external_id, "a");
    EXPECT_EQ(first.url, "https://example.org/1");
    EXPECT_EQ(first.publisher, "Example");
    EXPECT_EQ(to_iso(first.published->day), "2024-03-05");
    EXPECT_EQ(first.language, Language::arabic);
    EXPECT_EQ(first.document, "قتلى\nنص");
    EXPECT_EQ(collected.reports[1].report.external_id, "7");
    EXPECT_EQ(collected.reports[1].report.text_begin, 0u);
    EXPECT_EQ(collected.reports[1].original.origin, "input, line 3");
    EXPECT_EQ(collected.reports[1].original.bytes, "{\"id\":7,\"text\":\"Two killed\"}");
}

TEST(JsonLines, RefuseABadLineAndReadTheRest)
{
    const auto collected = collected_by(read_json_lines, piece_with("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\n[1]\n{\"id\":\"2\"}\n\"x\"\n{\"text\":\"b\"}"));

    EXPECT_EQ(collected.reports.size(), 2u);
    ASSERT_EQ(collected.refusals.size(), 4u);
    EXPECT_EQ(collected.refusals[0].where, "input, line 2");
    EXPECT_EQ(collected.refusals[3].where, "input, line 5");
}

TEST(JsonLines, CountTheirLinesFromWhereThePieceBegins)
{
    Piece piece = piece_with("{");
    piece.first_line = 1001;

    EXPECT_EQ(collected_by(read_json_lines, std::move(piece)).refusals.at(0).where, "input, line 1001");
}

TEST(JsonLines, KeepEveryCodePointInItsPlace)
{
    const auto collected = collected_by(read_json_lines, piece_with("{\"title\":\"a\\nb\",\"text\":\"x\\u0000y\\r\\nz \\ud83d\\ude00 \\ud83d!\"}"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.document, "a b\nx y \nz 😀 \uFFFD!");
}

TEST(JsonLines, NestedTooDeepAreRefused)
{
    const auto collected = collected_by(read_json_lines, piece_with("{\"text\":" + repeated("[", 100'000) + "\n{\"text\":\"b\"}"));

    EXPECT_EQ(collected.refusals.size(), 1u);
    EXPECT_EQ(collected.reports.size(), 1u);
}

TEST(JsonLines, StopWhenTheSinkHasEnough)
{
    int taken = 0;
    read_json_lines(piece_with("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), {}, [&](Result<Received>) { return ++taken < 1; });

    EXPECT_EQ(taken, 1);
}

TEST(JsonLines, OfOneSourceTakeItsNameFromTheOptions)
{
    Options options;
    options.publisher = "Monitor";

    EXPECT_EQ(collected_by(read_json_lines, piece_with("{\"text\":\"a\"}"), options).reports.at(0).report.publisher, "Monitor");
}

}  // namespace
}  // namespace sitrep::read
