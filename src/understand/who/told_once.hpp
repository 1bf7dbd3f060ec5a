// Targets as a report has them: each told once, in its fullest words.
#pragma once

#include <optional>
#include <vector>

#include "core/kind.hpp"
#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Words that say who or what was hit.
struct HitWords {
    Tokens tokens;
    std::optional<TargetClass> target_class;
};

/// "Judge" and "Rana Haddad" next to each other are one target, "Judge Rana Haddad"; so are a name and the office that follows it behind a comma.
/// Words that say no more than others of the list ("the checkpoint" beside "a security checkpoint") are left out. In the order of the list.
std::vector<HitWords> told_once(const Material& material, std::vector<HitWords> hits);

}  // namespace sitrep::understand
