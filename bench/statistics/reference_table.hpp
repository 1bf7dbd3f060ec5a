// Reads the reference inputs of ../shared/bench/stats: small comma-separated tables with a head line.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace sitrep::bench {

/// A table of texts; quotes round a cell are dropped, cells hold no commas outside of them.
class ReferenceTable {
public:
    /// Ends the program with a plain word when the file is not there.
    explicit ReferenceTable(const std::string& file)
    {
        std::ifstream in(file);
        if (!in) {
            std::fprintf(stderr, "cannot read %s: run this beside ../shared, or name the folder of the reference tables\n", file.c_str());
            std::exit(1);
        }
        std::string line;
        std::getline(in, line);
        head_ = cells_of(line);
        while (std::getline(in, line))
            if (!line.empty()) rows_.push_back(cells_of(line));
    }
    std::size_t rows() const { return rows_.size(); }
    const std::vector<std::string>& row(std::size_t i) const { return rows_[i]; }
    const std::string& text(std::size_t row, const std::string& column) const { return rows_[row].at(column_of(column)); }
    double number(std::size_t row, const std::string& column) const { return std::strtod(text(row, column).c_str(), nullptr); }
    const std::vector<std::string>& head() const { return head_; }

private:
    std::size_t column_of(const std::string& name) const
    {
        for (std::size_t i = 0; i < head_.size(); ++i)
            if (head_[i] == name) return i;
        std::fprintf(stderr, "a reference table has no column %s\n", name.c_str());
        std::exit(1);
    }
    static std::vector<std::string> cells_of(const std::string& line)
    {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) cells.emplace_back();
            else if (c != '\r') cells.back() += c;
        }
        return cells;
    }

    std::vector<std::string> head_;
    std::vector<std::vector<std::string>> rows_;
};

inline std::string reference_folder(int argc, char** argv) { return argc > 1 ? argv[1] : "../shared/bench/stats"; }

}  // namespace sitrep::bench
