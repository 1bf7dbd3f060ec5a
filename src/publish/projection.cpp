#include "publish/projection.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace sitrep::publish {
namespace {

constexpr double km_per_degree = 6371.0088 * std::numbers::pi / 180;
constexpr double visible_pixels = 0.7;  // of the page; screens show it at about its own size
constexpr double ring_pixels_min = 2;   // smaller islands are left out

double signed_area(const std::vector<PagePoint>& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PagePoint& a = ring[i];
        const PagePoint& b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

bool is_inside(PagePoint at, const std::vector<PagePoint>& ring)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > at.y) != (ring[j].y > at.y) && at.x < (ring[j].x - ring[i].x) * (at.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x) inside = !inside;
    return inside;
}

double distance_to_edge(PagePoint at, const std::vector<PagePoint>& ring)
{
    double least = 1e9;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PagePoint& a = ring[i];
        const PagePoint& b = ring[(i + 1) % ring.size()];
        const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
        const double t = length == 0 ? 0 : std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0, 1.0);
        least = std::min(least, std::hypot(at.x - a.x - t * dx, at.y - a.y - t * dy));
    }
    return least;
}

std::vector<PagePoint> largest(const std::vector<std::vector<PagePoint>>& rings)
{
    const auto most = std::max_element(rings.begin(), rings.end(), [](const auto& a, const auto& b) { return std::abs(signed_area(a)) < std::abs(signed_area(b)); });
    return most == rings.end() ? std::vector<PagePoint>() : *most;
}

}  // namespace

std::optional<Projection> Projection::fitting(const std::vector<Outline>& outlines, double width, double height_max)
{
    Projection out;
    out.west_ = out.south_ = 1e9;
    out.east_ = out.north_ = -1e9;
    for (const Outline& outline : outlines)
        for (const auto& ring : outline.rings)
            for (const LatLon at : ring) {
                out.west_ = std::min(out.west_, at.lon());
                out.east_ = std::max(out.east_, at.lon());
                out.south_ = std::min(out.south_, at.lat());
                out.north_ = std::max(out.north_, at.lat());
            }
    if (out.east_ - out.west_ <= 0 || out.north_ - out.south_ <= 0) return std::nullopt;
    constexpr double margin = 6;
    const double squeeze = std::cos((out.south_ + out.north_) / 2 * std::numbers::pi / 180);
    const double scale = std::min((width - 2 * margin) / ((out.east_ - out.west_) * squeeze), (height_max - 2 * margin) / (out.north_ - out.south_));
    out.y_per_degree_ = scale;
    out.x_per_degree_ = scale * squeeze;
    out.x_offset_ = (width - (out.east_ - out.west_) * out.x_per_degree_) / 2;
    out.height_ = (out.north_ - out.south_) * scale + 2 * margin;
    return out;
}

PagePoint Projection::page(LatLon at) const
{
    constexpr double margin = 6;
    return {x_offset_ + (at.lon() - west_) * x_per_degree_, margin + (north_ - at.lat()) * y_per_degree_};
}

bool Projection::holds(LatLon at) const { return at.lon() >= west_ && at.lon() <= east_ && at.lat() >= south_ && at.lat() <= north_; }

double Projection::pixels_per_km() const { return y_per_degree_ / km_per_degree; }

std::vector<std::vector<PagePoint>> Projection::rings_of(const Outline& outline) const
{
    std::vector<std::vector<PagePoint>> out;
    for (const auto& ring : outline.rings) {
        std::vector<PagePoint> drawn;
        for (const LatLon at : ring) {
            const PagePoint point = page(at);
            if (drawn.empty() || std::hypot(point.x - drawn.back().x, point.y - drawn.back().y) >= visible_pixels) drawn.push_back(point);
        }
        if (drawn.size() >= 3 && std::abs(signed_area(drawn)) >= ring_pixels_min) out.push_back(std::move(drawn));
    }
    return out;
}

double Projection::area(const Outline& outline) const { return std::abs(signed_area(largest(rings_of(outline)))); }

PagePoint Projection::inside(const Outline& outline) const
{
    const std::vector<PagePoint> ring = largest(rings_of(outline));
    if (ring.empty()) return {};
    const auto [west, east] = std::minmax_element(ring.begin(), ring.end(), [](PagePoint a, PagePoint b) { return a.x < b.x; });
    const auto [north, south] = std::minmax_element(ring.begin(), ring.end(), [](PagePoint a, PagePoint b) { return a.y < b.y; });
    constexpr int cells = 16;
    PagePoint best = ring.front();
    double best_distance = -1;
    for (int i = 1; i < cells; ++i)
        for (int k = 1; k < cells; ++k) {
            const PagePoint at{west->x + (east->x - west->x) * i / cells, north->y + (south->y - north->y) * k / cells};
            if (!is_inside(at, ring)) continue;
            // Names are wide: room to the sides counts for less than a place in the middle of a band.
            const double distance = distance_to_edge(at, ring);
            if (distance <= best_distance) continue;
            best = at;
            best_distance = distance;
        }
    return best;
}

bool LabelSpace::is_free(const Box& box) const
{
    return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1; });
}

void LabelSpace::reserve_circle(PagePoint at, double radius) { taken_.push_back({at.x - radius, at.y - radius, at.x + radius, at.y + radius}); }

std::optional<LabelSpace::Label> LabelSpace::place(PagePoint at, double width, double size)
{
    struct Shift {
        double x, y;
    };
    static constexpr std::array<Shift, 17> shifts{{{0, 0},     {0, -12},  {0, 12},   {0, -22},  {0, 22},   {-24, 0},  {24, 0},  {-24, -14}, {24, -14},
                                                   {-24, 14}, {24, 14}, {0, -36}, {0, 36}, {-46, -26}, {46, -26}, {-46, 26}, {46, 26}}};
    for (const Shift& shift : shifts) {
        const PagePoint middle{at.x + shift.x, at.y + shift.y};
        const Box box{middle.x - width / 2 - 2, middle.y - size * 0.62, middle.x + width / 2 + 2, middle.y + size * 0.62};
        if (!is_free(box)) continue;
        taken_.push_back(box);
        constexpr double still_there = 20;
        const bool moved = std::hypot(shift.x, shift.y) > still_there;
        const PagePoint edge{middle.x, shift.y < 0 ? box.y1 : box.y0};
        return Label{middle.x, middle.y + size * 0.36, moved, at, edge};
    }
    return std::nullopt;
}

}  // namespace sitrep::publish
