#include "understand/arabic/told_alive.hpp"

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {

bool told_alive(const text::Document& document, std::uint32_t behind)
{
    constexpr std::array<std::string_view, 19> alive{"اصيب", "اصيبت", "اصيبوا", "اصيبا", "اصبن",  "جرح",  "جرحوا", "جرحا", "جرحت", "جرحن",
                                                     "نجا",  "نجوا",  "نجت",    "نجيا",  "افرج", "انقذ", "انقذوا", "سالمون", "سالمين"};
    // Words that tell the contrary, or begin to tell of others.
    constexpr std::array<std::string_view, 13> others{"قتل", "قتلت", "قتلوا", "قتلا", "توفوا", "استشهدوا", "الذين", "الذي",
                                                      "كما", "فيما", "بينما", "حين", "بعدما"};
    constexpr std::uint32_t reach = 5;
    if (behind == 0) {
        return false;
    }
    const std::uint32_t end = std::min(document.sentences()[document.sentence_of(behind - 1)].last, behind + reach);
    for (; behind < end && document.tokens()[behind].kind != text::TokenKind::punctuation; ++behind) {
        const std::string_view word = document.tokens()[behind].normal;
        if (is_one_of(alive, word)) {
            return !text::read_number(document, behind + 1 < end ? behind + 1 : behind);  // not "… جرح 150"
        }
        if (word.starts_with("و") || is_one_of(others, word)) {
            return false;  // "ثلاثة جنود وأصيب أربعة"
        }
    }
    return false;
}

}  // namespace sitrep::understand::arabic
