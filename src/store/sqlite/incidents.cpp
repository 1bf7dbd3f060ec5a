#include "store/sqlite/incidents.hpp"

#include "store/sqlite/canonical.hpp"
#include "store/sqlite/corrections.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace sitrep::store {
namespace {

constexpr int forward_hops_max = 10000;
constexpr std::int64_t conflicts_max = 1000;  // more than an incident has fields and versions: the row is damaged

void put_toll(Statement& row, const std::optional<TollRange>& toll)
{
    if (toll) row.put(toll->low).put(toll->high);
    else row.put(std::nullopt).put(std::nullopt);
}

std::optional<TollRange> take_toll(Statement& row)
{
    const auto low = row.optional_integer();
    const auto high = row.optional_integer();
    if (!low) return std::nullopt;
    return TollRange{*low, high.value_or(*low)};
}

}  // namespace

IncidentId IncidentRows::add()
{
    db_.run("INSERT INTO incident DEFAULT VALUES");
    return IncidentId{db_.last_id()};
}

std::optional<IncidentId> IncidentRows::follow(IncidentId id) const
{
    if (!db_.number("SELECT 1 FROM incident WHERE id = ?", id)) return std::nullopt;
    for (int hops = 0; hops < forward_hops_max; ++hops) {
        const auto next = db_.number("SELECT target FROM forward WHERE incident = ?", id);
        if (!next) return id;
        id = IncidentId{*next};
    }
    throw LibraryError("merged incidents lead to each other in a circle; run `sitrep verify`");
}

std::vector<std::pair<std::string, std::string>> IncidentRows::corrections(IncidentId id) const
{
    std::vector<std::pair<std::string, std::string>> found;
    auto row = db_.ask("SELECT field, value FROM correction WHERE incident = ? ORDER BY field", id);
    while (row.step()) {
        auto field = row.text();
        found.emplace_back(std::move(field), row.text());
    }
    // The governorate last: it takes the place as it stands and keeps it when the two agree.
    std::ranges::stable_partition(found, [](const auto& correction) { return correction.first != "admin1"; });
    return found;
}

void IncidentRows::write(Incident record)
{
    const auto set = corrections(record.id);
    for (const auto& [field, value] : set) correct(record, field, value, places_);
    std::optional<std::int64_t> place, place_before;
    if (record.place) place = places_.id_of(*record.place);
    bool had_conflicts = false;
    {
        auto row = db_.ask("SELECT place, conflicts FROM incident WHERE id = ?", record.id);
        if (!row.step()) throw std::invalid_argument("there is no incident " + to_string(record.id));
        place_before = row.optional_integer();
        had_conflicts = row.truth();
    }
    if (place != place_before) {
        if (place_before) db_.run("DELETE FROM incident_point WHERE id = ?", record.id);
        if (place && record.place->point) write_point(record.id, *record.place->point);
    }
    write_conflicts(record, had_conflicts);
    write_row(record, place, set.size());
}

void IncidentRows::write_row(const Incident& record, std::optional<std::int64_t> place, std::size_t corrections)
{
    auto row = db_.statement(
        "UPDATE incident SET standing = 1, corrections = ?, conflicts = ?, kind = ?, date_start = ?, date_end = ?, date_precision = ?,"
        " first_day = ?, last_day = ?, place = ?, country = ?, admin1_code = ?, perpetrator = ?, status = ?, target_class = ?,"
        " killed_best = ?, killed_low = ?, killed_high = ?, injured_low = ?, injured_high = ?, abducted_low = ?, abducted_high = ?, arrested_low = ?, arrested_high = ?,"
        " perpetrators_killed_low = ?, perpetrators_killed_high = ?, grade = ?, grade_rule = ?, independent_sources = ?, background_only = ?, source_letter = ?, item_digit = ?"
        " WHERE id = ?");
    row.put(corrections).put(record.conflicts.size()).put(to_string(record.kind));
    put_range(row, record.date);
    row.put(day_number(record.date.first_day())).put(day_number(record.date.last_day()));
    row.put(place).put(record.place ? record.place->country : std::string()).put(record.place ? record.place->admin1_code : std::string());
    row.put(record.perpetrator).put(to_string(record.status));
    std::optional<std::string_view> target_class;
    if (record.target_class) target_class = to_string(*record.target_class);
    row.put(target_class);
    row.put(record.killed ? record.killed->best : std::nullopt);
    for (const auto* toll : {&record.killed, &record.injured, &record.abducted, &record.arrested, &record.perpetrators_killed}) put_toll(row, *toll);
    row.put(to_string(record.grade)).put(record.grade_rule).put(record.independent_sources).put(record.background_only);
    row.put(std::string(1, record.source_letter)).put(record.item_digit).put(record.id);
    row.run();
}

void IncidentRows::write_point(IncidentId id, LatLon point)
{
    db_.run("INSERT INTO incident_point VALUES (?, ?, ?, ?, ?)", id, point.lat(), point.lat(), point.lon(), point.lon());
}

