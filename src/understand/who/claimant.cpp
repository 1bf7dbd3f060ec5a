#include "understand/who/claimant.hpp"

#include <algorithm>
#include <array>

#include "understand/assemble.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// The last group with a name that is no state before a token: what "the group" and "its spokesman" mean.
CueIndex group_meant(const Cues& cues, std::uint32_t token)
{
    constexpr std::size_t looked_at_max = 48;
    const auto behind = std::lower_bound(cues.actors.begin(), cues.actors.end(), token, [](const ActorCue& actor, std::uint32_t at) { return actor.tokens.first < at; });
    std::size_t looked_at = 0;
    for (auto actor = behind; actor != cues.actors.begin() && looked_at < looked_at_max; ++looked_at) {
        --actor;
        if (!actor->name.empty() && (is_insurgent(actor->side) || actor->side == Side::militia)) return static_cast<CueIndex>(actor - cues.actors.begin());
    }
    return none;
}

}  // namespace

CueIndex claimant_of(const text::Document& document, const Cues& cues, Tokens claim)
{
    const text::Sentence& sentence = document.sentences()[document.sentence_of(claim.first)];
    const auto first = std::lower_bound(cues.actors.begin(), cues.actors.end(), sentence.first,
                                        [](const ActorCue& actor, std::uint32_t token) { return actor.tokens.first < token; });
    CueIndex found = none;
    for (auto actor = first; actor != cues.actors.end() && actor->tokens.first < sentence.last; ++actor) {
        if (actor->tokens.last > sentence.last || (actor->name.empty() && !is_insurgent(actor->side))) continue;
        if (found != none && actor->tokens.first >= claim.last) break;
        found = static_cast<CueIndex>(actor - cues.actors.begin());
    }
    return found;
}

bool is_of_other_deeds(const text::Document& document, const Cues& cues, Tokens claim)
{
    constexpr std::array<std::string_view, 8> others{"other", "others", "earlier", "previous", "past", "similar", "many", "most"};
    constexpr std::uint32_t reach = 4;
    if (document.language() != Language::english) return false;
    const std::uint32_t end = std::min(document.sentences()[document.sentence_of(claim.first)].last, claim.last + reach);
    for (std::uint32_t at = claim.first; at < end; ++at) {
        const text::Token& token = document.tokens()[at];
        if (is_one_of(others, token.normal)) return true;
        const bool act = at >= claim.last && cue_over(cues.acts, {at, at + 1}) != nullptr;
        if (act || token.normal == "and" || token.kind == text::TokenKind::punctuation) return false;
    }
    return false;
}

void resolve_claimants(const text::Document& document, Cues& cues)
{
    constexpr std::array<std::string_view, 19> meaning{"it",        "its",   "they",    "their",  "our",       "we",         "group",      "organisation", "organization", "movement",
                                                       "militants", "sect",  "rebels",  "militia", "jihadists", "insurgents", "guerrillas", "separatists",  "faction"};
    for (ClaimCue& claim : cues.claims) {
        if (claim.claiming != Claiming::claims || (claim.actor != none && !cues.actors[claim.actor].name.empty())) continue;
        const bool of_state = claim.actor != none && (cues.actors[claim.actor].side == Side::state_force || cues.actors[claim.actor].side == Side::foreign_force);
        if (of_state && claim.tokens.last - claim.tokens.first > 2 && document.language() == Language::english) continue;  // "the army said its men had shot them": its own
        const text::Sentence& sentence = document.sentences()[claim.sentence];
        constexpr std::uint32_t reach = 16;
        const std::uint32_t from = std::max(sentence.first, claim.tokens.first > reach ? claim.tokens.first - reach : 0);
        bool means = false;
        for (std::uint32_t at = from; at < claim.tokens.last && !means; ++at) means = is_one_of(meaning, document.tokens()[at].normal);
        if (!means) continue;
        const CueIndex meant = group_meant(cues, claim.tokens.first);
        if (meant != none) claim.actor = meant;
    }
}

std::string speaker_named(const Cues& cues, Tokens speaker)
{
    // An actor's words have their article, a speaker's have none.
    const Tokens with_article{speaker.first - std::min(speaker.first, 1U), speaker.last};
    for (const ActorCue& actor : cues_in(cues.actors, with_article))
        if (!actor.name.empty() && actor.tokens.overlaps(speaker) && actor.tokens.last <= speaker.last) return actor.name;
    return {};
}

}  // namespace sitrep::understand
