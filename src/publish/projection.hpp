// From degrees to the page, and where labels find room there.
#pragma once

#include "core/place.hpp"
#include "publish/svg.hpp"

#include <cmath>
#include <optional>
#include <vector>

namespace sitrep::publish {

/// Equirectangular with the map's middle latitude true to scale: good for a country, which is all that is drawn.
class Projection {
public:
    /// Centred in the width; nothing when there is no outline with an extent.
    static std::optional<Projection> fitting(const std::vector<Outline>& outlines, double width, double height_max);

    PagePoint page(LatLon at) const;
    bool holds(LatLon at) const;
    double height() const { return height_; }
    double pixels_per_km() const;
    /// Rings for the page, points closer than the eye can see left out.
    std::vector<std::vector<PagePoint>> rings_of(const Outline& outline) const;
    double area(const Outline& outline) const;   ///< of the largest ring, square pixels
    /// A point inside the largest ring, away from its edge: where its name goes.
    PagePoint inside(const Outline& outline) const;

private:
    Projection() = default;
    double west_ = 0, east_ = 0, south_ = 0, north_ = 0;
    double x_per_degree_ = 1, y_per_degree_ = 1, x_offset_ = 0, height_ = 0;
};

/// Keeps labels off each other and off the points.
class LabelSpace {
public:
    struct Label {
        double x = 0, y = 0;  ///< middle of the base line
        bool moved = false;   ///< then a thin line leads from the place to the label
        PagePoint from, to;
    };
    void reserve_circle(PagePoint at, double radius);
    /// At the place itself, else as near to it as there is room, else nowhere.
    std::optional<Label> place(PagePoint at, double width, double size);

private:
    struct Box {
        double x0, y0, x1, y1;
    };
    bool is_free(const Box& box) const;
    std::vector<Box> taken_;
};

}  // namespace sitrep::publish
