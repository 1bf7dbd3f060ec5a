// A claim against the ledger: "49 attacks in Syria since January" beside what the record holds, as a range with its reasons.
#pragma once

#include "analyse/counts/exact_limits.hpp"
#include "analyse/events.hpp"
#include "analyse/provenance.hpp"
#include "analyse/undercount/closed_forms.hpp"

#include <functional>
#include <span>

namespace sitrep::analyse {

/// What somebody says, in terms that the ledger can be asked.
struct Claim {
    std::int64_t quantity = 0;             ///< 0 or more
    std::function<bool(const Event&)> counts;  ///< which events are of the claimed kind
    bool of_killed = false;                ///< people killed in them instead of the events themselves
    std::string actor;                     ///< whose acts, canonical; empty: anybody's
    std::string country, admin1_code;      ///< both empty: everywhere
    Day first{}, last{};                   ///< first <= last
};

/// One step of a range: what is added to the lower bound when that doubt is resolved in the claim's favour.
struct LedgerStep {
    std::int64_t events = 0;
    TollRange amount{};  ///< in the claim's unit; events count one each
};

struct LedgerTest {
    Provenance provenance;
    std::int64_t quantity = 0;
    LedgerStep certain;         ///< attributed or claimed, dated inside the period, placed inside the area
    LedgerStep suspected;       ///< the same, but the attribution is contested or has only the name
    LedgerStep fuzzy_date;      ///< dates reach over the edge of the period: they may fall inside
    LedgerStep fuzzy_place;     ///< placed too coarsely to tell whether they lie inside the area
    LedgerStep unattributed;    ///< nobody is named: shown, and no part of the range
    std::int64_t low = 0, high = 0;  ///< of our count
    Limits low_limits, high_limits;  ///< exact 95 % Poisson limits of the two; only of events
    std::int64_t gap_low = 0, gap_high = 0;  ///< claim less [high, low]; below 0 where the ledger holds more
    std::optional<Limits> share_limits;      ///< exact 95 % limits of certain / claim, where the claim is at least that
    /// Certain events by who tells them: the claimant and others, the claimant alone, others alone.
    std::int64_t matched = 0, claim_only = 0, ours_only = 0;
    std::optional<ChapmanPair> two_lists;    ///< of the two; empty where one of them is
};

/// Counts are never added to the claim, nor the claim to counts.
LedgerTest test_claim(const Claim& claim, std::span<const Event> events);

/// Parts of one claim beside its whole: 49 and 61 of 320.
struct SumCheck {
    std::int64_t whole = 0, named = 0;  ///< `named`: sum of the parts
    std::int64_t elsewhere = 0;         ///< whole less named; below 0: the parts contradict the whole
    std::optional<Limits> share;        ///< exact 95 % limits of named / whole, where it is a share
};
SumCheck sum_check(std::int64_t whole, std::span<const std::int64_t> parts);

}  // namespace sitrep::analyse
