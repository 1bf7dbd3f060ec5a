// Candidates for a name that is asked for by itself: in which order, why, and how sure the first one is.
#include "place/asking.hpp"

#include "place/cues.hpp"
#include "place/keys.hpp"
#include "place/matching.hpp"
#include "place/name_words.hpp"
#include "place/outlines.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sitrep::place {
namespace {

/// A candidate, and how its name was found.
struct Found {
    PlaceCandidate candidate;
    Hit hit;
    bool shortened = false;  ///< by a shorter form of the name
    double over_border = 0;  ///< in another governorate than asked: over_the_border()
};

constexpr double shortened_quality = 0.8;
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

/// 1 on the border of the governorate that was asked for, 0 from 30 km on: sources differ on which side a village lies, and outlines are coarse.
double over_the_border(double km_outside)
{
    constexpr double far_over_km = 30;
    return std::max(0.0, 1 - km_outside / far_over_km);
}

/// How well the surroundings agree, 0..1, and the words for it.
double context(const Place& place, double km_outside, const Near& near, std::string& reason)
{
    double factor = 1;
    if (!near.country.empty() && place.country != near.country) {
        factor *= other_country;
        reason += "; not in " + near.country;
    } else if (!near.admin1_code.empty() && place.admin1_code != near.admin1_code) {
        factor *= other_unit;
        reason += "; not in " + near.admin1_code;
        if (over_the_border(km_outside) > 0) reason += fmt::format(", {:.0f} km over its border", km_outside);
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

Found found(const Gazetteer::Blob& blob, const Hit& hit, const Near& near)
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
    const auto& row = *blob.place(hit.place);
    const bool elsewhere = !near.admin1_code.empty() && place.country == near.country && place.admin1_code != near.admin1_code && place.point && place.kind != PlaceKind::country;
    const double km_outside = elsewhere ? km_outside_unit(blob, near.admin1_code, row.point) : std::numeric_limits<double>::infinity();
    const double agrees = context(place, km_outside, near, candidate.reason);
    candidate.score = quality * hit.likeness * agrees * (0.5 + 0.5 * prominence(row));
    return {std::move(candidate), hit, false, elsewhere ? over_the_border(km_outside) : 0};
}

/// What a place is for, beside the nouns that are cues.
bool tells_use(std::string_view normal)
{
    constexpr std::array<std::string_view, 16> words{"refugee", "idp", "displaced", "military", "army", "air", "oil", "gas", "radar", "crossroad", "crossroads", "reservoir",
                                                     "fields", "factory", "pocket", "industrial"};
    return std::find(words.begin(), words.end(), normal) != words.end();
}

// "Menagh military airport" without the words that tell what it is.
std::string bare_name(std::string_view name)
{
    std::string bare;
    for (std::string_view left = name; !left.empty();) {
        const auto space = left.find(' ');
        const auto word = left.substr(0, space);
        left.remove_prefix(space == std::string_view::npos ? left.size() : space + 1);
        const auto normal = text::normalise(word);
        if (word.empty() || cue_of(normal) != Cue::none || tells_use(normal)) continue;
        if (!bare.empty()) bare += ' ';
        bare += word;
    }
    return bare;
}

bool is_found_within(const std::vector<Found>& all, const Near& near)
{
    return std::ranges::any_of(all, [&](const Found& one) {
        const auto& place = one.candidate.place;
        return (near.country.empty() || place.country == near.country) && (near.admin1_code.empty() || place.admin1_code == near.admin1_code);
    });
}

/// What speaks for the first candidate of a name that was asked for.
Signs signs_of(const Gazetteer::Blob& blob, const std::vector<Found>& all, std::string_view name, const Near& near)
{
    constexpr std::size_t short_letters = 4;
    constexpr std::size_t arabic_letter_bytes = 2;
    const auto& [best, hit, shortened, over_border] = all.front();
    std::vector<Contender> contenders;
    contenders.reserve(all.size());
    for (const auto& one : all) contenders.push_back({one.hit.place, one.candidate.score, one.hit.agreement <= hit.agreement});
    Signs signs;
    read_contenders(blob, contenders, signs);
    signs[Sign::fold] = hit.agreement == Agreement::fold;
    signs[Sign::skeleton] = hit.agreement == Agreement::skeleton;
    signs[Sign::but_one] = hit.agreement == Agreement::skeleton_but_one;
    signs[Sign::unlikeness] = 1 - hit.likeness;
    signs[Sign::shortened] = shortened;
    signs[Sign::over_border] = over_border;
    signs[Sign::thin_and_alike] = hit.agreement == Agreement::key ? 0 : signs[Sign::thin];
    signs[Sign::in_unit] = !near.admin1_code.empty() && best.place.admin1_code == near.admin1_code;
    signs[Sign::in_other_unit] = !near.admin1_code.empty() && best.place.admin1_code != near.admin1_code;
    constexpr double country_not_asked = 0.5;
    signs[Sign::country_fit] = near.country.empty() ? country_not_asked : best.place.country == near.country;
    const auto key = key_of(name);
    signs[Sign::arabic] = !key.empty() && static_cast<unsigned char>(key.front()) >= 0x80;
    signs[Sign::short_name] = key.size() <= (signs[Sign::arabic] > 0 ? arabic_letter_bytes * short_letters : short_letters);
    signs[Sign::several_words] = name.find(' ') != std::string_view::npos;
    return signs;
}

}  // namespace

Asked ask(const Gazetteer::Blob& blob, std::string_view name, const Near& near)
{
    Near where = near;
    constexpr std::size_t country_letters = 2;
    if (where.country.empty()) where.country = where.admin1_code.substr(0, country_letters);
    std::vector<Found> all;
    const auto look_for = [&](std::string_view words, PlacePrecision at_best, bool shortened = false) {
        for (const auto& hit : hits_of(blob, words, {where.country, where.admin1_code})) {
            if (shortened && hit.agreement > Agreement::fold) continue;
            auto one = found(blob, hit, where);
            one.candidate.place.precision = std::max(one.candidate.place.precision, at_best);
            one.shortened = shortened;
            if (shortened) one.candidate.score *= shortened_quality;
            all.push_back(std::move(one));
        }
    };
    // "Isa Binar/Ayn Isa": one place by two names.
    for (std::string_view left = name; !left.empty();) {
        const auto slash = left.find('/');
        look_for(left.substr(0, slash), PlacePrecision::exact);
        left.remove_prefix(slash == std::string_view::npos ? left.size() : slash + 1);
    }
    // A base, camp or dam that no gazetteer has lies near the village it is called after.
    if (const auto bare = bare_name(name); bare != name && !is_found_within(all, where)) look_for(bare, PlacePrecision::near);
    for (const auto& shorter : shorter_names(name))
        if (!is_found_within(all, where)) look_for(shorter.name, shorter.beside ? PlacePrecision::near : PlacePrecision::exact, true);
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
        return a.candidate.score != b.candidate.score ? a.candidate.score > b.candidate.score : a.candidate.place.gazetteer_id < b.candidate.place.gazetteer_id;
    });
    Asked asked;
    if (all.empty()) return asked;
    asked.signs = signs_of(blob, all, name, where);
    const double chance = chance_of(Situation::asked, asked.signs);
    const double first = all.front().candidate.score;
    for (auto& one : all) {
        one.candidate.score = first > 0 ? chance * one.candidate.score / first : 0;
        asked.candidates.push_back(std::move(one.candidate));
    }
    return asked;
}

}  // namespace sitrep::place
