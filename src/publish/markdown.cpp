// The report as Markdown: the same blocks, pictures left to their tables.
#include "publish/document.hpp"

#include "publish/escape.hpp"
#include "publish/figure_links.hpp"

#include <fmt/format.h>

#include <utility>

namespace sitrep::publish {
namespace {

/// Markdown knows no emphasis that begins or ends with a space.
std::string emphasised(const std::string& words)
{
    const std::size_t begin = words.find_first_not_of(' '), end = words.find_last_not_of(' ');
    if (begin == std::string::npos) return words;
    return words.substr(0, begin) + "**" + words.substr(begin, end + 1 - begin) + "**" + words.substr(end + 1);
}

class Writer {
public:
    explicit Writer(const Document& document) : document_(document) {}

    std::string write()
    {
        out_ = fmt::format("# {}\n\n", markdown_escaped(document_.title));
        if (!document_.eyebrow.empty()) out_ += fmt::format("{}\n\n", markdown_escaped(document_.eyebrow));
        for (const Block& block : document_.blocks) std::visit([this](const auto& b) { add(b); }, block);
        return std::move(out_);
    }

private:
    void add(const Heading& heading)
    {
        if (!heading.anchor.empty()) out_ += fmt::format("<a id=\"{}\"></a>\n\n", heading.anchor);
        out_ += fmt::format("{} {}\n\n", std::string(std::size_t(heading.level), '#'), markdown_escaped(heading.text));
    }

    void add(const Paragraph& paragraph)
    {
        if (paragraph.role == Paragraph::Role::notice) out_ += "> ";
        out_ += line(paragraph.line) + "\n\n";
    }

    void add(const Bullets& bullets)
    {
        for (const Line& bullet : bullets.lines) out_ += "- " + line(bullet) + "\n";
        out_ += '\n';
    }

    void add(const Table& table)
    {
        if (!table.caption.empty()) out_ += fmt::format("**{}**\n\n", markdown_escaped(table.caption));
        std::string rule;
        for (std::size_t i = 0; i < columns(table); ++i) {
            out_ += "| " + (i < table.head.size() ? line(table.head[i].line) : std::string()) + " ";
            rule += i < table.head.size() && table.head[i].number ? "| ---: " : "| --- ";
        }
        out_ += "|\n" + rule + "|\n";
        for (const Row& row : table.rows) {
            for (std::size_t i = 0; i < columns(table); ++i) {
                const std::string anchor = i == 0 && !row.anchor.empty() ? fmt::format("<a id=\"{}\"></a>", row.anchor) : std::string();
                std::string words = i < row.cells.size() ? line(row.cells[i].line) : std::string();
                if (row.heads_group && !words.empty()) words = "**" + words + "**";
                if (i == 0 && row.indent > 0) words = "– " + words;
                out_ += "| " + anchor + words + " ";
            }
            out_ += "|\n";
        }
        out_ += '\n';
    }

    void add(const Picture& picture)
    {
        if (!picture.note.empty()) out_ += line(picture.note) + "\n\n";
    }

    void add(const Entries& entries)
    {
        for (const auto& entry : entries.entries) out_ += fmt::format("- <a id=\"{}\"></a>{}\n", entry.anchor, line(entry.line));
        out_ += '\n';
    }

    void add(const FigureLists&)
    {
        for (const auto& list : links_.lists()) {
            out_ += fmt::format("- <a id=\"{}\"></a>{} ({}):", list.anchor, list.anchor, list.incidents.size());
            for (const IncidentId id : list.incidents) out_ += fmt::format(" [{0}](#{0})", to_string(id));
            out_ += '\n';
        }
        out_ += '\n';
    }

    static std::size_t columns(const Table& table)
    {
        std::size_t most = table.head.size();
        for (const Row& row : table.rows) most = std::max(most, row.cells.size());
        return most;
    }

    std::string line(const Line& parts)
    {
        std::string out, strong;
        for (const Inline& part : parts) {
            std::string words = markdown_escaped(part.text);
            if (!part.from.empty())
                words = fmt::format("[{}](#{})", words, links_.anchor_for(part.from));
            else if (!part.url.empty())
                words = fmt::format("[{}]({})", words, part.url);
            // Strong neighbours are one emphasis: stars between them would be printed.
            if (!part.strong && !strong.empty()) out += emphasised(std::exchange(strong, {}));
            (part.strong ? strong : out) += words;
        }
        return strong.empty() ? out : out + emphasised(strong);
    }

    const Document& document_;
    FigureLinks links_;
    std::string out_;
};

}  // namespace

std::string to_markdown(const Document& document) { return Writer(document).write(); }

}  // namespace sitrep::publish
