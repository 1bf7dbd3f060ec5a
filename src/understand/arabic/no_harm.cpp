#include "understand/arabic/no_harm.hpp"

#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t weapon_window = 24;  // words before in which a weapon tells that something happened
constexpr std::uint32_t denial_window = 7;   // words between the denial and what is denied

bool is_harm_of_dead(std::string_view word)
{
    constexpr std::array<std::string_view, 8> words{"قتلي", "قتيل", "قتيلا", "وفيات", "شهداء", "ضحايا", "ضحيه", "خساير"};
    return is_one_of(words, word);
}

bool is_harm_of_hurt(std::string_view word)
{
    constexpr std::array<std::string_view, 9> words{"جرحي", "جريح", "جريحا", "اصابات", "مصابين", "ضحايا", "ضحيه", "خساير", "اذي"};
    return is_one_of(words, word);
}

// "لم يُقتل", "لم يصب": the verbs of harm behind "did not", of one and of many, of whoever suffers it and of whoever does it.
bool is_verb_of_dead(std::string_view word)
{
    constexpr std::array<std::string_view, 12> verbs{"يقتل", "تقتل", "يمت", "تمت", "يستشهد", "تستشهد", "يقتلوا", "يفارق",
                                                     "تفارق", "يفقد", "تفقد", "يلق"};
    return is_one_of(verbs, word);
}

bool is_verb_of_hurt(std::string_view word)
{
    constexpr std::array<std::string_view, 19> verbs{"يصاب", "تصاب", "يصب", "تصب",  "يجرح", "تجرح",    "يتاذ",   "تتاذ",   "يتضرر", "يوذ", "توذ",
                                                     "توذي", "يوذي", "يوذوا", "يصيبوا", "يجرحوا", "يتضرروا", "يصابوا", "يصابا"};
    return is_one_of(verbs, word);
}

// "فقد" and "لقي" tell of the dead only with a life lost or a death met behind them.
bool is_verb_without_end(std::string_view word)
{
    constexpr std::array<std::string_view, 5> verbs{"يفارق", "تفارق", "يفقد", "تفقد", "يلق"};
    return is_one_of(verbs, word);
}

// "لم يصب فيه أحد", "لم يصب بأذى أحد": what may stand between the verb and nobody.
bool is_by_the_way(std::string_view word)
{
    constexpr std::array<std::string_view, 10> words{"فيه", "فيها", "فيهما", "خلاله", "خلالها", "جراءه", "جراءها", "باذي", "بسوء", "بمكروه"};
    return is_one_of(words, word);
}

class NoHarm {
public:
    NoHarm(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues) : reading_(reading), acts_(acts), cues_(cues) {}

    void find()
    {
        counted_.resize(reading_.document().tokens().size());
        denied_.resize(counted_.size());
        told_.resize(reading_.sentences(), Tokens{static_cast<std::uint32_t>(counted_.size()), 0});
        for (const TollCue& toll : cues_.tolls) {
            Tokens& told = told_[toll.sentence];
            told = {std::min(told.first, toll.tokens.first), std::max(told.last, toll.tokens.first)};
            if (toll.low > 1) {
                std::fill(counted_.begin() + toll.tokens.first, counted_.begin() + toll.tokens.last, true);
            }
        }
        for (std::uint32_t i = 0; i < reading_.size(); ++i) {
            if (const Found* phrase = reading_.find(i, Class::no_harm); phrase != nullptr && !is_serious(phrase->last) && !has_exception(phrase->last, i)) {
                if (next_is(i, "يكن") && told_[reading_.word(i).sentence].last > reading_.word(i).token) {
                    continue;  // "منزل لم يكن فيه أحد، لكن شظاياه قتلت رجلا": those told are others
                }
                add(i, phrase->last, true, true);
                i = phrase->last - 1;
            } else if (const auto denied = denied_at(i)) {
                add(i - denied->back, denied->last, denied->dead, denied->hurt);
                i = denied->last - 1;
            } else if (const std::uint32_t last = only_things_at(i); last > i) {
                add(i, last, true, true);
                i = last - 1;
            }
        }
        // The "dead" of "no dead" are none.
        std::erase_if(cues_.tolls, [&](const TollCue& toll) { return toll.low <= 1 && any(denied_, toll.tokens); });
        cues_.tolls.insert(cues_.tolls.end(), added_.begin(), added_.end());
    }

private:
    struct Denied {
        std::uint32_t last = 0;
        bool dead = false, hurt = false;
        std::uint32_t back = 0;  ///< words before the denial that belong to it: "أحداً لم يُقتل"
    };

