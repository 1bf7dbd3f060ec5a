#include "place/cues.hpp"

#include "place/cue_words.hpp"
#include "text/word_table.hpp"

#include <string>

namespace sitrep::place {
namespace {

constexpr std::string_view article = "ال";

using Table = text::WordTable<Cue>;

/// Everyday words are read with the article too.
void enter(std::span<const CueWords> groups, Table& table)
{
    for (auto [cue, words] : groups)
        while (!words.empty()) {
            const auto space = words.find(' ');
            table.put(words.substr(0, space), cue);
            if (cue == Cue::everyday) table.put(std::string{article} + std::string{words.substr(0, space)}, cue);
            words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
        }
}

const Table& cues()
{
    static const Table table = [] {
        Table all;
        enter(english_cues(), all);
        enter(arabic_cues(), all);
        return all;
    }();
    return table;
}

}  // namespace

Cue cue_of(std::string_view normal)
{
    const Cue* cue = cues().find(normal);
    return cue == nullptr ? Cue::none : *cue;
}

}  // namespace sitrep::place
