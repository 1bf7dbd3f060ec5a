// POLECAT: PLOVER types coded by a machine from news, one row an event; no tolls, names of persons in columns that are not taken.
#include "core/countries.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::tables {
namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return char(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return out;
}

PlaceSaid place_of(RowText& text, const Cells& cells)
{
    PlaceSaid place;
    place.admin1 = cells["Province"];
    place.admin2 = cells["District"];
    place.name = cells["City"];
    for (const std::string_view column : {"Placename", "City", "District", "Province", "Country", "Feature Type"}) text.say(column);
    if (const auto* country = country_named(cells["Country"])) place.country = country->code;
    else place.country = cells["Country"].size() == 2 && country_coded(cells["Country"]) != nullptr ? cells["Country"] : std::string_view();
    place.point = cells.point("Latitude", "Longitude");
    place.precision = !place.name.empty()     ? PlacePrecision::exact
                      : !place.admin2.empty() ? PlacePrecision::district
                      : !place.admin1.empty() ? PlacePrecision::governorate
                                              : PlacePrecision::country;
    if (place.name.empty()) place.name = cells["Placename"];
    place.span = text.evidence(cells["Placename"].empty() ? "Country" : "Placename");
    return place;
}

}  // namespace

Told polecat_row(const Row& row)
{
    const Cells& cells = row.cells;
    const auto type = cells["Event Type"];
    const auto mode = lower(cells["Event Mode"]);
    const auto kind = kind_of_plover(type, mode);
    if (!kind) return LeftOut{fmt::format("{}{}{}: no act of violence", type, mode.empty() ? "" : " ", mode)};
    RowEvent event;
    RowText text(cells);
    Account& account = event.account;
    account.kind = *kind;
    text.say("Event Type");
    text.say("Event Mode");
    const auto date = cells.date("Event Date");
    if (!date) cells.blame("Event Date is empty");
    else account.date = DateRange::at(*date);
    account.date_span = text.say("Event Date");
    account.date_text = cells["Event Date"];
    event.place = place_of(text, cells);
    // "Actor Name" is a name of Wikipedia's; a person's is met there too, and then the sector alone is taken.
    const auto actor = actor_named(cells["Actor Name"]);
    const std::string_view doer = actor.name.empty() ? "Primary Actor Sector" : "Actor Name";
    if (const auto span = text.say(doer))
        account.perpetrator = {std::string(cells[doer]), actor.name, actor.name.empty() ? PerpetratorStatus::unknown : PerpetratorStatus::attributed, span};
    const auto recipient = actor_named(cells["Recipient Name"]);
    const std::string_view hit = recipient.name.empty() ? "Primary Recipient Sector" : "Recipient Name";
    auto target_class = target_of_plover(cells["Primary Recipient Sector"]);
    if (!target_class) target_class = recipient.when_hit;
    if (const auto span = text.say(hit)) account.targets.push_back({std::string(cells[hit]), target_class, span, std::nullopt, std::nullopt});
    add_sources(text, cells, "Source", account);
    event.report.external_id = cells["Event ID"];
    event.report.published = published_at(cells["Publication Date"]);
    event.report.language = language_from_code(cells["Language"]);
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
