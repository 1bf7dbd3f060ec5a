// The article the project began with, restated in our words with invented names: what must and must not be made of it.
// The article itself is used too where it lies beside the checkout.
#include "pipeline/read_report.hpp"
#include "read/parts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sitrep {
namespace {

const place::Gazetteer& gazetteer()
{
    static const auto opened = place::Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value();
    return opened;
}

Report report_from(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    Report out;
    read::Piece piece;
    piece.origin = path;
    piece.name = path;
    piece.bytes = bytes.str();
    read::read_plain_text(std::move(piece), {}, [&](Result<Received> received) {
        if (received) out = received->report;
        return true;
    });
    return out;
}

class FoundingArticle : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(GetParam())) GTEST_SKIP() << GetParam() << " is not here";
        report_ = report_from(GetParam());
        ASSERT_FALSE(report_.document.empty());
        said_ = pipeline::read_report(report_, gazetteer()).understanding;
    }
    bool has_place(std::string_view part, PlaceKind kind) const
    {
        return std::any_of(said_.places.begin(), said_.places.end(), [&](const PlaceMention& mention) {
            return mention.place.kind == kind && mention.place.name.find(part) != std::string::npos;
        });
    }
    Report report_;
    Understanding said_;
};

TEST_P(FoundingArticle, MakesNoDatedIncidentOfIt)
{
    for (const Account& account : said_.accounts) EXPECT_NE(account.date.precision, DatePrecision::day) << to_string(account.kind);
}

TEST_P(FoundingArticle, KeepsTheShootingsAsAnUndatedAccountOfAtLeastThree)
{
    const auto shootings = std::find_if(said_.accounts.begin(), said_.accounts.end(), [](const Account& account) {
        return account.kind == IncidentKind::assassination_or_targeted_killing && account.killed && account.killed->low == 3;
    });

    ASSERT_NE(shootings, said_.accounts.end());
    EXPECT_FALSE(shootings->date.is_known());
    EXPECT_FALSE(shootings->killed->high);
}

TEST_P(FoundingArticle, KeepsWhatTheGroupClaimsAsTallies)
{
    for (const auto& [quantity, scope] : {std::pair{320, ""}, {49, "Syria"}, {61, "Iraq"}}) {
        const auto tally = std::find_if(said_.tallies.begin(), said_.tallies.end(), [&](const Tally& t) { return t.quantity == quantity; });

        ASSERT_NE(tally, said_.tallies.end()) << quantity;
        EXPECT_NE(tally->scope_place.find(scope), std::string::npos) << quantity << " in " << tally->scope_place;
        EXPECT_EQ(tally->claimant_name, "ISIS") << quantity;
        ASSERT_TRUE(tally->period.first_day()) << quantity;
        EXPECT_EQ(to_iso(*tally->period.first_day()), "2023-01-01") << quantity;
    }
}

TEST_P(FoundingArticle, KeepsTheDailyRaidsAsAPattern)
{
    EXPECT_TRUE(std::any_of(said_.patterns.begin(), said_.patterns.end(), [](const Pattern& p) { return p.place.find("Masrab") != std::string::npos; }));
}

TEST_P(FoundingArticle, MarksTheResidentsAsPersons)
{
    const auto persons = std::count_if(said_.mentions.begin(), said_.mentions.end(), [](const Mention& m) { return m.layer == MentionLayer::person; });

    EXPECT_GE(persons, 2);
}

TEST_P(FoundingArticle, PlacesTheTownTheGovernoratesAndTheDesertItself)
{
    EXPECT_TRUE(has_place("Sukh", PlaceKind::settlement));
    EXPECT_TRUE(has_place("Deir ez-Zor", PlaceKind::governorate));
    EXPECT_TRUE(has_place("Syrian Desert", PlaceKind::region));
    for (const auto& mention : said_.places) {
        if (mention.place.kind != PlaceKind::region) continue;
        EXPECT_GE(int(mention.place.precision), int(PlacePrecision::region)) << mention.place.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Restated, FoundingArticle, testing::Values(SITREP_SOURCE_DIR "/test/pipeline/founding_article.txt"));
INSTANTIATE_TEST_SUITE_P(AsPublished, FoundingArticle, testing::Values(SITREP_SOURCE_DIR "/../shared/reference/founding-article.txt"));

}  // namespace
}  // namespace sitrep
