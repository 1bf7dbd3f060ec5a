#include "understand/figures/feared.hpp"

#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Of each language: how a toll comes to a number, and what says that it may.
constexpr std::array<std::string_view, 7> comes_to{"rise", "climb", "grow", "increase", "reach", "exceed", "pass"};
constexpr std::array<std::string_view, 12> may{"may", "might", "could", "would", "likely", "expected", "feared", "fear", "fears", "expect", "can", "expects"};
constexpr std::array<std::string_view, 8> comes_to_arabic{"ترتفع", "يرتفع", "تصل", "يصل", "تبلغ", "يبلغ", "ارتفاع", "بارتفاع"};
constexpr std::array<std::string_view, 4> perhaps{"قد", "وقد", "ربما", "وربما"};
constexpr std::array<std::string_view, 12> expecting{"يتوقع", "ويتوقع", "المتوقع", "المرجح", "المحتمل",
                                                     "يخشي", "ويخشي", "تخشي", "مخاوف", "متوقعا", "احتمال", "توقعات"};

bool is_perhaps(std::string_view word, bool arabic)
{
    return arabic ? is_one_of(perhaps, word) || is_one_of(expecting, word) : is_one_of(may, word);
}

}  // namespace

bool is_feared(const text::Document& document, std::uint32_t number)
{
    constexpr std::uint32_t reach = 5, reach_of_fear = 5;
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    const auto goes_on = [&](std::uint32_t at) { return at > begin && tokens[at - 1].kind != text::TokenKind::punctuation; };
    for (std::uint32_t at = number; goes_on(at) && number - at < reach; --at) {
        const text::Token& verb = tokens[at - 1];
        if (!(verb.arabic ? is_one_of(comes_to_arabic, verb.normal) : is_one_of(comes_to, verb.normal))) continue;
        for (std::uint32_t back = at - 1; goes_on(back) && at - back < reach_of_fear; --back)
            if (is_perhaps(tokens[back - 1].normal, verb.arabic)) return true;
        return false;
    }
    return false;
}

}  // namespace sitrep::understand
