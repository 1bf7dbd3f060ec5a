#include "place/telling.hpp"

#include "text/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace sitrep::place {
namespace {

template <std::size_t count>
bool is_any_of(std::string_view word, const std::array<std::string_view, count>& words)
{
    return std::ranges::find(words, word) != words.end();
}

const Atom* after(const std::vector<Atom>& atoms, const Spot& spot, std::size_t step = 0)
{
    const auto at = spot.last + step;
    return at < atoms.size() && atoms[at].sentence == atoms[spot.first].sentence ? &atoms[at] : nullptr;
}

bool is_direction_or_near(const Atom& atom) { return atom.cue == Cue::near || atom.cue == Cue::direction; }

/// Nouns for what has a name and lies somewhere.
bool is_noun_for_a_place(const Atom& atom)
{
    constexpr std::array<std::string_view, 7> others{"stronghold", "bastion", "outpost", "post", "enclave", "position", "suburb"};
    return atom.cue == Cue::settlement || atom.cue == Cue::site || atom.cue == Cue::quarter || atom.cue == Cue::district || is_any_of(atom.normal, others);
}

/// A noun ends its phrase where no further noun stands behind it: "a village in", "a base, which"; but "a town councillor", "a camp commander".
bool ends_phrase(const Atom* next)
{
    constexpr std::array<std::string_view, 18> words{"and", "or",   "with", "after", "before",    "when",  "while", "where", "by",
                                                     "last", "early", "late", "yesterday", "again", "for",   "as",    "that",  "which"};
    if (next == nullptr || !next->word || next->number) return true;
    return next->cue == Cue::in || next->cue == Cue::of || is_direction_or_near(*next) || is_any_of(next->normal, words);
}

/// "an Islamic State base in": the noun that the words behind the comma come to, before "of", "in" and the like.
bool is_called_a_place(const std::vector<Atom>& atoms, const Spot& spot, std::size_t looked_at_max)
{
    for (std::size_t step = 1; step <= looked_at_max; ++step) {
        const auto* atom = after(atoms, spot, step);
        if (atom == nullptr || !atom->word || atom->cue == Cue::of || atom->cue == Cue::in || atom->cue == Cue::person) return false;
        if (is_noun_for_a_place(*atom) && ends_phrase(after(atoms, spot, step + 1))) return true;
    }
    return false;
}

/// ", in the north of Hama", ", near Palmyra": `step` is where the words begin that tell where it lies.
bool is_located(const std::vector<Atom>& atoms, const Spot& spot, std::size_t step, std::size_t looked_at_max)
{
    const auto* opening = after(atoms, spot, step);
    if (opening == nullptr || !(is_direction_or_near(*opening) || opening->normal == "in")) return false;
    constexpr std::size_t bare_words_max = 4;
    bool lies = false;  // a word for where things lie stands before the name
    for (auto at = step; at <= looked_at_max; ++at) {
        const auto* atom = after(atoms, spot, at);
        if (atom == nullptr || !atom->word) return false;
        if (atom->capital) return at <= bare_words_max || lies;
        lies = lies || is_direction_or_near(*atom) || is_noun_for_a_place(*atom) || atom->cue == Cue::mountain || atom->cue == Cue::unit_of_length;
    }
    return false;
}

bool is_noun_of_acts(std::string_view word)
{
    // No "attack" and "strike": those are on people and firms as well ("the strike on its founder in Beirut").
    constexpr std::array<std::string_view, 9> nouns{"raid", "raids", "assault", "assaults", "offensive", "offensives", "bombardment", "incursion", "shelling"};
    return is_any_of(word, nouns);
}

/// "Imam Yusuf", "Senator Bello": somebody with a title.
bool names_somebody(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::array<std::string_view, 14> titles{"imam", "sheikh", "mullah", "bishop", "father", "senator", "governor", "mayor", "judge", "pastor", "reverend", "doctor", "emir", "abu"};
    return std::any_of(atoms.begin() + static_cast<std::ptrdiff_t>(spot.first), atoms.begin() + static_cast<std::ptrdiff_t>(spot.last),
                       [&](const Atom& atom) { return atom.cue == Cue::person || is_any_of(atom.normal, titles); });
}

/// "on Kerem", "against Kerem" behind "raid", "assault", and verbs of what is done to towns. People and groups are attacked too, so the words behind must not
/// go on with a noun ("attacks on Fulani herders"), and for most verbs they must say where it lies.
bool is_acted_on(const std::vector<Atom>& atoms, const Spot& spot, const Atom& prior)
{
    constexpr std::array<std::string_view, 3> against{"on", "against", "upon"};
    constexpr std::array<std::string_view, 7> of_towns{"retook", "recaptured", "besieged", "torched", "swept", "combed", "pounded"};
    constexpr std::array<std::string_view, 15> of_many{"bombed", "looted", "pillaged",
                                                       "attacked", "struck", "hit", "seized", "took", "searched", "burned", "cleared", "attack", "occupied", "seize", "capture"};
    constexpr std::size_t looked_at_max = 4;
    if (!ends_phrase(after(atoms, spot)) || names_somebody(atoms, spot)) return false;
    if (is_any_of(prior.normal, of_towns) || prior.normal == "into") return true;
    const bool at_once = is_any_of(prior.normal, against) && spot.first >= 2 && is_noun_of_acts(atoms[spot.first - 2].normal);
    return at_once || (is_any_of(prior.normal, of_many) && is_located(atoms, spot, 0, looked_at_max));
}

/// "Timba (Buenos Aires municipality, Cauca): …", "FLASH Timba (…): …": the head of an item, with what holds it in brackets.
bool heads_item(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::size_t inside_max = 10;
    const auto& first = atoms[spot.first];
    const bool called = spot.first > 0 && atoms[spot.first - 1].sentence == first.sentence && is_call(atoms[spot.first - 1]);
    const auto* bracket = after(atoms, spot);
    if (!(first.first || called) || bracket == nullptr || bracket->normal != "(") return false;
    bool holds = false;
    for (std::size_t step = 1; step <= inside_max; ++step) {
        const auto* atom = after(atoms, spot, step);
        if (atom == nullptr) return false;
        const auto* colon = after(atoms, spot, step + 1);
        if (atom->normal == ")") return holds && colon != nullptr && colon->normal == ":";
        holds = holds || atom->comma || atom->cue == Cue::district || atom->cue == Cue::governorate;
    }
    return false;
}

}  // namespace

