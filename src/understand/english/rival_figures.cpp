#include "understand/english/rival_figures.hpp"

#include <algorithm>

#include "understand/assemble.hpp"
#include "understand/figures/given_up.hpp"

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

// "Had spoken of seven", "wrote of over fifty", "heard of four dead"
bool tells_of(const Sheet& sheet, std::uint32_t verb)
{
    return sheet.word_is_any(verb, {"spoken", "writes", "wrote", "written", "talks", "talked", "hears", "heard", "tells", "told"}) && sheet.is(verb + 1, WordClass::of);
}

// "The website puts the dead at three, the ministry at one", "the governor spoke of eight, civil protection of 13": the verb is told before.
bool takes_verb_before(const Sheet& sheet, std::uint32_t word)
{
    constexpr std::uint32_t reach = 24;
    const bool at = sheet.word_is(word, "at");
    const std::uint32_t begin = sheet.sentence_of(word).first;
    if ((!at && !sheet.is(word, WordClass::of)) || word < begin + 4 || !sheet.count_at[std::min<std::size_t>(word + 1, sheet.size() - 1)]) return false;
    bool joined = false;
    for (std::uint32_t back = word; back > begin && word - back < reach; --back) {
        if (sheet.act_at[back - 1] && sheet.entry(sheet.acts[sheet.act_at[back - 1] - 1]).outcome == std::nullopt) return false;
        joined = joined || sheet.word_is(back - 1, ",") || sheet.word_is(back - 1, ";") || sheet.is(back - 1, WordClass::and_);
        const bool verb = at ? sheet.word_is_any(back - 1, {"puts", "put"}) : sheet.word_is_any(back - 1, {"speaks", "spoke", "spoken", "speak"}) && sheet.is(back, WordClass::of);
        if (verb) return joined;
    }
    return false;
}

bool gives_figures(const Sheet& sheet, std::uint32_t verb)
{
    return sheet.word_is_any(verb, {"gives", "gave", "give", "counts", "counted", "count", "lists", "listed", "list", "has", "had", "have", "speaks", "spoke", "speak", "mentions", "mentioned",
                                    "mention", "admits", "admitted", "admit", "acknowledges", "acknowledged", "acknowledge", "says", "said", "say", "reports", "reported", "report", "insists",
                                    "insist", "puts", "put", "arrives", "arrive", "claims", "claimed", "claim", "estimates", "estimated", "estimate", "concedes", "conceded", "concede",
                                    "confirms", "confirmed", "confirm", "documents", "documented", "document"}) ||
           keeps_to(sheet, verb) || gives_the_dead(sheet, verb) || tells_of(sheet, verb) || takes_verb_before(sheet, verb);
}

