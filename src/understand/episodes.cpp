// Segments grouped into incidents: one perpetrator, one place, one episode. Title and lead tell the same one; a segment opens
// another incident when enough speaks for it (another day, place, method or side, a word such as "separately").
#include <algorithm>
#include <cmath>

#include "understand/assemble.hpp"
#include "understand/register.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t episodes_max = 64;
constexpr std::size_t profile_entries_max = 24;  // what an episode is compared by; bounds the work on hostile text
constexpr std::size_t compared_episodes = 8;     // the main one and the last few told can be returned to
constexpr double opens_another = 1.0;

// What each sign weighs. Positive speaks for another incident.
constexpr double other_date = 3.0;
constexpr double unlike_date = 1.5;  // one of the two is not resolved
constexpr double same_date = -1.5;
constexpr double other_place = 2.0;
constexpr double same_place = -1.5;
constexpr double other_method = 1.5;
constexpr double other_side = 2.0;
constexpr double other_name = 1.0;
constexpr double same_name = -0.5;
constexpr double told_as_new = 3.0;
constexpr double told_as_another = 1.5;
constexpr double refers_back = -1.5;
constexpr double nothing_new = -1.5;
constexpr double new_paragraph = 0.5;
constexpr double same_toll = -1.5;
constexpr double other_toll = 0.5;
constexpr double recalled_day = 2.5;
constexpr double told_as_past = 0.75;
constexpr double attackers_dead = -3.0;  // "three of the assailants were shot": told of the attack before
constexpr double told_as_answer = 1.5;
constexpr double past_context = 1.0;
constexpr double not_the_last_told = 0.6;

enum class Method { open, attack, air, shell, operation, protest, clash };

Method method_of(const ActCue& act)
{
    if (act.generic_kind) return Method::open;
    switch (act.kind) {
        case IncidentKind::airstrike:
            return Method::air;
        case IncidentKind::shelling:
            return Method::shell;
        case IncidentKind::security_operation:
            return Method::operation;
        case IncidentKind::protest:
            return Method::protest;
        case IncidentKind::clash:
            return Method::clash;
        case IncidentKind::other_violence:
            return Method::open;
        default:
            return Method::attack;
    }
}

bool methods_differ(Method a, Method b)
{
    if (a == b || a == Method::open || b == Method::open) return false;
    const auto pair = [&](Method x, Method y) { return (a == x && b == y) || (a == y && b == x); };
    return !pair(Method::clash, Method::attack) && !pair(Method::air, Method::shell) && !pair(Method::clash, Method::operation) &&
           !pair(Method::clash, Method::shell) && !pair(Method::attack, Method::shell);
}

// What is known of an episode so far, or of a segment alone.
struct Profile {
    std::vector<std::uint32_t> places;
    std::vector<std::uint32_t> dates;
    std::vector<Method> methods;
    std::vector<CueIndex> agents;
    std::vector<CueIndex> tolls;
};

template <class T>
void keep(std::vector<T>& kept, T value)
{
    if (kept.size() < profile_entries_max) kept.push_back(value);
}

void add(Profile& profile, const Material& material, const Segment& segment)
{
    for (const std::uint32_t place : segment.places) keep(profile.places, place);
    for (const std::uint32_t date : segment.dates) keep(profile.dates, date);
    for (const CueIndex toll : segment.tolls) keep(profile.tolls, toll);
    for (const CueIndex index : segment.acts) {
        const ActCue& act = material.cues.acts[index];
        if (act.strength == Strength::weak) continue;
        keep(profile.methods, method_of(act));
        if (act.agent != none) keep(profile.agents, act.agent);
    }
}

bool is_fine(const PlaceMention& mention)
{
    return mention.place.precision <= PlacePrecision::near || (!mention.place.is_resolved() && mention.place.kind == PlaceKind::unknown);
}

bool same_words(const Material& material, Tokens a, Tokens b)
{
    if (a.last - a.first != b.last - b.first) return false;
    for (std::uint32_t i = 0; i < a.last - a.first; ++i)
        if (material.document.tokens()[a.first + i].normal != material.document.tokens()[b.first + i].normal) return false;
    return true;
}

