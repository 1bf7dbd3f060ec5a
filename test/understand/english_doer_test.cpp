// By which name an English report calls who did it, and who did it in the words of grammar.
#include <gtest/gtest.h>

#include "understand/counted.hpp"

namespace sitrep::understand {

namespace {

Perpetrator doer(std::string_view words)
{
    const auto accounts = understood_in_town(words).accounts;
    return accounts.empty() ? Perpetrator{} : accounts.front().perpetrator;
}

}  // namespace

TEST(EnglishDoers, AreCalledAsTheReportCallsThem)
{
    const Perpetrator province = doer("Gunmen of Wilayat Sinai shot dead two soldiers in @ on Monday.");
    EXPECT_EQ(province.local_name, "Wilayat Sinai");
    EXPECT_EQ(province.name, "IS-Sinai");
    EXPECT_EQ(doer("Suspected Pakistani Taliban shot dead two policemen in @ on Monday.").local_name, "Pakistani Taliban");
}

TEST(EnglishDoers, HaveTheNameOfTheRegisterWhereTheReportTellsItTooOrItsInitials)
{
    EXPECT_EQ(doer("Fighters of the New People's Army shot dead two soldiers in @ on Monday.").local_name, "NPA");
    EXPECT_EQ(doer("Gunmen of Wilayat Sinai shot dead two soldiers in @ on Monday. IS-Sinai has killed many.").local_name, "IS-Sinai");
    EXPECT_EQ(doer("Houthi rebels shot dead two soldiers in @ on Monday.").local_name, "Houthis");
    EXPECT_EQ(doer("ISIS militants shot dead two soldiers in @ on Monday.").local_name, "ISIS");
}

TEST(EnglishDoers, MayBeNamedByALetterAndANumber)
{
    EXPECT_EQ(doer("M23 rebels shot dead two farmers in @ on Monday.").name, "M23");
    EXPECT_EQ(doer("Fighters of the 3R shot dead two farmers in @ on Monday.").name, "3R (CAR)");
    EXPECT_EQ(doer("Gunmen on the m23 road shot dead two farmers in @ on Monday.").name, "");
}

TEST(EnglishDoers, OfInitialsThatOthersBearTooAreMeantAtHome)
{
    const auto doer_in = [](std::string_view place) {
        const auto accounts = understood("Attack on a post\nThe SNA killed three soldiers in {place " + std::string(place) + "} on Monday.").accounts;
        return accounts.empty() ? "nobody" : accounts.front().perpetrator.name;
    };
    EXPECT_EQ(doer_in("Afrin|city|Aleppo|SY"), "SNA");
    EXPECT_EQ(doer_in("Baidoa|city|Bay|SO"), "Somali army");
    EXPECT_EQ(doer_in("Lima|city|Lima|PE"), "");
}

TEST(EnglishDoers, AreShownWithoutWhatTheRegisterTellsThemApartBy)
{
    EXPECT_EQ(doer("Fighters of the 3R shot dead two farmers in @ on Monday.").local_name, "3R");
    EXPECT_EQ(doer("Gunmen of the Kurdistan Workers' Party shot dead two soldiers in @ on Monday.").name, "PKK");
}

TEST(EnglishDoers, AreToldWithoutHowManyTheyWereOrWhoSuspectsThem)
{
    EXPECT_EQ(doer("Presumed separatists shot dead a teacher in @ on Monday.").text, "separatists");
    EXPECT_EQ(doer("About 500 villagers burned a police post in @ on Monday.").text, "villagers");
}

TEST(EnglishDoers, AreNotCountedAsTheirVictims)
{
    EXPECT_EQ(english("Five soldiers killed two farmers."), "2 killed");
    EXPECT_EQ(english("Six policemen shot dead three protesters."), "3 killed");
    EXPECT_EQ(english("Thirty armed tribesmen killed a shepherd."), "1 killed");
    EXPECT_EQ(english("Eight farmers wounded two herders."), "2 injured");
}

TEST(EnglishDoers, AreNotThoseOfATitleWithoutItsVerb)
{
    EXPECT_EQ(english("Five soldiers killed in an attack."), "5 killed");
    EXPECT_EQ(english("Four guards killed by gunmen."), "4 killed");
    EXPECT_EQ(english("5 soldiers killed 3 civilians wounded in an attack"), "5 killed; 3 injured");
    EXPECT_EQ(english("Seven soldiers killed two of them officers"), "7 killed");
    EXPECT_EQ(english("Five people shot dead a day after a blast"), "5 killed");
}

}  // namespace sitrep::understand
