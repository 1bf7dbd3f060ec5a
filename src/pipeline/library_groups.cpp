#include "pipeline/library_groups.hpp"

#include <algorithm>
#include <unordered_set>

namespace sitrep::pipeline {
namespace {

constexpr std::size_t facts_held_max = 40'000;    // about 20 MB
constexpr std::size_t links_held_max = 4'000'000;  // 32 MB

}  // namespace

LibraryGroups::LibraryGroups(store::Store& store, const merge::Thresholds& thresholds)
    : store_(store), thresholds_(thresholds), groups_(thresholds, merge::shipped_model())
{
    forget();
}

void LibraryGroups::look_again()
{
    const auto changes = store_.changes_by_others();
    if (changes != others_changes_ || facts_.size() > facts_held_max || links_ > links_held_max) forget();
    others_changes_ = changes;
}

void LibraryGroups::forget()
{
    groups_ = merge::Grouping(thresholds_, merge::shipped_model());
    groups_.set_shelf({[this](Number number) { return &facts_of(ids_[number]); }, [this](Number number) { load(number); }});
    ids_.clear();
    incidents_.clear();
    numbers_.clear();
    facts_.clear();
    ruled_.clear();
    links_ = 0;
}

LibraryGroups::Number LibraryGroups::number_of(AccountId id)
{
    const auto [at, is_new] = numbers_.try_emplace(std::int64_t(id), static_cast<Number>(ids_.size()));
    if (is_new) {
        groups_.add_on_shelf();
        ids_.push_back(id);
        incidents_.emplace_back();
    }
    return at->second;
}

const merge::Facts& LibraryGroups::facts_of(AccountId id)
{
    auto& held = facts_[std::int64_t(id)];
    if (!held) held = std::make_unique<merge::Facts>(merge::facts_of(*store_.account(id)));
    return *held;
}

std::optional<IncidentId> LibraryGroups::incident_of(AccountId id)
{
    const auto number = number_of(id);
    return groups_.is_held(number) ? incidents_[number] : store_.incident_of(id);
}

void LibraryGroups::add(AccountId id, const merge::Facts& facts)
{
    auto& held = facts_[std::int64_t(id)];
    held = std::make_unique<merge::Facts>(facts);
    numbers_.insert_or_assign(std::int64_t(id), groups_.add(held.get()));
    ids_.push_back(id);
    incidents_.emplace_back();
}

void LibraryGroups::tie(AccountId a, AccountId b, double score)
{
    groups_.tie(number_of(a), number_of(b), static_cast<float>(score));
    links_ += 2;
}

/// With the whole incident that it is filed under.
void LibraryGroups::load(Number account)
{
    const auto incident = store_.incident_of(ids_[account]);
    if (!incident) return groups_.set_gone(account);
    const auto accounts = store_.account_ids_of(*incident);
    std::vector<Number> members;
    std::vector<std::vector<merge::Grouping::Link>> links;
    for (const auto id : accounts) {
        members.push_back(number_of(id));
        auto& mine = links.emplace_back();
        for (const auto& tied : store_.tied_to(id)) mine.push_back({number_of(tied.other), static_cast<float>(tied.score)});
        links_ += mine.size();
        incidents_[members.back()] = *incident;
    }
    rule(accounts);
    groups_.put_back(members, std::move(links), together_among(members));
}

void LibraryGroups::rule(std::span<const AccountId> accounts)
{
    for (const auto id : accounts) ruled_.erase(number_of(id));
    for (const auto& ruling : store_.rulings_on(accounts)) ruled_[number_of(ruling.account)].push_back({ruling.decision, ruling.side});
    for (const auto id : accounts)
        if (const auto sides = ruled_.find(number_of(id)); sides != ruled_.end())
            std::sort(sides->second.begin(), sides->second.end(), [](const RuledSide& x, const RuledSide& y) { return x.decision > y.decision; });
    if (ruled_.empty()) groups_.set_apart({});
    else groups_.set_apart([this](Number a, Number b) { return ruled(a, b) == false; });
}

std::optional<bool> LibraryGroups::ruled(Number a, Number b) const
{
    const auto mine = ruled_.find(a);
    if (mine == ruled_.end()) return std::nullopt;
    const auto theirs = ruled_.find(b);
    if (theirs == ruled_.end()) return std::nullopt;
    for (auto x = mine->second.begin(), y = theirs->second.begin(); x != mine->second.end() && y != theirs->second.end();) {
        if (x->decision == y->decision) return x->side == y->side;
        if (x->decision > y->decision) ++x;
        else ++y;
    }
    return std::nullopt;
}

std::vector<std::pair<LibraryGroups::Number, LibraryGroups::Number>> LibraryGroups::together_among(std::span<const Number> accounts) const
{
    std::vector<std::pair<Number, Number>> out;
    if (ruled_.empty()) return out;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; j < i && ruled_.contains(accounts[i]); ++j)
            if (ruled(accounts[i], accounts[j]) == true) out.emplace_back(accounts[j], accounts[i]);
    return out;
}

std::vector<LibraryGroups::Grouped> LibraryGroups::grouped(std::span<const Number> numbers) const
{
    std::vector<Grouped> out;
    for (const auto number : numbers) out.push_back({ids_[number], groups_.group_of(number)});
    std::sort(out.begin(), out.end(), [](const Grouped& x, const Grouped& y) { return x.account < y.account; });
    return out;
}

std::vector<LibraryGroups::Grouped> LibraryGroups::settle(std::span<const AccountId> fresh)
{
    std::vector<Number> numbers;
    for (const auto id : fresh) numbers.push_back(number_of(id));
    return grouped(groups_.settle(numbers));
}

/// By ties from which the program merges, by what people have ruled, and by being one incident.
std::vector<LibraryGroups::Number> LibraryGroups::hanging_together(AccountId begin)
{
    const double from = merge::score_of_chance(thresholds_.merge_from);
    std::unordered_set<Number> met;
    std::unordered_set<std::int64_t> incidents_met;
    std::vector<Number> found;
    const auto meet = [&](Number number) {
        if (!groups_.is_held(number)) load(number);
        if (incidents_[number] && met.insert(number).second) found.push_back(number);
    };
    meet(number_of(begin));
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (const auto incident = *incidents_[found[i]]; incidents_met.insert(std::int64_t(incident)).second)
            for (const auto id : store_.account_ids_of(incident)) meet(number_of(id));
        const auto links = groups_.links_of(found[i]);
        for (const auto& link : links)
            if (link.score >= from) meet(link.other);
        for (const auto other : store_.ruled_with(ids_[found[i]])) meet(number_of(other));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<LibraryGroups::Grouped> LibraryGroups::regroup(AccountId account)
{
    const auto numbers = hanging_together(account);
    return grouped(groups_.settle(numbers, together_among(numbers)));
}

void LibraryGroups::rule_anew(std::span<const Grouped> filed)
{
    if (ruled_.empty()) return;
    std::vector<AccountId> accounts;
    for (const auto& one : filed) accounts.push_back(one.account);
    rule(accounts);
}

}  // namespace sitrep::pipeline