// "Al-Shabaab claimed it and fifteen soldiers": the token of the number of those whom it says that it killed.
std::optional<std::uint32_t> claimed_beside(const Sheet& sheet, std::uint32_t verb)
{
    constexpr std::uint32_t reach = 4;
    if (!sheet.word_is_any(verb, {"claims", "claimed", "claim"}) || !sheet.word_is_any(verb + 1, {"it", "this", "the"})) return std::nullopt;
    const std::uint32_t end = std::min(sheet.sentence_of(verb).last, verb + 1 + reach);
    for (std::uint32_t joint = verb + 2; joint + 1 < end; ++joint) {
        if (sheet.is_punctuation(joint)) return std::nullopt;
        if (sheet.is(joint, WordClass::and_)) return sheet.count_at[joint + 1] && sheet.group_at[joint + 1] ? std::optional(joint + 1) : std::nullopt;
    }
    return std::nullopt;
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

// How many times one number is the other.
double times(const Count& count, const TollCue& toll)
{
    const auto one = static_cast<double>(std::max<std::int64_t>(1, toll.low)), other = static_cast<double>(std::max<std::int64_t>(1, count.low));
    return std::max(one, other) / std::min(one, other);
}

// "46 died and 133 were hurt. The directorate has 64": a bare number is of those whose number it comes nearest to. Those who were taken are meant only
// where theirs is much nearer: "a guard was killed and nine children were taken; police speak of seven".
bool means_rather(const Count& count, const TollCue& toll, const TollCue* before)
{
    constexpr double nearly_as_many = 1.5, much = 2;
    const bool taken = toll.outcome == Outcome::abducted || toll.outcome == Outcome::arrested;
    if (taken) return before && times(count, toll) <= nearly_as_many && times(count, *before) > much * times(count, toll);
    if (!before) return true;
    return toll.outcome == Outcome::killed ? times(count, toll) <= times(count, *before) : times(count, toll) < times(count, *before);
}

const TollCue* toll_before(const Cues& cues, const GivenFigure& given, const Count& count, std::uint32_t sentence)
{
    const auto behind = std::lower_bound(cues.tolls.begin(), cues.tolls.end(), count.tokens.first, [](const TollCue& each, std::uint32_t token) { return each.tokens.first < token; });
    const auto may_be_meant = [&](const TollCue& toll) {
        if (toll.vague || toll.part || toll.of_attackers || (given.outcome && *given.outcome != toll.outcome)) return false;
        return given.outcome || toll.low > 0 || toll.high != 0;  // "Nobody is dead. The statement first said four"
    };
    // The last sentence that tells of dead or hurt, and in it the number that comes nearest.
    const TollCue* nearest = nullptr;
    for (auto toll = behind; toll != cues.tolls.begin() && std::prev(toll)->sentence + sentences_max >= sentence; --toll) {
        const TollCue& each = *std::prev(toll);
        const bool harmed = each.outcome == Outcome::killed || each.outcome == Outcome::injured;
        if (nearest && nearest->sentence != each.sentence) break;
        if (!may_be_meant(each) || !harmed) continue;
        if (!nearest || (!given.outcome && nearest->outcome != each.outcome && means_rather(count, each, nearest))) nearest = &each;
    }
    if (!nearest || given.outcome) return nearest;
    for (auto toll = behind; toll != cues.tolls.begin() && std::prev(toll)->sentence >= nearest->sentence; --toll) {
        const TollCue& each = *std::prev(toll);
        const bool taken = each.outcome == Outcome::abducted || each.outcome == Outcome::arrested;
        if (taken && may_be_meant(each) && means_rather(count, each, nearest)) return &each;
    }
    return nearest;
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

namespace {

// "Gives a lower figure for the village, 17 dead": the token of the number, where one is announced.
std::uint32_t behind_announcement(const Sheet& sheet, std::uint32_t verb, std::uint32_t end)
{
    constexpr std::uint32_t reach = 5;
    const bool announces = sheet.word_is_any(verb + 1, {"a", "another"}) && (sheet.word_is_any(verb + 2, {"lower", "higher", "different", "smaller", "larger"}) || sheet.word_is(verb + 1, "another"));
    const std::uint32_t noun = sheet.word_is(verb + 1, "another") ? verb + 2 : verb + 3;
    if (!announces || !sheet.word_is_any(noun, {"figure", "toll", "count", "number", "total"})) return end;
    for (std::uint32_t at = noun + 1; at + 1 < std::min(end, noun + reach); ++at)
        if (sheet.word_is_any(at, {":", ",", "–", "-"}) || (at == noun + 1 && sheet.is(at, WordClass::of))) return at + 1;
    return end;
}

// Of the words between a verb and its number.
std::uint32_t number_behind(const Sheet& sheet, std::uint32_t verb, std::uint32_t end)
{
    if (const std::uint32_t announced = behind_announcement(sheet, verb, end); announced < end) return announced;
    std::uint32_t number = verb + 1;
    if (number + 1 < end && sheet.word_is_any(number, {"it", "them"}) && sheet.word_is(number + 1, "at")) number += 2;  // "put it at nine"
    if (keeps_to(sheet, verb) || (sheet.word_is_any(verb, {"admits", "admitted", "admit"}) && sheet.is(number, WordClass::to))) ++number;
    while (number < end && sheet.word_is_any(number, {"of", "at", "as", "on", "only", "just", "the", "number", "toll", "total", "figure", "death"})) ++number;
    return number;
}

// "Says six guards.", "spoke of 17 Americans": people in the place of a number, who are nothing more than counted.
bool counts_only_people(const Sheet& sheet, std::uint32_t verb, std::uint32_t number, std::uint32_t end)
{
    const Group& group = sheet.groups[sheet.group_at[number] - 1];
    const bool speaks = claimed_beside(sheet, verb).has_value() || sheet.word_is_any(verb, {"says", "said", "say", "speaks", "spoke", "speak", "spoken", "gives", "gave", "give"});
    if (!speaks || !group.count || group.thing || group.attacker || group.source_only || group.side == Side::unnamed_gunmen || group.suspected) return false;
    const std::uint32_t behind = std::max(group.tokens.last, sheet.counts[*group.count].tokens.last);
    return behind >= end || sheet.word_is_any(behind, {".", ";"}) || (sheet.is(behind, WordClass::and_) && sheet.word_is_any(behind + 1, {"does", "did"}));
}

// "Acknowledges two and nine wounded": the two are the dead.
bool goes_on_with_hurt(const Sheet& sheet, const Count& first, std::uint32_t end)
{
    const std::uint32_t number = first.tokens.last + 1;
    if (number >= end || !sheet.is(number - 1, WordClass::and_) || !sheet.count_at[number] || sheet.group_at[number]) return false;
    return told_behind(sheet, sheet.counts[sheet.count_at[number] - 1].tokens.last) == Outcome::injured;
}

}  // namespace

std::optional<GivenFigure> figure_given(const Sheet& sheet, std::uint32_t verb)
{
    if (!gives_figures(sheet, verb)) return std::nullopt;
    const std::uint32_t end = sheet.sentence_of(verb).last, number = claimed_beside(sheet, verb).value_or(number_behind(sheet, verb, end));
    if (number >= end || !sheet.count_at[number]) return std::nullopt;
    const std::uint32_t index = sheet.count_at[number] - 1;
    const Count& count = sheet.counts[index];
    if (count.of_things || count.is_ordinal || count.vague || count.tokens.first < verb || sheet.word_is(number, "both")) return std::nullopt;  // "claimed both"
    if (sheet.group_at[number]) {
        if (!counts_only_people(sheet, verb, number, end)) return std::nullopt;
        return GivenFigure{index, claimed_beside(sheet, verb) ? std::optional(Outcome::killed) : std::nullopt};
    }
    const auto outcome = goes_on_with_hurt(sheet, count, end) ? Outcome::killed : told_behind(sheet, count.tokens.last);
    // "The hospital had 30 in its wards", "the army said one in five had fled": of these verbs a bare number must end the sentence.
    if (!outcome && gives_the_dead(sheet, verb)) return std::nullopt;
    const bool put_at = sheet.word_is(number - 1, "at") || sheet.word_is(number - 2, "at");  // "at just nine"
    if (!outcome && put_at && count.tokens.last < end && sheet.word_is_any(count.tokens.last, {",", "(", "and", "among", "including"})) return GivenFigure{index, outcome};
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
        toll.victims = sheet.group_at[count.tokens.first] ? cues.actors[sheet.group_at[count.tokens.first] - 1].target_class : rival->victims;
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
