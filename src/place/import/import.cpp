#include "place/import/import.hpp"

#include "place/import/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <iterator>

namespace sitrep::place {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t table_bytes_max = std::size_t{512} << 20;  // of what is read whole; dumps are streamed
constexpr std::uint64_t bytes_a_row = 110;                       // of a dump, for the size of the filter

struct Origin {
    std::string_view source, licence;
};

Origin origin_of(ImportFormat format)
{
    switch (format) {
    case ImportFormat::geonames:
    case ImportFormat::alternate_names: return {"GeoNames", "CC BY 4.0"};
    case ImportFormat::ocha:
    case ImportFormat::ocha_boundaries: return {"OCHA", "CC BY-IGO"};
    case ImportFormat::geoboundaries: return {"geoBoundaries", "CC BY 4.0"};
    case ImportFormat::desk_table:
    case ImportFormat::desk_shapes: break;
    }
    return {"the desk's own places", "the desk's"};
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::uint64_t size_of(const fs::path& file)
{
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return none ? 0 : size;
}

std::string attribution_with(std::string attribution, std::string_view source, std::string_view licence)
{
    const auto line = fmt::format("{} ({})", source, licence);
    if (attribution.find(line) == std::string::npos) attribution += "; " + line;
    return attribution;
}

void import_file(Stack& stack, ImportCounts& counts, const Step& step)
{
    switch (counts.format) {
    case ImportFormat::geonames: return import_geonames(counts.file, stack, counts, step);
    case ImportFormat::alternate_names: return import_alternate_names(counts.file, stack, counts, step);
    case ImportFormat::ocha: return import_ocha(bytes_of(counts.file), stack, counts);
    case ImportFormat::desk_table: return import_desk_table(bytes_of(counts.file), stack, counts);
    case ImportFormat::desk_shapes: return import_desk_shapes(bytes_of(counts.file), stack, counts);
    case ImportFormat::ocha_boundaries:
    case ImportFormat::geoboundaries: return import_boundaries(bytes_of(counts.file), stack, counts);
    }
}

}  // namespace

std::string_view to_string(ImportFormat format)
{
    switch (format) {
    case ImportFormat::geonames: return "GeoNames dump";
    case ImportFormat::alternate_names: return "GeoNames alternate names";
    case ImportFormat::ocha: return "OCHA P-codes";
    case ImportFormat::desk_table: return "table";
    case ImportFormat::desk_shapes: return "GeoJSON";
    case ImportFormat::ocha_boundaries: return "OCHA boundaries";
    case ImportFormat::geoboundaries: return "geoBoundaries";
    }
    return "";
}

Result<ImportFormat> format_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) return bad_input(file.string(), "cannot be read");
    std::string head(1 << 16, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    if (head.starts_with("PK\x03\x04")) return bad_input(file.string(), "is a ZIP file; unpack it and import what is inside");
    const std::string_view line = std::string_view(head).substr(0, head.find('\n'));
    const auto tabs = std::count(line.begin(), line.end(), '\t');
    const bool numbered = !line.empty() && std::isdigit(static_cast<unsigned char>(line.front())) != 0;
    constexpr std::ptrdiff_t dump_tabs = 18, alternate_tabs_min = 3, alternate_tabs_max = 9;
    if (numbered && tabs == dump_tabs) return ImportFormat::geonames;
    if (numbered && tabs >= alternate_tabs_min && tabs <= alternate_tabs_max) return ImportFormat::alternate_names;
    if (head.find("\"FeatureCollection\"") != std::string::npos) {
        const auto has = [&](std::string_view property) { return head.find(property) != std::string::npos; };
        if (has("\"ADM1_PCODE\"") || has("\"adm1_pcode\"")) return ImportFormat::ocha_boundaries;
        return has("\"shapeType\"") ? ImportFormat::geoboundaries : ImportFormat::desk_shapes;
    }
    if (is_ocha_header(head)) return ImportFormat::ocha;
    const bool named = line.find("name") != std::string_view::npos && line.find("lat") != std::string_view::npos && line.find("lon") != std::string_view::npos;
    if (named) return ImportFormat::desk_table;
    return bad_input(file.string(), "is no GeoNames dump, OCHA table, GeoJSON, or table with the columns name, lat and lon");
}

void count(ImportCounts& counts, Stack::Outcome outcome)
{
    switch (outcome) {
    case Stack::Outcome::added: ++counts.added; break;
    case Stack::Outcome::joined: ++counts.joined; break;
    case Stack::Outcome::left_out: ++counts.left_out; break;
    }
}

void fault(ImportCounts& counts, BadInput bad)
{
    constexpr std::size_t faults_max = 100;
    ++counts.left_out;
    if (counts.faults.size() < faults_max) counts.faults.push_back(std::move(bad));
}

std::optional<LatLon> point_from(std::string_view lat, std::string_view lon)
{
    double degrees[2] = {};
    const std::string_view words[2] = {lat, lon};
    for (int i = 0; i < 2; ++i) {
        const auto [end, error] = std::from_chars(words[i].data(), words[i].data() + words[i].size(), degrees[i]);
        if (error != std::errc{} || end != words[i].data() + words[i].size()) return std::nullopt;
    }
    const auto point = LatLon::from_degrees(degrees[0], degrees[1]);
    return point ? std::optional(*point) : std::nullopt;
}

Result<std::vector<ImportCounts>> import_places(const Gazetteer& base, const fs::path& out, const std::vector<fs::path>& files, const ImportOptions& options,
                                                const std::function<void(std::uint64_t, std::uint64_t)>& progress)
{
    std::vector<ImportCounts> all;
    std::uint64_t bytes = 0;
    for (const auto& file : files) {
        const auto format = format_of(file);
        if (!format) return tl::unexpected(format.error());
        const bool streamed = *format == ImportFormat::geonames || *format == ImportFormat::alternate_names;
        if (!streamed && size_of(file) > table_bytes_max) return bad_input(file.string(), "is larger than 512 MB; cut it into parts");
        all.push_back({file, *format, 0, 0, 0, 0, {}});
        bytes += size_of(file);
    }
    std::ranges::stable_sort(all, {}, [](const ImportCounts& counts) { return counts.format == ImportFormat::alternate_names; });
    Stack stack(base, out, bytes / bytes_a_row);
    if (!all.empty() && all.back().format == ImportFormat::alternate_names) stack.remember_numbers();
    std::string attribution = base.attribution();
    std::uint64_t done = 0;
    for (auto& counts : all) {
        const auto known = origin_of(counts.format);
        const std::string_view source = options.source.empty() ? known.source : options.source, licence = options.licence.empty() ? known.licence : options.licence;
        stack.begin_source(source, licence);
        attribution = attribution_with(std::move(attribution), source, licence);
        import_file(stack, counts, [&](std::uint64_t read) { progress(done + read, bytes); });
        done += size_of(counts.file);
        progress(done, bytes);
    }
    stack.finish(attribution);
    return all;
}

}  // namespace sitrep::place
