// Row numbers by the hundred thousand in one value: handing each out as a row of its own takes longer than finding it.
#pragma once

#include "store/sqlite/connection.hpp"

#include <cstring>
#include <vector>

namespace sitrep::store {

/// Makes the aggregate function row_numbers(rowid) known to a connection: all of them, as a list of 64-bit numbers in the order in which they came.
void register_row_numbers(sqlite3* database);

template <class Id>
std::vector<Id> take_row_numbers(Statement& row)
{
    static_assert(sizeof(Id) == sizeof(std::int64_t));
    const auto bytes = row.view();
    std::vector<Id> out(bytes.size() / sizeof(Id));
    if (!out.empty()) std::memcpy(out.data(), bytes.data(), out.size() * sizeof(Id));
    return out;
}

}  // namespace sitrep::store
