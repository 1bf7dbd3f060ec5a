#include "understand/incidents/relations.hpp"

#include <algorithm>

#include "understand/names/register.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t profile_entries_max = 24;  // what an episode is compared by; bounds the work on hostile text

// What each sign weighs. Positive speaks for another incident.
constexpr double unlike_date = 1.5;  // one of the two is not resolved
constexpr double same_date = -1.5;
constexpr double place_again = -1.5;
constexpr double other_method = 1.5;
constexpr double other_side = 2.0;
constexpr double other_name = 1.0;
constexpr double same_name = -0.5;
constexpr double told_as_new = 3.0;
constexpr double told_as_another = 1.5;
constexpr double refers_back = -1.5;
constexpr double nothing_new = -1.5;
constexpr double same_toll = -1.5;
constexpr double other_toll = 0.5;
constexpr double recalled_day = 2.5;
constexpr double told_as_past = 0.75;
constexpr double attackers_dead = -3.0;  // "three of the assailants were shot": told of the attack before
constexpr double told_as_answer = 1.5;
constexpr double past_context = 1.0;


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


template <class T>
void keep(std::vector<T>& kept, T value)
{
    if (kept.size() < profile_entries_max) kept.push_back(value);
}

}  // namespace

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

namespace {

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

}  // namespace

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
    if (match) return place_again;
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

}  // namespace sitrep::understand
