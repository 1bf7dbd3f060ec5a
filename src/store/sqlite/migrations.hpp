// Brings a library file to the version this program writes.
#pragma once

#include <string>

namespace sitrep::store {

class Connection;

/// Throws LibraryError unless the file is empty or a Sitrep library that this program understands.
void refuse_other_libraries(const Connection& connection, const std::string& path);
/// Runs the migrations the file has not seen yet, all or none.
void migrate(const Connection& connection);

}  // namespace sitrep::store
