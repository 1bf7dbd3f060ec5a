// sitrep tallies --test: each stated count against the ledger, as ranges with their reasons.
#pragma once

#include "cli/session.hpp"

namespace sitrep::cli {

/// Prints one test a tally, then the sum check of each report that states a whole and its parts.
void test_claims(const store::Query& query, const Session& session);

}  // namespace sitrep::cli
