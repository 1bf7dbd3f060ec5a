#include "understand/arabic/accusations.hpp"

#include "understand/arabic/circumstances.hpp"
#include "understand/arabic/names.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t accused_window = 12;  // words behind the verb in which the accused stands

// What nobody is blamed for when a deed was done: "بالتقصير", "بالفساد".
bool is_no_deed(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 25> faults{"بالتقصير", "بالفساد", "بالاهمال", "بالتستر", "بالتجسس", "بالتعاون",
                                                      "بالتواطو", "بالخيانه", "بالعماله",
                                                      "بالكذب", "بالتخابر", "بالانتماء", "بالتغاضي", "بالتقاعس", "بالتحريض",
                                                      "بالفشل", "بالعجز", "بالمماطله",
                                                      "بالتراخي", "بالتفريط", "بعرقله", "بتاجيج", "بتمويل", "بايواء", "بسوء"};
    return is_one_of(faults, reading.word(i).normal);
}

// Where the accusation ends and the deed begins: "بزرع العبوة", "مسؤولية الهجوم", "بأنها قصفت".
bool begins_deed(const Reading& reading, std::uint32_t i)
{
    const Found* act = reading.find(i, Class::act);
    return reading.word(i).pause == Pause::stop || reading.is_word(i, "مسووليه") || reading.has(i, Class::that) || (act != nullptr && act->has_clitic("ب")) ||
           reading.has(i, Class::relative_there);
}

// The first word of the deed, or where none is told the end of what was looked at.
std::uint32_t deed_behind(const Reading& reading, const Found& verb)
{
    const std::uint32_t limit = std::min(reading.sentence_end(verb.first), verb.last + accused_window);
    std::uint32_t end = verb.last;
    while (end < limit && !begins_deed(reading, end)) {
        ++end;
    }
    return end;
}

class Frame {
public:
    Frame(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, const Found& verb)
        : reading_(reading), actors_(actors), cues_(cues), verb_(verb), end_(deed_behind(reading, verb))
    {
    }

    std::optional<Accusation> read()
    {
        told_.verb = verb_.first;
        told_.verb_last = verb_.last;
        told_.accuser_first = told_.accuser_last = verb_.last;
        if (fault_behind(reading_, verb_) > verb_.first) {
            return std::nullopt;
        }
        const bool carries = reading_.word(verb_.first).normal.find("حمل") != std::string_view::npos;
        if (carries && !speaks_of_responsibility()) {
            return std::nullopt;
        }
        if (stands_behind()) {
            return behind_it();
        }
        if (!verb_.verb) {
            return pointed_at();
        }
        if (accuser_before()) {
            told_.accused = candidate(next_actor(verb_.last), true);
            return told_;
        }
        accuser_behind();
        return told_;
    }

private:
    // "حمّل الحوثيين مسؤولية": without responsibility the verb is "carried".
    bool speaks_of_responsibility() const
    {
        const std::uint32_t limit = std::min(reading_.sentence_end(verb_.first), verb_.last + accused_window);
        for (std::uint32_t i = verb_.last; i < limit && reading_.word(i).pause != Pause::stop; ++i) {
            if (reading_.is_word(i, "مسووليه") || reading_.is_word(i, "تبعه")) {
                return true;
            }
        }
        return false;
    }

