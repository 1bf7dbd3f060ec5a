// The dead who are found: "عُثر على جثة لاجئ", "خمس جثث", "وُجد رجل وزوجته مقتولين".
#include "understand/arabic/toll_finder.hpp"

#include <algorithm>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t subject_window = 10;  // words between the finding and the bodies

}  // namespace

// "عُثر على جثة لاجئ", "خمس جثث", "وُجد رجل وزوجته مقتولين"
void TollFinder::read_bodies(const FoundAct& act)
{
    const std::uint32_t end = std::min(reading_.sentence_end(act.first), act.last + subject_window);
    for (std::uint32_t i = act.first; i < end; ++i) {
        const Found* corpse = reading_.find(i, Class::corpse);
        if (corpse == nullptr || corpse->definite) {
            continue;
        }
        if (reading_.find(i, Class::people) == nullptr) {  // "وُجد لاجئ … مقتولاً"
            if (const auto found = victims_.after(act)) {
                add(*found, Outcome::killed, &act);
            }
            return;
        }
        auto group = corpse->last < end ? group_at(reading_, corpse->last) : std::nullopt;
        const bool whose = group && is_people(*group) && group->counted && reading_.word(corpse->last).pause == Pause::nothing;
        if (!whose) {
            constexpr std::uint32_t words_max = 4;  // "خمس وثلاثون جثة"
            std::uint32_t from = i;
            for (std::uint32_t back = 1; back <= words_max && i >= act.first + back; ++back) {
                const auto number = reading_.number(i - back);
                from = number && number->last == i ? i - back : from;
            }
            group = from < i ? group_at(reading_, from) : simple_group_at(reading_, i);
        }
        if (group && group->counted) {
            add(*group, Outcome::killed, &act);
        }
        if (whose) {
            std::fill(taken_.begin() + corpse->first, taken_.begin() + corpse->last, true);  // "جثتين لشابين": two, not four
        }
        return;
    }
}

}  // namespace sitrep::understand::arabic
