#include "publish/series_json.hpp"

#include "publish/provenance_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;

/// Infinite limits and undefined ratios are null: JSON has no number for them.
Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(); }
Json limits_json(const analyse::Limits& limits) { return {{"low", finite(limits.low)}, {"high", finite(limits.high)}}; }

Json periods_json(const analyse::CountTable& table)
{
    Json periods = Json::array();
    for (std::size_t t = 0; t < table.starts.size(); ++t) {
        const auto& expected = table.expected[t];
        periods.push_back({{"start", to_iso(table.starts[t])},
                           {"sources", table.sources[t]},
                           {"looked", table.looked[t] == analyse::Looked::yes},
                           {"incomplete", bool(table.incomplete[t])},
                           {"total", table.looked[t] == analyse::Looked::yes ? Json(table.total[t]) : Json()},
                           {"expected_in_the_end", expected ? Json{{"middle", expected->middle}, {"low", expected->low}, {"high", expected->high}} : Json()}});
    }
    return periods;
}

Json row_json(const analyse::CountTable& table, const analyse::CountTable::Row& row)
{
    Json counts = Json::array(), compared = Json::object();
    for (std::size_t t = 0; t < row.counts.size(); ++t) {
        const auto limits = analyse::poisson_limits(std::int64_t(row.counts[t]), 0.95);
        counts.push_back(table.looked[t] == analyse::Looked::yes ? Json{{"count", row.counts[t]}, {"limits", limits_json(limits)}} : Json());
    }
    if (table.step == analyse::Step::month && !row.counts.empty())
        for (const auto& one : analyse::comparisons(table, row.counts, row.counts.size() - 1))
            compared[std::string(comparison_word(one.with))] =
                one.comparable ? Json{{"now", one.now}, {"then", one.then}, {"ratio", finite(one.ratio.ratio)}, {"limits", limits_json(one.ratio.limits)}, {"p", one.ratio.p}} : Json();
    return {{"key", row.key}, {"name", row.name}, {"counts", std::move(counts)}, {"compared", std::move(compared)}};
}

Json unit_json(const analyse::UnitSurge& unit)
{
    Json weeks = Json::array();
    for (std::size_t t = 0; t < unit.weeks.size(); ++t) {
        const auto& week = unit.weeks[t];
        weeks.push_back({{"count", unit.counts[t]}, {"state", state_word(week.state)}, {"expected", week.expected}, {"evidence", week.evidence}, {"upper_99", week.upper}, {"p", week.p}});
    }
    return {{"key", unit.key},
            {"name", unit.name},
            {"last_rise_week", unit.last_rise ? Json(*unit.last_rise) : Json()},
            {"change", unit.last_rise ? Json(unit.weeks[*unit.last_rise].change) : Json()},
            {"sources", unit.sources},
            {"re_emerging", unit.re_emerging},
            {"false_discovery_rate", unit.false_discovery_rate},
            {"weeks", std::move(weeks)}};
}

Json scores_json(const analyse::Scores& scores)
{
    return {{"forecaster", scores.name},
            {"naive", scores.naive},
            {"crps", scores.crps},
            {"log_score", finite(scores.log_score)},
            {"interval_score_90", scores.interval_score},
            {"covered_90", scores.covered_90},
            {"covered_50", scores.covered_50},
            {"ignorance_bits", scores.ignorance},
            {"pit", scores.pit},
            {"cases", scores.cases}};
}

}  // namespace

std::string_view state_word(analyse::WeekState state)
{
    switch (state) {
    case analyse::WeekState::learning: return "learning";
    case analyse::WeekState::quiet: return "quiet";
    case analyse::WeekState::rising: return "rising";
    case analyse::WeekState::falling: return "falling";
    case analyse::WeekState::not_looked: return "nobody_looking";
    }
    return "";
}

std::string_view comparison_word(analyse::Comparison::With with)
{
    switch (with) {
    case analyse::Comparison::With::last_month: return "last_month";
    case analyse::Comparison::With::same_month_last_year: return "same_month_last_year";
    case analyse::Comparison::With::twelve_months_before: return "twelve_months_before";
    }
    return "";
}

std::string trend_json(const analyse::CountTable& table)
{
    Json rows = Json::array();
    for (const auto& row : table.rows) rows.push_back(row_json(table, row));
    return Json{{"step", table.step == analyse::Step::week ? "week" : "month"},
                {"periods", periods_json(table)},
                {"rows", std::move(rows)},
                {"provenance", provenance_json<Json>(table.provenance)}}
        .dump();
}

std::string surge_json(const analyse::Surge& surge)
{
    Json units = Json::array(), changes = Json::array();
    for (const auto& unit : surge.units) units.push_back(unit_json(unit));
    for (const auto& change : surge.changes)
        changes.push_back({{"week", to_iso(surge.table.starts[change.at])}, {"before", change.before}, {"after", change.after}, {"ratio_limits", limits_json(change.ratio)}, {"p", change.p}});
    return Json{{"periods", periods_json(surge.table)},
                {"weeks_per_false_alarm_of_a_unit", surge.weeks_per_false_alarm_of_unit},
                {"units", std::move(units)},
                {"changes", std::move(changes)},
                {"provenance", provenance_json<Json>(surge.provenance)}}
        .dump();
}

std::string outlook_json(const analyse::Outlook& outlook)
{
    Json units = Json::array(), scores = Json::array();
    for (const auto& unit : outlook.units)
        units.push_back({{"key", unit.key}, {"name", unit.name}, {"last_month", unit.last_month}, {"forecaster", unit.forecaster}, {"expected", unit.expected},
                         {"interval_50", limits_json(unit.half)}, {"interval_90", limits_json(unit.nine_in_ten)}, {"conformal", unit.conformal}, {"chance_of_more", unit.chance_of_more}});
    Json board;
    if (outlook.scores) {
        for (const auto& row : outlook.scores->rows) scores.push_back(scores_json(row));
        board = {{"months", outlook.scores->months}, {"best_naive", outlook.scores->best_naive}, {"crps_difference", outlook.scores->difference},
                 {"crps_difference_limits_90", limits_json(outlook.scores->difference_limits)}, {"rows", std::move(scores)}};
    }
    return Json{{"month", outlook.refused.empty() ? Json(to_iso(outlook.month).substr(0, 7)) : Json()}, {"refused", outlook.refused.empty() ? Json() : Json(outlook.refused)},
                {"units", std::move(units)}, {"scores", std::move(board)}, {"provenance", provenance_json<Json>(outlook.provenance)}}
        .dump();
}

}  // namespace sitrep::publish
