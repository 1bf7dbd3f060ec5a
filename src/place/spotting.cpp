#include "place/spotting.hpp"

#include "place/keys.hpp"
#include "place/name_words.hpp"
#include "place/resolving.hpp"
#include "place/unknown_names.hpp"
#include "text/clitics.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::place {
namespace {

constexpr std::size_t name_atoms_max = 7;

bool opens_name(const std::vector<Atom>& atoms, std::size_t i)
{
    const auto& atom = atoms[i];
    if (!atom.word || atom.possessive) return false;
    if (atom.cue == Cue::in && is_article(atom.normal) && i + 1 < atoms.size() && !atoms[i + 1].joined) return false;  // "At Kerem", but "At-Tall"
    if (atom.arabic || atom.capital) return true;
    return is_article(atom.normal) && i + 1 < atoms.size() && atoms[i + 1].joined && atoms[i + 1].capital;
}

/// Whether a name may go on with this atom: no sentence end and no punctuation between, no other hashtag ("#دير الزور" is one name, "#Aleppo #Syria" two).
bool goes_on(const std::vector<Atom>& atoms, std::size_t from, std::size_t i)
{
    return i < atoms.size() && atoms[i].word && atoms[i].sentence == atoms[from].sentence && atoms[i].arabic == atoms[from].arabic &&
           (atoms[i].hashtag == 0 || atoms[i].hashtag == atoms[from].hashtag);
}

bool is_all_capitals(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

/// "US", "CAR" and "UK" are names only in capitals, and a short word in capitals is only such a name ("UAV" is no village).
bool agrees_in_capitals(const std::vector<Atom>& atoms, std::size_t first, std::size_t last, std::span<const NameRow> rows, const Gazetteer::Blob& blob)
{
    constexpr std::size_t longest_abbreviation = 4;
    if (last != first + 1 || atoms[first].arabic || atoms[first].normal.size() > longest_abbreviation) return true;
    const bool abbreviation = std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) { return is_all_capitals(blob.string(row.name)); });
    return abbreviation ? atoms[first].all_caps : !atoms[first].all_caps || atoms[first].normal.size() == longest_abbreviation;
}

struct Match {
    std::size_t last = 0;
    std::span<const NameRow> known;
};

/// The longest known name that begins at `first`, whose first atom is read as `opening`.
Match longest(const std::vector<Atom>& atoms, std::size_t first, std::string_view opening, const Gazetteer::Blob& blob)
{
    Match best;
    const bool state = opening == "us" && atoms[first].all_caps;  // as a word it would be an article: "us-Samra"
    auto hash = state ? extend_hash(empty_hash, opening) : extend_by_token(empty_hash, opening);
    for (std::size_t i = first; i < first + name_atoms_max && goes_on(atoms, first, i); ++i) {
        const auto& atom = atoms[i];
        if (i > first) hash = extend_by_token(hash, atom.normal);
        const bool facility = i > first && (atom.cue == Cue::site || atom.cue == Cue::water || atom.cue == Cue::mountain || atom.cue == Cue::desert || atom.cue == Cue::area);
        const bool named = atom.arabic || atom.capital || atom.number || facility || (atom.joined && i > first && atoms[i - 1].capital);
        if (hash != empty_hash && named && !(is_article(atom.normal) && i > first))
            if (const auto rows = blob.keys(hash); !rows.empty() && agrees_in_capitals(atoms, first, i + 1, rows, blob)) best = {i + 1, rows};
        if (hash != empty_hash && !blob.may_continue(hash)) break;
    }
    return best;
}

/// A single word with a meaning of its own is no name, unless it is written as one ("the Badia"); "West Bank" is one.
bool is_plain_word(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto& atom = atoms[spot.first];
    if (spot.words() == 1) {
        if (atom.arabic && opens_arabic_name(atom.normal)) return true;
        if (atom.cue == Cue::desert) return atom.arabic || !atom.capital;
        return (atom.cue != Cue::none && !is_everyday(atom.cue) && spot.trim == 0) || (!atom.arabic && !atom.demonym.empty());
    }
    return std::all_of(atoms.begin() + static_cast<std::ptrdiff_t>(spot.first), atoms.begin() + static_cast<std::ptrdiff_t>(spot.last), [](const Atom& part) {
        if (part.arabic && part.cue == Cue::direction) return true;
        return part.cue == Cue::common || part.cue == Cue::in || part.cue == Cue::of || is_article(part.normal); });
}

