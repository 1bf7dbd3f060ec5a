// Segments grouped into incidents: one perpetrator, one place, one episode. Title and lead tell the same one; a segment opens
// another incident when enough speaks for it (another day, place, method or side, a word such as "separately").
#include <algorithm>
#include <cmath>
#include <optional>

#include "understand/assemble.hpp"
#include "understand/incidents/another.hpp"
#include "understand/incidents/relation_features.hpp"
#include "understand/incidents/relations.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/incidents/title_pieces.hpp"
#include "understand/incidents/told_whole.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t episodes_max = 64;
constexpr std::size_t compared_episodes = 8;     // the main one and the last few told can be returned to
constexpr double opens_another = 1.0;
constexpr double not_the_last_told = 0.6;
constexpr double new_paragraph = 0.5;

// How a segment stands to the words of an episode told before, in features. The rules' own weights are among them.
class Grouping {
public:
    Grouping(const Material& material, const std::vector<Segment>& segments, const ChoosePlacing& choose)
        : material_(material), segments_(segments), choose_(choose)
    {
    }

    std::vector<Episode> run()
    {
        for (std::uint32_t index = 0; index < segments_.size(); ++index) place(index);
        return std::move(episodes_);
    }

private:
    void place(std::uint32_t index)
    {
        placings_.clear();
        Profile now;
        add(now, material_, segments_[index]);
        rule_says_ = rule_placing(index, now);
        own_.clear();
        add_segment_features(material_, segments_[index], own_);
        offer({Placing::What::tells_nothing, 0}, index, now);
        if (episodes_.size() < episodes_max && !tells_no_deed(material_, segments_[index])) offer({Placing::What::opens, 0}, index, now);
        for (std::uint32_t episode = 0; episode < episodes_.size(); ++episode)
            if (episode == 0 || episode + compared_episodes >= episodes_.size()) {
                const bool whole = tells_other_whole(material_, segments_, episodes_[episode], profiles_[episode], index, now);
                const bool another = whole || surely_another(material_, segments_, episodes_[episode], profiles_[episode], segments_[index], now);
                offer({Placing::What::joins, episode, another, whole}, index, now);
            }
        const Placing chosen = placings_[choose_(index, placings_, std::span(alternatives_).first(placings_.size()))];
        if (chosen.what == Placing::What::opens) {
            episodes_.emplace_back();
            profiles_.emplace_back();
            join(episodes_.size() - 1, index);
        } else if (chosen.what == Placing::What::joins) {
            join(chosen.episode, index);
        }
        last_told_nothing_ = chosen.what == Placing::What::tells_nothing;
    }

    void offer(Placing placing, std::uint32_t index, const Profile& now)
    {
        placings_.push_back(placing);
        if (alternatives_.size() < placings_.size()) alternatives_.emplace_back();
        Features& features = alternatives_[placings_.size() - 1];
        features.clear();
        features.under(static_cast<std::uint64_t>(placing.what) + 1);
        features.add("any");
        features.add_if(placing.what == rule_says_.what && (placing.what != Placing::What::joins || placing.episode == rule_says_.episode), "rules agree");
        features.add_shared(own_);
        features.add("eventful, episodes", std::int64_t{segments_[index].eventful} * 16 + size_class(std::ssize(episodes_)));
        features.add("eventful, last told nothing", std::int64_t{segments_[index].eventful} * 2 + last_told_nothing_);
        if (placing.what == Placing::What::joins) add_relation(placing.episode, index, now, features);
        else add_novelty(index, now, features);
    }

