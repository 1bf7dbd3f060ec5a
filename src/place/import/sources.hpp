// Inside place/import/: each format's rows, put on a stack.
#pragma once

#include "place/import/import.hpp"
#include "place/import/stack.hpp"

#include <functional>
#include <string_view>

namespace sitrep::place {

/// Gets the bytes read so far.
using Step = std::function<void(std::uint64_t)>;

void import_geonames(const std::filesystem::path& file, Stack& stack, ImportCounts& counts, const Step& step);
void import_alternate_names(const std::filesystem::path& file, Stack& stack, ImportCounts& counts, const Step& step);
void import_ocha(std::string_view bytes, Stack& stack, ImportCounts& counts);
void import_desk_table(std::string_view bytes, Stack& stack, ImportCounts& counts);
void import_desk_shapes(std::string_view bytes, Stack& stack, ImportCounts& counts);
void import_boundaries(std::string_view bytes, Stack& stack, ImportCounts& counts);

/// The place of a desk's row from its columns or properties by name; a fault tells what is wrong with it.
Result<ImportedPlace> desk_place(const std::function<std::string(std::string_view)>& column, const std::string& where);
bool is_ocha_header(std::string_view header);

void count(ImportCounts& counts, Stack::Outcome outcome);
void fault(ImportCounts& counts, BadInput bad);
/// Degrees as written, in the range of the globe, or nothing.
std::optional<LatLon> point_from(std::string_view lat, std::string_view lon);

}  // namespace sitrep::place
