// ACLED: event and sub-event type say how, inter codes say what the actors are; fatalities are one number, and 0 says that none is known of.
#include "core/countries.hpp"
#include "core/table_marks.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::tables {
namespace {

/// The inter codes, as a number or in the words of the newer exports.
Side side_of(std::string_view inter, const TableActor& actor)
{
    struct Code {
        std::string_view number, words;
        Side side;
    };
    static constexpr std::array<Code, 8> codes{{{"1", "State Forces", Side::state_force},
                                                {"2", "Rebel Groups", Side::insurgent},
                                                {"3", "Political Militias", Side::militia},
                                                {"4", "Identity Militias", Side::militia},
                                                {"5", "Rioters", Side::civilians},
                                                {"6", "Protesters", Side::civilians},
                                                {"7", "Civilians", Side::civilians},
                                                {"8", "External/Other Forces", Side::foreign_force}}};
    for (const auto& code : codes)
        if (inter == code.number || inter.starts_with(code.words.substr(0, 7))) return code.side;
    return actor.side;
}

std::optional<TargetClass> class_when_hit(std::string_view name, Side side, const TableActor& actor)
{
    if (name.starts_with("Police")) return TargetClass::police;
    if (actor.when_hit) return actor.when_hit;
    switch (side) {
        case Side::state_force:
        case Side::foreign_force: return TargetClass::military;
        case Side::insurgent:
        case Side::militia: return TargetClass::militant;
        case Side::civilians: return TargetClass::civilian;
        default: return std::nullopt;
    }
}

bool is_armed_group(Side side) { return side == Side::insurgent || side == Side::militia; }

// Actor 1 and 2 have no direction in battles: of a group and a force, the group is written down as the perpetrator, as reports have it.
void add_sides(RowText& text, const Cells& cells, Account& account)
{
    const auto first = actor_named(cells["actor1"]), second = actor_named(cells["actor2"]);
    const auto first_side = side_of(cells["inter1"], first), second_side = side_of(cells["inter2"], second);
    const bool directed = cells["event_type"] != "Battles" && cells["event_type"] != "Protests";
    const bool turn = !directed && !is_armed_group(first_side) && is_armed_group(second_side);
    const std::string_view doer = turn ? "actor2" : "actor1", hit = turn ? "actor1" : "actor2";
    const auto& actor = turn ? second : first;
    if (const auto span = text.say(doer)) {
        account.perpetrator = {std::string(cells[doer]), actor.name, is_nobody(cells[doer]) ? PerpetratorStatus::unknown : PerpetratorStatus::attributed, span};
        if (is_nobody(cells[doer])) account.perpetrator.name.clear();
    }
    if (const auto span = text.say(hit)) {
        const auto& other = turn ? first : second;
        account.targets.push_back({std::string(cells[hit]), class_when_hit(cells[hit], turn ? first_side : second_side, other), span, std::nullopt, std::nullopt});
    } else if (cells["civilian_targeting"] == "Civilian targeting") {
        account.targets.push_back({"civilians", TargetClass::civilian, text.say("civilian_targeting"), std::nullopt, std::nullopt});
    }
}

DateRange date_of(RowText& text, const Cells& cells, Account& account)
{
    const auto date = cells.date("event_date");
    if (!date) {
        cells.blame("event_date is empty");
        return {};
    }
    account.date_span = text.say("event_date");
    account.date_text = cells["event_date"];
    text.say("time_precision");
    const auto day = date->full_day();
    const auto precision = cells.number("time_precision").value_or(1);
    if (precision == 1 || !day) return DateRange::at(*date);
    // 2: the week is known; 3: no more than the month, of which the table writes a day in the middle.
    if (precision == 2) {
        const std::chrono::weekday weekday{*day};
        const auto monday = *day - std::chrono::days{weekday.iso_encoding() - 1};
        return DateRange::between(monday, monday + std::chrono::days{6}, DatePrecision::week);
    }
    return DateRange::at(*PartialDate::of(date->year(), date->month(), std::nullopt));
}

PlaceSaid place_of(RowText& text, const Cells& cells)
{
    PlaceSaid place;
    place.name = cells["location"];
    place.admin1 = cells["admin1"];
    place.admin2 = cells["admin2"];
    for (const std::string_view column : {"location", "admin2", "admin1", "country", "geo_precision"}) text.say(column);
    const auto* country = country_numbered(cells["iso"]);
    if (country == nullptr) country = country_named(cells["country"]);
    if (country != nullptr) place.country = country->code;
    place.point = cells.point("latitude", "longitude");
    place.span = text.evidence(place.name.empty() ? "country" : "location");
    // 1 the town itself, 2 a part of a region or near a town, 3 a larger region.
    const auto precision = cells.number("geo_precision").value_or(1);
    place.precision = precision == 1 ? PlacePrecision::exact : precision == 2 ? PlacePrecision::near : PlacePrecision::governorate;
    return place;
}

}  // namespace

Told acled_row(const Row& row)
{
    const Cells& cells = row.cells;
    const auto marks = table_marks_in(cells["tags"]);
    const auto sub_event = cells["sub_event_type"];
    if (!marks && is_no_incident_in_acled(sub_event)) return LeftOut{fmt::format("{}: no act of violence", sub_event)};
    const auto kind = kind_of_acled(sub_event);
    if (!kind && !marks) cells.blame(fmt::format("sub_event_type \"{}\" is none of ACLED's", sub_event.substr(0, 60)));
    RowEvent event;
    RowText text(cells);
    text.words(cells["notes"]);
    Account& account = event.account;
    account.kind = kind.value_or(IncidentKind::other_violence);
    text.say("event_type");
    text.say("sub_event_type");
    account.date = date_of(text, cells, account);
    event.place = place_of(text, cells);
    add_sides(text, cells, account);
    if (const auto fatalities = cells.number("fatalities"); fatalities && *fatalities > 0) account.killed = toll_of(text, cells, "fatalities");
    add_sources(text, cells, "source", account);
    event.report.external_id = cells["event_id_cnty"].empty() ? cells["data_id"] : cells["event_id_cnty"];
    event.report.published = published_at(cells["timestamp"]);
    event.report.language = Language::english;
    if (marks) take_marks(*marks, text.evidence("tags"), event);
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
