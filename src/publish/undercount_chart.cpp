#include "publish/undercount_chart.hpp"

#include "publish/svg.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr double page_width = 920, left = 210, right = 16, row_height = 24, bars_height = 130;
constexpr std::string_view blue = "#1f4e79", pale = "#dbe5ee", gray = "#b4c1cd", grid = "#e3e8ed", ink = "#1d2733", soft = "#5a6775", amber = "#b0651b";
constexpr std::size_t patterns_drawn_max = 20;

struct Drawing {
    Svg& svg;
    Edition edition;
    const analyse::Undercount& undercount;
    const std::vector<std::string>& names;

    bool arabic() const { return edition == Edition::arabic; }
    /// A line of words at the side where the language begins.
    void heading(double y, const std::string& words) const
    {
        svg.text({arabic() ? page_width - right : 16.0, y}, words, {14, arabic() ? "end" : "start", ink, true});
    }
};

/// Patterns that hold incidents, most first.
std::vector<analyse::ListSet> drawn_patterns(const analyse::OverlapTable& table)
{
    std::vector<analyse::ListSet> out;
    for (analyse::ListSet pattern = 1; pattern < table.counts.size(); ++pattern)
        if (table.counts[pattern] > 0) out.push_back(pattern);
    std::stable_sort(out.begin(), out.end(), [&](analyse::ListSet a, analyse::ListSet b) { return table.counts[a] > table.counts[b]; });
    if (out.size() > patterns_drawn_max) out.resize(patterns_drawn_max);
    return out;
}

/// Bars over a grid of dots, one column a pattern (UpSet, Lex et al. 2014). Returns where it ends.
double draw_overlap(const Drawing& to, double top)
{
    const analyse::OverlapTable& table = to.undercount.table;
    const auto patterns = drawn_patterns(table);
    to.heading(top, say(to.edition, Label::unseen_overlap));
    if (patterns.empty()) return top + 20;
    const double slot = std::min(44.0, (page_width - left - right) / double(patterns.size())), base = top + 34 + bars_height;
    const double most = double(table.counts[patterns.front()]);
    to.svg.line({left, base}, {left + slot * double(patterns.size()), base}, {"none", soft, 1});
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const double x = left + slot * (double(i) + 0.5), height = bars_height * double(table.counts[patterns[i]]) / most;
        to.svg.rectangle(x - slot * 0.32, base - height, slot * 0.64, height, {blue}, pattern_words(to.names, patterns[i]));
        to.svg.text({x, base - height - 5}, fmt::format("{}", table.counts[patterns[i]]), {11, "middle", ink});
    }
    for (std::size_t list = 0; list < table.lists(); ++list) {
        const double y = base + 20 + row_height * double(list);
        if (list % 2 == 0) to.svg.rectangle(0, y - row_height / 2, left + slot * double(patterns.size()), row_height, {"#f5f7f9"});
        to.svg.text({left - 12, y + 4}, fmt::format("{} ({})", to.names[list], table.on_list(list)), {12, "end", ink});
    }
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const double x = left + slot * (double(i) + 0.5);
        std::vector<double> held;
        for (std::size_t list = 0; list < table.lists(); ++list)
            if ((patterns[i] >> list & 1) != 0) held.push_back(base + 20 + row_height * double(list));
        if (held.size() > 1) to.svg.line({x, held.front()}, {x, held.back()}, {"none", blue, 2});
        for (std::size_t list = 0; list < table.lists(); ++list) {
            const bool holds = (patterns[i] >> list & 1) != 0;
            to.svg.circle({x, base + 20 + row_height * double(list)}, holds ? 5 : 3, {holds ? blue : gray});
        }
    }
    return base + 20 + row_height * double(table.lists());
}

/// A linear axis from the documented to the highest number drawn.
struct Axis {
    double low = 0, high = 1;
    double x(double value) const { return left + (page_width - left - right - 30) * (std::min(value, high) - low) / (high - low); }
};

