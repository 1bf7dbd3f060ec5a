// Counts over several incidents, and habits without a count.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/document.hpp"
#include "understand/english/ordinals.hpp"
#include "understand/english/steps.hpp"
#include "understand/tallies/uncounted.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t unit_reach = 5;
constexpr std::int64_t tally_of_events_min = 2;
constexpr std::int64_t tally_of_a_war_min = 1000;  // dead: more than any one incident leaves

bool is_event_noun(const Sheet& sheet, std::uint32_t at)
{
    for (const std::string_view noun :
         {"attacks",  "operations", "incidents",   "raids",          "clashes", "strikes",    "airstrikes", "bombings",   "explosions", "blasts",
          "ambushes", "killings",   "kidnappings", "assassinations", "arrests", "abductions", "murders",    "executions", "assaults",   "shellings",
          "sorties",  "ieds",       "mines",       "bombs",          "times",   "deaths",     "crimes",     "missions",   "massacres"})
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

// Of incidents also a week: "nine airstrikes last week".
bool dates_incidents(const ContextDate& date) { return is_long(date) || date.mention->range.precision == DatePrecision::week; }

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
            const bool in_long = in_sentence(sheet_.context.dates, sentence, words.first, dates_incidents).has_value() && !words.in_title;
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
            if (toll.vague || toll.low < tally_of_events_min || is_of_one_in_order(sheet_.document, toll.tokens.first) ||
                !(toll.low >= tally_of_a_war_min || in_counted_events(toll.sentence) ||
                  ((counts_over_time(toll.sentence, words) || counted_here(toll.sentence)) && !has_day(toll.sentence))))
                continue;
            toll.cumulative = true;
            add({.tokens = toll.tokens, .low = toll.low, .high = toll.high}, toll.sentence, unit_of(toll), toll.tokens.last);
        }
    }

    // "with 40 deaths, 27 of them in the ranks", "401 people dead, among them 184 civilians and 157 soldiers", "18 abducted: twelve in
    // North Kivu and six in Ituri": parts of what is counted.
    void read_parts()
    {
        std::unordered_map<std::uint32_t, std::vector<std::size_t>> told;  // tallies by their sentence
        for (std::size_t tally = 0; tally < cues_.tallies.size(); ++tally) told[cues_.tallies[tally].sentence].push_back(tally);
        for (const Count& count : sheet_.counts) {
            const auto sentence = static_cast<std::uint32_t>(sheet_.document.sentence_of(count.tokens.first));
            if (count.vague || count.is_ordinal || count.of_things || count.low < tally_of_events_min || !counted_here(sentence) ||
                has_day(sentence) || sheet_.document.sentences()[sentence].in_title || sheet_.in_date(count.tokens.first))
                continue;
            const TallyCue* whole = nullptr;
            bool counted = false;
            for (const std::size_t index : told[sentence]) {
                const TallyCue& tally = cues_.tallies[index];
                counted = counted || tally.tokens.first == count.tokens.first;
                if (tally.tokens.first < count.tokens.first && tally.quantity > count.low) whole = &tally;
            }
            if (counted || !whole || counts_no_tally(sheet_.document, count.tokens)) continue;
            const std::uint32_t next = count.tokens.last;
            const bool of_them = sheet_.word_is(next, "of") &&
                                 (sheet_.word_is(next + 1, "them") || sheet_.word_is(next + 1, "which") || sheet_.word_is(next + 1, "whom"));
            const bool people = sheet_.group_at[count.tokens.first] != 0 && !sheet_.groups[sheet_.group_at[count.tokens.first] - 1].thing;
            if (!of_them && !people && !is_placed(count)) continue;
            const std::size_t before = cues_.tallies.size();
            add(count, sentence, whole->unit, next);
            if (cues_.tallies.size() > before) told[sentence].push_back(before);
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
        const auto counted = counted_in_order(sheet_, count, counts_over_time(sentence, words));
        if (!counted) return;
        add(count, sentence, counted->first < counted->last ? std::string(sheet_.document.words(counted->first, counted->last)) : std::string("incidents"), counted->last);
    }

    // "- Idlib: three.", a line below a tally: the same unit in another place.
    bool is_list_item(const Count& count, std::uint32_t sentence, const text::Sentence& words) const
    {
        constexpr std::uint32_t item_tokens_max = 12, lines_max = 6;
        return !cues_.tallies.empty() && !count.of_things && sentence > cues_.tallies.back().sentence &&
               sentence - cues_.tallies.back().sentence <= lines_max && words.last - words.first <= item_tokens_max &&
               count.tokens.first > words.first && sheet_.word_is(count.tokens.first - 1, ":");
    }

    // "seven people were killed in three attacks".
    bool in_counted_events(std::uint32_t sentence) const
    {
        const text::Sentence& words = sheet_.document.sentences()[sentence];
        if (words.in_title || has_day(sentence)) return false;
        for (std::uint32_t at = words.first + 1; at < words.last; ++at) {
            if (!sheet_.count_at[at] || !sheet_.word_is(at - 1, "in")) continue;
            const Count& count = sheet_.counts[sheet_.count_at[at] - 1];
            if (!count.vague && count.low >= tally_of_events_min && event_noun_after(sheet_, count, words.last)) return true;
        }
        return false;
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

    // "49 in Syria", "Kirkuk with 16", "Raqqa (12)": the count that a place is told of, by its first token; none where none stands beside it.
    std::optional<std::uint32_t> counted_by(const ContextPlace& place) const
    {
        const std::uint32_t first = place.tokens.first, last = place.tokens.last;
        if (first >= 2 && sheet_.word_is(first - 1, "in") && sheet_.count_at[first - 2])
            return sheet_.counts[sheet_.count_at[first - 2] - 1].tokens.first;
        if (last + 1 < sheet_.size() && tells_share(last) && sheet_.count_at[last + 1] && is_bare(sheet_.counts[sheet_.count_at[last + 1] - 1]))
            return last + 1;
        return std::nullopt;
    }
    // Without a noun of its own.
    bool is_bare(const Count& count) const
    {
        const std::uint32_t next = count.tokens.last;
        return !count.of_things && (next >= sheet_.size() || sheet_.is_punctuation(next) || sheet_.is(next, WordClass::conj) ||
                                    sheet_.is(next, WordClass::be) || sheet_.is(next, WordClass::prep));
    }
    bool tells_share(std::uint32_t at) const
    {
        return sheet_.word_is(at, "with") || sheet_.word_is(at, "(") || sheet_.word_is(at, ":") || sheet_.word_is_any(at, {"had", "saw", "took", "counted", "recorded", "suffered"});
    }

    // "320 attacks, among them 49 in Syria and 61 in Iraq", "Baghdad with 20", "198 in October": a bare number with a place or a month of its
    // own goes on with the unit before it, in the same sentence or the next.
    bool goes_on(const Count& count, std::uint32_t sentence) const
    {
        if (cues_.tallies.empty() || count.of_things) return false;
        const TallyCue& before = cues_.tallies.back();
        if (before.sentence != sentence && !follows_tally(sentence)) return false;
        const std::uint32_t first = count.tokens.first;
        return is_placed(count) || (first >= 2 && is_bare(count) && tells_share(first - 1) && sheet_.in_place(first - 2));
    }
    // "49 in Syria", "198 took place in October"
    bool is_placed(const Count& count) const
    {
        std::uint32_t next = count.tokens.last;
        if (sheet_.word_is(next, "took") && sheet_.word_is(next + 1, "place")) next += 2;
        const bool where_told = sheet_.word_is(next, "in") || sheet_.word_is_any(next, {"on", "at", "near", "around", "from", "across", "against"});
        if (!where_told || next + 1 >= sheet_.size()) return false;
        const std::uint32_t where = sheet_.word_is(next + 1, "the") ? next + 2 : next + 1;
        return where < sheet_.size() && (sheet_.in_place(where) || is_month(where));
    }
    bool is_month(std::uint32_t at) const
    {
        if (!sheet_.in_date(at) || sheet_.token(at).kind != text::TokenKind::word) return false;
        const auto sentence = static_cast<std::uint32_t>(sheet_.document.sentence_of(at));
        return in_sentence(sheet_.context.dates, sentence, at,
                           [&](const ContextDate& date) {
                               return date.tokens.contains({at, at + 1}) && date.mention->range.precision == DatePrecision::month;
                           })
            .has_value();
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
        cue.place = in_sentence(sheet_.context.places, sentence, count.tokens.first, [&](const ContextPlace& place) {
            const auto owner = counted_by(place);
            return !owner || owner == count.tokens.first;
        });
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
    reader.read_parts();
    reader.read_patterns();
    std::sort(cues.tallies.begin(), cues.tallies.end(), [](const TallyCue& a, const TallyCue& b) { return a.tokens < b.tokens; });
    const auto same =
        std::unique(cues.tallies.begin(), cues.tallies.end(), [](const TallyCue& a, const TallyCue& b) { return a.tokens.first == b.tokens.first; });
    cues.tallies.erase(same, cues.tallies.end());
}

}  // namespace sitrep::understand::english
