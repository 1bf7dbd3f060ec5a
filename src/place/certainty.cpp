#include "place/certainty.hpp"

#include "place/certainty_weights.hpp"
#include "place/completeness.hpp"
#include "place/matching.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sitrep::place {
namespace {

constexpr std::array<std::string_view, sign_count> names{"always", "score", "margin", "alone", "rivals_in_unit", "rivals_in_country", "rivals_in_world", "fold",
                                                         "skeleton", "but_one", "unlikeness", "shortened", "country", "governorate", "district", "stretch", "site",
                                                         "prominence", "own", "in_unit", "in_other_unit", "over_border", "unit_share", "country_fit", "thin", "thin_and_alike",
                                                         "short_name", "several_words", "told", "after_in", "opens_sentence", "arabic", "everyday", "neighbours"};

/// The same place twice, or its district and its town, are no rivals. On a plane, which is exact enough for a few kilometres.
bool lie_together(const PlaceRow& a, const PlaceRow& b)
{
    constexpr double km_per_degree = 111.2;
    constexpr double together_km = 25;
    if (a.has_point == 0 || b.has_point == 0) return false;
    const double lat = (a.point.lat - b.point.lat) * degrees_per_step * km_per_degree;
    const double lon = (a.point.lon - b.point.lon) * degrees_per_step * km_per_degree * std::cos(a.point.lat * degrees_per_step * std::numbers::pi / 180);
    return lat * lat + lon * lon <= together_km * together_km;
}

Sign sign_of(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::country: return Sign::country;
    case PlaceKind::governorate: return Sign::governorate;
    case PlaceKind::district: return Sign::district;
    case PlaceKind::site: return Sign::site;
    case PlaceKind::region:
    case PlaceKind::road:
    case PlaceKind::water: return Sign::stretch;
    case PlaceKind::settlement:
    case PlaceKind::unknown: break;
    }
    return Sign::always;
}

}  // namespace

std::string_view name_of(Sign sign) { return names[static_cast<std::size_t>(sign)]; }

double chance_of(Situation situation, const Signs& signs)
{
    const auto& weights = situation == Situation::asked ? weights_asked : weights_told;
    double sum = 0;
    for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i] * signs.values()[i];
    return 1 / (1 + std::exp(-sum));
}

double answered_from(Situation situation) { return situation == Situation::asked ? answered_from_asked : answered_from_told; }

void read_contenders(const Gazetteer::Blob& blob, std::span<const Contender> contenders, Signs& signs)
{
    constexpr double thinnest = 6;  // one settlement in 64
    const auto& best = *blob.place(contenders.front().place);
    double next = 0;
    std::size_t in_unit = 0, in_country = 0, in_world = 0;
    for (const auto& other : contenders.subspan(1)) {
        const auto& row = *blob.place(other.place);
        if (lie_together(best, row)) continue;
        next = std::max(next, other.score);
        if (!other.same_name) continue;
        ++in_world;
        in_country += row.country == best.country;
        in_unit += row.unit != no_unit && row.unit == best.unit;
    }
    signs[Sign::always] = 1;
    signs[Sign::score] = contenders.front().score;
    signs[Sign::margin] = contenders.front().score - next;
    signs[Sign::alone] = next == 0;
    signs[Sign::rivals_in_unit] = std::log2(1.0 + static_cast<double>(in_unit));
    signs[Sign::rivals_in_country] = std::log2(1.0 + static_cast<double>(in_country));
    signs[Sign::rivals_in_world] = std::log2(1.0 + static_cast<double>(in_world));
    if (const auto kind = sign_of(static_cast<PlaceKind>(best.kind)); kind != Sign::always) signs[kind] = 1;
    signs[Sign::prominence] = prominence(best);
    signs[Sign::own] = best.own != 0;
    const double complete = blob.inventory(best.country).completeness();
    signs[Sign::thin] = std::min(thinnest, -std::log2(std::max(complete, 1e-3)));
}

}  // namespace sitrep::place
