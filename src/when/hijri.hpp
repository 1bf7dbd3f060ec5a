// The Islamic lunar calendar: which days a Hijri month or day is.
#pragma once

#include "core/date.hpp"

#include <optional>

namespace sitrep::when {

inline constexpr int hijri_year_min = 1300, hijri_year_max = 1600;  ///< what the tables of Umm al-Qura cover

/// A month's first and last day.
struct HijriMonth {
    Day first, last;
};

/// By the calendar of Umm al-Qura (ICU's "islamic-umalqura"). Where a month begins by sighting of the moon, it may be a day off, seldom two.
/// `month` is 1 (Muharram) to 12 (Dhu al-Hijja); nothing outside the years above.
std::optional<HijriMonth> hijri_month(int year, unsigned month);
/// The Hijri year of a day.
int hijri_year_of(Day day);

}  // namespace sitrep::when
