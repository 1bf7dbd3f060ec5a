// A report's text with every span of evidence by field, and its original.
#include "publish/links.hpp"
#include "serve/api/fields_json.hpp"
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

void mark(Json& spans, const char* field, Span span, const std::string& value)
{
    if (span.start < span.end) spans.push_back({{"field", field}, {"start", span.start}, {"end", span.end}, {"value", value}});
}

void mark(Json& spans, const char* field, const std::optional<Span>& span, const std::string& value)
{
    if (span) mark(spans, field, *span, value);
}

std::string words(const Toll& toll) { return toll.high && *toll.high != toll.low ? fmt::format("{}-{}", toll.low, *toll.high) : std::to_string(toll.low); }

Json spans_of(const Account& account)
{
    Json spans = Json::array();
    for (const auto span : account.evidence) mark(spans, "evidence", span, std::string(to_string(account.kind)));
    mark(spans, "date", account.date_span, account.date.start ? account.date.start->iso() : "unknown");
    for (const auto& at : account.places) mark(spans, "place", at.span, at.place.is_resolved() ? at.place.name : "not resolved");
    mark(spans, "perpetrator", account.perpetrator.span, account.perpetrator.name.empty() ? account.perpetrator.text : account.perpetrator.name);
    for (const auto& target : account.targets) {
        mark(spans, "target", target.span, target.target_class ? std::string(to_string(*target.target_class)) : "unknown");
        if (target.killed) mark(spans, "killed", target.killed->evidence, words(*target.killed));
        if (target.injured) mark(spans, "injured", target.injured->evidence, words(*target.injured));
    }
    if (account.weapon) mark(spans, "weapon", account.weapon->span, std::string(to_string(account.weapon->weapon_class)));
    const auto toll = [&](const char* field, const std::optional<Toll>& stated) {
        if (stated) mark(spans, field, stated->evidence, words(*stated));
    };
    toll("killed", account.killed);
    toll("injured", account.injured);
    toll("abducted", account.abducted);
    toll("arrested", account.arrested);
    toll("perpetrators_killed", account.perpetrators_killed);
    for (const auto& said : account.attribution) mark(spans, "attribution", said.span, said.name.empty() ? said.text : said.name);
    return spans;
}

store::StoredReport stored(Call& call)
{
    auto found = call.desk.store().report(ReportId{call.number(0)});
    if (!found) throw Problem(404, "not_there", "There is no report of that number.");
    return std::move(*found);
}

Response one_report(Call& call)
{
    const auto found = stored(call);
    const auto& report = found.report;
    const auto source = call.desk.registers().source(found.source);
    const auto row = call.desk.lists().inbox_row(found.id);
    Json accounts = Json::array(), mentions = Json::array(), tallies = Json::array(), patterns = Json::array();
    for (const auto& filed : call.desk.lists().accounts_in(found.id))
        accounts.push_back({{"account", std::int64_t(filed.id)}, {"incident", id_json(call.desk.lists().incident_of(filed.id))},
                            {"background", filed.account.background}, {"spans", spans_of(filed.account)}});
    for (const auto& mention : call.desk.lists().mentions_in(found.id))
        mentions.push_back({{"layer", to_string(mention.layer)}, {"start", mention.span.start}, {"end", mention.span.end}, {"name", known(mention.name)}});
    for (const auto& tally : call.desk.lists().tallies_in(found.id)) tallies.push_back(tally_json(call, tally, false));
    for (const auto& pattern : call.desk.lists().patterns_in(found.id))
        patterns.push_back({{"report", std::int64_t(found.id)}, {"what", pattern.what}, {"place", known(pattern.place)}, {"period", known(pattern.period)},
                            {"claimant", known(pattern.claimant)}, {"start", pattern.evidence.start}, {"end", pattern.evidence.end}});
    const auto before_text = std::string_view(report.document).substr(0, report.text_begin);
    const auto text_start = std::ranges::count_if(before_text, [](unsigned char c) { return (c & 0xC0) != 0x80; });
    const auto language = row ? row->language : std::string(to_string(report.language));
    return json_response({{"id", std::int64_t(found.id)}, {"title", report.title()}, {"document", report.document}, {"text_start", text_start},
                          {"language", language}, {"direction", language == "ar" ? "rtl" : "ltr"}, {"publisher", report.publisher},
                          {"source", std::int64_t(found.source)}, {"reliability", std::string(1, source ? source->reliability : 'F')}, {"url", known(report.url)},
                          {"published", report.published ? Json(to_iso(report.published->day)) : Json()}, {"received_at", found.received_at},
                          {"format", to_string(found.format)}, {"origin", found.origin}, {"sha256", found.hash.hex()}, {"was_read", found.was_read},
                          {"accounts", accounts}, {"mentions", mentions}, {"tallies", tallies}, {"patterns", patterns}});
}

/// Never shown by the browser as a page of ours: what was received may be hostile.
Response original(Call& call)
{
    const auto found = stored(call);
    Response response;
    response.type = "application/octet-stream";
    response.body = call.desk.store().original(found.id);
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"report-{}.{}\"", std::int64_t(found.id), to_string(found.format)));
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

}  // namespace

void add_reports(Routes& routes)
{
    routes.push_back({Method::get, "/reports/{id}", all_roles, one_report});
    routes.push_back({Method::get, "/reports/{id}/original", all_roles, original});
}

}  // namespace sitrep::serve
