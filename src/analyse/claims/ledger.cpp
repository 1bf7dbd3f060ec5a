#include "analyse/claims/ledger.hpp"

#include <algorithm>
#include <numeric>

namespace sitrep::analyse {
namespace {

constexpr double level = 0.95;

enum class Inside { yes, maybe, no };

Inside in_period(const Event& event, const Claim& claim)
{
    if (!event.first || !event.last) return Inside::maybe;
    if (*event.last < claim.first || *event.first > claim.last) return Inside::no;
    return *event.first >= claim.first && *event.last <= claim.last ? Inside::yes : Inside::maybe;
}

Inside in_area(const Event& event, const Claim& claim)
{
    if (claim.country.empty() && claim.admin1_code.empty()) return Inside::yes;
    if (!event.country.empty() && !claim.country.empty() && event.country != claim.country) return Inside::no;
    if (claim.admin1_code.empty()) return event.country.empty() ? Inside::maybe : Inside::yes;
    if (event.admin1_code.empty()) return Inside::maybe;
    return event.admin1_code == claim.admin1_code ? Inside::yes : Inside::no;
}

Inside by_actor(const Event& event, const Claim& claim)
{
    if (claim.actor.empty()) return Inside::yes;
    if (event.perpetrator != claim.actor) return Inside::no;
    return event.status == PerpetratorStatus::unknown || event.grade == Grade::contested ? Inside::maybe : Inside::yes;
}

void add(LedgerStep& step, const TollRange& amount)
{
    ++step.events;
    step.amount.low += amount.low;
    step.amount.high += amount.high;
}

/// Who tells a certain event: its grade is "claimed only" when nobody but the perpetrator does.
void add_teller(LedgerTest& out, const Event& event)
{
    if (event.grade == Grade::claimed_only)
        ++out.claim_only;
    else if (event.status == PerpetratorStatus::claimed)
        ++out.matched;
    else
        ++out.ours_only;
}

/// The first doubt that applies takes the event, so that the steps never add up to more than the truth.
void enter(LedgerTest& out, const Event& event, const Claim& claim, const TollRange& amount)
{
    const Inside period = in_period(event, claim), area = in_area(event, claim);
    if (period == Inside::no || area == Inside::no) return;
    if (!claim.actor.empty() && event.perpetrator.empty()) return add(out.unattributed, amount);
    const Inside actor = by_actor(event, claim);
    if (actor == Inside::no) return;
    if (period == Inside::maybe) return add(out.fuzzy_date, amount);
    if (area == Inside::maybe) return add(out.fuzzy_place, amount);
    if (actor == Inside::maybe) return add(out.suspected, amount);
    add(out.certain, amount);
    add_teller(out, event);
}

}  // namespace

LedgerTest test_claim(const Claim& claim, std::span<const Event> events)
{
    LedgerTest out;
    out.provenance.method = "ledger range by certainty of attribution, date and place; exact limits of Garwood 1936 and Clopper & Pearson 1934; Chapman 1951";
    out.provenance.version = "1";
    out.quantity = claim.quantity;
    for (const Event& event : events) {
        if (!claim.counts(event)) {
            out.provenance.leave_out("of another kind than the claim counts");
            continue;
        }
        TollRange amount;
        amount.low = amount.high = 1;
        if (claim.of_killed) {
            if (!event.killed) {
                out.provenance.leave_out("nobody states how many were killed");
                continue;
            }
            amount = *event.killed;
        }
        ++out.provenance.rows_used;
        enter(out, event, claim, amount);
    }
    out.low = out.certain.amount.low;
    out.high = out.certain.amount.high + out.suspected.amount.high + out.fuzzy_date.amount.high + out.fuzzy_place.amount.high;
    out.gap_low = claim.quantity - out.high;
    out.gap_high = claim.quantity - out.low;
    if (!claim.of_killed) {
        out.low_limits = poisson_limits(out.low, level);
        out.high_limits = poisson_limits(out.high, level);
        if (claim.quantity > 0 && out.low <= claim.quantity) out.share_limits = share_limits(out.low, claim.quantity, level);
    }
    const std::int64_t claimed = out.matched + out.claim_only, told = out.matched + out.ours_only;
    if (claimed > 0 && told > 0) out.two_lists = chapman(claimed, told, out.matched);
    return out;
}

SumCheck sum_check(std::int64_t whole, std::span<const std::int64_t> parts)
{
    SumCheck out{whole, std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), 0, {}};
    out.elsewhere = whole - out.named;
    if (whole > 0 && out.elsewhere >= 0) out.share = share_limits(out.named, whole, level);
    return out;
}

}  // namespace sitrep::analyse
