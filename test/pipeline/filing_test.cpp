// Accounts filed into a library: the same incidents as all at once, proposals between the thresholds, and people's word above the program's.
#include "merge/accounts.hpp"
#include "merge/gathering.hpp"
#include "pipeline/filing.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>

namespace sitrep::pipeline {
namespace {

using merge::told;

class ALibrary : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::temp_directory_path() / ("sitrep-filing-" + std::to_string(getpid()));
        std::filesystem::create_directories(folder_);
        open();
    }
    void TearDown() override
    {
        library_.reset();
        std::filesystem::remove_all(folder_);
    }
    void open()
    {
        library_.reset();
        library_ = store::open_store((folder_ / ("desk-" + std::to_string(++libraries_) + ".sitrep")).string(), merge::consolidate);
    }
    /// Files a report with these accounts and gives their ids.
    std::vector<AccountId> file(std::vector<FiledAccount> accounts)
    {
        Received received;
        received.report.publisher = accounts.front().publisher;
        received.report.url = accounts.front().url;
        received.report.published = accounts.front().published;
        received.report.language = Language::english;
        received.report.set_words("", "Report " + std::to_string(++reports_) + ".");
        received.original.bytes = received.report.document;
        received.original.hash = sha256_of(reports_);
        ReportId report{};
        library_->in_transaction([&] {
            report = library_->add_report(received, {}, no_words);
            for (auto& account : accounts) account.report = report;
            Filing(*library_).file(accounts);
        });
        return library_->accounts_of_report(report);
    }
    static Sha256 sha256_of(int number)
    {
        Sha256 hash;
        for (std::size_t i = 0; i < sizeof number; ++i) hash.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
        return hash;
    }
    /// The hash of the made-up originals is made up too.
    std::vector<std::string> faults() const
    {
        auto found = library_->verify({}).faults;
        std::erase_if(found, [](const std::string& fault) { return fault.starts_with("original "); });
        return found;
    }
    IncidentId incident_of(AccountId account) const { return library_->incident_of(account).value(); }

    std::filesystem::path folder_;
    std::unique_ptr<store::Store> library_;
    int reports_ = 0, libraries_ = 0;
};

TEST_F(ALibrary, JoinsWhatTellsOneEventAndKeepsItsReasons)
{
    const auto first = file({told(1, "North Post")}).front(), second = file({told(2, "Desert Monitor")}).front();

    ASSERT_EQ(incident_of(first), incident_of(second));
    const auto why = library_->why(incident_of(first));
    ASSERT_EQ(why.size(), 1U);
    EXPECT_EQ(why[0].relation, "joined");
    EXPECT_FALSE(why[0].reasons.empty());
}

TEST_F(ALibrary, ProposesWhatIsLikelyAndNothingThatAPersonDecided)
{
    ASSERT_TRUE(set_thresholds(*library_, 0.99, 0.05));
    const auto first = file({told(1, "North Post")}).front(), second = file({told(2, "Desert Monitor")}).front();
    ASSERT_NE(incident_of(first), incident_of(second));
    const auto found = proposals(*library_, 10);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].a, incident_of(first));
    EXPECT_GT(found[0].chance, 0.05);
    EXPECT_FALSE(found[0].reasons.empty());

    library_->tell_apart(found[0].a, found[0].b, "editor", "two posts");

    EXPECT_TRUE(proposals(*library_, 10).empty());
    ASSERT_TRUE(set_thresholds(*library_, 0.2, 0.1));
    library_->in_transaction([&] { Filing(*library_).regroup(std::vector{first, second}); });
    EXPECT_NE(incident_of(first), incident_of(second)) << "nothing merges by itself once a person has said different";
}

