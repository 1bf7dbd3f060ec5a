// Countries as the event tables of the field code them (data/lexicon/countries.tsv).
#pragma once

#include <string_view>

namespace sitrep {

struct Country {
    std::string_view code;          ///< ISO 3166-1 alpha-2
    std::string_view name;          ///< English
    std::string_view numeric;       ///< ISO 3166-1 numeric without leading zeros, or empty
    std::string_view alpha3;
    std::string_view gw;            ///< Gleditsch and Ward's number, UCDP's country_id; empty where there is none
    std::string_view acled_region, ucdp_region;
    std::string_view gtd_region;    ///< 1 to 12
    std::string_view gtd_country;   ///< empty where not known for certain
};

const Country* country_coded(std::string_view alpha2);
/// By its English name or one that tables use ("DR Congo (Zaire)"), in any case; nullptr when unknown.
const Country* country_named(std::string_view name);
const Country* country_numbered(std::string_view iso_numeric);

}  // namespace sitrep
