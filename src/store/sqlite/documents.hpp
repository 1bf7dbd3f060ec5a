// Reports as rows: the original as received, its frame and words, its tallies, patterns and mentions.
#pragma once

#include "core/account.hpp"
#include "store/sqlite/accounts.hpp"
#include "store/sqlite/canonical.hpp"
#include "store/sqlite/compression.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/places.hpp"

#include <unordered_map>
#include <utility>

namespace sitrep::store {

struct NewSource {
    SourceId id{};
    std::string name, key;
};

class DocumentRows {
public:
    DocumentRows(const Connection& connection, PlaceRows& places) : db_(connection), places_(places) {}

    /// Writes the document and returns what was written, to be hashed. report.id and report.source are found here.
    FiledDocument add(const Received& received, const Understanding& understanding, const WordSignature& words, std::optional<ImportId> import);
    std::optional<SourceId> known_source(const std::string& publisher) const;  ///< under any spelling
    FiledDocument load(ReportId id) const;
    std::optional<StoredReport> load_report(ReportId id) const;
    std::string original(ReportId id) const;
    std::string document(ReportId id) const;
    std::vector<Mention> mentions(ReportId id) const;
    Tally take_tally(Statement& row) const;  ///< from the columns of SITREP_TALLY_COLUMNS
    static Pattern take_pattern(Statement& row);
    void forget()
    {
        sources_.clear();
        new_sources_.clear();
    }
    /// Puts the words of reports not yet searchable into the index, in a transaction that the caller holds.
    void make_searchable() const;
    /// A source seen for the first time since this was last asked, for the log.
    std::vector<NewSource> new_sources() { return std::exchange(new_sources_, {}); }

private:
    SourceId source_of(const std::string& publisher);
    void add_original(const Original& original);
    void add_report(const FiledDocument& document, std::string_view original);
    void add_findings(const FiledDocument& document);
    void add_mentions(ReportId id, const std::vector<Mention>& mentions);

    const Connection& db_;
    PlaceRows& places_;
    Compression compression_;
    std::unordered_map<std::string, SourceId> sources_;
    std::vector<NewSource> new_sources_;
};

#define SITREP_TALLY_COLUMNS \
    "t.quantity, t.unit, t.scope_place, t.scope, t.period_start, t.period_end, t.period_precision, t.period_text," \
    " t.claimant, t.claimant_name, t.actor_name, t.start, t.stop"
#define SITREP_PATTERN_COLUMNS "t.what, t.place, t.period, t.claimant, t.start, t.stop"

/// Bytes of a span of code points.
std::string_view words_of(std::string_view text, Span span);

}  // namespace sitrep::store
