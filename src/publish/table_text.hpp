// Inside publish/: tables as comma-separated text, for spreadsheets and for programs.
#pragma once

#include "publish/gate.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

struct TableCell {
    std::string text;
    bool number = false;  ///< written as it stands: no formula hides in a number
};
using TableRow = std::vector<TableCell>;

/// RFC 4180: quoted where needed, and a quote in front of what a spreadsheet would run as a formula.
std::string csv_cell(const TableCell& cell);
/// Lines end in CR LF; the columns come first.
std::string csv_text(std::span<const std::string_view> columns, std::span<const TableRow> rows);

TableCell words(std::string_view text);
TableCell number(std::int64_t value);
TableCell coordinate(double degrees);  ///< two decimals
TableCell nothing();

/// "A; B".
std::string joined(const std::vector<std::string>& items, std::string_view separator);

/// A row of our own table (core/event_tables.hpp, TableFormat::sitrep).
TableRow own_row(const PublicIncident& incident);

/// The incidents that pass, in their order.
std::vector<PublicIncident> passed(std::span<const Incident> incidents, const Gate& gate);

/// A row by column names: each format fills what it has and leaves the rest empty.
class NamedRow {
public:
    explicit NamedRow(std::span<const std::string_view> columns) : columns_(columns), row_(columns.size()) {}
    /// The column must be one of the format's.
    NamedRow& set(std::string_view column, TableCell cell);
    TableRow take() { return std::move(row_); }

private:
    std::span<const std::string_view> columns_;
    TableRow row_;
};

}  // namespace sitrep::publish