    // "No serious injuries" are some others.
    bool is_serious(std::uint32_t i) const { return i < reading_.size() && (reading_.word(i).normal == "خطيره" || reading_.word(i).normal == "بليغه"); }

    // "نجا الجميع ما عدا طفلة", "إلا سائقها"; "إلا أن" and "غير أن" go on with something else.
    bool has_exception(std::uint32_t i, std::uint32_t phrase) const
    {
        constexpr std::array<std::string_view, 6> except{"الا", "عدا", "باستثناء", "سوي", "غير", "خلا"};
        const std::uint32_t end = std::min(reading_.sentence_end(phrase), i + 2);
        for (; i < end && reading_.word(i).pause != Pause::stop; ++i) {
            if (is_one_of(except, reading_.word(i).normal)) {
                return !(i + 1 < reading_.sentence_end(phrase) && reading_.word(i + 1).normal.starts_with("ان"));
            }
        }
        return false;
    }

    // "دون خسائر في صفوفها" behind the harm of others: theirs who did it.
    bool is_loss_of_own(std::uint32_t i) const
    {
        constexpr std::array<std::string_view, 3> ranks{"صفوفها", "صفوفه", "صفوفهم"};
        return next_is(i, "في") && i + 2 < reading_.sentence_end(i) && is_one_of(ranks, reading_.word(i + 2).normal) && told_[reading_.word(i).sentence].first < reading_.word(i).token;
    }

    // Losses of things, and great losses: "دون خسائر مادية" says nothing of people, "بلا خسائر كبيرة" that there were some.
    bool is_loss_of_other(std::uint32_t i) const
    {
        constexpr std::array<std::string_view, 7> other{"ماديه", "كبيره", "فادحه", "جسيمه", "كبري", "ماليه", "تذكر"};
        constexpr std::array<std::string_view, 6> things{"الممتلكات", "المعدات", "العتاد", "الاليات", "المباني", "المركبات"};
        if (reading_.word(i).normal != "خساير" || i + 1 >= reading_.sentence_end(i)) {
            return false;
        }
        const bool in_things = reading_.word(i + 1).normal == "في" && i + 2 < reading_.sentence_end(i) && is_one_of(things, reading_.word(i + 2).normal);
        return in_things || is_one_of(other, reading_.word(i + 1).normal);
    }

