// Plain text: an optional frame of "Source: …" lines, an optional title, the words.
#include "read/ascii.hpp"
#include "read/run.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t title_bytes_max = 300;
constexpr std::size_t frame_lines_max = 12;

enum class Key { publisher, published, url, title, id, language };
struct KeyName {
    std::string_view name;
    Key key;
};
constexpr std::array key_names{
    KeyName{"source", Key::publisher}, KeyName{"publisher", Key::publisher}, KeyName{"outlet", Key::publisher}, KeyName{"channel", Key::publisher},
    KeyName{"date", Key::published}, KeyName{"published", Key::published}, KeyName{"url", Key::url}, KeyName{"link", Key::url},
    KeyName{"title", Key::title}, KeyName{"headline", Key::title}, KeyName{"id", Key::id}, KeyName{"language", Key::language},
    KeyName{"المصدر", Key::publisher}, KeyName{"الناشر", Key::publisher}, KeyName{"القناة", Key::publisher}, KeyName{"التاريخ", Key::published},
    KeyName{"تاريخ النشر", Key::published}, KeyName{"الرابط", Key::url}, KeyName{"العنوان", Key::title}, KeyName{"اللغة", Key::language}};

std::string_view take_line(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

struct FrameLine {
    Key key;
    std::string_view value;
};

std::optional<FrameLine> frame_line(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string name = lowered(trimmed(line.substr(0, colon)));
    for (const auto& known : key_names)
        if (name == known.name) return FrameLine{known.key, trimmed(line.substr(colon + 1))};
    return std::nullopt;
}

// Takes the frame off the front: lines of known keys only, down to a blank line. Anything else is text from the first word on.
std::string_view without_frame(std::string_view text, Report& report, std::string& title)
{
    std::string_view rest = text;
    std::vector<FrameLine> lines;
    for (;;) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty() || lines.size() == frame_lines_max) break;
        const auto framed = frame_line(line);
        if (!framed) return text;
        lines.push_back(*framed);
    }
    if (lines.empty() || trimmed(rest).empty()) return text;
    for (const auto& [key, value] : lines) {
        switch (key) {
            case Key::publisher: report.publisher = value; break;
            case Key::published: report.published = publication_from(value); break;
            case Key::url: report.url = value; break;
            case Key::title: title = value; break;
            case Key::id: report.external_id = value; break;
            case Key::language: report.language = language_from_code(value); break;
        }
    }
    return trimmed(rest);
}

// A short first line set off by a blank one is a title, unless it ends like a sentence.
std::string_view without_title(std::string_view text, std::string& title)
{
    std::string_view rest = text;
    const std::string_view line = trimmed(take_line(rest));
    const bool set_off = trimmed(rest.substr(0, rest.find('\n'))).empty() && !trimmed(rest).empty();
    if (!set_off || line.empty() || line.size() > title_bytes_max || line.ends_with('.')) return text;
    title = line;
    return trimmed(rest);
}

}  // namespace

void read_plain_text(Piece piece, const Options& options, const Sink& sink)
{
    const std::string decoded = decode(piece.bytes, charset_of(piece.content_type));
    Report report;
    std::string title;
    std::string_view text = without_frame(trimmed(decoded), report, title);
    if (title.empty()) text = without_title(text, title);
    if (text.empty()) {
        sink(bad_input(piece.origin, "it holds nothing but blanks"));
        return;
    }
    report.set_words(title, text);
    if (report.url.empty()) report.url = piece.url;
    if (report.publisher.empty()) report.publisher = options.publisher;
    sink(receive(std::move(report), std::move(piece.bytes), Format::plain_text, piece.origin));
}

}  // namespace sitrep::read
