// Reports and what they say, in files that a person can read and correct. SITREP_ACCEPT=1 renews them; then read the diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

struct Case {
    std::string name;
    Language language = Language::english;
    std::string published;
    std::string marked;
    std::string expected;
};

std::vector<Case> read_cases(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::vector<Case> cases;
    bool answer = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            cases.push_back({.name = line.substr(4), .language = {}, .published = {}, .marked = {}, .expected = {}});
            std::getline(in, line);
            cases.back().language = language_from_code(line.substr(0, 2));
            const std::size_t published = line.find("published ");
            if (published != std::string::npos) cases.back().published = line.substr(published + 10);
            answer = false;
        } else if (line == "---") {
            answer = true;
        } else if (!cases.empty()) {
            (answer ? cases.back().expected : cases.back().marked) += line + "\n";
        }
    }
    return cases;
}

std::string without_blank_end(std::string text)
{
    while (text.ends_with("\n")) text.pop_back();
    return text;
}

bool accepting()
{
    return std::getenv("SITREP_ACCEPT") != nullptr;
}

void check(const std::filesystem::path& file)
{
    std::ostringstream renewed;
    for (const Case& each : read_cases(file)) {
        const Told report = told(without_blank_end(each.marked), each.language, each.published);
        const std::string answer = in_words(report, understood(report));
        if (!accepting()) {
            EXPECT_EQ(without_blank_end(answer), without_blank_end(each.expected)) << each.name;
        }
        renewed << "=== " << each.name << '\n' << to_string(each.language);
        if (!each.published.empty()) renewed << "  published " << each.published;
        renewed << '\n' << without_blank_end(each.marked) << "\n---\n" << without_blank_end(answer) << "\n\n";
    }
    if (accepting()) std::ofstream(file) << renewed.str();
}

}  // namespace

TEST(Golden, EveryReportSaysWhatItsFileSays)
{
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SITREP_SOURCE_DIR "/test/golden/understand")) {
        check(entry.path());
        ++files;
    }

    EXPECT_GE(files, 1U);
}

}  // namespace sitrep::understand
