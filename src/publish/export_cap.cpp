// OASIS Common Alerting Protocol 1.2: what happened, for the area that is public; never a warning of what is to come.
#include "publish/escape.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/labels.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::publish {
namespace {

std::string_view severity(const PublicIncident& incident)
{
    if (incident.killed && incident.killed->low > 0) return "Severe";
    return incident.injured && incident.injured->low > 0 ? "Moderate" : "Unknown";
}

std::string_view certainty(const PublicIncident& incident)
{
    if (incident.grade == Grade::confirmed) return incident.accepted ? "Observed" : "Likely";
    return incident.grade == Grade::fair ? "Likely" : "Possible";
}

/// A ring of few points with two decimals, closed: the outline of the unit, not of what happened.
std::string polygon(const std::vector<LatLon>& ring)
{
    constexpr std::size_t points_max = 200;
    const std::size_t step = std::max<std::size_t>(1, ring.size() / points_max);
    std::vector<std::string> points;
    for (std::size_t i = 0; i < ring.size(); i += step) {
        std::string point = fmt::format("{:.2f},{:.2f}", ring[i].lat(), ring[i].lon());
        if (points.empty() || points.back() != point) points.push_back(std::move(point));
    }
    constexpr std::size_t points_min = 3;
    if (points.size() < points_min) return {};
    if (points.front() != points.back()) points.push_back(points.front());
    return fmt::format("<polygon>{}</polygon>", joined(points, " "));
}

std::string area_of(const PublicIncident& incident, const std::vector<Outline>& outlines)
{
    std::string out = fmt::format("<area><areaDesc>{}</areaDesc>", html_escaped(place_words(Edition::english, incident)));
    // The district where the desk has its outline and the gate lets it leave, else the governorate.
    auto outline = incident.admin2.empty() ? outlines.end() : std::ranges::find(outlines, incident.admin1_code + "/" + incident.admin2, &Outline::code);
    if (outline == outlines.end()) outline = std::ranges::find(outlines, incident.admin1_code, &Outline::code);
    if (!incident.admin1_code.empty() && outline != outlines.end()) {
        const auto largest = std::ranges::max_element(outline->rings, {}, [](const auto& ring) { return ring.size(); });
        if (largest != outline->rings.end()) out += polygon(*largest);
    }
    if (!incident.admin1_code.empty()) out += fmt::format("<geocode><valueName>ISO 3166-2</valueName><value>{}</value></geocode>", html_escaped(incident.admin1_code));
    return out + "</area>";
}

std::string info_of(const PublicIncident& incident, const ExportInput& input, const std::string& desk)
{
    std::string out = fmt::format("<info><language>en</language><category>Security</category><event>{}</event><urgency>Past</urgency><severity>{}</severity>"
                                  "<certainty>{}</certainty>",
                                  html_escaped(std::string(words_for(label_of(incident.kind), Edition::english))), severity(incident), certainty(incident));
    if (const auto days = days_of(incident)) out += fmt::format("<onset>{}T00:00:00-00:00</onset>", to_iso(days->first));
    out += fmt::format("<senderName>{}</senderName><headline>{}</headline><description>{}</description>", html_escaped(desk), to_string(incident.id), html_escaped(summary_of(incident)));
    if (!incident.links.empty()) out += fmt::format("<web>{}</web>", html_escaped(incident.links.front()));
    out += fmt::format("<parameter><valueName>grade</valueName><value>{}</value></parameter>", public_grade(incident));
    return out + area_of(incident, input.outlines) + "</info>\n";
}

}  // namespace

std::string export_cap(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    const std::string desk = knowing.may_leave(input.desk) ? input.desk : std::string("Sitrep");
    std::string infos;
    for (const PublicIncident& incident : passed(input.incidents, knowing)) infos += info_of(incident, input, desk);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">";
    out += fmt::format("<identifier>sitrep-{}</identifier><sender>{}</sender><sent>{}T00:00:00-00:00</sent><status>Actual</status><msgType>Alert</msgType>"
                       "<scope>Public</scope>\n{}</alert>\n",
                       to_iso(input.made), "sitrep", to_iso(input.made), infos);
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
