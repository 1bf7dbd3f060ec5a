#include "core/language.hpp"

namespace sitrep {

std::string_view to_string(Language language)
{
    switch (language) {
        case Language::english: return "en";
        case Language::arabic: return "ar";
        case Language::other: return "other";
        case Language::unknown: break;
    }
    return "und";
}

Language language_from_code(std::string_view code)
{
    if (code.empty() || code == "und") return Language::unknown;
    auto begins = [&](std::string_view prefix) {
        if (code.size() < prefix.size()) return false;
        for (std::size_t i = 0; i < prefix.size(); ++i)
            if ((code[i] | 0x20) != prefix[i]) return false;
        return code.size() == prefix.size() || code[prefix.size()] == '-' || code[prefix.size()] == '_';
    };
    if (begins("en") || begins("eng")) return Language::english;
    if (begins("ar") || begins("ara")) return Language::arabic;
    return Language::other;
}

bool is_read(Language language)
{
    return language == Language::english || language == Language::arabic;
}

}  // namespace sitrep
