// A trained choice: its probabilities, the alternative it takes, and what it learns from answered questions.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "understand/model/fit.hpp"
#include "understand/model/stored.hpp"

namespace sitrep::understand {

namespace {

std::uint64_t hash_of(std::string_view name) { return feature_join(feature_hash(name), 0); }

Features named(const std::vector<std::string_view>& names)
{
    Features features;
    for (const auto name : names) features.add_hash(feature_hash(name));
    return features;
}

// A yes-or-no question: what is seen counts for each answer under that answer's own name.
Example asked(const std::vector<std::string>& seen, std::uint32_t right)
{
    Example example;
    for (const std::string answer : {"no ", "yes "}) {
        auto& alternative = example.alternatives.emplace_back();
        for (const auto& feature : seen) alternative.push_back(hash_of(answer + feature));
    }
    example.right.push_back(right);
    return example;
}

// "A" means yes and "B" no; the words beside them mean nothing. Some pairs of words are never shown.
std::vector<Example> a_rule(bool shown)
{
    constexpr int words = 12;
    std::vector<Example> examples;
    for (int first = 0; first < words; ++first)
        for (int second = 0; second < words; ++second) {
            if (((first + second) % 3 != 0) != shown) continue;
            for (const std::uint32_t right : {0U, 1U})
                examples.push_back(asked({right == 1 ? "A" : "B", "first " + std::to_string(first), "second " + std::to_string(second)}, right));
        }
    return examples;
}

// A file as it was before places were told by gaps: each weight with its whole place.
struct Stored {
    std::uint32_t place = 0, key = 0;
    std::int16_t steps = 0;
};
std::string with_whole_places(std::uint32_t slots, const std::vector<Stored>& weights)
{
    std::string out;
    append(out, static_cast<std::uint32_t>(weights.size()));
    append(out, 0.5F);  // step
    append(out, slots);
    for (const Stored& each : weights) {
        append(out, each.place);
        append(out, each.key);
        append(out, each.steps);
    }
    return out;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

TEST(Fitting, FollowsTheExemplaryWhereOthersSayOtherwise)
{
    std::vector<Example> examples;
    for (int i = 0; i < 60; ++i) {
        Example other = asked({"A"}, 0);
        other.exemplary = false;
        examples.push_back(other);
        if (i % 3 == 0) examples.push_back(asked({"A"}, 1));
    }
    const Example question = asked({"A"}, 1);
    Fitting fitting;

    EXPECT_LT(probabilities(fit(examples, fitting), question)[1], 0.5) << "one of four says yes";
    fitting.own = 1;
    EXPECT_GT(probabilities(fit(examples, fitting), question)[1], 0.5) << "all whose manner is to be met say yes";
}

RC_GTEST_PROP(Probabilities, SumToOne, (const std::vector<std::vector<std::uint8_t>>& alternatives, const std::vector<std::int16_t>& thousandths))
{
    RC_PRE(!alternatives.empty());
    std::unordered_map<std::uint64_t, float> weights;
    for (std::size_t i = 0; i < thousandths.size(); ++i) weights[hash_of(std::to_string(i))] = static_cast<float>(thousandths[i]) / 1000;
    const auto model = ChoiceModel::of(weights);
    std::vector<Features> features(alternatives.size());
    for (std::size_t i = 0; i < alternatives.size(); ++i)
        for (const auto number : alternatives[i]) features[i].add_hash(feature_hash(std::to_string(number)));
    const auto all = probabilities(model, features);

    RC_ASSERT(all.size() == alternatives.size());
    RC_ASSERT(std::abs(sum(all) - 1) < 1e-9);
    for (const double probability : all) RC_ASSERT(probability >= 0 && probability <= 1);
    const auto chosen = choose(model, features);
    for (std::size_t i = 0; i < features.size(); ++i) RC_ASSERT(model.score(features[i]) <= model.score(features[chosen.index]));
}

TEST(Probabilities, OfNoAlternativesAreNone) { EXPECT_TRUE(probabilities(ChoiceModel(), std::vector<Features>{}).empty()); }

TEST(Probabilities, OfVeryLargeScoresAreStillNumbers)
{
    const auto model = ChoiceModel::of({{hash_of("far"), 5000.0F}, {hash_of("near"), -5000.0F}});
    const auto all = probabilities(model, std::vector{named({"far"}), named({"near"}), named({})});

    EXPECT_DOUBLE_EQ(sum(all), 1);
    EXPECT_DOUBLE_EQ(all[0], 1);
}

TEST(Choice, IsTheAlternativeForWhichTheWeightsSpeak)
{
    const auto model = ChoiceModel::of({{hash_of("shot"), 1.5F}, {hash_of("perhaps"), -1.0F}, {hash_of("seen"), 0.25F}});
    const auto chosen = choose(model, std::vector{named({"perhaps", "shot"}), named({"shot", "seen"}), named({"seen"})});

    EXPECT_EQ(chosen.index, 1U);
    EXPECT_NEAR(chosen.probability, 1 / (1 + std::exp(0.5 - 1.75) + std::exp(0.25 - 1.75)), 0.001);
}

TEST(Choice, OfWhichNearlyAllWeightsAreNothingIsReadAgain)
{
    std::unordered_map<std::uint64_t, float> weights{{hash_of("shot"), 1.5F}};
    for (int i = 0; i < 2000; ++i) weights.emplace(hash_of("w" + std::to_string(i)), 0.001F);
    const auto again = ChoiceModel::from_bytes(ChoiceModel::of(weights).bytes());

    EXPECT_EQ(again.size(), 1U);
    EXPECT_FLOAT_EQ(again.weight(hash_of("shot")), 1.5F);
}

RC_GTEST_PROP(Choice, IsReadAgainAsItWasWritten, (const std::vector<std::int16_t>& thousandths))
{
    std::unordered_map<std::uint64_t, float> weights;
    for (std::size_t i = 0; i < thousandths.size(); ++i) weights[hash_of(std::to_string(i))] = static_cast<float>(thousandths[i]) / 1000;
    const auto model = ChoiceModel::of(weights);
    const auto again = ChoiceModel::from_bytes(model.bytes());

    RC_ASSERT(again.size() == model.size());
    for (const auto& [hash, weight] : weights) RC_ASSERT(again.weight(hash) == model.weight(hash));
}

TEST(Choice, OfAFileOfBeforeIsTheSameWhateverLiesBetweenItsWeights)
{
    constexpr std::uint32_t slots = 512;
    std::vector<Stored> weights;
    for (std::uint32_t i = 0; i < 8; ++i) weights.push_back({i, i + 1, static_cast<std::int16_t>(i)});
    weights.push_back({slots - 1, 77, -5});  // five hundred free slots before it
    const auto old = ChoiceModel::from_bytes(with_whole_places(slots, weights));
    const auto again = ChoiceModel::from_bytes(old.bytes());

    EXPECT_EQ(old.size(), weights.size());
    EXPECT_EQ(again.size(), weights.size());
    EXPECT_EQ(again.bytes(), old.bytes());
}

TEST(Choice, OfADamagedFileIsRefused)
{
    const auto refuses = [](const std::string& bytes) { EXPECT_THROW(ChoiceModel::from_bytes(bytes), std::runtime_error); };
    refuses(with_whole_places(16, {{16, 1, 1}}));  // beyond the table
    refuses(with_whole_places(15, {{1, 1, 1}}));   // no power of two
    refuses(with_whole_places(16, {{1, 0, 1}}));   // a free slot told as a weight
    std::unordered_map<std::uint64_t, float> weights;
    for (int i = 0; i < 20; ++i) weights[hash_of(std::to_string(i))] = 1;
    const std::string bytes = ChoiceModel::of(weights).bytes();
    for (std::size_t length = 0; length < bytes.size(); ++length) refuses(bytes.substr(0, length));
    refuses(bytes + "x");
}

TEST(Choice, BetweenEqualsIsTheFirst)
{
    const auto model = ChoiceModel::of({{hash_of("shot"), 1.5F}});
    const auto chosen = choose(model, std::vector{named({}), named({"shot"}), named({"shot"})});

    EXPECT_EQ(chosen.index, 1U);
    EXPECT_LT(chosen.probability, 0.5);
}

TEST(Choice, WithoutFeaturesOrWithoutAModelIsEven)
{
    const std::vector<Features> alternatives(4);

    for (const ChoiceModel& model : {ChoiceModel(), ChoiceModel::of({{hash_of("shot"), 1.5F}})}) {
        const auto chosen = choose(model, alternatives);
        EXPECT_EQ(chosen.index, 0U);
        EXPECT_DOUBLE_EQ(chosen.probability, 0.25);
    }
}

TEST(Features, UnderTwoNamesAreTwoFeatures)
{
    Features one, other;
    one.under(1);
    other.under(2);
    one.add("word", "killed");
    other.add("word", "killed");

    EXPECT_NE(one.hashes(), other.hashes());
    other.clear();
    other.under(1);
    other.add("word", "killed");
    EXPECT_EQ(one.hashes(), other.hashes());
}

TEST(Features, OfSmallNumbersHaveTheirOwnSize)
{
    EXPECT_EQ(size_class(-5), 0);
    for (const std::int64_t value : {0, 1, 2, 3}) EXPECT_EQ(size_class(value), value);
    EXPECT_EQ(size_class(4), size_class(5));
    EXPECT_NE(size_class(5), size_class(6));
    EXPECT_EQ(size_class(31), size_class(std::numeric_limits<std::int64_t>::max()));
}

TEST(Fit, LearnsARuleAndKeepsToItInCombinationsItHasNotSeen)
{
    const auto model = fit(a_rule(true), {});

    EXPECT_EQ(accuracy(model, a_rule(true)), 1);
    EXPECT_EQ(accuracy(model, a_rule(false)), 1);
    EXPECT_GT(probabilities(model, asked({"A"}, 1))[1], 0.8);
    EXPECT_GT(probabilities(model, asked({"B"}, 0))[0], 0.8);
}

TEST(Fit, GivesTheSameBytesForTheSameExamples)
{
    const auto examples = a_rule(true);

    EXPECT_EQ(fit(examples, {}).bytes(), fit(examples, {}).bytes());
}

TEST(Fit, LeavesOutWhatFewExamplesHave)
{
    auto examples = a_rule(true);
    examples.push_back(asked({"A", "rare"}, 0));
    const auto model = fit(examples, {.seen_min = 2});

    EXPECT_EQ(model.weight(hash_of("yes rare")), 0);
    EXPECT_GT(model.weight(hash_of("yes A")), 0);
    EXPECT_LT(model.weight(hash_of("no A")), 0);
}

TEST(Fit, TakesEitherOfTwoRightAnswers)
{
    std::vector<Example> examples;
    for (int i = 0; i < 40; ++i) examples.push_back({.alternatives = {{hash_of("wrong")}, {hash_of("right")}, {hash_of("right"), hash_of("too")}}, .right = {1, 2}});
    const auto all = probabilities(fit(examples, {}), examples.front());

    EXPECT_GT(all[1] + all[2], 0.9);
}

TEST(Fit, OfNothingKnowsNothing)
{
    EXPECT_TRUE(fit({}, {}).empty());
    EXPECT_EQ(accuracy(ChoiceModel(), {}), 1);
}

TEST(Fit, OfContradictionsAndEmptyAlternativesStaysUndecided)
{
    std::vector<Example> examples;
    for (int i = 0; i < 50; ++i)
        for (const std::uint32_t right : {0U, 1U}) {
            examples.push_back(asked({"A"}, right));
            examples.push_back(asked({}, right));
            examples.push_back({.alternatives = {{}}, .right = {0}});
        }
    const auto model = fit(examples, {});

    const auto all = probabilities(model, asked({"A"}, 0));
    EXPECT_NEAR(all[0], 0.5, 0.1);
    EXPECT_NEAR(sum(all), 1, 1e-9);
}

TEST(Accuracy, IsTheShareOfRightAnswers)
{
    const auto model = ChoiceModel::of({{hash_of("yes A"), 1.0F}});

    EXPECT_DOUBLE_EQ(accuracy(model, {asked({"A"}, 1), asked({"A"}, 0), asked({"B"}, 0), asked({"B"}, 0)}), 0.75);
}

}  // namespace sitrep::understand
