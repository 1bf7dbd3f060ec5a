// The queue of what waits for a person, and pairs that are likely the same.
#include "merge/merge.hpp"
#include "serve/api/change.hpp"
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

constexpr std::size_t fields_compared = 9;

Json because_json(const BoardRow& row, bool has_likely, bool second_stage)
{
    Json out = Json::array();
    const auto add = [&](bool holds, const char* word) {
        if (holds) out.push_back(word);
    };
    add(!second_stage && row.confidence < 0.5F, "unsure");
    add(row.conflicts > 0, "conflict");
    add(row.place == 0, "no_place");
    add(row.first_day == no_day, "no_date");
    add(row.killed_high >= 5, "many_dead");
    add(row.target == TargetClass::civilian, "civilians");
    add(row.sources < 2, "single_source");
    add(second_stage || row.second == SecondState::needed, "second_reader");
    add(has_likely, "likely_the_same");
    return out;
}

Response queue(Call& call)
{
    call.app.board.refresh(call.desk);
    auto question = question_from(call.request);
    const auto stage = word_of(call.request, "stage", 10);
    if (!stage.empty() && stage != "first" && stage != "second") refuse_parameter("stage", "write first or second");
    const bool second = stage == "second";
    if (second) question.second = SecondAsked::needed;
    else question.open_only = true;
    question.sort = second ? Sort::oldest_id : Sort::doubt;
    const auto found = call.app.board.page(question, call.desk);
    std::vector<IncidentId> ids;
    for (const auto& row : found.rows) ids.push_back(row.id);
    const auto likely = call.app.board.likely_the_same(ids);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        const auto& row = found.rows[i];
        Json proposals = Json::array();
        for (const auto other : likely[i])
            if (!call.desk.lists().told_apart(row.id, other)) proposals.push_back(id_json(other));
        const auto because = because_json(row, !proposals.empty(), second);
        items.push_back(fmt::format(R"({{"incident":{},"because":{},"proposals":{},"report":{}}})", row_text(call, row), text_of(because), text_of(proposals),
                                    row.surest_report == 0 ? "null" : std::to_string(row.surest_report)));
    }
    return page_response(items, found.next, found.total);
}

std::vector<std::string> differing(const Incident& a, const Incident& b)
{
    static constexpr std::string_view fields[fields_compared]{"kind", "date", "place", "admin1", "perpetrator", "target_class", "killed", "injured", "abducted"};
    std::vector<std::string> out;
    for (const auto field : fields)
        if (value_of(a, field) != value_of(b, field)) out.emplace_back(field);
    return out;
}

Json reasons_json(const std::vector<Reason>& reasons)
{
    Json out = Json::array();
    for (const auto& reason : reasons) out.push_back({{"what", reason.what}, {"words", reason.words}, {"weight", reason.weight}});
    return out;
}

/// The two accounts that speak most for one event, and why.
merge::Comparison best_comparison(const Incident& a, const Incident& b)
{
    constexpr std::size_t compared_max = 12;  // of each side: the newest of a crowd say what the rest say
    merge::Comparison best;
    bool first = true;
    for (std::size_t i = 0; i < std::min(compared_max, a.accounts.size()); ++i)
        for (std::size_t j = 0; j < std::min(compared_max, b.accounts.size()); ++j) {
            auto comparison = merge::compare(a.accounts[i], b.accounts[j]);
            if (!first && comparison.score <= best.score) continue;
            best = std::move(comparison);
            first = false;
        }
    return best;
}

Json pair_json(Call& call, IncidentId first, IncidentId second)
{
    const auto a = load_incident(call, first);
    const auto b = load_incident(call, second);
    const auto row_a = call.app.board.row(a.id), row_b = call.app.board.row(b.id);
    if (!row_a || !row_b || a.id == b.id) throw Problem(409, "one_incident", "The two are one incident by now.");
    const auto comparison = best_comparison(a, b);
    return {{"a", row_json(call, *row_a)}, {"b", row_json(call, *row_b)}, {"score", comparison.score}, {"reasons", reasons_json(comparison.reasons)},
            {"differs", differing(a, b)}};
}

Response proposals(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto limit = limit_of(call.request);
    auto at = std::size_t(number_of(call.request, "cursor", 0));
    const auto pairs = call.app.board.likely_pairs();
    const auto unsure = call.desk.lists().unsure_pairs(call.who());
    Json items = Json::array();
    for (; at < pairs.size() && items.size() < limit; ++at) {
        const auto& pair = pairs[at];
        if (std::ranges::find(unsure, std::pair(pair.a, pair.b)) != unsure.end() || call.desk.lists().told_apart(pair.a, pair.b)) continue;
        items.push_back(pair_json(call, pair.a, pair.b));
    }
    return json_response({{"items", items}, {"next", at < pairs.size() ? Json(std::to_string(at)) : Json()}, {"total", pairs.size()}});
}

IncidentId asked(Call& call, const char* name)
{
    const auto id = incident_id_from(word_of(call.request, name, 24));
    if (!id) refuse_parameter(name, "an incident's id looks like I42");
    return *id;
}

Response compare(Call& call)
{
    call.app.board.refresh(call.desk);
    return json_response(pair_json(call, asked(call, "a"), asked(call, "b")));
}

Response decide(Call& call)
{
    const Body body(call.request, {"a", "b", "verdict", "because", "version_a", "version_b"});
    const auto a = body.incident("a"), b = body.incident("b");
    const auto verdict = body.text("verdict", 20);
    if (verdict != "same" && verdict != "different" && verdict != "unsure") body.refuse("verdict", "same, different or unsure");
    const auto because = body.text("because", 1000);
    if (because.empty()) body.refuse("because", "say why, in a few words");
    const auto version_a = body.optional_number("version_a", 0, INT64_MAX), version_b = body.optional_number("version_b", 0, INT64_MAX);
    if (verdict == "same" && (!version_a || !version_b)) throw Problem(428, "no_version", "Send version_a and version_b as you read them.");
    IncidentId first{}, second{};
    call.desk.store().in_transaction([&] {
        first = version_a ? checked_version(call, a, RevisionId{*version_a}) : load_incident(call, a).id;
        second = version_b ? checked_version(call, b, RevisionId{*version_b}) : load_incident(call, b).id;
        if (verdict == "same") call.desk.store().merge(first, second, call.who(), because);
        else if (verdict == "different") call.desk.tell_apart(first, second, call.who(), because);
        else call.desk.lists().add_unsure(call.who(), first, second);
    });
    return change_response(call, first, verdict == "same" ? std::nullopt : std::optional(second));
}

}  // namespace

void add_review(Routes& routes)
{
    routes.push_back({Method::get, "/review/queue", all_roles, queue});
    routes.push_back({Method::get, "/review/proposals", all_roles, proposals});
    routes.push_back({Method::get, "/review/compare", all_roles, compare});
    routes.push_back({Method::post, "/review/decide", desk_roles, decide});
}

}  // namespace sitrep::serve
