// UTF-16 told from its bytes, and made UTF-8 a stretch at a time.
#pragma once

#include "read/buffered.hpp"

#include <optional>
#include <string>

namespace sitrep::read {

enum class Utf16Order { little_endian, big_endian };

/// By the byte-order mark, or by the pattern that Latin and Arabic letters leave in every second byte.
std::optional<Utf16Order> utf16_order(std::string_view start);

/// A stream of UTF-16 as UTF-8, without its byte-order mark; half characters become U+FFFD.
class Utf16Bytes : public ByteStream {
public:
    Utf16Bytes(Buffered& in, Utf16Order order) : in_(in), order_(order) {}
    tl::expected<std::size_t, std::string> read(std::span<char> into) override;

private:
    void convert_more();
    Buffered& in_;
    Utf16Order order_;
    char16_t high_ = 0;  // first half of a pair that the last stretch ended with
    std::string ready_;
    std::size_t given_ = 0;
};

}  // namespace sitrep::read
