// The library in one SQLite file.
#pragma once

#include "store/sqlite/accounts.hpp"
#include "store/sqlite/block_keys.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/documents.hpp"
#include "store/sqlite/incidents.hpp"
#include "store/sqlite/log.hpp"
#include "store/sqlite/places.hpp"
#include "store/sqlite/revisions.hpp"
#include "store/sqlite/ties.hpp"
#include "store/store.hpp"

#include <optional>
#include <set>
#include <string>

namespace sitrep::store {

class SqliteStore final : public Store {
public:
    SqliteStore(const std::string& path, Consolidate consolidate);

    void in_transaction(const std::function<void()>& work) override;

    bool has_original(const Sha256& hash) const override;
    ReportId add_report(const Received& received, const Understanding& understanding, const WordSignature& words) override;
    AccountId add_account(ReportId report, const Account& account, std::span<const std::uint64_t> keys, const TellingWords& telling) override;
    IncidentId new_incident(AccountId first) override;
    void join(AccountId account, IncidentId incident, AccountId against, std::span<const Reason> reasons) override;
    void keep_apart(AccountId account, AccountId against, std::span<const Reason> reasons) override;
    void tie(AccountId account, AccountId other, double score) override;
    Moved refile(IncidentId from, std::optional<IncidentId> to, std::span<const AccountId> accounts, const std::string& because) override;
    void set_record(const Incident& incident) override;
    std::vector<AccountId> filed_under(std::span<const std::uint64_t> keys, std::size_t most_a_key) const override;
    std::shared_ptr<const FiledAccount> account(AccountId account) const override;
    std::vector<AccountId> accounts_of_report(ReportId report) const override;
    std::optional<IncidentId> incident_of(AccountId account) const override;
    std::vector<Tied> tied_to(AccountId account) const override;
    std::vector<Ruling> rulings_on(std::span<const AccountId> accounts) const override;
    std::vector<AccountId> ruled_with(AccountId account) const override;
    std::vector<TiedIncidents> tied_incidents(double score_min, std::size_t most) const override;
    bool told_apart(AccountId account, IncidentId incident) const override;
    std::vector<FiledAccount> accounts_of(IncidentId incident) const override;
    std::vector<AccountId> account_ids_of(IncidentId incident) const override;
    std::int64_t changes_by_others() const override { return changes_by_others_; }
    void refuse(const BadInput& bad) override;

    ImportId begin_import(const ImportSheet& sheet, const std::string& who) override;
    ReportId add_row(const Received& received, const Understanding& understanding, const WordSignature& words, ImportId import) override;
    std::optional<RowVersion> row_version(const std::string& provider, const std::string& external_id) const override;
    std::optional<RowVersion> row_version(const Sha256& hash) const override;
    RevisionId replace(AccountId old, AccountId fresh, std::optional<IncidentId> into) override;
    std::vector<ImportRow> imports() const override;
    std::int64_t take_back(ImportId import, const std::string& who, const std::string& because) override;
    std::int64_t put_back(ImportId import, const std::string& who, const std::string& because) override;
    std::vector<FiledAccount> replaced_accounts(IncidentId incident) const override;

    std::vector<Incident> find(const Query& query) const override;
    void each(const Query& query, const std::function<void(const Incident&)>& take) const override;
    std::optional<Incident> incident(IncidentId id) const override;
    std::vector<FiledTally> tallies(const Query& query) const override;
    std::vector<Pattern> patterns(const Query& query) const override;
    std::optional<StoredReport> report(ReportId id) const override;
    std::string original(ReportId id) const override;
    std::vector<Refusal> refused() const override;
    std::vector<SourceRow> sources() const override;
    std::vector<Revision> revisions(std::optional<IncidentId> incident) const override;
    std::vector<Why> why(IncidentId incident) const override;
    Counts counts() const override;
    std::vector<std::string> person_words() const override;
    std::vector<std::pair<std::string, std::int64_t>> sources_by_month() const override;

    RevisionId merge(IncidentId into, IncidentId from, const std::string& who, const std::string& because) override;
    IncidentId split(IncidentId incident, std::span<const AccountId> out, const std::string& who, const std::string& because) override;
    Result<RevisionId> set(IncidentId incident, const std::string& field, const std::string& value, const std::string& who,
                           const std::string& because) override;
    Result<RevisionId> set_place(IncidentId incident, const Place& place, const std::string& who, const std::string& because) override;
    RevisionId accept(IncidentId incident, const std::string& who) override;
    RevisionId withdraw(IncidentId incident, const std::string& who, const std::string& because) override;
    Result<RevisionId> undo(RevisionId revision, const std::string& who, const std::string& because) override;

