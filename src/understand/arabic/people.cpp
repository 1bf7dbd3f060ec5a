#include "understand/arabic/people.hpp"

#include "understand/one_of.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

State state_of(const Found& noun)
{
    return noun.is(Prop::dead) ? State::dead : noun.is(Prop::hurt) ? State::hurt : noun.is(Prop::taken) ? State::taken : noun.is(Prop::held) ? State::held : State::none;
}

struct Amount {
    std::uint32_t first = 0, last = 0;
    std::int64_t count = 0, high = 0;
    bool counted = false, vague = false, at_least = false, one_of = false;
};

// "10 أو 11", "بين 20 و30", "5 إلى 7": the second of two numbers that a count lies between. What rises from one number to another is no range.
std::optional<Reading::Number> range_end(const Reading& reading, std::uint32_t first, const Reading::Number& low)
{
    const std::uint32_t begin = reading.sentence_begin(first), joint = low.last;
    if (low.vague || joint >= reading.sentence_end(first) || reading.word(joint).pause != Pause::nothing) {
        return std::nullopt;
    }
    const Word& word = reading.word(joint);
    const bool between = first > begin && reading.is_word(first - 1, "بين");
    const bool range = word.normal == "او" || (word.normal == "الي" && reading.next(begin, first, Class::rises) == first);
    const bool joined = word.normal.starts_with("و") || word.detached.starts_with("و");
    if (between ? !joined : !range) {
        return std::nullopt;
    }
    const auto high = reading.number(between && word.normal != "و" ? joint : joint + 1);
    return high && !high->vague && high->value > low.value && high->last <= reading.sentence_end(first) ? high : std::nullopt;
}

// "ما لا يقل عن 14", "نحو 300", "عدد من", "أحد"; nothing is consumed when there is none.
Amount amount_at(const Reading& reading, std::uint32_t i)
{
    Amount amount{i, i};
    std::uint32_t j = i;
    if (const Found* least = reading.find(j, Class::at_least)) {
        amount.at_least = true;
        j = least->last;
    } else if (const Found* about = reading.find(j, Class::about)) {
        j = about->last;
    }
    const auto number = reading.number(j);
    if (const Found* one = reading.find(j, Class::himself); one != nullptr && one->clitics.empty() && !one->definite && (!number || number->value <= 1)) {
        return {.first = i, .last = j + 1, .count = 1, .counted = true, .at_least = amount.at_least};
    }
    const Found* several = reading.find(j, Class::several);
    if (several != nullptr && (!number || number->vague)) {
        amount.vague = true;
        amount.last = several->last;
    } else if (number) {
        const bool one = number->value == 1 && number->last == j + 1 && reading.has(j, Class::one_of);
        amount.count = number->value;
        amount.counted = !number->vague;
        amount.vague = number->vague;
        amount.one_of = one;
        amount.last = number->last;
        if (const auto high = range_end(reading, j, *number)) {
            amount.high = high->value;
            amount.last = high->last;
        }
    } else if (reading.has(j, Class::himself) || reading.has(j, Class::both)) {
        amount = {.first = i, .last = j + 1, .count = reading.has(j, Class::both) ? 2 : 1, .counted = true};
    } else if (reading.has(j, Class::one_of) && !reading.find(j, Class::one_of)->definite) {
        amount = {.first = i, .last = j + 1, .count = 1, .counted = true, .one_of = true};
    } else {
        amount.at_least = false;
    }
    return amount;
}

void count_by_shape(const Reading& reading, const Found& noun, Group& group)
{
    const Shape& shape = noun.shape;
    const bool two = noun.is(Prop::two) || (shape.dual && (!shape.plural || reading.marked_dual(noun.first)));
    if (two) {
        group.count = 2;
        group.counted = true;
    } else if (shape.plural || noun.is(Prop::vague)) {
        group.vague = true;
    } else if (!shape.dual) {
        group.count = 1;
        group.counted = true;
    }
    group.marked_first = noun.first;
    group.marked_last = noun.last;
}

