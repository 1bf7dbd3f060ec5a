#include "understand/arabic/since.hpp"

#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "الفاشر المحاصرة منذ سقوط الجنينة", "التي يحاصرها الحوثيون منذ", "في أكبر احتجاج منذ": since when something else has been so.
bool since_of_another(const Reading& reading, std::uint32_t begin, std::uint32_t since)
{
    constexpr std::uint32_t near = 4;
    constexpr std::array<std::string_view, 4> other{"رغم", "اول", "اكبر", "اعنف"};
    // a participle behind what it describes; "مئات المدنيين منذ", "في المدينة منذ" count
    constexpr std::string_view participle = "الم", the = "ال";
    const bool describes = since >= begin + 2 && reading.word(since - 1).normal.starts_with(participle) && !reading.in_place(since - 1) && !reading.has(since - 1, Class::people) &&
                           (reading.in_place(since - 2) || reading.word(since - 2).normal.starts_with(the));
    if (describes) {
        return true;
    }
    for (std::uint32_t i = since; i > begin && reading.word(i).pause == Pause::nothing; --i) {
        if (reading.has(i - 1, Class::relative_there) || (since - i < near && reading.is_word_any(i - 1, other) && !reading.has(i, Class::tally_verb))) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool since_event(const Reading& reading, std::uint32_t begin, std::uint32_t end)
{
    constexpr std::array<std::string_view, 27> short_or_unlike{"ساعات", "ساعه", "ايام", "امس", "الامس", "الصباح",
                                                               "صباح", "مساء", "ليل", "فجر", "فتره", "مده", "صغره", "ذلك", "الان", "دقايق",
                                                               "ظهر", "ظهيره", "عصر", "مغرب", "عشاء", "ضحي", "غروب", "شروق", "منتصف", "لحظات", "قليل"};
    for (std::uint32_t i = begin; i + 1 < end; ++i) {
        const std::string_view word = reading.word(i).normal;
        const bool since = (word == "منذ" || word == "مذ" || word == "ومنذ") && !reading.in_date(i);
        const bool long_ago = since && !reading.in_date(i + 1) && !reading.begins_number(i + 1) && !reading.is_word_any(i + 1, short_or_unlike);
        if (long_ago && !since_of_another(reading, begin, i)) {
            return true;
        }
    }
    return false;
}

}  // namespace sitrep::understand::arabic
