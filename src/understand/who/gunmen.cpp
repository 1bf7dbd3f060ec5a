#include "understand/who/gunmen.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"
#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Arms, number, and that nobody knows them: the beginnings of words in normal form.
constexpr std::array<std::string_view, 42> says_nothing{"مسلح", "فصيل", "تشكيل", "رجلان",
                                                        "رجلين", "شخصان", "شخصين", "ملثم", "مقنع", "مجهول", "رجال", "رجل", "مجموع",
                                                        "عناصر", "عنصر", "افراد",
                                                        "فرد", "شخص", "اشخاص", "اخر", "اخري", "مهاجم", "منفذ", "فاعل", "جناه", "قتله", "قاتل",
                                                        "خاطف", "انتحاري", "هويه", "جهه", "طرف", "عدد", "عده", "بعض", "من", "احد", "ثلاث",
                                                        "سياره", "غير", "معروف", "كان"};
// How they came and what they wore is no part of who they were.
constexpr std::array<std::string_view, 37> circumstances{"علي", "في", "متن", "يستقل", "بزي", "بملابس", "بلباس", "يرتد", "يقود", "كانوا",
                                                         "الذين", "الذي", "اللذين", "لم", "دراجه", "لا", "قرب", "خلال", "عند",
                                                         "مدجج", "مزود", "متخف", "متنكر", "منفرد", "خارج", "سلاح", "سلاحا",
                                                         "اسلحه", "سكين", "سكاكين", "بنادق",
                                                         "بندقيه", "رشاش", "مسدس", "سواطير", "هراوات", "عصي"};
// "مسلحون من أبناء العشيرة", "مسلحون موالون": words behind that tell it, where the tagger saw the men alone.
constexpr std::array<std::string_view, 18> people_of{"قبيله", "قبايل", "عشيره", "عشاير", "ابناء", "انصار", "اتباع", "بني", "اهالي",
                                                     "سكان", "قبلي", "عشايري", "موال", "تابع", "متشدد", "اسلامي", "جهادي", "رديف"};

template <std::size_t size>
bool begins_like(std::string_view normal, const std::array<std::string_view, size>& words)
{
    for (const auto& split : text::clitic_splits(normal))
        if (std::ranges::any_of(words, [&](std::string_view word) { return split.bare == word || (word.size() > 6 && split.bare.starts_with(word)); })) return true;
    return false;
}

// "Awlad Suleiman gunmen", "tribal gunmen", "gunmen loyal to the old regime"
bool english_tells_whose(const Material& material, const ActorCue& gunmen)
{
    constexpr std::array<std::string_view, 4> sorts{"tribal", "loyal", "sectarian", "settler"};
    const auto& sentence = material.document.sentences()[gunmen.sentence];
    const Tokens words = words_for(material, gunmen);
    for (std::uint32_t at = words.first; at < words.last; ++at) {
        const text::Token& token = material.document.tokens()[at];
        const bool name = token.capital && at > sentence.first && !sentence.in_title && !token.arabic;
        if (name || std::ranges::find(sorts, token.normal) != sorts.end() || token.normal.starts_with("pro-")) return true;
    }
    return false;
}

bool arabic_tells_whose(const Material& material, const ActorCue& gunmen)
{
    constexpr std::uint32_t reach = 2;
    const auto& tokens = material.document.tokens();
    const Tokens words = words_for(material, gunmen);
    for (std::uint32_t at = words.first; at < words.last; ++at) {
        if (tokens[at].kind != text::TokenKind::word || !tokens[at].arabic || text::read_number(material.document, at)) continue;
        if (begins_like(tokens[at].normal, circumstances)) return false;
        if (!begins_like(tokens[at].normal, says_nothing)) return true;
    }
    const std::uint32_t end = std::min(words.last + reach, material.document.sentences()[gunmen.sentence].last);
    for (std::uint32_t at = words.last; at < end && tokens[at].kind == text::TokenKind::word; ++at) {
        if (begins_like(tokens[at].normal, people_of)) return true;
        if (tokens[at].normal != "من") break;
    }
    return false;
}

}  // namespace

bool tells_whose_they_are(const Material& material, const ActorCue& gunmen)
{
    return material.document.language() == Language::arabic ? arabic_tells_whose(material, gunmen) : english_tells_whose(material, gunmen);
}

Tokens gunmen_alone(const text::Document& document, Tokens tokens)
{
    constexpr std::array<std::string_view, 8> men{"مسلحون", "ملثمون", "مقاتلون", "متمردون", "مهاجمون", "ارهابيون", "متشددون", "جهاديون"};
    constexpr std::array<std::string_view, 9> forces{"حرس", "قوات", "قوه", "شرطه", "جنود", "دوريه", "جيش", "الجيش", "الشرطه"};
    constexpr std::string_view article = "ال", plural = "ون";
    if (tokens.last - tokens.first < 2) return tokens;
    std::string_view first = document.tokens()[tokens.first].normal;
    const std::string_view next = document.tokens()[tokens.first + 1].normal;
    const bool definite = first.starts_with(article);
    first.remove_prefix(definite ? article.size() : 0);
    if (!is_one_of(men, first)) return tokens;
    const bool described = next.ends_with(plural) || (definite && !is_one_of(forces, next));
    const bool another = is_one_of(forces, next) || next.starts_with(article);
    return another && !described ? Tokens{tokens.first, tokens.first + 1} : tokens;
}

}  // namespace sitrep::understand