double weigh_places(const Material& material, const Profile& before, const Profile& now)
{
    bool fine_before = false, fine_now = false, match = false;
    for (const std::uint32_t place : now.places) {
        const ContextPlace& here = material.context.places[place];
        const bool fine = is_fine(*here.mention);
        fine_now = fine_now || fine;
        for (const std::uint32_t other : before.places) {
            const ContextPlace& there = material.context.places[other];
            if (!is_fine(*there.mention) || !fine) continue;
            match = match || same_words(material, here.name, there.name) ||
                    (here.mention->place.is_resolved() && here.mention->place.gazetteer_id == there.mention->place.gazetteer_id);
        }
    }
    for (const std::uint32_t other : before.places) fine_before = fine_before || is_fine(*material.context.places[other].mention);
    if (match) return same_place;
    return fine_now && fine_before ? other_place : 0;
}

// Days and months as far as they are known decide; unresolved words decide by their letters ("on Sunday", "on Monday").
double weigh_dates(const Material& material, const Profile& before, const Profile& now)
{
    double weight = 0;
    for (const std::uint32_t date : now.dates)
        for (const std::uint32_t other : before.dates) {
            const DateMention& a = *material.context.dates[date].mention;
            const DateMention& b = *material.context.dates[other].mention;
            if (!dates_an_event(a) || !dates_an_event(b)) continue;
            const auto a_first = a.range.first_day(), b_first = b.range.first_day();
            if (a_first && b_first) {
                if (*a_first <= *b.range.last_day() && *b_first <= *a.range.last_day()) return same_date;
                weight = other_date;
            } else if (a.range.start && b.range.start && !a.range.start->year() && !b.range.start->year()) {
                if (*a.range.start == *b.range.start) return same_date;
                weight = other_date;
            } else if (same_words(material, material.context.dates[date].tokens, material.context.dates[other].tokens)) {
                return same_date;
            } else if (!a_first && !b_first) {
                weight = other_date;
            } else {
                weight = std::max(weight, unlike_date);
            }
        }
    return weight;
}

double weigh_agents(const Material& material, const Profile& before, const Profile& now)
{
    double weight = 0;
    for (const CueIndex agent : now.agents)
        for (const CueIndex other : before.agents) {
            const ActorCue& a = material.cues.actors[agent];
            const ActorCue& b = material.cues.actors[other];
            if (!a.name.empty() && a.name == b.name) return same_name;
            if ((is_insurgent(a.side) && is_force(b.side)) || (is_force(a.side) && is_insurgent(b.side)))
                weight = std::max(weight, other_side);
            else if (!a.name.empty() && !b.name.empty())
                weight = std::max(weight, other_name);
        }
    return weight;
}

double weigh_tolls(const Material& material, const Profile& before, const Profile& now)
{
    double weight = 0;
    for (const CueIndex toll : now.tolls)
        for (const CueIndex other : before.tolls) {
            const TollCue& a = material.cues.tolls[toll];
            const TollCue& b = material.cues.tolls[other];
            if (a.outcome != b.outcome || a.vague || b.vague || a.part || b.part) continue;
            if (a.low == b.low && a.low > 1) return same_toll;
            if (a.low != b.low) weight = other_toll;
        }
    return weight;
}

double weigh_methods(const Profile& before, const Profile& now)
{
    if (now.methods.empty() || before.methods.empty()) return 0;
    bool differ = false;
    for (const Method method : now.methods)
        for (const Method other : before.methods) {
            if (method != Method::open && method == other) return 0;
            differ = differ || methods_differ(method, other);
        }
    return differ ? other_method : 0;
}

