#include "understand/english/further_victims.hpp"

#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand::english {

namespace {

// Not "days after two others were killed", "where five others died last week", "while two others were killed in Kirkuk", "police killed two others".
bool of_one_story(const Sheet& sheet, const Cues& cues, const TollCue& first, const TollCue& others)
{
    constexpr std::array parting{"after",     "before",    "where", "while", "earlier",  "last",     "another",
                                 "according", "including", "when",  "since", "previous", "separate", ";"};
    const std::uint32_t end = sheet.sentence_of(others.tokens.first).last;
    const auto parts = [&](std::uint32_t token) { return sheet.is(token, WordClass::say) || is_one_of(parting, sheet.token(token).normal); };
    const bool died = sheet.entry(sheet.acts[others.act]).count_at == CountAt::subject;  // of wounds, in hospital, on another day
    for (std::uint32_t token = first.tokens.last; token < others.tokens.first; ++token)
        if (parts(token) && !(died && sheet.word_is(token, ";"))) return false;
    for (std::uint32_t token = others.tokens.last; token < end && !sheet.word_is(token, ";"); ++token)
        if (parts(token) || (!died && (sheet.in_place(token) || sheet.in_date(token)))) return false;
    const ActCue& act = cues.acts[others.act];
    return !act.past_context && (act.agent == none || first.act == none || cues.acts[first.act].agent == act.agent);
}

}  // namespace

bool says_others(const Sheet& sheet, const Count& count)
{
    constexpr std::array words{"others", "other", "more", "further"};
    return count.tokens.last < sheet.size() && is_one_of(words, sheet.token(count.tokens.last).normal);
}

std::int64_t counted_before(const Sheet& sheet, const Cues& cues, const TollCue& others)
{
    for (auto toll = cues.tolls.rbegin(); toll != cues.tolls.rend() && toll->sentence == others.sentence; ++toll) {
        if (toll->outcome != others.outcome || toll->tokens.first >= others.tokens.first || toll->part) continue;
        return toll->counts_victims() && of_one_story(sheet, cues, *toll, others) ? toll->low : 0;
    }
    return 0;
}

}  // namespace sitrep::understand::english
