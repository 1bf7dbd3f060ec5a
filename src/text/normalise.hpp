// Normal forms of words and names, so that spellings meet.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::text {

/// The normal form described at Token::normal, for any text; words stay separated by single spaces. Broken-up words are repaired in
/// documents only, and full stops of abbreviations stay.
std::string normalise(std::string_view text);

/// Key under which spellings of one name meet: normalise(), then hyphens, apostrophes, ayn/hamza signs out, Arabic
/// articles out (al-, el-, ash-, ad-, ال …), spaces single. "Al-Sukhnah" → "sukhnah", "السخنة" → "سخنه".
std::string name_key(std::string_view name);

/// Consonant skeleton shared by Latin and Arabic script: "Sukhna", "Al Sukhnah", "السخنة" → "skn"-like equal strings
/// (kh~h, dh~d, th~t, gh~g, sh~s, q~k~g, j, doubled once, vowels and ayn out). Empty when nothing is left.
std::string skeleton(std::string_view name);

/// Word stem by Snowball (English or Arabic by script); expects a normal form.
std::string stem(std::string_view normal);

/// Valid UTF-8 with each broken sequence replaced by U+FFFD, and NULs and other C0 controls but \n and \t turned into spaces.
std::string to_valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

/// Number of code points of valid UTF-8.
std::size_t length(std::string_view text);

}  // namespace sitrep::text
