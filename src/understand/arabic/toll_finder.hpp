// The numbers of dead, hurt, taken and held that a report tells, found word by word: tolls.cpp has those told of an act or by the counted word
// itself, bodies.cpp those found, lives_taken.cpp those whose lives were lost,
// hurt_otherwise.cpp those of whom other words tell that they were hurt, lost_men.cpp the men whom a side lost, new_figures.cpp those that replace or answer what was told before.
#pragma once

#include "understand/arabic/acts.hpp"
#include "understand/arabic/totals.hpp"
#include "understand/arabic/victims.hpp"

#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

class TollFinder {
public:
    TollFinder(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
        : reading_(reading), acts_(acts), cues_(cues), victims_(reading, acts, actors, cues), taken_(reading.size()), toll_at_(reading.size(), none)
    {
    }

    void find();

private:
    void drop_those_told_otherwise();
    void describe_victims(const Group& group, TollCue& toll) const;
    void add(const Group& group, Outcome outcome, const FoundAct* act, bool combined = false);
    bool follows_among(std::uint32_t first) const;
    void read_bodies(const FoundAct& act);
    void add_told_by(const FoundAct& act, std::int64_t count, Outcome outcome, const std::optional<Group>& others = {});
    bool follows_death_of_one(std::uint32_t i) const;
    bool one_was_told(std::uint32_t i) const;
    bool read_hit(const FoundAct& act);
    void read_outcome_of_one(const FoundAct& act);
    void read_act(std::size_t a);
    void add_attackers_behind(const Group& victims, Outcome outcome, const FoundAct& act);
    void read_counted_state(std::uint32_t i);
    void read_life_taken(std::uint32_t i);
    void read_swept_away(std::uint32_t i);
    void read_fallen(std::uint32_t i);
    bool goes_on_with_part(const Group& group, Outcome outcome) const;
    void read_followed(std::uint32_t i);
    void read_hurt_otherwise(std::uint32_t i);
    void read_maimed(std::uint32_t i);
    void read_lost_men(std::uint32_t i);
    bool is_end_of_attacker(std::uint32_t i) const;
    void read_part_of(std::uint32_t i);
    void read_superseded(std::uint32_t i);
    void read_lost_to(std::uint32_t i);
    void read_rise(std::uint32_t i);
    bool counts_long(std::uint32_t i, const Group& group);
    void add_newest(const Group& group, Outcome outcome, const FoundAct* act, bool combined = false);
    void read_figure(std::uint32_t i);
    void read_totals();
    std::optional<Outcome> outcome_before(const std::vector<TollCue>& told, const std::optional<TollCue>& newest, const Total& total) const;
    bool tells_others(std::uint32_t from, std::uint32_t to) const;
    void read_becomes(std::uint32_t i);
    void drop_vague(std::uint32_t from, std::uint32_t to);
    void mark_part_of_new(std::uint32_t before, Outcome outcome);
    bool has_state(std::uint32_t from, std::uint32_t to, Prop prop) const;
    void mark_replaced(std::uint32_t from, std::uint32_t to);

    const Reading& reading_;
    const std::vector<FoundAct>& acts_;
    Cues& cues_;
    const Victims victims_;
    std::vector<bool> taken_;  ///< by word: in a number that is counted
    std::vector<CueIndex> dropped_;
    std::vector<CueIndex> toll_at_;  ///< by the first word of its number
};

}  // namespace sitrep::understand::arabic
