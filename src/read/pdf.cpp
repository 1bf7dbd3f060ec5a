// A PDF through pdftotext, a program of its own: its licence stays apart from ours, and a hostile file ends it, not us.
#include "read/bounds.hpp"
#include "read/child_process.hpp"
#include "read/html_text.hpp"
#include "read/parts.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sitrep::read {
namespace {

constexpr std::chrono::milliseconds pdf_time_max{5'000};
constexpr std::size_t pdf_memory_bytes_max = 1024 * mebibyte;  // of pdftotext's address space; it needs far less of real memory

bool ends_sentence(std::string_view line)
{
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("؟") || line.ends_with(':') || line.ends_with('"');
}

// Lines of print joined to paragraphs again: a line goes on unless it is followed by an empty one, or is short and ends a sentence.
std::string paragraphs_of(std::string_view printed)
{
    std::size_t longest = 0;
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < printed.size();) {
        const std::size_t end = std::min(printed.find('\n', at), printed.size());
        lines.push_back(printed.substr(at, end - at));
        longest = std::max(longest, end - at);
        at = end + 1;
    }
    TextLines out;
    for (const std::string_view line : lines) {
        const bool blank = line.find_first_not_of(" \t\f\r") == std::string_view::npos;
        if (blank) {
            out.end_line();
            continue;
        }
        out.add(line);
        const bool is_short = line.size() * 3 < longest * 2;
        if (is_short && ends_sentence(line)) {
            out.end_line();
        } else {
            out.add(" ");
        }
    }
    return out.take();
}

}  // namespace

void read_pdf(Piece piece, const Options& options, const Sink& sink)
{
    const ChildBounds bounds{.time = pdf_time_max, .output_bytes = report_text_bytes_max, .memory_bytes = pdf_memory_bytes_max};
    const ChildResult result = run_child({"pdftotext", "-enc", "UTF-8", "-nopgbrk", "-q", "-", "-"}, piece.bytes, bounds);
    switch (result.end) {
    case ChildResult::End::not_found:
        sink(bad_input(piece.origin, "reading PDF needs the program pdftotext. Install poppler-utils, or save the document as text"));
        return;
    case ChildResult::End::too_slow:
        sink(bad_input(piece.origin, fmt::format("pdftotext did not finish within {} seconds. Save the document as text", pdf_time_max.count() / 1000)));
        return;
    case ChildResult::End::too_much:
        sink(bad_input(piece.origin, fmt::format("it has more than {} MiB of text. Split it", report_text_bytes_max / mebibyte)));
        return;
    case ChildResult::End::failed:
        sink(bad_input(piece.origin, "pdftotext cannot read it: the PDF is damaged or locked with a password. Open it in a viewer and print it to a new PDF"));
        return;
    case ChildResult::End::finished: break;
    }
    const std::string words = paragraphs_of(text::to_valid_utf8(result.output));
    if (words.empty()) {
        sink(bad_input(piece.origin, "the PDF has no text: it may be a scan. Run it through a text recognition program first"));
        return;
    }
    Report report;
    report.url = piece.url;
    report.publisher = options.publisher;
    report.set_words({}, words);
    sink(receive(std::move(report), std::move(piece.bytes), Format::pdf, std::move(piece.origin)));
}

}  // namespace sitrep::read
