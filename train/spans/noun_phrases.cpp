#include "noun_phrases.hpp"

#include <algorithm>
#include <string_view>

namespace sitrep::spans {

namespace {

enum class Part : std::uint8_t { outside, determiner, modifier, noun, possessive };

Part part_of(const Opinion& tags, std::size_t at)
{
    if (tags.path[at] == 0) return Part::outside;
    const std::string_view tag = tags.labels->types()[tags.labels->type_of(tags.path[at])];
    if (tag.starts_with("NN") || tag == "PRP" || tag == "EX" || tag == "FW") return Part::noun;
    if (tag == "DT" || tag == "PRP$" || tag == "PDT" || tag == "WP$") return Part::determiner;
    if (tag.starts_with("JJ") || tag == "CD" || tag == "VBN" || tag == "VBG" || tag == "HYPH" || tag == "$") return Part::modifier;
    return tag == "POS" ? Part::possessive : Part::outside;
}

}  // namespace

std::vector<NounPhrase> noun_phrases(const Opinion& tags, const text::Document& document)
{
    std::vector<NounPhrase> out;
    const auto words = static_cast<std::uint32_t>(document.tokens().size());
    for (std::uint32_t at = 0; at < words;) {
        if (part_of(tags, at) == Part::outside) {
            ++at;
            continue;
        }
        NounPhrase phrase{at, at, at};
        bool has_noun = false;
        for (; at < words; ++at) {
            const Part part = part_of(tags, at);
            if (part == Part::outside || (part == Part::determiner && has_noun)) break;
            if (part != Part::noun) continue;
            phrase.head = at;
            has_noun = true;
        }
        phrase.last = at;
        if (!has_noun) phrase.head = at - 1;
        out.push_back(phrase);
    }
    return out;
}

std::vector<NounPhrase> phrases_of(const Opinion& spans, const Opinion& tags, const text::Document& document)
{
    std::vector<NounPhrase> out;
    const auto heads = noun_phrases(tags, document);
    const auto words = static_cast<std::uint32_t>(document.tokens().size());
    for (std::uint32_t at = 0; at < words;) {
        if (spans.path[at] == 0) {
            ++at;
            continue;
        }
        NounPhrase phrase{at, at + 1, at};
        while (phrase.last < words && spans.path[phrase.last] != 0 && spans.path[phrase.last] % 2 == 0) ++phrase.last;
        const auto inner = std::find_if(heads.begin(), heads.end(), [&](const NounPhrase& each) { return each.head >= phrase.first && each.head < phrase.last; });
        phrase.head = inner == heads.end() ? phrase.last - 1 : inner->head;
        out.push_back(phrase);
        at = phrase.last;
    }
    return out;
}

}  // namespace sitrep::spans
