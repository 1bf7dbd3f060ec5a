// Attacks by kind and by whom they hit; camps and prisons.
#include "publish/counts.hpp"
#include "publish/sections.hpp"

namespace sitrep::publish {
namespace {

Cell month_cell(const Record& record, Month month, const Which& which)
{
    return number(record.has_data(month) ? shown(number_of(record.of(month), which)) : faint(record.say(Label::no_data)));
}

/// Nothing when the row would be empty in all three months.
std::optional<Row> row(const Record& record, const std::string& label, const Which& which)
{
    bool occurs = false;
    for (const Month month : {record.month, record.last_month, record.year_ago}) occurs = occurs || !number_of(record.of(month), which).from.empty();
    if (!occurs) return std::nullopt;
    Row out{{words(label)}, false, 0, {}};
    for (const Month month : {record.month, record.last_month, record.year_ago}) out.cells.push_back(month_cell(record, month, which));
    out.cells.push_back(number(shown(toll_of(record.now(), &PublicIncident::killed, which))));
    out.cells.push_back(number(shown(toll_of(record.now(), &PublicIncident::injured, which))));
    return out;
}

Table table_with(const Record& record, Label caption, Label first)
{
    Table table;
    table.caption = record.say(caption);
    table.head = {words(record.say(first)),
                  number(plain(record.say(Label::this_month))),
                  number(plain(record.say(Label::last_month))),
                  number(plain(record.say(Label::same_month_last_year))),
                  number(plain(record.say(Label::killed))),
                  number(plain(record.say(Label::injured)))};
    return table;
}

void add_or_say_none(Document& document, const Record& record, Table table)
{
    if (table.rows.empty())
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
    else
        document.blocks.emplace_back(std::move(table));
}

}  // namespace

void add_kinds(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::by_kind), "kinds", 2});
    Table kinds = table_with(record, Label::kind_table, Label::kind);
    for (const auto& [kind, count] : kinds_by_number(record.now(), is_attack))
        if (auto line = row(record, record.say(label_of(kind)), of_kind(kind))) kinds.rows.push_back(std::move(*line));
    for (const IncidentKind kind : all_incident_kinds) {  // those of the compared months that did not occur in this one
        if (series_of(kind) != Series::attack || !number_of(record.now(), of_kind(kind)).from.empty()) continue;
        if (auto line = row(record, record.say(label_of(kind)), of_kind(kind))) kinds.rows.push_back(std::move(*line));
    }
    add_or_say_none(document, record, std::move(kinds));

    Table hit = table_with(record, Label::hit_table, Label::those_hit);
    const auto add = [&](const std::string& label, std::optional<TargetClass> target) {
        if (auto line = row(record, label, attacks_that([target](const PublicIncident& i) { return i.target_class == target; }))) hit.rows.push_back(std::move(*line));
    };
    for (const auto target : {TargetClass::civilian, TargetClass::military, TargetClass::police, TargetClass::official, TargetClass::infrastructure, TargetClass::militant})
        add(record.say(label_of(target)), target);
    add(record.say(Label::class_unknown), std::nullopt);
    if (!hit.rows.empty()) document.blocks.emplace_back(std::move(hit));
}

void add_camps(Document& document, const Record& record)
{
    const Which in_camps = [](const PublicIncident& i) { return i.camp_or_prison; };
    const Figure incidents = number_of(record.now(), in_camps);
    if (incidents.from.empty()) return;
    document.blocks.emplace_back(Heading{record.say(Label::camps), "camps", 2});
    const std::string text = record.say(Label::camps_line, range_words(incidents.value), figure_words(record, toll_of(record.now(), &PublicIncident::killed, in_camps)),
                                        figure_words(record, toll_of(record.now(), &PublicIncident::injured, in_camps)));
    Line line = one(text + " ");
    for (const IncidentId id : incidents.from) {
        line.push_back({to_string(id), {id}, {}, false, false});
        line.push_back(plain(" "));
    }
    document.blocks.emplace_back(Paragraph{std::move(line), Paragraph::Role::body});
}

void add_other_events(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::others_heading), "other-events", 2});
    Table table = table_with(record, Label::others_table, Label::kind);
    for (const auto kind : {IncidentKind::airstrike, IncidentKind::shelling, IncidentKind::clash, IncidentKind::protest, IncidentKind::other_violence})
        if (auto line = row(record, record.say(label_of(kind)), of_kind(kind))) table.rows.push_back(std::move(*line));
    add_or_say_none(document, record, std::move(table));
}

}  // namespace sitrep::publish
