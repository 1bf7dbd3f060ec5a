#include "publish/svg.hpp"

#include "publish/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

std::string px(double value)
{
    std::string out = fmt::format("{:.1f}", value);
    if (out.ends_with(".0")) out.resize(out.size() - 2);
    return out == "-0" ? "0" : out;
}

bool holds_arabic(std::string_view words)
{
    // U+0600..U+06FF begin with the bytes D8 to DB.
    return std::any_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB; });
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title)
{
    out_ = fmt::format("<svg viewBox=\"0,0,{},{}\" role=\"img\" direction=\"ltr\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">\n", px(width), px(height),
                       html_escaped(title));
}

void Svg::ink(const Ink& ink)
{
    out_ += fmt::format(" fill=\"{}\"", ink.fill);
    if (ink.stroke != "none") out_ += fmt::format(" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"", ink.stroke, px(ink.stroke_width));
    if (!ink.dash.empty()) out_ += fmt::format(" stroke-dasharray=\"{}\"", ink.dash);
}

void Svg::close(std::string_view tag, std::string_view tooltip)
{
    if (tooltip.empty())
        out_ += "/>\n";
    else
        out_ += fmt::format("><title>{}</title></{}>\n", html_escaped(tooltip), tag);
}

void Svg::rectangle(double x, double y, double width, double height, const Ink& how, std::string_view tooltip)
{
    out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", px(x), px(y), px(width), px(height));
    ink(how);
    close("rect", tooltip);
}

void Svg::line(PagePoint from, PagePoint to, const Ink& how)
{
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", px(from.x), px(from.y), px(to.x), px(to.y));
    ink(how);
    close("line", {});
}

void Svg::polyline(const std::vector<PagePoint>& points, const Ink& how)
{
    out_ += "<path d=\"";
    for (std::size_t i = 0; i < points.size(); ++i) out_ += fmt::format("{}{},{}", i == 0 ? 'M' : 'L', px(points[i].x), px(points[i].y));
    out_ += '"';
    ink(how);
    close("path", {});
}

void Svg::circle(PagePoint at, double radius, const Ink& how, std::string_view tooltip)
{
    out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", px(at.x), px(at.y), px(radius));
    ink(how);
    close("circle", tooltip);
}

void Svg::rings(const std::vector<std::vector<PagePoint>>& rings, const Ink& how, std::string_view tooltip)
{
    out_ += "<path fill-rule=\"evenodd\" d=\"";
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) out_ += fmt::format("{}{},{}", i == 0 ? 'M' : 'L', px(ring[i].x), px(ring[i].y));
        out_ += 'Z';
    }
    out_ += '"';
    ink(how);
    close("path", tooltip);
}

void Svg::text(PagePoint at, std::string_view words, const TextStyle& style)
{
    // RIGHT-TO-LEFT ISOLATE … POP: the drawing runs from left to right, an Arabic sentence in it does not.
    const std::string isolated = holds_arabic(words) ? "\u2067" + std::string(words) + "\u2069" : std::string(words);
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}{}>{}</text>\n", px(at.x), px(at.y), px(style.size), style.anchor,
                        style.fill, style.bold ? " font-weight=\"600\"" : "",
                        style.halo ? " stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : "", html_escaped(isolated));
}

std::string Svg::take()
{
    out_ += "</svg>";
    return std::move(out_);
}

double text_width(std::string_view words, double size)
{
    std::size_t letters = 0;
    for (const char c : words) letters += (c & 0xC0) != 0x80;
    return double(letters) * size * 0.56;
}

double round_step(double most)
{
    if (most <= 4) return 1;
    const double rough = most / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (factor * power >= rough) return factor * power;
    return 10 * power;
}

}  // namespace sitrep::publish
