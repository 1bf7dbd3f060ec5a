// Inside read/: what the beginning of a text looks like. All take UTF-8 or any encoding of one byte a letter, without leading blanks.
#pragma once

#include <initializer_list>
#include <string_view>

namespace sitrep::read {

/// Without byte-order mark, blanks and invisible direction marks at the beginning.
std::string_view without_leading_blanks(std::string_view text);
bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings);

bool is_telegram(std::string_view text);  ///< Telegram Desktop's result.json, of one chat or of all
bool is_json(std::string_view text);      ///< an object or an array of objects begins
bool is_feed(std::string_view text);      ///< RSS, RDF or Atom
bool is_page(std::string_view text, bool called_page);
bool is_mbox(std::string_view text);   ///< the line before a message, with the message's first line
bool is_email(std::string_view text);
bool is_whatsapp(std::string_view text);
/// A header row and rows of as many fields. `called_table` (by name or declared type) settles what could be either.
bool is_table(std::string_view text, bool whole, bool called_table);

}  // namespace sitrep::read
