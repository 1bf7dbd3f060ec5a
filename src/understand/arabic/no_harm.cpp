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
    constexpr std::array<std::string_view, 7> words{"قتلي", "قتيل", "قتيلا", "وفيات", "شهداء", "ضحايا", "ضحيه"};
    return is_one_of(words, word);
}

bool is_harm_of_hurt(std::string_view word)
{
    constexpr std::array<std::string_view, 7> words{"جرحي", "جريح", "جريحا", "اصابات", "مصابين", "ضحايا", "ضحيه"};
    return is_one_of(words, word);
}

class NoHarm {
public:
    NoHarm(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues) : reading_(reading), acts_(acts), cues_(cues) {}

    void find()
    {
        counted_.resize(reading_.document().tokens().size());
        denied_.resize(counted_.size());
        for (const TollCue& toll : cues_.tolls)
            if (toll.low > 1) {
                std::fill(counted_.begin() + toll.tokens.first, counted_.begin() + toll.tokens.last, true);
            }
        for (std::uint32_t i = 0; i < reading_.size(); ++i) {
            if (const Found* phrase = reading_.find(i, Class::no_harm); phrase != nullptr && !is_serious(phrase->last)) {
                add(i, phrase->last, true, true);
                i = phrase->last - 1;
            } else if (const auto denied = denied_at(i)) {
                add(i, denied->last, denied->dead, denied->hurt);
                i = denied->last - 1;
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
    };

    // "No serious injuries" are some others.
    bool is_serious(std::uint32_t i) const { return i < reading_.size() && (reading_.word(i).normal == "خطيره" || reading_.word(i).normal == "بليغه"); }

    // "من دون أن يوقع قتلى أو جرحى", "ولم يسقط أي قتيل", "لم يُقتل أحد": nothing but words of happening may stand between.
    std::optional<Denied> denied_at(std::uint32_t i) const
    {
        constexpr std::array<std::string_view, 12> denials{"لم", "ولم", "دون", "بدون", "ودون", "وبدون", "لا", "ولا", "فلم", "بلا", "عدم", "وعدم"};
        constexpr std::array<std::string_view, 34> between{"ان",   "اي",   "ايه",    "يسقط",  "تسقط",  "يوقع",  "توقع",  "يسفر", "تسفر",  "يخلف", "تخلف",
                                                           "يسجل", "تسجل", "يقع",    "تقع",   "عن",    "وقوع",  "سقوط",  "تسجيل", "حدوث", "يتسبب", "تتسبب",
                                                           "في",   "يودي", "تودي",   "الي",   "وجود",  "بوقوع", "بسقوط", "ذلك",  "هناك", "يود",
                                                           "يفد", "تفد"};
        if (!is_one_of(denials, reading_.word(i).normal)) {
            return std::nullopt;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + denial_window);
        if (const auto nobody = nobody_at(i, end)) {
            return nobody;
        }
        for (std::uint32_t j = i + 1; j < end && reading_.word(j).pause == Pause::nothing; ++j) {
            const std::string_view word = reading_.word(j).normal;
            if (is_harm_of_dead(word) || is_harm_of_hurt(word)) {
                return is_serious(j + 1) ? std::nullopt : std::optional(with_coordinated(i, j));
            }
            if (!is_one_of(between, word)) {
                return std::nullopt;
            }
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

    std::optional<Denied> nobody_at(std::uint32_t i, std::uint32_t end) const
    {
        constexpr std::array<std::string_view, 4> killed{"يقتل", "تقتل", "يمت", "يستشهد"};
        constexpr std::array<std::string_view, 10> hurt{"يصب", "تصب", "يجرح", "يتاذ", "يتضرر", "يوذ", "توذ", "توذي", "يوذي", "تجرح"};
        constexpr std::array<std::string_view, 3> withouts{"دون", "بدون", "ودون"};
        constexpr std::array<std::string_view, 5> but{"سوي", "سوا", "الا", "من", "لكن"};
        const bool without = is_one_of(withouts, reading_.word(i).normal) && i + 3 < end && reading_.word(i + 1).normal == "ان";
        if (without) {
            ++i;  // "دون أن تؤذي أحداً"
        }
        if (i + 2 >= end || (!without && reading_.word(i).normal != "لم" && reading_.word(i).normal != "ولم")) {
            return std::nullopt;
        }
        const std::string_view verb = reading_.word(i + 1).normal;
        const std::string_view whom = reading_.word(i + 2).normal;
        // "ولم تقتل أحداً" of a bomb; "لم يؤذ أحداً في حياته" of a man tells nothing.
        const bool of_attack = whom == "احدا" && (without || (reading_.word(i).normal == "ولم" && verb.starts_with("ت")));
        const bool nobody = whom == "احد" || of_attack || (whom == "اي" && i + 3 < end);
        if (i + 3 < reading_.sentence_end(i) && reading_.word(i + 3).pause == Pause::nothing && is_one_of(but, reading_.word(i + 3).normal)) {
            return std::nullopt;
        }
        if (!nobody || (!is_one_of(killed, verb) && !is_one_of(hurt, verb))) {
            return std::nullopt;
        }
        return Denied{.last = i + 3, .dead = is_one_of(killed, verb), .hurt = is_one_of(hurt, verb)};
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
    std::vector<TollCue> added_;
};

}  // namespace

void find_no_harm(const Reading& reading, const std::vector<FoundAct>& acts, Cues& cues)
{
    NoHarm(reading, acts, cues).find();
}

}  // namespace sitrep::understand::arabic
