#include "analyse/nearness.hpp"

#include "analyse/random.hpp"
#include "core/place.hpp"

#include <gtest/gtest.h>

#include <set>

namespace sitrep::analyse {
namespace {

std::vector<Spot> scattered(std::uint64_t seed, double x_from, double x_to, double y_from, double y_to)
{
    RandomStream stream(seed, 0);
    std::vector<Spot> spots;
    for (int i = 0; i < 300; ++i) spots.push_back({x_from + (x_to - x_from) * stream.uniform(), y_from + (y_to - y_from) * stream.uniform()});
    return spots;
}

void expect_complete(const std::vector<Spot>& spots, Metric metric, double radius)
{
    const Nearness nearness(spots, metric, radius);
    std::vector<Nearness::Near> found;
    for (std::size_t spot = 0; spot < spots.size(); ++spot) {
        nearness.around(spot, found);
        std::multiset<std::uint32_t> ours, expected;
        for (const auto& near : found) ours.insert(near.spot);
        for (std::uint32_t other = 0; other < spots.size(); ++other)
            if (nearness.distance(spot, other) <= radius) expected.insert(other);
        EXPECT_EQ(ours, expected);
    }
}

TEST(Nearness, MissesNothingOnAPlaneOrOnTheGlobe)
{
    for (const double radius : {0.5, 3.0, 1e9}) {
        expect_complete(scattered(1, -5, 20, 2, 30), Metric::euclidean, radius);
        expect_complete(scattered(2, -5, 20, 2, 30), Metric::manhattan, radius);
    }
    for (const double radius_km : {5.0, 100.0, 3000.0, 30'000.0}) {
        expect_complete(scattered(3, 36, 42, 33, 37), Metric::great_circle, radius_km);
        expect_complete(scattered(4, -180, 180, -90, 90), Metric::great_circle, radius_km);
        expect_complete(scattered(5, -180, 180, 84, 90), Metric::great_circle, radius_km);
    }
}

TEST(Nearness, MeasuresAsTheGlobeDoes)
{
    const auto spots = scattered(6, -180, 180, -90, 90);
    const Nearness nearness(spots, Metric::great_circle, 1);

    for (std::size_t i = 1; i < spots.size(); ++i)
        EXPECT_NEAR(nearness.distance(0, i), distance_km(*LatLon::from_degrees(spots[0].y, spots[0].x), *LatLon::from_degrees(spots[i].y, spots[i].x)), 1e-4);
}

}  // namespace
}  // namespace sitrep::analyse
