// The register of sources: letters, groups of those that depend on each other, notes.
#include "publish/links.hpp"
#include "serve/api/app.hpp"
#include "serve/api/json.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::serve {
namespace {

Json source_json(const store::SourceEntry& source)
{
    const auto* outlet = publish::outlet_behind(source.name, "");
    return {{"id", std::int64_t(source.id)}, {"name", source.name}, {"reliability", std::string(1, source.reliability)}, {"reports", source.reports},
            {"outlet", outlet ? Json(outlet->name) : Json()}, {"private", outlet == nullptr}, {"group", source.group ? Json(*source.group) : Json()},
            {"note", source.note}, {"first_day", day_json(source.first_day)}, {"last_day", day_json(source.last_day)}};
}

Response sources(Call& call)
{
    const auto limit = limit_of(call.request);
    const auto words = text::name_key(word_of(call.request, "words", 200));
    const auto letter = word_of(call.request, "reliability", 1);
    auto at = std::size_t(number_of(call.request, "cursor", 0));
    const auto all = call.app.registers.of("sources", call.desk.lists().data_version(), [&] {
        Json rows = Json::array();
        for (const auto& source : call.app.source_totals.sources(call.desk)) rows.push_back(source_json(source));
        return rows;
    });
    std::vector<const Json*> found;
    for (const auto& row : *all) {
        if (!letter.empty() && row["reliability"] != letter) continue;
        if (!words.empty() && text::name_key(row["name"].get<std::string>()).find(words) == std::string::npos) continue;
        found.push_back(&row);
    }
    Json items = Json::array();
    for (; at < found.size() && items.size() < limit; ++at) items.push_back(*found[at]);
    return json_response({{"items", items}, {"next", at < found.size() ? Json(std::to_string(at)) : Json()}, {"total", found.size()}});
}

Response change_source(Call& call)
{
    const Body body(call.request, {"reliability", "group", "note", "because"});
    auto source = call.desk.registers().source(SourceId{call.number(0)});
    if (!source) throw Problem(404, "not_there", "There is no source of that number.");
    if (body.has("reliability")) {
        const auto letter = body.text("reliability", 1);
        if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'F') body.refuse("reliability", "A to F");
        source->reliability = letter[0];
    }
    if (body.has("group")) {
        source->group.reset();
        if (!body.is_null("group")) source->group = body.number("group", 1, INT64_MAX);
        const auto groups = call.desk.registers().groups();
        const bool known_group = !source->group || std::ranges::any_of(groups, [&](const auto& group) { return group.id == *source->group; });
        if (!known_group) body.refuse("group", "there is no such group; /source-groups lists them");
    }
    source->note = body.optional_text("note", 2000).value_or(source->note);
    call.desk.registers().change(*source, call.who(), body.text("because", 1000));
    return json_response(source_json(*call.desk.registers().source(source->id)));
}

Json group_json(const store::SourceGroup& group)
{
    Json members = Json::array();
    for (const auto source : group.sources) members.push_back(std::int64_t(source));
    return {{"id", group.id}, {"name", group.name}, {"sources", members}};
}

store::SourceGroup group_in(Call& call, const Body& body)
{
    store::SourceGroup group;
    group.name = body.text("name", 120);
    if (group.name.empty()) body.refuse("name", "give it a name");
    for (const auto number : body.numbers("sources", 1000)) {
        if (!call.desk.registers().source(SourceId{number})) body.refuse("sources", fmt::format("there is no source {}", number));
        group.sources.push_back(SourceId{number});
    }
    return group;
}

Response groups(Call& call)
{
    Json items = Json::array();
    for (const auto& group : call.desk.registers().groups()) items.push_back(group_json(group));
    return json_response({{"items", items}});
}

Response add_group(Call& call)
{
    const Body body(call.request, {"name", "sources"});
    const auto added = call.desk.registers().add(group_in(call, body), call.who());
    if (!added) throw Problem(409, "taken", "There is a group of that name.");
    return json_response(group_json(*added), 201);
}

Response change_group(Call& call)
{
    const Body body(call.request, {"name", "sources"});
    auto group = group_in(call, body);
    group.id = call.number(0);
    if (!call.desk.registers().change(group, call.who())) throw Problem(404, "not_there", "There is no such group, or another one has that name.");
    return json_response(group_json(group));
}

Response drop_group(Call& call)
{
    if (!call.desk.registers().drop_group(call.number(0), call.who())) throw Problem(404, "not_there", "There is no such group.");
    return no_content();
}

}  // namespace

void add_sources(Routes& routes)
{
    routes.push_back({Method::get, "/sources", all_roles, sources});
    routes.push_back({Method::patch, "/sources/{id}", keepers, change_source});
    routes.push_back({Method::get, "/source-groups", all_roles, groups});
    routes.push_back({Method::post, "/source-groups", keepers, add_group});
    routes.push_back({Method::put, "/source-groups/{id}", keepers, change_group});
    routes.push_back({Method::remove, "/source-groups/{id}", keepers, drop_group});
}

}  // namespace sitrep::serve
