// How it is known who did it, as the shipped models and the rules read English: claimed, attributed, unknown.
#include <gtest/gtest.h>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// "ISIS claimed": the name and the status of the perpetrator of the first incident of a report in which @ stands for a town.
std::string who(std::string_view words)
{
    const Understanding said = understood_in_town(words);
    EXPECT_FALSE(said.accounts.empty()) << words;
    if (said.accounts.empty()) return {};
    const auto& perpetrator = said.accounts.front().perpetrator;
    return (perpetrator.name.empty() ? perpetrator.text : perpetrator.name) + " " + std::string(to_string(perpetrator.status));
}

}  // namespace

TEST(Status, IsClaimedWhereTheGroupSaysThatItDidIt)
{
    EXPECT_EQ(who("Two soldiers died when a mine exploded under a lorry near @. ISIS said it had killed them."), "ISIS claimed");
    EXPECT_EQ(who("Gunmen shot dead two policemen in @. ISIS said its fighters had shot them."), "ISIS claimed");
    EXPECT_EQ(who("A bomb killed a guard in @. ISIS accepted responsibility for it."), "ISIS claimed");
}

TEST(Status, IsThatOfTheNameWhichAnAppositionExplains)
{
    EXPECT_EQ(who("Gunmen killed four guards in @. Ansar Ghazwat-ul-Hind, an offshoot of ISIS, said it was responsible.").find("ISIS claimed"), std::string::npos);
    EXPECT_EQ(who("Gunmen killed four guards in @. ISIS, an old rival of al-Qaeda, said it was responsible."), "ISIS claimed");
}

TEST(Status, IsNotClaimedWhereTheGroupDenies)
{
    EXPECT_EQ(who("Gunmen killed four guards in @. ISIS said it was not behind the attack.").find("claimed"), std::string::npos);
    EXPECT_EQ(who("ISIS killed four guards in @, the governor said."), "ISIS attributed");
}

TEST(Status, IsUnknownOfMereMen)
{
    EXPECT_NE(who("Armed individuals shot dead a farmer in @ on Sunday.").find("unknown"), std::string::npos);
    EXPECT_NE(who("Masked men shot dead a farmer in @ on Sunday.").find("unknown"), std::string::npos);
}

TEST(Status, IsAttributedWhereItIsToldWhoseMenTheyWere)
{
    EXPECT_NE(who("On Sunday tribal gunmen attacked a police post in @, killing two, the police said.").find("attributed"), std::string::npos);
}

}  // namespace sitrep::understand
