#include "understand/arabic/cleared.hpp"

#include "understand/arabic/accusations.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t clause_window = 24;

class Clearing {
public:
    Clearing(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues) : reading_(reading), actors_(actors), cues_(cues) {}

    void run()
    {
        for (std::uint32_t i = 0; i < reading_.size(); ++i) {
            read_mutual_blame(i);
            read_doubt(i);
            read_silence(i);
            read_no_tie(i);
            read_own_denial(i);
            read_no_deed(i);
            read_blame_in_denial(i);
        }
    }

private:
    void clear(std::uint32_t from, std::uint32_t to)
    {
        auto found = std::lower_bound(actors_.begin(), actors_.end(), from, [](const FoundActor& actor, std::uint32_t word) { return actor.first < word; });
        for (; found != actors_.end() && found->first < to; ++found) {
            cues_.actors[static_cast<std::size_t>(found - actors_.begin())].cleared = true;
        }
    }

    // First word behind a clause: where something pauses, or the sentence ends.
    std::uint32_t clause_end(std::uint32_t i) const
    {
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + clause_window);
        std::uint32_t last = i + 1;
        while (last < end && reading_.word(last).pause == Pause::nothing) {
            ++last;
        }
        return last;
    }

    // Where what did happen begins: "لا علاقة لحماس بالتفجير الذي نفذه داعش".
    std::uint32_t deed_from(std::uint32_t from, std::uint32_t to) const
    {
        while (from < to && !reading_.has(from, Class::act) && !reading_.has(from, Class::relative_there) && !reading_.has(from, Class::that)) {
            ++from;
        }
        return std::min(from, to);
    }

    template <class Words>
    std::uint32_t next_word(std::uint32_t from, std::uint32_t to, const Words& words) const
    {
        while (from < to && !reading_.is_word_any(from, words)) {
            ++from;
        }
        return std::min(from, to);
    }

    // "وتبادل الجيش والدعم السريع الاتهام بالقصف.": each says the other did it, so that nobody is known.
    // Where a colon or "فقد" tells who said what, it goes on.
    void read_mutual_blame(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 6> exchange{"تبادل", "يتبادل", "تتبادل", "تبادلت", "يتبادلان", "تبادلا"};
        constexpr std::array<std::string_view, 2> blame{"اتهام", "اتهامات"};
        constexpr std::uint32_t sides = 10, rest = 5;
        if (!reading_.is_word_any(i, exchange)) {
            return;
        }
        const std::uint32_t end = clause_end(i);
        const std::uint32_t at = next_word(i + 1, std::min(end, i + sides), blame);
        if (at == std::min(end, i + sides) || end > at + rest) {
            return;
        }
        const bool goes_on = end < reading_.size() && (reading_.is_word(end, "فقد") || (end < reading_.sentence_end(i) && reading_.word(end).pause == Pause::stop));
        if (!goes_on) {
            std::uint32_t from = i;
            while (from > reading_.sentence_begin(i) && reading_.word(from).pause == Pause::nothing) {
                --from;
            }
            clear(from, at);
        }
    }

    // "ولم يُعرف ما إذا كانت الطائرة روسية أم تابعة للنظام", "انقسم الأهالي في نسبتها
    // بين طيران التحالف وطيران النظام"
    void read_doubt(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 6> known{"يعرف", "يتضح", "يتبين", "يعلم", "تعرف", "تتضح"};
        constexpr std::array<std::string_view, 4> whether{"اذا", "كان", "كانت", "هل"};
        constexpr std::array<std::string_view, 6> part{"انقسم", "انقسمت", "تضاربت", "تضارب", "اختلف", "اختلفت"};
        constexpr std::array<std::string_view, 5> whose{"نسبتها", "نسبته", "نسبه", "هويه", "الجهه"};
        constexpr std::uint32_t reach = 8;
        const std::uint32_t end = clause_end(i);
        const std::uint32_t near = std::min(end, i + reach);
        if (reading_.has(i, Class::negation) && i + 1 < end && reading_.is_word_any(i + 1, known)) {
            constexpr std::array<std::string_view, 8> open{"ام", "او", "وراء", "خلف", "تابع", "تابعه", "تابعا", "تتبع"};
            const std::uint32_t at = next_word(i + 2, near, whether);
            const std::uint32_t deed = deed_from(at, next_word(at, end, std::array<std::string_view, 1>{"في"}));
            clear(at, at < near && next_word(at, end, open) < end ? deed : at);
        } else if (reading_.is_word_any(i, part) && next_word(i + 1, near, whose) < near) {
            const std::uint32_t between = next_word(i + 1, end, std::array<std::string_view, 1>{"بين"});
            clear(between, end);
        }
    }

    // "ولم يعلق الجيش", "ولم يصدر عن التحالف أي إعلان", "لم يتهم المسؤول طالبان صراحة"
    void read_silence(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 6> speaks{"يعلق", "تعلق", "يعقب", "تعقب", "يصدر", "تصدر"};
        constexpr std::array<std::string_view, 2> accuses{"يتهم", "تتهم"};
        constexpr std::uint32_t reach = 5;
        const std::uint32_t end = clause_end(i);
        if (!reading_.has(i, Class::negation) || i + 1 >= end) {
            return;
        }
        if (reading_.is_word_any(i + 1, speaks)) {
            const std::uint32_t near = std::min(end, i + 2 + reach);
            clear(i + 2, deed_from(i + 2, next_word(i + 2, near, std::array<std::string_view, 1>{"علي"})));
        } else if (reading_.is_word_any(i + 1, accuses)) {
            clear(i + 2, next_word(i + 2, end, std::array<std::string_view, 3>{"لكن", "لكنه", "لكنها"}));
        }
    }

    // "لا شبهة تربطه بداعش", "لا علاقة لحماس بالتفجير", "ليس التنظيم وراء الهجوم"
    void read_no_tie(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 5> ties{"شبهه", "صله", "علاقه", "شان", "يد"};
        constexpr std::array<std::string_view, 2> is_not{"ليس", "ليست"};
        constexpr std::array<std::string_view, 2> behind{"وراء", "خلف"};
        constexpr std::uint32_t reach = 5;
        const std::uint32_t end = clause_end(i), near = std::min(end, i + 2 + reach);
        if (reading_.is_word(i, "لا") && i + 1 < end && reading_.is_word_any(i + 1, ties)) {
            clear(i + 2, deed_from(i + 2, next_word(i + 2, near, std::array<std::string_view, 1>{"في"})));
        } else if (reading_.is_word_any(i, is_not)) {
            const std::uint32_t at = next_word(i + 1, near, behind);
            clear(i + 1, at < near ? at : i + 1);
        }
    }

    // "قال متحدث لداعش إن التنظيم ليس وراء التفجير", "إن الجماعة لا شأن لها به": who says so of itself is told as no doer,
    // neither where its speaker is named.
    void read_own_denial(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 2> is_not{"ليس", "ليست"}, behind{"وراء", "خلف"};
        constexpr std::array<std::string_view, 5> ties{"صله", "علاقه", "شان", "يد", "دخل"};
        constexpr std::array<std::string_view, 3> of_it{"لها", "له", "لهم"};
        const std::uint32_t begin = reading_.sentence_begin(i), end = reading_.sentence_end(i);
        if (i + 2 >= end) {
            return;
        }
        const bool not_behind = reading_.is_word_any(i, is_not) && reading_.is_word_any(i + 1, behind);
        const bool no_tie = reading_.is_word(i, "لا") && reading_.is_word_any(i + 1, ties) && reading_.is_word_any(i + 2, of_it);
        const auto after = std::lower_bound(actors_.begin(), actors_.end(), i, [](const FoundActor& actor, std::uint32_t word) { return actor.first < word; });
        if (!(not_behind || no_tie) || after == actors_.begin() || std::prev(after)->last != i) {
            return;
        }
        const auto subject = static_cast<std::size_t>(after - actors_.begin()) - 1;
        // "اتهمت الشرطة حركة الشباب …, وقال متحدث إن الحركة ليست وراءه": what others said of it before stays.
        std::uint32_t from = actors_[subject].first;
        while (from > begin && !reading_.has(from, Class::reports)) {
            --from;
        }
        for (std::size_t k = subject + 1; k-- > 0 && actors_[k].first >= from;) {
            cues_.actors[k].cleared = cues_.actors[k].cleared || k == subject || (!cues_.actors[k].name.empty() && cues_.actors[k].name == cues_.actors[subject].name);
        }
    }

    // "واتهمت فتح حماس بالتغاضي عن الفوضى": blamed for no deed, neither of them is told as a doer.
    void read_no_deed(std::uint32_t i)
    {
        const Found* blames = reading_.find(i, Class::blames);
        if (const std::uint32_t fault = blames == nullptr ? i : fault_behind(reading_, *blames); fault > i) {
            clear(i, fault);
        }
    }

    // "ونفى الناطق صلة قواته بالقصف قائلاً إن ميليشيات متناحرة وراءه": who denies it names others.
    // Who denies something else ("نفى هروب السجناء") tells what happened.
    void read_blame_in_denial(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 5> saying{"قايلا", "قايله", "مضيفا", "زاعما", "زاعمه"};
        constexpr std::array<std::string_view, 12> part{"صله", "صلته", "صلتها", "علاقه", "علاقته", "علاقتها", "مسووليه",
                                                        "مسووليته", "مسووليتها", "ضلوع", "قصف", "استهداف"};
        constexpr std::uint32_t part_window = 4;
        if (!reading_.is_word_any(i, saying)) {
            return;
        }
        const std::uint32_t begin = std::max(reading_.sentence_begin(i), i - std::min(i, clause_window));
        for (std::uint32_t back = begin; back < i; ++back) {
            const Found* denies = reading_.find(back, Class::denies);
            const std::uint32_t near = std::min(i, back + part_window);
            if (denies != nullptr && denies->verb && next_word(back + 1, near, part) < near) {
                clear(i, std::min(reading_.sentence_end(i), i + clause_window));
                return;
            }
        }
    }

    const Reading& reading_;
    const std::vector<FoundActor>& actors_;
    Cues& cues_;
};

}  // namespace

void note_cleared(const Reading& reading, const std::vector<FoundActor>& actors, Cues& cues)
{
    Clearing(reading, actors, cues).run();
}

}  // namespace sitrep::understand::arabic
