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

/// Shape and case, small enough to travel in a register.
struct Character {
    enum Flag : std::uint8_t { upper_case = 1, lower_case = 2, arabic_letter = 4 };
    Shape shape = Shape::symbol;
    std::uint8_t flags = 0;
    bool upper() const { return (flags & upper_case) != 0; }
    bool lower() const { return (flags & lower_case) != 0; }
    bool arabic() const { return (flags & arabic_letter) != 0; }
};

/// Shapes and folded forms of all characters: those of Latin, Greek, Cyrillic and Arabic from a table, the others from ICU.
class Characters {
public:
    static const Characters& table();

    Character of(char32_t value) const
    {
        return value < table_end ? entries_[value].character : is_extended(value) ? entries_[row(value)].character : look_up(value);
    }
    /// Appends the folded form.
    void append_folded(std::vector<char>& out, char32_t value) const
    {
        if (value < table_end || is_extended(value)) {
            const Entry& entry = entries_[row(value)];
            if (entry.folded_size != folded_elsewhere) {
                for (std::size_t i = 0; i < entry.folded_size; ++i) {
                    out.push_back(entry.folded[i]);  // one or two bytes: faster than a range
                }
                return;
            }
        }
        append_rare(out, value);
    }

private:
    struct Entry {
        Character character;
        std::uint8_t folded_size = folded_elsewhere;
        std::array<char, 5> folded{};
    };
    static_assert(sizeof(Entry) == 8, "what a text uses of the table should stay in the first-level cache");
    static constexpr std::uint8_t folded_elsewhere = 0xFF;
    static constexpr char32_t table_end = 0x800;        // all of two-byte UTF-8
    static constexpr char32_t extended_begin = 0x1E00;  // Latin Extended Additional, Greek Extended, General Punctuation
    static constexpr char32_t extended_end = 0x2070;
    static constexpr bool is_extended(char32_t value) { return value >= extended_begin && value < extended_end; }
    static constexpr std::size_t row(char32_t value) { return value < table_end ? value : value - extended_begin + table_end; }

    Characters();
    static Character look_up(char32_t value);
    static void append_rare(std::vector<char>& out, char32_t value);
    std::array<Entry, table_end + (extended_end - extended_begin)> entries_;
};

}  // namespace sitrep::text
