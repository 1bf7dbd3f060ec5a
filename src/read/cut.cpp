#include "read/cut.hpp"

#include <fmt/format.h>

namespace sitrep::read {

Piece piece_of(const Frame& frame, std::string bytes, std::size_t first_line)
{
    return {.origin = frame.origin, .name = frame.name, .url = frame.url, .content_type = frame.content_type, .bytes = std::move(bytes),
            .first_line = first_line, .header = {}};
}

std::string at_line(const Frame& frame, std::size_t line) { return fmt::format("{}, line {}", frame.origin, line); }

std::string too_long(std::string_view what)
{
    return fmt::format("{} is longer than {} MiB and was passed over; the lines after it are read. Look whether line ends are missing", what, line_bytes_max / mebibyte);
}

void say_if_broken(const Buffered& in, const Frame& frame, std::size_t line, Run& run)
{
    if (!in.broken().empty())
        run.refuse(at_line(frame, line), in.broken() + ". The lines before it were read; copy the file again from where it came");
}

}  // namespace sitrep::read
