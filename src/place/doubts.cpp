#include "place/doubts.hpp"

#include "place/keys.hpp"
#include "text/word_table.hpp"

namespace sitrep::place {
namespace {

constexpr std::size_t organisation_words_max = 5;

const Atom* beside(const std::vector<Atom>& atoms, const Spot& spot, std::ptrdiff_t offset)
{
    const auto at = static_cast<std::ptrdiff_t>(offset < 0 ? spot.first : spot.last - 1) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(atoms.size())) return nullptr;
    const auto& atom = atoms[static_cast<std::size_t>(at)];
    const bool same_hashtag = atom.hashtag == atoms[spot.first].hashtag;  // "#Athens #Greece" are two names
    return atom.sentence == atoms[spot.first].sentence && same_hashtag ? &atom : nullptr;
}

/// What a "Department" that is no unit of a country is for: "the Philippines Department of Health".
bool is_of_or_for(const Atom* atom) { return atom != nullptr && (atom->normal == "of" || atom->normal == "for"); }

/// "Deir ez-Zor Military Council", "Syria Direct News": capitals that run on to a word for an organisation.
bool runs_on_to_organisation(const std::vector<Atom>& atoms, const Spot& spot)
{
    for (std::size_t step = 1; step <= organisation_words_max; ++step) {
        const auto* atom = beside(atoms, spot, static_cast<std::ptrdiff_t>(step));
        if (atom == nullptr || !atom->word) return false;
        if (atom->cue == Cue::organisation && (atom->capital || step == 1)) return true;
        if (atom->capital && atom->normal == "department" && is_of_or_for(beside(atoms, spot, static_cast<std::ptrdiff_t>(step) + 1))) return true;
        const bool link = atom->normal == "of" || atom->normal == "for" || atom->normal == "and";
        if (!atom->capital && !(link && step > 1)) return false;
    }
    return false;
}

/// "University of Mosul", "Observatory for Human Rights in Syria", "State in Iraq".
bool follows_organisation(const std::vector<Atom>& atoms, const Spot& spot)
{
    constexpr std::ptrdiff_t looked_at_max = 4;
    const auto* link = beside(atoms, spot, -1);
    if (link == nullptr || !(link->normal == "of" || link->normal == "for" || link->normal == "in")) return false;
    for (std::ptrdiff_t step = 2; step <= looked_at_max; ++step) {
        const auto* atom = beside(atoms, spot, -step);
        if (atom == nullptr || !atom->word) return false;
        if (!atom->capital && atom->normal != "the" && atom->normal != "for" && atom->normal != "of") return false;
        if (atom->capital && (atom->cue == Cue::organisation || atom->normal == "rights" || (atom->normal == "state" && link->normal == "in"))) return true;
    }
    return false;
}

/// A given name or a title before, or an unknown capitalised word right before a short name: "Abu Yasser", "Mustafa Kadhimi".
bool is_part_of_person(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* before = beside(atoms, spot, -1);
    if (before != nullptr && before->word && !atoms[spot.first].joined) {
        if (before->cue == Cue::person && (before->capital || before->arabic)) return true;
        if (before->capital && before->cue == Cue::none && !before->first && before->demonym.empty() && !before->possessive) return true;
    }
    const auto* after = beside(atoms, spot, 1);
    const bool runs_on = after != nullptr && after->word && after->capital && after->cue == Cue::none && after->demonym.empty();
    return runs_on && spot.words() == 1 && !spot.in;
}

/// "Kurdistan 24", "Suwayda 24": outlets.
bool is_outlet(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* after = beside(atoms, spot, 1);
    return after != nullptr && after->number && after->normal == "24";
}

/// "Islamic State West Africa Province", "Tehreek-e-Taliban Pakistan".
bool follows_armed_group(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* before = beside(atoms, spot, -1);
    if (before == nullptr || !before->capital) return false;
    const auto* first = beside(atoms, spot, -2);
    return before->normal == "taliban" || before->normal == "qaeda" || (before->normal == "state" && first != nullptr && first->normal == "islamic");
}

/// "قوات سوريا الديمقراطية", and "السورية" as an adjective; but "في السعودية" is the country.
bool is_arabic_attribute(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* after = beside(atoms, spot, 1);
    if (after != nullptr && after->normal == "الديمقراطيه") return true;
    const auto* before = beside(atoms, spot, -1);
    const bool stands_alone = before == nullptr || !before->word || before->cue == Cue::in || atoms[spot.first].hashtag != 0;
    if (stands_alone && !spot.known.empty()) return false;
    return spot.words() == 1 && atoms[spot.first].normal.starts_with("ال") && !atoms[spot.first].demonym.empty();
}

/// Arabic: the noun right before rules the name ("مجلس دير الزور", "جامعة دمشق").
bool is_ruled_by_organisation(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* before = beside(atoms, spot, -1);
    return before != nullptr && before->arabic && spot.trim == 0 && before->cue == Cue::organisation;
}

/// "US", "U.S.", "UK": with a noun after it such a name says whose a thing is ("US soldiers"), with or without an article.
bool is_abbreviation(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto& name = atoms[spot.first].normal;
    return spot.words() == 1 && (name == "us" || name == "u.s." || name == "u.s" || name == "uk" || name == "u.k." || name == "u.k");
}

/// A verb or a function word: what stands before it is a whole, as in "the US has said", and no attribute as in "the US embassy".
bool ends_noun_phrase(std::string_view normal)
{
    using Words = text::WordTable<bool>;
    static const Words table = [] {
        constexpr std::string_view words =
            "has have had is are was were be been being will would could should may might can must do does did not also and or but nor yet so if as than "
            "to in on at by for from with of into onto over under between among amid against across through within without during despite since until while "
            "when where which who whose whom that because although though after before about around near outside inside beyond per via "
            "this these those there then now today yesterday tomorrow last next only even still again already later it its he she they we you i his her their our "
            "said says say saying told tells went goes came comes made makes took takes gave gives began begins saw sees sent sends got gets became becomes "
            "fell rose held struck won lost kept left spent bought sold put set cut hit let wants needs hopes faces remains plans agrees";
        Words all;
        for (auto rest = words; !rest.empty();) {
            const auto space = rest.find(' ');
            all.put(rest.substr(0, space), true);
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
        }
        return all;
    }();
    constexpr std::size_t shortest_past = 6;
    return table.find(normal) != nullptr || (normal.size() >= shortest_past && normal.ends_with("ed") && normal != "backed" && normal != "allied");
}

}  // namespace

