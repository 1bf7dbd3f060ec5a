// The words full-text search knows: normal forms, clitics off, stems; the same for reports and for questions.
#pragma once

#include <string_view>
#include <vector>
#include <string>

struct sqlite3;

namespace sitrep::store {

/// Makes the FTS5 tokenizer "sitrep" known to a connection.
void register_tokenizer(sqlite3* database);

/// All terms a text is found under, in order (readings of one Arabic word follow each other).
std::vector<std::string> search_terms(std::string_view text);

}  // namespace sitrep::store
