#include "analyse/clusters/zones.hpp"

#include "analyse/nearness.hpp"
#include "analyse/random.hpp"

#include <algorithm>
#include <unordered_set>

namespace sitrep::analyse {
namespace {

// Looking at a set twice changes no answer, and remembering this many sets would cost more than it saves.
constexpr std::size_t told_apart_max = 4'000'000;

/// A set of places as the exclusive or of a 128-bit name for each: two sets of one name have a chance of about 1e-25.
struct SetName {
    std::uint64_t high = 0, low = 0;
    friend bool operator==(const SetName&, const SetName&) = default;
};

struct HashOfName {
    std::size_t operator()(const SetName& name) const { return name.low; }
};

std::vector<SetName> names_for(std::size_t places)
{
    constexpr std::uint64_t seed = 0x5e70f9a1;  // any: it only tells sets apart
    RandomStream stream(seed, 0);
    const auto bits64 = [&] { return (std::uint64_t{stream.bits()} << 32) | stream.bits(); };
    std::vector<SetName> names(places);
    for (SetName& name : names) {
        name.high = bits64();
        name.low = bits64();
    }
    return names;
}

}  // namespace

Zones Zones::circles(std::span<const LatLon> places, std::span<const std::int64_t> weights, const CircleLimits& limits)
{
    std::vector<Spot> spots;
    spots.reserve(places.size());
    for (const LatLon place : places) spots.push_back({place.lon(), place.lat()});
    const Nearness nearness(spots, Metric::great_circle, limits.radius_km);
    Zones zones;
    std::vector<Nearness::Near> near;
    for (std::size_t centre = 0; centre < places.size(); ++centre) {
        nearness.around(centre, near);
        std::sort(near.begin(), near.end(), [&](const auto& a, const auto& b) {
            const bool a_is_centre = a.spot == centre, b_is_centre = b.spot == centre;
            if (a_is_centre != b_is_centre) return a_is_centre;
            return a.distance != b.distance ? a.distance < b.distance : a.spot < b.spot;
        });
        std::int64_t weight = 0;
        for (std::size_t i = 0; i < std::min(near.size(), limits.places_max); ++i) {
            weight += weights[near[i].spot];
            if (weight > limits.weight_max) break;
            zones.places_.push_back(near[i].spot);
        }
        zones.begins_.push_back(zones.places_.size());
    }
    zones.mark_new(places.size());
    return zones;
}

void Zones::mark_new(std::size_t places)
{
    if (places_.size() > told_apart_max) {
        new_.assign(places_.size(), 1);
        distinct_ = places_.size();
        return;
    }
    const auto names = names_for(places);
    std::unordered_set<SetName, HashOfName> seen;
    seen.reserve(places_.size());
    new_.assign(places_.size(), 0);
    for (std::size_t centre = 0; centre < centres(); ++centre) {
        SetName name;
        for (std::size_t i = begins_[centre]; i < begins_[centre + 1]; ++i) {
            name.high ^= names[places_[i]].high;
            name.low ^= names[places_[i]].low;
            new_[i] = seen.insert(name).second ? 1 : 0;
        }
    }
    distinct_ = seen.size();
}

}  // namespace sitrep::analyse
