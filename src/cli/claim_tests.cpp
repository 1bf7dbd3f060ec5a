#include "cli/claim_tests.hpp"

#include "analyse/claims/ledger.hpp"
#include "cli/lines.hpp"
#include "core/json_text.hpp"
#include "publish/tally_accounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace sitrep::cli {
namespace {

using analyse::LedgerTest;

constexpr const char* depends_sentence =
    "Claims and reports depend on each other: reporters follow claims, and claims follow what is reported. The two-list figure leans low, and is no estimate of the whole.";

/// A stated count that the ledger can be asked about, with what had to be assumed for that.
struct Testable {
    const FiledTally* filed = nullptr;
    publish::TallyScope scope;
    std::vector<std::string> assumed;
    std::string why_not;  ///< in words; empty when it can be tested
};

bool counts_incidents(const publish::TallyScope& scope)
{
    return scope.unit == "attacks" || scope.unit == "incidents" || scope.unit == "operations" || scope.unit == "airstrikes" || scope.unit == "targeted_killings";
}

Testable testable(const FiledTally& filed)
{
    Testable out;
    out.filed = &filed;
    Tally tally = filed.tally;
    if (tally.period.start && !tally.period.end && tally.period_text.find("since") != std::string::npos && filed.published)
        tally.period.end = PartialDate::day(filed.published->day);
    auto scope = publish::scope_of(tally, out.why_not);
    if (!scope) return out;
    out.scope = std::move(*scope);
    if (!counts_incidents(out.scope) && out.scope.unit != "killed") {
        out.why_not = "the ledger holds ranges of incidents and of the killed; this counts something else";
        return out;
    }
    if (*out.scope.last < *out.scope.first) {
        out.why_not = "its period ends before it begins";
        return out;
    }
    const bool open_end = filed.published && tally.period.end && tally.period.end->full_day() == filed.published->day;
    if (open_end) out.assumed.push_back(fmt::format("no end is stated, so the period ends with the report, on {}", to_iso(filed.published->day)));
    if (out.scope.actor.empty() && !filed.tally.claimant_name.empty() && out.scope.unit == "attacks") {
        out.scope.actor = filed.tally.claimant_name;
        out.assumed.push_back(fmt::format("{} counts its own acts", out.scope.actor));
    }
    if (out.scope.everywhere && filed.tally.scope_place.empty()) out.assumed.emplace_back("no area is stated, so it is taken to be everywhere");
    return out;
}

bool is_counted(const publish::TallyScope& scope, const analyse::Event& event)
{
    if (scope.unit == "incidents") return true;
    if (scope.unit == "operations") return event.kind == IncidentKind::security_operation;
    if (scope.unit == "airstrikes") return event.kind == IncidentKind::airstrike;
    if (scope.unit == "targeted_killings") return event.kind == IncidentKind::assassination_or_targeted_killing;
    return series_of(event.kind) == Series::attack && (!scope.who || event.target == scope.who);
}

LedgerTest tested(const Testable& given, const std::vector<analyse::Event>& events)
{
    analyse::Claim claim;
    claim.quantity = given.filed->tally.quantity;
    claim.counts = [&given](const analyse::Event& event) { return is_counted(given.scope, event); };
    claim.of_killed = given.scope.unit == "killed";
    claim.actor = given.scope.actor;
    claim.country = given.scope.country;
    claim.admin1_code = given.scope.admin1_code;
    claim.first = *given.scope.first;
    claim.last = *given.scope.last;
    return analyse::test_claim(claim, events);
}

std::string area_in_words(const FiledTally& filed) { return filed.tally.scope_place.empty() ? "everywhere" : filed.tally.scope_place; }

std::string span_in_words(std::int64_t low, std::int64_t high) { return low == high ? fmt::format("{}", low) : fmt::format("{} to {}", low, high); }

void print(const Testable& given, const LedgerTest& test)
{
    for (const auto& assumed : given.assumed) answer("    assumed: " + assumed);
    const bool people = given.scope.unit == "killed";
    const auto step = [&](const analyse::LedgerStep& step_, const char* what) {
        if (step_.events > 0) answer(fmt::format("      + {} {}", people ? in_words(step_.amount) : fmt::format("{}", step_.events), what));
    };
    answer(fmt::format("    ledger {}: {} certain, from {} to {}", span_in_words(test.low, test.high), people ? in_words(test.certain.amount) : fmt::format("{}", test.low),
                       to_iso(*given.scope.first), to_iso(*given.scope.last)));
    step(test.suspected, "suspected: the attribution is contested, or no more than a name");
    step(test.fuzzy_date, "with a date that is unknown or reaches over the edge of the period");
    step(test.fuzzy_place, "placed too coarsely to be sure of the area");
    if (test.unattributed.events > 0) answer(fmt::format("      beside it {} by nobody named, in no range", test.unattributed.events));
    answer(fmt::format("    gap {}: what is claimed beyond the ledger{}", span_in_words(test.gap_low, test.gap_high),
                       test.gap_high < 0 ? " (below 0: the ledger holds more)" : ""));
    if (!people)
        answer(fmt::format("    exact 95 % limits: {:.1f} to {:.1f} behind {}, {:.1f} to {:.1f} behind {}", test.low_limits.low, test.low_limits.high, test.low,
                           test.high_limits.low, test.high_limits.high, test.high));
    if (test.share_limits)
        answer(fmt::format("    of the claim, {:.1f} % stand certain in the ledger ({:.1f}–{:.1f} %)", 100 * double(test.low) / double(test.quantity),
                           100 * test.share_limits->low, 100 * test.share_limits->high));
    answer(fmt::format("    one by one: matched {}, claim only {}, ours only {}", test.matched, test.claim_only, test.ours_only));
    if (test.two_lists) answer(fmt::format("    two lists (Chapman): {:.0f}. {}", test.two_lists->population, depends_sentence));
}

JsonText& limits_json(JsonText& json, const std::optional<analyse::Limits>& limits)
{
    constexpr int decimals = 6;
    if (!limits) return json.null();
    return json.open('[').fraction(limits->low, decimals).fraction(limits->high, decimals).close(']');
}

std::string in_json(const Testable& given, const LedgerTest& test)
{
    const Tally& tally = given.filed->tally;
    JsonText json;
    json.open('{').key("claim").open('{').key("quantity").value(tally.quantity).key("unit").value(given.scope.unit).key("area").known(tally.scope_place);
    json.key("claimant").known(tally.claimant).key("actor").known(given.scope.actor).key("from").value(to_iso(*given.scope.first));
    json.key("until").value(to_iso(*given.scope.last)).key("publisher").known(given.filed->publisher).close('}').key("assumed").open('[');
    for (const auto& assumed : given.assumed) json.value(assumed);
    json.close(']').key("ledger").open('{').key("low").value(test.low).key("high").value(test.high);
    const auto step = [&](const char* name, const analyse::LedgerStep& step_) {
        json.key(name).open('{').key("incidents").value(step_.events).key("low").value(step_.amount.low).key("high").value(step_.amount.high).close('}');
    };
    step("certain", test.certain);
    step("suspected", test.suspected);
    step("fuzzy_date", test.fuzzy_date);
    step("fuzzy_place", test.fuzzy_place);
    step("unattributed_beside", test.unattributed);
    const bool people = given.scope.unit == "killed";
    json.key("low_limits_95");
    limits_json(json, people ? std::nullopt : std::optional(test.low_limits)).key("high_limits_95");
    limits_json(json, people ? std::nullopt : std::optional(test.high_limits)).close('}').key("gap").open('[').value(test.gap_low).value(test.gap_high).close(']');
    json.key("share_limits_95");
    limits_json(json, test.share_limits).key("matched").value(test.matched).key("claim_only").value(test.claim_only).key("ours_only").value(test.ours_only);
    json.key("chapman");
    if (test.two_lists)
        json.fraction(test.two_lists->population, 1).key("caution").value(depends_sentence);
    else
        json.null();
    json.key("provenance").open('{').key("method").value(test.provenance.method).key("version").value(test.provenance.version);
    json.key("rows_used").value(test.provenance.rows_used).key("left_out").open('[');
    for (const auto& line : test.provenance.left_out) json.open('{').key("why").value(line.why).key("rows").value(line.rows).close('}');
    return json.close(']').close('}').close('}').take();
}

/// Parts are of one report, claimant, unit and period, one level of area below the whole.
using Family = std::tuple<std::int64_t, std::string, std::string, std::string, std::string>;

Family family_of(const Testable& given)
{
    return {std::int64_t(given.filed->report), given.scope.unit, given.scope.who ? std::string(to_string(*given.scope.who)) : std::string(), given.filed->tally.claimant,
            to_iso(*given.scope.first) + to_iso(*given.scope.last)};
}

int level_of(const publish::TallyScope& scope) { return scope.everywhere ? 0 : scope.admin1_code.empty() ? 1 : 2; }

bool is_part(const Testable& part, const Testable& whole)
{
    if (level_of(part.scope) != level_of(whole.scope) + 1) return false;
    return whole.scope.everywhere || part.scope.country == whole.scope.country;
}

void check_sum(const Testable& whole, const std::vector<const Testable*>& parts, const Session& session)
{
    std::vector<std::int64_t> numbers;
    std::string named;
    for (const Testable* part : parts) {
        numbers.push_back(part->filed->tally.quantity);
        named += fmt::format("{}{} ({})", named.empty() ? "" : " + ", part->filed->tally.quantity, area_in_words(*part->filed));
    }
    const auto check = analyse::sum_check(whole.filed->tally.quantity, numbers);
    if (session.json) {
        JsonText json;
        json.open('{').key("sum_check").open('{').key("whole").value(check.whole).key("area").value(area_in_words(*whole.filed)).key("parts").open('[');
        for (const Testable* part : parts) json.open('{').key("quantity").value(part->filed->tally.quantity).key("area").value(area_in_words(*part->filed)).close('}');
        json.close(']').key("named").value(check.named).key("elsewhere").value(check.elsewhere).key("share_limits_95");
        return answer(limits_json(json, check.share).close('}').close('}').take());
    }
    answer(fmt::format("\nSum of the parts of {} ({}): {} = {}", check.whole, area_in_words(*whole.filed), named, check.named));
    if (!check.share) return answer(fmt::format("    the parts are {} more than the whole: one of these numbers is wrong, or counts otherwise", -check.elsewhere));
    answer(fmt::format("    {:.1f} % named ({:.1f}–{:.1f} %), {} elsewhere", 100 * double(check.named) / double(check.whole), 100 * check.share->low,
                       100 * check.share->high, check.elsewhere));
    if (parts.size() != 2 || numbers[1] == 0) return;
    const auto ratio = analyse::rate_ratio(numbers[0], 1, numbers[1], 1, 0.95);
    answer(fmt::format("    {} against {}: ratio {:.2f} ({:.2f}–{:.2f}), p = {:.2f}{}", numbers[0], numbers[1], ratio.ratio, ratio.limits.low, ratio.limits.high, ratio.p,
                       ratio.p > 0.05 ? ": the two do not show one area above the other" : ""));
}

void check_sums(const std::vector<Testable>& all, const Session& session)
{
    std::map<Family, std::vector<const Testable*>> families;
    for (const Testable& given : all)
        if (given.why_not.empty()) families[family_of(given)].push_back(&given);
    for (const auto& [family, members] : families) {
        for (const Testable* whole : members) {
            std::map<std::string, const Testable*> parts;  // each area once
            for (const Testable* part : members)
                if (is_part(*part, *whole)) parts.emplace(part->scope.country + part->scope.admin1_code, part);
            if (parts.empty()) continue;
            std::vector<const Testable*> listed;
            for (const auto& [area, part] : parts) listed.push_back(part);
            std::sort(listed.begin(), listed.end(), [](const Testable* a, const Testable* b) { return a->filed->tally.evidence.start < b->filed->tally.evidence.start; });
            check_sum(*whole, listed, session);
        }
    }
}

}  // namespace

