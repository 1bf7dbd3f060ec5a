#include "understand/arabic/names.hpp"

#include "text/clitics.hpp"
#include "text/normalise.hpp"
#include "text/word_table.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::understand::arabic {
namespace {

struct NameForm {
    const RegisteredActor* actor = nullptr;
    std::vector<std::string> tail;
};

using NameTable = text::WordTable<std::vector<NameForm>>;

void add_name(NameTable& table, std::string_view name, const RegisteredActor& actor)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text::normalise(name) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            const bool mark = word == "(" || word == ")" || word == "-";
            if (!mark) {
                words.push_back(std::exchange(word, {}));
            }
            word.clear();
        }
    }
    if (words.empty()) {
        return;
    }
    NameForm form{&actor, {words.begin() + 1, words.end()}};
    auto& forms = table.put(words.front());
    const auto longer = [](const NameForm& a, const NameForm& b) { return a.tail.size() > b.tail.size(); };
    forms.insert(std::upper_bound(forms.begin(), forms.end(), form, longer), std::move(form));
}

// "روسي" also stands as روسية, روسيان, روسيتين, روسيون, of a pair or of many.
void add_nationality(NameTable& table, std::string_view masculine, const RegisteredActor& actor)
{
    constexpr std::string_view nisba = "ي";
    add_name(table, masculine, actor);
    if (!masculine.ends_with(nisba)) {
        return;
    }
    for (const std::string_view ending : {"ة", "ان", "ين", "تان", "تين", "ون"}) {
        add_name(table, std::string(masculine) + std::string(ending), actor);
    }
}

const NameTable& names()
{
    static const NameTable table = [] {
        NameTable built;
        for (const RegisteredActor& actor : actor_register()) {
            for (const std::string_view name : actor.arabic) {
                actor.adjective ? add_nationality(built, name, actor) : add_name(built, name, actor);
            }
        }
        return built;
    }();
    return table;
}

bool tail_follows(const Reading& reading, std::uint32_t i, const NameForm& form)
{
    if (i + form.tail.size() >= reading.sentence_end(i)) {
        return form.tail.empty();
    }
    for (std::size_t k = 0; k < form.tail.size(); ++k) {
        const Word& word = reading.word(i + 1 + static_cast<std::uint32_t>(k));
        if (word.normal != form.tail[k] || word.pause == Pause::stop) {
            return false;
        }
    }
    return true;
}

bool is_any(const Entry& entry, std::initializer_list<Prop> props)
{
    return std::any_of(props.begin(), props.end(), [&](Prop prop) { return entry.is(prop); });
}

// "مقتل مصري", "اختطاف فرنسي": behind a deed that is done to somebody, whom it was done to.
bool is_deed_of_its_doer(const Entry& act)
{
    return !is_any(act, {Prop::killed, Prop::injured, Prop::abducted, Prop::arrested, Prop::victims, Prop::corpse, Prop::body});
}

// "قنبلة هندية الصنع", "بنادق تركية": where a weapon was made is not who used it; a missile is its army's own.
bool is_weapon_of_its_user(const Reading& reading, std::uint32_t i, const Entry& weapon)
{
    const bool made_there = i + 1 < reading.sentence_end(i) && reading.is_word(i + 1, "صنع");
    return !made_there && weapon.weapon_class != WeaponClass::firearm && weapon.weapon_class != WeaponClass::explosive;
}

