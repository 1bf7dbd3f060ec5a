// The same-event score: how much speaks for two accounts telling one event.
#include "merge/merge.hpp"
#include "merge/sources.hpp"
#include "merge/weighing.hpp"

#include "text/signature.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace sitrep::merge {
namespace {

Found weigh_all(const Pair& pair, const Model& model, Weighing& weighing)
{
    Found found;
    weighing.add(Feature::before_anything, [] { return std::string("two accounts that share a key"); });
    weigh_time(pair, weighing, found);
    weigh_place(pair, model, weighing, found);
    weigh_what(pair, weighing, found);
    weigh_tolls(pair, weighing, found);
    weigh_words(pair, model, weighing, found);
    weigh_together(found, weighing);
    found.impossible = found.impossible && !words_outweigh(pair, model);
    return found;
}

}  // namespace

std::vector<Feature> features_of(const Facts& a, const Facts& b, const Model& model)
{
    std::vector<Feature> shown;
    Weighing weighing(model, nullptr, &shown);
    weigh_all({a, b}, model, weighing);
    return shown;
}

double score_of(const Facts& a, const Facts& b, const Model& model)
{
    if (are_told_as_two(a, b)) return never;
    Weighing weighing(model);
    const Pair pair{a, b};
    Found found;
    weighing.add(Feature::before_anything, [] { return std::string(); });
    // Most pairs of one governorate and week fail here, before names and words are looked at.
    std::optional<bool> outweigh;
    const auto fails = [&] {
        if (!found.impossible) return false;
        if (!outweigh) outweigh = words_outweigh(pair, model);
        return !*outweigh;
    };
    weigh_time(pair, weighing, found);
    if (fails()) return never;
    weigh_place(pair, model, weighing, found);
    if (fails()) return never;
    weigh_what(pair, weighing, found);
    if (fails()) return never;
    weigh_tolls(pair, weighing, found);
    weigh_together(found, weighing);
    constexpr double words_add_at_most = 10;
    static const double least = score_of_chance(Thresholds::floor) - words_add_at_most;
    if (weighing.total() < least) return never;
    weigh_words(pair, model, weighing, found);
    return weighing.total();
}

Comparison compare(const FiledAccount& a, const FiledAccount& b, const Model& model)
{
    Comparison out;
    const Facts x = facts_of(a), y = facts_of(b);
    Weighing weighing(model, &out.reasons, nullptr);
    out.impossible = weigh_all({x, y, &a, &b}, model, weighing).impossible || (a.report != b.report && are_told_as_two(x, y));
    out.score = weighing.total();
    out.is_repost = a.report != b.report && text::similarity(a.words, b.words) >= repost_from;
    // The heaviest first: what a person wants to know.
    std::stable_sort(out.reasons.begin(), out.reasons.end(), [](const Reason& p, const Reason& q) { return std::abs(p.weight) > std::abs(q.weight); });
    return out;
}

std::vector<Tie> ties_of(std::span<const Facts> report, std::span<const Facts* const> others, std::span<const std::vector<std::size_t>> candidates, const Model& model)
{
    static const double kept_from = score_of_chance(Thresholds::floor);
    constexpr std::size_t candidates_ahead = 4;
    static const double meets_from = score_of_chance(0.5);
    const double bonus = std::max(0.0, model.weight(Feature::reports_meet_elsewhere));
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < report.size(); ++i)
        for (std::size_t at = 0; at < candidates[i].size(); ++at) {
            const auto other = candidates[i][at];
            if (at + candidates_ahead < candidates[i].size()) fetch_ahead(*others[candidates[i][at + candidates_ahead]]);
            if (const double score = score_of(report[i], *others[other], model); score + bonus >= kept_from) ties.push_back({i, other, score});
        }
    if (report.size() > 1 && bonus > 0) {
        // By the other report: the strongest tie, and whose it is, and the strongest of any two other accounts.
        std::map<std::int64_t, std::vector<std::size_t>> strong;
        for (std::size_t i = 0; i < ties.size(); ++i)
            if (ties[i].score >= meets_from) strong[std::int64_t(others[ties[i].b]->report)].push_back(i);
        std::vector<double> added(ties.size(), 0);
        for (std::size_t i = 0; i < ties.size(); ++i) {
            const auto met = strong.find(std::int64_t(others[ties[i].b]->report));
            if (met == strong.end()) continue;
            // One account may stand in `others` once for each account of the report that asked for it.
            const auto elsewhere = [&](std::size_t j) { return ties[j].a != ties[i].a && others[ties[j].b] != others[ties[i].b]; };
            if (std::any_of(met->second.begin(), met->second.end(), elsewhere)) added[i] = bonus;
        }
        for (std::size_t i = 0; i < ties.size(); ++i) ties[i].score += added[i];
    }
    std::erase_if(ties, [](const Tie& tie) { return tie.score < kept_from; });
    return ties;
}

}  // namespace sitrep::merge
