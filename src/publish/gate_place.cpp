// How precisely the gate lets an incident be placed: users.md L1, L2, L4.
#include "publish/gate.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr double public_decimals = 100;  // two: about 1 km

bool holds_any(std::string_view text, std::span<const std::string_view> words)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool is_camp_or_prison(std::string_view name)
{
    static constexpr std::array<std::string_view, 9> words{"prison", "jail", "detention", "displacement camp", "refugee camp", "hol camp",
                                                           "roj camp", "مخيم", "سجن"};
    return holds_any(name, words);
}

bool at_camp_or_prison(const Incident& incident)
{
    if (incident.place && is_camp_or_prison(incident.place->name)) return true;
    for (const FiledAccount& filed : incident.accounts)
        for (const AccountPlace& at : filed.account.places)
            if (is_camp_or_prison(at.text) || is_camp_or_prison(at.place.name)) return true;
    return false;
}

bool is_iso_country(std::string_view code) { return code.size() == 2 && area_coded(code) != nullptr; }

bool is_iso_governorate(std::string_view code, std::string_view country)
{
    constexpr std::size_t prefix = 3, longest = 6;
    if (code.size() <= prefix || code.size() > longest || !code.starts_with(country) || code[2] != '-') return false;
    return std::all_of(code.begin() + prefix, code.end(), [](unsigned char c) { return std::isupper(c) || std::isdigit(c); });
}

LatLon rounded(LatLon point)
{
    const auto round = [](double degrees) { return std::round(degrees * public_decimals) / public_decimals; };
    return *LatLon::from_degrees(round(point.lat()), round(point.lon()));
}

PlacePrecision coarser(PlacePrecision a, PlacePrecision b) { return std::max(a, b); }

}  // namespace

void Gate::place_of(const Incident& incident, PublicIncident& out) const
{
    out.camp_or_prison = at_camp_or_prison(incident);
    if (!incident.place) return;
    const Place& place = *incident.place;
    if (is_iso_country(place.country)) out.country = place.country;
    if (!out.country.empty() && is_iso_governorate(place.admin1_code, out.country)) out.admin1_code = place.admin1_code;
    out.admin1 = public_name(place.admin1);
    if (const Area* area = out.admin1_code.empty() ? nullptr : area_coded(out.admin1_code)) {
        out.admin1 = out.admin1.empty() ? area->name : out.admin1;
        out.admin1_ar = area->name_ar;
    }
    out.admin2 = public_name(place.admin2);
    if (out.admin2.empty() && place.kind == PlaceKind::district) out.admin2 = public_name(place.name);
    out.precision = place.precision;

    if (place.kind == PlaceKind::region && place.precision >= PlacePrecision::region) {
        out.place = public_name(place.name);
        out.place_ar = public_name(place.name_ar);
        return;
    }
    const bool several_sources = incident.independent_sources >= 2 && !out.publishers.empty();
    const bool town_enough = place.population >= town_population_min ||
                             std::binary_search(known_places_.begin(), known_places_.end(), place.gazetteer_id);
    const bool finer_than_district = place.precision < PlacePrecision::district;
    if (finer_than_district && place.kind == PlaceKind::settlement && place.is_resolved() && several_sources && town_enough) {
        out.place = public_name(place.name);
        out.place_ar = public_name(place.name_ar);
        if (!out.place.empty() && place.point) out.point = rounded(*place.point);
        if (!out.place.empty()) return;
    }
    out.precision = coarser(out.precision, PlacePrecision::district);
    if (out.admin2.empty()) out.precision = coarser(out.precision, PlacePrecision::governorate);
    if (out.precision == PlacePrecision::governorate) out.admin2.clear();
    if (out.admin1.empty() && out.admin1_code.empty()) out.precision = coarser(out.precision, PlacePrecision::region);
}

}  // namespace sitrep::publish
