// A mailbox file: messages one after the other, each behind a line that begins with "From ".
#include "read/run.hpp"
#include "read/text_shape.hpp"

#include <fmt/format.h>

namespace sitrep::read {
namespace {

constexpr std::size_t header_line_bytes = 256;  // enough to see that a header follows

// ">From " in a text is "From " with a guard (mboxrd: one more ">" for each that was there).
bool is_guarded(std::string_view line)
{
    const std::size_t guards = std::min(line.find_first_not_of('>'), line.size());
    return guards > 0 && line.substr(guards).starts_with("From ");
}

}  // namespace

void read_mbox(Buffered& in, const Frame& frame, Run& run)
{
    std::string message;
    std::string line;
    std::size_t number = 0;
    bool too_large = false;
    bool after_blank = true;
    const auto read = [&] {
        if (number == 0 || run.stopped()) return;
        const Frame one{.origin = fmt::format("{}, message {}", frame.origin, number), .name = {}, .url = {}, .content_type = {}};
        if (too_large) run.refuse(one.origin, "the message is larger than 64 MiB and was passed over. Save its attachments as files and read those");
        else read_message(message, one, run);
        message.clear();
        too_large = false;
    };
    while (!run.stopped()) {
        line.clear();
        const auto taken = in.take_line(line, document_bytes_max);
        if (taken == Buffered::Line::end) break;
        if (taken == Buffered::Line::taken && after_blank && line.starts_with("From ") && is_mbox(line + std::string(in.peek(header_line_bytes)))) {
            read();
            ++number;
            after_blank = false;
            continue;
        }
        after_blank = line == "\n" || line == "\r\n";
        if (is_guarded(line)) line.erase(0, 1);
        too_large |= taken == Buffered::Line::too_long || message.size() + line.size() > document_bytes_max;
        if (too_large) message.clear();
        else message += line;
    }
    read();
    if (!in.broken().empty()) run.refuse(fmt::format("{}, message {}", frame.origin, number), in.broken() + ". The messages before were read; copy the file again from where it came");
}

}  // namespace sitrep::read
