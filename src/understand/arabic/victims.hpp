// Whom an act hits, as the order of words tells.
#pragma once

#include "understand/arabic/actors.hpp"
#include "understand/arabic/acts.hpp"
#include "understand/arabic/people.hpp"
#include "understand/arabic/reading.hpp"

#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

/// A group of people and no thing.
bool is_people(const Group& group);

class Victims {
public:
    Victims(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, const Cues& cues);

    bool is_act(std::uint32_t word) const { return is_act_[word]; }

    /// The actor that a group of people is, with its number among the cues; null for none.
    const FoundActor* actor_in(const Group& group, CueIndex& index) const;

    /// The victims behind a verb or noun that tells what became of them.
    std::optional<Group> after(const FoundAct& act) const;

    /// The object behind verb and subject: "قتلت قوات الدعم السريع 48 مدنياً".
    std::optional<Group> object_after(const FoundAct& act) const;

    /// The first people since the clause began who are not counted yet (by word): "إن 14 شخصاً قُتلوا", "على شاب … فقُتل".
    std::optional<Group> before(const FoundAct& act, const std::vector<bool>& counted) const;

    /// "قتله", "ثم ذبحوهما", "فقتلتهم": how many the pronoun of a verb means; 0 when nobody knows.
    std::int64_t meant_by_pronoun(const FoundAct& act) const;

    /// "[مقتله] مع اثنين من مرافقيه": those who shared it.
    std::optional<Group> told_with(std::uint32_t i) const;

    /// Whether "of them" behind a verb means the attackers named before the one who fired back: "الجيش صد الهجوم وقتل 21 منهم".
    bool means_attackers(std::uint32_t verb) const;

private:
    std::optional<Group> object_behind(const Group& force, std::uint32_t end) const;
    bool is_national_killed(const FoundAct& act, std::uint32_t i, std::uint32_t end) const;
    std::vector<FoundActor>::const_iterator actor_at(std::uint32_t word) const;
    std::uint32_t behind_told_act(std::uint32_t i, std::uint32_t end) const;
    std::uint32_t behind_aside(std::uint32_t i, std::uint32_t end) const;
    bool are_joined(std::uint32_t i) const;
    std::uint32_t thing_end(const Group& thing, std::uint32_t end) const;

    const Reading& reading_;
    const std::vector<FoundActor>& actors_;
    const Cues& cues_;
    std::vector<bool> is_act_;  ///< by word
};

}  // namespace sitrep::understand::arabic