/// Of an incident that many tell, one account more changes few of the rows: only those are written.
void IncidentRows::write_conflicts(const Incident& record, bool had_some)
{
    using Row = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string, std::string>;  // ordinal, version, account, field, words
    std::set<Row> before, after;
    if (had_some) {
        auto row = db_.ask("SELECT ordinal, version, account, field, words FROM conflict WHERE incident = ?", record.id);
        while (row.step()) {
            const auto ordinal = row.integer(), version = row.integer(), account = row.integer();
            auto field = row.text();
            before.emplace(ordinal, version, account, std::move(field), row.text());
        }
    }
    for (std::size_t i = 0; i < record.conflicts.size(); ++i) {
        const auto& conflict = record.conflicts[i];
        for (std::size_t version = 0; version < conflict.versions.size(); ++version)
            for (const auto account : conflict.versions[version].accounts)
                after.emplace(i, version, std::int64_t(record.accounts.at(account).id), conflict.field, conflict.versions[version].value);
    }
    for (const auto& row : before)
        if (!after.contains(row))
            db_.run("DELETE FROM conflict WHERE incident = ? AND ordinal = ? AND version = ? AND account = ?", record.id, std::get<0>(row), std::get<1>(row), std::get<2>(row));
    for (const auto& row : after)
        if (!before.contains(row))
            db_.run("INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?)", record.id, std::get<0>(row), std::get<1>(row), std::get<2>(row), std::get<3>(row), std::get<4>(row));
}

void IncidentRows::set_aside(IncidentId id)
{
    db_.run("DELETE FROM incident_point WHERE id = ?", id);
    db_.run("DELETE FROM conflict WHERE incident = ?", id);
    db_.run("UPDATE incident SET standing = 0, conflicts = 0, first_day = NULL, last_day = NULL, place = NULL WHERE id = ?", id);
}

Incident IncidentRows::load(IncidentId id, Accounts accounts) const
{
    Incident record;
    record.id = id;
    std::int64_t corrections_set = 0, conflicts = 0;
    std::optional<std::int64_t> place;
    {
        auto row = db_.ask(
            "SELECT accepted, withdrawn, corrections, conflicts, kind, date_start, date_end, date_precision, place, perpetrator, status, target_class,"
            " killed_best, killed_low, killed_high, injured_low, injured_high, abducted_low, abducted_high, arrested_low, arrested_high,"
            " perpetrators_killed_low, perpetrators_killed_high, grade, grade_rule, independent_sources, background_only, source_letter, item_digit FROM incident WHERE id = ?", id);
        if (!row.step()) throw LibraryError(fmt::format("incident {} is missing from the library; run `sitrep verify`", to_string(id)));
        record.accepted = row.truth();
        record.withdrawn = row.truth();
        corrections_set = row.integer();
        conflicts = row.integer();
        record.kind = kind_in_library(row.view());
        record.date = take_range(row);
        place = row.optional_integer();
        record.perpetrator = row.text();
        record.status = status_in_library(row.view());
        if (row.null()) row.skip();
        else record.target_class = target_class_in_library(row.view());
        const auto killed_best = row.optional_integer();
        for (auto* toll : {&record.killed, &record.injured, &record.abducted, &record.arrested, &record.perpetrators_killed}) *toll = take_toll(row);
        if (record.killed) record.killed->best = killed_best;
        record.grade = grade_in_library(row.view());
        record.grade_rule = row.text();
        record.independent_sources = int(row.integer());
        record.background_only = row.truth();
        if (const auto letter = row.view(); !letter.empty()) record.source_letter = letter.front();
        record.item_digit = int(row.integer());
    }
    record.place = places_.load(place);
    if (accounts == Accounts::left_out) return record;
    record.accounts = accounts_.of_incident(id);
    if (conflicts) load_conflicts(record);
    if (corrections_set)
        for (auto& [field, value] : corrections(id)) record.corrected.push_back(std::move(field));
    return record;
}

void IncidentRows::load_conflicts(Incident& record) const
{
    auto row = db_.ask("SELECT ordinal, version, account, field, words FROM conflict WHERE incident = ? ORDER BY ordinal, version, account", record.id);
    while (row.step()) {
        const auto ordinal = std::size_t(row.integer());
        const auto version = std::size_t(row.integer());
        if (ordinal > conflicts_max || version > conflicts_max) throw LibraryError("a conflict's row is damaged; run `sitrep verify`");
        const auto account = row.id<AccountId>();
        if (record.conflicts.size() <= ordinal) record.conflicts.resize(ordinal + 1);
        auto& conflict = record.conflicts[ordinal];
        conflict.field = row.text();
        if (conflict.versions.size() <= version) conflict.versions.resize(version + 1);
        conflict.versions[version].value = row.text();
        for (std::size_t i = 0; i < record.accounts.size(); ++i)
            if (record.accounts[i].id == account) conflict.versions[version].accounts.push_back(i);
    }
}

}  // namespace sitrep::store
