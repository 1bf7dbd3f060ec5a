#include "cli/area.hpp"

#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace sitrep::cli {
namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

bool name_from(const std::vector<Outline>& outlines, Area& area)
{
    for (const auto& outline : outlines) {
        if (outline.code != area.code) continue;
        area.name = outline.name;
        area.name_ar = outline.name_ar;
        return true;
    }
    return false;
}

}  // namespace

Area area_from(const std::string& text, const place::Gazetteer& gazetteer)
{
    Area area;
    if (text.empty()) return area;
    area.code = upper(text);
    if (area.code.size() == 2 && name_from(gazetteer.country_outlines(), area)) {
        area.country = area.code;
        return area;
    }
    if (area.code.size() > 3 && area.code[2] == '-' && name_from(gazetteer.admin1_outlines(area.code.substr(0, 2)), area)) {
        area.admin1_code = area.code;
        return area;
    }
    constexpr std::size_t looked_through = 20;
    for (const auto& candidate : gazetteer.find(text, {}, looked_through)) {
        const Place& place = candidate.place;
        if (place.kind != PlaceKind::country && place.kind != PlaceKind::governorate) continue;
        area.name = place.name;
        area.name_ar = place.name_ar;
        if (place.kind == PlaceKind::country) area.code = area.country = place.country;
        else area.code = area.admin1_code = place.admin1_code;
        return area;
    }
    throw Failed(fmt::format("{} is no country or governorate the gazetteer knows. Use a code like SY or SY-DY.", text));
}

}  // namespace sitrep::cli
