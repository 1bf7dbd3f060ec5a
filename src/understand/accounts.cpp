// Episodes as accounts: which of them are incidents, and all their fields.
#include <algorithm>
#include <array>
#include <map>

#include "understand/figures/parallel_ranges.hpp"
#include "understand/figures/title_total.hpp"
#include "understand/figures/toll_choice.hpp"
#include "understand/incidents/retelling.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/questions.hpp"
#include "understand/where/account_places.hpp"
#include "understand/who/anaphor.hpp"
#include "understand/who/claims_behind.hpp"
#include "understand/who/clash_sides.hpp"
#include "understand/who/doer_in_arabic.hpp"
#include "understand/who/gunmen.hpp"
#include "understand/who/joint_doers.hpp"
#include "understand/who/plainly_claimed.hpp"
#include "understand/who/publisher.hpp"
#include "understand/who/told_once.hpp"

namespace sitrep::understand {

namespace {

// GUIDELINE, "What counts", 2: a place finer than the country or a date, and something done. "At Tarkumba", which no gazetteer has, is a place; since words
// that are none may be taken for one ("in midfield"), that alone carries only what is likelier an incident than not.
bool is_incident(const Account& account)
{
    constexpr double likely = 0.5;
    const auto is_finer = [](const AccountPlace& place) { return place.place.precision != PlacePrecision::country; };
    const auto is_unknown = [](const AccountPlace& place) { return !place.place.is_resolved(); };
    if (account.date_span || std::ranges::any_of(account.places, is_finer)) return true;
    return account.confidence_of.incident >= likely && std::ranges::any_of(account.places, is_unknown);
}

constexpr std::size_t attributions_max = 12;
constexpr std::size_t sources_asked_max = 24;

void set_date(const Material& material, const std::vector<Segment>& segments, const Episode& episode, const Link& link, Account& account)
{
    account.confidence_of.date = material.models.calibration(Question::date).unasked;
    if (told_over_time(material, segments, episode)) return;
    const auto [date, chance] = answer(material, Question::date, ask_date(material, segments, episode, link, account.background));
    account.confidence_of.date = chance;
    if (date && is_recalled(material, segments, episode) && dates_the_recalling(material, segments, episode, *date)) return;
    account.date = date_of(material, date, account.background);
    const auto dating = dating_mention(material, date, account.background);
    if (!dating) return;
    account.date_span = material.context.dates[*dating].mention->span;
    account.date_text = std::string(material.document.words(*account.date_span));
}

void set_tolls(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, CueIndex perpetrator,
               Account& account)
{
    account.confidence_of.killed = material.models.calibration(Question::killed).unasked;
    account.confidence_of.injured = material.models.calibration(Question::injured).unasked;
    if (told_over_time(material, segments, episodes[index])) return set_tolls(material, segments, episodes[index], account);
    const std::array<std::optional<Toll>*, toll_questions.size()> fields{&account.killed, &account.injured, &account.abducted, &account.arrested,
                                                                         &account.perpetrators_killed};
    for (std::size_t i = 0; i < toll_questions.size(); ++i) {
        const auto asked = ask_toll(material, segments, episodes, index, toll_questions[i], account.kind, perpetrator);
        const auto answered = toll_answered(material.models, toll_questions[i], asked);
        *fields[i] = answered.answer.toll;
        if (toll_questions[i] == Question::killed) account.confidence_of.killed = answered.chance;
        if (toll_questions[i] == Question::injured) account.confidence_of.injured = answered.chance;
    }
    set_parallel_ranges(material, segments, episodes[index], account);
    if (title_counts_others(material, segments, episodes, index)) account.killed = {};
    if (account.perpetrators_killed) return;
    // "Four of the attackers were shot dead": what grammar says of the attackers needs no weighing.
    const auto says_so = [&](std::uint32_t segment) {
        const auto tolls = cues_in(material.cues.tolls, segments[segment].tokens);
        return std::any_of(tolls.begin(), tolls.end(), [](const TollCue& toll) { return toll.of_attackers && !toll.added && !toll.vague; });
    };
    const auto& own = episodes[index].segments;
    if (std::none_of(own.begin(), own.end(), says_so)) return;
    Account by_rules = account;
    set_tolls(material, segments, episodes[index], by_rules);
    account.perpetrators_killed = by_rules.perpetrators_killed;
}

void set_attribution(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    const auto& sources = material.cues.sources;
    for (CueIndex index = 0; index < sources.size() && index < sources_asked_max && account.attribution.size() < attributions_max; ++index) {
        if (!answer(material, Question::source, ask_source(material, segments, episode, index)).answer) continue;
        const std::string words = words_of(material, sources[index].tokens);
        if (std::none_of(account.attribution.begin(), account.attribution.end(), [&](const Attribution& known) { return known.text == words; }))
            account.attribution.push_back({.text = words, .name = sources[index].name, .span = span_of(material.document, material.cues, sources[index].tokens)});
    }
}

void set_evidence(const Material& material, const std::vector<Segment>& segments, const Episode& episode, Account& account)
{
    const bool any = std::any_of(episode.segments.begin(), episode.segments.end(), [&](std::uint32_t index) { return segments[index].eventful; });
    for (const std::uint32_t index : episode.segments)
        if (segments[index].eventful || !any) account.evidence.push_back(material.document.span(segments[index].tokens.first, segments[index].tokens.last));
}

}  // namespace

// An incident is given up only when that is clearly likelier than not: a false one is seen and struck out, a lost one is never seen.
Standing standing_from(std::span<const double> all, double give_up_above)
{
    if (all[static_cast<std::size_t>(Standing::no_incident)] > give_up_above) return Standing::no_incident;
    return all[static_cast<std::size_t>(Standing::core)] >= all[static_cast<std::size_t>(Standing::background)] ? Standing::core : Standing::background;
}

namespace {

void set_targets(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator,
                 std::optional<TargetClass> victims, Account& account)
{
    constexpr std::size_t targets_max = 8;
    const double deny_above = material.models.deny_above(Question::target);
    std::vector<HitWords> hits;
    for (const CueIndex actor : target_candidates(material, segments, episode)) {
        const auto asked = ask_target(material, segments, episode, account.kind, perpetrator, actor);
        auto target_class = asked.answers[index_from(probabilities(material.models.of(Question::target), asked.alternatives), deny_above)];
        if (!target_class) continue;
        if (const auto own = class_by_word(material.cues.actors[actor])) target_class = own;
        // A checkpoint, a car: what stands for people is of the class of those who were hit.
        const bool stands_for_people = material.cues.actors[actor].side == Side::thing && target_class != TargetClass::infrastructure;
        if (stands_for_people && victims) target_class = victims;
        hits.push_back({material.cues.actors[actor].tokens, target_class});
    }
    for (const HitWords& hit : told_once(material, std::move(hits))) {
        if (account.targets.size() == targets_max) break;
        account.targets.push_back({.text = words_of(material, hit.tokens),
                                   .target_class = hit.target_class,
                                   .span = span_of(material.document, material.cues, hit.tokens),
                                   .killed = {},
                                   .injured = {}});
    }
}

// What was found by reading more willingly has had that chance, unless it tells of violence plainly. Chosen on held-out messages (decision 6).
double give_up_above(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr double when_read_again = 0.5, when_of_another_field = 0.3, in_message_of_another_field = 0.4;
    if (!episode.read_again) {
        // "A blast shook the kitchen. Update: the boiler.": in a message any sentence may tell that nobody did it. Where people were killed at a match, sport is
        // only where it happened.
        const bool harmed = any_in_episode(material.cues.tolls, segments, episode, [](const TollCue& toll) {
            return toll.counts_victims() && (toll.outcome == Outcome::killed || toll.outcome == Outcome::injured);
        });
        // "A bomb hidden in a gas bottle killed two": whom an act of violence that can be nothing else harmed, no accident did.
        const bool armed = any_in_episode(material.cues.weapons, segments, episode, [](const WeaponCue&) { return true; });
        const bool attacked = harmed && any_in_episode(material.cues.acts, segments, episode, [armed](const ActCue& act) {
            return act.reality == Reality::happened && (armed ? act.strength != Strength::weak : act.strength == Strength::certain && !act.generic_kind);
        });
        const bool elsewhere = std::ranges::any_of(material.cues.sentences, [=](const SentenceFlags& flags) { return (flags.accident && !attacked) || (flags.other_field && !harmed); });
        return elsewhere && is_message(material.document) ? in_message_of_another_field : surely_no_incident;
    }
    const bool plainly = std::ranges::any_of(episode.segments, [&](std::uint32_t index) { return tells_violence_plainly(material, segments[index]); });
    if (plainly) return surely_no_incident;
    const bool of_another_field = std::ranges::any_of(episode.segments, [&](std::uint32_t index) {
        const SentenceFlags& flags = material.cues.sentences[segments[index].sentence];
        return flags.accident || flags.other_field;
    });
    return of_another_field ? when_of_another_field : when_read_again;
}

Answered<Standing> standing_of(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index)
{
    const Calibration& calibration = material.models.calibration(Question::standing);
    // By rule: an experience over a time that nobody names is told as background; a drill, a match, a film tell no incident.
    if (told_over_time(material, segments, episodes[index])) return {Standing::background, calibration.unasked};
    if (material.cues.no_incidents || tells_only_unreal(material, segments, episodes[index])) return {Standing::no_incident, calibration.unasked};
    const auto all = probabilities(material.models.of(Question::standing), ask_standing(material, segments, episodes, index).alternatives);
    const Standing standing = standing_from(all, give_up_above(material, segments, episodes[index]));
    if (standing != Standing::no_incident && is_recalled(material, segments, episodes[index])) return {Standing::background, calibration.unasked};
    // The only thing that a message tells is what it announces.
    constexpr double surely_recalled = 0.8;
    const bool alone = episodes.size() == 1 && is_message(material.document);
    if (alone && standing == Standing::background && all[static_cast<std::size_t>(Standing::background)] < surely_recalled)
        return {Standing::core, calibration.chance(all[static_cast<std::size_t>(Standing::core)])};
    return {standing, calibration.chance(all[static_cast<std::size_t>(standing)])};
}

struct Who {
    Answered<CueIndex> perpetrator;
    Answered<PerpetratorStatus> status;
};

// "Men", "a man", "robbers", and nothing else that tells who they were.
bool is_mere_person(const Material& material, const ActorCue& actor, IncidentKind kind)
{
    constexpr std::array<std::string_view, 14> persons{"man",     "men",      "individual", "individuals", "robbers", "thieves", "attackers",
                                                       "attacker", "انتحاري", "انتحاريان", "انتحاريين", "رجلان", "رجلين", "شخصين"};
    const Tokens words = words_for(material, actor);
    return kind != IncidentKind::protest && words.last - words.first == 1 && is_one_of(persons, material.document.tokens()[words.first].normal);
}

// "Two suspects" whom nobody names.
bool is_suspect_alone(const Material& material, const ActorCue& actor)
{
    const std::string_view last = material.document.tokens()[actor.tokens.last - 1].normal;
    return last == "suspect" || last == "suspects";
}

// Mere gunmen are unknown whatever is said of them (GUIDELINE, `perpetrator`).
bool is_mere_gunmen(const Material& material, const ActorCue& actor, IncidentKind kind)
{
    const bool men = actor.side == Side::unnamed_gunmen || is_mere_person(material, actor, kind) || is_suspect_alone(material, actor);
    const bool gunmen = men && actor.name.empty() && !actor.suspected && kind != IncidentKind::clash;
    return gunmen && !tells_whose_they_are(material, actor);
}

// مسلحة of "armed clashes" and مجهولة of "an unknown drone": no doers.
bool is_mere_quality(const Material& material, const ActorCue& actor)
{
    constexpr std::array<std::string_view, 11> qualities{"مسلحه", "المسلحه", "مجهوله", "المجهوله", "انتحاريه", "الانتحاريه", "مفخخه",
                                                         "armed", "unknown", "unidentified", "hostile"};
    const bool one_word = actor.tokens.last - actor.tokens.first == 1;
    return actor.added && one_word && is_one_of(qualities, material.document.tokens()[actor.tokens.first].normal);
}

// A suspect with its chance, and the chances of what is known of it: claimed, attributed, unknown.
struct Weighed {
    CueIndex suspect = none;
    double chance = 0;
    std::array<double, 3> status{0, 0, 1};
    double of(PerpetratorStatus wanted) const { return chance * status[static_cast<std::size_t>(wanted)]; }
    double told() const { return chance - of(PerpetratorStatus::unknown); }
};

std::vector<Weighed> weigh_suspects(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                    const Asked<CueIndex>& suspects)
{
    constexpr double weighed_from = 0.1;
    const auto chances = probabilities(material.models.of(Question::perpetrator), suspects.alternatives);
    const double most = *std::max_element(chances.begin(), chances.end());
    std::vector<Weighed> weighed;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const CueIndex suspect = suspects.answers[i];
        if (suspect != none && ((chances[i] < weighed_from && chances[i] < most) || is_mere_quality(material, material.cues.actors[suspect]))) continue;
        Weighed& now = weighed.emplace_back(Weighed{.suspect = suspect, .chance = chances[i]});
        if (suspect == none || is_mere_gunmen(material, material.cues.actors[suspect], kind)) continue;
        const auto asked = ask_status(material, segments, episode, kind, suspect);
        const auto all = probabilities(material.models.of(Question::status), asked.alternatives);
        for (std::size_t each = 0; each < all.size(); ++each) now.status[static_cast<std::size_t>(asked.answers[each])] = all[each];
    }
    return weighed;
}

// How much likelier an unknown doer must be not to name one. What an operation, a clash or a protest was is known by who did it; and whom the report
// itself accuses of this deed, or who claims it, is who it tells of (GUIDELINE, `perpetrator`).
double name_above(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind, CueIndex suspect)
{
    constexpr double usually = 0.6, doer_is_told = 0.1, tied_to_it = 0.2;  // each suspect's own chance of "unknown" knows already that it may have been nobody: that counts once
    const auto& actors = material.cues.actors;
    const auto names_suspect = [&](const ClaimCue& claim) {
        return claim.actor == suspect || (claim.actor != none && !actors[suspect].name.empty() && actors[claim.actor].name == actors[suspect].name);
    };
    const auto ties = [&](const ClaimCue& claim) {
        const bool told = !claim.added && (claim.claiming == Claiming::blamed || claim.claiming == Claiming::claims);
        return told && names_suspect(claim);
    };
    if (suspect == none) return usually;
    if (kind == IncidentKind::security_operation || kind == IncidentKind::clash || kind == IncidentKind::protest) return doer_is_told;
    return any_in_episode(material.cues.claims, segments, episode, ties) ? tied_to_it : usually;
}

// Whether a claim passes a test that is told of an incident: in its own words, in the sentence right behind them that tells nothing else, or
// anywhere in a report of nothing else. What is told of a habit, a count or a danger is told of no single deed.
template <class Test>
bool any_claim_of(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Test& test)
{
    const Episode& episode = episodes[index];
    const auto& claims = material.cues.claims;
    const auto& sentences = material.document.sentences();
    if (any_in_episode(claims, segments, episode, test)) return true;
    const auto passes = [&](const ClaimCue& claim) { return may_tell_of_one_deed(material, claim.sentence) && test(claim); };
    if (episodes.size() == 1) return std::ranges::any_of(claims, passes);
    const std::uint32_t behind = segments[episode.segments.back()].sentence + 1;
    if (behind >= sentences.size()) return false;
    const Tokens words{sentences[behind].first, sentences[behind].last};
    const auto tells_another = [&](const Episode& each) { return std::ranges::any_of(each.segments, [&](std::uint32_t segment) { return segments[segment].sentence == behind; }); };
    return std::ranges::none_of(episodes, tells_another) && std::ranges::any_of(cues_in(claims, words), passes);
}

// Whom the report's own words accuse of the deed, where nothing else tells the doer; a denial of the accused changes nothing (GUIDELINE, `perpetrator`).
CueIndex accused_of(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index)
{
    CueIndex accused = none;
    any_claim_of(material, segments, episodes, index, [&](const ClaimCue& claim) {
        if (claim.claiming != Claiming::blamed || claim.added || claim.actor == none) return false;
        const Side side = material.cues.actors[claim.actor].side;
        if (material.cues.actors[claim.actor].cleared || side == Side::unnamed_gunmen || !(is_insurgent(side) || is_force(side))) return false;
        accused = claim.actor;
        return true;
    });
    return accused;
}

// Who says that it was not behind the deed, by grammar, does not claim it.
bool denies(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, CueIndex suspect)
{
    if (suspect == none || material.cues.actors[suspect].name.empty()) return false;
    const std::string& name = material.cues.actors[suspect].name;
    return any_claim_of(material, segments, episodes, index, [&](const ClaimCue& claim) {
        return claim.claiming == Claiming::denies && !claim.added && claim.actor != none && material.cues.actors[claim.actor].name == name;
    });
}

// An army's or a group's own bulletin tells of its own deeds.
bool publishes_itself(const Material& material, CueIndex suspect)
{
    if (suspect == none) return false;
    const ActorCue& actor = material.cues.actors[suspect];
    return (is_force(actor.side) || is_insurgent(actor.side)) && publishes(material.report.publisher, actor.name);
}

// Who claims the deed or is accused of it behind its own words.
Who told_behind(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index)
{
    const double of_perpetrator = material.models.calibration(Question::perpetrator).unasked, of_status = material.models.calibration(Question::status).unasked;
    for (const auto& [sort, status] : {std::pair{Claiming::claims, PerpetratorStatus::claimed}, std::pair{Claiming::blamed, PerpetratorStatus::attributed}}) {
        const ClaimCue* claim = claim_behind(material, segments, episodes, index, sort);
        if (claim == nullptr) continue;
        const ActorCue& actor = material.cues.actors[claim->actor];
        const bool armed = actor.side != Side::unnamed_gunmen && (is_insurgent(actor.side) || (sort == Claiming::blamed && is_force(actor.side)));
        if (armed && (sort == Claiming::blamed || !actor.name.empty())) return {{claim->actor, of_perpetrator}, {status, of_status}};
    }
    return {{none, of_perpetrator}, {PerpetratorStatus::unknown, of_status}};
}

// Both are one answer: nobody is unknown, so are mere gunmen; a group with a name is not. All that may have done it are weighed with how that would be
// known: what speaks for nobody, for gunmen and for a group that nothing is known of speaks together against naming one.
Who answer_who(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, IncidentKind kind)
{
    const Calibration& of_perpetrator = material.models.calibration(Question::perpetrator);
    const Calibration& of_status = material.models.calibration(Question::status);
    const auto suspects = ask_perpetrator(material, segments, episodes, index, kind);
    if (suspects.answers.size() < 2) return {{suspects.answers.front(), of_perpetrator.unasked}, {PerpetratorStatus::unknown, of_status.unasked}};
    const auto weighed = weigh_suspects(material, segments, episodes[index], kind, suspects);
    double unknown = 0;
    for (const Weighed& each : weighed) unknown += each.of(PerpetratorStatus::unknown);
    const Weighed& named = *std::ranges::max_element(weighed, {}, &Weighed::told);
    const bool plainly = is_plainly_claimed(material, segments, episodes[index], kind, named.suspect);
    if (plainly || named.told() > name_above(material, segments, episodes[index], kind, named.suspect) * unknown) {
        const auto by_choice = [&] { return publishes_itself(material, named.suspect) || named.of(PerpetratorStatus::claimed) > named.of(PerpetratorStatus::attributed); };
        const bool claimed = plainly || (!denies(material, segments, episodes, index, named.suspect) && by_choice());
        const auto status = claimed ? PerpetratorStatus::claimed : PerpetratorStatus::attributed;
        return {{named.suspect, of_perpetrator.chance(named.chance)}, {status, of_status.chance(named.status[static_cast<std::size_t>(status)])}};
    }
    if (const CueIndex accused = accused_of(material, segments, episodes, index); accused != none)
        return {{accused, of_perpetrator.unasked}, {PerpetratorStatus::attributed, of_status.unasked}};
    if (const Who behind = told_behind(material, segments, episodes, index); behind.perpetrator.answer != none) return behind;
    const Weighed& best = *std::ranges::max_element(weighed, {}, [](const Weighed& each) { return each.of(PerpetratorStatus::unknown); });
    const bool names = best.suspect != none && (!material.cues.actors[best.suspect].name.empty() || material.cues.actors[best.suspect].side == Side::unnamed_insurgent);
    return {{names ? none : best.suspect, of_perpetrator.chance(best.chance)}, {PerpetratorStatus::unknown, of_status.chance(unknown)}};
}

// Gives the actor that did it, or none. `before` is the account told before it, if any.
CueIndex set_who(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, const Account* before,
                 Account& account)
{
    const Episode& episode = episodes[index];
    auto [perpetrator, status] = answer_who(material, segments, episodes, index, account.kind);
    set_perpetrator(material, segments, episode, perpetrator.answer, status.answer, account);
    name_state_force(material, perpetrator.answer, account);
    tell_doer_in_arabic(material, segments, episode, perpetrator.answer, account);
    if (perpetrator.answer != none && before != nullptr && means_last_doer(material, material.cues.actors[perpetrator.answer])) take_doer_of(*before, account);
    if (const std::string owner = perpetrator.answer == none ? std::string() : owner_of_people(material, material.cues.actors[perpetrator.answer], before); !owner.empty())
        account.perpetrator.name = account.perpetrator.local_name = owner;
    const auto victims = answer(material, Question::victims, ask_victims(material, segments, episode, account.kind, perpetrator.answer));
    set_targets(material, segments, episode, perpetrator.answer, victims.answer, account);
    set_target_class(victims.answer, account);
    account.confidence_of.perpetrator = perpetrator.chance;
    account.confidence_of.status = status.chance;
    account.confidence_of.target_class = victims.chance;
    return perpetrator.answer;
}

}  // namespace

