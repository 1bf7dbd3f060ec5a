#include "place/name_words.hpp"

#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep::place {
namespace {

constexpr std::array<std::string_view, 27> arabic_openings{
    "ابو", "ابي", "ام", "تل", "عين", "دير", "بير", "خربه", "جب", "راس", "كفر", "بيت", "عرب", "شق",
    "حله", "حقل", "وادي", "جبل", "طيبه", "جديد", "كرم", "تلول", "عيل", "سيدي", "مزرعه", "سوق", "عبد"};

/// Things of the land that are called after a village beside them.
bool is_thing_of_the_land(std::string_view normal)
{
    constexpr std::array<std::string_view, 36> words{"tall", "tal", "tel", "tell", "jabal", "jebel", "ard", "sahl", "mazraat", "mazraah", "mazra'at", "rasm", "sharat", "rahbat",
                                                     "hawi", "burj", "khirbat", "khirbet", "kherbet", "bayt", "beit", "wadi", "bir", "jubb", "jeb", "dahr", "kafr", "kherba",
                                                     "تل", "جبل", "ارض", "سهل", "مزرعه", "رسم", "خربه", "حاوي"};
    return std::find(words.begin(), words.end(), normal) != words.end();
}

/// Adjectives behind a name that tell which of two.
bool tells_which(std::string_view normal)
{
    constexpr std::array<std::string_view, 40> words{
        "sharqi", "sharqiyah", "sharqiya", "gharbi", "gharbiyah", "gharbiya", "shamali", "shamaliyah", "shamaliya", "janubi", "janubiyah", "janubiya", "tahtani", "tahtaniyah",
        "fawqani", "fawqaniyah", "kabir", "kabirah", "kabira", "saghir", "saghirah", "saghira", "qadim", "qadimah", "qadima", "jadid", "شرقي", "غربي", "شمالي", "جنوبي",
        "شرقيه", "غربيه", "شماليه", "جنوبيه", "تحتاني", "فوقاني", "كبير", "صغير", "كبيره", "صغيره"};
    if (normal.starts_with("ال")) normal.remove_prefix(4);
    return std::find(words.begin(), words.end(), normal) != words.end();
}

std::string joined(std::span<const std::string> words)
{
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    return name;
}

std::size_t before_articles(std::span<const std::string> words, std::size_t last)
{
    while (last > 1 && is_article(words[last - 1])) --last;
    return last;
}

}  // namespace

bool opens_arabic_name(std::string_view normal) { return std::find(arabic_openings.begin(), arabic_openings.end(), normal) != arabic_openings.end(); }

bool opens_latin_name(std::string_view normal)
{
    constexpr std::array<std::string_view, 44> openings{"tell", "tal", "tel", "tall", "abu", "abou", "umm", "um", "deir", "dayr", "ain", "ayn", "bir", "beer", "khan",
                                                        "kafr", "kfar", "jabal", "jebel", "wadi", "beit", "bayt", "bab", "ras", "jubb", "hamra", "sheikh", "ali", "datu", "ban",
                                                        "marj", "bala", "jisr", "burj", "qasr", "khirbat", "khirbet", "tallat", "hawsh", "maarat", "maarrat", "shaykh", "nahr", "rasm"};
    return std::find(openings.begin(), openings.end(), normal) != openings.end();
}

std::vector<ShorterName> shorter_names(std::string_view name)
{
    std::vector<std::string> words;
    for (auto rest = std::string_view{name}; !rest.empty();) {
        const auto space = rest.find(' ');
        if (space != 0) words.push_back(text::normalise(rest.substr(0, space)));
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    std::vector<ShorterName> out;
    const auto all = std::span<const std::string>(words);
    std::size_t last = words.size();
    std::string_view closing = last > 1 ? std::string_view{words.back()} : std::string_view{};
    if (const auto hyphen = closing.find('-'); hyphen != std::string_view::npos && is_article(closing.substr(0, hyphen))) closing.remove_prefix(hyphen + 1);
    if (tells_which(closing)) {
        last = before_articles(all, last - 1);
        out.push_back({joined(all.first(last)), false});
    }
    for (std::size_t first = 1; first < last && is_thing_of_the_land(words[first - 1]); ++first) out.push_back({joined(all.subspan(first, last - first)), true});
    std::erase_if(out, [](const ShorterName& one) { return one.name.find(' ') == std::string::npos && (opens_latin_name(one.name) || opens_arabic_name(one.name) || is_article(one.name)); });
    return out;
}

}  // namespace sitrep::place
