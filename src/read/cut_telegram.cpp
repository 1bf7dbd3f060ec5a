// The export of one Telegram chat, cut between messages: years of a channel are larger than one document may be.
#include "read/cut.hpp"
#include "read/value_scanner.hpp"

#include <fmt/format.h>

#include <optional>

namespace sitrep::read {
namespace {

constexpr std::size_t part_bytes = 8 * mebibyte;

// What the export says of its chat, up to and with the bracket before the first message; nothing where one export holds
// several chats (each has such a frame of its own), or the frame is longer than anybody's.
std::optional<std::string> frame_of_chat(std::string_view start)
{
    const std::size_t key = start.find("\"messages\"");
    if (key == std::string_view::npos || start.substr(0, key).find("\"chats\"") != std::string_view::npos) return std::nullopt;
    const std::size_t colon = start.find_first_not_of(" \t\r\n", key + 10);
    if (colon == std::string_view::npos || start[colon] != ':') return std::nullopt;
    const std::size_t bracket = start.find_first_not_of(" \t\r\n", colon + 1);
    if (bracket == std::string_view::npos || start[bracket] != '[') return std::nullopt;
    return std::string(start.substr(0, bracket + 1));
}

class ChatCutter {
public:
    ChatCutter(const Frame& frame, std::string chat, Run& run) : frame_(frame), chat_(std::move(chat)), run_(run) {}

    /// False behind the last message, or where one goes on without an end (which the reader of the part then says).
    bool add(std::string_view bytes)
    {
        for (const char c : bytes) {
            if (scanner_.depth() == 0 && c == ']') return false;
            const bool closed = scanner_.closes(c, false);
            if (messages_.empty() && scanner_.depth() == 0) continue;  // the comma between two parts
            messages_ += c;
            if (closed && messages_.size() >= part_bytes) read("]}");
        }
        return messages_.size() <= document_bytes_max;
    }

    void end(bool complete)
    {
        if (!messages_.empty() || parts_ == 0 || !complete) read(complete ? "]}" : "");
    }

private:
    // The chat's frame goes with every part, so that each is an export by itself.
    void read(std::string_view close)
    {
        Piece piece = piece_of(frame_, chat_ + std::exchange(messages_, {}), 1);
        piece.bytes += close;
        if (++parts_ > 1) piece.origin += fmt::format(", part {}", parts_);
        if (!run_.stopped()) read_telegram(std::move(piece), run_.options(), run_.sink());
    }

    const Frame& frame_;
    std::string chat_;
    Run& run_;
    ValueScanner scanner_;
    std::string messages_;
    int parts_ = 0;
};

}  // namespace

bool cut_telegram(Buffered& in, const Frame& frame, Run& run)
{
    auto chat = frame_of_chat(in.peek(peek_bytes));
    if (!chat) return false;
    in.take(chat->size());
    ChatCutter cutter(frame, std::move(*chat), run);
    bool complete = false;
    for (auto ready = in.some(); !complete && !ready.empty() && !run.stopped(); ready = in.some()) {
        complete = !cutter.add(ready);
        in.take(ready.size());
    }
    cutter.end(complete);
    if (!in.broken().empty()) run.refuse(frame.origin, in.broken() + ". The messages before were read; copy the file again from where it came");
    return true;
}

}  // namespace sitrep::read
