// Rows of event tables: which version of a row stands, and taking an import back (docs/decisions/0009-table-rows.md).
#include "store/sqlite/canonical.hpp"
#include "store/sqlite/sqlite_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace sitrep::store {
namespace {

std::string name_of(ImportId id) { return fmt::format("import {}", std::int64_t(id)); }

}  // namespace

ImportRow take_import(Statement& row)
{
    ImportRow import;
    import.id = row.id<ImportId>();
    import.at = row.text();
    import.who = row.text();
    import.sheet.provider = row.text();
    import.sheet.format = row.text();
    import.sheet.origin = row.text();
    import.sheet.columns = row.text();
    import.sheet.may_repeat = row.truth();
    return import;
}

std::string canonical_import(const ImportRow& import)
{
    Canonical out;
    out << std::int64_t(import.id) << import.at << import.who << import.sheet.provider << import.sheet.format << import.sheet.origin << import.sheet.columns
        << import.sheet.may_repeat;
    return out.take();
}

ImportId SqliteStore::begin_import(const ImportSheet& sheet, const std::string& who)
{
    return whole([&] {
        close_document();
        ImportRow import{.sheet = sheet, .at = now_utc(), .who = who};
        db_.run("INSERT INTO import (at, who, provider, format, origin, columns, may_repeat) VALUES (?, ?, ?, ?, ?, ?, ?)", import.at, import.who, sheet.provider,
                sheet.format, sheet.origin, sheet.columns, sheet.may_repeat);
        import.id = ImportId{db_.last_id()};
        log_.append("import", std::int64_t(import.id), canonical_import(import));
        return import.id;
    });
}

RowVersion SqliteStore::version_of(ReportId report, const Sha256& hash) const
{
    RowVersion version{report, {}, hash, {}, std::nullopt, false};
    {
        auto row = db_.ask("SELECT r.external_id, a.id, f.incident, i.withdrawn FROM report r JOIN account a ON a.report = r.id"
                           " LEFT JOIN incident_account f ON f.account = a.id LEFT JOIN incident i ON i.id = f.incident WHERE r.id = ? LIMIT 1", report);
        if (!row.step()) return version;
        version.external_id = row.text();
        version.account = row.id<AccountId>();
        if (const auto incident = row.optional_integer()) version.incident = IncidentId{*incident};
        version.taken_back = row.optional_integer().value_or(0) != 0;
    }
    if (!version.incident)
        version.taken_back = db_.number("SELECT r.action <> 'update' FROM revision_effect e JOIN revision r ON r.id = e.revision"
                                        " WHERE e.what = 'account' AND e.after IS NULL AND e.subject = ? ORDER BY e.revision DESC LIMIT 1", version.account) == 1;
    return version;
}

std::optional<RowVersion> SqliteStore::row_version(const std::string& provider, const std::string& external_id) const
{
    if (external_id.empty()) return std::nullopt;
    const auto source = documents_.known_source(provider);
    if (!source) return std::nullopt;
    std::vector<std::pair<ReportId, Sha256>> versions;
    {
        auto row = db_.ask("SELECT r.id, o.hash FROM report r JOIN original o ON o.id = r.id"
                           " WHERE r.source = ? AND r.external_id = ? AND r.import IS NOT NULL ORDER BY r.id DESC", *source, external_id);
        while (row.step()) {
            const auto id = row.id<ReportId>();
            versions.emplace_back(id, row.hash());
        }
    }
    std::optional<RowVersion> newest;
    for (const auto& [report, hash] : versions) {
        const auto version = version_of(report, hash);
        if (version.incident) return version;
        if (!newest) newest = version;
    }
    return newest;
}

std::optional<RowVersion> SqliteStore::row_version(const Sha256& hash) const
{
    const auto report = db_.number("SELECT o.id FROM original o JOIN report r ON r.id = o.id WHERE o.hash = ? AND r.import IS NOT NULL", hash);
    if (!report) return std::nullopt;
    return version_of(ReportId{*report}, hash);
}

RevisionId SqliteStore::replace(AccountId old, AccountId fresh, std::optional<IncidentId> into)
{
    return whole([&] {
        const auto from = db_.number("SELECT incident FROM incident_account WHERE account = ?", old);
        if (!from) throw std::invalid_argument("only an account that tells an incident can be replaced");
        const auto target = into ? existing(*into) : incidents_.add();
        FiledRevision filed;
        filed.revision = Revision{.who = "sitrep", .action = "update", .field = "account", .before = fmt::format("A{}", std::int64_t(old)),
                                  .after = fmt::format("A{}", std::int64_t(fresh)), .because = "its table has a newer version of the row", .incident = target};
        if (IncidentId{*from} != target) filed.other = IncidentId{*from};
        filed.effects.push_back({Changes::account, std::int64_t(old), "", std::to_string(*from), std::nullopt});
        filed.effects.push_back({Changes::account, std::int64_t(fresh), "", std::nullopt, number(target)});
        auto row = db_.ask("SELECT decision, side FROM different WHERE account = ?", old);
        while (row.step()) {
            // What a person has said of the old version holds for the new one: it is the same event of the same table.
            auto decision = row.text();
            Effect apart{Changes::apart, std::int64_t(fresh), std::move(decision), std::nullopt, row.text()};
            apart.before = revisions_.present(apart);
            if (apart.before != apart.after) filed.effects.push_back(std::move(apart));
        }
        return carry_out(std::move(filed));
    });
}

