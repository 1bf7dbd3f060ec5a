// What each sentence is as a whole, and whether the report tells incidents at all.
#include <algorithm>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

// So many words of one field make the report one of that field.
constexpr std::size_t sport_words_min = 5;
constexpr std::size_t drill_words_min = 2;
constexpr std::size_t fiction_words_min = 4;
constexpr std::size_t court_words_min = 4;

std::size_t marks(const Sheet& sheet, Marker marker)
{
    return sheet.marks[static_cast<std::size_t>(marker)].size();
}

// "A motorcycle exploded at a football match. The goalkeeper and two players were killed": sport is where it happened.
bool harms_people(const Cues& cues)
{
    const auto hurts = [](const TollCue& toll) { return (toll.outcome == Outcome::killed || toll.outcome == Outcome::injured) && toll.counts_victims(); };
    const auto is_exact = [](const ActCue& act) { return act.reality == Reality::happened && act.strength != Strength::weak && !act.generic_kind; };
    return std::ranges::any_of(cues.tolls, hurts) && std::ranges::any_of(cues.acts, is_exact);
}

bool tells_none(const Sheet& sheet, const Cues& cues)
{
    const std::size_t words = std::max<std::size_t>(sheet.size(), 1);
    // Of 100 words, so that a long report with one match day or one court in it is still read.
    const auto takes = [words](std::size_t found, std::size_t at_least, std::size_t of_hundred) { return found >= at_least && 100 * found >= of_hundred * words; };
    const std::size_t of_courts = marks(sheet, Marker::court) + marks(sheet, Marker::tried);
    return (takes(marks(sheet, Marker::sport), sport_words_min, 3) && !harms_people(cues)) || (takes(marks(sheet, Marker::drill), drill_words_min, 2) && !harms_people(cues)) ||
           takes(marks(sheet, Marker::fiction), fiction_words_min, 3) || takes(of_courts, court_words_min, 4);
}

// "Since the coup" states a count, "the worst attack since the coup" does not.
bool states_count(const Sheet& sheet, const text::Sentence& sentence)
{
    constexpr std::uint32_t reach = 5;
    const auto& hits = sheet.marks[static_cast<std::size_t>(Marker::tally)];
    const auto compares = [&](std::uint32_t since) {
        for (std::uint32_t at = since; at > sentence.first && at + reach > since; --at)
            if (sheet.word_is_any(at - 1, {"first", "worst", "deadliest", "heaviest", "bloodiest", "biggest", "largest"})) return true;
        return false;
    };
    auto hit = std::ranges::lower_bound(hits, sentence.first, {}, &Hit::first);
    for (; hit != hits.end() && hit->first < sentence.last; ++hit)
        if (!sheet.word_is(hit->first, "since") || !compares(hit->first)) return true;
    return false;
}

}  // namespace

void add_flags(const Sheet& sheet, Cues& cues)
{
    cues.sentences.reserve(sheet.document.sentences().size());
    for (const text::Sentence& sentence : sheet.document.sentences()) {
        const auto has = [&](Marker marker) { return sheet.marked(marker, sentence.first, sentence.last); };
        SentenceFlags flags;
        flags.background = has(Marker::background);
        flags.hypothetical = has(Marker::wish);
        flags.statement = has(Marker::condemned) || has(Marker::court) || has(Marker::tried);
        flags.accident = has(Marker::accident);
        flags.other_field = has(Marker::sport) || has(Marker::drill) || has(Marker::fiction);
        flags.tally = states_count(sheet, sentence);
        flags.pattern = has(Marker::pattern);
        flags.refers_back = has(Marker::back);
        constexpr std::uint32_t opening_tokens = 6;
        flags.new_incident = sheet.marked(Marker::new_incident, sentence.first, std::min(sentence.last, sentence.first + opening_tokens));
        flags.same_day = has(Marker::same_day);
        cues.sentences.push_back(flags);
    }
    // "semi-daily assaults": an act that has a rate is a habit.
    for (const ContextDate& date : sheet.context.dates) {
        if (date.mention->type != TimexType::set) continue;
        const text::Sentence& sentence = sheet.document.sentences()[date.sentence];
        const bool acts =
            std::any_of(sheet.act_at.begin() + sentence.first, sheet.act_at.begin() + sentence.last, [](std::uint32_t act) { return act != 0; });
        cues.sentences[date.sentence].pattern = cues.sentences[date.sentence].pattern || acts;
    }
    cues.no_incidents = tells_none(sheet, cues);
}

}  // namespace sitrep::understand::english
