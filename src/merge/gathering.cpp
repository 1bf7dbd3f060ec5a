#include "merge/gathering.hpp"

#include "merge/in_parallel.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sitrep::merge {

bool Gathering::are_compared(const Facts& a, const Facts& b)
{
    const auto filed = keys_to_file(a), asked = keys_to_ask(b);
    return std::any_of(asked.begin(), asked.end(), [&](BlockKey key) { return std::find(filed.begin(), filed.end(), key) != filed.end(); });
}

std::vector<Gathering::Number> Gathering::candidates_for(const Facts& facts, Number before, Search& search) const
{
    ++search.search;
    std::vector<Number> out;
    for (const auto key : keys_to_ask(facts)) {
        const auto found = filed_.find(key);
        if (found == filed_.end()) continue;
        const auto& accounts = found->second;
        const auto end = accounts.back() < before ? accounts.end() : std::lower_bound(accounts.begin(), accounts.end(), before);
        for (auto at = end - std::min(end - accounts.begin(), std::ptrdiff_t(looked_at_per_key_max)); at != end; ++at) {
            if (search.seen_in[*at] == search.search) continue;
            search.seen_in[*at] = search.search;
            out.push_back(*at);
        }
    }
    return out;
}

std::vector<Grouping::Tied> Gathering::find(std::span<const Facts> report, Number first, Search& search, std::size_t& compared) const
{
    std::vector<std::vector<std::size_t>> candidates(report.size());
    std::vector<const Facts*> others;
    std::vector<Number> numbers;
    search.seen_in.resize(facts_.size());
    for (std::size_t i = 0; i < report.size(); ++i)
        for (const auto number : candidates_for(report[i], first, search)) {
            candidates[i].push_back(others.size());
            others.push_back(&facts_[number]);
            numbers.push_back(number);
        }
    compared += others.size();
    std::vector<Grouping::Tied> out;
    for (const auto& tie : ties_of(report, others, candidates, model_)) out.push_back({first + static_cast<Number>(tie.a), numbers[tie.b], static_cast<float>(tie.score)});
    return out;
}

void Gathering::file(const Facts& facts)
{
    const auto number = static_cast<Number>(facts_.size());
    groups_.add(&facts_.emplace_back(facts));
    for (const auto key : keys_to_file(facts)) filed_[key].push_back(number);
}

std::vector<Gathering::Number> Gathering::add(std::span<const Facts> report)
{
    const auto first = static_cast<Number>(facts_.size());
    const auto ties = find(report, first, search_, pairs_compared_);
    ties_ += ties.size();
    for (const auto& facts : report) file(facts);
    for (const auto& tie : ties) groups_.tie(tie.a, tie.b, tie.score);
    std::vector<Number> fresh(report.size());
    std::iota(fresh.begin(), fresh.end(), first);
    return groups_.settle(fresh);
}

void Gathering::add_all(std::size_t reports, const std::function<std::span<const Facts>(std::size_t)>& report, std::size_t threads)
{
    constexpr std::size_t reports_a_piece = 1024;
    const auto before = static_cast<Number>(facts_.size());
    std::vector<Number> begins;
    for (std::size_t i = 0; i < reports; ++i) {
        begins.push_back(static_cast<Number>(facts_.size()));
        for (const auto& facts : report(i)) file(facts);
    }
    begins.push_back(static_cast<Number>(facts_.size()));
    std::vector<std::vector<Grouping::Tied>> ties((reports + reports_a_piece - 1) / reports_a_piece);
    std::vector<Search> searches(threads);
    std::vector<std::size_t> compared(threads);
    in_parallel(threads, ties.size(), [&](std::size_t thread, std::size_t piece) {
        std::vector<Facts> accounts;
        std::vector<Grouping::Tied> found;
        for (auto i = piece * reports_a_piece; i < std::min(reports, (piece + 1) * reports_a_piece); ++i) {
            accounts.clear();
            for (auto account = begins[i]; account < begins[i + 1]; ++account) accounts.push_back(facts_[account]);
            const auto ties_of_report = find(accounts, begins[i], searches[thread], compared[thread]);
            found.insert(found.end(), ties_of_report.begin(), ties_of_report.end());
        }
        ties[piece].assign(found.begin(), found.end());  // no more memory than they take
    });
    for (const auto& some : ties) ties_ += some.size();
    pairs_compared_ = std::accumulate(compared.begin(), compared.end(), pairs_compared_);
    groups_.tie_all(std::move(ties));
    if (facts_.size() - before >= before) return groups_.settle_all(threads);
    std::vector<Number> fresh(facts_.size() - before);
    std::iota(fresh.begin(), fresh.end(), before);
    groups_.settle(fresh);
}

void Gathering::keep_newest(std::size_t count)
{
    if (facts_.size() <= count) return;
    const auto gone = static_cast<Number>(facts_.size() - count);
    facts_.erase_first(gone);
    search_ = {};
    groups_.forget_first(gone);
    for (auto at = filed_.begin(); at != filed_.end();) {
        auto& accounts = at->second;
        std::erase_if(accounts, [gone](Number number) { return number < gone; });
        for (auto& number : accounts) number -= gone;
        at = accounts.empty() ? filed_.erase(at) : std::next(at);
    }
}

}  // namespace sitrep::merge
