#include "analyse/repeat/desk_repeat.hpp"

#include "analyse/eligible.hpp"
#include "analyse/replicate.hpp"

#include <algorithm>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

void check(const RepeatQuestion& question)
{
    if (question.last < question.first) throw std::invalid_argument("the last day asked for is before the first");
    if (!(question.knot_days > 0)) throw std::invalid_argument("the distance of two knots of the baseline is above 0 days");
}

double ratio_of(const std::vector<double>& times, double end, const Baseline& baseline, const HawkesBounds& bounds)
{
    return std::max(0.0, 2 * (fit_hawkes(times, end, baseline, bounds).log_likelihood - fit_poisson(times, end, baseline).log_likelihood));
}

// Under no contagion the rate has no meaning, so the ratio has no chi-square distribution: it is simulated. Series are spread over
// whole days and back again, as the record's own were.
double p_of_ratio(const SelfExcitation& found, double end, const HawkesBounds& bounds, const RepeatQuestion& question)
{
    std::vector<double> ratios(question.baseline_replications);
    replicate(ratios.size(), question.threads, [&](std::size_t i) {
        const auto times = simulate_baseline(end, found.baseline, found.without.baseline, question.seed, i + 1);
        if (times.size() < 2) return;
        std::vector<std::int64_t> days(times.begin(), times.end());
        ratios[i] = ratio_of(spread_over_days(days, question.ties, question.seed + i + 1), end, found.baseline, bounds);
    });
    const auto as_high = std::count_if(ratios.begin(), ratios.end(), [&](double ratio) { return ratio >= found.likelihood_ratio; });
    return double(1 + as_high) / double(1 + ratios.size());
}

}  // namespace

RepeatTable repeat_table(std::span<const Event> events, const RepeatQuestion& question)
{
    check(question);
    RepeatTable answer;
    answer.provenance.method = "Knox table with permuted days (Knox 1964, Mantel 1967), half-open bins";
    answer.provenance.version = "1";
    answer.provenance.seed = question.seed;
    std::vector<TimedSpot> spots;
    for (const Event* event : eligible(events, {question.first, question.last, PlacePrecision::near, true}, answer.provenance))
        spots.push_back({{event->point->lon(), event->point->lat()}, double((*event->first - question.first).count())});
    KnoxOptions options;
    options.distance_edges = question.distance_edges_km;
    options.time_edges = question.day_edges;
    options.replications = question.replications;
    options.seed = question.seed;
    options.threads = question.threads;
    answer.table = knox_table(spots, options);
    return answer;
}

SelfExcitationAnswer self_excitation(std::span<const Event> events, const RepeatQuestion& question)
{
    check(question);
    SelfExcitationAnswer answer;
    answer.provenance.method = question.ties == TieRule::evenly ? "Hawkes process with a baseline of straight lines (Ozaki 1979), events of a day spread evenly over it"
                                                                : "Hawkes process with a baseline of straight lines (Ozaki 1979), events of a day spread over it at random";
    answer.provenance.version = "1";
    answer.provenance.seed = question.seed;
    std::vector<std::int64_t> days;
    for (const Event* event : eligible(events, {question.first, question.last, PlacePrecision::country, false}, answer.provenance))
        days.push_back((*event->first - question.first).count());
    if (std::int64_t(days.size()) < events_min) return answer;

    const double end = double((question.last - question.first).count() + 1);
    SelfExcitation found;
    found.baseline = Baseline::lines(end, question.knot_days);
    const double knot_distance = found.baseline.knots[1] - found.baseline.knots[0];
    constexpr double day = 1;
    HawkesBounds bounds;
    bounds.delay_min = day;
    bounds.delay_max_share = std::max(2 * day, knot_distance / 2) / end;
    const auto times = spread_over_days(days, question.ties, question.seed);
    found.exciting = fit_hawkes(times, end, found.baseline, bounds);
    found.without = fit_poisson(times, end, found.baseline);
    found.constant = fit_hawkes(times, end, Baseline::constant());
    found.likelihood_ratio = std::max(0.0, 2 * (found.exciting.log_likelihood - found.without.log_likelihood));
    found.p = p_of_ratio(found, end, bounds, question);
    found.residuals = test_exponential(rescaled_gaps(times, found.baseline, found.exciting));
    found.residuals_without = test_exponential(rescaled_gaps(times, found.baseline, found.without));
    answer.found = std::move(found);
    return answer;
}

}  // namespace sitrep::analyse