// "راعي إبل" could be two herders and "أخيه" two brothers, whose dual lost its nun before another noun; a word that is listed as one person is one.
const Found* one_if_listed(const Reading& reading, const Found& noun)
{
    if (!noun.shape.construct && !noun.shape.pronoun) {
        return &noun;
    }
    for (const Found* other : reading.all(noun.first, Class::people)) {
        if (other->is(Prop::one) && other->last == noun.last) {
            return other;
        }
    }
    return &noun;
}

// "أطفاله الثلاثة", "بناتها الأربع": the number that stands with an article behind those it counts; 0 for none. الأربعاء is another word.
std::int64_t definite_number(const Reading& reading, std::uint32_t i)
{
    struct Entry {
        std::string_view word;
        std::int64_t number;
    };
    constexpr std::array<Entry, 16> numbers{{{"الثلاثه", 3}, {"الثلاث", 3}, {"الاربعه", 4}, {"الاربع", 4}, {"الخمسه", 5}, {"الخمس", 5},
                                             {"السته", 6}, {"الست", 6}, {"السبعه", 7}, {"السبع", 7}, {"الثمانيه", 8}, {"الثماني", 8},
                                             {"التسعه", 9}, {"التسع", 9}, {"العشره", 10}, {"العشر", 10}}};
    constexpr std::array<std::string_view, 6> hours{"صباحا", "مساء", "ظهرا", "عصرا", "الصبح", "العصر"};
    const auto found = std::ranges::find(numbers, reading.word(i).normal, &Entry::word);
    const bool hour = i + 1 < reading.size() && is_one_of(hours, reading.word(i + 1).normal);
    return found == numbers.end() || hour || reading.in_date(i) || reading.in_place(i) ? 0 : found->number;
}

// Where that number stands: right behind, or behind the one thing that is theirs ("ركاب الحافلة الخمسة"; not "ركاب السيارات الثلاث"); none is `end`.
std::uint32_t definite_number_behind(const Reading& reading, const Group& group, std::uint32_t end)
{
    constexpr std::array<std::string_view, 11> owners{"الحافله", "الاسره", "العايله", "السياره", "المركبه", "المجلس",
                                                      "الدوريه", "القارب", "المنزل", "الشاحنه", "الحاجز"};
    std::uint32_t i = group.last;
    const bool free = i < end && reading.word(i).pause == Pause::nothing;
    const bool owned = !group.definite && free && is_one_of(owners, reading.word(i).normal);
    i += owned;
    if (i >= end || reading.word(i).pause != Pause::nothing || (!owned && !group.definite) || definite_number(reading, i) == 0) {
        return end;
    }
    const bool of_men = reading.word(i).normal.ends_with("ه");  // الثلاثة of men, الثلاث of women
    return of_men != group.feminine ? i : end;
}

// "أربعة على الأقل", "مدنيين اثنين", "آخرين" behind the noun.
void read_after(const Reading& reading, Group& group)
{
    if (group.vague && group.noun != nullptr && group.noun->shape.plural && !group.number_written) {
        const std::uint32_t at = definite_number_behind(reading, group, reading.sentence_end(group.first));
        if (at < reading.sentence_end(group.first)) {
            group.count = definite_number(reading, at);
            group.counted = group.number_written = true;
            group.vague = false;
            group.last = group.marked_last = at + 1;
        }
    }
    const std::uint32_t end = reading.sentence_end(group.first);
    for (std::uint32_t steps = 0; group.last < end && steps < 3; ++steps) {
        const auto i = group.last;
        if (reading.word(i).pause != Pause::nothing) {
            return;
        }
        if (const Found* least = reading.find(i, Class::at_least); least != nullptr && reading.is_word(least->last - 1, "الاقل")) {
            group.at_least = true;
            group.last = least->last;
            if (group.marked_last == i || group.noun == nullptr) {
                group.marked_last = least->last;
            }
        } else if (const auto number = reading.number(i); number && number->value == 2 && number->in_words && group.vague) {
            group.last = group.marked_last = number->last;
            group.count = 2;
            group.counted = group.number_written = true;
            group.vague = group.combined = group.of_them = false;
        } else if (reading.has(i, Class::other_people)) {
            group.others = true;
            group.last = i + 1;
        } else {
            return;
        }
    }
}

