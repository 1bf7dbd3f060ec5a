// "The number of wounded rose to 14": whose number a figure is.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "understand/figures/number_of.hpp"

namespace sitrep::understand {

namespace {

std::string whose(std::string_view sentence, std::string_view figure)
{
    const auto document = text::Document::parse(std::string(sentence), 0, Language::english);
    for (std::uint32_t at = 0; at < document.tokens().size(); ++at) {
        if (document.tokens()[at].normal != figure) continue;
        const auto numbered = numbered_before(document, at);
        if (!numbered) return "not told";
        if (*numbered == Numbered::neither) return "others";
        return *numbered == Numbered::dead ? "dead" : "hurt";
    }
    return "no such figure";
}

}  // namespace

TEST(TheNumberOf, TheWoundedCountsNoDead)
{
    EXPECT_EQ(whose("Three people were killed; the number of injured rose from 18 to 29 by noon.", "29"), "hurt");
    EXPECT_EQ(whose("The number of wounded has now risen to at least 14.", "14"), "hurt");
    EXPECT_EQ(whose("The number of people injured climbed from nine to 14.", "14"), "hurt");
    EXPECT_EQ(whose("The death toll has risen to four and the number of wounded to 14.", "14"), "hurt");
    EXPECT_EQ(whose("The number of soldiers killed is 14.", "14"), "dead");
}

TEST(TheNumberOf, ThoseDisplacedOrHeldCountsNobodyHarmed)
{
    EXPECT_EQ(whose("The number of displaced has risen to 14.", "14"), "others");
    EXPECT_EQ(whose("The number of arrested rose to 14.", "14"), "others");
    EXPECT_EQ(whose("The number of missing stands at 14.", "14"), "others");
}

TEST(TheNumberOf, TwoFatesOrAnotherClauseTellsNothing)
{
    EXPECT_EQ(whose("The number of killed and wounded rose to 14.", "14"), "not told");
    EXPECT_EQ(whose("The number of wounded who died rose to 14.", "14"), "not told");
    EXPECT_EQ(whose("The number of missing feared dead rose to 14.", "14"), "not told");
    EXPECT_EQ(whose("The number of wounded is a concern where 14 were killed.", "14"), "not told");
    EXPECT_EQ(whose("The number of displaced has risen in Kirkuk, where gunmen killed 14 people.", "14"), "not told");
    EXPECT_EQ(whose("The number of wounded rose and 14 people were killed.", "14"), "not told");
}

}  // namespace sitrep::understand
