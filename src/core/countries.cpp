#include "core/countries.hpp"

#include <array>
#include <deque>
#include <string>
#include <unordered_map>

extern "C" const char sitrep_core_countries[];
extern "C" const char sitrep_core_countries_end[];

namespace sitrep {
namespace {

std::string lower(std::string_view name)
{
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

std::string_view cut(std::string_view& rest, char by)
{
    const auto end = rest.find(by);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

struct Register {
    std::deque<Country> all;
    std::unordered_map<std::string_view, const Country*> by_code, by_number;
    std::unordered_map<std::string, const Country*> by_name;

    Register()
    {
        std::string_view rest(sitrep_core_countries, std::size_t(sitrep_core_countries_end - sitrep_core_countries));
        while (!rest.empty()) {
            std::string_view line = cut(rest, '\n');
            if (!line.empty() && line[0] != '#') add(line);
        }
    }

    void add(std::string_view line)
    {
        std::array<std::string_view, 10> cells;
        for (auto& cell : cells) cell = cut(line, '\t');
        const auto& country = all.emplace_back(Country{cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]});
        by_code.emplace(country.code, &country);
        by_number.emplace(country.numeric, &country);
        by_name.emplace(lower(country.name), &country);
        for (std::string_view others = cells[9]; !others.empty();) by_name.emplace(lower(cut(others, '|')), &country);
    }
};

const Register& countries()
{
    static const Register all;
    return all;
}

template <class Map, class Key>
const Country* in(const Map& map, const Key& key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
}

}  // namespace

const Country* country_coded(std::string_view alpha2) { return in(countries().by_code, alpha2); }
const Country* country_named(std::string_view name) { return in(countries().by_name, lower(name)); }
const Country* country_numbered(std::string_view iso_numeric) { return iso_numeric.empty() ? nullptr : in(countries().by_number, iso_numeric); }

}  // namespace sitrep
