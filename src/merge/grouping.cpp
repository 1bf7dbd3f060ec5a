#include "merge/grouping.hpp"

#include "merge/grouping_at_once.hpp"
#include "merge/regrouping.hpp"

#include <algorithm>

namespace sitrep::merge {

Grouping::Number Grouping::add(const Facts* facts)
{
    const auto number = static_cast<Number>(nodes_.size());
    auto& node = nodes_.emplace_back();
    node.facts = facts;
    node.content = facts->content;
    node.is_held = true;
    return number;
}

Grouping::Number Grouping::add_on_shelf()
{
    nodes_.emplace_back();
    return static_cast<Number>(nodes_.size() - 1);
}

void Grouping::tie(Number a, Number b, float score)
{
    const auto put = [&](Number from, Number to) {
        auto& links = nodes_[from].links;
        const auto at = std::lower_bound(links.begin(), links.end(), to, [](const Link& link, Number number) { return link.other < number; });
        if (at != links.end() && at->other == to) at->score = score;
        else links.insert(at, {to, score});
    };
    // What is on the shelf brings its own when it is fetched.
    if (nodes_[a].is_held) put(a, b);
    if (nodes_[b].is_held) put(b, a);
}

void Grouping::tie_all(std::vector<std::vector<Tied>> ties)
{
    std::vector<std::uint32_t> more(nodes_.size());
    for (const auto& some : ties)
        for (const auto& tied : some) ++more[tied.a], ++more[tied.b];
    for (Number account = 0; account < nodes_.size(); ++account)
        if (more[account] != 0) nodes_[account].links.reserve(nodes_[account].links.size() + more[account]);
    for (auto& some : ties) {
        for (const auto& tied : some) {
            nodes_[tied.a].links.push_back({tied.b, tied.score});
            nodes_[tied.b].links.push_back({tied.a, tied.score});
        }
        some = std::vector<Tied>();  // both at once would be most of what is needed
    }
    for (Number account = 0; account < nodes_.size(); ++account)
        if (auto& links = nodes_[account].links; more[account] != 0) std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) { return x.other < y.other; });
}

void Grouping::put_back(std::span<const Number> members, std::vector<std::vector<Link>> links, std::span<const std::pair<Number, Number>> together)
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto& node = nodes_[members[i]];
        node.is_held = true;
        node.links = std::move(links[i]);
        std::sort(node.links.begin(), node.links.end(), [](const Link& x, const Link& y) { return x.other < y.other; });
    }
    if (members.size() == 1) return;
    Regrouping run(*this, Regrouping::Reach::these_alone);
    run.begin(members, together);
    run.finish();
}

std::vector<Grouping::Number> Grouping::settle(std::span<const Number> fresh, std::span<const std::pair<Number, Number>> together)
{
    Regrouping run(*this, Regrouping::Reach::all);
    run.begin(fresh, together);
    auto changed = run.finish();
    most_looked_at_ = std::max(most_looked_at_, run.looked_at());
    return changed;
}

void Grouping::settle_all(std::size_t threads, std::span<const std::pair<Number, Number>> together) { GroupingAtOnce(*this, threads).run(together); }

const Facts& Grouping::fetch_facts(Number account) const
{
    auto& node = nodes_[account];
    node.facts = shelf_.facts(account);
    node.content = node.facts->content;
    return *node.facts;
}

void Grouping::hold(Number account)
{
    if (!nodes_[account].is_held) shelf_.load(account);
}

std::vector<Grouping::Number> Grouping::members_of(Number account) const
{
    const auto group = nodes_[account].group;
    return group == none ? std::vector<Number>{account} : groups_[group].members;
}

Grouping::Number Grouping::group_of(Number account) const
{
    const auto group = nodes_[account].group;
    return group == none ? account : groups_[group].members.front();
}

void Grouping::dissolve(Number account)
{
    const auto group = nodes_[account].group;
    if (group == none) return;
    for (const auto member : groups_[group].members) nodes_[member].group = none;
    groups_[group] = {};
    free_groups_.push_back(group);
}

void Grouping::put_together(std::vector<Number> members, std::vector<Union> grown)
{
    for (const auto member : members) dissolve(member);
    if (members.size() < 2) return;
    if (free_groups_.empty()) {
        free_groups_.push_back(static_cast<std::uint32_t>(groups_.size()));
        groups_.emplace_back();
    }
    const auto group = free_groups_.back();
    free_groups_.pop_back();
    std::sort(members.begin(), members.end());
    for (const auto member : members) nodes_[member].group = group;
    groups_[group] = {std::move(members), std::move(grown)};
}

void Grouping::forget_first(Number count)
{
    nodes_.erase_first(count);
    for (Number account = 0; account < nodes_.size(); ++account) {
        auto& links = nodes_[account].links;
        std::erase_if(links, [count](const Link& link) { return link.other < count; });
        for (auto& link : links) link.other -= count;
    }
    // What remains of a group stays together, as if it had grown so from the first of its unions on.
    for (auto& group : groups_) {
        std::erase_if(group.members, [count](Number member) { return member < count; });
        for (auto& member : group.members) member -= count;
        group.grown.clear();
        for (std::size_t i = 1; i < group.members.size(); ++i) group.grown.push_back({group.members[i - 1], group.members[i], std::numeric_limits<float>::infinity()});
        if (group.members.size() == 1) nodes_[group.members.front()].group = none;
        if (group.members.size() < 2) group = {};
    }
    free_groups_.clear();
    for (std::uint32_t i = 0; i < groups_.size(); ++i)
        if (groups_[i].members.empty()) free_groups_.push_back(i);
}

}  // namespace sitrep::merge
