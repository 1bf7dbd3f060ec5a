#include "publish/tally_accounts.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <functional>

namespace sitrep::publish {
namespace {

using Test = std::function<bool(const Countable&)>;
using Number = std::optional<TollRange> Countable::*;

struct Measure {
    Test counts;
    std::optional<Number> number;  ///< none: incidents are counted
};

bool is_attack(const Countable& incident) { return series_of(incident.kind) == Series::attack; }
Test of(IncidentKind kind)
{
    return [kind](const Countable& incident) { return incident.kind == kind; };
}

std::optional<Measure> measure_for(const TallyScope& scope)
{
    if (scope.unit == "attacks") return Measure{is_attack, std::nullopt};
    if (scope.unit == "operations") {
        if (is_force(scope.actor) || scope.actor.empty()) return Measure{of(IncidentKind::security_operation), std::nullopt};
        return Measure{is_attack, std::nullopt};
    }
    if (scope.unit == "airstrikes") return Measure{of(IncidentKind::airstrike), std::nullopt};
    if (scope.unit == "targeted_killings") return Measure{of(IncidentKind::assassination_or_targeted_killing), std::nullopt};
    if (scope.unit == "incidents") return Measure{[](const Countable&) { return true; }, std::nullopt};
    const bool militants = scope.who == TargetClass::militant;
    const Test hit = [militants, who = scope.who](const Countable& i) { return is_attack(i) != militants && (!who || i.target_class == who); };
    if (scope.unit == "killed") return Measure{hit, &Countable::killed};
    if (scope.unit == "injured") return Measure{hit, &Countable::injured};
    if (scope.unit == "abducted") return Measure{is_attack, &Countable::abducted};
    if (scope.unit == "arrested") return Measure{of(IncidentKind::security_operation), &Countable::arrested};
    return std::nullopt;
}

enum class Fit { in, out, unknown };

Fit place_fit(const Countable& incident, const TallyScope& scope)
{
    if (scope.everywhere) return Fit::in;
    if (!scope.admin1_code.empty()) {
        if (!incident.admin1_code.empty()) return incident.admin1_code == scope.admin1_code ? Fit::in : Fit::out;
        const bool other_country = !incident.country.empty() && !scope.country.empty() && incident.country != scope.country;
        return other_country ? Fit::out : Fit::unknown;
    }
    if (incident.country.empty()) return Fit::unknown;
    return incident.country == scope.country ? Fit::in : Fit::out;
}

// A month that reaches over the edge of the period may lie inside or outside of it.
Fit time_fit(const Countable& incident, const TallyScope& scope)
{
    if (!incident.first || !incident.last) return Fit::unknown;
    if (*incident.last < *scope.first || *incident.first > *scope.last) return Fit::out;
    return *incident.first >= *scope.first && *incident.last <= *scope.last ? Fit::in : Fit::unknown;
}

Fit actor_fit(const Countable& incident, const TallyScope& scope)
{
    if (scope.actor.empty() || incident.perpetrator == scope.actor) return Fit::in;
    return incident.perpetrator.empty() ? Fit::unknown : Fit::out;
}

}  // namespace

std::optional<TallyScope> scope_of(const Tally& tally, std::string& why)
{
    TallyScope scope;
    scope.unit = tally_unit(tally.unit);
    scope.who = tally_who(tally.unit);
    scope.actor = tally.actor_name;
    scope.first = tally.period.first_day();
    scope.last = tally.period.last_day();
    if (scope.unit.empty()) return why = "we keep no count of this kind", std::nullopt;
    if (!scope.first || !scope.last) return why = "the period is not stated", std::nullopt;
    if (tally.scope) {
        scope.country = tally.scope->country;
        if (tally.scope->kind == PlaceKind::governorate) scope.admin1_code = tally.scope->admin1_code;
        const bool area = tally.scope->kind == PlaceKind::country || (tally.scope->kind == PlaceKind::governorate && !scope.admin1_code.empty());
        if (!area) return why = "its area is neither a country nor a governorate", std::nullopt;
    } else {
        scope.everywhere = true;
        if (!tally.scope_place.empty() && !means_the_world(tally.scope_place)) return why = "its area was not found", std::nullopt;
    }
    return scope;
}

Countable countable(const Incident& incident)
{
    Countable out{incident.id, incident.kind, incident.date.first_day(), incident.date.last_day(), {}, {}, incident.perpetrator, incident.target_class,
                  incident.killed, incident.injured, incident.abducted, incident.arrested, incident.grade == Grade::claimed_only};
    if (incident.place) out.country = incident.place->country, out.admin1_code = incident.place->admin1_code;
    return out;
}

Countable countable(const PublicIncident& incident)
{
    return {incident.id, incident.kind, incident.date.first_day(), incident.date.last_day(), incident.country, incident.admin1_code, incident.perpetrator,
            incident.target_class, incident.killed, incident.injured, incident.abducted, incident.arrested, incident.grade == Grade::claimed_only};
}

std::optional<TallyAccount> account_for(const TallyScope& scope, std::int64_t stated, std::span<const Countable> incidents)
{
    const auto measure = measure_for(scope);
    if (!measure || !scope.first || !scope.last) return std::nullopt;
    TallyAccount out;
    for (const Countable& incident : incidents) {
        if (!measure->counts(incident)) continue;
        TollRange size{1, 1};
        if (measure->number) {
            const auto& number = incident.**measure->number;
            if (!number || number->high == 0) continue;
            size = *number;
        }
        const Fit time = time_fit(incident, scope), place = place_fit(incident, scope), actor = actor_fit(incident, scope);
        if (time == Fit::out || actor == Fit::out) continue;
        // What is uncertain in several ways is told under the first of them, so that the sum is no larger than the truth.
        if (place == Fit::out) out.elsewhere += time == Fit::in && actor == Fit::in ? size.high : 0;
        else if (time == Fit::unknown) out.undated += size.high;
        else if (place == Fit::unknown) out.unplaced += size.high;
        else if (actor == Fit::unknown) out.unattributed += size.high;
        else {
            out.ours.low += size.low;
            out.ours.high += size.high;
            out.from.push_back(incident.id);
            if (incident.claimed_only) out.claimed_only += size.high;
        }
    }
    out.not_here = std::max<std::int64_t>(0, stated - out.ours.high - out.undated - out.unplaced - out.unattributed);
    return out;
}

}  // namespace sitrep::publish
