// A desk's decisions taught to the models: what is gained is kept, what loses is refused, and all of it can be taken back.
#include "pipeline/learn.hpp"

#include "merge/merge.hpp"
#include "pipeline/ingest.hpp"
#include "pipeline/model_files.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace sitrep {
namespace {

namespace fs = std::filesystem;
using pipeline::Learnt;
using understand::Question;

const place::Gazetteer& gazetteer()
{
    static const auto opened = place::Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value();
    return opened;
}

constexpr std::array towns{"Raqqa", "Manbij", "Tadmur", "Idlib", "Al-Hasakah", "Qamishli", "Mayadin", "Daraa"};
constexpr std::array tellings{"Masked men broke into the house of a shopkeeper in {}, beat him and took his savings on {}, a local source said.",
                              "A gang of masked men beat and robbed a shopkeeper at his house in {} on {}, residents told our correspondent.",
                              "In {}, masked men attacked a shopkeeper in his house on {} and stole his money, according to a local source.",
                              "Residents of {} said masked men had beaten a shopkeeper and taken money from his house on {}."};

// One robbery a report, each in a week and a town of its own, so that none is another told again.
std::string robberies(int from, int until)
{
    std::string lines;
    for (int i = from; i < until; ++i) {
        const auto day = to_iso(*day_from_iso("2024-01-03") + std::chrono::days(9 * i));
        lines += fmt::format(R"({{"id":"r{}","publisher":"Steppe News","published":"{}","language":"en","title":"","text":"{}"}})", i, day,
                             fmt::format(fmt::runtime(tellings[std::size_t(i) % tellings.size()]), towns[std::size_t(i / 2) % towns.size()], "Wednesday"));
        lines += '\n';
    }
    return lines;
}

class Learning : public testing::Test {
protected:
    Learning() : folder_(fs::temp_directory_path() / fmt::format("sitrep-learn-{}-{}", ::getpid(), testing::UnitTest::GetInstance()->current_test_info()->name()))
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        library_ = store::open_store((folder_ / "desk.sitrep").string(), merge::consolidate);
    }
    ~Learning() override
    {
        library_.reset();
        fs::remove_all(folder_);
    }

    void read(int from, int until, const understand::ModelSet& models = {})
    {
        const auto file = folder_ / fmt::format("{}.jsonl", from);
        std::ofstream(file) << robberies(from, until);
        const auto source = read::open({file.string()}, {});
        pipeline::IngestOptions options;
        options.models = models;
        pipeline::ingest(*source, gazetteer(), *library_, options);
    }
    std::vector<Incident> incidents() const { return library_->find({}); }
    void set_kind(const Incident& incident, IncidentKind kind)
    {
        ASSERT_TRUE(library_->set(incident.id, "kind", std::string(to_string(kind)), "desk", "as we count it"));
    }
    Learnt learn(const understand::ModelSet& in_use = {}) const { return pipeline::learn(*library_, gazetteer(), in_use, {}); }
    fs::path models() const { return pipeline::models_beside(folder_ / "desk.sitrep"); }

    fs::path folder_;
    std::unique_ptr<store::Store> library_;
};

const pipeline::Gain& gain_of(const Learnt& learnt, Question question)
{
    return *std::find_if(learnt.gains.begin(), learnt.gains.end(), [&](const auto& gain) { return gain.question == question; });
}

// A kind that this desk counts such robberies under, and the machine does not.
constexpr auto desks_kind = IncidentKind::ambush;

TEST_F(Learning, WhatTheDeskCorrectsIsGainedOnIncidentsItDidNotLearnFrom)
{
    read(0, 60);
    const auto before = incidents();
    ASSERT_GE(before.size(), 40U);
    for (const auto& incident : before) set_kind(incident, desks_kind);
    const auto learnt = learn();

    ASSERT_EQ(learnt.verdict, Learnt::Verdict::gain);
    const auto& kind = gain_of(learnt, Question::kind);
    EXPECT_LT(kind.before, kind.held_back / 2);
    EXPECT_GT(kind.after() * 10, kind.held_back * 8);
    EXPECT_EQ(learnt.incidents, before.size());
    EXPECT_NE(learnt.english->of(Question::kind).bytes(), understand::Models::shipped(Language::english).of(Question::kind).bytes());
    EXPECT_FALSE(learnt.arabic);
}

TEST_F(Learning, WhatIsReadAfterwardsIsReadWithTheTaughtModelsUntilTheyAreTakenBack)
{
    read(0, 60);
    for (const auto& incident : incidents()) set_kind(incident, desks_kind);
    const auto learnt = learn();
    ASSERT_EQ(learnt.verdict, Learnt::Verdict::gain);
    pipeline::write_models(models(), &*learnt.english, nullptr);
    const auto files = pipeline::ModelFiles::open(models());
    ASSERT_TRUE(files) << files.error().why;
    read(60, 80, files->set());
    std::size_t right = 0, all = 0;
    for (const auto& incident : incidents())
        if (incident.corrected.empty()) {
            ++all;
            right += incident.kind == desks_kind;
        }

    EXPECT_GE(all, 10U);
    EXPECT_GT(right * 10, all * 8) << right << " of " << all;
    EXPECT_EQ(pipeline::put_models_back(models()), pipeline::PutBack::shipped);
    EXPECT_EQ(pipeline::ModelFiles::open(models())->set().english, understand::ModelSet().english);
}

