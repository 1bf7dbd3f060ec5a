#include "store/desk/shelves.hpp"

#include "store/sqlite/desk_changes.hpp"

namespace sitrep::store {
namespace {

#define SITREP_VIEW_COLUMNS "id, name, owner, shared, page, query, columns"
#define SITREP_FEED_COLUMNS "id, url, name, publisher, paused, added_by, added_at, fetched_at, last_result"

View take_view(Statement& row)
{
    View view;
    view.id = row.integer();
    view.name = row.text();
    view.owner = row.text();
    view.shared = row.truth();
    view.page = row.text();
    view.query = row.text();
    view.columns = row.text();
    return view;
}

Feed take_feed(Statement& row)
{
    Feed feed;
    feed.id = row.integer();
    feed.url = row.text();
    feed.name = row.text();
    feed.publisher = row.text();
    feed.paused = row.truth();
    feed.added_by = row.text();
    feed.added_at = row.text();
    feed.fetched_at = row.optional_text();
    feed.last_result = row.optional_text();
    return feed;
}

}  // namespace

std::vector<View> Shelves::views(const std::string& who) const
{
    std::vector<View> found;
    auto row = store_.connection().ask("SELECT " SITREP_VIEW_COLUMNS " FROM desk_view WHERE shared = 1 OR owner = ? ORDER BY name, id", who);
    while (row.step()) found.push_back(take_view(row));
    return found;
}

std::optional<View> Shelves::view(std::int64_t id) const
{
    auto row = store_.connection().ask("SELECT " SITREP_VIEW_COLUMNS " FROM desk_view WHERE id = ?", id);
    if (!row.step()) return std::nullopt;
    return take_view(row);
}

View Shelves::add(View view)
{
    return store_.whole([&] {
        store_.connection().run("INSERT INTO desk_view (name, owner, shared, page, query, columns) VALUES (?, ?, ?, ?, ?, ?)", view.name, view.owner,
                                view.shared, view.page, view.query, view.columns);
        view.id = store_.connection().last_id();
        return view;
    });
}

void Shelves::change(const View& view)
{
    store_.whole([&] {
        store_.connection().run("UPDATE desk_view SET name = ?, shared = ?, page = ?, query = ?, columns = ? WHERE id = ?", view.name, view.shared,
                                view.page, view.query, view.columns, view.id);
    });
}

void Shelves::drop_view(std::int64_t id)
{
    store_.whole([&] { store_.connection().run("DELETE FROM desk_view WHERE id = ?", id); });
}

std::vector<Feed> Shelves::feeds() const
{
    std::vector<Feed> found;
    auto row = store_.connection().ask("SELECT " SITREP_FEED_COLUMNS " FROM desk_feed ORDER BY name, id");
    while (row.step()) found.push_back(take_feed(row));
    return found;
}

std::optional<Feed> Shelves::feed(std::int64_t id) const
{
    auto row = store_.connection().ask("SELECT " SITREP_FEED_COLUMNS " FROM desk_feed WHERE id = ?", id);
    if (!row.step()) return std::nullopt;
    return take_feed(row);
}

std::optional<Feed> Shelves::add(Feed feed)
{
    return store_.whole([&]() -> std::optional<Feed> {
        const auto& db = store_.connection();
        if (db.number("SELECT 1 FROM desk_feed WHERE url = ?", feed.url)) return std::nullopt;
        feed.added_at = now_utc();
        db.run("INSERT INTO desk_feed (url, name, publisher, added_by, added_at) VALUES (?, ?, ?, ?, ?)", feed.url, feed.name, feed.publisher,
               feed.added_by, feed.added_at);
        feed.id = db.last_id();
        file_desk_change(store_, {"feed", std::to_string(feed.id), "", "added", ""}, feed.added_by);
        return feed;
    });
}

void Shelves::change(const Feed& feed)
{
    store_.whole([&] {
        store_.connection().run("UPDATE desk_feed SET name = ?, publisher = ?, paused = ?, fetched_at = ?, last_result = ? WHERE id = ?", feed.name,
                                feed.publisher, feed.paused, feed.fetched_at, feed.last_result, feed.id);
    });
}

void Shelves::drop_feed(std::int64_t id, const std::string& who)
{
    store_.whole([&] {
        store_.connection().run("DELETE FROM desk_feed WHERE id = ?", id);
        file_desk_change(store_, {"feed", std::to_string(id), "added", "dropped", ""}, who);
    });
}

}  // namespace sitrep::store
