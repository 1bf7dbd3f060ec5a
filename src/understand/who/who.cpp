// Who did it, to whom, with what, and who says so.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.hpp"
#include "understand/assemble.hpp"
#include "understand/names/register.hpp"
#include "understand/names/told_names.hpp"
#include "understand/tagging/tags.hpp"
#include "understand/who/clash_sides.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t targets_max = 8;

bool may_perpetrate(const ActorCue& actor)
{
    return actor.side != Side::other && actor.side != Side::thing && actor.side != Side::civilians && actor.side != Side::official;
}

struct Suspect {
    CueIndex actor = none;
    int score = 0;
};

// The best agent told: a name before a sort, an agent by grammar before one that merely stands there.
void consider(const Material& material, CueIndex actor, int score, Suspect& best)
{
    if (actor == none) return;
    if (!material.cues.actors[actor].name.empty()) score += 2;
    if (best.actor == none || score > best.score) best = {actor, score};
}

bool speaks(const Material& material, Tokens tokens)
{
    const auto& sources = material.cues.sources;
    const auto at = std::upper_bound(sources.begin(), sources.end(), tokens.first,
                                     [](std::uint32_t token, const SourceCue& source) { return token < source.tokens.first; });
    return at != sources.begin() && std::prev(at)->tokens.overlaps(tokens);
}

Suspect suspect_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind)
{
    constexpr int agent_by_grammar = 6, blamed = 5, stands_there = 1;
    const bool may_stand = kind != IncidentKind::ied_or_mine && kind != IncidentKind::airstrike && kind != IncidentKind::shelling;
    const bool operation = kind == IncidentKind::security_operation || kind == IncidentKind::airstrike || kind == IncidentKind::shelling;
    Suspect best;
    for (const std::uint32_t index : episode.segments) {
        const Segment& segment = segments[index];
        for (const CueIndex number : segment.acts) {
            const ActCue& act = material.cues.acts[number];
            if (act.agent == none) continue;
            const ActorCue& actor = material.cues.actors[act.agent];
            const bool people_protest = kind == IncidentKind::protest && actor.side == Side::civilians;
            if (!may_perpetrate(actor) && !people_protest) continue;
            const bool fits = operation ? is_force(actor.side) || kind != IncidentKind::security_operation : !is_force(actor.side);
            consider(material, act.agent, agent_by_grammar - (fits ? 0 : 3) - (segment.in_title ? 0 : 1), best);
        }
        if (!may_stand || !segment.eventful) continue;
        const auto& actors = material.cues.actors;
        auto at = std::lower_bound(actors.begin(), actors.end(), segment.tokens.first,
                                   [](const ActorCue& actor, std::uint32_t token) { return actor.tokens.first < token; });
        for (; at != actors.end() && at->tokens.first < segment.tokens.last; ++at) {
            const bool wanted = operation ? is_force(at->side) : is_insurgent(at->side);
            if (wanted && !at->cleared && at->role != ActorCue::Role::patient && !speaks(material, at->tokens))
                consider(material, static_cast<CueIndex>(at - actors.begin()), stands_there, best);
        }
    }
    for (const std::uint32_t index : episode.segments)
        for (const ClaimCue& claim : cues_in(material.cues.claims, segments[index].tokens))
            if (claim.claiming == Claiming::blamed && claim.actor != none && !material.cues.actors[claim.actor].cleared && may_perpetrate(material.cues.actors[claim.actor]))
                consider(material, claim.actor, blamed, best);
    return best;
}

}  // namespace

CueIndex perpetrator_by_rules(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind)
{
    CueIndex suspect = suspect_of(material, segments, episode, kind).actor;
    for (const std::uint32_t index : episode.segments)
        for (const ClaimCue& claim : cues_in(material.cues.claims, segments[index].tokens))
            if (claim.actor != none && claim.claiming == Claiming::claims && may_perpetrate(material.cues.actors[claim.actor])) suspect = claim.actor;
    return suspect;
}

