// The word list of the date rules.
#include "when/words.hpp"

#include "when/meaning.hpp"
#include "when/word_tables.hpp"

#include <string>
#include <unordered_map>

namespace sitrep::when {
namespace {

using Table = std::unordered_map<std::string_view, Word>;

Table make_table()
{
    Table table;
    for (const auto list : {english_words(), arabic_words()})
        for (const auto& [text, kind, value] : list) table.emplace(text, Word{kind, static_cast<std::int16_t>(value)});
    return table;
}

}  // namespace

Word word_of(std::string_view normal)
{
    constexpr std::size_t longest_bytes = 24;
    if (normal.size() > longest_bytes) return {};
    static const Table table = make_table();
    const auto found = table.find(normal);
    return found == table.end() ? Word{} : found->second;
}

}  // namespace sitrep::when
