// From files, folders, archives, streams and addresses to reports, one at a time.
#pragma once

#include "core/report.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::read {

/// Which column of a table holds what; names as in the header row, empty = guess from common names.
struct CsvMapping {
    std::string id, title, text, published, publisher, url, language;
};
/// "title=Headline,text=Body,published=Date"; an unknown field name is refused.
Result<CsvMapping> csv_mapping_from(const std::string& text);

/// What a server said last time, so that an unchanged feed is not fetched again (RFC 9110 conditional requests).
struct Validators {
    std::string etag;
    std::string last_modified;
};

struct Options {
    CsvMapping csv;
    std::string publisher;  ///< for documents that do not name theirs
    /// Tables and JSON lines come row by row as they stand, the header row first, and nothing else is read: report.document is the row in UTF-8 (of
    /// a JSON object: a line "path<tab>value" for each value), report.publisher the table it stands in ("march.zip:acled.csv"), its text_begin 0.
    bool rows = false;
    std::function<std::optional<Validators>(const std::string& url)> remembered;       ///< may be empty
    std::function<void(const std::string& url, const Validators&)> remember;           ///< may be empty
};

/// How far a run has come. `bytes_total` is 0 while it is not known (standard input, addresses).
struct Progress {
    std::uint64_t bytes_done = 0;
    std::uint64_t bytes_total = 0;
};

/// A pull stream of documents. Memory stays bounded by the largest single document.
class Source {
public:
    virtual ~Source() = default;
    /// The next report, or why the next piece was refused, or nothing at the end. A refusal never ends the stream.
    virtual std::optional<Result<Received>> next() = 0;
    virtual Progress progress() const = 0;
};

/// Files, folders (walked in name order), "-" for standard input, http(s) addresses. An input that does not exist is a refusal of that input.
std::unique_ptr<Source> open(std::vector<std::string> inputs, Options options);

}  // namespace sitrep::read
