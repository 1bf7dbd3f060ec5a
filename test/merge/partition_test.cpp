// Which accounts become one incident: the failures known of other programs, and that the order of arrival does not matter.
#include "merge/accounts.hpp"
#include "merge/gathering.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace sitrep::merge {
namespace {

using Groups = std::set<std::set<std::int64_t>>;

/// Adds reports in their order and gives the sets of account numbers that became incidents.
Groups incidents_of(const std::vector<std::vector<FiledAccount>>& reports)
{
    Gathering gathering;
    std::vector<std::int64_t> ids;
    for (const auto& report : reports) {
        std::vector<Facts> facts;
        for (const auto& account : report) {
            facts.push_back(facts_of(account));
            ids.push_back(std::int64_t(account.id));
        }
        gathering.add(facts);
    }
    std::map<Gathering::Number, std::set<std::int64_t>> sets;
    for (Gathering::Number i = 0; i < gathering.size(); ++i) sets[gathering.group_of(i)].insert(ids[i]);
    Groups out;
    for (auto& [group, members] : sets) out.insert(std::move(members));
    return out;
}

Groups incidents_of(const std::vector<FiledAccount>& accounts)
{
    std::vector<std::vector<FiledAccount>> reports;
    for (const auto& account : accounts) reports.push_back({account});
    return incidents_of(reports);
}

FiledAccount protest(int number, std::string publisher, Place place)
{
    auto filed = told(number, std::move(publisher));
    filed.account.kind = IncidentKind::protest;
    filed.account.killed.reset();
    filed.account.perpetrator = {"demonstrators", "", PerpetratorStatus::unknown, {}, {}};
    filed.account.places = {at(place, place.name)};
    return filed;
}

TEST(AnAccountOfAKnownEvent, JoinsIt)
{
    EXPECT_EQ(incidents_of({told(1, "North Post"), told(2, "Desert Monitor")}), (Groups{{1, 2}}));
}

TEST(TwoAttacksToldInOneArticle, StayTwoAlsoWhenAThirdReportFitsBoth)
{
    auto first = told(1, "North Post"), second = told(2, "North Post");
    second.report = first.report;
    const auto elsewhere = told(3, "Desert Monitor");

    for (const auto& group : incidents_of({{first, second}, {elsewhere}})) EXPECT_FALSE(group.contains(1) && group.contains(2));
    for (const auto& group : incidents_of({{elsewhere}, {first, second}})) EXPECT_FALSE(group.contains(1) && group.contains(2));
}

// A program that rounds coordinates to half a degree makes one of these.
TEST(TwoProtestsFiftyKilometresApart, StayTwo)
{
    const auto near = town("geonames:11", "Qaryatayn", 34.23, 37.24), far = town("geonames:12", "Mahin", 34.24, 37.78);
    EXPECT_EQ(incidents_of({protest(1, "North Post", near), protest(2, "Desert Monitor", far)}), (Groups{{1}, {2}}));
}

// A window of 50 km and seven days without a look at who did it hides the second attack.
TEST(TwoAttacksByOpposedSidesInOneWeekAndArea, StayTwo)
{
    auto other = told(2, "Desert Monitor");
    other.account.kind = IncidentKind::airstrike;
    other.account.perpetrator = {.text = "army aircraft", .name = "Syrian army", .status = PerpetratorStatus::attributed, .span = {}};
    other.account.date = DateRange::on(sunday + std::chrono::days{2});
    other.published = Publication{sunday + std::chrono::days{3}, std::nullopt};
    other.account.targets.front().target_class = TargetClass::militant;
    other.account.killed = Toll{9, 9, {}};

    EXPECT_EQ(incidents_of({told(1, "North Post"), other}), (Groups{{1}, {2}}));
}

// "NA" as an id, a name or a place made one event of all that lacked it.
TEST(AccountsThatLackEverything, AreNotOneIncident)
{
    std::vector<FiledAccount> accounts(6);
    for (int i = 0; i < 6; ++i) {
        accounts[std::size_t(i)].id = AccountId{i + 1};
        accounts[std::size_t(i)].report = ReportId{i + 1};
        accounts[std::size_t(i)].account.evidence = {{0, 1}};
    }
    EXPECT_EQ(incidents_of(accounts).size(), 6U);
}

TEST(AnAccountThatClashesWithOneOfTheIncident, StaysOut)
{
    auto clashes = told(2, "Third");
    clashes.account.date = DateRange::on(sunday + std::chrono::days{20});
    clashes.account.places = {at(tadmur(), "Palmyra")};
    clashes.published = Publication{sunday + std::chrono::days{21}, std::nullopt};

    EXPECT_EQ(incidents_of({told(1, "North Post"), clashes, told(3, "Desert Monitor")}), (Groups{{1, 3}, {2}}));
}

/// A small world in which much may be one: two towns, few days, few tolls, some undated, some with two accounts a report.
std::vector<std::vector<FiledAccount>> small_world(const std::vector<int>& choices)
{
    std::vector<std::vector<FiledAccount>> reports;
    for (std::size_t i = 0; i + 5 < choices.size(); i += 6) {
        const int number = static_cast<int>(i / 6) + 1;
        auto filed = told(number, "Paper " + std::to_string(choices[i] % 4));
        filed.url = "https://example.org/" + std::to_string(number);
        const Day day = sunday + std::chrono::days{choices[i + 1] % 4};
        filed.account.date = choices[i + 2] % 5 == 0 ? DateRange::unknown() : DateRange::on(day);
        filed.published = Publication{day + std::chrono::days{1}, std::nullopt};
        if (choices[i + 3] % 2) filed.account.places = {at(tadmur(), "Palmyra")};
        if (choices[i + 3] % 7 == 0) filed.account.places.front().place.precision = PlacePrecision::governorate;
        filed.account.killed = Toll{choices[i + 4] % 4, choices[i + 4] % 4, {}};
        if (choices[i + 5] % 3 == 0) filed.account.kind = IncidentKind::ied_or_mine;
        if (choices[i + 5] % 4 == 0 && !reports.empty() && reports.back().size() == 1) {
            filed.report = reports.back().front().report;
            filed.publisher = reports.back().front().publisher;
            filed.published = reports.back().front().published;
            reports.back().push_back(filed);
        } else {
            reports.push_back({filed});
        }
    }
    return reports;
}

RC_GTEST_PROP(TheOrderOfArrival, DoesNotMatter, ())
{
    const auto count = *rc::gen::inRange(2, 30);
    auto reports = small_world(*rc::gen::container<std::vector<int>>(static_cast<std::size_t>(count) * 6, rc::gen::inRange(0, 1000)));
    const auto expected = incidents_of(reports);
    for (int round = 0; round < 3; ++round) {
        const auto order = *rc::gen::container<std::vector<int>>(reports.size(), rc::gen::inRange(0, 1'000'000));
        std::vector<std::size_t> at(reports.size());
        std::iota(at.begin(), at.end(), std::size_t{0});
        std::stable_sort(at.begin(), at.end(), [&](std::size_t i, std::size_t j) { return order[i] < order[j]; });
        std::vector<std::vector<FiledAccount>> shuffled;
        for (const auto i : at) shuffled.push_back(reports[i]);
        RC_ASSERT(incidents_of(shuffled) == expected);
    }
}

RC_GTEST_PROP(ManyReportsAtOnce, GiveTheSameAsOneByOne, ())
{
    const auto count = *rc::gen::inRange(0, 30);
    const auto reports = small_world(*rc::gen::container<std::vector<int>>(static_cast<std::size_t>(count) * 6, rc::gen::inRange(0, 1000)));
    std::vector<std::vector<Facts>> facts;
    for (const auto& report : reports) {
        auto& mine = facts.emplace_back();
        for (const auto& account : report) mine.push_back(facts_of(account));
    }
    // Some before, of which some are forgotten, and some after: few at once go another way than many.
    const auto before = *rc::gen::inRange<std::size_t>(0, facts.size() + 1), after = *rc::gen::inRange<std::size_t>(before, facts.size() + 1);
    const auto kept = *rc::gen::inRange<std::size_t>(0, 2 * facts.size() + 1);
    const auto add = [&](Gathering& gathering, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) gathering.add(facts[i]);
    };
    Gathering one_by_one, all;
    for (auto* gathering : {&one_by_one, &all}) {
        add(*gathering, 0, before);
        gathering->keep_newest(kept);
    }
    add(one_by_one, before, facts.size());
    all.add_all(after - before, [&](std::size_t i) { return std::span<const Facts>(facts[before + i]); }, *rc::gen::inRange<std::size_t>(1, 4));
    add(all, after, facts.size());
    RC_ASSERT(all.size() == one_by_one.size());
    RC_ASSERT(all.ties() == one_by_one.ties());
    RC_ASSERT(all.pairs_compared() == one_by_one.pairs_compared());
    for (Gathering::Number i = 0; i < all.size(); ++i) RC_ASSERT(all.group_of(i) == one_by_one.group_of(i));
}

