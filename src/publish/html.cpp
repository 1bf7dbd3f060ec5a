// The report as one HTML file: no outside requests, no script, the style inside.
#include "publish/document.hpp"

#include "publish/escape.hpp"
#include "publish/figure_links.hpp"
#include "publish/style.hpp"
#include "publish/words.hpp"

#include <fmt/format.h>

namespace sitrep::publish {
namespace {

std::string_view class_of(Paragraph::Role role)
{
    switch (role) {
        case Paragraph::Role::lead: return "lead";
        case Paragraph::Role::note: return "note";
        case Paragraph::Role::notice: return "notice";
        case Paragraph::Role::contents: return "note contents";
        case Paragraph::Role::body: break;
    }
    return "body";
}

std::string_view class_of(Table::Form form)
{
    switch (form) {
        case Table::Form::pairs: return "pairs";
        case Table::Form::list: return "list";
        case Table::Form::figures: break;
    }
    return "figures";
}

bool is_punctuation(std::string_view text) { return words_of(text).empty(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of an ISO date ("2023-05-10", "2023-05") at the beginning of a text, or 0.
std::size_t date_length(std::string_view text)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    std::size_t i = 0;
    while (i < shape.size() && i < text.size() && (shape[i] == 'd' ? is_digit(text[i]) : text[i] == shape[i])) ++i;
    return i == shape.size() ? i : i >= 7 ? 7 : 0;
}

/// Dates stay on one line: a browser would break them at their hyphens.
std::string with_whole_dates(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const bool begins = is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
        const std::size_t length = begins ? date_length(std::string_view(text).substr(i)) : 0;
        if (length == 0) {
            out += text[i++];
            continue;
        }
        out += "<span class=\"date\">" + text.substr(i, length) + "</span>";
        i += length;
    }
    return out;
}

class Writer {
public:
    explicit Writer(const Document& document) : document_(document) {}

    std::string write()
    {
        out_ = fmt::format("<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
                           document_.language, document_.right_to_left ? "rtl" : "ltr", html_escaped(document_.title), style_sheet());
        out_ += fmt::format("<header><p class=\"eyebrow\">{}</p><h1>{}</h1></header>\n", html_escaped(document_.eyebrow), html_escaped(document_.title));
        for (const Block& block : document_.blocks) std::visit([this](const auto& b) { add(b); }, block);
        out_ += "</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void add(const Heading& heading)
    {
        out_ += fmt::format("<h{0}{1}>{2}</h{0}>\n", heading.level, id(heading.anchor), html_escaped(heading.text));
    }

    void add(const Paragraph& paragraph)
    {
        out_ += fmt::format("<p class=\"{}\">{}</p>\n", class_of(paragraph.role), line(paragraph.line));
    }

    void add(const Bullets& bullets)
    {
        out_ += "<ul>\n";
        for (const Line& bullet : bullets.lines) out_ += "<li>" + line(bullet) + "</li>\n";
        out_ += "</ul>\n";
    }

    void add(const Table& table)
    {
        if (table.folded) out_ += fmt::format("<details><summary>{}</summary>\n", html_escaped(table.caption));
        out_ += fmt::format("<div class=\"scroll\"><table class=\"{}\">\n", class_of(table.form));
        if (!table.caption.empty() && !table.folded) out_ += "<caption>" + html_escaped(table.caption) + "</caption>\n";
        if (!table.head.empty()) {
            out_ += "<thead><tr>";
            for (const Cell& cell : table.head) out_ += fmt::format("<th scope=\"col\"{}>{}</th>", cell.number ? " class=\"number\"" : "", line(cell.line));
            out_ += "</tr></thead>\n";
        }
        out_ += "<tbody>\n";
        for (const Row& row : table.rows) add_row(row, table.head.size());
        out_ += "</tbody></table></div>\n";
        if (table.folded) out_ += "</details>\n";
    }

    void add_row(const Row& row, std::size_t columns)
    {
        if (row.heads_group) {
            out_ += fmt::format("<tr class=\"group\"><th colspan=\"{}\" scope=\"colgroup\">{}</th></tr>\n", columns, line(row.cells.front().line));
            return;
        }
        out_ += "<tr" + id(row.anchor) + ">";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string words = line(row.cells[i].line);
            if (i == 0)
                out_ += fmt::format("<th scope=\"row\"{}>{}</th>", row.indent > 0 ? " class=\"indent\"" : "", words);
            else
                out_ += fmt::format("<td{}>{}</td>", row.cells[i].number ? " class=\"number\"" : "", words);
        }
        out_ += "</tr>\n";
    }

    void add(const Picture& picture)
    {
        out_ += fmt::format("<figure><figcaption>{}</figcaption>\n{}\n", html_escaped(picture.caption), picture.svg);
        if (!picture.note.empty()) out_ += "<p class=\"note\">" + line(picture.note) + "</p>\n";
        out_ += "</figure>\n";
    }

    void add(const Entries& entries)
    {
        out_ += "<ul class=\"entries\">\n";
        for (const auto& entry : entries.entries) out_ += fmt::format("<li{}>{}</li>\n", id(entry.anchor), line(entry.line));
        out_ += "</ul>\n";
    }

    void add(const FigureLists&)
    {
        out_ += "<ul class=\"entries lists\">\n";
        for (const auto& list : links_.lists()) {
            out_ += fmt::format("<li{}><b>{}</b>", id(list.anchor), list.incidents.size());
            for (const IncidentId incident : list.incidents) out_ += fmt::format(" <a href=\"#{0}\">{0}</a>", to_string(incident));
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
    }

    static std::string id(const std::string& anchor) { return anchor.empty() ? std::string() : fmt::format(" id=\"{}\"", html_escaped(anchor)); }

    std::string line(const Line& parts)
    {
        std::string out;
        for (const Inline& part : parts) {
            // <bdi>: a Latin name or a date keeps its own direction inside an Arabic line.
            const std::string text = with_whole_dates(html_escaped(part.text));
            const bool isolate = document_.right_to_left && !is_punctuation(part.text);
            std::string words = isolate ? "<bdi>" + text + "</bdi>" : text;
            if (part.strong) words = "<strong>" + words + "</strong>";
            if (part.faint) words = "<span class=\"faint\">" + words + "</span>";
            if (!part.from.empty())
                words = fmt::format("<a class=\"figure\" href=\"#{}\">{}</a>", links_.anchor_for(part.from), words);
            else if (!part.url.empty())
                words = fmt::format("<a href=\"{}\"{}>{}</a>", html_escaped(part.url), part.url.starts_with('#') ? "" : " rel=\"noreferrer noopener\"", words);
            out += words;
        }
        return out;
    }

    const Document& document_;
    FigureLinks links_;
    std::string out_;
};

}  // namespace

std::string to_html(const Document& document) { return Writer(document).write(); }

}  // namespace sitrep::publish
