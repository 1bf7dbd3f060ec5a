#include "store/desk/registers.hpp"

#include "store/sqlite/desk_changes.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace sitrep::store {
namespace {

#define SITREP_SOURCE_COLUMNS \
    "SELECT s.id, s.name, s.reliability, count(r.id), m.group_id, coalesce(m.note, ''), min(r.published_day), max(r.published_day)" \
    " FROM source s LEFT JOIN report r ON r.source = s.id LEFT JOIN source_remark m ON m.source = s.id"

SourceEntry take_source(Statement& row)
{
    SourceEntry source;
    source.id = row.id<SourceId>();
    source.name = row.text();
    const auto letter = row.view();
    if (!letter.empty()) source.reliability = letter.front();
    source.reports = row.integer();
    source.group = row.optional_integer();
    source.note = row.text();
    source.first_day = take_day(row);
    source.last_day = take_day(row);
    return source;
}

std::string joined(const std::vector<std::string>& names) { return nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::vector<std::string> names_in(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> names;
    if (json.is_array())
        for (const auto& name : json)
            if (name.is_string()) names.push_back(name.get<std::string>());
    return names;
}

std::string words_of(const SourceEntry& source)
{
    return fmt::format("{}{}{}", source.reliability, source.group ? fmt::format(", group {}", *source.group) : "", source.note.empty() ? "" : ", with a note");
}

}  // namespace

std::vector<SourceEntry> Registers::sources() const
{
    std::vector<SourceEntry> found;
    auto row = store_.connection().ask(SITREP_SOURCE_COLUMNS " GROUP BY s.id ORDER BY s.name, s.id");
    while (row.step()) found.push_back(take_source(row));
    return found;
}

std::vector<SourceEntry> Registers::sources_alone() const
{
    std::vector<SourceEntry> found;
    auto row = store_.connection().ask("SELECT s.id, s.name, s.reliability, 0, m.group_id, coalesce(m.note, ''), NULL, NULL"
                                       " FROM source s LEFT JOIN source_remark m ON m.source = s.id ORDER BY s.name, s.id");
    while (row.step()) found.push_back(take_source(row));
    return found;
}

std::vector<Registers::ReportsOf> Registers::reports_by_source(ReportId above, ReportId up_to) const
{
    std::vector<ReportsOf> found;
    auto row = store_.connection().ask("SELECT source, count(*), min(published_day), max(published_day) FROM report"
                                       " WHERE id > ? AND id <= ? AND source IS NOT NULL GROUP BY source", above, up_to);
    while (row.step()) {
        auto& one = found.emplace_back();
        one.source = row.id<SourceId>();
        one.reports = row.integer();
        one.first_day = take_day(row);
        one.last_day = take_day(row);
    }
    return found;
}

std::optional<SourceEntry> Registers::source(SourceId id) const
{
    auto row = store_.connection().ask(SITREP_SOURCE_COLUMNS " WHERE s.id = ? GROUP BY s.id", id);
    if (!row.step()) return std::nullopt;
    return take_source(row);
}

std::optional<Registers::Letter> Registers::letter(SourceId id) const
{
    auto row = store_.connection().ask("SELECT name, reliability FROM source WHERE id = ?", id);
    if (!row.step()) return std::nullopt;
    Letter out{row.text(), 'F'};
    if (const auto letter = row.text(); !letter.empty()) out.reliability = letter.front();
    return out;
}

void Registers::change(const SourceEntry& source, const std::string& who, const std::string& because)
{
    store_.whole([&] {
        const auto before = this->source(source.id);
        const auto& db = store_.connection();
        db.run("UPDATE source SET reliability = ? WHERE id = ?", std::string_view(&source.reliability, 1), source.id);
        db.run("INSERT OR REPLACE INTO source_remark VALUES (?, ?, ?)", source.id, source.group, source.note);
        if (!before || before->reliability != source.reliability || before->group != source.group) store_.judge_anew(source.id);
        file_desk_change(store_, {"source", std::to_string(std::int64_t(source.id)), before ? words_of(*before) : "", words_of(source), because}, who);
    });
}

std::vector<SourceGroup> Registers::groups() const
{
    std::map<std::int64_t, SourceGroup> groups;
    {
        auto row = store_.connection().ask("SELECT id, name FROM source_group ORDER BY id");
        while (row.step()) {
            const auto id = row.integer();
            groups[id] = {id, row.text(), {}};
        }
    }
    auto row = store_.connection().ask("SELECT group_id, source FROM source_remark WHERE group_id IS NOT NULL ORDER BY source");
    while (row.step()) {
        const auto group = groups.find(row.integer());
        if (group != groups.end()) group->second.sources.push_back(row.id<SourceId>());
    }
    std::vector<SourceGroup> found;
    for (auto& [id, group] : groups) found.push_back(std::move(group));
    return found;
}

void Registers::put_members(std::int64_t group, std::span<const SourceId> sources)
{
    const auto& db = store_.connection();
    db.run("UPDATE source_remark SET group_id = NULL WHERE group_id = ?", group);
    for (const auto source : sources)
        db.run("INSERT INTO source_remark (source, group_id) SELECT id, ?1 FROM source WHERE id = ?2 ON CONFLICT (source) DO UPDATE SET group_id = ?1", group,
               source);
}

std::optional<SourceGroup> Registers::add(SourceGroup group, const std::string& who)
{
    return store_.whole([&]() -> std::optional<SourceGroup> {
        const auto& db = store_.connection();
        if (db.number("SELECT 1 FROM source_group WHERE name = ?", group.name)) return std::nullopt;
        db.run("INSERT INTO source_group (name) VALUES (?)", group.name);
        group.id = db.last_id();
        put_members(group.id, group.sources);
        file_desk_change(store_, {"source group", std::to_string(group.id), "", fmt::format("{} sources", group.sources.size()), ""}, who);
        return group;
    });
}

bool Registers::change(const SourceGroup& group, const std::string& who)
{
    return store_.whole([&] {
        const auto& db = store_.connection();
        if (!db.number("SELECT 1 FROM source_group WHERE id = ?", group.id)) return false;
        if (db.number("SELECT 1 FROM source_group WHERE name = ? AND id <> ?", group.name, group.id)) return false;
        db.run("UPDATE source_group SET name = ? WHERE id = ?", group.name, group.id);
        put_members(group.id, group.sources);
        file_desk_change(store_, {"source group", std::to_string(group.id), "", fmt::format("{} sources", group.sources.size()), ""}, who);
        return true;
    });
}

bool Registers::drop_group(std::int64_t id, const std::string& who)
{
    return store_.whole([&] {
        const auto& db = store_.connection();
        if (!db.number("SELECT 1 FROM source_group WHERE id = ?", id)) return false;
        put_members(id, {});
        db.run("DELETE FROM source_group WHERE id = ?", id);
        file_desk_change(store_, {"source group", std::to_string(id), "", "dropped", ""}, who);
        return true;
    });
}

std::vector<Spelling> Registers::spellings() const
{
    std::vector<Spelling> found;
    auto row = store_.connection().ask("SELECT id, gazetteer_id, name, spelling, language, place, who, at FROM desk_spelling ORDER BY name, id");
    while (row.step()) {
        auto& spelling = found.emplace_back();
        spelling.id = row.integer();
        spelling.gazetteer_id = row.text();
        spelling.name = row.text();
        spelling.spelling = row.text();
        spelling.language = row.text();
        spelling.place = store_.places().load(row.optional_integer());
        spelling.who = row.text();
        spelling.at = row.text();
    }
    return found;
}

std::optional<Spelling> Registers::add(Spelling spelling)
{
    return store_.whole([&]() -> std::optional<Spelling> {
        const auto& db = store_.connection();
        std::optional<std::int64_t> place;
        if (spelling.place) {
            spelling.gazetteer_id = fmt::format("desk:{}", db.number("SELECT coalesce(max(id), 0) FROM desk_change").value_or(0) + 1);
            spelling.place->gazetteer_id = spelling.gazetteer_id;
            place = store_.places().id_of(*spelling.place);
        }
        if (db.number("SELECT 1 FROM desk_spelling WHERE gazetteer_id = ? AND spelling = ?", spelling.gazetteer_id, spelling.spelling)) return std::nullopt;
        spelling.at = now_utc();
        db.run("INSERT INTO desk_spelling (gazetteer_id, name, spelling, language, place, who, at) VALUES (?, ?, ?, ?, ?, ?, ?)", spelling.gazetteer_id,
               spelling.name, spelling.spelling, spelling.language, place, spelling.who, spelling.at);
        spelling.id = db.last_id();
        file_desk_change(store_, {"spelling", spelling.gazetteer_id, "", spelling.spelling, ""}, spelling.who);
        return spelling;
    });
}

bool Registers::drop_spelling(std::int64_t id, const std::string& who)
{
    return store_.whole([&] {
        const auto& db = store_.connection();
        if (!db.number("SELECT 1 FROM desk_spelling WHERE id = ?", id)) return false;
        db.run("DELETE FROM desk_spelling WHERE id = ?", id);
        file_desk_change(store_, {"spelling", std::to_string(id), "", "dropped", ""}, who);
        return true;
    });
}

std::vector<DeskActor> Registers::actors() const
{
    std::vector<DeskActor> found;
    auto row = store_.connection().ask("SELECT name, parent, side, names_en, names_ar FROM desk_actor ORDER BY name");
    while (row.step()) {
        auto& actor = found.emplace_back();
        actor.name = row.text();
        actor.parent = row.text();
        actor.side = row.text();
        actor.names_en = names_in(row.view());
        actor.names_ar = names_in(row.view());
    }
    return found;
}

void Registers::put(const DeskActor& actor, const std::string& who)
{
    store_.whole([&] {
        store_.connection().run("INSERT OR REPLACE INTO desk_actor VALUES (?, ?, ?, ?, ?)", actor.name, actor.parent, actor.side, joined(actor.names_en),
                                joined(actor.names_ar));
        file_desk_change(store_, {"actor", actor.name, "", actor.side, ""}, who);
    });
}

bool Registers::drop_actor(const std::string& name, const std::string& who)
{
    return store_.whole([&] {
        if (!store_.connection().number("SELECT 1 FROM desk_actor WHERE name = ?", name)) return false;
        store_.connection().run("DELETE FROM desk_actor WHERE name = ?", name);
        file_desk_change(store_, {"actor", name, "", "dropped", ""}, who);
        return true;
    });
}

}  // namespace sitrep::store
