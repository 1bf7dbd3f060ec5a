// Merging within one run of `sitrep extract`, without a library.
#pragma once

#include "merge/merge.hpp"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep::pipeline {

/// Gives each account of a run the id of its incident. Holds at most `accounts_held_max` accounts: in a longer stream the oldest are
/// forgotten, and what tells the same event later gets a new id.
class RunMerge {
public:
    static constexpr std::size_t accounts_held_max = 50'000;
    /// Ids ("I7") of a report's accounts, in their order.
    std::vector<std::string> ids_of(const Report& report, const Understanding& understanding, const WordSignature& words);

private:
    IncidentId place(const FiledAccount& filed);
    void hold(IncidentId incident, FiledAccount filed);
    void forget_oldest();

    struct Held {
        merge::Candidate candidate;
        std::vector<merge::BlockKey> keys;
    };
    std::deque<Held> held_;
    std::size_t forgotten_ = 0;  // number of accounts dropped from the front of held_
    std::unordered_map<merge::BlockKey, std::deque<std::size_t>> filed_;
    std::int64_t last_report_ = 0;
    std::int64_t last_account_ = 0;
    std::int64_t last_incident_ = 0;
};

}  // namespace sitrep::pipeline
