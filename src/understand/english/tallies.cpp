// Counts over several incidents, and habits without a count.
#include <algorithm>
#include <unordered_set>

#include "text/document.hpp"
#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t unit_reach = 5;
constexpr std::int64_t tally_of_events_min = 2;

bool is_event_noun(const Sheet& sheet, std::uint32_t at)
{
    for (const std::string_view noun :
         {"attacks",  "operations", "incidents", "raids",       "clashes",        "strikes", "airstrikes", "bombings", "explosions",
          "blasts",   "ambushes",   "killings",  "kidnappings", "assassinations", "arrests", "abductions", "murders",  "executions",
          "assaults", "shellings",  "sorties",   "ieds",        "mines",          "bombs",   "times"})
        if (sheet.word_is(at, noun)) return true;
    return false;
}

std::optional<std::uint32_t> event_noun_after(const Sheet& sheet, const Count& count, std::uint32_t sentence_end)
{
    for (std::uint32_t at = count.tokens.last; at < std::min(sentence_end, count.tokens.last + unit_reach); ++at) {
        if (is_event_noun(sheet, at)) return at;
        if (sheet.is_punctuation(at) || sheet.is(at, WordClass::prep) || sheet.is(at, WordClass::conj) || sheet.is(at, WordClass::be))
            return std::nullopt;
    }
    return std::nullopt;
}

template <class Mentions>
std::optional<std::uint32_t> in_sentence(const Mentions& mentions, std::uint32_t sentence, std::uint32_t near, auto&& fits)
{
    std::optional<std::uint32_t> best;
    std::uint32_t best_distance = 0;
    auto at = std::lower_bound(mentions.begin(), mentions.end(), sentence,
                               [](const auto& mention, std::uint32_t wanted) { return mention.sentence < wanted; });
    constexpr std::size_t mentions_max = 32;  // of one sentence
    for (std::size_t seen = 0; at != mentions.end() && at->sentence == sentence && seen < mentions_max; ++at, ++seen) {
        if (!fits(*at)) continue;
        const std::uint32_t distance = at->tokens.first > near ? at->tokens.first - near : near - at->tokens.first;
        if (!best || distance < best_distance) {
            best = static_cast<std::uint32_t>(at - mentions.begin());
            best_distance = distance;
        }
    }
    return best;
}

CueIndex source_in(const Cues& cues, std::uint32_t sentence)
{
    const auto at = std::lower_bound(cues.sources.begin(), cues.sources.end(), sentence,
                                     [](const SourceCue& source, std::uint32_t wanted) { return source.sentence < wanted; });
    return at != cues.sources.end() && at->sentence == sentence ? static_cast<CueIndex>(at - cues.sources.begin()) : none;
}

bool is_period(const ContextDate& date)
{
    constexpr std::chrono::days one_event{4};
    const auto first = date.mention->range.first_day(), last = date.mention->range.last_day();
    return date.mention->is_period && !(first && last && *last - *first < one_event);
}

// A month or a year is the period of a count of events ("12 attacks in August"), but dates a toll.
bool is_long(const ContextDate& date)
{
    return is_period(date) || date.mention->type == TimexType::duration || date.mention->range.precision == DatePrecision::year ||
           date.mention->range.precision == DatePrecision::month;
}

class TallyReader {
public:
    TallyReader(const Sheet& sheet, Cues& cues) : sheet_(sheet), cues_(cues) {}

    void read_counts()
    {
        for (const Count& count : sheet_.counts) {
            if (count.vague || count.low < tally_of_events_min) continue;
            const auto sentence = static_cast<std::uint32_t>(sheet_.document.sentence_of(count.tokens.first));
            const text::Sentence& words = sheet_.document.sentences()[sentence];
            if (count.is_ordinal) {
                read_ordinal(count, sentence, words);
                continue;
            }
            const auto noun = event_noun_after(sheet_, count, words.last);
            if (!noun && (goes_on(count, sentence) || is_list_item(count, sentence, words))) {
                add(count, sentence, cues_.tallies.back().unit, count.tokens.last);
                continue;
            }
            const bool in_long = in_sentence(sheet_.context.dates, sentence, words.first, is_long).has_value() && !words.in_title;
            if (noun && (counts_over_time(sentence, words) || in_long || is_earlier(count) || follows_tally(sentence)))
                add(count, sentence,
                    sheet_.token(*noun).normal == "times" ? std::string("attacks") : std::string(sheet_.document.words(count.tokens.last, *noun + 1)),
                    *noun + 1);
        }
    }

    void read_tolls()
    {
        for (TollCue& toll : cues_.tolls) {
            const text::Sentence& words = sheet_.document.sentences()[toll.sentence];
            if (toll.vague || toll.low < tally_of_events_min ||
                !(counts_over_time(toll.sentence, words) || (counted_here(toll.sentence) && !has_day(toll.sentence))))
                continue;
            toll.cumulative = true;
            add({.tokens = toll.tokens, .low = toll.low, .high = toll.high}, toll.sentence, unit_of(toll), toll.tokens.last);
        }
    }

    void read_patterns()
    {
        for (std::uint32_t sentence = 0; sentence < cues_.sentences.size(); ++sentence) {
            const text::Sentence& words = sheet_.document.sentences()[sentence];
            if (!cues_.sentences[sentence].pattern || words.in_title) continue;
            PatternCue cue;
            cue.tokens = {words.first, words.last};
            cue.sentence = sentence;
            cue.what = std::string(sheet_.document.words(words.first, words.last));
            cue.place = in_sentence(sheet_.context.places, sentence, words.first, [](const ContextPlace&) { return true; });
            cue.date = in_sentence(sheet_.context.dates, sentence, words.first, is_period);
            cue.claimant = source_in(cues_, sentence);
            cues_.patterns.push_back(std::move(cue));
        }
    }

private:
    bool counts_over_time(std::uint32_t sentence, const text::Sentence& words) const
    {
        if (words.in_title && !cues_.sentences[sentence].tally) return false;
        return cues_.sentences[sentence].tally || in_sentence(sheet_.context.dates, sentence, words.first, is_period).has_value();
    }