    void add_relation(std::uint32_t number, std::uint32_t index, const Profile& now, Features& features) const
    {
        const Segment& segment = segments_[index];
        const Profile& before = profiles_[number];
        const Episode& episode = episodes_[number];
        const auto halves = [](double weight) { return static_cast<std::int64_t>(std::lround(weight * 2)); };
        const auto places = halves(weigh_places(material_, before, now)), dates = halves(weigh_dates(material_, before, now)),
                   agents = halves(weigh_agents(material_, before, now)), tolls = halves(weigh_tolls(material_, before, now)),
                   methods = halves(weigh_methods(before, now)), words = halves(weigh_words(material_, segment));
        const bool current = number == current_, eventful = segment.eventful;
        features.add("places", places);
        features.add("dates", dates);
        features.add("agents", agents);
        features.add("tolls", tolls);
        features.add("methods", methods);
        features.add("places, current", places * 4 + current * 2 + eventful);
        features.add("dates, current", dates * 4 + current * 2 + eventful);
        features.add("places, dates", places * 64 + dates);
        features.add("sum", std::clamp<std::int64_t>(places + dates + agents + tolls + methods + words, -12, 12) * 2 + eventful);
        const Segment& last = segments_[episode.segments.back()];
        const auto& sentences = material_.document.sentences();
        const auto apart = static_cast<std::int64_t>(sentences[segment.sentence].paragraph) - static_cast<std::int64_t>(sentences[last.sentence].paragraph);
        features.add("paragraphs apart, current", size_class(apart) * 4 + current * 2 + eventful);
        features.add("segments apart", size_class(std::int64_t{index} - episode.segments.back()));
        features.add("first, current", (number == 0) * 2 + current);
        const bool only_title = std::all_of(episode.segments.begin(), episode.segments.end(), [&](std::uint32_t s) { return segments_[s].in_title; });
        features.add("only title, first body", only_title * 4 + (lead_ == index) * 2 + segment.in_title);
        features.add("same sentence", (segment.sentence == last.sentence) * 2 + eventful);
        features.add("own place, own date", segment.places.empty() * 4 + segment.dates.empty() * 2 + eventful);
        add_shared_words(episode, segment, features);
        add_relation_features(material_, segments_, {.episode = episode, .profile = before, .current = current, .paragraph = apart > 0}, segment, now, features);
    }

    // Words told in both: a name that returns, the same kind of victims.
    void add_shared_words(const Episode& episode, const Segment& segment, Features& features) const
    {
        constexpr std::size_t capitals_max = 8;
        std::size_t shared = 0, capitals = 0;
        for (std::uint32_t at = segment.tokens.first; at < segment.tokens.last && capitals < capitals_max; ++at) {
            const text::Token& token = material_.document.tokens()[at];
            if (!token.capital && !token.arabic) continue;
            if (token.normal.size() < 4) continue;
            ++capitals;
            bool found = false;
            for (std::size_t s = 0; s < episode.segments.size() && s < 4 && !found; ++s) {
                const Tokens other = segments_[episode.segments[s]].tokens;
                for (std::uint32_t there = other.first; there < other.last && !found; ++there) found = material_.words.bare[there] == material_.words.bare[at];
            }
            shared += found;
        }
        features.add("shared words", size_class(static_cast<std::int64_t>(shared)));
    }

    void add_novelty(std::uint32_t index, const Profile& now, Features& features) const
    {
        const Segment& segment = segments_[index];
        features.add("own place, own date, title", segment.places.empty() * 8 + segment.dates.empty() * 4 + segment.in_title * 2 + segment.eventful);
        features.add("first body", (lead_ == index) * 2 + episodes_.empty());
        std::int64_t best_place = -4, best_date = -4;
        for (const Profile& before : profiles_) {
            best_place = std::max(best_place, static_cast<std::int64_t>(-weigh_places(material_, before, now) * 2));
            best_date = std::max(best_date, static_cast<std::int64_t>(-weigh_dates(material_, before, now) * 2));
        }
        features.add("nearest place", best_place);
        features.add("nearest date", best_date);
        if (episodes_.empty()) return add_novelty_features(material_, segments_, 0, index, {.episode = {}, .profile = {}}, features);
        const Episode& last = episodes_[current_];
        const auto& sentences = material_.document.sentences();
        const bool paragraph = sentences[segment.sentence].paragraph != sentences[segments_[last.segments.back()].sentence].paragraph;
        add_novelty_features(material_, segments_, episodes_.size(), index, {.episode = last, .profile = profiles_[current_], .current = true, .paragraph = paragraph}, features);
    }

