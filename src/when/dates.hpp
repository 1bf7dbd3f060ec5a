// Date expressions in running text, resolved as far as the publication day allows.
#pragma once

#include "core/mention.hpp"
#include "text/document.hpp"

#include <optional>
#include <vector>

namespace sitrep::when {

/// Every date expression of an English or Arabic document, in order, none overlapping another.
/// `published` is the day the report was published, when known; without it a bare weekday, "today", "last month" …
/// stay unknown. Rules: data/corpus/GUIDELINE.md ("date") and docs/decisions.
std::vector<DateMention> find_dates(const text::Document& document, std::optional<Day> published);

}  // namespace sitrep::when
