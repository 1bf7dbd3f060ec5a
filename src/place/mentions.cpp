#include "place/mentions.hpp"

#include "place/atoms.hpp"
#include "place/blob.hpp"
#include "place/resolving.hpp"
#include "place/softening.hpp"
#include "place/spotting.hpp"

#include <fmt/format.h>

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

Place resolved(const Judged& judged, const Softened& words, const Gazetteer::Blob& blob)
{
    auto place = blob.made(judged.choices.front().place);
    place.precision = softened(place.precision, words);
    if (words.region && words.kind != PlaceKind::unknown) place.kind = words.kind;
    return place;
}

std::vector<PlaceCandidate> candidates(const Judged& judged, const Gazetteer::Blob& blob)
{
    std::vector<PlaceCandidate> out;
    for (const auto& choice : judged.choices) {
        if (out.size() == candidates_max) break;
        out.push_back({blob.made(choice.place), choice.score, fmt::format("{} ({})", choice.by_likeness ? "spelt alike" : "same name", blob.string(choice.name))});
    }
    return out;
}

PlaceMention mention(const std::vector<Atom>& atoms, const Judged& judged, const Gazetteer::Blob& blob)
{
    const auto words = soften(atoms, judged.spot);
    PlaceMention out;
    out.span = {atoms[words.first].begin + words.trim, atoms[words.last - 1].end};
    out.name_span = {atoms[judged.spot.first].begin + judged.spot.trim, atoms[judged.spot.last - 1].end};
    out.place = judged.resolved ? resolved(judged, words, blob) : unresolved(judged, words, blob);
    out.candidates = candidates(judged, blob);
    return out;
}

}  // namespace

std::vector<PlaceMention> find_places(const text::Document& document, const Gazetteer& gazetteer)
{
    const auto& blob = gazetteer.blob();
    const auto atoms = atoms_of(document);
    std::vector<PlaceMention> mentions;
    for (const auto& judged : judge(atoms, spots_of(atoms, blob), blob)) {
        auto found = mention(atoms, judged, blob);
        if (!mentions.empty() && mentions.back().span.overlaps(found.span)) continue;
        mentions.push_back(std::move(found));
    }
    return mentions;
}

}  // namespace sitrep::place
