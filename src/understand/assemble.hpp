// From cues to what a report says: the language-free half of understanding.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/account.hpp"
#include "core/report.hpp"
#include "understand/cue.hpp"
#include "understand/model/models.hpp"
#include "understand/words.hpp"

namespace sitrep::understand {

/// Everything the assembling steps look at.
struct Material {
    const Report& report;
    const text::Document& document;
    const Context& context;
    const Cues& cues;
    const Words& words;
    const Models& models;
    std::string_view country{};  ///< that the report is clearly about, or empty
    std::span<const float> tally_chances{};  ///< one per tally cue: the chance that it counts several incidents; empty before they are weighed
};

/// What the front ends and the rooms before found in one report, kept where Material can look at it.
struct Prepared {
    Context context;
    Cues cues;
    Words words;
    std::deque<PlaceMention> found;  ///< places that the tagger saw and no gazetteer knows
};
/// `places` and `dates` must outlive it, as must the document. What the front end found alone, before the tagger.
Prepared prepare(const Report& report, const text::Document& document, Language language, const std::vector<PlaceMention>& places,
                 const std::vector<DateMention>& dates);
/// The same, and what the tagger saw beside it.
Prepared prepare_tagged(const Report& report, const text::Document& document, Language language, const std::vector<PlaceMention>& places,
                        const std::vector<DateMention>& dates, const TaggerModel& tagger);

/// The span of words, without clitics written against the first of them.
inline Span span_of(const text::Document& document, const Cues& cues, Tokens tokens)
{
    Span span = document.span(tokens.first, tokens.last);
    if (tokens.first < cues.clitics.size()) span.start = std::min(span.start + cues.clitics[tokens.first], span.end - 1);
    return span;
}
inline std::string words_of(const Material& material, Tokens tokens)
{
    return std::string(material.document.words(span_of(material.document, material.cues, tokens)));
}

/// A stretch of a sentence that tells of one thing: a sentence, or a part of it between semicolons and `Cues::breaks`.
struct Segment {
    Tokens tokens;
    std::uint32_t sentence = 0;
    bool in_title = false;
    std::vector<CueIndex> acts;                ///< those that happened
    std::vector<CueIndex> tolls;               ///< usable as tolls of an incident
    std::vector<std::uint32_t> places, dates;  ///< into Context, event role only
    std::vector<std::uint32_t> announcing;     ///< dates of an announcement
    std::vector<std::uint32_t> distant;        ///< places with role relative
    bool eventful = false;                     ///< tells that something happened
};

/// A denial of harm alone ("No one was hurt"), or a habit without a day or a count ("they have repeatedly bombed posts"): it never opens an incident.
bool tells_no_deed(const Material& material, const Segment& segment);

/// A title and two sentences: what people send each other. It is read more willingly, and what it tells alone is its news.
inline bool is_message(const text::Document& document)
{
    constexpr std::size_t sentences_max = 3;
    return document.sentences().size() <= sentences_max;
}

/// Segments that tell the same incident.
struct Episode {
    std::vector<std::uint32_t> segments;
    bool background = false;
    bool read_again = false;  ///< found only when a message that seemed to tell nothing was read again more willingly
};

/// True for tokens inside one of the episode's segments.
inline bool in_episode(const std::vector<Segment>& segments, const Episode& episode, Tokens tokens)
{
    // Both stand in the order of the text.
    const auto behind = std::upper_bound(episode.segments.begin(), episode.segments.end(), tokens.first,
                                         [&](std::uint32_t token, std::uint32_t segment) { return token < segments[segment].tokens.first; });
    return behind != episode.segments.begin() && segments[*std::prev(behind)].tokens.contains(tokens);
}

/// False for hours ("at 1:30 am"), durations, habits and words such as "recently": they say nothing of the day. A weekday that
/// nothing resolves still tells one day from another.
inline bool dates_an_event(const DateMention& mention)
{
    if (mention.type != TimexType::date && mention.type != TimexType::time) return false;
    return mention.range.is_known() || mention.value.find("WXX-") != std::string::npos;
}

/// The cues that begin in a stretch; each vector of Cues stands in the order of the text.
template <class Cue>
std::span<const Cue> cues_in(const std::vector<Cue>& cues, Tokens tokens)
{
    const auto begins_before = [](const Cue& cue, std::uint32_t token) { return cue.tokens.first < token; };
    const auto first = std::lower_bound(cues.begin(), cues.end(), tokens.first, begins_before);
    const auto last = std::lower_bound(first, cues.end(), tokens.last, begins_before);
    return {first, last};
}

/// Whether some cue that begins in one of an episode's segments passes a test.
template <class Cue, class Test>
bool any_in_episode(const std::vector<Cue>& cues, const std::vector<Segment>& segments, const Episode& episode, const Test& test)
{
    return std::ranges::any_of(episode.segments, [&](std::uint32_t segment) { return std::ranges::any_of(cues_in(cues, segments[segment].tokens), test); });
}

/// The first cue that overlaps some tokens; none is longer than the reach.
template <class Cue>
const Cue* cue_over(const std::vector<Cue>& cues, Tokens tokens)
{
    constexpr std::uint32_t reach = 32;
    for (const Cue& cue : cues_in(cues, {tokens.first > reach ? tokens.first - reach : 0, tokens.last}))
        if (cue.tokens.overlaps(tokens)) return &cue;
    return nullptr;
}

std::vector<Segment> segments_of(const Material& material);

/// The first stretch of the text, behind the title's: the lead. As many as there are where a report has a title alone.
inline std::uint32_t first_of_body(const std::vector<Segment>& segments)
{
    return static_cast<std::uint32_t>(std::ranges::find_if(segments, [](const Segment& segment) { return !segment.in_title; }) - segments.begin());
}

/// What a segment may be: told of nothing that happened, the first of an incident, or one more of an incident told before.
struct Placing {
    enum class What : std::uint8_t { tells_nothing, opens, joins } what = What::tells_nothing;
    std::uint32_t episode = 0;  ///< which one it joins
    bool surely_another = false;  ///< the words say by rule that it is another incident than that one
    bool both_whole = false;      ///< since either tells who was hit, how many, where and when
};
/// Answers with the index of the placing to take for a segment.
using ChoosePlacing = std::function<std::size_t(std::uint32_t segment, std::span<const Placing> placings, std::span<const Features> alternatives)>;
/// The segments grouped into incidents, in the order of the text, by a chooser.
std::vector<Episode> group_segments(const Material& material, const std::vector<Segment>& segments, const ChoosePlacing& choose);
/// The same by the trained model, with what the rules say of their background.
std::vector<Episode> episodes_of(const Material& material, const std::vector<Segment>& segments);

/// True for a stretch that tells several events in one number ("three killings").
bool counts_events(const Material& material, const Segment& segment);
/// True for several events told together without a date of their own ("I saw three killings here"): an experience over a stretch of time
/// that nobody names, so that no date and no place is taken from the sentences around it.
bool told_over_time(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// The first date of an episode that dates an event, or nothing.
const DateMention* first_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// Whether a day or a longer time was over more than 45 days before publication; false where either is unknown.
bool was_over_long_before(const DateRange& range, const std::optional<Publication>& published);
/// Sets Episode::background (GUIDELINE, "What counts", 4).
void mark_background(const Material& material, const std::vector<Segment>& segments, std::vector<Episode>& episodes);

/// What the episode's own words say about each field.
IncidentKind kind_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
struct Link {
    std::vector<std::uint32_t> places;  ///< into Context, finest first
    std::optional<std::uint32_t> date;  ///< into Context
};
/// True for two mentions of one place in the same words.
bool same_place(const Material& material, std::uint32_t a, std::uint32_t b);
Link link_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode);
/// The mention that dates an incident: the one chosen or, for a core incident without one, the month that the report's title says it is about.
std::optional<std::uint32_t> dating_mention(const Material& material, std::optional<std::uint32_t> date, bool background);
/// When it happened by that mention; a core incident that none dates is of the month of publication.
DateRange date_of(const Material& material, std::optional<std::uint32_t> date, bool background);
void set_tolls(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account);
/// The actor that the rules take for the perpetrator, or `none`.
CueIndex perpetrator_by_rules(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind);
/// The words that tell who an actor is: its name, or the shortest description without an article.
Tokens words_for(const Material& material, const ActorCue& actor);
/// Fills the perpetrator from an actor cue or `none`.
void set_perpetrator(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, PerpetratorStatus status,
                     Account& account);
/// "Police" in Lamu are the Kenyan police: a bare word for a state's force gets its name where the country has a single one.
void name_state_force(const Material& material, CueIndex actor, Account& account);
/// Those hit as grammar tells it.
void set_targets_by_rules(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account);
/// Gives each of several targets the numbers that are told of it alone.
void set_target_tolls(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account);
/// Puts a target of the class first.
void set_target_class(std::optional<TargetClass> target_class, Account& account);
void set_weapon(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account);
double confidence_of(const Account& account);

/// The chance of each tally cue that it counts several incidents.
std::vector<float> weigh_tallies(const Material& material);
/// The cues that are taken for tallies by their chance, as the record keeps them.
std::vector<Tally> tallies_of(const Material& material, std::span<const Account> accounts);
std::vector<Pattern> patterns_of(const Material& material);
std::vector<Account> accounts_of(const Material& material);

}  // namespace sitrep::understand
