// meltt's three crash tables through our own matching, side by side with what meltt itself gave (../shared/bench/stats/meltt).
//   build: ninja meltt    run: build/release/bench/meltt [FOLDER]
#include "merge/window_match.hpp"
#include "text/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using sitrep::merge::WindowChoice;
using sitrep::merge::WindowEvent;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(fmt::format("{} is not there", file.string()));
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    sitrep::text::CsvRows rows(bytes, ',');
    Rows out;
    while (auto row = rows.next()) out.push_back(std::move(row->fields));
    out.erase(out.begin());  // the header
    return out;
}

double number(const std::string& text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

constexpr std::array taxonomies{"model", "color", "damage"};

using Levels = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;  // table and word → levels

std::vector<WindowEvent> table_of(const fs::path& folder, const std::string& name, const std::map<std::string, Levels>& levels)
{
    std::vector<WindowEvent> out;
    for (const auto& row : rows_of(folder / (name + ".input.csv"))) {
        WindowEvent event{*sitrep::day_from_iso(row[2]), *sitrep::day_from_iso(row[3]), *sitrep::LatLon::from_degrees(number(row[4]), number(row[5])), {}};
        for (std::size_t i = 0; i < taxonomies.size(); ++i) {
            auto& path = event.taxonomies.emplace_back(levels.at(taxonomies[i]).at({name, row[6 + i]}));
            path.insert(path.begin(), row[6 + i]);
        }
        out.push_back(std::move(event));
    }
    return out;
}

/// Groups as meltt writes them: "1:9 2:5 3:8".
std::set<std::string> reference(const fs::path& file)
{
    std::set<std::string> out;
    for (const auto& row : rows_of(file)) {
        std::string group;
        for (std::size_t i = 0; i < 6; i += 2)
            if (row[i] != "0") group += fmt::format("{}{}:{}", group.empty() ? "" : " ", row[i], row[i + 1]);
        out.insert(group);
    }
    return out;
}

struct Result {
    std::size_t unique = 0, duplicates = 0, pairs12 = 0, pairs13 = 0, pairs23 = 0, all = 0;
    std::set<std::string> groups;
};

Result matched(const std::vector<std::vector<WindowEvent>>& tables, sitrep::merge::Window window, WindowChoice choice)
{
    Result out;
    for (const auto& group : sitrep::merge::match_in_windows(tables, window, choice)) {
        ++out.unique;
        if (group.size() == 1) continue;
        out.duplicates += group.size() - 1;
        std::string words;
        for (const auto& [table, event] : group) words += fmt::format("{}{}:{}", words.empty() ? "" : " ", table + 1, event + 1);
        out.groups.insert(words);
        const bool first = group[0].first == 0, to_second = group.back().first == 1;
        ++(group.size() == 3 ? out.all : first && to_second ? out.pairs12 : first ? out.pairs13 : out.pairs23);
    }
    return out;
}

int run(const fs::path& folder)
{
    std::map<std::string, Levels> levels;
    for (const std::string taxonomy : taxonomies)
        for (auto& row : rows_of(folder / fmt::format("taxonomy_{}_tax.input.csv", taxonomy)))
            levels[taxonomy][{row[0], row[1]}] = std::vector<std::string>(row.begin() + 2, row.end());
    std::vector<std::vector<WindowEvent>> tables;
    for (const char* name : {"crash_data1", "crash_data2", "crash_data3"}) tables.push_back(table_of(folder, name, levels));
    fmt::print("window      rule       input unique matches duplicates  1+2 1+3 2+3 all   same groups as meltt\n");
    bool same = true;
    for (const auto& row : rows_of(folder / "meltt_crash_summary.csv")) {
        const auto expected = reference(folder / fmt::format("meltt_crash_s{}_t{}_duplicates.csv", row[0], row[1]));
        fmt::print("{:>2} km {:>2} d  meltt      {:>5} {:>6} {:>7} {:>10}  {:>3} {:>3} {:>3} {:>3}\n", row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9]);
        for (const auto choice : {WindowChoice::first, WindowChoice::best_fit}) {
            const auto ours = matched(tables, {number(row[0]), int(number(row[1]))}, choice);
            std::size_t shared = 0;
            for (const auto& group : ours.groups) shared += expected.contains(group);
            const bool first = choice == WindowChoice::first;
            if (first) same &= ours.groups == expected;
            const std::size_t input = tables[0].size() + tables[1].size() + tables[2].size();
            fmt::print("{:>13}  {:<9}  {:>5} {:>6} {:>7} {:>10}  {:>3} {:>3} {:>3} {:>3}   {} of {}\n", "", first ? "ours" : "best fit", input, ours.unique, ours.groups.size(), ours.duplicates,
                       ours.pairs12, ours.pairs13, ours.pairs23, ours.all, shared, expected.size());
        }
    }
    fmt::print("{}\n", same ? "the same duplicates at all windows" : "NOT the same duplicates");
    return same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc > 1 ? fs::path(argv[1]) : fs::path(SITREP_SOURCE_DIR) / ".." / "shared" / "bench" / "stats" / "meltt");
    } catch (const std::exception& error) {
        fmt::print(stderr, "error: {}. Name the folder with meltt's tables.\n", error.what());
        return 2;
    }
}
