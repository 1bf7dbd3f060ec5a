// What people at the desk keep beside the record: saved views, feeds, settings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::store {

class SqliteStore;

struct View {
    std::int64_t id = 0;
    std::string name, owner, page;
    bool shared = false;
    std::string query = "{}";    ///< JSON object
    std::string columns = "[]";  ///< JSON array of names
};

struct Feed {
    std::int64_t id = 0;
    std::string url, name, publisher, added_by, added_at;
    bool paused = false;
    std::optional<std::string> fetched_at, last_result;
};

class Shelves {
public:
    explicit Shelves(SqliteStore& store) : store_(store) {}

    std::vector<View> views(const std::string& who) const;  ///< one's own and the shared ones
    std::optional<View> view(std::int64_t id) const;
    View add(View view);
    void change(const View& view);
    void drop_view(std::int64_t id);

    std::vector<Feed> feeds() const;
    std::optional<Feed> feed(std::int64_t id) const;
    std::optional<Feed> add(Feed feed);  ///< nothing when the address is there already
    void change(const Feed& feed);
    void drop_feed(std::int64_t id, const std::string& who);

private:
    SqliteStore& store_;
};

}  // namespace sitrep::store
