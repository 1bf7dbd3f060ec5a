#include "analyse/surge/desk_surge.hpp"

#include <algorithm>
#include <set>

namespace sitrep::analyse {
namespace {

bool in_unit(const Event& event, GroupBy by, const CountTable::Row& row)
{
    const std::string& key = row.key;
    if (by == GroupBy::all) return true;
    if (by == GroupBy::district) return event.admin1 + " / " + event.admin2 == key;
    return event.admin1_code.empty() ? event.admin1 == row.name : event.admin1_code == key;
}

int sources_between(std::span<const Event> events, const SurgeQuestion& question, const CountTable::Row& row, Day from, Day until)
{
    std::set<SourceId> sources;
    int independent = 0;
    for (const Event& event : events) {
        if (!event.first || *event.first < from || *event.first >= until || series_of(event.kind) != question.counts.series) continue;
        if (!in_unit(event, question.counts.by, row)) continue;
        sources.insert(event.sources.begin(), event.sources.end());
        independent = std::max(independent, event.independent_sources);
    }
    return std::max(independent, int(sources.size()));
}

bool was_quiet(const UnitSurge& unit, const std::vector<Looked>& looked, std::size_t onset, const SurgeQuestion& question)
{
    double sum = 0;
    int weeks = 0;
    for (std::size_t t = onset; t-- > 0 && weeks < question.quiet_weeks;) {
        if (looked[t] == Looked::nobody) return false;  // silence of the sources is no quiet of the place
        sum += unit.counts[t];
        ++weeks;
    }
    return weeks == question.quiet_weeks && sum / weeks <= question.quiet_level;
}

UnitSurge watched(std::span<const Event> events, const CountTable& table, const CountTable::Row& row, const SurgeQuestion& question,
                  std::span<const std::size_t> breaks, double unit_weeks, ChartDesigns& designs)
{
    UnitSurge unit;
    unit.key = row.key;
    unit.name = row.name;
    unit.counts = row.counts;
    std::vector<bool> looked;
    for (std::size_t t = 0; t < row.counts.size(); ++t) looked.push_back(table.looked[t] == Looked::yes && !table.incomplete[t]);
    WatchOptions options;
    options.factor = question.factor;
    options.weeks_per_false_alarm = unit_weeks;
    unit.weeks = watch(row.counts, looked, breaks, options, designs);
    for (std::size_t t = 0; t < unit.weeks.size(); ++t)
        if (unit.weeks[t].state == WeekState::rising) unit.last_rise = t;
    if (unit.last_rise) {
        const std::size_t onset = unit.weeks[*unit.last_rise].onset;
        unit.sources = sources_between(events, question, row, table.starts[onset], next_period_start(Step::week, table.starts[*unit.last_rise]));
        unit.re_emerging = unit.sources >= question.sources_min && was_quiet(unit, table.looked, onset, question);
    }
    return unit;
}

void find_changes(Surge& out, const SurgeQuestion& question)
{
    std::vector<double> counts;
    std::vector<std::size_t> weeks;
    for (std::size_t t = 0; t < out.table.total.size(); ++t) {
        if (out.table.looked[t] == Looked::nobody || out.table.incomplete[t]) continue;
        counts.push_back(out.table.total[t]);
        weeks.push_back(t);
    }
    out.overdispersion = local_overdispersion(counts);
    const auto cuts = change_points(counts, out.overdispersion, ChangePenalty::bic);
    out.changes = tested_changes(counts, cuts, out.overdispersion, question.replications, question.seed, question.threads);
    for (Change& change : out.changes) change.at = weeks[change.at];
}

}  // namespace

Surge surge(std::span<const Event> events, const SurgeQuestion& question)
{
    Surge out;
    CountQuestion weekly = question.counts;
    weekly.step = Step::week;
    out.table = count_table(events, weekly);
    out.provenance = out.table.provenance;
    out.provenance.method = "negative binomial CUSUM, threshold from the run length (Brook and Evans 1972; Höhle and Paul 2008); past changes by PELT "
                            "(Killick et al. 2012) with a parametric bootstrap";
    out.provenance.seed = question.seed;
    std::vector<std::size_t> breaks;
    for (const Day day : question.breaks)
        for (std::size_t t = 0; t < out.table.starts.size(); ++t)
            if (out.table.starts[t] == period_start(Step::week, day)) breaks.push_back(t);
    std::sort(breaks.begin(), breaks.end());
    for (std::size_t t = 0; t < out.table.starts.size(); ++t)
        if (!out.table.incomplete[t]) out.last_week = t;
    std::size_t known = 0;
    for (const auto& row : out.table.rows) known += !row.key.empty();
    out.weeks_per_false_alarm_of_unit = question.weeks_per_false_alarm * double(std::max<std::size_t>(1, known));
    ChartDesigns designs;
    std::vector<double> p;
    for (const auto& row : out.table.rows) {
        if (row.key.empty()) {
            double without = 0;
            for (const double count : row.counts) without += count;
            out.provenance.leave_out("unit not known", std::int64_t(without));
            continue;
        }
        out.units.push_back(watched(events, out.table, row, question, breaks, out.weeks_per_false_alarm_of_unit, designs));
        p.push_back(out.last_week ? out.units.back().weeks[*out.last_week].p : 1);
    }
    const auto rates = false_discovery_rates(p);
    for (std::size_t i = 0; i < rates.size(); ++i) out.units[i].false_discovery_rate = rates[i];
    find_changes(out, question);
    return out;
}

}  // namespace sitrep::analyse
