#include "understand/where/nameless.hpp"

#include "text/abbreviations.hpp"
#include "text/clitics.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand {

namespace {

bool is_direction(std::string_view normal)
{
    constexpr std::array<std::string_view, 16> directions{"north", "south", "east", "west", "northern", "southern", "eastern", "western",
                                                          "شمال",  "جنوب",  "شرق",  "غرب",  "of",       "and",      "the",     ","};
    return is_one_of(directions, normal);
}

// A noun for a place that a name or an adjective follows.
bool is_noun(std::string_view bare)
{
    constexpr std::array<std::string_view, 44> nouns{
        "قريه", "بلده", "مدينه", "حي", "محافظه", "ناحيه", "قضاء", "منطقه", "قري", "احياء", "مناطق", "بلدات", "مدن", "مخيم",
        "وادي", "واد", "جسر", "مدرسه", "مسجد", "جامع", "سوق", "حاجز",
        "مزرعه", "مزارع", "محطه", "ميناء", "بوابه", "طريق", "شارع", "مشفي", "مستشفي", "فندق", "كنيسه", "معمل", "مصنع", "منجم",
        "نهر", "جبل", "ساحه", "حقل", "قاعده", "مطار", "حدود", "معبر"};
    return is_one_of(nouns, bare);
}

// What stands before the noun and is part of it.
bool is_part(std::string_view bare)
{
    constexpr std::array<std::string_view, 12> parts{"مدخل", "بوابه", "باب", "محيط", "قرب", "اطراف", "داخل", "خارج", "امام", "وسط", "جوار", "مداخل"};
    return is_one_of(parts, bare);
}

bool is_adjective(std::string_view normal)
{
    // A foreign name may end like an adjective ("حي رزكاري"), so those that describe are counted up.
    constexpr std::array<std::string_view, 55> others{"سكني", "ترابي", "وهمي", "جبلي", "ريفي", "زراعي", "رئيسي", "فرعي", "شعبي", "عشوايي",
        "تجاري", "صناعي", "عسكري", "امني", "محلي", "حدودي",
                                                      "سكنيه", "ترابيه", "وهميه", "جبليه", "ريفيه", "زراعيه", "حدوديه", "عسكريه", "امنيه",
                                                      "صغير", "كبير", "قديم", "جديد", "موقت", "مهجور", "ماهول", "مجاور", "محاصر", "متفرق",
                                                      "مزدحم", "وعر", "بعيد", "قريب", "مكتظ",
                                                      "صغيره", "كبيره", "قديمه", "جديده", "موقته", "مهجوره", "ماهوله", "مجاوره", "محاصره",
                                                      "متفرقه", "مزدحمه", "وعره", "بعيده", "قريبه", "مكتظه"};
    return is_one_of(others, normal);
}

bool is_material(std::string_view normal)
{
    constexpr std::array<std::string_view, 22> things{"زيتون", "طوب", "عنبر", "دواجن", "وقود", "محروقات", "مياه", "خضار", "مواشي", "مواش", "اغنام",
                                                      "غنم", "ابقار", "سلاح", "ذخيره", "اسمنت", "رخام", "فحم", "حبوب", "طحين", "ادويه", "ذهب"};
    return is_one_of(things, normal);
}

// "ميناءً نهرياً": no name bears this ending.
bool has_tanwin(std::string_view written)
{
    constexpr std::string_view fathatan = "\xD9\x8B";
    return written.find(fathatan) != std::string_view::npos;
}

// "مخيم", "داخل مزرعة دواجن": a noun alone, or with words that tell what it is like. "البلدة" is the one that was told.
bool only_describes(const text::Document& document, Tokens tokens)
{
    const auto& all = document.tokens();
    const auto bare_at = [&](std::uint32_t at) {
        for (const auto& split : text::clitic_splits(all[at].normal))
            if (!split.article && (is_noun(split.rest) || is_part(split.rest))) return split.rest;
        return std::string_view{};
    };
    while (tokens.last > tokens.first + 1 && is_part(bare_at(tokens.first))) ++tokens.first;
    if (!is_noun(bare_at(tokens.first))) return false;
    const auto words = tokens.last - tokens.first;
    if (words == 1) return true;
    const auto next = all[tokens.first + 1].normal;
    return words == 2 && (is_adjective(next) || is_material(next) || has_tanwin(document.words(tokens.first + 1, tokens.last)));
}

}  // namespace

bool names_nothing(const text::Document& document, Tokens tokens)
{
    constexpr std::array<std::string_view, 7> several{"bases", "posts", "positions", "checkpoints", "garrisons", "forces", "troops"};
    constexpr std::array<std::string_view, 9> kinds{"villages", "towns", "cities", "districts", "quarters", "parts", "areas", "side", "sides"};
    const auto& all = document.tokens();
    if (all[tokens.first].arabic) {
        if (only_describes(document, tokens)) return true;
    } else if (is_one_of(several, all[tokens.last - 1].normal)) {
        return true;
    } else if (is_one_of(kinds, all[tokens.last - 1].normal) && std::none_of(all.begin() + tokens.first, all.begin() + tokens.last, [](const text::Token& token) { return token.capital; })) {
        return true;
    }
    const bool named_behind = std::any_of(all.begin() + tokens.first + 1, all.begin() + tokens.last, [](const text::Token& token) { return token.capital || token.arabic; });
    if (text::links_sentences(all[tokens.first].normal) && !named_behind) return true;  // "Elsewhere, 9 gunmen stormed a market"
    return std::all_of(all.begin() + tokens.first, all.begin() + tokens.last, [](const text::Token& token) { return is_direction(token.normal); });
}

bool points_back_at_unit(const text::Document& document, Tokens tokens)
{
    const auto& all = document.tokens();
    const auto begin = all.begin() + tokens.first, end = all.begin() + tokens.last;
    constexpr std::array<std::string_view, 6> same{"same", "نفس", "نفسه", "نفسها", "ذاته", "ذاتها"};
    constexpr std::array<std::string_view, 14> units{"province", "governorate", "state", "region", "county", "department", "country",
                                                     "محافظه", "المحافظه", "ولايه", "الولايه", "منطقه", "المنطقه", "الاقليم"};
    const auto has_any = [&](const auto& words) { return std::any_of(begin, end, [&](const text::Token& token) { return is_one_of(words, token.normal); }); };
    return has_any(same) && has_any(units) && std::none_of(begin, end, [](const text::Token& token) { return token.capital; });
}

std::uint32_t letters_before_place(const text::Document& document, Tokens tokens)
{
    constexpr std::array<std::string_view, 6> prepositions{"في", "من", "الي", "علي", "قرب", "عند"};
    constexpr std::size_t shortest_bare = 8;
    const auto& all = document.tokens();
    const auto& first = all[tokens.first];
    if (!first.arabic || (tokens.first > 0 && is_one_of(prepositions, all[tokens.first - 1].normal))) return 0;
    for (const auto& split : text::clitic_splits(first.normal)) {
        const bool hidden_article = split.letters > 0 && !split.rest.starts_with("ال") && split.article;  // "للكويت" keeps its second letter
        if (split.letters == 0 || hidden_article || first.normal.starts_with("ك") || first.normal.starts_with("س")) continue;
        if (is_noun(split.rest) || (split.article && split.bare.size() >= shortest_bare)) return split.letters;
    }
    return 0;
}

}  // namespace sitrep::understand
