// Whose turn it is to write: people at the desk before the reading in, so that nobody waits for a long batch.
#pragma once

#include <condition_variable>
#include <mutex>

namespace sitrep::serve {

class Turns {
public:
    /// Held while a person's change is made. One at a time.
    class Turn {
    public:
        explicit Turn(Turns& turns) : turns_(turns)
        {
            {
                const std::lock_guard lock(turns_.mutex_);
                ++turns_.waiting_;
            }
            changing_ = std::unique_lock(turns_.changing_);
        }
        ~Turn()
        {
            changing_.unlock();
            const std::lock_guard lock(turns_.mutex_);
            if (--turns_.waiting_ == 0) turns_.free_.notify_all();
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        Turns& turns_;
        std::unique_lock<std::mutex> changing_;
    };
    /// Between two reports: waits until no person's change is under way.
    void give_way()
    {
        std::unique_lock lock(mutex_);
        free_.wait(lock, [this] { return waiting_ == 0; });
    }

private:
    std::mutex mutex_, changing_;
    std::condition_variable free_;
    int waiting_ = 0;
};

}  // namespace sitrep::serve
