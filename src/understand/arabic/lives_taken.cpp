// The dead whom a report tells by the lives that were lost: "أودى بحياة ثلاثة", "راح ضحيته", "فتك بجنديين".
#include "understand/arabic/toll_finder.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t subject_window = 10;  // words between the words of death and the number of the dead, or back to them

}  // namespace

// "أودى لغم بحياة سائق وثلاثة ركاب": whose lives it took stands behind.
void TollFinder::read_life_taken(std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> takes{"اودي", "اودت", "يودي", "تودي"};
    if (reading_.word(i).normal != "بحياه" || i + 1 >= reading_.sentence_end(i)) {
        return;
    }
    for (std::uint32_t at = i; at-- > std::max(reading_.sentence_begin(i), i - std::min(i, subject_window));) {
        if (!is_one_of(takes, reading_.word(at).normal)) {
            continue;
        }
        if (const auto group = at + 1 == i ? std::nullopt : group_at(reading_, i + 1); group && group->counted && is_people(*group)) {
            add(*group, Outcome::killed, act_before(reading_, acts_, i));
        }
        return;
    }
}

// "أودى لغم بجنديين", "يفتك بستة فارين": those whom "by" makes the victims.
void TollFinder::read_swept_away(std::uint32_t i)
{
    constexpr std::array<std::string_view, 10> takes{"اودي", "اودت", "يودي", "تودي", "فتك", "فتكت", "فتكوا", "يفتك", "تفتك", "يفتكون"};
    std::string_view word = reading_.word(i).normal;
    word.remove_prefix(word.starts_with("و") || word.starts_with("ف") ? std::string_view("و").size() : 0);
    if (!is_one_of(takes, word) && !is_one_of(takes, reading_.word(i).normal)) {
        return;
    }
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + subject_window);
    for (std::uint32_t at = i + 1; at < end && reading_.word(at).pause == Pause::nothing; ++at) {
        if (reading_.word(at).normal == "بحياه") {
            return;  // read_life_taken
        }
        const bool of_these = reading_.word(at).normal.starts_with("ب") || reading_.word(at).detached.starts_with("ب");
        const auto group = of_these ? group_at(reading_, at) : std::nullopt;
        const bool with_by = group && group->counted && (group->number_written || (group->noun != nullptr && group->noun->has_clitic("ب")));
        if (with_by && is_people(*group) && !(group->noun != nullptr && group->noun->definite && !group->number_written)) {
            return add(*group, Outcome::killed, act_before(reading_, acts_, i));
        }
    }
}

// "راح ضحيته 312", "أودى بحياة 13 شخصاً"
void TollFinder::read_lost_to(std::uint32_t i)
{
    const Found* fell = reading_.find(i, Class::count_fell);
    if (fell == nullptr || fell->verb || fell->entry->cls != Class::count_fell || fell->last >= reading_.sentence_end(i)) {
        return;
    }
    const std::int64_t least = fell->last - fell->first > 1 ? 1 : 2;  // "أودى بحياة راعٍ", "سقوط أم وطفلها"
    const auto group = group_at(reading_, fell->last);
    if (group && (group->number_written || (group->counted && group->count >= least)) && is_people(*group)) {
        add(*group, Outcome::killed, act_before(reading_, acts_, i));
    }
}

}  // namespace sitrep::understand::arabic