    // What the rules would do: the first way this was done, and still a witness.
    Placing rule_placing(std::uint32_t index, const Profile& now) const
    {
        const Segment& segment = segments_[index];
        if (!segment.eventful) {
            if (episodes_.empty() || !belongs_to_current(index)) return {};
            return {Placing::What::joins, static_cast<std::uint32_t>(current_)};
        }
        if (episodes_.empty()) return {Placing::What::opens, 0};
        const bool first_body = !segment.in_title && lead_ == index;
        if (first_body && episodes_.size() == 1 && segments_[episodes_[0].segments.back()].in_title && weigh_dates(material_, profiles_[0], now) <= 0 &&
            !material_.cues.sentences[segment.sentence].new_incident)
            return {Placing::What::joins, 0};
        const double words = weigh_words(material_, segment);
        std::size_t best = 0;
        double best_weight = 0;
        for (std::size_t episode = 0; episode < episodes_.size(); ++episode) {
            if (episode > 0 && episode + compared_episodes < episodes_.size()) continue;
            const double weight = words + weigh(profiles_[episode], now) + (episode == current_ ? paragraph_weight(index) : not_the_last_told + new_paragraph);
            if (episode != 0 && weight >= best_weight) continue;
            best = episode;
            best_weight = weight;
        }
        if (best_weight > opens_another) return {Placing::What::opens, 0};
        return {Placing::What::joins, static_cast<std::uint32_t>(best)};
    }

    // Sentences without an act go on with the incident before: they often hold its place or day.
    bool belongs_to_current(std::uint32_t index) const
    {
        const Segment& segment = segments_[index];
        const SentenceFlags& flags = material_.cues.sentences[segment.sentence];
        if (flags.pattern || flags.tally || flags.background || flags.hypothetical || flags.statement) return false;
        if (told_over_time(material_, segments_, episodes_[current_])) return false;
        const Segment& last = segments_[episodes_[current_].segments.back()];
        const auto& sentences = material_.document.sentences();
        return sentences[segment.sentence].paragraph <= sentences[last.sentence].paragraph + 1;
    }

    double weigh(const Profile& before, const Profile& now) const
    {
        return weigh_places(material_, before, now) + weigh_dates(material_, before, now) + weigh_agents(material_, before, now) +
               weigh_tolls(material_, before, now) + weigh_methods(before, now);
    }

    double paragraph_weight(std::uint32_t index) const
    {
        const auto& sentences = material_.document.sentences();
        const Segment& last = segments_[episodes_[current_].segments.back()];
        return sentences[segments_[index].sentence].paragraph != sentences[last.sentence].paragraph ? new_paragraph : 0;
    }

    void join(std::size_t episode, std::uint32_t index)
    {
        current_ = episode;
        episodes_[episode].segments.push_back(index);
        add(profiles_[episode], material_, segments_[index]);
    }

    const Material& material_;
    const std::vector<Segment>& segments_;
    const ChoosePlacing& choose_;
    std::vector<Episode> episodes_;
    std::vector<Profile> profiles_;
    std::vector<Placing> placings_;
    std::vector<Features> alternatives_;  ///< as many as placings_ hold, and others to be used again
    Features own_;  ///< of the segment, whatever is done with it
    Placing rule_says_;
    std::size_t current_ = 0;
    std::uint32_t lead_ = first_of_body(segments_);
    bool last_told_nothing_ = false;
};

}  // namespace

bool counts_events(const Material& material, const Segment& segment)
{
    return segment.eventful &&
           std::any_of(segment.tolls.begin(), segment.tolls.end(), [&](CueIndex toll) { return material.cues.tolls[toll].several_events; });
}

bool told_over_time(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    bool several = false;
    for (const std::uint32_t index : episode.segments) {
        several = several || counts_events(material, segments[index]);
        if (!segments[index].eventful) continue;
        for (const std::uint32_t date : segments[index].dates)
            if (dates_an_event(*material.context.dates[date].mention)) return false;
    }
    return several;
}

