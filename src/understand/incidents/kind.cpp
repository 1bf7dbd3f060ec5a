// The kind of an incident: the deadliest method that its words state.
#include <algorithm>
#include <array>

#include "understand/incidents/moving_target.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/names/register.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

struct Told {
    std::array<int, incident_kinds> times{};
    std::array<std::uint32_t, incident_kinds> first{};  ///< token of the first word that tells it
    bool attack = false;
    bool generic = false;
    bool killed = false;
    bool injured = false;
    bool moving_target = false;
    bool bomb_then_gunfire = false;  ///< of one stretch with a vehicle or a patrol in it
    bool by_force = false;  ///< the first agent told is a force
    bool by_insurgent = false;
    bool of_insurgents = false;  ///< those hit are insurgents
    bool chosen_person = false;  ///< the dead are one person of standing

    void tell(IncidentKind kind, std::uint32_t token)
    {
        const auto index = static_cast<std::size_t>(kind);
        if (times[index]++ == 0) first[index] = token;
    }
    bool has(IncidentKind kind) const { return times[static_cast<std::size_t>(kind)] > 0; }
};

void note_agent(const Material& material, const ActCue& act, Told& told)
{
    if (act.agent != none && !told.by_force && !told.by_insurgent) {
        const Side side = material.cues.actors[act.agent].side;
        told.by_force = is_force(side);
        told.by_insurgent = is_insurgent(side);
    }
    if (act.patient == none) return;
    const ActorCue& patient = material.cues.actors[act.patient];
    told.of_insurgents = told.of_insurgents || is_insurgent(patient.side);
    told.moving_target = told.moving_target || patient.moving;
}

// "A bomb went off beside an armoured car and gunmen opened fire": of one stretch, whoever the vehicle belongs to.
bool bomb_then_gunfire(const Material& material, const Segment& segment)
{
    const auto went_off = std::ranges::find_if(segment.acts, [&](CueIndex act) {
        return material.cues.acts[act].kind == IncidentKind::ied_or_mine && material.cues.acts[act].strength != Strength::weak;
    });
    const bool shots = std::any_of(went_off, segment.acts.end(), [&](CueIndex act) {
        const ActCue& cue = material.cues.acts[act];
        return cue.kind == IncidentKind::armed_attack && !cue.generic_kind && cue.strength != Strength::weak && (cue.agent == none || !is_force(material.cues.actors[cue.agent].side));
    });
    return shots && std::ranges::any_of(cues_in(material.cues.actors, segment.tokens), [](const ActorCue& actor) { return actor.moving && actor.role != ActorCue::Role::agent; });
}

Told what_is_told(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    Told told;
    for (const std::uint32_t index : episode.segments) {
        const Segment& segment = segments[index];
        for (const CueIndex number : segment.acts) {
            const ActCue& act = material.cues.acts[number];
            if (act.generic_kind)
                told.generic = told.generic || act.strength != Strength::weak;
            else if (act.strength != Strength::weak)
                told.tell(act.kind, act.tokens.first);
            told.attack = told.attack || (act.told_as_attack && !act.nominal);
            note_agent(material, act, told);
        }
        for (const CueIndex number : segment.tolls) {
            const TollCue& toll = material.cues.tolls[number];
            const bool somebody = toll.vague || toll.low > 0;
            told.killed = told.killed || (toll.outcome == Outcome::killed && somebody && !toll.of_attackers);
            told.chosen_person = told.chosen_person || (toll.chosen_person && toll.outcome == Outcome::killed && toll.low == 1);
            told.injured = told.injured || (toll.outcome == Outcome::injured && somebody);
        }
        told.bomb_then_gunfire = told.bomb_then_gunfire || bomb_then_gunfire(material, segment);
        const auto& weapons = material.cues.weapons;
        auto weapon = std::lower_bound(weapons.begin(), weapons.end(), segment.tokens.first,
                                       [](const WeaponCue& cue, std::uint32_t token) { return cue.tokens.first < token; });
        for (; weapon != weapons.end() && weapon->tokens.first < segment.tokens.last; ++weapon)
            if (weapon->kind) told.tell(*weapon->kind, weapon->tokens.first);
    }
    return told;
}

