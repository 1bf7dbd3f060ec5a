// Pages of reports, tallies, refusals, revisions and log entries, newest first.
#include "store/desk/lists.hpp"

#include "store/sqlite/row_numbers.hpp"
#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>

namespace sitrep::store {
namespace {

// How many code points of the report stand before a byte, and how many bytes a number of code points has.
std::string_view first_code_points(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        --count;
    }
    return text.substr(0, at);
}

Revision take_revision(Statement& row)
{
    Revision revision;
    revision.id = row.id<RevisionId>();
    revision.at = row.text();
    revision.who = row.text();
    revision.action = row.text();
    revision.incident = row.id<IncidentId>();
    revision.field = row.text();
    revision.before = row.text();
    revision.after = row.text();
    revision.because = row.text();
    return revision;
}

#define SITREP_PLAIN_REVISION "SELECT id, at, who, action, incident, field, before, after, because FROM revision"

}  // namespace

Lists::WithWords Lists::reports_with(const std::string& words, std::size_t most, ReportId above) const
{
    const auto expression = store_.searched_for_now(words);
    const auto& db = store_.connection();
    // Of all reports the index alone is asked: a condition on their numbers is looked at once a report, and makes it a fifth slower.
    auto row = above == ReportId{} ? db.ask("SELECT row_numbers(rowid), (SELECT up_to FROM searchable) FROM report_words WHERE report_words MATCH ?", expression)
                                   : db.ask("SELECT row_numbers(rowid), (SELECT up_to FROM searchable) FROM report_words WHERE report_words MATCH ? AND rowid > ?", expression, above);
    if (!row.step()) return {};
    WithWords out{take_row_numbers<ReportId>(row), row.id<ReportId>()};
    auto& found = out.reports;
    if (!std::ranges::is_sorted(found)) std::ranges::sort(found);  // the index ascends; nothing promises it
    if (found.size() > most) found.erase(found.begin(), found.end() - std::ptrdiff_t(most));
    return out;
}

std::optional<InboxRow> Lists::inbox_row(ReportId report) const
{
    const auto stored = store_.report(report);
    if (!stored) return std::nullopt;
    InboxRow out;
    out.id = report;
    out.source = stored->source;
    out.title = std::string(first_code_points(stored->report.text_begin ? stored->report.title() : stored->report.text(), 160));
    out.publisher = stored->report.publisher;
    out.url = stored->report.url;
    out.received_at = stored->received_at;
    out.origin = stored->origin;
    out.published = stored->report.published;
    out.format = stored->format;
    out.was_read = stored->was_read;
    const auto& db = store_.connection();
    {
        auto row = db.ask("SELECT detected FROM report WHERE id = ?", report);
        if (row.step()) out.language = row.text();
    }
    out.tallies = db.number("SELECT count(*) FROM tally WHERE report = ?", report).value_or(0);
    return out;
}

std::vector<IncidentId> Lists::incidents_of_accounts_in(ReportId report) const
{
    std::vector<IncidentId> found;
    auto row = store_.connection().ask("SELECT f.incident FROM account a JOIN incident_account f ON f.account = a.id WHERE a.report = ? ORDER BY a.id", report);
    while (row.step()) found.push_back(row.id<IncidentId>());
    return found;
}

ReportId Lists::newest_report() const { return ReportId{store_.connection().number("SELECT max(id) FROM report").value_or(0)}; }

namespace {

/// Of more reports than this that a search found, those in a state are told apart in one walk over the library.
constexpr std::size_t looked_up_max = 20000;

#define SITREP_IN_STATE \
    " AND (?3 = 0 OR (?3 = 1 AND r.was_read = 0) OR (?3 = 2 AND NOT EXISTS (SELECT 1 FROM account a WHERE a.report = r.id))" \
    " OR (?3 = 3 AND EXISTS (SELECT 1 FROM account a WHERE a.report = r.id)))"

}  // namespace

std::vector<ReportId> Lists::inbox(InboxState state, ReportId above, ReportId below, std::size_t most, const std::vector<ReportId>* among) const
{
    const auto& db = store_.connection();
    std::vector<ReportId> ids;
    if (among && (state == InboxState::all || among->size() <= looked_up_max)) {
        for (auto at = std::ranges::lower_bound(*among, below); at != among->begin() && ids.size() < most;) {
            const auto id = *--at;
            if (id <= above) break;
            if (state == InboxState::all || db.number("SELECT 1 FROM report r WHERE r.id >= ?1 AND r.id <= ?2" SITREP_IN_STATE, id, id, std::int64_t(state))) ids.push_back(id);
        }
        return ids;
    }
    auto row = db.ask("SELECT r.id FROM report r WHERE r.id < ?1 AND r.id > ?2" SITREP_IN_STATE " ORDER BY r.id DESC", below, above, std::int64_t(state));
    while (ids.size() < most && row.step()) {
        const auto id = row.id<ReportId>();
        if (!among || std::ranges::binary_search(*among, id)) ids.push_back(id);
    }
    return ids;
}

