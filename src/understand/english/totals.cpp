// "Which brings the dead to two", "which makes three", "the dead now number four": numbers that are all of those who were told before.
#include <algorithm>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

class Totals {
public:
    Totals(const Sheet& sheet, Cues& cues) : sheet_(sheet), cues_(cues) {}

    void run()
    {
        std::vector<TollCue> added;
        for (std::uint32_t number = 2; number < sheet_.size(); ++number) {
            const std::uint32_t begin = sheet_.sentence_of(number).first;
            if (!sheet_.count_at[number] || number < begin + 2) continue;
            const Count& count = sheet_.counts[sheet_.count_at[number] - 1];
            if (count.vague || count.is_ordinal || count.of_things || count.tokens.first != number) continue;
            const auto outcome = total_told(begin, number, added);
            if (!outcome) continue;
            if (TollCue* told = toll_over(count.tokens)) {
                told->updates = true;
                continue;
            }
            TollCue all;
            all.tokens = count.tokens;
            all.sentence = static_cast<std::uint32_t>(sheet_.document.sentence_of(number));
            all.outcome = *outcome;
            all.low = count.low;
            all.high = count.high;
            all.updates = true;
            added.push_back(std::move(all));
        }
        cues_.tolls.insert(cues_.tolls.end(), added.begin(), added.end());
    }

private:
    // Whose number a total is; nothing where it is none.
    std::optional<Outcome> total_told(std::uint32_t begin, std::uint32_t number, const std::vector<TollCue>& totals) const
    {
        if (sheet_.word_is(number - 1, "to")) return brings_total(begin, number) ? std::optional(Outcome::killed) : raises_figure(begin, number);
        if (sheet_.word_is_any(number - 1, {"makes", "making", "made"}) && makes_total(begin, number)) return Outcome::killed;
        std::uint32_t told = number;
        const bool verb = sheet_.word_is_any(told - 1, {"number", "numbers", "numbered", "totalled", "totaled"});
        if (verb) --told;
        const bool goes_on = !totals.empty() && totals.back().tokens.last > begin;  // "the dead number four and the wounded nine"
        while (verb && told > begin + 1 && sheet_.is(told - 1, WordClass::adverb)) --told;
        if (told < begin + 2 || !sheet_.is(told - 2, WordClass::the) || !(verb || goes_on)) return std::nullopt;
        if (sheet_.word_is_any(told - 1, {"dead", "killed"})) return Outcome::killed;
        return sheet_.word_is_any(told - 1, {"wounded", "injured"}) ? std::optional(Outcome::injured) : std::nullopt;
    }

    // "In the evening they raised the figure to eleven": of those told last.
    std::optional<Outcome> raises_figure(std::uint32_t begin, std::uint32_t number) const
    {
        constexpr std::uint32_t sentences_max = 1;
        if (number < begin + 4 || !sheet_.word_is_any(number - 2, {"figure", "number", "toll", "count", "total"})) return std::nullopt;
        if (!sheet_.is(number - 3, WordClass::the) || !sheet_.word_is_any(number - 4, {"raises", "raised", "raising", "raise", "lowered", "lowers", "revised", "corrected"})) return std::nullopt;
        const auto behind = std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), number, [](const TollCue& toll, std::uint32_t token) { return toll.tokens.first < token; });
        if (behind == cues_.tolls.begin() || std::prev(behind)->sentence + sentences_max < sheet_.document.sentence_of(number)) return std::nullopt;
        return std::prev(behind)->counts_victims() ? std::optional(std::prev(behind)->outcome) : std::nullopt;
    }

    // "A girl died of her wounds, which makes three": two are told before.
    bool makes_total(std::uint32_t begin, std::uint32_t number) const
    {
        constexpr std::uint32_t sentences_max = 4;
        constexpr int tolls_max = 16;
        const std::int64_t all = sheet_.counts[sheet_.count_at[number] - 1].low;
        const auto sentence = static_cast<std::uint32_t>(sheet_.document.sentence_of(number));
        const auto from = std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), number, [](const TollCue& toll, std::uint32_t token) { return toll.tokens.first < token; });
        std::int64_t here = 0;
        int looked_at = 0;
        for (auto toll = from; toll != cues_.tolls.begin() && looked_at++ < tolls_max && (toll - 1)->sentence + sentences_max >= sentence; --toll) {
            const TollCue& told = *(toll - 1);
            if (told.outcome != Outcome::killed || !told.counts_victims() || told.part) continue;
            if (told.tokens.first >= begin) here += told.low;
            else if (here > 0 && told.low + here == all) return true;
        }
        return false;
    }

    TollCue* toll_over(Tokens tokens)
    {
        constexpr std::uint32_t longest = 32;
        const auto begins_before = [](const TollCue& toll, std::uint32_t token) { return toll.tokens.first < token; };
        auto toll = std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), tokens.first > longest ? tokens.first - longest : 0, begins_before);
        for (; toll != cues_.tolls.end() && toll->tokens.first < tokens.last; ++toll)
            if (toll->tokens.overlaps(tokens)) return &*toll;
        return nullptr;
    }

    // "which brings the dead to two", "raising the number of dead to four", "taking the death toll to 19"
    bool brings_total(std::uint32_t begin, std::uint32_t number) const
    {
        constexpr std::uint32_t reach = 9;
        bool of_dead = false;
        for (std::uint32_t at = number - 1; at > begin && number - at < reach; --at) {
            if (sheet_.word_is_any(at, {"week", "month", "year", "since", "weekend"})) return false;  // of several incidents
            of_dead = of_dead || sheet_.word_is_any(at, {"toll", "dead", "deaths", "killed", "fatalities", "victims"});
            if (sheet_.word_is_any(at, {"brings", "bringing", "brought", "bring", "raises", "raising", "raised", "takes", "taking", "took", "pushing", "pushed", "lifting"})) return of_dead;
        }
        return false;
    }

    const Sheet& sheet_;
    Cues& cues_;
};

}  // namespace

void add_totals(const Sheet& sheet, Cues& cues)
{
    Totals(sheet, cues).run();
}

}  // namespace sitrep::understand::english
