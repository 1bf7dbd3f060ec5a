// The circles a scan looks at: round each place in turn, from the place alone outwards.
#pragma once

#include "core/place.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// How far a circle may grow.
struct CircleLimits {
    double radius_km = std::numeric_limits<double>::infinity();
    std::size_t places_max = std::numeric_limits<std::size_t>::max();    ///< the centre included
    std::int64_t weight_max = std::numeric_limits<std::int64_t>::max();  ///< of the places inside, together
};

/// Per centre the places round it, nearest first; every beginning of that list is a circle. Places at the same distance stand in
/// the order of the table. Several centres often give one set of places: only its first circle is marked as new (all are in a table
/// with more than four million circles, which changes no answer).
class Zones {
public:
    static Zones circles(std::span<const LatLon> places, std::span<const std::int64_t> weights, const CircleLimits& limits);

    std::size_t centres() const { return begins_.size() - 1; }
    std::span<const std::uint32_t> round(std::size_t centre) const
    {
        return std::span(places_).subspan(begins_[centre], begins_[centre + 1] - begins_[centre]);
    }
    /// True for the first circle, in order of centres and sizes, that holds exactly the first `size` places round `centre`.
    bool is_new(std::size_t centre, std::size_t size) const { return new_[begins_[centre] + size - 1] != 0; }
    std::size_t circles() const { return places_.size(); }
    std::size_t distinct() const { return distinct_; }

private:
    void mark_new(std::size_t places);

    std::vector<std::size_t> begins_{0};
    std::vector<std::uint32_t> places_;
    std::vector<std::uint8_t> new_;
    std::size_t distinct_ = 0;
};

}  // namespace sitrep::analyse
