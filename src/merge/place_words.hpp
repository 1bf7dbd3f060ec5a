// Words in the description of a place or a target that say what it is, not which.
#pragma once

#include <string_view>

namespace sitrep::merge {

/// "near", "eastern", "countryside", "قرية", "ريف" …; expects a word of text::name_key.
bool is_place_kind_word(std::string_view word);

/// "people", "members", "soldiers", "عناصر": words for those who were hit that fit nearly every report.
bool is_common_target_word(std::string_view word);

}  // namespace sitrep::merge
