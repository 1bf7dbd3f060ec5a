#include "understand/arabic/captives.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr int acts_looked_at = 8;           // neighbours among the acts of a sentence
constexpr std::uint32_t body_window = 24;   // words behind a body found that tell its state

// "مكبلي الأيدي", "موثقة", "معصوبي العينين", "عليها آثار تعذيب"; a shot in the head alone tells of nobody held.
bool body_was_bound(const Reading& reading, const FoundAct& body)
{
    constexpr std::array<std::string_view, 16> bound{"مكبل", "مكبله", "مكبلي", "مكبلين", "موثق", "موثقه", "موثقي", "موثقين", "مقيد",
                                                     "مقيده", "مقيدي", "مقيدين", "معصوب", "معصوبه", "معصوبي", "معصوبين"};
    const std::uint32_t end = std::min(reading.sentence_end(body.first), body.last + body_window);
    for (std::uint32_t i = body.last; i < end; ++i) {
        if (reading.is_word_any(i, bound)) {
            return true;
        }
        const bool torture = reading.is_word(i, "اثار") && i + 1 < end && reading.is_word(i + 1, "تعذيب");
        if (torture) {
            return true;
        }
    }
    return false;
}

bool is_taking(const FoundAct& act, const Cues& cues)
{
    if (act.cue == none) {
        return false;
    }
    const ActCue& cue = cues.acts[act.cue];
    return cue.kind == IncidentKind::abduction && cue.reality == Reality::happened && !cue.generic_kind;
}

// An abduction told in the sentence before an act, or behind "بعد": "على جثة ناشط بعد خطفه".
bool was_taken(const Reading& reading, const std::vector<FoundAct>& acts, const Cues& cues, const FoundAct& act, bool behind_too)
{
    const std::uint32_t begin = reading.sentence_begin(act.first), end = reading.sentence_end(act.first);
    const auto here = std::lower_bound(acts.begin(), acts.end(), act.first, [](const FoundAct& a, std::uint32_t w) { return a.first < w; });
    int left = acts_looked_at;
    for (auto before = here; before != acts.begin() && left-- > 0;) {
        --before;
        if (before->first < begin) {
            break;
        }
        if (is_taking(*before, cues)) {
            return true;
        }
    }
    left = acts_looked_at;
    for (auto next = here + 1; behind_too && next != acts.end() && next->first < end && left-- > 0; ++next) {
        if (is_taking(*next, cues) && next->first > begin && reading.has(next->first - 1, Class::after)) {
            return true;
        }
    }
    return false;
}

// "قتل الأسرى", "إحراق أسيرين"
bool captive_follows(const Reading& reading, const FoundAct& act)
{
    constexpr std::uint32_t reach = 2;
    const std::uint32_t end = std::min(reading.sentence_end(act.first), act.last + reach);
    for (std::uint32_t i = act.last; i < end && reading.word(i).pause == Pause::nothing; ++i) {
        const Found* people = reading.find(i, Class::people);
        if (people != nullptr) {
            return (people->is(Prop::taken) || people->is(Prop::held)) && people->clitics.empty();
        }
    }
    return false;
}

}  // namespace

bool kills_captives(const Reading& reading, const std::vector<FoundAct>& acts, const Cues& cues, const FoundAct& act)
{
    if (act.cue == none || cues.acts[act.cue].reality != Reality::happened) {
        return false;
    }
    if (act.found->is(Prop::body)) {
        return body_was_bound(reading, act) || was_taken(reading, acts, cues, act, true);
    }
    const bool kills = act.outcome == Outcome::killed && !act.found->is(Prop::intransitive);
    if (!kills) {
        return false;
    }
    // "وقتلوهم": those taken before; of others whom they killed the words tell somebody.
    const bool them = act.found->verb && act.found->shape.pronoun && was_taken(reading, acts, cues, act, false);
    return them || captive_follows(reading, act);
}

}  // namespace sitrep::understand::arabic
