#include "understand/who/told_once.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand {

namespace {

bool names_person(const Material& material, Tokens tokens) { return cue_over(material.cues.persons, tokens) != nullptr; }

// One stands right before the other, or only a comma between them, in one sentence.
bool adjoin(const Material& material, Tokens before, Tokens after)
{
    if (material.document.sentence_of(before.first) != material.document.sentence_of(after.first)) return false;
    if (before.last == after.first) return true;
    const auto& tokens = material.document.tokens();
    return before.last + 1 == after.first && (tokens[before.last].normal == "," || tokens[before.last].normal == "،");
}

// A person's name and what that person is: of two names next to each other each is somebody else.
bool is_one(const Material& material, Tokens before, Tokens after)
{
    return adjoin(material, before, after) && names_person(material, before) != names_person(material, after);
}

bool is_punctuation(const Material& material, std::uint32_t at)
{
    const auto& tokens = material.document.tokens();
    return at < tokens.size() && tokens[at].kind == text::TokenKind::punctuation;
}

// "Judge" takes the name that stands right behind it; "a judge" also one that stands between commas behind it.
void take_name(const Material& material, HitWords& hit)
{
    if (names_person(material, hit.tokens)) return;
    for (const PersonCue& person : cues_in(material.cues.persons, {hit.tokens.last, hit.tokens.last + 2})) {
        const bool between_commas = person.tokens.first == hit.tokens.last + 1 && is_punctuation(material, person.tokens.last);
        if (person.tokens.first != hit.tokens.last && !between_commas) continue;
        if (adjoin(material, hit.tokens, person.tokens)) hit.tokens.last = person.tokens.last;
        return;
    }
}

// The words that say who: without articles and the like, and without numbers.
std::vector<std::uint64_t> telling_words(const Material& material, Tokens tokens)
{
    static constexpr std::array empty{"a", "an", "the", "of", "his", "her", "their", "its", "another"};
    std::vector<std::uint64_t> words;
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        const text::Token& token = material.document.tokens()[at];
        if (token.kind != text::TokenKind::word || std::find(empty.begin(), empty.end(), token.normal) != empty.end()) continue;
        words.push_back(material.words.bare[at]);
    }
    std::sort(words.begin(), words.end());
    return words;
}

void join_neighbours(const Material& material, std::vector<HitWords>& hits)
{
    for (std::size_t i = 0; i < hits.size(); ++i)
        for (std::size_t j = 0; j < hits.size();) {
            HitWords& one = hits[i];
            const HitWords& other = hits[j];
            if (i == j || !is_one(material, one.tokens, other.tokens)) {
                ++j;
                continue;
            }
            if (names_person(material, one.tokens)) one.target_class = other.target_class;  // the office tells the class
            one.tokens.last = other.tokens.last;
            hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(j));
            if (j < i) --i;
            j = 0;
        }
}

}  // namespace

std::vector<HitWords> told_once(const Material& material, std::vector<HitWords> hits)
{
    for (HitWords& hit : hits) take_name(material, hit);
    join_neighbours(material, hits);
    std::vector<std::vector<std::uint64_t>> words;
    words.reserve(hits.size());
    for (const HitWords& hit : hits) words.push_back(telling_words(material, hit.tokens));
    std::vector<HitWords> kept;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const auto says_as_much = [&](std::size_t j) {
            const bool more = words[j].size() > words[i].size() || (words[j].size() == words[i].size() && j < i);
            return j != i && more && !words[i].empty() && std::includes(words[j].begin(), words[j].end(), words[i].begin(), words[i].end());
        };
        bool told = false;
        for (std::size_t j = 0; j < hits.size() && !told; ++j) told = says_as_much(j);
        if (!told) kept.push_back(hits[i]);
    }
    return kept;
}

}  // namespace sitrep::understand
