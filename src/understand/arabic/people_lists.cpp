// Several people told together: "رجل وزوجته", "ضابط في الجيش وجندي", "جندي وثلاثة آخرون".
#include "understand/arabic/names.hpp"
#include "understand/arabic/people.hpp"
#include "understand/register.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t modifiers_max = 6;  // words between the two halves of "جنديان من الجيش العراقي وعنصر"

bool sums_with(const Group& a, const Group& b)
{
    return b.counted && !b.of_them && !b.others && a.state == b.state && (b.number_written || b.noun != nullptr);
}

// "جندي بجروح خطيرة وآخر بجروح طفيفة": one more of the same, unless something else is told of that one.
bool is_one_more(const Reading& reading, const Group& b)
{
    return b.others && b.counted && !b.number_written && b.count == 1 && b.last < reading.sentence_end(b.first) && reading.word(b.last).normal.starts_with("بجروح");
}

// "شيخ في السبعين من عمره", "طفلة في الخامسة": the words behind him that tell his age; 0 for none.
std::uint32_t age_words(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 21> ages{"العشرين",   "الثلاثين",   "الاربعين",   "الخمسين",    "الستين",     "السبعين",    "الثمانين",
                                                    "العشرينات", "الثلاثينات", "الاربعينات", "الخمسينات", "الستينات",
                                                    "السبعينات", "الخامسه",
                                                    "العشرينيات", "الثلاثينيات", "الاربعينيات", "الخمسينيات", "الستينيات",
                                                    "السبعينيات", "العاشره"};
    const std::uint32_t end = reading.sentence_end(i);
    if (reading.word(i).normal != "في" || i + 1 >= end || std::ranges::find(ages, reading.word(i + 1).normal) == ages.end()) {
        return 0;
    }
    const bool of_life = i + 3 < end && reading.word(i + 2).normal == "من" && reading.word(i + 3).normal.starts_with("عمر");
    return of_life ? 4 : 2;
}

// "معلماً وزوجته وضيفاً": in a list of people a noun with "and" and the ending of an indefinite object is one more of them, whatever his trade.
bool is_unlisted_person(const Reading& reading, std::uint32_t i)
{
    const std::string_view written = reading.document().words(reading.word(i).token, reading.word(i).token + 1);
    if (!written.starts_with("و") || !(written.ends_with("اً") || written.ends_with("ًا")) || reading.number(i)) {
        return false;
    }
    return reading.find(i, Class::people) == nullptr && reading.find(i, Class::weapon) == nullptr && reading.find(i, Class::act) == nullptr &&
           reading.find(i, Class::unit) == nullptr && !reading.in_place(i) && !reading.in_date(i) && reading.word(i).normal.size() > 10;
}

// "ضابط في الجيش", "قيادي في حركة الشباب": the word behind the preposition and the force or group that he belongs to; 0 for none.
std::uint32_t after_membership(const Reading& reading, std::uint32_t i)
{
    if (reading.word(i).normal != "في" || i + 1 >= reading.sentence_end(i)) {
        return 0;
    }
    if (const auto name = name_at(reading, i + 1)) {
        return name->last;
    }
    constexpr std::array<std::string_view, 9> forces{"الجيش", "الامن", "الدرك", "الحرس", "القوات",
                                                     "الاستخبارات", "المخابرات", "الحشد", "الفصايل"};
    if (std::ranges::find(forces, reading.word(i + 1).normal) != forces.end()) {
        return i + 2;
    }
    const Found* force = reading.find(i + 1, Class::people);
    return force != nullptr && is_force(force->entry->side) ? force->last : 0;
}

// "وثلاثة آخرون", "وسبعة أشخاص آخرون": as many more, unless something else is told of them.
bool are_more(const Reading& reading, const Group& b)
{
    const Found* act = b.last < reading.sentence_end(b.first) ? reading.find(b.last, Class::act) : nullptr;
    return b.others && b.counted && b.number_written && b.state == State::none && !b.of_them && (act == nullptr || !act->verb);
}

bool is_one_written(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 3> one{"واحد", "واحدا", "واحده"};
    return i < reading.size() && std::ranges::find(one, reading.word(i).normal) != one.end();
}

// "... وعنصر من الحشد", "... وابنهما": the next of those that are added up, with the words between that belong to the one before.
std::optional<Group> joined_group(const Reading& reading, const Group& group)
{
    std::uint32_t end = std::min(reading.sentence_end(group.first), group.last + modifiers_max);
    for (std::uint32_t j = group.last; j < end; ++j) {
        j += age_words(reading, j);
        if (const std::uint32_t behind = j < end ? after_membership(reading, j) : 0; behind > 0) {
            j = behind;
            end = std::min(reading.sentence_end(group.first), std::max(end, j + modifiers_max / 2));
        }
        if (j >= end || ends_phrase(reading, j)) {
            break;
        }
        const auto& word = reading.word(j);
        if (word.normal == "ومعه" || word.normal == "ومعها" || word.normal == "ومعهما" || word.normal == "ومعهم") {  // "مدرّس وابنتاه ومعهم حارس"
            const auto more = j + 1 < end ? simple_group_at(reading, j + 1) : std::nullopt;
            return more && more->noun != nullptr && more->noun->entry->side != Side::thing && sums_with(group, *more) ? more : std::nullopt;
        }
        const bool eleven = j + 1 < end && reading.word(j + 1).normal.starts_with("عشر");  // "وأحد عشر"
        const bool one = is_one_written(reading, j) && !eleven;
        const bool joined = (word.normal.starts_with("و") || word.detached.starts_with("و")) && !one;
        if (!joined) {
            continue;
        }
        if (is_unlisted_person(reading, j)) {
            Group person;
            person.first = person.marked_first = j;
            person.last = person.marked_last = j + 1;
            person.count = 1;
            person.counted = person.others = true;
            return person;
        }
        const auto more = simple_group_at(reading, j);
        const bool begins_with_and = more && (more->noun == nullptr ? more->number_written : more->number_written || more->noun->has_clitic("و"));
        if (more && (is_one_more(reading, *more) || (begins_with_and && are_more(reading, *more)))) {
            return more;
        }
        // "22 جندياً وشرطياً": both are among the 22.
        const bool of_singular = group.number_written && group.count > 10 && group.noun != nullptr && !group.noun->shape.plural;
        const bool among_them = of_singular && more && !more->number_written && more->count == 1 && word.normal.ends_with("ا") && !is_one_written(reading, more->last);
        const bool adds = !among_them && begins_with_and && sums_with(group, *more) && !(more->noun != nullptr && more->noun->entry->side == Side::thing);
        return adds ? more : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Group> group_at(const Reading& reading, std::uint32_t i)
{
    auto group = simple_group_at(reading, i);
    if (!group || !group->counted || group->combined || group->of_them) {
        return group;
    }
    while (const auto more = joined_group(reading, *group)) {
        group->high = std::max(group->high, group->count) + std::max(more->high, more->count);
        group->count += more->count;
        group->last = more->last;
        group->marked_last = more->marked_last;
    }
    return group;
}

}  // namespace sitrep::understand::arabic
