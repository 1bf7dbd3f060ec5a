// Names of persons that the tagger sees: what leaves the desk must not carry them, so one too many is better than one too few.
#include <algorithm>

#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

// Whether a cue with a name that a register knows lies over some tokens.
template <class Cue>
bool is_registered(const std::vector<Cue>& cues, Tokens tokens)
{
    constexpr std::uint32_t reach = 64;  // no cue is longer
    const auto near = cues_in(cues, {tokens.first > reach ? tokens.first - reach : 0, tokens.last});
    return std::any_of(near.begin(), near.end(), [&](const Cue& cue) { return cue.tokens.overlaps(tokens) && !cue.name.empty(); });
}

bool is_letters(const text::Document& document, Tokens tokens)
{
    return std::any_of(document.tokens().begin() + tokens.first, document.tokens().begin() + tokens.last,
                       [](const text::Token& token) { return token.kind == text::TokenKind::word && token.normal.size() > 1; });
}

// Of those that overlap or touch one that is as long as all of them: first and last name may have been seen as two.
void join_overlapping(std::vector<PersonCue>& persons)
{
    std::sort(persons.begin(), persons.end(), [](const PersonCue& a, const PersonCue& b) { return a.tokens < b.tokens; });
    std::vector<PersonCue> joined;
    for (const PersonCue& person : persons) {
        if (joined.empty() || person.sentence != joined.back().sentence || person.tokens.first > joined.back().tokens.last) {
            joined.push_back(person);
            continue;
        }
        joined.back().tokens.last = std::max(joined.back().tokens.last, person.tokens.last);
        joined.back().speaks = joined.back().speaks || person.speaks;
    }
    persons = std::move(joined);
}

}  // namespace

void add_tagged_persons(const text::Document& document, const std::vector<TaggedSpan>& spans, Cues& cues)
{
    const std::size_t known = cues.persons.size();
    for (const TaggedSpan& span : spans) {
        if (span.role != tag_role("person") || !is_letters(document, span.tokens)) continue;
        // The register knows armed groups called after persons; an outlet is no person either.
        if (is_registered(cues.actors, span.tokens) || is_registered(cues.sources, span.tokens)) continue;
        cues.persons.push_back({.tokens = span.tokens, .sentence = static_cast<std::uint32_t>(document.sentence_of(span.tokens.first)), .speaks = false});
    }
    if (cues.persons.size() != known) join_overlapping(cues.persons);
}

}  // namespace sitrep::understand
