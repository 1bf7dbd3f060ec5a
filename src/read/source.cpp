// The pull stream: one thread reads ahead, a bounded queue, whoever takes the reports.
#include "read/source.hpp"

#include "read/bounds.hpp"
#include "read/fetch.hpp"
#include "read/inputs.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <variant>

namespace sitrep::read {
namespace {

// An address has been read to its end: the library may remember what its server said.
struct AddressRead {
    std::string url;
    Validators validators;
};
using Event = std::variant<Result<Received>, AddressRead>;

std::size_t bytes_in(const Event& event)
{
    const auto* received = std::get_if<Result<Received>>(&event);
    return received && received->has_value() ? (*received)->original.bytes.size() + (*received)->report.document.size() : 0;
}

class ReadAhead : public Source {
public:
    ReadAhead(std::vector<std::string> names, Options options) : options_(std::move(options))
    {
        // Asked here and now, so that the caller's functions are only ever called on the caller's thread.
        std::map<std::string, Validators> remembered;
        for (const auto& name : names)
            if (is_address(name) && options_.remembered)
                if (auto validators = options_.remembered(name)) remembered.emplace(name, std::move(*validators));
        reader_ = std::jthread([this, names = std::move(names), remembered = std::move(remembered)]() mutable { read(std::move(names), std::move(remembered)); });
    }

    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    ~ReadAhead() override
    {
        const std::scoped_lock lock(mutex_);
        stop_ = true;
        room_.notify_all();
    }

    std::optional<Result<Received>> next() override
    {
        for (;;) {
            auto event = take();
            if (!event) return std::nullopt;
            if (auto* received = std::get_if<Result<Received>>(&*event)) return std::move(*received);
            const auto& address = std::get<AddressRead>(*event);
            if (options_.remember) options_.remember(address.url, address.validators);
        }
    }

    Progress progress() const override { return {.bytes_done = bytes_done_, .bytes_total = bytes_total_}; }

private:
    std::optional<Event> take()
    {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [this] { return !queue_.empty() || ended_; });
        if (queue_.empty()) {
            if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
            return std::nullopt;
        }
        Event event = std::move(queue_.front());
        queue_.pop_front();
        queued_bytes_ -= bytes_in(event);
        // A full queue is filled again when half of it is gone: waking the reader for each report would cost more than some reports do.
        if (queue_.size() <= queue_reports_max / 2 && queued_bytes_ <= queue_bytes_max / 2) room_.notify_one();
        return event;
    }

    // One report is let in whatever its size; false when nobody wants more.
    bool give(Event event)
    {
        const std::size_t bytes = bytes_in(event);
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return stop_ || queue_.empty() || (queue_.size() < queue_reports_max && queued_bytes_ + bytes <= queue_bytes_max); });
        if (stop_) return false;
        queued_bytes_ += bytes;
        queue_.push_back(std::move(event));
        ready_.notify_one();
        return true;
    }

    void read(std::vector<std::string> names, std::map<std::string, Validators> remembered)
    {
        std::exception_ptr failure;
        try {
            const Inputs inputs{.names = std::move(names), .options = options_, .remembered = std::move(remembered),
                                .fetched = [this](const std::string& url, const Validators& validators) { give(AddressRead{url, validators}); },
                                .bytes_done = bytes_done_, .bytes_total = bytes_total_, .stop = stop_};
            read_inputs(inputs, [this](Result<Received> received) { return give(std::move(received)); });
        } catch (...) {
            failure = std::current_exception();  // the run cannot go on: whoever takes the reports is told in next()
        }
        const std::scoped_lock lock(mutex_);
        failure_ = failure;
        ended_ = true;
        ready_.notify_all();
    }

    Options options_;
    std::mutex mutex_;
    std::condition_variable ready_, room_;
    std::deque<Event> queue_;
    std::size_t queued_bytes_ = 0;
    bool ended_ = false;
    std::exception_ptr failure_;
    std::atomic<bool> stop_ = false;
    std::atomic<std::uint64_t> bytes_done_ = 0, bytes_total_ = 0;
    std::jthread reader_;  // last: it ends before the rest goes
};

}  // namespace

std::unique_ptr<Source> open(std::vector<std::string> inputs, Options options)
{
    return std::make_unique<ReadAhead>(std::move(inputs), std::move(options));
}

}  // namespace sitrep::read
