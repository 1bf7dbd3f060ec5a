// Places and actors: the gazetteer searched, the desk's own spellings and places, the register of actors with the desk's additions.
#include "serve/api/app.hpp"
#include "serve/api/json.hpp"
#include "serve/api/own_places.hpp"
#include "text/normalise.hpp"
#include "understand/names/register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace sitrep::serve {
namespace {

std::optional<LatLon> near_of(const Request& request)
{
    const auto text = word_of(request, "near", 60);
    if (text.empty()) return std::nullopt;
    const auto parts = parts_of(text, ',');
    double degrees[2] = {};
    bool good = parts.size() == 2;
    for (std::size_t i = 0; good && i < 2; ++i) {
        const auto [end, error] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), degrees[i]);
        good = error == std::errc{} && end == parts[i].data() + parts[i].size();
    }
    const auto point = good ? LatLon::from_degrees(degrees[0], degrees[1]) : Result<LatLon>(bad_input("near", ""));
    if (!point) refuse_parameter("near", "write lat,lon in degrees: 35.33,40.14");
    return *point;
}

/// Without a name: the places of the record, those with most incidents first.
Response places_of_the_record(Call& call, std::size_t limit)
{
    call.app.board.refresh(call.desk);
    std::unordered_map<std::int32_t, std::int64_t> incidents;
    const auto country = word_of(call.request, "country", 2), admin1 = word_of(call.request, "admin1", 6);
    Question all;
    if (!admin1.empty() || !country.empty()) all.areas = {admin1.empty() ? country : admin1};
    call.app.board.each(all, call.desk, [&](const BoardRow& row) { ++incidents[row.place]; });
    std::vector<std::pair<std::int64_t, Place>> found;
    const auto places = call.app.board.places();
    for (const auto& [number, its] : incidents)
        if (const auto* place = std::size_t(number) < places.size() ? places[std::size_t(number)] : nullptr; place && place->is_resolved()) found.emplace_back(its, *place);
    std::ranges::sort(found, [](const auto& a, const auto& b) { return std::tie(b.first, a.second.name, a.second.gazetteer_id) < std::tie(a.first, b.second.name, b.second.gazetteer_id); });
    Json items = Json::array();
    std::set<std::string> seen;  // one place stands in the record with several precisions
    for (const auto& [number, place] : found) {
        if (items.size() >= limit) break;
        if (!seen.insert(place.gazetteer_id).second) continue;
        items.push_back({{"place", place_json(place)}, {"score", 1.0}, {"because", fmt::format("{} incident{} of the record", number, number == 1 ? "" : "s")},
                         {"incidents", number}});
    }
    return json_response({{"items", items}});
}

Response find_places(Call& call)
{
    const auto name = word_of(call.request, "name", 200);
    if (name.empty() && !word_of(call.request, "near", 60).empty()) refuse_parameter("name", "a point alone finds nothing: say which name to look for near it");
    const place::Near near{word_of(call.request, "country", 2), word_of(call.request, "admin1", 6), near_of(call.request)};
    const auto limit = number_of(call.request, "limit", 10);
    if (limit < 1 || limit > 50) refuse_parameter("limit", "from 1 to 50");
    if (name.empty()) return places_of_the_record(call, std::size_t(limit));
    Json items = Json::array();
    // The desk's own come first: somebody here has looked them up already.
    const auto key = text::name_key(name);
    for (const auto& spelling : call.desk.registers().spellings()) {
        if (items.size() >= std::size_t(limit) || (text::name_key(spelling.spelling) != key && text::name_key(spelling.name) != key)) continue;
        const auto place = spelling.place ? spelling.place : call.app.gazetteer()->by_id(spelling.gazetteer_id);
        if (place) items.push_back({{"place", place_json(*place)}, {"score", 1.0}, {"because", fmt::format("a spelling of the desk's own, by {}", spelling.who)}, {"incidents", nullptr}});
    }
    for (const auto& found : call.app.gazetteer()->find(name, near, std::size_t(limit)))
        if (items.size() < std::size_t(limit)) items.push_back({{"place", place_json(found.place)}, {"score", found.score}, {"because", found.reason}, {"incidents", nullptr}});
    return json_response({{"items", items}});
}

