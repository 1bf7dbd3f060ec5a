#include "understand/arabic/lexicon.hpp"

#include "text/normalise.hpp"
#include "understand/arabic/inflect.hpp"
#include "understand/names/register.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

extern "C" const char sitrep_lexicon_arabic_acts[];
extern "C" const char sitrep_lexicon_arabic_acts_end[];
extern "C" const char sitrep_lexicon_arabic_people[];
extern "C" const char sitrep_lexicon_arabic_people_end[];
extern "C" const char sitrep_lexicon_arabic_weapons[];
extern "C" const char sitrep_lexicon_arabic_weapons_end[];
extern "C" const char sitrep_lexicon_arabic_words[];
extern "C" const char sitrep_lexicon_arabic_words_end[];

namespace sitrep::understand::arabic {
namespace {

constexpr std::array<std::pair<std::string_view, Class>, 76> class_names{{
    {"fire", Class::fire}, {"missile", Class::missile}, {"thrown", Class::thrown}, {"air", Class::air}, {"exchange", Class::exchange},
    {"corpse", Class::corpse}, {"death_word", Class::death_word}, {"cell", Class::cell}, {"aircraft", Class::aircraft},
    {"checkpoint", Class::checkpoint}, {"on", Class::on}, {"on_members", Class::on_members}, {"never", Class::never},
    {"count_fell", Class::count_fell}, {"lost_life", Class::lost_life}, {"lost", Class::lost}, {"rises", Class::rises}, {"figure", Class::figure},
    {"to", Class::to}, {"at_least", Class::at_least}, {"about", Class::about}, {"one_of", Class::one_of}, {"himself", Class::himself}, {"both", Class::both}, {"several", Class::several},
    {"among", Class::among}, {"other_people", Class::other_people}, {"combined", Class::combined}, {"no_harm", Class::no_harm},
    {"by_hand_of", Class::by_hand_of}, {"unit", Class::unit}, {"reports", Class::reports}, {"according", Class::according},
    {"source_noun", Class::source_noun}, {"claims", Class::claims}, {"unclaimed", Class::unclaimed}, {"denies", Class::denies},
    {"blames", Class::blames}, {"background", Class::background}, {"new_incident", Class::new_incident}, {"same_day", Class::same_day},
    {"another", Class::another}, {"suspected", Class::suspected}, {"negation", Class::negation}, {"plan", Class::plan}, {"threat", Class::threat},
    {"foiled", Class::foiled}, {"condemned", Class::condemned}, {"court", Class::court}, {"sport", Class::sport}, {"drill", Class::drill},
    {"fiction", Class::fiction}, {"accident", Class::accident}, {"hardship", Class::hardship}, {"tally_verb", Class::tally_verb}, {"tally_unit", Class::tally_unit},
    {"since", Class::since}, {"total", Class::total}, {"calls", Class::calls}, {"its_part", Class::its_part}, {"turns", Class::turns}, {"vehicle", Class::vehicle}, {"under_way", Class::under_way},
    {"tries", Class::tries}, {"resumes", Class::resumes}, {"comes", Class::comes}, {"after", Class::after},
    {"vague_time", Class::vague_time}, {"device", Class::device}, {"habit", Class::habit}, {"opinion", Class::opinion},
    {"kunya", Class::kunya}, {"called", Class::called},
    {"title", Class::title}, {"relative_there", Class::relative_there}, {"that", Class::that},
}};

constexpr std::array<std::pair<std::string_view, Prop>, 34> prop_names{{
    {"generic", Prop::generic}, {"attack", Prop::attack}, {"killed", Prop::killed}, {"injured", Prop::injured}, {"abducted", Prop::abducted},
    {"arrested", Prop::arrested}, {"intransitive", Prop::intransitive}, {"death", Prop::death}, {"passive_only", Prop::passive_only},
    {"refers", Prop::refers}, {"light", Prop::light}, {"victims", Prop::victims}, {"attempt", Prop::attempt}, {"gun", Prop::gun},
    {"raid", Prop::raid}, {"body", Prop::body}, {"hurt_act", Prop::hurt_act}, {"fire_act", Prop::fire_act}, {"person_next", Prop::person_next},
    {"transitive", Prop::transitive}, {"member", Prop::member}, {"dead", Prop::dead}, {"hurt", Prop::hurt}, {"taken", Prop::taken},
    {"held", Prop::held}, {"attacker", Prop::attacker}, {"corpse", Prop::corpse}, {"vague", Prop::vague}, {"kin", Prop::kin}, {"one", Prop::one}, {"two", Prop::two},
    {"suicide", Prop::suicide}, {"mine", Prop::mine}, {"carrier", Prop::carrier},
}};

[[noreturn]] void bad_list(std::string_view what)
{
    throw std::logic_error("Arabic word list: unknown " + std::string(what));
}

Class class_from(std::string_view name)
{
    for (const auto& [known, cls] : class_names) {
        if (known == name) {
            return cls;
        }
    }
    bad_list(name);
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

void read_props(std::string_view words, Entry& entry)
{
    for (const auto word : split(words, ' ')) {
        if (word.empty()) {
            continue;
        }
        if (word.starts_with("needs=")) {
            entry.needs = class_from(word.substr(6));
            continue;
        }
        const auto known = std::find_if(prop_names.begin(), prop_names.end(), [&](const auto& name) { return name.first == word; });
        if (known == prop_names.end()) {
            bad_list(word);
        }
        entry.props |= std::uint64_t{1} << static_cast<unsigned>(known->second);
    }
}

void read_columns(const std::vector<std::string_view>& columns, Class cls, Entry& entry)
{
    const auto column = [&](std::size_t i) { return i < columns.size() ? columns[i] : std::string_view(); };
    entry.cls = cls;
    if (cls == Class::act) {
        entry.kind = incident_kind_from(column(1)).value();
        entry.strength = column(2) == "certain" ? Strength::certain : column(2) == "weak" ? Strength::weak : Strength::plain;
    } else if (cls == Class::people) {
        entry.side = side_from(column(1)).value();
        entry.target_class = target_class_from(column(2));
    } else if (cls == Class::weapon) {
        entry.weapon_class = weapon_class_from(column(1)).value();
        entry.weapon_kind = incident_kind_from(column(2));
    }
    read_props(column(3), entry);
}

}  // namespace

Lexicon::Lexicon()
{
    read({sitrep_lexicon_arabic_acts, sitrep_lexicon_arabic_acts_end}, Class::act);
    read({sitrep_lexicon_arabic_people, sitrep_lexicon_arabic_people_end}, Class::people);
    read({sitrep_lexicon_arabic_weapons, sitrep_lexicon_arabic_weapons_end}, Class::weapon);
    read({sitrep_lexicon_arabic_words, sitrep_lexicon_arabic_words_end}, Class::never);
}

const Lexicon& Lexicon::embedded()
{
    static const Lexicon lexicon;
    return lexicon;
}

const std::vector<Form>& Lexicon::find(std::string_view normal) const
{
    static const std::vector<Form> nothing;
    const auto* forms = forms_.find(normal);
    return forms == nullptr ? nothing : *forms;
}

void Lexicon::read(std::string_view file, Class cls)
{
    for (const auto line : split(file, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto columns = split(line, '\t');
        entries_.push_back(std::make_unique<Entry>());
        Entry& entry = *entries_.back();
        if (cls == Class::never) {  // a file of many classes: the class stands in the first column
            entry.cls = class_from(columns.front());
            add_forms(columns.at(1), &entry);
        } else {
            read_columns(columns, cls, entry);
            add_forms(columns.front(), &entry);
        }
    }
}

void Lexicon::add_forms(std::string_view forms, const Entry* entry)
{
    for (const auto form : split(forms, '|')) {
        if (form.starts_with("=")) {
            Shape shape;
            shape.plural = entry->cls == Class::people && !entry->is(Prop::one) && !entry->is(Prop::two);
            shape.dual = entry->is(Prop::two);
            add(form.substr(1), entry, shape);
            continue;
        }
        const auto parts = split(form.substr(2), '/');
        const std::string head = text::normalise(parts.front());
        const std::string other = parts.size() < 2 ? std::string() : parts[1] == "*" || parts[1] == "-" ? std::string(parts[1]) : text::normalise(parts[1]);
        const bool verb = form.starts_with("v:");
        if (!verb && !form.starts_with("n:") && !form.starts_with("p:") && !form.starts_with("f:")) {
            bad_list(form);
        }
        for (auto& inflected : verb ? inflect_verb(head, other) : inflect_noun(head, other, entry->cls == Class::people)) {
            inflected.shape.feminine = inflected.shape.feminine || form.starts_with("f:");
            insert(inflected.word, {entry, inflected.shape, {}, verb});
        }
    }
}

void Lexicon::add(std::string_view phrase, const Entry* entry, Shape shape)
{
    const std::string normal = text::normalise(phrase);
    const auto words = split(normal, ' ');
    Form form{entry, shape, {}, false};
    form.tail.assign(words.begin() + 1, words.end());
    insert(words.front(), std::move(form));
}

// Longest phrases first, equal ones in the order of the lists.
void Lexicon::insert(std::string_view word, Form form)
{
    auto& forms = forms_.put(word);
    const auto longer = [](const Form& a, const Form& b) { return a.tail.size() > b.tail.size(); };
    forms.insert(std::upper_bound(forms.begin(), forms.end(), form, longer), std::move(form));
}

}  // namespace sitrep::understand::arabic
