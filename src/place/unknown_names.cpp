#include "place/unknown_names.hpp"

#include "place/name_words.hpp"

#include "place/keys.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sitrep::place {
namespace {

constexpr std::size_t unknown_atoms_max = 4;

/// End of the run of capitals that begins at `i`: "Ban Kue Da", "Gouz Al-Naqa"; articles inside, never at the end.
std::size_t capital_run(const std::vector<Atom>& atoms, std::size_t i)
{
    std::size_t last = i;
    for (auto at = i; at < i + unknown_atoms_max && same_run(atoms, i, at); ++at) {
        const auto& atom = atoms[at];
        const bool named = atom.cue == Cue::none || atom.cue == Cue::person || atom.cue == Cue::mountain || atom.cue == Cue::water;
        if (!(atom.capital && named && atom.demonym.empty()) && !is_article(atom.normal)) break;
        if (at > i && !atom.joined && atoms[at - 1].joined && is_article(atoms[at - 1].normal)) break;
        last = at + 1;
    }
    while (last > i && (is_article(atoms[last - 1].normal) || !atoms[last - 1].capital)) --last;
    return last;
}

bool names_after(Cue cue, bool capital)
{
    switch (cue) {
    case Cue::district:
    case Cue::governorate:
    case Cue::quarter:
    case Cue::water:
    case Cue::mountain:
    case Cue::desert:
    case Cue::settlement: return true;
    case Cue::site:
    case Cue::road:
    case Cue::area: return true;
    default: return capital && cue == Cue::countryside;
    }
}

/// What stands before the name: "village of", "near", or a bare "in", "at".
bool is_told(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* prior = before(atoms, spot.first);
    if (prior == nullptr || !prior->word) return false;
    constexpr std::array<std::string_view, 11> telling{"in", "at", "around", "entered", "reached", "raided", "stormed", "captured", "shelled", "bombarded", "overran"};
    if (prior->cue == Cue::near || prior->cue == Cue::between || std::find(telling.begin(), telling.end(), prior->normal) != telling.end()) return true;
    if (prior->cue != Cue::of || spot.first < 2) return false;
    if (atoms[spot.first - 2].capital && atoms[spot.first - 2].normal == "department") return false;  // of Agriculture
    const auto noun = atoms[spot.first - 2].cue;
    return noun == Cue::settlement || noun == Cue::district || noun == Cue::governorate || noun == Cue::quarter || noun == Cue::countryside || noun == Cue::direction || noun == Cue::area;
}

/// "…, a village in", "…, near Palmyra", "…, 20 km south of": what the name is said to be right after it.
bool is_explained(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::size_t looked_at_max = 4;
    if (spot.last + 1 >= atoms.size() || !atoms[spot.last].comma || atoms[spot.last].normal == "(") return false;
    const auto& opening = atoms[spot.last + 1];
    const bool roughly = (opening.normal == "some" || opening.normal == "about" || opening.normal == "around") && spot.last + 2 < atoms.size() && atoms[spot.last + 2].number;
    const bool located = opening.cue == Cue::near || opening.cue == Cue::direction || opening.normal == "in" || opening.number || roughly;
    for (auto at = spot.last + 1; at < atoms.size() && at <= spot.last + looked_at_max && atoms[at].sentence == atoms[spot.first].sentence && atoms[at].word; ++at) {
        if (atoms[at].cue == Cue::settlement) return true;
        if (atoms[at].capital) return located;
    }
    return false;
}

/// "the Iraqi border": the country's name is in the adjective.
bool is_border_of(const std::vector<Atom>& atoms, std::size_t i)
{
    return atoms[i].capital && !atoms[i].demonym.empty() && i + 1 < atoms.size() && atoms[i + 1].normal == "border" && atoms[i + 1].sentence == atoms[i].sentence;
}

Spot unknown_latin(const std::vector<Atom>& atoms, std::size_t i)
{
    Spot spot;
    spot.first = i;
    if (is_border_of(atoms, i)) {
        spot.last = i + 1;
        read_surroundings(atoms, spot);
        return spot;
    }
    spot.last = capital_run(atoms, i);
    if (spot.last == i) return spot;
    read_surroundings(atoms, spot);
    const bool after_is_capital = spot.last < atoms.size() && atoms[spot.last].capital;
    const bool lone_opening = atoms[i].first && spot.words() == 1;
    const bool named = names_after(spot.after, after_is_capital) && !lone_opening;
    const bool runs_on = same_run(atoms, i, spot.last) && (atoms[spot.last].cue == Cue::organisation || (after_is_capital && atoms[spot.last].cue == Cue::common));
    const auto* prior = before(atoms, i);
    const bool within_name = prior != nullptr && prior->word && prior->capital && prior->cue != Cue::in && prior->cue != Cue::near && prior->cue != Cue::article && !prior->first;
    constexpr std::size_t abbreviation_max = 5;
    const bool abbreviation = spot.words() == 1 && atoms[i].all_caps && atoms[i].normal.size() <= abbreviation_max;
    const bool listed = prior != nullptr && !prior->word && !prior->comma && !prior->dash;
    if (runs_on || within_name || abbreviation || (listed && !named) || !(named || is_told(atoms, spot) || is_explained(atoms, spot))) spot.last = i;
    return spot;
}

std::string key_of_atoms(const std::vector<Atom>& atoms, std::size_t first, std::size_t last)
{
    std::string key;
    for (auto i = first; i < last; ++i) {
        if (!key.empty()) key += ' ';
        key += atoms[i].normal;
    }
    return key;
}

bool is_taken(const std::vector<Spot>& spots, std::size_t first, std::size_t last)
{
    const auto after = std::lower_bound(spots.begin(), spots.end(), first, [](const Spot& spot, std::size_t at) { return spot.last <= at; });
    return after != spots.end() && after->first < last;
}

/// "in X, Y and Z": the members that follow a told name, joined by commas or "and".
void add_list_members(const std::vector<Atom>& atoms, const Spot& head, const std::vector<Spot>& spots, std::vector<Spot>& added)
{
    auto at = head.last;
    while (at + 1 < atoms.size() && atoms[at].sentence == atoms[head.first].sentence) {
        const bool link = atoms[at].normal == "and" || atoms[at].normal == "," || atoms[at].normal == "or";
        if (!link) return;
        if (at + 1 < atoms.size() && atoms[at].normal == "," && atoms[at + 1].normal == "and") ++at;
        Spot spot;
        spot.first = at + 1;
        spot.last = capital_run(atoms, at + 1);
        if (spot.last == spot.first || is_taken(spots, spot.first, spot.last)) return;
        read_surroundings(atoms, spot);
        if (spot.after == Cue::organisation || (spot.last < atoms.size() && atoms[spot.last].word && atoms[spot.last].capital)) return;
        spot.in = true;
        added.push_back(spot);
        at = spot.last;
    }
}

}  // namespace

