#include "analyse/repeat/desk_repeat.hpp"

#include "analyse/made_up_event.hpp"
#include "analyse/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

const Day begin = *day_from_iso("2024-01-01"), end = *day_from_iso("2024-12-31");

/// A year of attacks in thirty places; every third is followed by another in its place within three days.
std::vector<Event> year_of_repeats()
{
    RandomStream stream(6, 0);
    std::vector<Event> events;
    for (int i = 0; i < 150; ++i) {
        const Day day = begin + std::chrono::days{stream.below(360)};
        const double lat = 33 + 0.1 * stream.below(30), lon = 38 + 0.1 * stream.below(30);
        events.push_back(event_on(i, day, lat, lon));
        if (i % 3 == 0) events.push_back(event_on(1000 + i, day + std::chrono::days{1 + stream.below(3)}, lat, lon));
    }
    return events;
}

TEST(RepeatTable, ShowsThatAttacksComeBackToTheirPlaces)
{
    const RepeatTable answer = repeat_table(year_of_repeats(), {.first = begin, .last = end, .replications = 99});

    const KnoxCell& same_place_one_to_three_days = answer.table.at(0, 1);
    EXPECT_GT(same_place_one_to_three_days.ratio(), 5);
    EXPECT_EQ(same_place_one_to_three_days.p, 0.01);
    EXPECT_EQ(answer.provenance.rows_used, 200);
}

TEST(RepeatTable, LeavesOutMiddlesOfDistricts)
{
    auto events = year_of_repeats();
    events[0].place_precision = PlacePrecision::district;
    events[1].place_precision = PlacePrecision::near;

    const auto provenance = repeat_table(events, {.first = begin, .last = end, .replications = 9}).provenance;

    EXPECT_EQ(provenance.rows_used, 199);
    EXPECT_EQ(provenance.left_out, (std::vector<LeftOut>{{"placed to a district only", 1}}));
}

TEST(SelfExcitation, OfRepeatsIsFoundAndOfChanceIsNot)
{
    const RepeatQuestion question{.first = begin, .last = end, .baseline_replications = 19};
    RandomStream stream(2, 0);
    std::vector<Event> by_chance, in_bursts;
    for (int i = 0; i < 200; ++i) by_chance.push_back(event_on(i, begin + std::chrono::days{stream.below(366)}, 35, 40));
    for (int i = 0; i < 40; ++i) {
        const Day day = begin + std::chrono::days{stream.below(360)};
        for (int k = 0; k < 5; ++k) in_bursts.push_back(event_on(i * 5 + k, day + std::chrono::days{stream.below(5)}, 35, 40));
    }

    const auto chance = self_excitation(by_chance, question), bursts = self_excitation(in_bursts, question);

    ASSERT_TRUE(chance.found && bursts.found);
    EXPECT_GT(chance.found->p, 0.05);
    EXPECT_EQ(bursts.found->p, 0.05);
    EXPECT_GT(bursts.found->exciting.branching, 0.3);
    EXPECT_LT(bursts.found->residuals_without.p, bursts.found->residuals.p);
}

TEST(SelfExcitation, IsTheSameOnOneThreadAndOnTwo)
{
    RepeatQuestion question{.first = begin, .last = end, .threads = 1, .baseline_replications = 9};
    const auto one = self_excitation(year_of_repeats(), question);
    question.threads = 2;
    const auto two = self_excitation(year_of_repeats(), question);

    EXPECT_EQ(one.found->p, two.found->p);
    EXPECT_EQ(one.found->exciting.log_likelihood, two.found->exciting.log_likelihood);
}

TEST(SelfExcitation, IsNotFittedToAHandfulOfEvents)
{
    const auto events = year_of_repeats();

    EXPECT_FALSE(self_excitation(std::span(events).first(49), {.first = begin, .last = end}).found);
    EXPECT_THROW(self_excitation(events, {.first = end, .last = begin}), std::invalid_argument);
    EXPECT_THROW(self_excitation(events, {.first = begin, .last = end, .knot_days = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace sitrep::analyse
