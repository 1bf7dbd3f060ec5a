// A desk's month by the command line: decisions by people, the report, and what must never leave.
#include "program.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace sitrep::test {
namespace {

const std::string examples = SITREP_SOURCE_DIR "/examples/reports";
const std::string founding = SITREP_SOURCE_DIR "/test/pipeline/founding_article.txt";

class Desk : public testing::Test {
protected:
    void SetUp() override
    {
        const auto read = sitrep({"read", examples, founding}, folder_.path());
        ASSERT_EQ(read.exit_code, 0) << read.err;
    }
    Said run(const std::vector<std::string>& arguments) const { return sitrep(arguments, folder_.path()); }
    /// Ids of the listed incidents, in order.
    std::vector<std::string> ids(const std::string& month) const
    {
        std::vector<std::string> out;
        std::istringstream lines(run({"incidents", "--month", month}).out);
        for (std::string line; std::getline(lines, line);) out.push_back(line.substr(0, line.find(' ')));
        return out;
    }
    Folder folder_;
};

TEST_F(Desk, AMonthHasIncidentsThatOpenToTheirSentences)
{
    const auto listed = ids("2025-11");
    ASSERT_GE(listed.size(), 5u);
    const auto shown = run({"show", listed[0]});

    EXPECT_EQ(shown.exit_code, 0) << shown.err;
    EXPECT_NE(shown.out.find("    > "), std::string::npos) << shown.out;
    EXPECT_EQ(run({"why", listed[0], listed[1]}).exit_code, 0);
}

TEST_F(Desk, AMergeIsUndoneForEverAndTheOldIdForwardsMeanwhile)
{
    const auto listed = ids("2025-11");
    const auto before = run({"incidents", "--json"}).out;
    const auto merged = run({"merge", listed[0], listed[1], "--because", "one event"});
    ASSERT_EQ(merged.exit_code, 0) << merged.err;
    const auto forwarded = run({"show", listed[1]});
    const auto number = merged.out.substr(merged.out.find("revision ") + 9);
    const auto undone = run({"undo", number.substr(0, number.find('.')), "--because", "two after all"});

    EXPECT_EQ(forwarded.out.substr(0, listed[0].size()), listed[0]);
    EXPECT_EQ(undone.exit_code, 0) << undone.err;
    EXPECT_EQ(run({"incidents", "--json"}).out, before);
}

TEST_F(Desk, ACorrectionStandsAndIsInTheHistory)
{
    const auto id = ids("2025-11")[0];
    const auto set = run({"set", id, "killed=3-5", "--because", "hospital list"});
    ASSERT_EQ(set.exit_code, 0) << set.err;

    EXPECT_NE(run({"incidents", "--month", "2025-11"}).out.find("killed 3–5"), std::string::npos);
    EXPECT_NE(run({"history", id}).out.find("hospital list"), std::string::npos);
    EXPECT_EQ(run({"set", id, "killed=many", "--because", "x"}).exit_code, 1);
    EXPECT_EQ(run({"set", id, "mood=bad", "--because", "x"}).exit_code, 1);
}

TEST_F(Desk, OneChangedByteInTheLibraryIsFound)
{
    ASSERT_EQ(run({"verify"}).exit_code, 0);
    const auto file = folder_.path() / "desk.sitrep";
    auto bytes = slurp(file);
    const auto at = bytes.find("Reposted news");  // a publisher's name, stored as it is
    ASSERT_NE(at, std::string::npos);
    bytes[at] = 'r';
    std::ofstream(file, std::ios::binary) << bytes;

    EXPECT_EQ(run({"verify"}).exit_code, 1);
}

TEST_F(Desk, TheReportIsOneFileWithNothingFromOutside)
{
    for (const char* language : {"en", "ar"}) {
        const auto said = run({"report", "--month", "2025-11", "--area", "SY", "--lang", language, "-o", "r.html"});
        ASSERT_EQ(said.exit_code, 0) << said.err;
        const auto html = slurp(folder_.path() / "r.html");

        for (const char* outside : {" src=\"http", "<link ", "@import", "url(http", "<script src"})
            EXPECT_EQ(html.find(outside), std::string::npos) << outside;
        EXPECT_NE(html.find("<svg"), std::string::npos);
    }
}

TEST_F(Desk, WithoutABrowserThatPrintsThePdfIsRefusedWithTheNextStepAndNoEditionIsNoted)
{
    const char* before = std::getenv("PATH");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("PATH", "/nowhere", 1);
    const auto said = run({"report", "--month", "2025-11", "--format", "pdf", "-o", "november.pdf"});
    ::setenv("PATH", kept.c_str(), 1);

    EXPECT_EQ(said.exit_code, 1);
    EXPECT_NE(said.err.find("Install chromium"), std::string::npos) << said.err;
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "november.pdf"));
    EXPECT_NE(slurp(run({"report", "--month", "2025-11"}).exit_code == 0 ? folder_.path() / "sitrep-2025-11.html" : folder_.path()).find("first edition"), std::string::npos);
}