std::vector<Account> accounts_of(const Material& material)
{
    std::vector<Account> accounts;
    const std::vector<Segment> segments = segments_of(material);
    const std::vector<Episode> episodes = episodes_of(material, segments);
    for (std::size_t index = 0; index < episodes.size(); ++index) {
        const Episode& episode = episodes[index];
        const auto standing = standing_of(material, segments, episodes, index);
        if (standing.answer == Standing::no_incident) continue;
        Account account;
        const auto kind = told_over_time(material, segments, episode)
                              ? Answered<IncidentKind>{kind_of(material, segments, episode), material.models.calibration(Question::kind).unasked}
                              : kind_answered(material, segments, episode);
        account.kind = kind.answer;
        account.background = standing.answer == Standing::background;
        account.confidence_of.incident = standing.chance;
        account.confidence_of.kind = kind.chance;
        const Link link = link_of(material, segments, episode);
        set_places(material, segments, episode, link, account);
        set_date(material, segments, episode, link, account);
        const CueIndex perpetrator = set_who(material, segments, episodes, index, accounts.empty() ? nullptr : &accounts.back(), account);
        set_weapon(material, segments, episode, account);
        set_attribution(material, segments, episode, account);
        set_tolls(material, segments, episodes, index, perpetrator, account);
        set_target_tolls(material, segments, episode, account);
        name_sides_told_elsewhere(material, segments, episode, perpetrator, account);
        name_joint_doers(material, segments, episode, perpetrator, account);
        set_evidence(material, segments, episode, account);
        if (!is_incident(account)) continue;
        account.confidence = confidence_of(account);
        accounts.push_back(std::move(account));
    }
    return accounts;
}

}  // namespace sitrep::understand
