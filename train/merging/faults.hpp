// What merging gets wrong, pair by pair with the reasons, for a person to read.
#pragma once

#include "merging/gold_accounts.hpp"

#include <vector>

namespace sitrep::train {

/// Pairs that are merged wrongly or not at all.
void tell_faults(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model);

/// Pairs of one event that no key brings together.
void tell_missed(const std::vector<KeyedReport>& reports);

}  // namespace sitrep::train
