// What the report says of the unseen: a range with its assumption, or the reason why there is none; and whose names it may print.
#include "publish/made_up.hpp"

#include "publish/undercount_chart.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sitrep::publish {
namespace {

constexpr const char* private_source = "Brother of a neighbour";

/// Three lists over 1,000 attacks of which 850 are documented; the first is an outlet, the second nobody public.
analyse::Undercount three_lists(std::vector<std::int64_t> counts)
{
    analyse::OverlapTable table({"North Press +1", private_source, ""});
    table.counts = std::move(counts);
    analyse::UndercountOptions options;
    options.replications = 50;
    options.sampling.burn_in = 500;
    options.sampling.draws = 500;
    options.sampling.thinning = 10;
    return analyse::undercount(table, table.documented(), {}, options);
}

analyse::Undercount answered() { return three_lists({0, 150, 100, 100, 150, 150, 100, 100}); }
analyse::Undercount refused() { return three_lists({0, 150, 100, 100, 3, 2, 1, 0}); }

MonthInput month_with(analyse::Undercount undercount)
{
    MonthInput input = month_of({attack(1, "2023-05-03", town("al-Sukhna"))});
    input.undercount = std::move(undercount);
    input.undercount_since = std::chrono::year{2022} / std::chrono::June;
    return input;
}

TEST(UnseenSection, GivesARangeWithTheAssumptionThatCarriesItInBothLanguages)
{
    const MonthInput input = month_with(answered());
    const Gate gate({}, input.closed);

    const std::string english = month_html(input, gate, Edition::english), arabic = month_html(input, gate, Edition::arabic);

    EXPECT_NE(english.find("Documented: 850 attacks"), std::string::npos);
    EXPECT_NE(english.find("One assumption carries every such figure"), std::string::npos);
    EXPECT_NE(english.find("the best log-linear model alone would say 925 to 1150"), std::string::npos);
    EXPECT_NE(arabic.find("يقوم كل رقم من هذا النوع على افتراض واحد"), std::string::npos);
    EXPECT_NE(arabic.find("المخطَّط"), std::string::npos);
}

TEST(UnseenSection, SaysWhyThereIsNoEstimateAndPrintsNone)
{
    const MonthInput input = month_with(refused());
    const Gate gate({}, input.closed);

    const std::string english = month_markdown(input, gate, Edition::english), arabic = month_markdown(input, gate, Edition::arabic);

    EXPECT_NE(english.find("No estimate of the unseen is given, because all other sources holds 6 incidents"), std::string::npos) << english;
    EXPECT_EQ(english.find("One assumption"), std::string::npos);
    EXPECT_NE(arabic.find("لا يُقدَّم تقدير"), std::string::npos);
}

TEST(UnseenSection, NamesPublicOutletsAndGivesOthersALetter)
{
    const MonthInput input = month_with(answered());
    const Gate gate({}, input.closed);

    const std::string html = month_html(input, gate, Edition::english);

    EXPECT_NE(html.find("North Press +1"), std::string::npos);
    EXPECT_NE(html.find("list B"), std::string::npos);
    EXPECT_EQ(html.find(private_source), std::string::npos);
}

TEST(UnseenSection, CanBeLookedAt)
{
    const std::filesystem::path folder = std::filesystem::path(SITREP_BINARY_DIR) / "report_samples";
    std::filesystem::create_directories(folder);
    for (const auto edition : {Edition::english, Edition::arabic}) {
        const auto undercount = answered();
        std::ofstream(folder / (edition == Edition::english ? "unseen-en.svg" : "unseen-ar.svg"), std::ios::binary)
            << as_file(undercount_chart(edition, undercount, public_names(edition, undercount)));
    }
}

}  // namespace
}  // namespace sitrep::publish
