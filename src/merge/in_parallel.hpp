// Pieces of one work on several threads, where it does not matter who does which.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

namespace sitrep::merge {

/// Calls `work(thread, piece)` once for each piece from 0 on, `thread` below `threads`; this thread is one of them. What one throws comes out when all have ended.
template <class Work>
void in_parallel(std::size_t threads, std::size_t pieces, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&](std::size_t thread) {
        for (auto piece = next++; piece < pieces; piece = next++) work(thread, piece);
    };
    std::vector<std::future<void>> others;  // their destructors wait, also when this thread throws
    for (std::size_t thread = 1; thread < threads && thread < pieces; ++thread) others.push_back(std::async(std::launch::async, take, thread));
    take(0);
    for (auto& other : others) other.get();
}

}  // namespace sitrep::merge