bool is_told(const std::vector<Atom>& atoms, const Spot& spot)
{
    if (spot.first == 0) return false;
    const auto& prior = atoms[spot.first - 1];
    if (prior.sentence != atoms[spot.first].sentence || !prior.word) return false;
    constexpr std::array<std::string_view, 11> telling{"in", "at", "around", "entered", "reached", "raided", "stormed", "captured", "shelled", "bombarded", "overran"};
    if (prior.cue == Cue::near || prior.cue == Cue::between || is_any_of(prior.normal, telling)) return true;
    if (is_acted_on(atoms, spot, prior) || opens_name_of_site(prior)) return true;
    if (prior.cue != Cue::of || spot.first < 2) return false;
    if (atoms[spot.first - 2].capital && atoms[spot.first - 2].normal == "department") return false;  // of Agriculture
    const auto noun = atoms[spot.first - 2].cue;
    return noun == Cue::settlement || noun == Cue::district || noun == Cue::governorate || noun == Cue::quarter || noun == Cue::countryside || noun == Cue::direction || noun == Cue::area;
}

bool is_explained(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* comma = after(atoms, spot);
    if (heads_item(atoms, spot)) return true;
    if (comma == nullptr || !comma->comma || comma->normal == "(") return false;
    constexpr std::size_t looked_at_max = 7;
    if (names_somebody(atoms, spot) || text::links_sentences(atoms[spot.first].normal)) return false;  // "Elsewhere, 9 gunmen stormed a market in Tarmiyah"
    return is_located(atoms, spot, 1, looked_at_max) || is_called_a_place(atoms, spot, looked_at_max);
}

bool is_call(const Atom& atom)
{
    constexpr std::array<std::string_view, 4> calls{"flash", "urgent", "breaking", "update"};
    return atom.all_caps && is_any_of(atom.normal, calls);
}

bool opens_name_of_site(const Atom& atom)
{
    constexpr std::array<std::string_view, 9> sites{"camp", "port", "fort", "hotel", "lodge", "island", "lake", "mount", "hospital"};
    return atom.capital && !atom.all_caps && is_any_of(atom.normal, sites);
}

}  // namespace sitrep::place
