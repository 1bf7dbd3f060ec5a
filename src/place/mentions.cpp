#include "place/mentions.hpp"

#include "place/atoms.hpp"
#include "place/blob.hpp"
#include "place/country_support.hpp"
#include "place/joining.hpp"
#include "place/resolving.hpp"
#include "place/softening.hpp"
#include "place/spotting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace sitrep::place {
namespace {

constexpr std::size_t candidates_max = 5;

Place unresolved(const Judged& judged, const Softened& words, const Gazetteer::Blob& blob)
{
    Place place;
    place.country = judged.country;
    place.precision = PlacePrecision::country;
    if (const auto* unit = blob.unit(judged.unit)) {
        place.admin1 = blob.string(unit->name);
        place.admin1_code = blob.string(unit->code);
        place.precision = PlacePrecision::governorate;
    }
    place.precision = softened(place.precision, words);
    return place;
}

/// "20 km south of Palmyra" is another point than Palmyra, on the plane that touches the globe there.
std::optional<LatLon> moved(const LatLon& from, const Softened& words)
{
    constexpr double km_per_degree = 111.2;
    const double squeeze = std::max(0.01, std::cos(from.lat() * std::numbers::pi / 180));
    const auto to = LatLon::from_degrees(from.lat() + words.north_km / km_per_degree, from.lon() + words.east_km / km_per_degree / squeeze);
    return to ? std::optional{*to} : std::nullopt;
}

Place resolved(const Judged& judged, const Softened& words, const Gazetteer::Blob& blob)
{
    auto place = blob.made(judged.choices.front().place);
    place.precision = softened(place.precision, words);
    if (words.region && words.kind != PlaceKind::unknown) place.kind = words.kind;
    if (place.point && (words.north_km != 0 || words.east_km != 0))
        if (const auto there = moved(*place.point, words)) place.point = *there;
    return place;
}

std::vector<PlaceCandidate> candidates(const Judged& judged, const Gazetteer::Blob& blob)
{
    std::vector<PlaceCandidate> out;
    for (const auto& choice : judged.choices) {
        if (out.size() == candidates_max) break;
        const double best = judged.choices.front().score;
        const double chance = best > 0 ? judged.chance * choice.score / best : 0;
        out.push_back({blob.made(choice.place), chance, fmt::format("{} ({})", choice.by_likeness ? "spelt alike" : "same name", blob.string(choice.name))});
    }
    return out;
}

/// A stretch between two places, or a road from one to the other, is as wide as they are apart.
PlacePrecision apart(const Judged& a, const Judged& b, const Gazetteer::Blob& blob, PlacePrecision precision)
{
    constexpr double near_km = 50;
    if (!a.resolved || !b.resolved) return std::max(precision, PlacePrecision::near);
    const auto one = blob.made(a.choices.front().place);
    const auto other = blob.made(b.choices.front().place);
    const bool close = one.point && other.point && distance_km(*one.point, *other.point) <= near_km;
    return std::max(precision, close ? PlacePrecision::near : PlacePrecision::region);
}

PlaceMention mention(const std::vector<Atom>& atoms, const std::vector<Judged>& all, const Stretch& stretch, const Gazetteer::Blob& blob)
{
    const auto& judged = all[stretch.finer];
    const auto& words = stretch.words;
    PlaceMention out;
    out.span = {atoms[words.first].begin + words.trim, atoms[words.last - 1].end};
    out.name_span = {atoms[judged.spot.first].begin + judged.spot.trim, atoms[judged.spot.last - 1].end};
    const bool site = words.kind == PlaceKind::site && judged.spot.known.empty() && !stretch.between && words.last > judged.spot.last;
    if (site && !atoms[judged.spot.first].arabic) out.name_span.end = out.span.end;  // "the Kerem power station" is a name as a whole
    out.place = judged.resolved ? resolved(judged, words, blob) : unresolved(judged, words, blob);
    if (stretch.between) out.place.precision = apart(judged, all[stretch.last], blob, out.place.precision);
    out.candidates = candidates(judged, blob);
    return out;
}

/// "بـالمكلا": a stroke that only lengthens the letter before it.
void skip_stroke(const text::Document& document, Span& span)
{
    constexpr std::string_view stroke = "\xD9\x80";
    while (span.start + 1 < span.end && document.words(Span{span.start, span.start + 1}) == stroke) ++span.start;
}

}  // namespace

std::vector<CountryHint> countries_of_name(const text::Document& name, const Gazetteer& gazetteer, double weight)
{
    const auto& blob = gazetteer.blob();
    const auto atoms = atoms_of(name);
    std::vector<CountryHint> hints;
    const auto shares = countries_spoken_of(atoms, spots_of(atoms, blob), blob);
    for (const auto& [country, share] : shares) hints.push_back({country, weight * share});
    return hints;
}

bool lacks_capitals(const text::Document& document)
{
    constexpr std::ptrdiff_t words_min = 5, words_a_capital = 20;
    const auto& tokens = document.tokens();
    const auto is_latin = [](const text::Token& token) { return token.kind == text::TokenKind::word && !token.arabic; };
    const auto words = std::ranges::count_if(tokens, is_latin);
    const auto capitals = std::ranges::count_if(tokens, [&](const text::Token& token) { return is_latin(token) && token.capital; });
    return words >= words_min && capitals * words_a_capital <= words;
}

std::vector<Span> names_behind_prepositions(const text::Document& document)
{
    constexpr std::array<std::string_view, 3> prepositions{"in", "near", "outside"};
    constexpr std::size_t letters_min = 4;
    const auto& tokens = document.tokens();
    std::vector<Span> names;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const text::Token& name = tokens[at + 1];
        if (std::ranges::find(prepositions, tokens[at].normal) != prepositions.end() && name.kind == text::TokenKind::word && name.normal.size() >= letters_min)
            names.push_back({name.begin, name.end});
    }
    return names;
}

PlacesFound find_places(const text::Document& document, const Gazetteer& gazetteer, std::span<const CountryHint> hints, std::span<const Span> names)
{
    const auto& blob = gazetteer.blob();
    auto atoms = atoms_of(document);
    if (!names.empty()) give_capitals(atoms, {names.begin(), names.end()});
    auto judged = judge(atoms, spots_of(atoms, blob), hints, blob);
    PlacesFound found{{}, std::move(judged.country)};
    for (const auto& stretch : stretches_of(atoms, judged.spots)) found.mentions.push_back(mention(atoms, judged.spots, stretch, blob));
    for (auto& mention : found.mentions) {
        skip_stroke(document, mention.span);
        skip_stroke(document, mention.name_span);
    }
    return found;
}

}  // namespace sitrep::place