/// Names behind Arabic clitics: "وبدير الزور". What is left must be long enough not to be a chance ("كمين" is not ك + مين), or open a name of several words ("بتل رفعت").
void read_behind_clitics(const std::vector<Atom>& atoms, std::size_t i, const Gazetteer::Blob& blob, Match& match, Spot& spot)
{
    constexpr std::size_t shortest_rest_bytes = 6;
    for (const auto& split : text::clitic_splits(atoms[i].normal)) {
        const bool opening = opens_arabic_name(split.rest);
        if (split.letters == 0 || (split.rest.size() < shortest_rest_bytes && !opening) || atoms[i].normal.starts_with("ك") || atoms[i].normal.starts_with("س")) continue;
        const auto other = longest(atoms, i, split.bare, blob);
        const auto cue = cue_of(split.rest);
        const bool plain = other.last == i + 1 && ((cue != Cue::none && !is_everyday(cue)) || opening);
        if (other.known.empty() || other.last <= match.last || plain) continue;
        match = other;
        spot.trim = split.letters;
    }
}

bool speaks_arabic(const PlaceRow& place)
{
    constexpr std::array<std::string_view, 22> countries{"SY", "IQ", "JO", "LB", "PS", "IL", "EG", "SA", "YE", "OM", "AE", "QA", "BH", "KW", "LY", "TN", "DZ", "MA", "MR", "SD", "TD", "SO"};
    return std::find(countries.begin(), countries.end(), std::string_view{place.country.data(), place.country.size()}) != countries.end();
}

/// One Arabic word with an article, where the name is foreign and has none ("السيول" is not "سيول"), or without where every spelling of a lesser name has one
/// ("خبر" is not "الخبر").
bool differs_in_article(const std::vector<Atom>& atoms, const Spot& spot, const Gazetteer::Blob& blob)
{
    constexpr std::string_view article = "ال";
    constexpr std::string_view hidden_article = "لل";  // "للكويت" is ل and الكويت
    constexpr std::size_t letter_bytes = 2;
    auto word = atoms[spot.first].normal;
    const auto cut = std::min(word.size(), letter_bytes * spot.trim);
    const bool hidden = spot.trim >= hidden_article.size() / letter_bytes && word.substr(0, cut).ends_with(hidden_article);
    word.remove_prefix(cut);
    const bool with_article = hidden || word.starts_with(article);
    return std::none_of(spot.known.begin(), spot.known.end(), [&](const NameRow& row) {
        const auto* place = blob.place(row.place);
        const bool agrees = blob.string(row.name).starts_with(article) == with_article;
        return agrees || (place != nullptr && (with_article ? speaks_arabic(*place) : place->own != 0));
    });
}

/// "في جدة", "على سلمية", "في الدورة": towns behind a word for "in"; "وأصيب جده", "مسيرة سلمية", "دورة تدريبية" are none.
bool is_town_behind_in(const std::vector<Atom>& atoms, const Spot& spot)
{
    return spot.in && spot.words() == 1 && atoms[spot.first].cue == Cue::everyday_town && atoms[spot.first].cue_trim == 0;
}

/// "بعد المغرب", "صلاة المغرب": the hour of sunset, and not Morocco.
bool is_sunset(const std::vector<Atom>& atoms, std::size_t i)
{
    constexpr std::array<std::string_view, 8> hours{"بعد", "قبل", "عند", "قبيل", "بعيد", "صلاه", "اذان", "حتي"};
    return i > 0 && atoms[i].normal == "المغرب" && std::ranges::find(hours, atoms[i - 1].normal) != hours.end();
}

/// "السلام عليكم يا جماعة", "صباح الخير": villages are called so, but people greet more often.
bool is_greeting(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> greetings{{{"السلام", "عليكم"}, {"صباح", "الخير"}, {"مساء", "الخير"}}};
    if (spot.words() != 2) return false;
    return std::ranges::find(greetings, std::pair{atoms[spot.first].normal, atoms[spot.first + 1].normal}) != greetings.end();
}

Spot known_spot(const std::vector<Atom>& atoms, std::size_t i, const Gazetteer::Blob& blob)
{
    Spot spot;
    spot.first = i;
    auto match = longest(atoms, i, atoms[i].normal, blob);
    const bool ordinary = (atoms[i].cue == Cue::common || is_everyday(atoms[i].cue)) && atoms[i].cue_trim == 0;  // "فرقة" is not ف and الرقة
    if (atoms[i].arabic && !ordinary) read_behind_clitics(atoms, i, blob, match, spot);
    spot.last = match.last;
    spot.known = match.known;
    const bool arabic_word = atoms[i].arabic && spot.words() == 1 && !spot.known.empty();
    const bool plain = is_everyday(atoms[i].cue) || is_sunset(atoms, i) || (arabic_word && differs_in_article(atoms, spot, blob));
    spot.everyday = (spot.words() == 1 && plain) || is_greeting(atoms, spot);
    return spot;
}