    // "اقتصر القصف على أضرار مادية", "اقتصرت الخسائر على الماديات": the word behind, or `i` where it is not told so.
    std::uint32_t only_things_at(std::uint32_t i) const
    {
        constexpr std::array<std::string_view, 4> limits{"اقتصر", "اقتصرت", "واقتصر", "واقتصرت"};
        constexpr std::array<std::string_view, 4> things{"ماديه", "الماديات", "الماديه", "ماديات"};
        constexpr std::array<std::string_view, 3> rest{"بقيه", "باقي", "الاخري"};  // "واقتصرت بقية الأضرار": there was other harm
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + denial_window);
        for (std::uint32_t j = i + 1; is_one_of(limits, reading_.word(i).normal) && j < end && reading_.word(j).pause == Pause::nothing; ++j) {
            if (is_one_of(rest, reading_.word(j).normal)) {
                return i;
            }
            if (is_one_of(things, reading_.word(j).normal)) {
                return j + 1;
            }
        }
        return i;
    }

    // "ولم يسفر الهجوم عن قتلى", "ولم تقع خلال العملية أي إصابات": the act, or where and when, behind the verb of happening.
    std::uint32_t skip_act(std::uint32_t j, std::uint32_t end) const
    {
        constexpr std::array<std::string_view, 4> within{"في", "خلال", "جراء", "عن"};
        constexpr std::array<std::string_view, 2> these{"هذا", "هذه"};
        const std::uint32_t from = j;
        j += j < end && is_one_of(within, reading_.word(j).normal);
        j += j < end && is_one_of(these, reading_.word(j).normal);
        if (j >= end || reading_.word(j).pause != Pause::nothing) {
            return from;
        }
        if (j > from && reading_.in_place(j)) {
            return reading_.after_mention(j);
        }
        const Found* told = reading_.find(j, Class::act);
        if (told == nullptr) {
            told = reading_.find(j, Class::weapon);
        }
        return told != nullptr && told->definite && !told->verb ? told->last : from;
    }

    // "[ولم ينجم عن الهجوم] سوى أضرار", "[ولم تسفر] إلا عن أضرار", "[من دون] أضرار بشرية": the word behind; `j` where it is not told so.
    std::uint32_t only_damage_at(std::uint32_t j, std::uint32_t end) const
    {
        const bool but = reading_.word(j).normal == "سوي" || reading_.word(j).normal == "الا";
        std::uint32_t at = j + (but ? 1 : 0);
        at += but && at < end && reading_.word(at).normal == "عن";
        if (at >= end || !(reading_.word(at).normal.starts_with("اضرار") || reading_.word(at).normal == "ضرر")) {
            return j;
        }
        const bool of_people = at + 1 < end && reading_.word(at + 1).normal.starts_with("بشري");
        return but || of_people ? at + 1 + (of_people ? 1 : 0) : j;
    }

    // "من دون أن يوقع قتلى أو جرحى", "ولم يسقط أي قتيل", "لم يُقتل أحد": nothing but words of happening may stand between.
    std::optional<Denied> denied_at(std::uint32_t i) const
    {
        constexpr std::array<std::string_view, 13> denials{"لم", "ولم", "دون", "بدون", "ودون", "وبدون", "لا", "ولا", "فلم", "بلا", "وبلا", "عدم", "وعدم"};
        constexpr std::array<std::string_view, 24> happening{"يسقط", "تسقط", "يوقع", "توقع", "يسفر", "تسفر",  "يخلف",  "تخلف",
                                                              "يسجل", "تسجل", "يقع",  "تقع",
                                                             "يتسبب", "تتسبب", "يودي", "تودي", "يود", "تود", "يحدث", "تحدث", "ينجم",
                                                             "تنجم", "ينتج", "تنتج"};
        constexpr std::array<std::string_view, 21> between{"ان", "اي", "ايه", "عن", "وقوع", "سقوط", "تسجيل", "حدوث", "في", "الي", "وجود", "بوقوع",
                                                           "بسقوط", "ذلك", "هناك", "يفد", "تفد", "عنه", "عنها", "فيه", "فيها"};
        const bool without = reading_.word(i).normal == "غير" && i > reading_.sentence_begin(i) && reading_.is_word(i - 1, "من");
        if (!without && !is_one_of(denials, reading_.word(i).normal)) {
            return std::nullopt;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + denial_window);
        if (const auto nobody = nobody_at(i, end)) {
            return nobody;
        }
        for (std::uint32_t j = i + 1; j < end && reading_.word(j).pause == Pause::nothing;) {
            const std::string_view word = reading_.word(j).normal;
            if (is_harm_of_dead(word) || is_harm_of_hurt(word)) {
                return is_serious(j + 1) || is_loss_of_other(j) || is_loss_of_own(j) ? std::nullopt : std::optional(with_coordinated(i, j));
            }
            if (const std::uint32_t behind = only_damage_at(j, end); behind > j) {
                return Denied{.last = behind, .dead = true, .hurt = true};
            }
            if (word == "اصابه" && next_is(j, "احد")) {
                return Denied{.last = j + 2, .dead = false, .hurt = true};  // "من دون إصابة أحد"
            }
            const bool happens = is_one_of(happening, word);
            if (!happens && !is_one_of(between, word)) {
                return std::nullopt;
            }
            ++j;
            j = happens ? skip_act(j, end) : j;
        }
        return std::nullopt;
    }

    // "قتلى أو جرحى", "قتيل ولا جريح"
    Denied with_coordinated(std::uint32_t denial, std::uint32_t harm) const
    {
        Denied denied{.last = harm + 1, .dead = is_harm_of_dead(reading_.word(harm).normal), .hurt = is_harm_of_hurt(reading_.word(harm).normal)};
        const std::uint32_t end = std::min(reading_.sentence_end(denial), harm + 4);
        for (std::uint32_t j = harm + 1; j < end && reading_.word(j).pause != Pause::stop; ++j) {
            std::string_view word = reading_.word(j).normal;
            if (word.starts_with("و") && word != "ولا" && !is_harm_of_dead(word)) {
                word.remove_prefix(std::string_view("و").size());
            }
            const bool joint = word == "او" || word == "ولا" || word == "ايه" || word == "اي";
            if (is_harm_of_dead(word) || is_harm_of_hurt(word)) {
                denied.dead = denied.dead || is_harm_of_dead(word);
                denied.hurt = denied.hurt || is_harm_of_hurt(word);
                denied.last = j + 1;
            } else if (!joint) {
                break;
            }
        }
        if (reading_.word(harm).normal == "اصابات") {
            denied.dead = true;  // the word stands for dead and hurt
        }
        return denied;
    }

    // Behind the verb of harm: "لقي مصرعه", "فارق الحياة" are words of death, "فقد هاتفه" is none.
    bool ends_in_death(std::uint32_t verb) const
    {
        const bool behind = verb + 1 < reading_.sentence_end(verb);
        return !is_verb_without_end(reading_.word(verb).normal) || (behind && (reading_.has(verb + 1, Class::lost_life) || reading_.has(verb + 1, Class::death_word)));
    }

    std::optional<Denied> harm_denied_by(std::uint32_t verb, std::uint32_t last) const
    {
        const std::string_view word = reading_.word(verb).normal;
        const bool dead = is_verb_of_dead(word) && ends_in_death(verb), hurt = is_verb_of_hurt(word);
        return dead || hurt ? std::optional(Denied{.last = last, .dead = dead, .hurt = hurt}) : std::nullopt;
    }

    // "إن أحداً لم يُقتل", "أي مدني لم يصب", "أياً من الركاب لم يصب": nobody before the verb.
    std::optional<Denied> nobody_before(std::uint32_t i, std::uint32_t end) const
    {
        constexpr std::uint32_t reach = 4;  // "أياً من عناصر الدورية لم …"
        constexpr std::array<std::string_view, 4> nobody{"احدا", "ايا", "اي", "احد"};
        const std::string_view denial = reading_.word(i).normal;
        if ((denial != "لم" && denial != "ولم") || i + 1 >= end || reading_.word(i + 1).pause != Pause::nothing) {
            return std::nullopt;
        }
        auto denied = harm_denied_by(i + 1, i + 2);
        for (std::uint32_t back = 1; denied && denial == "لم" && back <= reach && i >= reading_.sentence_begin(i) + back; ++back) {
            const std::string_view word = reading_.word(i - back).normal;
            if (reading_.word(i - back + 1).pause != Pause::nothing || (reading_.has(i - back, Class::act) && word != "احد")) {
                return std::nullopt;
            }
            if (is_one_of(nobody, word)) {
                denied->back = back;
                const bool alone = word == "احدا" || word == "احد";
                const bool of_all = alone && back > 1 && reading_.word(i - back + 1).normal == "من";  // "أحداً من الطاقم"; "أحد الجنود" is one of many
                return of_all || alone == (back == 1) ? denied : std::nullopt;
            }
        }
        return std::nullopt;
    }

    std::optional<Denied> nobody_at(std::uint32_t i, std::uint32_t end) const
    {
        constexpr std::array<std::string_view, 3> withouts{"دون", "بدون", "ودون"};
        constexpr std::array<std::string_view, 5> but{"سوي", "سوا", "الا", "من", "لكن"};
        if (const auto before = nobody_before(i, end)) {
            return before;
        }
        const bool without = is_one_of(withouts, reading_.word(i).normal) && i + 3 < end && reading_.word(i + 1).normal == "ان";
        if (without) {
            ++i;  // "دون أن تؤذي أحداً"
        }
        const std::string_view denial = reading_.word(i).normal;
        if (i + 2 >= end || (!without && denial != "لم" && denial != "ولم" && denial != "فلم")) {
            return std::nullopt;
        }
        std::uint32_t at = i + 2;
        while (at + 1 < end && is_by_the_way(reading_.word(at).normal)) {
            ++at;
        }
        if (const auto safe = people_unharmed(i + 1, at)) {
            return safe;
        }
        if (at + 2 < end && reading_.word(at).normal == "او" && (is_verb_of_hurt(reading_.word(at + 1).normal) || is_verb_of_dead(reading_.word(at + 1).normal))) {
            const bool nobody = reading_.word(at + 2).normal == "احد" || reading_.word(at + 2).normal == "احدا";
            return nobody ? std::optional(Denied{.last = at + 3, .dead = true, .hurt = true}) : std::nullopt;  // "ولم يقتل أو يجرح أحد"
        }
        const std::string_view whom = reading_.word(at).normal;
        // "ولم تقتل أحداً" of a bomb, "لم يقتلوا أحداً"; "لم يؤذ أحداً في حياته" of a man tells nothing.
        const bool of_life = next_is(at, "في") && next_is(at + 1, "حياته");
        const bool of_attack = whom == "احدا" && !of_life;
        const bool of_any = whom == "اي" && at + 1 < end;
        const std::uint32_t next = at + 1;
        if (!of_any && next < reading_.sentence_end(i) && reading_.word(next).pause == Pause::nothing && is_one_of(but, reading_.word(next).normal)) {
            return std::nullopt;
        }
        return whom == "احد" || of_attack || of_any ? harm_denied_by(i + 1, next) : std::nullopt;
    }

    bool next_is(std::uint32_t i, std::string_view word) const { return i + 1 < reading_.sentence_end(i) && reading_.word(i + 1).normal == word; }

    // "ولم يصب العناصر.": all of them, where the clause ends behind them.
    std::optional<Denied> people_unharmed(std::uint32_t verb, std::uint32_t at) const
    {
        const Found* people = reading_.find(at, Class::people);
        const bool all = people != nullptr && people->definite && people->shape.plural && people->entry->side != Side::thing && !people->is(Prop::hurt) && !people->is(Prop::dead) &&
                         !people->is(Prop::attacker);
        const bool ends = all && (people->last >= reading_.sentence_end(at) || reading_.word(people->last).pause != Pause::nothing);
        return ends ? harm_denied_by(verb, people->last) : std::nullopt;
    }

    static bool any(const std::vector<bool>& marks, Tokens tokens)
    {
        return std::find(marks.begin() + tokens.first, marks.begin() + tokens.last, true) != marks.begin() + tokens.last;
    }

    void add(std::uint32_t first, std::uint32_t last, bool dead, bool hurt)
    {
        const FoundAct* act = act_before(reading_, acts_, first);
        const std::uint32_t begin = std::max(reading_.sentence_begin(first), first - std::min(first, weapon_window));
        if (act == nullptr && reading_.next(begin, first, Class::weapon) < first) {
            return;  // a bomb made safe
        }
        TollCue toll;
        toll.tokens = reading_.tokens(first, last);
        if (any(counted_, toll.tokens)) {
            return;
        }
        std::fill(denied_.begin() + toll.tokens.first, denied_.begin() + toll.tokens.last, true);
        toll.sentence = reading_.word(first).sentence;
        toll.high = 0;
        toll.act = act != nullptr ? act->cue : none;
        if (dead) {
            added_.push_back(toll);
        }
        toll.outcome = Outcome::injured;
        if (hurt) {
            added_.push_back(toll);
        }
    }

    const Reading& reading_;
    const std::vector<FoundAct>& acts_;
    Cues& cues_;
    std::vector<bool> counted_, denied_;  ///< by token: in a number of people, in a denial
    std::vector<Tokens> told_;            ///< by sentence: where the first and the last number of those harmed begin
    std::vector<TollCue> added_;
};

}  // namespace

void find_no_harm(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    NoHarm(reading, acts, cues).find();
}

}  // namespace sitrep::understand::arabic
