// English years, alone and behind a month: "in 1862", "the armistice of 1953", "1915-16", "the 1870s", "264 to 241 BC", "the nineteenth century".
#include "when/grammar.hpp"

#include <algorithm>
#include <array>

namespace sitrep::when {
namespace {

using std::string_view_literals::operator""sv;

constexpr int years_per_century = 100, years_per_decade = 10;
constexpr int last_month = 12;  // "2023-11" is a month, "1915-16" two years

// What may stand behind a year; any other small word would be what a number counts.
constexpr std::array function_words{
    "a"sv,     "about"sv, "after"sv, "against"sv, "all"sv,   "also"sv,  "although"sv, "an"sv,   "and"sv,   "any"sv,  "are"sv,   "as"sv,    "at"sv,
    "because"sv, "before"sv, "both"sv, "but"sv,   "by"sv,    "could"sv, "did"sv,      "due"sv,  "during"sv, "each"sv, "following"sv, "for"sv, "from"sv,
    "had"sv,   "has"sv,   "have"sv,  "he"sv,      "her"sv,   "his"sv,   "if"sv,       "in"sv,   "into"sv,  "is"sv,   "it"sv,    "its"sv,   "many"sv,
    "most"sv,  "no"sv,    "not"sv,   "of"sv,      "on"sv,    "only"sv,  "onwards"sv,  "or"sv,   "our"sv,   "over"sv, "she"sv,   "since"sv, "so"sv,
    "some"sv,  "such"sv,  "than"sv,  "that"sv,    "the"sv,   "their"sv, "then"sv,     "there"sv, "these"sv, "they"sv, "this"sv, "those"sv, "though"sv,
    "through"sv, "to"sv,  "under"sv, "until"sv,   "was"sv,   "we"sv,    "were"sv,     "when"sv, "where"sv, "which"sv, "while"sv, "who"sv, "will"sv,
    "with"sv,  "without"sv, "would"sv};
constexpr std::array counted_people{"people"sv, "civilians"sv, "fighters"sv, "soldiers"sv, "families"sv, "men"sv,      "women"sv,
                                    "children"sv, "troops"sv,  "prisoners"sv, "dead"sv,    "victims"sv,  "refugees"sv, "strong"sv};
constexpr std::array determiners{"the"sv, "its"sv, "his"sv, "her"sv, "their"sv, "our"sv, "a"sv, "an"sv, "this"sv};
constexpr std::array quantities{"total"sv, "group"sv, "force"sv, "crowd"sv, "sum"sv, "population"sv, "average"sv, "maximum"sv, "minimum"sv,
                                "number"sv, "army"sv, "garrison"sv, "rate"sv, "toll"sv, "record"sv, "tune"sv, "excess"sv, "out"sv};
constexpr std::array year_prepositions{"in"sv, "since"sv, "from"sv, "until"sv, "till"sv, "before"sv, "after"sv, "during"sv, "throughout"sv, "through"sv, "of"sv, "by"sv};

template <class List>
bool any_of(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_word(const Piece& piece)
{
    return !piece.text.empty() && piece.text.front() >= 'a' && piece.text.front() <= 'z';
}

/// "BC", "B.C.", "BCE": the piece after it, or `i`.
std::size_t after_era(const Pieces& pieces, std::size_t i)
{
    if (!pieces.at(i).capital) return i;
    if (pieces.is(i, "bc") || pieces.is(i, "bce")) return i + 1;
    if (!pieces.is(i, "b") || !pieces.is(i + 1, ".") || !pieces.is(i + 2, "c")) return i;
    return pieces.is(i + 3, ".") && !pieces.at(i + 3).space_before ? i + 4 : i + 3;
}

std::optional<int> short_year(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    if (piece.digits == 0 || piece.digits > 4 || piece.number == 0) return std::nullopt;
    return piece.number;
}

bool line_begins(const Pieces& pieces, std::size_t i)
{
    return i == 0 || pieces.at(i - 1).text.empty() || pieces.at(i - 1).paragraph != pieces.at(i).paragraph;
}

bool line_ends(const Pieces& pieces, std::size_t end)
{
    return pieces.at(end).text.empty() || pieces.at(end).paragraph != pieces.at(end - 1).paragraph;
}

/// "492 BC", "499-493 BC", "264 to 241 BC", "149 B.C. - 146 B.C.", "the 470s BC".
Match before_christ(const Pieces& pieces, std::size_t i)
{
    const auto first = short_year(pieces, i);
    if (!first) return {};
    Match out;
    out.meaning.unit = Unit::year;
    out.meaning.parts.year = first;
    out.meaning.before_christ = true;
    const bool decade = pieces.is(i + 1, "s") && !pieces.at(i + 1).space_before && *first % years_per_decade == 0;
    if (decade) out.meaning.unit = Unit::decade;
    const std::size_t at = decade ? i + 2 : i + 1;
    const std::size_t end = after_era(pieces, at);
    const bool joined = is_dash(pieces, end) || pieces.is(end, "to") || pieces.is(end, "until");
    const auto last = joined && !decade ? short_year(pieces, end + 1) : std::nullopt;
    const std::size_t last_end = last ? after_era(pieces, end + 2) : end;
    if (last && *last < *first && last_end > end + 2) {
        out.meaning.until = Parts{.year = last, .month = {}, .day = {}, .weekday = {}};
        out.end = last_end;
        return out;
    }
    if (end == at) return {};
    out.end = end;
    return out;
}

/// "the 4th century BC", "eighteenth-century".
Match century(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    std::size_t at = i + 1;
    int number = 0;
    if (piece.word.kind == WordClass::ordinal) {
        number = piece.word.value;
    } else if ((piece.digits == 1 || piece.digits == 2) && is_word(pieces.at(at)) && pieces.at(at).text.size() == 2 && !pieces.at(at).space_before) {
        number = piece.number;
        ++at;
    }
    if (is_dash(pieces, at)) ++at;
    if (number < 1 || number > 21 || !pieces.is(at, "century")) return {};
    Match out;
    out.meaning.unit = Unit::century;
    out.meaning.parts.year = (number - 1) * years_per_century;
    out.meaning.aside = true;
    out.end = after_era(pieces, at + 1);
    out.meaning.before_christ = out.end != at + 1;
    return out;
}

/// "-1917", "-16" behind a year.
void read_last_year(const Pieces& pieces, Match& match)
{
    if (!is_dash(pieces, match.end)) return;
    const int first = *match.meaning.parts.year;
    const Piece& second = pieces.at(match.end + 1);
    auto last = year_at(pieces, match.end + 1, true);
    const bool attached = !second.space_before && !pieces.at(match.end).space_before;
    if (!last && attached && second.digits == 2 && second.number > last_month) last = first / years_per_century * years_per_century + second.number;
    if (!last || *last <= first || *last - first > years_per_century) return;
    match.meaning.until = Parts{.year = last, .month = {}, .day = {}, .weekday = {}};
    match.end += 2;
}

/// "the 1916 battle", "its 1920 treaty", "Nixon's 1969 speech": a year used like an adjective, not a count of things.
bool is_attributive(const Pieces& pieces, std::size_t i, std::size_t end, int year)
{
    const bool possessive = pieces.is(i - 1, "s") && !pieces.at(i - 1).space_before;
    if (!any_of(determiners, pieces.at(i - 1).text) && !possessive && !pieces.is(i - 1, "'s") && !pieces.is(i - 1, "’s")) return false;
    const Piece& next = pieces.at(end);
    if (!is_word(next) || any_of(counted_people, next.text)) return false;
    if (next.capital) return true;
    return year % years_per_century != 0 && next.word.kind == WordClass::none && !ends_number(pieces, end) && !next.text.ends_with("ed");
}

/// "the armistice of 1953", "well into 1941", "in 1782 and 1783": a small word in front and nothing counted behind.
bool is_appended(const Pieces& pieces, std::size_t i, std::size_t end, int year)
{
    const Piece& next = pieces.at(end);
    if (year % years_per_century == 0 || !(ends_number(pieces, end) || next.capital)) return false;
    if (pieces.is(i - 1, "of")) return is_word(pieces.at(i - 2)) && !any_of(quantities, pieces.at(i - 2).text) && pieces.kind(i - 2) != WordClass::number;
    if (pieces.is(i - 1, "into")) return true;
    return (pieces.is(i - 1, "and") || pieces.is(i - 1, "or") || pieces.is(i - 1, ",")) && year_at(pieces, i - 2, true);
}

/// A year before 1900 behind a preposition: the number stands alone, and is a count in fewer cases the more exact it is.
bool is_old_year(const Pieces& pieces, std::size_t i, const Match& match, const EnglishLead& lead)
{
    const bool led = any_of(year_prepositions, pieces.at(i - 1).text) || (lead.edge != Edge::none && pieces.kind(i - 1) == WordClass::edge) ||
                     (lead.edge != Edge::none && is_dash(pieces, i - 1));
    return led && (ends_number(pieces, match.end) || pieces.at(match.end).capital);
}

Match decade(const Pieces& pieces, std::size_t i, int year)
{
    if (!pieces.is(i + 1, "s") || pieces.at(i + 1).space_before || year % years_per_decade != 0) return {};
    Match out{i + 2, {}};
    out.meaning.parts.year = year;
    out.meaning.unit = Unit::decade;
    return out;
}

}  // namespace

bool compares(const Pieces& pieces, std::size_t i)
{
    constexpr std::array comparing{"against"sv, "than"sv, "from"sv, "versus"sv};
    if (!pieces.is(i - 1, "in") || i < 3) return false;
    const auto kind = pieces.kind(i - 2);
    const bool counted = pieces.at(i - 2).digits > 0 || kind == WordClass::number;
    return pieces.is(i - 2, "than") || (counted && any_of(comparing, pieces.at(i - 3).text)) || (pieces.is(i - 2, "to") && pieces.is(i - 3, "compared"));
}

bool ends_number(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    if (piece.digits != 0 || pieces.is(i, "%") || is_dash(pieces, i)) return false;
    return !is_word(piece) || any_of(function_words, piece.text);
}

Match english_year(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = before_christ(pieces, i)) return match;
    if (auto match = century(pieces, i)) return match;
    const bool said = pieces.is(i, "year") || pieces.is(i, "years");
    const std::size_t at = said ? i + 1 : i;
    const auto year = year_at(pieces, at, true);
    if (!year) return {};
    const bool modern = year_at(pieces, at).has_value();
    if (auto match = decade(pieces, at, *year)) {
        match.meaning.unsure = !modern && !lead.article && !pieces.is(i - 1, "the");
        return match;
    }
    Match out{at + 1, {}};
    out.meaning.parts.year = year;
    read_last_year(pieces, out);
    if (said) return out;
    // "2000 soldiers", "by 1915 hrs"
    const bool counts = any_of(counted_people, pieces.at(out.end).text) || pieces.kind(out.end) == WordClass::unit_plural || pieces.is(out.end, "hrs");
    if (counts || (lead.over && !out.meaning.until)) return {};
    const bool in_brackets = pieces.is(i - 1, "(") && pieces.is(out.end, ")");
    const bool heading = line_ends(pieces, out.end) && (line_begins(pieces, i) || out.meaning.until);
    out.meaning.unsure = !modern && (!out.meaning.until || !in_brackets);
    if (modern && (lead.preposition || lead.edge != Edge::none || lead.frame != Frame::at || lead.range)) {
        out.meaning.aside = (lead.article && lead.edge == Edge::none) || compares(pieces, i);
        return out;
    }
    if (in_brackets || heading || (modern && out.meaning.until)) return out;
    if (!modern && is_old_year(pieces, i, out, lead)) {
        const bool in = pieces.is(i - 1, "in") || pieces.is(i - 1, "since") || pieces.is(i - 1, "until") || lead.edge != Edge::none;
        out.meaning.unsure = !in || *year % years_per_century == 0;
        return out;
    }
    if (!is_attributive(pieces, i, out.end, *year) && !is_appended(pieces, i, out.end, *year)) return {};
    out.meaning.aside = true;
    return out;
}

std::size_t english_year_behind(const Pieces& pieces, std::size_t i, Meaning& meaning)
{
    const std::size_t at = pieces.is(i, ",") || pieces.is(i, "of") ? i + 1 : i;
    if (const std::size_t era = after_era(pieces, at + 1); era != at + 1 && short_year(pieces, at)) {
        meaning.parts.year = short_year(pieces, at);
        meaning.before_christ = true;
        return era;
    }
    if (const auto year = year_at(pieces, at, meaning.parts.month.has_value() || meaning.unit == Unit::season)) {
        meaning.parts.year = year;
        return at + 1;
    }
    if (pieces.is(i, ",")) return i;
    const bool article = pieces.is(at, "the");
    const std::size_t word = article ? at + 1 : at;
    const auto kind = pieces.kind(word);
    const bool same = kind == WordClass::same && (article || pieces.is(word, "that"));
    if (at != i && same && pieces.is(word + 1, "same") && pieces.is(word + 2, "year")) {
        meaning.story_year = 0;
        return word + 3;
    }
    if (!pieces.is(word + 1, "year")) return i;
    if (at != i && (same || kind == WordClass::after || kind == WordClass::before || (article && kind == WordClass::future))) {
        meaning.story_year = same ? 0 : kind == WordClass::before ? -1 : 1;
        return word + 2;
    }
    if (!article && (kind == WordClass::past || kind == WordClass::present || kind == WordClass::future)) {
        meaning.year_shift = kind == WordClass::past ? -1 : kind == WordClass::present ? 0 : 1;
        return word + 2;
    }
    return i;
}

/// "spring of 1862", "over the winter", "the summer offensive"; "last summer" is read elsewhere.
Match english_season(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (pieces.kind(i) != WordClass::season) return {};
    Match out;
    out.meaning.unit = Unit::season;
    out.meaning.ordinal = static_cast<unsigned>(pieces.at(i).word.value);
    out.end = english_year_behind(pieces, i + 1, out.meaning);
    if (out.end != i + 1) return out;
    // "the fall of Aleppo", "began to fall", "a spring in the village"
    const bool fall = pieces.is(i, "fall"), spring = pieces.is(i, "spring");
    const bool named = pieces.at(i).capital && !line_begins(pieces, i) && !pieces.is(i - 1, ".") && !pieces.is(i + 1, "of");
    if (fall && !named && !(lead.preposition && lead.article && !pieces.is(i + 1, "of"))) return {};
    if (spring && !named && !lead.preposition && lead.edge == Edge::none && !pieces.is(i + 1, "offensive")) return {};
    // Used like an adjective it dates nothing: "winter clothes", "the summer offensive".
    const Piece& next = pieces.at(i + 1);
    const bool adjective = is_word(next) && !ends_number(pieces, i + 1) && next.word.kind == WordClass::none;
    out.meaning.aside = adjective || !(lead.preposition || lead.edge != Edge::none);
    out.meaning.undating = out.meaning.aside;
    return out;
}

}  // namespace sitrep::when
