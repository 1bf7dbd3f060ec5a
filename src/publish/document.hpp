// A report as a list of blocks: written once by the sections, rendered as HTML and as Markdown.
#pragma once

#include "core/incident.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sitrep::publish {

/// A run of text. With `from` it is a number that leads to the incidents it counts.
struct Inline {
    std::string text;
    std::vector<IncidentId> from;
    std::string url;          ///< an outside page, a place in this one ("#changes"), or empty
    bool strong = false;
    bool faint = false;
};
using Line = std::vector<Inline>;

inline Inline plain(std::string text) { return {std::move(text), {}, {}, false, false}; }
inline Inline strong(std::string text) { return {std::move(text), {}, {}, true, false}; }
inline Inline faint(std::string text) { return {std::move(text), {}, {}, false, true}; }

struct Heading {
    std::string text;
    std::string anchor;
    int level = 2;
};

struct Paragraph {
    Line line;
    enum class Role { body, lead, note, notice, contents } role = Role::body;
};

struct Bullets {
    std::vector<Line> lines;
};

struct Cell {
    Line line;
    bool number = false;
};

struct Row {
    std::vector<Cell> cells;
    bool heads_group = false;   ///< a sub-title inside the table: one cell over all columns
    int indent = 0;
    std::string anchor;         ///< where links to this row arrive, or empty
};

struct Table {
    std::string caption;
    std::vector<Cell> head;
    std::vector<Row> rows;
    enum class Form { figures, pairs, list } form = Form::figures;
    bool folded = false;  ///< shown only when the reader opens its caption
};

/// A drawing of our own. Its figures stand in a table as well, which is all that Markdown shows.
struct Picture {
    std::string caption;
    std::string svg;
    Line note;
};

/// Many short entries with anchors of their own, in columns.
struct Entries {
    struct Entry {
        std::string anchor;
        Line line;
    };
    std::vector<Entry> entries;
};

/// Where the renderer puts the lists of incidents that figures lead to.
struct FigureLists {};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Picture, Entries, FigureLists>;

struct Document {
    std::string title;
    std::string language;  ///< "en", "ar"
    bool right_to_left = false;
    std::string eyebrow;   ///< a short line above the title
    std::vector<Block> blocks;
};

std::string to_html(const Document& document);
std::string to_markdown(const Document& document);
std::string to_docx(const Document& document);  ///< the bytes of a .docx; pictures are left to their tables

}  // namespace sitrep::publish
