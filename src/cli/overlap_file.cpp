#include "cli/overlap_file.hpp"

#include "cli/session.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>
#include <vector>

namespace sitrep::cli {
namespace {

constexpr std::int64_t count_max = 1'000'000'000, lines_max = 1 << 12;

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else if (c != '"' && c != '\r')
            cells.back() += c;
    }
    for (std::string& cell : cells) {
        const auto begin = cell.find_first_not_of(" \t"), end = cell.find_last_not_of(" \t");
        cell = begin == std::string::npos ? std::string() : cell.substr(begin, end + 1 - begin);
    }
    return cells;
}

std::optional<std::int64_t> count_from(const std::string& cell)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    if (error != std::errc() || end != cell.data() + cell.size() || count < 0 || count > count_max) return std::nullopt;
    return count;
}

}  // namespace

analyse::OverlapTable overlap_from(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string line;
    if (!in || !std::getline(in, line)) throw Failed(fmt::format("cannot read {}. Give a CSV file: the names of the lists and \"count\" in its first line.", path));
    if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    auto heads = cells_of(line);
    const std::size_t lists = heads.size() - 1;
    if (lists < 2 || lists > analyse::lists_max)
        throw Failed(fmt::format("{}:1: {} lists. A table has 2 to {} lists, one a column, and the count in the last column.", path, lists, analyse::lists_max));
    heads.pop_back();
    for (std::size_t i = 0; i < lists; ++i)
        if (heads[i].empty()) throw Failed(fmt::format("{}:1: column {} has no name. Name each list in the first line.", path, i + 1));
    analyse::OverlapTable table(std::move(heads));
    for (std::int64_t number = 2; std::getline(in, line); ++number) {
        if (number > lines_max) throw Failed(fmt::format("{}:{}: too many lines. A line stands for a combination of lists, not for an incident.", path, number));
        const auto cells = cells_of(line);
        if (cells.size() == 1 && cells[0].empty()) continue;
        if (cells.size() != lists + 1) throw Failed(fmt::format("{}:{}: {} cells where the first line has {}.", path, number, cells.size(), lists + 1));
        analyse::ListSet pattern = 0;
        for (std::size_t i = 0; i < lists; ++i) {
            if (cells[i] != "0" && cells[i] != "1") throw Failed(fmt::format("{}:{}: \"{}\" under {}. Write 1 for on the list, 0 for not.", path, number, cells[i], table.names[i]));
            pattern |= analyse::ListSet(cells[i] == "1") << i;
        }
        const auto count = count_from(cells.back());
        if (!count) throw Failed(fmt::format("{}:{}: \"{}\" is no count. Write a whole number from 0 to a billion.", path, number, cells.back()));
        if (pattern == 0 && *count != 0) throw Failed(fmt::format("{}:{}: incidents on no list cannot be counted. Leave the line out.", path, number));
        table.counts[pattern] += *count;
    }
    if (table.documented() == 0) throw Failed(fmt::format("{}: no incident is counted in it.", path));
    return table;
}

}  // namespace sitrep::cli
