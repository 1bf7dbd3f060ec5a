#include "publish/series_chart.hpp"

#include "publish/svg.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920, left = 44, right = 12, top = 44, height = 216, sources_top = 330, sources_height = 36;
constexpr std::string_view blue = "#1f4e79", red = "#a5322b", green = "#3b7a57", band = "#dfe6ec", grid = "#e3e8ed", ink = "#1d2733", soft = "#5a6775", hatching = "#aab4be";

struct Frame {
    std::size_t periods = 0;
    double most = 1;
    Edition edition = Edition::english;

    double slot() const { return (page_width - left - right) / double(periods); }
    double x(std::size_t at) const { return left + slot() * double(at); }
    double centre(std::size_t at) const { return x(at) + slot() / 2; }
    double y(double value) const { return top + height - height * std::min(value, most) / most; }
    bool arabic() const { return edition == Edition::arabic; }
};

void hatch(Svg& svg, double x, double y, double width, double tall)
{
    constexpr double apart = 7;
    for (double offset = apart; offset < width + tall; offset += apart)
        svg.line({x + std::min(offset, width), y + std::max(0.0, offset - width)}, {x + std::max(0.0, offset - tall), y + std::min(offset, tall)}, {"none", hatching, 0.8});
}

void draw_axes(Svg& svg, const analyse::CountTable& table, const Frame& frame)
{
    const double step = round_step(frame.most);
    for (double value = 0; value <= frame.most + step / 2; value += step) {
        svg.line({left, frame.y(value)}, {page_width - right, frame.y(value)}, {"none", value == 0 ? soft : grid, 1});
        svg.text({left - 8, frame.y(value) + 4}, fmt::format("{:g}", value), {12, "end"});
    }
    double free_from = 0;
    for (std::size_t t = 0; t < frame.periods; ++t) {
        const std::chrono::year_month_day day(table.starts[t]);
        const std::chrono::year_month month = day.year() / day.month();
        if (t > 0 && month == std::chrono::year_month(std::chrono::year_month_day(table.starts[t - 1]).year(), std::chrono::year_month_day(table.starts[t - 1]).month())) continue;
        if (frame.centre(t) < free_from) continue;
        free_from = frame.centre(t) + 52;
        svg.text({frame.centre(t), top + height + 18}, fmt::format("{}/{}", unsigned(day.month()), int(day.year())), {11.5, "middle", soft});
    }
}

void draw_doubt(Svg& svg, const analyse::CountTable& table, const Frame& frame)
{
    for (std::size_t t = 0; t < frame.periods; ++t) {
        const bool nobody = table.looked[t] == analyse::Looked::nobody;
        if (!nobody && !table.incomplete[t]) continue;
        hatch(svg, frame.x(t), top, frame.slot(), height);
        svg.rectangle(frame.x(t), top, frame.slot(), height, {"none", "none", 0}, say(frame.edition, nobody ? Label::series_nobody : Label::series_incomplete));
    }
}

void draw_sources(Svg& svg, const analyse::CountTable& table, const Frame& frame)
{
    const int most = std::max(1, *std::max_element(table.sources.begin(), table.sources.end()));
    std::vector<PagePoint> points;
    for (std::size_t t = 0; t < frame.periods; ++t) points.push_back({frame.centre(t), sources_top + sources_height - sources_height * table.sources[t] / most});
    svg.text({frame.arabic() ? page_width - right : left, sources_top - 22}, say(frame.edition, Label::series_sources, most), {12.5, frame.arabic() ? "end" : "start", ink});
    svg.line({left, sources_top + sources_height}, {page_width - right, sources_top + sources_height}, {"none", grid, 1});
    svg.polyline(points, {"none", soft, 1.5});
}

void draw_legend(Svg& svg, const Frame& frame, const std::vector<std::pair<std::string_view, Label>>& entries)
{
    double x = frame.arabic() ? page_width - right : left;
    for (const auto& [colour, label] : entries) {
        const std::string words = say(frame.edition, label);
        const double at = frame.arabic() ? x - 12 : x, end = 20 + text_width(words, 12.5) + 22;
        if (colour == hatching) hatch(svg, at, 6, 12, 12);
        svg.rectangle(at, 6, 12, 12, {colour == hatching ? "none" : colour, colour, 0.5});
        svg.text({frame.arabic() ? x - 18 : x + 18, 17}, words, {12.5, frame.arabic() ? "end" : "start", ink});
        x += frame.arabic() ? -end : end;
    }
}

double rounded(double most)
{
    const double step = round_step(std::max(1.0, most));
    return std::max(step, std::ceil(most / step) * step);
}

