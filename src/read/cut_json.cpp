// JSON lines, and JSON documents object by object.
#include "read/cut.hpp"
#include "read/value_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::read {
namespace {

// Everything up to the last newline that is there becomes a piece; what is behind it waits for more.
class LineCutter {
public:
    LineCutter(const Frame& frame, Run& run) : frame_(frame), run_(run) {}

    void add(std::string_view bytes)
    {
        if (passing_over_) {
            const std::size_t newline = bytes.find('\n');
            if (newline == std::string_view::npos) return;
            run_.refuse(at_line(frame_, line_++), too_long("the line"));
            passing_over_ = false;
            bytes.remove_prefix(newline + 1);
        }
        const std::size_t last = bytes.rfind('\n');
        if (last != std::string_view::npos) cut_ = gathered_.size() + last + 1;
        gathered_ += bytes;
        if (gathered_.size() >= piece_bytes && cut_ > 0) read();
        if (gathered_.size() > line_bytes_max && cut_ == 0) {
            passing_over_ = true;
            std::string().swap(gathered_);
        }
    }

    void end(const Buffered& in)
    {
        if (passing_over_) run_.refuse(at_line(frame_, line_), too_long("the line"));
        cut_ = gathered_.size();
        read();
        say_if_broken(in, frame_, line_, run_);
    }

private:
    void read()
    {
        std::string piece = gathered_.substr(0, cut_);
        gathered_.erase(0, std::exchange(cut_, 0));
        const std::size_t first = std::exchange(line_, line_ + std::size_t(std::count(piece.begin(), piece.end(), '\n')));
        const bool blank = piece.find_first_not_of(" \t\r\n") == std::string::npos;
        if (!blank && !run_.stopped()) read_json_lines(piece_of(frame_, std::move(piece), first), run_.options(), run_.sink());
    }

    const Frame& frame_;
    Run& run_;
    std::string gathered_;
    std::size_t cut_ = 0;   // behind the last newline gathered
    std::size_t line_ = 1;  // on which the gathered bytes begin
    bool passing_over_ = false;
};

void cut_lines_utf8(Buffered& in, const Frame& frame, Run& run)
{
    LineCutter cutter(frame, run);
    for (auto ready = in.some(); !ready.empty() && !run.stopped(); ready = in.some()) {
        cutter.add(ready);
        in.take(ready.size());
    }
    if (!run.stopped()) cutter.end(in);
}

// One array, or an object spread over lines: not JSON lines, though exports by that name often are.
bool begins_json_document(std::string_view start)
{
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    if (start.starts_with('[')) return true;
    if (!start.starts_with('{')) return false;
    const std::size_t next = start.find_first_not_of(" \t\r", 1);
    return next != std::string_view::npos && start[next] == '\n';
}

void cut_values_utf8(Buffered& in, const Frame& frame, Run& run)
{
    const bool array = in.peek(peek_bytes).find_first_of("[{") == in.peek(peek_bytes).find('[');
    ValueScanner scanner;
    std::string value;
    std::size_t line = 1;
    std::size_t value_line = 1;
    for (auto ready = in.some(); !ready.empty() && !run.stopped(); ready = in.some()) {
        for (const char c : ready) {
            if (c == '\n') ++line;
            const bool inside = scanner.depth() > (array ? 1U : 0U);
            const bool closed = scanner.closes(c, array);
            if (!inside && c == '{') value_line = line;
            if (inside || c == '{') value += c == '\n' || c == '\r' ? ' ' : c;  // the reader wants it on one line
            if (!closed) continue;
            value += '\n';
            read_json_lines(piece_of(frame, std::exchange(value, {}), value_line), run.options(), run.sink());
            if (run.stopped()) return;
        }
        in.take(ready.size());
        if (value.size() > line_bytes_max) return run.refuse(at_line(frame, value_line), "the value that begins here is longer than 16 MiB. Look whether a closing bracket is missing");
    }
    if (!value.empty()) run.refuse(at_line(frame, value_line), "the JSON value that begins here has no end. Copy the file again from where it came");
    say_if_broken(in, frame, line, run);
}

}  // namespace

void cut_json(Buffered& in, const Frame& frame, Run& run)
{
    cut_utf8(in, frame, run, [](Buffered& utf8, const Frame& named, Run& same) {
        return begins_json_document(utf8.peek(peek_bytes)) ? cut_values_utf8(utf8, named, same) : cut_lines_utf8(utf8, named, same);
    });
}

}  // namespace sitrep::read
