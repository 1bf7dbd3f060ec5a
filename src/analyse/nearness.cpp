#include "analyse/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace sitrep::analyse {
namespace {

constexpr double earth_radius_km = 6371.0088;
constexpr double radians_per_degree = std::numbers::pi / 180;
constexpr std::size_t rows_max = 1 << 20;

}  // namespace

Nearness::Nearness(std::span<const Spot> spots, Metric metric, double radius)
    : metric_(metric), radius_(radius), spots_(spots.begin(), spots.end()), order_(spots.size())
{
    if (metric_ == Metric::great_circle) {
        on_sphere_.reserve(spots_.size());
        for (const Spot& spot : spots_) {
            const double lon = spot.x * radians_per_degree, lat = spot.y * radians_per_degree;
            on_sphere_.push_back({std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)});
        }
    }
    std::iota(order_.begin(), order_.end(), 0U);
    if (spots_.empty()) {
        row_begins_ = {0};
        return;
    }
    const auto [low, high] = std::minmax_element(spots_.begin(), spots_.end(), [](const Spot& a, const Spot& b) { return a.y < b.y; });
    y_first_ = low->y;
    const double extent = high->y - low->y;
    // A little more than the radius, so that rounding never puts a spot two rows away.
    const double wanted = metric_ == Metric::great_circle ? radius_ / earth_radius_km / radians_per_degree : radius_;
    row_height_ = std::max({wanted * (1 + 1e-9), extent / double(rows_max), std::numeric_limits<double>::min()});
    const std::size_t rows = row_of(high->y) + 1;
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::size_t row_a = row_of(spots_[a].y), row_b = row_of(spots_[b].y);
        if (row_a != row_b) return row_a < row_b;
        return spots_[a].x != spots_[b].x ? spots_[a].x < spots_[b].x : a < b;
    });
    row_begins_.assign(rows + 1, 0);
    for (const Spot& spot : spots_) ++row_begins_[row_of(spot.y) + 1];
    std::partial_sum(row_begins_.begin(), row_begins_.end(), row_begins_.begin());
}

std::size_t Nearness::row_of(double y) const
{
    return std::isinf(row_height_) ? 0 : static_cast<std::size_t>((y - y_first_) / row_height_);
}

double Nearness::distance(std::size_t a, std::size_t b) const
{
    if (metric_ == Metric::great_circle) {
        const Vector &p = on_sphere_[a], &q = on_sphere_[b];
        const double half_chord = std::sqrt((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y) + (p.z - q.z) * (p.z - q.z)) / 2;
        return 2 * earth_radius_km * std::asin(std::min(1.0, half_chord));
    }
    const double dx = spots_[a].x - spots_[b].x, dy = spots_[a].y - spots_[b].y;
    return metric_ == Metric::manhattan ? std::abs(dx) + std::abs(dy) : std::sqrt(dx * dx + dy * dy);
}

// How much x may differ from that of a spot at `y`. On the globe a degree of longitude shrinks with latitude; near a pole every
// longitude is near.
double Nearness::half_width(double y) const
{
    if (metric_ != Metric::great_circle) return radius_;
    const double angle = radius_ / earth_radius_km;
    const double farthest = std::abs(y) * radians_per_degree;
    if (std::isinf(angle) || farthest + angle >= std::numbers::pi / 2) return std::numeric_limits<double>::infinity();
    return std::asin(std::min(1.0, std::sin(angle) / std::cos(farthest))) / radians_per_degree * (1 + 1e-9) + 1e-9;
}

void Nearness::look_along(std::size_t row, std::size_t spot, double x, double half_width, std::vector<Near>& found) const
{
    const auto begin = order_.begin() + std::ptrdiff_t(row_begins_[row]), end = order_.begin() + std::ptrdiff_t(row_begins_[row + 1]);
    auto at = std::lower_bound(begin, end, x - half_width, [&](std::uint32_t other, double least) { return spots_[other].x < least; });
    for (; at != end && spots_[*at].x <= x + half_width; ++at) {
        const double away = distance(spot, *at);
        if (away <= radius_) found.push_back({*at, away});
    }
}

void Nearness::around(std::size_t spot, std::vector<Near>& found) const
{
    found.clear();
    const Spot& centre = spots_[spot];
    const std::size_t row = row_of(centre.y), rows = row_begins_.size() - 1;
    for (std::size_t r = row == 0 ? 0 : row - 1; r < std::min(rows, row + 2); ++r) {
        const double width = half_width(centre.y);
        look_along(r, spot, centre.x, width, found);
        if (metric_ != Metric::great_circle || std::isinf(width)) continue;
        constexpr double whole_turn = 360;  // degrees
        if (centre.x - width < -whole_turn / 2) look_along(r, spot, centre.x + whole_turn, width, found);
        if (centre.x + width > whole_turn / 2) look_along(r, spot, centre.x - whole_turn, width, found);
    }
}

}  // namespace sitrep::analyse
