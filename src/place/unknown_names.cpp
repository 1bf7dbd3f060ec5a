#include "place/unknown_names.hpp"

#include "place/name_words.hpp"

#include "place/keys.hpp"
#include "place/softening.hpp"
#include "place/telling.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sitrep::place {

/// "Dand-e-Shahabuddin": a small word that hyphens bind to the capitals on both sides.
bool links_parts(const std::vector<Atom>& atoms, std::size_t at)
{
    constexpr std::array<std::string_view, 8> links{"e", "i", "ye", "de", "du", "sur", "en", "o"};
    const bool bound = at > 0 && at + 1 < atoms.size() && atoms[at].joined && atoms[at + 1].joined && atoms[at - 1].capital && atoms[at + 1].capital;
    return bound && std::ranges::find(links, atoms[at].normal) != links.end();
}

namespace {

constexpr std::size_t unknown_atoms_max = 4;

/// "Gidan Dan Zara": short words that mean something of their own in English are names between two others.
bool stands_within(const std::vector<Atom>& atoms, std::size_t from, std::size_t at)
{
    constexpr std::array<std::string_view, 14> words{"dan", "bam", "bor", "bari", "bar", "van", "ban", "gap", "fort", "mary", "new", "old", "red", "white"};
    const auto plain = [&](std::size_t i) { return same_run(atoms, from, i) && atoms[i].capital && atoms[i].cue == Cue::none; };
    return at > from && plain(at - 1) && plain(at + 1) && std::ranges::find(words, atoms[at].normal) != words.end();
}

/// End of the run of capitals that begins at `i`: "Ban Kue Da", "Gouz Al-Naqa"; articles inside, never at the end.
std::size_t capital_run(const std::vector<Atom>& atoms, std::size_t i)
{
    std::size_t last = i;
    for (auto at = i; at < i + unknown_atoms_max && same_run(atoms, i, at); ++at) {
        const auto& atom = atoms[at];
        const bool bound = at > i && atom.joined && is_article(atoms[at - 1].normal);  // "Tal al-Ward"
        const bool named = bound || atom.cue == Cue::none || atom.cue == Cue::person || atom.cue == Cue::mountain || atom.cue == Cue::water || stands_within(atoms, i, at);
        if (at > i && links_parts(atoms, at)) continue;
        if (is_call(atom) || (atom.cue == Cue::in && !(at + 1 < atoms.size() && atoms[at + 1].joined))) break;  // "Bomber at Kerem", but "Tell at-Tamr"
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

/// "the Iraqi border": the country's name is in the adjective.
bool is_border_of(const std::vector<Atom>& atoms, std::size_t i)
{
    return atoms[i].capital && !atoms[i].demonym.empty() && i + 1 < atoms.size() && atoms[i + 1].normal == "border" && atoms[i + 1].sentence == atoms[i].sentence;
}

/// The noun behind a name, through the words that stand before such nouns: "Kerem power station".
Cue noun_after(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::size_t words_max = 2;
    auto at = spot.last;
    while (at < spot.last + words_max && same_run(atoms, spot.first, at) && !atoms[at].capital && opens_compound(atoms[at])) ++at;
    return at > spot.last && same_run(atoms, spot.first, at) && atoms[at].cue == Cue::site ? Cue::site : spot.after;
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
    if (!is_shown_a_place(atoms, spot)) spot.last = i;
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

/// "the Hoshab–Turbat road": the other end of a road one of whose ends is known.
void add_other_end(const std::vector<Atom>& atoms, const Spot& end, const std::vector<Spot>& spots, std::vector<Spot>& added)
{
    Spot other;
    if (end.after == Cue::road && end.first >= 2 && atoms[end.first - 1].dash && same_run(atoms, end.first, end.first - 2)) {
        other.last = other.first = end.first - 1;
        while (other.first > 0 && other.last - other.first < unknown_atoms_max && same_run(atoms, end.first, other.first - 1) && atoms[other.first - 1].capital &&
               atoms[other.first - 1].cue == Cue::none)
            --other.first;
    } else if (end.last + 1 < atoms.size() && atoms[end.last].dash && same_run(atoms, end.first, end.last + 1)) {
        other.first = end.last + 1;
        other.last = capital_run(atoms, other.first);
        if (other.last >= atoms.size() || atoms[other.last].cue != Cue::road) return;
    }
    if (other.last == other.first || is_taken(spots, other.first, other.last)) return;
    read_surroundings(atoms, other);
    other.in = true;
    added.push_back(other);
}

}  // namespace

bool is_shown_a_place(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto i = spot.first;
    const bool after_is_capital = spot.last < atoms.size() && atoms[spot.last].capital;
    const bool lone_opening = atoms[i].first && spot.words() == 1;
    const bool named = names_after(noun_after(atoms, spot), after_is_capital) && !lone_opening;
    const bool runs_on = same_run(atoms, i, spot.last) && (atoms[spot.last].cue == Cue::organisation || (after_is_capital && atoms[spot.last].cue == Cue::common));
    const auto* prior = before(atoms, i);
    const bool within_name = prior != nullptr && prior->word && prior->capital && prior->cue != Cue::in && prior->cue != Cue::near && prior->cue != Cue::article && !prior->first &&
                             !opens_name_of_site(*prior) && !is_call(*prior);
    constexpr std::size_t abbreviation_max = 5;
    const bool abbreviation = spot.words() == 1 && atoms[i].all_caps && atoms[i].normal.size() <= abbreviation_max;
    const bool listed = prior != nullptr && !prior->word && !prior->comma && !prior->dash;
    if (runs_on || within_name || abbreviation || (listed && !named)) return false;
    return named || is_told(atoms, spot) || is_explained(atoms, spot);
}

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
        if (!atoms[spot.first].arabic) {
            if (spot.known.empty() || spot.before == Cue::between) add_list_members(atoms, spot, spots, added);
            add_other_end(atoms, spot, spots, added);
        }
    spots.insert(spots.end(), added.begin(), added.end());
    const auto in_order = [](const Spot& a, const Spot& b) { return a.first < b.first; };
    std::sort(spots.begin(), spots.end(), in_order);
    const auto overlaps = [](const Spot& a, const Spot& b) { return b.first < a.last; };
    spots.erase(std::unique(spots.begin(), spots.end(), overlaps), spots.end());
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
