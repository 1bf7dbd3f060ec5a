// Keys under which the spellings of a place name meet. They are made token by token so that running text can be
// scanned with an incremental hash; joined and split spellings ("Abu Kamal", "Abukamal") meet because no space is kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::place {

/// FNV-1a, 64 bit; the seed of an empty key.
inline constexpr std::uint64_t empty_hash = 14695981039346656037ull;
std::uint64_t extend_hash(std::uint64_t hash, std::string_view bytes);

/// Goes on hashing a name by one token in normal form ("ez-zor" adds "zor", "السخنه" adds "سخنه", "ma'adan" adds "maadan").
/// Latin articles add nothing. The hash of all tokens is the hash of key_of() of the name they make.
std::uint64_t extend_by_token(std::uint64_t hash, std::string_view normal);
/// True for a Latin article as a word of its own: al, el, ash, ez …
bool is_article(std::string_view piece);

/// True for a name whose first letter is Arabic.
bool begins_in_arabic(std::string_view name);

/// Key of a whole name as written: normal form, articles and signs and spaces out.
std::string key_of(std::string_view name);
/// The pieces of a whole name, articles dropped.
std::vector<std::string> pieces_of(std::string_view name);

/// Coarser key of a Latin key: each run of vowels one mark, doubled consonants once, q~k, gh~g, dh~d, th~t, final -a/-ah/-eh
/// out. "busayrah", "basira" → the same. For other scripts: final ha and alif out.
std::string folded(std::string_view key);

}  // namespace sitrep::place
