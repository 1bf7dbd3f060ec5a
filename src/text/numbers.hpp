// Numbers in words and digits, English and Arabic.
#pragma once

#include "text/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sitrep::text {

/// A number as it stands in a text.
struct NumberRead {
    double value = 0;         ///< exact for whole numbers; "dozens" is its smallest sense (24), "hundreds" 200, "عشرات" 20
    std::size_t tokens = 0;   ///< how many tokens it takes, at least one
    bool vague = false;       ///< "two dozen", "dozens", "hundreds", "several": a size rather than a count
    bool in_words = false;    ///< written in words ("one" may be an article in disguise; digits never are)
    bool ordinal = false;     ///< "third", "23rd", "الثالث"
    bool is_whole() const { return value == static_cast<double>(static_cast<std::int64_t>(value)); }
    std::int64_t whole() const { return static_cast<std::int64_t>(value); }
};

/// The longest number that begins at a token: "12", "1,200", "1.2 million", "3 500", "twenty-three", "two dozen", "a hundred",
/// "one hundred and five", "٢٣", "ثلاثة عشر", "ثلاثة وعشرين", "مئتين وخمسين", "5 آلاف". Arabic number words are read behind و ف ب ل ك
/// ("بثلاثة"). Never a date, a clock time or an article ("a", "an" only before hundred, thousand, million, dozen).
/// Duals ("قتيلان") are nouns, not numbers: understand/ reads those. "several" and "عدة", "بضعة" are vague 3, "a few" 3, "couple" vague 2.
std::optional<NumberRead> read_number(const Document& document, std::size_t first_token);

/// The value of one number token in digits, by its normal form: "1,200" → 1200, "3.5" → 3.5; nothing for "12/5/2024", "10:30", "1.2.3".
std::optional<double> number_from_digits(std::string_view normal);

}  // namespace sitrep::text
