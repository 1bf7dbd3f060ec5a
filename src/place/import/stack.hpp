// Puts a source's places on top of a gazetteer: a place within 3 km that has a name in common gets the new names, any other is added.
#pragma once

#include "place/blob.hpp"
#include "place/blob_writer.hpp"
#include "place/gazetteer.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::place {

/// A place as a source tells it.
struct ImportedPlace {
    std::string id;          ///< "geonames:172955", "ocha:C1001"
    std::string name, name_ar;
    std::vector<std::string> alternates;
    std::string country;     ///< ISO 3166-1 alpha-2
    std::string unit;        ///< ISO 3166-2 or GeoNames code ("SY.07"), or empty: by point
    std::string unit_name;   ///< where no code is given
    std::string admin2;
    std::optional<LatLon> point;
    std::int64_t population = 0;
    PlaceKind kind = PlaceKind::settlement;
    int rank = 2;
    bool own = false;        ///< the desk's own row: it wins ties
};

class Stack {
public:
    /// What is in `base` comes first, in its order and with its sources.
    Stack(const Gazetteer& base, const std::filesystem::path& file, std::uint64_t places_expected);

    void begin_source(std::string_view name, std::string_view licence);
    enum class Outcome : std::uint8_t { added, joined, left_out };
    Outcome add(const ImportedPlace& place);
    /// An outline replaces the one of the same kind and code that `base` has.
    void add_outline(const NewOutline& outline);
    /// A district with its polygons. One that `base` has under that name in the same governorate gets the outline and the names.
    Outcome add_district(const ImportedPlace& district, std::vector<std::vector<PointRow>> rings);
    /// ISO 3166-1 code of the country around a point, or empty.
    std::string country_at(std::optional<LatLon> point) const { return point ? base_.admin1_at(*point).substr(0, 2) : std::string(); }
    /// A further name for a place by its GeoNames number; false when no such place is known.
    bool add_name(std::uint32_t geonames_number, const std::string& name);
    /// Names for GeoNames numbers will follow: their places are remembered from here on, those of the base too.
    void remember_numbers();
    void finish(std::string_view attribution);

private:
    void copy_base();
    void copy_places();
    void copy_names();
    void copy_outlines();
    std::optional<std::uint32_t> known(const ImportedPlace& place) const;
    std::optional<std::uint32_t> known_as(std::string_view name, const ImportedPlace& place) const;
    std::optional<std::uint32_t> known_district(const ImportedPlace& district, std::uint16_t unit) const;
    Outcome join(std::uint32_t index, const ImportedPlace& place);
    std::uint16_t unit_of(const ImportedPlace& place) const;
    void add_names(std::uint32_t index, const ImportedPlace& place);
    void number(std::string_view id, std::uint32_t index);

    const Gazetteer& base_;
    BlobWriter writer_;
    std::uint8_t source_ = 0;
    std::unordered_map<std::string, std::uint16_t> units_;       ///< by ISO 3166-2 and by GeoNames code
    std::unordered_map<std::string, std::uint16_t> unit_names_;  ///< by country and key
    std::set<std::pair<OutlineKind, std::string>> drawn_;         ///< outlines added: kind and code
    std::unordered_map<std::uint16_t, std::string> unit_codes_;
    bool remembers_numbers_ = false, sorted_ = true;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers_;  ///< GeoNames number, place
};

}  // namespace sitrep::place
