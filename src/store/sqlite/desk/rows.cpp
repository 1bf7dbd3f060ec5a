// Every incident as a short row, and what has changed since.
#include "store/desk/lists.hpp"

#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>

namespace sitrep::store {
namespace {

#define SITREP_SHORT_COLUMNS \
    "SELECT i.id, i.accepted, i.withdrawn, i.background_only, i.kind, i.first_day, i.last_day, i.status, i.target_class, i.grade, i.perpetrator," \
    " i.place, i.country, i.admin1_code, i.killed_low, i.killed_high, i.conflicts, i.corrections, i.independent_sources FROM incident i"

template <class Value>
Value or_damaged(std::optional<Value> value)
{
    if (!value) throw LibraryError("the library holds a word this program does not know; run `sitrep verify`");
    return *value;
}

ShortRow take_short(Statement& row)
{
    ShortRow out;
    out.id = row.id<IncidentId>();
    out.accepted = row.truth();
    out.withdrawn = row.truth();
    out.background_only = row.truth();
    out.kind = or_damaged(incident_kind_from(row.view()));
    out.first_day = take_day(row);
    out.last_day = take_day(row);
    out.status = or_damaged(perpetrator_status_from(row.view()));
    if (row.null()) row.skip();
    else out.target_class = or_damaged(target_class_from(row.view()));
    out.grade = or_damaged(grade_from(row.view()));
    out.perpetrator = row.text();
    out.place = row.optional_integer().value_or(0);
    out.country = row.text();
    out.admin1_code = row.text();
    const auto low = row.optional_integer();
    const auto high = row.optional_integer();
    if (low) out.killed = TollRange{*low, high.value_or(*low)};
    out.conflicts = int(row.integer());
    out.corrections = int(row.integer());
    out.independent_sources = int(row.integer());
    return out;
}

FiledUnder take_filed(Statement& row)
{
    FiledUnder filed;
    filed.account = row.id<AccountId>();
    filed.incident = row.id<IncidentId>();
    filed.report = row.id<ReportId>();
    filed.source = row.id<SourceId>();
    filed.confidence = float(row.real());
    return filed;
}

}  // namespace

std::int64_t Lists::data_version() const
{
    // Every change of the record has its entry in the log; refusals have none. (PRAGMA data_version counts for one connection alone: what
    // several connections keep together would never be found again by it.)
    const auto& db = store_.connection();
    return db.number("SELECT max(id) FROM refusal").value_or(0) * 1'000'000'000'000 + db.number("SELECT max(id) FROM log").value_or(0);
}

RevisionId Lists::newest_revision() const { return RevisionId{store_.connection().number("SELECT max(id) FROM revision").value_or(0)}; }

std::vector<IncidentId> Lists::touched_after(RevisionId revision) const
{
    std::vector<IncidentId> touched;
    auto row = store_.connection().ask("SELECT incident, other FROM revision WHERE id > ?", revision);
    while (row.step()) {
        touched.push_back(row.id<IncidentId>());
        if (const auto other = row.optional_integer()) touched.push_back(IncidentId{*other});
    }
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return touched;
}

std::vector<ShortRow> Lists::all() const
{
    std::vector<ShortRow> rows;
    {
        auto row = store_.connection().ask(SITREP_SHORT_COLUMNS " WHERE i.standing = 1 ORDER BY i.id");
        while (row.step()) rows.push_back(take_short(row));
    }
    const auto note = [&](Statement row) {
        while (row.step()) {
            const auto id = row.id<IncidentId>();
            const auto version = row.id<RevisionId>();
            const auto at = std::ranges::lower_bound(rows, id, {}, &ShortRow::id);
            if (at != rows.end() && at->id == id) at->version = std::max(at->version, version);
        }
    };
    note(store_.connection().ask("SELECT incident, max(id) FROM revision GROUP BY incident"));
    note(store_.connection().ask("SELECT other, max(id) FROM revision WHERE other IS NOT NULL GROUP BY other"));
    return rows;
}

std::optional<ShortRow> Lists::one(IncidentId id) const
{
    std::optional<ShortRow> found;
    {
        auto row = store_.connection().ask(SITREP_SHORT_COLUMNS " WHERE i.id = ? AND i.standing = 1", id);
        if (!row.step()) return std::nullopt;
        found = take_short(row);
    }
    found->version = version_of(id);
    return found;
}

RevisionId Lists::version_of(IncidentId id) const
{
    const auto& db = store_.connection();
    return RevisionId{std::max(db.number("SELECT max(id) FROM revision WHERE incident = ?", id).value_or(0),
                               db.number("SELECT max(id) FROM revision WHERE other = ?", id).value_or(0))};
}

std::vector<std::string> Lists::undecided_fields(IncidentId id) const
{
    std::vector<std::string> undecided;
    auto row = store_.connection().ask("SELECT DISTINCT field FROM conflict c WHERE incident = ? AND NOT EXISTS"
                                       " (SELECT 1 FROM correction k WHERE k.incident = c.incident AND k.field = c.field) ORDER BY field", id);
    while (row.step()) undecided.push_back(row.text());
    return undecided;
}

#define SITREP_FILED_COLUMNS \
    "SELECT f.account, f.incident, a.report, r.source, a.confidence FROM incident_account f JOIN account a ON a.id = f.account JOIN report r ON r.id = a.report"

std::vector<FiledUnder> Lists::accounts_after(AccountId account) const
{
    std::vector<FiledUnder> found;
    auto row = store_.connection().ask(SITREP_FILED_COLUMNS " WHERE f.account > ? ORDER BY f.account", account);
    while (row.step()) found.push_back(take_filed(row));
    return found;
}

std::vector<FiledUnder> Lists::accounts_of(IncidentId incident) const
{
    std::vector<FiledUnder> found;
    auto row = store_.connection().ask(SITREP_FILED_COLUMNS " WHERE f.incident = ? ORDER BY f.account", incident);
    while (row.step()) found.push_back(take_filed(row));
    return found;
}

std::vector<PlaceRow> Lists::places_after(std::int64_t place) const
{
    std::vector<PlaceRow> found;
    auto row = store_.connection().ask("SELECT p.id, " SITREP_PLACE_COLUMNS " FROM place p WHERE p.id > ? ORDER BY p.id", place);
    while (row.step()) {
        const auto id = row.integer();
        found.push_back({id, PlaceRows::take(row)});
    }
    return found;
}

std::vector<NearPair> Lists::near_pairs_after(AccountId account, double score_min) const
{
    std::vector<NearPair> found;
    auto row = store_.connection().ask("SELECT account, other, score FROM tie WHERE account > ? AND other < account AND score >= ?", account, score_min);
    while (row.step()) {
        auto& pair = found.emplace_back();
        pair.account = row.id<AccountId>();
        pair.against = row.id<AccountId>();
        pair.score = row.real();
    }
    return found;
}

Incident Lists::record(IncidentId id) const { return store_.incident_rows().load(id, IncidentRows::Accounts::left_out); }
std::optional<IncidentId> Lists::follow(IncidentId id) const { return store_.incident_rows().follow(id); }

IncidentId Lists::incident_of(AccountId account) const
{
    return IncidentId{store_.connection().number("SELECT incident FROM incident_account WHERE account = ?", account).value_or(0)};
}

std::vector<IncidentId> Lists::forwards_to(IncidentId incident) const
{
    std::vector<IncidentId> found;
    auto row = store_.connection().ask("SELECT incident FROM forward WHERE target = ? ORDER BY incident", incident);
    while (row.step()) found.push_back(row.id<IncidentId>());
    return found;
}

std::optional<std::string> Lists::correction(IncidentId incident, const std::string& field) const
{
    auto row = store_.connection().ask("SELECT value FROM correction WHERE incident = ? AND field = ?", incident, field);
    if (!row.step()) return std::nullopt;
    return row.text();
}

bool Lists::told_apart(IncidentId a, IncidentId b) const
{
    return store_.connection()
        .number("SELECT 1 FROM incident_account f JOIN different mine ON mine.account = f.account"
                " JOIN different theirs ON theirs.decision = mine.decision AND theirs.side <> mine.side"
                " JOIN incident_account g ON g.account = theirs.account WHERE f.incident = ?1 AND g.incident = ?2 UNION ALL"
                " SELECT 1 FROM incident_account f JOIN account x ON x.id = f.account JOIN account y ON y.report = x.report"
                " JOIN incident_account g ON g.account = y.id WHERE f.incident = ?1 AND g.incident = ?2 LIMIT 1", a, b)
        .has_value();
}

std::vector<std::pair<IncidentId, IncidentId>> Lists::unsure_pairs(const std::string& who) const
{
    std::vector<std::pair<IncidentId, IncidentId>> found;
    auto row = store_.connection().ask("SELECT a, b FROM unsure_pair WHERE who = ?", who);
    while (row.step()) {
        const auto a = row.id<IncidentId>();
        found.emplace_back(a, row.id<IncidentId>());
    }
    return found;
}

void Lists::add_unsure(const std::string& who, IncidentId a, IncidentId b)
{
    store_.whole([&] { store_.connection().run("INSERT OR IGNORE INTO unsure_pair VALUES (?, ?, ?)", who, std::min(a, b), std::max(a, b)); });
}

}  // namespace sitrep::store
