#include "store/desk/desk.hpp"

#include "store/sqlite/sqlite_store.hpp"

#include <fmt/core.h>

namespace sitrep::store {

struct Desk::Inside {
    Inside(const std::string& path, Consolidate consolidate) : store(path, std::move(consolidate)) {}
    SqliteStore store;
    People people{store};
    Lists lists{store};
    Shelves shelves{store};
    Registers registers{store};
    Months months{store};
};

Desk::Desk(const std::string& path, Consolidate consolidate, int cache_kib) : inside_(std::make_unique<Inside>(path, std::move(consolidate)))
{
    inside_->store.connection().execute(fmt::format("PRAGMA cache_size = -{}", cache_kib).c_str());
}

Desk::~Desk() = default;

Store& Desk::store() { return inside_->store; }
People& Desk::people() { return inside_->people; }
Lists& Desk::lists() { return inside_->lists; }
Shelves& Desk::shelves() { return inside_->shelves; }
Registers& Desk::registers() { return inside_->registers; }
Months& Desk::months() { return inside_->months; }

RevisionId Desk::tell_apart(IncidentId a, IncidentId b, const std::string& who, const std::string& because)
{
    return inside_->store.tell_apart(a, b, who, because);
}

}  // namespace sitrep::store
