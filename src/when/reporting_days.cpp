// Days on which something was said, or the dead of an earlier day were buried: no story goes on from them.
#include <algorithm>
#include <array>
#include <string_view>

#include "when/found.hpp"

namespace sitrep::when {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t reach_pieces = 5;  // "the ministry said in a short statement on Friday"

template <std::size_t N>
bool is_one_of(const Pieces& pieces, std::size_t i, const std::array<std::string_view, N>& words)
{
    return std::ranges::find(words, pieces.at(i).text) != words.end();
}

bool ends_clause(const Pieces& pieces, std::size_t i)
{
    constexpr std::array stops{"."sv, ","sv, ";"sv, ":"sv, "،"sv, "؛"sv, "!"sv, "?"sv, "؟"sv};
    return pieces.at(i).text.empty() || is_one_of(pieces, i, stops);
}

/// "said", "announced in a statement", "told the agency by telephone", "died of his wounds": nothing else may stand between it and the day.
bool follows_english_report(const Pieces& pieces, std::size_t first)
{
    constexpr std::array saying{"said"sv,  "says"sv,    "told"sv,    "announced"sv, "stated"sv,  "confirmed"sv, "wrote"sv,     "claimed"sv, "added"sv,  "declared"sv, "admitted"sv,
                                "denied"sv, "revised"sv, "condemned"sv, "reported"sv, "tweeted"sv, "acknowledged"sv, "buried"sv, "funeral"sv, "funerals"sv, "statement"sv, "mourned"sv};
    constexpr std::array between{"in"sv, "a"sv, "an"sv, "the"sv, "it"sv, "this"sv, "to"sv, "by"sv, "on"sv, "via"sv, "statement"sv, "reporters"sv, "journalists"sv, "television"sv, "radio"sv,
                                 "state"sv, "phone"sv, "telephone"sv, "agency"sv, "media"sv, "late"sv, "early"sv, "attack"sv, "responsibility"sv, "for"sv, "short"sv, "separately"sv, "was"sv, "were"sv,
                                 "held"sv, "there"sv, "again"sv};
    constexpr std::array wounds{"wounds"sv, "injuries"sv, "hospital"sv};
    bool of_wounds = false;
    for (std::size_t back = 1; back <= reach_pieces && back <= first; ++back) {
        const std::size_t i = first - back;
        if (ends_clause(pieces, i)) return false;
        if (of_wounds && pieces.is(i, "died")) return true;
        if (is_one_of(pieces, i, wounds)) of_wounds = true;
        if (is_one_of(pieces, i, saying)) return true;
        if (!of_wounds && !is_one_of(pieces, i, between) && !pieces.at(i).capital) return false;
    }
    return false;
}

/// "أعلن الجيش مساء الأحد أن", "وقالت الوزارة في بيان الخميس",
/// "تبنى التنظيم الأربعاء الهجوم": the verb leads, who says it follows.
bool follows_arabic_report(const Pieces& pieces, const Found& one)
{
    constexpr std::array saying{"قال"sv, "قالت"sv, "ذكر"sv, "ذكرت"sv, "اعلن"sv, "اعلنت"sv, "افاد"sv, "افادت"sv, "اكد"sv, "اكدت"sv,
                                "صرح"sv, "اوضح"sv, "اوضحت"sv, "نفي"sv, "نفت"sv, "زعم"sv,
                                "زعمت"sv, "اضاف"sv, "اضافت"sv, "تبني"sv, "تبنت"sv, "نشر"sv, "نشرت"sv, "شيع"sv, "شيعت"sv, "دفن"sv, "دفنت"sv};
    constexpr std::array conjunctions{"ان"sv, "انه"sv, "انها"sv, "انهم"sv, "بان"sv, "بانه"sv, "بانها"sv};
    const bool told_behind = is_one_of(pieces, one.last, conjunctions) || (ends_clause(pieces, one.last) && is_one_of(pieces, one.last + 1, conjunctions));
    const std::size_t reach = told_behind ? reach_pieces + 3 : 2;
    for (std::size_t back = 1; back <= reach && back <= one.first; ++back) {
        const std::size_t i = one.first - back;
        if (ends_clause(pieces, i)) return false;
        std::string_view word = pieces.at(i).text;
        constexpr std::string_view wa = "و", fa = "ف";
        const bool joined = !is_one_of(pieces, i, saying) && (word.starts_with(wa) || word.starts_with(fa));
        if (joined) word.remove_prefix(wa.size());
        if (std::ranges::find(saying, word) != saying.end()) return true;
        if (!told_behind && word == "بيان"sv) return true;
    }
    return false;
}

}  // namespace

void mark_reporting_days(const Pieces& pieces, std::vector<Found>& found)
{
    for (Found& one : found) {
        const Meaning& meaning = one.meaning;
        if (!is_day_level(meaning) || meaning.frame != Frame::at || meaning.basis == Basis::narrative) continue;
        one.meaning.reporting = pieces.at(one.first).arabic ? follows_arabic_report(pieces, one) : follows_english_report(pieces, one.first);
    }
}

}  // namespace sitrep::when
