// Inside publish/: what each column of our own table means, and its HXL tag.
#pragma once

#include <span>
#include <string_view>

namespace sitrep::publish {

struct ColumnMeaning {
    std::string_view column;
    std::string_view tag;      ///< HXL 1.1 hashtag and attributes
    std::string_view meaning;
    std::string_view values;   ///< codes, ranges, units
};
/// One for each column, in their order.
std::span<const ColumnMeaning> codebook();

}  // namespace sitrep::publish
