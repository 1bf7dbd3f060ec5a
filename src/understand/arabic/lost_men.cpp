// Those whom a side lost: "فقد الجيش تسعة جنود في كمين", "خسرت القوات ضابطاً ومجندين". Men who are lost in a fight are dead, unless it is told that they
// are missing or held.
#include "understand/arabic/names.hpp"
#include "understand/arabic/toll_finder.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t subject_words_max = 4;  // "فقدت قوات الأمن العراقية"

// "الجيش", "قوات الأمن", "حركة الشباب", "عائلة واحدة": who may lose men. The word behind them, or `i`.
std::uint32_t after_loser(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    if (const auto name = name_at(reading, i); name && name->clitics.empty()) {
        return name->last;
    }
    constexpr std::array<std::string_view, 6> own{"التنظيم", "الحركه", "الجماعه", "العايله", "الاسره", "الفصيل"};
    if (is_one_of(own, reading.word(i).normal)) {
        return i + 1;
    }
    const Found* people = reading.find(i, Class::people);
    const bool side = people != nullptr && people->clitics.empty() && people->entry->side != Side::thing && (people->definite || people->last > i + 1 || people->entry->side == Side::state_force);
    const auto group = side ? simple_group_at(reading, i) : std::nullopt;
    return group && !group->counted && !group->number_written ? std::min(group->last, end) : i;
}

}  // namespace

void TollFinder::read_lost_men(std::uint32_t i)
{
    constexpr std::array<std::string_view, 6> missing{"المفقودين", "مفقودين", "اسري", "اسرا", "الاتصال", "التواصل"};
    const Found* lost = reading_.find(i, Class::lost);
    if (lost == nullptr || !lost->verb || lost->shape.present || lost->shape.pronoun || victims_.is_act(i)) {
        return;
    }
    const std::uint32_t end = reading_.sentence_end(i), until = std::min(end, lost->last + subject_words_max);
    std::uint32_t at = lost->last < end && reading_.word(lost->last).pause == Pause::nothing ? after_loser(reading_, lost->last, end) : lost->last;
    if (at == lost->last) {
        return;
    }
    while (at < until && reading_.word(at).pause == Pause::nothing && reading_.word(at).normal.starts_with("ال")) {
        ++at;  // "القوات [الحكومية]"
    }
    const auto group = at < end && reading_.word(at).pause == Pause::nothing ? group_at(reading_, at) : std::nullopt;
    if (!group || !group->counted || group->definite || group->state != State::none || !is_people(*group) || begins_with_and(reading_, *group) || (group->noun == nullptr && !group->of_them)) {
        return;
    }
    const auto is_missing = [&](std::uint32_t word) { return reading_.is_word_any(word, missing); };
    const FoundAct* near = act_before(reading_, acts_, end - 1);
    for (std::uint32_t word = at; word < end; ++word) {
        if (is_missing(word)) {
            return;
        }
    }
    const bool told = std::ranges::any_of(cues_.tolls, [&](const TollCue& toll) {  // "فقد الجيش تسعة جنود، ومن قتلهم …"
        return toll.sentence == reading_.word(i).sentence && toll.outcome == Outcome::killed && toll.low == group->count;
    });
    if (near != nullptr && !told) {
        add(*group, Outcome::killed, near);
    }
}

// "فجر انتحاري نفسه ما أدى إلى مقتله": the death of the attacker himself, whom no other person and nothing that belongs to one parts from it.
bool TollFinder::is_end_of_attacker(std::uint32_t i) const
{
    constexpr std::uint32_t reach = 16;
    constexpr std::array<std::string_view, 14> of_others{"مستهدفا", "استهدف", "استهدافا", "لاستهداف", "اغتال", "لاغتيال", "ضد",
                                                         "موكب",    "منزل",   "بيت",      "مجلس",     "مكتب",  "خيمه",    "جنازه"};
    constexpr std::array<std::string_view, 3> oneself{"نفسه", "نفسها", "نفسيهما"};
    constexpr std::array<std::string_view, 6> blows_up{"تفجير", "فجر", "فجرت", "يفجر", "بتفجير", "وفجر"};
    bool blown_up = false;  // "فجر مسلح نفسه", "أقدم رجل على تفجير نفسه"
    constexpr std::array<std::string_view, 2> cars{"سياره", "مركبه"};
    constexpr std::array<std::string_view, 8> beside{"قرب", "من", "امام", "عند", "جانب", "بجانب", "بجوار", "علي"};
    for (std::uint32_t back = 1; back <= reach && i >= reading_.sentence_begin(i) + back; ++back) {
        const std::uint32_t word = i - back;
        const Found* people = reading_.find(word, Class::people);
        const std::uint32_t begin = reading_.sentence_begin(i);
        const bool self = is_one_of(oneself, reading_.word(word).normal);
        for (std::uint32_t near = 1; self && near <= 2 && word >= begin + near; ++near) {
            blown_up = blown_up || is_one_of(blows_up, reading_.word(word - near).normal);
        }
        if (people != nullptr && people->entry->side != Side::thing && !people->shape.plural) {
            return people->is(Prop::suicide) || blown_up;
        }
        const bool car = word > reading_.sentence_begin(i) && is_one_of(cars, reading_.word(word).normal) && is_one_of(beside, reading_.word(word - 1).normal);
        if (car || reading_.is_word_any(word, of_others)) {
            return false;
        }
    }
    return false;
}

}  // namespace sitrep::understand::arabic
