#include "store/desk/months.hpp"

#include "store/sqlite/canonical.hpp"
#include "store/sqlite/desk_changes.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace sitrep::store {
namespace {

#define SITREP_MONTH_COLUMNS "SELECT month, closed, closed_by, closed_at, closed_revision, foreword_en, foreword_ar FROM desk_month"
#define SITREP_RELEASE_COLUMNS \
    "SELECT e.id, e.month, e.area, e.made_at, coalesce(r.stage, 'provisional'), coalesce(r.who, 'command line'), coalesce(r.data_version, '')," \
    " (SELECT count(*) FROM edition_line l WHERE l.edition = e.id) FROM edition e LEFT JOIN edition_release r ON r.edition = e.id"
#define SITREP_READING_COLUMNS "SELECT id, incident, who, at, first_by, readings, agrees, note, decided_by FROM second_reading"

MonthState take_month(Statement& row)
{
    MonthState state;
    state.month = row.text();
    state.closed = row.truth();
    state.closed_by = row.optional_text();
    state.closed_at = row.optional_text();
    state.closed_revision = row.id<RevisionId>();
    state.foreword_en = row.text();
    state.foreword_ar = row.text();
    return state;
}

Release take_release(Statement& row)
{
    Release release;
    release.edition = row.integer();
    release.month = row.text();
    release.area = row.text();
    release.made_at = row.text();
    release.stage = row.text();
    release.who = row.text();
    release.data_version = row.text();
    release.incidents = row.integer();
    return release;
}

void take_files(const Connection& db, Release& release)
{
    auto row = db.ask("SELECT name, type, hash, length(bytes) FROM edition_file WHERE edition = ? ORDER BY name", release.edition);
    while (row.step()) {
        auto& file = release.files.emplace_back();
        file.name = row.text();
        file.type = row.text();
        file.hash = row.hash();
        file.size = row.integer();
    }
}

SecondReading take_reading(Statement& row)
{
    SecondReading reading;
    reading.id = row.integer();
    reading.incident = row.id<IncidentId>();
    reading.who = row.text();
    reading.at = row.text();
    reading.first_by = row.text();
    const auto values = nlohmann::json::parse(row.view(), nullptr, false);
    if (values.is_array())
        for (const auto& value : values)
            if (value.is_array() && value.size() == 3) reading.values.push_back({value[0], value[1], value[2]});
    reading.agrees = row.truth();
    reading.note = row.text();
    reading.decided_by = row.optional_text();
    return reading;
}

std::string state_words(const MonthState& state)
{
    return fmt::format("{}{}{}", state.closed ? "closed" : "open", state.foreword_en.empty() ? "" : ", foreword", state.foreword_ar.empty() ? "" : ", Arabic foreword");
}

}  // namespace

MonthState Months::month(const std::string& month) const
{
    auto row = store_.connection().ask(SITREP_MONTH_COLUMNS " WHERE month = ?", month);
    if (row.step()) return take_month(row);
    MonthState state;
    state.month = month;
    return state;
}

std::vector<MonthState> Months::months() const
{
    std::vector<MonthState> found;
    auto row = store_.connection().ask(SITREP_MONTH_COLUMNS " ORDER BY month");
    while (row.step()) found.push_back(take_month(row));
    return found;
}

void Months::write(const MonthState& state, const std::string& what, const std::string& who, const std::string& because)
{
    store_.whole([&] {
        const auto before = month(state.month);
        store_.connection().run("INSERT OR REPLACE INTO desk_month VALUES (?, ?, ?, ?, ?, ?, ?)", state.month, state.closed, state.closed_by,
                                state.closed_at, state.closed_revision, state.foreword_en, state.foreword_ar);
        file_desk_change(store_, {what, state.month, state_words(before), state_words(state), because}, who);
    });
}

