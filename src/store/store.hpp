// The library: reports, accounts, incidents, revisions and the log, in one file.
#pragma once

#include "core/incident.hpp"
#include "core/report.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::store {

/// The library cannot be used: locked, full, damaged, from a newer Sitrep. `what()` says what to do next.
class LibraryError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Degrees; west may not be greater than east.
struct Box {
    double south = -90, west = -180, north = 90, east = 180;
};

/// Another process is writing and went on doing so for longer than is waited.
class LibraryIsBusy : public LibraryError {
public:
    using LibraryError::LibraryError;
};

struct Query {
    std::optional<Day> from{}, until{};    ///< both included; an incident is in when its date range touches them
    std::string country{};               ///< ISO 3166-1, or empty
    std::string admin1_code{};           ///< ISO 3166-2, or empty
    std::optional<IncidentKind> kind{};
    std::optional<Box> within{};         ///< only incidents with a point in here
    std::string words{};                 ///< full-text search over the reports, either language: all words, "in this order" in quotes
    bool background_too = true;        ///< also incidents told only as background
    bool withdrawn_too = false;
    bool undated_too = false;          ///< also incidents without a date, whatever `from` and `until` say
    bool doubtful_first = false;       ///< not by date: those first that nobody has accepted and that no account is sure of
    std::size_t most = 100000;
};

struct Refusal {
    std::int64_t id = 0;
    std::string where, why;
    std::string at;  ///< UTC, ISO 8601
};

struct Revision {
    RevisionId id{};
    std::string at{};      ///< UTC, ISO 8601
    std::string who{};     ///< role or "sitrep" for the program
    std::string action{};  ///< "new", "join", "merge", "split", "set", "accept", "withdraw", "undo"
    std::string field{}, before{}, after{}, because{};
    IncidentId incident{};
    bool undone = false;
};

struct StoredReport {
    ReportId id{};
    Report report;
    SourceId source{};
    Sha256 hash;
    Format format = Format::plain_text;
    std::string origin;
    std::string received_at;  ///< UTC, ISO 8601
    bool was_read = false;
};

struct SourceRow {
    SourceId id{};
    std::string name;
    char reliability = 'F';  ///< Admiralty A–F; a new source starts at F
    std::int64_t reports = 0;
    std::int64_t incidents = 0;     ///< that it tells as news
    std::int64_t corroborated = 0;  ///< of these told by a source that does not depend on it too
    std::int64_t contested = 0;     ///< of these contested
};


/// What a person has ruled about an account: of one decision, accounts on one side tell one event and accounts on two sides tell two.
/// Decision 0 is that of every incident which a person has accepted or corrected: its accounts stay together, and apart from those of another such.
struct Ruling {
    AccountId account{};
    std::int64_t decision = 0;
    std::int64_t side = 0;
};

/// Another account that may tell the same event, with the natural log-odds that it does.
struct Tied {
    AccountId other{};
    double score = 0;
};

/// Two incidents of which an account each may tell the same event.
struct TiedIncidents {
    IncidentId a{}, b{};  ///< a < b
    AccountId account{}, other{};
    double score = 0;
};

struct Counts {
    std::int64_t reports = 0, not_read = 0, accounts = 0, incidents = 0, tallies = 0, patterns = 0, refused = 0, sources = 0;
};

struct VerifyResult {
    std::int64_t originals = 0, log_entries = 0;
    std::vector<std::string> faults;  ///< in words; empty = all is as it was written
};

enum class ImportId : std::int64_t {};

/// A table that was imported: said once for all its rows.
struct ImportSheet {
    std::string provider;  ///< whose table it is: the publisher of its rows
    std::string format;    ///< "ACLED", "UCDP GED" …
    std::string origin;    ///< the file as named
    std::string columns;   ///< its header row
    bool may_repeat = false;  ///< its rows may tell one event twice; else each is an event of its own
};

struct ImportRow {
    ImportId id{};
    ImportSheet sheet;
    std::string at, who;
    std::int64_t rows = 0;      ///< new rows and new versions of rows that it brought
    std::int64_t standing = 0;  ///< of these, told by an incident that is not withdrawn: neither replaced since nor taken back
};

/// One version of a table's row.
struct RowVersion {
    ReportId report{};
    AccountId account{};
    Sha256 hash;
    std::string external_id{};
    std::optional<IncidentId> incident{};  ///< where it is filed; none when another version stands, or it was taken back
    bool taken_back = false;               ///< by a person: its import or its update was undone, or its incident is withdrawn
};

/// A published edition: what it said of each incident, so that the next one can tell what changed.
struct Edition {
    std::int64_t id = 0;
    std::string month, area, made_at;
    struct Line {
        IncidentId incident{};
        std::string state;  ///< canonical one-line text of the published fields
    };
    std::vector<Line> lines;
};

