#include "understand/arabic/group_names.hpp"

#include "understand/arabic/names.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t name_words_max = 5;

// What a group of people under arms is called that is no unit of an army.
bool is_group_noun(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 12> nouns{"حركه", "جماعه", "تنظيم", "كتايب", "سرايا", "الويه", "عصايب", "فصيل", "جبهه",
                                                     "انصار", "احرار", "جند"};
    return reading.is_word_any(i, nouns) && !reading.word(i).normal.starts_with("ال");
}

// These are units of armies too: a group's only where it claims or denies.
bool is_unit_noun(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 7> nouns{"لواء", "كتيبه", "جيش", "تحالف", "فيلق", "حزب", "سريه"};
    return is_one_of(nouns, reading.word(i).normal);
}

bool ends_name(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 30> ends{"في", "من", "علي", "عن", "الي", "مع", "عبر", "قبل", "بعد", "خلال", "لم", "لا", "قد", "ان",
                                                    "انها", "انه", "هذا", "هذه", "ما", "كما", "مسووليه", "مسووليتها", "مسووليته",
                                                    "المسووليه", "وقوفها", "لها", "له", "اي", "حتي", "ضد"};
    if (reading.word(i).pause != Pause::nothing || reading.in_date(i) || reading.number(i) || is_one_of(ends, reading.word(i).normal)) {
        return true;
    }
    for (const Class cls : {Class::act, Class::reports, Class::that, Class::relative_there, Class::claims, Class::denies, Class::weapon, Class::negation, Class::background}) {
        if (reading.has(i, cls)) {
            return true;
        }
    }
    // "بالهجوم", "للقصف": a preposition with the article.
    return reading.word(i).normal.starts_with("بال") || reading.word(i).normal.starts_with("لل");
}

// "قتلت «كتائب الشهيد» ضابطاً": the name ends with its quote mark.
bool closes_quote(const Reading& reading, std::uint32_t i)
{
    const std::uint32_t behind = reading.word(i).token + 1;
    return behind < reading.document().tokens().size() && reading.document().words(behind, behind + 1) == "»";
}

// "قتلت كتائب الشهيد ضابطاً": no name bears this ending.
bool is_indefinite_object(const Reading& reading, std::uint32_t i)
{
    constexpr std::string_view fathatan = "\xD9\x8B";
    return reading.text({reading.word(i).token, reading.word(i).token + 1}).find(fathatan) != std::string_view::npos;
}

// "حركة السير", "جماعة محلية": no name.
bool is_no_name(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 19> others{"السير", "المرور", "النزوح", "التجاره", "الملاحه", "مسلحه", "المسلحه", "محليه",
                                                      "ارهابيه", "متشدده", "مجهوله", "اخري", "مسلح", "مجهول", "محلي", "متمرد", "متطرف", "معارض",
                                                      "غير"};
    return is_one_of(others, reading.word(i).normal);
}

bool announces(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> verbs{"اعلن", "اعلنت", "تعلن", "يعلن"};
    return reading.is_word_any(i, verbs);
}

// "واتهمت الشرطة المحلية كتائب الغضب": the verb, the accuser, the accused.
bool is_accused(const Reading& reading, std::uint32_t i)
{
    constexpr std::uint32_t accuser_words_max = 4;
    for (std::uint32_t back = 1; back <= accuser_words_max + 1 && i >= reading.sentence_begin(i) + back; ++back) {
        if (reading.word(i - back + 1).pause != Pause::nothing) {
            return false;
        }
        if (reading.has(i - back, Class::blames)) {
            return true;
        }
    }
    return false;
}

bool claims_or_denies(const Reading& reading, std::uint32_t i)
{
    return reading.has(i, Class::claims) || reading.has(i, Class::denies);
}

}  // namespace

std::uint32_t group_name_end(const Reading& reading, const std::vector<FoundAct>& acts, std::uint32_t i)
{
    const bool unit = is_unit_noun(reading, i);
    if (reading.in_place(i) || (!unit && !is_group_noun(reading, i))) {
        return i;
    }
    const std::uint32_t end = std::min(reading.sentence_end(i), i + name_words_max);
    std::uint32_t last = i + 1;
    while (last < end && !ends_name(reading, last) && !closes_quote(reading, last - 1) && !is_indefinite_object(reading, last)) {
        ++last;
    }
    if (last == i + 1 || is_no_name(reading, i + 1) || name_at(reading, i + 1)) {
        return i;
    }
    const std::uint32_t begin = reading.sentence_begin(i);
    const bool after_verb = i > begin && reading.word(i).pause == Pause::nothing;
    const bool answers = (after_verb && (claims_or_denies(reading, i - 1) || announces(reading, i - 1))) ||
                         (last < reading.sentence_end(i) && reading.word(last).pause == Pause::nothing && claims_or_denies(reading, last));
    if (answers || unit) {
        return answers ? last : i;
    }
    if (is_accused(reading, i)) {
        return last;
    }
    const FoundAct* act = act_before(reading, acts, i);
    const bool acts_here = after_verb && act != nullptr && act->last == i && act->found->verb && !act->passive;
    return acts_here ? last : i;
}

}  // namespace sitrep::understand::arabic
