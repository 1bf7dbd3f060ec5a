// The feature about a desert town that the program is measured against (DESIGN, section 1), told in our own words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view feature =
    "A town in the desert waits for its tormentors to return\n"
    "Basel al-Hamad, a pseudonym for a shopkeeper of {place al-Sukhna|settlement|Homs|SY} in the countryside of {place Homs|governorate|Homs|SY}, "
    "says the joy over the end of ISIS did not last.\n"
    "\n"
    "Its men appear from nowhere, put up checkpoints and leave before anybody follows them, he says.\n"
    "\n"
    "\"I have seen more than three assassinations of government employees in {place al-Sukhna|settlement|Homs|SY},\" Basel al-Hamad said. \"They "
    "come on motorcycles and ride back into the desert.\"\n"
    "\n"
    "Nizar al-Khaled, a resident of {place al-Masrab|settlement|Deir ez-Zor|SY}, said almost daily attacks on shepherds and truffle hunters shake "
    "the {place desert of al-Masrab|region|Deir ez-Zor|SY}.\n"
    "\n"
    "{period 2023|Since the beginning of 2023}, ISIS has claimed 320 attacks in the world, among them 49 in {place Syria|country||SY} and 61 in "
    "{place Iraq|country||IQ}.\n"
    "\n"
    "There are no accurate statistics on the number of its members.";

std::vector<std::int64_t> quantities(const Understanding& said)
{
    std::vector<std::int64_t> numbers;
    for (const Tally& tally : said.tallies) numbers.push_back(tally.quantity);
    return numbers;
}

}  // namespace

TEST(FoundingReport, GivesNoDatedIncident)
{
    const Understanding said = understood(feature);

    for (const Account& account : said.accounts) EXPECT_FALSE(account.date.is_known());
}

TEST(FoundingReport, KeepsTheShootingsAsAnUndatedAccountOfAtLeastThree)
{
    const Understanding said = understood(feature);

    const auto shootings = std::find_if(said.accounts.begin(), said.accounts.end(),
                                        [](const Account& account) { return account.kind == IncidentKind::assassination_or_targeted_killing; });
    ASSERT_NE(shootings, said.accounts.end());
    ASSERT_TRUE(shootings->killed.has_value());
    EXPECT_EQ(shootings->killed->low, 3);
    EXPECT_FALSE(shootings->killed->high.has_value());
    ASSERT_FALSE(shootings->places.empty());
    EXPECT_EQ(shootings->places.front().text, "al-Sukhna");
}

TEST(FoundingReport, KeepsTheClaimedNumbersAsTallies)
{
    const Understanding said = understood(feature);

    EXPECT_THAT(quantities(said), testing::IsSupersetOf({320, 49, 61}));
}

TEST(FoundingReport, KeepsTheDailyAttacksAsAPatternWithWhoSaysSo)
{
    const Understanding said = understood(feature);

    const auto daily = std::find_if(said.patterns.begin(), said.patterns.end(),
                                    [](const Pattern& pattern) { return pattern.what.find("almost daily attacks") != std::string::npos; });
    ASSERT_NE(daily, said.patterns.end());
    EXPECT_NE(daily->claimant.find("Nizar al-Khaled"), std::string::npos);
}

TEST(FoundingReport, FindsTheResidentsNamesSoThatTheyCanBeTakenOut)
{
    const Told report = told(feature, Language::english, "");
    const std::string words = in_words(report, understood(report));

    EXPECT_NE(words.find("person Basel al-Hamad"), std::string::npos);
    EXPECT_NE(words.find("person Nizar al-Khaled"), std::string::npos);
}

}  // namespace sitrep::understand
