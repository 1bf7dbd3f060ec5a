// sitrep learn as a person meets it.
#include "program.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace sitrep::test {
namespace {

const std::string examples = SITREP_SOURCE_DIR "/examples/reports";

class Learn : public testing::Test {
protected:
    void SetUp() override
    {
        const auto read = run({"read", examples});
        ASSERT_EQ(read.exit_code, 0) << read.err;
    }
    Said run(const std::vector<std::string>& arguments) const { return sitrep(arguments, folder_.path()); }
    std::filesystem::path models() const { return folder_.path() / "desk.sitrep.models"; }
    /// Sets the kind of the first incidents.
    void count_as(const std::string& kind, int most) const
    {
        std::istringstream lines(run({"incidents"}).out);
        for (std::string line; most > 0 && std::getline(lines, line); --most)
            ASSERT_EQ(run({"set", line.substr(0, line.find(' ')), "kind=" + kind, "--because", "as we count it"}).exit_code, 0);
    }
    Folder folder_;
};

TEST_F(Learn, OfFewDecisionsSaysThatTheyAreTooFewAndChangesNothing)
{
    count_as("protest", 3);
    const auto words = run({"learn"});
    const auto json = run({"learn", "--json"});

    EXPECT_EQ(words.exit_code, 0) << words.err;
    EXPECT_EQ(words.err, "");
    EXPECT_NE(words.out.find("too few"), std::string::npos) << words.out;
    EXPECT_NE(json.out.find(R"({"result":"too_few","written":false,"incidents":3,)"), std::string::npos) << json.out;
    EXPECT_FALSE(std::filesystem::exists(models()));
}

TEST_F(Learn, WritesModelsBesideTheLibraryAndTakesThemBack)
{
    count_as("protest", 150);
    const auto dry = run({"learn", "--dry-run"});
    ASSERT_FALSE(std::filesystem::exists(models())) << "a dry run writes nothing";
    const auto learnt = run({"learn"});

    EXPECT_NE(dry.out.find("a dry run"), std::string::npos) << dry.out;
    EXPECT_EQ(learnt.exit_code, 0) << learnt.err;
    EXPECT_NE(learnt.out.find("gain on the held-back part"), std::string::npos) << learnt.out;
    EXPECT_TRUE(std::filesystem::exists(models() / "english.model"));
    EXPECT_NE(run({"learn", "--undo"}).out.find("shipped models"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(models() / "english.model"));
    EXPECT_NE(run({"learn", "--undo"}).out.find("nothing to take back"), std::string::npos);
}

TEST_F(Learn, ADamagedModelIsNamedWithTheWayOut)
{
    std::filesystem::create_directories(models());
    std::ofstream(models() / "english.model") << "not a model";
    const auto read = run({"read", examples});

    EXPECT_EQ(read.exit_code, 1);
    EXPECT_NE(read.err.find("english.model"), std::string::npos) << read.err;
    EXPECT_NE(read.err.find("sitrep learn --undo"), std::string::npos) << read.err;
    EXPECT_EQ(run({"learn", "--undo"}).exit_code, 0);
    EXPECT_EQ(run({"read", examples}).exit_code, 0);
}

}  // namespace
}  // namespace sitrep::test
