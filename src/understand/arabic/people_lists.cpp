// Several people told together: "رجل وزوجته", "ضابط في الجيش وجندي", "جندي وثلاثة آخرون".
#include "understand/arabic/names.hpp"
#include "understand/arabic/people.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t modifiers_max = 6;  // words between the two halves of "جنديان من الجيش العراقي وعنصر"

bool is_of_attackers(const Group& group)
{
    return group.noun != nullptr && group.noun->is(Prop::attacker) && !group.noun->is(Prop::member);
}

bool sums_with(const Group& a, const Group& b)
{
    const bool one_side = is_of_attackers(a) == is_of_attackers(b);  // not "ثلاثة جنود وأربعة مسلحين"
    return b.counted && !b.of_them && !b.others && a.state == b.state && (b.number_written || b.noun != nullptr) && one_side;
}

// "جندي بجروح خطيرة وآخر بجروح طفيفة": one more of the same, unless something else is told of that one.
bool is_one_more(const Reading& reading, const Group& b)
{
    return b.others && b.counted && !b.number_written && b.count == 1 && b.last < reading.sentence_end(b.first) && reading.word(b.last).normal.starts_with("بجروح");
}

// "شيخ في السبعين من عمره", "طفلة في الخامسة": the words behind him that tell his age; 0 for none.
std::uint32_t age_words(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 21> ages{"العشرين",   "الثلاثين",   "الاربعين",   "الخمسين",    "الستين",     "السبعين",    "الثمانين",
                                                    "العشرينات", "الثلاثينات", "الاربعينات", "الخمسينات", "الستينات",
                                                    "السبعينات", "الخامسه",
                                                    "العشرينيات", "الثلاثينيات", "الاربعينيات", "الخمسينيات", "الستينيات",
                                                    "السبعينيات", "العاشره"};
    constexpr std::array<std::string_view, 7> years{"الثانيه", "الثالثه", "الرابعه", "السادسه", "السابعه", "الثامنه", "التاسعه"};
    constexpr std::array<std::string_view, 8> hours{"صباحا", "مساء", "ظهرا", "عصرا", "فجرا", "ليلا", "بعد", "من"};
    const std::uint32_t end = reading.sentence_end(i);
    if (reading.word(i).normal != "في" || i + 1 >= end || reading.in_date(i + 1)) {
        return 0;
    }
    const bool decade = is_one_of(ages, reading.word(i + 1).normal);
    const auto is_at = [&](std::uint32_t at, const auto& words) { return at < end && reading.word(at).pause == Pause::nothing && is_one_of(words, reading.word(at).normal); };
    const bool ten = i + 2 < end && (reading.word(i + 2).normal == "عشره" || reading.word(i + 2).normal.starts_with("وال"));  // "السابعة عشرة", "السادسة والعشرين"
    const std::uint32_t behind = i + 2 + (ten && !decade);
    const bool of_life = is_at(behind, std::array<std::string_view, 1>{"من"}) && behind + 1 < end && reading.word(behind + 1).normal.starts_with("عمر");
    if (!decade && (!is_one_of(years, reading.word(i + 1).normal) || (!of_life && is_at(behind, hours)))) {
        return 0;
    }
    return behind - i + (of_life ? 2 : 0);
}

// "معلماً وزوجته وضيفاً": behind people told as his a noun with "and" and the ending of an object is one more of them, whatever his trade.
bool is_unlisted_person(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 12> adverbs{"وتحديدا", "ولاحقا", "وحاليا", "وخصوصا", "وغالبا", "وجميعا",
                                                       "وتقريبا", "ومجددا", "وعموما", "وايضا", "وكثيرا", "والافا"};
    const std::string_view written = reading.document().words(reading.word(i).token, reading.word(i).token + 1);
    const Found* before = i > reading.sentence_begin(i) ? reading.find(i - 1, Class::people) : nullptr;
    const bool object = written.starts_with("و") && (written.ends_with("اً") || written.ends_with("ًا"));
    if (before == nullptr || !before->shape.pronoun || !object || reading.number(i) || reading.in_place(i) || reading.in_date(i)) {
        return false;
    }
    for (const Class known : {Class::people, Class::weapon, Class::act, Class::unit}) {
        if (reading.find(i, known) != nullptr) {
            return false;
        }
    }
    const bool of_something = i + 1 < reading.sentence_end(i) && reading.word(i + 1).normal == "من";
    return !of_something && !is_one_of(adverbs, reading.word(i).normal) && reading.word(i).normal.size() > 10;
}

