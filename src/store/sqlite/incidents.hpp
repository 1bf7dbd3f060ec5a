// Incidents as rows: the record that follows from the accounts, with a desk's corrections above it.
#pragma once

#include "core/incident.hpp"
#include "store/sqlite/accounts.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/places.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sitrep::store {

class IncidentRows {
public:
    IncidentRows(const Connection& connection, PlaceRows& places, const AccountRows& accounts) : db_(connection), places_(places), accounts_(accounts) {}

    IncidentId add();
    /// Where an id leads now, through every merge; nothing when there never was such an incident.
    std::optional<IncidentId> follow(IncidentId id) const;
    /// Writes the record; corrections stand above it.
    void write(Incident record);
    /// All its accounts are elsewhere: it is found no more, its id forwards.
    void set_aside(IncidentId id);
    /// Left out: the fields of the record alone, for lists; without accounts, conflicts and names of corrected fields.
    enum class Accounts : bool { left_out, read };
    Incident load(IncidentId id, Accounts accounts = Accounts::read) const;
    std::vector<std::pair<std::string, std::string>> corrections(IncidentId id) const;

private:
    void write_row(const Incident& record, std::optional<std::int64_t> place, std::size_t corrections);
    void write_point(IncidentId id, LatLon point);
    void write_conflicts(const Incident& record, bool had_some);
    void load_conflicts(Incident& record) const;

    const Connection& db_;
    PlaceRows& places_;
    const AccountRows& accounts_;
};

}  // namespace sitrep::store
