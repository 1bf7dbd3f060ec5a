#include "analyse/counts/count_table.hpp"

#include "analyse/counts/regression.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sitrep::analyse {
namespace {

using std::chrono::days;
constexpr days looking_gap_max{56}, young{14};
constexpr int nowcast_weeks = 8, nowcast_months = 3;
constexpr std::int64_t nowcast_events_min = 20;

std::pair<std::string, std::string> key_of(const Event& event, GroupBy by)
{
    switch (by) {
    case GroupBy::all: return {"all", "all"};
    case GroupBy::governorate: return {event.admin1_code.empty() ? event.admin1 : event.admin1_code, event.admin1};
    case GroupBy::district: {
        if (event.admin2.empty()) return {};
        const std::string name = event.admin1 + " / " + event.admin2;
        return {name, name};
    }
    case GroupBy::kind: {
        const std::string name(to_string(event.kind));
        return {name, name};
    }
    case GroupBy::target: {
        const std::string name(event.target ? to_string(*event.target) : std::string_view());
        return {name, name};
    }
    case GroupBy::status: {
        const std::string name(to_string(event.status));
        return {name, name};
    }
    }
    return {};
}

/// The value seen most often with each key; of two seen alike often the first in order.
using Sightings = std::map<std::string, std::map<std::string, int>>;

std::map<std::string, std::string> most_often(const Sightings& sightings)
{
    std::map<std::string, std::string> out;
    for (const auto& [key, values] : sightings)
        out[key] = std::max_element(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
    return out;
}

/// Tables may spell a governorate in several ways and give it without its code: how it is called most often, and which code a name has.
struct Governorates {
    std::map<std::string, std::string> codes, names;

    explicit Governorates(std::span<const Event> events)
    {
        Sightings by_name, by_code;
        for (const Event& event : events)
            if (!event.admin1_code.empty() && !event.admin1.empty()) ++by_name[event.admin1][event.admin1_code], ++by_code[event.admin1_code][event.admin1];
        codes = most_often(by_name);
        names = most_often(by_code);
    }
};

std::size_t index_of(const CountTable& table, Day day)
{
    return std::size_t(std::upper_bound(table.starts.begin(), table.starts.end(), day) - table.starts.begin()) - 1;
}

/// Periods in which each source was looking: from report to report.
void count_sources(CountTable& table, std::span<const Event> events, Day end)
{
    std::map<SourceId, std::set<Day>> told;
    for (const Event& event : events) {
        const auto day = event.first_seen ? event.first_seen : event.first;
        if (!day) continue;
        for (const SourceId source : event.sources) told[source].insert(*day);
    }
    for (const auto& [source, reports] : told) {
        std::vector<char> looking(table.starts.size());
        for (auto report = reports.begin(); report != reports.end(); ++report) {
            const auto next = std::next(report);
            const Day until = next != reports.end() && *next - *report <= looking_gap_max ? *next : *report;
            if (until < table.starts.front() || *report >= end) continue;
            const std::size_t last = index_of(table, std::min(until, end - days{1}));
            for (std::size_t i = index_of(table, std::max(*report, table.starts.front())); i <= last; ++i) looking[i] = 1;
        }
        for (std::size_t i = 0; i < looking.size(); ++i) table.sources[i] += looking[i];
    }
    for (std::size_t i = 0; i < table.starts.size(); ++i) table.looked[i] = table.sources[i] > 0 || table.total[i] > 0 ? Looked::yes : Looked::nobody;
}

/// What is still to be told of the last periods, by how late earlier events were.
void add_nowcast(CountTable& table, std::span<const Event> events, const CountQuestion& question)
{
    std::vector<Told> told;
    const auto number = [&](Day day) {
        return question.step == Step::week ? int((period_start(Step::week, day) - Day{}).count() / 7)
                                           : int(std::chrono::year_month_day(day).year()) * 12 + int(unsigned(std::chrono::year_month_day(day).month()));
    };
    for (const Event& event : events) {
        if (!event.first || !event.last || !event.first_seen || series_of(event.kind) != question.series || *event.first_seen < *event.first) continue;
        if (period_start(question.step, *event.first) == period_start(question.step, *event.last)) told.push_back({number(*event.first), number(*event.first_seen)});
    }
    if (std::int64_t(told.size()) < nowcast_events_min) return;
    const int now = number(question.as_of), delay_max = question.step == Step::week ? nowcast_weeks : nowcast_months;
    for (const NowcastPeriod& period : nowcast(told, now, delay_max, 0.9, NowcastLimits::conditioned))
        for (std::size_t i = 0; i < table.starts.size(); ++i)
            if (table.incomplete[i] && number(table.starts[i]) == period.period && period.seen > 0) table.expected[i] = period;
}

void fill_rows(CountTable& table, std::span<const Event> events, const CountQuestion& question, Day end)
{
    std::map<std::string, CountTable::Row> rows;
    const bool by_governorate = question.by == GroupBy::governorate;
    const Governorates governorates(by_governorate ? events : std::span<const Event>());
    for (const Event& event : events) {
        if (series_of(event.kind) != question.series) continue;
        if (!event.first || !event.last) {
            table.provenance.leave_out("no date known");
            continue;
        }
        if (*event.last < table.starts.front() || *event.first >= end) continue;
        if (period_start(question.step, *event.first) != period_start(question.step, *event.last)) {
            table.provenance.leave_out(question.step == Step::week ? "dated to more than one week" : "dated to more than one month");
            continue;
        }
        auto [key, name] = key_of(event, question.by);
        if (by_governorate) {
            if (const auto code = governorates.codes.find(key); code != governorates.codes.end()) key = code->second;
            if (const auto called = governorates.names.find(key); called != governorates.names.end()) name = called->second;
        }
        auto& row = rows.try_emplace(key, CountTable::Row{key, name, std::vector<double>(table.starts.size())}).first->second;
        const std::size_t at = index_of(table, *event.first);
        ++row.counts[at];
        ++table.total[at];
        ++table.provenance.rows_used;
    }
    for (auto& [key, row] : rows) table.rows.push_back(std::move(row));
    const auto sum = [](const CountTable::Row& row) {
        double all = 0;
        for (const double count : row.counts) all += count;
        return all;
    };
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& a, const auto& b) { return sum(a) > sum(b); });
}

