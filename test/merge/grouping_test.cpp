// Groups kept while accounts come: the same as if all ties had been taken from the strongest down at once, whatever comes when.
#include "merge/accounts.hpp"
#include "merge/grouping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace sitrep::merge {
namespace {

using Number = Grouping::Number;
using Groups = std::set<std::set<std::size_t>>;

/// Accounts with ties drawn at random, so that more clashes than any real reports would show.
struct World {
    std::vector<Facts> facts;
    std::map<std::pair<std::size_t, std::size_t>, float> ties;  ///< first < second
    std::set<std::pair<std::size_t, std::size_t>> apart;
    Thresholds thresholds;

    double score(std::size_t i, std::size_t j) const
    {
        const auto tie = ties.find({std::min(i, j), std::max(i, j)});
        return tie != ties.end() ? double{tie->second} : std::max(never, score_of(facts[i], facts[j], shipped_model()));
    }
};

World any_world()
{
    World world;
    const auto accounts = static_cast<std::size_t>(*rc::gen::inRange(2, 26));
    const int density = *rc::gen::inRange(1, 10), reports = *rc::gen::inRange(2, 40);
    world.thresholds.mean_at_least = *rc::gen::element(-5.0, -1.0, 0.5, 2.0);
    world.thresholds.worst_at_least = *rc::gen::element(-200.0, -6.0, 0.0);
    for (std::size_t i = 0; i < accounts; ++i) {
        Facts facts;
        facts.content = *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000) * accounts + i;
        facts.report = ReportId{*rc::gen::inRange(1, reports)};
        world.facts.push_back(facts);
    }
    for (std::size_t j = 0; j < accounts; ++j)
        for (std::size_t i = 0; i < j; ++i) {
            if (world.facts[i].report == world.facts[j].report) continue;
            const int drawn = *rc::gen::inRange(0, 10);
            if (drawn < density) world.ties[{i, j}] = static_cast<float>(*rc::gen::inRange(-6, 12)) / 2;
            if (*rc::gen::inRange(0, 60) == 0) world.apart.insert({i, j});
        }
    return world;
}

/// All at once, as plainly as it can be said.
Groups at_once(const World& world)
{
    std::vector<std::set<std::size_t>> groups(world.facts.size());
    std::vector<std::size_t> of(world.facts.size());
    std::iota(of.begin(), of.end(), std::size_t{0});
    for (std::size_t i = 0; i < of.size(); ++i) groups[i] = {i};
    std::vector<std::tuple<float, std::uint64_t, std::uint64_t, std::size_t, std::size_t>> ties;
    for (const auto& [pair, score] : world.ties) {
        const auto p = world.facts[pair.first].content, q = world.facts[pair.second].content;
        if (score >= score_of_chance(world.thresholds.merge_from)) ties.emplace_back(-score, std::min(p, q), std::max(p, q), pair.first, pair.second);
    }
    std::sort(ties.begin(), ties.end());
    for (const auto& [score, p, q, a, b] : ties) {
        if (of[a] == of[b]) continue;
        double sum = 0;
        bool fits = true;
        for (const auto i : groups[of[a]])
            for (const auto j : groups[of[b]]) {
                fits = fits && !are_told_as_two(world.facts[i], world.facts[j]) && !world.apart.contains({std::min(i, j), std::max(i, j)}) && world.score(i, j) >= world.thresholds.worst_at_least;
                sum += world.score(i, j);
            }
        const double pairs = double(groups[of[a]].size() * groups[of[b]].size()), from = score_of_chance(world.thresholds.merge_from);
        const double asked = from + (world.thresholds.mean_at_least - from) * std::min(1.0, 8 / pairs);
        if (!fits || sum / pairs < asked) continue;
        const auto emptied = of[b];
        for (const auto member : groups[emptied]) {
            of[member] = of[a];
            groups[of[a]].insert(member);
        }
        groups[emptied].clear();
    }
    Groups out;
    for (auto& group : groups)
        if (!group.empty()) out.insert(std::move(group));
    return out;
}

/// One account after the other in this order; of `shelf` those are left on the shelf after each, to be fetched again.
class OneByOne {
public:
    OneByOne(const World& world, std::vector<std::size_t> order) : world_(world), order_(std::move(order)), numbers_(world.facts.size()), groups_(world.thresholds, shipped_model()) { forget(); }

    void add_all(bool forget_after_each)
    {
        for (const auto account : order_) {
            if (forget_after_each) forget();
            const auto number = groups_.add(&world_.facts[account]);
            accounts_.push_back(account);
            numbers_[account] = number;
            for (const auto other : filed_)
                if (const auto tie = world_.ties.find({std::min(account, other), std::max(account, other)}); tie != world_.ties.end()) groups_.tie(number, number_of(other), tie->second);
            std::set<std::size_t> changed;
            for (const auto one : groups_.settle(std::span(&number, 1))) changed.insert(accounts_[one]);
            filed_.insert(account);
            for (const auto one : changed) {
                std::set<std::size_t> members;
                for (const auto member : groups_.members_of(*numbers_[one])) members.insert(accounts_[member]);
                incident_[one] = members;
            }
        }
    }
    Groups incidents() const
    {
        Groups out;
        for (const auto& [account, members] : incident_) out.insert(members);
        return out;
    }

private:
    void forget()
    {
        groups_ = Grouping(world_.thresholds, shipped_model());
        numbers_.assign(world_.facts.size(), std::nullopt);
        accounts_.clear();
        groups_.set_shelf({[this](Number number) { return &world_.facts[accounts_[number]]; }, [this](Number number) { load(number); }});
        if (!world_.apart.empty())
            groups_.set_apart([this](Number a, Number b) { return world_.apart.contains({std::min(accounts_[a], accounts_[b]), std::max(accounts_[a], accounts_[b])}); });
    }
    Number number_of(std::size_t account)
    {
        if (!numbers_[account]) {
            numbers_[account] = groups_.add_on_shelf();
            accounts_.push_back(account);
        }
        return *numbers_[account];
    }
    void load(Number number)
    {
        std::vector<Number> members;
        std::vector<std::vector<Grouping::Link>> links;
        for (const auto member : incident_.at(accounts_[number])) {
            members.push_back(number_of(member));
            auto& mine = links.emplace_back();
            for (const auto& [pair, score] : world_.ties)
                for (const auto& [one, other] : {pair, std::pair(pair.second, pair.first)})
                    if (one == member && (filed_.contains(other) || numbers_[other])) mine.push_back({number_of(other), score});
        }
        groups_.put_back(members, std::move(links), {});
    }

