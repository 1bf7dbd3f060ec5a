// Where: the same place, near it, or apart, given how exactly each is known.
#include "merge/weighing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace sitrep::merge {
namespace {

bool share_name(const FinePlace& a, const FinePlace& b)
{
    if (a.whole == b.whole) return true;
    return std::any_of(a.words.begin(), a.words.end(), [&b](std::uint32_t word) { return word != 0 && std::find(b.words.begin(), b.words.end(), word) != b.words.end(); });
}

struct Meeting {
    Feature feature = Feature::other_names;
    int closeness = 0;  ///< 3 the same, 2 close, 1 near, 0 apart
    std::size_t a = 0, b = 0;
    std::optional<double> km;
};

Feature for_distance(double km, bool exact)
{
    constexpr double spelt_otherwise = 2;  // two entries of a gazetteer for one place
    if (!exact) return km <= spelt_otherwise ? Feature::near_within_2_km : km <= 10 ? Feature::near_within_10_km : km <= 30 ? Feature::near_within_30_km : Feature::near_beyond_30_km;
    if (km <= spelt_otherwise) return Feature::within_2_km;
    if (km <= 5) return Feature::within_5_km;
    if (km <= 15) return Feature::within_15_km;
    if (km <= 30) return Feature::within_30_km;
    return km <= 60 ? Feature::within_60_km : Feature::beyond_60_km;
}

int closeness_of(Feature feature)
{
    switch (feature) {
        case Feature::within_2_km:
        case Feature::within_5_km:
        case Feature::near_within_2_km:
        case Feature::near_within_10_km: return 2;
        case Feature::within_15_km:
        case Feature::near_within_30_km: return 1;
        default: return 0;
    }
}

/// How two fine places stand to each other; nothing when one has no name of its own.
std::optional<Meeting> meeting_of(const Facts& a, std::size_t i, const Facts& b, std::size_t j)
{
    const FinePlace &x = a.places[i], &y = b.places[j];
    const bool finest = i == 0 && j == 0;
    if (x.id != 0 && x.id == y.id) return Meeting{x.is_large || y.is_large ? Feature::same_city : finest ? Feature::same_place : Feature::same_place_not_finest, 3, i, j, 0.0};
    if (x.id != 0 && y.id != 0 && x.has_point() && y.has_point()) {
        const double km = km_between(x, y);
        const auto feature = for_distance(km, x.precision == 1 && y.precision == 1);
        return Meeting{feature, closeness_of(feature), i, j, km};
    }
    if (x.whole == 0 || y.whole == 0) return std::nullopt;
    if (share_name(x, y)) return Meeting{finest ? Feature::same_name : Feature::same_name_not_finest, 3, i, j, std::nullopt};
    return Meeting{Feature::other_names, 0, i, j, std::nullopt};
}

struct Meetings {
    std::optional<Meeting> best;
    std::size_t shared = 0;  ///< how many places of one account the other names too
    int rarity = 0;          ///< of the one among them that is named least
};

int rarity_of(const FinePlace& place, const Model& model)
{
    int rarest = 0;
    for (const auto word : place.telling)
        if (word != 0) rarest = std::max(rarest, model.rarity(word));
    return rarest;
}

Meetings meet(const Facts& a, const Facts& b, const Model& model)
{
    Meetings out;
    for (std::size_t i = 0; i < a.place_count; ++i) {
        bool found = false;
        for (std::size_t j = 0; j < b.place_count; ++j) {
            const auto meeting = meeting_of(a, i, b, j);
            if (!meeting) continue;
            if (meeting->closeness == 3) {
                found = true;
                out.rarity = std::max(out.rarity, rarity_of(a.places[i], model));
            }
            // The finest two speak first; others only where they are closer.
            if (!out.best || meeting->closeness > out.best->closeness) out.best = meeting;
        }
        out.shared += found ? 1 : 0;
    }
    return out;
}

bool share_area(const Facts& a, const Facts& b)
{
    for (std::size_t i = 0; i < a.area_count; ++i)
        for (std::size_t j = 0; j < b.area_count; ++j)
            if (a.areas[i] == b.areas[j]) return true;
    return false;
}

/// The label of the n-th fine place: the same choice as facts_of makes.
std::string label(const FiledAccount* filed, std::size_t fine)
{
    if (!filed) return {};
    for (const auto& place : filed->account.places) {
        const bool is_fine = place.place.is_resolved() ? place.place.precision <= PlacePrecision::near : !place.text.empty();
        if (is_fine && fine-- == 0) return place.place.name.empty() ? place.text : place.place.name;
    }
    return {};
}

std::string governorates(const FiledAccount* filed)
{
    std::string out;
    if (filed)
        for (const auto& place : filed->account.places)
            if (!place.place.admin1.empty() && out.find(place.place.admin1) == std::string::npos) out += (out.empty() ? "" : ", ") + place.place.admin1;
    return out;
}

void weigh_meeting(const Pair& pair, const Meetings& meetings, Weighing& weighing, Found& found)
{
    const Meeting& best = *meetings.best;
    found.same_place = best.closeness >= 2;
    found.is_city = best.feature == Feature::same_city;
    found.other_place = best.closeness == 0;
    weighing.add(best.feature, [&] {
        const auto a = label(pair.filed_a, best.a), b = label(pair.filed_b, best.b);
        const bool exact = pair.a.places[best.a].precision == 1 && pair.b.places[best.b].precision == 1;
        if (best.km) return fmt::format("{} and {} are {:.0f} km apart{}", a, b, *best.km, exact ? "" : ", one known only to be near");
        return fmt::format("{} and {} are {}", a, b, best.closeness == 3 ? "the same name" : "different names");
    });
    constexpr int seldom = 13, often = 10;  // in two reports of a thousand, in seven
    if (best.closeness == 3 && meetings.rarity >= seldom) weighing.add(Feature::seldom_named_place, [] { return std::string("a place that reports seldom name"); });
    if (best.closeness == 3 && meetings.rarity < often) weighing.add(Feature::often_named_place, [] { return std::string("a place that reports often name"); });
    if (meetings.shared > 1) weighing.add(Feature::further_place, [] { return std::string("further places are the same"); });
}

void weigh_areas(const Pair& pair, bool places_meet, Weighing& weighing, Found& found)
{
    const Facts &a = pair.a, &b = pair.b;
    if (a.district && b.district && !places_meet) {
        const bool same = a.district == b.district;
        weighing.add(same ? Feature::same_district : Feature::other_district, [same] { return std::string(same ? "the same district" : "different districts"); });
    }
    if (a.area_count == 0 || b.area_count == 0) return weighing.add(Feature::governorate_not_known, [] { return std::string("the governorate of at least one is not known"); });
    found.same_area = share_area(a, b);
    if (found.same_area) return weighing.add(Feature::same_governorate, [&] { return fmt::format("both in {}", governorates(pair.filed_a)); });
    if (!places_meet)
        weighing.add(Feature::other_governorate, [&] { return fmt::format("{} and {} are different governorates", governorates(pair.filed_a), governorates(pair.filed_b)); });
}

/// Towns of one name in two countries: for one of the two reports the wrong one was taken.
bool are_namesakes(const Facts& a, const Facts& b)
{
    for (std::size_t i = 0; i < a.place_count; ++i)
        for (std::size_t j = 0; j < b.place_count; ++j)
            // Of two letters (Beni, Bannu) a skeleton says too little.
            if (a.places[i].words[0] != 0 && a.places[i].whole == b.places[j].whole) return true;
    return false;
}

}  // namespace

void weigh_place(const Pair& pair, const Model& model, Weighing& weighing, Found& found)
{
    const Facts &a = pair.a, &b = pair.b;
    if (a.country && b.country && a.country != b.country) {
        if (are_namesakes(a, b)) return weighing.add(Feature::namesake_abroad, [] { return std::string("places of one name, taken to be in different countries"); });
        found.other_place = true;
        found.impossible = true;
        return weighing.add(Feature::other_country, [] { return std::string("different countries"); });
    }
    const Meetings meetings = meet(a, b, model);
    if (meetings.best) weigh_meeting(pair, meetings, weighing, found);
    else if (a.place_count || b.place_count) weighing.add(Feature::one_is_coarse, [] { return std::string("one names no town"); });
    else weighing.add(Feature::both_are_coarse, [] { return std::string("neither names a town"); });
    weigh_areas(pair, meetings.best && meetings.best->closeness > 0, weighing, found);
}

}  // namespace sitrep::merge
