// Who says so: the subjects of "said", the words after "according to" and "told".
#include <algorithm>

#include "understand/english/rival_figures.hpp"
#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t source_tokens_max = 12;

bool ends_a_source(const Sheet& sheet, std::uint32_t at)
{
    return sheet.is_punctuation(at) && !sheet.word_is(at, ".") && !sheet.word_is(at, "'") && !sheet.word_is(at, "(") && !sheet.word_is(at, ")") &&
           !sheet.word_is(at, "/");
}

bool may_speak(const Sheet& sheet, Tokens tokens)
{
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
        if (sheet.is(at, WordClass::speaker) || sheet.is(at, WordClass::title)) return true;
        if (sheet.group_at[at] && !sheet.groups[sheet.group_at[at] - 1].thing) return true;
        if (sheet.token(at).capital && !sheet.in_place(at) && !sheet.in_date(at) && at > sheet.sentence_of(at).first) return true;
    }
    return false;
}

Tokens without_article(const Sheet& sheet, Tokens tokens)
{
    while (tokens.first < tokens.last && (sheet.is(tokens.first, WordClass::article) || sheet.is(tokens.first, WordClass::and_) ||
                                          sheet.is_punctuation(tokens.first) || sheet.is(tokens.first, WordClass::adverb)))
        ++tokens.first;
    while (tokens.last > tokens.first &&
           (sheet.is_punctuation(tokens.last - 1) || sheet.is(tokens.last - 1, WordClass::adverb) || sheet.is(tokens.last - 1, WordClass::have)))
        --tokens.last;
    return tokens;
}

Tokens left_of(const Sheet& sheet, std::uint32_t verb)
{
    const std::uint32_t begin = std::max(sheet.sentence_of(verb).first, verb >= source_tokens_max ? verb - source_tokens_max : 0);
    std::uint32_t first = verb;
    // "Nizar, a resident of the town, said": the apposition belongs to the name.
    bool apposition = verb > begin && sheet.word_is(verb - 1, ",");
    if (apposition) --first;
    while (first > begin) {
        const std::uint32_t word = first - 1;
        if (apposition && sheet.word_is(word, ",")) {
            apposition = false;
            first = word;
            continue;
        }
        if (ends_a_source(sheet, word) || sheet.is(word, WordClass::conj) || sheet.is(word, WordClass::be) || sheet.is(word, WordClass::rel) ||
            sheet.is(word, WordClass::say) || sheet.in_date(word) || (sheet.act_at[word] && !sheet.group_at[word]))
            break;
        first = word;
    }
    return without_article(sheet, {first, verb});
}

Tokens right_of(const Sheet& sheet, std::uint32_t from)
{
    if (from == 0) return {};
    const std::uint32_t end = std::min(sheet.sentence_of(from - 1).last, from + source_tokens_max);
    std::uint32_t last = from;
    while (last < end && !ends_a_source(sheet, last) && !sheet.word_is(last, ".") && !sheet.is(last, WordClass::be) &&
           !sheet.is(last, WordClass::rel) && !sheet.is(last, WordClass::pron) && !sheet.is(last, WordClass::say) &&
           !sheet.is(last, WordClass::clause) && !sheet.in_date(last) && !sheet.is(last, WordClass::have))
        ++last;
    return without_article(sheet, {from, last});
}

std::string canonical_name(const Sheet& sheet, Tokens tokens)
{
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at)
        if (sheet.group_at[at] && !sheet.groups[sheet.group_at[at] - 1].name.empty()) return sheet.groups[sheet.group_at[at] - 1].name;
    return {};
}

}  // namespace

void add_sources(const Sheet& sheet, Cues& cues)
{
    const auto add = [&](Tokens tokens) {
        if (tokens.empty() || !may_speak(sheet, tokens) || sheet.is(tokens.first, WordClass::pron)) return;
        if (!cues.sources.empty() && cues.sources.back().tokens.overlaps(tokens)) return;
        cues.sources.push_back({.tokens = tokens,
                                .sentence = static_cast<std::uint32_t>(sheet.document.sentence_of(tokens.first)),
                                .name = canonical_name(sheet, tokens)});
    };
    for (std::uint32_t at = 0; at < sheet.size(); ++at) {
        const text::Sentence& sentence = sheet.sentence_of(at);
        if (sheet.is(at, WordClass::according) && at + 1 < sentence.last && sheet.word_is(at + 1, "to")) {
            add(right_of(sheet, at + 2));
            continue;
        }
        // "One death is acknowledged by the party"
        if (sheet.word_is_any(at, {"acknowledged", "admitted", "confirmed", "conceded"}) && at + 1 < sentence.last && sheet.word_is(at + 1, "by")) {
            add(right_of(sheet, at + 2));
            continue;
        }
        const bool gives_figure = figure_given(sheet, at).has_value();
        if ((!sheet.is(at, WordClass::say) && !gives_figure) || sheet.in_place(at)) continue;
        const Tokens subject = left_of(sheet, at);
        if (!subject.empty() && may_speak(sheet, subject)) {
            add(subject);
            if (sheet.word_is(at, "told")) add(right_of(sheet, at + 1));
        } else if (sheet.word_is(at, "said") || sheet.word_is(at, "says") || sheet.word_is(at, "reported") || sheet.word_is(at, "announced")) {
            add(right_of(sheet, at + 1));
        } else if (sheet.word_is(at, "quoted") || sheet.word_is(at, "told")) {
            add(right_of(sheet, at + 1));
        }
    }
    std::sort(cues.sources.begin(), cues.sources.end(), [](const SourceCue& a, const SourceCue& b) { return a.tokens < b.tokens; });
}

}  // namespace sitrep::understand::english
