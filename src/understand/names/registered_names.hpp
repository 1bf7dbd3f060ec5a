// Names of the register as they stand in a text, in both languages, without regard to grammar.
#pragma once

#include <optional>

#include "text/document.hpp"
#include "understand/cue.hpp"
#include "understand/names/register.hpp"

namespace sitrep::understand {

struct RegisteredName {
    const RegisteredActor* actor = nullptr;
    std::string_view as_listed;  ///< the name told, spelt as the register has it
    Tokens tokens;
};

/// The longest name of the register that begins with a word: "Pakistani Taliban" is not the Taliban. Adjectives and ambiguous names are none.
std::optional<RegisteredName> registered_name_at(const text::Document& document, std::uint32_t token);

}  // namespace sitrep::understand
