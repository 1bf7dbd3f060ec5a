// One row per incident as comma-separated values, through the gate.
#include "publish/export.hpp"

#include <fmt/format.h>

namespace sitrep::publish {
namespace {

/// RFC 4180, and a quote in front of what a spreadsheet would run as a formula.
std::string cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string joined(const std::vector<std::string>& items)
{
    std::string out;
    for (const std::string& item : items) out += (out.empty() ? "" : "; ") + item;
    return out;
}

void add_range(std::string& row, const std::optional<TollRange>& range)
{
    row += range ? fmt::format(",{},{}", range->low, range->high) : std::string(",,");
}

std::string row_of(const PublicIncident& incident)
{
    const auto iso = [](const std::optional<PartialDate>& date) { return date && date->year() ? date->iso() : std::string(); };
    std::string row = fmt::format("{},{},{},{},{}", to_string(incident.id), to_string(incident.kind), cell(iso(incident.date.start)), cell(iso(incident.date.end)),
                                  to_string(incident.date.precision));
    for (const std::string* text : {&incident.country, &incident.admin1, &incident.admin1_code, &incident.admin2, &incident.place}) row += ',' + cell(*text);
    row += incident.point ? fmt::format(",{:.2f},{:.2f}", incident.point->lat(), incident.point->lon()) : std::string(",,");
    row += fmt::format(",{},{},{}", int(incident.precision), cell(incident.perpetrator), to_string(incident.status));
    row += ',' + std::string(incident.target_class ? to_string(*incident.target_class) : std::string_view());
    for (const auto* range : {&incident.killed, &incident.injured, &incident.abducted, &incident.arrested, &incident.perpetrators_killed}) add_range(row, *range);
    const AcledType acled = acled_type(incident.kind, incident.target_class);
    row += fmt::format(",{},{},{},{},{}", public_grade(incident), incident.independent_sources, incident.accepted ? "accepted" : "machine output",
                       incident.background_only ? "background" : "news", cell(std::string(acled.event_type)));
    return row + fmt::format(",{},{},{}\r\n", cell(std::string(acled.sub_event_type)), cell(joined(incident.publishers)), cell(joined(incident.links)));
}

}  // namespace

std::string_view public_grade(const PublicIncident& incident)
{
    return incident.grade == Grade::confirmed && !incident.accepted ? "meets_confirmation_rule" : to_string(incident.grade);
}

std::string export_csv(std::span<const Incident> incidents, const Gate& gate)
{
    const Gate knowing = gate.knowing({{}, incidents});
    std::string out =
        "id,type,date_start,date_end,date_precision,country,admin1,admin1_code,admin2,place,latitude,longitude,place_precision,perpetrator,"
        "perpetrator_status,those_hit,killed_min,killed_max,injured_min,injured_max,abducted_min,abducted_max,arrested_min,arrested_max,"
        "perpetrators_killed_min,perpetrators_killed_max,grade,independent_sources,review,told_as,acled_event_type,acled_sub_event_type,publishers,links\r\n";
    std::vector<Withheld> withheld;
    for (const Incident& incident : incidents)
        if (const auto passed = knowing.pass(incident, withheld)) out += row_of(*passed);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