bool is_attribute(const std::vector<Atom>& atoms, const Spot& spot)
{
    const auto* before = beside(atoms, spot, -1);
    const auto* after = beside(atoms, spot, 1);
    if (after != nullptr && after->joined && !after->capital && !atoms[spot.first].arabic) return true;  // "Iran-backed"
    if (after != nullptr && after->normal == "$") return true;  // "US$"
    if (after == nullptr || !after->word || after->joined || ends_noun_phrase(after->normal)) return false;
    if (is_abbreviation(atoms, spot)) return !after->number && (!after->capital || after->cue == Cue::organisation || after->cue == Cue::person || after->cue == Cue::common);
    if (before == nullptr || before->cue != Cue::article) return false;
    const auto* first = beside(atoms, spot, -2);
    if (first != nullptr && first->cue == Cue::near) return false;
    return after->cue == Cue::none || after->cue == Cue::organisation || after->cue == Cue::person || after->cue == Cue::common;
}

bool may_be_called_after(const Spot& spot)
{
    const auto calls = [](Cue cue) { return cue == Cue::road || cue == Cue::quarter; };
    return calls(spot.before) || calls(spot.after);
}

bool is_town_of_organisation(const std::vector<Atom>& atoms, const Spot& spot)
{
    return !spot.everyday && (atoms[spot.first].arabic ? is_ruled_by_organisation(atoms, spot) : runs_on_to_organisation(atoms, spot));
}

bool is_part_of_other_name(const std::vector<Atom>& atoms, const Spot& spot)
{
    if (is_outlet(atoms, spot)) return true;
    if (atoms[spot.first].arabic) return is_ruled_by_organisation(atoms, spot) || is_arabic_attribute(atoms, spot) || is_part_of_person(atoms, spot);
    return follows_armed_group(atoms, spot) || runs_on_to_organisation(atoms, spot) || follows_organisation(atoms, spot) || is_part_of_person(atoms, spot);
}

}  // namespace sitrep::place
