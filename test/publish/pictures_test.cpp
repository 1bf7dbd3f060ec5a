// Writes reports of a plausible month where a person can look at them: BUILD/report_samples.
#include "publish/made_up.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sitrep::publish {
namespace {

void write(const std::string& name, const std::string& text)
{
    const std::filesystem::path folder = std::filesystem::path(SITREP_BINARY_DIR) / "report_samples";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << text;
}

TEST(ReportSamples, OfAPlausibleMonthCanBeLookedAt)
{
    const MonthInput input = plausible_month(42);
    const Gate gate({}, input.closed);

    write("plausible-en.html", month_html(input, gate, Edition::english));
    write("plausible-ar.html", month_html(input, gate, Edition::arabic));
    write("plausible-en.md", month_markdown(input, gate, Edition::english));
    write("empty-en.html", month_html(month_of({}), gate, Edition::english));
}

}  // namespace
}  // namespace sitrep::publish
