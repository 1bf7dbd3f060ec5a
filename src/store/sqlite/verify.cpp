// Verifying: every original re-hashed, every row compared with what the log says was written, the log's chain walked.
#include "store/sqlite/verify.hpp"

#include "store/sqlite/canonical.hpp"
#include "store/sqlite/desk_changes.hpp"
#include "store/sqlite/sqlite_store.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace sitrep::store {
namespace {

constexpr std::size_t faults_listed_max = 1000;
constexpr std::int64_t progress_every = 256;  // entries between two calls

}  // namespace

VerifyResult Verifier::run(const std::function<void(double)>& progress)
{
    const auto count = [&](Sql sql) { return db_.number(sql).value_or(0); };
    steps_ = count("SELECT count(*) FROM log") + count("SELECT count(*) FROM original") + 1;
    progress_ = progress;
    attempt("the file", [&] { check_file(); });
    attempt("the log", [&] { walk_log(); });
    attempt("the originals", [&] { check_originals(); });
    attempt("the places", [&] { check_places(); });
    attempt("the present state", [&] { check_state(); });
    attempt("the log", [&] { check_that_all_is_logged(); });
    if (progress_) progress_(1);
    return std::move(result_);
}

void Verifier::fault(std::string words)
{
    if (result_.faults.size() < faults_listed_max) result_.faults.push_back(std::move(words));
}

template <class Work>
void Verifier::attempt(const std::string& what, Work work)
{
    try {
        work();
    }
    catch (const LibraryError& error) {
        fault(fmt::format("{} cannot be read: {}", what, error.what()));
    }
}

void Verifier::step()
{
    if (++done_ % progress_every == 0 && progress_) progress_(std::min(1.0, double(done_) / double(steps_)));
}

void Verifier::check_file()
{
    auto row = db_.ask("PRAGMA quick_check(20)");
    while (row.step()) {
        const auto words = row.text();
        if (words != "ok") fault("the file is damaged: " + words);
    }
}

void Verifier::walk_log()
{
    Sha256 before;
    std::int64_t expected = 1;
    auto row = db_.ask("SELECT id, at, action, subject, extent, content, hash FROM log ORDER BY id");
    while (row.step()) {
        const auto entry = Log::take(row);
        if (entry.id != expected) fault(fmt::format("log entries {} to {} are missing", expected, entry.id - 1));
        expected = entry.id + 1;
        // The chain goes on from what stands there, so that one change is one fault and not a fault in every later entry.
        if (chained(before, entry) != entry.hash) fault(fmt::format("log entry {} is not as it was written, or the one before it is not", entry.id));
        before = entry.hash;
        ++result_.log_entries;
        attempt(fmt::format("{} {}", entry.action, entry.subject), [&] { check_content(entry); });
        step();
    }
}

void Verifier::check_content(const LogEntry& entry)
{
    if (sha256(content_of(entry)) != entry.content) fault(fmt::format("{} {} is not as it was written", entry.action, entry.subject));
}

std::string Verifier::content_of(const LogEntry& entry)
{
    ++logged_[entry.action];
    const auto subject = entry.subject;
    if (entry.action == "document") {
        const auto id = ReportId{subject};
        auto bytes = canonical(documents_.load(id));
        auto accounts = accounts_.of_report(id);
        if (std::int64_t(accounts.size()) < entry.extent) fault(fmt::format("document {} has lost accounts", subject));
        accounts.resize(std::min(accounts.size(), std::size_t(entry.extent)));
        for (const auto account : accounts) bytes += canonical_account(id, account, accounts_.load(account).account);
        logged_["account"] += entry.extent;
        return bytes;
    }
    if (entry.action == "account") {
        const auto filed = accounts_.load(AccountId{subject});
        return canonical_account(filed.report, filed.id, filed.account);
    }
    if (entry.action == "revision") {
        const auto filed = revisions_.load(RevisionId{subject});
        if (!filed) return {};
        for (const auto& effect : filed->effects) {
            auto& value = state_[{std::string(to_string(effect.changes)), effect.subject, effect.field}];
            value = effect.after;
        }
        return canonical(*filed);
    }
    if (entry.action == "source") {
        auto row = db_.ask("SELECT name, key FROM source WHERE id = ?", subject);
        if (!row.step()) return {};
        const auto name = row.text();
        return canonical_source(name, row.view());
    }
    if (entry.action == "judgement") return judgement(subject);
    if (entry.action == "refusal") {
        auto row = db_.ask("SELECT at, place, why FROM refusal WHERE id = ?", subject);
        if (!row.step()) return {};
        const auto at = row.text();
        const auto where = row.text();
        return canonical_refusal(at, where, row.view());
    }
    if (entry.action == "edition") return edition(subject);
    if (entry.action == "import") return import(subject);
    if (entry.action == "desk") return canonical_desk_change(db_, subject);
    fault(fmt::format("log entry {} tells of a change this program does not know", entry.id));
    return {};
}