    // "the fifth killing since May": as many, when a period says since when.
    void read_ordinal(const Count& count, std::uint32_t sentence, const text::Sentence& words)
    {
        const std::uint32_t next = count.tokens.last;
        if (next >= words.last || words.in_title || sheet_.act_at[next] == 0 || !counts_over_time(sentence, words)) return;
        add(count, sentence, std::string(sheet_.document.words(next, next + 1)), next + 1);
    }

    // "- Idlib: three.", a line below a tally: the same unit in another place.
    bool is_list_item(const Count& count, std::uint32_t sentence, const text::Sentence& words) const
    {
        constexpr std::uint32_t item_tokens_max = 12, lines_max = 6;
        return !cues_.tallies.empty() && !count.of_things && sentence > cues_.tallies.back().sentence &&
               sentence - cues_.tallies.back().sentence <= lines_max && words.last - words.first <= item_tokens_max &&
               count.tokens.first > words.first && sheet_.word_is(count.tokens.first - 1, ":");
    }

    bool counted_here(std::uint32_t sentence) const { return counted_.contains(sentence); }

    bool follows_tally(std::uint32_t sentence) const
    {
        return !cues_.tallies.empty() && sentence - cues_.tallies.back().sentence <= 1 && !has_day(sentence);
    }

    bool has_day(std::uint32_t sentence) const
    {
        return in_sentence(sheet_.context.dates, sentence, 0,
                           [](const ContextDate& date) {
                               return !date.mention->is_period && (date.mention->range.precision == DatePrecision::day ||
                                                                   (date.mention->type == TimexType::date && !date.mention->range.is_known()));
                           })
            .has_value();
    }

    // "320 attacks, among them 49 in Syria and 61 in Iraq": a bare number with a place of its own goes on with the unit before it.
    bool goes_on(const Count& count, std::uint32_t sentence) const
    {
        constexpr std::uint32_t reach = 12;
        const std::uint32_t next = count.tokens.last;
        return !cues_.tallies.empty() && cues_.tallies.back().sentence == sentence &&
               count.tokens.first - cues_.tallies.back().tokens.first <= reach * 2 && sheet_.word_is(next, "in") && next + 1 < sheet_.size() &&
               sheet_.in_place(next + 1) && !count.of_things;
    }

    bool is_earlier(const Count& count) const
    {
        return sheet_.word_is(count.tokens.last, "earlier") || sheet_.word_is(count.tokens.last, "previous") ||
               sheet_.word_is(count.tokens.last, "other") || sheet_.word_is(count.tokens.last, "more");
    }

    std::string unit_of(const TollCue& toll) const
    {
        std::string people = "people";
        if (toll.tokens.last < sheet_.size() && sheet_.group_at[toll.tokens.first]) {
            const Group& group = sheet_.groups[sheet_.group_at[toll.tokens.first] - 1];
            if (group.words.first < group.tokens.last)
                people = std::string(sheet_.document.words(
                    std::max(group.words.first, toll.tokens.last > group.tokens.last - 1 ? group.words.first : toll.tokens.last), group.tokens.last));
        }
        switch (toll.outcome) {
            case Outcome::killed:
                return people + (toll.combined ? " killed or injured" : " killed");
            case Outcome::injured:
                return people + " injured";
            case Outcome::abducted:
                return people + " abducted";
            case Outcome::arrested:
                return people + " arrested";
        }
        return people;
    }

    void add(const Count& count, std::uint32_t sentence, std::string unit, std::uint32_t last)
    {
        if (!cues_.tallies.empty() && cues_.tallies.back().tokens.first == count.tokens.first) return;
        TallyCue cue;
        cue.tokens = {count.tokens.first, std::max(last, count.tokens.last)};
        cue.sentence = sentence;
        cue.quantity = count.low;
        cue.unit = std::move(unit);
        cue.place = in_sentence(sheet_.context.places, sentence, count.tokens.first, [](const ContextPlace&) { return true; });
        cue.date = in_sentence(sheet_.context.dates, sentence, count.tokens.first, is_long);
        cue.claimant = source_in(cues_, sentence);
        if (cue.claimant == none && sentence > 0) cue.claimant = source_in(cues_, sentence - 1);
        counted_.insert(sentence);
        cues_.tallies.push_back(std::move(cue));
    }

    const Sheet& sheet_;
    Cues& cues_;
    std::unordered_set<std::uint32_t> counted_;  // sentences that hold a tally
};

}  // namespace

void add_tallies(const Sheet& sheet, Cues& cues)
{
    TallyReader reader(sheet, cues);
    reader.read_counts();
    reader.read_tolls();
    reader.read_patterns();
    std::sort(cues.tallies.begin(), cues.tallies.end(), [](const TallyCue& a, const TallyCue& b) { return a.tokens < b.tokens; });
    const auto same =
        std::unique(cues.tallies.begin(), cues.tallies.end(), [](const TallyCue& a, const TallyCue& b) { return a.tokens.first == b.tokens.first; });
    cues.tallies.erase(same, cues.tallies.end());
}

}  // namespace sitrep::understand::english