namespace {

// GUIDELINE, "Spans": the shortest words that carry the meaning, without an article; how many they were, and that it is only thought, is no part of who they were.
Tokens without_article(const Material& material, Tokens tokens)
{
    constexpr std::array leading{"the", "a", "an", "some", "other", "others", "several", "local", "those", "these", "suspected", "alleged", "presumed", "supposed", "about", "around",
                                 "nearly", "almost", "roughly", "approximately", "over", "up", "at", "more", "than", "least", "meanwhile", "afterwards"};
    const auto is_leading = [&](std::uint32_t at) {
        const text::Token& token = material.document.tokens()[at];
        return token.kind == text::TokenKind::number || std::find(leading.begin(), leading.end(), token.normal) != leading.end();
    };
    while (tokens.first + 1 < tokens.last && is_leading(tokens.first)) ++tokens.first;
    return tokens;
}

// Of a name a number may be part ("the 25th Division").
Tokens without_article_alone(const Material& material, Tokens tokens)
{
    constexpr std::array<std::string_view, 3> articles{"the", "a", "an"};
    if (tokens.first + 1 < tokens.last && std::ranges::find(articles, material.document.tokens()[tokens.first].normal) != articles.end()) ++tokens.first;
    return tokens;
}

// Whether the second follows the first with "and" (و) alone between.
bool joined_by_and(const Material& material, Tokens first, Tokens second)
{
    if (second.first < first.last) return false;
    const auto& clitics = material.cues.clitics;
    if (second.first == first.last) return second.first < clitics.size() && clitics[second.first] > 0;
    return second.first == first.last + 1 && material.document.tokens()[first.last].normal == "and";
}

// "Tribal fighters and Druze factions traded fire": of a clash between two that have no name of the register both sides are told.
Tokens with_other_side(const Material& material, const ActorCue& cue, Tokens tokens)
{
    const auto fights = [](const ActorCue& other) {
        const bool unarmed = other.side == Side::civilians || other.side == Side::thing || other.side == Side::official || other.side == Side::other;
        return other.tagged == tag_role("perp") || !unarmed;
    };
    for (const ActorCue& other : material.cues.actors) {
        if (other.sentence != cue.sentence || !fights(other) || !other.name.empty() || other.tokens.overlaps(cue.tokens)) continue;
        const Tokens others = words_for(material, other);
        if (joined_by_and(material, tokens, others) || joined_by_and(material, tokens, other.tokens)) return {tokens.first, others.last};
        if (joined_by_and(material, others, tokens) || joined_by_and(material, other.tokens, cue.tokens)) return {others.first, tokens.last};
    }
    return tokens;
}

// "The military", "the army", and no other name; "a military source" is none.
bool is_bare_army(const Material& material, const ActorCue& actor)
{
    const std::string_view first = material.document.tokens()[actor.tokens.first].normal, last = material.document.tokens()[actor.tokens.last - 1].normal;
    return actor.name.empty() && first != "a" && first != "an" && actor.side == Side::state_force && (last == "military" || last == "army" || last == "الجيش");
}

// "An Israeli strike" names a state; where the report tells of its army elsewhere ("the military said"), that is who is meant.
std::string name_as_told(const Material& material, const ActorCue& cue)
{
    const auto army = army_of(cue.name);
    const auto& actors = material.cues.actors;
    const bool told = !army.empty() && std::any_of(actors.begin(), actors.end(), [&](const ActorCue& actor) { return actor.name == army || is_bare_army(material, actor); });
    return told ? std::string(army) : cue.name;
}

// "مليشيات الحوثي" before "الحوثي": of the names that the incident is told with the one of most words. Of a state not what speaks for it.
Tokens fullest_name(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::string_view name, bool state)
{
    Tokens fullest;
    for (const std::uint32_t index : episode.segments)
        for (const ActorCue& actor : cues_in(material.cues.actors, segments[index].tokens))
            if (actor.name == name && !actor.adjective && !(state && speaks(material, actor.tokens)) &&
                actor.name_words.last - actor.name_words.first > fullest.last - fullest.first)
                fullest = actor.name_words;
    return fullest;
}

// What the report itself calls it (GUIDELINE, `perpetrator`: as named); the register's name where the words only point back at one.
std::string arabic_name_as_told(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const ActorCue& cue, const Account& account)
{
    constexpr std::string_view of_the = "لل", the = "ال";
    const Tokens fullest = fullest_name(material, segments, episode, account.perpetrator.name, cue.adjective);
    const Tokens words = fullest.first < fullest.last ? fullest : cue.name_words;
    if (words.first >= words.last) return std::string(arabic_name_of(account.perpetrator.name));
    std::string name = words_of(material, words);
    if (name.starts_with(of_the)) name.replace(0, of_the.size(), the);  // "للجيش السوداني": the article lost its alif
    return name;
}

}  // namespace

