// Three districts of one governorate as squares, in the form of OCHA's boundary files.
#pragma once

#include <string>

namespace sitrep::place {

inline std::string square(double west, double south, double east, double north)
{
    const auto corner = [](double lon, double lat) { return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]"; };
    return R"({"type":"Polygon","coordinates":[[)" + corner(west, south) + "," + corner(east, south) + "," + corner(east, north) + "," + corner(west, north) + "," + corner(west, south) + "]]}";
}

inline std::string ocha_district(const std::string& name, const std::string& name_ar, const std::string& code, const std::string& geometry)
{
    return R"({"type":"Feature","properties":{"ADM2_EN":")" + name + R"(","ADM2_AR":")" + name_ar + R"(","ADM2_PCODE":")" + code +
           R"(","ADM1_EN":"Deir-ez-Zor","ADM1_PCODE":"SY09","ADM0_PCODE":"SY"},"geometry":)" + geometry + "}";
}

inline std::string districts_of_deir_ez_zor()
{
    return R"({"type":"FeatureCollection","features":[)" + ocha_district("Deir-ez-Zor", "دير الزور", "SY0900", square(39.8, 35.2, 40.3, 35.6)) + "," +
           ocha_district("Al Mayadin", "الميادين", "SY0902", square(40.3, 34.8, 40.7, 35.2)) + "," +
           ocha_district("Abu Kamal", "البوكمال", "SY0901", square(40.7, 34.4, 41.1, 34.8)) + "]}";
}

}  // namespace sitrep::place
