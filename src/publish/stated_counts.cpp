#include "publish/stated_counts.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace sitrep::publish {
namespace {

using Stated = Gate::PublicTally;

/// True when everything inside the stated area is also inside this report's.
bool covers(const Record& record, const Stated& tally)
{
    const std::string& area = record.input.area;
    if (tally.scope_is_region) return false;
    if (tally.scope == "world") return area.empty();
    if (tally.scope.empty() || area.empty()) return !tally.scope.empty();
    if (area.size() == 2) return tally.scope_country == area;
    return tally.scope_admin1_code == area;
}

bool is_held(const Record& record, const Stated& tally)
{
    const auto first = tally.period.first_day(), last = tally.period.last_day();
    if (!first || !last || *last > record.input.closed) return false;
    const std::chrono::year_month_day begin{*first};
    const Month from{begin.year(), begin.month()};
    return from <= record.month && from >= record.month - std::chrono::months{24} && record.has_data(from);
}

Label reason(const Stated& tally, const Figure& ours)
{
    if (tally.quantity > ours.value.high) return Label::why_fewer;
    return tally.quantity < ours.value.low ? Label::why_more : Label::why_equal;
}

TallyScope scope_of(const Stated& tally)
{
    return {tally.unit, tally.who, tally.scope == "world" || tally.scope.empty(), tally.scope_country, tally.scope_admin1_code,
            tally.period.first_day(), tally.period.last_day(), tally.actor};
}

StatedCount compared(const Record& record, std::span<const Countable> countables, const Stated& tally)
{
    StatedCount out{tally, std::nullopt, {}, Label::why_period};
    const bool held = is_held(record, tally);
    if (!covers(record, tally)) out.why = Label::why_scope;
    if (!held || !covers(record, tally)) return out;
    const auto account = account_for(scope_of(tally), tally.quantity, countables);
    if (!account) return out.why = Label::why_unit, out;
    out.account = *account;
    out.ours = Figure{account->ours, account->from};
    out.why = reason(tally, *out.ours);
    return out;
}

std::vector<Countable> countables_of(const Record& record)
{
    std::vector<Countable> out;
    for (const PublicIncident& incident : record.all)
        if (!incident.background_only) out.push_back(countable(incident));
    return out;
}

}  // namespace

std::vector<StatedCount> stated_counts(const Record& record)
{
    std::vector<StatedCount> out;
    const auto countables = countables_of(record);
    std::set<std::tuple<std::int64_t, std::string, std::string, std::string, std::string>> seen;
    for (const Stated& tally : record.tallies) {
        const std::string period = tally.period.start ? tally.period.start->iso() : std::string();
        if (!seen.emplace(tally.quantity, tally.unit, tally.scope, tally.claimant, period).second) continue;
        out.push_back(compared(record, countables, tally));
    }
    const auto order = [](const StatedCount& stated) {
        const Stated& tally = stated.tally;
        return std::tuple(!stated.ours.has_value(), -tally.quantity, tally.unit, tally.scope, tally.claimant, stated_period_words(Edition::english, tally));
    };
    std::sort(out.begin(), out.end(), [&](const StatedCount& a, const StatedCount& b) { return order(a) < order(b); });
    return out;
}

std::string unit_words(Edition edition, const Stated& tally)
{
    std::string out = say(edition, unit_label(tally.unit));
    if (tally.who) out += " (" + say(edition, label_of(*tally.who)) + ")";
    return tally.actor.empty() ? out : say(edition, Label::by_actor, out, actor_words(edition, tally.actor));
}

std::string scope_words(Edition edition, const Stated& tally)
{
    if (tally.scope.empty()) return say(edition, Label::scope_unstated);
    if (tally.scope == "world") return say(edition, Label::world);
    return edition == Edition::arabic && !tally.scope_ar.empty() ? tally.scope_ar : tally.scope;
}

std::string stated_period_words(Edition edition, const Stated& tally)
{
    return tally.period.start ? isolated(edition, date_words(edition, tally.period)) : say(edition, Label::period_unstated);
}

}  // namespace sitrep::publish
