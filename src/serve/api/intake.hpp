// Reading in: uploads on their way, and batches that one thread reads into the library one after the other.
#pragma once

#include "core/result.hpp"
#include "pipeline/ingest.hpp"
#include "serve/api/turns.hpp"
#include "store/desk/desk.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sitrep::serve {

inline constexpr std::size_t upload_part_bytes_max = std::size_t{2} << 20;
inline constexpr std::int64_t upload_bytes_max = std::int64_t{2} << 30;
inline constexpr std::int64_t uploads_bytes_max = std::int64_t{4} << 30;  ///< of all together
inline constexpr std::size_t uploads_max = 4000;
inline constexpr std::size_t batches_waiting_max = 50;

struct Upload {
    std::string id, name;
    std::int64_t size = 0, received = 0;
};

enum class BatchState : std::uint8_t { waiting, reading, done, stopped, failed };
std::string_view to_string(BatchState state);

struct PastedText {
    std::string title, text, publisher, url, published;
};

/// What a batch is made of.
struct ToRead {
    std::string by, what, publisher;
    std::vector<std::string> uploads;  ///< ids
    std::vector<PastedText> texts;
    std::vector<std::string> addresses;
    std::vector<std::int64_t> feeds;   ///< to note the result at
};

struct Batch {
    std::string id, by, what;
    BatchState state = BatchState::waiting;
    std::string started_at, ended_at, error;
    pipeline::Ingested counts;
    std::uint64_t bytes_done = 0, bytes_total = 0;
    std::deque<store::Refusal> refusals;  ///< the last ones
    ReportId before{}, last{};            ///< its reports are between these
};

/// What the intake needs of the running server.
struct IntakeRooms {
    std::string library;
    std::function<std::shared_ptr<const place::Gazetteer>(store::Desk&)> gazetteer;  ///< asked for before each batch
    understand::ModelSet models{};
    std::size_t threads = 2;
    Turns* turns = nullptr;
    std::function<std::unique_ptr<store::Desk>()> open_desk;
    std::function<void(const Batch&)> tell;  ///< after each step, now and then
};

class Intake {
public:
    explicit Intake(IntakeRooms rooms);
    ~Intake();

    /// All throw Problem.
    Upload announce(const std::string& name, std::int64_t size);
    Upload take_part(const std::string& id, std::int64_t offset, std::string_view bytes);
    void drop(const std::string& id);
    Batch add(ToRead what);
    Batch stop(const std::string& id);
    std::optional<Batch> batch(const std::string& id) const;
    std::vector<Batch> batches() const;  ///< newest first
    bool reading() const { return reading_; }

private:
    struct Job {
        Batch batch;
        ToRead what;
        std::vector<std::string> inputs;
        std::filesystem::path folder;
        std::atomic<bool> stopped = false;
    };
    std::filesystem::path folder_of(const std::string& id) const { return folder_ / id; }
    void put_texts(Job& job) const;
    void work(std::stop_token stop);
    void run(Job& job, store::Desk& desk, const std::stop_token& stop);
    void note_feeds(const Job& job, store::Desk& desk) const;
    template <class Change>
    Batch changed(Job& job, Change change);

    IntakeRooms rooms_;
    std::filesystem::path folder_;
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::map<std::string, Upload> uploads_;
    std::deque<std::shared_ptr<Job>> jobs_;     // all that are remembered, oldest first
    std::deque<std::shared_ptr<Job>> waiting_;
    std::atomic<bool> reading_ = false;
    std::int64_t last_number_ = 0;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace sitrep::serve
