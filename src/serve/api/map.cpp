// The map and the timeline: counts by unit, points only where precision and the rules allow, the rest as areas or as a number.
#include "publish/gate.hpp"
#include "publish/registers.hpp"
#include "serve/api/app.hpp"
#include "serve/api/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace sitrep::serve {
namespace {

constexpr std::int64_t same_village_min = 4;  // rule L2, as the gate has it

struct UnitSums {
    std::int64_t incidents = 0, attacks = 0, operations = 0, killed_low = 0, killed_high = 0;
    void add(const BoardRow& row)
    {
        ++incidents;
        const auto series = series_of(row.kind);
        attacks += series == Series::attack;
        operations += series == Series::operation;
        killed_low += std::max(0, row.killed_low);
        killed_high += std::max(0, row.killed_high);
    }
    void add(const UnitSums& more)
    {
        incidents += more.incidents;
        attacks += more.attacks;
        operations += more.operations;
        killed_low += more.killed_low;
        killed_high += more.killed_high;
    }
};

double radius_km(PlacePrecision precision)
{
    switch (precision) {
        case PlacePrecision::exact: return 10;  // a village that may not be named: its surroundings
        case PlacePrecision::near: return 25;
        case PlacePrecision::district: return 30;
        case PlacePrecision::governorate: return 80;
        default: return 120;
    }
}

double rounded(double degrees) { return std::round(degrees * 100) / 100; }

struct Collected {
    std::int64_t total = 0, unlocated = 0;
    std::map<std::string, UnitSums> countries, governorates;
    std::map<std::pair<std::string, std::string>, UnitSums> districts;  // (governorate, district)
    std::vector<BoardRow> located;
    std::unordered_map<std::int32_t, std::int64_t> at_place;
};

const Place* place_of(const BoardRow& row, const Board::Places& places)
{
    return std::size_t(row.place) < places.size() ? places[std::size_t(row.place)] : nullptr;
}

/// Counted by number first, for a hundred thousand rows: a name is looked up once a place and once an area.
Collected collect(Call& call, const std::vector<std::string>& codes, const Board::Places& places)
{
    Collected out;
    std::vector<UnitSums> by_country(codes.size()), by_admin1(codes.size()), by_place(places.size());
    call.app.board.each(question_from(call.request), call.desk, [&](const BoardRow& row) {
        ++out.total;
        if (row.country < codes.size() && row.country != 0) by_country[row.country].add(row);
        if (row.admin1 < codes.size() && row.admin1 != 0) by_admin1[row.admin1].add(row);
        const auto* place = place_of(row, places);
        if (!place || place->precision == PlacePrecision::country) {
            ++out.unlocated;
            return;
        }
        by_place[std::size_t(row.place)].add(row);
        out.located.push_back(row);
    });
    for (std::size_t i = 1; i < codes.size(); ++i) {
        if (by_country[i].incidents > 0) out.countries[codes[i]].add(by_country[i]);
        if (by_admin1[i].incidents > 0) out.governorates[codes[i]].add(by_admin1[i]);
    }
    for (std::size_t number = 0; number < places.size(); ++number) {
        const auto& sums = by_place[number];
        if (sums.incidents == 0) continue;
        const auto& at = *places[number];
        const auto& district = at.kind == PlaceKind::district && at.admin2.empty() ? at.name : at.admin2;
        if (!district.empty() && at.precision <= PlacePrecision::district) out.districts[{at.admin1_code, district}].add(sums);
        out.at_place.emplace(std::int32_t(number), sums.incidents);
    }
    return out;
}

Json unit_json(const std::string& code, const char* level, const std::string& country, const std::string& name, const std::string& name_ar, const UnitSums& sums)
{
    return {{"code", code}, {"level", level}, {"country", country}, {"name", name}, {"name_ar", name_ar}, {"incidents", sums.incidents},
            {"attacks", sums.attacks}, {"operations", sums.operations}, {"killed_min", sums.killed_low}, {"killed_max", sums.killed_high}, {"lat", nullptr},
            {"lon", nullptr}};
}

Json units_json(Call& call, const Collected& sums, const Board::Places& places)
{
    Json out = Json::array();
    const auto add = [&](const std::string& code, const char* level, const UnitSums& unit) {
        const auto* area = publish::area_coded(code);
        out.push_back(unit_json(code, level, code.substr(0, 2), area ? area->name : code, area ? area->name_ar : code, unit));
    };
    for (const auto& [code, unit] : sums.countries) add(code, "country", unit);
    for (const auto& [code, unit] : sums.governorates) add(code, "governorate", unit);
    // A district's label stands where the gazetteer puts the district, never where an incident was.
    std::map<std::pair<std::string, std::string>, const Place*> known_districts;
    for (const auto* place : places)
        if (place && place->kind == PlaceKind::district && place->point) known_districts[{place->admin1_code, place->name}] = place;
    for (const auto& [key, unit] : sums.districts) {
        auto row = unit_json(key.first + "/" + key.second, "district", key.first.substr(0, 2), key.second, key.second, unit);
        const auto known_place = known_districts.find(key);
        if (known_place != known_districts.end()) {
            row["name_ar"] = known_place->second->name_ar;
            row["lat"] = known_place->second->point->lat();
            row["lon"] = known_place->second->point->lon();
        } else if (const auto found = call.app.memo.of("district " + key.first + "/" + key.second, 0, [&] {
                       for (const auto& candidate : call.app.gazetteer()->find(key.second, {key.first.substr(0, 2), key.first, {}}, 5))
                           if (candidate.place.point && candidate.place.admin1_code == key.first)
                               return fmt::format("[{},{}]", rounded(candidate.place.point->lat()), rounded(candidate.place.point->lon()));
                       return std::string("[]");
                   }); found != "[]") {
            const auto point = Json::parse(found);
            row["lat"] = point[0];
            row["lon"] = point[1];
        }
        out.push_back(std::move(row));
    }
    return out;
}

/// As the gate places what leaves (rules L1, L2): a map is looked at, and pictures of it are sent on.
bool is_point(const BoardRow& row, const Place& place, std::int64_t incidents_there)
{
    const bool town_enough = place.population >= publish::town_population_min || incidents_there >= same_village_min;
    return place.point && place.precision < PlacePrecision::district && place.kind == PlaceKind::settlement && place.is_resolved() && row.sources >= 2 &&
           row.public_source && town_enough;
}

/// Numbers in columns: a hundred thousand points are four megabytes as objects, and one and a half so.
struct Columns {
    std::string id, lat, lon, kind, day, precision, killed;
    std::unordered_map<std::int32_t, std::pair<std::string, std::string>> degrees;  // of each place, written once
    void add(const BoardRow& row, const Place& place)
    {
        const auto put = [](std::string& column, std::string_view value) {
            if (!column.empty()) column += ',';
            column += value;
        };
        const auto put_number = [&](std::string& column, std::int64_t value) {
            const fmt::format_int digits(value);
            put(column, {digits.data(), digits.size()});
        };
        auto& [its_lat, its_lon] = degrees[row.place];
        if (its_lat.empty()) {
            its_lat = fmt::format("{}", rounded(place.point->lat()));
            its_lon = fmt::format("{}", rounded(place.point->lon()));
        }
        put_number(id, std::int64_t(row.id));
        put(lat, its_lat);
        put(lon, its_lon);
        put_number(kind, int(row.kind));
        if (row.first_day == no_day) put(day, "null");
        else put_number(day, row.first_day);
        put_number(precision, int(place.precision));
        put_number(killed, std::max(0, row.killed_high));
    }
    std::string json() const
    {
        return fmt::format(R"({{"id":[{}],"lat":[{}],"lon":[{}],"kind":[{}],"day":[{}],"precision":[{}],"killed":[{}]}})", id, lat, lon, kind, day, precision, killed);
    }
};

Response map(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto codes = call.app.board.codes();
    const auto places = call.app.board.places();
    const auto sums = collect(call, codes, places);
    Columns points;
    std::map<std::int32_t, std::int64_t> areas;
    for (const auto& row : sums.located) {
        const auto& place = *places.at(std::size_t(row.place));
        if (is_point(row, place, sums.at_place.at(row.place))) points.add(row, place);
        else if (place.point) ++areas[row.place];
    }
    Json circles = Json::array();
    for (const auto& [number, incidents] : areas) {
        const auto& place = *places.at(std::size_t(number));
        // A village that may not be named is drawn as its surroundings, without its name.
        const bool nameless = place.precision < PlacePrecision::district;
        circles.push_back({{"name", nameless ? place.admin2 : place.name}, {"name_ar", nameless ? "" : place.name_ar}, {"precision", int(place.precision)},
                           {"lat", std::round(place.point->lat() * 10) / 10}, {"lon", std::round(place.point->lon() * 10) / 10},
                           {"radius_km", radius_km(place.precision)}, {"incidents", incidents}});
    }
    const auto text = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
    Response response;
    response.body = fmt::format(R"({{"total":{},"unlocated":{},"units":{},"points":{},"areas":{}}})", sums.total, sums.unlocated,
                                text(units_json(call, sums, places)), points.json(), text(circles));
    return response;
}

std::string geometry_of(const Outline& outline)
{
    std::string polygons;
    for (const auto& ring : outline.rings) {
        if (ring.size() < 3) continue;
        std::string points;
        for (const auto& point : ring)
            fmt::format_to(std::back_inserter(points), "{}[{:.3f},{:.3f}]", points.empty() ? "" : ",", point.lon(), point.lat());
        if (ring.front() != ring.back()) fmt::format_to(std::back_inserter(points), ",[{:.3f},{:.3f}]", ring.front().lon(), ring.front().lat());
        fmt::format_to(std::back_inserter(polygons), "{}[[{}]]", polygons.empty() ? "" : ",", points);
    }
    return fmt::format(R"({{"type":"MultiPolygon","coordinates":[{}]}})", polygons);
}

Response outlines(Call& call)
{
    const auto& gazetteer = *call.app.gazetteer();
    const auto level = word_of(call.request, "level", 20);
    const auto country = word_of(call.request, "country", 2);
    const bool in_a_country = level == "governorate" || level == "district" || level == "region";
    if (!level.empty() && level != "country" && !in_a_country) refuse_parameter("level", "country, governorate, district or region");
    if (in_a_country && country.size() != 2) refuse_parameter("country", "an ISO 3166-1 code is needed for that level");
    Response response;
    response.body = call.app.memo.of("outlines " + level + country, 0, [&] {
        const auto found = level == "governorate" ? gazetteer.admin1_outlines(country)
                           : level == "district"  ? gazetteer.district_outlines(country)
                           : level == "region"    ? gazetteer.region_outlines(country)
                                                  : gazetteer.country_outlines();
        std::string features;
        for (const auto& outline : found) {
            const Json properties{{"code", outline.code}, {"name", outline.name}, {"name_ar", outline.name_ar}, {"country", outline.country}};
            fmt::format_to(std::back_inserter(features), R"({}{{"type":"Feature","properties":{},"geometry":{}}})", features.empty() ? "" : ",",
                           properties.dump(-1, ' ', false, Json::error_handler_t::replace), geometry_of(outline));
        }
        return fmt::format(R"({{"type":"FeatureCollection","attribution":{},"features":[{}]}})",
                           Json(gazetteer.attribution()).dump(-1, ' ', false, Json::error_handler_t::replace), features);
    });
    return response;
}

enum class By : std::uint8_t { day, week, month };

Day bin_of(std::int32_t days, By by)
{
    const Day day{std::chrono::days{days}};
    if (by == By::day) return day;
    if (by == By::week) return day - (std::chrono::weekday{day} - std::chrono::Monday);
    const std::chrono::year_month_day date{day};
    return Day{date.year() / date.month() / 1};
}

struct Bin {
    UnitSums sums;
    std::int64_t confirmed = 0, claimed_only = 0;
};

/// The bins of a timeline, found again by day: a calendar is asked once a day of the record and not once an incident.
class Bins {
public:
    explicit Bins(By by) : by_(by) {}
    Bin& of(std::int32_t day)
    {
        const auto at = std::size_t(std::int64_t(day) - first_day);
        if (at >= of_day_.size()) return all_[bin_of(day, by_)];  // before the first or after the last of them, too
        if (!of_day_[at]) of_day_[at] = &all_[bin_of(day, by_)];
        return *of_day_[at];
    }
    const std::map<Day, Bin>& all() const { return all_; }

private:
    static constexpr std::int64_t first_day = -25'567;     // 1 January 1900
    static constexpr std::size_t days_found_again = 75'000;  // until 2105
    By by_;
    std::map<Day, Bin> all_;
    std::vector<Bin*> of_day_ = std::vector<Bin*>(days_found_again);
};

/// More days than a bin has hold no day of it: a month is not its first day. A night touches two days and stands at the first.
bool is_wider_than(const BoardRow& row, By by)
{
    const int days = row.last_day == no_day ? 1 : row.last_day - row.first_day + 1;
    return days > (by == By::day ? 2 : by == By::week ? 7 : 31);
}

Response timeline(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto word = word_of(call.request, "by", 10);
    if (!word.empty() && word != "day" && word != "week" && word != "month") refuse_parameter("by", "day, week or month");
    const By by = word == "day" ? By::day : word == "week" ? By::week : By::month;
    Bins bins(by);
    std::int64_t undated = 0, wider = 0;
    call.app.board.each(question_from(call.request), call.desk, [&](const BoardRow& row) {
        if (row.first_day == no_day) {
            ++undated;
            return;
        }
        if (is_wider_than(row, by)) {
            ++wider;
            return;
        }
        auto& bin = bins.of(row.first_day);
        bin.sums.add(row);
        bin.confirmed += row.grade == Grade::confirmed;
        bin.claimed_only += row.grade == Grade::claimed_only;
    });
    Json out = Json::array();
    for (const auto& [start, bin] : bins.all())
        out.push_back({{"start", to_iso(start)}, {"incidents", bin.sums.incidents}, {"attacks", bin.sums.attacks}, {"operations", bin.sums.operations},
                       {"confirmed", bin.confirmed}, {"claimed_only", bin.claimed_only}, {"killed_min", bin.sums.killed_low}, {"killed_max", bin.sums.killed_high}});
    Json sources = Json::array();
    for (const auto& [month, number] : call.app.board.sources_by_month()) sources.push_back({{"month", month}, {"sources", number}});
    return json_response({{"by", word.empty() ? "month" : word}, {"undated", undated}, {"wider", wider}, {"bins", out}, {"sources", sources}});
}

}  // namespace

void add_map(Routes& routes)
{
    routes.push_back({Method::get, "/map", all_roles, map});
    routes.push_back({Method::get, "/map/outlines", all_roles, outlines});
    routes.push_back({Method::get, "/timeline", all_roles, timeline});
}

}  // namespace sitrep::serve
