// Inside read/: long inputs cut into pieces, each read by itself, so that memory stays flat.
#pragma once

#include "read/run.hpp"
#include "read/utf16_bytes.hpp"

#include <string>
#include <string_view>

namespace sitrep::read {

Piece piece_of(const Frame& frame, std::string bytes, std::size_t first_line);
std::string at_line(const Frame& frame, std::size_t line);
/// Why `what` ("the line") of more than line_bytes_max is not read.
std::string too_long(std::string_view what);
void say_if_broken(const Buffered& in, const Frame& frame, std::size_t line, Run& run);

// UTF-16 has newlines of two bytes: such inputs are read through a converter. Any other encoding is told once, from
// the beginning, so that all pieces are decoded alike.
template <class Cut>
void cut_utf8(Buffered& in, const Frame& frame, Run& run, Cut cut)
{
    Frame named = frame;
    if (const auto order = utf16_order(in.peek(peek_bytes))) {
        Utf16Bytes converted(in, *order);
        Buffered utf8(converted);
        named.content_type = "text/plain; charset=utf-8";
        return cut(utf8, named, run);
    }
    if (in.peek(3) == "\xEF\xBB\xBF") in.take(3);
    const std::string encoding = encoding_of(in.peek(peek_bytes), charset_of(frame.content_type));
    if (!encoding.empty()) named.content_type = "text/plain; charset=" + encoding;
    cut(in, named, run);
}

}  // namespace sitrep::read
