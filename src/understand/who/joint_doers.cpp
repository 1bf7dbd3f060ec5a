#include "understand/who/joint_doers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/numbers.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint32_t between_max = 4;  // words behind the conjunction, from one name to the next
constexpr std::uint32_t apart_max = 12;   // tokens from one name to the next
constexpr std::size_t mentions_max = 64;

std::string_view word_at(const Material& material, std::uint32_t at) { return at < material.document.tokens().size() ? material.document.tokens()[at].normal : std::string_view(); }

bool may_do_it(const ActorCue& actor)
{
    if (actor.cleared || actor.side == Side::thing || actor.side == Side::civilians || actor.side == Side::official) return false;
    return is_insurgent(actor.side) || is_force(actor.side) || actor.tagged == tag_role("perp");
}

// "MSA [and] GATIA", "the army[, together with] Wagner", "the army[, backed by] Russian jets": the token behind such words, or `first`.
std::uint32_t behind_conjunction(const Material& material, std::uint32_t first)
{
    constexpr std::array<std::string_view, 6> help{"help", "support", "cover", "backing", "assistance", "participation"};
    const auto is = [&](std::uint32_t at, std::string_view word) { return word_at(material, at) == word; };
    const bool parted = is(first, ",");
    const std::uint32_t at = parted ? first + 1 : first;
    if (is(at, "and")) return parted ? first : at + 1;
    if ((is(at, "along") || is(at, "together")) && is(at + 1, "with")) return at + 2;
    if ((is(at, "backed") || is(at, "supported") || is(at, "accompanied") || is(at, "joined")) && is(at + 1, "by")) return at + 2;
    if (is(at, "alongside")) return at + 1;
    if (!is(at, "with")) return first;
    const std::uint32_t helped = is(at + 1, "the") ? at + 2 : at + 1;
    const bool with_help = is_one_of(help, word_at(material, helped)) && (is(helped + 1, "of") || is(helped + 1, "from"));
    return with_help ? helped + 2 : at + 1;
}

// "Rebels backed by Rwanda" are alone; "soldiers backed by American helicopters" are not: a state that stands behind somebody does nothing itself.
bool is_sponsor(const Material& material, const ActorCue& first, const ActorCue& second)
{
    constexpr std::array<std::string_view, 4> backs{"backed", "supported", "support", "backing"};
    if (!material.document.tokens()[second.tokens.last - 1].capital) return false;
    for (std::uint32_t at = first.tokens.last; at < second.tokens.first; ++at)
        if (is_one_of(backs, word_at(material, at))) return true;
    return false;
}

// Whether nothing but a conjunction and words for how many and whose parts two names: "the army [and its] allies", "police [with five companies of the] CRPF".
bool join(const Material& material, std::uint32_t first, std::uint32_t last)
{
    constexpr std::array<std::string_view, 19> parts{"the", "its", "their", "his", "allied", "some", "several", "a", "of", "from", "company", "companies", "unit", "units",
                                                     "members", "fighters", "men", "elements", "soldiers"};
    if (word_at(material, first) == "(")  // "the Movement for Salvation (MSA) and"
        while (first < last && word_at(material, first++) != ")") {}
    const std::uint32_t begin = behind_conjunction(material, first);
    if (begin == first || begin > last || last - begin > between_max) return false;
    for (std::uint32_t at = begin; at < last; ++at)
        if (!is_one_of(parts, word_at(material, at)) && !text::read_number(material.document, at)) return false;
    return true;
}

// "Killed by ISIS and police arrested two": what follows the second is said of it alone.
bool opens_own_clause(const Material& material, const ActorCue& first, const ActorCue& second)
{
    constexpr std::array<std::string_view, 20> verbs{"claimed", "blamed", "accused", "sent", "said", "say", "says", "told", "was", "were", "had", "has", "have", "is",
                                                     "are", "did", "then", "later", "who", "that"};
    const auto& acts = material.cues.acts;
    if (first.role != ActorCue::Role::agent || first.act == none || acts[first.act].nominal || acts[first.act].tokens.first > first.tokens.first) return false;
    const bool acts_itself = second.role == ActorCue::Role::agent && second.act != none && second.act != first.act && acts[second.act].tokens.first >= second.tokens.last;
    return acts_itself || is_one_of(verbs, word_at(material, second.tokens.last));
}

bool claims_or_is_blamed(const Material& material, const ActorCue& actor)
{
    const auto& sentence = material.document.sentences()[actor.sentence];
    const auto claims = cues_in(material.cues.claims, {sentence.first, sentence.last});
    return std::ranges::any_of(claims, [&](const ClaimCue& claim) {
        const bool told = !claim.added && (claim.claiming == Claiming::claims || claim.claiming == Claiming::blamed);
        return told && claim.actor != none && &material.cues.actors[claim.actor] == &actor;
    });
}

bool is_told_as_doer(const Material& material, const ActorCue& actor)
{
    return actor.role == ActorCue::Role::agent || actor.tagged == tag_role("perp") || claims_or_is_blamed(material, actor);
}

// "Accused [the RSF and the army] of", "blamed the RSF and the army."
bool are_accused(const Material& material, const ActorCue& first, const ActorCue& second)
{
    const std::uint32_t next = second.tokens.last;
    const bool ends = next >= material.document.sentences()[second.sentence].last || material.document.tokens()[next].kind == text::TokenKind::punctuation;
    return claims_or_is_blamed(material, first) && (ends || word_at(material, next) == "of" || word_at(material, next) == "for");
}

