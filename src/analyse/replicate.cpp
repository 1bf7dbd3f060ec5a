#include "analyse/replicate.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sitrep::analyse {

void replicate(std::size_t pieces, unsigned threads, const std::function<void(std::size_t)>& work)
{
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failed;
    std::mutex failing;
    const auto run = [&] {
        for (std::size_t i = next++; i < pieces; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::scoped_lock lock(failing);
                if (!failed) failed = std::current_exception();
                next = pieces;
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min<std::size_t>(threads, pieces); ++i) others.emplace_back(run);
        run();
    }
    if (failed) std::rethrow_exception(failed);
}

}  // namespace sitrep::analyse
