// Groups of people (and things hit) with their number: "3 من عناصره", "جنديان وعنصر من الحشد", "رجل وزوجته".
#pragma once

#include "understand/arabic/reading.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep::understand::arabic {

/// What a counted word itself says became of the people.
enum class State : std::uint8_t { none, dead, hurt, taken, held };

struct Group {
    std::uint32_t first = 0;       ///< words [first, last): number, noun and what belongs to them
    std::uint32_t last = 0;
    std::uint32_t marked_first = 0;  ///< the words that give the number
    std::uint32_t marked_last = 0;
    std::int64_t count = 0;
    std::int64_t high = 0;    ///< the larger number where two are told that it lies between ("10 أو 11"); else none or the same
    bool counted = false;     ///< count is a number
    bool number_written = false;  ///< by digits or a number word, not by a dual or singular
    bool vague = false;       ///< "several", "dozens", a plural without a number
    bool at_least = false;
    bool definite = false;
    bool feminine = false;
    bool others = false;      ///< آخر, آخرين: besides those named before
    bool combined = false;    ///< "13 قتيلاً وجريحاً"
    bool of_them = false;     ///< "21 منهم": the number of somebody named before
    State state = State::none;
    const Found* noun = nullptr;  ///< the people word, if there is one
};

/// One person told by word `i` alone, besides those named before.
inline Group one_more_person(std::uint32_t i)
{
    Group person;
    person.first = person.marked_first = i;
    person.last = person.marked_last = i + 1;
    person.count = 1;
    person.counted = person.others = true;
    return person;
}

/// Whether a word ends a noun phrase: a verb, an act, a preposition with its own noun, a mention of a place or date.
bool ends_phrase(const Reading& reading, std::uint32_t i);

/// The group that begins at a word, with those joined to it by "و", or nothing. Never looks past the sentence.
std::optional<Group> group_at(const Reading& reading, std::uint32_t i);

/// A single person or thing group without coordination: what stands before "و" in group_at.
std::optional<Group> simple_group_at(const Reading& reading, std::uint32_t i);

/// "وثلاثة", "وشرطي"; not "وزير", nor "واحد".
bool begins_with_and(const Reading& reading, const Group& group);

/// "خياط وزوجته", "خباز وأخيه": one whom no list knows, with his own behind him, who tell that he is a person.
std::optional<Group> unlisted_with_kin(const Reading& reading, std::uint32_t i);

/// "أربعة أجانب وليبي", "جنديان وليبياً": one more, by a word of nationality that "and" joins to people and that ends the clause or is an object.
std::optional<Group> national_joined(const Reading& reading, std::uint32_t i);

/// "[مقتل] سوداني", "[قُتل] دنماركيان": a word of nationality that stands for a person where a person must stand.
std::optional<Group> national_at(const Reading& reading, std::uint32_t i);

/// "[جندي] أفغاني", "[جنود] إسرائيليون", "أتراك": a word of nationality that describes men.
bool is_nationality(std::string_view word);

}  // namespace sitrep::understand::arabic
