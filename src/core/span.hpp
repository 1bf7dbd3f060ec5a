// Where in a report a fact stands: the evidence for it.
#pragma once

#include <cstdint>
#include <compare>

namespace sitrep {

/// Half-open range of Unicode code points over Report::document() (title + "\n" + text, or text alone).
/// Always start < end, and end is at most the document's length.
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    friend auto operator<=>(const Span&, const Span&) = default;
    std::uint32_t length() const { return end - start; }
    bool contains(Span other) const { return start <= other.start && other.end <= end; }
    bool overlaps(Span other) const { return start < other.end && other.start < end; }
};

}  // namespace sitrep
