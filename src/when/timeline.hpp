// From what a date expression says to days: against the publication day and the day told last.
#pragma once

#include "core/mention.hpp"
#include "when/meaning.hpp"
#include "when/story.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::when {

struct Resolved {
    DateRange range;
    TimexType type = TimexType::date;
    std::string value;
    bool is_period = false;
};

/// What a document's dates are counted from.
struct Anchor {
    std::optional<Day> today{};  ///< the day the report speaks from
    std::optional<Day> weekday{};  ///< without it: a day told with its weekday, from which other weekdays count back
    bool open_year = false;      ///< the day is known, its year is not; then it lies in some year with that weekday
    bool open_weekday = false;   ///< and no weekday fixes that year: weekdays count from nothing
    std::vector<int> years{};    ///< every year the text names, each once
    std::optional<int> sole_year{};  ///< the only year the text tells of; "since 2014" does not count
    bool day_first = false;      ///< how the text writes 5/10/2024
    bool narrative = false;      ///< a history of years long past: a date without its year goes on from the one told last
    bool history = false;        ///< it never speaks from its own day: a year named holds until the next one
};

/// Reads a document's dates in their order and keeps what the story has fixed so far.
class Timeline {
public:
    explicit Timeline(Anchor anchor) : anchor_(std::move(anchor)), today_(anchor_.today) {}
    Resolved resolve(const Meaning& meaning, std::uint32_t paragraph, std::uint32_t sentence = 0);

private:
    Meaning placed(Meaning meaning) const;
    void place_in_story(Meaning& meaning) const;
    std::optional<PartialDate> calendar_day(const Parts& parts, const Meaning& meaning) const;
    std::optional<PartialDate> without_year(const Parts& parts, const Meaning& meaning) const;
    std::optional<PartialDate> on_weekday(unsigned weekday, Toward toward) const;
    std::optional<int> year_for(const Parts& parts) const;
    DateRange calendar(const Meaning& meaning) const;
    DateRange lunar(const Meaning& meaning) const;
    void place_in_lunar_month(Meaning& meaning) const;
    void remember_lunar(const Meaning& meaning, const DateRange& range);
    DateRange two_ends(const Meaning& meaning) const;
    DateRange swapped_or_year(const Parts& parts) const;
    DateRange from_anchor(const Meaning& meaning, const PartialDate& anchor) const;
    DateRange publication(const Meaning& meaning) const;
    DateRange duration(const Meaning& meaning) const;
    std::optional<PartialDate> leading_day() const;
    DateRange told_weekday(unsigned weekday) const;
    DateRange narrative(const Meaning& meaning) const;
    DateRange part_of_day(const Meaning& meaning) const;
    PartialDate named(Day day) const;
    DateRange range_of(const Meaning& meaning) const;
    void remember_day(const Meaning& meaning, const PartialDate& day);
    void remember_month_of_period(const Meaning& meaning, const DateRange& range);
    void remember(const Meaning& meaning, const Resolved& resolved, std::uint32_t paragraph);
    void go_on(const Meaning& meaning, const Resolved& resolved);

    Anchor anchor_;
    std::optional<Day> today_;
    std::optional<PartialDate> told_;        ///< the day told last
    std::array<std::optional<PartialDate>, 2> told_before_{};  ///< the days told before it, the last one first
    bool told_in_the_dark_ = false;          ///< it was told with its evening or night
    std::optional<PartialDate> reported_;    ///< the day last named as the one on which something was said
    std::uint32_t reported_sentence_ = 0;
    std::optional<PartialDate> month_told_;  ///< the month told last, its year perhaps open
    std::optional<int> year_told_;           ///< the year named last
    std::optional<PartialDate> latest_;      ///< told last, however coarse, its year known
    std::optional<Lunar> lunar_told_;        ///< the Islamic month told last, unless another calendar's was told since
    std::optional<int> lunar_year_told_;     ///< the Islamic year named last
    bool coarser_since_ = false;             ///< a month or a year was told since the day told last
    Story story_;
    std::uint32_t year_paragraph_ = 0;
    std::uint32_t paragraph_ = 0, sentence_ = 0;
};

/// TIMEX3 type and value of an expression whose days are `range`.
void describe(const Meaning& meaning, Resolved& resolved);

/// The day a weekday names, counted back from `published`, that day included (forward when `toward` is future).
Day weekday_near(unsigned iso_weekday, Day published, Toward toward);

}  // namespace sitrep::when
