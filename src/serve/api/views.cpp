// Saved views: a page's question and columns under a name.
#include "serve/api/app.hpp"
#include "serve/api/json.hpp"

namespace sitrep::serve {
namespace {

constexpr std::size_t query_bytes_max = 4000;
constexpr std::size_t views_max = 200;

Json view_json(const store::View& view)
{
    return {{"id", view.id}, {"name", view.name}, {"owner", view.owner}, {"shared", view.shared}, {"page", view.page},
            {"query", Json::parse(view.query, nullptr, false)}, {"columns", Json::parse(view.columns, nullptr, false)}};
}

void take(const Body& body, store::View& view)
{
    view.name = body.text("name", 80);
    if (view.name.empty()) body.refuse("name", "give it a name");
    view.page = body.text("page", 20);
    if (view.page != "incidents" && view.page != "map" && view.page != "review" && view.page != "tallies")
        body.refuse("page", "incidents, map, review or tallies");
    view.query = body.object("query").dump(-1, ' ', false, Json::error_handler_t::replace);
    if (view.query.size() > query_bytes_max) body.refuse("query", "it is too long");
    view.columns = Json(body.texts("columns", 60, 60)).dump(-1, ' ', false, Json::error_handler_t::replace);
    view.shared = body.optional_truth("shared").value_or(false);
}

store::View own_view(Call& call)
{
    auto view = call.desk.shelves().view(call.number(0));
    const bool visible = view && (view->shared || view->owner == call.who());
    if (!visible) throw Problem(404, "not_there", "There is no such view.");
    if (view->owner != call.who()) throw Problem(403, "not_yours", "The view belongs to somebody else. Save one of your own.");
    return std::move(*view);
}

Response views(Call& call)
{
    Json items = Json::array();
    for (const auto& view : call.desk.shelves().views(call.who())) items.push_back(view_json(view));
    return json_response({{"items", items}});
}

Response add_view(Call& call)
{
    const Body body(call.request, {"name", "page", "query", "columns", "shared"});
    if (call.desk.shelves().views(call.who()).size() >= views_max) throw Problem(409, "too_many", "There are too many views. Drop some.");
    store::View view;
    view.owner = call.who();
    take(body, view);
    return json_response(view_json(call.desk.shelves().add(view)), 201);
}

Response change_view(Call& call)
{
    const Body body(call.request, {"name", "page", "query", "columns", "shared"});
    auto view = own_view(call);
    take(body, view);
    call.desk.shelves().change(view);
    return json_response(view_json(view));
}

Response drop_view(Call& call)
{
    call.desk.shelves().drop_view(own_view(call).id);
    return no_content();
}

}  // namespace

void add_views(Routes& routes)
{
    routes.push_back({Method::get, "/views", all_roles, views});
    routes.push_back({Method::post, "/views", all_roles, add_view});
    routes.push_back({Method::put, "/views/{id}", all_roles, change_view});
    routes.push_back({Method::remove, "/views/{id}", all_roles, drop_view});
}

}  // namespace sitrep::serve
