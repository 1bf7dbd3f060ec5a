// Whether a text is a table: a header row, and rows of as many fields.
#include "read/text_shape.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t rows_looked_at = 20;
constexpr std::size_t header_field_bytes_max = 80;

// Field counts of the first rows, as RFC 4180 has them; a row that the text cuts off is left out unless it is the last of a whole one.
std::vector<std::size_t> field_counts(std::string_view text, char delimiter, bool whole)
{
    std::vector<std::size_t> counts;
    std::size_t fields = 1;
    bool quoted = false;
    bool field_start = true;
    bool row_empty = true;
    for (std::size_t i = 0; i < text.size() && counts.size() < rows_looked_at; ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
            else if (c == '"') quoted = false;
            continue;
        }
        if (c == '"' && field_start) {
            quoted = true;
            row_empty = false;
        } else if (c == delimiter) {
            ++fields;
            row_empty = false;
        } else if (c == '\n') {
            if (!row_empty) counts.push_back(fields);
            fields = 1;
            row_empty = true;
        } else if (c != '\r') {
            row_empty = false;
        }
        field_start = c == delimiter || c == '\n';
    }
    if (whole && !row_empty && counts.size() < rows_looked_at) counts.push_back(fields);
    return counts;
}

std::vector<std::string> header_fields(std::string_view line, char delimiter)
{
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == delimiter) fields.emplace_back();
        else if (c != '"' && c != '\r') fields.back() += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    for (auto& field : fields) {
        field.erase(0, std::min(field.find_first_not_of(' '), field.size()));
        field.erase(field.find_last_not_of(' ') + 1);
    }
    return fields;
}

bool is_known_column(std::string_view name)
{
    constexpr std::array known{"id"sv, "url"sv, "link"sv, "title"sv, "headline"sv, "text"sv, "body"sv, "content"sv, "message"sv, "notes"sv, "description"sv, "date"sv,
                               "published"sv, "publisher"sv, "source"sv, "language"sv, "event_date"sv, "event_id_cnty"sv, "event_type"sv, "eventid"sv, "iyear"sv,
                               "date_start"sv, "source_article"sv, "country"sv, "fatalities"sv, "العنوان"sv, "النص"sv, "التاريخ"sv, "المصدر"sv,
                               "الرابط"sv, "الخبر"sv};
    return std::ranges::find(known, name) != known.end();
}

bool may_be_header(const std::vector<std::string>& fields)
{
    return std::ranges::all_of(fields, [](const std::string& field) {
        return field.size() <= header_field_bytes_max && field.find(". ") == std::string::npos && !field.ends_with('.');
    });
}

bool is_table_with(char delimiter, std::string_view text, bool whole, bool called_table)
{
    const auto counts = field_counts(text, delimiter, whole);
    const auto fields = header_fields(text.substr(0, text.find('\n')), delimiter);
    if (counts.empty() || counts[0] < 2) return false;
    if (called_table) return true;
    if (!may_be_header(fields)) return false;
    const auto alike = std::ranges::count(counts, counts[0]);
    const bool known = std::ranges::count_if(fields, is_known_column) >= 2;
    // Sentences with as many commas in line after line happen: three rows of three fields, or names we know.
    if (known) return alike * 2 >= std::ptrdiff_t(counts.size());
    return counts.size() >= 4 && counts[0] >= 3 && alike == std::ptrdiff_t(counts.size());
}

}  // namespace

bool is_table(std::string_view text, bool whole, bool called_table)
{
    for (const char delimiter : {',', ';', '\t', '|'})
        if (is_table_with(delimiter, text, whole, called_table)) return true;
    return called_table && whole && is_known_column(header_fields(text.substr(0, text.find('\n')), ',').front());
}

}  // namespace sitrep::read
