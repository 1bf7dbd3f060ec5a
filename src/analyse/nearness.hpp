// Which spots lie near which: an index by rows for a fixed radius, on the globe or on a plane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// How far apart two spots are. On the globe x is longitude and y latitude in degrees, and distances are km on the mean sphere
/// (radius 6371.0088 km); on a plane distances have the unit of the coordinates.
enum class Metric : std::uint8_t { great_circle, euclidean, manhattan };

struct Spot {
    double x = 0, y = 0;
    friend auto operator<=>(const Spot&, const Spot&) = default;
};

class Nearness {
public:
    /// `radius` is above 0 and may be infinite. Coordinates are finite; on the globe |y| is at most 90.
    Nearness(std::span<const Spot> spots, Metric metric, double radius);

    double distance(std::size_t a, std::size_t b) const;

    struct Near {
        std::uint32_t spot = 0;
        double distance = 0;
    };
    /// Every spot at most `radius` away, the asked one included, in no useful order; `found` is emptied first.
    void around(std::size_t spot, std::vector<Near>& found) const;
    /// The spots row after row, and along each row: neighbours stand near each other in it.
    std::span<const std::uint32_t> by_rows() const { return order_; }

private:
    struct Vector {
        double x = 0, y = 0, z = 0;
    };
    std::size_t row_of(double y) const;
    double half_width(double y) const;
    void look_along(std::size_t row, std::size_t spot, double x, double half_width, std::vector<Near>& found) const;

    Metric metric_;
    double radius_, row_height_ = 1, y_first_ = 0;
    std::vector<Spot> spots_;
    std::vector<Vector> on_sphere_;
    std::vector<std::uint32_t> order_;      ///< by row, then by x
    std::vector<std::size_t> row_begins_;   ///< in order_, one more than there are rows
};

}  // namespace sitrep::analyse
