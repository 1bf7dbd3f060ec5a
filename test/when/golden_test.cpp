// Date cases an analyst can read and correct: test/golden/when/*.txt. SITREP_ACCEPT=1 or --accept rewrites what is expected.
#include "when/dates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sitrep::when {
namespace {

struct Case {
    std::string title, frame, text, expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<Case> cases;
    std::string line;
    bool wanted = false;
    while (std::getline(file, line)) {
        if (line.starts_with("=== ")) {
            cases.push_back({.title = line.substr(4), .frame = {}, .text = {}, .expected = {}});
            wanted = false;
            std::getline(file, cases.back().frame);
        } else if (line == "---") {
            wanted = true;
        } else if (!cases.empty() && !line.empty()) {
            (wanted ? cases.back().expected : cases.back().text) += line + "\n";
        }
    }
    return cases;
}

std::string range_words(const DateMention& date)
{
    if (!date.range.is_known()) return "unknown";
    const auto start = date.range.start->iso();
    if (!date.range.end) return start + "..";
    const auto end = date.range.end->iso();
    return start == end ? start : start + ".." + end;
}

std::string type_word(const DateMention& date)
{
    std::string word(to_string(date.type));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return word;
}

std::string found_in(const Case& one)
{
    std::istringstream frame(one.frame);
    std::string language, published, day;
    frame >> language >> published >> day;
    const auto document = text::Document::parse(one.text, 0, language_from_code(language));
    std::string out;
    for (const auto& date : find_dates(document, day_from_iso(day))) {
        out += type_word(date) + " " + range_words(date) + " \"" + std::string(document.words(date.span)) + "\"";
        if (date.value != range_words(date)) out += " " + date.value;
        if (date.is_period) out += " period";
        out += "\n";
    }
    return out;
}

bool accept_wanted()
{
    if (std::getenv("SITREP_ACCEPT")) return true;
    const auto arguments = testing::internal::GetArgvs();
    return std::find(arguments.begin(), arguments.end(), "--accept") != arguments.end();
}

void check_file(const std::filesystem::path& path)
{
    const auto cases = read_cases(path);
    ASSERT_FALSE(cases.empty()) << path;
    std::string renewed;
    for (const auto& one : cases) {
        const auto found = found_in(one);
        renewed += "=== " + one.title + "\n" + one.frame + "\n" + one.text + "---\n" + found + "\n";
        if (accept_wanted()) continue;
        EXPECT_EQ(found, one.expected) << path.filename() << ": " << one.title;
    }
    if (accept_wanted()) std::ofstream(path) << renewed;
}

TEST(GoldenDates, AreReadAsAnAnalystReadsThem)
{
    for (const auto& entry : std::filesystem::directory_iterator(SITREP_SOURCE_DIR "/test/golden/when")) {
        if (entry.path().extension() == ".txt") check_file(entry.path());
    }
}

}  // namespace
}  // namespace sitrep::when
