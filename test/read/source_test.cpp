// The pull stream over files, folders and long inputs.
#include "read/bounds.hpp"
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

namespace sitrep::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

std::string json_line(int number) { return R"({"id":")" + std::to_string(number) + R"(","text":"Report )" + std::to_string(number) + ": two men were shot.\"}\n"; }

TEST(Source, ReadsAFolderInNameOrderAndNothingHidden)
{
    const TemporaryFolder folder;
    folder.file("b.txt", "Second.");
    folder.file("a/z.txt", "First.");
    folder.file("c.txt", "Third.");
    folder.file(".git/x.txt", "Hidden.");
    folder.file(".DS_Store", "Hidden.");

    const auto outcome = testing::read_all({folder.path().string()});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("First.", "Second.", "Third."));
    EXPECT_THAT(outcome.refused, IsEmpty());
}

TEST(Source, RefusesWhatIsNotThereAndGoesOn)
{
    const TemporaryFolder folder;
    const auto good = folder.file("good.txt", "Two men were shot.");

    const auto outcome = testing::read_all({(folder.path() / "missing.txt").string(), good});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot."));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].where, HasSubstr("missing.txt"));
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("no such file"));
}

TEST(Source, AnswersFilesOfAFewBytes)
{
    const TemporaryFolder folder;
    for (const std::string_view bytes : {std::string_view("C\0", 2), std::string_view("\xFF", 1), std::string_view("<feed"), std::string_view("<rss"),
                                         std::string_view("\x1F\x8B", 2), std::string_view("PK"), std::string_view("{"), std::string_view("[")})
        folder.file("file-" + std::to_string(bytes.size()) + std::to_string(static_cast<unsigned char>(bytes[0])), bytes);
    folder.file("good.txt", "Two men were shot.");

    const auto outcome = testing::read_all({folder.path().string()});

    EXPECT_THAT(testing::texts(outcome), ::testing::Contains("Two men were shot."));
}

TEST(Source, IsNotLedRoundInCirclesByLinks)
{
    const TemporaryFolder folder;
    folder.file("inner/a.txt", "Two men were shot.");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "inner" / "circle");
    std::filesystem::create_symlink("nowhere", folder.path() / "broken");

    const auto outcome = testing::read_all({folder.path().string()});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot."));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].where, HasSubstr("broken"));
}

TEST(Source, TellsHowFarItHasCome)
{
    const TemporaryFolder folder;
    folder.file("a.txt", "12345");
    folder.file("b/c.txt", "1234567");

    const auto source = open({folder.path().string()}, {});
    while (source->next()) {}

    EXPECT_EQ(source->progress().bytes_done, 12U);
    EXPECT_EQ(source->progress().bytes_total, 12U);
}

TEST(Source, MayBeLeftBeforeItsEnd)
{
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 100'000; ++i) lines += json_line(i);
    const auto file = folder.file("many.jsonl", lines);

    const auto source = open({file}, {});

    EXPECT_TRUE(source->next().has_value());
}

TEST(Source, EndsWhenItsPipeStaysSilent)
{
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);

    const auto source = open({"/dev/fd/" + std::to_string(ends[0])}, {});

    EXPECT_EQ(source->progress().bytes_done, 0U);
    ::close(ends[1]);
    ::close(ends[0]);
}

TEST(LongLines, AreCutIntoPiecesWithTheirLineNumbers)
{
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 1; i <= 60'000; ++i) lines += i == 50'000 ? std::string("not json\n") : json_line(i);
    ASSERT_GT(lines.size(), 2 * piece_bytes);

    const auto outcome = testing::read_all({folder.file("many.jsonl", lines)});

    EXPECT_EQ(outcome.reports.size(), 59'999U);
    EXPECT_EQ(outcome.reports.back().report.external_id, "60000");
    EXPECT_EQ(outcome.reports.back().original.bytes + "\n", json_line(60'000));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].where, HasSubstr("line 50000"));
}

TEST(LongLines, LongerThanAnyReportArePassedOverAndTheRestIsRead)
{
    const TemporaryFolder folder;
    const auto file = folder.file("one.jsonl", json_line(1) + std::string(line_bytes_max + 1, 'a') + "\n" + json_line(3));

    const auto outcome = testing::read_all({file});

    ASSERT_EQ(outcome.reports.size(), 2U);
    EXPECT_EQ(outcome.reports[1].report.external_id, "3");
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].where, file + ", line 2");
}

TEST(JsonDocument, OfOneArrayIsReadObjectByObject)
{
    const TemporaryFolder folder;
    const auto file = folder.file("array.json", "[\n  {\n    \"id\": \"1\",\n    \"text\": \"One [with] {brackets} and \\\"quotes\\\".\"\n  },\n  {\"id\": \"2\", \"text\": },\n  {\"id\": \"3\", \"text\": \"Three.\"}\n]\n");

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("One [with] {brackets} and \"quotes\".", "Three."));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].where, HasSubstr("line 6"));
}

