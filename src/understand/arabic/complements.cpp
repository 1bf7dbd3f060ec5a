#include "understand/arabic/complements.hpp"

#include "understand/arabic/names.hpp"
#include "understand/arabic/people.hpp"
#include "understand/one_of.hpp"

#include <array>

namespace sitrep::understand::arabic {

bool lies_in_wait(const Reading& reading, const Found& verb)
{
    constexpr std::uint32_t window = 5;
    const std::uint32_t end = std::min(reading.sentence_end(verb.first), verb.last + window);
    for (std::uint32_t i = verb.last; i < end && reading.word(i).pause == Pause::nothing; ++i) {
        const Found* people = reading.find(i, Class::people);
        const auto normal = reading.word(i).normal;
        if ((people != nullptr && people->has_clitic("ل")) || normal == "له" || normal == "لها" || normal == "لهم" || normal == "لهما") {
            return true;
        }
    }
    return false;
}

bool takes_hold_of(const Reading& reading, const Found& verb)
{
    constexpr std::uint32_t window = 6;
    const std::uint32_t end = std::min(reading.sentence_end(verb.first), verb.last + window);
    const auto subject = simple_group_at(reading, verb.last);
    const bool named = (subject && subject->noun != nullptr) || name_at(reading, verb.last) || reading.has(verb.last, Class::source_noun);
    for (std::uint32_t i = verb.last; named && i < end && reading.word(i).pause == Pause::nothing && !reading.has(i, Class::act); ++i) {
        if (reading.has(i, Class::on)) {
            return true;
        }
    }
    return false;
}

bool leaves_place(const Reading& reading, const Found& verb)
{
    constexpr std::uint32_t window = 6;
    constexpr std::array<std::string_view, 3> leave{"خرج", "وخرج", "فخرج"};
    constexpr std::array<std::string_view, 21> left{"قريتهم", "بلدتهم", "مدينتهم", "مخيمهم", "قراهم", "بلداتهم",
                                                   "قريه",   "قري",   "القري",   "بلده",    "البلده",  "مدينه",  "المدينه", "مخيم",
                                                   "المخيم", "بيوتهم", "منازلهم", "ديارهم", "مناطقهم", "المنطقه", "القريه"};
    const std::uint32_t end = std::min(reading.sentence_end(verb.first), verb.last + window);
    for (std::uint32_t i = verb.last; is_one_of(leave, reading.word(verb.first).normal) && i + 1 < end && reading.word(i).pause == Pause::nothing; ++i) {
        if (reading.word(i).normal == "من" && (reading.in_place(i + 1) || is_one_of(left, reading.word(i + 1).normal))) {
            return true;
        }
    }
    return false;
}

std::optional<Reality> reality_behind(const Reading& reading, const Found& act)
{
    constexpr std::uint32_t window = 6;
    constexpr std::array<std::string_view, 6> taking_place{"يقع", "تقع", "يحدث", "تحدث", "يحصل", "تحصل"};
    constexpr std::array<std::string_view, 6> to_come{"محتمل", "محتمله", "وشيك", "وشيكه", "مزمع", "مزمعه"};
    const std::uint32_t end = reading.sentence_end(act.first);
    if (act.verb || act.last >= end || reading.word(act.last).pause != Pause::nothing) {
        return std::nullopt;
    }
    if (reading.is_word_any(act.last, to_come)) {
        return Reality::hypothetical;
    }
    // "هجوم على البلدة لم يقع"
    for (std::uint32_t i = act.last; i + 1 < std::min(end, act.last + window) && reading.word(i).pause == Pause::nothing; ++i) {
        if (reading.is_word(i, "لم")) {
            return reading.is_word_any(i + 1, taking_place) ? std::optional{Reality::negated} : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace sitrep::understand::arabic