bool speaks(const Material& material, const ActorCue& actor) { return cue_over(material.cues.sources, actor.tokens) != nullptr; }

// "Between A and B", "a third of A and B": before the first of them.
bool is_between(const Material& material, const ActorCue& first)
{
    const std::uint32_t begin = material.document.sentences()[first.sentence].first;
    std::uint32_t at = first.tokens.first;
    while (at > begin && (word_at(material, at) == "the" || at == first.tokens.first)) --at;
    return word_at(material, at) == "between" || word_at(material, at) == "among" || word_at(material, at) == "against";
}

bool did_it_together(const Material& material, const ActorCue& first, const ActorCue& second)
{
    if (first.sentence != second.sentence || second.tokens.first < first.tokens.last || !may_do_it(first) || !may_do_it(second)) return false;
    if (!first.name.empty() && first.name == second.name) return false;
    if (!join(material, first.tokens.last, second.tokens.first) || is_sponsor(material, first, second)) return false;
    const bool hit = first.tagged == tag_role("target") || second.tagged == tag_role("target");
    if (hit && !are_accused(material, first, second)) return false;
    const bool struck = first.role == ActorCue::Role::patient && second.role == ActorCue::Role::patient;
    if (struck || is_between(material, first) || opens_own_clause(material, first, second)) return false;
    if (speaks(material, first) != speaks(material, second) && !claims_or_is_blamed(material, second)) return false;
    return is_told_as_doer(material, first) || is_told_as_doer(material, second);
}

struct Pair {
    CueIndex first = none, second = none;
    bool empty() const { return second == none; }
};

// The pair that one mention belongs to: it is the first of it or the second.
Pair pair_with(const Material& material, CueIndex mention)
{
    const auto& actors = material.cues.actors;
    for (CueIndex next = mention + 1; next < actors.size() && actors[next].tokens.first <= actors[mention].tokens.last + apart_max; ++next)
        if (did_it_together(material, actors[mention], actors[next])) return Pair{mention, next};
    for (CueIndex before = mention; before > 0 && actors[before - 1].tokens.last + apart_max >= actors[mention].tokens.first; --before)
        if (did_it_together(material, actors[before - 1], actors[mention])) return Pair{before - 1, mention};
    return {};
}

// Where the second begins behind the conjunction: "the army and its [Wagner allies]", "RSF and [allied tribesmen]".
std::uint32_t begin_of_second(const Material& material, const ActorCue& first, const ActorCue& second)
{
    constexpr std::array<std::string_view, 8> joins_or_owns{"and", "with", "alongside", "the", "its", "their", "his", ","};
    std::uint32_t at = second.tokens.first;
    while (at > first.tokens.last && !is_one_of(joins_or_owns, word_at(material, at - 1))) --at;
    while (at + 1 < second.tokens.last && is_one_of(joins_or_owns, word_at(material, at))) ++at;
    return at;
}

std::string shown(const Material& material, const std::string& name, Tokens words) { return name.empty() ? words_of(material, words) : name; }

}  // namespace

void name_joint_doers(const Material& material, const std::vector<Segment>& segments, const Episode& episode, CueIndex perpetrator, Account& account)
{
    if (perpetrator == none || material.document.language() != Language::english || account.kind == IncidentKind::clash || account.kind == IncidentKind::protest) return;
    const auto& actors = material.cues.actors;
    // Whom it did another deed with is told of that one.
    const bool told_here = in_episode(segments, episode, actors[perpetrator].tokens) || claims_or_is_blamed(material, actors[perpetrator]);
    Pair pair = told_here ? pair_with(material, perpetrator) : Pair{};
    std::size_t looked_at = 0;
    for (CueIndex mention = 0; pair.empty() && !actors[perpetrator].name.empty() && mention < actors.size() && looked_at < mentions_max; ++mention) {
        if (actors[mention].name != actors[perpetrator].name || !in_episode(segments, episode, actors[mention].tokens)) continue;
        pair = pair_with(material, mention);
        ++looked_at;
    }
    if (pair.empty()) return;
    const bool leads = actors[pair.first].name == actors[perpetrator].name && (pair.first == perpetrator || !actors[perpetrator].name.empty());
    const CueIndex other = leads ? pair.second : pair.first;
    Account partner;
    partner.kind = account.kind;
    partner.places = account.places;
    set_perpetrator(material, segments, episode, other, account.perpetrator.status, partner);
    name_state_force(material, other, partner);
    const ActorCue &first = actors[pair.first], &second = actors[pair.second];
    const Tokens one{words_for(material, first).first, first.tokens.last}, two{begin_of_second(material, first, second), words_for(material, second).last};
    const Perpetrator &who_leads = leads ? account.perpetrator : partner.perpetrator, &who_joins = leads ? partner.perpetrator : account.perpetrator;
    const std::string of_first = shown(material, who_leads.name, one), of_second = shown(material, who_joins.name, two);
    const std::string told_first = shown(material, who_leads.local_name, one), told_second = shown(material, who_joins.local_name, two);
    if (of_first.find(of_second) != std::string::npos || of_second.find(of_first) != std::string::npos) return;
    const bool named = !account.perpetrator.name.empty() || !partner.perpetrator.name.empty();
    account.perpetrator.text = words_of(material, {one.first, two.last});
    account.perpetrator.span = span_of(material.document, material.cues, {one.first, two.last});
    if (named) account.perpetrator.name = of_first + " and " + of_second;
    account.perpetrator.local_name = named ? told_first + " and " + told_second : std::string();
}

}  // namespace sitrep::understand