// The same where neither the reports nor the ties are done in one piece.
TEST(ManyReportsAtOnce, GiveTheSameAsOneByOneOverManyBatches)
{
    constexpr int reports = 10'000, attacks = 2'500;
    std::vector<Facts> facts;
    for (int i = 0; i < reports; ++i) {
        auto filed = told(i + 1, fmt::format("outlet {}", i));
        filed.account.date = DateRange::on(sunday + std::chrono::days{i % attacks});
        filed.published = Publication{sunday + std::chrono::days{i % attacks + 1}, std::nullopt};
        facts.push_back(facts_of(filed));
    }
    Gathering one_by_one, all;
    for (const auto& one : facts) one_by_one.add(std::span(&one, 1));
    all.add_all(facts.size(), [&](std::size_t i) { return std::span(&facts[i], 1); });

    EXPECT_EQ(all.ties(), one_by_one.ties());
    for (Gathering::Number i = 0; i < all.size(); ++i) ASSERT_EQ(all.group_of(i), one_by_one.group_of(i)) << i;
}

// One town, attacks every day, four reports of each: hundreds of accounts hang together from neighbour to neighbour.
TEST(ATownWithAttacksEveryDay, IsLookedAtInPartsAndDaysFarApartNeverMeet)
{
    constexpr int attack_days = 150, reports_each = 4;
    Gathering gathering;
    std::vector<int> days;
    for (int day = 0; day < attack_days; ++day)
        for (int report = 0; report < reports_each; ++report) {
            FiledAccount filed = told(day * reports_each + report + 1, fmt::format("outlet {}", report));
            filed.published = Publication{sunday + std::chrono::days{day + 1}, std::nullopt};
            filed.account.date = DateRange::on(sunday + std::chrono::days{day});
            gathering.add(std::array{facts_of(filed)});
            days.push_back(day);
        }

    std::map<Gathering::Number, std::set<int>> days_of;
    for (Gathering::Number i = 0; i < gathering.size(); ++i) days_of[gathering.group_of(i)].insert(days[i]);
    EXPECT_GE(days_of.size(), attack_days / 4u);
    for (const auto& [group, met] : days_of) EXPECT_LE(*met.rbegin() - *met.begin(), 3);
    EXPECT_LE(gathering.most_looked_at(), std::size_t{attack_days * reports_each} / 2);
}

