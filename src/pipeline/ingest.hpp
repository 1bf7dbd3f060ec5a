// Reports into the library: read, understand, merge, store, one transaction a report.
#pragma once

#include "pipeline/read_report.hpp"
#include "read/source.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>

namespace sitrep::pipeline {

struct Ingested {
    std::int64_t read = 0;         ///< new reports stored
    std::int64_t already = 0;      ///< the same bytes were there
    std::int64_t not_read = 0;     ///< stored, in a language that is not read
    std::int64_t refused = 0;
    std::int64_t accounts = 0;
    std::int64_t tallies = 0;
    std::int64_t new_incidents = 0;
    std::int64_t joined = 0;       ///< accounts that joined an incident already there
    std::int64_t put_together = 0; ///< incidents there that a new report showed to be one
    std::int64_t taken_apart = 0;  ///< incidents there that a new report showed to be two
};

struct IngestOptions {
    std::size_t threads = 2;  ///< 1 = everything on the calling thread
    understand::ModelSet models{};
    std::function<void(const Ingested&, const read::Progress&)> progress;  ///< after each report; may be empty
    std::function<void(const BadInput&)> refused;                          ///< at each refusal; may be empty
};

/// Reads the source to its end. A bad document is recorded as refused and stops nothing; a broken library throws.
/// Killed at any moment it loses at most the document in hand; run again, it goes on where it was.
Ingested ingest(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const IngestOptions& options);

}  // namespace sitrep::pipeline
