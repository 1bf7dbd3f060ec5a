#include "understand/arabic/totals.hpp"

#include "understand/arabic/heads.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t window = head_window;  // words before a head in which a verb of estimating stands, and behind it to its number

// "بين القتلى", "ثلاثة من الجرحى", "جثث القتلى": some of them, or something of theirs.
bool is_some_of(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 11> of{"من", "بين", "ومن", "وبين", "مع", "علي", "لدي", "عن", "جثث", "جثامين", "ذوي"};
    return i > reading.sentence_begin(i) && is_one_of(of, reading.word(i - 1).normal);
}

bool estimates(const Reading& reading, std::uint32_t head)
{
    constexpr std::array<std::string_view, 14> verbs{"قدر", "قدرت", "قدروا", "يقدر", "تقدر", "قدره", "حدد", "حددت", "يحدد", "تحدد",
                                                     "حصر", "حصرت", "يقدرون", "قدرهم"};
    for (std::uint32_t back = 1; back <= window && head >= reading.sentence_begin(head) + back; ++back) {
        if (is_one_of(verbs, without_and(reading.word(head - back).normal))) {
            return true;
        }
    }
    return false;
}

bool becomes(std::string_view word)
{
    constexpr std::array<std::string_view, 14> verbs{"اصبح", "اصبحوا",  "صار",   "صاروا", "بات",   "باتوا", "ارتفع",
                                                     "ارتفعوا", "صارت", "ليصبح", "لتصبح", "ليبلغ", "لتبلغ", "يصبح"};
    return is_one_of(verbs, without_and(word));
}

// "صحح العدد إلى خمسة", "خفّضت اللجنة حصيلتها إلى 16"
bool corrects(std::string_view word)
{
    constexpr std::array<std::string_view, 10> verbs{"صحح", "صححت", "صححوا", "عدل", "عدلت", "رفع", "رفعت", "رفعوا", "خفض", "خفضت"};
    return is_one_of(verbs, without_and(word));
}

// Words that lead from the head to its number: "القتلى بلغوا", "الجرحى، وعددهم", "القتلى ارتفع إلى".
bool is_link(std::string_view word)
{
    constexpr std::array<std::string_view, 17> links{"بلغ",    "بلغوا", "بلغت", "هم",    "وعددهم", "عددهم", "تجاوز", "تجاوزوا", "الي",
                                                     "عددها", "وصل",   "وصلوا", "انهم", "كانوا",  "الان",  "تخطي",  "وعددها"};
    return is_one_of(links, word) || becomes(word);
}

bool is_number_of_people(const Reading& reading, const Group& group)
{
    constexpr std::array<std::string_view, 3> measures{"في", "من", "الاف"};
    const bool people = group.number_written && group.counted && (group.noun == nullptr || group.noun->entry->side != Side::thing);
    const bool hundredth = group.last + 1 < reading.sentence_end(group.first) && is_one_of(measures, reading.word(group.last).normal) &&
                           reading.word(group.last + 1).normal.starts_with("المي");
    return people && !hundredth && !reading.word(group.first).normal.starts_with("ال");
}

// Behind a bare number: the end of the clause, who says so, or who is among them.
bool ends_behind(const Reading& reading, std::uint32_t i, std::uint32_t end)
{
    return !free_before(reading, i, end) || reading.has(i, Class::according) || reading.has(i, Class::among);
}

class Totals {
public:
    explicit Totals(const Reading& reading) : reading_(reading) {}

