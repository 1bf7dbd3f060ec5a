// The command line as a person meets it: answers on stdout, talk on stderr, exit 0, 1 or 2.
#include "program.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::test {
namespace {

using testing::Test;
const std::string examples = SITREP_SOURCE_DIR "/examples/reports";

constexpr const char* two_lines =
    R"({"id":"a","publisher":"North Press","published":"2025-11-14","language":"en","title":"Two guards killed in al-Shuhail","text":"Gunmen on a motorcycle shot dead two guards on Thursday in al-Shuhail, eastern Deir ez-Zor, a security source said."}
{"id":"b","publisher":"Enab Baladi","published":"2025-11-14","language":"en","title":"","text":"The council met on Thursday to discuss the price of bread."}
)";

void expect_quiet(const Said& said)
{
    EXPECT_EQ(said.exit_code, 0) << said.err;
    EXPECT_EQ(said.err, "");
}

TEST(CommandLine, EveryCommandExplainsItselfWithAnExample)
{
    const Folder folder;
    for (const char* command : {"read", "extract", "report", "incidents", "show", "why", "merge", "split", "set", "accept", "withdraw", "undo",
                                "history", "learn", "tallies", "clusters", "repeat", "export", "refused", "sources", "gazetteer", "verify"}) {
        const auto said = sitrep({command, "--help"}, folder.path());
        expect_quiet(said);
        EXPECT_NE(said.out.find("Example:\n  sitrep "), std::string::npos) << command;
    }
}

TEST(CommandLine, WrongUseIsExitTwoAndSaysWhatIsPossible)
{
    const Folder folder;
    for (const auto& words : std::vector<std::vector<std::string>>{{}, {"raed"}, {"read"}, {"report"}, {"report", "--month", "2025-11", "--lang", "fr"}}) {
        const auto said = sitrep(words, folder.path());

        EXPECT_EQ(said.exit_code, 2) << (words.empty() ? "" : words[0]);
        EXPECT_EQ(said.out, "");
        EXPECT_NE(said.err, "");
    }
}

TEST(CommandLine, AFailureSaysTheNextStep)
{
    const Folder folder;
    const auto none = sitrep({"incidents"}, folder.path());
    const auto month = sitrep({"report", "--month", "September", "--library", "x.sitrep"}, folder.path());

    EXPECT_EQ(none.exit_code, 1);
    EXPECT_NE(none.err.find("sitrep read"), std::string::npos) << none.err;
    EXPECT_EQ(month.exit_code, 1);
}

TEST(Extract, AnswersLineForLineInOrder)
{
    const Folder folder;
    const auto said = sitrep({"extract"}, folder.path(), two_lines);

    expect_quiet(said);
    EXPECT_EQ(std::count(said.out.begin(), said.out.end(), '\n'), 2);
    EXPECT_LT(said.out.find("\"id\":\"a\""), said.out.find("\"id\":\"b\""));
    EXPECT_NE(said.out.find("\"type\":\"assassination_or_targeted_killing\""), said.out.find("\"type\":\"armed_attack\"")) << said.out;
}

TEST(Extract, ABadLineIsRefusedAndStopsNothing)
{
    const Folder folder;
    const auto said = sitrep({"extract"}, folder.path(), std::string("{\"id\": broken\n") + two_lines);

    EXPECT_EQ(said.exit_code, 1);
    EXPECT_EQ(std::count(said.out.begin(), said.out.end(), '\n'), 2);
    EXPECT_NE(said.err.find("line 1"), std::string::npos) << said.err;
}

TEST(Extract, SaysTheSameOnOneThreadAndOnTwo)
{
    const Folder folder;
    const auto one = sitrep({"extract", examples + "/reports.jsonl", "--threads", "1"}, folder.path());
    const auto two = sitrep({"extract", examples + "/reports.jsonl", "--threads", "2"}, folder.path());

    expect_quiet(one);
    EXPECT_EQ(one.out, two.out);
}

TEST(Read, TheSameBytesTwiceChangeNothing)
{
    const Folder folder;
    expect_quiet(sitrep({"read", examples}, folder.path()));
    const auto before = sitrep({"incidents", "--json"}, folder.path());
    const auto again = sitrep({"read", examples, "--json"}, folder.path());
    const auto after = sitrep({"incidents", "--json"}, folder.path());

    expect_quiet(again);
    EXPECT_NE(again.out.find("\"read\":0,"), std::string::npos) << again.out;
    EXPECT_EQ(before.out, after.out);
}

TEST(Read, EveryExampleIsReadAndNoneRefused)
{
    const Folder folder;
    const auto read = sitrep({"read", examples, "--json"}, folder.path());
    const auto refused = sitrep({"refused"}, folder.path());

    expect_quiet(read);
    EXPECT_EQ(refused.out, "");
    EXPECT_NE(read.out.find("\"read\":125,"), std::string::npos) << read.out;
}

TEST(Read, GoesOnWhereItWasKilled)
{
    const Folder killed, whole;
    sitrep_killed_when({"read", examples}, killed.path(), killed.path() / "desk.sitrep-wal", 200'000);
    const auto verified = sitrep({"verify"}, killed.path());
    const auto rest = sitrep({"read", examples, "--json"}, killed.path());
    sitrep({"read", examples}, whole.path());

    EXPECT_EQ(verified.exit_code, 0) << verified.out;
    EXPECT_EQ(rest.exit_code, 0) << rest.err;
    EXPECT_EQ(sitrep({"sources"}, killed.path()).out, sitrep({"sources"}, whole.path()).out);
    EXPECT_EQ(sitrep({"verify"}, killed.path()).exit_code, 0);
}

TEST(Read, ARefusedDocumentIsListedAndTheRestIsRead)
{
    const Folder folder;
    folder.write("in/empty.txt", "");
    folder.write("in/lines.jsonl", std::string("{\"id\": broken\n") + two_lines);
    const auto read = sitrep({"read", "in", "--json"}, folder.path());
    const auto refused = sitrep({"refused"}, folder.path());

    expect_quiet(read);
    EXPECT_NE(read.out.find("\"read\":2,"), std::string::npos) << read.out;
    EXPECT_NE(refused.out.find("lines.jsonl"), std::string::npos) << refused.out;
    EXPECT_NE(refused.out.find("empty.txt"), std::string::npos) << refused.out;
}

}  // namespace
}  // namespace sitrep::test