double length(const CountTable& table, std::size_t at) { return double((next_period_start(table.step, table.starts[at]) - table.starts[at]).count()); }

}  // namespace

Day period_start(Step step, Day day)
{
    if (step == Step::week) return day - (std::chrono::weekday(day) - std::chrono::Monday);
    const std::chrono::year_month_day date(day);
    return Day(date.year() / date.month() / 1);
}

Day next_period_start(Step step, Day start)
{
    if (step == Step::week) return start + days{7};
    const std::chrono::year_month_day date(start);
    return Day((date.year() / date.month() + std::chrono::months{1}) / 1);
}

CountTable count_table(std::span<const Event> events, const CountQuestion& question)
{
    CountTable table;
    table.step = question.step;
    table.provenance.method = "counts with exact Poisson limits (Garwood 1936)";
    table.provenance.version = "1";
    Day end = period_start(question.step, question.from);
    for (; end <= question.until; end = next_period_start(question.step, end)) table.starts.push_back(end);
    if (table.starts.empty()) return table;
    table.sources.resize(table.starts.size());
    table.looked.resize(table.starts.size());
    table.total.resize(table.starts.size());
    table.expected.resize(table.starts.size());
    for (const Day start : table.starts) table.incomplete.push_back(next_period_start(question.step, start) + young > question.as_of);
    fill_rows(table, events, question, end);
    count_sources(table, events, end);
    add_nowcast(table, events, question);
    return table;
}

std::vector<Comparison> comparisons(const CountTable& table, const std::vector<double>& counts, std::size_t at)
{
    std::vector<Comparison> out;
    const std::pair<Comparison::With, std::pair<std::size_t, std::size_t>> stretches[] = {{Comparison::With::last_month, {1, 1}},
                                                                                          {Comparison::With::same_month_last_year, {12, 12}},
                                                                                          {Comparison::With::twelve_months_before, {1, 12}}};
    for (const auto& [with, back] : stretches) {
        Comparison one{.with = with, .now = counts[at], .then = 0, .days_now = length(table, at), .days_then = 0, .ratio = {}, .comparable = false};
        for (std::size_t months = back.first; months <= back.second && months <= at; ++months) {
            if (table.looked[at - months] == Looked::nobody) continue;
            one.then += counts[at - months];
            one.days_then += length(table, at - months);
        }
        one.comparable = one.days_then > 0 && at >= back.second && table.looked[at] == Looked::yes;
        if (one.comparable) one.ratio = rate_ratio(std::int64_t(one.now), one.days_now, std::int64_t(one.then), one.days_then, 0.95);
        out.push_back(one);
    }
    return out;
}

std::optional<RateRatio> yearly_change(const CountTable& table, const std::vector<double>& counts, std::size_t months)
{
    std::vector<double> used, time;
    for (std::size_t i = counts.size() > months ? counts.size() - months : 0; i < counts.size(); ++i) {
        if (table.incomplete[i] || table.looked[i] == Looked::nobody) continue;
        used.push_back(counts[i]);
        time.push_back(double((table.starts[i] - table.starts.front()).count()) / 365.25);
    }
    constexpr std::size_t months_min = 12;
    if (used.size() < months_min) return std::nullopt;
    const auto fit = negative_binomial_regression(used, {std::vector<double>(used.size(), 1), time});
    if (!fit.converged) return std::nullopt;
    return fit.rate_ratio(1, 0.95);
}

}  // namespace sitrep::analyse
