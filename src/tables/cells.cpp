#include "tables/cells.hpp"

#include "tables/actors.hpp"
#include "text/csv_rows.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sitrep::tables {
namespace {

constexpr std::int64_t count_max = 10'000'000;

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool says_nothing(std::string_view value)
{
    static constexpr std::array<std::string_view, 9> nothing{"NA", "N/A", "n/a", "NULL", "null", "None", "nan", "NaN", "."};
    return std::ranges::find(nothing, value) != nothing.end();
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text[0] == '-' || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<unsigned> month_named(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june",
                                                             "july", "august", "september", "october", "november", "december"};
    constexpr std::size_t letters_min = 3;
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return char(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    if (lower.size() < letters_min) return std::nullopt;
    for (unsigned i = 0; i < months.size(); ++i)
        if (months[i].starts_with(lower)) return i + 1;
    return std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<PartialDate> date_in(std::string_view value, Mapping::DateOrder order)
{
    // A time of day behind the day is another matter.
    if (const auto date = PartialDate::from_iso(value.substr(0, value.find_first_of("T ")))) return date;
    const auto parts = parts_of(value, " ,-/.");
    if (parts.size() < 3) return std::nullopt;
    if (const auto month = month_named(parts[1])) return PartialDate::of(digits(parts[2]), month, digits(parts[0]));  // 5 March 2024
    if (const auto month = month_named(parts[0])) return PartialDate::of(digits(parts[2]), month, digits(parts[1]));  // March 5, 2024
    const auto a = digits(parts[0]), b = digits(parts[1]), c = digits(parts[2]);
    if (!a || !b || !c) return std::nullopt;
    constexpr std::size_t year_digits = 4;
    if (parts[0].size() == year_digits) return PartialDate::of(a, b, c);
    if (parts[2].size() != year_digits || order == Mapping::DateOrder::none) return std::nullopt;
    return order == Mapping::DateOrder::day_month_year ? PartialDate::of(c, b, a) : PartialDate::of(c, a, b);
}

}  // namespace

Result<Cells> Cells::of_csv(const Shape& shape, std::string_view row, const std::string& where)
{
    Cells cells;
    cells.where_ = where;
    cells.at_ = &shape.at;
    auto parsed = text::CsvRows(row, shape.delimiter).next();
    if (!parsed) return bad_input(where, "the row is empty");
    if (parsed->fields.size() != shape.columns.size())
        return bad_input(where, fmt::format("the row has {} cells, its table has {} columns. Look for a comma or a quote too many", parsed->fields.size(),
                                            shape.columns.size()));
    cells.values_ = std::move(parsed->fields);
    return cells;
}

Cells Cells::of_json(std::string_view flat, const std::string& where)
{
    Cells cells;
    cells.where_ = where;
    while (!flat.empty()) {
        const auto line = flat.substr(0, flat.find('\n'));
        flat.remove_prefix(std::min(line.size() + 1, flat.size()));
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        cells.own_at_.emplace(line.substr(0, tab), cells.values_.size());
        cells.values_.emplace_back(line.substr(tab + 1));
    }
    return cells;
}

std::string_view Cells::operator[](std::string_view column) const
{
    const auto& at = at_ != nullptr ? *at_ : own_at_;
    const auto found = at.find(std::string(column));
    if (found == at.end()) return {};
    const auto value = trimmed(values_[found->second]);
    return says_nothing(value) ? std::string_view() : value;
}

void Cells::blame(std::string why) const
{
    if (fault_.empty()) fault_ = std::move(why);
}

std::optional<std::int64_t> Cells::number(std::string_view column) const
{
    const auto value = (*this)[column];
    if (value.empty()) return std::nullopt;
    std::string plain;
    std::ranges::copy_if(value, std::back_inserter(plain), [](char c) { return c != ',' && c != ' '; });
    if (const auto point = plain.find('.'); point != std::string::npos && plain.find_first_not_of('0', point + 1) == std::string::npos) plain.resize(point);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size() || number > count_max) {
        blame(fmt::format("{} is \"{}\", which is no whole number", column, value.substr(0, 40)));
        return std::nullopt;
    }
    return number;
}

std::optional<double> Cells::decimal(std::string_view column) const
{
    const auto value = (*this)[column];
    if (value.empty()) return std::nullopt;
    std::string plain(value);
    std::ranges::replace(plain, ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number)) {
        blame(fmt::format("{} is \"{}\", which is no number", column, value.substr(0, 40)));
        return std::nullopt;
    }
    return number;
}

