// The languages Sitrep reads; every other language is stored and marked "not read".
#pragma once

#include <optional>
#include <string_view>

namespace sitrep {

enum class Language { unknown, english, arabic, other };

/// ISO 639-1 code ("en", "ar"); "other" and "und" for the rest.
std::string_view to_string(Language language);
/// "en", "en-GB", "ar", "ARA" …; a known code of another language is `other`, an empty one `unknown`.
Language language_from_code(std::string_view code);
/// True for the languages the extractor understands.
bool is_read(Language language);

}  // namespace sitrep
