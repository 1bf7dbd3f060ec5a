#include "publish/field_words.hpp"

#include "publish/export.hpp"
#include "publish/labels.hpp"

#include <fmt/format.h>

namespace sitrep::publish {

std::optional<Days> days_of(const PublicIncident& incident)
{
    const auto first = incident.date.first_day(), last = incident.date.last_day();
    if (!first || !last) return std::nullopt;
    return Days{*first, *last};
}

std::string summary_of(const PublicIncident& incident)
{
    std::string out = std::string(words_for(label_of(incident.kind), Edition::english));
    out += fmt::format(", {}, {}.", place_words(Edition::english, incident), date_words(Edition::english, incident.date));
    const auto add = [&](Label label, const std::optional<TollRange>& toll) {
        if (toll) out += fmt::format(" {} {}.", words_for(label, Edition::english), range_words(*toll));
    };
    add(Label::killed, incident.killed);
    add(Label::injured, incident.injured);
    add(Label::abducted, incident.abducted);
    add(Label::arrested, incident.arrested);
    add(Label::attackers_killed, incident.perpetrators_killed);
    return out + fmt::format(" {}.", grade_words(Edition::english, incident.grade, incident.accepted));
}

TableMarks marks_of(const PublicIncident& incident)
{
    TableMarks marks;
    marks.id = to_string(incident.id);
    marks.kind = incident.kind;
    marks.date = incident.date;
    marks.killed = incident.killed;
    marks.injured = incident.injured;
    marks.abducted = incident.abducted;
    marks.arrested = incident.arrested;
    marks.perpetrators_killed = incident.perpetrators_killed;
    marks.hit = incident.target_class;
    marks.status = incident.status;
    marks.place = incident.precision;
    return marks;
}

std::optional<std::int64_t> one_number(const std::optional<TollRange>& toll)
{
    if (!toll) return std::nullopt;
    return toll->best.value_or(toll->low);
}

const Country* country_of(const PublicIncident& incident) { return incident.country.empty() ? nullptr : country_coded(incident.country); }

std::string country_name(const PublicIncident& incident)
{
    const Country* country = country_of(incident);
    return country == nullptr ? std::string() : std::string(country->name);
}

std::string finest_place(const PublicIncident& incident)
{
    for (const std::string* name : {&incident.place, &incident.admin2, &incident.admin1})
        if (!name->empty()) return *name;
    return country_name(incident);
}

bool hit_civilians_or_officials(const PublicIncident& incident)
{
    return incident.target_class == TargetClass::civilian || incident.target_class == TargetClass::official;
}

bool hit_forces(const PublicIncident& incident)
{
    return incident.target_class == TargetClass::military || incident.target_class == TargetClass::police;
}

}  // namespace sitrep::publish
