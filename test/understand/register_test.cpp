// What the register of actors says of the forces of a country.
#include <gtest/gtest.h>

#include "understand/names/register.hpp"

namespace sitrep::understand {

TEST(Forces, OfACountryHaveOneNameWhereTheRegisterKnowsOne)
{
    EXPECT_EQ(force_of("IQ", "state_forces"), "Iraqi forces");
    EXPECT_EQ(force_of("TH", "state_forces"), "Thai security forces");
    EXPECT_EQ(force_of("IQ", "state_military"), "Iraqi forces");
    EXPECT_EQ(force_of("NG", "state_military"), "Nigerian army");
}

TEST(Forces, AreNotGuessedWhereThereAreSeveralOrOnlyAnArmy)
{
    EXPECT_EQ(force_of("LY", "state_forces"), "");
    EXPECT_EQ(force_of("SO", "state_forces"), "");
    EXPECT_EQ(force_of("NG", "state_forces"), "");
    EXPECT_EQ(force_of("", "state_forces"), "");
}

TEST(Forces, OfAStateAreItsArmyWhereTheRegisterHasBoth)
{
    EXPECT_EQ(army_of("Israel"), "Israeli military");
    EXPECT_EQ(army_of("ISIS"), "");
}

TEST(Names, InCapitalsMayHaveOneLetterBesideADigit)
{
    const auto document = text::Document::parse("The M23 and RSF, G9; Rsf, m23, 23, A", 0, Language::english);
    std::string in_capitals;
    for (std::uint32_t at = 0; at < document.tokens().size(); ++at)
        if (is_in_capitals(document, at)) in_capitals += std::string(document.words(at, at + 1)) + " ";
    EXPECT_EQ(in_capitals, "M23 RSF G9 ");
}

TEST(Names, AreFoundAsTheTokeniserPartsThem)
{
    for (const std::string_view name : {"Kurdistan Workers' Party", "People's Defence Force", "SPLM/A-N", "Al-Aqsa Martyrs' Brigades", "Return, Reclamation and Rehabilitation"}) {
        const auto document = text::Document::parse(name, 0, Language::english);
        std::string tokens;
        for (const auto& token : document.tokens()) tokens += (tokens.empty() ? "" : " ") + std::string(token.normal);
        EXPECT_EQ(name_as_tokens(name), tokens);
    }
}

}  // namespace sitrep::understand