std::vector<Lists::Publication> Lists::publications_after(ReportId report) const
{
    std::vector<Publication> out;
    auto row = store_.connection().ask("SELECT id, source, published_day FROM report WHERE id > ? ORDER BY id", report);
    while (row.step()) {
        Publication& one = out.emplace_back();
        one.report = row.id<ReportId>();
        one.source = row.id<SourceId>();
        if (const auto day = row.optional_integer()) one.day = Day{std::chrono::days{*day}};
    }
    return out;
}

std::int64_t Lists::inbox_total(InboxState state, ReportId above, ReportId up_to) const
{
    const auto& db = store_.connection();
    const auto all = db.number("SELECT count(*) FROM report WHERE id > ? AND id <= ?", above, up_to).value_or(0);
    if (state == InboxState::all) return all;
    if (state == InboxState::not_read) return db.number("SELECT count(*) FROM report WHERE was_read = 0 AND id > ? AND id <= ?", above, up_to).value_or(0);
    const auto with = db.number("SELECT count(DISTINCT report) FROM account WHERE report > ? AND report <= ?", above, up_to).value_or(0);
    return state == InboxState::with_incident ? with : all - with;
}

Lists::FewCounts Lists::few_counts() const
{
    auto row = store_.connection().ask("SELECT (SELECT count(*) FROM tally), (SELECT count(*) FROM refusal), (SELECT count(*) FROM source)");
    row.step();
    FewCounts counts;
    for (auto* count : {&counts.tallies, &counts.refused, &counts.sources}) *count = row.integer();
    return counts;
}

std::vector<FiledAccount> Lists::accounts_in(ReportId report) const
{
    std::vector<FiledAccount> found;
    for (const auto id : store_.accounts().of_report(report)) found.push_back(store_.accounts().load(id));
    return found;
}

std::vector<Mention> Lists::mentions_in(ReportId report) const { return store_.documents().mentions(report); }

namespace {

#define SITREP_NUMBERED_TALLY "SELECT t.id, t.report, r.publisher, r.url, r.published_day, r.published_second, " SITREP_TALLY_COLUMNS \
    " FROM tally t JOIN report r ON r.id = t.report"

NumberedTally take_numbered(Statement& row, const DocumentRows& documents)
{
    NumberedTally tally;
    tally.id = row.integer();
    tally.filed.report = row.id<ReportId>();
    tally.filed.publisher = row.text();
    tally.filed.url = row.text();
    tally.filed.published = take_publication(row);
    tally.filed.tally = documents.take_tally(row);
    return tally;
}

}  // namespace

std::vector<NumberedTally> Lists::tallies_in(ReportId report) const
{
    std::vector<NumberedTally> found;
    auto row = store_.connection().ask(SITREP_NUMBERED_TALLY " WHERE t.report = ? ORDER BY t.id", report);
    while (row.step()) found.push_back(take_numbered(row, store_.documents()));
    return found;
}

std::vector<Pattern> Lists::patterns_in(ReportId report) const
{
    std::vector<Pattern> found;
    auto row = store_.connection().ask("SELECT " SITREP_PATTERN_COLUMNS " FROM pattern t WHERE t.report = ? ORDER BY t.id", report);
    while (row.step()) found.push_back(DocumentRows::take_pattern(row));
    return found;
}

std::string Lists::lead_of(IncidentId incident, std::size_t code_points_max) const
{
    ReportId report{};
    AccountId account{};
    {
        auto row = store_.connection().ask("SELECT a.report, a.id FROM incident_account f JOIN account a ON a.id = f.account WHERE f.incident = ?"
                                           " ORDER BY a.background, a.confidence DESC, a.id LIMIT 1", incident);
        if (!row.step()) return {};
        report = row.id<ReportId>();
        account = row.id<AccountId>();
    }
    const auto filed = store_.accounts().load(account);
    if (filed.account.evidence.empty()) return {};
    const auto document = store_.documents().document(report);
    // A sentence of the text says more than the title, where there is one.
    const auto text_begin = std::size_t(store_.connection().number("SELECT text_begin FROM report WHERE id = ?", report).value_or(0));
    for (const auto span : filed.account.evidence) {
        const auto words = words_of(document, span);
        if (std::size_t(words.data() - document.data()) >= text_begin) return std::string(first_code_points(words, code_points_max));
    }
    return std::string(first_code_points(words_of(document, filed.account.evidence.front()), code_points_max));
}