bool earlier(const Told& told, IncidentKind a, IncidentKind b)
{
    return told.first[static_cast<std::size_t>(a)] < told.first[static_cast<std::size_t>(b)];
}

// Methods that kill from afar or by bomb, the first told of those with no rule among themselves.
std::optional<IncidentKind> from_afar(const Told& told)
{
    std::optional<IncidentKind> best;
    for (const IncidentKind kind : {IncidentKind::airstrike, IncidentKind::shelling, IncidentKind::ied_or_mine})
        if (told.has(kind) && (!best || earlier(told, kind, *best))) best = kind;
    return best;
}

// "A bomb and then gunfire on a moving target" (GUIDELINE, `type`: ambush).
bool lies_in_wait(const Told& told)
{
    if (told.has(IncidentKind::suicide_or_vehicle_bomb)) return false;
    return told.bomb_then_gunfire || (told.moving_target && told.has(IncidentKind::ied_or_mine) && told.has(IncidentKind::armed_attack));
}

// What the chooser, which weighs each word alone, may not answer.
bool may_be(const Material& material, const Told& told, IncidentKind kind)
{
    if ((material.cues.methods >> static_cast<unsigned>(kind) & 1U) == 0) return false;
    if (kind == IncidentKind::clash && told.has(IncidentKind::protest) && !told.has(IncidentKind::clash)) return false;  // police and demonstrators
    return !(lies_in_wait(told) && (kind == IncidentKind::ied_or_mine || kind == IncidentKind::armed_attack));
}

void add_told(const Told& told, Features& features)
{
    for (std::size_t kind = 0; kind < incident_kinds; ++kind)
        if (told.times[kind] > 0) features.add("told", static_cast<std::int64_t>(kind));
    features.add_if(told.attack, "told as attack");
    features.add("killed, injured", told.killed * 2 + told.injured);
    features.add("by, of", told.by_force * 8 + told.by_insurgent * 4 + told.of_insurgents * 2 + told.chosen_person);
}

void add_sides(const Material& material, const Segment& segment, Features& features)
{
    for (const CueIndex number : segment.acts) {
        const ActCue& act = material.cues.acts[number];
        if (act.agent != none) features.add("agent", static_cast<std::int64_t>(material.cues.actors[act.agent].side));
        if (act.patient != none) features.add("patient", static_cast<std::int64_t>(material.cues.actors[act.patient].side));
        features.add_hash(feature_join(feature_hash("act word"), material.words.bare[act.tokens.first]));
    }
    for (const auto& toll : cues_in(material.cues.tolls, segment.tokens))
        features.add("victims", static_cast<std::int64_t>(toll.outcome) * 8 + (toll.victims ? static_cast<std::int64_t>(*toll.victims) + 1 : 0));
}

// What is told first, before details and what went before: the first acts, with who acts on whom.
void add_opening(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Features& features)
{
    constexpr std::size_t acts_max = 3;
    std::int64_t before = -2;
    std::size_t read = 0;
    for (const std::uint32_t index : episode.segments)
        for (const CueIndex number : segments[index].acts) {
            if (read == acts_max) return;
            const ActCue& act = material.cues.acts[number];
            const std::int64_t kind = act.generic_kind ? -1 : static_cast<std::int64_t>(act.kind);
            const std::int64_t agent = act.agent == none ? 15 : static_cast<std::int64_t>(material.cues.actors[act.agent].side);
            const std::int64_t patient = act.patient == none ? 15 : static_cast<std::int64_t>(material.cues.actors[act.patient].side);
            features.add("act in order", kind * 4 + static_cast<std::int64_t>(read));
            features.add("act after act", kind * 32 + before);
            features.add("act, agent, patient", (kind * 16 + agent) * 16 + patient);
            before = kind;
            ++read;
        }
}

}  // namespace