/// Names of countries and capitals stand beside other capitals without being part of them ("Syria Alhurra TV").
bool is_prominent(std::span<const NameRow> rows, const Gazetteer::Blob& blob)
{
    constexpr std::uint8_t prominent_rank = 5;
    return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) {
        const auto* place = blob.place(row.place);
        return place != nullptr && place->rank >= prominent_rank;
    });
}

/// "Assamaka-Nord": a part of a town, by its side in French.
bool is_part_by_its_side(const Atom& atom)
{
    constexpr std::array<std::string_view, 6> sides{"nord", "sud", "est", "ouest", "centre", "ville"};
    return atom.joined && atom.capital && std::ranges::find(sides, atom.normal) != sides.end();
}

/// Names that stand by themselves anywhere, as those of countries, governorates and large cities do.
bool stands_alone(std::span<const NameRow> rows, const Gazetteer::Blob& blob)
{
    constexpr std::uint32_t large_city = 300'000;
    return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) {
        const auto* place = blob.place(row.place);
        return place != nullptr && (is(*place, PlaceKind::country) || is(*place, PlaceKind::governorate) || place->population >= large_city);
    });
}

/// Whether another place begins at the atom behind a name: with a hyphen between them any that is known ("Bol-Kerem road"), else one that stands
/// by itself ("Ariha Idlib"); villages are called "Nyaung Kone" and "Dera Tang".
bool begins_second_place(const std::vector<Atom>& atoms, std::size_t at, const Gazetteer::Blob& blob)
{
    if (!atoms[at].capital || is_part_by_its_side(atoms[at])) return false;
    const auto known = longest(atoms, at, atoms[at].normal, blob).known;
    return !known.empty() && (atoms[at].joined || stands_alone(known, blob));
}

/// "Dera Tang": the name that is known is another spelling of a larger place ("Daraa"), which goes by its own where it stands beside others.
bool is_prominent_by_its_name(std::span<const NameRow> rows, const Gazetteer::Blob& blob)
{
    constexpr std::uint8_t prominent_rank = 5, country_rank = 9;
    return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) {
        const auto* place = blob.place(row.place);
        return place != nullptr && (place->rank >= country_rank || (place->rank >= prominent_rank && blob.string(row.name) == blob.string(place->name)));
    });
}

/// "al-Ward", "Takht-i-Nasrati": what hyphens bind into a name, whatever it means alone.
bool is_bound(const std::vector<Atom>& atoms, std::size_t at)
{
    return links_parts(atoms, at) || (atoms[at].joined && atoms[at].capital && (is_article(atoms[at - 1].normal) || (at > 1 && links_parts(atoms, at - 1))));
}

/// "Kota-Okola", "Nyaung Kone": a name that goes on in unknown capitals is another name, unless a second place begins there.
std::size_t end_of_longer_name(const std::vector<Atom>& atoms, const Spot& spot, const Gazetteer::Blob& blob)
{
    if (atoms[spot.first].arabic || spot.last >= atoms.size()) return spot.last;
    const auto& next = atoms[spot.last];
    const bool hangs = next.joined && next.sentence == atoms[spot.first].sentence;
    const bool generic = opens_latin_name(atoms[spot.first].normal);
    const bool detached_article = generic && is_article(next.normal) && next.normal != "the" && spot.last + 1 < atoms.size() &&
                                  atoms[spot.last + 1].capital && goes_on(atoms, spot.first, spot.last + 1);  // "Tall as Samn"
    const bool joined_article = is_article(next.normal) && spot.last + 1 < atoms.size() && atoms[spot.last + 1].joined && atoms[spot.last + 1].capital &&
                                !stands_alone(longest(atoms, spot.last + 1, atoms[spot.last + 1].normal, blob).known, blob);  // "Busra al-Harir"
    const bool follows = spot.words() == 1 && goes_on(atoms, spot.first, spot.last) && (next.cue == Cue::none || ((generic || joined_article) && is_article(next.normal))) && next.demonym.empty() &&
                         (next.capital || detached_article ||
                          (is_article(next.normal) && spot.last + 1 < atoms.size() && atoms[spot.last + 1].joined && atoms[spot.last + 1].capital));
    if (!(hangs || follows) || next.number) return spot.last;
    if (begins_second_place(atoms, spot.last, blob)) return spot.last;
    auto last = spot.last;
    const bool linked = links_parts(atoms, spot.last);
    if (hangs && !next.capital && !is_article(next.normal) && !linked) return spot.last;  // "Iran-backed"
    while (last < atoms.size() && last < spot.first + name_atoms_max && goes_on(atoms, spot.first, last) &&
                         (atoms[last].cue == Cue::none || atoms[last].cue == Cue::person || is_article(atoms[last].normal) || is_bound(atoms, last)) &&
           (atoms[last].joined || atoms[last].capital || (detached_article && last == spot.last) ||
            (is_article(atoms[last].normal) && last + 1 < atoms.size() && atoms[last + 1].joined)))
        ++last;
    while (last > spot.last && is_article(atoms[last - 1].normal)) --last;
    return last;
}

