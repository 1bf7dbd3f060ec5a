// The desk's registers: letters and groups of sources, spellings and places of its own, actors of its own.
#pragma once

#include "core/incident.hpp"
#include "core/place.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sitrep::store {

class SqliteStore;

struct SourceEntry {
    SourceId id{};
    std::string name;
    char reliability = 'F';
    std::int64_t reports = 0;
    std::optional<std::int64_t> group;
    std::string note;
    std::optional<Day> first_day, last_day;  ///< of its reports
};

struct SourceGroup {
    std::int64_t id = 0;
    std::string name;
    std::vector<SourceId> sources;
};

struct Spelling {
    std::int64_t id = 0;
    std::string gazetteer_id;  ///< "desk:7" for a place of the desk's own
    std::string name;          ///< of the place
    std::string spelling, language, who, at;
    std::optional<Place> place;  ///< of the desk's own
};

struct DeskActor {
    std::string name, parent, side;
    std::vector<std::string> names_en, names_ar;
};

/// Every change is in the library's log with who made it.
class Registers {
public:
    explicit Registers(SqliteStore& store) : store_(store) {}

    std::vector<SourceEntry> sources() const;
    /// Without number and days of their reports, which take a look at every report.
    std::vector<SourceEntry> sources_alone() const;
    struct ReportsOf {
        SourceId source{};
        std::int64_t reports = 0;
        std::optional<Day> first_day, last_day;
    };
    /// Of the reports after the one, up to the other.
    std::vector<ReportsOf> reports_by_source(ReportId above, ReportId up_to) const;
    std::optional<SourceEntry> source(SourceId id) const;
    /// Name and letter alone. The counts and days of source() read every report of it: too much for each account of each incident.
    struct Letter {
        std::string name;
        char reliability = 'F';
    };
    std::optional<Letter> letter(SourceId id) const;
    /// Writes letter, group and note.
    void change(const SourceEntry& source, const std::string& who, const std::string& because);
    std::vector<SourceGroup> groups() const;
    std::optional<SourceGroup> add(SourceGroup group, const std::string& who);  ///< nothing when the name is taken
    bool change(const SourceGroup& group, const std::string& who);              ///< false when there is no such group
    bool drop_group(std::int64_t id, const std::string& who);

    std::vector<Spelling> spellings() const;
    std::optional<Spelling> add(Spelling spelling);  ///< nothing when it is there already
    bool drop_spelling(std::int64_t id, const std::string& who);

    std::vector<DeskActor> actors() const;
    void put(const DeskActor& actor, const std::string& who);
    bool drop_actor(const std::string& name, const std::string& who);

private:
    void put_members(std::int64_t group, std::span<const SourceId> sources);
    SqliteStore& store_;
};

}  // namespace sitrep::store
