#include "spaced_sentence.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sitrep::spans {

namespace {

std::uint32_t code_points(std::string_view text)
{
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::ifstream opened(const std::string& path)
{
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + ": cannot be read");
    return file;
}

TypedSpan SpacedSentence::add(std::string_view word)
{
    if (!text_.empty()) text_ += ' ';
    const std::string written = apart(word);
    const std::uint32_t start = code_points(text_);
    text_ += written;
    return {start, start + code_points(written), ""};
}

LabelledText SpacedSentence::finish(std::vector<TypedSpan> spans)
{
    return {"", std::exchange(text_, {}), std::move(spans)};
}

}  // namespace sitrep::spans
