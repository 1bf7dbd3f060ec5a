// Tables cut into pieces at the ends of rows, the header row handed on with each.
#include "read/cut.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sitrep::read {
namespace {

// A quote that never closes swallows the rest of a table: so many times its row is given up and the reading begins anew on the next line.
constexpr int unclosed_quotes_max = 20;

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

struct Row {
    std::string bytes;
    std::size_t lines = 0;
    bool too_long = false;
    bool unclosed = false;
};

// The next row with all its lines; false at the end.
bool take_row(Buffered& in, RowScanner& scanner, Row& row)
{
    row = {};
    scanner.begin_row();
    for (;;) {
        const std::size_t before = row.bytes.size();
        const auto taken = in.take_line(row.bytes, line_bytes_max - before);
        if (taken == Buffered::Line::end) {
            row.unclosed = row.lines > 0;
            return row.lines > 0;
        }
        ++row.lines;
        row.too_long = taken == Buffered::Line::too_long;
        if (row.too_long || scanner.line_ends_row(std::string_view(row.bytes).substr(before))) return true;
    }
}

class RowCutter {
public:
    RowCutter(const Frame& frame, Run& run, char delimiter) : frame_(frame), run_(run), scanner_(delimiter) {}

    void cut(Buffered& in)
    {
        auto behind = cut_until_unclosed(in);
        while (behind && !run_.stopped()) {
            const std::string bytes = std::move(*behind);
            MemoryBytes memory(bytes);
            Buffered again(memory);
            behind = cut_until_unclosed(again);
        }
        if (!refused_any_ || !header_alone()) read();
        say_if_broken(in, frame_, line_, run_);
    }

private:
    // Where the input ends inside a quote, the line on which it opened is refused; the lines behind it, which were not
    // meant to be part of it, come back.
    std::optional<std::string> cut_until_unclosed(Buffered& in)
    {
        Row row;
        while (!run_.stopped() && take_row(in, scanner_, row)) {
            if (row.unclosed) return in.broken().empty() ? without_first_line(std::move(row.bytes)) : std::nullopt;
            if (row.too_long) {
                refuse_row(too_long("the row"));
                if (header_.empty()) return std::nullopt;  // without its header a table says nothing
            } else {
                if (header_.empty()) header_ = row.bytes;
                gathered_ += row.bytes;
            }
            line_ += row.lines;
            if (row.too_long) first_line_ = line_;
            if (gathered_.size() >= piece_bytes) read();
        }
        return std::nullopt;
    }

    std::optional<std::string> without_first_line(std::string bytes)
    {
        if (++unclosed_quotes_ > unclosed_quotes_max) {
            refuse_row("here and below, quotes are opened and never closed. Look whether the table was saved with another delimiter or quote");
            return std::nullopt;
        }
        refuse_row("a quote is opened in this row and never closed. Close it, or double it if it belongs to the words; the rows below are read");
        first_line_ = ++line_;
        const std::size_t newline = bytes.find('\n');
        if (newline == std::string::npos || newline + 1 == bytes.size() || header_.empty()) return std::nullopt;
        bytes.erase(0, newline + 1);
        return bytes;
    }

    // The rows before it are read first, so that all is told in the order of the table.
    void refuse_row(std::string why)
    {
        refused_any_ = true;
        if (header_alone()) {
            gathered_.clear();
            header_read_ = true;
        }
        read();
        run_.refuse(at_line(frame_, line_), std::move(why));
    }

    bool header_alone() const { return !header_read_ && gathered_.size() == header_.size(); }

    void read()
    {
        const std::size_t first = std::exchange(first_line_, line_);
        if (gathered_.empty() || run_.stopped()) return;
        Piece piece = piece_of(frame_, std::exchange(gathered_, {}), first);
        if (std::exchange(header_read_, true)) piece.header = header_;
        read_csv(std::move(piece), run_.options(), run_.sink());
    }

    const Frame& frame_;
    Run& run_;
    RowScanner scanner_;
    std::string header_;
    bool header_read_ = false;
    std::string gathered_;
    std::size_t line_ = 1;        // of the row that comes next
    std::size_t first_line_ = 1;  // of the gathered rows
    int unclosed_quotes_ = 0;
    bool refused_any_ = false;
};

void cut_rows_utf8(Buffered& in, const Frame& frame, Run& run)
{
    const std::string_view start = in.peek(peek_bytes);
    RowCutter(frame, run, delimiter_of(start.substr(0, start.find('\n')))).cut(in);
}

}  // namespace

void cut_rows(Buffered& in, const Frame& frame, Run& run) { cut_utf8(in, frame, run, cut_rows_utf8); }

}  // namespace sitrep::read
