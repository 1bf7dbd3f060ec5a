// A drawing, written as inline SVG. Coordinates have one decimal and commas between them, so that no pair of numbers looks
// like a telephone number or a map position to the gate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

struct Ink {
    std::string_view fill = "none";
    std::string_view stroke = "none";
    double stroke_width = 1;
    std::string_view dash = {};  ///< "6 4": drawn and not drawn, px; empty = a whole line
};

struct TextStyle {
    double size = 12;
    std::string_view anchor = "start";  ///< "start", "middle", "end" in left-to-right terms, in both languages
    std::string_view fill = "#5a6775";
    bool bold = false;
    bool halo = false;  ///< white around the letters, for text over lines
};

struct PagePoint {
    double x = 0, y = 0;
};

class Svg {
public:
    Svg(double width, double height, std::string_view title);

    void rectangle(double x, double y, double width, double height, const Ink& ink, std::string_view tooltip = {});
    void line(PagePoint from, PagePoint to, const Ink& ink);
    void polyline(const std::vector<PagePoint>& points, const Ink& ink);
    void circle(PagePoint at, double radius, const Ink& ink, std::string_view tooltip = {});
    /// Closed rings, even-odd.
    void rings(const std::vector<std::vector<PagePoint>>& rings, const Ink& ink, std::string_view tooltip = {});
    void text(PagePoint at, std::string_view words, const TextStyle& style);

    std::string take();

private:
    void ink(const Ink& ink);
    void close(std::string_view tag, std::string_view tooltip);

    std::string out_;
};

/// Rough width of words in pixels: fonts are the reader's, so this only has to keep labels apart.
double text_width(std::string_view words, double size);

/// A step that divides 0..most into three to six parts of a round size.
double round_step(double most);

}  // namespace sitrep::publish
