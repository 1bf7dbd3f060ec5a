#include "merge/gathering.hpp"

#include <algorithm>
#include <future>

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

Gathering::Found Gathering::find(std::span<const Facts> report)
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
    ties_ += ties.size();
    const auto first = static_cast<Number>(facts_.size());
    Found found;
    for (const Facts& facts : report) {
        const auto number = static_cast<Number>(facts_.size());
        found.accounts.push_back(&facts_.emplace_back(facts));
        for (const auto key : keys_to_file(facts)) filed_[key].push_back(number);
        seen_in_.push_back(0);
    }
    for (const auto& tie : ties) found.ties.push_back({first + static_cast<Number>(tie.a), numbers[tie.b], static_cast<float>(tie.score)});
    return found;
}

std::vector<Gathering::Number> Gathering::group(const Found& found)
{
    std::vector<Number> fresh;
    for (const auto* facts : found.accounts) fresh.push_back(groups_.add(facts));
    for (const auto& tie : found.ties) groups_.tie(tie.a, tie.b, tie.score);
    return groups_.settle(fresh);
}

std::vector<Gathering::Number> Gathering::add(std::span<const Facts> report) { return group(find(report)); }

void Gathering::add_all(std::size_t reports, const std::function<std::span<const Facts>(std::size_t)>& report)
{
    constexpr std::size_t reports_at_once = 4096;
    const auto find_from = [&](std::size_t begin) {
        std::vector<Found> found;
        for (std::size_t i = begin; i < std::min(reports, begin + reports_at_once); ++i) found.push_back(find(report(i)));
        return found;
    };
    auto found = find_from(0);
    for (std::size_t next = reports_at_once; !found.empty(); next += reports_at_once) {
        auto further = std::async(std::launch::async, find_from, next);
        for (const auto& one : found) group(one);
        found = further.get();
    }
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
