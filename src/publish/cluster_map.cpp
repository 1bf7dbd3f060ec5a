#include "publish/cluster_map.hpp"

#include "publish/projection.hpp"
#include "publish/registers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920, height_max = 560;
constexpr double radius_km_min = 25, radius_km_step = 10;
constexpr double degrees_step = 0.25;
constexpr std::string_view ink = "#1d2733", soft = "#5a6775", land = "#eef1f4", strong_red = "#b3492d", pale_red = "#c98f7d", broken = "7 5";

LatLon coarse(LatLon at)
{
    const auto near = [](double degrees) { return std::round(degrees / degrees_step) * degrees_step; };
    return *LatLon::from_degrees(std::clamp(near(at.lat()), -90.0, 90.0), std::clamp(near(at.lon()), -180.0, 180.0));
}

double coarse_radius(double km) { return std::max(radius_km_min, std::ceil(km / radius_km_step) * radius_km_step); }

Ink ring_ink(const MapCluster& cluster)
{
    return cluster.can_be_chance ? Ink{"none", pale_red, 1.8, broken} : Ink{"none", strong_red, 2.8};
}

std::string name_of(const Outline& outline, Edition edition)
{
    const Area* area = area_coded(outline.code);
    const std::string& english = area != nullptr ? area->name : outline.name;
    const std::string& arabic = area != nullptr ? area->name_ar : outline.name_ar;
    return edition == Edition::arabic && !arabic.empty() ? arabic : english;
}

/// Numbers keep clear of each other: several clusters may stand in one district, at different times.
void draw_rings(Svg& svg, const Projection& projection, const std::vector<MapCluster>& clusters)
{
    std::map<std::pair<double, double>, int> at_same_point;
    for (std::size_t i = clusters.size(); i-- > 0;) {
        const PagePoint at = projection.page(coarse(clusters[i].centre));
        svg.circle(at, coarse_radius(clusters[i].radius_km) * projection.pixels_per_km(), ring_ink(clusters[i]), clusters[i].tooltip);
    }
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        constexpr double badge = 10, apart = 24;
        PagePoint at = projection.page(coarse(clusters[i].centre));
        at.x += apart * at_same_point[{at.x, at.y}]++;
        svg.circle(at, badge, {clusters[i].can_be_chance ? "#fff" : strong_red, clusters[i].can_be_chance ? pale_red : "#fff", 1.5}, clusters[i].tooltip);
        svg.text({at.x, at.y + 4.5}, fmt::format("{}", i + 1), {13, "middle", clusters[i].can_be_chance ? ink : "#fff", true});
    }
}

void draw_names(Svg& svg, const Projection& projection, const std::vector<Outline>& outlines, const std::vector<MapCluster>& clusters, Edition edition)
{
    LabelSpace space;
    for (const MapCluster& cluster : clusters) space.reserve_circle(projection.page(coarse(cluster.centre)), 14);
    std::vector<const Outline*> largest_first;
    for (const Outline& outline : outlines) largest_first.push_back(&outline);
    std::sort(largest_first.begin(), largest_first.end(), [&](const Outline* a, const Outline* b) {
        return std::pair(-projection.area(*a), a->code) < std::pair(-projection.area(*b), b->code);
    });
    for (const Outline* outline : largest_first) {
        const std::string name = name_of(*outline, edition);
        if (name.empty() || projection.area(*outline) == 0) continue;
        const auto label = space.place(projection.inside(*outline), text_width(name, 12.5), 12.5);
        if (!label) continue;
        if (label->moved) svg.line(label->from, label->to, {"none", soft, 0.7});
        svg.text({label->x, label->y}, name, {12.5, "middle", soft, false, true});
    }
}

void draw_key(Svg& svg, double y, Edition edition)
{
    const bool arabic = edition == Edition::arabic;
    double x = arabic ? page_width : 0;
    for (const bool can_be_chance : {false, true}) {
        const std::string words(words_for(can_be_chance ? Label::cluster_by_chance : Label::cluster_beyond_chance, edition));
        const double width = 30 + text_width(words, 12.5) + 24;
        svg.circle({arabic ? x - 10 : x + 10, y - 4}, 8, ring_ink({*LatLon::from_degrees(0, 0), 0, can_be_chance, {}}));
        svg.text({arabic ? x - 26 : x + 26, y}, words, {12.5, arabic ? "end" : "start", ink});
        x += arabic ? -width : width;
    }
}

}  // namespace

std::string cluster_map(const std::vector<Outline>& outlines, const std::vector<MapCluster>& clusters, const std::vector<std::string>& lines, Edition edition)
{
    const auto projection = Projection::fitting(outlines, page_width, height_max);
    if (!projection) return {};
    constexpr double key_height = 34, line_height = 21;
    const double below = projection->height() + key_height;
    Svg svg(page_width, below + line_height * double(lines.size()) + (lines.empty() ? 0 : 8), words_for(Label::cluster_map, edition));
    for (const Outline& outline : outlines) svg.rings(projection->rings_of(outline), {land, "#c3ccd5", 1}, name_of(outline, edition));
    draw_rings(svg, *projection, clusters);
    draw_names(svg, *projection, outlines, clusters, edition);
    draw_key(svg, projection->height() + 22, edition);
    const bool arabic = edition == Edition::arabic;
    for (std::size_t i = 0; i < lines.size(); ++i)
        svg.text({arabic ? page_width : 0, below + line_height * double(i + 1)}, lines[i], {13, arabic ? "end" : "start", ink});
    return svg.take();
}

}  // namespace sitrep::publish
