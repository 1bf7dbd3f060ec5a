#include "understand/arabic/people.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

// Only of those that arabic_people.tsv lacks: everywhere else they are adjectives ("قصف إسرائيلي").
constexpr std::array<std::string_view, 44> nationals{
    "اسراييلي", "سوداني", "مصري",   "ليبي",   "اردني",  "تونسي",  "جزايري", "مغربي",  "تركي",   "ايراني",
    "افغاني", "باكستاني", "هندي", "صيني",   "روسي",
    "اوكراني",  "امريكي", "اميركي", "بريطاني", "فرنسي", "الماني", "اثيوبي", "اريتري", "صومالي", "كيني",
      "نيجيري", "تشادي",    "كردي", "سعودي",  "كويتي",
    "قطري",     "بحريني", "اماراتي", "يوناني", "ايطالي", "اسباني", "هولندي", "بلجيكي", "كندي",   "ياباني",
    "كوري",   "نيبالي",   "مالي", "دنماركي"};

}  // namespace

std::optional<Group> national_at(const Reading& reading, std::uint32_t i)
{
    if (i >= reading.size() || reading.in_place(i) || reading.in_date(i)) {
        return std::nullopt;
    }
    const std::string_view word = reading.word(i).normal;
    constexpr std::string_view dual = "ان", oblique = "ين", object = "ا";
    const auto is = [&](std::string_view ending) { return word.ends_with(ending) && is_one_of(nationals, word.substr(0, word.size() - ending.size())); };
    constexpr std::array<std::string_view, 2> of_two{"اثنين", "اثنان"};
    const bool counted = i + 1 < reading.sentence_end(i) && reading.word(i + 1).pause == Pause::nothing && is_one_of(of_two, reading.word(i + 1).normal);
    const bool two = is(dual) || (is(oblique) && (counted || reading.marked_dual(i)));
    if (!two && !is_one_of(nationals, word) && !is(object)) {
        return std::nullopt;
    }
    Group group;
    group.first = group.marked_first = i;
    group.last = group.marked_last = i + 1 + (two && counted ? 1 : 0);
    group.count = two ? 2 : 1;
    group.counted = true;
    return group;
}

std::optional<Group> national_joined(const Reading& reading, std::uint32_t i)
{
    constexpr std::string_view joint = "و", object = "ا";
    std::string_view word = reading.word(i).normal;
    if (!word.starts_with(joint) || reading.in_place(i) || reading.in_date(i)) {
        return std::nullopt;
    }
    word.remove_prefix(joint.size());
    if (word.starts_with("مالي")) {
        return std::nullopt;  // "موظفاً إدارياً ومالياً"
    }
    const bool as_object = word.ends_with(object) && is_one_of(nationals, word.substr(0, word.size() - object.size()));
    const bool ends = i + 1 >= reading.sentence_end(i) || reading.word(i + 1).pause != Pause::nothing;
    if (!as_object && !(ends && is_one_of(nationals, word))) {
        return std::nullopt;
    }
    return one_more_person(i);
}

bool is_nationality(std::string_view word)
{
    constexpr std::array<std::string_view, 6> broken{"اتراك", "روس", "افغان", "امريكان", "اميركان", "اكراد"};
    constexpr std::array<std::string_view, 3> sound{"", "ون", "ين"};
    const auto is = [&](std::string_view ending) { return word.ends_with(ending) && is_one_of(nationals, word.substr(0, word.size() - ending.size())); };
    return is_one_of(broken, word) || std::ranges::any_of(sound, is);
}

}  // namespace sitrep::understand::arabic
