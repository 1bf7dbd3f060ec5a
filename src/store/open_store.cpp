#include "store/sqlite/sqlite_store.hpp"

namespace sitrep::store {

std::unique_ptr<Store> open_store(const std::string& path, Consolidate consolidate)
{
    return std::make_unique<SqliteStore>(path, std::move(consolidate));
}

}  // namespace sitrep::store
