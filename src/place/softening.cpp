#include "place/softening.hpp"

#include "place/keys.hpp"

#include <algorithm>

namespace sitrep::place {
namespace {

bool softens(Cue cue) { return cue == Cue::direction || cue == Cue::countryside || cue == Cue::desert || cue == Cue::near || cue == Cue::area || cue == Cue::road; }

bool names_kind(Cue cue) { return cue == Cue::site || cue == Cue::quarter || cue == Cue::water || cue == Cue::mountain || cue == Cue::district; }

void note(Cue cue, Softened& out)
{
    if (cue == Cue::direction || cue == Cue::countryside || cue == Cue::near || cue == Cue::area) out.around = true;
    if (cue == Cue::desert) {
        out.region = true;
        out.kind = PlaceKind::region;
    }
    if (cue == Cue::road) {
        out.region = true;
        out.kind = PlaceKind::road;
    }
    if (cue == Cue::site || cue == Cue::quarter) out.kind = PlaceKind::site;
    if (cue == Cue::water || cue == Cue::mountain) out.kind = PlaceKind::region;
    if (cue == Cue::district && out.kind == PlaceKind::unknown) out.kind = PlaceKind::district;
}

bool same_sentence(const std::vector<Atom>& atoms, std::size_t a, std::size_t b) { return atoms[a].sentence == atoms[b].sentence; }

/// "20 km", "some 300 kilometres" before a direction.
std::size_t over_distance(const std::vector<Atom>& atoms, std::size_t first)
{
    auto at = first;
    if (at >= 2 && atoms[at - 1].cue == Cue::unit_of_length && atoms[at - 2].number && same_sentence(atoms, at - 2, first)) {
        at -= 2;
        if (at >= 1 && (atoms[at - 1].normal == "some" || atoms[at - 1].normal == "about" || atoms[at - 1].normal == "around")) --at;
    }
    return at;
}

/// English, leftwards: direction right before; softening noun + of; near; each may be followed by another.
void widen_left(const std::vector<Atom>& atoms, Softened& out)
{
    constexpr std::size_t steps_max = 6;
    auto at = out.first;  // tentative: becomes out.first when a softening word is reached
    for (std::size_t step = 0; step < steps_max && at > 0 && same_sentence(atoms, at - 1, out.first) && atoms[at - 1].word; ++step) {
        const auto& before = atoms[at - 1];
        const bool through_of = at < out.first && (atoms[at].cue == Cue::of || atoms[at].cue == Cue::near);
        const bool direct = before.cue == Cue::direction || before.cue == Cue::near;
        const bool capital_noun = names_kind(before.cue) && before.cue != Cue::district && before.capital && at == out.first && !(atoms[at].cue == Cue::of);
        if (direct || (through_of && softens(before.cue)) || capital_noun) {
            note(before.cue, out);
            at = out.first = at - 1;
            if (before.cue == Cue::direction) out.first = at = over_distance(atoms, at);
        } else if (before.cue == Cue::of || before.cue == Cue::article || (through_of && before.cue == Cue::settlement) || (before.cue == Cue::settlement && at == out.first)) {
            --at;
        } else {
            return;
        }
    }
}

void widen_right(const std::vector<Atom>& atoms, Softened& out)
{
    constexpr std::size_t steps_max = 3;
    for (std::size_t step = 0; step < steps_max && out.last < atoms.size() && same_sentence(atoms, out.last, out.first); ++step) {
        const auto& after = atoms[out.last];
        const bool compound = (after.normal == "oil" || after.normal == "gas" || after.normal == "air" || after.normal == "border" || after.normal == "local" || after.normal == "government" || after.normal == "refugee") && out.last + 1 < atoms.size() && atoms[out.last + 1].word;
        const bool noun = after.cue == Cue::countryside || after.cue == Cue::desert || after.cue == Cue::area || after.cue == Cue::road || after.cue == Cue::governorate || names_kind(after.cue) || after.normal == "city" || after.normal == "town";
        if (compound) {
            ++out.last;
            continue;
        }
        if (!noun) break;
        note(after.cue, out);
        ++out.last;
    }
    while (out.last > out.first + 1 && (atoms[out.last - 1].normal == "oil" || atoms[out.last - 1].normal == "gas" || atoms[out.last - 1].normal == "air" || atoms[out.last - 1].normal == "border" || atoms[out.last - 1].normal == "local" || atoms[out.last - 1].normal == "government" || atoms[out.last - 1].normal == "refugee")) --out.last;
}

/// Arabic, leftwards: the nouns stand in a chain right before the name ("جنوب قرية …", "ريف … الشرقي").
void widen_left_arabic(const std::vector<Atom>& atoms, Softened& out)
{
    constexpr std::size_t steps_max = 5;
    if (out.trim > 0) return;
    auto at = out.first;
    for (std::size_t step = 0; step < steps_max && at > 0 && same_sentence(atoms, at - 1, out.first) && atoms[at - 1].word; ++step) {
        const auto& before = atoms[at - 1];
        const bool ends = before.cue_trim > 0;
        if (softens(before.cue) || names_kind(before.cue)) {
            note(before.cue, out);
            at = out.first = at - 1;
            out.trim = before.cue_trim;
        } else if (before.cue == Cue::settlement || before.cue == Cue::governorate) {
            --at;
        } else {
            return;
        }
        if (ends) return;
    }
}

bool is_arabic_direction_adjective(const Atom& atom) { return atom.cue == Cue::direction && atom.normal.starts_with("ال"); }

void widen_right_arabic(const std::vector<Atom>& atoms, Softened& out)
{
    while (out.last < atoms.size() && same_sentence(atoms, out.last, out.first) && is_arabic_direction_adjective(atoms[out.last])) {
        note(Cue::direction, out);
        ++out.last;
    }
}

}  // namespace

Softened soften(const std::vector<Atom>& atoms, const Spot& spot)
{
    Softened out;
    out.first = spot.first;
    out.last = spot.last;
    out.trim = spot.trim;
    if (atoms[spot.first].arabic) {
        widen_left_arabic(atoms, out);
        widen_right_arabic(atoms, out);
    } else {
        widen_left(atoms, out);
        widen_right(atoms, out);
    }
    return out;
}

PlacePrecision softened(PlacePrecision precision, const Softened& words)
{
    if (words.region) return std::max(precision, PlacePrecision::region);
    if (!words.around) return precision;
    if (precision == PlacePrecision::country) return PlacePrecision::region;
    return std::max(precision, PlacePrecision::near);
}

}  // namespace sitrep::place