// "قيادي في منظمة «...» وثلاثة من مرافقيه": the word behind a name that nobody knows, where the list goes on with "and".
std::uint32_t after_unknown_group(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 9> groups{"منظمه", "حركه", "تنظيم", "جماعه", "حزب", "كتيبه", "لواء", "فصيل", "صفوف"};
    constexpr std::uint32_t name_words = 4;
    const std::uint32_t end = std::min(reading.sentence_end(i), i + 1 + name_words);
    for (std::uint32_t j = i + 1; is_one_of(groups, reading.word(i).normal) && j < end && reading.word(j).pause == Pause::nothing; ++j) {
        if (j > i + 1 && reading.word(j).normal.starts_with("و")) {
            return j;
        }
    }
    return 0;
}

// "ضابط في الجيش", "قيادي في حركة الشباب": the word behind the preposition and the force or group that he belongs to; 0 for none.
std::uint32_t after_membership(const Reading& reading, std::uint32_t i)
{
    if (reading.word(i).normal != "في" || i + 1 >= reading.sentence_end(i)) {
        return 0;
    }
    if (const auto name = name_at(reading, i + 1)) {
        return name->last;
    }
    constexpr std::array<std::string_view, 9> forces{"الجيش", "الامن", "الدرك", "الحرس", "القوات",
                                                     "الاستخبارات", "المخابرات", "الحشد", "الفصايل"};
    if (is_one_of(forces, reading.word(i + 1).normal)) {
        return i + 2;
    }
    if (const std::uint32_t behind = after_unknown_group(reading, i + 1); behind > 0) {
        return behind;
    }
    const Found* force = reading.find(i + 1, Class::people);
    return force != nullptr && is_force(force->entry->side) ? force->last : 0;
}

// "المصابة", "أصيبا", "اختُطف": hurt or taken, not killed.
bool tells_other_fate(const Reading& reading, std::uint32_t i)
{
    const Found* people = reading.find(i, Class::people);
    const Found* act = reading.find(i, Class::act);
    const bool state = people != nullptr && (people->is(Prop::hurt) || people->is(Prop::taken) || people->is(Prop::held));
    return state || (act != nullptr && (act->is(Prop::injured) || act->is(Prop::abducted) || act->is(Prop::arrested)));
}

// What of others is told right behind them: that they were hurt or taken, are missing or safe.
bool fared_otherwise(const Reading& reading, std::uint32_t from)
{
    constexpr std::uint32_t reach = 8;
    constexpr std::array<std::string_view, 13> words{"المفقودين", "مفقودين", "مفقودون", "الانقاض", "المستشفي", "حالتهم", "حالته",
                                                     "حالتهما",   "نجوا",    "نجا",     "نقلوا",   "سالمين",   "احياء"};
    const std::uint32_t end = std::min(reading.sentence_end(from - 1), from + reach);
    for (std::uint32_t i = from; i < end && reading.word(i).pause != Pause::stop; ++i) {
        const std::string_view normal = reading.word(i).normal;
        if (tells_other_fate(reading, i) || normal.starts_with("بجروح") || normal.starts_with("اصابات") || is_one_of(words, normal)) {
            return true;
        }
    }
    return false;
}

