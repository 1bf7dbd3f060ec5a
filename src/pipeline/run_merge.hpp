// Merging within one run of `sitrep extract`, without a library.
#pragma once

#include "merge/gathering.hpp"
#include "pipeline/read_report.hpp"

#include <string>
#include <vector>

namespace sitrep::pipeline {

/// Gives each account of a run the id of its incident. Holds at most twice `accounts_held_max` accounts: in a longer stream the oldest are
/// forgotten, and what tells the same event later gets a new id.
class RunMerge {
public:
    static constexpr std::size_t accounts_held_max = 50'000;
    /// Ids ("I7") of a report's accounts, in their order. An id given before is never taken back; when a later report shows that two are one,
    /// what comes after has the one that more accounts have.
    std::vector<std::string> ids_of(const Report& report, const ReadReport& read);

private:
    merge::Gathering gathering_;
    std::vector<IncidentId> incident_;  ///< of each account held
    std::int64_t last_report_ = 0;
    std::int64_t last_incident_ = 0;
};

}  // namespace sitrep::pipeline
