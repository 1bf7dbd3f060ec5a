// Places as rows: a place that many accounts name is kept once.
#pragma once

#include "core/place.hpp"
#include "store/sqlite/connection.hpp"

#include <unordered_map>

namespace sitrep::store {

class PlaceRows {
public:
    explicit PlaceRows(const Connection& connection) : db_(connection) {}
    /// Id of the row that holds exactly this place; made when there is none.
    std::int64_t id_of(const Place& place);
    /// Takes the columns of SITREP_PLACE_COLUMNS.
    static Place take(Statement& row);
    std::optional<Place> load(std::optional<std::int64_t> id) const;
    /// Rows made in a transaction that was rolled back are gone.
    void forget() { ids_.clear(); }

private:
    const Connection& db_;
    std::unordered_map<std::string, std::int64_t> ids_;
};

#define SITREP_PLACE_COLUMNS \
    "p.gazetteer_id, p.name, p.name_ar, p.country, p.admin1, p.admin1_code, p.admin2, p.lat, p.lon, p.population, p.kind, p.precision"

}  // namespace sitrep::store
