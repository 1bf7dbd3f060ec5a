// What a table is, told from its first row.
#include "tables/cells.hpp"
#include "text/csv_rows.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace sitrep::tables {
namespace {

struct Signature {
    TableFormat format;
    std::array<std::string_view, 4> columns;  ///< that no other format has together
};
constexpr std::array<Signature, 7> signatures{{{TableFormat::acled, {"event_id_cnty", "event_date", "sub_event_type", "fatalities"}},
                                               {TableFormat::acled, {"data_id", "event_date", "sub_event_type", "fatalities"}},
                                               {TableFormat::ged, {"id", "type_of_violence", "date_start", "best"}},
                                               {TableFormat::gtd, {"eventid", "iyear", "attacktype1", "gname"}},
                                               {TableFormat::polecat, {"Event ID", "Event Type", "Event Mode", "Recipient Name"}},
                                               {TableFormat::sitrep, {"id", "type", "perpetrator_status", "those_hit"}},
                                               {TableFormat::plover, {"id", "event", "date", "actor"}}}};

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t')) text.pop_back();
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

// Some monthly UCDP files came without their header: 49 cells, and what stands where numbers of small range belong is one.
bool is_headerless_ged(const std::vector<std::string>& cells)
{
    constexpr std::size_t year = 2, type = 5, where_prec = 24, date_prec = 37;
    if (cells.size() != columns_of(TableFormat::ged).size()) return false;
    const auto small = [&](std::size_t at, char most) { return cells[at].size() == 1 && cells[at][0] >= '1' && cells[at][0] <= most; };
    return is_number(cells[0]) && is_number(cells[year]) && cells[year].size() == 4 && small(type, '3') && small(where_prec, '7') && small(date_prec, '5');
}

void number_columns(Shape& shape)
{
    for (std::size_t i = 0; i < shape.columns.size(); ++i) shape.at.try_emplace(shape.columns[i], i);
}

// The mapping's columns as the header spells them: in any case, "-" and "_" alike.
Result<Shape> mapped(Shape shape, const Mapping& mapping)
{
    shape.format = TableFormat::mapped;
    shape.mapping = mapping;
    for (auto& [field, column] : shape.mapping.columns) {
        if (shape.at.contains(column)) continue;
        const auto alike = std::ranges::find_if(shape.columns, [&](const std::string& name) { return text::name_key(name) == text::name_key(column); });
        if (alike == shape.columns.end())
            return bad_input("the mapping", fmt::format("there is no column \"{}\" for {}. The columns are: {}", column, field, fmt::join(shape.columns, ", ")));
        column = *alike;
    }
    return shape;
}

Result<Shape> shape_of_object(std::string_view flat)
{
    const auto has = [&](std::string_view key) {
        return flat.starts_with(fmt::format("{}\t", key)) || flat.starts_with(fmt::format("{}.", key)) || flat.find(fmt::format("\n{}\t", key)) != std::string_view::npos ||
               flat.find(fmt::format("\n{}.", key)) != std::string_view::npos;
    };
    for (const std::string_view key : {"id", "date", "actor", "event"})
        if (!has(key)) return bad_input("the first object", fmt::format("it has no \"{}\", which every PLOVER record has. Reports go in with `sitrep read`", key));
    Shape shape;
    shape.format = TableFormat::plover;
    return shape;
}

}  // namespace

std::string Shape::header() const { return fmt::format("{}", fmt::join(columns, ",")); }

Result<Shape> shape_of(std::string_view first_row, bool json, const Mapping& mapping)
{
    if (json) return shape_of_object(first_row);
    Shape shape;
    shape.delimiter = text::delimiter_of_header(first_row);
    auto row = text::CsvRows(first_row, shape.delimiter).next();
    if (!row) return bad_input("the table", "its first row is empty");
    for (auto& field : row->fields) shape.columns.push_back(trimmed(std::move(field)));
    if (mapping.empty() && is_headerless_ged(shape.columns)) {
        shape.format = TableFormat::ged;
        shape.has_header = false;
        const auto usual = columns_of(TableFormat::ged);
        shape.columns.assign(usual.begin(), usual.end());
        number_columns(shape);
        return shape;
    }
    number_columns(shape);
    if (!mapping.empty()) return mapped(std::move(shape), mapping);
    for (const auto& signature : signatures) {
        if (!std::ranges::all_of(signature.columns, [&](std::string_view column) { return shape.at.contains(std::string(column)); })) continue;
        shape.format = signature.format;
        return shape;
    }
    return bad_input("the table", fmt::format("it is none of ACLED, UCDP GED, GTD, PLOVER, POLECAT or Sitrep's own. Say which column is what with --map, as in "
                                              "--map id=ID,date=Day,kind=Type; the columns are: {}", fmt::join(shape.columns, ", ")));
}

Result<Told> read_row(const Shape& shape, std::string_view row, const std::string& provider, const std::string& where)
{
    const bool json = shape.format == TableFormat::plover;
    auto cells = json ? Result<Cells>(Cells::of_json(row, where)) : Cells::of_csv(shape, row, where);
    if (!cells) return tl::unexpected(cells.error());
    const Row given{shape, *cells, provider};
    Told told = [&] {
        switch (shape.format) {
            case TableFormat::acled: return acled_row(given);
            case TableFormat::ged: return ged_row(given);
            case TableFormat::gtd: return gtd_row(given);
            case TableFormat::plover: return plover_row(given);
            case TableFormat::polecat: return polecat_row(given);
            case TableFormat::sitrep:
            case TableFormat::mapped: break;
        }
        return mapped_row(given);
    }();
    if (!cells->fault().empty()) return bad_input(where, cells->fault());
    if (auto* event = std::get_if<RowEvent>(&told)) {
        if (event->report.document.empty()) return bad_input(where, "the row says nothing of an incident");
        if (is_no_id(event->report.external_id)) event->report.external_id.clear();
        event->report.publisher = provider;
    }
    return told;
}

bool is_no_id(std::string_view id)
{
    static constexpr std::array<std::string_view, 10> none{"", "0", "-", "NA", "N/A", "n/a", "NULL", "null", "None", "nan"};
    return std::ranges::find(none, id) != none.end();
}

}  // namespace sitrep::tables
