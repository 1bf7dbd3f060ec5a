// Rows of event tables → what they say of an incident. Which codes mean what: docs/tables.md.
#pragma once

#include "core/account.hpp"
#include "core/event_tables.hpp"
#include "core/report.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace sitrep::tables {

/// Which column of a table holds what, and what its words for kinds mean.
struct Mapping {
    /// How days are written where the year does not stand first; "03/04/2024" is refused without it.
    enum class DateOrder { none, day_month_year, month_day_year } date_order = DateOrder::none;
    std::map<std::string, std::string> columns;     ///< field → column
    std::map<std::string, IncidentKind> kinds;      ///< a word of the kind column → kind
    bool empty() const { return columns.empty(); }
};
/// "date=Day,kind=Type,kind:Bomb=ied_or_mine,date_order=dmy", or the same one pair a line with # for remarks (a mapping file).
Result<Mapping> mapping_from(std::string_view text);
/// The fields that a mapping can name, for help and errors.
std::string mapping_fields();

/// What a table is: told from its first row.
struct Shape {
    TableFormat format = TableFormat::mapped;
    char delimiter = ',';
    bool has_header = true;  ///< else the first row is data (UCDP GED without its header)
    std::vector<std::string> columns;
    std::unordered_map<std::string, std::size_t> at;  ///< column → place in the row
    Mapping mapping;
    std::string header() const;  ///< the columns, joined by commas
};
/// `first_row` in UTF-8; `json` when it is a flattened object (see read::Options::rows). A mapping that names columns goes before what the header looks like.
Result<Shape> shape_of(std::string_view first_row, bool json, const Mapping& mapping);

/// Where a row says that it happened, in its own words; the gazetteer is asked by whoever has one.
struct PlaceSaid {
    std::string name;      ///< of the finest place, may be empty
    std::string admin1, admin1_code, admin2;
    std::string country;   ///< ISO 3166-1 alpha-2, or empty
    std::optional<LatLon> point;
    PlacePrecision precision = PlacePrecision::country;
    Span span;             ///< of the name, or of the coordinates
};

struct RowEvent {
    Report report;         ///< its text is the row's own words, then a line "column: value" for each cell that a fact rests on
    Account account;       ///< without its place
    PlaceSaid place;
    bool kind_from_words = false;  ///< the table does not code how it was done: what the row's own words say of it goes before the kind given here
    std::size_t words_end = 0;     ///< bytes of the text that are the row's own words
};
/// A row that is in order and tells no incident of violence.
struct LeftOut {
    std::string why;
};
using Told = std::variant<RowEvent, LeftOut>;

/// `row` in UTF-8; `where` for refusals. `provider` becomes the publisher.
Result<Told> read_row(const Shape& shape, std::string_view row, const std::string& provider, const std::string& where);

/// An id that stands for none: "NA", "0", "null", "-": a row with it never replaces another.
bool is_no_id(std::string_view id);

}  // namespace sitrep::tables
