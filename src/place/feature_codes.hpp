// GeoNames feature codes of settlements (https://www.geonames.org/export/codes.html).
#pragma once

#include <string_view>

namespace sitrep::place {

/// Rank of a settlement by its code, as in PlaceRow: hamlets and historic places last.
constexpr int settlement_rank(std::string_view code)
{
    if (code == "PPLC") return 7;
    if (code == "PPLA") return 6;
    if (code == "PPLA2") return 5;
    if (code == "PPLA3") return 4;
    if (code == "PPLA4") return 3;
    if (code == "PPLX") return 1;
    if (code == "PPLQ" || code == "PPLH" || code == "PPLW") return 0;
    return 2;
}

}  // namespace sitrep::place
