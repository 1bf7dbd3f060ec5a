// The map: governorates shaded by attacks, points only for towns that the gate let through.
#include "publish/counts.hpp"
#include "publish/governorates.hpp"
#include "publish/projection.hpp"
#include "publish/registers.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920;
constexpr double height_max = 620;
constexpr std::array<std::string_view, 6> shades{"#f3f5f7", "#d3e0ec", "#a9c4de", "#7ba5cb", "#4d83b3", "#255d8f"};
constexpr std::string_view ink = "#1d2733", soft = "#5a6775", point_colour = "#b3492d";

/// Upper bounds of the shades: none, then up to five steps that are whole numbers.
std::vector<std::int64_t> shade_bounds(std::int64_t most)
{
    std::vector<std::int64_t> bounds{0};
    const std::int64_t steps = std::min<std::int64_t>(std::int64_t(shades.size()) - 1, most);
    for (std::int64_t i = 1; i <= steps; ++i) bounds.push_back((most * i + steps - 1) / steps);
    return bounds;
}

std::size_t shade_of(std::int64_t count, const std::vector<std::int64_t>& bounds)
{
    std::size_t i = 0;
    while (i + 1 < bounds.size() && count > bounds[i]) ++i;
    return i;
}

// With fewer than five steps the shades are spread over the whole range, so that the highest is always dark.
std::string_view shade_colour(std::size_t step, std::size_t steps)
{
    if (step == 0) return shades[0];
    return steps <= 1 ? shades[3] : shades[1 + (step - 1) * (shades.size() - 2) / (steps - 1)];
}

class Map {
public:
    Map(const Record& record, const Projection& projection, Svg& svg) : record_(record), projection_(projection), svg_(svg)
    {
        std::int64_t most = 0;
        for (const Outline& outline : record_.input.outlines) {
            const std::int64_t count = number_of(record_.now(), attacks_that(in_governorate(outline.code))).value.low;
            counts_[outline.code] = count;
            most = std::max(most, count);
        }
        bounds_ = shade_bounds(most);
    }

    void draw()
    {
        draw_areas();
        draw_points();
        draw_labels();
    }

    void draw_key(double y) const
    {
        double x = 0;
        for (std::size_t i = 0; i < bounds_.size(); ++i) {
            const std::string name = i == 0 ? record_.say(Label::map_none) : range_words({bounds_[i - 1] + 1, bounds_[i]});
            svg_.rectangle(x, y - 11, 22, 13, {shade_colour(i, bounds_.size() - 1), "#c3ccd5", 0.6});
            svg_.text({x + 28, y}, name, {12.5, "start", ink});
            x += 28 + text_width(name, 12.5) + 18;
        }
        svg_.circle({x + 8, y - 4.5}, 4.5, {point_colour, "#fff", 1});
        svg_.text({x + 18, y}, record_.say(Label::map_point), {12.5, "start", ink});
        x += 18 + text_width(record_.say(Label::map_point), 12.5) + 18;
        svg_.circle({x + 8, y - 4.5}, 4.5, {"#fff", point_colour, 1.6});
        svg_.text({x + 18, y}, record_.say(Label::map_near), {12.5, "start", ink});
        draw_unlocated(y);
    }

private:
    void draw_areas()
    {
        for (const Outline& outline : record_.input.outlines) {
            const std::int64_t count = counts_[outline.code];
            const std::string_view fill = shade_colour(shade_of(count, bounds_), bounds_.size() - 1);
            svg_.rings(projection_.rings_of(outline), {fill, "#fff", 1.2}, fmt::format("{}: {}", name_of(outline), count));
        }
    }