Tokens words_for(const Material& material, const ActorCue& actor)
{
    if (!actor.name.empty()) return without_article_alone(material, actor.tokens);
    const bool more = actor.tagged == tag_role("perp") && actor.tagged_words.contains(actor.tokens);
    return without_article(material, more ? actor.tagged_words : actor.tokens);
}

void set_perpetrator(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, PerpetratorStatus status,
                     Account& account)
{
    account.perpetrator.status = status;
    if (actor == none) return;
    const ActorCue& cue = material.cues.actors[actor];
    Tokens tokens = words_for(material, cue);
    const Tokens sides = account.kind == IncidentKind::clash ? sides_of_clash(material, cue) : Tokens{};
    if (!sides.empty()) tokens = sides;
    else if (cue.name.empty() && account.kind == IncidentKind::clash && cue.tagged == tag_role("perp")) tokens = with_other_side(material, cue, tokens);
    account.perpetrator.text = words_of(material, tokens);
    account.perpetrator.name = sides.empty() ? name_as_told(material, cue) : name_of_sides(material, sides);
    if (material.document.language() != Language::arabic) account.perpetrator.local_name = sides.empty() ? told_name_of(material, account.perpetrator.name, tokens) : account.perpetrator.name;
    else account.perpetrator.local_name = sides.empty() ? arabic_name_as_told(material, segments, episode, cue, account) : std::string(arabic_name_of(account.perpetrator.name));
    account.perpetrator.span = span_of(material.document, material.cues, tokens);
    for (const std::uint32_t index : episode.segments)
        for (const ClaimCue& claim : cues_in(material.cues.claims, segments[index].tokens))
            if (claim.claiming == Claiming::denies && claim.actor != none && material.cues.actors[claim.actor].name == cue.name) account.denied = true;
}

namespace {

// "police", "the army": which kind of state force a bare word names.
std::string_view kind_of_force(const Material& material, Tokens tokens)
{
    constexpr std::array police{"police", "policemen", "policeman", "officers", "الشرطه", "شرطه"};
    constexpr std::array military{"army", "soldiers", "soldier", "troops", "military", "junta", "regime", "government", "الجيش", "جيش", "جنود"};
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const std::string_view word = material.document.tokens()[at].normal;
        if (std::find(police.begin(), police.end(), word) != police.end()) return "state_police";
        if (std::find(military.begin(), military.end(), word) != military.end()) return "state_military";
        if (word == "forces") return "state_forces";
    }
    return {};
}

// "Gendarmes", "the air force", "the navy": a branch that the register may have under its own name.
std::string_view branch_named(const Material& material, Tokens tokens)
{
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const std::string_view word = material.document.tokens()[at].normal;
        if (word == "gendarmes" || word == "gendarme" || word == "gendarmerie") return "gendarmerie";
        if (word == "navy") return "navy";
        if (word == "air" && at + 1 < tokens.last && material.document.tokens()[at + 1].normal == "force") return "air force";
    }
    return {};
}

