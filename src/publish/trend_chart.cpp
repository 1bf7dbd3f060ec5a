#include "publish/trend_chart.hpp"

#include "publish/counts.hpp"
#include "publish/svg.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920;
constexpr double left = 44, right = 12;  // px beside the bars
constexpr std::string_view blue = "#1f4e79", amber = "#d08a3c", gray = "#b4c1cd", grid = "#e3e8ed", ink = "#1d2733", empty = "#f5f7f9";
constexpr int months_min = 13, months_max = 25;

struct Part {
    std::string_view colour;
    std::string name;
    std::vector<double> values;  ///< one a month
};

struct Panel {
    double top = 0, height = 0;
    double most = 0;

    double y(double value) const { return top + height - height * value / most; }
};

double slot(std::size_t months) { return (page_width - left - right) / double(months); }
double centre(std::size_t index, std::size_t months) { return left + slot(months) * (double(index) + 0.5); }

double rounded_up(double most)
{
    const double step = round_step(most);
    return std::max(step, std::ceil(most / step) * step);
}

void draw_grid(Svg& svg, const Panel& panel)
{
    const double step = round_step(panel.most);
    for (double value = 0; value <= panel.most + step / 2; value += step) {
        svg.line({left, panel.y(value)}, {page_width - right, panel.y(value)}, {"none", value == 0 ? "#5a6775" : grid, 1});
        svg.text({left - 8, panel.y(value) + 4}, fmt::format("{:g}", value), {12, "end"});
    }
}

void draw_months(Svg& svg, const Record& record, const std::vector<Month>& months, double y)
{
    for (std::size_t i = 0; i < months.size(); ++i) {
        // Three letters of the month, or its number: Arabic month names are long and have two families.
        const std::string name = record.arabic() ? fmt::format("{}", unsigned(months[i].month())) : month_words(Edition::english, months[i]).substr(0, 3);
        const bool now = months[i] == record.month;
        svg.text({centre(i, months.size()), y}, name, {12, "middle", now ? ink : "#5a6775", now});
        if (i == 0 || months[i].month() == std::chrono::January)
            svg.text({centre(i, months.size()), y + 16}, fmt::format("{}", int(months[i].year())), {12, "middle", ink});
    }
}

void shade_months_without_data(Svg& svg, const Record& record, const std::vector<Month>& months, const Panel& panel)
{
    for (std::size_t i = 0; i < months.size(); ++i)
        if (!record.has_data(months[i]))
            svg.rectangle(left + slot(months.size()) * double(i), panel.top, slot(months.size()), panel.height, {empty}, record.say(Label::no_reports_month));
}

void draw_bars(Svg& svg, const Record& record, const std::vector<Month>& months, const std::vector<Part>& parts, const Panel& panel)
{
    const double width = slot(months.size()) * 0.66;
    for (std::size_t i = 0; i < months.size(); ++i) {
        double below = 0;
        for (const Part& part : parts) {
            const double value = part.values[i];
            if (value <= 0) continue;
            const std::string tip = fmt::format("{}: {} {:g}", month_words(record.edition, months[i]), part.name, value);
            svg.rectangle(centre(i, months.size()) - width / 2, panel.y(below + value), width, panel.y(below) - panel.y(below + value), {part.colour}, tip);
            below += value;
        }
        if (below > 0) svg.text({centre(i, months.size()), panel.y(below) - 4}, fmt::format("{:g}", below), {11, "middle", ink});
    }
}

/// Entries one after the other from the side where the language begins.
void draw_legend(Svg& svg, const Record& record, const std::vector<Part>& parts, double y)
{
    constexpr double box = 11, gap = 26;
    double x = record.arabic() ? page_width - right : left;
    for (const Part& part : parts) {
        const double width = text_width(part.name, 13);
        if (record.arabic()) {
            svg.rectangle(x - box, y - box + 1, box, box, {part.colour});
            svg.text({x - box - 7, y}, part.name, {13, "end", ink});
            x -= box + 7 + width + gap;
        } else {
            svg.rectangle(x, y - box + 1, box, box, {part.colour});
            svg.text({x + box + 7, y}, part.name, {13, "start", ink});
            x += box + 7 + width + gap;
        }
    }
}

