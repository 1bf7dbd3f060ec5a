// Filter-evading spellings: "kil-led", "IS*IS", "d.e.a.d", "قت*ل".
#pragma once

#include <string_view>

namespace sitrep::text {

/// True when letters that were written apart make a word people hide from filters. Only such words are ever joined, so that
/// "pro-government" and "example.com" stay as they are. Expects a normal form; Arabic words also behind clitics.
bool is_hidden_word(std::string_view joined);

inline constexpr std::size_t hidden_letters_max = 24;  ///< longer runs are not tried: keeps parsing linear

/// Signs that are put between the letters of such a word.
constexpr bool is_disguise(char32_t value)
{
    switch (value) {
    case U'*': case U'-': case U'.': case U'_': case U'~': case U'/': case U'|': case U'+': case 0xB7: case 0x2022: case 0x2010: case 0x2011: return true;
    default: return false;
    }
}

}  // namespace sitrep::text