    std::vector<Total> find()
    {
        for (std::uint32_t i = 0; i < reading_.size(); ++i) {
            if (const auto head = head_at(reading_, i)) {
                read_head(*head);
            }
            read_pronoun(i);
            read_counting(i);
            read_losses(i);
            read_number_word(i);
            read_settled(i);
            read_ellipsis(i);
            read_no_more_than(i);
        }
        return std::move(found_);
    }

private:
    // "إن القتلى ثلاثة", "القتلى بلغوا أكثر من 60", "فأصبح القتلى 12", "وقدّر القتلى بستين",
    // "المصابين: ثمانية وفق المستشفى"
    void read_head(const Head& head)
    {
        const std::uint32_t end = std::min(reading_.sentence_end(head.first), head.last + window);
        const std::uint32_t begin = std::max(reading_.sentence_begin(head.first), head.first - std::min(head.first, window));
        if (is_some_of(reading_, head.first) || head.last >= end) {
            return;
        }
        const bool counted = head.first > begin && reading_.is_word(head.first - 1, "عدد");
        const std::uint32_t opens = head.first - (counted ? 1 : 0);
        Total total{.group = {}, .outcome = head.outcome, .combined = head.combined, .updates = opens > begin && becomes(reading_.word(opens - 1).normal)};
        total.whole = !head.possessed;
        std::uint32_t at = after_links(after_insertion(reading_, head.last, end), end, total);
        if (at >= end || (at == head.last && reading_.word(at).pause == Pause::comma)) {
            return;
        }
        auto group = simple_group_at(reading_, at);
        if (group && group->noun != nullptr) {
            group = group_at(reading_, at);  // "القتلى هم أربعة عمال وثلاثة جنود"
        }
        const bool with_by = group && !reading_.word(at).normal.empty() && (reading_.word(at).normal.starts_with("ب") || reading_.word(at).detached.starts_with("ب"));
        if (!group || !is_number_of_people(reading_, *group) || (with_by && !estimates(reading_, head.first)) ||
            is_over_long(reading_, begin, std::min(reading_.sentence_end(head.first), group->last + window))) {
            return;
        }
        const bool parted = group->last + 1 < reading_.sentence_end(at) && reading_.word(group->last).normal == "ومن";  // "القتلى من الجنود 35 ومن المدنيين 12"
        total.group = *group;
        if (!parted) {
            found_.push_back(total);
        }
    }

    // The word behind those that lead to a number, at most three.
    std::uint32_t after_links(std::uint32_t at, std::uint32_t end, Total& total) const
    {
        constexpr std::uint32_t links_max = 3;
        for (std::uint32_t links = 0; at < end && links < links_max && is_link(reading_.word(at).normal); ++links, ++at) {
            total.updates = total.updates || becomes(reading_.word(at).normal);
        }
        return at;
    }

