// OGC KML 2.2: a placemark an incident, with its time span; a point only where the gate left one.
#include "publish/escape.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/labels.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

namespace sitrep::publish {
namespace {

std::string placemark(const PublicIncident& incident)
{
    std::string out = fmt::format("<Placemark id=\"{}\"><name>{} {}</name><description>{}</description>", to_string(incident.id), to_string(incident.id),
                                  html_escaped(std::string(words_for(label_of(incident.kind), Edition::english))), html_escaped(summary_of(incident)));
    if (const auto days = days_of(incident)) out += fmt::format("<TimeSpan><begin>{}</begin><end>{}</end></TimeSpan>", to_iso(days->first), to_iso(days->last));
    const auto data = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("<Data name=\"{}\"><value>{}</value></Data>", name, html_escaped(value));
    };
    out += "<ExtendedData>";
    data("type", std::string(to_string(incident.kind)));
    data("date_precision", std::string(to_string(incident.date.precision)));
    data("admin1", incident.admin1);
    data("admin2", incident.admin2);
    data("place_precision", fmt::to_string(int(incident.precision)));
    data("perpetrator", incident.perpetrator);
    data("perpetrator_status", std::string(to_string(incident.status)));
    data("grade", std::string(public_grade(incident)));
    data("review", incident.accepted ? "accepted" : "machine output");
    data("publishers", joined(incident.publishers, "; "));
    data("links", joined(incident.links, " "));
    out += "</ExtendedData>";
    if (incident.point) out += fmt::format("<Point><coordinates>{:.2f},{:.2f}</coordinates></Point>", incident.point->lon(), incident.point->lat());
    return out + "</Placemark>\n";
}

}  // namespace

std::string export_kml(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>";
    out += fmt::format("<name>{}</name><description>{}</description>\n", html_escaped(knowing.may_leave(input.desk) ? input.desk : std::string()),
                       html_escaped(knowing.may_leave(input.attribution) ? input.attribution : std::string()));
    for (const PublicIncident& incident : passed(input.incidents, knowing)) out += placemark(incident);
    out += "</Document></kml>\n";
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
