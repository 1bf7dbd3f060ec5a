#include "serve/api/events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sitrep::serve {
namespace {

constexpr std::chrono::seconds silence_max{15};

}  // namespace

Events::Events() : keeping_([this](std::stop_token stop) { keep_open(stop); }) {}

bool Events::has_room(const std::string& who) const
{
    return streams_.size() < streams_max || std::ranges::any_of(streams_, [&](const Listening& one) { return one.who == who; });
}

bool Events::add(const std::string& who, std::shared_ptr<Stream> stream)
{
    const std::lock_guard lock(mutex_);
    if (closed_ || !has_room(who)) return false;
    if (!stream->send("retry: 3000\n\n")) return false;
    const auto is_theirs = [&](const Listening& one) { return one.who == who; };
    if (streams_.size() >= streams_max || std::size_t(std::ranges::count_if(streams_, is_theirs)) >= streams_each_max) {
        const auto oldest = std::ranges::find_if(streams_, is_theirs);
        oldest->stream->end();
        streams_.erase(oldest);
    }
    streams_.push_back({who, std::move(stream)});
    return true;
}

bool Events::full_for(const std::string& who) const
{
    const std::lock_guard lock(mutex_);
    return !has_room(who);
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
    std::erase_if(streams_, [&](const Listening& one) { return !one.stream->send(text); });
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
