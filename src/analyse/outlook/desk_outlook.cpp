#include "analyse/outlook/desk_outlook.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep::analyse {
namespace {

constexpr std::size_t learning_months = 12, choosing_months = 6, conformal_months_min = 60;

Panel panel_of(const CountTable& table, std::size_t months, std::vector<std::size_t>& rows)
{
    Panel panel(months);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.rows[r].key.empty()) continue;
        rows.push_back(r);
        for (std::size_t t = 0; t < months; ++t) panel[t].push_back(table.rows[r].counts[t]);
    }
    return panel;
}

std::vector<double> widening_of(const Panel& panel, const Backtest& past, std::size_t from)
{
    std::vector<double> means, outcomes;
    std::vector<Limits> intervals;
    for (std::size_t t = from; t < panel.size(); ++t)
        for (std::size_t i = 0; i < panel.front().size(); ++i) {
            const Forecast& shown = past.forecasts[chosen_for(past, t, i)][t - past.first][i];
            means.push_back(mean_of(shown));
            intervals.push_back(interval_of(shown, 0.9));
            outcomes.push_back(panel[t][i]);
        }
    return conformal_widening(means, intervals, outcomes, 0.9);
}

UnitOutlook unit_outlook(const CountTable::Row& row, const Panel& panel, const Backtest& past, std::size_t unit, const std::vector<double>& widening)
{
    UnitOutlook out;
    out.key = row.key;
    out.name = row.name;
    out.last_month = panel.back()[unit];
    const std::size_t chosen = chosen_for(past, panel.size(), unit);
    const Forecast& next = past.forecasts[chosen].back()[unit];
    out.forecaster = past.names[chosen];
    out.expected = mean_of(next);
    out.half = interval_of(next, 0.5);
    out.nine_in_ten = interval_of(next, 0.9);
    out.chance_of_more = 1 - cdf_of(next, out.last_month);
    if (!widening.empty()) {
        const double more = widening[conformal_bin(out.expected)];
        out.nine_in_ten.low = std::max(0.0, out.nine_in_ten.low - more);
        out.nine_in_ten.high = std::max(out.half.high, out.nine_in_ten.high + more);
        out.nine_in_ten.low = std::min(out.nine_in_ten.low, out.half.low);
        out.conformal = more != 0;
    }
    return out;
}

}  // namespace

std::size_t conformal_bin(double mean)
{
    constexpr std::array edges{0.5, 2.5, 10.5, 50.5};
    return std::size_t(std::upper_bound(edges.begin(), edges.end(), mean) - edges.begin());
}

std::vector<double> conformal_widening(std::span<const double> means, std::span<const Limits> intervals, std::span<const double> outcomes, double share)
{
    constexpr std::size_t cases_min = 30;
    std::array<std::vector<double>, 5> misses;  // how far outside; below 0: how far inside
    for (std::size_t i = 0; i < means.size(); ++i)
        misses[conformal_bin(means[i])].push_back(std::max(intervals[i].low - outcomes[i], outcomes[i] - intervals[i].high));
    std::vector<double> out;
    for (auto& bin : misses) {
        std::sort(bin.begin(), bin.end());
        const auto rank = std::size_t(std::ceil(share * double(bin.size() + 1)));
        out.push_back(bin.size() < cases_min || rank > bin.size() ? 0 : bin[rank - 1]);
    }
    return out;
}

Outlook outlook(std::span<const Event> events, const OutlookQuestion& question)
{
    Outlook out;
    CountQuestion monthly = question.counts;
    monthly.step = Step::month;
    const CountTable table = count_table(events, monthly);
    out.provenance = table.provenance;
    out.provenance.method = "negative binomial endemic-epidemic model (Held, Höhle and Hofmann 2005; Bracher and Held 2022) beside naive baselines; "
                            "each unit is shown the best scorer on its own past";
    out.provenance.seed = question.seed;
    std::size_t months = 0;
    while (months < table.starts.size() && !table.incomplete[months]) ++months;
    std::size_t silent = 0;
    for (std::size_t t = 0; t < months; ++t) silent += table.looked[t] == Looked::nobody;
    std::vector<std::size_t> rows;
    const Panel panel = panel_of(table, months, rows);
    if (months < learning_months + choosing_months)
        out.refused = "An outlook needs 18 complete months; there are " + std::to_string(months) + ".";
    else if (rows.empty())
        out.refused = "No event of these months has a known unit.";
    else if (silent * 4 > months)
        out.refused = "In " + std::to_string(silent) + " of " + std::to_string(months) + " months no source was looking.";
    if (!out.refused.empty()) return out;
    out.month = next_period_start(Step::month, table.starts[months - 1]);
    const auto past = backtest(panel, learning_months, desk_forecasters({}, months >= 36), question.threads);
    const std::size_t from = std::max(learning_months + choosing_months, months > question.scored_months ? months - question.scored_months : 0);
    if (from < months) out.scores = scoreboard(panel, past, from, question.seed);
    const bool corrected = months - learning_months - choosing_months >= conformal_months_min;
    const std::vector<double> widening = corrected ? widening_of(panel, past, learning_months + choosing_months) : std::vector<double>{};
    for (std::size_t i = 0; i < rows.size(); ++i) out.units.push_back(unit_outlook(table.rows[rows[i]], panel, past, i, widening));
    return out;
}

}  // namespace sitrep::analyse