// "قُتل جندي وثلاثة أصيبوا": behind a verb of one fate those that "and" begins, with a verb of another fate of their own.
bool have_own_verb(const Reading& reading, const Group& group, const Group& more)
{
    constexpr std::uint32_t reach = 4;
    if (more.last >= reading.sentence_end(more.first) || reading.word(more.last).pause != Pause::nothing) {
        return false;
    }
    const Found* own = reading.find(more.last, Class::act);
    const auto fate = [](const Found& act) { return act.is(Prop::killed) ? 1 : act.is(Prop::injured) ? 2 : act.is(Prop::abducted) || act.is(Prop::arrested) ? 3 : 0; };
    if (own == nullptr || !own->verb || !own->clitics.empty() || fate(*own) == 0) {
        return false;
    }
    for (std::uint32_t back = 1; back <= reach && group.first >= reading.sentence_begin(group.first) + back; ++back) {
        const Found* act = reading.find(group.first - back, Class::act);
        if (act != nullptr && fate(*act) != 0) {
            return fate(*act) != fate(*own);
        }
        if (reading.word(group.first - back + 1).pause != Pause::nothing) {
            return false;
        }
    }
    return false;
}

// "وثلاثة آخرون", "وسبعة أشخاص آخرون": as many more, unless something else is told of them.
bool are_more(const Reading& reading, const Group& b)
{
    const Found* act = b.last < reading.sentence_end(b.first) ? reading.find(b.last, Class::act) : nullptr;
    const bool counted = b.others && b.counted && (b.number_written || b.noun != nullptr) && b.state == State::none && !b.of_them;
    return counted && (act == nullptr || !act->verb) && !fared_otherwise(reading, b.last);
}

// Behind "ضابط في الجيش" or "شيخ في السبعين" somebody is another victim only where his own clause does not begin ("ومحافظ نينوى يدين", "وشقيقه مصاب").
bool ends_behind(const Reading& reading, const Group& group)
{
    constexpr std::array<std::string_view, 10> goes_on{"في", "من", "اثر", "خلال", "جراء", "علي", "عند", "قرب", "الي", "داخل"};
    const std::uint32_t i = group.last;
    if (i >= reading.sentence_end(group.first) || reading.word(i).pause != Pause::nothing || reading.in_date(i)) {
        return true;
    }
    return reading.word(i).normal.starts_with("ب") || is_one_of(goes_on, reading.word(i).normal);
}

// "طفلة في السابعة وجدها": no verb of finding, which would have somebody behind it.
bool is_grandparent(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> words{"وجده", "وجدها", "وجدته", "وجدتها"};
    const bool may_be = is_one_of(words, reading.word(i).normal) && reading.word(i).pause == Pause::nothing;
    const auto group = may_be ? simple_group_at(reading, i) : std::nullopt;
    return group && group->noun != nullptr && ends_behind(reading, *group);
}

// A number behind "with" counts people where it says whom; "مع عشرين بندقية" does not.
bool are_people(const Reading& reading, const Group& more)
{
    constexpr std::array<std::string_view, 8> goes_on{"من", "اخرين", "اخرون", "في", "قرب", "عند", "خلال", "اثر"};
    if (more.noun != nullptr) {
        return more.noun->entry->side != Side::thing;
    }
    return more.last >= reading.sentence_end(more.first) || is_one_of(goes_on, reading.word(more.last).normal);
}

// Behind those told with a victim: that they were hurt, taken or saved, or are among them ("مع راكبين أصيبا", "مع طفلين بينهم").
bool are_told_apart(const Reading& reading, std::uint32_t from)
{
    constexpr std::uint32_t reach = 6;
    constexpr std::array<std::string_view, 3> goes_on{"فيما", "بينما", "كما"};
    constexpr std::array<std::string_view, 12> apart{"نجا",     "نجت",     "نجيا",   "نجوا",   "المفقودين", "مفقودين",
                                                     "مفقودون", "مصيرهم", "مصيره", "مصيرهما", "بينهم",     "بينهما"};
    const std::uint32_t end = std::min(reading.sentence_end(from - 1), from + reach);
    for (std::uint32_t i = from; i < end; ++i) {
        const std::string_view normal = reading.word(i).normal;
        if (reading.word(i - 1).pause != Pause::nothing || normal.starts_with("و") || is_one_of(goes_on, normal)) {
            return false;
        }
        if (tells_other_fate(reading, i) || is_one_of(apart, normal)) {
            return true;
        }
    }
    return false;
}