double highest(const std::vector<Part>& parts)
{
    double most = 0;
    for (std::size_t i = 0; i < parts.front().values.size(); ++i) {
        double sum = 0;
        for (const Part& part : parts) sum += part.values[i];
        most = std::max(most, sum);
    }
    return most;
}

Part part(const Record& record, const std::vector<Month>& months, std::string_view colour, Label name, const Which& which)
{
    Part out{colour, record.say(name), {}};
    for (const Month month : months) out.values.push_back(double(number_of(record.of(month), which).value.low));
    return out;
}

void draw_sources(Svg& svg, const Record& record, const std::vector<Month>& months, double top)
{
    std::vector<double> values;
    for (const Month month : months) values.push_back(double(record.sources(month)));
    const Panel panel{top, 40, std::max(1.0, *std::max_element(values.begin(), values.end()))};
    std::vector<PagePoint> points;
    for (std::size_t i = 0; i < months.size(); ++i) points.push_back({centre(i, months.size()), panel.y(values[i])});
    svg.line({left, panel.y(0)}, {page_width - right, panel.y(0)}, {"none", grid, 1});
    svg.polyline(points, {"none", "#5a6775", 1.5});
    for (std::size_t i = 0; i < months.size(); ++i) {
        svg.circle(points[i], 2.2, {"#5a6775"});
        svg.text({points[i].x, points[i].y - 6}, fmt::format("{:g}", values[i]), {10.5, "middle"});
    }
    const bool arabic = record.arabic();
    svg.text({arabic ? page_width - right : left, top - 28}, record.say(Label::sources_line), {13, arabic ? "end" : "start", ink});
}

}  // namespace

std::vector<Month> charted_months(const Record& record)
{
    int back = months_min - 1;
    for (int i = months_max - 1; i >= months_min; --i) {
        if (!record.has_data(record.month - std::chrono::months{i})) continue;
        back = i;
        break;
    }
    auto months = record.months_before(back);
    months.push_back(record.month);
    return months;
}

std::string attacks_chart(const Record& record)
{
    const auto months = charted_months(record);
    const std::vector<Part> parts{
        part(record, months, blue, Label::legend_confirmed, attacks_that(meets_the_rule)),
        part(record, months, amber, Label::legend_claimed, attacks_that(is_claimed_only)),
        part(record, months, gray, Label::legend_other, attacks_that([](const PublicIncident& i) { return !meets_the_rule(i) && !is_claimed_only(i); }))};
    constexpr double sources_top = 366;
    Svg svg(page_width, 416, record.say(Label::chart_attacks));
    draw_legend(svg, record, parts, 16);
    const Panel panel{44, 216, rounded_up(highest(parts))};
    shade_months_without_data(svg, record, months, panel);
    draw_grid(svg, panel);
    draw_bars(svg, record, months, parts, panel);
    draw_months(svg, record, months, panel.top + panel.height + 18);
    draw_sources(svg, record, months, sources_top);
    return svg.take();
}

std::string operations_chart(const Record& record)
{
    const auto months = charted_months(record);
    const Part operations = part(record, months, "#4a7a6a", Label::operations, is_security_operation);
    Part arrests{"#8c6d9c", record.say(Label::arrested), {}};
    for (const Month month : months) arrests.values.push_back(double(toll_of(record.of(month), &PublicIncident::arrested, is_security_operation).value.low));

    Svg svg(page_width, 380, record.say(Label::chart_operations));
    double top = 40;
    for (const Part& series : {operations, arrests}) {
        const std::vector<Part> only{series};
        const Panel panel{top, 100, rounded_up(highest(only))};
        draw_legend(svg, record, only, top - 24);
        shade_months_without_data(svg, record, months, panel);
        draw_grid(svg, panel);
        draw_bars(svg, record, months, only, panel);
        top += 100 + 76;
    }
    draw_months(svg, record, months, 40 + 100 + 76 + 100 + 18);
    return svg.take();
}

}  // namespace sitrep::publish