bool softens_in_hashtag(const Atom& atom)
{
    switch (atom.cue) {
    case Cue::direction:
    case Cue::countryside:
    case Cue::desert:
    case Cue::area:
    case Cue::settlement:
    case Cue::district:
    case Cue::governorate:
    case Cue::site:
    case Cue::quarter:
    case Cue::water:
    case Cue::mountain:
    case Cue::road: return true;
    default: return is_article(atom.normal);
    }
}

/// A hashtag is one name: a place in it is a mention only if nothing but words that belong to places stands beside it ("#ريف_حلب", not "#سيول_الأردن").
bool is_cut_from_hashtag(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto same = [&](std::size_t i, std::size_t of) { return atoms[i].hashtag != 0 && atoms[i].hashtag == atoms[of].hashtag; };
    for (auto i = spot.first; i > 0 && same(i - 1, spot.first); --i)
        if (!softens_in_hashtag(atoms[i - 1])) return true;
    for (auto i = spot.last; i < atoms.size() && same(i, spot.last - 1); ++i)
        if (!softens_in_hashtag(atoms[i])) return true;
    return false;
}

/// What is left of a spot that a hashtag cuts: a country or capital still tells what the text is about.
void read_hashtag(const std::vector<Atom>& atoms, const Gazetteer::Blob& blob, Spot& spot)
{
    if (!is_cut_from_hashtag(atoms, spot)) return;
    if (is_prominent(spot.known, blob)) spot.only_context = true;
    else spot.last = spot.first;
}

/// "في محافظة إدلب ودير سنبل": what stands in one place stands in the other too. "وصلت تعزيزات لدابق في ريف حلب": what is told to lie somewhere is a place.
bool is_told_behind_clitic(const std::vector<Atom>& atoms, const Spot& spot, const std::vector<Spot>& spots)
{
    constexpr std::string_view conjunction = "و", towards = "ل";
    if (spot.trim == 0) return false;
    const auto in_sentence = [&](std::size_t i) { return i < atoms.size() && atoms[i].sentence == atoms[spot.first].sentence; };
    const bool joined = atoms[spot.first].normal.starts_with(conjunction) && !spots.empty() && spots.back().last == spot.first && in_sentence(spots.back().first);
    if (joined && (spots.back().in || tells_place(spots.back().before))) return true;
    return atoms[spot.first].normal.starts_with(towards) && in_sentence(spot.last + 1) && atoms[spot.last].cue == Cue::in && tells_place(atoms[spot.last + 1].cue);
}

}  // namespace

bool tells_place(Cue before)
{
    switch (before) {
    case Cue::settlement:
    case Cue::near:
    case Cue::direction:
    case Cue::countryside:
    case Cue::district:
    case Cue::governorate:
    case Cue::desert:
    case Cue::quarter:
    case Cue::site: return true;
    default: return false;
    }
}

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
            const bool hangs = spot.last < atoms.size() && atoms[spot.last].joined;
            const bool prominent = is_prominent_by_its_name(spot.known, blob);
            const bool article = spot.last < atoms.size() && is_article(atoms[spot.last].normal);
            const bool may_go_on = hangs || article || opens_latin_name(atoms[i].normal) || !prominent;
            if (const auto last = end_of_longer_name(atoms, spot, blob); last > spot.last && may_go_on) {
                spot.last = last;
                spot.known = {};
            }
            read_surroundings(atoms, spot);
            spot.in = spot.in || is_told_behind_clitic(atoms, spot, spots);
            spot.everyday = spot.everyday && !is_town_behind_in(atoms, spot);
            if (spot.known.empty() && !spot.in && !is_shown_a_place(atoms, spot)) spot.last = i;  // most likely a person
        } else {
            spot = unknown_name(atoms, i);
        }
        if (spot.last > i) read_hashtag(atoms, blob, spot);
        if (spot.last <= i) {
            ++i;
            continue;
        }
        i = spot.last;
        spots.push_back(spot);
    }
    add_companions(atoms, spots);
    return spots;
}

}  // namespace sitrep::place
