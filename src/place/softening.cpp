#include "place/softening.hpp"

#include "place/keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

namespace sitrep::place {
namespace {

bool softens(Cue cue) { return cue == Cue::direction || cue == Cue::countryside || cue == Cue::desert || cue == Cue::near || cue == Cue::area || cue == Cue::road; }

bool names_kind(Cue cue) { return cue == Cue::site || cue == Cue::quarter || cue == Cue::water || cue == Cue::mountain || cue == Cue::district; }

void note(Cue cue, Softened& out)
{
    switch (cue) {
    case Cue::direction:
    case Cue::countryside:
    case Cue::near:
    case Cue::area: out.around = true; break;
    case Cue::desert:
        out.region = true;
        out.kind = PlaceKind::region;
        break;
    case Cue::road:
        out.region = true;
        out.kind = PlaceKind::road;
        break;
    case Cue::site:
    case Cue::quarter: out.kind = PlaceKind::site; break;
    case Cue::water:
    case Cue::mountain: out.kind = PlaceKind::region; break;
    case Cue::district: out.kind = PlaceKind::district; break;
    default: break;
    }
}

bool same_sentence(const std::vector<Atom>& atoms, std::size_t a, std::size_t b) { return atoms[a].sentence == atoms[b].sentence; }

bool is_number_word(const Atom& atom)
{
    constexpr std::array<std::string_view, 14> numbers{"two", "three", "four", "five", "six", "seven", "eight", "ten", "fifteen", "twenty", "thirty", "forty", "fifty", "hundred"};
    return atom.number || std::find(numbers.begin(), numbers.end(), atom.normal) != numbers.end();
}

struct Heading {
    std::string_view word;
    int north, east;
};

/// Headings as words; "north-east" is two.
const Heading* heading_of(const Atom& atom)
{
    static constexpr std::array<Heading, 16> headings{{{"north", 1, 0}, {"south", -1, 0}, {"east", 0, 1}, {"west", 0, -1}, {"northeast", 1, 1}, {"northwest", 1, -1},
                                                       {"southeast", -1, 1}, {"southwest", -1, -1}, {"شمال", 1, 0}, {"شمالي", 1, 0}, {"جنوب", -1, 0}, {"جنوبي", -1, 0},
                                                       {"شرق", 0, 1}, {"شرقي", 0, 1}, {"غرب", 0, -1}, {"غربي", 0, -1}}};
    const auto word = atom.normal.substr(std::min(atom.normal.size(), std::size_t{2} * atom.cue_trim));
    const auto found = std::find_if(headings.begin(), headings.end(), [&](const Heading& one) { return one.word == word; });
    return found == headings.end() ? nullptr : &*found;
}

/// Kilometres of "20 km", "3.5 miles", "five kilometres"; 0 where the words give no length that is likely.
double length_km(const Atom& number, const Atom& unit)
{
    constexpr std::array<std::pair<std::string_view, int>, 14> words{{{"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"ten", 10},
                                                                      {"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"hundred", 100}}};
    constexpr double km_per_mile = 1.609344, longest_km = 1000;
    double value = 0;
    const auto* named = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.first == number.normal; });
    if (named != words.end()) value = named->second;
    else {
        std::string digits{number.normal};
        std::erase(digits, ',');
        value = std::strtod(digits.c_str(), nullptr);
    }
    if (unit.normal.starts_with("mile")) value *= km_per_mile;
    if (unit.normal.starts_with("met") || unit.normal == "m" || unit.normal == "متر") value /= 1000;
    return value > 0 && value <= longest_km ? value : 0;
}

/// "20 km south of": writes how far the place lies from where it happened. `end` is where the name begins.
void read_distance(const std::vector<Atom>& atoms, std::size_t number, std::size_t end, Softened& out)
{
    constexpr std::size_t words_max = 6;
    int north = 0, east = 0;
    for (auto i = number + 2; i < std::min(end, number + words_max); ++i)
        if (const auto* heading = heading_of(atoms[i])) north += heading->north, east += heading->east;
    const double length = std::hypot(north, east);
    const double km = length_km(atoms[number], atoms[number + 1]);
    if (length == 0 || km == 0) return;
    out.north_km = km * north / length;
    out.east_km = km * east / length;
}

/// "20 km" before a direction or "from".
std::size_t over_distance(const std::vector<Atom>& atoms, std::size_t first)
{
    const bool distance = first >= 2 && atoms[first - 1].cue == Cue::unit_of_length && is_number_word(atoms[first - 2]) && same_sentence(atoms, first - 2, first);
    return distance ? first - 2 : first;
}

/// "border with X", with what stands before it.
std::size_t over_border(const std::vector<Atom>& atoms, std::size_t first)
{
    const bool border = first >= 2 && atoms[first - 1].normal == "with" && atoms[first - 2].normal == "border" && same_sentence(atoms, first - 2, first);
    return border ? first - 2 : first;
}

/// English, leftwards: a direction right before; a softening noun and "of"; "near"; each may be followed by another.
void widen_left(const std::vector<Atom>& atoms, Softened& out)
{
    constexpr std::size_t steps_max = 6;
    if (const auto border = over_border(atoms, out.first); border < out.first) {
        out.first = border;
        out.around = out.region = true;
    }
    if (out.first >= 1 && atoms[out.first - 1].normal == "from")
        if (const auto distance = over_distance(atoms, out.first - 1); distance < out.first - 1) {
            out.around = true;  // "20 km from Homs" is not Homs, though only the name is the mention
            return;
        }
    auto at = out.first;  // runs ahead of out.first over words that count only if a softening word follows
    for (std::size_t step = 0; step < steps_max && at > 0 && same_sentence(atoms, at - 1, out.first) && atoms[at - 1].word; ++step) {
        const auto& before = atoms[at - 1];
        const bool through_of = at < out.first && (atoms[at].cue == Cue::of || atoms[at].cue == Cue::near);
        const bool desert_near = before.cue == Cue::desert && atoms[at].cue == Cue::near;
        const bool direct = before.cue == Cue::direction || before.cue == Cue::near || desert_near;
        const bool capital_noun = names_kind(before.cue) && before.cue != Cue::district && before.capital && at == out.first;
        if (direct || (through_of && softens(before.cue)) || capital_noun) {
            note(before.cue, out);
            at = out.first = at - 1;
            const auto distance = before.cue == Cue::direction ? over_distance(atoms, at) : at;
            if (distance < at) read_distance(atoms, distance, out.name, out);
            out.first = at = distance;
        } else if (before.cue == Cue::of || before.cue == Cue::article || (before.cue == Cue::settlement && (through_of || at == out.first))) {
            --at;
        } else {
            return;
        }
    }
}

/// Nouns that belong to the mention when they follow the name: "Kirkuk city", "Omar oil field", "Lamu County"; any site's where the name is `unknown`.
bool closes_mention(const Atom& atom, bool unknown)
{
    switch (atom.cue) {
    case Cue::countryside:
    case Cue::desert:
    case Cue::area:
    case Cue::road:
    case Cue::governorate:
    case Cue::district:
    case Cue::quarter:
    case Cue::water:
    case Cue::mountain: return true;
    case Cue::site: return unknown || atom.capital || atom.normal == "camp" || atom.normal == "airport" || atom.normal == "field" || atom.normal == "forest";
    default: return atom.normal == "city" || (atom.capital && atom.normal == "town");
    }
}

void widen_right(const std::vector<Atom>& atoms, bool unknown, Softened& out)
{
    constexpr std::size_t steps_max = 4;
    auto at = out.last;
    for (std::size_t step = 0; step < steps_max && at < atoms.size() && same_sentence(atoms, at, out.first) && atoms[at].word; ++step, ++at) {
        if (closes_mention(atoms[at], unknown)) {
            note(atoms[at].cue, out);
            out.last = at + 1;
        } else if (!opens_compound(atoms[at])) {
            return;
        }
    }
}

/// "الأطراف الشرقية لمدينة حلب", "الريف الجنوبي لإدلب": which part of the place that stands behind ل at atom `at`.
bool is_part_of(const std::vector<Atom>& atoms, std::size_t at, std::size_t first)
{
    constexpr std::array<std::string_view, 10> parts{"الاطراف", "الريف", "الضواحي", "المدخل", "المداخل", "المشارف",
                                                      "التخوم", "الضاحيه", "الجهه", "الاحياء"};
    if (at < 2 || !same_sentence(atoms, at - 2, first) || !atoms[at].normal.starts_with("ل")) return false;
    const auto& which = atoms[at - 1];
    auto part = atoms[at - 2].normal;
    if (part.starts_with("ب") || part.starts_with("و")) part.remove_prefix(2);
    return which.cue == Cue::direction && which.cue_trim == 0 && which.normal.starts_with("ال") && std::ranges::find(parts, part) != parts.end();
}

void take_part(const std::vector<Atom>& atoms, std::size_t at, Softened& out)
{
    if (!is_part_of(atoms, at, out.first)) return;
    out.first = at - 2;
    out.trim = atoms[out.first].normal.starts_with("ال") ? 0 : 1;
    out.around = true;
}

/// "الحدود مع نيجيريا", with what stands before it.
void take_border(const std::vector<Atom>& atoms, Softened& out)
{
    if (out.first < 2 || atoms[out.first - 1].normal != "مع" || !same_sentence(atoms, out.first - 2, out.first)) return;
    const auto& border = atoms[out.first - 2].normal;
    if (border != "الحدود" && border != "حدود") return;
    out.first -= 2;
    out.around = out.region = true;
}

/// Arabic, leftwards: the nouns stand in a chain right before the name ("جنوب قرية …", "ريف … الشرقي").
void widen_left_arabic(const std::vector<Atom>& atoms, Softened& out)
{
    constexpr std::size_t steps_max = 5;
    if (out.trim > 0) return take_part(atoms, out.first, out);
    take_border(atoms, out);
    auto at = out.first;
    for (std::size_t step = 0; step < steps_max && at > 0 && same_sentence(atoms, at - 1, out.first); ++step) {
        const auto& before = atoms[at - 1];
        const bool quote = before.normal == "«" || before.normal == "\"";
        const bool kind = names_kind(before.cue) && before.cue != Cue::district && at == out.first;
        if (softens(before.cue) || kind) {
            note(before.cue, out);
            at = out.first = at - 1;
            out.trim = before.cue_trim;
        } else if (before.cue == Cue::settlement || before.cue == Cue::governorate || before.cue == Cue::district || quote) {
            --at;
        } else {
            break;
        }
        if (before.cue_trim > 0) break;
    }
    if (at < atoms.size() && at < out.name && atoms[at].cue_trim > 0) take_part(atoms, at, out);
    if (const auto distance = over_distance(atoms, out.first); distance < out.first) {  // "على بعد 20 كم جنوب تدمر"
        read_distance(atoms, distance, out.name, out);
        if (out.north_km != 0 || out.east_km != 0) out.first = distance, out.trim = 0;
    }
}

bool is_arabic_adjective_of_place(const Atom& atom, bool site)
{
    constexpr std::array<std::string_view, 9> of_sites{"النفطي", "الوطني", "الدولي", "العسكري", "الجوي", "الغازي", "للغاز",
                                                       "العسكريه", "النفطيه"};
    if (site && std::find(of_sites.begin(), of_sites.end(), atom.normal) != of_sites.end()) return true;
    return atom.cue == Cue::direction && (atom.normal.starts_with("ال") || atom.normal.starts_with("وال"));
}

void widen_right_arabic(const std::vector<Atom>& atoms, Softened& out)
{
    if (out.last < atoms.size() && atoms[out.last].normal == "»" && out.first + 1 < out.last) return;
    const bool widened = out.around || out.region || out.kind != PlaceKind::unknown;
    while (widened && out.last < atoms.size() && same_sentence(atoms, out.last, out.first) && is_arabic_adjective_of_place(atoms[out.last], out.kind == PlaceKind::site)) {
        note(atoms[out.last].cue, out);
        ++out.last;
    }
}

}  // namespace

bool opens_compound(const Atom& atom)
{
    constexpr std::array<std::string_view, 26> openings{"oil", "gas", "air", "border", "local", "government", "refugee", "general", "power", "water", "bus", "train", "railway",
                                                        "fuel", "police", "naval", "army", "sports", "secondary", "primary", "high", "grain", "fire", "television", "military", "displacement"};
    return std::ranges::find(openings, atom.normal) != openings.end();
}

Softened soften(const std::vector<Atom>& atoms, const Spot& spot)
{
    Softened out;
    out.first = out.name = spot.first;
    out.last = spot.last;
    out.trim = spot.trim;
    if (atoms[spot.first].arabic) {
        widen_left_arabic(atoms, out);
        widen_right_arabic(atoms, out);
    } else {
        widen_left(atoms, out);
        widen_right(atoms, spot.known.empty(), out);
    }
    return out;
}

PlacePrecision softened(PlacePrecision precision, const Softened& words)
{
    constexpr double rounded_by_more_than_near_km = 150;  // "300 km north of" is a guess
    if (words.region || std::hypot(words.north_km, words.east_km) > rounded_by_more_than_near_km) return std::max(precision, PlacePrecision::region);
    if (!words.around) return precision;
    if (precision == PlacePrecision::country) return PlacePrecision::region;
    return std::max(precision, PlacePrecision::near);
}

}  // namespace sitrep::place
