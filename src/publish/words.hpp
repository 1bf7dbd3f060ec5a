// Words in the form in which the gate compares them: case, accents, Arabic spelling variants and articles are gone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

/// One word of a text. `gap` is true when something stronger than a space, hyphen or apostrophe stands before it
/// (a tag, a comma, a new line, a table cell): a name never runs across that.
struct Word {
    std::string form;
    bool gap = false;
};

/// The words of valid UTF-8, markup included: tags are gaps, the five XML entities are what they stand for.
/// Articles ("al-", "the" excepted) are dropped, so that "Ali al-Ahmad" and "Ali Ahmad" are the same two words.
std::vector<Word> words_of(std::string_view text);

/// The words of a name, gaps or not.
std::vector<std::string> name_words(std::string_view name);

/// The name's words joined by single spaces: two spellings of one name are equal in it more often than not.
std::string name_form(std::string_view name);

/// Next code point of valid UTF-8 at `at`, which moves on. A broken byte stands for U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace sitrep::publish
