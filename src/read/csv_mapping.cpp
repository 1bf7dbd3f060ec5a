#include "read/source.hpp"

#include <fmt/format.h>

namespace sitrep::read {
namespace {

std::string* field_of(CsvMapping& mapping, std::string_view name)
{
    if (name == "id") return &mapping.id;
    if (name == "title") return &mapping.title;
    if (name == "text") return &mapping.text;
    if (name == "published") return &mapping.published;
    if (name == "publisher") return &mapping.publisher;
    if (name == "url") return &mapping.url;
    if (name == "language") return &mapping.language;
    return nullptr;
}

}  // namespace

Result<CsvMapping> csv_mapping_from(const std::string& text)
{
    CsvMapping mapping;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view pair = std::string_view(text).substr(begin, end - begin);
        const std::size_t equals = pair.find('=');
        std::string* field = equals == std::string_view::npos ? nullptr : field_of(mapping, pair.substr(0, equals));
        if (!field || equals + 1 == pair.size())
            return bad_input(text, fmt::format("\"{}\" is not field=column. Fields: id, title, text, published, publisher, url, language.", pair));
        *field = pair.substr(equals + 1);
        begin = end + 1;
    }
    return mapping;
}

}  // namespace sitrep::read
