// Place cases an analyst can read and correct: test/golden/place/*.txt. SITREP_ACCEPT=1 or --accept rewrites what is expected.
#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace sitrep::place {
namespace {

struct Case {
    std::string title, language, text, expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<Case> cases;
    std::string line;
    bool wanted = false;
    while (std::getline(file, line)) {
        if (line.starts_with("=== ")) {
            cases.push_back({.title = line.substr(4), .language = {}, .text = {}, .expected = {}});
            wanted = false;
            std::getline(file, cases.back().language);
        } else if (line == "---") {
            wanted = true;
        } else if (!cases.empty() && !line.empty()) {
            (wanted ? cases.back().expected : cases.back().text) += line + "\n";
        }
    }
    return cases;
}

std::string_view words_for(PlacePrecision precision)
{
    switch (precision) {
    case PlacePrecision::exact: return "exact";
    case PlacePrecision::near: return "near";
    case PlacePrecision::district: return "district";
    case PlacePrecision::governorate: return "governorate";
    case PlacePrecision::region: return "region";
    case PlacePrecision::country: return "country";
    }
    return "";
}

std::string found_in(const Case& one)
{
    const auto document = text::Document::parse(one.text, 0, one.language == "ar" ? Language::arabic : Language::english);
    std::string out;
    for (const auto& mention : find_places(document, built_gazetteer()).mentions) {
        const auto& place = mention.place;
        out += fmt::format("{} | {} | {} | {} | {}\n", document.words(mention.span), place.is_resolved() ? place.name : "not resolved",
                           place.admin1.empty() ? "-" : place.admin1, place.country.empty() ? "-" : place.country, words_for(place.precision));
    }
    return out;
}

bool accept_wanted()
{
    if (std::getenv("SITREP_ACCEPT") != nullptr) return true;
    const auto arguments = testing::internal::GetArgvs();
    return std::find(arguments.begin(), arguments.end(), "--accept") != arguments.end();
}

TEST(GoldenPlaces, AreFoundAsTheFilesSay)
{
    const bool accept = accept_wanted();
    const std::filesystem::path folder = std::filesystem::path{SITREP_SOURCE_DIR} / "test/golden/place";
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::string renewed;
        for (auto& one : read_cases(entry.path())) {
            const auto found = found_in(one);
            ++cases;
            if (!accept) {
                EXPECT_EQ(found, one.expected) << entry.path().filename().string() << ": " << one.title;
            }
            renewed += fmt::format("{}=== {}\n{}\n{}---\n{}", renewed.empty() ? "" : "\n", one.title, one.language, one.text, found);
        }
        if (accept) std::ofstream{entry.path()} << renewed;
    }
    EXPECT_GT(cases, 0U);
}

}  // namespace
}  // namespace sitrep::place
