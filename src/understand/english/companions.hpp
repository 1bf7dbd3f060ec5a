// People told with a victim: whether they shared his fate ("shot dead with two of his guards") or only were there ("with two friends looking on").
#pragma once

#include <optional>

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// Tokens [first, last) of the people behind "with", "along with", "alongside".
struct Companions {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool bare = false;         ///< "with" alone, which says least
    bool with_object = false;  ///< the victim stands behind the verb: "shot a man with two children" may say whose father he was
};

/// People told right at a token, behind "with" and its like, as far as their first word; nothing where no such word stands there.
std::optional<Companions> companions_behind(const Sheet& sheet, std::uint32_t token);

/// True where nothing else is told of them: the sentence ends or goes on, or says where, when or by whom.
bool share_a_fate(const Sheet& sheet, const Companions& told);

}  // namespace sitrep::understand::english
