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
        facts_.push_back(facts);
        const auto number = groups_.add(&facts_.back());
        for (const auto key : keys_to_file(facts)) filed_[key].push_back(number);
        seen_in_.push_back(0);
        mine.push_back(number);
    }
    for (const auto& tie : ties) groups_.tie(first + static_cast<Number>(tie.a), numbers[tie.b], static_cast<float>(tie.score));
    ties_ += ties.size();
    return groups_.settle(mine);
}

void Gathering::keep_newest(std::size_t count)
{
    if (facts_.size() <= count) return;
    const auto gone = static_cast<Number>(facts_.size() - count);
    facts_.erase(facts_.begin(), facts_.begin() + std::ptrdiff_t(gone));
    seen_in_.erase(seen_in_.begin(), seen_in_.begin() + std::ptrdiff_t(gone));
    groups_.forget_first(gone);
    for (auto at = filed_.begin(); at != filed_.end();) {
        auto& accounts = at->second;
        std::erase_if(accounts, [gone](Number number) { return number < gone; });
        for (auto& number : accounts) number -= gone;
        at = accounts.empty() ? filed_.erase(at) : std::next(at);
    }
}

}  // namespace sitrep::merge