    // "وقال المجلس إن العدد 30", "ويقدر المرصد العدد بعشرين", "ثم صحح العدد إلى خمسة", "رقماً أعلى بلغ 24": of those told last.
    void read_number_word(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 3> numbers{"العدد", "الحصيله", "المجموع"};
        constexpr std::array<std::string_view, 8> other{"رقما", "اخر", "اعلي", "اقل", "ادني", "معدلا", "مختلفا", "اكبر"};
        const std::string_view word = without_and(reading_.word(i).normal);
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + window);
        std::uint32_t at = i + 1;
        Total total{.group = {}, .of_dead = true, .whole = true};
        if (is_one_of(numbers, word)) {
            const bool follows = i > reading_.sentence_begin(i);
            const bool corrected = follows && corrects(reading_.word(i - 1).normal);
            total.updates = corrected || (follows && becomes(reading_.word(i - 1).normal));
            if (!total.updates && !(follows && reading_.has(i - 1, Class::that)) && !estimates(reading_, i)) {
                return;
            }
        } else if (word == other.front() && free_before(reading_, at, end) && is_one_of(other, reading_.word(at).normal)) {
            ++at;
            if (at < end && reading_.word(at).pause == Pause::stop && reading_.number(at)) {  // "رقماً آخر: 29"
                return take_bare(i, at, total);
            }
        } else {
            return;
        }
        at = after_links(at, end, total);
        if (free_before(reading_, at, end)) {
            take_bare(i, at, total);
        }
    }

    // "واستقرت اللجنة على 58", "رفعت المفوضية ما لديها إلى 16"
    void read_settled(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 4> settles{"استقر", "استقرت", "استقروا", "يستقر"};
        constexpr std::array<std::string_view, 8> own{"لديها", "لديه", "لديهم", "حصيلته", "حصيلتها", "تقديره", "تقديرها", "العدد"};
        const std::string_view word = without_and(reading_.word(i).normal);
        const bool settled = is_one_of(settles, word);
        if (!settled && !corrects(word)) {
            return;
        }
        bool of_dead = settled;
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + window);
        for (std::uint32_t at = i + 1; free_before(reading_, at, end); ++at) {
            const std::string_view normal = reading_.word(at).normal;
            of_dead = of_dead || is_one_of(own, normal);
            if (of_dead && normal == (settled ? "علي" : "الي") && free_before(reading_, at + 1, end)) {
                return take_bare(i, at + 1, {.group = {}, .updates = true, .whole = true});
            }
        }
    }

    // "عدد القتلى ثمانية وفق طبيب وعشرة وفق ضابط", "ستة بحسب الشرطة أو سبعة بحسب شهود": another source of the same number.
    void read_ellipsis(std::uint32_t i)
    {
        constexpr std::uint32_t source_words = 6;
        if (!reading_.has(i, Class::according)) {
            return;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + 1 + source_words);
        for (std::uint32_t at = i + 2; at < end && reading_.word(at).pause != Pause::stop; ++at) {
            const bool joined = reading_.word(at).normal.starts_with("و") || reading_.word(at - 1).normal == "او";
            const auto group = joined && reading_.number(at) ? simple_group_at(reading_, at) : std::nullopt;
            if (group && group->last < reading_.sentence_end(i) && reading_.has(group->last, Class::according) && reading_.word(group->last).pause == Pause::nothing) {
                return take_bare(i, at, {.group = {}, .whole = true, .of_same = true});
            }
        }
    }

    // "لم يوثق المرصد سوى 322"
    void read_no_more_than(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 12> counts{"يوثق", "توثق", "يسجل", "تسجل", "يحص", "تحص", "يقر", "تقر", "يعترف", "تعترف", "يذكر", "تذكر"};
        constexpr std::uint32_t reach = 6;
        const bool denied = i > reading_.sentence_begin(i) && without_and(reading_.word(i - 1).normal) == "لم";
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + reach);
        for (std::uint32_t at = i + 1; denied && is_one_of(counts, reading_.word(i).normal) && free_before(reading_, at, end); ++at) {
            if (reading_.word(at - 1).normal == "سوي" || reading_.word(at - 1).normal == "الا") {
                return take_bare(i, at, {.group = {}, .whole = true});
            }
        }
    }

    // "وقال المرصد إنهم ثمانية.": those told last.
    void read_pronoun(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 4> they{"انهم", "وانهم", "عددهم", "وعددهم"};
        const std::uint32_t end = reading_.sentence_end(i);
        if (i + 1 >= end || !is_one_of(they, reading_.word(i).normal) || reading_.word(i + 1).pause != Pause::nothing) {
            return;
        }
        const bool counts = i > reading_.sentence_begin(i) && reading_.word(i).normal.ends_with("عددهم");
        const std::string_view whose = counts ? reading_.word(i - 1).normal : std::string_view();
        const bool several = whose.ends_with("ين") || whose.ends_with("ون") || whose.ends_with("ات");
        if (several && whose.starts_with("ال") && !counted_in(reading_, i - 1, i).outcome) {
            return;  // "لإجلاء العالقين، وعددهم سبعون"
        }
        take_bare(i, i + 1, {.group = {}, .whole = true});
    }

    // "وقال مسعف إنه أحصى ثمانية", "وعالج المستشفى أحد عشر", "وتحدثت مصادر عن ثمانية"
    void read_counting(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 5> counts{"احصي", "احصت", "احصوا", "يحصي", "تحصي"};
        constexpr std::array<std::string_view, 4> treats{"عالج", "عالجت", "عالجوا", "يعالج"};
        constexpr std::array<std::string_view, 4> speaks{"تحدث", "تحدثت", "تحدثوا", "يتحدث"};
        constexpr std::uint32_t reach = 5;
        const std::string_view word = without_and(reading_.word(i).normal);
        const bool of_speech = is_one_of(speaks, word), heals = is_one_of(treats, word);
        if (!of_speech && !heals && !is_one_of(counts, word)) {
            return;
        }
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + reach);
        for (std::uint32_t at = i + 1; free_before(reading_, at, end); ++at) {
            if (reading_.number(at) && (!of_speech || reading_.word(at - 1).normal == "عن")) {
                return take_bare(i, at, {.group = {}, .outcome = heals ? std::optional(Outcome::injured) : std::nullopt});
            }
        }
    }

    // "وقالت الجبهة إنها فقدت ثلاثة", "خسر الفصيل مقاتلين اثنين": their own dead,
    // by number or as men of arms. Not "قتلوا ستة وخسروا اثنين",
    // "المتمردين خسروا 58": the dead of those who attacked.
    void read_losses(std::uint32_t i)
    {
        constexpr std::array<std::string_view, 6> lost{"فقد", "فقدت", "فقدوا", "خسر", "خسرت", "خسروا"};
        constexpr std::uint32_t reach = 4;
        const std::uint32_t end = std::min(reading_.sentence_end(i), i + reach);
        const std::string_view verb = without_and(reading_.word(i).normal);
        if (!is_one_of(lost, verb) || (i > 0 && names_attackers(reading_, i - 1, i))) {
            return;
        }
        constexpr std::array<std::string_view, 4> of_it{"انه", "بانه", "وانه", "قد"};
        const bool missing = verb == "فقد" && !(i > 0 && is_one_of(of_it, reading_.word(i - 1).normal));  // "فُقد 22"
        const bool joined = verb != reading_.word(i).normal, of_attackers = joined && killed_before(i);
        if (joined && !of_attackers) {
            return;  // "وفقد الجيش 90 جندياً في المعارك": told of a war
        }
        for (std::uint32_t at = i + 1; free_before(reading_, at, end); ++at) {
            const auto group = simple_group_at(reading_, at);
            if (!group || !group->number_written || !group->counted) {
                continue;
            }
            if (group->others || (missing && at == i + 1)) {
                return;
            }
            const bool at_arms = group->noun != nullptr && (is_force(group->noun->entry->side) || group->noun->is(Prop::member));
            if (!at_arms && joined && at > i + 1) {
                return;  // "وخسر مالكهما ثلاثين": another tells of his own
            }
            if (!at_arms) {
                return take_bare(i, at, {.group = {}, .outcome = Outcome::killed, .of_attackers = of_attackers});
            }
            if (!is_over_long(reading_, std::max(reading_.sentence_begin(i), i - std::min(i, window)), std::min(reading_.sentence_end(i), group->last + window))) {
                found_.push_back({.group = *group, .outcome = Outcome::killed, .of_attackers = of_attackers});
            }
            return;
        }
    }

    // "قتلت 26 جندياً وفقدت تسعة", "إنها قتلت ستة وخسرت اثنين": who killed tells of its own.
    bool killed_before(std::uint32_t i) const
    {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t back = 1; back <= reach && i >= reading_.sentence_begin(i) + back && reading_.word(i - back + 1).pause != Pause::stop; ++back) {
            const Found* act = reading_.find(i - back, Class::act);
            if (act != nullptr && act->verb && act->is(Prop::killed) && !act->is(Prop::intransitive) && reading_.voice(*act) != Voice::passive) {
                return true;
            }
        }
        return false;
    }

    void take_bare(std::uint32_t from, std::uint32_t at, Total total)
    {
        const auto group = simple_group_at(reading_, at);
        const std::uint32_t end = reading_.sentence_end(at);
        const bool bare = group && group->noun == nullptr && is_number_of_people(reading_, *group) && ends_behind(reading_, group->last, end);
        const std::uint32_t begin = std::max(reading_.sentence_begin(from), from - std::min(from, window));
        if (bare && !group->of_them && !is_over_long(reading_, begin, std::min(end, group->last + window))) {
            total.group = *group;
            found_.push_back(total);
        }
    }

    const Reading& reading_;
    std::vector<Total> found_;
};

}  // namespace

