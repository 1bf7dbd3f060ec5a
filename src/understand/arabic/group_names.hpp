// Names of armed groups that the register does not know: "تبنت حركة فرسان الشمال الهجوم", "واتهمت الشرطة كتائب الغضب".
#pragma once

#include "understand/arabic/acts.hpp"

#include <vector>

namespace sitrep::understand::arabic {

/// First word after the name that begins at a word with "حركة", "كتائب" …, where the words beside it tell that it claims, denies, is accused or acts; `i` itself
/// where there is none.
std::uint32_t group_name_end(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t i);

}  // namespace sitrep::understand::arabic
