#include "analyse/clusters/desk_clusters.hpp"

#include "analyse/made_up_event.hpp"
#include "analyse/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

const Day begin = *day_from_iso("2025-01-01"), end = *day_from_iso("2025-06-30");

Event event(std::int64_t id, Day day, double lat, double lon, std::string district, SourceId source)
{
    Event out = event_on(id, day, lat, lon);
    out.country = "SY";
    out.admin1 = "Deir ez-Zor";
    out.admin1_code = "SY-DY";
    out.admin2 = std::move(district);
    out.sources = {source};
    return out;
}

/// A hundred incidents over the half-year and two districts, and twelve in four days of April in one of them, told by a new source.
std::vector<Event> half_a_year()
{
    RandomStream stream(4, 0);
    std::vector<Event> events;
    for (int i = 0; i < 100; ++i) {
        const bool north = stream.below(2) == 0;
        // One by one: in what order the arguments of a call are evaluated is the compiler's choice.
        const SourceId source{1 + stream.below(3)};
        const double lat = (north ? 35.3 : 34.4) + 0.1 * stream.below(3);
        const Day day = begin + std::chrono::days{stream.below(181)};
        events.push_back(event(i, day, lat, 40.2, north ? "Deir ez-Zor" : "Abu Kamal", source));
    }
    for (int i = 0; i < 12; ++i) events.push_back(event(200 + i, *day_from_iso("2025-04-10") + std::chrono::days{i % 4}, 34.4, 40.2, "Abu Kamal", SourceId{9}));
    return events;
}

TEST(DeskClusters, NameDaysDistrictsAndIncidents)
{
    const auto answer = find_clusters(half_a_year(), {.first = begin, .last = end, .replications = 99});

    ASSERT_FALSE(answer.clusters.empty());
    const DeskCluster& first = answer.clusters.front();
    EXPECT_GE(first.first, *day_from_iso("2025-04-09"));
    EXPECT_LE(first.last, *day_from_iso("2025-04-14"));
    EXPECT_EQ(first.areas.front().admin2, "Abu Kamal");
    EXPECT_TRUE(std::find(first.incidents.begin(), first.incidents.end(), IncidentId{200}) != first.incidents.end());
    EXPECT_EQ(first.p, 0.01);
    EXPECT_EQ(answer.provenance.rows_used, 112);
    EXPECT_EQ(answer.provenance.seed, 1U);
}

TEST(DeskClusters, SayThatOneSourceOnlyJustBeganToReportFromThere)
{
    const auto answer = find_clusters(half_a_year(), {.first = begin, .last = end, .replications = 9});

    ASSERT_FALSE(answer.clusters.empty());
    EXPECT_GE(answer.clusters.front().sources_during, 1);
    EXPECT_EQ(answer.clusters.front().sources_new, 1);
}

TEST(DeskClusters, LeaveOutWhatIsNotKnownToTheDayAndDistrictAndCountIt)
{
    auto events = half_a_year();
    events[0].place_precision = PlacePrecision::governorate;
    events[1].date_precision = DatePrecision::month;
    events[2].first.reset();
    events[3].point.reset();
    events[4].last = *events[4].first + std::chrono::days{2};
    events[5].first = events[5].last = end + std::chrono::days{1};
    events[6].place_precision = PlacePrecision::district;

    const auto provenance = find_clusters(events, {.first = begin, .last = end, .replications = 9}).provenance;

    EXPECT_EQ(provenance.rows_used, 106);
    std::int64_t left_out = 0;
    for (const LeftOut& line : provenance.left_out) left_out += line.rows;
    EXPECT_EQ(left_out, 6);
    EXPECT_NE(std::find(provenance.left_out.begin(), provenance.left_out.end(), LeftOut{"placed to a governorate or less", 1}), provenance.left_out.end());
    EXPECT_NE(std::find(provenance.left_out.begin(), provenance.left_out.end(), LeftOut{"not dated to a day", 2}), provenance.left_out.end());
}

TEST(DeskClusters, ThatAreGoingOnCarryARecurrenceInterval)
{
    auto events = half_a_year();
    for (int i = 0; i < 8; ++i) events.push_back(event(300 + i, end - std::chrono::days{i % 3}, 35.5, 40.2, "Deir ez-Zor", SourceId{1}));

    const auto answer = find_clusters(events, {.first = begin, .last = end, .kind = ScanKind::prospective, .replications = 99, .looks_every_days = 30});

    ASSERT_FALSE(answer.clusters.empty());
    EXPECT_EQ(answer.clusters.front().last, end);
    EXPECT_DOUBLE_EQ(answer.clusters.front().recurrence_days, 30 / answer.clusters.front().p);
}

TEST(DeskClusters, InWeeksEndOnTheLastDayAsked)
{
    const auto answer = find_clusters(half_a_year(), {.first = begin, .last = end, .step_days = 7, .replications = 9});

    for (const DeskCluster& cluster : answer.clusters) {
        EXPECT_EQ((end - cluster.last).count() % 7, 0);
        EXPECT_GE(cluster.first, begin);
    }
}

TEST(DeskClusters, RefuseDaysThatRunBackwards)
{
    EXPECT_THROW(find_clusters({}, {.first = end, .last = begin}), std::invalid_argument);
    EXPECT_THROW(find_clusters({}, {.first = begin, .last = end, .days_max = 3, .step_days = 7}), std::invalid_argument);
    EXPECT_TRUE(find_clusters({}, {.first = begin, .last = end, .replications = 9}).clusters.empty());
}

}  // namespace
}  // namespace sitrep::analyse
