#include "understand/english/further_victims.hpp"

#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand::english {

namespace {

// Words behind which another story is told.
bool parts_stories(const Sheet& sheet, std::uint32_t token)
{
    constexpr std::array parting{"after",     "before",    "where", "while", "earlier",  "last",     "another",
                                 "according", "including", "when",  "since", "previous", "separate", ";"};
    return sheet.is(token, WordClass::say) || is_one_of(parting, sheet.token(token).normal);
}

// Not "days after two others were killed", "where five others died last week", "while two others were killed in Kirkuk", "police killed two others".
bool of_one_story(const Sheet& sheet, const Cues& cues, const TollCue& first, const TollCue& others)
{
    const std::uint32_t end = sheet.sentence_of(others.tokens.first).last;
    const bool died = sheet.entry(sheet.acts[others.act]).count_at == CountAt::subject;  // of wounds, in hospital, on another day
    for (std::uint32_t token = first.tokens.last; token < others.tokens.first; ++token)
        if (parts_stories(sheet, token) && !(died && (sheet.word_is(token, ";") || token + 1 == others.tokens.first))) return false;  // "and another 20 died"
    for (std::uint32_t token = others.tokens.last; token < end && !sheet.word_is(token, ";"); ++token)
        if (parts_stories(sheet, token) || sheet.word_is_any(token, {"second", "third"}) || (!died && (sheet.in_place(token) || sheet.in_date(token)))) return false;
    const ActCue& act = cues.acts[others.act];
    return !act.past_context && (act.agent == none || first.act == none || cues.acts[first.act].agent == act.agent);
}

}  // namespace

bool says_others(const Sheet& sheet, const Count& count)
{
    constexpr std::array behind{"others", "other", "more", "further"};
    constexpr std::array before{"another", "further", "additional"};
    const bool follows = count.tokens.last < sheet.size() && is_one_of(behind, sheet.token(count.tokens.last).normal);
    return follows || (count.tokens.first > 0 && is_one_of(before, sheet.token(count.tokens.first - 1).normal));
}

namespace {

// "Gunmen killed three people. Two more died in hospital", without a place of their own: of those whom the sentence before counts.
std::int64_t counted_in_sentence_before(const Sheet& sheet, const Cues& cues, const TollCue& others)
{
    const text::Sentence& sentence = sheet.sentence_of(others.tokens.first);
    const ActCue& act = cues.acts[others.act];
    if (sheet.entry(sheet.acts[others.act]).count_at != CountAt::subject || act.past_context || others.outcome != Outcome::killed) return 0;
    for (std::uint32_t token = sentence.first; token < sentence.last; ++token)
        if ((parts_stories(sheet, token) && token + 1 != others.tokens.first && !(token > others.tokens.last && sheet.is(token, WordClass::say))) || sheet.in_place(token)) return 0;
    for (auto toll = cues.tolls.rbegin(); toll != cues.tolls.rend() && toll->sentence + 1 >= others.sentence; ++toll) {
        if (toll->sentence == others.sentence || toll->outcome != others.outcome || toll->part) continue;
        return toll->counts_victims() ? toll->low : 0;
    }
    return 0;
}

}  // namespace

std::int64_t counted_before(const Sheet& sheet, const Cues& cues, const TollCue& others)
{
    for (auto toll = cues.tolls.rbegin(); toll != cues.tolls.rend() && toll->sentence == others.sentence; ++toll) {
        if (toll->outcome != others.outcome || toll->tokens.first >= others.tokens.first || toll->part) continue;
        return toll->counts_victims() && of_one_story(sheet, cues, *toll, others) ? toll->low : 0;
    }
    return counted_in_sentence_before(sheet, cues, others);
}

}  // namespace sitrep::understand::english