std::vector<ImportRow> SqliteStore::imports() const
{
    std::vector<ImportRow> found;
    {
        auto row = db_.ask("SELECT " SITREP_IMPORT_COLUMNS " FROM import ORDER BY id");
        while (row.step()) found.push_back(take_import(row));
    }
    for (auto& import : found) {
        import.rows = db_.number("SELECT count(*) FROM report WHERE import = ?", import.id).value_or(0);
        import.standing = db_.number("SELECT count(*) FROM report r JOIN account a ON a.report = r.id JOIN incident_account f ON f.account = a.id"
                                     " JOIN incident i ON i.id = f.incident WHERE r.import = ? AND i.withdrawn = 0", import.id)
                              .value_or(0);
    }
    return found;
}

// An older version of the row stands again where there is one. An incident never loses its last account: it is withdrawn with what it has.
FiledRevision SqliteStore::taking_back(IncidentId incident, const std::vector<AccountId>& brought) const
{
    FiledRevision filed;
    const auto held = db_.number("SELECT count(*) FROM incident_account WHERE incident = ?", incident).value_or(0);
    std::int64_t left = held;
    for (const auto account : brought) {
        const auto older = db_.number("SELECT max(old.id) FROM account a JOIN report r ON r.id = a.report"
                                      " JOIN report p ON p.source = r.source AND p.external_id = r.external_id AND p.import < r.import"
                                      " JOIN account old ON old.report = p.id WHERE a.id = ? AND r.external_id <> '' AND p.import IS NOT NULL", account);
        const bool free = older && !db_.number("SELECT 1 FROM incident_account WHERE account = ?", *older);
        filed.effects.push_back({Changes::account, std::int64_t(account), "", number(incident), std::nullopt});
        if (free) filed.effects.push_back({Changes::account, *older, "", std::nullopt, number(incident)});
        else --left;
    }
    if (left > 0) return filed;
    filed.effects.clear();
    filed.effects.push_back({Changes::withdrawn, std::int64_t(incident), "", "0", "1"});
    return filed;
}

std::int64_t SqliteStore::take_back(ImportId import, const std::string& who, const std::string& because)
{
    if (!db_.number("SELECT 1 FROM import WHERE id = ?", import)) throw std::invalid_argument(fmt::format("there is no {}", name_of(import)));
    return whole([&] {
        std::map<IncidentId, std::vector<AccountId>> brought;
        {
            auto row = db_.ask("SELECT f.incident, a.id FROM report r JOIN account a ON a.report = r.id JOIN incident_account f ON f.account = a.id"
                               " JOIN incident i ON i.id = f.incident WHERE r.import = ? AND i.withdrawn = 0 ORDER BY a.id", import);
            while (row.step()) {
                const auto incident = row.id<IncidentId>();
                brought[incident].push_back(row.id<AccountId>());
            }
        }
        for (const auto& [incident, accounts] : brought) {
            auto filed = taking_back(incident, accounts);
            filed.revision = Revision{.who = who, .action = "take back", .field = "import", .before = name_of(import), .after = "", .because = because,
                                      .incident = incident};
            carry_out(std::move(filed));
        }
        return std::int64_t(brought.size());
    });
}

std::int64_t SqliteStore::put_back(ImportId import, const std::string& who, const std::string& because)
{
    if (!db_.number("SELECT 1 FROM import WHERE id = ?", import)) throw std::invalid_argument(fmt::format("there is no {}", name_of(import)));
    std::vector<RevisionId> taken;
    {
        auto row = db_.ask("SELECT id FROM revision WHERE action = 'take back' AND before = ? ORDER BY id DESC", name_of(import));
        while (row.step()) taken.push_back(row.id<RevisionId>());
    }
    return whole([&] {
        std::int64_t done = 0;
        for (const auto revision : taken)
            if (!revisions_.is_undone(revision) && undo(revision, who, because)) ++done;
        return done;
    });
}

std::vector<FiledAccount> SqliteStore::replaced_accounts(IncidentId incident) const
{
    std::vector<AccountId> ids;
    {
        auto row = db_.ask("SELECT DISTINCT e.subject FROM revision r JOIN revision_effect e ON e.revision = r.id WHERE r.incident = ? AND r.action = 'update'"
                           " AND e.what = 'account' AND e.after IS NULL AND NOT EXISTS (SELECT 1 FROM incident_account f WHERE f.account = e.subject)"
                           " ORDER BY e.subject", existing(incident));
        while (row.step()) ids.push_back(row.id<AccountId>());
    }
    std::vector<FiledAccount> found;
    found.reserve(ids.size());
    for (const auto id : ids) found.push_back(accounts_.load(id));
    return found;
}

}  // namespace sitrep::store
