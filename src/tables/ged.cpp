// UCDP GED: organised, lethal violence between two sides or against civilians; how it was done is not coded, so the row's own words are asked.
#include "core/countries.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::tables {
namespace {

enum class Violence { state_based = 1, non_state = 2, one_sided = 3 };

void add_sides(RowText& text, const Cells& cells, Violence violence, Account& account)
{
    const auto a = actor_named(cells["side_a"]), b = actor_named(cells["side_b"]);
    // Side A of a state-based conflict is the government; of the two, the group is written down as the perpetrator, as reports have it.
    const bool turn = violence == Violence::state_based;
    const std::string_view doer = turn ? "side_b" : "side_a", hit = turn ? "side_a" : "side_b";
    if (const auto span = text.say(doer)) account.perpetrator = {std::string(cells[doer]), turn ? b.name : a.name, PerpetratorStatus::attributed, span};
    const auto span = text.say(hit);
    if (!span) return;
    auto target_class = turn ? a.when_hit : b.when_hit;
    if (violence == Violence::one_sided) target_class = TargetClass::civilian;
    else if (!target_class) target_class = turn ? TargetClass::military : TargetClass::militant;
    account.targets.push_back({std::string(cells[hit]), target_class, span, std::nullopt, std::nullopt});
}

DateRange date_of(RowText& text, const Cells& cells, Account& account)
{
    const auto start = cells.date("date_start");
    const auto first = start ? start->full_day() : std::nullopt;
    if (!first) {
        cells.blame("date_start is empty or no day");
        return {};
    }
    account.date_span = text.say("date_start");
    account.date_text = cells["date_start"];
    text.say("date_end");
    text.say("date_prec");
    const auto end = cells.date("date_end");
    const auto last = end && end->full_day() ? *end->full_day() : *first;
    if (last < *first) {
        cells.blame(fmt::format("date_end {} is before date_start {}", cells["date_end"], cells["date_start"]));
        return {};
    }
    // 1 the day, 2 two to six days, 3 the week, 4 the month, 5 the year.
    static constexpr DatePrecision precisions[]{DatePrecision::day, DatePrecision::day, DatePrecision::week, DatePrecision::week, DatePrecision::month, DatePrecision::year};
    const auto precision = std::clamp<std::int64_t>(cells.number("date_prec").value_or(1), 1, 5);
    return DateRange::between(*first, last, precision == 1 && last != *first ? DatePrecision::week : precisions[precision]);
}

PlaceSaid place_of(RowText& text, const Cells& cells)
{
    PlaceSaid place;
    place.name = cells["where_coordinates"];
    place.admin1 = cells["adm_1"];
    place.admin2 = cells["adm_2"];
    for (const std::string_view column : {"where_coordinates", "where_description", "adm_2", "adm_1", "country", "where_prec"}) text.say(column);
    if (const auto* country = country_named(cells["country"])) place.country = country->code;
    place.point = cells.point("latitude", "longitude");
    place.span = text.evidence(place.name.empty() ? "country" : "where_coordinates");
    // 1 the place, 2 within 25 km, 3 second-level unit, 4 first-level unit, 5 a line or a fuzzy area, 6 the country, 7 sea or airspace.
    static constexpr PlacePrecision precisions[]{PlacePrecision::exact, PlacePrecision::exact, PlacePrecision::near,   PlacePrecision::district,
                                                 PlacePrecision::governorate, PlacePrecision::region, PlacePrecision::country, PlacePrecision::region};
    place.precision = precisions[std::clamp<std::int64_t>(cells.number("where_prec").value_or(6), 1, 7)];
    return place;
}

}  // namespace

Told ged_row(const Row& row)
{
    const Cells& cells = row.cells;
    const auto type = cells.number("type_of_violence");
    if (!type || *type < 1 || *type > 3) {
        cells.blame(fmt::format("type_of_violence is \"{}\"; UCDP has 1, 2 and 3", cells["type_of_violence"].substr(0, 20)));
        return LeftOut{};
    }
    const auto violence = Violence(*type);
    RowEvent event;
    RowText text(cells);
    text.title(cells["source_headline"]);
    Account& account = event.account;
    // "Violence" contradicts no other kind: for battles and bombardments alike the table says no more.
    account.kind = violence == Violence::one_sided ? IncidentKind::armed_attack : IncidentKind::other_violence;
    event.kind_from_words = true;
    text.say("type_of_violence");
    account.date = date_of(text, cells, account);
    event.place = place_of(text, cells);
    add_sides(text, cells, violence, account);
    account.killed = toll_of(text, cells, "low", "best", "high");
    for (const std::string_view column : {"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}) text.say(column);
    add_sources(text, cells, cells["source_office"].empty() ? "source_original" : "source_office", account);
    event.report.external_id = cells["id"];
    event.report.language = Language::english;
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