std::int64_t Months::release(const Edition& edition, const Release& about, const std::vector<EditionFile>& files)
{
    return store_.whole([&] {
        store_.add_edition(edition);
        const auto& db = store_.connection();
        const auto id = db.number("SELECT max(id) FROM edition").value_or(0);
        db.run("INSERT INTO edition_release VALUES (?, ?, ?, ?)", id, about.stage, about.who, about.data_version);
        std::string hashes;
        for (const auto& file : files) {
            const auto hash = sha256(file.bytes);
            db.run("INSERT INTO edition_file VALUES (?, ?, ?, ?, ?)", id, file.name, file.type, hash, Bytes{file.bytes});
            hashes += fmt::format("{}{} {}", hashes.empty() ? "" : ", ", file.name, hash.hex());
        }
        file_desk_change(store_, {"release", fmt::format("{} {}", edition.month, edition.area), "", fmt::format("{} edition {}", about.stage, id), hashes},
                         about.who);
        return id;
    });
}

std::vector<Release> Months::releases() const
{
    std::vector<Release> found;
    {
        auto row = store_.connection().ask(SITREP_RELEASE_COLUMNS " ORDER BY e.id DESC");
        while (row.step()) found.push_back(take_release(row));
    }
    for (auto& release : found) take_files(store_.connection(), release);
    return found;
}

std::optional<Release> Months::release(std::int64_t edition) const
{
    std::optional<Release> found;
    {
        auto row = store_.connection().ask(SITREP_RELEASE_COLUMNS " WHERE e.id = ?", edition);
        if (!row.step()) return std::nullopt;
        found = take_release(row);
    }
    take_files(store_.connection(), *found);
    return found;
}

std::optional<EditionFile> Months::file(std::int64_t edition, const std::string& name) const
{
    auto row = store_.connection().ask("SELECT name, type, hash, bytes FROM edition_file WHERE edition = ? AND name = ?", edition, name);
    if (!row.step()) return std::nullopt;
    EditionFile file;
    file.name = row.text();
    file.type = row.text();
    file.hash = row.hash();
    file.bytes = row.text();
    file.size = std::int64_t(file.bytes.size());
    return file;
}

std::vector<SecondReading> Months::second_readings() const
{
    std::vector<SecondReading> found;
    auto row = store_.connection().ask(SITREP_READING_COLUMNS " ORDER BY id");
    while (row.step()) found.push_back(take_reading(row));
    return found;
}

std::vector<SecondReading> Months::second_readings(IncidentId incident) const
{
    std::vector<SecondReading> found;
    auto row = store_.connection().ask(SITREP_READING_COLUMNS " WHERE incident = ? ORDER BY id", incident);
    while (row.step()) found.push_back(take_reading(row));
    return found;
}

std::optional<SecondReading> Months::second_reading(std::int64_t id) const
{
    auto row = store_.connection().ask(SITREP_READING_COLUMNS " WHERE id = ?", id);
    if (!row.step()) return std::nullopt;
    return take_reading(row);
}

SecondReading Months::add(SecondReading reading)
{
    return store_.whole([&] {
        auto values = nlohmann::json::array();
        reading.agrees = true;
        for (const auto& value : reading.values) {
            values.push_back({value.field, value.first, value.second});
            reading.agrees = reading.agrees && value.first == value.second;
        }
        reading.at = now_utc();
        const auto& db = store_.connection();
        db.run("INSERT INTO second_reading (incident, who, at, first_by, readings, agrees, note) VALUES (?, ?, ?, ?, ?, ?, ?)", reading.incident, reading.who,
               reading.at, reading.first_by, values.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), reading.agrees, reading.note);
        reading.id = db.last_id();
        file_desk_change(store_, {"second reading", to_string(reading.incident), "", reading.agrees ? "agrees" : "disagrees", ""}, reading.who);
        return reading;
    });
}

void Months::decide(std::int64_t reading, const std::string& who, const std::string& because)
{
    store_.whole([&] {
        store_.connection().run("UPDATE second_reading SET decided_by = ? WHERE id = ?", who, reading);
        file_desk_change(store_, {"second reading", std::to_string(reading), "disagrees", "decided", because}, who);
    });
}

}  // namespace sitrep::store
