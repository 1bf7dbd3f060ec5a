#include "understand/arabic/picked_act.hpp"

#include "understand/one_of.hpp"

#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

// "[أقدموا] على قتل ثلاث نساء": behind a preposition stands a noun.
bool is_behind_preposition(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 6> prepositions{"علي", "الي", "عن", "في", "بعد", "قبل"};
    return i > reading.sentence_begin(i) && reading.word(i).pause == Pause::nothing && is_one_of(prepositions, reading.word(i - 1).normal);
}

}  // namespace

// Of the readings of a word the longest, and of equals the noun behind a preposition or article and the verb elsewhere.
const Found* pick_act(const Reading& reading, std::uint32_t i)
{
    const Found* best = reading.find(i, Class::act);
    if (best == nullptr) {
        return nullptr;
    }
    const Found* candidate = best;
    const bool behind = is_behind_preposition(reading, i);
    for (const Found* other : reading.all(i, Class::act)) {
        const bool nominal = behind || other->definite || other->has_clitic("ب") || other->has_clitic("ل") || other->has_clitic("ك");
        const bool better = candidate->shape.pronoun && !other->shape.pronoun;  // إصابة is a noun, not "أصابه"
        if (other->last == best->last && (better || (nominal != other->verb && !other->shape.pronoun))) {
            candidate = other;
            if (!better) {
                break;
            }
        }
    }
    return candidate;
}

}  // namespace sitrep::understand::arabic
