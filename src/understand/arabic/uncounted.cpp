#include "understand/arabic/uncounted.hpp"

#include "understand/arabic/heads.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "قُتلت أسرة [تضم سبعة]", "أباد القصف عائلة": all of them; not "قصف منزل عائلة".
bool is_family_killed(const text::Document& document, std::uint32_t begin, std::uint32_t family)
{
    constexpr std::array families{"اسره", "عايله"};
    constexpr std::array killed{"قتل", "قتلت", "قتلوا", "مقتل", "استشهدت", "استشهاد", "اباد", "ابادت", "ابيدت", "قضت", "اباده"};
    constexpr std::uint32_t reach = 2;
    if (!is_one_of(families, document.tokens()[family].normal)) return false;
    for (std::uint32_t at = family; at-- > begin && at + reach >= family;)
        if (is_one_of(killed, without_and(document.tokens()[at].normal))) return true;
    return false;
}

// "قوامها ستة أفراد", "مجموعة ضمت تسعة", "مؤلفة من خمسة"
bool tells_size(const text::Document& document, std::uint32_t begin, std::uint32_t first)
{
    constexpr std::array sizes{"قوامه", "قوامها", "قوامهم", "ضم", "ضمت", "تضم", "يضم", "تتالف", "يتالف", "مولفه", "مكونه", "مولف", "مكون"};
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t at = first; at-- > begin && at + reach >= first;)
        if (is_one_of(sizes, without_and(document.tokens()[at].normal))) return at == begin || !is_family_killed(document, begin, at - 1);
    return false;
}

// "نزوح 12 أسرة", "شرد القصف أربعين"
bool tells_flight(const text::Document& document, std::uint32_t begin, std::uint32_t first)
{
    constexpr std::array flights{"نزوح", "نزح", "نزحت", "تشريد", "شرد", "شردت", "تهجير", "هجر", "اجلاء", "ايواء"};
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t at = first; at-- > begin && at + reach >= first;)
        if (is_one_of(flights, without_and(document.tokens()[at].normal))) return true;
    return false;
}

// "12 آخرون في عداد المفقودين", "ثلاث رصاصات", "بستة مما أوردته"
bool is_told_behind(const text::Document& document, std::uint32_t behind, std::uint32_t end)
{
    constexpr std::array shots{"رصاصه", "رصاصات", "طلقه", "طلقات", "طلقا", "عيارات", "اعيره", "شظايا", "شظيه", "طعنات", "طعنه"};
    constexpr std::array missing{"المفقودين", "مفقودين", "مفقودون", "مفقودا"};
    constexpr std::uint32_t reach = 4;
    if (behind < end && is_one_of(shots, document.tokens()[behind].normal)) return true;
    for (std::uint32_t at = behind; at < std::min(end, behind + reach) && document.tokens()[at].kind != text::TokenKind::punctuation; ++at) {
        const std::string_view word = document.tokens()[at].normal;
        if (is_one_of(missing, word)) return true;
        if (word.starts_with("و")) return false;
    }
    return false;
}

}  // namespace

bool counts_no_victims(const text::Document& document, Tokens number)
{
    const auto [first, behind] = number;
    constexpr std::array more{"اكثر", "اقل", "ازيد"};
    constexpr std::array than{"من", "مما", "عما"};
    const auto& tokens = document.tokens();
    const auto sentence = document.sentences()[document.sentence_of(first)];
    const bool differs = first > sentence.first && is_one_of(more, without_and(tokens[first - 1].normal)) && tokens[first].normal.starts_with("ب") &&
                         behind < sentence.last && is_one_of(than, tokens[behind].normal);
    return differs || tells_size(document, sentence.first, first) || tells_flight(document, sentence.first, first) ||
           is_told_behind(document, behind, sentence.last);
}

bool is_part_of_name(const text::Document& document, std::uint32_t digits)
{
    constexpr std::array<std::string_view, 9> numbered{"الفرقه", "الكتيبه", "اللواء", "الفوج", "القناه", "الماده", "الفيلق", "القطاع", "اللوا"};
    if (digits == 0 || document.tokens()[digits].kind != text::TokenKind::number) return false;
    const text::Token& before = document.tokens()[digits - 1];
    if (!before.arabic) return false;
    std::string_view word = before.normal;
    for (const std::string_view clitic : {"و", "ف", "ب", "ك"})
        if (word.starts_with(clitic)) {
            word.remove_prefix(clitic.size());
            break;
        }
    return is_one_of(numbered, word) || is_one_of(numbered, before.normal);
}

}  // namespace sitrep::understand::arabic
