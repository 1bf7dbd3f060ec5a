#include "understand/english/rival_figures.hpp"

#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t sentences_max = 2;  // between a toll and its rival

bool gives_figures(const Sheet& sheet, std::uint32_t verb)
{
    return sheet.word_is_any(verb, {"gives", "gave", "counts", "counted", "lists", "listed", "has", "had", "speaks", "spoke", "mentions", "mentioned", "admits", "admitted", "acknowledges",
                                    "acknowledged", "says", "said", "reports", "reported", "insists", "puts", "put", "arrives", "claims", "claimed", "estimates", "estimated"});
}

// Behind the number: nothing more, or who is counted.
bool ends_with_number(const Sheet& sheet, std::uint32_t behind, std::uint32_t end)
{
    return behind >= end || sheet.word_is_any(behind, {".", ";", ",", "and", "but", "while", "names", "victims", "people"});
}

std::optional<Outcome> told_behind(const Sheet& sheet, std::uint32_t behind)
{
    if (sheet.word_is_any(behind, {"dead", "killed", "deaths", "bodies", "fatalities", "corpses", "graves"})) return Outcome::killed;
    if (sheet.word_is_any(behind, {"wounded", "injured", "hurt", "injuries"})) return Outcome::injured;
    return std::nullopt;
}

const TollCue* toll_before(const Cues& cues, const GivenFigure& given, const Count& count, std::uint32_t sentence)
{
    auto toll = std::lower_bound(cues.tolls.begin(), cues.tolls.end(), count.tokens.first, [](const TollCue& each, std::uint32_t token) { return each.tokens.first < token; });
    while (toll != cues.tolls.begin()) {
        --toll;
        if (toll->sentence + sentences_max < sentence) break;
        if (toll->vague || toll->part || (toll->outcome != Outcome::killed && toll->outcome != Outcome::injured)) continue;
        if (!given.outcome || *given.outcome == toll->outcome) return &*toll;
    }
    return nullptr;
}

}  // namespace

std::optional<GivenFigure> figure_given(const Sheet& sheet, std::uint32_t verb)
{
    if (!gives_figures(sheet, verb)) return std::nullopt;
    const std::uint32_t end = sheet.sentence_of(verb).last;
    std::uint32_t number = verb + 1;
    if (number + 1 < end && sheet.word_is_any(number, {"it", "them"}) && sheet.word_is(number + 1, "at")) number += 2;  // "put it at nine"
    while (number < end && sheet.word_is_any(number, {"of", "at", "as", "on", "only", "just", "the", "number", "toll", "figure", "death"})) ++number;
    if (number >= end || !sheet.count_at[number] || sheet.group_at[number]) return std::nullopt;
    const std::uint32_t index = sheet.count_at[number] - 1;
    const Count& count = sheet.counts[index];
    if (count.of_things || count.is_ordinal || count.vague || count.tokens.first < verb) return std::nullopt;
    const auto outcome = told_behind(sheet, count.tokens.last);
    // "The hospital had 30 in its wards", "the army said one in five had fled": of these verbs a bare number must end the sentence.
    const bool of_anything = sheet.word_is_any(verb, {"has", "had", "says", "said", "claims", "claimed", "puts", "put"});
    if (!outcome && of_anything && count.tokens.last < end && !sheet.word_is_any(count.tokens.last, {".", "people", "victims", "names"})) return std::nullopt;
    if (!outcome && !ends_with_number(sheet, count.tokens.last, end)) return std::nullopt;
    return GivenFigure{index, outcome};
}

void add_rival_figures(const Sheet& sheet, Cues& cues)
{
    constexpr std::uint32_t between = 2;  // words from a source to its verb
    std::vector<TollCue> added;
    const auto add = [&](CueIndex source, std::uint32_t verb) {
        const auto given = figure_given(sheet, verb);
        if (!given) return;
        const Count& count = sheet.counts[given->count];
        const std::uint32_t sentence = cues.sources[source].sentence;
        const TollCue* rival = toll_before(cues, *given, count, sentence);
        if (!rival || cue_over(cues.tolls, count.tokens) != nullptr) return;
        TollCue toll;
        toll.tokens = count.tokens;
        toll.sentence = sentence;
        toll.outcome = given->outcome.value_or(rival->outcome);
        toll.low = count.low;
        toll.high = count.high;
        toll.victims = rival->victims;
        toll.source = source;
        added.push_back(std::move(toll));
    };
    for (CueIndex source = 0; source < cues.sources.size(); ++source) {
        const std::uint32_t last = cues.sources[source].tokens.last, end = sheet.document.sentences()[cues.sources[source].sentence].last;
        const std::uint32_t next = source + 1 < cues.sources.size() ? cues.sources[source + 1].tokens.first : end;
        for (std::uint32_t verb = last; verb <= std::min(last + between, next) && verb < end; ++verb) add(source, verb);
    }
    cues.tolls.insert(cues.tolls.end(), added.begin(), added.end());
    std::stable_sort(cues.tolls.begin(), cues.tolls.end(), [](const TollCue& a, const TollCue& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace sitrep::understand::english
