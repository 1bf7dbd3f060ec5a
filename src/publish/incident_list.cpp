// The annexes: every incident of the month, those of earlier months that the comparisons count, and what each number counts.
#include "publish/counts.hpp"
#include "publish/links.hpp"
#include "publish/sections.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

// Earlier incidents get an entry each; above this only those of the compared months do.
constexpr std::size_t earlier_entries_max = 5000;

std::string mark(const PublicIncident& incident) { return incident.accepted ? "" : " ○"; }

std::string toll(const std::optional<TollRange>& range) { return range ? range_words(*range) : "–"; }

Line published_by(const Record& record, const PublicIncident& incident)
{
    Line line;
    for (const std::string& publisher : incident.publishers) {
        std::string url;
        for (const std::string& link : incident.links) {
            const auto host = host_of(link);
            const Outlet* outlet = host ? outlet_at(*host) : nullptr;
            if (url.empty() && outlet != nullptr && outlet->name == publisher) url = link;
        }
        if (!line.empty()) line.push_back(plain(record.arabic() ? "، " : ", "));
        line.push_back({claimant_words(record.edition, publisher), {}, url, false, false});
    }
    return line.empty() ? Line{faint(record.say(Label::unnamed_source))} : line;
}

Line what(const Record& record, const PublicIncident& incident)
{
    Line line = one(record.say(label_of(incident.kind)));
    const auto add = [&](Label label, const std::optional<TollRange>& range) {
        if (range && range->high > 0) line.push_back(faint((record.arabic() ? "؛ " : "; ") + record.say(label) + " " + isolated(record.edition, range_words(*range))));
    };
    add(Label::unit_abducted, incident.abducted);
    add(Label::unit_arrested, incident.arrested);
    add(Label::attackers_killed, incident.perpetrators_killed);
    return line;
}

Line by_whom(const Record& record, const PublicIncident& incident)
{
    const std::string status = record.say(label_of(incident.status));
    if (incident.perpetrator.empty()) return {faint(status)};
    return {plain(actor_words(record.edition, incident.perpetrator)), faint((record.arabic() ? "، " : ", ") + status)};
}

Row row(const Record& record, const PublicIncident& incident)
{
    Row out;
    out.anchor = to_string(incident.id);
    const std::string hit = incident.target_class ? record.say(label_of(*incident.target_class)) : "–";
    out.cells = {words(to_string(incident.id)),
                 words(date_words(record.edition, incident.date)),
                 words(place_words(record.edition, incident)),
                 {what(record, incident), false},
                 words(hit),
                 number(plain(toll(incident.killed))),
                 number(plain(toll(incident.injured))),
                 {by_whom(record, incident), false},
                 words(grade_words(record.edition, incident.grade, incident.accepted) + mark(incident)),
                 number(plain(fmt::format("{}", incident.independent_sources))),
                 {published_by(record, incident), false}};
    return out;
}

Entries::Entry entry(const Record& record, const PublicIncident& incident)
{
    const std::string id = to_string(incident.id);
    const std::string comma = record.arabic() ? "، " : ", ";
    return {id, {strong(id), plain(" " + isolated(record.edition, date_words(record.edition, incident.date)) + comma + record.say(label_of(incident.kind)) + comma),
                 plain(governorate_words(record.edition, incident)), faint(" " + grade_words(record.edition, incident.grade, incident.accepted) + mark(incident))}};
}

}  // namespace

void add_incident_list(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::incident_list), "incidents", 2});
    if (record.listed.empty()) {
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
        return;
    }
    document.blocks.emplace_back(Paragraph{one(record.say(Label::incident_list_note)), Paragraph::Role::note});
    Table table;
    table.form = Table::Form::list;
    for (const Label label : {Label::id, Label::date, Label::place, Label::kind, Label::those_hit}) table.head.push_back(words(record.say(label)));
    for (const Label label : {Label::killed, Label::injured}) table.head.push_back(number(plain(record.say(label))));
    for (const Label label : {Label::perpetrator, Label::grade}) table.head.push_back(words(record.say(label)));
    table.head.push_back(number(plain(record.say(Label::sources))));
    table.head.push_back(words(record.say(Label::published_by)));
    for (const PublicIncident* incident : record.listed) table.rows.push_back(row(record, *incident));
    document.blocks.emplace_back(std::move(table));
}

bool lists_all_earlier(const Record& record)
{
    std::size_t earlier = 0;
    for (const auto& [month, incidents] : record.by_month)
        if (month != record.month) earlier += incidents.size();
    return earlier <= earlier_entries_max;
}

void add_compared_list(Document& document, const Record& record)
{
    const bool all = lists_all_earlier(record);
    Entries entries;
    std::size_t held = 0;
    for (const auto& [month, incidents] : record.by_month) {
        if (month == record.month) continue;
        held += incidents.size();
        if (!all && month != record.last_month && month != record.year_ago) continue;
        for (const PublicIncident* incident : incidents) entries.entries.push_back(entry(record, *incident));
    }
    if (!entries.entries.empty()) {
        document.blocks.emplace_back(Heading{record.say(Label::compared_list), "earlier", 2});
        if (!all) document.blocks.emplace_back(Paragraph{one(record.say(Label::too_many, held)), Paragraph::Role::note});
        document.blocks.emplace_back(std::move(entries));
    }
    if (record.by_month.empty()) return;
    document.blocks.emplace_back(Heading{record.say(Label::figure_lists), "numbers", 2});
    document.blocks.emplace_back(Paragraph{one(record.say(Label::figure_lists_note)), Paragraph::Role::note});
    document.blocks.emplace_back(FigureLists{});
}

}  // namespace sitrep::publish