// "جنود أتراك يطلقون", "برصاص جنود إسرائيليين", "أطلق جنود إسرائيليون النار"; those of "مقتل جنود روس" are the victims.
bool soldiers_act(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 4> opens_fire{"اطلق", "اطلقت", "فتح", "فتحت"}, struck{"استهدف", "استهدفت", "هوجم", "هوجمت"};
    const Found* people = reading.find(i - 1, Class::people);
    if (people == nullptr || people->last != i || people->entry->side != Side::state_force || people->entry->target_class != TargetClass::military) {
        return false;
    }
    const std::uint32_t begin = reading.sentence_begin(i), first = people->first;
    if (first == begin || reading.has(first - 1, Class::weapon) || reading.has(first - 1, Class::fire) || reading.is_word_any(first - 1, opens_fire)) {
        return true;
    }
    // "هاجم جنود أتراك قرية"; "هاجم جنودا إسرائيليين" tells whom
    const Found* before = reading.find(first - 1, Class::act);
    const bool attacks = before != nullptr && before->verb && before->last == first && is_deed_of_its_doer(*before->entry) && !before->is(Prop::passive_only) &&
                         !before->is(Prop::intransitive) && reading.voice(*before) != Voice::passive && !reading.is_word_any(first - 1, struck);
    if (attacks && people->clitics.empty() && !reading.word(i).normal.ends_with("ين") && !reading.word(i - 1).normal.ends_with("ا")) {
        return true;
    }
    const bool by_their_hand = reading.has(first - 1, Class::by_hand_of) || (first >= begin + 2 && reading.has(first - 2, Class::by_hand_of));
    const Found* act = i + 1 < reading.sentence_end(i) ? reading.find(i + 1, Class::act) : nullptr;
    const bool verb = act != nullptr && act->verb && !act->has_clitic("ب") && !act->has_clitic("ل");
    const bool acts = verb && !act->is(Prop::intransitive) && !act->is(Prop::passive_only) && reading.voice(*act) != Voice::passive;
    return by_their_hand || (acts && reading.word(i + 1).pause == Pause::nothing);
}

bool adjective_stands(const Reading& reading, std::uint32_t i)
{
    if (i == reading.sentence_begin(i)) {
        return false;
    }
    const auto ending_here = [&](Class cls) -> const Found* {
        for (std::uint32_t back = 1; back <= 3 && i >= reading.sentence_begin(i) + back; ++back) {
            const Found* found = reading.find(i - back, cls);
            if (found != nullptr && found->last == i) {
                return found;
            }
        }
        return nullptr;
    };
    constexpr std::array<std::string_view, 16> aircraft{"طائرتان", "طائرتين", "طايرتان", "طايرتين", "مقاتلتان", "مقاتلتين", "مقاتلات",
                                                        "مروحيتان", "مروحيتين", "قاذفه",
                                                        "قاذفات", "قاذفتان", "قاذفتين", "حربيه", "حربيتان", "حربيتين"};
    const Found* act = ending_here(Class::act);
    const Found* weapon = ending_here(Class::weapon);
    if (weapon != nullptr && !is_weapon_of_its_user(reading, i, *weapon->entry)) {
        return false;
    }
    const bool deed = act != nullptr && is_deed_of_its_doer(*act->entry);
    return deed || weapon != nullptr || ending_here(Class::air) != nullptr || reading.is_word_any(i - 1, aircraft) || soldiers_act(reading, i);
}

// الشباب are young people too: the group only in a report about Somalia or one that says "حركة الشباب".
bool is_other_sense(const Reading& reading, std::uint32_t i, const NameForm& form)
{
    if (form.actor->name != "al-Shabaab" || !form.tail.empty()) {
        return false;
    }
    const auto& places = reading.context().places;
    const bool somalia = std::any_of(places.begin(), places.end(), [](const ContextPlace& place) { return place.mention->place.country == "SO"; });
    return !somalia && (i == 0 || !reading.is_word(i - 1, "حركة"));
}

}  // namespace

std::optional<FoundName> name_at(const Reading& reading, std::uint32_t i, bool in_places)
{
    if (i >= reading.size() || (!in_places && reading.in_place(i))) {
        return std::nullopt;
    }
    const Word& word = reading.word(i);
    std::optional<FoundName> best;
    for (const auto& split : text::clitic_splits(word.normal)) {
        const auto take = [&](std::string_view key) {
            const auto found = names().find(key);
            if (found == nullptr) {
                return;
            }
            for (const NameForm& form : *found) {
                const auto last = i + 1 + static_cast<std::uint32_t>(form.tail.size());
                if ((best && best->last >= last) || !tail_follows(reading, i, form) || is_other_sense(reading, i, form) ||
                    (form.actor->adjective && !adjective_stands(reading, i))) {
                    continue;
                }
                constexpr std::size_t letter_bytes = 2;
                best = FoundName{i, last, form.actor, split.letters == 0 ? word.detached : word.normal.substr(0, split.letters * letter_bytes)};
            }
        };
        take(split.rest);
        if (split.article && split.rest == split.bare) {
            take("ال" + std::string(split.bare));  // للتحالف: the article lost its alif
        }
    }
    return best;
}

}  // namespace sitrep::understand::arabic