std::vector<Episode> group_segments(const Material& material, const std::vector<Segment>& segments, const ChoosePlacing& choose)
{
    return Grouping(material, segments, choose).run();
}

namespace {

// Title and lead tell the same incident unless much speaks against it.
constexpr double surely_another = 0.8;

// Which placing joins the first sentence of the text to what the title tells; nothing for other sentences, and for one that says it tells another.
std::optional<std::size_t> title_of_lead(const Material& material, const std::vector<Segment>& segments, std::uint32_t segment, std::span<const Placing> placings)
{
    if (segment == 0 || segment != first_of_body(segments) || material.cues.sentences[segments[segment].sentence].new_incident) return std::nullopt;
    const auto joins = [](const Placing& placing) { return placing.what == Placing::What::joins; };
    if (std::ranges::count_if(placings, joins) != 1) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find_if(placings, joins) - placings.begin());
}

// A way to place what cannot be the incident chosen: the likeliest of those that may be it, and another one. What was learnt has a word in it, unless both
// are told whole.
std::size_t other_than(std::span<const Placing> placings, std::span<const double> chances, std::size_t chosen)
{
    constexpr double least = 0.1;
    std::size_t best = chosen;
    double best_chance = placings[chosen].both_whole ? 0 : least;
    for (std::size_t i = 0; i < placings.size(); ++i)
        if (placings[i].what != Placing::What::tells_nothing && !placings[i].surely_another && chances[i] >= best_chance) {
            best = i;
            best_chance = chances[i];
        }
    return best;
}

constexpr double surely_violent = 0.98;  // the same bar for what tells of violence in so many words

// `willingly`: what tells of an act is taken to tell nothing only above that chance, where it is higher than the one that was learnt.
std::vector<Episode> grouped_by_model(const Material& material, const std::vector<Segment>& segments, double willingly = 0)
{
    const double learnt = material.models.deny_above(Question::grouping);
    const ChoiceModel& model = material.models.of(Question::grouping);
    const bool message = is_message(material.document);
    return group_segments(material, segments, [&](std::uint32_t segment, std::span<const Placing> placings, std::span<const Features> alternatives) {
        const auto chances = probabilities(model, alternatives);
        const bool plain = (willingly > 0 || ((message || segment == first_of_body(segments)) && tells_whole(material, segments, segment))) && tells_violence_plainly(material, segments[segment]);
        const double plainly = plain ? surely_violent : willingly;
        auto chosen = index_from(chances, segments[segment].eventful ? std::max(learnt, plainly) : learnt);
        if (const auto title = title_of_lead(material, segments, segment, placings); title && placings[chosen].what == Placing::What::opens && chances[chosen] < surely_another)
            chosen = *title;
        if (placings[chosen].surely_another) chosen = other_than(placings, chances, chosen);
        if (placings[chosen].what != Placing::What::tells_nothing || !counts_events(material, segments[segment])) return chosen;
        // "I saw three killings": told without a place or a day of its own, and still somebody's word that it happened.
        const auto opens = std::find_if(placings.begin(), placings.end(), [](const Placing& placing) { return placing.what == Placing::What::opens; });
        return opens == placings.end() ? chosen : static_cast<std::size_t>(opens - placings.begin());
    });
}

}  // namespace

std::vector<Episode> episodes_of(const Material& material, const std::vector<Segment>& segments)
{
    constexpr double surely_nothing = 0.9;
    auto episodes = grouped_by_model(material, segments);
    // A message of one plain line may be all that is known of an act: before it is taken to tell nothing it is read again more willingly, and what is
    // found then still has to be an incident (Question::standing).
    if (episodes.empty() && is_message(material.document)) {
        episodes = grouped_by_model(material, segments, surely_nothing);
        for (Episode& episode : episodes) episode.read_again = true;
    }
    join_title_pieces(material, segments, episodes);
    mark_background(material, segments, episodes);
    return episodes;
}

}  // namespace sitrep::understand
