#include "understand/figures/figure_features.hpp"

#include <algorithm>
#include <array>

#include "understand/incidents/segment_features.hpp"
#include "understand/names/register.hpp"

namespace sitrep::understand {

float tally_chance(const Material& material, const TollCue& toll)
{
    constexpr std::uint32_t reach = 16;  // tokens of a tally before its number
    if (material.tally_chances.empty()) return 0;
    const auto& tallies = material.cues.tallies;
    const std::uint32_t from = toll.tokens.first > reach ? toll.tokens.first - reach : 0;
    auto at = std::lower_bound(tallies.begin(), tallies.end(), from, [](const TallyCue& cue, std::uint32_t token) { return cue.tokens.first < token; });
    float chance = 0;
    for (; at != tallies.end() && at->tokens.first < toll.tokens.last; ++at)
        if (at->tokens.overlaps(toll.tokens)) chance = std::max(chance, material.tally_chances[static_cast<std::size_t>(at - tallies.begin())]);
    return chance;
}

bool is_contrasted(const Material& material, Tokens figure)
{
    constexpr std::array contrasts{"اما",   "لكن",  "ولكن",    "بينما",   "فيما",  "غير",    "الا",      "المقابل", "فقط",  "سوي",     "واكتفي",
                                   "اعترف", "اقر",  "واعترف", "واعترفت", "اعترفت", "اقرت", "while", "but",     "only", "however", "whereas",
                                   "acknowledged", "admitted"};
    constexpr std::uint32_t reach = 14;
    const auto& sentence = material.document.sentences()[material.document.sentence_of(figure.first)];
    const std::uint32_t from = std::max(sentence.first, figure.first > reach ? figure.first - reach : 0);
    const auto& tokens = material.document.tokens();
    const auto contrasted = [&](std::uint32_t at) { return std::ranges::find(contrasts, tokens[at].normal) != contrasts.end(); };
    for (std::uint32_t at = from; at < figure.first; ++at)
        if (contrasted(at)) return true;
    return figure.last < sentence.last && contrasted(figure.last);
}

// How surely the tagger sees each role in a figure, by which the question and the rules' reading can be weighed.
template <class Put>
void FigureFeatures::add_leans(const TollCue& cue, const Put& put) const
{
    static constexpr std::array roles{tag_role("killed"), tag_role("injured"), tag_role("pkilled"), tag_role("tally")};
    for (const auto role : roles) {
        const auto lean = lean_to(material_, cue.tokens, role) * std::ssize(tag_roles) + role;
        put("lean", lean);
        put("lean, added", lean * 2 + cue.added);
    }
}

// In which of the episode's segments a figure stands, what else that tells, and how many figures come before it.
template <class Put>
void FigureFeatures::add_place_in_episode(const Figure& figure, const Put& put) const
{
    constexpr std::int64_t most = 4;
    const Segment& segment = segments_[figure.segment];
    const auto& own = episodes_[index_].segments;
    const auto number = std::find(own.begin(), own.end(), figure.segment) - own.begin();
    const bool acted = std::any_of(segment.acts.begin(), segment.acts.end(), [&](CueIndex act) { return material_.cues.acts[act].strength != Strength::weak; });
    put("segment of episode", (std::min<std::int64_t>(number, most) * 2 + acted) * 4 + segment.places.empty() * 2 + segment.dates.empty());
    std::int64_t beside = 0, before = 0;
    for (const Figure& other : figures_) {
        beside += other.segment == figure.segment;
        before += &other < &figure && other.cue->doubt == 0;
    }
    put("figures of segment", std::min(beside, most) * 8 + std::min(before, most));
}

// The act nearest to a figure: how far, on which side, of which kind, by which word.
template <class Put>
void FigureFeatures::add_act_beside(const TollCue& cue, const Put& put) const
{
    const auto& sentence = material_.document.sentences()[cue.sentence];
    const ActCue* nearest = nullptr;
    std::int64_t least = 99;
    for (const ActCue& act : cues_in(material_.cues.acts, {sentence.first, sentence.last})) {
        const auto gap = gap_between(act.tokens, cue.tokens);
        if (gap >= least) continue;
        least = gap;
        nearest = &act;
    }
    if (!nearest) return put("no act", 0);
    // "Seven people were killed in three attacks" beside the single ones is nobody's own toll.
    const auto behind = cues_in(material_.cues.acts, {cue.tokens.last, sentence.last});
    const bool in_several = std::ranges::any_of(behind, [](const ActCue& act) { return act.plural; });
    put("in several, episodes", in_several * 16 + std::min<std::int64_t>(std::ssize(episodes_), 4));
    const bool follows = nearest->tokens.first >= cue.tokens.last;
    put("act beside", size_class(least) * 2 + follows);
    put("act beside, reality", static_cast<std::int64_t>(nearest->reality) * 4 + nearest->past_context * 2 + nearest->another);
    put("act word", static_cast<std::int64_t>(feature_join(material_.words.bare[nearest->tokens.first], follows)));
}

// The same words read otherwise: as hurt or taken, as those who did it.
template <class Put>
void FigureFeatures::add_rivals(std::size_t i, const Put& put) const
{
    constexpr std::uint32_t reach = 8;
    const TollCue& cue = *figures_[i].cue;
    const Tokens near{cue.tokens.first > reach ? cue.tokens.first - reach : 0, cue.tokens.last + 3};
    std::int64_t rank = 0;
    for (const Figure& other : figures_) rank += other.low > figures_[i].low;
    put("rank", rank * 2 + (figures_.size() > 1));
    for (const TollCue& other : cues_in(material_.cues.tolls, near))
        if (&other != &cue && other.outcome != cue.outcome && other.tokens.overlaps(cue.tokens)) put("told as", static_cast<std::int64_t>(other.outcome) * 2 + other.added);
    for (const ActorCue& actor : cues_in(material_.cues.actors, near)) {
        if (actor.sentence != cue.sentence || actor.tokens.last <= cue.tokens.first || actor.tokens.first > cue.tokens.last + 2) continue;
        put("people", (actor.tagged * 4 + static_cast<std::int64_t>(actor.role)) * 16 + static_cast<std::int64_t>(actor.side));
    }
}

void FigureFeatures::add(std::size_t i, std::string_view how, Features& features) const
{
    constexpr float tally_steps = 8;
    const Figure& figure = figures_[i];
    const TollCue& cue = *figure.cue;
    const Segment& segment = segments_[figure.segment];
    const std::uint64_t under = feature_hash(how);
    const auto put = [&](std::string_view name, std::int64_t value) { features.add_hash(feature_join(feature_join(under, feature_hash(name)), static_cast<std::uint64_t>(value))); };
    put("marks", cue.part * 64 + cue.cumulative * 32 + cue.replaced * 16 + cue.updates * 8 + cue.of_attackers * 4 + cue.one_person * 2 + cue.several_events);
    put("total", cue.total);
    put("tagged", cue.tagged * 2 + cue.added);
    put("doubt", cue.doubt);
    add_leans(cue, put);
    put("tally", static_cast<std::int64_t>(tally_chance(material_, cue) * tally_steps));
    put("tagged, question", cue.tagged * 2 + (i == 0));
    put("place", segment.in_title * 8 + (i == 0) * 4 + (i + 1 == figures_.size()) * 2 + segment.eventful);
    put("number", static_cast<std::int64_t>(i));
    put("size", size_class(figure.low));
    put("victims", (cue.victims ? static_cast<std::int64_t>(*cue.victims) + 1 : 0) * 16 + static_cast<std::int64_t>(kind_));
    put("side", static_cast<std::int64_t>(cue.side));
    const bool of_perpetrator = perpetrator_ != none && !cue.name.empty() && cue.name == material_.cues.actors[perpetrator_].name;
    const bool insurgents_both = perpetrator_ != none && is_insurgent(cue.side) && is_insurgent(material_.cues.actors[perpetrator_].side);
    put("of perpetrator", of_perpetrator * 2 + insurgents_both);
    const SentenceFlags& flags = material_.cues.sentences[cue.sentence];
    put("flags", flags.background * 8 + flags.tally * 4 + flags.pattern * 2 + flags.hypothetical);
    put("episodes, title", size_class(std::ssize(episodes_)) * 2 + segment.in_title);
    put("first of episode, number", (figure.segment == episodes_[index_].segments.front()) * 16 + size_class(static_cast<std::int64_t>(index_)));
    put("sourced", !cues_in(material_.cues.sources, segment.tokens).empty());
    add_place_in_episode(figure, put);
    add_act_beside(cue, put);
    add_rivals(i, put);
    features.under(under);
    add_neighbours(material_, cue.tokens, features);
}

}  // namespace sitrep::understand
