#include "serve/api/own_places.hpp"

#include "place/import/import.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>

namespace sitrep::serve {
namespace {

namespace fs = std::filesystem;

constexpr const char* known_up_to = "desk:spellings_in_gazetteer";  // number of the last one that is in it

std::int64_t in_gazetteer(store::Desk& desk)
{
    const auto text = desk.store().note(known_up_to);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
    return out + '"';
}

std::string_view kind_name(PlaceKind kind)
{
    switch (kind) {
        case PlaceKind::district: return "district";
        case PlaceKind::region: return "region";
        case PlaceKind::road: return "road";
        case PlaceKind::water: return "water";
        case PlaceKind::site: return "site";
        default: return "settlement";
    }
}

/// A row of the table that `sitrep gazetteer import` reads; empty for a place without a point.
std::string row_of(const store::Spelling& spelling, const Place& place)
{
    if (!place.point) return {};
    const auto id = spelling.place ? spelling.gazetteer_id.substr(spelling.gazetteer_id.find(':') + 1) : fmt::format("spelling-{}", spelling.id);
    return fmt::format("{},{},{},{:.5f},{:.5f},{},{},{},{}\n", quoted(id), quoted(place.name), quoted(place.name_ar), place.point->lat(), place.point->lon(),
                       quoted(place.country), quoted(place.admin1_code), kind_name(place.kind), quoted(spelling.spelling));
}

}  // namespace

bool is_in_use(store::Desk& desk, const store::Spelling& spelling) { return spelling.id <= in_gazetteer(desk); }

void put_own_places_on(App& app, store::Desk& desk)
{
    const auto known = in_gazetteer(desk);
    const auto gazetteer = app.gazetteer();
    std::string rows;
    std::int64_t last = known;
    for (const auto& spelling : desk.registers().spellings()) {
        if (spelling.id <= known) continue;
        const auto place = spelling.place ? spelling.place : gazetteer->by_id(spelling.gazetteer_id);
        if (place) rows += row_of(spelling, *place);
        last = std::max(last, spelling.id);
    }
    if (rows.empty()) return;
    const auto own = fs::path(app.options.library).replace_extension(".gazetteer");
    const auto table = fs::path(app.options.library + ".inbox") / "own_places.csv";
    std::ofstream(table, std::ios::binary) << "id,name,name_ar,lat,lon,country,admin1,kind,alternates\n" << rows;
    try {
        if (!place::import_places(*gazetteer, own, {table}, {"the desk", ""}, [](std::uint64_t, std::uint64_t) {})) return;
    }
    catch (const std::runtime_error&) {
        return;  // the disk did not take it: the next batch tries again
    }
    auto opened = place::Gazetteer::open(own);
    if (!opened) return;
    app.use(std::make_shared<const place::Gazetteer>(std::move(*opened)));
    desk.store().in_transaction([&] { desk.store().set_note(known_up_to, std::to_string(last)); });
}

}  // namespace sitrep::serve
