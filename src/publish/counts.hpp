// The counting behind every number of a report: how many, of which incidents, and how unusual.
#pragma once

#include "publish/document.hpp"
#include "publish/record.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::publish {

/// A number or a range, with the incidents it counts.
struct Figure {
    TollRange value;
    std::vector<IncidentId> from;
    bool stated = true;  ///< false: there are such incidents, and no report states this toll of any
};

using Which = std::function<bool(const PublicIncident&)>;
using TollField = std::optional<TollRange> PublicIncident::*;

Figure number_of(const Incidents& incidents, const Which& which);
/// Sum of lows to sum of highs; incidents whose toll nobody stated add nothing.
Figure toll_of(const Incidents& incidents, TollField field, const Which& which);
/// The figure as it is printed in a table, leading to its incidents; a dash where it is not stated.
Inline shown(const Figure& figure);
/// The same inside a sentence.
std::string figure_words(const Record& record, const Figure& figure);

bool is_attack(const PublicIncident& incident);
bool is_security_operation(const PublicIncident& incident);
bool is_airstrike(const PublicIncident& incident);
bool meets_the_rule(const PublicIncident& incident);  ///< for confirmed
bool is_claimed_only(const PublicIncident& incident);
bool hit_civilians(const PublicIncident& incident);  ///< civilians or officials without arms

Which attacks_that(Which also);
Which of_kind(IncidentKind kind);
Which in_governorate(std::string key);
/// What incidents of one governorate share: its code, or its name where it has none; empty when not known.
std::string governorate_key(const PublicIncident& incident);

/// Median of lows and of highs: of 12 months, say.
struct MedianRange {
    double low = 0, high = 0;
};
std::optional<MedianRange> median_of(const std::vector<TollRange>& values);
std::string median_words(const MedianRange& median);

/// Two-sided exact test that two counts have the same expectation (binomial with 1/2, given their sum).
double chance_of_difference(std::int64_t a, std::int64_t b);

/// How often each key occurs, most frequent first.
std::vector<std::pair<IncidentKind, std::int64_t>> kinds_by_number(const Incidents& incidents, const Which& which);
std::vector<std::pair<std::string, std::int64_t>> governorates_by_number(const Incidents& incidents, const Which& which);

}  // namespace sitrep::publish
