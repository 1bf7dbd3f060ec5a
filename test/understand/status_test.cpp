// How it is known who did it, as the shipped models and the rules read English: claimed, attributed, unknown.
#include <gtest/gtest.h>

#include "understand/told.hpp"
#include "understand/who/publisher.hpp"

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

TEST(Perpetrator, IsNobodyWhoStandsApart)
{
    for (const std::string_view word : {"ISIS condemned the attack.", "ISIS distanced itself from the attack.", "ISIS has said nothing.", "ISIS said it was not behind the blast.",
                                        "ISIS said it had nothing to do with it.", "Police ruled out ISIS.", "ISIS has not commented."})
        EXPECT_EQ(who("A bomb killed two people in @ on Monday. " + std::string(word)).find("ISIS"), std::string::npos) << word;
    EXPECT_EQ(who("A bomb killed two people in @ on Monday. Police blamed ISIS. ISIS condemned the attack."), "ISIS attributed");
    EXPECT_EQ(who("Shells killed two people in @ on Monday. Residents blamed the Syrian army. The army denied any role.").find("unknown"), std::string::npos);
    EXPECT_EQ(who("A bomb killed two people in @ on Monday. ISIS is suspected though it has kept silent."), "ISIS attributed");
}

TEST(Status, IsNotClaimedByWhoClaimsOtherDeeds)
{
    EXPECT_EQ(who("A dentist was shot in @ on Saturday. ISIS, which has boasted of other murders, was silent.").find("ISIS"), std::string::npos);
    EXPECT_EQ(who("A bomb killed two people in @ on Monday. ISIS claimed the blast and other attacks."), "ISIS claimed");
    for (const std::string_view other : {"ISIS has claimed similar attacks.", "ISIS has claimed responsibility for earlier attacks."})
        EXPECT_EQ(who("A bomb killed two people in @ on Monday. " + std::string(other)).find("ISIS"), std::string::npos) << other;
    EXPECT_EQ(who("A bomb killed two people in @ on Monday. Police blamed ISIS, which has claimed similar attacks."), "ISIS attributed");
}

TEST(Status, IsClaimedOrAttributedInManyWords)
{
    EXPECT_EQ(who("A shell killed five in @ on Thursday. ISIS wrote that it had done it."), "ISIS claimed");
    EXPECT_EQ(who("A shell killed five in @ on Thursday. ISIS said that this was its work."), "ISIS claimed");
    EXPECT_EQ(who("A shell killed five in @ on Thursday. The union holds ISIS to account."), "ISIS attributed");
    EXPECT_EQ(who("A mine killed five in @ on Thursday. ISIS is said to have laid it in 2016."), "ISIS attributed");
    EXPECT_EQ(who("A bomb killed five in @ on Thursday. ISIS is thought to have 200 men in the hills.").find("ISIS"), std::string::npos);
}

TEST(Perpetrator, IsNotWhoCameUnderFire)
{
    EXPECT_EQ(who("Policemen came under fire from al-Shabaab in @ on Monday; two died."), "al-Shabaab attributed");
    EXPECT_EQ(who("Soldiers who had come under fire shot dead two herders near @ on Monday.").find("unknown"), std::string::npos);
}

TEST(Status, IsUnknownOfMereMen)
{
    EXPECT_NE(who("Armed individuals shot dead a farmer in @ on Sunday.").find("unknown"), std::string::npos);
    EXPECT_NE(who("Masked men shot dead a farmer in @ on Sunday.").find("unknown"), std::string::npos);
}

TEST(Status, IsUnknownOfMenOfWhomNothingIsTold)
{
    EXPECT_NE(who("Robbers shot dead a jeweller in @ on Sunday, the police said.").find("unknown"), std::string::npos);
}

TEST(Status, IsAttributedWhereItIsToldWhoseMenTheyWere)
{
    EXPECT_NE(who("On Sunday tribal gunmen attacked a police post in @, killing two, the police said.").find("attributed"), std::string::npos);
}

TEST(Status, IsClaimedWhereTheGroupSaysThatItOrItsMenHadDoneIt)
{
    EXPECT_EQ(who("Three guards were shot dead at a mill near @ on Monday. ISIS confirmed on its channel that it had attacked them."), "ISIS claimed");
    EXPECT_EQ(who("Three guards were shot dead at a mill near @ on Monday. ISIS told a radio abroad that its men had shot them."), "ISIS claimed");
    EXPECT_EQ(who("A bomb killed a guard in @ on Monday. ISIS took full responsibility."), "ISIS claimed");
    EXPECT_EQ(who("A bomb killed a guard in @ on Monday. ISIS adopted the attack."), "ISIS claimed");
}

