// Reading the reference tables of bench/stats: small CSV files and JSON.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace sitrep::bench {

/// A CSV file by column. Cells are text; numbers() turns a column into numbers ("NA" into NaN).
struct ReferenceTable {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::string>> columns;

    const std::vector<std::string>& text(const std::string& name) const
    {
        const auto found = columns.find(name);
        if (found == columns.end()) throw std::runtime_error("no column " + name);
        return found->second;
    }
    std::vector<double> numbers(const std::string& name) const
    {
        std::vector<double> out;
        for (const std::string& cell : text(name)) {
            const bool known = cell != "NA" && !cell.empty();
            out.push_back(known ? (cell == "TRUE" ? 1 : cell == "FALSE" ? 0 : std::strtod(cell.c_str(), nullptr)) : std::strtod("nan", nullptr));
        }
        return out;
    }
    std::size_t rows() const { return columns.at(names.front()).size(); }
};

inline std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c != '\r' && !(c == ' ' && !quoted))
            cells.back() += c;
    }
    return cells;
}

inline std::ifstream opened(const std::string& path)
{
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    return in;
}

inline ReferenceTable read_table(const std::string& path)
{
    auto in = opened(path);
    ReferenceTable table;
    std::string line;
    std::getline(in, line);
    table.names = cells_of(line);
    while (std::getline(in, line)) {
        if (line.empty()) continue;
        const auto cells = cells_of(line);
        for (std::size_t i = 0; i < table.names.size() && i < cells.size(); ++i) table.columns[table.names[i]].push_back(cells[i]);
    }
    return table;
}

inline nlohmann::json read_json(const std::string& path)
{
    auto in = opened(path);
    return nlohmann::json::parse(in);
}

}  // namespace sitrep::bench
