// An Excel workbook (ECMA-376, SpreadsheetML): the incidents, what the columns mean, the sources, what changed.
#include "core/event_tables.hpp"
#include "publish/codebook.hpp"
#include "publish/export.hpp"
#include "publish/office_text.hpp"
#include "publish/table_text.hpp"
#include "publish/zip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sitrep::publish {
namespace {

struct Sheet {
    std::string_view name;
    std::vector<TableRow> rows;         ///< the first is the head
    std::vector<int> widths;            ///< of the columns, in characters
};

/// "A", "Z", "AA": how spreadsheets count columns.
std::string column_letters(std::size_t number)
{
    constexpr std::size_t letters = 26;
    std::string out;
    for (++number; number > 0; number = (number - 1) / letters) out.insert(0, 1, char('A' + (number - 1) % letters));
    return out;
}

std::string sheet_xml(const Sheet& sheet)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">"
                      "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>";
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) out += fmt::format("<col min=\"{}\" max=\"{}\" width=\"{}\" customWidth=\"1\"/>", i + 1, i + 1, sheet.widths[i]);
    out += "</cols><sheetData>";
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        out += fmt::format("<row r=\"{}\">", i + 1);
        for (std::size_t j = 0; j < sheet.rows[i].size(); ++j) {
            const TableCell& cell = sheet.rows[i][j];
            if (cell.text.empty()) continue;
            const std::string at = column_letters(j) + std::to_string(i + 1);
            const char* style = i == 0 ? " s=\"1\"" : "";
            // Words stand as words: nothing in them can run as a formula.
            if (cell.number) out += fmt::format("<c r=\"{}\"{}><v>{}</v></c>", at, style, cell.text);
            else out += fmt::format("<c r=\"{}\"{} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", at, style, office_escaped(cell.text));
        }
        out += "</row>";
    }
    return out + "</sheetData></worksheet>";
}

constexpr std::string_view styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>
<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>)";

std::string workbook_of(const std::vector<Sheet>& sheets)
{
    constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::string types = std::string(head) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    std::string book = fmt::format("{}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{}\"><sheets>", head, office);
    std::string links = std::string(head) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::vector<ZipMember> members;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto number = i + 1;
        types += fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>", number);
        book += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", sheets[i].name, number, number);
        links += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"worksheets/sheet{}.xml\"/>", number, office, number);
        members.push_back({fmt::format("xl/worksheets/sheet{}.xml", number), sheet_xml(sheets[i])});
    }
    links += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/></Relationships>", sheets.size() + 1, office);
    const std::string root = fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
                                         "Target=\"xl/workbook.xml\"/></Relationships>", head, office);
    members.insert(members.begin(), {{"[Content_Types].xml", types + "</Types>"}, {"_rels/.rels", root}, {"xl/workbook.xml", book + "</sheets></workbook>"},
                                     {"xl/_rels/workbook.xml.rels", links}, {"xl/styles.xml", std::string(styles)}});
    return zip_of(members);
}

Sheet incidents_sheet(const std::vector<PublicIncident>& incidents)
{
    Sheet sheet{"Incidents", {TableRow{}}, {}};
    for (const auto column : columns_of(TableFormat::sitrep)) {
        sheet.rows[0].push_back(words(column));
        sheet.widths.push_back(std::max(int(column.size()) + 2, 12));
    }
    for (const PublicIncident& incident : incidents) sheet.rows.push_back(own_row(incident));
    return sheet;
}

Sheet codebook_sheet()
{
    Sheet sheet{"Codebook", {TableRow{words("column"), words("meaning"), words("values"), words("HXL tag")}}, {26, 60, 80, 40}};
    for (const ColumnMeaning& column : codebook()) sheet.rows.push_back({words(column.column), words(column.meaning), words(column.values), words(column.tag)});
    return sheet;
}

Sheet sources_sheet(const std::vector<PublicIncident>& incidents)
{
    Sheet sheet{"Sources", {TableRow{words("publisher"), words("incidents")}}, {40, 12}};
    std::map<std::string, std::int64_t> count;
    for (const PublicIncident& incident : incidents)
        for (const std::string& publisher : incident.publishers) ++count[publisher];
    for (const auto& [publisher, number_of_incidents] : count) sheet.rows.push_back({words(publisher), number(number_of_incidents)});
    return sheet;
}

Sheet changes_sheet(const std::vector<std::string>& changes, const Gate& gate)
{
    Sheet sheet{"Changes", {TableRow{words("since the last edition")}}, {120}};
    for (const std::string& change : changes)
        if (gate.may_leave(change)) sheet.rows.push_back({words(change)});
    return sheet;
}

}  // namespace

std::string export_xlsx(const ExportInput& input, const Gate& gate)
{
    const Gate knowing = gate.knowing({public_names(input), input.incidents});
    const auto incidents = passed(input.incidents, knowing);
    const std::vector<Sheet> sheets{incidents_sheet(incidents), codebook_sheet(), sources_sheet(incidents), changes_sheet(input.changes, knowing)};
    // A file of numbers and marks of its own cannot be scanned as text: the cells are, all of them, before they are packed.
    std::string cells;
    for (const Sheet& sheet : sheets)
        for (const TableRow& row : sheet.rows)
            for (const TableCell& cell : row) cells += cell.text + '\n';
    knowing.scan(cells);
    return workbook_of(sheets);
}

}  // namespace sitrep::publish
