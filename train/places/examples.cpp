#include "places/examples.hpp"

#include "place/asking.hpp"
#include "place/atoms.hpp"
#include "place/keys.hpp"
#include "place/resolving.hpp"
#include "text/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

namespace sitrep::train {
namespace {

using nlohmann::json;

/// What is true of a name: points of it, or the first-level unit around it.
struct Truth {
    std::vector<LatLon> points;
    std::string country, admin1;
};

Truth truth_of(const json& from)
{
    Truth truth;
    for (const auto& point : from.value("points", json::array()))
        if (const auto made = LatLon::from_degrees(point[0], point[1])) truth.points.push_back(*made);
    truth.country = from.value("country", "");
    truth.admin1 = from.value("admin1", "");
    return truth;
}

bool holds(const place::Gazetteer& gazetteer, const Place& place, LatLon point)
{
    constexpr double settlement_km = 25, stretch_km = 100, country_km = 300, part_of_the_world_km = 1500;
    const auto unit = gazetteer.admin1_at(point);
    if (place.kind == PlaceKind::governorate && !unit.empty()) return unit == place.admin1_code;
    if (place.kind == PlaceKind::country && !unit.empty()) return unit.starts_with(place.country);
    if (!place.point) return false;
    const bool stretch = place.kind == PlaceKind::region || place.kind == PlaceKind::road || place.kind == PlaceKind::water;
    return distance_km(*place.point, point) <= (place.kind == PlaceKind::country ? country_km : stretch && place.country.empty() ? part_of_the_world_km : stretch ? stretch_km : settlement_km);
}

bool is_right(const place::Gazetteer& gazetteer, const Place& place, const Truth& truth)
{
    if (!truth.points.empty()) return std::ranges::any_of(truth.points, [&](LatLon point) { return holds(gazetteer, place, point); });
    const bool coarse = place.kind == PlaceKind::country || place.admin1.empty() || truth.admin1.empty();
    return place.country == truth.country && (coarse || place::key_of(place.admin1) == place::key_of(truth.admin1));
}

struct Mark {
    Span span;
    Truth truth;
    bool unknown = false;  ///< a place, but nobody says which
};

/// The span of a judged name in code points.
Span span_of(const std::vector<place::Atom>& atoms, const place::Spot& spot) { return {atoms[spot.first].begin + spot.trim, atoms[spot.last - 1].end}; }

bool is_arabic(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB; }) * 4 > std::ssize(text);
}

void add_told(const json& row, const place::Gazetteer& gazetteer, const PlaceExample& like, std::vector<PlaceExample>& out)
{
    const auto text = row["text"].get<std::string>();
    std::vector<Mark> marks;
    for (const auto& mark : row["marks"]) marks.push_back({{mark["start"], mark["end"]}, truth_of(mark), mark.value("unknown", false)});
    const auto document = text::Document::parse(text, 0, is_arabic(text) ? Language::arabic : Language::english);
    const auto atoms = place::atoms_of(document);
    const auto judged = place::judge(atoms, place::spots_of(atoms, gazetteer.blob()), {}, gazetteer.blob()).spots;
    const auto words = [&](const place::Judged& one) {
        std::string all;
        for (auto i = one.spot.first; i < one.spot.last; ++i) all += std::string{atoms[i].normal} + " ";
        return all;
    };
    const auto mark_of = [&](const place::Judged& one) {
        const auto span = span_of(atoms, one.spot);
        return std::ranges::find_if(marks, [&](const Mark& mark) { return mark.span.start < span.end && span.start < mark.span.end; });
    };
    std::set<std::string> marked;
    for (const auto& one : judged)
        if (mark_of(one) != marks.end()) marked.insert(words(one));
    for (const auto& one : judged) {
        if (one.choices.empty()) continue;
        const auto mark = mark_of(one);
        if (mark == marks.end() && (row.value("only_marked", false) || marked.contains(words(one)) || like.set.starts_with("ucdp"))) continue;
        if (mark != marks.end() && mark->unknown) continue;
        auto example = like;
        example.signs = one.signs;
        example.is_right = mark != marks.end() && is_right(gazetteer, gazetteer.blob().made(one.choices.front().place), mark->truth);
        out.push_back(std::move(example));
    }
}

}  // namespace

std::vector<PlaceExample> place_examples(const std::filesystem::path& cases, const place::Gazetteer& gazetteer, const std::string& label, std::size_t folds)
{
    std::ifstream stream{cases};
    if (!stream) throw std::runtime_error(cases.string() + ": cannot be read; bench/places/cases.py writes it");
    std::vector<PlaceExample> out;
    for (std::string line; std::getline(stream, line);) {
        const auto row = json::parse(line);
        PlaceExample example;
        example.set = row["set"].get<std::string>() + label;
        example.fold = std::hash<std::string>{}(row["key"].get<std::string>()) % folds;
        if (!row.contains("asked")) {
            example.situation = place::Situation::told;
            add_told(row, gazetteer, example, out);
            continue;
        }
        const auto& asked = row["asked"];
        const auto answer = place::ask(gazetteer.blob(), asked["name"].get<std::string>(), {asked["country"], asked["admin1"], {}});
        if (answer.candidates.empty()) continue;
        example.signs = answer.signs;
        example.is_right = is_right(gazetteer, answer.candidates.front().place, truth_of(row));
        out.push_back(std::move(example));
    }
    return out;
}

}  // namespace sitrep::train
