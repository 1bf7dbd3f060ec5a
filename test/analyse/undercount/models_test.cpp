#include "analyse/undercount/tables.hpp"

#include "analyse/undercount/closed_forms.hpp"
#include "analyse/undercount/graphs.hpp"
#include "analyse/undercount/latent_classes.hpp"
#include "analyse/undercount/stepwise.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace sitrep::analyse {
namespace {

TEST(Chapman, GivesTheWholeOfTwoIndependentLists)
{
    const auto pairs = chapman_pairs(two_independent_lists());

    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_NEAR(pairs[0].population, 1000, 1.5);
    EXPECT_EQ(pairs[0].on_both, 300);
}

TEST(Chapman, OfTheKosovoListsIsAsPublished)
{
    const auto pairs = chapman_pairs(kosovo());

    ASSERT_EQ(pairs.size(), 6U);
    EXPECT_NEAR(pairs[0].population, 7231.47277227723, 1e-8);
    EXPECT_NEAR(pairs[5].variance, 77153.7692405987, 1e-6);
}

TEST(NoHighestInteraction, LeavesNoNumberWhenACellIsEmpty)
{
    auto table = kosovo();
    EXPECT_NEAR(no_highest_interaction(table)->unseen, 12541.8804251758, 1e-7);

    table.counts[15] = 0;

    EXPECT_FALSE(no_highest_interaction(table));
}

TEST(LogLinear, FindsWhatThreeIndependentListsMissed)
{
    const auto fitted = fit(two_list_design(3, 0), three_independent_lists());

    ASSERT_TRUE(fitted);
    EXPECT_NEAR(fitted->unseen, 150, 1e-6);
    EXPECT_NEAR(fitted->deviance, 0, 1e-9);
}

TEST(LogLinear, OfKosovoWithAllTwoListTermsIsAsRcaptureHasIt)
{
    const Design design = two_list_design(4, 63);

    const auto fitted = fit(design, kosovo());
    const auto profile = profile_interval(design, kosovo(), 0.95);

    ASSERT_TRUE(fitted);
    EXPECT_NEAR(fitted->population, 14402.488951687, 0.01);
    EXPECT_NEAR(fitted->standard_error, 1050.905, 0.01);
    EXPECT_NEAR(fitted->deviance, 39.832036900359, 1e-6);
    ASSERT_TRUE(profile);
    EXPECT_NEAR(profile->low, 12523.27, 0.1);
    EXPECT_NEAR(profile->high, 16667.93, 0.1);
}

TEST(Standing, KnowsAModelWithoutAFiniteEstimate)
{
    // A and B never meet: with their term in the model, the likelihood grows as it runs to minus infinity.
    OverlapTable table({"A", "B", "C"});
    table.counts = {0, 30, 40, 0, 50, 10, 12, 0};

    EXPECT_EQ(standing(two_list_design(3, 0), table), Standing::sound);
    EXPECT_EQ(standing(two_list_design(3, 1), table), Standing::no_finite_estimate);
    EXPECT_EQ(standing(two_list_design(3, 1, 1), table), Standing::sound);  // the extended model leaves their cells out
}

TEST(Standing, KnowsAModelThatSeveralAnswersFit)
{
    // All three pairs never meet: three cells are left for four parameters.
    OverlapTable table({"A", "B", "C"});
    table.counts = {0, 30, 40, 0, 50, 0, 0, 0};

    EXPECT_EQ(standing(two_list_design(3, 7, 7), table), Standing::not_identifiable);
}

TEST(DecomposableGraphs, AreAsManyAsCounted)
{
    // OEIS A058862: labelled chordal graphs.
    EXPECT_EQ(decomposable_graphs(3).size(), 8U);
    EXPECT_EQ(decomposable_graphs(4).size(), 61U);
    EXPECT_EQ(decomposable_graphs(5).size(), 822U);
}

TEST(GraphAverage, OfKosovoIsAsPublishedOnOneThreadAndOnTwo)
{
    const auto graphs = decomposable_graphs(4);

    const auto one = graph_average(kosovo(), graphs, 1.0 / 16, 0, 22000, 1);
    const auto two = graph_average(kosovo(), graphs, 1.0 / 16, 0, 22000, 2);

    EXPECT_NEAR(one.mean, 12749.311499641, 1e-5);
    EXPECT_EQ(one.quantile(0.5), 12595);
    EXPECT_EQ(one.quantile(0.975), 16544);
    EXPECT_NEAR(std::accumulate(one.posterior.begin(), one.posterior.end(), 0.0), 1, 1e-12);
    EXPECT_EQ(one.posterior, two.posterior);
}

LatentClassOptions short_run(unsigned threads)
{
    LatentClassOptions options;
    options.burn_in = 1000;
    options.draws = 200;
    options.thinning = 10;
    options.seed = 5;
    options.threads = threads;
    return options;
}

TEST(LatentClasses, DrawTheSameOnOneThreadAndOnTwo)
{
    EXPECT_EQ(latent_classes(kosovo(), short_run(1)).population, latent_classes(kosovo(), short_run(2)).population);
}

TEST(LatentClasses, FindWhatThreeIndependentListsMissed)
{
    auto options = short_run(0);
    options.thinning = 40;

    const auto classes = latent_classes(three_independent_lists(), options);

    EXPECT_NEAR(classes.quantile(0.5), 1000, 60);
    EXPECT_LT(classes.summary.split_r_hat, 1.1);
}

TEST(Stepwise, TakesNoTermWhereListsAreIndependent)
{
    const auto chosen = stepwise(three_independent_lists(), 0.02);

    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->terms, 0U);
    EXPECT_NEAR(chosen->population, 1000, 1e-6);
}

TEST(Stepwise, BootstrapsTheSameOnOneThreadAndOnTwo)
{
    const auto one = stepwise_bootstrap(kosovo(), 0.02, 60, {0.025, 0.5, 0.975}, 9, 1);
    const auto two = stepwise_bootstrap(kosovo(), 0.02, 60, {0.025, 0.5, 0.975}, 9, 2);

    ASSERT_TRUE(one && two);
    EXPECT_EQ(one->limits, two->limits);
    EXPECT_LT(one->limits[0], one->limits[1]);
    EXPECT_LT(one->limits[1], one->limits[2]);
}

}  // namespace
}  // namespace sitrep::analyse