TEST_F(Learning, TwiceIsOnce)
{
    read(0, 60);
    for (const auto& incident : incidents()) set_kind(incident, desks_kind);
    const auto once = learn();
    ASSERT_EQ(once.verdict, Learnt::Verdict::gain);
    understand::ModelSet in_use;
    in_use.english = &*once.english;

    EXPECT_EQ(learn(in_use).verdict, Learnt::Verdict::no_gain);
}

TEST_F(Learning, AChangeThatLosesOnTheHeldBackPartIsRefused)
{
    read(0, 60);
    for (const auto& incident : incidents()) set_kind(incident, pipeline::is_held_back(incident.id) ? incident.kind : desks_kind);
    const auto learnt = learn();

    EXPECT_EQ(learnt.verdict, Learnt::Verdict::no_gain);
    EXPECT_LT(gain_of(learnt, Question::kind).after(), gain_of(learnt, Question::kind).before);
    EXPECT_FALSE(learnt.english);
}

TEST(Gain, IsTakenOnlyWhereChanceWouldRarelyGiveIt)
{
    const auto taken = [](std::size_t won, std::size_t lost) { return pipeline::Gain{.held_back = 5000, .before = 4000, .won = won, .lost = lost}.taken(); };

    EXPECT_FALSE(taken(0, 0));
    EXPECT_FALSE(taken(1, 0));
    EXPECT_TRUE(taken(4, 0));
    EXPECT_FALSE(taken(4, 3));
    EXPECT_TRUE(taken(15, 6));
    EXPECT_FALSE(taken(600, 601));
    EXPECT_TRUE(taken(700, 600));
}

TEST_F(Learning, AFewDecisionsAreTooFew)
{
    read(0, 60);
    const auto all = incidents();
    for (std::size_t i = 0; i < 10; ++i) set_kind(all[i], desks_kind);
    const auto learnt = learn();

    EXPECT_EQ(learnt.verdict, Learnt::Verdict::too_few);
    EXPECT_EQ(learnt.incidents, 10U);
    EXPECT_FALSE(learnt.english);
}

TEST_F(Learning, WithdrawnIncidentsTeachThatSuchIsNone)
{
    read(0, 60);
    for (const auto& incident : incidents()) library_->withdraw(incident.id, "desk", "common crime");
    const auto learnt = learn();
    const auto& standing = gain_of(learnt, Question::standing);

    EXPECT_GT(standing.after(), standing.before);
    EXPECT_EQ(learnt.gains.size(), 1U);
}

TEST_F(Learning, ADecisionTakenBackIsNoDecision)
{
    read(0, 60);
    for (const auto& incident : incidents()) {
        const auto revision = library_->accept(incident.id, "desk");
        ASSERT_TRUE(library_->undo(revision, "desk", "not yet"));
    }

    EXPECT_EQ(learn().incidents, 0U);
}

TEST(ModelFiles, EachStepBackIsOneStepAndThenTheShippedOnes)
{
    const auto folder = fs::temp_directory_path() / fmt::format("sitrep-models-{}", ::getpid());
    fs::remove_all(folder);
    understand::Models first = understand::Models::shipped(Language::english), second = first;
    second.set(Question::kind, {});
    pipeline::write_models(folder, &first, nullptr);
    pipeline::write_models(folder, &second, &first);

    EXPECT_EQ(pipeline::ModelFiles::open(folder)->of(Language::english)->to_bytes(), second.to_bytes());
    EXPECT_EQ(pipeline::put_models_back(folder), pipeline::PutBack::former);
    EXPECT_EQ(pipeline::ModelFiles::open(folder)->of(Language::english)->to_bytes(), first.to_bytes());
    EXPECT_EQ(pipeline::ModelFiles::open(folder)->of(Language::arabic), nullptr);
    EXPECT_EQ(pipeline::put_models_back(folder), pipeline::PutBack::shipped);
    EXPECT_EQ(pipeline::put_models_back(folder), pipeline::PutBack::nothing);
    fs::remove_all(folder);
}

TEST(ModelFiles, ADamagedFileIsNamed)
{
    const auto folder = fs::temp_directory_path() / fmt::format("sitrep-damaged-{}", ::getpid());
    pipeline::write_models(folder, &understand::Models::shipped(Language::english), nullptr);
    fs::resize_file(folder / "english.model", 1000);
    const auto files = pipeline::ModelFiles::open(folder);

    ASSERT_FALSE(files);
    EXPECT_NE(files.error().where.find("english.model"), std::string::npos);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace sitrep
