// Where a table's row says that it happened → a place of the gazetteer, or the row's own point with its own precision.
#pragma once

#include "place/gazetteer.hpp"
#include "tables/tables.hpp"

#include <mutex>
#include <string>
#include <unordered_map>

namespace sitrep::pipeline {

class TablePlaces {
public:
    explicit TablePlaces(const place::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
    /// Nothing when the row names no place at all. Safe to call from several threads.
    std::optional<AccountPlace> find(const tables::PlaceSaid& said);

private:
    Place looked_up(const tables::PlaceSaid& said) const;
    std::optional<Place> governorate_named(const tables::PlaceSaid& said) const;
    std::string governorate_of(const tables::PlaceSaid& said) const;

    const place::Gazetteer& gazetteer_;
    std::mutex mutex_;
    std::unordered_map<std::string, Place> known_;  // a million rows name some thousand places
};

}  // namespace sitrep::pipeline
