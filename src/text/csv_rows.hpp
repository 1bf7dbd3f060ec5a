// The rows of a table in CSV (RFC 4180), separated by commas, semicolons, tabs or bars.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::text {

struct CsvRow {
    std::vector<std::string> fields;  ///< unquoted, bytes as in the file
    std::string_view bytes;           ///< the row as it stands in the file, without its line end
    std::size_t line = 0;             ///< on which it begins, counted from 0
};

class CsvRows {
public:
    CsvRows(std::string_view bytes, char delimiter) : bytes_(bytes), delimiter_(delimiter) {}
    /// The next row that is not empty.
    std::optional<CsvRow> next();

private:
    CsvRow take_row();
    std::string take_quoted();

    std::string_view bytes_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
};

/// The sign that cuts the header row into most fields.
char delimiter_of_header(std::string_view header);

}  // namespace sitrep::text
