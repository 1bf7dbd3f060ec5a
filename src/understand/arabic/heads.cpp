#include "understand/arabic/heads.hpp"

#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

std::optional<Outcome> outcome_of_head(std::string_view word)
{
    constexpr std::array<std::string_view, 5> dead{"القتلي", "الضحايا", "الشهداء", "الوفيات", "الموتي"};
    constexpr std::array<std::string_view, 4> hurt{"الجرحي", "المصابين", "المصابون", "الاصابات"};
    word = without_and(word);
    if (is_one_of(dead, word)) {
        return Outcome::killed;
    }
    return is_one_of(hurt, word) ? std::optional(Outcome::injured) : std::nullopt;
}

// "قتلى [الهجوم]", "جرحى [الانفجار الأول]", "قتلاه".
std::optional<Outcome> outcome_of_construct(std::string_view word)
{
    constexpr std::array<std::string_view, 3> dead{"قتلي", "ضحايا", "شهداء"};
    constexpr std::array<std::string_view, 3> hurt{"جرحي", "مصابي", "اصابات"};
    word = without_and(word);
    if (is_one_of(dead, word)) {
        return Outcome::killed;
    }
    return is_one_of(hurt, word) ? std::optional(Outcome::injured) : std::nullopt;
}

std::optional<Outcome> outcome_of_possessed(std::string_view word)
{
    constexpr std::array<std::string_view, 9> dead{"قتلاه",   "قتلاها",  "قتلاهم",  "ضحاياه", "ضحاياها",
                                                   "قتلاهما", "خسايره", "خسايرها", "خسايرهم"};
    constexpr std::array<std::string_view, 4> hurt{"جرحاه", "جرحاها", "جرحاهم", "مصابيه"};
    word = without_and(word);
    if (is_one_of(dead, word)) {
        return Outcome::killed;
    }
    return is_one_of(hurt, word) ? std::optional(Outcome::injured) : std::nullopt;
}

// "إن قتلى الجيش 35", "عدد قتلى السوق خمسة": whose dead they are, with their number right behind.
bool counts_owners(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    constexpr std::array<std::string_view, 3> counts{"عدد", "وعدد", "حصيله"};
    const bool opens = i > reading.sentence_begin(i) && (reading.has(i - 1, Class::that) || is_one_of(counts, reading.word(i - 1).normal));
    const bool owners = free_before(reading, i + 1, end) && reading.word(i + 1).normal.starts_with("ال") && !reading.number(i + 1);
    return opens && owners && free_before(reading, i + 2, end) && reading.number(i + 2).has_value();
}

}  // namespace

std::string_view without_and(std::string_view word)
{
    for (const std::string_view clitic : {"و", "ف"})
        if (word.starts_with(clitic)) {
            return word.substr(clitic.size());
        }
    return word;
}

bool free_before(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    return i < end && reading.word(i).pause == Pause::nothing;
}

// "القتلى من الجنود 35", "عدد القتلى لديه تسعة": the word behind what stands between those counted and their number.
std::uint32_t after_insertion(const Reading& reading, std::uint32_t at, std::uint32_t end)
{
    constexpr std::array<std::string_view, 8> with{"لديه", "لديها", "لديهم", "عنده", "عندها", "عندهم", "برايه", "بحسبه"};
    constexpr std::array<std::string_view, 6> views{"رايه", "رايها", "رايهم", "تقديره", "تقديرها", "تقديرهم"};
    if (!free_before(reading, at, end)) {
        return at;
    }
    if (is_one_of(with, reading.word(at).normal)) {
        return at + 1;
    }
    const bool two = free_before(reading, at + 1, end);
    if (two && reading.word(at).normal == "في" && is_one_of(views, reading.word(at + 1).normal)) {
        return at + 2;
    }
    const Found* people = two && reading.word(at).normal == "من" ? reading.find(at + 1, Class::people) : nullptr;
    return people != nullptr && people->definite ? people->last : at;
}

std::optional<Head> head_at(const Reading& reading, std::uint32_t i)
{
    const std::uint32_t end = std::min(reading.sentence_end(i), i + head_window);
    const std::string_view word = reading.word(i).normal;
    std::optional<Outcome> outcome = outcome_of_head(word);
    const auto possessed = outcome ? std::nullopt : outcome_of_possessed(word);
    outcome = outcome ? outcome : possessed;
    std::uint32_t last = i + 1;
    if (!outcome) {
        outcome = outcome_of_construct(word);
        const Found* act = free_before(reading, last, end) ? reading.find(last, Class::act) : nullptr;
        const bool of_act = act != nullptr && !act->verb && act->definite;
        if (!outcome || (!of_act && !counts_owners(reading, i, end))) {
            return std::nullopt;
        }
        for (last = of_act ? act->last : last + 1; free_before(reading, last, end) && reading.word(last).normal.starts_with("ال") && !reading.number(last);) {
            ++last;  // "الانفجار الأول"
        }
    }
    Head head{.first = i, .last = last, .outcome = *outcome, .combined = false, .possessed = possessed.has_value()};
    const auto other = free_before(reading, last, end) && reading.word(last).normal.starts_with("و") ? outcome_of_head(reading.word(last).normal) : std::nullopt;
    if (other && *other != *outcome) {
        head.combined = true;
        ++head.last;
    }
    return head;
}

Counted counted_in(const Reading& reading, std::uint32_t from, std::uint32_t to)
{
    constexpr std::array<std::string_view, 2> numbers{"عدد", "وعدد"};
    for (std::uint32_t at = to; at-- > from;) {
        const std::string_view word = reading.word(at).normal;
        auto outcome = outcome_of_head(word);
        outcome = outcome ? outcome : outcome_of_construct(word);
        outcome = outcome ? outcome : outcome_of_possessed(word);
        if (outcome) {
            const auto before = at > from ? outcome_of_head(reading.word(at - 1).normal) : std::nullopt;
            return {.outcome = outcome, .combined = before && *before != *outcome, .others = false};
        }
        if (is_one_of(numbers, word)) {
            return {.outcome = std::nullopt, .combined = false, .others = at + 1 < to && reading.word(at + 1).normal.starts_with("ال")};  // "عدد النازحين"
        }
    }
    return {};
}

}  // namespace sitrep::understand::arabic
