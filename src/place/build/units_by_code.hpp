// First- and second-level units as GeoNames numbers them today, joined to the polygons' ISO 3166-2 codes.
#pragma once

#include "place/build/atlas.hpp"

#include <map>

namespace sitrep::place::build {

/// The polygons are older than the settlements: where GeoNames has a unit that the polygons lack (Kenya's counties, the new
/// provinces of the Congo, Burkina's regions), the unit is made here without an outline; where the polygons have a unit that
/// GeoNames does not count as first-level, it becomes a district.
class UnitsByCode {
public:
    UnitsByCode(const std::filesystem::path& admin1_json, Atlas& atlas);
    /// ISO 3166-2 code, or an internal "gn:KE.16" for a unit whose ISO code no source gives, or empty.
    std::string code_of(const std::string& country, const std::string& geonames_admin) const;

private:
    std::map<std::string, std::string> code_;
};

/// "Garissa County" → "Garissa": the bare name of an administrative unit.
std::string bare_unit_name(const std::string& name);

class Districts {
public:
    explicit Districts(const std::filesystem::path& admin2_json);
    std::string name_of(const std::string& country, const std::string& admin1, const std::string& admin2) const;
    /// A settlement that lies in the district: districts have no coordinates of their own.
    void add_member(const std::string& country, const std::string& admin1, const std::string& admin2, Coordinate at, const std::string& unit);
    /// Enters those that have members as places, at their members' middle.
    void enter(Atlas& atlas) const;

private:
    struct District {
        std::string name, country, unit;
        Coordinate sum;
        int members = 0;
    };
    std::map<std::string, District> districts_;
};

}  // namespace sitrep::place::build