TEST(Status, IsNotClaimedByThePoliceWhoConfirmAnAttack)
{
    EXPECT_EQ(who("A bomb killed a guard in @ on Monday. Police confirmed the attack.").find("claimed"), std::string::npos);
}

TEST(Status, IsThatOfTheAccusedWhateverTheTense)
{
    EXPECT_EQ(who("Shells hit a clinic in @ on Monday and killed two patients. Doctors accuse the Houthis."), "Houthis attributed");
    EXPECT_EQ(who("Two watchmen were shot dead in @ on Monday. The Houthis were accused by the union."), "Houthis attributed");
    EXPECT_EQ(who("Two watchmen were shot dead in @ on Monday. Doctors do not accuse the Houthis.").find("Houthis"), std::string::npos);
    EXPECT_EQ(who("Two suspects shot a watchman dead in @ on Monday.").find("attributed"), std::string::npos);
}

TEST(Publisher, IsASideWhereItsWordsNameOneAndNoPaperAboutIt)
{
    EXPECT_TRUE(publishes("SDF Press", "SDF"));
    EXPECT_TRUE(publishes("Amaq", "ISIS"));
    EXPECT_TRUE(publishes("CENTCOM", "United States"));
    EXPECT_FALSE(publishes("SDF Press", "ISIS"));
    EXPECT_FALSE(publishes("Peshmerga Today", "Peshmerga"));
    EXPECT_FALSE(publishes("ISWAP monitor", "ISWAP"));
    EXPECT_FALSE(publishes("Friends of Hezbollah", "Hezbollah"));
    EXPECT_FALSE(publishes("", "SDF"));
}

TEST(Perpetrator, IsBothSidesOfAClashThatOnePhraseNames)
{
    EXPECT_EQ(who("Two passers-by died on Monday in a gun battle between Ahrar al-Sham and the Levant Front in @."), "Ahrar al-Sham / Levant Front attributed");
    EXPECT_EQ(who("The al-Hamra and Bani Zaid tribes fought over a well in @ on Monday, killing five."), "al-Hamra and Bani Zaid tribes attributed");
}

TEST(Perpetrator, IsOneSideWhereTwoFightAThirdOrTheArmy)
{
    EXPECT_EQ(who("Ahrar al-Sham and the Levant Front fought with ISIS in @ on Monday, killing five.").find(" / "), std::string::npos);
    EXPECT_EQ(who("Two passers-by died on Monday in a gun battle between soldiers and Boko Haram in @.").find(" / "), std::string::npos);
}

TEST(Perpetrator, IsTheLastDoerWhereItIsTheSameGroup)
{
    const auto said = understood_in_town("Boko Haram fighters shot dead three farmers in @ on Monday. On Tuesday the same fighters burned down a school in @.");

    ASSERT_EQ(said.accounts.size(), 2U);
    EXPECT_EQ(said.accounts.back().perpetrator.name, said.accounts.front().perpetrator.name);
}

TEST(Perpetrator, IsNoArmyOfThePlaceWhereOtherForcesAreTold)
{
    for (const auto text : {"Rebel commandos killed two men in @ on Monday.", "French paratroopers killed two men in @ on Monday.", "A former gendarme stabbed his wife in @ on Monday.",
                            "The air force of a neighbouring state bombed a camp in @ on Monday, killing three."})
        EXPECT_EQ(who(text).find("Syrian"), std::string::npos) << text;
}

TEST(Perpetrator, IsNotTheArmyWhereTheSameGunmenOrTheSameTimeIsTold)
{
    for (const auto text : {"The army killed four rebels in @ on Monday. At the same time rebels killed two farmers in @.",
                            "Soldiers shot dead a hunter in @ on Monday. The same gunmen burned a mill in @ on Tuesday."}) {
        const auto said = understood_in_town(text);
        ASSERT_FALSE(said.accounts.empty()) << text;
        if (said.accounts.size() > 1) {
            EXPECT_EQ(said.accounts.back().perpetrator.name, "") << text;
        }
    }
}

TEST(Perpetrator, IsNobodyWhoIsUsuallyOrWasEarlierAccused)
{
    EXPECT_EQ(who("Gunmen killed a trader in @ on Monday. The Houthis have in the past been blamed for attacks on traders.").find("Houthis"), std::string::npos);
}

TEST(Status, IsNotClaimedByWhatIsToldOfAGroupsPeople)
{
    EXPECT_EQ(who("A drone killed five guards in @ on Monday. The RSF told a radio that its members live there.").find("claimed"), std::string::npos);
    EXPECT_EQ(who("Missiles killed two guards in @ on Monday. The RSF said that its forces had come under attack.").find("claimed"), std::string::npos);
}

}  // namespace sitrep::understand
