// Acts that begin with a thing: "drones hit a depot" is no "a drone was hit", and "a car exploded" no "the mine under a car exploded".
#include <algorithm>

#include "text/numbers.hpp"
#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

namespace {

// "A helicopter was hit", "a drone hit by the guards": the thing suffers what the phrase takes for its deed.
bool suffers(const Sheet& sheet, const Hit& hit)
{
    if (sheet.entry(hit).kind != IncidentKind::airstrike || hit.last - hit.first < 2) return false;
    if (!sheet.word_is_any(hit.last - 1, {"hit", "struck", "bombed", "attacked", "targeted", "pounded", "rocketed"})) return false;
    if (sheet.is(hit.last, WordClass::by)) return true;
    for (std::uint32_t at = hit.first + 1; at + 1 < hit.last; ++at)
        if (sheet.is(at, WordClass::be)) return true;
    return false;
}

bool told_of_vehicle(const Sheet& sheet, const Hit& hit)
{
    const ActEntry& entry = sheet.entry(hit);
    return entry.kind == IncidentKind::suicide_or_vehicle_bomb && !entry.attack;
}

// "A mine under his parked car exploded": what went off stands before the preposition. What was in the car made it a bomb.
bool stands_beside_bomb(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t modifiers_max = 4;
    const std::uint32_t begin = std::max(sheet.sentence_of(hit.first).first, hit.first >= modifiers_max ? hit.first - modifiers_max : 0);
    for (std::uint32_t at = hit.first; at > begin; --at) {
        const std::uint32_t word = at - 1;
        if (sheet.is(word, WordClass::prep)) return !sheet.word_is_any(word, {"in", "inside", "when", "as", "after", "before", "since", "until"});
        if (sheet.is_punctuation(word) || sheet.act_at[word] != 0 || sheet.is(word, WordClass::be) || sheet.is(word, WordClass::clause)) return false;
    }
    return false;
}

// "The vehicle exploded on a landmine", "a truck carrying fuel exploded", "a motorcycle exploded when troops opened fire on it"
bool beside_mine(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t reach = 16;
    const text::Sentence& sentence = sheet.sentence_of(hit.first);
    const std::uint32_t begin = std::max(sentence.first, hit.first >= reach ? hit.first - reach : 0);
    bool because = false;
    for (std::uint32_t at = begin; at < std::min(sentence.last, hit.last + reach); ++at) {
        if (sheet.word_is_any(at, {"mine", "mines", "landmine", "landmines", "ied", "ieds", "roadside", "fuel", "gas", "petrol", "drone", "drones", "missile", "airstrike", "rocket"})) return true;
        because = at >= hit.last && (because || sheet.word_is_any(at, {"when", "after", "as"}));
        if (because && sheet.word_is_any(at, {"fire", "fired"})) return true;
    }
    return false;
}

// The phrase that ends such a phrase: the verb alone.
std::optional<Hit> verb_of(const Sheet& sheet, const Hit& hit)
{
    for (std::uint32_t at = hit.first + 1; at < hit.last; ++at)
        if (const auto verb = sheet.lexicon.acts().find_at(sheet.document, sheet.ids, at); verb && verb->last == hit.last) return verb;
    return std::nullopt;
}

bool tells_person(const Sheet& sheet, std::uint32_t first, std::uint32_t last)
{
    const std::uint32_t end = std::min<std::uint32_t>(last, static_cast<std::uint32_t>(sheet.size()));
    for (std::uint32_t at = first; at < end; ++at) {
        if (sheet.word_is_any(at, {"they", "them", "he", "him", "she", "her", "who", "we", "us", "me", "others", "everyone"}) || text::read_number(sheet.document, at)) return true;
        if (const auto people = sheet.lexicon.people().find_at(sheet.document, sheet.ids, at); people && !sheet.lexicon.people_entries[people->entry].thing) return true;
        if (sheet.lexicon.actors().find_at(sheet.document, sheet.ids, at)) return true;
    }
    return false;
}

// "A dog chased a boy from the farm", "the wind whipped the town", "a tractor was driven from the fields": people do such a deed to people.
bool lacks_people(const Sheet& sheet, const Hit& hit)
{
    constexpr std::uint32_t before = 9, behind = 4;
    const bool whips = sheet.word_is(hit.first, "whipped");
    const bool drives = hit.last - hit.first > 1 && sheet.word_is_any(hit.first, {"chase", "chases", "chased", "chasing", "drive", "drives", "drove", "driven", "driving"});
    if (!whips && !drives) return false;
    const text::Sentence& sentence = sheet.sentence_of(hit.first);
    const bool named = tells_person(sheet, std::max(sentence.first, hit.first > before ? hit.first - before : 0), hit.first);
    const bool suffered = hit.first > sentence.first && (sheet.is(hit.first - 1, WordClass::be) || sheet.word_is(hit.last, "by"));
    return !named || (!suffered && !tells_person(sheet, hit.first + 1, whips ? std::min(sentence.last, hit.last + behind) : hit.last));
}

// "Hit back in the face of criticism" hurts nobody.
bool is_in_the_face_of(const Sheet& sheet, const Hit& hit)
{
    return sheet.word_is(hit.last - 1, "face") && sheet.is(hit.last, WordClass::of) && sheet.entry(hit).count_at == CountAt::inside;
}

}  // namespace

void part_things_from_acts(Sheet& sheet)
{
    std::vector<Hit> acts;
    acts.reserve(sheet.acts.size());
    for (const Hit& hit : sheet.acts) {
        if (lacks_people(sheet, hit) || is_in_the_face_of(sheet, hit)) continue;
        const bool verb_alone = suffers(sheet, hit) || (told_of_vehicle(sheet, hit) && (stands_beside_bomb(sheet, hit) || beside_mine(sheet, hit)));
        if (!verb_alone) acts.push_back(hit);
        else if (const auto verb = verb_of(sheet, hit)) acts.push_back(*verb);
    }
    sheet.acts = std::move(acts);
}

}  // namespace sitrep::understand::english
