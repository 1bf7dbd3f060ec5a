// A table of reports: one a row, columns by mapping or by the names people give them.
#include "read/run.hpp"
#include "text/csv_rows.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace sitrep::read {
namespace {

using Names = std::span<const std::string_view>;

// Usual names of columns in normal form, the surest first.
constexpr auto id_names = std::to_array<std::string_view>({
    "id", "event id cnty", "data id", "eventid", "report id", "المعرف", "الرقم", "رقم"});
constexpr auto title_names = std::to_array<std::string_view>({
    "title", "headline", "source headline", "subject", "العنوان", "عنوان"});
constexpr auto text_names = std::to_array<std::string_view>({
    "text", "body", "content", "article", "message", "notes", "description", "summary", "story", "post", "source article",
    "where description", "النص", "نص", "المحتوي", "الخبر", "التفاصيل", "الوصف", "ملاحظات",
    "الرساله"});
constexpr auto published_names = std::to_array<std::string_view>({
    "published", "published at", "publication date", "date published", "pubdate", "publish date", "posted", "created at", "source date",
    "report date", "date", "timestamp", "time", "تاريخ النشر", "التاريخ", "تاريخ", "النشر"});
constexpr auto publisher_names = std::to_array<std::string_view>({
    "publisher", "source", "outlet", "channel", "source office", "media", "site", "المصدر", "الناشر", "القناه",
    "الجهه"});
constexpr auto url_names = std::to_array<std::string_view>({
    "url", "link", "source url", "href", "permalink", "الرابط", "رابط"});
constexpr auto language_names = std::to_array<std::string_view>({
    "language", "lang", "اللغه", "لغه"});

// Which column holds what, by number.
struct Columns {
    std::optional<std::size_t> id, title, text, published, publisher, url, language;
};

std::string column_key(std::string_view name)
{
    std::string key = text::normalise(name);
    std::ranges::replace(key, '-', ' ');
    return key;
}

class Header {
public:
    explicit Header(std::vector<std::string> names) : names_(std::move(names))
    {
        for (const std::string& name : names_) {
            keys_.push_back(column_key(name));
        }
    }

    Result<Columns> columns(const CsvMapping& mapping, const std::string& where) const
    {
        Columns columns;
        const std::array<std::tuple<const std::string*, Names, std::optional<std::size_t>*>, 7> wanted{{{&mapping.id, id_names, &columns.id},
                                                                                                       {&mapping.title, title_names, &columns.title},
                                                                                                       {&mapping.text, text_names, &columns.text},
                                                                                                       {&mapping.published, published_names, &columns.published},
                                                                                                       {&mapping.publisher, publisher_names, &columns.publisher},
                                                                                                       {&mapping.url, url_names, &columns.url},
                                                                                                       {&mapping.language, language_names, &columns.language}}};
        for (const auto& [mapped, usual, column] : wanted) {
            *column = mapped->empty() ? usually_named(usual) : named(*mapped);
            if (!mapped->empty() && !*column) {
                return bad_input(where, fmt::format("there is no column \"{}\". The columns are: {}", *mapped, fmt::join(names_, ", ")));
            }
        }
        if (!columns.text && !columns.title) {
            return bad_input(where, fmt::format("no column looks like the text of a report. Say which one it is, as in text=NAME; the columns are: {}", fmt::join(names_, ", ")));
        }
        return columns;
    }

private:
    std::optional<std::size_t> named(const std::string& name) const
    {
        const auto found = std::ranges::find(names_, name);
        const auto alike = std::ranges::find(keys_, column_key(name));
        if (found == names_.end() && alike == keys_.end()) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(found != names_.end() ? found - names_.begin() : alike - keys_.begin());
    }

    std::optional<std::size_t> usually_named(Names usual) const
    {
        for (const std::string_view name : usual) {
            if (const auto found = std::ranges::find(keys_, name); found != keys_.end()) {
                return static_cast<std::size_t>(found - keys_.begin());
            }
        }
        return std::nullopt;
    }

    std::vector<std::string> names_;
    std::vector<std::string> keys_;
};

class Table {
public:
    Table(const Options& options, std::string charset) : options_(options), charset_(std::move(charset)) {}

    std::string decoded(std::string_view bytes) const { return bytes.empty() ? std::string() : decode(bytes, charset_); }

    Result<Columns> columns(const text::CsvRow& header, const std::string& where) const
    {
        std::vector<std::string> names;
        for (const std::string& field : header.fields) {
            names.push_back(decoded(field));
        }
        return Header(std::move(names)).columns(options_.csv, where);
    }

    Result<Received> report(const text::CsvRow& row, const Columns& columns, const std::string& where) const
    {
        const auto field = [&](std::optional<std::size_t> column) {
            return column && *column < row.fields.size() ? decoded(row.fields[*column]) : std::string();
        };
        std::string title = field(columns.title);
        std::ranges::replace(title, '\n', ' ');
        const std::string words = field(columns.text);
        const auto is_blank = [](const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; };
        if (is_blank(title) && is_blank(words)) {
            return bad_input(where, "the row has no text");
        }
        Report report;
        report.external_id = field(columns.id);
        report.url = field(columns.url);
        report.publisher = field(columns.publisher);
        if (report.publisher.empty()) {
            report.publisher = options_.publisher;
        }
        report.published = publication_from(field(columns.published));
        report.language = language_from_code(field(columns.language));
        report.set_words(title, words);
        return receive(std::move(report), std::string(row.bytes), Format::csv, where);
    }

private:
    const Options& options_;
    std::string charset_;
};

std::string_view without_byte_order_mark(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes; }

}  // namespace

namespace {

// What is in a row is for others to say: it goes on as it stands, with the table that it stands in.
void hand_on_rows(text::CsvRows rows, const Table& table, const Piece& piece, const Sink& sink)
{
    while (const auto row = rows.next()) {
        Report report;
        report.publisher = piece.origin;
        report.set_words({}, table.decoded(row->bytes));
        const std::string where = fmt::format("{}, line {}", piece.origin, piece.first_line + row->line);
        if (!sink(receive(std::move(report), std::string(row->bytes), Format::csv, where))) return;
    }
}

}  // namespace

void read_csv(Piece piece, const Options& options, const Sink& sink)
{
    const bool later_part = !piece.header.empty();
    const std::string_view bytes = without_byte_order_mark(piece.bytes);
    const std::string_view head = later_part ? without_byte_order_mark(piece.header) : bytes;
    // The declared encoding, or the one that the whole table shows: a single field shows too little.
    const Table table(options, encoding_of(bytes, charset_of(piece.content_type)));
    const char delimiter = text::delimiter_of_header(head.substr(0, head.find('\n')));
    text::CsvRows rows(bytes, delimiter);
    if (options.rows) return hand_on_rows(rows, table, piece, sink);
    const auto header = later_part ? text::CsvRows(head, delimiter).next() : rows.next();
    if (!header) {
        sink(bad_input(piece.origin, "the table is empty"));
        return;
    }
    const auto columns = table.columns(*header, piece.origin);
    if (!columns) {
        sink(tl::unexpected(columns.error()));
        return;
    }
    bool any = later_part;
    while (const auto row = rows.next()) {
        any = true;
        const std::string where = fmt::format("{}, line {}", piece.origin, piece.first_line + row->line);
        if (!sink(table.report(*row, *columns, where))) {
            return;
        }
    }
    if (!any) {
        sink(bad_input(piece.origin, "the table has a header and no rows"));
    }
}

}  // namespace sitrep::read
