#include "merge/gathering.hpp"

#include <algorithm>

namespace sitrep::merge {

bool Gathering::are_compared(const Facts& a, const Facts& b)
{
    const auto filed = keys_to_file(a), asked = keys_to_ask(b);
    return std::any_of(asked.begin(), asked.end(), [&](BlockKey key) { return std::find(filed.begin(), filed.end(), key) != filed.end(); });
}

std::vector<Gathering::Number> Gathering::candidates_for(const Facts& facts)
{
    ++search_;
    std::vector<Number> out;
    for (const auto key : keys_to_ask(facts)) {
        const auto found = filed_.find(key);
        if (found == filed_.end()) continue;
        const auto& accounts = found->second;
        const auto begin = accounts.size() > looked_at_per_key_max ? accounts.end() - std::ptrdiff_t(looked_at_per_key_max) : accounts.begin();
        for (auto at = begin; at != accounts.end(); ++at) {
            if (seen_in_[*at] == search_) continue;
            seen_in_[*at] = search_;
            out.push_back(*at);
        }
    }
    return out;
}

std::vector<Gathering::Number> Gathering::add(std::span<const Facts> report)
{
    std::vector<std::vector<std::size_t>> candidates(report.size());
    std::vector<const Facts*> others;
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < report.size(); ++i)
        for (const auto number : candidates_for(report[i])) {
            candidates[i].push_back(others.size());
            others.push_back(&facts_[number]);
            numbers.push_back(number);
        }
    pairs_compared_ += others.size();
    const auto ties = ties_of(report, others, candidates, model_);
    const auto first = static_cast<Number>(facts_.size());
    std::vector<Number> mine;
    for (const Facts& facts : report) {
        const auto number = static_cast<Number>(facts_.size());
        for (const auto key : keys_to_file(facts)) filed_[key].push_back(number);
        facts_.push_back(facts);
        links_.emplace_back();
        group_.push_back(number);
        seen_in_.push_back(0);
        mine.push_back(number);
    }
    for (const auto& tie : ties) {
        const auto a = first + static_cast<Number>(tie.a), b = numbers[tie.b];
        links_[a].push_back({b, static_cast<float>(tie.score)});
        links_[b].push_back({a, static_cast<float>(tie.score)});
    }
    ties_ += ties.size();
    auto component = component_of(mine);
    regroup(component);
    return component;
}

std::vector<Gathering::Number> Gathering::component_of(std::span<const Number> begin) const
{
    auto found = hanging_together(begin, thresholds_.merge_from, hang_together_max);
    for (const double chance : closer_chances)
        if (found.size() > hang_together_max) found = hanging_together(begin, std::max(chance, thresholds_.merge_from), chance == closer_chances.back() ? size() : hang_together_max);
    std::sort(found.begin(), found.end());
    return found;
}

/// Stops soon after `most`.
std::vector<Gathering::Number> Gathering::hanging_together(std::span<const Number> begin, double chance, std::size_t most) const
{
    const auto from = static_cast<float>(score_of_chance(chance)), merged_from = static_cast<float>(score_of_chance(thresholds_.merge_from));
    std::vector<Number> found(begin.begin(), begin.end());
    std::unordered_map<Number, bool> met;
    for (const auto number : found) met.emplace(number, true);
    for (std::size_t i = 0; i < found.size() && found.size() <= most; ++i)
        for (const auto& link : links_[found[i]]) {
            const bool follows = link.score >= from || (link.score >= merged_from && group_[link.other] == group_[found[i]]);
            if (follows && met.emplace(link.other, true).second) found.push_back(link.other);
        }
    return found;
}

void Gathering::regroup(std::span<const Number> component)
{
    largest_component_ = std::max(largest_component_, component.size());
    if (component.size() == 1) {
        group_[component[0]] = component[0];
        return;
    }
    std::unordered_map<Number, std::size_t> place_of;
    std::vector<const Facts*> accounts;
    for (const auto number : component) {
        place_of.emplace(number, accounts.size());
        accounts.push_back(&facts_[number]);
    }
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < component.size(); ++i)
        for (const auto& link : links_[component[i]])
            if (const auto other = place_of.find(link.other); other != place_of.end() && i < other->second) ties.push_back({i, other->second, link.score});
    const auto groups = partition(accounts, ties, {}, thresholds_, model_);
    std::unordered_map<std::size_t, Number> first;
    for (std::size_t i = 0; i < component.size(); ++i) group_[component[i]] = first.try_emplace(groups[i], component[i]).first->second;
}

void Gathering::keep_newest(std::size_t count)
{
    if (facts_.size() <= count) return;
    const auto gone = static_cast<Number>(facts_.size() - count);
    const auto forget = [gone](auto& list) { list.erase(list.begin(), list.begin() + std::ptrdiff_t(gone)); };
    forget(facts_);
    forget(links_);
    forget(group_);
    forget(seen_in_);
    for (auto& links : links_) {
        std::erase_if(links, [gone](const Link& link) { return link.other < gone; });
        for (auto& link : links) link.other -= gone;
    }
    for (auto at = filed_.begin(); at != filed_.end();) {
        auto& accounts = at->second;
        std::erase_if(accounts, [gone](Number number) { return number < gone; });
        for (auto& number : accounts) number -= gone;
        at = accounts.empty() ? filed_.erase(at) : std::next(at);
    }
    std::unordered_map<Number, Number> first;
    for (Number i = 0; i < group_.size(); ++i) group_[i] = first.try_emplace(group_[i], i).first->second;
}

}  // namespace sitrep::merge