// "The gendarmes", "navy jets": not "French gendarmes", "a former gendarme", "the air force of a neighbour", "a navy officer", "an air force jacket".
bool is_bare_branch(const Material& material, Tokens tokens)
{
    constexpr std::array<std::string_view, 16> own{"the", "air", "force", "navy", "gendarmes", "gendarmerie", "jet", "jets",
                                                   "plane", "planes", "warplanes", "aircraft", "ships", "boats", "patrol", "drones"};
    constexpr std::array<std::string_view, 9> before{"the", "by", "and", "that", "when", "as", "after", ",", ":"};
    constexpr std::array<std::string_view, 12> of_another{"of", "from", "officer", "officers", "pilot", "pilots", "deserter", "deserters", "jacket", "uniform", "uniforms", "base"};
    const auto& all = material.document.tokens();
    const text::Sentence& sentence = material.document.sentences()[material.document.sentence_of(tokens.first)];
    const auto is_own = [&](const text::Token& token) { return std::ranges::find(own, token.normal) != own.end(); };
    if (!std::all_of(all.begin() + tokens.first, all.begin() + tokens.last, is_own)) return false;
    if (tokens.first > sentence.first && std::ranges::find(before, all[tokens.first - 1].normal) == before.end()) return false;
    return tokens.last >= sentence.last || std::ranges::find(of_another, all[tokens.last].normal) == of_another.end();
}

// Over some countries fly others, and into some go others: whose aircraft they were is not told by the place.
bool may_be_foreign(const Material& material, std::string_view country)
{
    constexpr std::array<std::string_view, 9> flown_over{"SY", "LB", "YE", "PS", "LY", "IQ", "SA", "UA", "IL"};
    const auto is_at_home = [&](std::string_view name) {
        return std::ranges::any_of(actor_register(), [&](const RegisteredActor& actor) { return actor.name == name && std::ranges::find(actor.countries, country) != actor.countries.end(); });
    };
    const auto is_foreign = [&](const ActorCue& actor) { return actor.side == Side::foreign_force && !actor.name.empty() && !is_at_home(actor.name); };
    return std::ranges::find(flown_over, country) != flown_over.end() || std::ranges::any_of(material.cues.actors, is_foreign);
}

std::string_view force_told(const Material& material, const ActorCue& actor, std::string_view country)
{
    const std::string_view branch = branch_named(material, actor.tokens);
    if (branch.empty()) return actor.side == Side::state_force ? force_of(country, kind_of_force(material, actor.tokens)) : std::string_view();
    const bool is_doer = is_force(actor.side) || actor.tagged == tag_role("perp");  // in "when air force jets struck" grammar sees jets alone
    if (!is_doer || !is_bare_branch(material, actor.tokens) || may_be_foreign(material, country)) return {};
    return branch_of(country, branch);
}

// "جنود أتراك", "الجنود الإسرائيليون": the state of whose nation a force is told to be.
const RegisteredActor* nation_told(const Material& material, Tokens tokens)
{
    struct Nation {
        std::string stem;
        const RegisteredActor* actor;
    };
    static const std::vector<Nation> nations = [] {
        std::vector<Nation> all;
        for (const RegisteredActor& actor : actor_register())
            if (actor.adjective)
                for (const auto name : actor.arabic) all.push_back({text::normalise(name), &actor});
        return all;
    }();
    constexpr std::string_view article = "ال", longest_ending = "تين";
    for (std::uint32_t at = tokens.first + 1; at < tokens.last; ++at) {
        std::string_view word = material.document.tokens()[at].normal;
        word.remove_prefix(word.starts_with(article) ? article.size() : 0);
        for (const Nation& nation : nations)
            if (word.starts_with(nation.stem) && word.size() <= nation.stem.size() + longest_ending.size()) return nation.actor;
    }
    return nullptr;
}

}  // namespace

