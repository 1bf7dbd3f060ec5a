// The counting behind the figures.
#include "publish/counts.hpp"
#include "publish/links.hpp"

#include <gtest/gtest.h>

namespace sitrep::publish {
namespace {

TEST(Median, OfAnEvenNumberLiesBetweenTheTwoInTheMiddle)
{
    const auto median = median_of({{1, 2}, {4, 8}, {2, 4}, {3, 5}});

    EXPECT_EQ(median_words(*median), "2.5–4.5");
    EXPECT_FALSE(median_of({}));
}

// R: binom.test(5, 20)$p.value = 0.04138947, binom.test(8, 20)$p.value = 0.5034447
TEST(ChanceOfDifference, IsThatOfTheExactBinomialTest)
{
    EXPECT_NEAR(chance_of_difference(5, 15), 0.04138947, 1e-7);
    EXPECT_NEAR(chance_of_difference(12, 8), 0.5034447, 1e-6);
    EXPECT_EQ(chance_of_difference(0, 0), 1);
    EXPECT_NEAR(chance_of_difference(3000, 3000), 1, 1e-9);
}

TEST(TollOf, AddsNothingForAnIncidentWhoseTollNobodyStated)
{
    PublicIncident stated, silent;
    stated.kind = silent.kind = IncidentKind::ambush;
    stated.id = IncidentId{1};
    stated.killed = TollRange{2, 5};
    silent.id = IncidentId{2};
    const Incidents both{&stated, &silent};

    const Figure figure = toll_of(both, &PublicIncident::killed, is_attack);

    EXPECT_EQ(figure.value, (TollRange{2, 5}));
    EXPECT_EQ(figure.from, std::vector<IncidentId>{IncidentId{1}});
}

TEST(PublicLink, IsAPageOfAListedOutletOverHttp)
{
    EXPECT_EQ(public_link("https://npasyria.com/en/76476/?a=b#c"), "https://npasyria.com/en/76476/");
    EXPECT_EQ(public_link("http://WWW.Syriahr.com/en/1/"), "http://www.syriahr.com/en/1/");
    EXPECT_FALSE(public_link("https://npasyria.com.example.org/en/1"));
    EXPECT_FALSE(public_link("https://user:secret@npasyria.com/en/1"));
    EXPECT_FALSE(public_link("javascript:alert(1)"));
    EXPECT_FALSE(public_link("https://npasyria.com/en/\"><script>"));
    EXPECT_FALSE(public_link("https://npasyria.com/"));
    EXPECT_FALSE(public_link("https://example.org/page"));
}

TEST(OutletBehind, IsKnownByAnyOfItsNamesOrItsHost)
{
    EXPECT_EQ(outlet_behind("المرصد السوري لحقوق الإنسان", "")->name, "SOHR");
    EXPECT_EQ(outlet_behind("The Hindu / AFP", "")->name, "The Hindu");
    EXPECT_EQ(outlet_behind("A small paper / AFP", "")->name, "AFP");
    EXPECT_EQ(outlet_behind("", "https://english.enabbaladi.net/archives/1")->name, "Enab Baladi");
    EXPECT_EQ(outlet_behind("Village group chat", ""), nullptr);
}

}  // namespace
}  // namespace sitrep::publish