void test_claims(const store::Query& query, const Session& session)
{
    const auto library = session.open_library(false);
    const auto tallies = library->tallies(query);
    store::Query all;
    all.most = 10'000'000;
    const auto events = analyse::events_from(library->find(all));
    std::vector<Testable> given;
    given.reserve(tallies.size());
    for (const FiledTally& filed : tallies) {
        given.push_back(testable(filed));
        const Testable& now = given.back();
        if (!session.json)
            answer(fmt::format("{} {}, {}{}: {} says ({}{})", filed.tally.quantity, filed.tally.unit, area_in_words(filed),
                               filed.tally.period_text.empty() ? "" : ", " + filed.tally.period_text, filed.tally.claimant.empty() ? "the report itself" : filed.tally.claimant,
                               filed.publisher.empty() ? "publisher unknown" : filed.publisher, filed.published ? " " + to_iso(filed.published->day) : ""));
        if (!now.why_not.empty()) {
            if (session.json) {
                JsonText json;
                answer(json.open('{').key("claim").open('{').key("quantity").value(filed.tally.quantity).key("unit").value(filed.tally.unit).close('}')
                           .key("not_tested").value(now.why_not).close('}').take());
            } else {
                answer("    not tested: " + now.why_not);
            }
            continue;
        }
        const LedgerTest test = tested(now, events);
        if (session.json)
            answer(in_json(now, test));
        else
            print(now, test);
    }
    check_sums(given, session);
    if (!session.json && !tallies.empty()) answer("\nA claim is never added to a count.");
}

}  // namespace sitrep::cli
