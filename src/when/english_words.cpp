// English words dates are made of.
#include "when/meaning.hpp"
#include "when/word_tables.hpp"

#include <array>

namespace sitrep::when {
namespace {

using enum WordClass;
constexpr int of(Unit unit) { return static_cast<int>(unit); }
constexpr int of(Part part) { return static_cast<int>(part); }
constexpr int of(Edge edge_) { return static_cast<int>(edge_); }

constexpr auto list = std::to_array<ListedWord>({
    {"monday", weekday, 1}, {"tuesday", weekday, 2}, {"wednesday", weekday, 3}, {"thursday", weekday, 4}, {"friday", weekday, 5},
    {"saturday", weekday, 6}, {"sunday", weekday, 7}, {"mon", weekday_short, 1}, {"tue", weekday_short, 2}, {"tues", weekday_short, 2},
    {"wed", weekday_short, 3}, {"thu", weekday_short, 4}, {"thur", weekday_short, 4}, {"thurs", weekday_short, 4},
    {"fri", weekday_short, 5}, {"sat", weekday_short, 6}, {"sun", weekday_short, 7},
    {"january", month, 1}, {"february", month, 2}, {"march", month_unsure, 3}, {"april", month, 4}, {"may", month_unsure, 5},
    {"june", month, 6}, {"july", month, 7}, {"august", month, 8}, {"september", month, 9}, {"october", month, 10},
    {"november", month, 11}, {"december", month, 12}, {"jan", month_short, 1}, {"feb", month_short, 2}, {"mar", month_short, 3},
    {"apr", month_short, 4}, {"jun", month_short, 6}, {"jul", month_short, 7}, {"aug", month_short, 8}, {"sep", month_short, 9},
    {"sept", month_short, 9}, {"oct", month_short, 10}, {"nov", month_short, 11}, {"dec", month_short, 12},
    {"a", number, 1}, {"an", number, 1}, {"one", number, 1}, {"two", number, 2}, {"three", number, 3}, {"four", number, 4},
    {"five", number, 5}, {"six", number, 6}, {"seven", number, 7}, {"eight", number, 8}, {"nine", number, 9}, {"ten", number, 10},
    {"eleven", number, 11}, {"twelve", number, 12}, {"thirteen", number, 13}, {"fourteen", number, 14}, {"fifteen", number, 15},
    {"sixteen", number, 16}, {"seventeen", number, 17}, {"eighteen", number, 18}, {"nineteen", number, 19}, {"twenty", number, 20}, {"thirty", number, 30},
    {"forty", number, 40}, {"fifty", number, 50}, {"sixty", number, 60}, {"thirtieth", ordinal, 30}, {"fortnight", unit, of(Unit::week)},
    {"lunchtime", day_part, of(Part::noon)}, {"noontime", day_part, of(Part::noon)}, {"twilight", day_part, of(Part::evening)},
    {"preceding", before, 0}, {"towards", glue, 0}, {"toward", glue, 0}, {"new", glue, 0}, {"boxing", holiday, 0},
    {"first", ordinal, 1}, {"second", ordinal, 2}, {"third", ordinal, 3}, {"fourth", ordinal, 4}, {"fifth", ordinal, 5},
    {"eleventh", ordinal, 11}, {"twelfth", ordinal, 12}, {"thirteenth", ordinal, 13}, {"fourteenth", ordinal, 14}, {"fifteenth", ordinal, 15},
    {"sixteenth", ordinal, 16}, {"seventeenth", ordinal, 17}, {"eighteenth", ordinal, 18}, {"nineteenth", ordinal, 19}, {"twentieth", ordinal, 20},
    {"sixth", ordinal, 6}, {"seventh", ordinal, 7}, {"eighth", ordinal, 8}, {"ninth", ordinal, 9}, {"tenth", ordinal, 10},
    {"minute", unit, of(Unit::minute)}, {"hour", unit, of(Unit::hour)}, {"day", unit, of(Unit::day)}, {"week", unit, of(Unit::week)},
    {"weekend", unit, of(Unit::weekend)}, {"month", unit, of(Unit::month)}, {"quarter", unit, of(Unit::quarter)},
    {"season", unit, of(Unit::season)}, {"year", unit, of(Unit::year)}, {"decade", unit, of(Unit::decade)}, {"century", unit, of(Unit::century)},
    {"minutes", unit_plural, of(Unit::minute)}, {"hours", unit_plural, of(Unit::hour)}, {"days", unit_plural, of(Unit::day)},
    {"weeks", unit_plural, of(Unit::week)}, {"months", unit_plural, of(Unit::month)}, {"years", unit_plural, of(Unit::year)},
    {"decades", unit_plural, of(Unit::decade)}, {"centuries", unit_plural, of(Unit::century)}, {"weekends", unit_plural, of(Unit::weekend)}, {"nights", unit_plural, of(Unit::day)},
    {"dawn", day_part, of(Part::dawn)}, {"sunrise", day_part, of(Part::dawn)}, {"daybreak", day_part, of(Part::dawn)},
    {"morning", day_part, of(Part::morning)}, {"noon", day_part, of(Part::noon)}, {"midday", day_part, of(Part::noon)},
    {"afternoon", day_part, of(Part::afternoon)}, {"evening", day_part, of(Part::evening)}, {"dusk", day_part, of(Part::evening)},
    {"sunset", day_part, of(Part::evening)}, {"nightfall", day_part, of(Part::evening)}, {"night", day_part, of(Part::night)},
    {"midnight", day_part, of(Part::midnight)},
    {"today", relative_day, 0}, {"yesterday", relative_day, -1}, {"tomorrow", relative_day, 1}, {"tonight", relative_day, 0},
    {"overnight", relative_day, -1},
    {"early", edge, of(Edge::start)}, {"mid", edge, of(Edge::middle)}, {"late", edge, of(Edge::end)},
    {"beginning", edge, of(Edge::start)}, {"start", edge, of(Edge::start)}, {"middle", edge, of(Edge::middle)},
    {"end", edge, of(Edge::end)}, {"close", edge, of(Edge::end)},
    {"spring", season, 1}, {"summer", season, 2}, {"autumn", season, 3}, {"winter", season, 4}, {"fall", season, 3},
    {"ramadan", holiday, 0}, {"christmas", holiday, 0}, {"eid", holiday, 0}, {"easter", holiday, 0}, {"ashura", holiday, 0},
    {"muharram", lunar_month, 1}, {"safar", lunar_month, 2}, {"rajab", lunar_month, 7}, {"shaban", lunar_month, 8}, {"shaaban", lunar_month, 8},
    {"ramadhan", lunar_month, 9}, {"shawwal", lunar_month, 10}, {"nowruz", holiday, 0}, {"newroz", holiday, 0},
    {"recently", vague, 1}, {"lately", vague, 1}, {"formerly", vague, 1}, {"former", vague, 1}, {"now", vague, 2}, {"nowadays", vague, 2},
    {"currently", vague, 2}, {"presently", vague, 2}, {"present", vague, 2}, {"modern", vague, 2}, {"future", vague, 3},
    {"daily", set, 1}, {"nightly", set, 1}, {"weekly", set, 2}, {"monthly", set, 3}, {"yearly", set, 4}, {"annually", set, 4},
    {"last", past, 0}, {"past", past, 1}, {"recent", past, 2}, {"this", present, 0}, {"current", present, 1}, {"next", future, 0},
    {"coming", future, 1}, {"same", same, 0}, {"that", same, 1}, {"following", after, 0}, {"previous", before, 0},
    {"on", glue, 0}, {"in", glue, 0}, {"at", glue, 0}, {"by", glue, 0}, {"since", glue, 0}, {"from", glue, 0}, {"until", glue, 0},
    {"till", glue, 0}, {"through", glue, 0}, {"throughout", glue, 0}, {"during", glue, 0}, {"over", glue, 0}, {"between", glue, 0},
    {"within", glue, 0}, {"before", glue, 0}, {"after", glue, 0}, {"around", glue, 0}, {"about", glue, 0}, {"for", glue, 0},
    {"the", glue, 0}, {"just", glue, 0}, {"earlier", glue, 0}, {"later", glue, 0}, {"several", glue, 0},
    {"every", glue, 0}, {"each", glue, 0}, {"almost", glue, 0}, {"nearly", glue, 0}, {"near", glue, 0}, {"semi", glue, 0},
    {"some", glue, 0}, {"many", glue, 0}, {"of", glue, 0}, {"approximately", glue, 0}, {"small", glue, 0}, {"all", glue, 0}, {"another", glue, 0}, {"final", glue, 0},
});

}  // namespace

std::span<const ListedWord> english_words()
{
    return list;
}

}  // namespace sitrep::when