    const World& world_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> accounts_;  ///< by number
    std::vector<std::optional<Number>> numbers_;
    std::set<std::size_t> filed_;
    std::map<std::size_t, std::set<std::size_t>> incident_;
    Grouping groups_;
};

std::vector<std::size_t> any_order(std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto keys = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 1'000'000));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return keys[i] < keys[j]; });
    return order;
}

RC_GTEST_PROP(GroupsKeptWhileAccountsCome, AreThoseOfAllAtOnce, ())
{
    const World world = any_world();
    OneByOne one_by_one(world, any_order(world.facts.size()));
    one_by_one.add_all(false);
    RC_ASSERT(one_by_one.incidents() == at_once(world));
}

RC_GTEST_PROP(GroupsFetchedFromTheShelf, AreThoseOfAllAtOnce, ())
{
    const World world = any_world();
    OneByOne one_by_one(world, any_order(world.facts.size()));
    one_by_one.add_all(true);
    RC_ASSERT(one_by_one.incidents() == at_once(world));
}

/// The groups of a grouping whose accounts are those of the world, in its order.
Groups groups_in(const Grouping& grouping)
{
    Groups out;
    for (Number i = 0; i < grouping.size(); ++i) {
        const auto members = grouping.members_of(i);
        out.emplace(members.begin(), members.end());
    }
    return out;
}

// However many come together, settled where they meet others or all anew, and in whatever turn the two ways are taken.
RC_GTEST_PROP(GroupsOfAccountsThatComeTogether, AreThoseOfAllAtOnce, ())
{
    const World world = any_world();
    Grouping groups(world.thresholds, shipped_model());
    if (!world.apart.empty()) groups.set_apart([&](Number a, Number b) { return world.apart.contains({std::min<std::size_t>(a, b), std::max<std::size_t>(a, b)}); });
    while (groups.size() < world.facts.size()) {
        const auto more = *rc::gen::inRange<std::size_t>(1, world.facts.size() - groups.size() + 1);
        std::vector<Number> fresh;
        for (std::size_t i = 0; i < more; ++i) fresh.push_back(groups.add(&world.facts[groups.size()]));
        std::vector<Grouping::Tied> ties;
        for (const auto& [pair, score] : world.ties)
            if (pair.second >= fresh.front() && pair.second <= fresh.back()) ties.push_back({static_cast<Number>(pair.second), static_cast<Number>(pair.first), score});
        if (*rc::gen::arbitrary<bool>()) groups.tie_all({ties});
        else
            for (const auto& tied : ties) groups.tie(tied.a, tied.b, tied.score);
        if (*rc::gen::arbitrary<bool>()) groups.settle_all(*rc::gen::inRange<std::size_t>(1, 4));
        else groups.settle(fresh);
    }
    RC_ASSERT(groups_in(groups) == at_once(world));
}

// What people have put together stays so, in either way.
RC_GTEST_PROP(AccountsRuledTogether, AreOneGroup, ())
{
    const World world = any_world();
    Grouping at_once_again(world.thresholds, shipped_model()), settled(world.thresholds, shipped_model());
    std::vector<Number> all;
    for (const auto& facts : world.facts) {
        all.push_back(at_once_again.add(&facts));
        settled.add(&facts);
    }
    for (const auto& [pair, score] : world.ties) {
        at_once_again.tie(static_cast<Number>(pair.first), static_cast<Number>(pair.second), score);
        settled.tie(static_cast<Number>(pair.first), static_cast<Number>(pair.second), score);
    }
    std::vector<std::pair<Number, Number>> together;
    for (int i = 0; i < 3; ++i)
        if (const auto a = *rc::gen::elementOf(all), b = *rc::gen::elementOf(all); a != b) together.emplace_back(a, b);
    at_once_again.settle_all(2, together);
    settled.settle(all, together);
    for (const auto& [a, b] : together) RC_ASSERT(at_once_again.group_of(a) == at_once_again.group_of(b));
    RC_ASSERT(groups_in(at_once_again) == groups_in(settled));
}

RC_GTEST_PROP(APartition, IsThatOfAllAtOnce, ())
{
    const World world = any_world();
    std::vector<const Facts*> facts;
    for (const auto& one : world.facts) facts.push_back(&one);
    std::vector<Tie> ties;
    for (const auto& [pair, score] : world.ties) ties.push_back({pair.first, pair.second, score});
    const Rulings rulings{{}, [&](std::size_t i, std::size_t j) { return world.apart.contains({std::min(i, j), std::max(i, j)}); }};
    const auto groups = partition(facts, ties, rulings, world.thresholds, shipped_model());
    std::map<std::size_t, std::set<std::size_t>> members;
    for (std::size_t i = 0; i < groups.size(); ++i) members[groups[i]].insert(i);
    Groups out;
    for (const auto& [group, of_it] : members) out.insert(of_it);
    RC_ASSERT(out == at_once(world));
}

}  // namespace
}  // namespace sitrep::merge