    std::size_t next_actor(std::uint32_t word) const
    {
        const auto found = std::lower_bound(actors_.begin(), actors_.end(), word, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
        return static_cast<std::size_t>(found - actors_.begin());
    }

    // The first armed actor from one on, before the deed; people without arms where there is none ("اتهم السكان المستوطنين").
    CueIndex candidate(std::size_t k, bool unarmed) const
    {
        CueIndex people = none;
        for (; k < actors_.size() && actors_[k].first < end_; ++k) {
            const ActorCue& actor = cues_.actors[k];
            if (is_armed(actor)) {
                return static_cast<CueIndex>(k);
            }
            if (people == none && actor.side == Side::civilians) {
                people = static_cast<CueIndex>(k);
            }
        }
        return unarmed ? people : none;
    }

    // "متهماً طالبان", "باللوم على عصابة", "أصابع الاتهام إلى": whom the words point at stands right behind them.
    std::optional<Accusation> pointed_at()
    {
        if (verb_.definite) {  // "المتهمين" are accused themselves
            return std::nullopt;
        }
        constexpr std::array<std::string_view, 4> small{"الي", "علي", "نحو", "حول"};
        std::uint32_t i = verb_.last;
        const std::uint32_t limit = std::min(end_, verb_.last + 4);
        while (i < limit && (reading_.is_word_any(i, small) || reading_.in_date(i))) {
            ++i;
        }
        const std::size_t k = next_actor(i);
        if (k == actors_.size() || actors_[k].first > i + 1 || actors_[k].first >= end_ || cues_.actors[k].side == Side::thing) {
            return std::nullopt;
        }
        told_.accused = static_cast<CueIndex>(k);
        return told_;
    }

    bool stands_behind() const { return reading_.word(verb_.first).normal.find("قف") != std::string_view::npos || reading_.is_word(verb_.first, "وقوف"); }

    // "إن خلية محلية تقف وراء الهجوم", "وقوف خلية وراء الهجوم"
    std::optional<Accusation> behind_it()
    {
        constexpr std::array<std::string_view, 2> behind{"وراء", "خلف"};
        const std::uint32_t begin = reading_.sentence_begin(verb_.first);
        if (verb_.first == begin || reading_.has(verb_.first - 1, Class::negation)) {
            return std::nullopt;
        }
        const std::size_t next = next_actor(verb_.last);
        if (reading_.is_word(verb_.first, "وقوف")) {
            const bool there = next < actors_.size() && actors_[next].first == verb_.last && actors_[next].last < end_ && reading_.is_word_any(actors_[next].last, behind);
            told_.accused = there ? static_cast<CueIndex>(next) : none;
        } else {
            const std::size_t before = next_actor(verb_.first);
            const bool there = before > 0 && actors_[before - 1].last == verb_.first && cues_.actors[before - 1].side != Side::thing;
            told_.accused = there ? static_cast<CueIndex>(before - 1) : none;
        }
        return told_.accused == none ? std::nullopt : std::optional(told_);
    }

    // "السكان يتهمون قسد", "والجيش يتهم حركة الشباب": a plural verb has its subject before it, another only where a noun touches it.
    bool accuser_before()
    {
        const std::uint32_t begin = reading_.sentence_begin(verb_.first);
        if (verb_.first == begin || reading_.word(verb_.first).pause != Pause::nothing || !verb_.clitics.empty()) {
            return verb_.shape.plural;
        }
        const std::uint32_t before = verb_.first - 1;
        const std::size_t k = next_actor(verb_.first);
        if (k > 0 && actors_[k - 1].last == verb_.first && actors_[k - 1].first >= begin) {
            told_.accuser_first = actors_[k - 1].first;
            told_.accuser_last = verb_.first;
            return true;
        }
        if (const Found* noun = reading_.find(before, Class::source_noun); noun != nullptr && noun->last == verb_.first) {
            told_.accuser_first = before;
            told_.accuser_last = verb_.first;
            return true;
        }
        return verb_.shape.plural || reading_.has(before, Class::relative_there);
    }

    // "واتهم الجيش الوطني وحدات حماية الشعب", "واتهم قائد الجيش حركة الشباب", and "واتُّهم الحوثيون بزرع
    // اللغم" with nobody accusing.
    void accuser_behind()
    {
        std::uint32_t i = skip_circumstances(reading_, verb_.last, end_);
        if (i >= end_) {
            return;
        }
        const bool passive = reading_.voice(verb_) == Voice::passive;
        const std::size_t first = next_actor(i);
        const bool told_first = first < actors_.size() && actors_[first].first == i;
        const bool in_between = first < actors_.size() && actors_[first].first > i && actors_[first].first < end_;
        if (passive || verb_.shape.pronoun) {
            told_.accused = passive ? candidate(first, true) : none;
            return;
        }
        told_.accuser_first = i;
        if (told_first) {
            told_.accuser_last = actors_[first].last;
            told_.accused = candidate(first + 1, true);
            // nobody is left to be accused: "اتهم الجيش بقصف" is passive; "اتهم الجيش النمور بقصف" is not.
            const bool alone = told_.accused == none && is_armed(cues_.actors[first]) && !has_object(actors_[first]);
            if (alone) {
                told_.accused = static_cast<CueIndex>(first);
                told_.accuser_last = told_.accuser_first;
            }
            return;
        }
        told_.accused = in_between ? candidate(first, true) : none;
        told_.accuser_last = in_between ? actors_[first].first : end_;
        // "قائد الجيش حركة الشباب": the first belongs to the accuser where another stands right behind it.
        const CueIndex next = told_.accused == none ? none : candidate(told_.accused + 1, false);
        if (next != none && actors_[next].first == actors_[told_.accused].last && actors_[next].clitics.empty()) {
            told_.accuser_last = actors_[told_.accused].last;
            told_.accused = next;
        }
    }

    // A definite noun right behind the accuser that does not describe it, or a country behind one that can belong to none ("الحركة إسرائيل");
    // "[عائلته الأمن العسكري]" holds accuser and accused.
    bool has_object(const FoundActor& accuser) const
    {
        constexpr std::string_view article = "ال";
        const bool holds_both = accuser.name_behind && accuser.group && accuser.group->noun->entry->side == Side::civilians;
        if (holds_both || accuser.last >= end_ || reading_.word(accuser.last).pause != Pause::nothing || reading_.in_date(accuser.last)) {
            return false;
        }
        const std::string_view next = reading_.word(accuser.last).normal;
        if (reading_.in_place(accuser.last) && reading_.word(accuser.last - 1).normal.starts_with(article)) {
            return true;
        }
        return next.starts_with(article) && !next.ends_with("ي") && !next.ends_with("يه");
    }

    const Reading& reading_;
    const std::vector<FoundActor>& actors_;
    const Cues& cues_;
    const Found& verb_;
    std::uint32_t end_;
    Accusation told_;
};

}  // namespace

std::uint32_t fault_behind(const Reading& reading, const Found& blames)
{
    const std::uint32_t end = deed_behind(reading, blames);
    for (std::uint32_t i = blames.last; i < end; ++i) {
        if (is_no_deed(reading, i)) {
            return i;
        }
    }
    return blames.first;
}

std::optional<Accusation> accusation_at(const Reading& reading, const std::vector<FoundActor>& actors, const Cues& cues, std::uint32_t i)
{
    const Found* verb = reading.find(i, Class::blames);
    return verb == nullptr ? std::nullopt : Frame(reading, actors, cues, *verb).read();
}

}  // namespace sitrep::understand::arabic
