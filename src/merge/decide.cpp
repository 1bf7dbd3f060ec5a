// Where a new account belongs: the incident it fits as a whole, or none.
#include "merge/merge.hpp"
#include "merge/scoring.hpp"
#include "merge/sources.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sitrep::merge {
namespace {

constexpr double clash_below = -0.5;   // an account of the incident that speaks this much against it keeps it out
constexpr double linked_weight = 0.20;
constexpr double mean_above = 0.4;    // what the incident's other accounts must give on average

struct Standing {
    bool same_report = false;
    double best = 0, worst = 0, sum = 0;
    std::size_t count = 0;
    const Candidate* nearest = nullptr;
};

/// Reports that already share an incident with this one: where two articles meet once, they likely meet again.
std::unordered_set<ReportId> linked_reports(ReportId report, std::span<const Candidate> candidates)
{
    std::unordered_set<IncidentId> mine;
    for (const auto& candidate : candidates)
        if (candidate.account->report == report) mine.insert(candidate.incident);
    std::unordered_set<ReportId> linked;
    for (const auto& candidate : candidates)
        if (candidate.account->report != report && mine.contains(candidate.incident)) linked.insert(candidate.account->report);
    return linked;
}

}  // namespace

Decision decide(const FiledAccount& account, std::span<const Candidate> candidates)
{
    NameBook book;
    const Weighed mine(account, book);
    const auto linked = linked_reports(account.report, candidates);
    std::unordered_map<IncidentId, Standing> standings;
    for (const auto& candidate : candidates) {
        Standing& standing = standings[candidate.incident];
        const bool rows_of_one_table = account.row_is_event && candidate.account->row_is_event && same_publisher(account, *candidate.account);
        if (candidate.account->report == account.report || rows_of_one_table) {
            standing.same_report = true;
            continue;
        }
        const double score = score_pair(mine, Weighed(*candidate.account, book), false).total() + (linked.contains(candidate.account->report) ? linked_weight : 0);
        if (standing.count == 0 || score > standing.best) {
            standing.best = score;
            standing.nearest = &candidate;
        }
        standing.worst = standing.count == 0 ? score : std::min(standing.worst, score);
        standing.sum += score;
        ++standing.count;
    }
    const Candidate *joined = nullptr, *nearest = nullptr;
    double best = 0, nearest_score = 0;
    for (const auto& [incident, standing] : standings) {
        if (standing.same_report || !standing.nearest) continue;
        const auto older = [&standing](const Candidate* other) { return standing.nearest->account->id < other->account->id; };
        if (!nearest || standing.best > nearest_score || (standing.best == nearest_score && older(nearest))) {
            nearest = standing.nearest;
            nearest_score = standing.best;
        }
        const double mean = standing.sum / static_cast<double>(standing.count);
        if (standing.best < same_above || standing.worst < clash_below || mean < mean_above) continue;
        const double fit = standing.best + mean;
        if (!joined || fit > best || (fit == best && older(joined))) {
            joined = standing.nearest;
            best = fit;
        }
    }
    Decision out;
    const Candidate* told = joined ? joined : nearest;
    if (!told) return out;
    auto comparison = compare(account, *told->account);
    if (joined) out.incident = joined->incident;
    out.nearest = told->account->id;
    out.score = comparison.score;
    out.reasons = std::move(comparison.reasons);
    if (linked.contains(told->account->report)) {
        out.score += linked_weight;
        out.reasons.push_back({"reports", "the two reports tell another incident together", linked_weight});
    }
    return out;
}

}  // namespace sitrep::merge