Json spelling_json(Call& call, const store::Spelling& spelling)
{
    return {{"id", spelling.id}, {"gazetteer_id", spelling.gazetteer_id}, {"name", spelling.name}, {"spelling", spelling.spelling},
            {"language", spelling.language}, {"place", place_json(spelling.place)}, {"by", spelling.who}, {"at", spelling.at}, {"in_use", is_in_use(call.desk, spelling)}};
}

Response spellings(Call& call)
{
    Json items = Json::array();
    for (const auto& spelling : call.desk.registers().spellings()) items.push_back(spelling_json(call, spelling));
    return json_response({{"items", items}});
}

Place own_place(const Body& outer)
{
    const Body body(outer.object("place"), {"name", "name_ar", "country", "admin1_code", "lat", "lon", "kind"}, "place.");
    Place place;
    place.name = body.text("name", 200);
    place.name_ar = body.optional_text("name_ar", 200).value_or("");
    place.country = body.text("country", 2);
    place.admin1_code = body.optional_text("admin1_code", 6).value_or("");
    const auto point = LatLon::from_degrees(body.degrees("lat", 90), body.degrees("lon", 180));
    if (!point) body.refuse("lat", "the point is not on the globe");
    place.point = *point;
    const auto kind = body.text("kind", 20);
    static const std::map<std::string, PlaceKind> kinds{{"settlement", PlaceKind::settlement}, {"site", PlaceKind::site}, {"region", PlaceKind::region},
                                                        {"water", PlaceKind::water}, {"road", PlaceKind::road}};
    const auto found = kinds.find(kind);
    if (found == kinds.end()) body.refuse("kind", "settlement, site, region, water or road");
    place.kind = found->second;
    const bool has_a_spot = place.kind == PlaceKind::settlement || place.kind == PlaceKind::site;
    place.precision = has_a_spot ? PlacePrecision::exact : PlacePrecision::region;
    return place;
}

Response add_spelling(Call& call)
{
    const Body body(call.request, {"gazetteer_id", "spelling", "language", "place"});
    store::Spelling spelling;
    spelling.spelling = body.text("spelling", 200);
    if (text::name_key(spelling.spelling).empty()) body.refuse("spelling", "it holds no letters");
    spelling.language = body.text("language", 2);
    if (spelling.language != "en" && spelling.language != "ar" && spelling.language != "ku") body.refuse("language", "en, ar or ku");
    spelling.who = call.who();
    if (body.has("place")) {
        spelling.place = own_place(body);
        if (spelling.place->admin1_code.empty()) spelling.place->admin1_code = call.app.gazetteer()->admin1_at(*spelling.place->point);
        spelling.name = spelling.place->name;
    } else {
        spelling.gazetteer_id = body.text("gazetteer_id", 80);
        const auto place = call.app.gazetteer()->by_id(spelling.gazetteer_id);
        if (!place) body.refuse("gazetteer_id", "there is no such place; /places finds them");
        spelling.name = place->name;
    }
    const auto added = call.desk.registers().add(std::move(spelling));
    if (!added) throw Problem(409, "taken", "That spelling is there already.");
    return json_response(spelling_json(call, *added), 201);
}

Response drop_spelling(Call& call)
{
    if (!call.desk.registers().drop_spelling(call.number(0), call.who())) throw Problem(404, "not_there", "There is no such spelling.");
    return no_content();
}

// Actors

std::string_view side_name(understand::Side side)
{
    for (const std::string_view name : {"insurgent", "state_force", "foreign_force", "militia", "official", "civilians", "other"})
        if (understand::side_from(name) == side) return name;
    return "other";
}

