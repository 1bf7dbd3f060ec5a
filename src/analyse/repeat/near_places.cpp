#include "analyse/repeat/near_places.hpp"

#include <algorithm>
#include <numeric>

namespace sitrep::analyse {
namespace {

/// Places of equal coordinates; `place_of` per event.
std::vector<Spot> distinct_spots(std::span<const TimedSpot> events, std::vector<std::uint32_t>& place_of)
{
    std::vector<std::uint32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return std::pair(events[a].at, a) < std::pair(events[b].at, b); });
    std::vector<Spot> spots;
    place_of.resize(events.size());
    for (const std::uint32_t event : order) {
        if (spots.empty() || spots.back() != events[event].at) spots.push_back(events[event].at);
        place_of[event] = std::uint32_t(spots.size() - 1);
    }
    return spots;
}

std::size_t band_of(double distance, const std::vector<double>& edges)
{
    return std::size_t(std::upper_bound(edges.begin(), edges.end(), distance) - edges.begin()) - 1;
}

}  // namespace

std::int64_t NearPlaces::pairs_in(std::size_t band) const
{
    std::int64_t pairs = 0;
    for (const Pair& pair : by_band[band]) {
        const std::int64_t first = begins[pair.first + 1] - begins[pair.first], second = begins[pair.second + 1] - begins[pair.second];
        pairs += pair.first == pair.second ? first * (first - 1) / 2 : first * second;
    }
    return pairs;
}

NearPlaces near_places(std::span<const TimedSpot> events, Metric metric, const std::vector<double>& distance_edges)
{
    std::vector<std::uint32_t> place_of;
    const std::vector<Spot> spots = distinct_spots(events, place_of);
    const Nearness nearness(spots, metric, distance_edges.back());
    const auto rows = nearness.by_rows();
    std::vector<std::uint32_t> rank(spots.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) rank[rows[i]] = i;

    NearPlaces out;
    out.begins.assign(spots.size() + 1, 0);
    for (const std::uint32_t place : place_of) ++out.begins[rank[place] + 1];
    std::partial_sum(out.begins.begin(), out.begins.end(), out.begins.begin());
    out.order.resize(events.size());
    std::vector<std::uint32_t> next(out.begins.begin(), out.begins.end() - 1);
    for (std::uint32_t event = 0; event < events.size(); ++event) out.order[next[rank[place_of[event]]]++] = event;

    out.by_band.resize(distance_edges.size() - 1);
    std::vector<Nearness::Near> near;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        nearness.around(rows[i], near);
        std::sort(near.begin(), near.end(), [&](const auto& a, const auto& b) { return rank[a.spot] < rank[b.spot]; });
        for (const auto& [spot, distance] : near) {
            if (rank[spot] < i || distance >= distance_edges.back()) continue;
            out.by_band[band_of(distance, distance_edges)].push_back({i, rank[spot]});
        }
    }
    return out;
}

}  // namespace sitrep::analyse
