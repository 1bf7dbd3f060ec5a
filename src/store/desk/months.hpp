// Months that close, the editions that were released of them, and second readings.
#pragma once

#include "core/incident.hpp"
#include "core/sha256.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::store {

class SqliteStore;

struct MonthState {
    std::string month;  ///< "2025-09"
    bool closed = false;
    std::optional<std::string> closed_by, closed_at;
    RevisionId closed_revision{};  ///< the newest one when it was closed
    std::string foreword_en, foreword_ar;
};

struct EditionFile {
    std::string name, type, bytes;
    Sha256 hash{};
    std::int64_t size = 0;
};

struct Release {
    std::int64_t edition = 0;
    std::string month, area, made_at, stage, who, data_version;
    std::int64_t incidents = 0;
    std::vector<EditionFile> files;  ///< without their bytes
};

struct SecondReading {
    std::int64_t id = 0;
    IncidentId incident{};
    std::string who, at, first_by, note;
    struct Value {
        std::string field, first, second;
    };
    std::vector<Value> values;
    bool agrees = false;
    std::optional<std::string> decided_by;
};

class Months {
public:
    explicit Months(SqliteStore& store) : store_(store) {}

    MonthState month(const std::string& month) const;
    std::vector<MonthState> months() const;
    void write(const MonthState& state, const std::string& what, const std::string& who, const std::string& because);

    /// The edition with its files in one piece; its number.
    std::int64_t release(const Edition& edition, const Release& about, const std::vector<EditionFile>& files);
    std::vector<Release> releases() const;  ///< newest first
    std::optional<Release> release(std::int64_t edition) const;
    std::optional<EditionFile> file(std::int64_t edition, const std::string& name) const;

    std::vector<SecondReading> second_readings() const;
    std::vector<SecondReading> second_readings(IncidentId incident) const;
    std::optional<SecondReading> second_reading(std::int64_t id) const;
    SecondReading add(SecondReading reading);
    void decide(std::int64_t reading, const std::string& who, const std::string& because);

private:
    SqliteStore& store_;
};

}  // namespace sitrep::store
