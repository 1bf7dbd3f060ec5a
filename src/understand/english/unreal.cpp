#include "understand/english/unreal.hpp"

#include "understand/english/retold.hpp"
#include "understand/english/supposed.hpp"

namespace sitrep::understand::english {

void Unreal::mark(const Hit& hit, ActCue& cue, const ActCue* before) const
{
    const bool same_deed = before && is_same_deed(sheet_, *before, hit);
    const bool told_by_court = before && before->unreal && before->reality == Reality::condemned && same_deed;
    if (is_unharmful(hit, cue, before)) cue.reality = Reality::negated;
    else if (is_supposed(sheet_, hit, cue.nominal)) cue.reality = Reality::hypothetical;
    else if (told_by_court) cue.reality = Reality::condemned;
    else if (is_recalled(sheet_, hit, cue.nominal)) {
        cue.recalled = is_placed_or_dated(sheet_, hit);
        if (cue.recalled) return;
        cue.reality = Reality::condemned;
    } else {
        cue.recalled = before && before->recalled && same_deed;
        return;
    }
    cue.unreal = true;
}

bool Unreal::is_unharmful(const Hit& hit, const ActCue& cue, const ActCue* before) const
{
    if (is_told_as_false(sheet_, hit, cue.nominal) || is_of_a_debate(sheet_, hit) || accidents_.tell(hit, cue.nominal)) return true;
    // "A train hit a car, killing four"
    const bool follows = before && static_cast<Form>(hit.form) == Form::gerund && sheet_.is(hit.first - 1, WordClass::comma);
    return follows && before->unreal && before->reality == Reality::negated;
}

}  // namespace sitrep::understand::english