// A noun with the people words that describe it: "لاجئ عراقي", "شاباً مدنياً".
void take_noun(const Reading& reading, const Found& noun, Group& group)
{
    group.noun = &noun;
    group.last = noun.last;
    const std::uint32_t end = reading.sentence_end(noun.first);
    while (group.last < end && reading.word(group.last).pause == Pause::nothing && !reading.in_place(group.last)) {
        const Found* more = reading.find(group.last, Class::people);
        // "قتل مسلح عاملاً", "قتل مسلحان تاجرين": one is the subject, the other the object.
        const bool sound_plural = reading.word(noun.last - 1).normal.ends_with("ين");  // "أربعة شرطيين شاباً"
        const bool of_doers = noun.is(Prop::attacker) && (reading.word(noun.last - 1).normal.ends_with("ان") || reading.word(noun.last - 1).normal.ends_with("ون"));
        const bool other_case = (reading.text(reading.tokens(group.last, group.last + 1)).ends_with("اً") && !reading.word(noun.last - 1).normal.ends_with("ا")) ||
                                (of_doers && reading.word(group.last).normal.ends_with("ين"));
        if (more == nullptr || (other_case && (!group.number_written || sound_plural)) || !more->clitics.empty() || more->entry->side != Side::civilians || more->shape.plural != noun.shape.plural ||
            more->definite != noun.definite || more->shape.pronoun) {
            break;
        }
        group.last = more->last;
    }
    group.definite = noun.definite || noun.shape.pronoun;
    group.feminine = noun.shape.feminine;
    group.state = state_of(noun);
    // "43 مقاتلاً جريحاً"
    const bool listed = reading.word(group.first).normal.starts_with("و");  // "ضابط وثلاثة جنود قتلى"
    const Found* state = group.number_written && !listed && group.state == State::none && group.last < end && reading.word(group.last).pause == Pause::nothing
                             ? reading.find(group.last, Class::people) : nullptr;
    if (state != nullptr && (state->is(Prop::dead) || state->is(Prop::hurt)) && !state->is(Prop::vague) && !state->definite && state->clitics.empty() && !state->shape.pronoun) {
        group.state = state_of(*state);
        group.last = state->last;
    }
}

// "ثلاثاً من الغنم", "أربعاً من المدارس": behind من at `i`. Of people the number alone is written so only before a word for women.
bool counts_things_behind(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 12> herds{"غنم", "الغنم", "اغنام", "الاغنام", "ابل", "الابل",
                                                     "ماشيه", "الماشيه", "خراف", "الخراف", "ماعز", "الماعز"};
    constexpr std::array<std::string_view, 7> written{"ثلاثا", "اربعا", "خمسا", "ستا", "سبعا", "ثمانيا", "تسعا"};
    if (i + 1 >= reading.sentence_end(i)) {
        return false;
    }
    const Found* people = reading.find(i + 1, Class::people);
    const bool person = people != nullptr && people->entry->side != Side::thing;
    std::string_view number = reading.word(i - 1).normal;
    number.remove_prefix(number.starts_with("و") ? std::string_view("و").size() : 0);
    return !person && (is_one_of(herds, reading.word(i + 1).normal) || reading.has(i + 1, Class::unit) || is_one_of(written, number));
}

// The noun that a number counts, right behind it or behind من; false when the number counts something else.
bool read_counted_noun(const Reading& reading, Group& group)
{
    std::uint32_t i = group.last;
    const std::uint32_t end = reading.sentence_end(group.first);
    if (i >= end || reading.word(i).pause != Pause::nothing) {
        return true;
    }
    if (reading.has(i, Class::unit) && !reading.has(i, Class::people)) {
        return false;
    }
    const auto normal = reading.word(i).normal;
    if (normal == "من") {
        if (counts_things_behind(reading, i)) {
            return false;
        }
        ++i;
    } else if (normal == "منهم" || normal == "منهن" || normal == "منها" || normal == "منهما") {
        group.of_them = true;
        group.last = i + 1;
        return true;
    }
    if (const Found* noun = reading.find(i, Class::people); noun != nullptr && noun->clitics.empty()) {
        if (noun->entry->side == Side::thing && normal != "من") {
            return false;
        }
        take_noun(reading, *noun, group);
    }
    return true;
}

