#include "publish/words.hpp"

#include <algorithm>
#include <array>

namespace sitrep::publish {
namespace {

constexpr char32_t broken = 0xFFFD;

void append(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

// U+00C0..U+017F: the Latin letters that transliterations use, without their accents ('_' is no letter).
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiiidnooooo_ouuuuytsaaaaaaaceeeeiiiidnooooo_ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_base.size() == 0x180 - 0xC0);

// U+1E00..U+1EFF: the dots below and above of scholarly transliteration.
constexpr std::string_view latin_extended_base =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy_s__s_aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy______";
static_assert(latin_extended_base.size() == 0x100);

bool is_arabic_mark(char32_t c) { return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640; }
bool is_invisible(char32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF ||
           (c >= 0x300 && c <= 0x36F);
}
bool is_joiner(char32_t c)  // stands inside a name without ending it
{
    return c == ' ' || c == '-' || c == '\'' || c == '`' || c == 0xA0 || c == 0x2010 || c == 0x2011 || c == 0x2018 || c == 0x2019 || c == 0x2BC ||
           c == 0x2BB || c == 0x2BE || c == 0x2BF || c == '.' || c == '_';
}

char32_t fold_arabic(char32_t c)
{
    switch (c) {
        case 0x622: case 0x623: case 0x625: case 0x671: return 0x627;
        case 0x649: case 0x626: case 0x6CC: return 0x64A;
        case 0x629: return 0x647;
        case 0x624: return 0x648;
        case 0x6A9: return 0x643;
        default: return c;
    }
}

/// The letter or digit it counts as; 0 when it ends a word.
char32_t fold(char32_t c)
{
    if (c >= 'A' && c <= 'Z') return c | 0x20;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
    if (c < 0xC0) return 0;
    if (c < 0x180) {
        const char base = latin_base[c - 0xC0];
        return base == '_' ? 0 : char32_t(base);
    }
    if (c >= 0x660 && c <= 0x669) return c - 0x660 + '0';
    if (c >= 0x6F0 && c <= 0x6F9) return c - 0x6F0 + '0';
    if (c >= 0x391 && c <= 0x3A9) return c + 0x20;  // Greek
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;  // Cyrillic
    if (c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 || c == broken) return 0;
    if ((c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c >= 0x1F000) return 0;
    if (c >= 0x1E00 && c <= 0x1EFF) {
        const char base = latin_extended_base[c - 0x1E00];
        return base == '_' ? 0 : char32_t(base);
    }
    return fold_arabic(c);
}

// "al-Ahmad" and "Ahmad", "الأحمد" and "أحمد" are one name. Sun-letter articles only count before a hyphen, where no word is meant.
bool is_article(std::string_view form, char32_t next)
{
    if (form == "al" || form == "el") return true;
    static constexpr std::array<std::string_view, 13> assimilated{"as", "ash", "ad", "adh", "ar", "an", "at", "ath", "az", "ez", "er", "es", "ed"};
    return next == '-' && std::find(assimilated.begin(), assimilated.end(), form) != assimilated.end();
}

std::string without_arabic_article(std::string form)
{
    static constexpr std::string_view article = "ال";
    constexpr std::size_t shortest = 4 * 2;  // the article and two letters
    if (form.size() >= shortest && form.starts_with(article)) form.erase(0, article.size());
    return form;
}

/// Length of the entity that begins here, and what it stands for; 0 when none does.
std::size_t entity(std::string_view rest, char32_t& meant)
{
    static constexpr std::array<std::pair<std::string_view, char>, 7> known{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}, {"&nbsp;", ' '}}};
    for (const auto& [name, value] : known) {
        if (!rest.starts_with(name)) continue;
        meant = char32_t(value);
        return name.size();
    }
    return 0;
}

class Splitter {
public:
    void letter(char32_t c) { append(form_, c); }
    void end(char32_t by)
    {
        if (!form_.empty()) {
            if (!is_article(form_, by)) {
                words_.push_back({without_arabic_article(std::move(form_)), gap_});
                gap_ = false;
            }
            form_.clear();
        }
        if (!is_joiner(by)) gap_ = true;
    }
    std::vector<Word> take()
    {
        end('\n');
        return std::move(words_);
    }

private:
    std::vector<Word> words_;
    std::string form_;
    bool gap_ = true;
};

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (more == 0) return broken;
    char32_t value = lead & (0x3F >> more);
    for (int k = 0; k < more; ++k) {
        if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return broken;
        value = (value << 6) | (byte(at++) & 0x3F);
    }
    return value;
}

std::vector<Word> words_of(std::string_view text)
{
    Splitter splitter;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = 0;
        if (text[at] == '&') {
            const std::size_t length = entity(text.substr(at), c);
            at += length;
            if (length == 0) c = next_code_point(text, at);
        } else {
            c = next_code_point(text, at);
        }
        if (is_arabic_mark(c) || is_invisible(c)) continue;
        if (const char32_t letter = fold(c))
            splitter.letter(letter);
        else
            splitter.end(c);
    }
    return splitter.take();
}

std::vector<std::string> name_words(std::string_view name)
{
    std::vector<std::string> out;
    for (Word& word : words_of(name)) out.push_back(std::move(word.form));
    return out;
}

std::string name_form(std::string_view name)
{
    std::string out;
    for (const std::string& word : name_words(name)) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

}  // namespace sitrep::publish
