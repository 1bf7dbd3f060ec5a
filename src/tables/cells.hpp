// Inside tables/: one row's cells by the names of their columns, and its words as they are kept.
#pragma once

#include "tables/tables.hpp"

#include <cstdint>
#include <functional>

namespace sitrep::tables {

class Cells {
public:
    /// Cells of a row in CSV; refused when it has other columns than its table.
    static Result<Cells> of_csv(const Shape& shape, std::string_view row, const std::string& where);
    static Cells of_json(std::string_view flat, const std::string& where);

    /// Trimmed; empty where the column is missing or its value says that nothing is known ("NA", "NULL", ".").
    std::string_view operator[](std::string_view column) const;
    /// A whole number ("3", "3.0", "1,200"); nothing when empty. A fault when it is anything else, see fault().
    std::optional<std::int64_t> number(std::string_view column) const;
    std::optional<double> decimal(std::string_view column) const;
    std::optional<LatLon> point(std::string_view latitude, std::string_view longitude) const;
    /// A day ("2024-03-05", "2024-03-05 00:00:00", "5 March 2024", "2024/3/5", or as the order says), a month or a year.
    std::optional<PartialDate> date(std::string_view column, Mapping::DateOrder order = Mapping::DateOrder::none) const;

    /// The first cell that could not be understood, in words; the row is refused for it.
    const std::string& fault() const { return fault_; }
    void blame(std::string why) const;
    const std::string& where() const { return where_; }

private:
    std::vector<std::string> values_;
    std::unordered_map<std::string, std::size_t> own_at_;  // of an object, which names its values itself
    const std::unordered_map<std::string, std::size_t>* at_ = nullptr;
    std::string where_;
    mutable std::string fault_;
};

/// Puts the row's words together and remembers where each cell stands.
class RowText {
public:
    explicit RowText(const Cells& cells) : cells_(cells) {}
    /// The row's own words come first: a title, then sentences.
    void title(std::string_view words);
    void words(std::string_view words);
    /// A line "column: value", once; the span of the value. Nothing for an empty cell.
    std::optional<Span> say(std::string_view column);
    /// The same, or the line that stands for the whole row.
    Span evidence(std::string_view column);
    /// Where the row's words end and its cells begin, in bytes.
    std::size_t words_end() const { return words_end_; }
    void put_into(RowEvent& event) &&;

private:
    Span append(std::string_view text);
    const Cells& cells_;
    std::string document_;
    std::size_t text_begin_ = 0, words_end_ = 0;
    std::uint32_t length_ = 0;         // code points
    std::uint32_t words_length_ = 0;
    std::map<std::string, Span, std::less<>> said_;
};

/// Sources of a cell "SOHR; North Press;SOHR", each once.
void add_sources(RowText& text, const Cells& cells, std::string_view column, Account& account);
/// One number as a toll, where there is one.
std::optional<Toll> toll_of(RowText& text, const Cells& cells, std::string_view column);
/// low, best and high, as far as they are there and in order; blames the row otherwise.
std::optional<Toll> toll_of(RowText& text, const Cells& cells, std::string_view low, std::string_view best, std::string_view high);

/// What a format's reader is given.
struct Row {
    const Shape& shape;
    const Cells& cells;
    const std::string& provider;
};
// One a format, each in the .cpp of its name.
Told acled_row(const Row& row);
Told ged_row(const Row& row);
Told gtd_row(const Row& row);
Told plover_row(const Row& row);
Told polecat_row(const Row& row);
Told mapped_row(const Row& row);

}  // namespace sitrep::tables
