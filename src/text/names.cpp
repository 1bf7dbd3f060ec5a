// Keys under which the spellings of a place's name meet, within a script and across Latin and Arabic.
#include "text/normalise.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace sitrep::text {
namespace {

constexpr auto free_articles = std::to_array<std::string_view>({"al", "el", "ul", "il"});
// Articles that have taken on the first sound of their noun: "as Sukhnah", "ez-Zor", "ash Sharqi".
constexpr auto assimilated_articles = std::to_array<std::string_view>({
    "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "en", "er", "es", "esh", "et", "ez", "ud", "un", "ur", "us", "ush", "ut", "uz"});
constexpr std::string_view arabic_article = "ال";

std::vector<std::string_view> words_of(std::string_view normal)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t end = std::min(normal.find(' ', at), normal.size());
        if (end > at) {
            words.push_back(normal.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

bool is_article(std::string_view word, std::string_view next)
{
    if (std::ranges::find(free_articles, word) != free_articles.end()) {
        return true;
    }
    return std::ranges::binary_search(assimilated_articles, word) && next.starts_with(word.substr(1));
}

// Normal form with the signs of hyphens, apostrophes and hamza out, still with its articles.
std::string plain_name(std::string_view name)
{
    const std::string normal = normalise(name);
    std::string plain;
    plain.reserve(normal.size());
    for (std::size_t at = 0; at < normal.size();) {
        const CodePoint point = code_point_at(normal, at);
        const bool separates = point.value == '-' || point.value == '/' || point.value == ',' || point.value == '(' || point.value == ')' || point.value == '.';
        if (separates) {
            plain += ' ';
        } else if (point.value != '\'' && point.value != '"' && point.value != U'ء') {
            plain.append(normal, at, point.bytes);
        }
        at += point.bytes;
    }
    return plain;
}

struct NameWord {
    std::string_view letters;
    bool had_article = false;
};

// The words of a plain name without their articles; a name that is nothing but an article keeps it.
std::vector<NameWord> bare_words(std::string_view plain)
{
    constexpr std::size_t rest_bytes_min = 4;
    std::vector<NameWord> bare;
    const auto words = words_of(plain);
    bool had_article = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (i + 1 < words.size() && is_article(word, words[i + 1])) {
            had_article = true;
            continue;
        }
        if (word.starts_with(arabic_article) && word.size() >= arabic_article.size() + rest_bytes_min) {
            bare.push_back({word.substr(arabic_article.size()), true});
        } else {
            bare.push_back({word, had_article});
        }
        had_article = false;
    }
    return bare;
}

// Consonant classes. One letter stands for all that the transliterations in use write for one another.
char arabic_class(char32_t letter)
{
    switch (letter) {
    case U'ب': return 'b';
    case U'ت': case U'ط': case U'ث': return 't';
    case U'ج': return 'j';
    case U'ح': case U'ه': case U'خ': return 'h';
    case U'د': case U'ض': case U'ذ': case U'ظ': return 'd';  // the press writes dh or d, OCHA th too
    case U'ر': return 'r';
    case U'ز': return 'z';
    case U'س': case U'ص': case U'ش': return 's';
    case U'غ': case U'ق': case U'ك': return 'k';
    case U'ف': return 'f';
    case U'ل': return 'l';
    case U'م': return 'm';
    case U'ن': return 'n';
    default: return 0;  // vowels, ayn, hamza
    }
}

void append_class(std::string& out, char consonant)
{
    if (consonant != 0 && (out.empty() || out.back() != consonant)) {
        out += consonant;
    }
}

void append_arabic(std::string& out, std::string_view word, bool last_word)
{
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        at += point.bytes;
        const bool final = at == word.size();
        const bool silent_end = final && (point.value == U'ه' || point.value == U'ح' || (point.value == U'ت' && !last_word));
        if (!silent_end) {
            append_class(out, arabic_class(point.value));
        }
    }
}

bool is_latin_vowel(char letter) { return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y' || letter == 'w'; }

char latin_class(char letter)
{
    switch (letter) {
    case 'b': case 'p': return 'b';
    case 'c': case 'g': case 'k': case 'q': return 'k';
    case 'd': return 'd';
    case 'f': case 'v': return 'f';
    case 'h': return 'h';
    case 'j': return 'j';
    case 'l': return 'l';
    case 'm': return 'm';
    case 'n': return 'n';
    case 'r': return 'r';
    case 's': return 's';
    case 't': return 't';
    case 'z': return 'z';
    default: return 0;
    }
}

// "Elbab", "Alhol": an article written together with its noun. Before a vowel it is one only inside a name ("Um Elamad", not "Aleppo").
std::string_view without_glued_article(std::string_view word, bool first_word)
{
    constexpr std::size_t glued_letters_min = 5;
    const bool begins = word.starts_with("al") || word.starts_with("el");
    const bool article = begins && word.size() >= glued_letters_min && (!first_word || !is_latin_vowel(word[2]));
    return article ? word.substr(2) : word;
}

void append_latin(std::string& out, std::string_view word, bool last_word)
{
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char letter = word[i];
        const char next = i + 1 < word.size() ? word[i + 1] : '\0';
        const bool after_vowel = i > 0 && is_latin_vowel(word[i - 1]);
        const bool final = next == '\0';
        if (final && (letter == 'h' || (letter == 't' && after_vowel && !last_word))) {
            continue;  // the end of ta marbuta, "-ah" or "-at"; Latin does not tell it from other h
        }
        if (letter == 'd' && next == 'j') {
            continue;
        }
        if (letter == 'x') {
            append_class(out, 'k');
            append_class(out, 's');
            continue;
        }
        const bool digraph = next == 'h' && (letter == 's' || letter == 't' || letter == 'd' || letter == 'g' || letter == 'k' || letter == 'c' || letter == 'p');
        char consonant = latin_class(letter);
        if (digraph) {
            consonant = letter == 'k' ? 'h' : letter == 'c' ? 's' : letter == 'p' ? 'f' : consonant;
            ++i;
        }
        append_class(out, consonant);
    }
}

}  // namespace

std::string name_key(std::string_view name)
{
    const std::string plain = plain_name(name);
    std::string key;
    for (const NameWord& word : bare_words(plain)) {
        if (!key.empty()) {
            key += ' ';
        }
        key += word.letters;
    }
    return key;
}

std::string skeleton(std::string_view name)
{
    const std::string plain = plain_name(name);
    const auto words = bare_words(plain);
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last_word = i + 1 == words.size();
        const std::string_view word = words[i].letters;
        if (static_cast<unsigned char>(word.front()) < 0x80) {
            append_latin(out, words[i].had_article ? word : without_glued_article(word, i == 0), last_word);
        } else {
            append_arabic(out, word, last_word);
        }
    }
    return out;
}

}  // namespace sitrep::text
