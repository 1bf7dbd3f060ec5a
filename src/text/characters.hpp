// What a character is to us, and the folded form under which its spellings meet.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep::text {

enum class Shape : std::uint8_t {
    letter, digit, space, newline, punctuation, symbol,
    apostrophe,  ///< joins a word when it stands inside one
    hyphen,      ///< the same
    mark,        ///< belongs to the letter before it: tashkeel, tatweel, accents, signs for ayn and hamza; folds to nothing
    format       ///< invisible: zero-width, direction marks, soft hyphen; folds to nothing
};

struct Character {
    Shape shape = Shape::symbol;
    bool upper : 1 = false;
    bool lower : 1 = false;
    bool arabic : 1 = false;
    std::uint8_t folded_size = 0;  ///< bytes in `folded`, or folded_elsewhere
    std::array<char, 5> folded{};
};
static_assert(sizeof(Character) == 8, "the table below should stay in the first-level cache");
inline constexpr std::uint8_t folded_elsewhere = 0xFF;

/// Shapes and folded forms of all characters: those of Latin, Greek, Cyrillic and Arabic from a table, the others from ICU.
class Characters {
public:
    static const Characters& table();

    Character of(char32_t value) const
    {
        if (value < two_bytes_end) {
            return entries_[value];
        }
        if (value >= extended_begin && value < extended_end) {
            return entries_[value - extended_begin + two_bytes_end];
        }
        return look_up(value);
    }
    /// Appends the folded form of a character that of() returned for `value`.
    void append_folded(std::vector<char>& out, char32_t value, const Character& character) const
    {
        if (character.folded_size != folded_elsewhere) {
            out.insert(out.end(), character.folded.begin(), character.folded.begin() + character.folded_size);
        } else {
            append_rare(out, value);
        }
    }

private:
    static constexpr char32_t two_bytes_end = 0x800;
    static constexpr char32_t extended_begin = 0x1E00;  // Latin Extended Additional, Greek Extended, General Punctuation
    static constexpr char32_t extended_end = 0x2070;

    Characters();
    static Character look_up(char32_t value);
    static void append_rare(std::vector<char>& out, char32_t value);
    std::array<Character, two_bytes_end + (extended_end - extended_begin)> entries_;
};

}  // namespace sitrep::text