std::vector<Total> find_totals(const Reading& reading)
{
    return Totals(reading).find();
}

bool is_over_long(const Reading& reading, std::uint32_t from, std::uint32_t to)
{
    constexpr std::array<std::string_view, 11> longer{"منذ", "العام", "عام", "الشهر", "السنه", "الحرب", "الثوره", "الاسبوع",
                                                      "سنوات", "اشهر", "النزاع"};
    constexpr std::array<std::string_view, 6> today{"صباح", "الصباح", "فجر", "الفجر", "ساعات", "امس"};
    for (; from < to; ++from) {
        const bool short_since = reading.is_word(from, "منذ") && from + 1 < reading.sentence_end(from) && reading.is_word_any(from + 1, today);
        if (is_one_of(longer, reading.word(from).normal) && !short_since) {
            return true;
        }
    }
    return false;
}

bool names_attackers(const Reading& reading, std::uint32_t from, std::uint32_t to)
{
    constexpr std::uint32_t reach = 40;
    for (from = std::max(from, to - std::min(to, reach)); from < to; ++from) {
        const Found* people = reading.find(from, Class::people);
        if (people != nullptr && people->is(Prop::attacker)) {
            return true;
        }
    }
    return false;
}

bool tells_dead_of_one(const Reading& reading, std::uint32_t figure, std::uint32_t end)
{
    constexpr std::array<std::string_view, 3> figures{"عدد", "حصيله", "الحصيله"};
    constexpr std::array<std::string_view, 5> dead{"القتلي", "قتلي", "الضحايا", "ضحايا", "الشهداء"};
    constexpr std::array<std::string_view, 9> longer{"منذ", "خلال", "هذا", "هذه", "العام", "الشهر", "الاسبوع", "الحرب", "الثوره"};
    const std::uint32_t of = figure + 1;
    if (!is_one_of(figures, reading.word(figure).normal) || of + 1 >= end || !is_one_of(dead, reading.word(of).normal)) {
        return false;
    }
    for (std::uint32_t at = of + 1; at < end; ++at) {
        if (is_one_of(longer, reading.word(at).normal)) {
            return false;
        }
    }
    const Found* act = reading.find(of + 1, Class::act);
    return reading.number(of + 1).has_value() || act != nullptr;
}

}  // namespace sitrep::understand::arabic
