// Inbox: reports as they came, files on their way, batches, what was refused.
#include "serve/api/batch_json.hpp"
#include "serve/api/incident_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sitrep::serve {
namespace {

constexpr std::size_t uploads_a_batch = 2000, texts_a_batch = 100, addresses_a_batch = 100;

store::InboxState state_of(const Request& request)
{
    const auto word = word_of(request, "state", 20);
    if (word.empty() || word == "all") return store::InboxState::all;
    if (word == "not_read") return store::InboxState::not_read;
    if (word == "no_incident") return store::InboxState::no_incident;
    if (word == "with_incident") return store::InboxState::with_incident;
    refuse_parameter("state", "write all, not_read, no_incident or with_incident");
}

/// What a report is never changes and is kept as text; where its accounts are filed is asked each time.
std::string row_text(Call& call, ReportId report)
{
    auto text = call.app.reports.of(std::to_string(std::int64_t(report)), 0, [&] {
        const auto row = call.desk.lists().inbox_row(report).value_or(store::InboxRow{});
        auto whole = text_of({{"id", std::int64_t(report)}, {"title", row.title}, {"publisher", row.publisher}, {"source", std::int64_t(row.source)}, {"url", known(row.url)},
                              {"published", row.published ? Json(to_iso(row.published->day)) : Json()}, {"received_at", row.received_at}, {"language", row.language},
                              {"was_read", row.was_read}, {"format", to_string(row.format)}, {"origin", row.origin}, {"tallies", row.tallies}});
        whole.pop_back();  // the closing bracket: more follows
        return whole;
    });
    const auto accounts = call.desk.lists().incidents_of_accounts_in(report);
    std::vector<IncidentId> incidents;
    for (const auto id : accounts)
        if (std::ranges::find(incidents, id) == incidents.end()) incidents.push_back(id);
    Json listed = Json::array();
    for (const auto id : incidents) listed.push_back(id_json(id));
    fmt::format_to(std::back_inserter(text), R"(,"incidents":{},"accounts":{}}})", text_of(listed), accounts.size());
    return text;
}

Response inbox(Call& call)
{
    const auto& request = call.request;
    const auto limit = limit_of(request);
    const auto state = state_of(request);
    const auto words = word_of(request, "words", 300);
    std::int64_t below = number_of(request, "cursor", INT64_MAX), above = 0;
    if (const auto id = word_of(request, "batch", 20); !id.empty()) {
        const auto batch = call.app.intake.batch(id);
        if (!batch) refuse_parameter("batch", "there is no such batch; /inbox/batches lists them");
        above = std::int64_t(batch->before);
        if (batch->state == BatchState::waiting) below = 0;
        else if (batch->last != ReportId{}) below = std::min(below, std::int64_t(batch->last) + 1);
    }
    const auto among = call.app.board.reports_with(words, call.desk);
    const auto total = among ? std::int64_t(among->size()) : call.app.inbox_totals.of(state, call.desk.lists());
    const auto ids = total == 0 ? std::vector<ReportId>() : call.desk.lists().inbox(state, ReportId{above}, ReportId{below}, limit + 1, among.get());
    std::vector<std::string> items;
    for (std::size_t i = 0; i < std::min(limit, ids.size()); ++i) items.push_back(row_text(call, ids[i]));
    return page_response(items, ids.size() > limit ? std::optional(std::to_string(std::int64_t(ids[limit - 1]))) : std::nullopt, total);
}

Json upload_json(const Upload& upload)
{
    return {{"id", upload.id}, {"name", upload.name}, {"size", upload.size}, {"received", upload.received}, {"part_bytes_max", upload_part_bytes_max}};
}

Response add_upload(Call& call)
{
    const Body body(call.request, {"name", "size"});
    return json_response(upload_json(call.app.intake.announce(body.text("name", 400), body.number("size", 0, INT64_MAX))), 201);
}

Response send_part(Call& call)
{
    if (!call.request.query.contains("offset")) refuse_parameter("offset", "it is missing");
    return json_response(upload_json(call.app.intake.take_part(call.parameters.at(0), number_of(call.request, "offset", 0), call.request.body)));
}

Response drop_upload(Call& call)
{
    call.app.intake.drop(call.parameters.at(0));
    return no_content();
}

Response batches(Call& call)
{
    Json items = Json::array();
    for (const auto& batch : call.app.intake.batches()) items.push_back(batch_json(batch));
    return json_response({{"items", items}});
}

Response batch(Call& call)
{
    const auto found = call.app.intake.batch(call.parameters.at(0));
    if (!found) throw Problem(404, "not_there", "There is no such batch.");
    return json_response(batch_json(*found));
}

Response stop_batch(Call& call) { return json_response(batch_json(call.app.intake.stop(call.parameters.at(0)))); }

std::string what_words(const ToRead& what)
{
    std::string out;
    const auto add = [&](std::size_t number, const char* one, const char* many) {
        if (number > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", number, number == 1 ? one : many);
    };
    add(what.uploads.size(), "file", "files");
    add(what.texts.size(), "pasted text", "pasted texts");
    add(what.addresses.size(), "address", "addresses");
    return out;
}

PastedText text_from(const Json& json, std::size_t at)
{
    const Body body(json, {"title", "text", "publisher", "url", "published"}, fmt::format("texts[{}].", at));
    PastedText text;
    text.text = body.text("text", 1'000'000);
    if (text.text.find_first_not_of(" \t\r\n") == std::string::npos) body.refuse("text", "it is empty");
    text.title = body.optional_text("title", 1000).value_or("");
    text.publisher = body.optional_text("publisher", 200).value_or("");
    text.url = body.optional_text("url", 2000).value_or("");
    text.published = body.optional_text("published", 20).value_or("");
    if (!text.published.empty() && !day_from_iso(text.published)) body.refuse("published", "write a day like 2025-09-18");
    return text;
}

Response add_batch(Call& call)
{
    const Body body(call.request, {"uploads", "texts", "urls", "publisher"});
    ToRead what;
    what.by = call.who();
    what.publisher = body.optional_text("publisher", 200).value_or("");
    what.uploads = body.texts("uploads", uploads_a_batch, 100);
    what.addresses = body.texts("urls", addresses_a_batch, 2000);
    for (const auto& address : what.addresses)
        if (!is_web_address(address)) body.refuse("urls", "only http and https addresses");
    if (body.has("texts")) {
        const auto& texts = body.array("texts", texts_a_batch);
        for (std::size_t i = 0; i < texts.size(); ++i) what.texts.push_back(text_from(texts[i], i));
    }
    if (what.uploads.empty() && what.texts.empty() && what.addresses.empty()) body.refuse("uploads", "there is nothing to read: uploads, texts or urls");
    what.what = what_words(what);
    return json_response(batch_json(call.app.intake.add(std::move(what))), 202);
}

Response refused(Call& call)
{
    const auto limit = limit_of(call.request);
    const auto rows = call.desk.lists().refused(number_of(call.request, "cursor", INT64_MAX), limit + 1);
    Json items = Json::array();
    for (std::size_t i = 0; i < std::min(limit, rows.size()); ++i) items.push_back(refusal_json(rows[i]));
    const bool more = rows.size() > limit;
    return json_response({{"items", items}, {"next", more ? Json(std::to_string(rows[limit - 1].id)) : Json()}, {"total", call.desk.store().counts().refused}});
}

// Feeds

Json feed_json(const store::Feed& feed)
{
    return {{"id", feed.id}, {"url", feed.url}, {"name", feed.name}, {"publisher", feed.publisher}, {"paused", feed.paused}, {"added_by", feed.added_by},
            {"added_at", feed.added_at}, {"fetched_at", feed.fetched_at ? Json(*feed.fetched_at) : Json()},
            {"last_result", feed.last_result ? Json(*feed.last_result) : Json()}};
}

store::Feed feed_of(Call& call)
{
    auto feed = call.desk.shelves().feed(call.number(0));
    if (!feed) throw Problem(404, "not_there", "There is no such feed.");
    return std::move(*feed);
}

Response feeds(Call& call)
{
    Json items = Json::array();
    for (const auto& feed : call.desk.shelves().feeds()) items.push_back(feed_json(feed));
    return json_response({{"items", items}});
}

Response add_feed(Call& call)
{
    const Body body(call.request, {"url", "name", "publisher"});
    store::Feed feed;
    feed.url = body.text("url", 2000);
    if (!is_web_address(feed.url)) body.refuse("url", "an http or https address is expected");
    feed.name = body.optional_text("name", 200).value_or(feed.url);
    feed.publisher = body.optional_text("publisher", 200).value_or("");
    feed.added_by = call.who();
    const auto added = call.desk.shelves().add(feed);
    if (!added) throw Problem(409, "taken", "This feed is there already.");
    return json_response(feed_json(*added), 201);
}

Response change_feed(Call& call)
{
    const Body body(call.request, {"name", "publisher", "paused"});
    auto feed = feed_of(call);
    feed.name = body.optional_text("name", 200).value_or(feed.name);
    feed.publisher = body.optional_text("publisher", 200).value_or(feed.publisher);
    feed.paused = body.optional_truth("paused").value_or(feed.paused);
    call.desk.shelves().change(feed);
    return json_response(feed_json(feed));
}

Response drop_feed(Call& call)
{
    call.desk.shelves().drop_feed(feed_of(call).id, call.who());
    return no_content();
}

Response fetch(Call& call, const std::vector<store::Feed>& feeds)
{
    ToRead what;
    what.by = call.who();
    for (const auto& feed : feeds) {
        what.addresses.push_back(feed.url);
        what.feeds.push_back(feed.id);
    }
    what.publisher = feeds.size() == 1 ? feeds.front().publisher : "";
    what.what = feeds.size() == 1 ? feeds.front().name : fmt::format("{} feeds", feeds.size());
    return json_response(batch_json(call.app.intake.add(std::move(what))), 202);
}

Response fetch_feed(Call& call) { return fetch(call, {feed_of(call)}); }

Response fetch_feeds(Call& call)
{
    std::vector<store::Feed> wanted;
    for (auto& feed : call.desk.shelves().feeds())
        if (!feed.paused) wanted.push_back(std::move(feed));
    if (wanted.empty()) throw Problem(409, "nothing_to_fetch", "There is no feed that is not paused. Add one first.");
    return fetch(call, wanted);
}

}  // namespace

bool is_web_address(std::string_view text)
{
    if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
    return std::ranges::none_of(text, [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>'; });
}

Json refusal_json(const store::Refusal& refusal) { return {{"id", refusal.id}, {"at", refusal.at}, {"where", refusal.where}, {"why", refusal.why}}; }

Json batch_json(const Batch& batch)
{
    Json refusals = Json::array();
    for (const auto& refusal : batch.refusals) refusals.push_back(refusal_json(refusal));
    const auto& counts = batch.counts;
    return {{"id", batch.id}, {"by", batch.by}, {"what", batch.what}, {"state", to_string(batch.state)}, {"started_at", batch.started_at},
            {"ended_at", known(batch.ended_at)}, {"bytes_done", batch.bytes_done}, {"bytes_total", batch.bytes_total}, {"read", counts.read},
            {"already", counts.already}, {"not_read", counts.not_read}, {"refused", counts.refused}, {"accounts", counts.accounts},
            {"tallies", counts.tallies}, {"new_incidents", counts.new_incidents}, {"joined", counts.joined}, {"refusals", refusals},
            {"error", known(batch.error)}};
}

void add_inbox(Routes& routes)
{
    routes.push_back({Method::get, "/inbox", all_roles, inbox});
    routes.push_back({Method::post, "/inbox/uploads", desk_roles, add_upload, "application/json", true});
    routes.push_back({Method::put, "/inbox/uploads/{id}", desk_roles, send_part, "application/octet-stream", true});
    routes.push_back({Method::remove, "/inbox/uploads/{id}", desk_roles, drop_upload, "application/json", true});
    routes.push_back({Method::get, "/inbox/batches", all_roles, batches});
    routes.push_back({Method::post, "/inbox/batches", desk_roles, add_batch, "application/json", true});
    routes.push_back({Method::get, "/inbox/batches/{id}", all_roles, batch});
    routes.push_back({Method::remove, "/inbox/batches/{id}", desk_roles, stop_batch, "application/json", true});
    routes.push_back({Method::get, "/inbox/refused", all_roles, refused});
}

void add_feeds(Routes& routes)
{
    routes.push_back({Method::get, "/feeds", all_roles, feeds});
    routes.push_back({Method::post, "/feeds", desk_roles, add_feed});
    routes.push_back({Method::patch, "/feeds/{id}", desk_roles, change_feed});
    routes.push_back({Method::remove, "/feeds/{id}", desk_roles, drop_feed});
    routes.push_back({Method::post, "/feeds/fetch", desk_roles, fetch_feeds});
    routes.push_back({Method::post, "/feeds/{id}/fetch", desk_roles, fetch_feed});
}

}  // namespace sitrep::serve