double weigh_words(const Material& material, const Segment& segment)
{
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    double weight = flags.new_incident ? told_as_new : 0;
    const bool own_day = std::any_of(segment.dates.begin(), segment.dates.end(),
                                     [&](std::uint32_t date) { return dates_an_event(*material.context.dates[date].mention); });
    if (flags.background && own_day) weight = std::max(weight, recalled_day);
    bool all_refer = !segment.acts.empty();
    for (const CueIndex index : segment.acts) {
        const ActCue& act = material.cues.acts[index];
        if (act.another && !flags.new_incident) weight = std::max(weight, told_as_another);
        if (act.answers) weight = std::max(weight, told_as_answer);
        if (act.past_context) weight = std::max(weight, past_context);
        all_refer = all_refer && (act.definite || act.strength == Strength::weak);
    }
    const bool own_dead =
        std::any_of(segment.tolls.begin(), segment.tolls.end(), [&](CueIndex toll) { return material.cues.tolls[toll].of_attackers; });
    if (own_dead) return weight + attackers_dead;
    if (flags.background) weight = std::max(weight, told_as_past);
    if ((all_refer || flags.refers_back) && weight < told_as_new) weight += refers_back;
    if (segment.places.empty() && segment.dates.empty()) weight += nothing_new;
    return weight;
}

class Grouping {
public:
    Grouping(const Material& material, const std::vector<Segment>& segments) : material_(material), segments_(segments) {}

    std::vector<Episode> run()
    {
        for (std::uint32_t index = 0; index < segments_.size(); ++index) {
            if (segments_[index].eventful)
                place(index);
            else if (!episodes_.empty() && belongs_to_current(index))
                episodes_[current_].segments.push_back(index);
        }
        return std::move(episodes_);
    }

private:
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

    void place(std::uint32_t index)
    {
        const Segment& segment = segments_[index];
        if (episodes_.empty() || episodes_.size() >= episodes_max) {
            if (episodes_.empty())
                open(index);
            else
                join(current_, index);
            return;
        }
        if (!segment.in_title && !lead_seen_ && only_title_so_far()) {
            lead_seen_ = true;
            if (!contradicts_title(segment)) {
                join(0, index);
                return;
            }
        }
        const double words = weigh_words(material_, segment);
        Profile now;
        add(now, material_, segment);
        std::size_t best = 0;
        double best_weight = 0;
        for (std::size_t episode = 0; episode < episodes_.size(); ++episode) {
            if (episode > 0 && episode + compared_episodes < episodes_.size()) continue;
            const double weight =
                words + weigh(profiles_[episode], now) + (episode == current_ ? paragraph_weight(index) : not_the_last_told + new_paragraph);
            if (episode == 0 || weight < best_weight) {
                best = episode;
                best_weight = weight;
            }
        }
        if (best_weight > opens_another)
            open(index);
        else
            join(best, index);
    }

    double weigh(const Profile& before, const Profile& now) const
    {
        return weigh_places(material_, before, now) + weigh_dates(material_, before, now) + weigh_agents(material_, before, now) +
               weigh_tolls(material_, before, now) + weigh_methods(before, now);
    }

    bool only_title_so_far() const
    {
        return episodes_.size() == 1 &&
               std::all_of(episodes_[0].segments.begin(), episodes_[0].segments.end(), [&](std::uint32_t s) { return segments_[s].in_title; });
    }

    bool contradicts_title(const Segment& segment) const
    {
        Profile now;
        add(now, material_, segment);
        return material_.cues.sentences[segment.sentence].new_incident || weigh_dates(material_, profiles_[0], now) > 0;
    }

    double paragraph_weight(std::uint32_t index) const
    {
        const auto& sentences = material_.document.sentences();
        const Segment& last = segments_[episodes_[current_].segments.back()];
        return sentences[segments_[index].sentence].paragraph != sentences[last.sentence].paragraph ? new_paragraph : 0;
    }

    void open(std::uint32_t index)
    {
        episodes_.emplace_back();
        profiles_.emplace_back();
        join(episodes_.size() - 1, index);
    }

    void join(std::size_t episode, std::uint32_t index)
    {
        current_ = episode;
        episodes_[episode].segments.push_back(index);
        add(profiles_[episode], material_, segments_[index]);
        if (!segments_[index].in_title) lead_seen_ = true;
    }

    const Material& material_;
    const std::vector<Segment>& segments_;
    std::vector<Episode> episodes_;
    std::vector<Profile> profiles_;
    std::size_t current_ = 0;
    bool lead_seen_ = false;
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

std::vector<Episode> episodes_of(const Material& material, const std::vector<Segment>& segments)
{
    return Grouping(material, segments).run();
}

}  // namespace sitrep::understand
