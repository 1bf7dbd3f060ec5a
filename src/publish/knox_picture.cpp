#include "publish/knox_picture.hpp"

#include "publish/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920, head_height = 34, row_height = 62, names_width = 170, key_height = 40;
constexpr std::string_view ink = "#1d2733", soft = "#5a6775", line_colour = "#c3ccd5";
constexpr std::array<std::string_view, 5> shades{"#ffffff", "#d3e0ec", "#a9c4de", "#7ba5cb", "#4d83b3"};
constexpr std::array<double, 4> shade_edges{1.1, 1.5, 2, 3};  // ratios

std::size_t shade_of(const analyse::KnoxCell& cell)
{
    return std::size_t(std::upper_bound(shade_edges.begin(), shade_edges.end(), cell.ratio()) - shade_edges.begin());
}

void hatch(Svg& svg, double x, double y, double width, double height)
{
    constexpr double apart = 12;
    for (double offset = apart; offset < width + height; offset += apart) {
        const PagePoint from{x + std::min(offset, width), y + std::max(0.0, offset - width)};
        const PagePoint to{x + std::max(0.0, offset - height), y + std::min(offset, height)};
        svg.line(from, to, {"none", "#d5dbe1", 1});
    }
}

struct Grid {
    double box_width = 0;
    bool arabic = false;

    double x(std::size_t column) const { return arabic ? page_width - names_width - double(column + 1) * box_width : names_width + double(column) * box_width; }
};

void draw_cell(Svg& svg, const analyse::KnoxCell& cell, double x, double y, const Grid& grid, Edition edition)
{
    const bool by_chance = cell.p > beyond_chance_p;
    svg.rectangle(x, y, grid.box_width, row_height, {by_chance ? "#ffffff" : shades[shade_of(cell)], "none", 0});
    if (by_chance) hatch(svg, x, y, grid.box_width, row_height);
    svg.rectangle(x, y, grid.box_width, row_height, {"none", line_colour, 1}, "p " + p_words(cell.p));
    const bool dark = !by_chance && shade_of(cell) == shades.size() - 1;
    const double middle = x + grid.box_width / 2;
    if (cell.shuffled_mean > 0) svg.text({middle, y + 28}, fmt::format("× {:.2f}", cell.ratio()), {17, "middle", dark ? "#fff" : ink, !by_chance, by_chance});
    svg.text({middle, y + 48}, say(edition, Label::knox_pairs, cell.pairs, fmt::format("{:.1f}", cell.shuffled_mean)), {11.5, "middle", dark ? "#fff" : soft, false, by_chance});
}

void draw_key(Svg& svg, double y, Edition edition)
{
    const bool arabic = edition == Edition::arabic;
    double x = arabic ? page_width : 0;
    const auto entry = [&](std::string_view fill, bool hatched, const std::string& words) {
        constexpr double width = 24, height = 15;
        const double box = arabic ? x - width : x;
        svg.rectangle(box, y - 12, width, height, {fill, "none", 0});
        if (hatched) hatch(svg, box, y - 12, width, height);
        svg.rectangle(box, y - 12, width, height, {"none", line_colour, 1});
        svg.text({arabic ? box - 7 : box + width + 7, y}, words, {12.5, arabic ? "end" : "start", ink});
        x += (arabic ? -1 : 1) * (width + 7 + text_width(words, 12.5) + 20);
    };
    entry("#ffffff", true, std::string(words_for(Label::knox_by_chance, edition)));
    for (std::size_t i = 0; i < shades.size(); ++i)
        entry(shades[i], false, i == 0 ? fmt::format("× <{:g}", shade_edges[0]) : fmt::format("× ≥{:g}", shade_edges[i - 1]));
}

}  // namespace

std::string distance_band_words(const analyse::KnoxTable& table, std::size_t band, Edition edition)
{
    const auto& edges = table.distance_edges;
    const std::string from = fmt::format("{:g}", edges[band]);
    return band + 1 == edges.size() ? say(edition, Label::knox_km_open, from) : say(edition, Label::knox_km, from, fmt::format("{:g}", edges[band + 1]));
}

std::string time_band_words(const analyse::KnoxTable& table, std::size_t band, Edition edition)
{
    const auto& edges = table.time_edges;
    const auto first = std::int64_t(std::ceil(edges[band]));
    if (band + 1 == edges.size()) return say(edition, Label::knox_days_open, first);
    const auto last = std::int64_t(std::ceil(edges[band + 1])) - 1;
    if (last == 0) return say(edition, Label::knox_same_day);
    return say(edition, Label::knox_days, first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last));
}

std::string p_words(double p) { return p < 0.01 ? "<0.01" : fmt::format("{:.2f}", p); }

std::string p_equation(double p) { return p < 0.01 ? "p < 0.01" : fmt::format("p = {:.2f}", p); }

std::string knox_picture(const analyse::KnoxTable& table, Edition edition)
{
    const bool arabic = edition == Edition::arabic;
    const Grid grid{(page_width - names_width) / double(table.time_bands()), arabic};
    const double boxes = head_height + row_height * double(table.distance_bands());
    Svg svg(page_width, boxes + key_height, words_for(Label::knox_caption, edition));
    for (std::size_t column = 0; column < table.time_bands(); ++column)
        svg.text({grid.x(column) + grid.box_width / 2, head_height - 12}, time_band_words(table, column, edition), {13, "middle", ink, true});
    for (std::size_t row = 0; row < table.distance_bands(); ++row) {
        const double y = head_height + row_height * double(row);
        svg.text({arabic ? page_width : 0, y + row_height / 2 + 5}, distance_band_words(table, row, edition), {13, arabic ? "end" : "start", ink, true});
        for (std::size_t column = 0; column < table.time_bands(); ++column) draw_cell(svg, table.at(row, column), grid.x(column), y, grid, edition);
    }
    draw_key(svg, boxes + 28, edition);
    return svg.take();
}

}  // namespace sitrep::publish