// "أصابوا ثالثاً", "إصابة رابع": one more than those told before.
bool is_next_person(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 8> ordinals{"ثالث", "ثالثا", "رابع", "رابعا", "خامس", "خامسا", "سادس", "سادسا"};
    return i > reading.sentence_begin(i) && reading.has(i - 1, Class::act) && is_one_of(ordinals, reading.word(i).normal);
}

// "حارس سادس", "جريح ثالث": one more than those told before.
void take_ordinal(const Reading& reading, Group& group)
{
    constexpr std::int64_t third = 3;  // "ملازم ثان" is a rank
    const bool one = !group.definite && group.count == 1 && group.last < reading.sentence_end(group.first) && reading.word(group.last).pause == Pause::nothing;
    const auto ordinal = one && !reading.in_date(group.last) ? reading.ordinal(group.last) : std::nullopt;
    if (ordinal && *ordinal >= third && !reading.word(group.last).normal.starts_with("ال")) {
        group.others = true;
        ++group.last;
    }
}

// "قُتل مزارع وابنه": behind such a verb a word that is a place elsewhere is a person.
bool is_killed_or_hurt(const Reading& reading, const Found& noun)
{
    const std::uint32_t i = noun.first;
    const Found* act = i > reading.sentence_begin(i) && reading.word(i).pause == Pause::nothing ? reading.find(i - 1, Class::act) : nullptr;
    const bool person = noun.entry->side == Side::civilians && noun.clitics.empty() && !noun.definite;
    return person && act != nullptr && (act->is(Prop::killed) || act->is(Prop::injured));
}

// "أسرة كاملة، أب وأم وأربعة أطفال": those who are told one by one behind a comma.
std::optional<Group> members_behind(const Reading& reading, const Group& family, std::uint32_t end)
{
    std::uint32_t at = family.last;
    if (at < end && reading.word(at).pause == Pause::nothing) {
        ++at;
    }
    if (at >= end || reading.word(at).pause != Pause::comma) {
        return std::nullopt;
    }
    const auto members = group_at(reading, at);
    const bool listed = members && members->counted && !members->number_written && members->noun != nullptr && members->marked_last > members->noun->last;
    return listed ? members : std::nullopt;
}

// "عائلة من خمسة أفراد", "أسرة مؤلفة من ستة": as many as it has; without a number nobody knows how many of it.
void count_family(const Reading& reading, Group& group)
{
    constexpr std::array<std::string_view, 4> families{"عايله", "اسره", "عايلته", "اسرته"};
    if (group.noun == nullptr || group.number_written || !is_one_of(families, reading.word(group.noun->last - 1).normal)) {
        return;
    }
    const std::uint32_t end = reading.sentence_end(group.first);
    std::uint32_t at = group.last;
    constexpr std::array<std::string_view, 4> made_of{"مولفه", "مكونه", "تتالف", "باكملها"};
    if (at < end && is_one_of(made_of, reading.word(at).normal)) {
        ++at;
    }
    const auto number = at + 1 < end && reading.word(at).normal == "من" ? reading.number(at + 1) : std::nullopt;
    group.counted = number && !number->vague;
    group.vague = !group.counted;
    if (group.counted) {
        group.count = number->value;
        group.last = group.marked_last = number->last;
    }
    if (const auto members = group.vague ? members_behind(reading, group, end) : std::nullopt) {
        group.count = members->count;
        group.counted = true;
        group.vague = false;
        group.last = group.marked_last = members->marked_last;
    }
}

// "أربعة بين جندي وشرطي", "سبعة أحدهم سوري وست نساء": what the number is made of.
bool opens_composition(std::string_view word)
{
    constexpr std::array<std::string_view, 13> composition{"بين", "احدهم", "احدهما", "احداهن", "احداهما", "كلهم", "جميعهم",
                                                           "نصفهم", "اكثرهم", "جلهم", "ثلثهم", "فيهم", "فيهن"};
    return is_one_of(composition, word);
}

