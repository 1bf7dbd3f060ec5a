// The report as a Word document (ECMA-376, WordprocessingML): the same blocks, pictures left to their tables, numbers and headings linked.
#include "publish/document.hpp"

#include "publish/figure_links.hpp"
#include "publish/office_text.hpp"
#include "publish/zip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::publish {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

constexpr std::string_view styles = R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="320"/>
<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280"/>
<w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200"/>
<w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:start="360" w:hanging="240"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
</w:styles>)";

class Writer {
public:
    explicit Writer(const Document& document) : document_(document) {}

    std::string write()
    {
        if (!document_.title.empty()) paragraph("Title", {plain(document_.title)});
        if (!document_.eyebrow.empty()) paragraph("Note", {plain(document_.eyebrow)});
        for (const Block& block : document_.blocks) std::visit([this](const auto& b) { add(b); }, block);
        return packed();
    }

private:
    void add(const Heading& heading)
    {
        paragraph(fmt::format("Heading{}", std::clamp(heading.level, 1, 3)), {plain(heading.text)}, heading.anchor);
    }

    void add(const Paragraph& text)
    {
        const char* style = "Normal";
        if (text.role == Paragraph::Role::lead) style = "Lead";
        if (text.role == Paragraph::Role::note || text.role == Paragraph::Role::contents) style = "Note";
        paragraph(style, text.line);
    }

    void add(const Bullets& bullets)
    {
        for (Line line : bullets.lines) {
            line.insert(line.begin(), plain("• "));
            paragraph("Bullet", line);
        }
    }

    void add(const Table& table)
    {
        if (!table.caption.empty()) paragraph("Heading3", {plain(table.caption)});
        std::size_t columns = table.head.size();
        for (const Row& row : table.rows) columns = std::max(columns, row.cells.size());
        if (columns == 0) return;
        body_ += "<w:tbl><w:tblPr>";
        if (document_.right_to_left) body_ += "<w:bidiVisual/>";
        body_ += "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>"
                 "<w:insideH w:val=\"single\" w:sz=\"2\" w:color=\"CCCCCC\"/></w:tblBorders></w:tblPr><w:tblGrid>";
        for (std::size_t i = 0; i < columns; ++i) body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", page_width / int(columns));
        body_ += "</w:tblGrid>";
        if (!table.head.empty()) add_row({table.head, false, 0, {}}, columns, true);
        for (const Row& row : table.rows) add_row(row, columns, false);
        body_ += "</w:tbl>";
        paragraph("Cell", {});
    }

    void add_row(const Row& row, std::size_t columns, bool head)
    {
        body_ += "<w:tr>";
        if (head) body_ += "<w:trPr><w:tblHeader/></w:trPr>";
        for (std::size_t i = 0; i < (row.heads_group ? 1 : columns); ++i) {
            body_ += "<w:tc><w:tcPr>";
            if (row.heads_group) body_ += fmt::format("<w:gridSpan w:val=\"{}\"/>", columns);
            body_ += "</w:tcPr>";
            Line line = i < row.cells.size() ? row.cells[i].line : Line{};
            if (head || row.heads_group)
                for (Inline& part : line) part.strong = true;
            if (i == 0 && row.indent > 0) line.insert(line.begin(), plain("– "));
            paragraph("Cell", line, i == 0 ? row.anchor : std::string(), i < row.cells.size() && row.cells[i].number);
            body_ += "</w:tc>";
        }
        body_ += "</w:tr>";
    }

    void add(const Picture& picture)
    {
        if (!picture.note.empty()) paragraph("Note", picture.note);
    }

    void add(const Entries& entries)
    {
        for (const auto& entry : entries.entries) paragraph("Cell", entry.line, entry.anchor);
    }

    void add(const FigureLists&)
    {
        for (const auto& list : links_.lists()) {
            Line line{strong(fmt::format("{}", list.incidents.size()))};
            for (const IncidentId id : list.incidents) line.push_back({" " + to_string(id), {}, "#" + to_string(id), false, false});
            paragraph("Cell", line, list.anchor);
        }
    }

