#include "cli/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace sitrep::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds between_draws{100};
constexpr int bar_columns = 30;

std::string duration(double seconds)
{
    const auto whole = std::int64_t(seconds);
    return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60) : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), on_terminal_(isatty(STDERR_FILENO) == 1), begin_(Clock::now()), last_(begin_ - between_draws)
{
}

ProgressBar::~ProgressBar()
{
    if (drawn_) std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(std::int64_t count, double share)
{
    const auto now = Clock::now();
    if (!on_terminal_ || now - last_ < between_draws) return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::max(0.001, std::chrono::duration<double>(now - begin_).count());
    if (share < 0) {
        fmt::print(stderr, "\r\033[K{} {}  {:.0f}/s", what_, count, double(count) / seconds);
    } else {
        const int full = int(std::clamp(share, 0.0, 1.0) * bar_columns);
        const std::string left = share > 0.01 ? duration(seconds / share - seconds) + " left" : "";
        fmt::print(stderr, "\r\033[K{} [{:#<{}}{:.<{}}] {:3.0f}%  {}  {:.0f}/s  {}", what_, "", full, "", bar_columns - full, share * 100, count,
                   double(count) / seconds, left);
    }
    std::fflush(stderr);
}

}  // namespace sitrep::cli