Asked<IncidentKind> ask_kind(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::size_t segments_max = 6, words_max = 40;
    Asked<IncidentKind> asked;
    Features& shared = asked.share();
    const Told told = what_is_told(material, segments, episode);
    shared.add("rules", static_cast<std::int64_t>(kind_of(material, segments, episode)));
    add_told(told, shared);
    add_opening(material, segments, episode, shared);
    std::size_t read = 0;
    for (const std::uint32_t index : episode.segments) {
        const Segment& segment = segments[index];
        if (read == segments_max) break;
        ++read;
        if (!segment.eventful) {
            add_words(material, segment.tokens, "beside", words_max, shared);
            for (const auto& weapon : cues_in(material.cues.weapons, segment.tokens))
                if (weapon.kind) shared.add("weapon kind", static_cast<std::int64_t>(*weapon.kind));
            continue;
        }
        add_sides(material, segment, shared);
        for (const auto& weapon : cues_in(material.cues.weapons, segment.tokens)) {
            shared.add("weapon", static_cast<std::int64_t>(weapon.weapon_class));
            if (weapon.kind) shared.add("weapon kind", static_cast<std::int64_t>(*weapon.kind));
        }
        add_words(material, segment.tokens, "word", words_max, shared);
    }
    for (const auto kind : all_incident_kinds)
        if (may_be(material, told, kind)) asked.offer_class(kind, static_cast<std::uint64_t>(kind), shared);
    return asked;
}

Answered<IncidentKind> kind_answered(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr double far_likelier = 5;  // from 2 to 15 all gain on held-out reports, any likelihood loses
    const auto asked = ask_kind(material, segments, episode);
    const Calibration& calibration = material.models.calibration(Question::kind);
    if (asked.answers.size() == 1) return {asked.answers.front(), calibration.unasked};
    const auto chances = probabilities(material.models.of(Question::kind), asked.alternatives);
    auto best = std::ranges::max_element(chances) - chances.begin();
    const auto ambush = std::ranges::find(asked.answers, IncidentKind::ambush) - asked.answers.begin();
    const bool may_lie_in_wait = asked.answers[static_cast<std::size_t>(best)] == IncidentKind::armed_attack && ambush < std::ssize(asked.answers);
    const auto chance_of = [&](std::ptrdiff_t at) { return chances[static_cast<std::size_t>(at)]; };
    if (may_lie_in_wait && chance_of(ambush) * far_likelier > chance_of(best) && fires_on_what_moves(material, segments, episode)) best = ambush;
    return {asked.answers[static_cast<std::size_t>(best)], calibration.chance(chance_of(best))};
}

IncidentKind kind_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const Told told = what_is_told(material, segments, episode);
    if (told.has(IncidentKind::suicide_or_vehicle_bomb)) return IncidentKind::suicide_or_vehicle_bomb;
    if (told.has(IncidentKind::ambush) || lies_in_wait(told)) return IncidentKind::ambush;
    const auto afar = from_afar(told);
    const bool shot = told.has(IncidentKind::armed_attack);
    if (afar && !(shot && earlier(told, IncidentKind::armed_attack, *afar))) return *afar;
    if (told.has(IncidentKind::execution)) return IncidentKind::execution;
    if (told.has(IncidentKind::assassination_or_targeted_killing)) return IncidentKind::assassination_or_targeted_killing;
    if (shot && told.chosen_person && !told.by_force) return IncidentKind::assassination_or_targeted_killing;
    if (told.by_force && told.of_insurgents && !told.has(IncidentKind::clash)) return IncidentKind::security_operation;
    if (told.has(IncidentKind::security_operation) && !told.by_insurgent && !(told.attack && told.killed)) return IncidentKind::security_operation;
    if (told.has(IncidentKind::clash) && !told.attack) return IncidentKind::clash;
    if (told.has(IncidentKind::protest) && !told.killed && !shot) return IncidentKind::protest;
    if (told.has(IncidentKind::abduction) && !told.killed) return IncidentKind::abduction;
    if (shot || told.killed || told.injured)
        return told.has(IncidentKind::other_violence) && !shot ? IncidentKind::other_violence : afar.value_or(IncidentKind::armed_attack);
    for (const IncidentKind kind : {IncidentKind::arson_or_property, IncidentKind::checkpoint_or_raid_by_group, IncidentKind::abduction,
                                    IncidentKind::clash, IncidentKind::protest, IncidentKind::security_operation, IncidentKind::other_violence})
        if (told.has(kind) && !(told.generic && kind == IncidentKind::other_violence)) return kind;
    return told.by_force && !told.by_insurgent && !told.attack ? IncidentKind::security_operation : IncidentKind::armed_attack;
}

}  // namespace sitrep::understand
