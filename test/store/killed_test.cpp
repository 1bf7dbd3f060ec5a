// A writer killed at any moment loses at most the document in hand.
#include "store_suite.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

namespace sitrep::store {
namespace {

using testing::IsEmpty;

constexpr unsigned seed = 20240305;
constexpr int kills = 40;
constexpr int documents_before_the_blow_max = 4;
constexpr int turns_before_the_blow_max = 3000;
constexpr std::int64_t documents_of_a_writer_max = 60;  // on a busy machine the blow comes late, and every document is verified after it

std::string text_of(std::int64_t number) { return "Report " + std::to_string(number) + ": two shepherds were killed near the wells."; }

// Reads in the documents from `number` on, and tells each one that is committed through the pipe.
[[noreturn]] void write_until_killed(const OpenStore& open, const std::filesystem::path& path, std::int64_t number, int committed)
{
    const auto store = open(path);
    const auto last = number + documents_of_a_writer_max;
    for (;; ++number) {
        if (number > last) pause();
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
    std::uniform_int_distribution<int> documents(0, documents_before_the_blow_max), turns(0, turns_before_the_blow_max);
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
        // The blow falls after some documents, in the middle of whatever comes then: before the file is made, in a commit, between two.
        std::int64_t committed = known;
        for (int left = documents(random); left > 0; --left) ASSERT_EQ(read(ends[0], &committed, sizeof committed), ssize_t(sizeof committed));
        for (int left = turns(random); left > 0; --left) std::this_thread::yield();
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
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
    EXPECT_GT(known, kills);
}

}  // namespace
}  // namespace sitrep::store
