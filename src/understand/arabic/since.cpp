#include "understand/arabic/since.hpp"

#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "الفاشر المحاصرة منذ سقوط الجنينة", "التي يحاصرها الحوثيون منذ", "في أكبر احتجاج منذ": since when something else has been so.
bool since_of_another(const Reading& reading, std::uint32_t begin, std::uint32_t since)
{
    constexpr std::array<std::string_view, 4> other{"رغم", "اول", "اكبر", "اعنف"};
    if (since > begin && reading.word(since - 1).normal.starts_with("ال") && !reading.in_place(since - 1)) {
        return true;
    }
    for (std::uint32_t i = since; i > begin && reading.word(i).pause == Pause::nothing; --i) {
        if (reading.has(i - 1, Class::relative_there) || reading.is_word_any(i - 1, other)) {
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
