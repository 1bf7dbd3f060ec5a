// A model file: what is written is read back, and whatever is broken in it is refused in words or gives a model, never a crash.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "understand/embedded.hpp"
#include "understand/model/models.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view file_name = "a.model";

Features features_of(const std::vector<std::uint8_t>& numbers)
{
    Features features;
    for (const auto number : numbers) features.add("feature", std::int64_t{number});
    return features;
}

// Weights in thousandths of the features that features_of() names.
ChoiceModel choice_of(const std::vector<std::int16_t>& thousandths)
{
    std::unordered_map<std::uint64_t, float> weights;
    for (std::size_t i = 0; i < thousandths.size(); ++i)
        weights[features_of({static_cast<std::uint8_t>(i)}).hashes().front()] = static_cast<float>(thousandths[i]) / 1000;
    return ChoiceModel::of(weights);
}

TaggerModel tagger_of(const std::vector<std::int16_t>& thousandths)
{
    std::vector<std::uint64_t> hashes;
    std::vector<float> rows;
    for (std::size_t i = 0; i < thousandths.size(); ++i) {
        hashes.push_back(features_of({static_cast<std::uint8_t>(i)}).hashes().front());
        for (std::size_t column = 0; column < tag_columns; ++column) rows.push_back(static_cast<float>(thousandths[(i + column) % thousandths.size()]) / 1000);
    }
    TagSteps steps{};
    steps[1][1][2] = 0.5F;
    return TaggerModel::of(hashes, rows, steps);
}

TagScores scores_of(const TaggerModel& tagger, const Features& features)
{
    std::vector<TagScores> scores(1);
    const TokenFeatures one{features.hashes(), {0, static_cast<std::uint32_t>(features.hashes().size())}};
    if (!tagger.empty()) tagger.score(one, 0, 1, scores);
    return scores[0];
}

const Models& small_models()
{
    static const Models models = [] {
        Models made;
        made.set(Question::killed, choice_of({700, -300, 20, 1500}));
        made.set(Question::tally, choice_of({-400, 900}));
        made.set_tagger(tagger_of({800, -250, 60}));
        return made;
    }();
    return models;
}

// Asks everything that the models can answer.
void ask_all(const Models& models)
{
    const std::vector<Features> alternatives{features_of({0, 1, 2}), features_of({3}), features_of({})};
    for (std::size_t i = 0; i < questions; ++i) {
        const auto chosen = choose(models.of(static_cast<Question>(i)), alternatives);
        ASSERT_LT(chosen.index, alternatives.size());
    }
    const std::vector<TagScores> scores(5, scores_of(models.tagger(), features_of({0, 1, 2})));
    std::vector<TagState> path;
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        best_path(scores, models.tagger().chains(), layer, path);
        for (const TagState state : path) ASSERT_LT(state, tag_shapes[layer].states);
    }
}

// True when the bytes gave a model; it must then answer, and otherwise there must be words that tell why.
bool is_model(const std::string& bytes)
{
    const auto read = Models::from_bytes(bytes, std::string(file_name));
    if (read) {
        ask_all(*read);
        return true;
    }
    EXPECT_EQ(read.error().where, file_name);
    EXPECT_TRUE(read.error().why.starts_with("is damaged: ") || read.error().why.starts_with("is no Sitrep model file")) << read.error().why;
    return false;
}

// Where the section of the tagger begins: its rows and steps are most of the small file.
std::size_t tagger_begin(const std::string& bytes) { return bytes.rfind("tagger "); }

}  // namespace

RC_GTEST_PROP(ModelFiles, AnswerTheSameWhenReadBack,
              (const std::vector<std::int16_t>& weights, const std::vector<std::uint8_t>& asked, const std::vector<std::int16_t>& rows))
{
    Models models;
    models.set(Question::kind, choice_of(weights));
    if (!rows.empty()) models.set_tagger(tagger_of(rows));
    const auto read = Models::from_bytes(models.to_bytes(), std::string(file_name));

    RC_ASSERT(read.has_value());
    const Features features = features_of(asked);
    RC_ASSERT(read->of(Question::kind).score(features) == models.of(Question::kind).score(features));
    RC_ASSERT(read->of(Question::date).empty());
    RC_ASSERT(scores_of(read->tagger(), features) == scores_of(models.tagger(), features));
    RC_ASSERT(read->tagger().steps() == models.tagger().steps());
}

