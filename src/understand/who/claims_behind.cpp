#include "understand/who/claims_behind.hpp"

#include <algorithm>
#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t episodes_max = 32;  // looked at; a report may tell hundreds

// "both attacks", "all three", "for the two": how many deeds are meant, or 0; "both sides" are two who fight.
std::size_t number_of_deeds(const text::Document& document, Tokens words)
{
    constexpr std::array<std::string_view, 6> numbers{"two", "three", "four", "five", "six", "seven"};
    constexpr std::array<std::string_view, 12> deeds{"attacks", "bombings", "killings", "raids", "blasts", "ambushes", "strikes", "explosions", "bombs", "assaults", "deeds", "murders"};
    const auto word = [&](std::uint32_t at) { return at < words.last ? document.tokens()[at].normal : std::string_view(); };
    constexpr std::array<std::string_view, 3> goes_on{"were", "was", "in"};  // "both were its work", "acknowledged the four in an email"
    const auto closes = [&](std::uint32_t at) {
        return at >= words.last || is_one_of(goes_on, word(at)) || document.tokens()[at].kind == text::TokenKind::punctuation || is_one_of(deeds, word(at));
    };
    for (std::uint32_t at = words.first; at < words.last; ++at) {
        if (word(at) == "both" && closes(at + 1)) return 2;
        if ((word(at) == "all" || word(at) == "the") && is_one_of(numbers, word(at + 1)) && closes(at + 2))
            return static_cast<std::size_t>(std::ranges::find(numbers, word(at + 1)) - numbers.begin()) + 2;
    }
    return 0;
}

bool tells_of_another(const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Tokens sentence)
{
    for (std::size_t other = 0; other < std::min(episodes.size(), episodes_max); ++other) {
        if (other == index) continue;
        for (const std::uint32_t segment : episodes[other].segments)
            if (segments[segment].tokens.overlaps(sentence)) return true;
    }
    return false;
}

// "Both" are the two told last before it.
bool is_one_of_several(const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Tokens sentence, std::size_t count)
{
    if (count == 0) return false;
    std::size_t nearer = 0;
    for (std::size_t other = 0; other < std::min(episodes.size(), episodes_max); ++other) {
        const Tokens words = segments[episodes[other].segments.front()].tokens;
        const bool between = words.first > segments[episodes[index].segments.front()].tokens.first && words.last <= sentence.first;
        nearer += other != index && between;
    }
    return nearer < count;
}

// The only one whom a sentence names so, or null.
const ClaimCue* only_claim(const Material& material, Tokens sentence, Claiming sort)
{
    const ClaimCue* only = nullptr;
    const auto& actors = material.cues.actors;
    for (const ClaimCue& claim : cues_in(material.cues.claims, sentence)) {
        if (claim.claiming == Claiming::denies) return nullptr;
        const bool calls_them = claim.actor != none && claim.tokens.overlaps(actors[claim.actor].tokens);  // "suspected jihadists have killed 420 this year"
        if (claim.claiming != sort || claim.added || claim.actor == none || calls_them) continue;
        if (only != nullptr && actors[only->actor].name != actors[claim.actor].name) return nullptr;
        if (only == nullptr) only = &claim;
    }
    return only;
}

}  // namespace

bool may_tell_of_one_deed(const Material& material, std::uint32_t sentence)
{
    constexpr std::array<std::string_view, 12> usual{"often", "usually", "routinely", "regularly", "frequently", "previously", "past", "such", "similar", "عاده", "مماثله", "غالبا"};
    const SentenceFlags& flags = material.cues.sentences[sentence];
    if (flags.pattern || flags.tally || flags.hypothetical || flags.background) return false;
    const text::Sentence& words = material.document.sentences()[sentence];
    for (std::uint32_t at = words.first; at < words.last; ++at)
        if (is_one_of(usual, material.document.tokens()[at].normal)) return false;
    return true;
}

const ClaimCue* claim_behind(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Claiming sort)
{
    constexpr std::size_t sentences_max = 12;
    if (material.document.language() != Language::english) return nullptr;
    const auto& sentences = material.document.sentences();
    const std::size_t first = segments[episodes[index].segments.back()].sentence + std::size_t{1};
    for (std::size_t at = first; at < std::min(sentences.size(), first + sentences_max); ++at) {
        const Tokens words{sentences[at].first, sentences[at].last};
        const bool meant = is_one_of_several(segments, episodes, index, words, number_of_deeds(material.document, words)) || (at == first && !tells_of_another(segments, episodes, index, words));
        if (!meant || !may_tell_of_one_deed(material, static_cast<std::uint32_t>(at))) continue;
        if (const ClaimCue* claim = only_claim(material, words, sort)) return claim;
    }
    return nullptr;
}

}  // namespace sitrep::understand
