// Who is counted by a word that tells of victims: where in the sentence the number and the people stand.
#pragma once

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

/// Who is counted: a number, a group of people, or both.
struct Victims {
    CueIndex count = none;  ///< into Sheet::counts
    CueIndex group = none;  ///< into Sheet::groups
    bool found() const { return count != none || group != none; }
};

class VictimFinder {
public:
    /// `used` marks, by index of Sheet::counts, the numbers that another word has taken; both must outlive the finder.
    VictimFinder(const Sheet& sheet, const std::vector<std::uint8_t>& used) : sheet_(sheet), used_(used) {}

    /// Those of whom a word tells, by where its entry says that they stand; nobody where nothing fits.
    Victims of_act(const Hit& hit, const ActEntry& entry) const;
    /// What stands at a token: a group of people, or a bare number of them.
    Victims at(std::uint32_t token) const;

    /// The first token of the number or the people, whichever comes first, and the one behind both.
    std::uint32_t begin_of(const Victims& victims) const;
    std::uint32_t end_of(const Victims& victims) const;

    /// "three people, including a child", "five, two of them women", "eleven people, five gendarmes among them"
    bool told_as_part(const Victims& victims) const;
    /// Whether a number stands before "of" before the token: "12 of them", "one of the soldiers", "four of the 18 passengers".
    bool behind_partitive(std::uint32_t first) const { return partitive_before(first) != none; }
    /// "two of his children": with the number before "of".
    Victims with_partitive(const Victims& victims) const;
    /// "his wife", "a guard", "the mukhtar": one more victim. A force is not ("two members of the police and the army").
    bool is_one_person(const Victims& victims) const;
    /// "the Syrian Democratic Forces", "the police": as a whole, whatever its number in grammar; "the ISIS commander" is one person.
    bool names_force(const Victims& victims) const;
    /// "A family of six" is as many; of "a family" nobody knows how many.
    bool is_family(const Group& group) const;
    bool counts_members(const Group& group) const;  ///< "of six" behind it tells how many they are
    /// "a couple", "his parents"
    bool is_pair(const Group& group) const;

private:
    bool counts_people(std::uint32_t count) const { return !sheet_.counts[count].of_things && !sheet_.counts[count].is_ordinal; }
    Victims to_the_right(std::uint32_t from) const;
    Victims to_the_left(const Hit& hit) const;
    Victims around_verb(const Hit& hit) const;
    bool is_object(const Victims& right, const Hit& hit) const;
    bool are_dying(const Hit& hit) const;
    std::uint32_t before_quotation(std::uint32_t first) const;
    Victims within(const Hit& hit) const;
    Victims before_noun(const Hit& hit) const;
    bool is_further_person(std::uint32_t word, std::uint32_t verb) const;
    bool gives_way(const Victims& victims) const;
    bool opens_clause(std::uint32_t word) const;
    bool begins_speech(std::uint32_t word) const;
    CueIndex partitive_before(std::uint32_t first) const;

    const Sheet& sheet_;
    const std::vector<std::uint8_t>& used_;
};

}  // namespace sitrep::understand::english