RC_GTEST_PROP(Keys, AreAskedForByEachOfTwoAccountsThatCouldBeOne, ())
{
    const auto reports = small_world(*rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 1000)));
    RC_PRE(reports.size() == 2);
    const auto a = facts_of(reports[0].front()), b = facts_of(reports[1].front());
    RC_ASSERT(Gathering::are_compared(a, b) == Gathering::are_compared(b, a));
}

TEST(AGatheringThatForgets, GoesOnWithTheRest)
{
    Gathering gathering;
    for (int i = 1; i <= 4; ++i) gathering.add(std::vector{facts_of(told(i, "Paper " + std::to_string(i)))});
    ASSERT_EQ(gathering.group_of(3), 0U);

    gathering.keep_newest(2);

    EXPECT_EQ(gathering.size(), 2U);
    EXPECT_EQ(gathering.group_of(1), gathering.group_of(0));
    gathering.add(std::vector{facts_of(told(9, "Another"))});
    EXPECT_EQ(gathering.group_of(2), gathering.group_of(0));
}

TEST(Rulings, HoldWhateverTheScore)
{
    const auto a = facts_of(told(1, "North Post")), b = facts_of(told(2, "Desert Monitor"));
    auto distant = told(3, "Third");
    distant.account.places = {at(tadmur(), "Palmyra")};
    const auto c = facts_of(distant);
    const std::vector<const Facts*> accounts{&a, &b, &c};
    const std::vector<Tie> ties{{0, 1, 9.0}};
    const Thresholds thresholds{0.5, 0.2, -1, -6};

    EXPECT_EQ(partition(accounts, ties, {}, thresholds, shipped_model()), (std::vector<std::size_t>{0, 0, 1}));
    const Rulings apart{{}, [](std::size_t i, std::size_t j) { return i + j == 1; }};
    EXPECT_EQ(partition(accounts, ties, apart, thresholds, shipped_model()), (std::vector<std::size_t>{0, 1, 2}));
    const Rulings together{{{1, 2}}, {}};
    EXPECT_EQ(partition(accounts, {}, together, thresholds, shipped_model()), (std::vector<std::size_t>{0, 1, 1}));
}

}  // namespace
}  // namespace sitrep::merge
