// A stated count beside our own, and what could explain the difference.
#include "publish/made_up.hpp"
#include "publish/tally_accounts.hpp"

#include <gtest/gtest.h>

namespace sitrep::publish {
namespace {

TallyScope attacks_in_syria()
{
    return {"attacks", std::nullopt, false, "SY", "", day("2023-01-01"), day("2023-05-18"), "ISIS"};
}

Countable attack_on(const std::string& iso) { return countable(attack(1, iso, town("Palmyra"))); }

TEST(OurCount, HoldsWhatLiesInPeriodAreaAndUnit)
{
    auto operation = attack_on("2023-05-01");
    operation.kind = IncidentKind::security_operation;
    const std::vector<Countable> incidents{attack_on("2023-01-01"), attack_on("2023-05-18"), attack_on("2023-05-19"), attack_on("2022-12-31"), operation};

    const auto account = account_for(attacks_in_syria(), 49, incidents);

    ASSERT_TRUE(account);
    EXPECT_EQ(account->ours, (TollRange{2, 2}));
    EXPECT_EQ(account->not_here, 47);
}

TEST(TheDifference, IsExplainedByWhatIsUndatedUnplacedElsewhereOrNobodys)
{
    auto undated = attack_on("2023-02-01"), unplaced = undated, elsewhere = undated, nobody = undated, claim = undated, edge = undated;
    undated.first = undated.last = std::nullopt;
    unplaced.country.clear();
    unplaced.admin1_code.clear();
    elsewhere.country = "IQ";
    nobody.perpetrator.clear();
    claim.claimed_only = true;
    edge.first = day("2023-05-01");
    edge.last = day("2023-05-31");

    const auto account = account_for(attacks_in_syria(), 10, std::vector{undated, unplaced, elsewhere, nobody, claim, edge});

    ASSERT_TRUE(account);
    EXPECT_EQ(account->ours, (TollRange{1, 1}));
    EXPECT_EQ(account->claimed_only, 1);
    EXPECT_EQ(account->undated, 2);
    EXPECT_EQ(account->unplaced, 1);
    EXPECT_EQ(account->elsewhere, 1);
    EXPECT_EQ(account->unattributed, 1);
    EXPECT_EQ(account->not_here, 10 - 1 - 2 - 1 - 1);
}

TEST(ACountOfPeople, IsTheSumOfLowsToTheSumOfHighs)
{
    auto scope = attacks_in_syria();
    scope.unit = "killed";
    auto first = attack_on("2023-02-01"), second = first;
    first.killed = TollRange{3, 5};
    second.killed = TollRange{1, 1};

    EXPECT_EQ(account_for(scope, 12, std::vector{first, second})->ours, (TollRange{4, 6}));
    EXPECT_EQ(account_for(scope, 12, std::vector{first, second})->not_here, 6);
}

TEST(ATallyWithoutPeriodUnitOrKnownArea, SaysWhyNothingStandsBesideIt)
{
    Tally tally;
    tally.unit = "attacks";
    std::string why;
    EXPECT_FALSE(scope_of(tally, why));
    EXPECT_EQ(why, "the period is not stated");
    tally.period = DateRange::between(day("2023-01-01"), day("2023-05-18"), DatePrecision::month);
    tally.unit = "sheep";
    EXPECT_FALSE(scope_of(tally, why));
    EXPECT_EQ(why, "we keep no count of this kind");
    tally.unit = "attacks";
    tally.scope_place = "our valley";
    EXPECT_FALSE(scope_of(tally, why));
    tally.scope_place.clear();
    EXPECT_TRUE(scope_of(tally, why));
}

}  // namespace
}  // namespace sitrep::publish
