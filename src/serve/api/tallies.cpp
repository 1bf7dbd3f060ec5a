// Tallies: what others claim, beside our own count for the same scope, period and unit.
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

struct WhyNot {
    std::string code, words;  ///< empty when it can be counted
};

/// Why nothing of ours stands beside a tally.
WhyNot why_not_counted(const Tally& tally)
{
    if (!tally.period.first_day() || !tally.period.last_day()) return {"period_unknown", "the period is not known"};
    if (!tally.scope && !tally.scope_place.empty() && tally.scope_place != "world") return {"area_unknown", "the area is not known"};
    if (tally.scope && tally.scope->country.empty()) return {"area_crosses_borders", "the area crosses borders"};
    if (tally.scope && tally.scope->kind == PlaceKind::region) return {"area_without_codes", "the area is a region without codes"};
    return {};
}

bool counts_dead(const std::string& unit) { return unit.find("killed") != std::string::npos || unit.find("dead") != std::string::npos; }

Json ours_json(Call& call, const Tally& tally)
{
    Question question;
    question.from = tally.period.first_day();
    question.until = tally.period.last_day();
    if (tally.scope) question.areas = {tally.scope->admin1_code.empty() ? tally.scope->country : tally.scope->admin1_code};
    question.actor = tally.actor_name;
    question.background = false;
    std::int64_t incidents = 0, claimed_only = 0, low = 0, high = 0;
    const bool dead = counts_dead(tally.unit);
    call.app.board.each(question, call.desk, [&](const BoardRow& row) {
        // Operations against a group are a series of their own and no attacks.
        if (!dead && series_of(row.kind) != Series::attack) return;
        ++incidents;
        claimed_only += row.grade == Grade::claimed_only;
        low += dead ? std::max(0, row.killed_low) : row.grade != Grade::claimed_only;
        high += dead ? std::max(0, row.killed_high) : 1;
    });
    return {{"min", low}, {"max", high}, {"incidents", incidents}, {"claimed_only", claimed_only}};
}

Response tallies(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto& request = call.request;
    store::Lists::TallyQuery query;
    query.from = day_of(request, "from");
    query.until = day_of(request, "until");
    if (const auto month = word_of(request, "month", 10); !month.empty()) {
        const auto days = days_of_month(month);
        if (!days) refuse_parameter("month", "write it like 2025-09");
        query.from = days->first;
        query.until = days->second;
    }
    const auto area = word_of(request, "area", 10);
    (area.size() == 2 ? query.country : query.admin1_code) = area;
    query.words = word_of(request, "words", 300);
    const auto limit = limit_of(request);
    std::int64_t total = 0;
    const auto found = call.desk.lists().tallies(query, number_of(request, "cursor", 0), limit + 1, total);
    Json items = Json::array();
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) items.push_back(tally_json(call, found[i], true));
    const bool more = found.size() > limit;
    return json_response({{"items", items}, {"next", more ? Json(std::to_string(found[limit - 1].id)) : Json()}, {"total", total}});
}

// The log, for those who oversee the desk

Response log(Call& call)
{
    const auto limit = limit_of(call.request);
    const auto action = word_of(call.request, "action", 40);
    const auto found = call.desk.lists().log(action, number_of(call.request, "cursor", INT64_MAX), limit + 1);
    Json items = Json::array();
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        items.push_back({{"id", found[i].id}, {"at", found[i].at}, {"action", found[i].action}, {"subject", found[i].subject},
                         {"content", found[i].content.hex()}, {"hash", found[i].hash.hex()}});
    const bool more = found.size() > limit;
    return json_response({{"items", items}, {"next", more ? Json(std::to_string(found[limit - 1].id)) : Json()}, {"total", call.desk.lists().log_total(action)}});
}

Json verification_json(Verification& verification)
{
    const std::lock_guard lock(verification.mutex);
    Json faults = Json::array();
    for (const auto& fault : verification.result.faults) faults.push_back(fault);
    const char* state = verification.running ? "running" : verification.at.empty() ? "never" : "done";
    return {{"state", state}, {"progress", verification.progress}, {"at", known(verification.at)}, {"originals", verification.result.originals},
            {"log_entries", verification.result.log_entries}, {"faults", faults}};
}

Response verification(Call& call) { return json_response(verification_json(call.app.verification)); }

void run_verification(App& app)
{
    store::VerifyResult result;
    try {
        const auto desk = app.open_desk();
        result = desk->store().verify([&](double progress) {
            const std::lock_guard lock(app.verification.mutex);
            app.verification.progress = progress;
        });
    }
    catch (const std::exception& error) {
        result.faults.emplace_back(error.what());
    }
    const std::lock_guard lock(app.verification.mutex);
    app.verification.result = std::move(result);
    app.verification.at = instant(app.now());
    app.verification.progress = 1;
    app.verification.running = false;
}

Response verify(Call& call)
{
    auto& app = call.app;
    bool begin = false;
    {
        const std::lock_guard lock(app.verification.mutex);
        begin = !std::exchange(app.verification.running, true);
        if (begin) app.verification.progress = 0;
    }
    if (begin) app.verifying = std::jthread([&app] { run_verification(app); });
    return json_response(verification_json(app.verification), 202);
}

}  // namespace

Json tally_json(Call& call, const store::NumberedTally& numbered, bool beside_ours)
{
    const auto& filed = numbered.filed;
    const auto& tally = filed.tally;
    const auto stored = call.desk.store().report(filed.report);
    const auto why_not = beside_ours ? why_not_counted(tally) : WhyNot{};
    return {{"id", numbered.id}, {"report", std::int64_t(filed.report)}, {"publisher", filed.publisher}, {"url", known(filed.url)},
            {"published", filed.published ? Json(to_iso(filed.published->day)) : Json()}, {"quantity", tally.quantity}, {"unit", tally.unit},
            {"scope", known(tally.scope_place)}, {"scope_place", place_json(tally.scope)}, {"period", date_json(tally.period)},
            {"period_text", known(tally.period_text)}, {"claimant", known(tally.claimant_name.empty() ? tally.claimant : tally.claimant_name)},
            {"actor", known(tally.actor_name)},
            {"evidence", {{"report", std::int64_t(filed.report)}, {"start", tally.evidence.start}, {"end", tally.evidence.end},
                          {"text", stored ? cut(stored->report.document, tally.evidence) : ""}}},
            {"ours", beside_ours && why_not.code.empty() ? ours_json(call, tally) : Json()}, {"why_not", known(why_not.words)}, {"why_code", known(why_not.code)}};
}

void add_tallies(Routes& routes) { routes.push_back({Method::get, "/tallies", all_roles, tallies}); }

void add_audit(Routes& routes)
{
    routes.push_back({Method::get, "/audit", overseers, log});
    routes.push_back({Method::get, "/audit/verification", overseers, verification});
    routes.push_back({Method::post, "/audit/verification", overseers, verify, "application/json", true});
}

}  // namespace sitrep::serve
