#include "analyse/undercount/tables.hpp"

#include "analyse/undercount/source_lists.hpp"
#include "analyse/undercount/undercount.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::analyse {
namespace {

UndercountOptions quick(unsigned threads = 0)
{
    UndercountOptions options;
    options.threads = threads;
    options.replications = 60;
    options.sampling.burn_in = 1000;
    options.sampling.draws = 500;
    options.sampling.thinning = 10;
    return options;
}

Undercount answer_for(const OverlapTable& table, unsigned threads = 0) { return undercount(table, table.documented(), {}, quick(threads)); }

bool refused_for(const Undercount& answer, RefusalReason reason)
{
    return std::any_of(answer.refused.begin(), answer.refused.end(), [reason](const Refusal& refusal) { return refusal.reason == reason; });
}

TEST(Undercount, OfThreeIndependentListsHoldsTheTruthInEveryInterval)
{
    const auto answer = answer_for(three_independent_lists());

    ASSERT_FALSE(answer.is_refused());
    ASSERT_EQ(answer.estimates.size(), 4U);
    for (const auto& estimate : answer.estimates) {
        EXPECT_LE(estimate.low, 1000);
        EXPECT_GE(estimate.high.value_or(1e9), 1000);
    }
    EXPECT_EQ(answer.log_linear.front().terms, 0U);
}

TEST(Undercount, GivesTheSameNumbersOnOneThreadAndOnTwo)
{
    const auto one = answer_for(three_independent_lists(), 1), two = answer_for(three_independent_lists(), 2);

    ASSERT_EQ(one.estimates.size(), two.estimates.size());
    for (std::size_t i = 0; i < one.estimates.size(); ++i) {
        EXPECT_EQ(one.estimates[i].population, two.estimates[i].population);
        EXPECT_EQ(one.estimates[i].low, two.estimates[i].low);
        EXPECT_EQ(one.estimates[i].high, two.estimates[i].high);
    }
}

TEST(Undercount, RefusesTwoListsAndStillGivesTheirChapmanFigure)
{
    const auto answer = answer_for(two_independent_lists());

    EXPECT_TRUE(refused_for(answer, RefusalReason::fewer_than_three_lists));
    EXPECT_TRUE(answer.estimates.empty());
    ASSERT_EQ(answer.pairs.size(), 1U);
    EXPECT_EQ(answer.documented, 800);
}

TEST(Undercount, RefusesAListOfAHandful)
{
    OverlapTable table({"A", "B", "C"});
    table.counts = {0, 150, 100, 100, 3, 2, 1, 0};

    const auto answer = answer_for(table);

    ASSERT_TRUE(refused_for(answer, RefusalReason::list_too_small));
    EXPECT_EQ(answer.refused[0].list, 2U);
    EXPECT_EQ(answer.refused[0].figure, 6);
}

TEST(Undercount, RefusesWhenListsThatNeverMeetDecideTheModel)
{
    // A and B hold hundreds each and share none: far too few for chance, so the best model needs their term.
    OverlapTable table({"A", "B", "C"});
    table.counts = {0, 200, 200, 0, 100, 100, 100, 0};

    EXPECT_TRUE(refused_for(answer_for(table), RefusalReason::empty_pair_needed));
}

TEST(Undercount, OfAnEmptyTableRefusesInsteadOfFailing)
{
    const auto answer = answer_for(OverlapTable({"A", "B", "C"}));

    EXPECT_TRUE(answer.is_refused());
    EXPECT_EQ(answer.documented, 0);
}

SourceId source(std::int64_t number) { return SourceId{number}; }

/// `times` incidents told by these sources, each on its own.
void told(std::vector<Telling>& tellings, int times, const std::vector<SourceId>& sources, const std::vector<std::size_t>& groups)
{
    for (int i = 0; i < times; ++i) tellings.push_back({sources, groups});
}

TEST(SourceFamilies, JoinAWireWithTheMonitorThatItQuotes)
{
    std::vector<Telling> tellings;
    told(tellings, 3, {source(1), source(2)}, {0, 0});  // the wire quotes the monitor
    told(tellings, 1, {source(1), source(2)}, {0, 1});
    told(tellings, 5, {source(1), source(3)}, {0, 1});
    told(tellings, 1, {source(1), source(3)}, {0, 0});

    const auto families = source_families(tellings);

    ASSERT_EQ(families.size(), 2U);
    EXPECT_EQ(families[0], (std::vector{source(1), source(2)}));
    EXPECT_EQ(families[1], std::vector{source(3)});
}

TEST(SourceLists, PoolSmallSourcesAndLeaveOutWhatNoListHolds)
{
    std::vector<Telling> tellings;
    told(tellings, 30, {source(1)}, {0});
    told(tellings, 20, {source(2)}, {0});
    for (int i = 0; i < 4; ++i) told(tellings, 4, {source(10 + i)}, {0});
    Provenance provenance;

    const auto lists = source_lists(tellings, [](SourceId id) { return "s" + std::to_string(std::int64_t(id)); }, provenance);

    ASSERT_EQ(lists.table.lists(), 3U);
    EXPECT_EQ(lists.table.names[0], "s1");
    EXPECT_TRUE(lists.pooled);
    EXPECT_EQ(lists.table.on_list(2), 16);
    EXPECT_EQ(lists.documented, 66);
    EXPECT_TRUE(provenance.left_out.empty());

    told(tellings, 1, {source(99)}, {0});
    tellings.erase(tellings.begin() + 50, tellings.begin() + 66);
    Provenance few;
    const auto without = source_lists(tellings, [](SourceId) { return std::string("s"); }, few);

    EXPECT_EQ(without.table.lists(), 2U);
    EXPECT_EQ(without.documented, 51);
    ASSERT_EQ(few.left_out.size(), 1U);
    EXPECT_EQ(few.left_out[0].rows, 1);
}

}  // namespace
}  // namespace sitrep::analyse
