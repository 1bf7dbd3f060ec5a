#include "place/build/atlas.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sitrep::place::build {

std::string file_bytes(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) throw std::runtime_error(fmt::format("cannot read {}", file.string()));
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> fields_of(const std::string& line, char separator)
{
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"' && separator == ',')
            quoted = !quoted;
        else if (c == separator && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

std::vector<std::vector<std::string>> csv_rows(const std::filesystem::path& file, std::size_t columns)
{
    std::vector<std::vector<std::string>> rows;
    std::ifstream in{file};
    if (!in) throw std::runtime_error(fmt::format("cannot read {}", file.string()));
    std::string line;
    std::getline(in, line);
    for (std::size_t number = 2; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        rows.push_back(fields_of(line, ','));
        if (rows.back().size() != columns)
            throw std::runtime_error(fmt::format("{}:{}: {} columns, not {}", file.string(), number, rows.back().size(), columns));
    }
    return rows;
}

bool is_latin_name(const std::string& name)
{
    // Latin letters with diacritics lie below U+0250 or in U+1E00..U+1EFF; signs for ayn and dashes in U+2010..U+201F.
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x80 || (byte >= 0xC3 && byte <= 0xCC) || (byte >= 0x80 && byte < 0xC0)) continue;
        if (byte == 0xE1 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) >= 0xB8) continue;
        if (byte == 0xE2 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) == 0x80) continue;
        return false;
    }
    return true;
}

bool is_arabic_name(const std::string& name)
{
    // U+0621..U+064A in UTF-8 is D8 A1 .. D9 8A; Persian and Urdu letters lie above and are not wanted here.
    bool any = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte == ' ') continue;
        if ((byte != 0xD8 && byte != 0xD9) || i + 1 == name.size()) return false;
        const auto next = static_cast<unsigned char>(name[++i]);
        if (byte == 0xD9 && next > 0x92) return false;
        any = true;
    }
    return any;
}

}  // namespace sitrep::place::build
