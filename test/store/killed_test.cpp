// A writer killed at any moment loses at most the document in hand.
#include "store_suite.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

namespace sitrep::store {
namespace {

using testing::IsEmpty;

constexpr unsigned seed = 20240305;
constexpr int kills = 40;
constexpr int longest_life_us = 30000;

std::string text_of(std::int64_t number) { return "Report " + std::to_string(number) + ": two shepherds were killed near the wells."; }

// Reads in the documents from `number` on, and tells each one that is committed through the pipe.
[[noreturn]] void write_until_killed(const OpenStore& open, const std::filesystem::path& path, std::int64_t number, int committed)
{
    const auto store = open(path);
    for (;; ++number) {
        store->in_transaction([&] {
            const auto report = store->add_report(document(text_of(number)), understood(Language::english), no_words);
            const std::vector<std::uint64_t> keys{std::uint64_t(number) * 0x9e3779b97f4a7c15u, 1};
            const auto account = store->add_account(report, shooting("2024-03-05", town("Al-Sukhna", "SY-HI", 34.88, 38.87), number), keys);
            const auto incident = store->new_incident(account);
            store->set_record(plain_record(incident, store->accounts_of(incident)));
        });
        if (number % 5 == 0) store->accept(IncidentId{number}, "editor");
        if (write(committed, &number, sizeof number) != sizeof number) _exit(1);
    }
}

TEST_P(AnyStore, LosesAtMostTheDocumentInHandWhenItsWriterIsKilled)
{
    RecordProperty("seed", int(seed));
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> life_us(0, longest_life_us);
    const auto path = folder_ / "killed.sitrep";
    std::int64_t known = 0;
    for (int kill_number = 0; kill_number < kills; ++kill_number) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t writer = fork();
        if (writer == 0) {
            close(ends[0]);
            write_until_killed(GetParam().open, path, known + 1, ends[1]);
        }
        close(ends[1]);
        // A blow at a random moment is the very thing under test: from before the file is made to the middle of a commit.
        std::this_thread::sleep_for(std::chrono::microseconds(life_us(random)));
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
        std::int64_t committed = known;
        while (read(ends[0], &committed, sizeof committed) == sizeof committed) {
        }
        close(ends[0]);

        const auto store = GetParam().open(path);
        const auto held = store->counts();
        ASSERT_GE(held.reports, committed) << "seed " << seed << ", kill " << kill_number;
        ASSERT_LE(held.reports, committed + 1);
        ASSERT_EQ(held.accounts, held.reports);
        ASSERT_EQ(held.incidents, held.reports);
        ASSERT_THAT(store->verify({}).faults, IsEmpty()) << "seed " << seed << ", kill " << kill_number;
        ASSERT_EQ(store->find({.words = "shepherd wells"}).size(), std::size_t(held.reports));
        known = held.reports;
    }
    EXPECT_GT(known, kills) << "the writers lived long enough to write";
}

}  // namespace
}  // namespace sitrep::store
