// A hard set with a known truth: each event of UCDP GED told by several accounts, each of which gets something wrong.
#pragma once

#include "merge/merge.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sitrep::bench {

struct TruthfulAccount {
    merge::Facts facts;
    std::shared_ptr<const FiledAccount> filed;  ///< only where it was asked for
    std::uint32_t event = 0;
    // As a fixed rule sees it.
    double lat = 0, lon = 0;
    bool has_point = false, has_day = false;
    std::int32_t day = 0;
    std::uint32_t place = 0, actor = 0;
};

struct UcdpEvent {
    std::string place, admin1, admin2, side_a, side_b, headline, source;
    double lat = 0, lon = 0;
    std::int32_t first = 0, last = 0;  ///< days since 1970-01-01
    int place_precision = 1, date_precision = 1, violence = 1;
    std::int64_t best = 0, low = 0, high = 0;
};

/// Rows of UCDP GED as comma-separated text with a header. Throws std::runtime_error when the file cannot be read.
std::vector<UcdpEvent> read_ucdp(const std::string& path);

/// `count` accounts of the events, in the order of their publication; the same seed gives the same accounts. `shift_days` is added to all days, and
/// `first_event` to the numbers of events and reports, so that several copies make a longer library.
std::vector<TruthfulAccount> perturb(const std::vector<UcdpEvent>& events, std::size_t count, std::uint64_t seed, int shift_days = 0, std::uint32_t first_event = 0,
                                     bool keep_filed = false);

}  // namespace sitrep::bench
