// Simplification of many polygons at once that keeps their common borders common: rings are cut where three or more
// borders meet, and every piece is simplified (Douglas and Peucker 1973) in one direction, whichever side it is seen from.
#include "place/rings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace sitrep::place {
namespace {

constexpr double tolerance_degrees = 0.006;  // about 0.7 km
constexpr std::size_t smallest_ring_points = 4;

using Key = std::uint64_t;

Key key_at(Coordinate p)
{
    const auto lat = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(p.lat * 1e5)));
    const auto lon = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(p.lon * 1e5)));
    return (Key{lat} << 32) | lon;
}

/// Up to three different neighbours of a point: two on a plain border, three where borders meet.
struct Neighbours {
    std::array<Key, 3> keys{};
    std::size_t count = 0;
    void add(Key key)
    {
        if (count < keys.size() && std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count), key) == keys.begin() + static_cast<std::ptrdiff_t>(count)) keys[count++] = key;
    }
    bool is_meeting() const { return count > 2; }
};
using Meetings = std::unordered_map<Key, Neighbours>;

double distance_to_segment(Coordinate p, Coordinate a, Coordinate b)
{
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length : 0;
    t = std::clamp(t, 0.0, 1.0);
    return std::hypot(p.lon - a.lon - t * dx, p.lat - a.lat - t * dy);
}

std::vector<Coordinate> thinned(const std::vector<Coordinate>& line)
{
    std::vector<char> kept(line.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double furthest = tolerance_degrees;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double far = distance_to_segment(line[i], line[first], line[last]); far > furthest) {
                furthest = far;
                at = i;
            }
        if (at == first) continue;
        kept[at] = 1;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    std::vector<Coordinate> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i] != 0) out.push_back(line[i]);
    return out;
}

std::vector<Coordinate> thinned_either_way(std::vector<Coordinate> line)
{
    const bool turned = key_at(line.front()) > key_at(line.back());
    if (turned) std::reverse(line.begin(), line.end());
    auto out = thinned(line);
    if (turned) std::reverse(out.begin(), out.end());
    return out;
}

/// A ring without its closing point, begun where borders meet, or else at its smallest point, which both sides agree on.
Ring opened(Ring ring, const Meetings& meetings)
{
    if (ring.size() > 1 && key_at(ring.front()) == key_at(ring.back())) ring.pop_back();
    auto begin = std::find_if(ring.begin(), ring.end(), [&](Coordinate p) { return meetings.at(key_at(p)).is_meeting(); });
    if (begin == ring.end()) begin = std::min_element(ring.begin(), ring.end(), [](Coordinate a, Coordinate b) { return key_at(a) < key_at(b); });
    std::rotate(ring.begin(), begin, ring.end());
    return ring;
}

Ring simplified(const Ring& closed, const Meetings& meetings)
{
    auto ring = opened(closed, meetings);
    if (ring.size() < smallest_ring_points) return closed;
    ring.push_back(ring.front());
    // A ring that meets others nowhere is cut in the middle too: a line from a point to itself has no direction.
    const bool alone = !meetings.at(key_at(ring.front())).is_meeting();
    const auto far = static_cast<std::size_t>(std::max_element(ring.begin(), ring.end(), [&](Coordinate a, Coordinate b) {
        return std::hypot(a.lat - ring[0].lat, a.lon - ring[0].lon) < std::hypot(b.lat - ring[0].lat, b.lon - ring[0].lon);
    }) - ring.begin());
    Ring out;
    std::vector<Coordinate> piece{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        piece.push_back(ring[i]);
        const bool cut = i + 1 == ring.size() || (alone ? i == far : meetings.at(key_at(ring[i])).is_meeting());
        if (!cut) continue;
        const auto thin = thinned_either_way(piece);
        out.insert(out.end(), thin.begin() + (out.empty() ? 0 : 1), thin.end());
        piece = {ring[i]};
    }
    return out;
}

}  // namespace

Coordinate middle_of(const Ring& ring)
{
    double twice = 0;
    Coordinate sum;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const double cross = ring[j].lon * ring[i].lat - ring[i].lon * ring[j].lat;
        twice += cross;
        sum = {sum.lat + (ring[j].lat + ring[i].lat) * cross, sum.lon + (ring[j].lon + ring[i].lon) * cross};
    }
    return twice == 0 ? ring.front() : Coordinate{sum.lat / (3 * twice), sum.lon / (3 * twice)};
}

void simplify_borders(std::vector<std::vector<Ring>*> shapes)
{
    Meetings meetings;
    for (const auto* rings : shapes)
        for (const auto& ring : *rings)
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto a = key_at(ring[i]);
                const auto b = key_at(ring[i + 1]);
                if (a == b) continue;
                meetings[a].add(b);
                meetings[b].add(a);
            }
    for (auto* rings : shapes) {
        std::vector<Ring> kept;
        for (const auto& ring : *rings) {
            if (ring.size() < smallest_ring_points) continue;
            if (auto thin = simplified(ring, meetings); thin.size() >= smallest_ring_points) kept.push_back(std::move(thin));
        }
        // An island smaller than the tolerance may vanish, a whole unit must not.
        if (kept.empty() && !rings->empty()) kept.push_back(*std::max_element(rings->begin(), rings->end(), [](const Ring& a, const Ring& b) { return a.size() < b.size(); }));
        *rings = std::move(kept);
    }
}

}  // namespace sitrep::place
