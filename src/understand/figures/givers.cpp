#include "understand/figures/givers.hpp"

#include <algorithm>
#include <array>

#include "understand/figures/told_fate.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Another number of the same outcome stands between: who speaks before it gives that one.
bool counts_between(const Material& material, const TollCue& toll, Tokens between)
{
    return std::ranges::any_of(cues_in(material.cues.tolls, between), [&](const TollCue& other) {
        return &other != &toll && other.outcome == toll.outcome && !other.vague && !other.part && !(other.added && other.one_person);
    });
}

// "The mayor said", "according to the mayor", قال المحافظ.
bool speaks(const Material& material, const SourceCue& source)
{
    constexpr std::array<std::string_view, 17> of_it{"heard", "wrote", "writes", "maintained", "maintains", "insisted", "stated", "states", "denied",
                                                     "denies", "deny", "disputed", "disputes", "countered", "declared", "noted", ":"};
    constexpr std::uint32_t reach = 3;
    const auto& tokens = material.document.tokens();
    const auto& sentence = material.document.sentences()[source.sentence];
    const std::uint32_t from = std::max(sentence.first, source.tokens.first > reach ? source.tokens.first - reach : 0);
    const std::uint32_t to = std::min(sentence.last, source.tokens.last + reach);
    for (std::uint32_t at = from; at < to; ++at)
        if (gives_a_figure(tokens[at].normal) || is_one_of(of_it, tokens[at].normal)) return true;
    return false;
}

// "... according to the mayor", "بحسب المرصد": right before a source that stands behind its figure.
bool is_credited(const Material& material, const SourceCue& source)
{
    constexpr std::array<std::string_view, 9> credits{"according", "per", "by", "بحسب", "حسب", "وفق", "وفقا", "حسبما", "عن"};
    constexpr std::uint32_t reach = 3;
    const auto& tokens = material.document.tokens();
    const std::uint32_t begin = std::max(material.document.sentences()[source.sentence].first, source.tokens.first > reach ? source.tokens.first - reach : 0);
    for (std::uint32_t at = begin; at < source.tokens.first; ++at)
        if (is_one_of(credits, tokens[at].normal)) return true;
    return false;
}

std::string_view without_article(std::string_view word)
{
    constexpr std::string_view article = "ال";
    return word.starts_with(article) ? word.substr(article.size()) : word;
}

bool has_all_words_of(const Material& material, Tokens whole, Tokens part)
{
    const auto& tokens = material.document.tokens();
    for (std::uint32_t at = part.first; at < part.last; ++at) {
        bool found = false;
        for (std::uint32_t other = whole.first; other < whole.last && !found; ++other) found = without_article(tokens[other].normal) == without_article(tokens[at].normal);
        if (!found) return false;
    }
    return true;
}

}  // namespace

bool parts_clauses(std::string_view word)
{
    constexpr std::array<std::string_view, 14> parting{";", "؛", "while", "but", "whereas", "although", "though", "بينما", "فيما", "لكن", "ولكن", "اما", "واما", "حين"};
    return is_one_of(parting, word);
}

bool parts_clauses(const Material& material, Tokens between)
{
    const auto& tokens = material.document.tokens();
    for (std::uint32_t at = between.first; at < between.last; ++at)
        if (parts_clauses(tokens[at].normal)) return true;
    return false;
}

bool is_same_voice(const Material& material, CueIndex one, CueIndex other)
{
    if (one == none || other == none) return false;
    if (one == other) return true;
    const SourceCue &a = material.cues.sources[one], &b = material.cues.sources[other];
    if (!a.name.empty() && a.name == b.name) return true;
    return has_all_words_of(material, a.tokens, b.tokens) || has_all_words_of(material, b.tokens, a.tokens);
}

CueIndex giver_of(const Material& material, const TollCue& toll)
{
    if (toll.source != none) return toll.source;
    const auto& sentence = material.document.sentences()[toll.sentence];
    const auto& sources = material.cues.sources;
    const auto index = [&](const SourceCue& source) { return static_cast<CueIndex>(&source - sources.data()); };
    const SourceCue *before = nullptr, *behind = nullptr;
    for (const SourceCue& source : cues_in(sources, {sentence.first, sentence.last})) {
        if (source.tokens.last <= toll.tokens.first) before = &source;
        if (!behind && source.tokens.first >= toll.tokens.last) behind = &source;
    }
    const auto is_beside = [&](const SourceCue* source, Tokens between) { return source && !parts_clauses(material, between) && !counts_between(material, toll, between); };
    if (behind && !is_beside(behind, {toll.tokens.last, behind->tokens.first})) behind = nullptr;
    if (before && !is_beside(before, {before->tokens.last, toll.tokens.first})) before = nullptr;
    if (behind && is_credited(material, *behind)) return index(*behind);
    if (before && speaks(material, *before)) return index(*before);
    return behind && speaks(material, *behind) ? index(*behind) : none;
}

}  // namespace sitrep::understand