void draw_bar(Svg& svg, const Frame& frame, std::size_t at, double count, std::string_view colour)
{
    if (count <= 0) return;
    svg.rectangle(frame.centre(at) - frame.slot() * 0.36, frame.y(count), frame.slot() * 0.72, frame.y(0) - frame.y(count), {colour}, fmt::format("{:g}", count));
}

}  // namespace

std::string counts_chart(const analyse::CountTable& table, Edition edition)
{
    Frame frame{table.starts.size(), 1, edition};
    for (const double count : table.total) frame.most = std::max(frame.most, analyse::poisson_limits(std::int64_t(count), 0.95).high);
    frame.most = rounded(frame.most);
    Svg svg(page_width, sources_top + sources_height + 16, say(edition, Label::series_chart));
    draw_legend(svg, frame, {{blue, Label::series_counted}, {ink, Label::series_limits}, {hatching, Label::series_doubt}});
    draw_axes(svg, table, frame);
    for (std::size_t t = 0; t < frame.periods; ++t) {
        draw_bar(svg, frame, t, table.total[t], blue);
        if (table.looked[t] == analyse::Looked::nobody) continue;
        const auto limits = analyse::poisson_limits(std::int64_t(table.total[t]), 0.95);
        svg.line({frame.centre(t), frame.y(limits.low)}, {frame.centre(t), frame.y(limits.high)}, {"none", ink, 1.1});
    }
    draw_doubt(svg, table, frame);
    draw_sources(svg, table, frame);
    return svg.take();
}

std::string watch_chart(const analyse::CountTable& table, const analyse::UnitSurge& unit, Edition edition)
{
    Frame frame{table.starts.size(), 1, edition};
    for (std::size_t t = 0; t < frame.periods; ++t) frame.most = std::max({frame.most, unit.counts[t], unit.weeks[t].upper});
    frame.most = rounded(frame.most);
    Svg svg(page_width, sources_top + sources_height + 16, say(edition, Label::surge_chart));
    draw_legend(svg, frame, {{blue, Label::series_counted}, {band, Label::surge_band}, {red, Label::surge_rise}, {green, Label::surge_fall}, {hatching, Label::series_doubt}});
    for (std::size_t t = 0; t < frame.periods; ++t)
        if (unit.weeks[t].expected > 0) svg.rectangle(frame.x(t), frame.y(unit.weeks[t].upper), frame.slot(), frame.y(0) - frame.y(unit.weeks[t].upper), {band});
    draw_axes(svg, table, frame);
    for (std::size_t t = 0; t < frame.periods; ++t) {
        const auto state = unit.weeks[t].state;
        const bool rise = state == analyse::WeekState::rising, fall = state == analyse::WeekState::falling;
        draw_bar(svg, frame, t, unit.counts[t], rise ? red : fall ? green : blue);
        if (rise || fall) svg.text({frame.centre(t), frame.y(unit.counts[t]) - 5}, rise ? "▲" : "▼", {13, "middle", rise ? red : green, true, true});
    }
    draw_doubt(svg, table, frame);
    draw_sources(svg, table, frame);
    return svg.take();
}

std::string outlook_chart(const analyse::Outlook& outlook, Edition edition)
{
    constexpr double row = 30, names = 220, first = 40;
    double most = 1;
    for (const auto& unit : outlook.units) most = std::max({most, unit.nine_in_ten.high, unit.last_month});
    most = rounded(most);
    const auto x = [&](double value) { return names + (page_width - names - 20) * value / most; };
    Svg svg(page_width, first + row * double(outlook.units.size()) + 34, say(edition, Label::outlook_chart));
    Frame frame{1, 1, edition};
    draw_legend(svg, frame, {{"#b7c9dc", Label::outlook_90}, {"#5b8bb8", Label::outlook_50}, {ink, Label::outlook_last}});
    const double bottom = first + row * double(outlook.units.size());
    for (double value = 0, step = round_step(most); value <= most + step / 2; value += step) {
        svg.line({x(value), first - 6}, {x(value), bottom}, {"none", grid, 1});
        svg.text({x(value), bottom + 18}, fmt::format("{:g}", value), {12, "middle"});
    }
    for (std::size_t i = 0; i < outlook.units.size(); ++i) {
        const auto& unit = outlook.units[i];
        const double y = first + row * double(i) + row / 2;
        svg.text({names - 12, y + 4}, unit.name, {12.5, "end", ink});
        svg.rectangle(x(unit.nine_in_ten.low), y - 4, std::max(1.5, x(unit.nine_in_ten.high) - x(unit.nine_in_ten.low)), 8, {"#b7c9dc"});
        svg.rectangle(x(unit.half.low), y - 6, std::max(1.5, x(unit.half.high) - x(unit.half.low)), 12, {"#5b8bb8"});
        svg.circle({x(unit.last_month), y}, 4, {ink, "#fff", 1});
    }
    return svg.take();
}

}  // namespace sitrep::publish