bool is_with(std::string_view word)
{
    constexpr std::array<std::string_view, 5> with{"مع", "برفقه", "رفقه", "بصحبه", "بمعيه"};
    return is_one_of(with, word);
}

bool is_one_written(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 3> one{"واحد", "واحدا", "واحده"};
    return i < reading.size() && is_one_of(one, reading.word(i).normal);
}

// "ثلاثة، إضافة إلى مدنيين اثنين", "جندي فضلاً عن شرطيين": the word behind what adds them; `i` where nothing does.
std::uint32_t after_besides(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> besides{"اضافه", "بالاضافه", "فضلا", "علاوه"};
    constexpr std::array<std::string_view, 3> links{"الي", "عن", "علي"};
    const bool added = i + 2 < reading.sentence_end(i) && reading.word(i).pause != Pause::stop && is_one_of(besides, reading.word(i).normal);
    return added && is_one_of(links, reading.word(i + 1).normal) ? i + 2 : i;
}

// Whether nothing but people and where they are from stands in [from, to): in "خمسة مدنيين رغم اتفاق روسي وتركي" nobody is Turkish.
bool only_people(const Reading& reading, std::uint32_t from, std::uint32_t to)
{
    while (from < to && (reading.has(from, Class::people) || national_at(reading, from) || reading.in_place(from) || reading.word(from).normal == "من")) {
        ++from;
    }
    return from == to;
}

// "ثلاثة عسكريين ضابط وجنديين", in messages without a comma: those right behind a number, who are as many or fewer when added up, are whom it is made of.
bool is_made_of(const Reading& reading, const Group& whole, std::uint32_t i)
{
    const bool several = whole.noun != nullptr ? whole.count > 1 : whole.number_written && whole.count > 1;
    const auto first = several && whole.high <= whole.count ? simple_group_at(reading, i) : std::nullopt;
    if (!first || first->noun == nullptr || first->definite || !first->counted || first->others || first->of_them || begins_with_and(reading, *first)) {
        return false;
    }
    std::int64_t sum = first->count;
    const std::uint32_t end = reading.sentence_end(i);
    for (std::uint32_t at = first->last; sum < whole.count && at < end && reading.word(at).pause == Pause::nothing;) {
        if (at == first->last && is_one_written(reading, at)) {
            ++at;  // "ضابطاً واحداً وخمسة مجندين"
            continue;
        }
        const auto more = simple_group_at(reading, at);
        if (!more || !more->counted || !begins_with_and(reading, *more) || !sums_with(*first, *more)) {
            break;
        }
        sum += more->count;
        at = more->last;
    }
    const bool some = sum < whole.count && sum > first->count && !first->number_written && !first->noun->shape.plural;  // "خمسة مدنيين طفل وامرأة"
    return (sum == whole.count || some) && first->count < whole.count;
}

