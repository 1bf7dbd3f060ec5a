// Two who did it together, two who fought each other, and those who are only named beside.
#include <gtest/gtest.h>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// "RSF and Wagner": the perpetrator of the first incident of a report in which @ stands for a town, under its name or, without one, in the report's words.
std::string doer(std::string_view words)
{
    const Understanding said = understood_in_town(words);
    EXPECT_FALSE(said.accounts.empty()) << words;
    if (said.accounts.empty()) return {};
    const auto& perpetrator = said.accounts.front().perpetrator;
    return perpetrator.name.empty() ? perpetrator.text : perpetrator.name;
}

}  // namespace

TEST(Perpetrator, IsBothWhoDidItTogether)
{
    EXPECT_EQ(doer("The RSF and allied Arab militias attacked @ on Monday and killed ten people."), "RSF and allied Arab militias");
    EXPECT_EQ(doer("The Malian army and Wagner fighters killed ten people in @ on Monday."), "Malian army and Wagner");
    EXPECT_EQ(doer("Malian soldiers and Wagner fighters killed ten people in @ on Monday."), "Malian army and Wagner");
    EXPECT_EQ(doer("Ten people were killed in an attack by JNIM and ISGS fighters near @ on Monday."), "JNIM and Islamic State Sahel");
    EXPECT_EQ(doer("The RSF, along with Arab militiamen, burned the village of @ on Monday."), "RSF and Arab militiamen");
}

TEST(Perpetrator, IsBothWhoAreAccusedOrClaimIt)
{
    EXPECT_EQ(doer("Residents accused the RSF and allied militias of killing ten people in @ on Monday."), "RSF and allied militias");
    EXPECT_EQ(doer("The Taliban and ISIS-K claimed the bombing that killed ten in @ on Monday."), "Taliban and ISIS-K");
}

TEST(Perpetrator, IsBackedByAircraftButNotBySponsors)
{
    EXPECT_EQ(doer("The Syrian army, backed by Russian jets, bombed @ on Monday, killing ten."), "Syrian government forces and Russia");
    EXPECT_EQ(doer("M23 rebels backed by Rwanda seized the town of @ on Monday.").find("Rwanda"), std::string::npos);
}

TEST(Perpetrator, IsNotJoinedByWhoOpensAClauseOfItsOwn)
{
    EXPECT_EQ(doer("Ten people were killed by JNIM and the army said it had sent troops to @ on Monday."), "JNIM");
    EXPECT_EQ(doer("JNIM attacked the army and Wagner in @ on Monday, killing ten."), "JNIM");
}

TEST(Perpetrator, IsBothSidesOfAClashWhereTheTitleNamesNeither)
{
    EXPECT_EQ(doer("Clans clash. On {date 2024-03-02|Saturday} the Apuk and Aguok clans clashed over grazing land in @ and nine people were killed."), "Apuk and Aguok clans");
}

TEST(Perpetrator, IsNobodyWhoseNameAThingBears)
{
    EXPECT_EQ(doer("Mortar bombs fell near the Russian embassy in @ on Monday, killing one."), "");
    EXPECT_EQ(doer("Gunmen disguised as ISIS fighters killed two in @ on Monday."), "Gunmen");
    EXPECT_EQ(doer("The Turkish border guards shot dead two refugees in @ on Monday."), "Turkey");
}

TEST(Perpetrator, IsNobodyWhoIsCountedAmongTheVictims) { EXPECT_EQ(doer("Three Turkish soldiers were killed in a strike near @ on Monday."), ""); }

TEST(Perpetrator, IsNobodyWhoIsOneOfTwoGuesses) { EXPECT_EQ(doer("A bomb killed two in @ on Monday. Police suspect either the NPA or the BIFF."), ""); }

TEST(Perpetrator, IsWhoseFightersTheyAre)
{
    const auto said = understood_in_town("The RSF attacked a market in @ on Monday and killed ten people. On Tuesday its fighters looted the mill of @ and killed two.");

    ASSERT_EQ(said.accounts.size(), 2U);
    EXPECT_EQ(said.accounts.back().perpetrator.name, "RSF");
}

}  // namespace sitrep::understand
