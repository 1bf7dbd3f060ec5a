// A web page: its article, and what its metadata say of it.
#include "read/ascii.hpp"
#include "read/html_article.hpp"
#include "read/html_facts.hpp"
#include "read/html_tokens.hpp"
#include "read/run.hpp"

#include <fmt/format.h>

namespace sitrep::read {
namespace {

// The encoding that a page declares in its first bytes, as browsers look for it.
std::string declared_in_page(std::string_view bytes)
{
    constexpr std::size_t looked_at_bytes = 4096;
    const std::string start = lowered(bytes.substr(0, looked_at_bytes));
    for (std::size_t at = start.find("charset"); at != std::string::npos; at = start.find("charset", at + 1)) {
        const std::size_t sign = start.find_first_not_of(" \t\r\n", at + std::string_view("charset").size());
        if (sign == std::string::npos || start[sign] != '=') {
            continue;
        }
        const std::size_t begin = start.find_first_not_of(" \t\r\n\"'", sign + 1);
        if (begin != std::string::npos) {
            return start.substr(begin, start.find_first_of(" \t\r\n\"';/>", begin) - begin);
        }
    }
    return {};
}

}  // namespace

void read_html(Piece piece, const Options& options, const Sink& sink)
{
    if (piece.bytes.size() > page_bytes_max) {
        sink(bad_input(piece.origin, fmt::format("the page is larger than {} MiB. Save the article alone", page_bytes_max / mebibyte)));
        return;
    }
    const std::string charset = charset_of(piece.content_type);
    const std::string page = decode(piece.bytes, charset.empty() ? declared_in_page(piece.bytes) : charset);
    const auto tree = HtmlTree::parse(page, piece.origin);
    if (!tree) {
        sink(tl::unexpected(tree.error()));
        return;
    }
    PageFacts facts = facts_of(*tree);
    std::string words = article_text(*tree, facts.title);
    // Pages that build themselves in the browser carry their words only as data.
    if (facts.body.size() > 2 * words.size()) {
        words = text_of_html(facts.body);
    }
    if (words.empty()) {
        sink(bad_input(piece.origin, "the page has no text. If it shows some in a browser, save it from there"));
        return;
    }
    Report report;
    report.url = piece.url.empty() ? facts.url : piece.url;
    report.publisher = facts.publisher.empty() ? options.publisher : facts.publisher;
    report.published = facts.published;
    report.set_words(facts.title, words);
    sink(receive(std::move(report), std::move(piece.bytes), Format::html, std::move(piece.origin)));
}

}  // namespace sitrep::read
