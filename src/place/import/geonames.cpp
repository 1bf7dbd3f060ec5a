// GeoNames dumps: https://download.geonames.org/export/dump/readme.txt tells their columns.
#include "place/feature_codes.hpp"
#include "place/import/sources.hpp"
#include "place/keys.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>

namespace sitrep::place {
namespace {

constexpr std::uint64_t step_every_rows = 4096;

template <std::size_t Columns>
std::size_t split(std::string_view line, std::array<std::string_view, Columns>& fields)
{
    std::size_t count = 0;
    while (count < Columns) {
        const auto tab = line.find('\t');
        fields[count++] = line.substr(0, tab);
        if (tab == std::string_view::npos) break;
        line.remove_prefix(tab + 1);
    }
    return count;
}

// Where a report may say that something happened. https://www.geonames.org/export/codes.html
struct Feature {
    std::string_view code;
    PlaceKind kind;
    int rank;
};
constexpr std::array features{
    Feature{"ADM2", PlaceKind::district, 3}, Feature{"ADM3", PlaceKind::district, 2}, Feature{"DSRT", PlaceKind::region, 3}, Feature{"MT", PlaceKind::region, 1},
    Feature{"MTS", PlaceKind::region, 3},    Feature{"HLLS", PlaceKind::region, 1},   Feature{"VAL", PlaceKind::region, 1},  Feature{"PLN", PlaceKind::region, 1},
    Feature{"PLAT", PlaceKind::region, 1},   Feature{"ISL", PlaceKind::region, 1},    Feature{"FRST", PlaceKind::region, 1}, Feature{"RGN", PlaceKind::region, 2},
    Feature{"WAD", PlaceKind::water, 1},     Feature{"RSV", PlaceKind::water, 2},     Feature{"LK", PlaceKind::water, 1},    Feature{"STM", PlaceKind::water, 1},
    Feature{"MRSH", PlaceKind::water, 1},    Feature{"DAM", PlaceKind::site, 2},      Feature{"OILF", PlaceKind::site, 2},   Feature{"GASF", PlaceKind::site, 2},
    Feature{"MILB", PlaceKind::site, 2},     Feature{"AIRB", PlaceKind::site, 2},     Feature{"AIRP", PlaceKind::site, 2},   Feature{"AIRF", PlaceKind::site, 1},
    Feature{"PMPO", PlaceKind::site, 1},     Feature{"PSTB", PlaceKind::site, 2},     Feature{"CMPRF", PlaceKind::site, 2},  Feature{"CMP", PlaceKind::site, 1},
    Feature{"PRN", PlaceKind::site, 1},      Feature{"OILR", PlaceKind::site, 2},     Feature{"MNQ", PlaceKind::site, 1},    Feature{"BDG", PlaceKind::site, 1},
    Feature{"CSTM", PlaceKind::site, 1}};

std::optional<Feature> feature_of(std::string_view feature_class, std::string_view code)
{
    if (feature_class == "P") return Feature{code, PlaceKind::settlement, settlement_rank(code)};
    for (const Feature& feature : features)
        if (feature.code == code) return feature;
    return std::nullopt;
}

bool is_latin_or_arabic(std::string_view name)
{
    const auto first = static_cast<unsigned char>(name.front());
    return first < 0xCE || begins_in_arabic(name) || first == 0xE1 || first == 0xE2;
}

ImportedPlace place_of(const std::array<std::string_view, 19>& row, const Feature& feature)
{
    ImportedPlace place;
    place.id = fmt::format("geonames:{}", row[0]);
    place.name = row[1];
    place.country = row[8];
    if (!row[10].empty() && row[10] != "00") place.unit = fmt::format("{}.{}", row[8], row[10]);
    place.point = point_from(row[4], row[5]);
    std::from_chars(row[14].data(), row[14].data() + row[14].size(), place.population);
    place.kind = feature.kind;
    place.rank = feature.rank;
    if (row[2] != row[1] && !row[2].empty()) place.alternates.emplace_back(row[2]);
    for (std::string_view names = row[3]; !names.empty();) {
        const auto comma = names.find(',');
        const auto name = names.substr(0, comma);
        names.remove_prefix(comma == std::string_view::npos ? names.size() : comma + 1);
        if (name.empty() || name == row[1] || name == row[2] || !is_latin_or_arabic(name)) continue;
        if (place.name_ar.empty() && begins_in_arabic(name)) place.name_ar = name;
        else place.alternates.emplace_back(name);
    }
    return place;
}

// Calls `take` with every line; it answers with false where the line is no row.
template <class Take>
void each_line(const std::filesystem::path& file, ImportCounts& counts, const Step& step, Take take)
{
    std::ifstream in(file, std::ios::binary);
    std::string line;
    std::uint64_t bytes = 0;
    while (std::getline(in, line)) {
        bytes += line.size() + 1;
        if (++counts.rows % step_every_rows == 0) step(bytes);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!take(line)) fault(counts, {fmt::format("{}, line {}", file.string(), counts.rows), "is no row of a GeoNames file"});
    }
    step(bytes);
}

}  // namespace

void import_geonames(const std::filesystem::path& file, Stack& stack, ImportCounts& counts, const Step& step)
{
    std::array<std::string_view, 19> row;
    each_line(file, counts, step, [&](const std::string& line) {
        if (split(line, row) < 15 || !point_from(row[4], row[5])) return false;
        if (const auto feature = feature_of(row[6], row[7])) count(counts, stack.add(place_of(row, *feature)));
        else ++counts.left_out;
        return true;
    });
}

void import_alternate_names(const std::filesystem::path& file, Stack& stack, ImportCounts& counts, const Step& step)
{
    constexpr std::array no_names{"link", "wkdt", "post", "iata", "icao", "faac", "phon", "unlc", "abbr", "tcid"};
    std::array<std::string_view, 8> row;
    each_line(file, counts, step, [&](const std::string& line) {
        if (split(line, row) < 4) return false;
        std::uint32_t number = 0;
        if (std::from_chars(row[1].data(), row[1].data() + row[1].size(), number).ec != std::errc{}) return false;
        const bool is_name = std::find(no_names.begin(), no_names.end(), row[2]) == no_names.end() && !row[3].empty() && is_latin_or_arabic(row[3]);
        if (is_name && stack.add_name(number, std::string(row[3]))) ++counts.joined;
        else ++counts.left_out;
        return true;
    });
}

}  // namespace sitrep::place
