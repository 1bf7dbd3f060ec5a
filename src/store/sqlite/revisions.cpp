#include "store/sqlite/revisions.hpp"

#include "store/sqlite/canonical.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>

namespace sitrep::store {
namespace {

constexpr std::array<std::string_view, 6> changes_names{"account", "forward", "field", "accepted", "withdrawn", "apart"};

std::int64_t number_in(const std::string& text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

#define SITREP_REVISION_COLUMNS "id, at, who, action, incident, other, undoes, field, before, after, because"

}  // namespace

std::string_view to_string(Changes changes) { return changes_names[std::size_t(changes)]; }

Changes changes_in_library(std::string_view text)
{
    for (std::size_t i = 0; i < changes_names.size(); ++i)
        if (changes_names[i] == text) return Changes(i);
    throw LibraryError("the library holds a change this program does not know; run `sitrep verify`");
}

std::string canonical(const FiledRevision& filed)
{
    const auto& revision = filed.revision;
    Canonical out;
    out << std::int64_t(revision.id) << revision.at << revision.who << revision.action << std::int64_t(revision.incident);
    out << std::int64_t(filed.other.value_or(IncidentId{})) << std::int64_t(filed.undoes.value_or(RevisionId{}));
    out << revision.field << revision.before << revision.after << revision.because;
    for (const auto& effect : filed.effects)
        out << to_string(effect.changes) << effect.subject << effect.field << effect.before << effect.after;
    return out.take();
}

RevisionId RevisionRows::next_id() const { return RevisionId{db_.number("SELECT max(id) FROM revision").value_or(0) + 1}; }

void RevisionRows::add(FiledRevision& filed)
{
    auto& revision = filed.revision;
    revision.at = now_utc();
    db_.run("INSERT INTO revision (at, who, action, incident, other, undoes, field, before, after, because) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            revision.at, revision.who, revision.action, revision.incident, filed.other, filed.undoes, revision.field, revision.before,
            revision.after, revision.because);
    revision.id = RevisionId{db_.last_id()};
    for (std::size_t i = 0; i < filed.effects.size(); ++i) {
        const auto& effect = filed.effects[i];
        db_.run("INSERT INTO revision_effect VALUES (?, ?, ?, ?, ?, ?, ?)", revision.id, i, to_string(effect.changes), effect.subject,
                effect.field, effect.before, effect.after);
    }
}

FiledRevision RevisionRows::take(Statement& row) const
{
    FiledRevision filed;
    auto& revision = filed.revision;
    revision.id = row.id<RevisionId>();
    revision.at = row.text();
    revision.who = row.text();
    revision.action = row.text();
    revision.incident = row.id<IncidentId>();
    if (const auto other = row.optional_integer()) filed.other = IncidentId{*other};
    if (const auto undoes = row.optional_integer()) filed.undoes = RevisionId{*undoes};
    revision.field = row.text();
    revision.before = row.text();
    revision.after = row.text();
    revision.because = row.text();
    return filed;
}

std::optional<FiledRevision> RevisionRows::load(RevisionId id) const
{
    std::optional<FiledRevision> filed;
    {
        auto row = db_.ask("SELECT " SITREP_REVISION_COLUMNS " FROM revision WHERE id = ?", id);
        if (!row.step()) return std::nullopt;
        filed = take(row);
    }
    auto row = db_.ask("SELECT what, subject, field, before, after FROM revision_effect WHERE revision = ? ORDER BY ordinal", id);
    while (row.step()) {
        auto& effect = filed->effects.emplace_back();
        effect.changes = changes_in_library(row.view());
        effect.subject = row.integer();
        effect.field = row.text();
        effect.before = row.optional_text();
        effect.after = row.optional_text();
    }
    return filed;
}

bool RevisionRows::is_undone(RevisionId id) const
{
    // An undo can be undone itself, and so on; at most the newest of a chain stands.
    bool undone = false;
    for (RevisionId at = id;;) {
        const auto by = db_.number("SELECT max(id) FROM revision WHERE undoes = ?", at);
        if (!by) return undone;
        undone = !undone;
        at = RevisionId{*by};
    }
}

std::vector<Revision> RevisionRows::list(std::optional<IncidentId> incident) const
{
    std::vector<Revision> revisions;
    {
        auto row = incident ? db_.ask("SELECT " SITREP_REVISION_COLUMNS " FROM revision WHERE incident = ? UNION"
                                      " SELECT " SITREP_REVISION_COLUMNS " FROM revision WHERE other = ? ORDER BY id", *incident, *incident)
                            : db_.ask("SELECT " SITREP_REVISION_COLUMNS " FROM revision ORDER BY id");
        while (row.step()) revisions.push_back(take(row).revision);
    }
    for (auto& revision : revisions) revision.undone = is_undone(revision.id);
    return revisions;
}

std::optional<RevisionId> RevisionRows::later_change(const Effect& effect, RevisionId after) const
{
    const auto id = db_.number("SELECT max(revision) FROM revision_effect WHERE revision > ? AND what = ? AND subject = ? AND field = ?", after,
                               to_string(effect.changes), effect.subject, effect.field);
    if (!id) return std::nullopt;
    return RevisionId{*id};
}

std::optional<std::string> RevisionRows::present(const Effect& effect) const
{
    const auto answer = [](Statement row) -> std::optional<std::string> {
        if (!row.step()) return std::nullopt;
        return row.optional_text();
    };
    switch (effect.changes) {
        case Changes::account: return answer(db_.ask("SELECT incident FROM incident_account WHERE account = ?", effect.subject));
        case Changes::forward: return answer(db_.ask("SELECT target FROM forward WHERE incident = ?", effect.subject));
        case Changes::field: return answer(db_.ask("SELECT value FROM correction WHERE incident = ? AND field = ?", effect.subject, effect.field));
        case Changes::accepted: return answer(db_.ask("SELECT accepted FROM incident WHERE id = ?", effect.subject));
        case Changes::withdrawn: return answer(db_.ask("SELECT withdrawn FROM incident WHERE id = ?", effect.subject));
        case Changes::apart:
            return answer(db_.ask("SELECT side FROM different WHERE account = ? AND decision = ?", effect.subject, number_in(effect.field)));
    }
    return std::nullopt;
}

void RevisionRows::make(const Effect& effect) const
{
    const auto& after = effect.after;
    switch (effect.changes) {
        case Changes::account:
            if (after) db_.run("INSERT OR REPLACE INTO incident_account VALUES (?, ?)", effect.subject, number_in(*after));
            else db_.run("DELETE FROM incident_account WHERE account = ?", effect.subject);
            return;
        case Changes::accepted: db_.run("UPDATE incident SET accepted = ? WHERE id = ?", number_in(*after), effect.subject); return;
        case Changes::withdrawn: db_.run("UPDATE incident SET withdrawn = ? WHERE id = ?", number_in(*after), effect.subject); return;
        case Changes::forward:
            if (after) db_.run("INSERT OR REPLACE INTO forward VALUES (?, ?)", effect.subject, number_in(*after));
            else db_.run("DELETE FROM forward WHERE incident = ?", effect.subject);
            return;
        case Changes::field:
            if (after) db_.run("INSERT OR REPLACE INTO correction VALUES (?, ?, ?)", effect.subject, effect.field, *after);
            else db_.run("DELETE FROM correction WHERE incident = ? AND field = ?", effect.subject, effect.field);
            return;
        case Changes::apart: {
            const auto decision = number_in(effect.field);
            if (after) db_.run("INSERT OR REPLACE INTO different VALUES (?, ?, ?)", effect.subject, decision, number_in(*after));
            else db_.run("DELETE FROM different WHERE account = ? AND decision = ?", effect.subject, decision);
            return;
        }
    }
}

}  // namespace sitrep::store
