#include "understand/who/whereabouts.hpp"

#include "understand/incidents/segment_features.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

// The best known place of an episode: one with a province before one without.
const Place* place_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const Place* best = nullptr;
    for (const std::uint32_t number : episode.segments)
        for (const std::uint32_t place : segments[number].places) {
            const Place& here = material.context.places[place].mention->place;
            if (here.country.empty()) continue;
            if (!best || (best->admin1.empty() && !here.admin1.empty())) best = &here;
        }
    return best;
}

enum class Apart : std::uint8_t { unknown, countries, provinces_unknown, same_province, provinces };

Apart apart(const Place* a, const Place* b)
{
    if (!a || !b) return Apart::unknown;
    if (a->country != b->country) return Apart::countries;
    if (a->admin1.empty() || b->admin1.empty()) return Apart::provinces_unknown;
    return a->admin1 == b->admin1 ? Apart::same_province : Apart::provinces;
}

// The first of the other episodes that tells of a mention, or their number; bounded, as a report may tell hundreds.
std::size_t other_with(const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Tokens mention)
{
    constexpr std::size_t episodes_max = 32;
    const std::size_t end = std::min(episodes.size(), episodes_max);
    std::size_t other = 0;
    while (other < end && (other == index || !in_episode(segments, episodes[other], mention))) ++other;
    return other == end ? episodes.size() : other;
}

class Whereabouts {
public:
    Whereabouts(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Suspect& suspect)
        : material_(material), segments_(segments), episodes_(episodes), index_(index), suspect_(suspect), first_(cue(suspect.mentions.front())),
          own_{segments[episodes[index].segments.front()].tokens.first, segments[episodes[index].segments.back()].tokens.last},
          sentence_(segments[episodes[index].segments.front()].sentence), place_(place_of(material, segments, episodes[index]))
    {
    }

    void add(Features& features)
    {
        if (!suspect_.outside)
            for (const CueIndex mention : suspect_.mentions) see(cue(mention));
        for (const CueIndex mention : suspect_.elsewhere) {
            see(cue(mention));
            see_in_another(cue(mention), features);
        }
        const std::int64_t where = titled_ * 8 + before_ * 4 + within_ * 2 + behind_;
        const std::int64_t standing = suspect_.outside * 2 + !first_.name.empty();
        features.add("where", where * 4 + standing);
        features.add("where, side", (where * 2 + suspect_.outside) * 16 + static_cast<std::int64_t>(first_.side));
        features.add("told how often", size_class(std::ssize(suspect_.elsewhere) + (suspect_.outside ? 0 : std::ssize(suspect_.mentions))) * 4 + standing);
        features.add("sentences off", size_class(nearest_) * 4 + standing);
        features.add("sentences before", size_class(nearest_before_) * 4 + standing);
        constexpr std::int64_t deeds_max = 3;
        features.add("doer elsewhere", std::min(deeds_elsewhere_, deeds_max) * 4 + standing);
        features.add("opens anew", (material_.cues.sentences[sentence_].new_incident * 2 + suspect_.outside) * 16 + where);
    }

private:
    const ActorCue& cue(CueIndex index) const { return material_.cues.actors[index]; }

    void see(const ActorCue& mention)
    {
        if (material_.document.sentences()[mention.sentence].in_title) titled_ = true;
        else if (mention.tokens.first < own_.first) before_ = true;
        else if (mention.tokens.first < own_.last) within_ = true;
        else behind_ = true;
        const std::int64_t gap = std::abs(std::int64_t{mention.sentence} - sentence_);
        nearest_ = std::min(nearest_, gap);
        if (mention.sentence <= sentence_) nearest_before_ = std::min(nearest_before_, gap);
    }

    // Who did one thing may have done this one too, the more where both are near each other.
    void see_in_another(const ActorCue& mention, Features& features)
    {
        const std::size_t other = other_with(segments_, episodes_, index_, mention.tokens);
        if (other == episodes_.size()) return;
        const bool did = mention.tagged == tag_role("perp") || mention.role == ActorCue::Role::agent;
        const Apart far = apart(place_, place_of(material_, segments_, episodes_[other]));
        const std::int64_t standing = suspect_.outside * 2 + !first_.name.empty();
        features.add("of another", ((did * 8 + static_cast<std::int64_t>(far)) * 2 + (other < index_)) * 4 + standing);
        deeds_elsewhere_ += did;
    }

    const Material& material_;
    const std::vector<Segment>& segments_;
    const std::vector<Episode>& episodes_;
    std::size_t index_;
    const Suspect& suspect_;
    const ActorCue& first_;
    Tokens own_;
    std::uint32_t sentence_;
    const Place* place_;  ///< of the episode
    bool titled_ = false, before_ = false, within_ = false, behind_ = false;
    std::int64_t nearest_ = 99, nearest_before_ = 99, deeds_elsewhere_ = 0;
};

}  // namespace

void add_whereabouts(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Suspect& suspect,
                     Features& features)
{
    Whereabouts(material, segments, episodes, index, suspect).add(features);
}

bool is_of_others_alone(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Suspect& suspect)
{
    if (!suspect.outside) return false;
    const std::uint32_t last = segments[episodes[index].segments.back()].tokens.last;
    const Place* own = place_of(material, segments, episodes[index]);
    return std::ranges::all_of(suspect.elsewhere, [&](CueIndex mention) {
        const Tokens tokens = material.cues.actors[mention].tokens;
        const std::size_t other = tokens.first < last ? episodes.size() : other_with(segments, episodes, index, tokens);
        if (other == episodes.size()) return false;
        const Apart far = apart(own, place_of(material, segments, episodes[other]));
        return far == Apart::countries || far == Apart::provinces;
    });
}

}  // namespace sitrep::understand