    std::optional<Edition> last_edition(const std::string& month, const std::string& area) const override;
    void add_edition(const Edition& edition) override;
    std::string note(const std::string& key) const override;
    void set_note(const std::string& key, const std::string& value) override;

    std::string log_head() const override;
    VerifyResult verify(const std::function<void(double)>& progress) const override;

    // For the desk's own rows, which stand in the same file and the same log.
    const Connection& connection() const { return db_; }
    const DocumentRows& documents() const { return documents_; }
    const AccountRows& accounts() const { return accounts_; }
    const IncidentRows& incident_rows() const { return incidents_; }
    const RevisionRows& revision_rows() const { return revisions_; }
    PlaceRows& places() const { return places_; }
    Log& log() { return log_; }
    /// The FTS5 expression for words a person typed; the index is brought up to date unless another process is writing.
    std::string searched_for_now(const std::string& words) const;
    /// Two incidents that a person says are not one: nothing joins them by itself again.
    RevisionId tell_apart(IncidentId a, IncidentId b, const std::string& who, const std::string& because) override;
    /// After the desk's view of a source has changed: what rests on it follows.
    void judge_anew(SourceId source);

    /// Runs work in a transaction of its own unless one is open.
    template <class Work>
    auto whole(Work work)
    {
        if (inside_) return work();
        if constexpr (std::is_void_v<decltype(work())>) {
            in_transaction(work);
        } else {
            std::optional<decltype(work())> answer;
            in_transaction([&] { answer.emplace(work()); });
            return std::move(*answer);
        }
    }

private:
    void close_document();
    ReportId add_document(const Received& received, const Understanding& understanding, const WordSignature& words, std::optional<ImportId> import);
    RowVersion version_of(ReportId report, const Sha256& hash) const;
    FiledRevision taking_back(IncidentId incident, const std::vector<AccountId>& brought) const;
    /// Brings the search index up to date before it is asked.
    void make_searchable() const;
    /// The FTS5 expression for words a person typed, with the index brought up to date.
    std::vector<IncidentId> ids_found(const Query& query) const;
    std::string searched_for(const std::string& words) const;
    void forget();

    void judge(AccountId account, AccountId against, bool joined, std::span<const Reason> reasons);
    RevisionId revise(FiledRevision filed);
    /// The revision's effects are made, the incidents they touch recomputed, and it is filed and logged.
    RevisionId carry_out(FiledRevision filed);
    void recompute(const std::set<IncidentId>& touched);
    IncidentId existing(IncidentId id) const;
    RevisionId set_kept(const Incident& record, const std::string& field, const std::string& kept, const std::string& who, const std::string& because);
    Result<FiledRevision> undo_of(const FiledRevision& undone);
    void rule_as_undone(const FiledRevision& undone, FiledRevision& undoing);
    Result<FiledRevision> undo_of_join(const FiledRevision& undone);
    /// Why these effects would leave an incident without accounts, or accounts under an id that leads elsewhere.
    std::optional<std::string> unsound(const std::vector<Effect>& effects) const;
    /// One decision: accounts on one side tell one event, on two sides two.
    std::vector<Effect> effects_of_ruling(const std::set<AccountId>& side_0, const std::set<AccountId>& side_1);
    std::set<AccountId> accounts_in(IncidentId incident) const;
    std::vector<Effect> effects_of_taking_out(IncidentId from, IncidentId to, const std::set<AccountId>& out);

    /// An account of the open transaction's document is covered by the document's own log entry.
    struct OpenDocument {
        ReportId report{};
        std::string bytes;
        std::int64_t accounts = 0;
        FiledAccount frame;  ///< what its accounts have in common, so that they need not be read back
    };

    Connection db_;
    Consolidate consolidate_;
    mutable PlaceRows places_;
    AccountRows accounts_;
    DocumentRows documents_;
    IncidentRows incidents_;
    RevisionRows revisions_;
    BlockKeys keys_;
    TieRows ties_;
    Log log_;
    std::optional<OpenDocument> open_document_;
    int reports_since_indexed_ = 0;
    std::optional<std::int64_t> state_of_file_;
    std::int64_t changes_by_others_ = 0;
    bool inside_ = false;
};

/// Canonical bytes of rows that only the log speaks of; the same when written and when verified.
std::string canonical_account(ReportId report, AccountId id, const Account& account);
std::string canonical_source(std::string_view name, std::string_view key);
std::string canonical_judgement(AccountId account, AccountId against, bool joined, std::span<const Reason> reasons);
#define SITREP_IMPORT_COLUMNS "id, at, who, provider, format, origin, columns, may_repeat"
ImportRow take_import(Statement& row);
std::string canonical_import(const ImportRow& import);
std::string canonical_refusal(std::string_view at, std::string_view where, std::string_view why);
std::string canonical_edition(const Edition& edition);

}  // namespace sitrep::store
