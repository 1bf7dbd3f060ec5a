#include "publish/code_points.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

// One offset per so many code points: a page of memory for a long report, and at most 31 steps to any point.
constexpr std::uint32_t anchor_distance = 32;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text)
{
    ascii_ = std::none_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) != 0; });
    if (ascii_) return;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (continues(text[i])) continue;
        if (count++ % anchor_distance == 0) anchors_.push_back(i);
    }
}

std::size_t CodePoints::byte_of(std::uint32_t code_point) const
{
    if (ascii_) return std::min<std::size_t>(code_point, text_.size());
    const std::size_t anchor = code_point / anchor_distance;
    if (anchor >= anchors_.size()) return text_.size();
    std::size_t at = anchors_[anchor];
    for (std::uint32_t left = code_point % anchor_distance; left > 0 && at < text_.size(); --left) {
        ++at;
        while (at < text_.size() && continues(text_[at])) ++at;
    }
    return at;
}

std::string_view CodePoints::words(Span span) const
{
    const std::size_t begin = byte_of(span.start);
    const std::size_t end = byte_of(span.end);
    return text_.substr(begin, end - begin);
}

}  // namespace sitrep::publish
