#include "understand/who/doer_in_arabic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/who/clash_in_arabic.hpp"
#include "understand/who/own_deed.hpp"
#include "understand/who/struck_in_arabic.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view between_doers = " / ";  // as the corpus writes two that did it together

// "و" of the second of two, where no cue has counted it off.
std::string without_and(std::string told)
{
    constexpr std::string_view conjunction = "و";
    if (told.starts_with(conjunction)) told.erase(0, conjunction.size());
    return told;
}

bool is_clitic_counted(const Material& material, std::uint32_t at) { return at < material.cues.clitics.size() && material.cues.clitics[at] > 0; }

// The cue that names who stands in some words, or null.
const ActorCue* named_in(const Material& material, Tokens words)
{
    constexpr std::uint32_t reach = 16;
    for (const ActorCue& actor : cues_in(material.cues.actors, {words.first - std::min(words.first, reach), words.last}))
        if (!actor.name.empty() && actor.tokens.overlaps(words) && (actor.name_words.empty() || actor.name_words.overlaps(words))) return &actor;
    return nullptr;
}

void take_words(const Material& material, Tokens words, Perpetrator& doer)
{
    const ActorCue* named = named_in(material, words);
    doer.text = words_of(material, words);
    doer.span = span_of(material.document, material.cues, words);
    doer.name = named != nullptr ? named->name : std::string();
    doer.local_name = named == nullptr ? std::string() : named->name_words.empty() ? doer.text : words_of(material, named->name_words);
}

// The second of two: "و[أولاد سليمان]".
void take_joined(const Material& material, Tokens words, Perpetrator& doer)
{
    take_words(material, words, doer);
    if (!is_clitic_counted(material, words.first)) doer.text = without_and(doer.text);
}

void take_sides(const Material& material, const FightingSides& sides, Perpetrator& doer)
{
    take_joined(material, sides.other, doer);
    const Perpetrator second = doer;
    take_words(material, sides.one, doer);
    const auto shown = [](const Perpetrator& side) { return side.name.empty() ? side.text : side.name; };
    const auto told = [](const Perpetrator& side) { return side.local_name.empty() ? side.text : side.local_name; };
    const bool named = !doer.name.empty() || !second.name.empty();
    doer.local_name = told(doer) + std::string(between_doers) + told(second);
    doer.name = named ? shown(doer) + std::string(between_doers) + shown(second) : std::string();
    doer.text = std::string(material.document.words(sides.one.first, sides.other.last));
    doer.span = span_of(material.document, material.cues, {sides.one.first, sides.other.last});
}

// In a clash the side that is no state; where neither is one, both (GUIDELINE, `type`).
bool tell_sides(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, Account& account)
{
    const auto sides = sides_in_arabic(material, segments, episode);
    if (!sides) return false;
    const bool chosen = actor != none && sides->overlap(material.cues.actors[actor].tokens);
    const bool first_of_state = is_side_of_state(material, sides->one), other_of_state = !sides->other.empty() && is_side_of_state(material, sides->other);
    if (first_of_state && other_of_state) return false;
    Perpetrator& doer = account.perpetrator;
    if (sides->other.empty()) {
        if (!chosen || doer.name.empty()) take_words(material, sides->one, doer);
    } else if (first_of_state || other_of_state) {
        first_of_state ? take_joined(material, sides->other, doer) : take_words(material, sides->one, doer);
    } else {
        take_sides(material, *sides, doer);
    }
    if (doer.status == PerpetratorStatus::unknown) doer.status = PerpetratorStatus::attributed;
    return true;
}

bool may_be_own_deed(IncidentKind kind)
{
    constexpr std::array<IncidentKind, 5> kinds{IncidentKind::airstrike, IncidentKind::shelling, IncidentKind::security_operation, IncidentKind::armed_attack, IncidentKind::ambush};
    return std::ranges::find(kinds, kind) != kinds.end();
}

// "شرطة ميسان": the place whose force it is stands right behind it.
Tokens with_place(const Material& material, Tokens words)
{
    constexpr std::array<std::string_view, 3> forces{"شرطه", "امن", "عمليات"};
    const auto& all = material.document.tokens();
    if (words.last >= all.size() || material.context.in_place[words.last] == 0 || !is_one_of(forces, all[words.last - 1].normal)) return words;
    for (const ContextPlace& place : material.context.places)
        if (place.name.first == words.last) return {words.first, place.name.last};
    return words;
}

// "قال حزب الله إن مقاتليه سيطروا": whose men they are who did it.
bool tell_teller(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, Account& account)
{
    const ActorCue* cue = actor == none ? nullptr : &material.cues.actors[actor];
    const bool own_men = cue != nullptr && cue->name.empty() && is_own_men(material.document.tokens()[cue->tokens.first].normal);
    const bool open = cue == nullptr || own_men || (cue->name.empty() && is_told_as_struck(material, *cue));
    if (!open || !may_be_own_deed(account.kind)) return false;
    const auto teller = own_men ? teller_before(material, cue->tokens) : teller_of_own_deed(material, segments, episode);
    if (!teller) return false;
    take_words(material, with_place(material, *teller), account.perpetrator);
    account.perpetrator.status = PerpetratorStatus::claimed;
    return true;
}