TEST_F(ALibrary, TakesOnlyThresholdsThatMakeSense)
{
    EXPECT_FALSE(set_thresholds(*library_, 0.3, 0.6));
    EXPECT_FALSE(set_thresholds(*library_, 1.0, 0.5));
    EXPECT_FALSE(set_thresholds(*library_, 0.5, 0.01));
    ASSERT_TRUE(set_thresholds(*library_, 0.8, 0.3));
    EXPECT_EQ(thresholds_of(*library_).merge_from, 0.8);
    EXPECT_EQ(thresholds_of(*library_).propose_from, 0.3);
}

TEST_F(ALibrary, GroupsAnewWhenThresholdsChange)
{
    ASSERT_TRUE(set_thresholds(*library_, 0.99, 0.05));
    const auto first = file({told(1, "North Post")}).front(), second = file({told(2, "Desert Monitor")}).front();
    ASSERT_NE(incident_of(first), incident_of(second));
    const auto id = incident_of(second);

    ASSERT_TRUE(set_thresholds(*library_, 0.3, 0.1));
    FilingCounts counts;
    library_->in_transaction([&] { counts = Filing(*library_).regroup(std::vector{first, second}); });

    EXPECT_EQ(counts.put_together, 1);
    EXPECT_EQ(incident_of(first), incident_of(second));
    EXPECT_EQ(library_->incident(id)->id, incident_of(first)) << "an id once given leads somewhere for ever";
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(ALibrary, NeverJoinsAgainWhatAPersonSplit)
{
    const auto first = file({told(1, "North Post")}).front(), second = file({told(2, "Desert Monitor")}).front();
    library_->split(incident_of(first), std::vector{second}, "editor", "two posts");

    const auto third = file({told(3, "Third")}).front();

    EXPECT_NE(incident_of(first), incident_of(second));
    EXPECT_TRUE(incident_of(third) == incident_of(first) || incident_of(third) == incident_of(second));
}

TEST_F(ALibrary, HoldsTogetherWhatAPersonMerged)
{
    auto distant = told(2, "Desert Monitor");
    distant.account.places = {merge::at(merge::tadmur(), "Palmyra")};
    const auto first = file({told(1, "North Post")}).front(), second = file({distant}).front();
    ASSERT_NE(incident_of(first), incident_of(second));
    library_->merge(incident_of(first), incident_of(second), "editor", "the town was named wrongly");

    file({told(3, "Third")});

    EXPECT_EQ(incident_of(first), incident_of(second));
}

TEST_F(ALibrary, HasTheSameIncidentsWhateverTheOrderOfArrival)
{
    std::mt19937 random(2026);
    std::vector<FiledAccount> accounts;
    for (int i = 0; i < 30; ++i) {
        auto filed = told(i + 1, "Paper " + std::to_string(i));
        filed.url = "https://paper" + std::to_string(i) + ".net/1";
        const Day day = merge::sunday + std::chrono::days{int(random() % 4)};
        filed.account.date = random() % 5 ? DateRange::on(day) : DateRange::unknown();
        filed.published = Publication{day + std::chrono::days{1}, std::nullopt};
        if (random() % 2) filed.account.places = {merge::at(merge::tadmur(), "Palmyra")};
        filed.account.killed = Toll{std::int64_t(random() % 4), std::nullopt, {}};
        accounts.push_back(std::move(filed));
    }
    std::set<std::set<std::string>> expected;
    for (int round = 0; round < 4; ++round) {
        open();
        for (const auto& account : accounts) file({account});
        std::map<IncidentId, std::set<std::string>> sets;
        for (std::int64_t id = 1; id <= 30; ++id) sets[incident_of(AccountId{id})].insert(library_->account(AccountId{id})->url);
        std::set<std::set<std::string>> found;
        for (auto& [incident, urls] : sets) found.insert(std::move(urls));
        if (round == 0) expected = found;
        EXPECT_EQ(found, expected);
        EXPECT_EQ(faults(), std::vector<std::string>{});
        std::shuffle(accounts.begin(), accounts.end(), random);
    }
    EXPECT_GT(expected.size(), 2U);
    EXPECT_LT(expected.size(), 30U);
}

}  // namespace
}  // namespace sitrep::pipeline
