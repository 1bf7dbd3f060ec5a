// Method and limits: definitions, the confirmation rule, what an absence of reports means, how precise the month is.
#include "publish/counts.hpp"
#include "publish/sections.hpp"

#include <array>
#include <set>

namespace sitrep::publish {
namespace {

std::string attack_kinds(const Record& record)
{
    std::string out;
    for (const IncidentKind kind : all_incident_kinds) {
        if (series_of(kind) != Series::attack) continue;
        if (!out.empty()) out += record.arabic() ? "، " : ", ";
        out += record.say(label_of(kind));
    }
    return out;
}

std::string percent(std::int64_t part, std::size_t whole) { return fmt::format("{} %", whole == 0 ? 0 : (100 * part + std::int64_t(whole) / 2) / std::int64_t(whole)); }

void add_share(Table& table, const Record& record, Label label, const Which& which)
{
    Figure figure;
    for (const PublicIncident* incident : record.listed)
        if (which(*incident)) figure.from.push_back(incident->id);
    if (figure.from.empty()) return;
    figure.value.low = figure.value.high = std::int64_t(figure.from.size());
    table.rows.push_back({{words(record.say(label)), number(shown(figure)), number(plain(percent(figure.value.low, record.listed.size())))}, false, 1, {}});
}

Table precision_table(const Record& record)
{
    Table table;
    table.caption = record.say(Label::precision_heading);
    table.head = {words(record.say(Label::precision)), number(plain(record.say(Label::incidents))), number(plain(record.say(Label::share)))};
    table.rows.push_back({{words(record.say(Label::by_date))}, true, 0, {}});
    for (const auto precision : {DatePrecision::day, DatePrecision::week, DatePrecision::month})
        add_share(table, record, label_of(precision), [precision](const PublicIncident& i) { return i.date.precision == precision; });
    table.rows.push_back({{words(record.say(Label::by_place))}, true, 0, {}});
    for (const auto precision : {PlacePrecision::exact, PlacePrecision::near, PlacePrecision::district, PlacePrecision::governorate, PlacePrecision::region, PlacePrecision::country})
        add_share(table, record, label_of(precision), [precision](const PublicIncident& i) { return i.precision == precision; });
    return table;
}

std::size_t publishers_of(const Incidents& incidents)
{
    std::set<std::string_view> names;
    for (const PublicIncident* incident : incidents) names.insert(incident->publishers.begin(), incident->publishers.end());
    return names.size();
}

}  // namespace

void add_method(Document& document, const Record& record)
{
    const MonthInput& input = record.input;
    const auto say = [&](std::string text, Paragraph::Role role = Paragraph::Role::body) { document.blocks.emplace_back(Paragraph{one(std::move(text)), role}); };
    document.blocks.emplace_back(Heading{record.say(Label::method), "method", 2});
    say(record.say(Label::definitions, attack_kinds(record)));
    say(record.say(Label::confirmation_rule));
    say(record.say(Label::absence));
    say(record.say(Label::class_note));
    say(record.say(Label::protection));
    if (!record.listed.empty()) document.blocks.emplace_back(precision_table(record));
    Bullets notes;
    notes.lines.push_back(one(record.say(Label::sources_note, record.sources(record.month), publishers_of(record.listed))));
    notes.lines.push_back(one(record.say(Label::reading_note, input.reports, input.reports_not_read, input.refused)));
    notes.lines.push_back(one(record.say(Label::undated_note, record.undated)));
    notes.lines.push_back(one(record.say(Label::background_note, record.background)));
    notes.lines.push_back(one(record.say(Label::withheld_note, record.withheld.size())));
    notes.lines.push_back(one(record.say(Label::corrections)));
    document.blocks.emplace_back(std::move(notes));
    if (!input.attribution.empty() && record.gate.may_leave(input.attribution)) say(record.say(Label::attribution, input.attribution), Paragraph::Role::note);
    say(record.say(Label::made_with), Paragraph::Role::note);
}

}  // namespace sitrep::publish
