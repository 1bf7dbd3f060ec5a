// Where a history stands: the year and month told last, from which its dates without a year go on.
#pragma once

#include "when/meaning.hpp"

#include <optional>

namespace sitrep::when {

/// A history tells its dates in their order and names a year once: "in November 1941 … in January" is January 1942.
class Story {
public:
    void tell(int year, std::optional<unsigned> month, bool before_christ);
    bool begun() const { return year_.has_value(); }
    /// Nothing before it has begun, and after a year far away was named in passing until the next date settles where it goes on.
    std::optional<int> year() const { return passing_ ? std::nullopt : year_; }
    bool before_christ() const { return before_christ_; }
    /// The year that the story has reached when it tells of `month`.
    std::optional<int> year_of(unsigned month, Toward toward) const;
    /// `years` after `year`; years before Christ count down.
    int later(int year, int years) const { return before_christ_ ? year - years : year + years; }

private:
    std::optional<int> year_;
    std::optional<unsigned> month_;
    std::optional<int> passing_;
    bool before_christ_ = false;
};

/// The first month of a season, counted from spring.
unsigned first_month_of_season(unsigned season);

}  // namespace sitrep::when
