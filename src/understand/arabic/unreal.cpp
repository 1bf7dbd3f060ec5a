#include "understand/arabic/unreal.hpp"

#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

bool is_asked(const Reading& reading, const Found& act)
{
    constexpr std::array<std::string_view, 4> whether{"هل", "وهل", "فهل", "اهل"};
    constexpr std::uint32_t marks_max = 3;  // quotation marks around it
    const std::uint32_t begin = reading.sentence_begin(act.first);
    const auto& sentence = reading.document().sentences()[reading.document().sentence_of(reading.tokens(act.first, act.last).first)];
    const auto& tokens = reading.document().tokens();
    bool asks = false;
    for (std::uint32_t back = 1; back <= marks_max && sentence.last >= sentence.first + back; ++back) {
        const std::string_view mark = tokens[sentence.last - back].normal;
        asks = asks || mark == "؟" || mark == "?";
    }
    return asks && is_one_of(whether, reading.word(begin).normal);
}

// "أحيت البلدة ذكرى مقتل خمسة", "في الذكرى السنوية الأولى لمجزرة", whose own day is another.
bool is_remembered(const Reading& reading, const Found& act)
{
    constexpr std::array<std::string_view, 8> memory{"ذكري", "الذكري", "لذكري", "بذكري", "للذكري", "بالذكري", "وذكري", "والذكري"};
    constexpr std::uint32_t reach = 4;
    const std::uint32_t begin = reading.sentence_begin(act.first);
    if (act.verb) {
        return false;
    }
    for (std::uint32_t back = 1; back <= reach && act.first >= begin + back && reading.word(act.first - back + 1).pause == Pause::nothing; ++back) {
        if (is_one_of(memory, reading.word(act.first - back).normal)) {
            return back == 1 || act.has_clitic("ل");
        }
    }
    return false;
}

// "ذكرى مقتل خمسة من أبنائها في قصف",
// "الذكرى الثالثة لمجزرة الحولة التي قُتل فيها مئة": what the same words tell further of the deed that is remembered.
bool goes_on_remembering(const Reading& reading, const Found& act)
{
    constexpr std::array<std::string_view, 4> who{"التي", "الذي", "الذين", "اللذين"};
    constexpr std::uint32_t reach = 12;
    const std::uint32_t begin = reading.sentence_begin(act.first);
    bool relative = false;
    for (std::uint32_t back = 1; !act.has_clitic("و") && back <= reach && act.first >= begin + back && reading.word(act.first - back + 1).pause == Pause::nothing; ++back) {
        relative = relative || is_one_of(who, reading.word(act.first - back).normal);
        const Found* before = reading.find(act.first - back, Class::act);
        if (before != nullptr && before->verb && !before->has_clitic("ل")) {
            return relative && goes_on_remembering(reading, *before);
        }
        if (before != nullptr && is_remembered(reading, *before)) {
            return !act.verb || relative;
        }
    }
    return false;
}

// "لو انفجرت العبوة": what did not come to pass.
bool is_supposed(const Reading& reading, const Found& act)
{
    constexpr std::array<std::string_view, 4> if_only{"لو", "ولو", "فلو", "لولا"};
    return act.verb && act.first > reading.sentence_begin(act.first) && is_one_of(if_only, reading.word(act.first - 1).normal);
}

}  // namespace

void mark_unreal(const Reading& reading, const Found& found, ActCue& cue)
{
    if (is_asked(reading, found) || is_supposed(reading, found)) {
        cue.reality = Reality::hypothetical;
        cue.unreal = true;
    }
    cue.recalled = cue.reality == Reality::happened && (is_remembered(reading, found) || goes_on_remembering(reading, found));
}

bool is_only_tried(const Reading& reading, const Found& found)
{
    constexpr std::uint32_t reach = 4;
    const std::uint32_t begin = reading.sentence_begin(found.first);
    for (std::uint32_t back = 1; !found.verb && back <= reach && found.first >= begin + back && reading.word(found.first - back + 1).pause == Pause::nothing; ++back) {
        if (reading.has(found.first - back, Class::act)) {
            return false;
        }
        if (reading.has(found.first - back, Class::tries)) {
            return true;
        }
    }
    return false;
}

}  // namespace sitrep::understand::arabic
