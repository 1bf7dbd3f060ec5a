#include "publish/office_text.hpp"

#include "publish/escape.hpp"

#include <algorithm>

namespace sitrep::publish {

std::string office_escaped(std::string_view text)
{
    std::string plain(text);
    std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
    return html_escaped(plain);
}

}  // namespace sitrep::publish
