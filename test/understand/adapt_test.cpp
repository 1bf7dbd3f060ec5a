// Adapting a trained choice: it learns what it is shown and stays what it was elsewhere.
#include "understand/model/fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace sitrep::understand {
namespace {

std::uint64_t hash_of(const std::string& name) { return feature_join(feature_hash(name), 7); }

std::unordered_map<std::uint64_t, float> many_weights(int count)
{
    std::unordered_map<std::uint64_t, float> weights;
    for (int i = 0; i < count; ++i) weights[hash_of("w" + std::to_string(i))] = 0.01F * static_cast<float>(i % 200 - 100);
    return weights;
}

// "a" is right where "a cue" stands, as the base says; the desk says "b" where "new cue" stands too.
Example example(bool new_cue, std::uint32_t right)
{
    Example example;
    for (const std::string answer : {"a", "b"}) {
        auto& alternative = example.alternatives.emplace_back();
        alternative.push_back(hash_of(answer + " a cue"));
        for (int i = 0; new_cue && i < 40; ++i) alternative.push_back(hash_of(answer + " new cue " + std::to_string(i)));
    }
    example.right.push_back(right);
    return example;
}

const ChoiceModel& base()
{
    static const auto model = [] {
        auto weights = many_weights(1000);
        weights[hash_of("a a cue")] = 1;
        weights[hash_of("b a cue")] = -1;
        weights[hash_of("elsewhere")] = 0.5F;
        return ChoiceModel::of(weights);
    }();
    return model;
}

TEST(ChoiceModelWith, ChangesAndAddsWhatItIsToldAndKeepsTheRest)
{
    const auto weights = many_weights(1000);
    const auto before = ChoiceModel::of(weights);
    const auto after = before.with({{hash_of("w3"), 0.7F}, {hash_of("new"), -0.4F}});

    const float step = 1.0F / 32000;
    EXPECT_NEAR(after.weight(hash_of("w3")), 0.7F, step);
    EXPECT_NEAR(after.weight(hash_of("new")), -0.4F, step);
    EXPECT_EQ(after.size(), before.size() + 1);
    for (const auto& [hash, weight] : weights) {
        if (hash == hash_of("w3")) continue;
        EXPECT_EQ(after.weight(hash), before.weight(hash)) << weight;
    }
}

TEST(ChoiceModelWith, AWeightLargerThanAllKeepsTheOthersToWithinAStep)
{
    const auto weights = many_weights(1000);
    const auto after = ChoiceModel::of(weights).with({{hash_of("new"), 10.0F}});

    EXPECT_NEAR(after.weight(hash_of("new")), 10.0F, 0.001F);
    for (const auto& [hash, weight] : weights) {
        if (std::abs(weight) < 0.005F) continue;  // not stored
        EXPECT_NEAR(after.weight(hash), weight, 10.0F / 32000);
    }
}

TEST(ChoiceModelWith, OfMoreNewWeightsThanTheTableHoldsTheLargestAreAdded)
{
    std::unordered_map<std::uint64_t, float> changes;
    for (int i = 0; i < 20000; ++i) changes[hash_of("n" + std::to_string(i))] = 0.1F + 0.00001F * static_cast<float>(i);
    const auto before = ChoiceModel::of(many_weights(1000));
    const auto after = before.with(changes);

    EXPECT_NEAR(after.weight(hash_of("n19999")), 0.3F, 0.001F);
    EXPECT_EQ(after.weight(hash_of("n0")), 0);
    EXPECT_EQ(after.weight(hash_of("w7")), before.weight(hash_of("w7")));
}

TEST(ChoiceModelWith, IsReadBackAsWritten)
{
    const auto changed = ChoiceModel::of(many_weights(500)).with({{hash_of("w3"), 3.0F}, {hash_of("new"), -0.4F}});
    const auto read = ChoiceModel::from_bytes(changed.bytes());

    EXPECT_EQ(read.bytes(), changed.bytes());
    EXPECT_EQ(read.weight(hash_of("new")), changed.weight(hash_of("new")));
}

TEST(ChoiceModelWith, OfAnEmptyModelIsAModelOfTheChanges)
{
    const auto model = ChoiceModel().with({{hash_of("new"), 0.5F}});

    EXPECT_NEAR(model.weight(hash_of("new")), 0.5F, 0.001F);
    EXPECT_TRUE(ChoiceModel().with({}).empty());
}

TEST(Adapt, LearnsTheDesksAnswerAndKeepsTheOldOneWhereTheCueIsMissing)
{
    std::vector<Example> examples;
    for (int i = 0; i < 60; ++i) examples.push_back(example(true, 1));
    for (int i = 0; i < 60; ++i) examples.push_back(example(false, 0));
    const auto adapted = adapt(base(), examples, {});

    EXPECT_EQ(accuracy(base(), {example(true, 1)}), 0);
    EXPECT_EQ(accuracy(adapted, {example(true, 1)}), 1);
    EXPECT_EQ(accuracy(adapted, {example(false, 0)}), 1);
    EXPECT_NEAR(adapted.weight(hash_of("elsewhere")), base().weight(hash_of("elsewhere")), 0.001F);
}

TEST(Adapt, OneExampleAloneMovesNothing)
{
    EXPECT_EQ(adapt(base(), {example(true, 1)}, {}).bytes(), base().bytes());
    EXPECT_EQ(adapt(base(), {}, {}).bytes(), base().bytes());
}

TEST(Adapt, TheSameExamplesGiveTheSameBytes)
{
    const std::vector<Example> examples(10, example(true, 1));

    EXPECT_EQ(adapt(base(), examples, {}).bytes(), adapt(base(), examples, {}).bytes());
}

}  // namespace
}  // namespace sitrep::understand
