#include "publish/stated_counts.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace sitrep::publish {
namespace {

using Stated = Gate::PublicTally;

/// True when everything inside the stated area is also inside this report's.
bool covers(const Record& record, const Stated& tally)
{
    const std::string& area = record.input.area;
    if (tally.scope_is_region) return false;
    if (tally.scope == "world") return area.empty();
    if (tally.scope.empty() || area.empty()) return !tally.scope.empty();
    if (area.size() == 2) return tally.scope_country == area;
    return tally.scope_admin1_code == area;
}

bool is_held(const Record& record, const Stated& tally)
{
    const auto first = tally.period.first_day(), last = tally.period.last_day();
    if (!first || !last || *last > record.input.closed) return false;
    const std::chrono::year_month_day begin{*first};
    const Month from{begin.year(), begin.month()};
    return from <= record.month && from >= record.month - std::chrono::months{24} && record.has_data(from);
}

bool in_scope(const PublicIncident& incident, const Stated& tally)
{
    if (!tally.scope_admin1_code.empty()) return incident.admin1_code == tally.scope_admin1_code;
    return tally.scope_country.empty() || incident.country == tally.scope_country;
}

bool in_period(const PublicIncident& incident, const Stated& tally)
{
    const auto day = incident.date.first_day();
    return day && *day >= *tally.period.first_day() && *day <= *tally.period.last_day();
}

struct Measure {
    Which which;
    std::optional<TollField> toll;
};

std::optional<Measure> measure_for(const Stated& tally)
{
    const bool of_force = is_force(tally.actor);
    if (tally.unit == "attacks") return Measure{is_attack, std::nullopt};
    if (tally.unit == "operations") return Measure{of_force || tally.actor.empty() ? is_security_operation : is_attack, std::nullopt};
    if (tally.unit == "airstrikes") return Measure{is_airstrike, std::nullopt};
    if (tally.unit == "targeted_killings") return Measure{of_kind(IncidentKind::assassination_or_targeted_killing), std::nullopt};
    if (tally.unit == "incidents") return Measure{[](const PublicIncident&) { return true; }, std::nullopt};
    const bool militants = tally.who == TargetClass::militant;
    const Which series = militants ? Which([](const PublicIncident& i) { return !is_attack(i); }) : Which(is_attack);
    const Which with_class = [series, who = tally.who](const PublicIncident& i) { return series(i) && (!who || i.target_class == who); };
    if (tally.unit == "killed") return Measure{with_class, &PublicIncident::killed};
    if (tally.unit == "injured") return Measure{with_class, &PublicIncident::injured};
    if (tally.unit == "abducted") return Measure{is_attack, &PublicIncident::abducted};
    if (tally.unit == "arrested") return Measure{is_security_operation, &PublicIncident::arrested};
    return std::nullopt;
}

Label reason(const Stated& tally, const Figure& ours)
{
    if (tally.quantity > ours.value.high) return Label::why_fewer;
    return tally.quantity < ours.value.low ? Label::why_more : Label::why_equal;
}

StatedCount compared(const Record& record, const Stated& tally)
{
    StatedCount out{tally, std::nullopt, 0, Label::why_unit};
    const auto measure = measure_for(tally);
    if (!measure) return out;
    out.why = covers(record, tally) ? Label::why_period : Label::why_scope;
    if (!covers(record, tally) || !is_held(record, tally)) return out;
    const Which which = [&](const PublicIncident& i) {
        return in_scope(i, tally) && in_period(i, tally) && (tally.actor.empty() || i.perpetrator == tally.actor) && measure->which(i);
    };
    Incidents all;
    for (const auto& [month, incidents] : record.by_month) all.insert(all.end(), incidents.begin(), incidents.end());
    out.ours = measure->toll ? toll_of(all, *measure->toll, which) : number_of(all, which);
    out.ours_claimed_only = number_of(all, [&](const PublicIncident& i) { return which(i) && is_claimed_only(i); }).value.low;
    out.why = reason(tally, *out.ours);
    return out;
}

}  // namespace

std::vector<StatedCount> stated_counts(const Record& record)
{
    std::vector<StatedCount> out;
    std::set<std::tuple<std::int64_t, std::string, std::string, std::string, std::string>> seen;
    for (const Stated& tally : record.tallies) {
        const std::string period = tally.period.start ? tally.period.start->iso() : std::string();
        if (!seen.emplace(tally.quantity, tally.unit, tally.scope, tally.claimant, period).second) continue;
        out.push_back(compared(record, tally));
    }
    const auto order = [](const StatedCount& stated) {
        const Stated& tally = stated.tally;
        return std::tuple(!stated.ours.has_value(), -tally.quantity, tally.unit, tally.scope, tally.claimant, stated_period_words(Edition::english, tally));
    };
    std::sort(out.begin(), out.end(), [&](const StatedCount& a, const StatedCount& b) { return order(a) < order(b); });
    return out;
}

std::string unit_words(Edition edition, const Stated& tally)
{
    std::string out = say(edition, unit_label(tally.unit));
    if (tally.who) out += " (" + say(edition, label_of(*tally.who)) + ")";
    return tally.actor.empty() ? out : say(edition, Label::by_actor, out, actor_words(edition, tally.actor));
}

std::string scope_words(Edition edition, const Stated& tally)
{
    if (tally.scope.empty()) return say(edition, Label::scope_unstated);
    if (tally.scope == "world") return say(edition, Label::world);
    return edition == Edition::arabic && !tally.scope_ar.empty() ? tally.scope_ar : tally.scope;
}

std::string stated_period_words(Edition edition, const Stated& tally)
{
    return tally.period.start ? isolated(edition, date_words(edition, tally.period)) : say(edition, Label::period_unstated);
}

}  // namespace sitrep::publish