/// One thread at a time. Throws LibraryError when the library fails and std::invalid_argument when asked to change
/// an incident that is not there or to do what the call's own words rule out.
class Store {
public:
    virtual ~Store() = default;

    /// Everything done inside is kept whole or not at all. Not re-entrant.
    virtual void in_transaction(const std::function<void()>& work) = 0;

    // Reading in
    virtual bool has_original(const Sha256& hash) const = 0;
    /// The same bytes must not be in the library yet (see has_original).
    virtual ReportId add_report(const Received& received, const Understanding& understanding, const WordSignature& words) = 0;
    virtual AccountId add_account(ReportId report, const Account& account, std::span<const std::uint64_t> keys, const TellingWords& telling = {}) = 0;
    /// An account is filed under one incident: by new_incident or by join.
    virtual IncidentId new_incident(AccountId first) = 0;
    /// `reasons` are kept for `why`; `against` is the account it was compared with.
    virtual void join(AccountId account, IncidentId incident, AccountId against, std::span<const Reason> reasons) = 0;
    virtual void keep_apart(AccountId account, AccountId against, std::span<const Reason> reasons) = 0;
    /// Keeps that two accounts may tell one event. Follows from the accounts, so that the log does not speak of it.
    virtual void tie(AccountId account, AccountId other, double score) = 0;
    struct Moved {
        IncidentId incident{};  ///< where the accounts are now
        bool emptied = false;   ///< nothing is left where they were: that id leads here now
    };
    /// The program files accounts of one incident under another, or under a new one when `to` is nothing: a revision that can be undone.
    virtual Moved refile(IncidentId from, std::optional<IncidentId> to, std::span<const AccountId> accounts, const std::string& because) = 0;
    /// Stores the record derived from the accounts (list columns, place index); fields set by a person stay above it.
    virtual void set_record(const Incident& incident) = 0;
    /// Accounts with one of these keys, of each key the newest `most_a_key`; each once.
    virtual std::vector<AccountId> filed_under(std::span<const std::uint64_t> keys, std::size_t most_a_key) const = 0;
    /// Null when there is none.
    virtual std::shared_ptr<const FiledAccount> account(AccountId account) const = 0;
    virtual std::vector<AccountId> accounts_of_report(ReportId report) const = 0;  ///< in the order of the text
    virtual std::optional<IncidentId> incident_of(AccountId account) const = 0;  ///< nothing for an account that is filed under none
    virtual std::vector<Tied> tied_to(AccountId account) const = 0;
    /// Rulings on these accounts that stand, those of decision 0 too.
    virtual std::vector<Ruling> rulings_on(std::span<const AccountId> accounts) const = 0;
    /// Accounts that a person has ruled to tell the same event as this one.
    virtual std::vector<AccountId> ruled_with(AccountId account) const = 0;
    /// Pairs of incidents with a tie from `score_min` on, the strongest first. Pairs that a person has told apart, that share a report or of
    /// which one is withdrawn are left out.
    virtual std::vector<TiedIncidents> tied_incidents(double score_min, std::size_t most) const = 0;
    virtual std::vector<FiledAccount> accounts_of(IncidentId incident) const = 0;
    virtual std::vector<AccountId> account_ids_of(IncidentId incident) const = 0;  ///< oldest first
    /// Grows with every transaction that begins after a change which this store's own filing did not make: by another process or connection, by a person, or
    /// when a transaction was taken back.
    virtual std::int64_t changes_by_others() const = 0;
    virtual void refuse(const BadInput& bad) = 0;

    // Tables, docs/decisions/0009-table-rows.md
    virtual ImportId begin_import(const ImportSheet& sheet, const std::string& who) = 0;
    /// add_report for a row of a table; the report's publisher and external id say which row it is a version of.
    virtual ReportId add_row(const Received& received, const Understanding& understanding, const WordSignature& words, ImportId import) = 0;
    /// The version of a row that stands, or the newest when none does; nothing when the row was never imported or has no id.
    virtual std::optional<RowVersion> row_version(const std::string& provider, const std::string& external_id) const = 0;
    /// The version with these bytes.
    virtual std::optional<RowVersion> row_version(const Sha256& hash) const = 0;
    /// `fresh` takes the place of `old`, which becomes history: a revision. Filed under `into`, or under a new incident when there is none.
    virtual RevisionId replace(AccountId old, AccountId fresh, std::optional<IncidentId> into) = 0;
    virtual std::vector<ImportRow> imports() const = 0;
    /// What an import brought no longer counts: older versions stand again, incidents that rest on it alone are withdrawn. One revision an
    /// incident, each undoable; put_back undoes them all. Both return the number of incidents changed.
    virtual std::int64_t take_back(ImportId import, const std::string& who, const std::string& because) = 0;
    virtual std::int64_t put_back(ImportId import, const std::string& who, const std::string& because) = 0;
    /// Accounts that once told this incident and were replaced by a newer version of their row, oldest first.
    virtual std::vector<FiledAccount> replaced_accounts(IncidentId incident) const = 0;

