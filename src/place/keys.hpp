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

/// Appends the pieces of one token in normal form ("ez-zor" → "zor", "السخنه" → "سخنه", "ma'adan" → "maadan").
/// A Latin article standing alone gives no piece unless it ends the name.
void append_pieces(std::string_view normal, std::vector<std::string>& pieces);
/// True for a Latin article as a word of its own: al, el, ash, ez …
bool is_article(std::string_view piece);

/// Key of a whole name as written: normal form, articles and signs and spaces out.
std::string key_of(std::string_view name);
/// The pieces of a whole name, articles dropped.
std::vector<std::string> pieces_of(std::string_view name);

/// Coarser key of a Latin key: each run of vowels one mark, doubled consonants once, q~k, gh~g, dh~d, th~t, final -a/-ah/-eh
/// out. "busayrah", "basira" → the same. For other scripts: final ha and alif out.
std::string folded(std::string_view key);

}  // namespace sitrep::place
