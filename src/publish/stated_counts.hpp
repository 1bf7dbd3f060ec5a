// Counts that others state, each with our own count for the same thing, area and period, where there is one.
#pragma once

#include "publish/counts.hpp"
#include "publish/tally_accounts.hpp"

namespace sitrep::publish {

struct StatedCount {
    Gate::PublicTally tally;
    std::optional<Figure> ours;
    TallyAccount account;  ///< what could explain a difference; only where there is a count of ours
    Label why;  ///< why they differ or cannot be compared
};

/// Comparable ones first, then larger ones; each said once.
std::vector<StatedCount> stated_counts(const Record& record);

std::string unit_words(Edition edition, const Gate::PublicTally& tally);
std::string scope_words(Edition edition, const Gate::PublicTally& tally);
std::string stated_period_words(Edition edition, const Gate::PublicTally& tally);

}  // namespace sitrep::publish
