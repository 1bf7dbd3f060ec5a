// `sitrep undercount` and `sitrep tallies --test` as a desk meets them.
#include "program.hpp"

#include <gtest/gtest.h>

namespace sitrep::test {
namespace {

// Killings in Kosovo, March to June 1999, on four lists (Ball et al. 2002).
constexpr const char* kosovo = R"("EXH","ABA","OSCE","HRW","Freq"
1,0,0,0,1131
0,1,0,0,845
1,1,0,0,177
0,0,1,0,936
1,0,1,0,228
0,1,1,0,217
1,1,1,0,181
0,0,0,1,306
1,0,0,1,106
0,1,0,1,31
1,1,0,1,18
0,0,1,1,123
1,0,1,1,42
0,1,1,1,32
1,1,1,1,27
)";

void expect_in_order(const std::string& text, const std::vector<std::string>& parts)
{
    std::size_t at = 0;
    for (const auto& part : parts) {
        const auto found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << "\nin:\n" << text;
        at = found;
    }
}

TEST(Undercount, OfPublishedListsPrintsFloorOverlapPairsModelsSensitivityAndTheAssumption)
{
    const Folder folder;
    folder.write("kosovo.csv", kosovo);

    const auto said = sitrep({"undercount", "--table", "kosovo.csv", "--plot", "unseen.svg", "--lang", "ar"}, folder.path());

    ASSERT_EQ(said.exit_code, 0) << said.err;
    expect_in_order(said.out, {"Documented: 4400", "1910  EXH", "EXH (1910) and ABA (1528), on both 403", "Models", "14342", "12595", "Sensitivity", "9371",
                               "factor 0.50", "16942", "24283", "One assumption carries", "No data can show it", "Seed 1."});
    const std::string drawing = slurp(folder.path() / "unseen.svg");
    EXPECT_NE(drawing.find("<svg "), std::string::npos);
    EXPECT_NE(drawing.find("الموثّق"), std::string::npos);
}

TEST(Undercount, OfTheSameSeedIsTheSameBytesOnOneThreadAndOnTwo)
{
    const Folder folder;
    folder.write("kosovo.csv", kosovo);
    const auto with = [&](const char* threads, const char* seed) {
        return sitrep({"undercount", "--table", "kosovo.csv", "--json", "--seed", seed, "--threads", threads}, folder.path()).out;
    };

    const auto one = with("1", "7"), two = with("2", "7");

    EXPECT_EQ(one, two);
    expect_in_order(one, {"\"documented\":4400", "\"refused\":[]", "\"provenance\"", "\"seed\":7"});
}

TEST(Undercount, RefusesInWordsWhatTheListsCannotCarry)
{
    const Folder folder;
    folder.write("two.csv", "SOHR,SNHR,count\n1,0,30\n0,1,20\n1,1,12\n");
    folder.write("thin.csv", "A,B,C,count\n1,0,0,100\n0,1,0,90\n1,1,0,40\n0,0,1,3\n1,0,1,1\n");

    const auto two = sitrep({"undercount", "--table", "two.csv"}, folder.path());
    const auto thin = sitrep({"undercount", "--table", "thin.csv"}, folder.path());

    EXPECT_EQ(two.exit_code, 0);
    expect_in_order(two.out, {"Documented: 62", "No estimate of the unseen is given", "independent lists with enough incidents: 2", "low"});
    expect_in_order(thin.out, {"Documented: 234", "No estimate", "C holds 4 incidents"});
    EXPECT_EQ(thin.out.find("Models:"), std::string::npos);
}

TEST(Undercount, NamesTheLineOfABrokenTable)
{
    const Folder folder;
    const std::vector<std::pair<std::string, std::string>> broken{{"A,B,count\n1,2,30\n", "t.csv:2"},
                                                                 {"A,B,count\n1,0\n", "t.csv:2"},
                                                                 {"A,B,count\n1,0,minus\n", "t.csv:2"},
                                                                 {"A,B,count\n1,0,99999999999999999999\n", "t.csv:2"},
                                                                 {"A,B,count\n0,0,5\n", "t.csv:2"},
                                                                 {"A,count\n1,4\n", "t.csv:1"},
                                                                 {"A,,count\n1,0,4\n", "t.csv:1"},
                                                                 {"A,B,count\n", "no incident"},
                                                                 {"", "cannot read"}};
    for (const auto& [text, where] : broken) {
        folder.write("t.csv", text);

        const auto said = sitrep({"undercount", "--table", "t.csv"}, folder.path());

        EXPECT_EQ(said.exit_code, 1) << text;
        EXPECT_NE(said.err.find(where), std::string::npos) << said.err;
    }
}

constexpr const char* claim =
    R"({"id":"c","publisher":"Enab Baladi","published":"2023-05-10","language":"en","title":"","text":")"
    "The Islamic State group carried out 320 attacks worldwide since the beginning of the year, the group said. "
    "It carried out 49 attacks in Syria since the beginning of the year, the group said."
    R"("}
{"id":"a","publisher":"North Press","published":"2023-03-14","language":"en","title":"Two soldiers killed","text":")"
    "Islamic State gunmen shot dead two soldiers on Monday in al-Sukhna, Homs, the monitor said."
    R"("}
)";

TEST(TallyTest, SetsAClaimBesideTheLedgerAsARangeAndNeverAddsIt)
{
    const Folder folder;
    folder.write("reports.jsonl", claim);
    ASSERT_EQ(sitrep({"read", "reports.jsonl"}, folder.path()).exit_code, 0);

    const auto said = sitrep({"tallies", "--test"}, folder.path());
    const auto json = sitrep({"tallies", "--test", "--json"}, folder.path());

    EXPECT_EQ(said.exit_code, 0) << said.err;
    expect_in_order(said.out, {"49 attacks", "assumed: ", "2023-05-10", "ledger", "gap", "matched", "A claim is never added to a count."});
    expect_in_order(json.out, {"\"claim\"", "\"ledger\"", "\"provenance\""});
}

TEST(TallyTest, AndUndercountExplainThemselvesWithAnExample)
{
    const Folder folder;
    for (const char* command : {"undercount", "tallies"})
        EXPECT_NE(sitrep({command, "--help"}, folder.path()).out.find("Example:\n  sitrep "), std::string::npos) << command;
}

}  // namespace
}  // namespace sitrep::test
