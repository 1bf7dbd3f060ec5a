// OCHA's tables of P-codes (COD-AB), in both families of column names: admin4Name_en … (2018) and ADM4_EN … (2020 and later).
#include "place/import/further_names.hpp"
#include "place/import/sources.hpp"
#include "text/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace sitrep::place {
namespace {

// Governorates of Syria as OCHA numbers them (COD-AB Syria 2018).
const std::map<std::string_view, std::string_view> syrian_units{
    {"SY01", "SY-DI"}, {"SY02", "SY-HL"}, {"SY03", "SY-RD"}, {"SY04", "SY-HI"}, {"SY05", "SY-HM"}, {"SY06", "SY-LA"}, {"SY07", "SY-ID"},
    {"SY08", "SY-HA"}, {"SY09", "SY-DY"}, {"SY10", "SY-TA"}, {"SY11", "SY-RA"}, {"SY12", "SY-DR"}, {"SY13", "SY-SU"}, {"SY14", "SY-QU"}};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return out;
}

// Line breaks and what a spreadsheet leaves of them are no part of a name.
std::string clean(std::string text)
{
    constexpr std::string_view carriage_return = "_x000D_";
    for (std::size_t at; (at = text.find(carriage_return)) != std::string::npos;) text.erase(at, carriage_return.size());
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

// "Name (subdistrict)" is the name, and so is "الاسم - الناحية".
std::string without_subdistrict(const std::string& reference, const std::string& name)
{
    if (!name.empty() && (reference.starts_with(name + " (") || reference.starts_with(name + " - "))) return name;
    const auto bracket = reference.find(" (");
    return bracket == std::string::npos ? reference : reference.substr(0, bracket);
}

class Columns {
public:
    explicit Columns(const std::vector<std::string>& header)
    {
        for (std::size_t i = 0; i < header.size(); ++i) at_.emplace(lower(clean(header[i])), i);
        for (int level = 4; level >= 1 && level_ == 0; --level)
            if (at_.contains(fmt::format("admin{}name_en", level)) || at_.contains(fmt::format("adm{}_en", level))) level_ = level;
    }
    int level() const { return level_; }
    std::string first_of(const std::vector<std::string>& row, std::initializer_list<std::string> names) const
    {
        for (const auto& name : names)
            if (const auto found = at_.find(name); found != at_.end() && found->second < row.size()) return clean(row[found->second]);
        return {};
    }
    std::string name(const std::vector<std::string>& row, int level, std::string_view language) const
    {
        return first_of(row, {fmt::format("admin{}name_{}", level, language), fmt::format("adm{}_{}", level, language)});
    }
    std::string code(const std::vector<std::string>& row, int level) const
    {
        return first_of(row, {fmt::format("admin{}pcode", level), fmt::format("adm{}_pcode", level)});
    }

private:
    std::map<std::string, std::size_t> at_;
    int level_ = 0;
};

std::optional<ImportedPlace> place_of(const Columns& columns, const std::vector<std::string>& row)
{
    constexpr int village_level = 4;
    ImportedPlace place;
    const int level = columns.level();
    const auto code = columns.code(row, level);
    place.id = "ocha:" + code;
    place.name = columns.name(row, level, "en");
    place.name_ar = columns.name(row, level, "ar");
    const auto country_code = columns.code(row, 0);
    place.country = (country_code.size() >= 2 ? country_code : code).substr(0, 2);
    const auto unit_code = columns.code(row, 1);
    if (const auto known = syrian_units.find(unit_code); known != syrian_units.end()) place.unit = known->second;
    place.unit_name = columns.name(row, 1, "en");
    place.admin2 = level > 2 ? columns.name(row, 2, "en") : std::string();
    place.point = point_from(columns.first_of(row, {"latitude_y", "latitude", "lat", "center_lat", "point_y"}),
                             columns.first_of(row, {"longitude_x", "longitude", "lon", "center_lon", "point_x"}));
    place.kind = level == village_level ? PlaceKind::settlement : PlaceKind::district;
    place.rank = level == village_level ? 1 : 3;
    for (const auto language : {"en", "ar"}) {
        const auto& name = std::string_view(language) == "en" ? place.name : place.name_ar;
        const auto reference = without_subdistrict(columns.first_of(row, {fmt::format("admin{}refname_{}", level, language)}), name);
        if (!reference.empty() && reference != place.name && reference != place.name_ar) place.alternates.push_back(reference);
    }
    if (place.name.empty() && place.name_ar.empty()) return std::nullopt;
    if (level == village_level) {
        std::vector<std::string> around;
        for (int unit = 1; unit < village_level; ++unit)
            for (const auto language : {"en", "ar"})
                if (auto name = columns.name(row, unit, language); !name.empty()) around.push_back(std::move(name));
        for (auto& name : further_names(place.name, place.name_ar, around)) place.alternates.push_back(std::move(name));
    }
    if (!code.empty()) place.alternates.push_back(code);  // so that a P-code is found as a name is
    return place;
}

}  // namespace

bool is_ocha_header(std::string_view header)
{
    const auto known = lower(header);
    return known.find("pcode") != std::string::npos && (known.find("admin1name_en") != std::string::npos || known.find("adm1_en") != std::string::npos);
}

void import_ocha(std::string_view bytes, Stack& stack, ImportCounts& counts)
{
    text::CsvRows rows(bytes, text::delimiter_of_header(bytes.substr(0, bytes.find('\n'))));
    auto header = rows.next();
    if (header && !is_ocha_header(header->bytes)) header = rows.next();  // a line "Field1,Field2 …" stands above some
    if (!header) return;
    const Columns columns(header->fields);
    while (const auto row = rows.next()) {
        ++counts.rows;
        const auto place = place_of(columns, row->fields);
        if (!place || columns.level() < 2) ++counts.left_out;
        else if (!place->point && columns.level() == 4) fault(counts, {fmt::format("{}, line {}", counts.file.string(), row->line + 1), "has no coordinates"});
        else count(counts, stack.add(*place));
    }
}

}  // namespace sitrep::place
