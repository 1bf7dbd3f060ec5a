#include "serve/api/events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sitrep::serve {
namespace {

constexpr std::chrono::seconds silence_max{15};

}  // namespace

Events::Events() : keeping_([this](std::stop_token stop) { keep_open(stop); }) {}

bool Events::add(std::shared_ptr<Stream> stream)
{
    const std::lock_guard lock(mutex_);
    if (closed_ || streams_.size() >= streams_max) return false;
    if (!stream->send("retry: 3000\n\n")) return false;
    streams_.push_back(std::move(stream));
    return true;
}

bool Events::full() const
{
    const std::lock_guard lock(mutex_);
    return streams_.size() >= streams_max;
}

void Events::close()
{
    const std::lock_guard lock(mutex_);
    closed_ = true;
    streams_.clear();
}

void Events::tell(std::string_view event, std::string_view json) { send(fmt::format("event: {}\ndata: {}\n\n", event, json)); }

void Events::send(const std::string& text)
{
    const std::lock_guard lock(mutex_);
    std::erase_if(streams_, [&](const auto& stream) { return !stream->send(text); });
}

void Events::keep_open(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stop, silence_max, [] { return false; });
        }
        if (!stop.stop_requested()) send(": still here\n\n");
    }
}

}  // namespace sitrep::serve
