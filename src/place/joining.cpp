#include "place/joining.hpp"

#include <algorithm>

namespace sitrep::place {
namespace {

constexpr std::size_t words_between_max = 4;

/// Only words such as "the", "town of", "قرية" may stand between a joining word and a name.
bool only_fillers(const std::vector<Atom>& atoms, std::size_t first, std::size_t last)
{
    return std::all_of(atoms.begin() + static_cast<std::ptrdiff_t>(first), atoms.begin() + static_cast<std::ptrdiff_t>(last), [](const Atom& atom) {
        return atom.cue == Cue::article || atom.cue == Cue::of || atom.cue == Cue::settlement || atom.cue == Cue::governorate || atom.cue == Cue::countryside || atom.cue == Cue::district;
    });
}

/// "and" between two names; in Arabic the letter و hangs on the second one, or on the noun before it.
bool joined_by_and(const std::vector<Atom>& atoms, std::size_t end_of_first, const Spot& second)
{
    if (second.first < end_of_first || second.first - end_of_first > words_between_max) return false;
    if (end_of_first == second.first) return second.trim > 0 && atoms[second.first].normal.starts_with("و");
    if (atoms[end_of_first].normal == "and") return only_fillers(atoms, end_of_first + 1, second.first);
    return atoms[end_of_first].arabic && atoms[end_of_first].normal.starts_with("و") && only_fillers(atoms, end_of_first, second.first);
}

bool is_dual(const Atom& atom)
{
    const auto word = atom.normal.substr(std::min(atom.normal.size(), std::size_t{2} * atom.cue_trim));
    return word == "ريفي" || word == "باديتي" || word == "بوادي" || word == "ارياف";
}

bool join_between(const std::vector<Atom>& atoms, const std::vector<Judged>& judged, std::size_t i, Stretch& out)
{
    const auto& second = judged[i + 1].spot;
    auto at = out.words.first;
    for (std::size_t step = 0; step < words_between_max && at > 0 && atoms[at - 1].sentence == atoms[out.words.first].sentence; ++step, --at) {
        if (atoms[at - 1].cue == Cue::between) break;
        if (!only_fillers(atoms, at - 1, at)) return false;
    }
    const bool between = at > 0 && atoms[at - 1].cue == Cue::between && atoms[at - 1].sentence == atoms[out.words.first].sentence;
    const bool dual = is_dual(atoms[out.words.first]);
    if (!(between || dual) || !joined_by_and(atoms, out.words.last, second)) return false;
    const auto words = soften(atoms, second);
    if (between) {
        out.words.first = at - 1;
        out.words.trim = atoms[at - 1].cue_trim;
    }
    out.words.last = words.last;
    out.words.around = true;
    out.between = between;
    return true;
}

/// "Abuja–Kaduna highway", "Deir ez-Zor - Palmyra road", "طريق حمص - دمشق".
bool join_road(const std::vector<Atom>& atoms, const std::vector<Judged>& judged, std::size_t i, Stretch& out)
{
    const auto& first = judged[i].spot;
    const auto& second = judged[i + 1].spot;
    const bool to = second.first == first.last + 1 && atoms[first.last].normal == "to";  // "the Deir ez-Zor to Palmyra road"
    const bool dashed = (second.first == first.last && atoms[second.first].joined) || (second.first == first.last + 1 && atoms[first.last].dash) || to;
    if (!dashed) return false;
    const bool road_before = out.words.kind == PlaceKind::road;
    const bool road_after = second.last < atoms.size() && (atoms[second.last].cue == Cue::road || atoms[second.last].normal == "axis");
    if (!road_before && !road_after) return false;
    out.words.last = road_after ? second.last + 1 : second.last;
    out.words.region = true;
    out.words.kind = PlaceKind::road;
    return true;
}

/// "Mafa LGA of Borno", "Kalmat area of Gwadar".
bool join_containing(const std::vector<Atom>& atoms, const std::vector<Judged>& judged, std::size_t i, Stretch& out)
{
    const auto& second = judged[i + 1].spot;
    const auto end = out.words.last;
    if (end == judged[i].spot.last || end >= second.first || atoms[end].cue != Cue::of || second.first - end > 2) return false;
    const auto noun = atoms[end - 1].cue;
    if ((noun != Cue::area && noun != Cue::district) || !only_fillers(atoms, end, second.first)) return false;
    out.words.last = soften(atoms, second).last;
    return true;
}

/// "Iraq's Dubz district": the finer one is the second.
bool join_possessive(const std::vector<Atom>& atoms, const std::vector<Judged>& judged, std::size_t i, Stretch& out)
{
    const auto& first = judged[i].spot;
    if (first.last >= atoms.size() || !atoms[first.last].possessive) return false;
    const auto words = soften(atoms, judged[i + 1].spot);
    const auto closing = atoms[words.last - 1].cue;
    const bool unit = closing == Cue::district || closing == Cue::governorate || closing == Cue::area;
    if (words.first != first.last + 1 || !unit) return false;
    const auto start = out.words.first;
    out.words = words;
    out.words.first = start;
    out.finer = i + 1;
    return true;
}

}  // namespace

std::vector<Stretch> stretches_of(const std::vector<Atom>& atoms, const std::vector<Judged>& judged)
{
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Stretch stretch;
        stretch.words = soften(atoms, judged[i].spot);
        stretch.finer = stretch.last = i;
        const bool together = i + 1 < judged.size() && atoms[judged[i].spot.first].sentence == atoms[judged[i + 1].spot.first].sentence;
        const bool joined = together && (join_between(atoms, judged, i, stretch) || join_road(atoms, judged, i, stretch) ||
                                         join_possessive(atoms, judged, i, stretch) || join_containing(atoms, judged, i, stretch));
        if (joined) {
            stretch.last = i + 1;
            ++i;
        }
        if (!stretches.empty() && stretches.back().words.last > stretch.words.first) {
            stretch.words.first = judged[stretch.finer].spot.first;  // the words before belong to the mention before
            stretch.words.trim = judged[stretch.finer].spot.trim;
            if (stretches.back().words.last > stretch.words.first) continue;
        }
        stretches.push_back(stretch);
    }
    return stretches;
}

}  // namespace sitrep::place
