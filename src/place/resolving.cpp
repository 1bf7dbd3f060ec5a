#include "place/resolving.hpp"

#include "place/country_support.hpp"
#include "place/doubts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <span>

namespace sitrep::place {
namespace {

constexpr std::size_t choices_max = 40;
constexpr double trusted_country = 0.3;  ///< share of the strongest country's support under which a country is not what the text is about

/// 0..1: whether the words beside the name ask for this kind of place. A bare name that city and governorate share means the
/// governorate, but for the largest cities: a capital must not stand in for its province.
double kind_fit(const Spot& spot, const PlaceRow& row)
{
    constexpr std::uint32_t large_city = 1'000'000;
    const auto asks = [&](Cue cue) { return spot.before == cue || spot.after == cue; };
    if (asks(Cue::settlement)) return is(row, PlaceKind::settlement) ? 1 : is(row, PlaceKind::site) ? 0.5 : 0.2;
    if (spot.after == Cue::governorate || spot.before == Cue::governorate) return is(row, PlaceKind::governorate) ? 1 : 0.2;
    if (asks(Cue::district)) return is(row, PlaceKind::district) ? 1 : is(row, PlaceKind::settlement) ? 0.5 : 0.3;
    if (asks(Cue::site)) return is(row, PlaceKind::site) ? 1 : 0.4;
    if (is(row, PlaceKind::country)) return 1;
    if (is(row, PlaceKind::governorate)) return spot.before == Cue::direction || spot.before == Cue::countryside ? 0.9 : 0.7;
    if (is(row, PlaceKind::settlement)) return row.population >= large_city ? 0.9 : 0.5;
    return is(row, PlaceKind::district) ? 0.3 : 0.6;
}

/// Governorates that the text names near a spot, by how near.
using UnitsNearby = std::map<std::uint16_t, double>;

UnitsNearby units_nearby(const std::vector<Atom>& atoms, const std::vector<Judged>& spots, std::size_t at, const Support& support, const Gazetteer::Blob& blob)
{
    constexpr double containing_words = 5;
    constexpr std::size_t looked_at_max = 25;  // either way: a sentence of a thousand names says nothing about each
    UnitsNearby units;
    const auto& own = spots[at].spot;
    for (std::size_t i = at - std::min(at, looked_at_max); i < std::min(spots.size(), at + looked_at_max); ++i) {
        if (i == at || !spots[i].is_place || spots[i].choices.empty()) continue;
        const auto sentence = atoms[spots[i].spot.first].sentence;
        const auto here = atoms[own.first].sentence;
        if (sentence != here) continue;
        const auto& best = spots[i].choices.front();
        const auto& row = *blob.place(best.place);
        if (row.unit == no_unit) continue;
        const bool governorate = is(row, PlaceKind::governorate);
        if (support.of(row) < trusted_country) continue;
        const double words = i > at ? double(spots[i].spot.first) - double(own.last) : double(own.first) - double(spots[i].spot.last);
        double weight = governorate ? 0.7 : 0.35 * best.prominence;
        if (governorate && i == at + 1 && words <= containing_words) weight = 1;
        else weight *= 1 / (1 + words / 20);
        units[row.unit] = std::max(units[row.unit], weight);
    }
    return units;
}

double unit_fit(const PlaceRow& row, const UnitsNearby& nearby, const Support& support)
{
    if (row.unit == no_unit) return 0.3;
    const auto here = nearby.find(row.unit);
    if (here != nearby.end() && here->second > 0.3) return here->second;
    const auto elsewhere = support.by_unit.find(row.unit);
    const double share = elsewhere == support.by_unit.end() ? 0 : elsewhere->second / support.most_of_a_unit;
    return nearby.empty() ? 0.1 + 0.6 * share : 0.4 * share;
}

/// A name that only one country has, in words that are hardly a chance, speaks for itself.
bool is_unmistakable(const Judged& judged, const Gazetteer::Blob& blob)
{
    const auto& first = *blob.place(judged.choices.front().place);
    const bool one_country = std::all_of(judged.choices.begin(), judged.choices.end(), [&](const Choice& choice) { return blob.place(choice.place)->country == first.country; });
    return one_country && (judged.spot.words() > 1 || first.own != 0) && !judged.choices.front().by_likeness;
}

/// How far the document's countries allow a place: never a namesake elsewhere because it is big.
double country_fit(const Choice& choice, const PlaceRow& row, bool unmistakable, const Support& support)
{
    constexpr std::uint8_t governorate_rank = 6;
    constexpr double unmistakable_fit = 0.6;
    constexpr double governorate_fit = 0.7;
    if (is(row, PlaceKind::country)) return 0.9 + 0.1 * support.of(row);  // two countries are called Congo
    double fit = support.of(row);
    const bool large = choice.prominence > 0.65 && !is(row, PlaceKind::governorate);
    if ((row.rank >= governorate_rank && row.own != 0) || large) fit = std::max(fit, governorate_fit);
    if (unmistakable) fit = std::max(fit, unmistakable_fit);
    return fit;
}

/// The sentence names another governorate than the one a lesser place lies in: more likely a namesake that no source knows.
bool is_elsewhere(const Choice& choice, const PlaceRow& row, const UnitsNearby& nearby)
{
    constexpr double lesser_prominence = 0.45;
    constexpr double clearly_named = 0.5;
    if (row.unit == no_unit || is(row, PlaceKind::governorate) || choice.prominence > lesser_prominence || nearby.contains(row.unit)) return false;
    return std::any_of(nearby.begin(), nearby.end(), [&](const auto& named) { return named.second >= (choice.by_likeness ? 0.2 : clearly_named); });
}

/// "Geneva village, Mandera County": the district or governorate that a name is told to lie in, or none.
const Judged* container(const std::vector<Atom>& atoms, const std::vector<Judged>& spots, std::size_t at, const Support& support, const Gazetteer::Blob& blob)
{
    constexpr std::size_t words_between_max = 4;
    if (at + 1 >= spots.size()) return nullptr;
    const auto& own = spots[at].spot;
    const auto& next = spots[at + 1];
    if (!next.is_place || next.choices.empty() || next.spot.first > own.last + words_between_max) return nullptr;
    if (atoms[next.spot.first].sentence != atoms[own.first].sentence) return nullptr;
    const auto joins = [](const Atom& atom) { return atom.comma || atom.cue == Cue::in || atom.cue == Cue::of || atom.cue_trim > 0; };
    const auto between = std::span(atoms).subspan(own.last, next.spot.first - own.last);
    if (std::none_of(between.begin(), between.end(), joins)) return nullptr;
    const auto& row = *blob.place(next.choices.front().place);
    const bool holds = is(row, PlaceKind::governorate) || next.spot.after == Cue::district || next.spot.after == Cue::governorate || next.spot.before == Cue::district ||
                       next.spot.before == Cue::governorate;
    return holds && support.of(row) >= trusted_country ? &next : nullptr;
}

/// Whether a place lies in a district's or governorate's unit; a district's own unit is the governorate around it.
bool lies_in(const PlaceRow& row, const Judged& container, const Gazetteer::Blob& blob)
{
    return std::any_of(container.choices.begin(), container.choices.end(), [&](const Choice& choice) {
        const auto& held = *blob.place(choice.place);
        return held.unit == no_unit || row.unit == no_unit ? held.country == row.country : held.unit == row.unit;
    });
}

/// "the desert of al-Sukhna in Deir ez-Zor": around a place, which may be in the next governorate.
bool is_wide(const Spot& spot)
{
    const auto widens = [](Cue cue) { return cue == Cue::desert || cue == Cue::countryside || cue == Cue::direction || cue == Cue::near || cue == Cue::area || cue == Cue::road; };
    return widens(spot.before) || widens(spot.after);
}

/// "عمان" beside الأردن is Amman, and Georgia beside Atlanta no country: the name is that of a capital or a state of a country that the text names, far from
/// the country of that name, of which it says nothing else. Neighbours (Niger, Nigeria) stay what they are.
bool is_capital_elsewhere(const Judged& judged, const PlaceRow& country, const Support& support, const Gazetteer::Blob& blob)
{
    constexpr std::uint8_t capital = 6;
    constexpr double far_degrees = 13;  // 1,400 km
    if (support.named[country_index(country.country)] > 0) return false;
    return std::any_of(judged.choices.begin(), judged.choices.end(), [&](const Choice& choice) {
        const auto& row = *blob.place(choice.place);
        const bool prominent = row.rank >= capital || is(row, PlaceKind::governorate);
        if (row.country == country.country || is(row, PlaceKind::country) || !prominent || support.named[country_index(row.country)] == 0) return false;
        return std::hypot(row.point.lat - country.point.lat, row.point.lon - country.point.lon) * degrees_per_step > far_degrees;
    });
}

void score(Judged& judged, const Support& support, const UnitsNearby& nearby, const Judged* container, const Gazetteer::Blob& blob)
{
    constexpr double outside_its_container = 0.3;
    constexpr double well_known = 0.65;
    constexpr double namesake_of_a_capital = 0.5;
    if (judged.choices.empty()) return;
    const bool unmistakable = is_unmistakable(judged, blob);
    for (auto& choice : judged.choices) {
        const auto& row = *blob.place(choice.place);
        const double country = country_fit(choice, row, unmistakable, support);
        choice.score = 0.4 * country + 0.15 * choice.prominence + 0.28 * unit_fit(row, nearby, support) + 0.17 * kind_fit(judged.spot, row) + (row.own != 0 ? 0.05 : 0);
        if (country < 0.1) choice.score *= 0.5;
        if (choice.by_likeness) choice.score *= 0.85;
        const bool one_of_its_name = row.own != 0 && judged.choices.size() == 1 && judged.spot.words() > 1;
        if (!one_of_its_name && is_elsewhere(choice, row, nearby)) choice.score *= 0.7;
        if (is(row, PlaceKind::country) && judged.choices.size() > 1 && is_capital_elsewhere(judged, row, support, blob)) choice.score *= namesake_of_a_capital;
        if (container == nullptr || is(row, PlaceKind::country)) continue;
        const bool told_unit = container->spot.before == Cue::governorate || container->spot.after == Cue::governorate;
        const bool elsewhere = row.country != blob.place(container->choices.front().place)->country;
        const bool outside = told_unit && !is_wide(judged.spot) && choice.prominence < well_known && !lies_in(row, *container, blob);
        if (elsewhere || outside) choice.score *= outside_its_container;
    }
    std::sort(judged.choices.begin(), judged.choices.end(), [](const Choice& a, const Choice& b) { return a.score != b.score ? a.score > b.score : a.place < b.place; });
}

/// Names in no gazetteer under this key: spellings alike, but only in the country the document is about.
void add_alike(const std::vector<Atom>& atoms, Judged& judged, const Support& support, const Gazetteer::Blob& blob)
{
    constexpr double alike_min = 0.7;
    if (!support.knows_country()) return;
    std::string name;
    for (auto i = judged.spot.first; i < judged.spot.last; ++i) {
        auto word = atoms[i].normal;
        if (i == judged.spot.first && judged.spot.trim > 0) word.remove_prefix(std::min(word.size(), std::size_t{2} * judged.spot.trim));
        name += (name.empty() ? "" : " ") + std::string{word};
    }
    for (const auto& hit : hits_of(blob, name, {country_code(support.strongest), {}})) {
        const auto& row = *blob.place(hit.place);
        const bool here = country_index(row.country) == support.strongest;
        if (here && hit.likeness >= alike_min && !is(row, PlaceKind::country)) judged.choices.push_back({hit.place, hit.name, prominence(row), 0, true, hit.agreement, hit.likeness});
    }
}

constexpr std::uint8_t capital_rank = 6;

/// What an everyday word needs to be a name: a noun for a place before it, the governorate it lies in after it, or to be a capital whose country is named.
bool is_clearly_told(const Judged& judged, const Judged* container, const Support& support, const Gazetteer::Blob& blob)
{
    if (tells_place(judged.spot.before)) return true;
    const auto& best = *blob.place(judged.choices.front().place);
    if (best.rank >= capital_rank) return support.of(best) >= trusted_country;
    return container != nullptr && std::any_of(judged.choices.begin(), judged.choices.end(), [&](const Choice& choice) { return lies_in(*blob.place(choice.place), *container, blob); });
}

/// Whether a spot is taken for a place, by what the gazetteer has, the document's country and the words around.
bool accepted(const std::vector<Atom>& atoms, const Judged& judged, const Judged* container, const Support& support, const Gazetteer::Blob& blob)
{
    const auto& spot = judged.spot;
    if (is_part_of_other_name(atoms, spot)) return false;
    const auto& next = atoms[std::min(spot.last, atoms.size() - 1)];
    const bool dateline = atoms[spot.first].first && spot.last < atoms.size() && (next.dash || next.comma || next.normal == ":");
    const bool told = spot.in || dateline || tells_place(spot.before) || spot.after == Cue::district || spot.after == Cue::governorate;
    if (judged.choices.empty()) return true;
    const auto& best = *blob.place(judged.choices.front().place);
    const double country = support.of(best);
    const double p = judged.choices.front().prominence;
    if (spot.everyday && !is_clearly_told(judged, container, support, blob)) return false;
    const bool own_article = is(best, PlaceKind::region) || is(best, PlaceKind::water) || is(best, PlaceKind::site);
    if (!own_article && is_attribute(atoms, spot)) return false;
    if (is(best, PlaceKind::country)) return true;
    if (is(best, PlaceKind::governorate)) return country > 0.1 || (told && best.own != 0);
    if (best.rank >= capital_rank) return country > 0.1 || told;
    if (best.own != 0) return (country > 0.1 || told) && (told || !atoms[spot.first].first || spot.words() > 1 || p > 0.25);
    if (country >= 0.25) return told || spot.words() > 1 || p > 0.35 || (!atoms[spot.first].arabic && !atoms[spot.first].first);
    return told && p > 0.45 && (country > 0.1 || p > 0.6);
}

/// Another place of the document, by another name, lies near.
bool has_neighbour(const std::vector<Judged>& spots, std::size_t at, const Gazetteer::Blob& blob)
{
    constexpr double near_degrees = 0.9;  // a hundred kilometres
    constexpr std::size_t looked_at_max = 25;
    const auto& own = *blob.place(spots[at].choices.front().place);
    if (own.has_point == 0) return false;
    for (std::size_t i = at - std::min(at, looked_at_max); i < std::min(spots.size(), at + looked_at_max); ++i) {
        if (i == at || !spots[i].is_place || spots[i].choices.empty() || spots[i].choices.front().place == spots[at].choices.front().place) continue;
        const auto& row = *blob.place(spots[i].choices.front().place);
        if (row.has_point == 0 || is(row, PlaceKind::country) || is(row, PlaceKind::governorate) || row.name == own.name) continue;
        const double lat = (row.point.lat - own.point.lat) * degrees_per_step;
        const double lon = (row.point.lon - own.point.lon) * degrees_per_step * std::cos(own.point.lat * degrees_per_step * std::numbers::pi / 180);
        if (lat * lat + lon * lon <= near_degrees * near_degrees) return true;
    }
    return false;
}

Signs signs_of(const std::vector<Atom>& atoms, const std::vector<Judged>& spots, std::size_t at, const Support& support, const UnitsNearby& nearby, const Gazetteer::Blob& blob)
{
    constexpr std::size_t short_latin = 4, short_arabic = 8;  // bytes
    const auto& judged = spots[at];
    const auto& spot = judged.spot;
    const auto& best = judged.choices.front();
    const auto& row = *blob.place(best.place);
    std::vector<Contender> contenders;
    contenders.reserve(judged.choices.size());
    for (const auto& choice : judged.choices) contenders.push_back({choice.place, choice.score, choice.agreement <= best.agreement});
    Signs signs;
    read_contenders(blob, contenders, signs);
    signs[Sign::fold] = best.agreement == Agreement::fold;
    signs[Sign::skeleton] = best.agreement >= Agreement::skeleton;
    signs[Sign::unlikeness] = 1 - best.likeness;
    signs[Sign::thin_and_alike] = best.by_likeness ? signs[Sign::thin] : 0;
    for (const auto& [unit, weight] : nearby) {
        auto& sign = signs[unit == row.unit ? Sign::in_unit : Sign::in_other_unit];
        sign = std::max(sign, weight);
    }
    if (signs[Sign::in_unit] > 0) signs[Sign::in_other_unit] = 0;
    const auto share = support.by_unit.find(row.unit);
    signs[Sign::unit_share] = share == support.by_unit.end() ? 0 : share->second / support.most_of_a_unit;
    signs[Sign::country_fit] = row.country[0] < 'A' ? 1 : support.of(row);  // seas and parts of the world lie in none
    const auto& first = atoms[spot.first];
    signs[Sign::arabic] = first.arabic;
    signs[Sign::short_name] = spot.words() == 1 && first.normal.size() - std::min(first.normal.size(), std::size_t{2} * spot.trim) <= (first.arabic ? short_arabic : short_latin);
    signs[Sign::several_words] = spot.words() > 1;
    signs[Sign::told] = tells_place(spot.before) || spot.after == Cue::district || spot.after == Cue::governorate;
    signs[Sign::after_in] = spot.in;
    signs[Sign::opens_sentence] = first.first && !first.arabic;
    signs[Sign::everyday] = spot.everyday;
    signs[Sign::neighbours] = has_neighbour(spots, at, blob);
    return signs;
}

void inherit(std::vector<Judged>& spots, const std::vector<Atom>& atoms, const Support& support, const Gazetteer::Blob& blob)
{
    for (std::size_t i = 0; i < spots.size(); ++i) {
        auto& judged = spots[i];
        if (judged.resolved) continue;
        if (const auto country = atoms[judged.spot.first].demonym; !country.empty()) {
            judged.country = country;
            continue;
        }
        const auto nearby = units_nearby(atoms, spots, i, support, blob);
        const auto most = std::max_element(nearby.begin(), nearby.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != nearby.end()) judged.unit = most->first;
        else if (!support.by_unit.empty()) judged.unit = std::max_element(support.by_unit.begin(), support.by_unit.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
        const auto* unit = blob.unit(judged.unit);
        if (unit != nullptr) judged.country = std::string{unit->country.data(), 2};
        else judged.country = support.country_of_unknown();
    }
}

}  // namespace

std::vector<Choice> choices_of(const Spot& spot, const Gazetteer::Blob& blob)
{
    std::vector<Choice> choices;
    for (const auto& row : spot.known)
        if (const auto* place = blob.place(row.place)) choices.push_back({row.place, row.name, prominence(*place)});
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.prominence != b.prominence ? a.prominence > b.prominence : a.place < b.place; });
    if (choices.size() > choices_max) choices.resize(choices_max);
    return choices;
}

