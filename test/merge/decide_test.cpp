// Where a new account belongs.
#include "merge/accounts.hpp"
#include "merge/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace sitrep::merge {
namespace {

TEST(AnAccountOfAKnownEvent, JoinsIt)
{
    const std::vector<Candidate> known{{IncidentId{7}, told(1, "North Post")}};

    const auto decision = decide(told(2, "Desert Monitor"), known);

    EXPECT_EQ(decision.incident, IncidentId{7});
    EXPECT_EQ(decision.nearest, AccountId{1});
    EXPECT_FALSE(decision.reasons.empty());
}

TEST(AnAccountOfANewEvent, IsKeptApartAndSaysFromWhat)
{
    auto far = told(1, "North Post");
    far.account.places = {at(tadmur(), "Palmyra")};
    const std::vector<Candidate> known{{IncidentId{7}, far}};

    const auto decision = decide(told(2, "Desert Monitor"), known);

    EXPECT_FALSE(decision.incident);
    EXPECT_EQ(decision.nearest, AccountId{1});
}

TEST(WithoutCandidates, EveryAccountIsNew)
{
    const auto decision = decide(told(1, "North Post"), {});

    EXPECT_FALSE(decision.incident);
    EXPECT_FALSE(decision.nearest);
}

TEST(TwoAttacksToldInOneArticle, StayTwo)
{
    auto first = told(1, "North Post"), second = told(2, "North Post");
    second.report = first.report;

    EXPECT_FALSE(decide(second, std::vector<Candidate>{{IncidentId{7}, first}}).incident);
}

TEST(AnIncidentWithAnAccountOfTheSameReport, IsClosedToIt)
{
    const auto elsewhere = told(1, "Desert Monitor");
    auto first = told(2, "North Post"), second = told(3, "North Post");
    second.report = first.report;

    EXPECT_FALSE(decide(second, std::vector<Candidate>{{IncidentId{7}, elsewhere}, {IncidentId{7}, first}}).incident);
}

TEST(AnAccountThatClashesWithOneOfTheIncident, StaysOut)
{
    auto fits = told(1, "North Post"), clashes = told(2, "Third");
    fits.account.date = DateRange::at(*PartialDate::of(2024, 3, std::nullopt));
    clashes.account.date = DateRange::on(sunday + std::chrono::days{20});
    clashes.account.places = {at(tadmur(), "Palmyra")};
    clashes.published = Publication{sunday + std::chrono::days{21}, std::nullopt};

    EXPECT_FALSE(decide(told(3, "Desert Monitor"), std::vector<Candidate>{{IncidentId{7}, fits}, {IncidentId{7}, clashes}}).incident);
}

TEST(TheBetterOfTwoIncidents, IsJoined)
{
    auto near = told(1, "North Post"), better = told(2, "Third");
    near.account.killed = Toll{5, 5, {}};
    near.account.date = DateRange::at(*PartialDate::of(2024, 3, std::nullopt));

    EXPECT_EQ(decide(told(3, "Desert Monitor"), std::vector<Candidate>{{IncidentId{7}, near}, {IncidentId{8}, better}}).incident, IncidentId{8});
}

/// Files accounts in the given order and gives the sets of account numbers that became incidents.
std::set<std::set<std::int64_t>> incidents_of(const std::vector<FiledAccount>& accounts)
{
    std::vector<Candidate> known;
    std::int64_t next = 0;
    for (const auto& account : accounts) {
        const auto decision = decide(account, known);
        known.push_back({decision.incident.value_or(IncidentId{next + 1}), account});
        if (!decision.incident) ++next;
    }
    std::map<IncidentId, std::set<std::int64_t>> sets;
    for (const auto& [incident, account] : known) sets[incident].insert(static_cast<std::int64_t>(account->id));
    std::set<std::set<std::int64_t>> out;
    for (auto& [incident, members] : sets) out.insert(std::move(members));
    return out;
}

TEST(TheOrderOfArrival, HardlyMatters)
{
    std::vector<FiledAccount> accounts;
    for (int i = 0; i < 12; ++i) {
        auto filed = told(i + 1, "Paper " + std::to_string(i));
        filed.account.date = DateRange::on(sunday + std::chrono::days{10 * (i % 3)});
        filed.published = Publication{sunday + std::chrono::days{10 * (i % 3) + 1}, std::nullopt};
        if (i % 2) filed.account.places = {at(tadmur(), "Palmyra")};
        if (i % 5 == 0) filed.account.killed.reset();
        accounts.push_back(filed);
    }
    const auto expected = incidents_of(accounts);
    ASSERT_EQ(expected.size(), 6U);

    std::mt19937 random(2024);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(accounts.begin(), accounts.end(), random);
        EXPECT_EQ(incidents_of(accounts), expected);
    }
}

}  // namespace
}  // namespace sitrep::merge