void read_surroundings(const std::vector<Atom>& atoms, Spot& spot)
{
    constexpr std::size_t looked_at_max = 4;
    spot.before = spot.after = Cue::none;
    spot.in = false;
    if (spot.trim > 0) {
        const auto normal = atoms[spot.first].normal;
        spot.in = normal.starts_with("ب") || normal.starts_with("وب") || normal.starts_with("فب");
    }
    if (spot.last < atoms.size() && atoms[spot.last].sentence == atoms[spot.first].sentence) spot.after = atoms[spot.last].cue;
    for (std::size_t step = 1; step <= looked_at_max && step <= spot.first; ++step) {
        const auto& atom = atoms[spot.first - step];
        if (atom.sentence != atoms[spot.first].sentence) return;
        if (!atom.word) {
            if (atom.normal == "\"" || atom.normal == "«" || atom.normal == "“" || atom.normal == "#") continue;
            return;
        }
        if (atom.cue == Cue::of || atom.cue == Cue::article) {
            spot.in = spot.in || atom.cue == Cue::of;
            continue;
        }
        spot.in = spot.in || atom.cue == Cue::in || atom.cue == Cue::near || atom.cue == Cue::between || atom.cue_trim > 0;
        spot.before = atom.cue;
        return;
    }
}

bool same_run(const std::vector<Atom>& atoms, std::size_t from, std::size_t i)
{
    return i < atoms.size() && atoms[i].word && atoms[i].sentence == atoms[from].sentence && atoms[i].arabic == atoms[from].arabic &&
           atoms[i].hashtag == atoms[from].hashtag;
}

const Atom* before(const std::vector<Atom>& atoms, std::size_t i)
{
    return i > 0 && atoms[i - 1].sentence == atoms[i].sentence ? &atoms[i - 1] : nullptr;
}

Spot unknown_name(const std::vector<Atom>& atoms, std::size_t i) { return atoms[i].arabic ? unknown_arabic(atoms, i) : unknown_latin(atoms, i); }

void add_companions(const std::vector<Atom>& atoms, std::vector<Spot>& spots)
{
    std::vector<Spot> added;
    for (const auto& spot : spots)
        if (spot.known.empty() && !atoms[spot.first].arabic) add_list_members(atoms, spot, spots, added);
    spots.insert(spots.end(), added.begin(), added.end());
    const auto in_order = [](const Spot& a, const Spot& b) { return a.first < b.first; };
    std::sort(spots.begin(), spots.end(), in_order);
    std::unordered_set<std::string> names;
    for (const auto& spot : spots)
        if (spot.known.empty() && !atoms[spot.first].arabic) names.insert(key_of_atoms(atoms, spot.first, spot.last));
    if (names.empty()) return;
    added.clear();
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (!atoms[i].word || !(atoms[i].capital || is_article(atoms[i].normal))) continue;
        const auto last = capital_run(atoms, i);
        if (last == i) continue;
        if (!is_taken(spots, i, last) && names.contains(key_of_atoms(atoms, i, last))) {
            Spot spot;
            spot.first = i;
            spot.last = last;
            read_surroundings(atoms, spot);
            spot.in = true;  // told elsewhere in the document
            added.push_back(spot);
        }
        i = last - 1;
    }
    spots.insert(spots.end(), added.begin(), added.end());
    std::sort(spots.begin(), spots.end(), in_order);
}

}  // namespace sitrep::place
