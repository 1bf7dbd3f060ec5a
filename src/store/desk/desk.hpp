// One library as the server of the desk uses it: the store, and what people keep beside the record, over one connection.
#pragma once

#include "store/desk/lists.hpp"
#include "store/desk/months.hpp"
#include "store/desk/people.hpp"
#include "store/desk/registers.hpp"
#include "store/desk/shelves.hpp"
#include "store/store.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sitrep::store {

/// One thread at a time, like the store itself: a server opens one for each of its threads.
class Desk {
public:
    /// `cache_kib`: pages of the library that are kept in memory.
    Desk(const std::string& path, Consolidate consolidate, int cache_kib);
    ~Desk();

    Store& store();
    People& people();
    Lists& lists();
    Shelves& shelves();
    Registers& registers();
    Months& months();
    /// Two incidents that a person says are not one; nothing joins them by itself again. Undoable.
    RevisionId tell_apart(IncidentId a, IncidentId b, const std::string& who, const std::string& because);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sitrep::store
