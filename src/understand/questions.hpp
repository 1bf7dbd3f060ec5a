// The questions that the trained models answer about one episode: each with its possible answers and what speaks for each.
// Training asks the same questions and knows the answers.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// A question as asked: answers[i] has the features alternatives[i].
template <class Answer>
struct Asked {
    std::vector<Answer> answers;
    std::vector<Features> alternatives;
    std::deque<Features> parts;  ///< what alternatives share; they stay where they are

    static constexpr std::size_t usual = 16;  // alternatives

    Asked() = default;
    Asked(Asked&&) noexcept = default;
    Asked(const Asked&) = delete;
    Features& share() { return parts.emplace_back(); }

    Features& offer(Answer answer)
    {
        if (answers.empty()) {
            answers.reserve(usual);
            alternatives.reserve(usual);
        }
        answers.push_back(std::move(answer));
        return alternatives.emplace_back();
    }
    /// One answer of a fixed set: the same features for each (a part of this question), each under the number of the answer.
    void offer_class(Answer answer, std::uint64_t number, const Features& shared)
    {
        Features& own = offer(std::move(answer));
        own.under(number + 1);
        own.add("any");
        own.add_shared(shared);
    }
};

/// An answer, and the chance that it is right.
template <class Answer>
struct Answered {
    Answer answer;
    double chance = 0;
};
/// The model's answer. `asked` may not be empty.
template <class Answer>
Answered<Answer> answer(const Material& material, Question question, const Asked<Answer>& asked)
{
    const Calibration& calibration = material.models.calibration(question);
    if (asked.answers.size() == 1) return {asked.answers.front(), calibration.unasked};
    const Chosen chosen = choose(material.models.of(question), asked.alternatives);
    return {asked.answers[chosen.index], calibration.chance(chosen.probability)};
}

enum class Standing : std::uint8_t { no_incident, core, background };
Asked<Standing> ask_standing(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index);
/// The chance above which an episode is taken for no incident.
inline constexpr double surely_no_incident = 0.8;

/// What to take from the probabilities of the answers, in the order of Standing: not always the likeliest, except of an episode that was read again.
Standing standing_from(std::span<const double> probabilities, double give_up_above = surely_no_incident);

Asked<IncidentKind> ask_kind(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// The model's answer, and an ambush instead of an attack where grammar says that something was fired at that moves and the model does not think it far likelier.
Answered<IncidentKind> kind_answered(const Material& material, const std::vector<Segment>& segments, const Episode& episode);

/// Who did it: an actor cue, or `none` for nobody that is told.
Asked<CueIndex> ask_perpetrator(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index,
                                IncidentKind kind);
Asked<PerpetratorStatus> ask_status(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                    CueIndex perpetrator);

Asked<std::optional<TargetClass>> ask_victims(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                              CueIndex perpetrator);

inline constexpr std::array target_classes{TargetClass::civilian,       TargetClass::military, TargetClass::police, TargetClass::official,
                                           TargetClass::infrastructure, TargetClass::militant};
/// The actor cues of an episode's own words, in the order of its segments: who or what may have been hit.
std::vector<CueIndex> target_candidates(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// "Policemen" are police: the class that the word itself says; nothing for things, which stand for people or for themselves.
std::optional<TargetClass> class_by_word(const ActorCue& actor);
/// Whether a candidate was hit, and of which class it is; nothing for one that was not.
Asked<std::optional<TargetClass>> ask_target(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                             CueIndex perpetrator, CueIndex actor);

/// A number of victims that can be made of an episode's words: nothing, one figure, a sum, a range.
/// Whether two figures are two sources' numbers of the same dead: somebody else tells the second, or gives nothing but that number.
enum class Contradiction : std::uint8_t { no, likely, plain };
struct TollAnswer {
    std::optional<Toll> toll;
    bool by_rules = false;  ///< the rules would answer the same
    Contradiction contradiction = Contradiction::no;  ///< of a range: what grammar says of its two figures
    bool is_range() const { return toll && toll->high && *toll->high > toll->low; }
};
inline constexpr std::array toll_questions{Question::killed, Question::injured, Question::abducted, Question::arrested, Question::attackers};
Asked<TollAnswer> ask_toll(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index,
                           Question question, IncidentKind kind, CueIndex perpetrator);

/// The finest place of the episode: an index into Context::places. `by_rules` is link_of the episode, here and below.
Asked<std::uint32_t> ask_place(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& by_rules);

/// What dates the episode: an index into Context::dates, or nothing of its own.
Asked<std::optional<std::uint32_t>> ask_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& by_rules,
                                             bool background);

/// Whether a source cue speaks of the episode.
Asked<bool> ask_source(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex source);

/// Whether a number counts several incidents.
Asked<bool> ask_tally(const Material& material, const TallyCue& cue);

}  // namespace sitrep::understand
