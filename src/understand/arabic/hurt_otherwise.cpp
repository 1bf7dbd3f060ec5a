// Those of whom no verb of hurting tells that they were hurt: "نجا السائق بجروح", "نُقل ستة مدنيين إلى المستشفى".
#include "understand/arabic/toll_finder.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t reach = 8;  // words from the verb to what tells that they were hurt

// The first word of [from, to) before a pause that begins so; `to` where none does.
template <class Words>
std::uint32_t next_of(const Reading& reading, std::uint32_t from, std::uint32_t to, const Words& words)
{
    for (; from < to && reading.word(from).pause == Pause::nothing; ++from) {
        if (is_one_of(words, reading.word(from).normal)) {
            return from;
        }
    }
    return to;
}

// "إلى المستشفى", "إلى أحد مستشفيات"; not "إلى مدرسة قرب المستشفى".
bool leads_to(const Reading& reading, std::uint32_t hospital)
{
    const bool one_of = reading.is_word(hospital - 1, "احد") || reading.is_word(hospital - 1, "احدي");
    return reading.is_word(hospital - (one_of ? 2 : 1), "الي");
}

}  // namespace

// Whether one person was told shortly before, who may be the one hit: not "على حاجز … وأصابوه".
bool TollFinder::one_was_told(std::uint32_t i) const
{
    constexpr std::uint32_t looked_back = 12;
    constexpr std::array<std::string_view, 5> shots{"النار", "الرصاص", "النيران", "نار", "رصاص"};
    for (std::uint32_t back = 1; back <= looked_back && i > reading_.sentence_begin(i) + back; ++back) {
        if (reading_.is_word(i - back, "علي") && reading_.is_word_any(i - back - 1, shots)) {
            return false;  // "أطلق جندي النار على حاجز": a thing, or there had been a person
        }
        const auto group = simple_group_at(reading_, i - back);
        if (!group || !group->counted || group->count != 1 || group->noun == nullptr) {
            continue;
        }
        if (group->noun->entry->side != Side::thing && !group->noun->is(Prop::attacker)) {
            const Found* whose = reading_.find(i - back - 1, Class::people);
            return whose == nullptr || whose->entry->side != Side::thing;  // not "منزل شيخ"
        }
    }
    return false;
}

void TollFinder::read_hurt_otherwise(std::uint32_t i)
{
    constexpr std::array<std::string_view, 8> survives{"نجا", "ونجا", "نجت", "ونجت", "نجوا", "ونجوا", "نجيا", "ونجيا"};
    constexpr std::array<std::string_view, 5> wounds{"بجروح", "باصابات", "بجراح", "بحروق", "مصابين"};
    constexpr std::array<std::string_view, 8> taken{"نقل", "ونقل", "نقلت", "ونقلت", "ادخل", "وادخل", "اسعف", "واسعف"};
    constexpr std::array<std::string_view, 5> hospital{"المستشفي", "مستشفي", "المشفي", "مشفي", "مستشفيات"};
    const std::string_view word = reading_.word(i).normal;
    const bool survived = is_one_of(survives, word);
    if ((!survived && !is_one_of(taken, word)) || i + 1 >= reading_.sentence_end(i) || victims_.is_act(i)) {
        return;
    }
    const std::uint32_t end = std::min(reading_.sentence_end(i), i + reach);
    const std::uint32_t hurt = survived ? next_of(reading_, i + 1, end, wounds) : next_of(reading_, i + 1, end, hospital);
    if (hurt == end || (!survived && !leads_to(reading_, hurt))) {
        return;
    }
    auto group = reading_.word(i + 1).pause == Pause::nothing ? group_at(reading_, i + 1) : std::nullopt;
    if (!group && survived) {
        const FoundAct verb{.found = nullptr, .first = i, .last = i + 1, .cue = none, .passive = true, .outcome = Outcome::injured};
        group = victims_.before(verb, taken_);
    }
    const bool people = group && group->counted && is_people(*group) && group->state == State::none && (survived || group->number_written);
    if (people) {
        add(*group, Outcome::injured, act_before(reading_, acts_, i));
    }
}

// "بُترت يد عامل", "وكسروا ذراع مسعفة", "قطعت أيدي خمسة رجال": whose limb was cut off or broken.
void TollFinder::read_maimed(std::uint32_t i)
{
    constexpr std::array<std::string_view, 11> cuts{"بتر", "بترت", "بتروا", "كسر", "كسرت", "كسروا", "قطع", "قطعت", "قطعوا", "فقا", "فقاوا"};
    constexpr std::array<std::string_view, 11> limbs{"يد", "ساق", "ذراع", "قدم", "اذن", "عين", "اصابع", "ايدي", "اذرع", "سيقان", "ارجل"};
    std::string_view word = reading_.word(i).normal;
    word.remove_prefix(word.starts_with("و") || word.starts_with("ف") ? std::string_view("و").size() : 0);
    const std::uint32_t end = reading_.sentence_end(i);
    const bool cut = (is_one_of(cuts, word) || is_one_of(cuts, reading_.word(i).normal)) && i + 2 < end && is_one_of(limbs, reading_.word(i + 1).normal);
    if (!cut || reading_.word(i + 1).pause != Pause::nothing || reading_.word(i + 2).pause != Pause::nothing) {
        return;
    }
    if (const auto group = group_at(reading_, i + 2); group && group->counted && is_people(*group)) {
        add(*group, Outcome::injured, act_before(reading_, acts_, i));
    }
}

}  // namespace sitrep::understand::arabic
