// Any words in either language: understanding must end, and every span must lie inside the report.
#include <cstdlib>

#include "text/document.hpp"
#include "text/normalise.hpp"
#include "understand/understand.hpp"

namespace {

void check(const std::string& words, sitrep::Language language)
{
    using namespace sitrep;
    Report report;
    report.set_words("", words);
    report.language = language;
    const auto document = text::Document::parse(report.document, report.text_begin, language);
    const std::size_t length = text::length(words);
    const auto said = understand::understand(report, document, {}, {});
    const auto inside = [&](Span span) { return span.start < span.end && span.end <= length; };
    for (const Account& account : said.accounts) {
        if (account.evidence.empty()) std::abort();
        for (const Span span : account.evidence)
            if (!inside(span)) std::abort();
    }
    for (const Mention& mention : said.mentions)
        if (!inside(mention.span)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string words = sitrep::text::to_valid_utf8({reinterpret_cast<const char*>(data), size});
    sitrep::understand::detect_language(words);
    check(words, sitrep::Language::english);
    check(words, sitrep::Language::arabic);
    return 0;
}
