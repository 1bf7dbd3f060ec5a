#include "publish/gate.hpp"

#include "publish/links.hpp"
#include "publish/person_words.hpp"
#include "publish/private_marks.hpp"
#include "publish/registers.hpp"
#include "publish/style.hpp"

#include <algorithm>
#include <map>

namespace sitrep::publish {
namespace {

using std::chrono::days;

constexpr days forces_delay{3};          // L5: 72 hours
constexpr days private_source_delay{7};  // L3
constexpr std::size_t same_village_min = 4;  // L2: the incident itself and three others
constexpr std::size_t links_max = 12;

bool involves_forces(const Incident& incident)
{
    switch (incident.kind) {
        case IncidentKind::security_operation:
        case IncidentKind::airstrike:
        case IncidentKind::shelling:
        case IncidentKind::clash: return true;
        default: break;
    }
    return incident.target_class == TargetClass::military || incident.target_class == TargetClass::police || is_force(incident.perpetrator);
}

/// The last day it can have happened; for an undated incident the newest day somebody wrote of it.
std::optional<Day> last_possible_day(const Incident& incident)
{
    if (const auto day = incident.date.last_day()) return day;
    std::optional<Day> newest;
    for (const FiledAccount& filed : incident.accounts)
        if (filed.published && (!newest || filed.published->day > *newest)) newest = filed.published->day;
    return newest;
}

bool is_older_than(const Incident& incident, days delay, Day today)
{
    const auto day = last_possible_day(incident);
    return day && today - *day >= delay;
}

DateRange month_of(const DateRange& date)
{
    const auto first = date.first_day();
    if (!first) return DateRange::unknown();
    const std::chrono::year_month_day day{*first};
    if (date.precision == DatePrecision::year) return date;
    return DateRange::at(*PartialDate::of(int(day.year()), unsigned(day.month()), std::nullopt));
}

void add_once(std::vector<std::string>& list, std::string value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

void copy_codes(const Incident& incident, PublicIncident& out)
{
    out.id = incident.id;
    out.kind = incident.kind;
    out.date = incident.date;
    out.perpetrator = is_actor(incident.perpetrator) ? incident.perpetrator : std::string();
    out.status = incident.status;
    out.target_class = incident.target_class;
    out.killed = incident.killed;
    out.injured = incident.injured;
    out.abducted = incident.abducted;
    out.arrested = incident.arrested;
    out.perpetrators_killed = incident.perpetrators_killed;
    out.grade = incident.grade;
    out.independent_sources = incident.independent_sources;
    out.accepted = incident.accepted;
    out.background_only = incident.background_only;
}

}  // namespace

Gate::Gate(std::vector<std::string> person_words, Day today) : persons_(std::make_shared<const PersonWords>(person_words)), today_(today) {}

Gate Gate::knowing(const Public& known) const
{
    auto persons = std::make_shared<PersonWords>(*persons_);
    for (const std::string& name : known.names) persons->allow(name);
    std::map<std::string, std::size_t> incidents_at;
    std::vector<Withheld> withheld;
    for (const Incident& incident : known.incidents) {
        const bool counts = incident.place && incident.place->kind == PlaceKind::settlement && incident.place->is_resolved() &&
                            incident.place->population < town_population_min && incident.independent_sources >= 2;
        if (counts && pass(incident, withheld)) ++incidents_at[incident.place->gazetteer_id];
    }
    Gate out = *this;
    out.persons_ = std::move(persons);
    out.known_places_.clear();
    for (const auto& [place, count] : incidents_at)
        if (count >= same_village_min) out.known_places_.push_back(place);
    return out;
}

std::optional<PublicIncident> Gate::pass(const Incident& incident, std::vector<Withheld>& withheld) const
{
    const auto refuse = [&](std::string rule) {
        withheld.push_back({incident.id, std::move(rule)});
        return std::nullopt;
    };
    if (incident.withdrawn) return refuse("I2: withdrawn");
    if (incident.grade == Grade::discounted) return refuse("I2: discounted: nobody whom the desk believes tells it");
    if (involves_forces(incident) && !is_older_than(incident, forces_delay, today_)) return refuse("L5: forces, less than 72 hours old");

    PublicIncident out;
    copy_codes(incident, out);
    for (const FiledAccount& filed : incident.accounts) {
        if (const Outlet* outlet = outlet_behind(filed.publisher, filed.url)) add_once(out.publishers, outlet->name);
        const auto link = public_link(filed.url);
        if (link && out.links.size() < links_max && may_leave(*link)) add_once(out.links, *link);
    }
    const bool only_private_sources = out.publishers.empty();
    if (only_private_sources) {
        if (!is_older_than(incident, private_source_delay, today_)) return refuse("L3: rests on private sources, less than 7 days old");
        out.date = month_of(incident.date);
    }
    place_of(incident, out);
    out.conflicts = conflicts_of(incident, out.publishers);
    return out;
}

std::optional<std::string_view> Gate::rule_broken_by(std::string_view text) const
{
    if (const auto mark = private_mark_in(text)) return mark;
    if (persons_->occur_in(text)) return "P1: a person's words";
    return std::nullopt;
}

bool Gate::may_leave(std::string_view text) const { return !rule_broken_by(text); }

std::string Gate::public_name(std::string_view name) const
{
    constexpr std::size_t name_bytes_max = 120;
    const bool plain = name.size() <= name_bytes_max && name.find_first_of("0123456789@<>\"\n\t/\\") == std::string_view::npos;
    return plain && may_leave(name) ? std::string(name) : std::string();
}

void Gate::scan(std::string_view output) const
{
    // Our own style sheet is full of numbers and at-signs; nothing of the record is in it.
    const std::string_view own = style_sheet();
    std::vector<std::string_view> parts;
    for (std::size_t at = output.find(own); at != std::string_view::npos; at = output.find(own)) {
        parts.push_back(output.substr(0, at));
        output.remove_prefix(at + own.size());
    }
    parts.push_back(output);
    for (const std::string_view part : parts)
        if (const auto rule = rule_broken_by(part)) throw GateError("the gate stops this output. Rule " + std::string(*rule));
}

}  // namespace sitrep::publish
