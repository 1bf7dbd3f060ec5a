// The style guide as a test: lengths, banned calls with their replacement, names of rooms.
#include "source_files.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <string_view>
#include <utility>

namespace sitrep::house {
namespace {

constexpr std::size_t file_lines_max = 450;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t line_bytes_max = 200;

TEST(Tidy, AFileHoldsOneConcept)
{
    for (const auto& file : source_files({"src", "test", "bench"}))
        EXPECT_LE(file.lines.size(), file_lines_max) << file.path << ": name the second concept and move it";
}

TEST(Tidy, AFunctionFitsAScreen)
{
    for (const auto& file : source_files({"src"})) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (file.lines[i] == "{") begin = i;
            if (file.lines[i] == "}" && begin > 0) {
                EXPECT_LE(i - begin, function_lines_max) << file.path << ":" << begin + 1;
                begin = 0;
            }
        }
    }
}

TEST(Tidy, AHeadersFirstLineSaysWhatItIsFor)
{
    for (const auto& file : source_files({"src"})) {
        if (!file.path.ends_with(".hpp")) continue;
        ASSERT_FALSE(file.lines.empty()) << file.path;
        EXPECT_TRUE(file.lines[0].starts_with("// ")) << file.path;
        bool once = false;
        for (std::size_t i = 0; i < 5 && i < file.lines.size(); ++i) once |= file.lines[i] == "#pragma once";
        EXPECT_TRUE(once) << file.path << ": #pragma once";
    }
}

TEST(Tidy, LinesAreShortEnoughToRead)
{
    for (const auto& file : source_files({"src"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_LE(file.lines[i].size(), line_bytes_max) << file.path << ":" << i + 1;
}

bool has_word(std::string_view line, std::string_view word)
{
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const bool begins = at == 0 || (!std::isalnum(static_cast<unsigned char>(line[at - 1])) && line[at - 1] != '_' && line[at - 1] != '.');
        if (begins) return true;
    }
    return false;
}

TEST(Tidy, BannedCallsHaveAReplacement)
{
    const std::pair<std::string_view, std::string_view> banned[]{
        {"std::regex", "re2: linear time on hostile text"}, {"sprintf(", "fmt::format"},    {"strcpy(", "std::string"},
        {"std::cout", "cli/session.hpp: answer()"},         {"std::cerr", "cli/session.hpp: say()"},
        {"rand(", "a seeded std::mt19937_64"},              {"system(", "posix_spawn without a shell"},
        {"popen(", "posix_spawn without a shell"},          {"using namespace std;", "names as they are"},
        {"atoi(", "std::from_chars"},                       {"TODO", "do it, or open an issue"},
        {"FIXME", "do it, or open an issue"},               {"const_cast<", "a type that may change"},
        {"catch (...) {}", "let it through, or say what happened"}};
    for (const auto& file : source_files({"src"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& [call, instead] : banned)
                EXPECT_FALSE(has_word(file.lines[i], call)) << file.path << ":" << i + 1 << ": " << call << " — use " << instead;
}

TEST(Tidy, OnlyTheCommandLinePrints)
{
    for (const auto& file : source_files({"src"})) {
        if (file.path.starts_with("src/cli/") || file.path.starts_with("src/place/build/")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const std::string_view call : {"printf(", "fmt::print(", "puts("})
                EXPECT_FALSE(has_word(file.lines[i], call)) << file.path << ":" << i + 1;
    }
}

TEST(Tidy, NoRoomIsNamedForNothingInParticular)
{
    for (const auto& file : source_files({"src", "test", "bench"}))
        for (const std::string_view name : {"util", "common", "helpers", "misc"})
            EXPECT_EQ(file.path.find("/" + std::string(name)), std::string::npos) << file.path;
}

}  // namespace
}  // namespace sitrep::house
