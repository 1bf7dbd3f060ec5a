// Reading in: documents and accounts are written, filed and logged; one transaction holds one document.
#include "store/sqlite/canonical.hpp"
#include "store/sqlite/sqlite_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sitrep::store {
namespace {

constexpr int indexed_every_reports = 1024;

std::string account_name(AccountId id) { return fmt::format("A{}", std::int64_t(id)); }

}  // namespace

SqliteStore::SqliteStore(const std::string& path, Consolidate consolidate)
    : db_(path), consolidate_(std::move(consolidate)), places_(db_), accounts_(db_, places_), documents_(db_, places_),
      incidents_(db_, places_, accounts_), revisions_(db_), keys_(db_), ties_(db_), log_(db_)
{
}

void SqliteStore::in_transaction(const std::function<void()>& work)
{
    if (inside_) throw std::logic_error("in_transaction is not re-entrant");
    db_.begin();
    inside_ = true;
    log_.forget();  // another process may have written since
    keys_.look_again();
    // The number changes when another connection has written, and only then.
    const auto state = db_.number("PRAGMA data_version");
    if (std::exchange(state_of_file_, state) != state) {
        ++changes_by_others_;
        ties_.forget();
    }
    try {
        work();
        close_document();
        db_.commit();
        inside_ = false;
    }
    catch (...) {
        inside_ = false;
        db_.roll_back();
        forget();
        throw;
    }
}

void SqliteStore::close_document()
{
    if (!open_document_) return;
    log_.append("document", std::int64_t(open_document_->report), open_document_->bytes, open_document_->accounts);
    open_document_.reset();
    if (++reports_since_indexed_ < indexed_every_reports) return;
    documents_.make_searchable();
    keys_.put_into_index();
    ties_.put_into_index();
    reports_since_indexed_ = 0;
}

void SqliteStore::make_searchable() const
{
    if (db_.number("SELECT 1 FROM searchable WHERE up_to >= (SELECT coalesce(max(id), 0) FROM report)")) return;
    if (inside_) return documents_.make_searchable();
    db_.begin();
    try {
        documents_.make_searchable();
        db_.commit();
    }
    catch (...) {
        db_.roll_back();
        throw;
    }
}

void SqliteStore::forget()
{
    ++changes_by_others_;
    open_document_.reset();
    log_.forget();
    accounts_.forget();
    places_.forget();
    documents_.forget();
    keys_.forget();
    ties_.forget();
}

bool SqliteStore::has_original(const Sha256& hash) const { return db_.number("SELECT 1 FROM original WHERE hash = ?", hash).has_value(); }

namespace {

FiledAccount frame_of(const FiledDocument& document)
{
    const Report& report = document.report.report;
    FiledAccount frame;
    frame.report = document.report.id;
    frame.source = document.report.source;
    frame.publisher = report.publisher;
    frame.url = report.url;
    frame.published = report.published;
    frame.language = document.detected == Language::unknown ? report.language : document.detected;
    frame.words = document.words;
    return frame;
}

}  // namespace

ReportId SqliteStore::add_report(const Received& received, const Understanding& understanding, const WordSignature& words)
{
    return add_document(received, understanding, words, std::nullopt);
}

ReportId SqliteStore::add_row(const Received& received, const Understanding& understanding, const WordSignature& words, ImportId import)
{
    return add_document(received, understanding, words, import);
}

ReportId SqliteStore::add_document(const Received& received, const Understanding& understanding, const WordSignature& words,
                                   std::optional<ImportId> import)
{
    if (has_original(received.original.hash)) throw std::invalid_argument("the same bytes are in the library already");
    return whole([&] {
        close_document();
        const auto document = documents_.add(received, understanding, words, import);
        for (const auto& source : documents_.new_sources()) log_.append("source", std::int64_t(source.id), canonical_source(source.name, source.key));
        open_document_ = OpenDocument{document.report.id, canonical(document), 0, frame_of(document)};
        if (import) open_document_->frame.row_is_event = db_.number("SELECT NOT may_repeat FROM import WHERE id = ?", *import) == 1;
        auto row = db_.ask("SELECT reliability, (SELECT group_id FROM source_remark m WHERE m.source = s.id) FROM source s WHERE id = ?", document.report.source);
        if (row.step()) {
            if (const auto letter = row.view(); !letter.empty()) open_document_->frame.reliability = letter.front();
            open_document_->frame.source_group = row.optional_integer().value_or(0);
        }
        return document.report.id;
    });
}

AccountId SqliteStore::add_account(ReportId report, const Account& account, std::span<const std::uint64_t> keys, const TellingWords& telling)
{
    return whole([&] {
        const auto id = accounts_.add(report, account, telling);
        keys_.file(id, keys);
        const auto bytes = canonical_account(report, id, account);
        if (open_document_ && open_document_->report == report) {
            open_document_->bytes += bytes;
            ++open_document_->accounts;
            FiledAccount filed = open_document_->frame;
            filed.id = id;
            filed.account = account;
            filed.telling = telling;
            accounts_.remember(std::move(filed));
        } else {
            log_.append("account", std::int64_t(id), bytes);
        }
        return id;
    });
}