std::string Verifier::judgement(std::int64_t id)
{
    std::vector<Reason> reasons;
    {
        auto row = db_.ask("SELECT what, words, weight FROM reason WHERE judgement = ? ORDER BY ordinal", id);
        while (row.step()) {
            auto& reason = reasons.emplace_back();
            reason.what = row.text();
            reason.words = row.text();
            reason.weight = row.real();
        }
    }
    auto row = db_.ask("SELECT account, against, joined FROM judgement WHERE id = ?", id);
    if (!row.step()) return {};
    const auto account = row.id<AccountId>();
    const auto against = row.id<AccountId>();
    return canonical_judgement(account, against, row.truth(), reasons);
}

std::string Verifier::edition(std::int64_t id)
{
    Edition edition;
    {
        auto row = db_.ask("SELECT month, area, made_at FROM edition WHERE id = ?", id);
        if (!row.step()) return {};
        edition.month = row.text();
        edition.area = row.text();
        edition.made_at = row.text();
    }
    auto row = db_.ask("SELECT incident, state FROM edition_line WHERE edition = ? ORDER BY ordinal", id);
    while (row.step()) {
        const auto incident = row.id<IncidentId>();
        edition.lines.push_back({incident, row.text()});
    }
    return canonical_edition(edition);
}

std::string Verifier::import(std::int64_t id)
{
    auto row = db_.ask("SELECT " SITREP_IMPORT_COLUMNS " FROM import WHERE id = ?", id);
    return row.step() ? canonical_import(take_import(row)) : std::string();
}

void Verifier::check_originals()
{
    std::vector<std::pair<ReportId, Sha256>> originals;
    {
        auto row = db_.ask("SELECT id, hash FROM original");
        while (row.step()) {
            const auto id = row.id<ReportId>();
            originals.emplace_back(id, row.hash());
        }
    }
    for (const auto& [id, hash] : originals) {
        ++result_.originals;
        attempt(fmt::format("original {}", std::int64_t(id)), [&] {
            if (sha256(documents_.original(id)) != hash) fault(fmt::format("original {} is not as it was received", std::int64_t(id)));
        });
        step();
    }
}

void Verifier::check_places()
{
    auto row = db_.ask("SELECT p.id, p.digest, " SITREP_PLACE_COLUMNS " FROM place p");
    while (row.step()) {
        const auto id = row.integer();
        const auto digest = row.hash();
        Canonical canonical;
        canonical << PlaceRows::take(row);
        if (sha256(canonical.bytes()) != digest) fault(fmt::format("place {} is not as it was written", id));
    }
}

// What stands now must be what the revisions, one after the other, have led to.
void Verifier::check_state()
{
    for (const auto& [key, value] : state_) {
        const auto& [changes, subject, field] = key;
        if (revisions_.present({changes_in_library(changes), subject, field, {}, {}}) != value)
            fault(fmt::format("{} {} {}is not what the revisions say", changes, subject, field.empty() ? "" : field + " "));
    }
    const auto in_state = [&](Changes changes) {
        return std::ranges::count_if(state_, [&](const auto& entry) { return std::get<0>(entry.first) == to_string(changes) && entry.second; });
    };
    const auto compare = [&](Changes changes, Sql count, const char* what) {
        if (db_.number(count) != in_state(changes)) fault(fmt::format("the library holds other {} than the revisions say", what));
    };
    compare(Changes::account, "SELECT count(*) FROM incident_account", "accounts of incidents");
    compare(Changes::forward, "SELECT count(*) FROM forward", "forwarded ids");
    compare(Changes::field, "SELECT count(*) FROM correction", "corrections");
    compare(Changes::apart, "SELECT count(*) FROM different", "accounts told apart");
}

void Verifier::check_that_all_is_logged()
{
    const auto compare = [&](const char* action, Sql count) {
        const auto held = db_.number(count).value_or(0);
        if (held != logged_[action]) fault(fmt::format("the library holds {} {}s, the log tells of {}", held, action, logged_[action]));
    };
    compare("document", "SELECT count(*) FROM report");
    compare("account", "SELECT count(*) FROM account");
    compare("revision", "SELECT count(*) FROM revision");
    compare("source", "SELECT count(*) FROM source");
    compare("judgement", "SELECT count(*) FROM judgement");
    compare("refusal", "SELECT count(*) FROM refusal");
    compare("edition", "SELECT count(*) FROM edition");
    compare("import", "SELECT count(*) FROM import");
    compare("desk", "SELECT count(*) FROM desk_change");
}

std::string SqliteStore::log_head() const
{
    const auto last = log_.last();
    return last ? last->hash.hex() : std::string();
}

VerifyResult SqliteStore::verify(const std::function<void(double)>& progress) const
{
    return Verifier(db_, documents_, accounts_, revisions_).run(progress);
}

}  // namespace sitrep::store
