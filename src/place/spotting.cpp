#include "place/spotting.hpp"

#include "place/keys.hpp"
#include "text/clitics.hpp"

#include <algorithm>

namespace sitrep::place {
namespace {

constexpr std::size_t name_atoms_max = 7;
constexpr std::size_t unknown_atoms_max = 4;

bool opens_name(const std::vector<Atom>& atoms, std::size_t i)
{
    const auto& atom = atoms[i];
    if (!atom.word || atom.number || atom.possessive) return false;
    if (atom.arabic || atom.capital) return true;
    return is_article(atom.normal) && i + 1 < atoms.size() && atoms[i + 1].joined && atoms[i + 1].capital;
}

/// Whether a name may go on with this atom: no sentence end, no punctuation but an apostrophe between.
bool goes_on(const std::vector<Atom>& atoms, std::size_t from, std::size_t i)
{
    return i < atoms.size() && atoms[i].word && atoms[i].sentence == atoms[from].sentence && atoms[i].arabic == atoms[from].arabic;
}

struct Match {
    std::size_t last = 0;
    std::span<const NameRow> known;
};

/// The longest known name that begins at `first`, whose first atom is read as `opening`.
Match longest(const std::vector<Atom>& atoms, std::size_t first, std::string_view opening, const Gazetteer::Blob& blob)
{
    Match best;
    auto hash = extend_by_token(empty_hash, opening);
    for (std::size_t i = first; i < first + name_atoms_max && goes_on(atoms, first, i); ++i) {
        if (i > first) hash = extend_by_token(hash, atoms[i].normal);
        const bool ends_well = hash != empty_hash && (atoms[i].arabic || atoms[i].capital || atoms[i].number || (i == first && is_article(opening)));
        const bool within_token = i + 1 < atoms.size() && atoms[i + 1].joined && i + 2 < atoms.size() && atoms[i + 1].begin == atoms[i].end + 1 && !atoms[i + 1].capital;
        if (ends_well && !within_token)
            if (const auto rows = blob.keys(hash); !rows.empty()) best = {i + 1, rows};
        if (hash != empty_hash && !blob.may_continue(hash)) break;
    }
    return best;
}

/// A single word with a meaning of its own is no name; "Central" or "السوق" alone never is.
bool is_plain_word(const std::vector<Atom>& atoms, const Spot& spot)
{
    if (spot.words() == 1) return atoms[spot.first].cue != Cue::none && spot.trim == 0;
    return std::all_of(atoms.begin() + static_cast<std::ptrdiff_t>(spot.first), atoms.begin() + static_cast<std::ptrdiff_t>(spot.last), [](const Atom& atom) { return atom.cue != Cue::none || is_article(atom.normal); });
}

Spot known_spot(const std::vector<Atom>& atoms, std::size_t i, const Gazetteer::Blob& blob)
{
    Spot spot;
    spot.first = i;
    auto match = longest(atoms, i, atoms[i].normal, blob);
    if (atoms[i].arabic) {
        for (const auto& split : text::clitic_splits(atoms[i].normal)) {
            if (split.letters == 0) continue;
            if (cue_of(split.rest) != Cue::none) continue;
            const auto other = longest(atoms, i, split.bare, blob);
            if (other.known.empty() || other.last <= match.last) continue;
            match = other;
            spot.trim = split.letters;
        }
    }
    spot.last = match.last;
    spot.known = match.known;
    return spot;
}

/// The telling word before a name, over "of", "the" and the names of a list.
void read_before(const std::vector<Atom>& atoms, Spot& spot)
{
    constexpr std::size_t looked_at_max = 4;
    if (spot.trim > 0) spot.in = atoms[spot.first].normal.starts_with("ب") || atoms[spot.first].normal.starts_with("وب") || atoms[spot.first].normal.starts_with("فب");
    for (std::size_t step = 1; step <= looked_at_max && step <= spot.first; ++step) {
        const auto& atom = atoms[spot.first - step];
        if (atom.sentence != atoms[spot.first].sentence) return;
        if (!atom.word) {
            if (atom.normal == "\"" || atom.normal == "«" || atom.normal == "“" || atom.normal == "#") continue;
            return;
        }
        if (atom.cue == Cue::of || atom.cue == Cue::article) {
            if (atom.cue == Cue::of) spot.in = true;
            continue;
        }
        if (atom.cue == Cue::in || atom.cue == Cue::near || atom.cue == Cue::between) spot.in = true;
        spot.before = atom.cue;
        return;
    }
}

void read_after(const std::vector<Atom>& atoms, Spot& spot)
{
    if (spot.last < atoms.size() && atoms[spot.last].sentence == atoms[spot.first].sentence) spot.after = atoms[spot.last].cue;
}

bool names_after(Cue cue)
{
    return cue == Cue::district || cue == Cue::governorate || cue == Cue::site || cue == Cue::quarter || cue == Cue::water || cue == Cue::mountain || cue == Cue::desert || cue == Cue::road || cue == Cue::area;
}

bool names_before(Cue cue) { return cue == Cue::settlement || cue == Cue::district || cue == Cue::governorate || cue == Cue::quarter || cue == Cue::site || cue == Cue::countryside || cue == Cue::near || cue == Cue::desert || cue == Cue::water || cue == Cue::mountain; }

/// A capitalised run that no gazetteer knows, when "village of", "near" before or "district", "base" after call it a place.
Spot unknown_latin(const std::vector<Atom>& atoms, std::size_t i)
{
    Spot spot;
    spot.first = i;
    spot.last = i;
    for (auto at = i; at < i + unknown_atoms_max && goes_on(atoms, i, at); ++at) {
        const auto& atom = atoms[at];
        const bool part = (atom.capital && (atom.cue == Cue::none || atom.cue == Cue::person || atom.cue == Cue::mountain || atom.cue == Cue::water)) || is_article(atom.normal);
        if (!part) break;
        spot.last = at + 1;
    }
    while (spot.last > i && (is_article(atoms[spot.last - 1].normal) || !atoms[spot.last - 1].capital)) --spot.last;
    if (spot.last == i) return spot;
    read_before(atoms, spot);
    read_after(atoms, spot);
    if (spot.after == Cue::organisation || !(names_before(spot.before) || names_after(spot.after))) spot.last = i;
    return spot;
}

/// Arabic has no capitals: one word (two after "أبو", "تل" …) behind a noun that wants a name.
Spot unknown_arabic(const std::vector<Atom>& atoms, std::size_t i)
{
    Spot spot;
    spot.first = i;
    spot.last = i;
    if (i == 0 || atoms[i].cue != Cue::none || atoms[i].number) return spot;
    const auto before = atoms[i - 1].cue;
    const bool wanted = atoms[i - 1].word && atoms[i - 1].sentence == atoms[i].sentence &&
                        (before == Cue::settlement || before == Cue::district || before == Cue::quarter || before == Cue::governorate);
    if (!wanted) return spot;
    spot.last = i + 1;
    for (const std::string_view opening : {"ابو", "ام", "تل", "عين", "دير", "بير", "خربه", "جب", "ابي", "راس", "كفر", "بيت", "عرب"})
        if (atoms[i].normal == opening && goes_on(atoms, i, i + 1)) spot.last = i + 2;
    read_before(atoms, spot);
    read_after(atoms, spot);
    return spot;
}

}  // namespace

std::vector<Spot> spots_of(const std::vector<Atom>& atoms, const Gazetteer::Blob& blob)
{
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < atoms.size();) {
        if (!opens_name(atoms, i)) {
            ++i;
            continue;
        }
        auto spot = known_spot(atoms, i, blob);
        if (!spot.known.empty() && is_plain_word(atoms, spot)) spot.known = {};
        if (!spot.known.empty()) {
            read_before(atoms, spot);
            read_after(atoms, spot);
        } else {
            spot = atoms[i].arabic ? unknown_arabic(atoms, i) : unknown_latin(atoms, i);
        }
        if (spot.last == i) {
            ++i;
            continue;
        }
        i = spot.last;
        spots.push_back(spot);
    }
    return spots;
}

}  // namespace sitrep::place
