// Event tables into the library: each row a report with one account, on the same way of merging as read reports (docs/decisions/0009-table-rows.md).
#pragma once

#include "pipeline/ingest.hpp"
#include "tables/tables.hpp"

#include <map>
#include <string>

namespace sitrep::pipeline {

struct Imported {
    std::int64_t rows = 0;          ///< new rows
    std::int64_t updated = 0;       ///< new versions of rows that were there
    std::int64_t already = 0;       ///< the same bytes stand in the library
    std::int64_t taken_back = 0;    ///< the same bytes are there and were taken back by a person: they stay out
    std::int64_t refused = 0;
    std::int64_t new_incidents = 0;
    std::int64_t joined = 0;        ///< rows that joined an incident already there
    std::map<std::string, std::int64_t> left_out;  ///< rows that tell no act of violence, by the reason
    std::vector<store::ImportId> imports;  ///< one a table that brought something
    std::int64_t met() const;       ///< all rows so far
};

struct ImportOptions {
    tables::Mapping mapping{};
    std::string provider;           ///< publisher of the rows; empty: the format's own name, of other tables the file's name
    std::string who = "desk";
    bool may_repeat = false;        ///< rows of one table may tell one event twice; else each row is an event of its own, as the datasets have it
    std::size_t threads = 2;
    understand::ModelSet models{};
    std::function<void(const Imported&, const read::Progress&)> progress;  ///< may be empty
};

/// Reads the tables of a source opened with read::Options::rows. A bad row is recorded as refused and stops nothing; a table that nobody knows is refused
/// once. Killed at any moment it loses at most the last few dozen rows; run again, it goes on where it was.
Imported import_tables(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const ImportOptions& options);

}  // namespace sitrep::pipeline
