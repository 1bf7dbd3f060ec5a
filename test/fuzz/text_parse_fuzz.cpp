// Any bytes, made valid UTF-8, become a sound document.
#include "text/normalise.hpp"
#include "text/numbers.hpp"
#include "text/signature.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    namespace text = sitrep::text;
    const std::string valid = text::to_valid_utf8({reinterpret_cast<const char*>(data), size});
    const text::Document document = text::Document::parse(valid, size % 2 == 0 ? 0 : valid.find('\n') + 1, sitrep::Language::unknown);
    std::size_t byte = 0;
    for (std::size_t i = 0; i < document.tokens().size(); ++i) {
        const text::Token& token = document.tokens()[i];
        if (token.byte_begin < byte || token.byte_end <= token.byte_begin || token.byte_end > valid.size() || token.normal.empty()) {
            std::abort();
        }
        if (document.words(document.span(i, i + 1)) != document.words(i, i + 1)) {
            std::abort();
        }
        byte = token.byte_end;
        (void)text::read_number(document, i);
        (void)text::stem(token.normal);
    }
    (void)text::signature_of(document);
    (void)text::name_key(valid);
    (void)text::skeleton(valid);
    return 0;
}