void name_state_force(const Material& material, CueIndex actor, Account& account)
{
    if (actor == none || !account.perpetrator.name.empty() || account.places.empty()) return;
    // "الجيش" alone is the army that the report speaks of, which is not always that of the place.
    const Tokens words = material.cues.actors[actor].tokens;
    if (words.last - words.first == 1 && material.document.tokens()[words.first].normal.ends_with("الجيش")) return;
    const std::string_view country = account.places.front().place.country;
    const RegisteredActor* nation = nation_told(material, words_for(material, material.cues.actors[actor]));
    const bool foreign = nation != nullptr && !kind_of_force(material, words).empty() && std::ranges::find(nation->countries, country) == nation->countries.end();
    const auto name = foreign ? std::string_view(nation->name) : force_told(material, material.cues.actors[actor], country);
    if (name.empty()) return;
    account.perpetrator.name = name;
    account.perpetrator.local_name = material.document.language() == Language::arabic ? account.perpetrator.text : std::string(name);
}

void set_targets_by_rules(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    std::array<std::int64_t, 6> votes{};
    const auto vote = [&](std::optional<TargetClass> target, std::int64_t weight) {
        if (target) votes[static_cast<std::size_t>(*target)] += weight;
    };
    const auto add = [&](CueIndex index) {
        const ActorCue& actor = material.cues.actors[index];
        if (account.targets.size() >= targets_max || (!actor.name.empty() && actor.name == account.perpetrator.name)) return;
        account.targets.push_back({.text = words_of(material, actor.tokens),
                                   .target_class = actor.target_class,
                                   .span = span_of(material.document, material.cues, actor.tokens),
                                   .killed = {},
                                   .injured = {}});
    };
    for (const std::uint32_t index : episode.segments) {
        for (const CueIndex number : segments[index].tolls) {
            const TollCue& toll = material.cues.tolls[number];
            if (!toll.of_attackers && (toll.name.empty() || toll.name != account.perpetrator.name))
                vote(toll.victims, toll.loosely_named ? 2 : 10 + (toll.outcome == Outcome::killed ? 5 : 0) + std::min<std::int64_t>(toll.low, 20));
        }
        for (const CueIndex number : segments[index].acts) {
            const ActCue& act = material.cues.acts[number];
            if (act.patient == none) continue;
            const ActorCue& patient = material.cues.actors[act.patient];
            if (patient.side == Side::unnamed_gunmen || (!patient.name.empty() && patient.name == account.perpetrator.name)) continue;
            vote(patient.target_class, 4);
            add(act.patient);
        }
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    if (*best > 0) set_target_class(static_cast<TargetClass>(best - votes.begin()), account);
}

void set_target_class(std::optional<TargetClass> target_class, Account& account)
{
    if (!target_class) return;
    const auto main =
        std::find_if(account.targets.begin(), account.targets.end(), [&](const Target& target) { return target.target_class == target_class; });
    if (main != account.targets.end())
        std::rotate(account.targets.begin(), main, main + 1);
    else
        account.targets.insert(account.targets.begin(), Target{.text = {}, .target_class = target_class, .span = {}, .killed = {}, .injured = {}});
}

void set_weapon(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    const auto& weapons = material.cues.weapons;
    for (const std::uint32_t index : episode.segments) {
        auto at = std::lower_bound(weapons.begin(), weapons.end(), segments[index].tokens.first,
                                   [](const WeaponCue& weapon, std::uint32_t token) { return weapon.tokens.first < token; });
        for (; at != weapons.end() && at->tokens.first < segments[index].tokens.last; ++at) {
            const bool tells_kind = at->kind == account.kind;
            if (account.weapon && !tells_kind) continue;
            account.weapon = Weapon{.text = words_of(material, at->tokens),
                                    .weapon_class = at->weapon_class,
                                    .span = span_of(material.document, material.cues, at->tokens)};
            if (tells_kind) return;
        }
    }
}

}  // namespace sitrep::understand