std::optional<LatLon> Cells::point(std::string_view latitude, std::string_view longitude) const
{
    const auto lat = decimal(latitude), lon = decimal(longitude);
    if (!lat || !lon) return std::nullopt;
    const auto point = LatLon::from_degrees(*lat, *lon);
    if (!point) {
        blame(fmt::format("{} {} and {} {} are no point on the globe", latitude, *lat, longitude, *lon));
        return std::nullopt;
    }
    return *point;
}

std::optional<PartialDate> Cells::date(std::string_view column, Mapping::DateOrder order) const
{
    const auto value = (*this)[column];
    if (value.empty()) return std::nullopt;
    const auto date = date_in(value, order);
    if (!date)
        blame(fmt::format("{} is \"{}\", which is no date that can be understood. Write 2024-03-05, or say date_order=dmy or mdy in the mapping", column,
                          value.substr(0, 40)));
    return date;
}

Span RowText::append(std::string_view text)
{
    const auto begin = length_;
    document_.append(text);
    length_ += std::uint32_t(text::length(text));
    return {begin, length_};
}

void RowText::title(std::string_view words)
{
    std::string line(words);
    std::ranges::replace(line, '\n', ' ');
    if (line.empty() || length_ > 0) return;
    append(line);
    append("\n");
    text_begin_ = document_.size();
    words_end_ = document_.size() - 1;
    words_length_ = length_ - 1;
}

void RowText::words(std::string_view words)
{
    if (words.empty()) return;
    append(words);
    words_end_ = document_.size();
    words_length_ = length_;
    append("\n");
}

std::optional<Span> RowText::say(std::string_view column)
{
    if (const auto known = said_.find(column); known != said_.end()) return known->second;
    const auto value = cells_[column];
    if (value.empty()) return std::nullopt;
    append(column);
    append(": ");
    const auto span = append(value);
    append("\n");
    said_.emplace(column, span);
    return span;
}

Span RowText::evidence(std::string_view column)
{
    if (const auto span = say(column)) return *span;
    return Span{0, std::max<std::uint32_t>(length_, 1)};
}

void RowText::put_into(RowEvent& event) &&
{
    if (!document_.empty() && document_.back() == '\n' && document_.size() > text_begin_) {
        document_.pop_back();
        --length_;
    }
    if (words_length_ > 0) event.account.evidence.push_back({0, words_length_});
    if (length_ > words_length_) event.account.evidence.push_back({words_length_ > 0 ? words_length_ + 1 : 0, length_});
    event.report.document = std::move(document_);
    event.report.text_begin = text_begin_;
    event.words_end = words_end_;
}

void add_sources(RowText& text, const Cells& cells, std::string_view column, Account& account)
{
    const auto span = text.say(column);
    if (!span) return;
    for (const auto part : parts_of(cells[column], ";")) {
        const auto name = trimmed(part);
        const auto same = [&](const Attribution& known) { return known.text == name; };
        if (name.empty() || std::ranges::any_of(account.attribution, same)) continue;
        account.attribution.push_back({std::string(name), source_named(name), *span});
    }
}

std::optional<Toll> toll_of(RowText& text, const Cells& cells, std::string_view column)
{
    const auto number = cells.number(column);
    if (!number || *number < 0) return std::nullopt;
    return Toll{*number, *number, text.evidence(column)};
}

std::optional<Toll> toll_of(RowText& text, const Cells& cells, std::string_view low, std::string_view best, std::string_view high)
{
    const auto at_least = cells.number(low), at_most = cells.number(high), estimate = cells.number(best);
    std::vector<std::int64_t> told;
    for (const auto& one : {at_least, estimate, at_most})
        if (one) told.push_back(*one);
    if (told.empty()) return std::nullopt;
    // One row in a hundred of UCDP's own files has a best above its high or below its low: then all that it says is the range.
    const auto [least, most] = std::ranges::minmax(told);
    if (least < 0) {
        cells.blame(fmt::format("{} {}, {} {} and {} {} cannot be negative", low, cells[low], best, cells[best], high, cells[high]));
        return std::nullopt;
    }
    text.say(best);
    text.say(high);
    Toll toll{least, at_most || estimate ? std::optional(most) : std::nullopt, text.evidence(at_least ? low : best)};
    toll.best = estimate;
    return toll;
}

}  // namespace sitrep::tables
