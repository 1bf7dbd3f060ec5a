// Claims that nobody independent confirms, and accounts that contradict each other, each version with who states it.
#include "publish/counts.hpp"
#include "publish/sections.hpp"

#include <array>

namespace sitrep::publish {
namespace {

constexpr std::size_t claims_max = 100;
constexpr std::size_t conflicts_max = 150;

Line claim(const Record& record, const PublicIncident& incident)
{
    const std::string by = incident.perpetrator.empty() ? record.say(Label::status_unknown) : actor_words(record.edition, incident.perpetrator);
    return {Inline{to_string(incident.id), {incident.id}, {}, true, false},
            plain(" "),
            plain(record.say(Label::claim_line, date_words(record.edition, incident.date), record.say(label_of(incident.kind)), place_words(record.edition, incident), by))};
}

Label label_of_field(const std::string& field)
{
    static constexpr std::array<std::pair<std::string_view, Label>, 9> labels{{{"killed", Label::killed},
                                                                               {"injured", Label::injured},
                                                                               {"abducted", Label::abducted},
                                                                               {"arrested", Label::arrested},
                                                                               {"perpetrators_killed", Label::attackers_killed},
                                                                               {"date", Label::date},
                                                                               {"kind", Label::kind},
                                                                               {"perpetrator", Label::perpetrator},
                                                                               {"place", Label::place}}};
    for (const auto& [name, label] : labels)
        if (name == field) return label;
    return Label::field;
}

std::string version_words(const Record& record, const std::string& field, const std::string& value)
{
    if (field == "kind")
        if (const auto kind = incident_kind_from(value)) return record.say(label_of(*kind));
    if (field == "perpetrator") return actor_words(record.edition, value);
    return isolated(record.edition, value);
}

std::string speakers(const Record& record, const PublicIncident& incident, const Said<std::string>& version)
{
    std::string out;
    for (const std::size_t index : version.accounts) {
        if (!out.empty()) out += record.arabic() ? "، " : ", ";
        out += claimant_words(record.edition, incident.publishers[index]);
    }
    return out.empty() ? record.say(Label::unnamed_source) : out;
}

Row conflict_row(const Record& record, const PublicIncident& incident, const Conflict& conflict)
{
    Line versions;
    for (const auto& version : conflict.versions) {
        if (!versions.empty()) versions.push_back(plain(record.arabic() ? "؛ " : "; "));
        versions.push_back(strong(version_words(record, conflict.field, version.value)));
        versions.push_back(faint(" (" + speakers(record, incident, version) + ")"));
    }
    return {{{{Inline{to_string(incident.id), {incident.id}, {}, false, false}}, false}, words(record.say(label_of_field(conflict.field))), {std::move(versions), false}}, false, 0, {}};
}

}  // namespace

void add_claims(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::claims_heading), "claims", 2});
    document.blocks.emplace_back(Paragraph{one(record.say(Label::claims_note)), Paragraph::Role::note});
    Bullets bullets;
    std::size_t all = 0;
    for (const PublicIncident* incident : record.now()) {
        if (!is_claimed_only(*incident) || series_of(incident->kind) == Series::operation || ++all > claims_max) continue;
        bullets.lines.push_back(claim(record, *incident));
    }
    if (all == 0)
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
    else
        document.blocks.emplace_back(std::move(bullets));
    if (all > claims_max) document.blocks.emplace_back(Paragraph{one(record.say(Label::more_changes, all - claims_max)), Paragraph::Role::note});
}

void add_conflicts(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::conflicts_heading), "conflicts", 2});
    document.blocks.emplace_back(Paragraph{one(record.say(Label::conflicts_note)), Paragraph::Role::note});
    Table table;
    table.head = {words(record.say(Label::id)), words(record.say(Label::field)), words(record.say(Label::versions))};
    std::size_t all = 0;
    for (const PublicIncident* incident : record.listed)
        for (const Conflict& conflict : incident->conflicts)
            if (++all <= conflicts_max) table.rows.push_back(conflict_row(record, *incident, conflict));
    if (all == 0)
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
    else
        document.blocks.emplace_back(std::move(table));
    if (all > conflicts_max) document.blocks.emplace_back(Paragraph{one(record.say(Label::more_changes, all - conflicts_max)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
