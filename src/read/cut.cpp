// Long JSON and CSV inputs cut into pieces at line ends, each read by itself, so that memory stays flat.
#include "read/run.hpp"
#include "read/utf16_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::read {
namespace {

Piece piece_of(const Frame& frame, std::string bytes, std::size_t first_line)
{
    return {.origin = frame.origin, .name = frame.name, .url = frame.url, .content_type = frame.content_type, .bytes = std::move(bytes),
            .first_line = first_line, .header = {}};
}

std::string at_line(const Frame& frame, std::size_t line) { return fmt::format("{}, line {}", frame.origin, line); }

std::string too_long(std::string_view what)
{
    return fmt::format("{} is longer than {} MiB and was passed over; the lines after it are read. Look whether line ends are missing", what, document_bytes_max / mebibyte);
}

void say_if_broken(const Buffered& in, const Frame& frame, std::size_t line, Run& run)
{
    if (!in.broken().empty())
        run.refuse(at_line(frame, line), in.broken() + ". The lines before it were read; copy the file again from where it came");
}

// Whole lines gathered up to a piece's size, and where they begin.
struct Gathered {
    std::string bytes;
    std::size_t first_line = 1;
};

// Scans rows as RFC 4180 has them: a quote opens only at the start of a field, so that 5" in a text does no harm.
class RowScanner {
public:
    explicit RowScanner(char delimiter) : delimiter_(delimiter) {}
    /// Takes one line of bytes, newline included; true when the row ends with it.
    bool line_ends_row(std::string_view line)
    {
        for (const char c : line) {
            if (quoted_) {
                if (c == '"') quoted_ = false, closed_ = true;
            } else if (c == '"' && (field_start_ || closed_)) {
                quoted_ = true, field_start_ = false, closed_ = false;
            } else {
                field_start_ = c == delimiter_ || c == '\n';
                closed_ = false;
            }
        }
        return !quoted_;
    }
    void begin_row() { quoted_ = closed_ = false, field_start_ = true; }

private:
    char delimiter_;
    bool quoted_ = false;
    bool closed_ = false;  // after a quote that may be the first of a doubled one
    bool field_start_ = true;
};

char delimiter_of(std::string_view header)
{
    constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
    return *std::max_element(candidates.begin(), candidates.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

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

void cut_lines_utf8(Buffered& in, const Frame& frame, Run& run)
{
    Gathered gathered;
    std::size_t line = 1;
    const auto read = [&] {
        if (!gathered.bytes.empty() && !run.stopped()) read_json_lines(piece_of(frame, std::exchange(gathered.bytes, {}), gathered.first_line), run.options(), run.sink());
    };
    for (;; ++line) {
        const auto taken = in.take_line(gathered.bytes, document_bytes_max);
        if (taken == Buffered::Line::end || run.stopped()) break;
        if (taken == Buffered::Line::too_long) {
            read();
            run.refuse(at_line(frame, line), too_long("the line"));
            gathered.first_line = line + 1;
        } else if (gathered.bytes.size() >= piece_bytes) {
            read();
            gathered.first_line = line + 1;
        }
    }
    read();
    say_if_broken(in, frame, line, run);
}

struct Row {
    std::string bytes;
    std::size_t lines = 0;
    bool too_long = false;
};

// The next row with all its lines; nothing at the end.
bool take_row(Buffered& in, RowScanner& scanner, Row& row)
{
    row = {};
    scanner.begin_row();
    for (;;) {
        const std::size_t before = row.bytes.size();
        const auto taken = in.take_line(row.bytes, document_bytes_max - before);
        if (taken == Buffered::Line::end) return row.lines > 0;
        ++row.lines;
        if (taken == Buffered::Line::too_long) {
            row.too_long = true;
            return true;
        }
        if (scanner.line_ends_row(std::string_view(row.bytes).substr(before))) return true;
    }
}

void cut_rows_utf8(Buffered& in, const Frame& frame, Run& run)
{
    const std::string_view start = in.peek(peek_bytes);
    RowScanner scanner(delimiter_of(start.substr(0, start.find('\n'))));
    Gathered gathered;
    std::string header;
    bool first_piece = true;
    const auto read = [&] {
        if (gathered.bytes.empty() || run.stopped()) return;
        Piece piece = piece_of(frame, std::exchange(gathered.bytes, {}), gathered.first_line);
        if (!std::exchange(first_piece, false)) piece.header = header;
        read_csv(std::move(piece), run.options(), run.sink());
    };
    Row row;
    std::size_t line = 1;
    while (!run.stopped() && take_row(in, scanner, row)) {
        if (row.too_long) {
            read();
            run.refuse(at_line(frame, line), too_long("the row"));
            if (line == 1) return;  // without its header a table says nothing
            gathered.first_line = line + row.lines;
        } else {
            if (line == 1) header = row.bytes;
            gathered.bytes += row.bytes;
        }
        line += row.lines;
        if (gathered.bytes.size() < piece_bytes) continue;
        read();
        gathered.first_line = line;
    }
    read();
    say_if_broken(in, frame, line, run);
}

// Finds where JSON values end, by brackets and strings alone: whether they are good JSON is for the reader to say.
class ValueScanner {
public:
    /// True with the byte that closes a value of the outermost level (`array`: inside the one outer array).
    bool closes(char c, bool array)
    {
        if (in_string_) {
            if (escaped_) escaped_ = false;
            else if (c == '\\') escaped_ = true;
            else if (c == '"') in_string_ = false;
            return false;
        }
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') ++depth_;
        if (c != '}' && c != ']') return false;
        if (depth_ > 0) --depth_;
        return depth_ == (array ? 1 : 0) && c == '}';
    }
    std::size_t depth() const { return depth_; }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

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
        if (value.size() > document_bytes_max) return run.refuse(at_line(frame, value_line), "the value that begins here is longer than 64 MiB. Look whether a closing bracket is missing");
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

void cut_rows(Buffered& in, const Frame& frame, Run& run) { cut_utf8(in, frame, run, cut_rows_utf8); }

}  // namespace sitrep::read
