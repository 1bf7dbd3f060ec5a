// The project's own source files, for the tests that read them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace sitrep::house {

struct SourceFile {
    std::string path;  ///< from the root of the checkout: "src/core/date.hpp"
    std::vector<std::string> lines;
};

inline std::vector<SourceFile> source_files(const std::vector<std::string>& folders)
{
    namespace fs = std::filesystem;
    const fs::path root = SITREP_SOURCE_DIR;
    std::vector<SourceFile> out;
    for (const auto& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto ending = entry.path().extension();
            if (!entry.is_regular_file() || (ending != ".cpp" && ending != ".hpp")) continue;
            SourceFile file{fs::relative(entry.path(), root).string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) file.lines.push_back(line);
            out.push_back(std::move(file));
        }
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return out;
}

}  // namespace sitrep::house