TEST(LongTable, KeepsItsHeaderInEveryPieceAndItsRowsWhole)
{
    const TemporaryFolder folder;
    std::string table = "id,title,text\n";
    for (int i = 1; i <= 40'000; ++i) table += std::to_string(i) + ",Title,\"Two men,\nsaid \"\"he\"\", were shot in report " + std::to_string(i) + ".\"\n";
    ASSERT_GT(table.size(), 2 * piece_bytes);

    const auto outcome = testing::read_all({folder.file("many.csv", table)});

    ASSERT_EQ(outcome.reports.size(), 40'000U);
    EXPECT_THAT(outcome.refused, IsEmpty());
    EXPECT_EQ(outcome.reports.back().report.external_id, "40000");
    EXPECT_EQ(outcome.reports.back().report.text(), "Two men,\nsaid \"he\", were shot in report 40000.");
}

TEST(LongTable, LosesOneRowToAQuoteThatNeverCloses)
{
    const TemporaryFolder folder;
    const auto file = folder.file("quote.csv", "id,title,text\n1,a,Two men were shot.\n2,b,\"Three men were shot.\n3,c,Four men were shot.\n4,d,Snow fell.\n");

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot.", "Four men were shot.", "Snow fell."));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].where, file + ", line 3");
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("never closed"));
}

TEST(LongChat, IsReadInPartsWithItsNameOnEach)
{
    const TemporaryFolder folder;
    std::string chat = R"({"name":"Eastern News","type":"public_channel","id":1,"messages":[)";
    const std::string padding(1000, 'a');
    for (int i = 1; i <= 20'000; ++i)
        chat += (i > 1 ? "," : "") + (R"({"id":)" + std::to_string(i) + R"(,"type":"message","date":"2024-03-05T10:00:00","text":"Two men [were] shot \"here\". )") + padding + "\"}\n";
    ASSERT_GT(chat.size(), 16 * mebibyte);

    const auto outcome = testing::read_all({folder.file("result.json", chat + "]}")});

    EXPECT_EQ(outcome.reports.size(), 20'000U);
    EXPECT_THAT(outcome.refused, IsEmpty());
    EXPECT_EQ(outcome.reports.front().report.publisher, "Eastern News");
    EXPECT_EQ(outcome.reports.back().report.publisher, "Eastern News");
}

TEST(Source, TellsNotMoreRefusalsThanAnybodyReads)
{
    const TemporaryFolder folder;
    std::string lines = json_line(1);
    for (std::size_t i = 0; i < refusals_told_max + 7; ++i) lines += "{broken\n";

    const auto outcome = testing::read_all({folder.file("broken.jsonl", lines + json_line(2))});

    EXPECT_EQ(outcome.reports.size(), 2U);
    ASSERT_EQ(outcome.refused.size(), refusals_told_max + 1);
    EXPECT_THAT(outcome.refused.back().why, HasSubstr("7 more"));
}

TEST(Report, OfMoreWordsThanAnyReportHasIsRefused)
{
    const TemporaryFolder folder;
    std::string words;
    while (words.size() <= report_text_bytes_max) words += "Two men were shot. ";

    const auto outcome = testing::read_all({folder.file("long.txt", words)});

    EXPECT_THAT(outcome.reports, IsEmpty());
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("2 MiB"));
}

}  // namespace
}  // namespace sitrep::read
