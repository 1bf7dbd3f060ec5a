// Listing: reports and sources, reasons, revisions, counts, editions and notes.
#include "store/sqlite/sqlite_store.hpp"

#include <set>

namespace sitrep::store {

std::optional<StoredReport> SqliteStore::report(ReportId id) const { return documents_.load_report(id); }
std::string SqliteStore::original(ReportId id) const { return documents_.original(id); }

std::vector<Refusal> SqliteStore::refused() const
{
    std::vector<Refusal> refusals;
    auto row = db_.ask("SELECT id, place, why, at FROM refusal ORDER BY id");
    while (row.step()) {
        auto& refusal = refusals.emplace_back();
        refusal.id = row.integer();
        refusal.where = row.text();
        refusal.why = row.text();
        refusal.at = row.text();
    }
    return refusals;
}

std::vector<SourceRow> SqliteStore::sources() const
{
    std::vector<SourceRow> sources;
    auto row = db_.ask("SELECT s.id, s.name, s.reliability, (SELECT count(*) FROM report r WHERE r.source = s.id), count(t.id),"
                       " coalesce(sum(t.independent_sources > 1), 0), coalesce(sum(t.grade = 'contested'), 0) FROM source s LEFT JOIN"
                       " (SELECT DISTINCT r.source AS source, i.id, i.independent_sources, i.grade FROM report r JOIN account a ON a.report = r.id AND a.background = 0"
                       " JOIN incident_account f ON f.account = a.id JOIN incident i ON i.id = f.incident) t ON t.source = s.id GROUP BY s.id ORDER BY s.name");
    while (row.step()) {
        auto& source = sources.emplace_back();
        source.id = row.id<SourceId>();
        source.name = row.text();
        const auto letter = row.view();
        if (!letter.empty()) source.reliability = letter.front();
        source.reports = row.integer();
        source.incidents = row.integer();
        source.corroborated = row.integer();
        source.contested = row.integer();
    }
    return sources;
}

std::vector<Revision> SqliteStore::revisions(std::optional<IncidentId> incident) const
{
    if (!incident) return revisions_.list(std::nullopt);
    // All that was ever done to this id and to what it leads to now.
    auto revisions = revisions_.list(incident);
    const auto leads_to = incidents_.follow(*incident);
    if (leads_to && *leads_to != *incident) {
        std::set<RevisionId> listed;
        for (const auto& revision : revisions) listed.insert(revision.id);
        for (auto& revision : revisions_.list(leads_to))
            if (listed.insert(revision.id).second) revisions.push_back(std::move(revision));
    }
    return revisions;
}

std::vector<Store::Why> SqliteStore::why(IncidentId incident) const
{
    std::vector<Why> found;
    const auto id = incidents_.follow(incident);
    if (!id) return found;
    std::vector<std::int64_t> judgements;
    {
        auto row = db_.ask("SELECT j.id, j.joined, j.account, j.against FROM judgement j WHERE j.account IN"
                           " (SELECT account FROM incident_account WHERE incident = ?1)"
                           " OR j.against IN (SELECT account FROM incident_account WHERE incident = ?1) ORDER BY j.id", *id);
        while (row.step()) {
            judgements.push_back(row.integer());
            auto& why = found.emplace_back();
            why.relation = row.truth() ? "joined" : "kept apart";
            why.account = row.id<AccountId>();
            why.against = row.id<AccountId>();
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto row = db_.ask("SELECT what, words, weight FROM reason WHERE judgement = ? ORDER BY ordinal", judgements[i]);
        while (row.step()) {
            auto& reason = found[i].reasons.emplace_back();
            reason.what = row.text();
            reason.words = row.text();
            reason.weight = row.real();
        }
    }
    return found;
}

Counts SqliteStore::counts() const
{
    auto row = db_.ask("SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM report WHERE was_read = 0), (SELECT count(*) FROM account),"
                       " (SELECT count(*) FROM incident WHERE standing = 1 AND withdrawn = 0), (SELECT count(*) FROM tally),"
                       " (SELECT count(*) FROM pattern), (SELECT count(*) FROM refusal), (SELECT count(*) FROM source)");
    row.step();
    Counts counts;
    for (auto* count : {&counts.reports, &counts.not_read, &counts.accounts, &counts.incidents, &counts.tallies, &counts.patterns, &counts.refused,
                        &counts.sources})
        *count = row.integer();
    return counts;
}

std::vector<std::string> SqliteStore::person_words() const
{
    std::vector<ReportId> reports;
    {
        auto row = db_.ask("SELECT report FROM mentions WHERE persons > 0");
        while (row.step()) reports.push_back(row.id<ReportId>());
    }
    std::set<std::string> words;
    for (const auto id : reports) {
        const std::string document = documents_.document(id);
        for (const auto& mention : documents_.mentions(id))
            if (mention.layer == MentionLayer::person) words.emplace(words_of(document, mention.span));
    }
    return {words.begin(), words.end()};
}

std::vector<std::pair<std::string, std::int64_t>> SqliteStore::sources_by_month() const
{
    std::vector<std::pair<std::string, std::int64_t>> months;
    // Rows of a table seldom say when they were written: they speak of the month they date their event to.
    auto row = db_.ask("SELECT month, count(DISTINCT source) FROM ("
                       "SELECT strftime('%Y-%m', published_day * 86400, 'unixepoch') AS month, source FROM report WHERE published_day IS NOT NULL"
                       " UNION SELECT substr(account.date_start, 1, 7), report.source FROM report JOIN account ON account.report = report.id"
                       " WHERE report.published_day IS NULL AND report.import IS NOT NULL AND account.date_start IS NOT NULL AND account.date_precision <> 'year')"
                       " GROUP BY month ORDER BY month");
    while (row.step()) {
        auto month = row.text();
        months.emplace_back(std::move(month), row.integer());
    }
    return months;
}

std::optional<Edition> SqliteStore::last_edition(const std::string& month, const std::string& area) const
{
    std::optional<Edition> edition;
    {
        auto row = db_.ask("SELECT id, made_at FROM edition WHERE month = ? AND area = ? ORDER BY id DESC LIMIT 1", month, area);
        if (!row.step()) return std::nullopt;
        const auto id = row.integer();
        edition = Edition{id, month, area, row.text(), {}};
    }
    auto row = db_.ask("SELECT incident, state FROM edition_line WHERE edition = ? ORDER BY ordinal", edition->id);
    while (row.step()) {
        const auto incident = row.id<IncidentId>();
        edition->lines.push_back({incident, row.text()});
    }
    return edition;
}

void SqliteStore::add_edition(const Edition& edition)
{
    whole([&] {
        auto filed = edition;
        if (filed.made_at.empty()) filed.made_at = now_utc();
        db_.run("INSERT INTO edition (month, area, made_at) VALUES (?, ?, ?)", filed.month, filed.area, filed.made_at);
        const auto id = db_.last_id();
        for (std::size_t i = 0; i < filed.lines.size(); ++i)
            db_.run("INSERT INTO edition_line VALUES (?, ?, ?, ?)", id, i, filed.lines[i].incident, filed.lines[i].state);
        log_.append("edition", id, canonical_edition(filed));
    });
}

std::string SqliteStore::note(const std::string& key) const
{
    auto row = db_.ask("SELECT value FROM note WHERE key = ?", key);
    return row.step() ? row.text() : std::string();
}

void SqliteStore::set_note(const std::string& key, const std::string& value)
{
    whole([&] { db_.run("INSERT OR REPLACE INTO note VALUES (?, ?)", key, value); });
}

}  // namespace sitrep::store
