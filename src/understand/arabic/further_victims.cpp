#include "understand/arabic/further_victims.hpp"

#include "understand/one_of.hpp"

#include <array>

namespace sitrep::understand::arabic {
namespace {

// Not "بعد يوم من مقتل 20 قتل 5 آخرون", "وقتل خمسة آخرون في البصرة".
bool of_one_story(const Reading& reading, const Group& others, bool died)
{
    constexpr std::array<std::string_view, 8> parting{"بعد", "عقب", "قبل", "بينما", "فيما", "حيث", "علي", "سابق"};
    for (std::uint32_t at = reading.sentence_begin(others.first); at < others.first; ++at) {
        const bool stops = at > reading.sentence_begin(others.first) && reading.word(at).pause == Pause::stop;
        if (is_one_of(parting, reading.word(at).normal) || stops) {
            return false;
        }
    }
    const std::uint32_t end = reading.sentence_end(others.first);
    for (std::uint32_t at = others.last; !died && at < end && reading.word(at).pause != Pause::stop; ++at) {
        if (reading.in_place(at) || reading.in_date(at)) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::int64_t counted_before(const Reading& reading, const Cues& cues, const TollCue& others, const Group& group, bool died)
{
    if (!of_one_story(reading, group, died)) {
        return 0;
    }
    for (auto toll = cues.tolls.rbegin(); toll != cues.tolls.rend() && toll->sentence == others.sentence; ++toll) {
        if (toll->outcome == others.outcome && toll->tokens.first < others.tokens.first) {
            return !toll->part && toll->counts_victims() ? toll->low : 0;
        }
    }
    return 0;
}

bool comes_on_top(const Reading& reading, const Cues& cues, const FoundAct& act, const Group& group)
{
    constexpr std::array<std::string_view, 4> with_them{"معه", "معها", "معهما", "معهم"};
    constexpr std::array<std::string_view, 3> one_of_them{"احدهم", "احدهما", "احداهن"};
    if (act.last < reading.sentence_end(act.first) && is_one_of(with_them, reading.word(act.last).normal)) {
        return true;
    }
    const bool of_them = group.of_them || is_one_of(one_of_them, reading.word(group.first).normal);
    if (!act.found->is(Prop::death) || !of_them) {
        return false;
    }
    constexpr std::ptrdiff_t looked_at = 8;  // tolls read last
    const std::uint32_t token = reading.word(act.first).token;
    const TollCue* last = nullptr;
    for (auto toll = cues.tolls.rbegin(); toll != cues.tolls.rend() && toll - cues.tolls.rbegin() < looked_at && toll->sentence == reading.word(act.first).sentence; ++toll) {
        if (toll->tokens.first < token && (last == nullptr || toll->tokens.first > last->tokens.first)) {
            last = &*toll;
        }
    }
    return last != nullptr && last->outcome == Outcome::injured;
}

bool is_natural_death(const Reading& reading, const FoundAct& act)
{
    constexpr std::uint32_t reach = 6;
    constexpr std::array<std::string_view, 6> illness{"بازمه", "بنوبه", "بسكته", "بجلطه", "بذبحه", "بمرض"};
    const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + reach);
    for (std::uint32_t at = act.last; act.found->is(Prop::death) && at < end && reading.word(at).pause == Pause::nothing && !reading.has(at, Class::act); ++at) {
        if (is_one_of(illness, reading.word(at).normal)) {
            return true;
        }
    }
    return false;
}

std::int64_t outcome_of_pronoun(const Reading& reading, const FoundAct& act)
{
    constexpr std::array<std::string_view, 4> to{"الي", "عن", "في", "ب"};
    constexpr std::array<std::string_view, 10> led{"ادي", "ادت", "يودي", "تودي", "اسفر", "اسفرت", "تسبب", "تسببت", "افضي", "انتهي"};
    constexpr std::uint32_t reach = 3;
    const std::uint32_t begin = reading.sentence_begin(act.first);
    const bool linked = act.first > begin && (is_one_of(to, reading.word(act.first - 1).normal) || act.found->has_clitic("ب") || act.found->has_clitic("ل"));
    bool leads = false;
    for (std::uint32_t back = 1; linked && !leads && back <= reach && act.first >= begin + back; ++back) {
        std::string_view word = reading.word(act.first - back).normal;
        word.remove_prefix(word.starts_with("و") || word.starts_with("ف") ? std::string_view("و").size() : 0);
        leads = is_one_of(led, word);
    }
    const std::string_view word = reading.word(act.last - 1).normal;
    if (!leads || word.ends_with("هم") || word.ends_with("هن")) {
        return 0;
    }
    return word.ends_with("هما") ? 2 : 1;
}

}  // namespace sitrep::understand::arabic