RevisionId SqliteStore::revise(FiledRevision filed)
{
    if (filed.revision.who != the_program) ++changes_by_others_;
    revisions_.add(filed);
    log_.append("revision", std::int64_t(filed.revision.id), canonical(filed));
    return filed.revision.id;
}

IncidentId SqliteStore::new_incident(AccountId first)
{
    return whole([&] {
        const auto id = incidents_.add();
        db_.run("INSERT INTO incident_account VALUES (?, ?)", first, id);
        FiledRevision filed;
        filed.revision = Revision{.who = the_program, .action = "new", .field = "account", .after = account_name(first), .incident = id};
        filed.effects.push_back({Changes::account, std::int64_t(first), "", std::nullopt, std::to_string(std::int64_t(id))});
        revise(std::move(filed));
        return id;
    });
}

void SqliteStore::join(AccountId account, IncidentId incident, AccountId against, std::span<const Reason> reasons)
{
    whole([&] {
        const auto into = existing(incident);
        db_.run("INSERT INTO incident_account VALUES (?, ?)", account, into);
        judge(account, against, true, reasons);
        FiledRevision filed;
        filed.revision = Revision{.who = the_program, .action = "join", .field = "account", .after = account_name(account), .incident = into};
        filed.effects.push_back({Changes::account, std::int64_t(account), "", std::nullopt, std::to_string(std::int64_t(into))});
        revise(std::move(filed));
    });
}

void SqliteStore::keep_apart(AccountId account, AccountId against, std::span<const Reason> reasons)
{
    whole([&] { judge(account, against, false, reasons); });
}

void SqliteStore::judge(AccountId account, AccountId against, bool joined, std::span<const Reason> reasons)
{
    db_.run("INSERT INTO judgement (account, against, joined) VALUES (?, ?, ?)", account, against, joined);
    const auto id = db_.last_id();
    for (std::size_t i = 0; i < reasons.size(); ++i)
        db_.run("INSERT INTO reason VALUES (?, ?, ?, ?, ?)", id, i, reasons[i].what, reasons[i].words, reasons[i].weight);
    log_.append("judgement", id, canonical_judgement(account, against, joined, reasons));
}

void SqliteStore::set_record(const Incident& incident)
{
    whole([&] { incidents_.write(incident); });
}

bool SqliteStore::told_apart(AccountId account, IncidentId incident) const
{
    return db_.number("SELECT 1 FROM different mine JOIN different theirs ON theirs.decision = mine.decision AND theirs.side <> mine.side"
                      " JOIN incident_account filed ON filed.account = theirs.account WHERE mine.account = ? AND filed.incident = ? LIMIT 1",
                      account, existing(incident))
        .has_value();
}

std::vector<FiledAccount> SqliteStore::accounts_of(IncidentId incident) const
{
    const auto id = incidents_.follow(incident);
    return id ? accounts_.of_incident(*id) : std::vector<FiledAccount>();
}

void SqliteStore::refuse(const BadInput& bad)
{
    // The same document refused for the same reason again is no news: a second read changes nothing.
    if (db_.number("SELECT 1 FROM refusal WHERE place = ? AND why = ?", bad.where, bad.why)) return;
    whole([&] {
        const auto at = now_utc();
        db_.run("INSERT INTO refusal (at, place, why) VALUES (?, ?, ?)", at, bad.where, bad.why);
        log_.append("refusal", db_.last_id(), canonical_refusal(at, bad.where, bad.why));
    });
}

std::string canonical_account(ReportId report, AccountId id, const Account& account)
{
    Canonical out;
    out << std::int64_t(report) << std::int64_t(id) << account;
    return out.take();
}

std::string canonical_source(std::string_view name, std::string_view key)
{
    Canonical out;
    out << name << key;
    return out.take();
}

std::string canonical_judgement(AccountId account, AccountId against, bool joined, std::span<const Reason> reasons)
{
    Canonical out;
    out << std::int64_t(account) << std::int64_t(against) << joined;
    for (const auto& reason : reasons) out << reason.what << reason.words << reason.weight;
    return out.take();
}

std::string canonical_refusal(std::string_view at, std::string_view where, std::string_view why)
{
    Canonical out;
    out << at << where << why;
    return out.take();
}

std::string canonical_edition(const Edition& edition)
{
    Canonical out;
    out << edition.month << edition.area << edition.made_at;
    for (const auto& line : edition.lines) out << std::int64_t(line.incident) << line.state;
    return out.take();
}

}  // namespace sitrep::store