TEST_F(Desk, TheSecondEditionSaysWhatChanged)
{
    ASSERT_EQ(run({"report", "--month", "2025-11", "--area", "SY", "-o", "one.html"}).exit_code, 0);
    std::string changed;
    for (const auto& id : ids("2025-11"))
        if (run({"set", id, "killed=7", "--because", "hospital list"}).exit_code == 0) changed += id + " ";
    ASSERT_EQ(run({"report", "--month", "2025-11", "--area", "SY", "-o", "two.md"}).exit_code, 0);

    EXPECT_NE(slurp(folder_.path() / "two.md").find("→"), std::string::npos) << changed;
}

TEST_F(Desk, AReportHasTheFormThatItsNameSays)
{
    ASSERT_EQ(run({"report", "--month", "2025-11", "-o", "november.md"}).exit_code, 0);
    ASSERT_EQ(run({"report", "--month", "2025-11", "-o", "november.md.html"}).exit_code, 0);
    ASSERT_EQ(run({"report", "--month", "2025-11", "-o", "november.txt"}).exit_code, 0);
    ASSERT_EQ(run({"report", "--month", "2025-11", "--format", "html", "-o", "page.md"}).exit_code, 0);

    EXPECT_TRUE(slurp(folder_.path() / "november.md").starts_with("# "));
    for (const auto* name : {"november.md.html", "november.txt", "page.md"}) EXPECT_NE(slurp(folder_.path() / name).find("<html"), std::string::npos) << name;
}

TEST_F(Desk, TheResidentsOfTheFoundingArticleLeaveInNothing)
{
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"report", "--month", "2023-05", "--area", "SY", "-o", "out"},
             {"report", "--month", "2023-05", "--lang", "ar", "-o", "out"},
             {"report", "--month", "2023-05", "--format", "md", "-o", "out"},
             {"export", "--format", "csv", "-o", "out"},
             {"export", "--format", "geojson", "-o", "out"}}) {
        ASSERT_EQ(run(arguments).exit_code, 0);
        const auto text = slurp(folder_.path() / "out");

        for (const char* name : {"Karim", "Darwish", "Salim", "al-Hadid"}) EXPECT_EQ(text.find(name), std::string::npos) << arguments[0] << " " << name;
    }
}

TEST_F(Desk, TheGroupsBoastStandsBesideOurOwnCount)
{
    ASSERT_EQ(run({"report", "--month", "2023-05", "--area", "SY", "--format", "md", "-o", "may.md"}).exit_code, 0);
    const auto report = slurp(folder_.path() / "may.md");

    EXPECT_NE(report.find("49"), std::string::npos);
    EXPECT_NE(run({"tallies", "--month", "2023-05"}).out.find("320"), std::string::npos);
}

}  // namespace
}  // namespace sitrep::test