    // Asking
    virtual std::vector<Incident> find(const Query& query) const = 0;  ///< whole incidents, accounts included, by date
    /// The same one by one, so that memory does not grow with their number.
    virtual void each(const Query& query, const std::function<void(const Incident&)>& take) const = 0;
    virtual std::optional<Incident> incident(IncidentId id) const = 0;  ///< follows forwarding ids
    virtual std::vector<FiledTally> tallies(const Query& query) const = 0;
    virtual std::vector<Pattern> patterns(const Query& query) const = 0;
    virtual std::optional<StoredReport> report(ReportId id) const = 0;
    virtual std::string original(ReportId id) const = 0;
    virtual std::vector<Refusal> refused() const = 0;
    virtual std::vector<SourceRow> sources() const = 0;
    virtual std::vector<Revision> revisions(std::optional<IncidentId> incident) const = 0;
    struct Why {
        std::string relation;  ///< "joined" or "kept apart"
        AccountId account{}, against{};
        std::vector<Reason> reasons;
    };
    virtual std::vector<Why> why(IncidentId incident) const = 0;
    virtual Counts counts() const = 0;
    /// Words of every person mention in the library, for the gate's scan. Never shown.
    virtual std::vector<std::string> person_words() const = 0;
    /// Number of distinct sources with a report in each month, "2025-09" → 7.
    virtual std::vector<std::pair<std::string, std::int64_t>> sources_by_month() const = 0;

    // Changes by people: each a revision, undoable for ever. `who` is a role or name the desk uses.
    /// `from` leads to `into` afterwards. They must be two incidents.
    virtual RevisionId merge(IncidentId into, IncidentId from, const std::string& who, const std::string& because) = 0;
    /// They tell two events, whatever the program thinks of them now or later. They must be two incidents.
    virtual RevisionId tell_apart(IncidentId a, IncidentId b, const std::string& who, const std::string& because) = 0;
    /// `out` go to a new incident; at least one account goes and one stays.
    virtual IncidentId split(IncidentId incident, std::span<const AccountId> out, const std::string& who, const std::string& because) = 0;
    /// Fields: kind, date, place, admin1, killed, injured, abducted, arrested, perpetrator, status, target_class, grade, admiralty_source, admiralty_item. The error lists what is possible.
    virtual Result<RevisionId> set(IncidentId incident, const std::string& field, const std::string& value, const std::string& who, const std::string& because) = 0;
    /// For a place of the gazetteer; set("place", …) takes only one that the accounts name, or "unknown".
    virtual Result<RevisionId> set_place(IncidentId incident, const Place& place, const std::string& who, const std::string& because) = 0;
    virtual RevisionId accept(IncidentId incident, const std::string& who) = 0;
    virtual RevisionId withdraw(IncidentId incident, const std::string& who, const std::string& because) = 0;
    virtual Result<RevisionId> undo(RevisionId revision, const std::string& who, const std::string& because) = 0;

    // Editions, fetch memory
    virtual std::optional<Edition> last_edition(const std::string& month, const std::string& area) const = 0;
    virtual void add_edition(const Edition& edition) = 0;
    virtual std::string note(const std::string& key) const = 0;  ///< small facts of the program itself ("etag:URL"); empty when none
    virtual void set_note(const std::string& key, const std::string& value) = 0;

    // Integrity
    /// Hash of the newest log entry, in hexadecimal: names this state of the library. Empty for a new one.
    virtual std::string log_head() const = 0;
    /// True once a person has said that this account is no part of that incident: nothing joins them by itself again.
    virtual bool told_apart(AccountId account, IncidentId incident) const = 0;
    /// Re-hashes every original and walks the log's chain. `progress` gets 0..1.
    virtual VerifyResult verify(const std::function<void(double)>& progress) const = 0;
};

/// Recomputes an incident's record from its accounts: given to the store by whoever composes it (merge::consolidate),
/// so that merge, split and undo leave a true record.
using Consolidate = std::function<Incident(IncidentId, std::vector<FiledAccount>)>;

/// Opens or creates the library file and brings it to the current version. Throws LibraryError.
std::unique_ptr<Store> open_store(const std::string& path, Consolidate consolidate);

}  // namespace sitrep::store
