// Asking: incidents, tallies and patterns by date, area, kind and words.
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/tokenizer.hpp"
#include "text/normalise.hpp"

#include <variant>

namespace sitrep::store {
namespace {

// A person's question as FTS5 takes it: every word must stand in the report, words in quotes in this order.
// What holds nothing to search for is a phrase of no words, which FTS5 finds nowhere.
std::string match_expression(std::string_view words)
{
    std::string expression;
    std::string phrase;
    const auto close = [&] {
        if (!search_terms(phrase).empty()) expression += (expression.empty() ? "\"" : " AND \"") + phrase + '"';
        phrase.clear();
    };
    bool quoted = false;
    for (const char c : text::to_valid_utf8(words)) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n';
        if (c == '"') quoted = !quoted;
        if (c == '"' || (is_space && !quoted)) close();
        else phrase += c;
    }
    close();
    return expression.empty() ? "\"\"" : expression;
}

// SQL with its values beside it: what a person typed never becomes part of the SQL.
class Question {
public:
    explicit Question(std::string sql) : sql_(std::move(sql)) {}
    void add(const char* condition) { sql_ += condition; }
    template <class... Values>
    void add(const char* condition, const Values&... values)
    {
        sql_ += condition;
        (values_.emplace_back(values), ...);
    }
    const std::string& sql() const { return sql_; }
    void put_values(Statement& statement) const
    {
        for (const auto& value : values_)
            std::visit([&](const auto& known) { statement.put(known); }, value);
    }

private:
    std::string sql_;
    std::vector<std::variant<std::int64_t, double, std::string>> values_;
};

void add_place(Question& question, const Query& query)
{
    if (!query.country.empty()) question.add(" AND i.country = ?", query.country);
    if (!query.admin1_code.empty()) question.add(" AND i.admin1_code = ?", query.admin1_code);
    if (const auto& box = query.within)
        question.add(" AND i.id IN (SELECT id FROM incident_point WHERE north >= ? AND south <= ? AND east >= ? AND west <= ?)", box->south,
                     box->north, box->west, box->east);
}

// A tally or pattern is where its scope is; one without a known scope is where its report's other places are.
void add_place_of_report(Question& question, const Query& query, bool has_scope)
{
    if (!query.country.empty())
        question.add(has_scope ? " AND coalesce(p.country, r.country) = ?" : " AND r.country = ?", query.country);
    if (!query.admin1_code.empty() && has_scope) question.add(" AND p.admin1_code = ?", query.admin1_code);
}

}  // namespace

std::string SqliteStore::searched_for(const std::string& words) const
{
    make_searchable();
    return match_expression(words);
}

std::string SqliteStore::searched_for_now(const std::string& words) const
{
    // A reader does not wait for the writer: what the writer has stored since its last batch is found a little later.
    db_.wait_for_writers(false);
    try {
        make_searchable();
    }
    catch (const LibraryIsBusy&) {
        // Found next time.
    }
    catch (...) {
        db_.wait_for_writers(true);
        throw;
    }
    db_.wait_for_writers(true);
    return match_expression(words);
}

std::vector<IncidentId> SqliteStore::ids_found(const Query& query) const
{
    Question question("SELECT i.id FROM incident i WHERE i.standing = 1");
    const auto days = [](Day day) { return std::int64_t(day.time_since_epoch().count()); };
    if (query.from) question.add(query.undated_too ? " AND (i.last_day >= ? OR i.last_day IS NULL)" : " AND i.last_day >= ?", days(*query.from));
    if (query.until) question.add(query.undated_too ? " AND (i.first_day <= ? OR i.first_day IS NULL)" : " AND i.first_day <= ?", days(*query.until));
    add_place(question, query);
    if (query.kind) question.add(" AND i.kind = ?", std::string(to_string(*query.kind)));
    if (!query.background_too) question.add(" AND i.background_only = 0");
    if (!query.withdrawn_too) question.add(" AND i.withdrawn = 0");
    if (!query.words.empty())
        question.add(" AND i.id IN (SELECT filed.incident FROM report_words w JOIN account a ON a.report = w.rowid"
                     " JOIN incident_account filed ON filed.account = a.id WHERE report_words MATCH ?)", searched_for(query.words));
    question.add(query.doubtful_first ? " ORDER BY i.accepted, (SELECT max(a.confidence) FROM incident_account f JOIN account a ON a.id = f.account"
                                        " WHERE f.incident = i.id), i.id LIMIT ?"
                                      : " ORDER BY i.first_day IS NULL, i.first_day, i.id LIMIT ?",
                 std::int64_t(query.most));
    std::vector<IncidentId> ids;
    {
        auto row = db_.statement_built(question.sql());
        question.put_values(row);
        while (row.step()) ids.push_back(row.id<IncidentId>());
    }
    return ids;
}

void SqliteStore::each(const Query& query, const std::function<void(const Incident&)>& take) const
{
    for (const auto id : ids_found(query)) take(incidents_.load(id));
}

std::vector<Incident> SqliteStore::find(const Query& query) const
{
    const auto ids = ids_found(query);
    std::vector<Incident> found;
    found.reserve(ids.size());
    for (const auto id : ids) found.push_back(incidents_.load(id));
    return found;
}

std::optional<Incident> SqliteStore::incident(IncidentId id) const
{
    const auto leads_to = incidents_.follow(id);
    if (!leads_to) return std::nullopt;
    return incidents_.load(*leads_to);
}

std::vector<FiledTally> SqliteStore::tallies(const Query& query) const
{
    Question question("SELECT t.report, r.publisher, r.url, r.published_day, r.published_second, " SITREP_TALLY_COLUMNS
                      " FROM tally t JOIN report r ON r.id = t.report LEFT JOIN place p ON p.id = t.scope WHERE 1");
    // A tally of an unknown period is of the time when it was stated.
    if (query.from) question.add(" AND coalesce(t.last_day, r.published_day) >= ?", std::int64_t(query.from->time_since_epoch().count()));
    if (query.until) question.add(" AND coalesce(t.first_day, r.published_day) <= ?", std::int64_t(query.until->time_since_epoch().count()));
    add_place_of_report(question, query, true);
    if (!query.words.empty()) question.add(" AND t.report IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)", searched_for(query.words));
    question.add(" ORDER BY coalesce(t.first_day, r.published_day), t.id LIMIT ?", std::int64_t(query.most));
    std::vector<FiledTally> found;
    auto row = db_.statement_built(question.sql());
    question.put_values(row);
    while (row.step()) {
        auto& filed = found.emplace_back();
        filed.report = row.id<ReportId>();
        filed.publisher = row.text();
        filed.url = row.text();
        filed.published = take_publication(row);
        filed.tally = documents_.take_tally(row);
    }
    return found;
}

std::vector<Pattern> SqliteStore::patterns(const Query& query) const
{
    Question question("SELECT " SITREP_PATTERN_COLUMNS " FROM pattern t JOIN report r ON r.id = t.report WHERE 1");
    if (query.from) question.add(" AND r.published_day >= ?", std::int64_t(query.from->time_since_epoch().count()));
    if (query.until) question.add(" AND r.published_day <= ?", std::int64_t(query.until->time_since_epoch().count()));
    add_place_of_report(question, query, false);
    if (!query.words.empty()) question.add(" AND t.report IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)", searched_for(query.words));
    question.add(" ORDER BY t.id LIMIT ?", std::int64_t(query.most));
    std::vector<Pattern> found;
    auto row = db_.statement_built(question.sql());
    question.put_values(row);
    while (row.step()) found.push_back(DocumentRows::take_pattern(row));
    return found;
}

}  // namespace sitrep::store
