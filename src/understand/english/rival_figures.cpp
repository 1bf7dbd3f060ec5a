#include "understand/english/rival_figures.hpp"

#include <algorithm>

#include "understand/assemble.hpp"
#include "understand/tagged_tolls.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t sentences_max = 2;  // between a toll and its rival

// "The governor stays with three", "knows of two"
bool keeps_to(const Sheet& sheet, std::uint32_t verb)
{
    const bool keeps = sheet.word_is_any(verb, {"stays", "stay", "stayed", "sticks", "stick", "stuck"}) && sheet.word_is_any(verb + 1, {"with", "to", "at"});
    return keeps || (sheet.word_is_any(verb, {"knows", "know", "knew"}) && sheet.is(verb + 1, WordClass::of));
}

// "Residents named fourteen dead", "could see four bodies": only with who is counted behind it.
bool gives_the_dead(const Sheet& sheet, std::uint32_t verb)
{
    return sheet.word_is_any(verb, {"names", "named", "name", "sees", "saw", "see", "buries", "buried", "bury", "mourns", "mourned", "mourn", "registers", "registered", "records", "recorded"});
}

bool gives_figures(const Sheet& sheet, std::uint32_t verb)
{
    return sheet.word_is_any(verb, {"gives", "gave", "give", "counts", "counted", "count", "lists", "listed", "list", "has", "had", "have", "speaks", "spoke", "speak", "mentions", "mentioned",
                                    "mention", "admits", "admitted", "admit", "acknowledges", "acknowledged", "acknowledge", "says", "said", "say", "reports", "reported", "report", "insists",
                                    "insist", "puts", "put", "arrives", "arrive", "claims", "claimed", "claim", "estimates", "estimated", "estimate", "concedes", "conceded", "concede",
                                    "confirms", "confirmed", "confirm"}) ||
           keeps_to(sheet, verb) || gives_the_dead(sheet, verb);
}

// Behind the number: nothing more, or who is counted.
bool ends_with_number(const Sheet& sheet, std::uint32_t behind, std::uint32_t end)
{
    if (behind < end && sheet.in_date(behind)) return true;
    return behind >= end || sheet.word_is_any(behind, {".", ";", ",", "and", "but", "while", "names", "victims", "people", "only", "alone", "then", "according"}) ||
           (sheet.word_is(behind, "so") && sheet.word_is(behind + 1, "far")) || (sheet.word_is(behind, "at") && sheet.word_is(behind + 1, "the") && sheet.word_is(behind + 2, "time"));
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
        if (!given.outcome && toll->low == 0 && toll->high == 0) continue;  // "Nobody is dead. The statement first said four"
        if (toll->vague || toll->part || (toll->outcome != Outcome::killed && toll->outcome != Outcome::injured)) continue;
        if (!given.outcome || *given.outcome == toll->outcome) return &*toll;
    }
    return nullptr;
}

// "Two and three, both of them bomb makers": of what they are is not told.
bool pairs_numbers(const Sheet& sheet, const Count& first)
{
    const std::uint32_t number = first.tokens.last + 1;
    return number < sheet.sentence_of(first.tokens.first).last && sheet.is(number - 1, WordClass::and_) && sheet.count_at[number] && !sheet.group_at[number];
}

// "Nine were killed and 20 hurt. The police counted 11 and 26": the dead, then the hurt.
std::optional<std::uint32_t> second_of_pair(const Sheet& sheet, const Cues& cues, const GivenFigure& given, std::uint32_t sentence)
{
    const Count& first = sheet.counts[given.count];
    const std::uint32_t end = sheet.sentence_of(first.tokens.first).last, number = first.tokens.last + 1;
    if (given.outcome || number >= end || !sheet.is(number - 1, WordClass::and_) || !sheet.count_at[number] || sheet.group_at[number]) return std::nullopt;
    const std::uint32_t index = sheet.count_at[number] - 1;
    const Count& second = sheet.counts[index];
    if (second.of_things || second.is_ordinal || second.vague || !(second.tokens.last >= end || sheet.word_is_any(second.tokens.last, {".", ";"}))) return std::nullopt;
    const TollCue* dead = toll_before(cues, {given.count, Outcome::killed}, first, sentence);
    const TollCue* hurt = toll_before(cues, {given.count, Outcome::injured}, first, sentence);
    return dead && hurt && cue_over(cues.tolls, second.tokens) == nullptr ? std::optional(index) : std::nullopt;
}

}  // namespace

std::optional<GivenFigure> figure_given(const Sheet& sheet, std::uint32_t verb)
{
    if (!gives_figures(sheet, verb)) return std::nullopt;
    const std::uint32_t end = sheet.sentence_of(verb).last;
    std::uint32_t number = verb + 1;
    if (number + 1 < end && sheet.word_is_any(number, {"it", "them"}) && sheet.word_is(number + 1, "at")) number += 2;  // "put it at nine"
    if (keeps_to(sheet, verb)) ++number;
    bool put_at = false;
    for (; number < end && sheet.word_is_any(number, {"of", "at", "as", "on", "only", "just", "the", "number", "toll", "figure", "death"}); ++number) put_at = put_at || sheet.word_is(number, "at");
    if (number >= end || !sheet.count_at[number] || sheet.group_at[number]) return std::nullopt;
    const std::uint32_t index = sheet.count_at[number] - 1;
    const Count& count = sheet.counts[index];
    if (count.of_things || count.is_ordinal || count.vague || count.tokens.first < verb) return std::nullopt;
    const auto outcome = told_behind(sheet, count.tokens.last);
    // "The hospital had 30 in its wards", "the army said one in five had fled": of these verbs a bare number must end the sentence.
    if (!outcome && gives_the_dead(sheet, verb)) return std::nullopt;
    if (!outcome && put_at && count.tokens.last < end && sheet.word_is_any(count.tokens.last, {",", "(", "among", "including"})) return GivenFigure{index, outcome};
    const bool of_anything = sheet.word_is_any(verb, {"has", "had", "have", "says", "said", "say", "claims", "claimed", "claim", "puts", "put", "insists", "insist"});
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
        toll.replaced = told_first(sheet.document, count.tokens.first);
        const auto hurt = second_of_pair(sheet, cues, *given, sentence);
        if (!hurt && !given->outcome && pairs_numbers(sheet, count)) return;
        if (hurt) {
            toll.outcome = Outcome::killed;
            added.push_back(toll);
            const Count& second = sheet.counts[*hurt];
            toll.tokens = second.tokens;
            toll.outcome = Outcome::injured;
            toll.low = second.low;
            toll.high = second.high;
        }
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
