// PLOVER records, flattened to "actor.0.code": type and mode say how; sectors say what the sides are.
#include "core/countries.hpp"
#include "core/table_marks.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>

namespace sitrep::tables {
namespace {

// Lists of one and single objects are both met: "actor.0.code" and "actor.code".
std::string key_of(const Cells& cells, std::string_view list, std::string_view field)
{
    std::string first = fmt::format("{}.0.{}", list, field);
    return cells[first].empty() ? fmt::format("{}.{}", list, field) : first;
}

PlaceSaid place_of(RowText& text, const Cells& cells)
{
    const auto at = [&](std::string_view field) { return key_of(cells, "event_loc", field); };
    PlaceSaid place;
    place.name = cells[at("resolved_place")].empty() ? cells[at("city")] : cells[at("resolved_place")];
    place.admin1 = cells[at("province")];
    place.admin2 = cells[at("district")];
    for (const char* field : {"resolved_place", "city", "district", "province", "country", "resolution"}) text.say(at(field));
    if (const auto* country = country_coded(cells[at("country_code")])) place.country = country->code;
    else if (const auto* named = country_named(cells[at("country")])) place.country = named->code;
    place.point = cells.point(at("lat"), at("lon"));
    place.span = text.evidence(at("country"));
    // 5 part of a city, 4 city, 3 district, 2 province, 1 country.
    switch (cells.number(at("resolution")).value_or(1)) {
        case 5:
        case 4: place.precision = PlacePrecision::exact; break;
        case 3: place.precision = PlacePrecision::district; break;
        case 2: place.precision = PlacePrecision::governorate; break;
        default: place.precision = PlacePrecision::country;
    }
    return place;
}

void add_sides(RowText& text, const Cells& cells, Account& account)
{
    const auto doer = key_of(cells, "actor", "entity_text"), hit = key_of(cells, "recipient", "entity_text");
    const auto doer_code = key_of(cells, "actor", "code"), hit_sector = key_of(cells, "recipient", "sector");
    const auto named = cells[doer].empty() ? doer_code : doer;
    if (const auto span = text.say(named)) {
        const bool nobody = is_nobody(cells[named]) || cells[named] == "UNK";
        account.perpetrator = {std::string(cells[named]), nobody ? "" : actor_named(cells[named]).name,
                               nobody ? PerpetratorStatus::unknown : PerpetratorStatus::attributed, span};
    }
    text.say(hit_sector);
    const auto words = cells[hit].empty() ? key_of(cells, "recipient", "code") : hit;
    auto target_class = target_of_plover(cells[hit_sector]);
    if (!target_class) target_class = actor_named(cells[words]).when_hit;
    if (const auto span = text.say(words); span && cells[words] != "UNK") account.targets.push_back({std::string(cells[words]), target_class, span, std::nullopt, std::nullopt});
}

}  // namespace

Told plover_row(const Row& row)
{
    const Cells& cells = row.cells;
    const auto type = cells["event"], mode = cells["mode"];
    const auto kind = kind_of_plover(type, mode);
    const auto marks = table_marks_in(cells["comment"]);
    if (!kind && !marks) return LeftOut{fmt::format("{}{}{}: no act of violence", type, mode.empty() ? "" : " ", mode)};
    RowEvent event;
    RowText text(cells);
    text.title(cells[key_of(cells, "cite_info", "title")]);
    text.words(cells["event_text"]);
    Account& account = event.account;
    account.kind = kind.value_or(IncidentKind::other_violence);
    text.say("event");
    text.say("mode");
    const auto date = cells.date("date");
    if (!date) cells.blame("date is empty");
    else account.date = DateRange::at(*date);
    account.date_span = text.say("date");
    account.date_text = cells["date"];
    const auto end = cells.date("enddate");
    if (date && end && date->full_day() && end->full_day() && *end->full_day() > *date->full_day())
        account.date = DateRange::between(*date->full_day(), *end->full_day(), DatePrecision::week);
    event.place = place_of(text, cells);
    add_sides(text, cells, account);
    account.killed = toll_of(text, cells, key_of(cells, "recipient", "size.dead"));
    account.injured = toll_of(text, cells, key_of(cells, "recipient", "size.injured"));
    account.arrested = toll_of(text, cells, key_of(cells, "recipient", "size.arrested"));
    add_sources(text, cells, key_of(cells, "cite_info", "publication"), account);
    event.report.external_id = cells["id"];
    event.report.url = cells[key_of(cells, "cite_info", "url")];
    event.report.published = published_at(cells["coded_date"]);
    event.report.language = language_from_code(cells[key_of(cells, "cite_info", "language")]);
    if (marks) take_marks(*marks, text.evidence("comment"), event);
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
