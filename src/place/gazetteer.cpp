#include "place/gazetteer.hpp"

#include "place/blob.hpp"
#include "place/cues.hpp"
#include "place/matching.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace sitrep::place {
namespace {

constexpr double other_country = 0.35;
constexpr double other_unit = 0.6;
constexpr double near_km = 25;
constexpr double far_km = 500;

std::string_view words_for(Agreement agreement)
{
    switch (agreement) {
    case Agreement::key: return "same name";
    case Agreement::fold: return "name alike but for vowels";
    case Agreement::skeleton: return "same consonants";
    case Agreement::skeleton_but_one: return "consonants alike but for one";
    }
    return "";
}

std::string_view words_for(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::settlement: return "settlement";
    case PlaceKind::district: return "district";
    case PlaceKind::governorate: return "governorate";
    case PlaceKind::country: return "country";
    case PlaceKind::region: return "region";
    case PlaceKind::road: return "road";
    case PlaceKind::water: return "water";
    case PlaceKind::site: return "site";
    case PlaceKind::unknown: break;
    }
    return "place";
}

/// How well the surroundings agree, 0..1, and the words for it.
double context(const Place& place, const Near& near, std::string& reason)
{
    double factor = 1;
    if (!near.country.empty() && place.country != near.country) {
        factor *= other_country;
        reason += "; not in " + near.country;
    } else if (!near.admin1_code.empty() && place.admin1_code != near.admin1_code) {
        factor *= other_unit;
        reason += "; not in " + near.admin1_code;
    } else if (!near.admin1_code.empty()) {
        reason += "; in " + place.admin1 + " as asked";
    }
    if (near.point && place.point) {
        const double km = distance_km(*near.point, *place.point);
        factor *= km <= near_km ? 1.0 : std::max(0.2, 1 - std::log(km / near_km) / std::log(far_km / near_km) * 0.8);
        reason += fmt::format("; {:.0f} km away", km);
    }
    return factor;
}

PlaceCandidate judged(const Gazetteer::Blob& blob, const Hit& hit, const Near& near)
{
    constexpr double fold_quality = 0.9;
    constexpr double skeleton_quality = 0.75;
    constexpr double but_one_quality = 0.6;
    const double quality = hit.agreement == Agreement::key        ? 1
                           : hit.agreement == Agreement::fold     ? fold_quality
                           : hit.agreement == Agreement::skeleton ? skeleton_quality
                                                                  : but_one_quality;
    PlaceCandidate candidate;
    candidate.place = blob.made(hit.place);
    const auto& place = candidate.place;
    candidate.reason = fmt::format("{} ({}), {}", words_for(hit.agreement), blob.string(hit.name), words_for(place.kind));
    if (place.population > 0) candidate.reason += fmt::format(" of {}", place.population);
    if (const auto source = blob.source_of(hit.name)) candidate.reason += fmt::format("; named so by {}", blob.string(blob.sources()[*source].name));
    const double agrees = context(place, near, candidate.reason);
    candidate.score = quality * hit.likeness * agrees * (0.5 + 0.5 * prominence(*blob.place(hit.place)));
    return candidate;
}

}  // namespace

namespace {

// "Menagh military airport" without the words that tell what it is.
std::string bare_name(std::string_view name)
{
    std::string bare;
    for (std::string_view left = name; !left.empty();) {
        const auto space = left.find(' ');
        const auto word = left.substr(0, space);
        left.remove_prefix(space == std::string_view::npos ? left.size() : space + 1);
        if (word.empty() || cue_of(text::normalise(word)) != Cue::none) continue;
        if (!bare.empty()) bare += ' ';
        bare += word;
    }
    return bare;
}

bool is_found_within(const std::vector<PlaceCandidate>& candidates, const Near& near)
{
    return std::ranges::any_of(candidates, [&](const PlaceCandidate& candidate) {
        return (near.country.empty() || candidate.place.country == near.country) && (near.admin1_code.empty() || candidate.place.admin1_code == near.admin1_code);
    });
}

}  // namespace

Gazetteer::Gazetteer(std::unique_ptr<Blob> blob) : blob_(std::move(blob)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& file)
{
    auto blob = Blob::map(file);
    if (!blob) return tl::unexpected(blob.error());
    return Gazetteer{std::move(*blob)};
}

std::vector<PlaceCandidate> Gazetteer::find(std::string_view name, const Near& near, std::size_t most) const
{
    Near where = near;
    constexpr std::size_t country_letters = 2;
    if (where.country.empty()) where.country = where.admin1_code.substr(0, country_letters);
    std::vector<PlaceCandidate> candidates;
    const auto look_for = [&](std::string_view words, PlacePrecision at_best) {
        for (const auto& hit : hits_of(*blob_, words, {where.country, where.admin1_code})) {
            auto candidate = judged(*blob_, hit, where);
            candidate.place.precision = std::max(candidate.place.precision, at_best);
            candidates.push_back(std::move(candidate));
        }
    };
    // "Isa Binar/Ayn Isa": one place by two names.
    for (std::string_view left = name; !left.empty();) {
        const auto slash = left.find('/');
        look_for(left.substr(0, slash), PlacePrecision::exact);
        left.remove_prefix(slash == std::string_view::npos ? left.size() : slash + 1);
    }
    // A base, camp or dam that no gazetteer has lies near the village it is called after.
    if (const auto bare = bare_name(name); bare != name && !is_found_within(candidates, where)) look_for(bare, PlacePrecision::near);
    std::sort(candidates.begin(), candidates.end(), [](const PlaceCandidate& a, const PlaceCandidate& b) {
        return a.score != b.score ? a.score > b.score : a.place.gazetteer_id < b.place.gazetteer_id;
    });
    if (candidates.size() > most) candidates.resize(most);
    return candidates;
}

std::optional<Place> Gazetteer::by_id(std::string_view id) const
{
    const auto places = blob_->places();
    for (std::uint32_t i = 0; i < places.size(); ++i)
        if (!id.empty() && blob_->string(places[i].id) == id) return blob_->made(i);
    return std::nullopt;
}

std::string Gazetteer::attribution() const { return std::string{blob_->attribution()}; }
std::vector<Gazetteer::Source> Gazetteer::sources() const
{
    std::vector<Source> all;
    for (const auto& row : blob_->sources()) all.push_back({std::string(blob_->string(row.name)), std::string(blob_->string(row.licence)), row.places, row.names});
    return all;
}

std::vector<Gazetteer::Coverage> Gazetteer::coverage() const
{
    std::map<std::string, Coverage> countries;
    for (const auto& row : blob_->places()) {
        if (row.kind != static_cast<std::uint8_t>(PlaceKind::settlement) && row.kind != static_cast<std::uint8_t>(PlaceKind::site)) continue;
        const std::string country(row.country.data(), row.country.size());
        auto& coverage = countries[country];
        coverage.country = country;
        ++coverage.settlements;
        coverage.with_arabic += row.name_ar != 0;
    }
    std::vector<Coverage> all;
    for (auto& [country, coverage] : countries) all.push_back(std::move(coverage));
    std::ranges::stable_sort(all, std::greater{}, &Coverage::settlements);
    return all;
}

std::size_t Gazetteer::size() const { return blob_->places().size(); }

}  // namespace sitrep::place
