#include "understand/arabic/mishaps.hpp"

#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "جرفت السيول", "قتلت صاعقة"
bool nature_does(const Reading& reading, const Found& act)
{
    const bool goes_on = act.last < reading.sentence_end(act.first) && reading.word(act.last).pause == Pause::nothing;
    return act.verb && goes_on && reading.has(act.last, Class::hardship);
}

bool is_joined(const Found& act) { return act.verb && (act.has_clitic("و") || act.has_clitic("ف")); }

}  // namespace

bool is_mishap(const Reading& reading, const Found& act)
{
    constexpr std::array<std::string_view, 6> drowned{"غريق", "غريقه", "غرقي", "غريقا", "منهار", "منهاره"};
    constexpr std::uint32_t reach = 8;
    if (act.is(Prop::body) && act.entry->needs == Class::corpse) {
        const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + reach);
        for (std::uint32_t i = act.last; i < end && reading.word(i).pause == Pause::nothing; ++i) {
            if (reading.is_word_any(i, drowned)) {
                return true;
            }
        }
    }
    if (nature_does(reading, act)) {
        return true;
    }
    // "وقتلت ثلاثة": the flood of the verb before
    for (std::uint32_t i = act.first; is_joined(act) && i > reading.sentence_begin(act.first);) {
        const Found* before = reading.find(--i, Class::act);
        if (before != nullptr && before->verb) {
            return nature_does(reading, *before);
        }
    }
    return false;
}

namespace {

// "بعد إصابتها بنيران أرضية", "إثر سقوط قذيفة", "بسبب إطلاق النار": somebody brought it about; not "متضرر من قصف سابق".
bool is_brought_about(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    constexpr std::array<std::string_view, 7> because{"بعد", "اثر", "جراء", "نتيجه", "بسبب", "بفعل", "عقب"};
    constexpr std::array<std::string_view, 10> fire{"بنيران", "النار", "نار", "بصاروخ", "صاروخ", "قذيفه", "قذايف", "بقذيفه", "غاره", "قصف"};
    constexpr std::uint32_t reach = 5;
    if (!is_one_of(because, reading.word(i).normal)) {
        return false;
    }
    for (std::uint32_t at = i + 1; at < std::min(end, i + reach) && reading.word(at).pause == Pause::nothing; ++at) {
        if (is_one_of(fire, reading.word(at).normal)) {
            return at + 1 >= end || !reading.word(at + 1).normal.starts_with("سابق");
        }
    }
    return false;
}

}  // namespace

bool tells_accident(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    constexpr std::array<std::string_view, 4> by_hand{"اسقط", "باسقاط", "تفجير", "بتفجير"};
    if (reading.next(begin, end, Class::accident) == end) {
        return false;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
        std::string_view word = reading.word(i).normal;
        word.remove_prefix(word.starts_with("و") || word.starts_with("ف") ? std::string_view("و").size() : 0);
        if (is_brought_about(reading, i, end) || std::ranges::any_of(by_hand, [&](std::string_view stem) { return word.starts_with(stem); })) {
            return false;
        }
    }
    return true;
}

bool only_burns(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    bool burns = false;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Found* act = reading.find(i, Class::act);
        if (reading.has(i, Class::weapon) || (act != nullptr && !act->is(Prop::hurt_act))) {
            return false;
        }
        burns = burns || reading.is_word(i, "حروق");
    }
    return burns;
}

}  // namespace sitrep::understand::arabic