Json actors_json(Call& call)
{
    std::map<std::string, std::int64_t> incidents;
    for (const auto& [name, number] : call.app.board.actors()) incidents[name] = number;
    Json out = Json::array();
    std::map<std::string, std::size_t> at;
    for (const auto& actor : understand::actor_register()) {
        if (actor.source_only) continue;
        Json english = Json::array(), arabic = Json::array();
        for (const auto name : actor.english) english.push_back(name);
        for (const auto name : actor.arabic) arabic.push_back(name);
        if (const auto known_actor = at.find(actor.name); known_actor != at.end()) {
            for (auto& name : english) out[known_actor->second]["names_en"].push_back(name);
            for (auto& name : arabic) out[known_actor->second]["names_ar"].push_back(name);
            continue;
        }
        at[actor.name] = out.size();
        out.push_back({{"name", actor.name}, {"name_ar", known(std::string(understand::arabic_name_of(actor.name)))}, {"parent", known(actor.parent)},
                       {"side", side_name(actor.side)}, {"kind", known(std::string(actor.kind))}, {"country", known(std::string(actor.country))},
                       {"names_en", english}, {"names_ar", arabic}, {"from", "register"}, {"incidents", incidents[actor.name]}});
    }
    for (const auto& actor : call.desk.registers().actors()) {
        Json row{{"name", actor.name}, {"name_ar", actor.names_ar.empty() ? Json() : Json(actor.names_ar.front())}, {"parent", known(actor.parent)},
                 {"side", actor.side}, {"kind", nullptr}, {"country", nullptr}, {"names_en", actor.names_en}, {"names_ar", actor.names_ar}, {"from", "desk"},
                 {"incidents", incidents[actor.name]}};
        out.push_back(std::move(row));
    }
    return out;
}

Response actors(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto limit = limit_of(call.request);
    const auto words = text::name_key(word_of(call.request, "words", 200));
    const auto from = word_of(call.request, "from", 10);
    if (!from.empty() && from != "register" && from != "desk") refuse_parameter("from", "register or desk");
    auto at = std::size_t(number_of(call.request, "cursor", 0));
    const auto all = call.app.registers.of("actors", call.desk.lists().data_version(), [&] { return actors_json(call); });
    const auto is_named = [&](const Json& row) {
        if (words.empty() || text::name_key(row["name"].get<std::string>()).find(words) != std::string::npos) return true;
        for (const char* list : {"names_en", "names_ar"})
            for (const auto& name : row[list])
                if (text::name_key(name.get<std::string>()).find(words) != std::string::npos) return true;
        return false;
    };
    std::vector<const Json*> found;
    for (const auto& row : *all)
        if ((from.empty() || row["from"] == from) && is_named(row)) found.push_back(&row);
    Json items = Json::array();
    for (; at < found.size() && items.size() < limit; ++at) items.push_back(*found[at]);
    return json_response({{"items", items}, {"next", at < found.size() ? Json(std::to_string(at)) : Json()}, {"total", found.size()}});
}

Response add_actor(Call& call)
{
    const Body body(call.request, {"name", "parent", "side", "names_en", "names_ar"});
    store::DeskActor actor;
    actor.name = body.text("name", 120);
    if (text::name_key(actor.name).empty()) body.refuse("name", "it holds no letters");
    actor.parent = body.optional_text("parent", 120).value_or("");
    actor.side = body.optional_text("side", 20).value_or("other");
    if (!understand::side_from(actor.side)) body.refuse("side", "insurgent, state_force, foreign_force, militia, official, civilians or other");
    actor.names_en = body.texts("names_en", 40, 120);
    actor.names_ar = body.texts("names_ar", 40, 120);
    call.desk.registers().put(actor, call.who());
    for (const auto& row : actors_json(call))
        if (row["name"] == actor.name && row["from"] == "desk") return json_response(row, 201);
    throw Problem(500, "failed", "The actor was not kept. Try again.");
}

Response drop_actor(Call& call)
{
    if (!call.desk.registers().drop_actor(call.parameters.at(0), call.who()))
        throw Problem(404, "not_there", "The desk has added no actor of that name; the shipped register stays as it is.");
    return no_content();
}

}  // namespace

void add_places(Routes& routes)
{
    routes.push_back({Method::get, "/places", all_roles, find_places});
    routes.push_back({Method::get, "/places/spellings", all_roles, spellings});
    routes.push_back({Method::post, "/places/spellings", desk_roles, add_spelling});
    routes.push_back({Method::remove, "/places/spellings/{id}", desk_roles, drop_spelling});
}

void add_actors(Routes& routes)
{
    routes.push_back({Method::get, "/actors", all_roles, actors});
    routes.push_back({Method::post, "/actors", desk_roles, add_actor});
    routes.push_back({Method::remove, "/actors/{name}", desk_roles, drop_actor});
}

}  // namespace sitrep::serve