    void paragraph(std::string_view style, const Line& line, const std::string& anchor = {}, bool number = false)
    {
        body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style);
        if (document_.right_to_left) body_ += "<w:bidi/>";
        if (number) body_ += "<w:jc w:val=\"end\"/>";
        body_ += "</w:pPr>";
        if (!anchor.empty()) {
            body_ += fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"{1}\"/><w:bookmarkEnd w:id=\"{0}\"/>", ++bookmarks_, office_escaped(bookmark(anchor)));
        }
        for (const Inline& part : line) run(part);
        body_ += "</w:p>";
    }

    void run(const Inline& part)
    {
        std::string close;
        if (!part.from.empty()) {
            body_ += fmt::format("<w:hyperlink w:anchor=\"{}\">", office_escaped(bookmark(links_.anchor_for(part.from))));
            close = "</w:hyperlink>";
        } else if (part.url.starts_with('#')) {
            body_ += fmt::format("<w:hyperlink w:anchor=\"{}\">", office_escaped(bookmark(part.url.substr(1))));
            close = "</w:hyperlink>";
        } else if (!part.url.empty()) {
            urls_.push_back(part.url);
            body_ += fmt::format("<w:hyperlink r:id=\"rIdL{}\">", urls_.size());
            close = "</w:hyperlink>";
        }
        body_ += "<w:r><w:rPr>";
        if (part.strong) body_ += "<w:b/><w:bCs/>";
        if (part.faint) body_ += "<w:color w:val=\"595959\"/>";
        if (!close.empty()) body_ += "<w:u w:val=\"dotted\"/>";
        if (document_.right_to_left && !is_latin(part.text)) body_ += "<w:rtl/>";
        body_ += fmt::format("</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>{}", office_escaped(part.text), close);
    }

    /// Word takes letters, digits and underscores, the first a letter.
    static std::string bookmark(const std::string& anchor)
    {
        constexpr std::size_t longest = 40;
        std::string out;
        for (const char c : anchor) out += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '_';
        return out.substr(0, longest);
    }

    static bool is_latin(const std::string& text)
    {
        return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB; });
    }

    std::string packed() const
    {
        const std::string types = fmt::format("{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                                              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                              "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                                              "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>",
                                              xml_head);
        constexpr std::string_view open = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        const std::string root = fmt::format("{}{}<Relationship Id=\"rId1\" Type=\"{}/officeDocument\" Target=\"word/document.xml\"/></Relationships>", xml_head, open, relations);
        std::string links = fmt::format("{}{}<Relationship Id=\"rId1\" Type=\"{}/styles\" Target=\"styles.xml\"/>", xml_head, open, relations);
        for (std::size_t i = 0; i < urls_.size(); ++i)
            links += fmt::format("<Relationship Id=\"rIdL{}\" Type=\"{}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>", i + 1, relations, office_escaped(urls_[i]));
        const std::string text = fmt::format("{}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"{}\"><w:body>{}<w:sectPr>"
                                             "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
                                             "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{}"
                                             "</w:sectPr></w:body></w:document>", xml_head, relations, body_, document_.right_to_left ? "<w:bidi/>" : "");
        return zip_of({{"[Content_Types].xml", types}, {"_rels/.rels", root}, {"word/document.xml", text}, {"word/_rels/document.xml.rels", links + "</Relationships>"},
                       {"word/styles.xml", std::string(xml_head) + std::string(styles)}});
    }

    static constexpr int page_width = 9638;  // twentieths of a point: A4 less its margins
    const Document& document_;
    FigureLinks links_;
    std::string body_;
    std::vector<std::string> urls_;
    int bookmarks_ = 0;
};

}  // namespace

std::string to_docx(const Document& document) { return Writer(document).write(); }

}  // namespace sitrep::publish
