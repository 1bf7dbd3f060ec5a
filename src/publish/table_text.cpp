#include "publish/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace sitrep::publish {

std::string csv_cell(const TableCell& cell)
{
    std::string text = cell.text;
    if (!cell.number && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string csv_text(std::span<const std::string_view> columns, std::span<const TableRow> rows)
{
    std::string out;
    for (std::size_t i = 0; i < columns.size(); ++i) out += (i ? "," : "") + csv_cell({std::string(columns[i]), false});
    out += "\r\n";
    for (const TableRow& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i ? "," : "") + csv_cell(row[i]);
        out += "\r\n";
    }
    return out;
}

TableCell words(std::string_view text) { return {std::string(text), false}; }
TableCell number(std::int64_t value) { return {fmt::to_string(value), true}; }
TableCell coordinate(double degrees) { return {fmt::format("{:.2f}", degrees), true}; }
TableCell nothing() { return {}; }

std::string joined(const std::vector<std::string>& items, std::string_view separator)
{
    std::string out;
    for (const std::string& item : items) out += (out.empty() ? std::string() : std::string(separator)) + item;
    return out;
}

std::vector<PublicIncident> passed(std::span<const Incident> incidents, const Gate& gate)
{
    std::vector<PublicIncident> out;
    std::vector<Withheld> withheld;
    for (const Incident& incident : incidents)
        if (auto passing = gate.pass(incident, withheld)) out.push_back(std::move(*passing));
    return out;
}

NamedRow& NamedRow::set(std::string_view column, TableCell cell)
{
    const auto at = std::ranges::find(columns_, column);
    if (at == columns_.end()) throw std::logic_error(fmt::format("{} is no column of this format", column));
    row_[std::size_t(at - columns_.begin())] = std::move(cell);
    return *this;
}

}  // namespace sitrep::publish