    void draw_points()
    {
        struct Town {
            int attacks = 0;
            bool near = true;
            std::string name;
        };
        std::map<std::pair<double, double>, Town> towns;
        for (const PublicIncident* incident : record_.now()) {
            if (!is_attack(*incident)) continue;
            if (!incident->point || !projection_.holds(*incident->point)) {
                const auto known = counts_.find(incident->admin1_code);
                known == counts_.end() ? ++unlocated_ : ++coarse_;
                continue;
            }
            Town& town = towns[{incident->point->lat(), incident->point->lon()}];
            ++town.attacks;
            town.near = town.near && incident->precision == PlacePrecision::near;
            town.name = record_.arabic() && !incident->place_ar.empty() ? incident->place_ar : incident->place;
        }
        for (const auto& [where, town] : towns) {
            const PagePoint at = projection_.page(*LatLon::from_degrees(where.first, where.second));
            const double radius = 3.2 + 1.6 * std::sqrt(double(town.attacks));
            svg_.circle(at, radius, town.near ? Ink{"#fff", point_colour, 1.6} : Ink{point_colour, "#fff", 1}, fmt::format("{}: {}", town.name, town.attacks));
            labels_.reserve_circle(at, radius);
        }
    }

    void draw_labels()
    {
        std::vector<const Outline*> largest_first;
        for (const Outline& outline : record_.input.outlines) largest_first.push_back(&outline);
        std::map<const Outline*, double> areas;
        for (const Outline* outline : largest_first) areas[outline] = projection_.area(*outline);
        std::sort(largest_first.begin(), largest_first.end(),
                  [&](const auto* a, const auto* b) { return std::pair(-areas[a], a->code) < std::pair(-areas[b], b->code); });
        for (const Outline* outline : largest_first) {
            const std::string name = name_of(*outline);
            if (name.empty() || areas[outline] == 0) continue;
            const auto label = labels_.place(projection_.inside(*outline), text_width(name, 12.5), 12.5);
            if (!label) continue;
            if (label->moved) svg_.line(label->from, label->to, {"none", soft, 0.7});
            svg_.text({label->x, label->y}, name, {12.5, "middle", ink, false, true});
        }
    }

    void draw_unlocated(double y) const
    {
        const std::string text = record_.say(Label::map_unlocated, unlocated_) + (record_.arabic() ? "؛ " : "; ") + record_.say(Label::map_coarse, coarse_);
        svg_.text({page_width, y}, text, {12.5, "end", soft});
    }

    std::string name_of(const Outline& outline) const
    {
        const Area* area = area_coded(outline.code);
        const std::string& english = area != nullptr ? area->name : outline.name;
        const std::string& arabic = area != nullptr ? area->name_ar : outline.name_ar;
        return record_.arabic() && !arabic.empty() ? arabic : english;
    }

    const Record& record_;
    const Projection& projection_;
    Svg& svg_;
    std::map<std::string, std::int64_t> counts_;
    std::vector<std::int64_t> bounds_;
    LabelSpace labels_;
    std::int64_t unlocated_ = 0, coarse_ = 0;
};

void draw_scale(Svg& svg, const Record& record, const Projection& projection, double y)
{
    double km = 10;
    for (const double longer : {20.0, 50.0, 100.0, 200.0, 500.0, 1000.0})
        if (longer * projection.pixels_per_km() <= page_width / 5) km = longer;
    const double width = km * projection.pixels_per_km();
    svg.line({0, y}, {width, y}, {"none", ink, 1.5});
    for (const double x : {0.0, width}) svg.line({x, y - 4}, {x, y + 4}, {"none", ink, 1.5});
    svg.text({width + 8, y + 4}, fmt::format("{:g} {}", km, record.say(Label::km)), {12.5, "start", ink});
}

}  // namespace

std::string map_svg(const Record& record)
{
    const auto projection = Projection::fitting(record.input.outlines, page_width, height_max);
    if (!projection) return {};
    constexpr double scale_height = 30, key_height = 30;
    Svg svg(page_width, projection->height() + scale_height + key_height, record.say(Label::map_attacks));
    Map map(record, *projection, svg);
    map.draw();
    draw_scale(svg, record, *projection, projection->height() + 14);
    map.draw_key(projection->height() + scale_height + 20);
    return svg.take();
}

}  // namespace sitrep::publish
