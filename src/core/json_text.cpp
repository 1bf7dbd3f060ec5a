#include "core/json_text.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

// Metres, not centimetres: five decimals of a degree are about 1.1 m.
constexpr int coordinate_decimals = 5;

bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

void append_escaped(std::string& out, char c)
{
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

}  // namespace

void JsonText::separate()
{
    if (!first_) out_ += ',';
    first_ = false;
}

JsonText& JsonText::open(char bracket)
{
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
}

JsonText& JsonText::close(char bracket)
{
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonText& JsonText::key(std::string_view name)
{
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
    return *this;
}

JsonText& JsonText::value(std::string_view text)
{
    separate();
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out_ += text.substr(plain, i - plain);
        append_escaped(out_, text[i]);
        plain = i + 1;
    }
    out_ += text.substr(plain);
    out_ += '"';
    return *this;
}

JsonText& JsonText::value(std::int64_t number)
{
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", number);
    return *this;
}

JsonText& JsonText::fraction(double number, int decimals)
{
    separate();
    const std::size_t begin = out_.size();
    fmt::format_to(std::back_inserter(out_), "{:.{}f}", number, decimals);
    if (out_.find('.', begin) == std::string::npos) return *this;
    while (out_.back() == '0') out_.pop_back();
    if (out_.back() == '.') out_.pop_back();
    return *this;
}

JsonText& JsonText::latitude_longitude(const std::optional<LatLon>& point)
{
    if (!point) return key("lat").null().key("lon").null();
    return key("lat").fraction(point->lat(), coordinate_decimals).key("lon").fraction(point->lon(), coordinate_decimals);
}

JsonText& JsonText::raw(std::string_view text)
{
    separate();
    out_ += text;
    return *this;
}

}  // namespace sitrep
