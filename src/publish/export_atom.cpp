// Atom (RFC 4287): new and changed incidents as entries; withdrawn ones as deleted entries (RFC 6721), with nothing but their id.
#include "publish/escape.hpp"
#include "publish/export.hpp"
#include "publish/field_words.hpp"
#include "publish/labels.hpp"
#include "publish/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sitrep::publish {
namespace {

std::string entry_id(IncidentId id) { return fmt::format("urn:x-sitrep:incident:{}", to_string(id)); }

struct Moments {
    std::string first, last;
};

std::string entry(const PublicIncident& incident, const Moments& at)
{
    std::string out = fmt::format("<entry><id>{}</id><title>{}, {}</title><published>{}</published><updated>{}</updated>", entry_id(incident.id),
                                  html_escaped(std::string(words_for(label_of(incident.kind), Edition::english))), html_escaped(place_words(Edition::english, incident)), at.first, at.last);
    out += fmt::format("<category term=\"{}\"/><category term=\"{}\"/>", to_string(incident.kind), at.first == at.last ? "new" : "changed");
    for (const std::string& link : incident.links) out += fmt::format("<link rel=\"related\" href=\"{}\"/>", html_escaped(link));
    return out + fmt::format("<summary>{}</summary></entry>\n", html_escaped(summary_of(incident)));
}

}  // namespace

std::string export_atom(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    const std::string made = to_iso(input.made) + "T00:00:00Z";
    std::map<IncidentId, Moments> moments;
    for (const auto& times : input.times) moments[times.id] = {times.first_at, times.last_at};
    const auto at = [&](IncidentId id) {
        const auto known = moments.find(id);
        return known == moments.end() || known->second.last.empty() ? Moments{made, made} : known->second;
    };
    std::string newest = made, entries;
    for (const PublicIncident& incident : passed(input.incidents, knowing)) {
        newest = std::max(newest, at(incident.id).last);
        entries += entry(incident, at(incident.id));
    }
    for (const Incident& incident : input.incidents)
        if (incident.withdrawn) entries += fmt::format("<at:deleted-entry ref=\"{}\" when=\"{}\"/>\n", entry_id(incident.id), at(incident.id).last);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\">\n";
    const std::string desk = knowing.may_leave(input.desk) ? input.desk : std::string("Sitrep");
    out += fmt::format("<id>urn:x-sitrep:feed</id><title>{}</title><updated>{}</updated><author><name>{}</name></author>\n", html_escaped(desk), newest, html_escaped(desk));
    out += entries + "</feed>\n";
    knowing.scan(out);
    return out;
}

}  // namespace sitrep::publish
