// Inside text/: the number words of English and Arabic.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep::text {

enum class NumberWordKind : std::uint8_t {
    unit,        ///< 0 to 9
    teen,        ///< 10 to 19
    arabic_ten,  ///< عشر: ten by itself, "-teen" behind a unit
    ten,         ///< 20, 30 … 90
    hundreds,    ///< 200, 300 … in one word: "مئتين", "ثلاثمئة"
    hundred,     ///< multiplies what stands before it, up to 99
    scale        ///< thousand, million, billion: the same for up to 999
};

struct NumberWord {
    NumberWordKind kind = NumberWordKind::unit;
    double value = 0;
    bool ordinal = false;
};

/// Normal forms in, one word each; Arabic without clitics.
std::optional<NumberWord> english_number_word(std::string_view normal);
std::optional<NumberWord> arabic_number_word(std::string_view normal);

/// "dozens" → 24, "several" → 3, "عشرات" → 20: the smallest number a word of size can mean.
std::optional<double> vague_word(std::string_view normal);

/// "23rd" → 23.
std::optional<double> ordinal_from_digits(std::string_view normal);

}  // namespace sitrep::text
