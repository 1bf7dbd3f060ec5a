// A stream one can look ahead in: what every reader of long inputs reads from.
#pragma once

#include "read/byte_stream.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::read {

class Buffered {
public:
    /// The stream must outlive this.
    explicit Buffered(ByteStream& stream);

    /// The next `wanted` bytes (at most peek_bytes) without taking them; fewer only where the stream ends.
    std::string_view peek(std::size_t wanted);
    /// At least one byte, without taking it; empty only where the stream ends.
    std::string_view some();
    void take(std::size_t bytes) { begin_ += bytes; }
    bool at_end() { return some().empty(); }
    /// Why the stream ended before its time, in words; empty when it did not.
    const std::string& broken() const { return broken_; }

    enum class Line { taken, too_long, end };
    /// Appends the next line, newline included, to `into`. Of a line longer than `bytes_max` nothing is kept: it is passed over.
    Line take_line(std::string& into, std::size_t bytes_max);
    /// Appends everything up to the end; false when that is more than `bytes_max` (then nothing more is read).
    bool take_all(std::string& into, std::size_t bytes_max);
    /// Appends `bytes` bytes; false when the stream ends before.
    bool take_exactly(std::string& into, std::uint64_t bytes);
    bool skip(std::uint64_t bytes);

    std::uint64_t position() const { return read_ - (end_ - begin_); }
    /// The furthest byte read so far.
    std::uint64_t furthest() const { return furthest_; }
    std::optional<std::uint64_t> seekable_size() const { return stream_.seekable_size(); }
    bool seek(std::uint64_t position);

private:
    bool refill();  // reads more behind what is there; false at the end
    ByteStream& stream_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t read_ = 0, furthest_ = 0;
    bool ended_ = false;
    std::string broken_;
};

}  // namespace sitrep::read