// "... وعنصر من الحشد", "... وابنهما": the next of those that are added up, with the words between that belong to the one before.
std::optional<Group> joined_group(const Reading& reading, const Group& group)
{
    std::uint32_t end = std::min(reading.sentence_end(group.first), group.last + modifiers_max);
    bool described = false;
    if (const std::uint32_t behind = group.last < end ? after_besides(reading, group.last) : group.last; behind > group.last) {
        const auto more = simple_group_at(reading, behind);
        const bool adds = more && more->noun != nullptr && are_people(reading, *more) && more->state == State::none && sums_with(group, *more);
        return adds && !are_told_apart(reading, more->last) ? more : std::nullopt;
    }
    for (std::uint32_t j = group.last; j < end; ++j) {
        const std::uint32_t age = age_words(reading, j);
        described = described || age > 0;
        j += age;
        if (const std::uint32_t behind = j < end ? after_membership(reading, j) : 0; behind > 0) {
            described = true;
            j = behind;
            end = std::min(reading.sentence_end(group.first), std::max(end, j + modifiers_max / 2));
        }
        if (j >= end || (ends_phrase(reading, j) && !is_grandparent(reading, j))) {
            break;
        }
        const auto& word = reading.word(j);
        if (word.normal == "ومعه" || word.normal == "ومعها" || word.normal == "ومعهما" || word.normal == "ومعهم") {  // "مدرّس وابنتاه ومعهم حارس"
            const auto more = j + 1 < end ? simple_group_at(reading, j + 1) : std::nullopt;
            return more && more->noun != nullptr && more->noun->entry->side != Side::thing && sums_with(group, *more) ? more : std::nullopt;
        }
        if (is_with(word.normal) && (j == group.last || described)) {  // "عقيد مع اثنين من حراسه"
            const auto more = j + 1 < end ? simple_group_at(reading, j + 1) : std::nullopt;
            return more && are_people(reading, *more) && more->state == State::none && sums_with(group, *more) && !are_told_apart(reading, more->last) ? more : std::nullopt;
        }
        const bool eleven = j + 1 < end && reading.word(j + 1).normal.starts_with("عشر");  // "وأحد عشر"
        const bool one = is_one_written(reading, j) && !eleven;
        const bool joined = (word.normal.starts_with("و") || word.detached.starts_with("و")) && !one;
        if (!joined && is_made_of(reading, group, j)) {
            return std::nullopt;
        }
        if (!joined) {
            continue;
        }
        if (is_unlisted_person(reading, j)) {
            return one_more_person(j);
        }
        if (const auto national = national_joined(reading, j); national && group.noun != nullptr && group.noun->entry->side != Side::thing && only_people(reading, group.last, j)) {
            return national;
        }
        const auto more = simple_group_at(reading, j);
        const bool begins_with_and = more && (more->noun == nullptr ? more->number_written : more->number_written || more->noun->has_clitic("و"));
        if (more && (is_one_more(reading, *more) || (begins_with_and && are_more(reading, *more)))) {
            return more;
        }
        // "22 جندياً وشرطياً": both are among the 22.
        const bool of_singular = group.number_written && group.count > 10 && group.noun != nullptr && !group.noun->shape.plural;
        const bool among_them = of_singular && more && !more->number_written && more->count == 1 && word.normal.ends_with("ا") && !is_one_written(reading, more->last);
        const bool thing = more && more->noun != nullptr && more->noun->entry->side == Side::thing;
        const bool adds = !among_them && begins_with_and && (!described || ends_behind(reading, *more)) && sums_with(group, *more) && !thing && !have_own_verb(reading, group, *more);
        return adds ? more : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Group> group_at(const Reading& reading, std::uint32_t i)
{
    auto group = simple_group_at(reading, i);
    if (!group || !group->counted || group->combined || group->of_them) {
        return group;
    }
    while (const auto more = joined_group(reading, *group)) {
        group->high = std::max(group->high, group->count) + std::max(more->high, more->count);
        group->count += more->count;
        group->last = more->last;
        group->marked_last = more->marked_last;
    }
    return group;
}

std::optional<Group> unlisted_with_kin(const Reading& reading, std::uint32_t i)
{
    if (i + 1 >= reading.sentence_end(i) || reading.word(i + 1).pause != Pause::nothing || reading.in_place(i) || reading.in_date(i) || reading.number(i)) {
        return std::nullopt;
    }
    const std::string_view word = reading.word(i).normal;
    const Found* kin = reading.find(i + 1, Class::people);
    const bool theirs = kin != nullptr && kin->has_clitic("و") && kin->is(Prop::kin) && (kin->shape.pronoun || kin->is(Prop::one));
    if (!theirs || word.starts_with("ال") || word.starts_with("و") || ends_phrase(reading, i)) {
        return std::nullopt;
    }
    for (const Class known : {Class::people, Class::weapon, Class::unit, Class::several}) {
        if (reading.find(i, known) != nullptr) {
            return std::nullopt;
        }
    }
    auto group = group_at(reading, i + 1);
    if (!group || !group->counted || group->number_written) {
        return std::nullopt;
    }
    group->first = group->marked_first = i;
    ++group->count;
    group->high += group->high > 0;
    return group;
}

}  // namespace sitrep::understand::arabic
