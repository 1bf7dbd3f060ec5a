// Matching tables by windows and categories.
#include "merge/window_match.hpp"

#include <gtest/gtest.h>

namespace sitrep::merge {
namespace {

WindowEvent event(const std::string& day, double lat, double lon, const std::string& word, const std::string& family)
{
    return {*day_from_iso(day), *day_from_iso(day), *LatLon::from_degrees(lat, lon), {{word, family}}};
}

using Tables = std::vector<std::vector<WindowEvent>>;

TEST(TwoEventsInTheWindow, AreOneWhenTheirCategoriesMeetOnSomeLevel)
{
    const Tables tables{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {event("2023-05-11", 34.57, 38.27, "mine", "explosion"), event("2023-05-10", 34.56, 38.27, "arrest", "police")}};

    const auto groups = match_in_windows(tables, {4, 2}, WindowChoice::first);

    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0], (WindowGroup{{0, 0}, {1, 0}}));
}

TEST(EventsBeyondTheWindow, StayApart)
{
    const Tables far{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {event("2023-05-10", 34.62, 38.27, "bomb", "explosion")}};
    const Tables late{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {event("2023-05-13", 34.56, 38.27, "bomb", "explosion")}};

    EXPECT_EQ(match_in_windows(far, {4, 2}, WindowChoice::first).size(), 2u);
    EXPECT_EQ(match_in_windows(late, {4, 2}, WindowChoice::first).size(), 2u);
}

TEST(ALongEvent, IsNeverOneWithAShortOne)
{
    auto episode = event("2023-05-10", 34.56, 38.27, "bomb", "explosion");
    episode.last += std::chrono::days{1};

    EXPECT_EQ(match_in_windows(Tables{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {episode}}, {4, 2}, WindowChoice::first).size(), 2u);
}

TEST(TwoPossiblePartners, AreTakenInOrderOrByFit)
{
    const Tables tables{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {event("2023-05-10", 34.57, 38.27, "mine", "explosion"), event("2023-05-10", 34.57, 38.27, "bomb", "explosion")}};

    EXPECT_EQ(match_in_windows(tables, {4, 2}, WindowChoice::first)[0], (WindowGroup{{0, 0}, {1, 0}}));
    EXPECT_EQ(match_in_windows(tables, {4, 2}, WindowChoice::best_fit)[0], (WindowGroup{{0, 0}, {1, 1}}));
}

TEST(TablesWithOtherTaxonomies, AreRefused)
{
    auto other = event("2023-05-10", 34.56, 38.27, "bomb", "explosion");
    other.taxonomies.push_back({"red"});

    EXPECT_THROW(match_in_windows(Tables{{event("2023-05-10", 34.56, 38.27, "bomb", "explosion")}, {other}}, {4, 2}, WindowChoice::first), std::invalid_argument);
}

}  // namespace
}  // namespace sitrep::merge
