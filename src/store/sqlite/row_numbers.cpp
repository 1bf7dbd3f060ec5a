#include "store/sqlite/row_numbers.hpp"

#include "store/store.hpp"

#include <sqlite3.h>

#include <cstdint>

namespace sitrep::store {
namespace {

constexpr std::size_t first_numbers = 256;

/// SQLite gives the bytes zeroed and takes them away; what they point to is its own memory too, so that the result is handed over and not copied.
struct Numbers {
    std::int64_t* numbers;
    std::size_t size, room;
};

void add(sqlite3_context* context, int, sqlite3_value** values)
{
    auto* all = static_cast<Numbers*>(sqlite3_aggregate_context(context, sizeof(Numbers)));
    if (!all) return sqlite3_result_error_nomem(context);
    if (all->size == all->room) {
        const auto room = all->room == 0 ? first_numbers : 2 * all->room;
        auto* more = static_cast<std::int64_t*>(sqlite3_realloc64(all->numbers, room * sizeof(std::int64_t)));
        if (!more) return sqlite3_result_error_nomem(context);
        all->numbers = more;
        all->room = room;
    }
    all->numbers[all->size++] = sqlite3_value_int64(values[0]);
}

/// Called in any case, also for a statement that is given up halfway.
void finish(sqlite3_context* context)
{
    auto* all = static_cast<Numbers*>(sqlite3_aggregate_context(context, 0));
    if (all && all->numbers) sqlite3_result_blob64(context, all->numbers, all->size * sizeof(std::int64_t), sqlite3_free);
}

}  // namespace

void register_row_numbers(sqlite3* database)
{
    const int code = sqlite3_create_function_v2(database, "row_numbers", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, nullptr, add, finish, nullptr);
    if (code != SQLITE_OK) throw LibraryError("SQLite refused a function of the library");
}

}  // namespace sitrep::store