// Words that belong to no name: "مئات [أمام] المقر", "طائرات الجيش [غارتين]", "حوثي [الآن]".
bool follows_name(const Material& material, Tokens name, std::uint32_t at)
{
    constexpr std::array<std::string_view, 18> others{"امام", "الان", "قرب", "عند", "امس", "اليوم", "غاره", "غارات", "غارتين", "هجوما",
                                                      "هجومين", "كمينا", "ضربات", "ضربتين", "قصفا", "النار", "صواريخ",
                                                      "قذايف"};
    constexpr std::string_view article = "ال";
    const auto& all = material.document.tokens();
    if (is_one_of(others, all[at].normal) || material.context.in_date[at] != 0) return true;
    // "قصفت القوات خان الشيح": behind a definite noun a place is where they struck.
    const bool place = material.context.in_place[at] != 0 && material.context.in_place[at - 1] == 0;
    return place && at == name.first + 1 && all[at - 1].normal.starts_with(article) && !all[at].normal.starts_with(article);
}

Tokens name_alone(const Material& material, Tokens words)
{
    for (std::uint32_t at = words.first + 1; at < words.last; ++at)
        if (follows_name(material, words, at)) words.last = at;
    const bool opens = material.document.words(words.last - 1, words.last) == "«";
    if (opens && words.last - words.first > 1) --words.last;
    return words;
}

// "مسلحو الشباب": the group's own name, where the register has it without its men.
std::string without_members(std::string_view name, std::string_view canonical)
{
    constexpr std::array<std::string_view, 9> members{"مسلحو", "مسلحي", "مقاتلو", "مقاتلي", "عناصر", "متمردو", "متمردي", "رجال", "ابطال"};
    const auto space = name.find(' ');
    if (space == std::string_view::npos || !is_one_of(members, name.substr(0, space))) return std::string(name);
    const std::string_view alone = name.substr(space + 1);
    const bool known = std::ranges::any_of(actor_register(), [&](const RegisteredActor& actor) { return actor.name == canonical && std::ranges::find(actor.arabic, alone) != actor.arabic.end(); });
    return std::string(known ? alone : name);
}

bool fights(const ActorCue& actor) { return is_force(actor.side) || actor.side == Side::insurgent; }

// "هاجمت جبهة النصرة وداعش حواجز الجيش": who did it together with it, or null; not "والجيش يرد", which begins another clause.
const ActorCue* joined_with(const Material& material, const ActorCue& cue)
{
    for (const ActorCue& other : cues_in(material.cues.actors, {cue.tokens.last, cue.tokens.last + 1})) {
        const bool joined = is_clitic_counted(material, other.tokens.first) &&
                            material.document.tokens()[other.tokens.first].normal.starts_with("و");
        const auto acts = cues_in(material.cues.acts, {other.tokens.last, other.tokens.last + 1});
        const bool acts_itself = std::ranges::any_of(acts, [](const ActCue& act) { return !act.nominal; });
        if (joined && !acts_itself && fights(other) && !other.name.empty() && other.name != cue.name && !other.name_words.empty()) return &other;
    }
    return nullptr;
}

// "شن سلاح الجو غارة": an air force without a state's name.
std::optional<Tokens> air_force_told(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    constexpr std::array<std::string_view, 3> air{"الجو", "الطيران", "الجويه"};
    constexpr std::array<std::string_view, 2> arm{"سلاح", "القوات"};
    const auto& all = material.document.tokens();
    for (const std::uint32_t index : episode.segments) {
        const Tokens words = segments[index].tokens;
        for (std::uint32_t at = words.first; at + 1 < words.last; ++at) {
            if (!is_one_of(arm, all[at].normal) || !is_one_of(air, all[at + 1].normal)) continue;
            const auto before = at > words.first ? cues_in(material.cues.acts, {at - 1, at}) : std::span<const ActCue>{};
            const auto behind = cues_in(material.cues.acts, {at + 2, std::min(at + 3, words.last)});
            const auto acts = [](const ActCue& act) { return act.reality == Reality::happened; };
            if (std::ranges::any_of(before, acts) || std::ranges::any_of(behind, acts)) return Tokens{at, at + 2};
        }
    }
    return std::nullopt;
}

}  // namespace

void tell_doer_in_arabic(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex actor, Account& account)
{
    if (material.document.language() != Language::arabic) return;
    if (account.kind == IncidentKind::clash && tell_sides(material, segments, episode, actor, account)) return;
    if (tell_teller(material, segments, episode, actor, account)) return;
    if (actor == none) {
        const auto air_force = account.kind == IncidentKind::airstrike ? air_force_told(material, segments, episode) : std::nullopt;
        if (!air_force) return;
        take_words(material, *air_force, account.perpetrator);
        account.perpetrator.status = PerpetratorStatus::attributed;
        return;
    }
    const ActorCue& cue = material.cues.actors[actor];
    Perpetrator& doer = account.perpetrator;
    if (may_be_own_deed(account.kind) && tells_what_ours_did(material, cue.tokens)) doer.status = PerpetratorStatus::claimed;
    if (!doer.local_name.empty()) doer.local_name = without_members(doer.local_name, doer.name);
    if (cue.name.empty() && account.kind != IncidentKind::clash) {
        const Tokens words = with_place(material, name_alone(material, words_for(material, cue)));
        doer.text = words_of(material, words);
        doer.span = span_of(material.document, material.cues, words);
        if (!doer.local_name.empty()) doer.local_name = doer.text;
    }
    if (cue.name.empty() || !fights(cue) || account.kind == IncidentKind::clash) return;
    if (const ActorCue* other = joined_with(material, cue)) doer.local_name += std::string(between_doers) + words_of(material, other->name_words);
}

}  // namespace sitrep::understand
