#include "read/ascii.hpp"
#include "read/text_shape.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at_bytes = 16 * 1024;
constexpr std::size_t lines_looked_at = 20;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts)
{
    return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

std::string_view line_of(std::string_view text)
{
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

// "Subject: …" → "subject"; empty when the line is no header field.
std::string field_name(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon > 60) return {};
    const std::string_view name = line.substr(0, colon);
    if (!std::ranges::all_of(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; })) return {};
    return lowered(name);
}

}  // namespace

std::string_view without_leading_blanks(std::string_view text)
{
    for (;;) {
        const std::size_t before = text.size();
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
        // Byte-order mark, left-to-right and right-to-left marks, which exports put before everything.
        if (starts_with_any(text, {"\xEF\xBB\xBF", "\xE2\x80\x8E", "\xE2\x80\x8F"})) text.remove_prefix(3);
        if (text.size() == before) return text;
    }
}

bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings)
{
    const std::string low = lowered(name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return low.ends_with(ending); });
}

bool is_telegram(std::string_view text)
{
    if (text.front() != '{') return false;
    const std::string_view start = text.substr(0, looked_at_bytes);
    const auto has = [&](std::string_view key) { return start.find(key) != std::string_view::npos; };
    const bool one_chat = has("\"messages\"") && has("\"type\"") && (has("\"name\"") || has("\"id\""));
    const bool all_chats = has("\"chats\"") && has("\"list\"");
    // A JSON line with a text and a list of messages has its text before; an export has no text before its messages.
    const bool own_text = std::min(start.find("\"text\""), start.size()) < std::min(start.find("\"messages\""), start.size());
    return (one_chat || all_chats) && !own_text;
}

bool is_json(std::string_view text)
{
    const char open = text.front();
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    if (next == std::string_view::npos) return open == '{' || text.size() == 1;
    if (open == '{') return text[next] == '"' || text[next] == '}';
    return text[next] == '{' || text[next] == ']';
}

bool is_feed(std::string_view text)
{
    const std::string low = lowered(text.substr(0, looked_at_bytes));
    std::string_view rest = low;
    // The first tag that is no declaration and no comment.
    while (rest.starts_with("<?") || rest.starts_with("<!--")) {
        const std::string_view close = rest.starts_with("<?") ? "?>"sv : "-->"sv;
        const std::size_t end = rest.find(close);
        if (end == std::string_view::npos) return false;
        rest = without_leading_blanks(rest.substr(end + close.size()));
    }
    if (rest.starts_with("<rdf:rdf")) return rest.find("purl.org/rss") != std::string_view::npos || rest.find("<channel") != std::string_view::npos;
    if (!starts_with_any(rest, {"<rss", "<feed", "<atom:feed"})) return false;
    return rest.find_first_of(" \t\r\n>") != std::string_view::npos;
}

bool is_page(std::string_view text, bool called_page)
{
    const std::string low = lowered(text.substr(0, looked_at_bytes));
    constexpr std::array tags{"<html"sv, "<body"sv, "<head>"sv, "<p>"sv, "<p "sv, "<div"sv, "<br>"sv, "<br/>"sv, "<br />"sv, "<span"sv, "<a href"sv, "</p>"sv, "<h1"sv, "<table"sv};
    std::size_t seen = 0;
    for (const auto tag : tags) seen += low.find(tag) != std::string::npos;
    return seen >= (called_page ? 1U : 3U);
}

bool is_mbox(std::string_view text)
{
    const std::string_view first = line_of(text);
    if (!first.starts_with("From ") || first.size() + 1 >= text.size()) return false;
    // "From name@host Tue Mar  5 10:00:00 2024": a time of day and a year; and a header field below.
    std::size_t digits = 0;
    bool has_year = false;
    bool has_time = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        has_time |= first[i] == ':' && digits > 0 && i + 1 < first.size() && is_digit(first[i + 1]);
        digits = is_digit(first[i]) ? digits + 1 : 0;
        has_year |= digits == 4;
    }
    return has_time && has_year && !field_name(line_of(text.substr(text.find('\n') + 1))).empty();
}

bool is_email(std::string_view text)
{
    bool technical = false;  // written by mail programs only
    bool sender = false;
    int usual = 0;
    std::string_view rest = text;
    for (std::size_t lines = 0; lines < 4 * lines_looked_at && !rest.empty(); ++lines) {
        const std::string_view line = line_of(rest);
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') continue;
        const std::string name = field_name(line);
        if (name.empty()) return false;
        technical |= starts_with_any(name, {"received", "message-id", "return-path", "mime-version", "delivered-to", "dkim-signature", "content-transfer-encoding"});
        sender |= name == "from" && line.find('@') != std::string_view::npos;
        usual += name == "from" || name == "to" || name == "subject" || name == "date" || name == "cc" || name == "content-type";
    }
    return (technical && usual >= 1) || (sender && usual >= 2);
}

bool is_whatsapp(std::string_view text)
{
    // "[05/03/2024, 10:00:12] Name: …" or "05.03.24, 10:00 - Name: …", in the digits of the phone's language.
    std::string_view line = line_of(text);
    const bool bracket = line.starts_with('[');
    if (bracket) line.remove_prefix(1);
    std::string digits;
    std::size_t at = 0;
    while (at < line.size() && at < 80) {
        const auto c = static_cast<unsigned char>(line[at]);
        const auto next = static_cast<unsigned char>(at + 1 < line.size() ? line[at + 1] : '\0');
        if (c == 0xD9 && next >= 0xA0 && next <= 0xA9) {
            digits += char('0' + (next - 0xA0));
            at += 2;
        } else if (c == 0xE2 || c == 0xD8) {  // direction marks, narrow blanks, the Arabic comma
            at += c == 0xE2 ? 3 : 2;
        } else if (is_digit(line[at]) || starts_with_any(line.substr(at, 1), {"/", ".", "-", ":"})) {
            digits += line[at++];
        } else if (line[at] == ',' || line[at] == ' ') {
            digits += ' ';
            ++at;
        } else {
            break;
        }
    }
    const auto count = [&](auto test) { return std::ranges::count_if(digits, test); };
    if (count(is_digit) < 6 || count([](char c) { return c == ':'; }) < 1) return false;
    if (count([](char c) { return c == '/' || c == '.'; }) < 2 && count([](char c) { return c == '-'; }) < 2) return false;
    const bool dash = digits.find("- ") != std::string::npos || line.find(" - ") != std::string_view::npos;
    // ISO stamps at the start of log lines look alike but for the dash or bracket behind them.
    return bracket ? line.find(']') != std::string_view::npos : dash && line.substr(0, 80).find(" - ") != std::string_view::npos;
}

}  // namespace sitrep::read
