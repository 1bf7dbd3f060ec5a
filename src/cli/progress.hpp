// The progress bar: on a terminal only, on stderr, with rate and time left.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace sitrep::cli {

class ProgressBar {
public:
    explicit ProgressBar(std::string what);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    /// `share` 0..1, or negative when the end is not known; `count` things done so far.
    void show(std::int64_t count, double share);

private:
    std::string what_;
    bool on_terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace sitrep::cli
