#include "place/import/further_names.hpp"
#include "place/keys.hpp"

#include "place/cues.hpp"
#include "place/name_words.hpp"
#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep::place {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view arabic_article = "ال";

Words words_of(std::string_view name)
{
    Words words;
    for (auto rest = name; !rest.empty();) {
        const auto space = rest.find(' ');
        if (space != 0) words.emplace_back(rest.substr(0, space));
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    return words;
}

std::string joined(std::span<const std::string> words)
{
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    return name;
}

/// Which of two or more: size, height, side.
bool tells_apart(const std::string& word)
{
    constexpr std::array<std::string_view, 12> english{"upper", "lower", "big", "little", "littile", "eastern", "western", "northern", "nothern", "southern", "middle", "great"};
    constexpr std::array<std::string_view, 13> arabic{"فوقاني", "تحتاني", "فوقا", "تحتا", "كبير", "صغير", "شرقي",
                                                      "غربي", "شمالي", "جنوبي", "وسطاني", "وسطي", "اوسط"};
    auto normal = text::normalise(word);
    if (!begins_in_arabic(word)) return std::find(english.begin(), english.end(), normal) != english.end();
    constexpr std::string_view feminine = "ه";
    if (normal.starts_with(arabic_article)) normal.erase(0, arabic_article.size());
    if (normal.ends_with(feminine)) normal.erase(normal.size() - feminine.size());
    return std::find(arabic.begin(), arabic.end(), normal) != arabic.end();
}

/// Long enough, and no word of its own that opens many names or stands for a kind of place.
bool is_name(const std::string& name)
{
    constexpr std::size_t shortest = 4, shortest_arabic = 6;  // bytes
    const auto normal = text::normalise(name);
    if (normal.size() < (begins_in_arabic(normal) ? shortest_arabic : shortest)) return false;
    return normal.find(' ') != std::string::npos || (cue_of(normal) == Cue::none && !opens_latin_name(normal) && !opens_arabic_name(normal));
}

/// "Elsafira" and "As-Safira", "منبج" and "Menbij".
bool is_unit(const std::string& word, const std::vector<std::string>& around)
{
    constexpr std::size_t shortest = 2;
    const bool glued = !begins_in_arabic(word) && word.size() > 4 && (text::normalise(word).starts_with("el") || text::normalise(word).starts_with("al"));
    const auto bones = text::skeleton(glued ? word.substr(2) : word);
    return bones.size() >= shortest && std::any_of(around.begin(), around.end(), [&](const std::string& unit) { return text::skeleton(unit) == bones; });
}

/// The name cut at the signs between two names.
Words parts_of(const std::string& name, bool at_hyphens)
{
    Words parts{""};
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool cut = name[i] == '_' || name[i] == '/' || (at_hyphens && name[i] == '-' && (name.substr(i, 2) == "- " || (i > 0 && name[i - 1] == ' ') || begins_in_arabic(name)));
        if (cut) parts.emplace_back();
        else parts.back() += name[i];
    }
    for (auto& part : parts) part = joined(words_of(part));
    return parts;
}

void add_shorter(const std::string& name, const std::vector<std::string>& around, Words& out)
{
    auto words = words_of(name);
    const auto put = [&](std::span<const std::string> left) {
        if (!left.empty() && left.size() < words.size()) out.push_back(joined(left));
    };
    if (words.size() < 2) return;
    constexpr std::size_t unit_words_max = 2;
    for (std::size_t cut = 1; cut <= unit_words_max && cut < words.size(); ++cut) {
        const auto left = std::span(words).first(words.size() - cut);
        if (is_unit(joined(std::span(words).last(cut)), around)) put(left);
    }
    if (tells_apart(words.back())) put(std::span(words).first(words.size() - 1));
    if (!begins_in_arabic(words.front()) && tells_apart(words.front())) put(std::span(words).subspan(1));
    if (const auto hyphen = words.front().find('-'); hyphen != std::string::npos && tells_apart(words.front().substr(0, hyphen))) {
        words.front().erase(0, hyphen + 1);  // "Western-Jnieneh"
        out.push_back(joined(words));
    }
}

/// "Altalila" → "al-Talila", "Rasm Elsheikh" → "Rasm al-Sheikh", where the Arabic words have their article.
void add_with_article(const std::string& english, const std::string& arabic, Words& out)
{
    constexpr std::size_t shortest = 5;
    auto words = words_of(english);
    const auto originals = words_of(arabic);
    if (words.size() != originals.size()) return;
    bool changed = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto normal = text::normalise(words[i]);
        const bool glued = normal.size() >= shortest && (normal.starts_with("el") || normal.starts_with("al")) && normal.find('-') == std::string::npos;
        if (!glued || !originals[i].starts_with(arabic_article)) continue;
        words[i] = "al-" + words[i].substr(2);
        if (char& letter = words[i][3]; letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
        changed = true;
    }
    if (changed) out.push_back(joined(words));
}

}  // namespace

std::vector<std::string> further_names(const std::string& english, const std::string& arabic, const std::vector<std::string>& around)
{
    Words out;
    const auto english_parts = parts_of(english, true);
    const auto arabic_parts = parts_of(arabic, true);
    for (const auto* parts : {&english_parts, &arabic_parts})
        for (const auto& part : *parts) {
            if (parts->size() > 1) out.push_back(part);
            add_shorter(part, around, out);
        }
    for (std::size_t i = 0; english_parts.size() == arabic_parts.size() && i < english_parts.size(); ++i) add_with_article(english_parts[i], arabic_parts[i], out);
    std::erase_if(out, [&](const std::string& name) { return !is_name(name) || name == english || name == arabic; });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace sitrep::place
