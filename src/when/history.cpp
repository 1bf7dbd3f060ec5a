// A timeline's dates in a history: where its story stands, a date without its year belongs.
#include "when/timeline.hpp"

namespace sitrep::when {

/// In a history a date without its year belongs where the story stands, and "the end of the year" is the story's year.
void Timeline::place_in_story(Meaning& meaning) const
{
    auto& parts = meaning.parts;
    const bool by_year = meaning.unit == Unit::year || meaning.unit == Unit::decade;
    const bool pointed = meaning.basis == Basis::publication && !parts.day && !meaning.ago && meaning.amount_known;
    if (pointed && (meaning.unit == Unit::month || by_year)) meaning.basis = Basis::narrative;
    if (story_.year() && by_year && meaning.amount_known && meaning.basis == Basis::narrative) {
        const int year = *story_.year();
        constexpr int years_per_decade = 10;
        const bool decade = meaning.unit == Unit::decade;
        meaning.basis = Basis::calendar;
        parts.year = story_.later(decade ? year / years_per_decade * years_per_decade : year, meaning.amount * (decade ? years_per_decade : 1));
        meaning.before_christ = story_.before_christ();
        return;
    }
    if (meaning.basis != Basis::calendar || parts.year || meaning.year_shift || meaning.story_year || meaning.aside) return;
    const bool season = meaning.unit == Unit::season && meaning.ordinal;
    if (!parts.month && !season) return;
    if (!story_.year()) {
        meaning.story_year = 0;  // of a year that cannot be told
        return;
    }
    parts.year = story_.year_of(season ? first_month_of_season(meaning.ordinal) : *parts.month, meaning.toward);
    meaning.before_christ = story_.before_christ();
    if (!meaning.until || meaning.until->year) return;
    const bool over_the_new_year = parts.month && meaning.until->month && *meaning.until->month < *parts.month;
    meaning.until->year = story_.later(*parts.year, over_the_new_year ? 1 : 0);
}

Meaning Timeline::placed(Meaning meaning) const
{
    if (meaning.story_year) {
        const auto told = latest_ ? latest_->year() : year_told_;
        const auto year = anchor_.narrative && story_.year() ? story_.year() : told;
        meaning.before_christ = anchor_.narrative && story_.year() && story_.before_christ();
        if (year) meaning.parts.year = meaning.before_christ ? *year - *meaning.story_year : *year + *meaning.story_year;
    }
    if (anchor_.narrative && story_.begun()) place_in_story(meaning);
    return meaning;
}

void Timeline::go_on(const Meaning& meaning, const Resolved& resolved)
{
    if (meaning.aside || meaning.unit == Unit::decade || meaning.unit == Unit::century) return;
    std::optional<unsigned> month = meaning.parts.month;
    if (meaning.unit == Unit::season && meaning.ordinal) month = first_month_of_season(meaning.ordinal);
    if (meaning.before_christ && meaning.parts.year) return story_.tell(*meaning.parts.year, month, true);
    const auto& start = resolved.range.start;
    if (meaning.basis == Basis::publication || !start || !start->year()) return;
    story_.tell(*start->year(), start->month() ? start->month() : month, false);
}

}  // namespace sitrep::when
