// From code points to bytes in one report: built once, so that cutting many spans stays linear.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::publish {

/// Keeps a view of `text` (valid UTF-8), which must outlive it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    /// The words of a span as written.
    std::string_view words(Span span) const;

private:
    std::size_t byte_of(std::uint32_t code_point) const;

    std::string_view text_;
    std::vector<std::size_t> anchors_;  ///< byte offset of every anchor_distance-th code point
    bool ascii_ = true;
};

}  // namespace sitrep::publish
