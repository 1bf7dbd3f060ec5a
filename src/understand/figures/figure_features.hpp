// What speaks for a figure as a number of an episode's victims, and against it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// A number told in an episode, as far as it may be one of victims.
struct Figure {
    const TollCue* cue = nullptr;
    std::uint32_t segment = 0;
    std::int64_t low = 0, high = 0;
};

/// The chance that the number of a toll counts several incidents, 0 where no tally overlaps it.
float tally_chance(const Material& material, const TollCue& toll);

/// Whether the clause of a figure sets it against what others said: "أما", "while", "only".
bool is_contrasted(const Material& material, Tokens figure);

class FigureFeatures {
public:
    /// Of the figures of episode `index`. What is given must outlive this.
    FigureFeatures(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, IncidentKind kind,
                   CueIndex perpetrator, std::span<const Figure> figures)
        : material_(material), segments_(segments), episodes_(episodes), index_(index), kind_(kind), perpetrator_(perpetrator), figures_(figures)
    {
    }

    /// Those of figure `i`, under the name of what an answer does with it.
    void add(std::size_t i, std::string_view how, Features& features) const;

private:
    template <class Put>
    void add_leans(const TollCue& cue, const Put& put) const;
    template <class Put>
    void add_place_in_episode(const Figure& figure, const Put& put) const;
    template <class Put>
    void add_act_beside(const TollCue& cue, const Put& put) const;
    template <class Put>
    void add_rivals(std::size_t i, const Put& put) const;

    const Material& material_;
    const std::vector<Segment>& segments_;
    const std::vector<Episode>& episodes_;
    std::size_t index_;
    IncidentKind kind_;
    CueIndex perpetrator_;
    std::span<const Figure> figures_;
};

}  // namespace sitrep::understand
