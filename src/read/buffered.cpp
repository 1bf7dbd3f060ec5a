#include "read/buffered.hpp"

#include "read/bounds.hpp"

#include <algorithm>
#include <cstring>

namespace sitrep::read {

Buffered::Buffered(ByteStream& stream) : stream_(stream) {}

bool Buffered::refill()
{
    if (ended_) return false;
    if (buffer_.empty()) buffer_.resize(buffer_bytes);
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == buffer_.size()) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    const auto count = stream_.read(std::span(buffer_).subspan(end_));
    if (!count) broken_ = count.error();
    if (!count || *count == 0) {
        ended_ = true;
        return false;
    }
    end_ += *count;
    read_ += *count;
    furthest_ = std::max(furthest_, read_);
    return true;
}

std::string_view Buffered::peek(std::size_t wanted)
{
    while (end_ - begin_ < wanted && refill()) {}
    return {buffer_.data() + begin_, std::min(wanted, end_ - begin_)};
}

std::string_view Buffered::some()
{
    if (begin_ == end_) refill();
    return {buffer_.data() + begin_, end_ - begin_};
}

Buffered::Line Buffered::take_line(std::string& into, std::size_t bytes_max)
{
    const std::size_t before = into.size();
    bool too_long = false;
    bool any = false;
    for (auto ready = some(); !ready.empty(); ready = some()) {
        any = true;
        const std::size_t newline = ready.find('\n');
        const std::size_t count = newline == std::string_view::npos ? ready.size() : newline + 1;
        if (!too_long && into.size() - before + count > bytes_max) {
            too_long = true;
            into.resize(before);
        }
        if (!too_long) into.append(ready.substr(0, count));
        take(count);
        if (newline != std::string_view::npos) break;
    }
    if (!any) return Line::end;
    return too_long ? Line::too_long : Line::taken;
}

bool Buffered::take_all(std::string& into, std::size_t bytes_max)
{
    for (auto ready = some(); !ready.empty(); ready = some()) {
        if (into.size() + ready.size() > bytes_max) return false;
        into.append(ready);
        take(ready.size());
    }
    return true;
}

bool Buffered::take_exactly(std::string& into, std::uint64_t bytes)
{
    while (bytes > 0) {
        const auto ready = some();
        if (ready.empty()) return false;
        const std::size_t count = std::size_t(std::min<std::uint64_t>(bytes, ready.size()));
        into.append(ready.substr(0, count));
        take(count);
        bytes -= count;
    }
    return true;
}

bool Buffered::skip(std::uint64_t bytes)
{
    const auto size = stream_.seekable_size();
    if (size && bytes > buffer_bytes && position() < *size) {
        const std::uint64_t left = *size - position();
        return seek(position() + std::min(bytes, left)) && bytes <= left;
    }
    while (bytes > 0) {
        const auto ready = some();
        if (ready.empty()) return false;
        const std::size_t count = std::size_t(std::min<std::uint64_t>(bytes, ready.size()));
        take(count);
        bytes -= count;
    }
    return true;
}

bool Buffered::seek(std::uint64_t position)
{
    if (!stream_.seek(position)) return false;
    begin_ = end_ = 0;
    read_ = position;
    ended_ = false;
    return true;
}

}  // namespace sitrep::read
