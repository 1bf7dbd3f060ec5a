#include "understand/arabic/circumstances.hpp"

#include "understand/one_of.hpp"

#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "برصاص [قناص]", "بنيران [حرس الحدود التركي]": whose fire it was, a word with those that belong to it.
std::uint32_t after_owner_of_fire(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    const auto goes_on = [&] { return i < end && reading.word(i).pause == Pause::nothing && !reading.in_date(i) && !reading.in_place(i); };
    constexpr std::array<std::string_view, 7> prepositions{"في", "من", "علي", "قرب", "عند", "خلال", "اثناء"};
    const auto is_preposition = [&] { return is_one_of(prepositions, reading.word(i).normal); };
    if (!goes_on() || is_preposition()) {
        return i;
    }
    for (++i; goes_on() && !is_preposition(); ++i) {
        const Found* people = reading.find(i, Class::people);
        const bool of_theirs = reading.word(i).normal.starts_with("ال") || (people != nullptr && people->is(Prop::attacker) && people->clitics.empty());
        if (!of_theirs || reading.has(i, Class::act)) {
            break;
        }
    }
    return i;
}

// "بالرصاص", "برصاص قناص", "على الفور", "ذبحاً": how somebody died, before it is told who.
std::uint32_t after_manner(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    constexpr std::array<std::string_view, 3> fire{"برصاص", "بنيران", "برصاصه"};
    constexpr std::array<std::string_view, 10> manners{"بالرصاص", "ذبحا", "طعنا", "حرقا", "شنقا", "غدرا", "كذلك", "ايضا", "هناك", "بالنيران"};
    constexpr std::array<std::string_view, 2> at_once{"الفور", "الحال"};
    const std::string_view word = reading.word(i).normal;
    const bool of_two = (word == "علي" || word == "في") && i + 1 < end && is_one_of(at_once, reading.word(i + 1).normal);
    if (of_two) {
        return i + 2;
    }
    if (is_one_of(manners, word)) {
        return i + 1;
    }
    return is_one_of(fire, word) ? after_owner_of_fire(reading, i + 1, end) : i;
}

}  // namespace

std::uint32_t skip_circumstances(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    while (i < end) {
        const auto normal = reading.word(i).normal;
        if (reading.in_date(i)) {
            i = reading.after_mention(i);
        } else if (normal == "فيه" || normal == "فيها" || normal == "فيهما" || normal == "فورا" || normal == "حينها" || normal == "لاحقا" || normal == "عشوائيا") {
            ++i;
        } else if (normal == "امس" || normal == "اليوم" || normal == "مساء" || normal == "صباح" ||
                   (normal == "في" && (i + 1 >= end || reading.in_date(i + 1) || reading.in_place(i + 1)))) {
            ++i;
        } else if (reading.in_place(i)) {
            i = reading.after_mention(i);
        } else if (const std::uint32_t behind = after_manner(reading, i, end); behind > i) {
            i = behind;
        } else {
            break;
        }
    }
    return i;
}

std::uint32_t after_told_act(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    constexpr std::array<std::string_view, 5> within{"في", "خلال", "جراء", "اثر", "نتيجه"};
    if (i + 1 >= end || !is_one_of(within, reading.word(i).normal) || !reading.has(i + 1, Class::act) || !reading.word(i + 1).normal.starts_with("ال")) {
        return i;
    }
    for (i = i + 2; i < end && reading.word(i).pause == Pause::nothing && reading.has(i, Class::act) && !reading.find(i, Class::act)->verb;) {
        ++i;
    }
    return i;
}

}  // namespace sitrep::understand::arabic
