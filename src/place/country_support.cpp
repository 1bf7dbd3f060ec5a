#include "place/country_support.hpp"

#include "core/powers.hpp"
#include "place/doubts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::place {

std::string country_code(std::size_t index) { return {static_cast<char>('A' + index / 26), static_cast<char>('A' + index % 26)}; }

void Support::settle() { strongest = static_cast<std::size_t>(std::max_element(by_country.begin() + 1, by_country.end()) - by_country.begin()); }

bool Support::knows_country() const { return by_country[strongest] > 0 && std::count(by_country.begin() + 1, by_country.end(), by_country[strongest]) == 1; }

std::string Support::country_told() const
{
    constexpr double clearly = 0.4;
    if (words_say >= clearly) return by_words_clearly ? by_words : std::string();
    return homeland;
}

std::string Support::country_of_unknown() const
{
    constexpr double more_than_a_power = 0.35;  // "American" said three times
    return words_say >= more_than_a_power || homeland.empty() ? by_words : homeland;
}

namespace {

/// The weight with which one spot speaks for a country: names of countries most, names borne in many countries least.
void add_spot(const Judged& judged, double share, const Gazetteer::Blob& blob, Support& support)
{
    constexpr double country_weight = 3;
    constexpr double own_weight = 0.3;   // the project's layer lists what reports of violence name
    constexpr double least_weight = 0.1;
    std::map<std::size_t, double> best;
    double total = 0;
    for (const auto& choice : judged.choices) {
        const auto& row = *blob.place(choice.place);
        auto& weight = best[country_index(row.country)];
        weight = std::max(weight, is(row, PlaceKind::country) ? country_weight : choice.prominence * choice.prominence + (row.own != 0 ? own_weight : least_weight));
    }
    double strongest = 0;
    for (const auto& [country, weight] : best) {
        total += weight;
        strongest = std::max(strongest, weight);
    }
    for (const auto& [country, weight] : best) support.add_country(country, share * weight / total * strongest);
    if (best.size() == 1 && share == 1) support.named[best.begin()->first] += 1;
}

/// "Syrian forces", "US soldiers": whose they are says where it is, but for armies that act abroad.
void add_adjective(const std::array<char, 2>& country, Support& support)
{
    constexpr double weight = 1.5, weight_of_a_power = 0.1;
    const bool power = acts_abroad(std::string_view(country.data(), country.size()));
    support.add_country(country_index(country), power ? weight_of_a_power : weight);
    if (!power) support.named[country_index(country)] += 1;
}

/// The country that a spot's words name as an adjective does ("US soldiers"), or nothing.
const PlaceRow* country_as_adjective(const std::vector<Atom>& atoms, const Judged& judged, const Gazetteer::Blob& blob)
{
    const auto is_country = [&](const Choice& choice) { return is(*blob.place(choice.place), PlaceKind::country); };
    const auto country = std::ranges::find_if(judged.choices, is_country);
    return country != judged.choices.end() && is_attribute(atoms, judged.spot) ? blob.place(country->place) : nullptr;
}

/// "on the border with Libya", "على الحدود مع ليبيا", "قرب حدود النيجر", "الحدود الجزائرية": what lies beyond a border says little of where it is.
bool is_beyond_border(const std::vector<Atom>& atoms, std::size_t i)
{
    constexpr std::array<std::string_view, 7> borders{"حدود", "الحدود", "حدودها", "الحدوديه", "border", "borders", "frontier"};
    const auto is_border = [&](std::size_t at) { return std::ranges::find(borders, atoms[at].normal) != borders.end(); };
    if (i > 0 && atoms[i].arabic && is_border(i - 1)) return true;
    return i > 1 && (atoms[i - 1].normal == "مع" || atoms[i - 1].normal == "with") && is_border(i - 2);
}

double second_to(const Support& support)
{
    double second = 0;
    for (std::size_t country = 1; country < country_codes; ++country)
        if (country != support.strongest) second = std::max(second, support.by_country[country]);
    return second;
}

void settle_words(Support& support)
{
    constexpr double times = 2;
    support.words_say = support.by_country[support.strongest];
    support.by_words_clearly = support.words_say >= times * second_to(support);
    if (support.knows_country()) support.by_words = country_code(support.strongest);
}

/// A hint decides among namesakes: it counts for a country in which one of the names has a place, and never against a place that has no rival there.
void add_hints(const std::vector<Judged>& spots, std::span<const CountryHint> hints, const Gazetteer::Blob& blob, Support& support)
{
    constexpr double one_country = 1;  // the weight of a group that is at home in two
    std::vector<bool> offered(country_codes);
    for (const auto& judged : spots)
        for (const auto& choice : judged.choices) offered[country_index(blob.place(choice.place)->country)] = true;
    const CountryHint* most = nullptr;
    bool alone = true;
    for (const auto& hint : hints) {
        if (hint.country.size() != 2) continue;
        if (hint.weight > one_country) {
            alone = alone && (most == nullptr || most->country == hint.country);
            most = &hint;
        }
        const std::size_t country = country_index({hint.country[0], hint.country[1]});
        if (offered[country]) support.add_country(country, hint.weight);
    }
    if (most != nullptr && alone) support.homeland = most->country;
    support.settle();
}

}  // namespace

Support country_support(const std::vector<Atom>& atoms, const std::vector<Judged>& spots, std::span<const CountryHint> hints, const Gazetteer::Blob& blob)
{
    constexpr double share_of_organisation = 0.5;  // "Basra police": theirs is no place, and still says where
    constexpr double share_of_street = 0.2;  // as little as a country beyond the border
    Support support;
    for (std::size_t i = 0; i < atoms.size(); ++i)
        if (const auto country = atoms[i].demonym; !country.empty() && !is_beyond_border(atoms, i)) add_adjective({country[0], country[1]}, support);
    for (const auto& judged : spots) {
        if (judged.choices.empty() || (!judged.is_place && !is_town_of_organisation(atoms, judged.spot))) continue;
        if (!judged.is_place) add_spot(judged, share_of_organisation, blob, support);
        else if (const auto* country = country_as_adjective(atoms, judged, blob)) add_adjective(country->country, support);
        else add_spot(judged, may_be_called_after(judged.spot) || is_beyond_border(atoms, judged.spot.first) ? share_of_street : 1, blob, support);
    }
    support.settle();
    settle_words(support);
    add_hints(spots, hints, blob, support);
    return support;
}

std::map<std::string, double> countries_spoken_of(const std::vector<Atom>& atoms, const std::vector<Spot>& spots, const Gazetteer::Blob& blob)
{
    std::vector<Judged> all;
    for (const auto& spot : spots) {
        Judged& judged = all.emplace_back();
        judged.spot = spot;
        judged.choices = choices_of(spot, blob);
        judged.is_place = !spot.everyday;
    }
    const Support support = country_support(atoms, all, {}, blob);
    double total = 0;
    for (const double weight : support.by_country) total += weight;
    std::map<std::string, double> shares;
    for (std::size_t country = 1; country < country_codes; ++country)
        if (support.by_country[country] > 0) shares.emplace(country_code(country), support.by_country[country] / total);
    return shares;
}

}  // namespace sitrep::place
