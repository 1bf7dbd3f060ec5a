// The rules of both languages: each reads one construction at a piece and says how far it goes.
#pragma once

#include "when/meaning.hpp"
#include "when/pieces.hpp"

#include <cstddef>
#include <optional>

namespace sitrep::when {

/// A whole date expression that begins at piece `i`: the longest that the grammar of the language reads there.
Match english_date(const Pieces& pieces, std::size_t i);
Match arabic_date(const Pieces& pieces, std::size_t i);

// Shared by both languages.

/// 2024-05-10, 10/5/2024, 10.05.2024. Which of 10/5 is the day is marked unsure where both could be.
Match numeric_date(const Pieces& pieces, std::size_t i);
/// A year of four digits between 1900 and 2099; beside a month (`dated`) from 1000 on.
std::optional<int> year_at(const Pieces& pieces, std::size_t i, bool dated = false);
/// A day of the month in digits, 1 to 31.
std::optional<unsigned> day_at(const Pieces& pieces, std::size_t i);
bool is_dash(const Pieces& pieces, std::size_t i);
/// Joins what stands side by side ("yesterday" + "Monday", "at dawn" + "on Sunday"); false when the two do not belong together.
bool join(Meaning& first, const Meaning& second);
bool is_day_level(const Meaning& meaning);
/// `ordinal` of "the last week of August".
inline constexpr unsigned last_of = 99;

/// Dates of the Islamic calendar and its feasts; `preposition`: a word before it says that a time is told.
Match english_lunar_date(const Pieces& pieces, std::size_t i, bool preposition);
Match arabic_lunar_date(const Pieces& pieces, std::size_t i, bool preposition);

// English.

/// What stands in front of a date: prepositions, "early", "the end of".
struct EnglishLead {
    std::size_t next = 0;
    Frame frame = Frame::at;
    Edge edge = Edge::none;
    bool preposition = false;
    bool in = false;         ///< "in May 12 people died": the number is no day
    bool stretch = false;    ///< in, within, for, over, during: may measure a duration
    bool range = false;      ///< from, between
    bool relative = false;   ///< earlier, later
    bool article = false;
    bool over = false;       ///< "over 2014 attacks" is no year
    bool at_or_on = false;
};
EnglishLead english_lead(const Pieces& pieces, std::size_t i);
Match english_calendar(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
Match english_year(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
/// ", 2024", " 480 BC", "last year", "of that year" behind a month or season; up to but not including the result.
std::size_t english_year_behind(const Pieces& pieces, std::size_t i, Meaning& meaning);
Match english_season(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
/// "now", "former", "at that time": words that date nothing.
Match english_reference(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
/// "58 attacks, against 71 in June", "more than in 2023": a month or year that another is measured by.
bool compares(const Pieces& pieces, std::size_t i);
/// A piece that begins no noun phrase of its own behind a number: a sign, a function word, the end of the line.
bool ends_number(const Pieces& pieces, std::size_t i);
Match english_weekday(const Pieces& pieces, std::size_t i);
Match english_relative(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
Match english_amount(const Pieces& pieces, std::size_t i, const EnglishLead& lead);
Match english_time(const Pieces& pieces, std::size_t i, const EnglishLead& lead);

// Arabic.

Match arabic_calendar(const Pieces& pieces, std::size_t i, bool preposition);
Match arabic_weekday(const Pieces& pieces, std::size_t i);
Match arabic_relative(const Pieces& pieces, std::size_t i);
Match arabic_time(const Pieces& pieces, std::size_t i);

}  // namespace sitrep::when
