// sitrep clusters and sitrep repeat, from a library made of the example reports.
#include "program.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sitrep::test {
namespace {

const std::string examples = SITREP_SOURCE_DIR "/examples/reports";

/// One library for all: none of these commands changes it.
const Folder& desk_folder()
{
    static const Folder folder;
    static const int read = sitrep({"read", examples}, folder.path()).exit_code;
    EXPECT_EQ(read, 0);
    return folder;
}

Said desk(const std::vector<std::string>& words) { return sitrep(words, desk_folder().path()); }

TEST(Clusters, SayHowManyIncidentsWereUsedAndLeftOut)
{
    const auto said = desk({"clusters", "--series", "all"});

    EXPECT_EQ(said.exit_code, 0) << said.err;
    EXPECT_NE(said.out.find("space-time permutation scan"), std::string::npos) << said.out;
    EXPECT_NE(said.out.find("Used "), std::string::npos);
    EXPECT_NE(said.out.find("left out"), std::string::npos);
    EXPECT_NE(said.out.find("Seed 1."), std::string::npos);
}

TEST(Clusters, AreTheSameBytesOnOneThreadAndOnTwo)
{
    for (const std::string command : {"clusters", "repeat"}) {
        const auto one = desk({command, "--series", "all", "--json", "--threads", "1"});
        const auto two = desk({command, "--series", "all", "--json", "--threads", "2"});
        const auto other_seed = desk({command, "--series", "all", "--json", "--seed", "2"});

        EXPECT_EQ(one.exit_code, 0) << one.err;
        EXPECT_EQ(one.out, two.out);
        EXPECT_NE(one.out, other_seed.out);
    }
}

TEST(Clusters, DrawAMap)
{
    const auto said = desk({"clusters", "--series", "all", "--plot", "clusters.svg"});
    const auto table = desk({"repeat", "--series", "all", "--plot", "repeat.svg", "--lang", "ar"});

    EXPECT_EQ(said.exit_code, 0) << said.err;
    EXPECT_EQ(table.exit_code, 0) << table.err;
    for (const char* file : {"clusters.svg", "repeat.svg"}) {
        const std::string svg = slurp(desk_folder().path() / file);
        EXPECT_EQ(svg.rfind("<svg", 0), 0U) << file;
        EXPECT_NE(svg.find("</svg>"), std::string::npos);
    }
}

TEST(Repeat, PrintsEveryBinByItsName)
{
    const auto said = desk({"repeat", "--series", "all", "--km", "2,10", "--apart", "1,8"});

    EXPECT_EQ(said.exit_code, 0) << said.err;
    for (const char* name : {"0 to under 2 km", "2 to under 10 km", "10 km and more", "same day", "1–7 days apart", "8 days and more"})
        EXPECT_NE(said.out.find(name), std::string::npos) << name << "\n" << said.out;
}

TEST(Clusters, RefuseWhatCannotBeAndSayWhatCan)
{
    EXPECT_EQ(desk({"clusters", "--radius", "0"}).exit_code, 2);
    EXPECT_EQ(desk({"clusters", "--series", "both"}).exit_code, 2);
    EXPECT_EQ(desk({"repeat", "--km", "5,2"}).exit_code, 1);
    const auto none = desk({"clusters", "--from", "1999-01-01", "--until", "1999-02-01"});
    EXPECT_EQ(none.exit_code, 1);
    EXPECT_NE(none.err.find("sitrep incidents"), std::string::npos) << none.err;
    EXPECT_EQ(desk({"clusters", "--series", "all", "--plot", "no/such/folder/x.svg"}).exit_code, 1);
}

}  // namespace
}  // namespace sitrep::test
