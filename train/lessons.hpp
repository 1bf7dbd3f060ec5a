// Annotated reports as answered questions: what the models learn from.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "corpus.hpp"
#include "fit_tagger.hpp"
#include "place/gazetteer.hpp"
#include "understand/model/fit.hpp"
#include "understand/questions.hpp"

namespace sitrep::train {

using understand::accuracy;
using understand::Example;
using understand::fit;
using understand::Fitting;

/// Answered questions by question.
using Lessons = std::array<std::vector<Example>, understand::questions>;

/// A report prepared once, for all passes over it.
class Lesson {
public:
    Lesson(const GoldReport& gold, const place::Gazetteer& gazetteer);
    Lesson(const Lesson&) = delete;
    Lesson& operator=(const Lesson&) = delete;

    const GoldReport& gold() const { return *gold_; }
    /// Its words with their roles.
    const TaggedDocument& tagged() const { return tagged_; }
    /// From here on its cues are those that a tagger makes of them.
    void tag_with(const understand::TaggerModel& tagger);
    /// How its segments are to be grouped, one after the other: those before each grouped rightly, or as the models `history` do it, so that
    /// one that was grouped wrongly is met in training too (Ross, Gordon & Bagnell 2011).
    std::vector<Example> grouping(const understand::Models* history = nullptr) const;
    /// All other questions, about episodes as the grouping model makes them. A question that follows from answers to others is asked with
    /// the answers that `before` gives where it has models of them, and with the right ones where it only groups.
    void teach_episodes(const understand::Models& before, Lessons& lessons, struct Coverage& coverage) const;

private:
    /// What other questions were answered with.
    struct Answers {
        IncidentKind kind;
        understand::CueIndex perpetrator;
    };
    void teach_targets(const understand::Material& all, const std::vector<understand::Segment>& segments, const understand::Episode& episode,
                       const GoldIncident& incident, Answers answers, Lessons& lessons, struct Coverage& coverage) const;
    understand::Material material(const understand::Models& models) const;
    void mark_paths();

    const GoldReport* gold_;
    text::Document document_;
    std::vector<PlaceMention> places_;
    std::vector<DateMention> dates_;
    understand::Prepared prepared_;
    TaggedDocument tagged_;
};

/// What no model can make good: questions without the right answer among those offered, or with one answer alone.
struct Coverage {
    std::array<std::size_t, understand::questions> asked{}, offered{}, alone{}, alone_right{};
    Lessons unanswerable;  ///< with nothing right
    float weight = 1;      ///< of the examples noted now
    bool exemplary = true;  ///< whether they are of an exemplary report
    void note(understand::Question question, bool is_offered)
    {
        ++asked[static_cast<std::size_t>(question)];
        offered[static_cast<std::size_t>(question)] += is_offered;
    }
};

}  // namespace sitrep::train
