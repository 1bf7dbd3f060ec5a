// An area as people type it: a code or a name.
#pragma once

#include "place/gazetteer.hpp"

#include <string>

namespace sitrep::cli {

struct Area {
    std::string code;         ///< "SY", "SY-DY", or empty: everything
    std::string country;      ///< of a country's code
    std::string admin1_code;  ///< of a governorate's code
    std::string name, name_ar;
};

/// Codes as they are; names through the gazetteer. Unknown names are Failed.
Area area_from(const std::string& text, const place::Gazetteer& gazetteer);

}  // namespace sitrep::cli
