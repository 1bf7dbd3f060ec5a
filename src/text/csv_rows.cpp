#include "text/csv_rows.hpp"

#include <algorithm>

namespace sitrep::text {
namespace {

constexpr std::size_t fields_max = 4096;  // a row of more is no row: the rest stays in its last field

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

std::optional<CsvRow> CsvRows::next()
{
    while (at_ < bytes_.size()) {
        CsvRow row = take_row();
        if (row.bytes.find_first_not_of(" \t") != std::string_view::npos) {
            return row;
        }
    }
    return std::nullopt;
}

CsvRow CsvRows::take_row()
{
    CsvRow row;
    row.line = line_;
    const std::size_t begin = at_;
    bool more = true;
    while (more) {
        std::string field = at_ < bytes_.size() && bytes_[at_] == '"' ? take_quoted() : std::string();
        const std::size_t rest = at_;
        while (at_ < bytes_.size() && !is_line_end(bytes_[at_]) && (bytes_[at_] != delimiter_ || row.fields.size() + 1 >= fields_max)) {
            ++at_;
        }
        field.append(bytes_.substr(rest, at_ - rest));
        row.fields.push_back(std::move(field));
        more = at_ < bytes_.size() && bytes_[at_] == delimiter_;
        at_ += more ? 1 : 0;
    }
    row.bytes = bytes_.substr(begin, at_ - begin);
    if (bytes_.substr(at_).starts_with("\r\n")) {
        ++at_;
    }
    if (at_ < bytes_.size()) {
        line_ += 1;
        ++at_;
    }
    return row;
}

// A quoted field up to its closing quote; two quotes inside stand for one.
std::string CsvRows::take_quoted()
{
    std::string field;
    ++at_;
    while (at_ < bytes_.size()) {
        const std::size_t quote = std::min(bytes_.find('"', at_), bytes_.size());
        field.append(bytes_.substr(at_, quote - at_));
        line_ += static_cast<std::size_t>(std::ranges::count(bytes_.substr(at_, quote - at_), '\n'));
        at_ = std::min(quote + 1, bytes_.size());
        if (at_ >= bytes_.size() || bytes_[at_] != '"') {
            break;
        }
        field += '"';
        ++at_;
    }
    return field;
}

char delimiter_of_header(std::string_view header)
{
    char best = ',';
    std::size_t most = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const auto row = CsvRows(header, delimiter).next();
        const std::size_t fields = row ? row->fields.size() : 0;
        if (fields > most) {
            most = fields;
            best = delimiter;
        }
    }
    return best;
}

}  // namespace sitrep::text
