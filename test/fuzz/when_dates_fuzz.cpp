// Any bytes, made valid UTF-8, as a document: dates stay inside it.
#include "text/document.hpp"
#include "text/normalise.hpp"
#include "when/dates.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sitrep;
    if (size == 0) return 0;
    const auto text = text::to_valid_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto document = text::Document::parse(text, 0, data[0] % 2 ? Language::english : Language::arabic);
    const auto published = data[0] % 4 < 2 ? day_from_iso("2024-03-05") : std::nullopt;
    std::uint32_t before = 0;
    for (const auto& date : when::find_dates(document, published)) {
        if (date.span.start < before || date.span.end <= date.span.start || date.span.end > text::length(text)) std::abort();
        before = date.span.end;
    }
    return 0;
}
