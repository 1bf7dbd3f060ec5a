#include "analyse/clusters/zones.hpp"

#include "analyse/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sitrep::analyse {
namespace {

LatLon at(double lat, double lon) { return *LatLon::from_degrees(lat, lon); }

std::vector<LatLon> scattered(std::size_t number, std::uint64_t seed)
{
    RandomStream stream(seed, 0);
    std::vector<LatLon> places;
    for (std::size_t i = 0; i < number; ++i) {
        const double lon = 37 + 5 * stream.uniform(), lat = 33 + 4 * stream.uniform();
        places.push_back(at(lat, lon));
    }
    return places;
}

TEST(Zones, GrowFromThePlaceItselfToTheNearestFirst)
{
    const std::vector<LatLon> places{at(35, 40), at(35.3, 40), at(35.1, 40)};

    const Zones zones = Zones::circles(places, std::vector<std::int64_t>{1, 1, 1}, {.radius_km = 50});

    const auto round = zones.round(0);
    EXPECT_EQ(std::vector<std::uint32_t>(round.begin(), round.end()), (std::vector<std::uint32_t>{0, 2, 1}));
}

TEST(Zones, HoldEveryPlaceWithinTheRadiusAndNoOther)
{
    const auto places = scattered(120, 7);
    constexpr double radius_km = 60;

    const Zones zones = Zones::circles(places, std::vector<std::int64_t>(places.size(), 1), {.radius_km = radius_km});

    for (std::size_t centre = 0; centre < places.size(); ++centre) {
        std::set<std::uint32_t> expected;
        for (std::uint32_t place = 0; place < places.size(); ++place)
            if (distance_km(places[centre], places[place]) <= radius_km) expected.insert(place);
        const auto round = zones.round(centre);
        EXPECT_EQ(std::set<std::uint32_t>(round.begin(), round.end()), expected);
        EXPECT_TRUE(std::is_sorted(round.begin(), round.end(), [&](auto a, auto b) { return distance_km(places[centre], places[a]) < distance_km(places[centre], places[b]); }));
    }
}

TEST(Zones, AcrossTheDateLineAreNear)
{
    const std::vector<LatLon> places{at(10, 179.9), at(10, -179.9), at(89.9, 0), at(89.9, 180)};

    const Zones zones = Zones::circles(places, std::vector<std::int64_t>(4, 1), {.radius_km = 50});

    EXPECT_EQ(zones.round(0).size(), 2U);
    EXPECT_EQ(zones.round(2).size(), 2U);
}

TEST(Zones, AreNewOncePerSetOfPlaces)
{
    const auto places = scattered(80, 11);
    const Zones zones = Zones::circles(places, std::vector<std::int64_t>(places.size(), 1), {.radius_km = 90});
    std::set<std::set<std::uint32_t>> sets;

    for (std::size_t centre = 0; centre < zones.centres(); ++centre)
        for (std::size_t size = 1; size <= zones.round(centre).size(); ++size) {
            const auto round = zones.round(centre).first(size);
            EXPECT_EQ(zones.is_new(centre, size), sets.emplace(round.begin(), round.end()).second);
        }

    EXPECT_EQ(zones.distinct(), sets.size());
    EXPECT_LT(zones.distinct(), zones.circles());
}

TEST(Zones, StopBeforeTheyHoldTooMuchOrTooMany)
{
    const std::vector<LatLon> places{at(35, 40), at(35.1, 40), at(35.2, 40), at(35.3, 40)};
    const std::vector<std::int64_t> weights{5, 1, 9, 1};

    const Zones heavy = Zones::circles(places, weights, {.weight_max = 10});
    const Zones many = Zones::circles(places, weights, {.places_max = 3});

    EXPECT_EQ(heavy.round(0).size(), 2U);
    EXPECT_EQ(many.round(0).size(), 3U);
}

}  // namespace
}  // namespace sitrep::analyse
