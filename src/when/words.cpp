// The word list of the date rules.
#include "when/words.hpp"

#include "when/meaning.hpp"
#include "when/word_tables.hpp"
#include "text/word_table.hpp"

namespace sitrep::when {
namespace {

using Table = text::WordTable<Word>;

Table make_table()
{
    Table table;
    for (const auto list : {english_words(), arabic_words()})
        for (const auto& [text, kind, value] : list) table.put(text, Word{kind, static_cast<std::int16_t>(value)});
    return table;
}

}  // namespace

Word word_of(std::string_view normal)
{
    constexpr std::size_t longest_bytes = 24;
    if (normal.size() > longest_bytes) return {};
    static const Table table = make_table();
    const Word* word = table.find(normal);
    return word == nullptr ? Word{} : *word;
}

}  // namespace sitrep::when
