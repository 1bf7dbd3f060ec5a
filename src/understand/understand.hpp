// From a report's words to what it says happened.
#pragma once

#include <vector>

#include "core/account.hpp"
#include "core/report.hpp"
#include "text/document.hpp"
#include "understand/model/models.hpp"

namespace sitrep::understand {

/// Language of a text, by its letters and words; `other` for languages that are not read, `unknown` when too little stands there.
Language detect_language(std::string_view text);

/// Accounts, tallies, patterns and mentions of one report. `document` is report.document parsed; `places` and `dates` are what
/// the rooms place/ and when/ found in it, and end up in the result. Never guesses: what is not stated stays empty.
Understanding understand(const Report& report, const text::Document& document, PlacesFound places, std::vector<DateMention> dates,
                         const ModelSet& models = {});

}  // namespace sitrep::understand
