#include "place/keys.hpp"

#include "text/normalise.hpp"

#include <algorithm>
#include <array>

namespace sitrep::place {
namespace {

constexpr std::array<std::string_view, 27> latin_articles{
    "al", "el", "ul", "il", "as", "es", "us", "ash", "esh", "ush", "ad", "ed", "ud", "at", "et", "ut", "ar", "er",
    "ur", "an", "en", "un", "az", "ez", "uz", "the", "l"};

constexpr std::string_view alif_lam = "ال";

bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_sign(char c) { return c == '\'' || c == '`' || c == '.' || c == '"'; }

/// Three-byte punctuation that stands for ayn, hamza or an apostrophe (U+2018, U+2019, U+02BB … in UTF-8).
std::size_t sign_bytes(std::string_view text)
{
    if (is_sign(text.front())) return 1;
    if (text.starts_with("\xE2\x80\x98") || text.starts_with("\xE2\x80\x99")) return 3;
    if (text.size() > 1 && text[0] == '\xCA' && (text[1] == '\xBB' || text[1] == '\xBC' || text[1] == '\xBE' || text[1] == '\xBF')) return 2;
    return 0;
}

std::size_t hyphen_bytes(std::string_view text)
{
    if (text.front() == '-' || text.front() == ' ' || text.front() == '_' || text.front() == '/') return 1;
    if (text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94") || text.starts_with("\xE2\x80\x91") || text.starts_with("\xE2\x80\x90")) return 3;
    return 0;
}

std::string_view without_arabic_article(std::string_view piece)
{
    constexpr std::size_t shortest_rest_bytes = 4;
    if (piece.starts_with(alif_lam) && piece.size() >= alif_lam.size() + shortest_rest_bytes) piece.remove_prefix(alif_lam.size());
    return piece;
}

/// Calls take(piece) for each piece of a token in normal form; signs are still in it.
template <class Take>
void for_each_piece(std::string_view normal, Take take)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < normal.size();) {
        const auto hyphen = hyphen_bytes(normal.substr(at));
        if (hyphen == 0) {
            ++at;
            continue;
        }
        if (at > begin) take(normal.substr(begin, at - begin));
        at += hyphen;
        begin = at;
    }
    if (begin < normal.size()) take(normal.substr(begin));
}

/// Calls take(part) for the parts of a piece between its signs.
template <class Take>
void for_each_part(std::string_view piece, Take take)
{
    piece = without_arabic_article(piece);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < piece.size();) {
        const auto sign = sign_bytes(piece.substr(at));
        if (sign == 0) {
            ++at;
            continue;
        }
        if (at > begin) take(piece.substr(begin, at - begin));
        at += sign;
        begin = at;
    }
    if (begin < piece.size()) take(piece.substr(begin));
}

/// One consonant class of Latin transliteration, eating its digraph. Zero for letters that are dropped.
char consonant_class(std::string_view rest, std::size_t& eaten)
{
    const char c = rest[0];
    const char next = rest.size() > 1 ? rest[1] : '\0';
    eaten = next == 'h' && (c == 'k' || c == 's' || c == 'c' || c == 'g' || c == 'd' || c == 't' || c == 'p') ? 2 : 1;
    if (eaten == 2) {
        switch (c) {
        case 'k': return 'x';
        case 's':
        case 'c': return '$';
        case 'g': return 'g';
        case 'd': return 'd';
        case 't': return 't';
        default: return 'f';
        }
    }
    if (c == 'd' && next == 'j') {
        eaten = 2;
        return 'j';
    }
    return c == 'q' || c == 'c' ? 'k' : c;
}

std::string folded_latin(std::string_view key)
{
    std::string out;
    for (std::size_t at = 0; at < key.size();) {
        if (is_vowel(key[at])) {
            if (out.empty() || out.back() != '*') out += '*';
            ++at;
            continue;
        }
        std::size_t eaten = 1;
        const char c = consonant_class(key.substr(at), eaten);
        if (out.empty() || out.back() != c) out += c;
        at += eaten;
    }
    while (out.size() > 2 && (out.back() == '*' || (out.back() == 'h' && out[out.size() - 2] == '*'))) out.pop_back();
    return out;
}

}  // namespace

std::uint64_t extend_hash(std::uint64_t hash, std::string_view bytes)
{
    constexpr std::uint64_t fnv_prime = 1099511628211ull;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * fnv_prime;
    return hash;
}

bool is_article(std::string_view piece)
{
    constexpr std::size_t longest = 3;
    return piece.size() <= longest && std::find(latin_articles.begin(), latin_articles.end(), piece) != latin_articles.end();
}

std::uint64_t extend_by_token(std::uint64_t hash, std::string_view normal)
{
    for_each_piece(normal, [&hash](std::string_view piece) {
        if (!is_article(piece)) for_each_part(piece, [&hash](std::string_view part) { hash = extend_hash(hash, part); });
    });
    return hash;
}

std::vector<std::string> pieces_of(std::string_view name)
{
    std::vector<std::string> all;
    for_each_piece(text::normalise(name), [&all](std::string_view piece) {
        std::string plain;
        for_each_part(piece, [&plain](std::string_view part) { plain += part; });
        if (!plain.empty()) all.push_back(std::move(plain));
    });
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i + 1 == all.size() || !is_article(all[i])) kept.push_back(std::move(all[i]));
    return kept;
}

bool begins_in_arabic(std::string_view name)
{
    // Arabic letters are written D8 to DB and a second byte.
    return !name.empty() && static_cast<unsigned char>(name.front()) >= 0xD8 && static_cast<unsigned char>(name.front()) <= 0xDB;
}

std::string key_of(std::string_view name)
{
    std::string key;
    for (const auto& piece : pieces_of(name)) key += piece;
    return key;
}

std::string folded(std::string_view key)
{
    if (std::all_of(key.begin(), key.end(), [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); })) return folded_latin(key);
    constexpr std::string_view ha = "ه";
    constexpr std::string_view alif = "ا";
    constexpr std::size_t shortest_kept_bytes = 4;
    if (key.size() > shortest_kept_bytes + ha.size() && (key.ends_with(ha) || key.ends_with(alif))) key.remove_suffix(ha.size());
    return std::string{key};
}

}  // namespace sitrep::place