std::vector<NumberedTally> Lists::tallies(const TallyQuery& query, std::int64_t after, std::size_t most, std::int64_t& total) const
{
    std::vector<ReportId> among;
    if (!query.words.empty()) {
        among = reports_with(query.words, std::size_t(1) << 20).reports;
    }
    const auto day = [](const std::optional<Day>& known) -> std::optional<std::int64_t> {
        if (!known) return std::nullopt;
        return known->time_since_epoch().count();
    };
    // A tally of an unknown period is of the time when it was stated.
    std::vector<std::int64_t> ids;
    total = 0;
    {
        auto row = store_.connection().ask(
            "SELECT t.id, t.report FROM tally t JOIN report r ON r.id = t.report LEFT JOIN place p ON p.id = t.scope"
            " WHERE (?1 IS NULL OR coalesce(t.last_day, r.published_day) >= ?1) AND (?2 IS NULL OR coalesce(t.first_day, r.published_day) <= ?2)"
            " AND (?3 = '' OR coalesce(p.country, r.country) = ?3) AND (?4 = '' OR p.admin1_code = ?4) ORDER BY t.id DESC", day(query.from), day(query.until),
            query.country, query.admin1_code);
        while (row.step()) {
            const auto id = row.integer();
            if (!query.words.empty() && !std::ranges::binary_search(among, row.id<ReportId>())) continue;
            ++total;
            if (ids.size() < most && (after == 0 || id < after)) ids.push_back(id);
        }
    }
    std::vector<NumberedTally> found;
    for (const auto id : ids) {
        auto row = store_.connection().ask(SITREP_NUMBERED_TALLY " WHERE t.id = ?", id);
        if (row.step()) found.push_back(take_numbered(row, store_.documents()));
    }
    return found;
}

std::vector<Refusal> Lists::refused(std::int64_t below, std::size_t most) const
{
    std::vector<Refusal> found;
    auto row = store_.connection().ask("SELECT id, place, why, at FROM refusal WHERE id < ? ORDER BY id DESC LIMIT ?", below, most);
    while (row.step()) {
        auto& refusal = found.emplace_back();
        refusal.id = row.integer();
        refusal.where = row.text();
        refusal.why = row.text();
        refusal.at = row.text();
    }
    return found;
}

std::vector<Revision> Lists::revisions(const RevisionQuery& query, std::size_t most) const
{
    std::vector<Revision> found;
    {
        auto row = store_.connection().ask(SITREP_PLAIN_REVISION " WHERE id < ?1 AND (?2 = '' OR who = ?2) AND (?3 = '' OR action = ?3) ORDER BY id DESC LIMIT ?4",
                                           query.below, query.who, query.action, most);
        while (row.step()) found.push_back(take_revision(row));
    }
    for (auto& revision : found) revision.undone = store_.revision_rows().is_undone(revision.id);
    return found;
}

std::int64_t Lists::revisions_total(const RevisionQuery& query) const
{
    if (query.who.empty() && query.action.empty()) return store_.connection().number("SELECT count(*) FROM revision").value_or(0);
    return store_.connection()
        .number("SELECT count(*) FROM revision WHERE (?1 = '' OR who = ?1) AND (?2 = '' OR action = ?2)", query.who, query.action)
        .value_or(0);
}

std::vector<Revision> Lists::revisions_of(IncidentId incident, RevisionId after) const
{
    std::vector<Revision> found;
    {
        auto row = store_.connection().ask(SITREP_PLAIN_REVISION " WHERE (incident = ?1 OR other = ?1) AND id > ?2 ORDER BY id", incident, after);
        while (row.step()) found.push_back(take_revision(row));
    }
    for (auto& revision : found) revision.undone = store_.revision_rows().is_undone(revision.id);
    return found;
}

std::vector<LoggedEntry> Lists::log(const std::string& action, std::int64_t below, std::size_t most) const
{
    std::vector<LoggedEntry> found;
    auto row = store_.connection().ask("SELECT id, at, action, subject, extent, content, hash FROM log WHERE id < ?1 AND (?2 = '' OR action = ?2)"
                                       " ORDER BY id DESC LIMIT ?3", below, action, most);
    while (row.step()) {
        const auto entry = Log::take(row);
        found.push_back({entry.id, entry.subject, entry.at, entry.action, entry.content, entry.hash});
    }
    return found;
}

std::int64_t Lists::log_total(const std::string& action) const
{
    const auto& db = store_.connection();
    return action.empty() ? db.number("SELECT max(id) FROM log").value_or(0) : db.number("SELECT count(*) FROM log WHERE action = ?", action).value_or(0);
}

}  // namespace sitrep::store
