// A pure function over a stream, on several threads, the results in the order of the stream.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace sitrep::pipeline {

/// Worker threads that run jobs first in, first out. With no workers a job runs where it is handed in.
class Workers {
public:
    explicit Workers(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            threads_.emplace_back([this](std::stop_token stop) { serve(stop); });
    }

    template <class Job>
    std::future<std::invoke_result_t<Job>> run(Job job)
    {
        std::packaged_task<std::invoke_result_t<Job>()> task(std::move(job));
        auto result = task.get_future();
        if (threads_.empty()) {
            task();
            return result;
        }
        {
            const std::lock_guard lock(mutex_);
            jobs_.emplace_back(std::move(task));
        }
        ready_.notify_one();
        return result;
    }

private:
    // packaged_task<void()> takes any move-only callable; wrapping one in another erases the result type.
    using Job = std::packaged_task<void()>;

    void serve(std::stop_token stop)
    {
        std::unique_lock lock(mutex_);
        while (ready_.wait(lock, stop, [&] { return !jobs_.empty(); })) {
            Job job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any ready_;
    std::deque<Job> jobs_;
    std::vector<std::jthread> threads_;  // last: they stop before what they use goes
};

/// How much may be held at once: no more than `items`, and no further item once `bytes` are held.
struct Held {
    std::size_t items;
    std::size_t bytes;
};

/// Calls `next()` until it gives nothing, `work(item)` on the workers, `done(item, result)` on this thread in order.
/// `held` bounds what waits in between, by number and by `size(item)`, so memory does not grow with the stream.
template <class Item, class Size, class Work>
void in_order(Workers& workers, Held held_max, const std::function<std::optional<Item>()>& next, const Size& size, const Work& work,
              const std::function<void(Item, std::invoke_result_t<Work, const Item&>)>& done)
{
    using Out = std::invoke_result_t<Work, const Item&>;
    struct Pending {
        std::unique_ptr<Item> item;
        std::future<Out> result;
    };
    std::deque<Pending> pending;
    std::size_t bytes = 0;
    bool more = true;
    while (more || !pending.empty()) {
        while (more && pending.size() < held_max.items && bytes < held_max.bytes) {
            auto item = next();
            more = item.has_value();
            if (!more) break;
            bytes += size(*item);
            auto held = std::make_unique<Item>(std::move(*item));
            auto result = workers.run([&work, item_in_work = held.get()] { return work(*item_in_work); });
            pending.push_back({std::move(held), std::move(result)});
        }
        if (pending.empty()) break;
        Pending first = std::move(pending.front());
        pending.pop_front();
        Out out = first.result.get();
        bytes -= size(*first.item);
        done(std::move(*first.item), std::move(out));
    }
}

}  // namespace sitrep::pipeline
