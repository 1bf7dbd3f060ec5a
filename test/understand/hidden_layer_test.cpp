// A hidden layer scores the features that all classes of a question share.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "understand/model/choice.hpp"
#include "understand/model/fit.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint64_t bomb = feature_hash("bomb"), rifle = feature_hash("rifle"), road = feature_hash("road");

// Bombs speak for class 1, rifles for class 2; the road for nothing.
HiddenLayer bombs_and_rifles()
{
    HiddenLayer::Weights weights;
    weights.width = 2;
    weights.rows[feature_join(bomb, 0)] = {2, 0};
    weights.rows[feature_join(rifle, 0)] = {0, 2};
    weights.rows[feature_join(road, 0)] = {0, 0};
    weights.classes[1] = {.bias = 0.1F, .out = {3, -3}};
    weights.classes[2] = {.bias = 0, .out = {-3, 3}};
    return HiddenLayer::of(weights);
}

ChoiceModel model_of(HiddenLayer layer)
{
    ChoiceModel model;
    model.set_hidden(std::move(layer));
    return model;
}

struct Question {
    Features part;
    std::vector<Features> alternatives;
    explicit Question(std::initializer_list<std::uint64_t> seen)
    {
        for (const auto hash : seen) part.add_hash(hash);
        for (const std::uint64_t name : {1, 2}) {
            Features& own = alternatives.emplace_back();
            own.under(name);
            own.add_shared(part);
        }
    }
};

Example example_of(const Question& question, std::uint32_t right)
{
    Example example;
    ask(question.alternatives, example);
    example.right = {right};
    return example;
}

}  // namespace

TEST(HiddenLayer, ScoresTheClassesByWhatTheyShare)
{
    const ChoiceModel model = model_of(bombs_and_rifles());
    EXPECT_GT(probabilities(model, Question({bomb, road}).alternatives)[0], 0.9);
    EXPECT_GT(probabilities(model, Question({rifle, road}).alternatives)[1], 0.9);
    EXPECT_NEAR(probabilities(model, Question({feature_hash("unknown")}).alternatives)[0], 1 / (1 + std::exp(-0.1)), 1e-6);
}

TEST(HiddenLayer, AnswersInTrainingAsInUse)
{
    const ChoiceModel model = model_of(bombs_and_rifles());
    const Question question({bomb, bomb, rifle});
    EXPECT_EQ(probabilities(model, question.alternatives), probabilities(model, example_of(question, 0)));
}

TEST(HiddenLayer, IsTheSameFromItsBytes)
{
    const ChoiceModel model = model_of(bombs_and_rifles());
    const ChoiceModel again = ChoiceModel::from_bytes(model.bytes());
    EXPECT_EQ(again.bytes(), model.bytes());
    for (const auto& seen : {Question({bomb}), Question({rifle, road})}) EXPECT_EQ(probabilities(again, seen.alternatives), probabilities(model, seen.alternatives));
}

RC_GTEST_PROP(HiddenLayer, KeepsAnyRowsToWithinAStep, (const std::vector<std::uint64_t>& hashes))
{
    HiddenLayer::Weights weights;
    weights.width = 1;
    for (const auto hash : hashes) weights.rows[feature_join(hash, 0)] = {static_cast<float>(hash % 1000) / 500 - 1};
    weights.classes[3] = {.bias = 0, .out = {1}};
    const HiddenLayer layer = HiddenLayer::from_bytes(HiddenLayer::of(weights).bytes());
    RC_ASSERT(layer.size() == weights.rows.size());
    for (const auto& [hash, row] : weights.rows) {
        HiddenLayer::Scores scores{};
        layer.add_scores(std::vector{hash}, scores);
        RC_ASSERT(std::abs(scores[3] - std::tanh(static_cast<double>(row[0]))) < 0.01);
    }
}

TEST(HiddenLayer, DamagedBytesAreRefused)
{
    const std::string bytes = bombs_and_rifles().bytes();
    for (std::size_t size = 1; size < bytes.size(); ++size) EXPECT_THROW(HiddenLayer::from_bytes(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
    EXPECT_THROW(HiddenLayer::from_bytes(bytes + "x"), std::runtime_error);
    std::string wide = bytes;
    wide[0] = 120;
    EXPECT_THROW(HiddenLayer::from_bytes(wide), std::runtime_error);
}

TEST(HiddenLayer, ADeskCanTeachAboveIt)
{
    const ChoiceModel model = model_of(bombs_and_rifles());
    const Question question({bomb, road});
    const std::vector<Example> corrections(20, example_of(question, 1));
    const ChoiceModel taught = adapt(model, corrections, {.rate = 0.5});
    EXPECT_GT(probabilities(taught, question.alternatives)[1], probabilities(model, question.alternatives)[1] + 0.2);
    EXPECT_EQ(taught.hidden().bytes(), model.hidden().bytes());
}

}  // namespace sitrep::understand