Judgement judge(const std::vector<Atom>& atoms, std::vector<Spot> spots, std::span<const CountryHint> hints, const Gazetteer::Blob& blob)
{
    std::vector<Judged> all;
    all.reserve(spots.size());
    for (auto& spot : spots) {
        Judged judged;
        judged.spot = spot;
        judged.choices = choices_of(spot, blob);
        judged.is_place = !spot.everyday && !is_part_of_other_name(atoms, spot);
        all.push_back(std::move(judged));
    }
    auto support = country_support(atoms, all, hints, blob);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& judged = all[i];
        if (judged.choices.empty()) add_alike(atoms, judged, support, blob);
        score(judged, support, {}, nullptr, blob);
        judged.is_place = accepted(atoms, judged, container(atoms, all, i, support, blob), support, blob);
    }
    for (const auto& judged : all) {
        if (!judged.is_place || judged.choices.empty()) continue;
        const auto& row = *blob.place(judged.choices.front().place);
        if (row.unit != no_unit && support.of(row) > 0.2) support.add_unit(row.unit, is(row, PlaceKind::governorate) ? 1 : judged.choices.front().prominence);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].is_place || all[i].choices.empty()) continue;
        const auto nearby = units_nearby(atoms, all, i, support, blob);
        score(all[i], support, nearby, container(atoms, all, i, support, blob), blob);
        all[i].signs = signs_of(atoms, all, i, support, nearby, blob);
        all[i].chance = chance_of(Situation::told, all[i].signs);
        const bool called_after_another = may_be_called_after(all[i].spot) && support.of(*blob.place(all[i].choices.front().place)) < trusted_country;
        all[i].resolved = all[i].chance >= answered_from(Situation::told) && !called_after_another;
    }
    inherit(all, atoms, support, blob);
    std::erase_if(all, [](const Judged& judged) { return !judged.is_place || judged.spot.only_context; });
    return {std::move(all), support.country_told()};
}

}  // namespace sitrep::place