void draw_axis(const Drawing& to, const Axis& axis, double top, double bottom)
{
    const double step = round_step(axis.high - axis.low);
    for (double value = std::ceil(axis.low / step) * step; value <= axis.high; value += step) {
        to.svg.line({axis.x(value), top}, {axis.x(value), bottom}, {"none", grid, 1});
        to.svg.text({axis.x(value), bottom + 16}, whole(value), {12, "middle", soft});
    }
    const double floor = axis.x(double(to.undercount.documented));
    to.svg.line({floor, top - 4}, {floor, bottom}, {"none", ink, 2});
    to.svg.text({floor, top - 8}, fmt::format("{}: {}", say(to.edition, Label::unseen_documented), to.undercount.documented), {12, "middle", ink, false, true});
}

/// Slanting strokes inside a rectangle, 6 px apart.
void hatch(Svg& svg, double x0, double x1, double y, double height)
{
    svg.rectangle(x0, y, x1 - x0, height, {"none", amber, 0.8});
    for (double x = x0 - height + 6; x < x1; x += 6) {
        const double from = std::max(x, x0), until = std::min(x + height, x1);
        if (until > from) svg.line({from, y + height - (from - x)}, {until, y + height - (until - x)}, {"none", amber, 0.8});
    }
}

double draw_models(const Drawing& to, double top)
{
    const analyse::Undercount& undercount = to.undercount;
    to.heading(top, say(to.edition, Label::unseen_models));
    const double factor_low = undercount.with_factor(undercount.estimates.front().population, analyse::interaction_factors.front());
    const double factor_high = undercount.with_factor(undercount.estimates.front().population, analyse::interaction_factors.back());
    Axis axis{double(undercount.documented), factor_high};
    for (const auto& estimate : undercount.estimates) axis.high = std::max(axis.high, estimate.high.value_or(estimate.population * 1.2));
    const double span = std::max(axis.high - axis.low, 1.0);
    axis.low = std::max(0.0, axis.low - 0.06 * span);
    axis.high += 0.04 * span;
    constexpr double model_row = 36, bar = 12;
    const double first = top + 50, bottom = first + model_row * double(undercount.estimates.size()) - 6;
    draw_axis(to, axis, first - 12, bottom);
    for (std::size_t i = 0; i < undercount.estimates.size(); ++i) {
        const auto& estimate = undercount.estimates[i];
        const double y = first + model_row * double(i);
        to.svg.text({left - 12, y + 10}, say(to.edition, label_of(estimate.model)), {12, "end", ink});
        if (i == 0) hatch(to.svg, axis.x(factor_low), axis.x(factor_high), y - 3, bar + 6);
        const double end = axis.x(estimate.high.value_or(axis.high));
        to.svg.rectangle(axis.x(estimate.low), y, end - axis.x(estimate.low), bar, {i == 0 ? "#9db4c9" : pale, "none"});
        to.svg.circle({axis.x(estimate.population), y + bar / 2}, 5, {blue, "#fff", 1.5}, whole(estimate.population));
        to.svg.text({axis.x(estimate.population), y - 5}, whole(estimate.population), {12, "middle", ink, true, true});
    }
    to.svg.text({to.arabic() ? page_width - right : 16.0, bottom + 42}, say(to.edition, Label::unseen_hatched), {12, to.arabic() ? "end" : "start", amber});
    return bottom + 50;
}

}  // namespace

std::string undercount_chart(Edition edition, const analyse::Undercount& undercount, const std::vector<std::string>& names)
{
    const bool models = !undercount.is_refused() && !undercount.estimates.empty();
    const double overlap = 20 + 34 + bars_height + 20 + row_height * double(undercount.table.lists());
    const double height = overlap + (models ? 60 + 50 + 36 * double(undercount.estimates.size()) + 40 : 10);
    Svg svg(page_width, height, say(edition, Label::unseen_heading));
    const Drawing to{svg, edition, undercount, names};
    const double end = draw_overlap(to, 20);
    if (models) draw_models(to, end + 34);
    return svg.take();
}

std::string as_file(const std::string& svg)
{
    constexpr std::string_view tag = "<svg ";
    return std::string(tag) + "style=\"background:#fff;font-family:system-ui,'Noto Sans','Noto Sans Arabic','DejaVu Sans',sans-serif\" " + svg.substr(tag.size());
}

}  // namespace sitrep::publish
