#include "analyse/claims/ledger.hpp"

#include <gtest/gtest.h>

namespace sitrep::analyse {
namespace {

Day day(const char* iso) { return *day_from_iso(iso); }

/// An attack by ISIS in Deir ez-Zor on 5 May 2023 that two independent sources tell.
Event attack()
{
    Event event;
    event.first = event.last = day("2023-05-05");
    event.country = "SY";
    event.admin1_code = "SY-DY";
    event.kind = IncidentKind::armed_attack;
    event.perpetrator = "ISIS";
    event.status = PerpetratorStatus::attributed;
    event.grade = Grade::confirmed;
    return event;
}

Claim attacks_in_syria(std::int64_t quantity)
{
    Claim claim;
    claim.quantity = quantity;
    claim.counts = [](const Event& event) { return series_of(event.kind) == Series::attack; };
    claim.actor = "ISIS";
    claim.country = "SY";
    claim.first = day("2023-01-01");
    claim.last = day("2023-05-10");
    return claim;
}

TEST(Ledger, CountsWhatIsCertainLowAndWhatMayBeMeantHigh)
{
    std::vector<Event> events(4, attack());
    events.push_back(attack());
    events.back().grade = Grade::contested;
    events.push_back(attack());
    events.back().last = day("2023-05-31");  // "in May": may lie behind the claim's end
    events.push_back(attack());
    events.back().first = events.back().last = std::nullopt;
    events.push_back(attack());
    events.back().country.clear();
    events.back().admin1_code.clear();

    const auto test = test_claim(attacks_in_syria(49), events);

    EXPECT_EQ(test.low, 4);
    EXPECT_EQ(test.suspected.events, 1);
    EXPECT_EQ(test.fuzzy_date.events, 2);
    EXPECT_EQ(test.fuzzy_place.events, 1);
    EXPECT_EQ(test.high, 8);
    EXPECT_EQ(test.gap_low, 41);
    EXPECT_EQ(test.gap_high, 45);
    EXPECT_NEAR(test.low_limits.low, 1.0899, 1e-4);  // Garwood, 4 seen
}

TEST(Ledger, LeavesOthersAndOtherPlacesAndTimesOut)
{
    std::vector<Event> events(5, attack());
    events[0].perpetrator = "Turkish Armed Forces";
    events[1].country = "IQ";
    events[2].first = events[2].last = day("2022-12-31");
    events[3].kind = IncidentKind::airstrike;
    events[4].perpetrator.clear();
    events[4].status = PerpetratorStatus::unknown;

    const auto test = test_claim(attacks_in_syria(49), events);

    EXPECT_EQ(test.high, 0);
    EXPECT_EQ(test.unattributed.events, 1);  // shown, and no part of the range
    ASSERT_EQ(test.provenance.left_out.size(), 1U);
    EXPECT_EQ(test.provenance.left_out[0].rows, 1);
}

TEST(Ledger, OfAGovernorateDoubtsWhatIsPlacedToTheCountryAlone)
{
    auto claim = attacks_in_syria(20);
    claim.admin1_code = "SY-DY";
    std::vector<Event> events(3, attack());
    events[1].admin1_code.clear();
    events[2].admin1_code = "SY-RA";

    const auto test = test_claim(claim, events);

    EXPECT_EQ(test.low, 1);
    EXPECT_EQ(test.high, 2);
}

TEST(Ledger, TellsMatchedFromClaimedAloneAndFromOursAlone)
{
    std::vector<Event> events(9, attack());
    for (int i = 0; i < 2; ++i) events[std::size_t(i)].status = PerpetratorStatus::claimed;  // claimed, and told by others
    for (int i = 2; i < 5; ++i) {
        events[std::size_t(i)].status = PerpetratorStatus::claimed;
        events[std::size_t(i)].grade = Grade::claimed_only;
    }

    const auto test = test_claim(attacks_in_syria(49), events);

    EXPECT_EQ(test.matched, 2);
    EXPECT_EQ(test.claim_only, 3);
    EXPECT_EQ(test.ours_only, 4);
    ASSERT_TRUE(test.two_lists);
    EXPECT_NEAR(test.two_lists->population, 6.0 * 7 / 3 - 1, 1e-12);
}

TEST(Ledger, CountsTheDeadAsTheRangeThatSourcesState)
{
    auto claim = attacks_in_syria(30);
    claim.of_killed = true;
    std::vector<Event> events(3, attack());
    events[0].killed = TollRange{2, 5};
    events[1].killed = TollRange{1, 1};

    const auto test = test_claim(claim, events);

    EXPECT_EQ(test.low, 3);
    EXPECT_EQ(test.high, 6);
    EXPECT_FALSE(test.share_limits);  // people in one attack die together: exact limits of independent events say nothing
}

TEST(SumCheck, OfTheClaimOf320NamesAThird)
{
    const std::vector<std::int64_t> parts{49, 61};

    const auto check = sum_check(320, parts);

    EXPECT_EQ(check.named, 110);
    EXPECT_EQ(check.elsewhere, 210);
    ASSERT_TRUE(check.share);
    EXPECT_NEAR(check.share->low, 0.2918, 5e-4);  // 34.4 %
    EXPECT_NEAR(check.share->high, 0.3986, 5e-4);
}

TEST(SumCheck, SaysWhenThePartsAreMoreThanTheWhole)
{
    const std::vector<std::int64_t> parts{200, 150};

    const auto check = sum_check(320, parts);

    EXPECT_EQ(check.elsewhere, -30);
    EXPECT_FALSE(check.share);
}

}  // namespace
}  // namespace sitrep::analyse