// "آخر تجمعات الإرهابيين", "آخر معاقلهم": the last of things, no other person.
bool is_last_of(const Reading& reading, std::uint32_t i)
{
    if (reading.word(i).normal != "اخر" || i + 1 >= reading.sentence_end(i) || reading.word(i + 1).pause != Pause::nothing) {
        return false;
    }
    const Found* next = reading.find(i + 1, Class::people);
    return reading.word(i + 1).normal.ends_with("ات") || (next != nullptr && next->clitics.empty() && (next->shape.plural || next->entry->side == Side::thing));
}

}  // namespace

bool ends_phrase(const Reading& reading, std::uint32_t i)
{
    if (reading.word(i).pause != Pause::nothing || reading.in_date(i) || reading.has(i, Class::act) || reading.has(i, Class::reports) ||
        reading.has(i, Class::among) || reading.has(i, Class::according) || reading.has(i, Class::that) || reading.has(i, Class::by_hand_of)) {
        return true;
    }
    const auto normal = reading.word(i).normal;
    return normal == "في" || normal == "على" || normal == "عن" || normal == "الي" || normal == "قرب" || normal == "اثناء" || normal == "عندما" ||
           normal == "حين" || normal == "خلال" || normal == "بعد" || normal == "قبل" || normal == "اثر" || normal == "الذي" || normal == "التي" ||
           normal == "الذين" || normal == "كانوا" || normal == "كان" || normal == "لدي" || opens_composition(normal);
}

bool begins_with_and(const Reading& reading, const Group& group)
{
    const std::string_view word = reading.word(group.first).normal;
    const bool number = group.number_written && word.starts_with("و") && !word.starts_with("واحد");
    return number || reading.word(group.first).detached.starts_with("و") || (group.noun != nullptr && group.noun->first == group.first && group.noun->has_clitic("و"));
}

std::optional<Group> simple_group_at(const Reading& reading, std::uint32_t i)
{
    if (i >= reading.size() || reading.in_date(i)) {
        return std::nullopt;
    }
    const Amount amount = amount_at(reading, i);
    Group group;
    group.first = i;
    group.last = amount.last;
    if (amount.last > amount.first) {
        group.marked_first = amount.first;
        group.marked_last = amount.last;
        group.count = amount.count;
        group.high = std::max(amount.high, amount.count);
        group.counted = amount.counted;
        group.number_written = true;
        group.vague = amount.vague;
        group.at_least = amount.at_least;
        if (!read_counted_noun(reading, group) || (amount.one_of && group.noun == nullptr && group.last == amount.last && reading.word(i).normal != "احدهم" &&
                                                   (group.last >= reading.sentence_end(i) || ends_phrase(reading, group.last)))) {
            return std::nullopt;
        }
    } else if (is_next_person(reading, i)) {
        group.last = group.marked_last = i + 1;
        group.marked_first = i;
        group.others = group.counted = true;
        group.count = 1;
    } else if (const Found* other = reading.find(i, Class::other_people); other != nullptr && !is_last_of(reading, i)) {
        const auto normal = reading.word(i).normal;
        group.last = i + 1;
        group.marked_first = i;
        group.marked_last = i + 1;
        group.others = true;
        group.counted = normal.ends_with("اخر") || normal.ends_with("اخري") || normal.ends_with("اخران");
        group.count = normal.ends_with("ان") ? 2 : 1;
        group.vague = !group.counted;
    } else if (const Found* noun = reading.find(i, Class::people); noun != nullptr && (!reading.in_place(i) || is_killed_or_hurt(reading, *noun))) {
        noun = one_if_listed(reading, *noun);
        take_noun(reading, *noun, group);
        count_by_shape(reading, *noun, group);
        take_ordinal(reading, group);
    } else {
        return std::nullopt;
    }
    read_after(reading, group);
    count_family(reading, group);
    const Found* both = reading.find(amount.last, Class::combined);
    if (both == nullptr && group.last < reading.sentence_end(i)) {
        both = reading.find(group.last, Class::combined);  // "ثلاثة عشر شخصاً بين قتيل وجريح"
    }
    if (both != nullptr && (group.number_written || reading.word(amount.last).normal == "بين")) {
        group.combined = true;
        group.last = std::max(group.last, both->last);
    }
    return group;
}

}  // namespace sitrep::understand::arabic