TEST(ModelFiles, AreTheSameBytesWhenWrittenAgain)
{
    const std::string bytes = small_models().to_bytes();
    const auto read = Models::from_bytes(bytes, std::string(file_name));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->to_bytes(), bytes);
}

TEST(ModelFiles, OfNothingAreEmptyModels)
{
    const auto read = Models::from_bytes(Models().to_bytes(), std::string(file_name));

    ASSERT_TRUE(read);
    EXPECT_TRUE(read->empty());
    EXPECT_TRUE(read->tagger().empty());
}

TEST(ModelFiles, CutAnywhereAreRefused)
{
    const std::string whole = small_models().to_bytes();
    std::size_t models = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) models += is_model(whole.substr(0, size));

    EXPECT_EQ(models, 0U);
}

TEST(ModelFiles, WithAMisspeltOrRepeatedSectionAreRefused)
{
    const std::string whole = small_models().to_bytes();
    std::string misspelt = whole;
    const auto name = misspelt.find("standing ");
    ASSERT_NE(name, std::string::npos);
    misspelt[name] = 'S';
    const auto read = Models::from_bytes(misspelt, std::string(file_name));

    ASSERT_FALSE(read);
    EXPECT_NE(read.error().why.find("name that this program does not know"), std::string::npos) << read.error().why;
    EXPECT_FALSE(is_model(whole + "tally 0\n"));
}

TEST(ModelFiles, WithAnyByteFlippedAreRefusedOrStillAnswer)
{
    const std::string whole = small_models().to_bytes();
    constexpr std::size_t tagger_head = 32;  // its name, its size and its counts
    const std::size_t heads = std::min(whole.size(), tagger_begin(whole) + tagger_head);
    for (std::size_t at = 0; at < heads; ++at)
        for (unsigned flip = 1; flip < 256; ++flip) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ flip);
            is_model(flipped);
        }

    SUCCEED();
}

TEST(ModelFiles, WithABrokenBodyAreRefusedOrStillAnswer)
{
    const std::string whole = small_models().to_bytes();
    for (std::size_t at = tagger_begin(whole); at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(~static_cast<unsigned char>(flipped[at]));
        is_model(flipped);
    }

    SUCCEED();
}

RC_GTEST_PROP(ModelFiles, OfRandomBytesBehindARightFirstLineAreRefusedOrStillAnswer, (const std::string& bytes))
{
    is_model("sitrep models 1\n" + bytes);
    is_model("sitrep models 1\nkilled " + std::to_string(bytes.size()) + "\n" + bytes);
    is_model("sitrep models 1\ntagger " + std::to_string(bytes.size()) + "\n" + bytes);
}

TEST(ModelFiles, OfAnotherKindAreRefusedWithWhatToDo)
{
    for (const std::string& bytes : {std::string(), std::string("PK\x03\x04"), std::string("sitrep models 1"), std::string("sitrep models 2\nkilled 0\n"),
                                     std::string(embedded::actors())}) {
        const auto read = Models::from_bytes(bytes, std::string(file_name));

        ASSERT_FALSE(read) << bytes.substr(0, 20);
        EXPECT_EQ(read.error().where, file_name);
        EXPECT_NE(read.error().why.find("make train"), std::string::npos) << read.error().why;
    }
}

TEST(ModelFiles, OfATaggerWithOtherRolesAreRefused)
{
    std::string bytes = small_models().to_bytes();
    const std::size_t columns = bytes.find('\n', tagger_begin(bytes)) + 1 + sizeof(std::uint32_t);
    ++bytes[columns];
    const auto read = Models::from_bytes(bytes, std::string(file_name));

    ASSERT_FALSE(read);
    EXPECT_NE(read.error().why.find("other roles"), std::string::npos) << read.error().why;
}

TEST(ShippedModels, AnswerEveryQuestionInBothLanguages)
{
    for (const Language language : {Language::english, Language::arabic}) {
        const Models& models = Models::shipped(language);

        EXPECT_FALSE(models.empty());
        EXPECT_FALSE(models.tagger().empty());
        for (std::size_t i = 0; i < questions; ++i)
            EXPECT_FALSE(models.of(static_cast<Question>(i)).empty()) << to_string(static_cast<Question>(i));
    }
}

TEST(ShippedModels, AreWrittenAsTheyAreShipped)
{
    EXPECT_TRUE(Models::shipped(Language::english).to_bytes() == embedded::english_models());
    EXPECT_TRUE(Models::shipped(Language::arabic).to_bytes() == embedded::arabic_models());
}

}  // namespace sitrep::understand
