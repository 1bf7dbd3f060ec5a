#include "understand/english/accidents.hpp"

#include <algorithm>
#include <iterator>

#include "understand/english/steps.hpp"

namespace sitrep::understand::english {

namespace {

bool is_armed(const Group& group)
{
    return is_insurgent(group.side) || group.side == Side::unnamed_gunmen || group.side == Side::militia || group.attacker || group.protester;
}

// "Tigers killed five": in the middle of a sentence it is a name.
bool is_name(const Sheet& sheet, const Hit& mark)
{
    const text::Sentence& sentence = sheet.sentence_of(mark.first);
    return !sentence.in_title && mark.first != sentence.first && sheet.token(mark.first).capital;
}

// "Mortar fire", "fire from the fort": that of weapons; "a fire", "a market fire", "the blaze" is none.
bool is_gunfire(const Sheet& sheet, const Hit& mark)
{
    if (!sheet.word_is(mark.first, "fire")) return false;
    const text::Sentence& sentence = sheet.sentence_of(mark.first);
    const auto is_article = [&](std::uint32_t at) { return sheet.is(at, WordClass::article) || sheet.is(at, WordClass::the); };
    const bool named = mark.first > sentence.first && (is_article(mark.first - 1) || (mark.first > sentence.first + 1 && is_article(mark.first - 2)));
    return !named || sheet.word_is(mark.last, "from") || (mark.first > 0 && sheet.weapon_at[mark.first - 1] != 0);
}

// What may stand before the head of a subject: "two", "heavy", "Thursday's", "a Karachi".
bool may_precede(const Sheet& sheet, std::uint32_t at)
{
    return sheet.is(at, WordClass::det) || sheet.is(at, WordClass::adj) || sheet.count_at[at] != 0 || sheet.in_date(at) || sheet.in_place(at) || sheet.word_is(at, "'s");
}

// "A lorry loaded with [gas cylinders blew up]": they are no subject.
bool is_in_phrase(const Sheet& sheet, const Hit& mark)
{
    const std::uint32_t begin = sheet.sentence_of(mark.first).first;
    std::uint32_t at = mark.first;
    while (at > begin && may_precede(sheet, at - 1)) --at;
    return at > begin && (sheet.is(at - 1, WordClass::prep) || sheet.is(at - 1, WordClass::of) || sheet.word_is(at - 1, "with"));
}

}  // namespace

Accidents::Accidents(const Sheet& sheet) : sheet_(sheet)
{
    const auto& accidents = sheet.marks[static_cast<std::size_t>(Marker::accident)];
    const auto& hazards = sheet.marks[static_cast<std::size_t>(Marker::hazard)];
    std::ranges::merge(accidents, hazards, std::back_inserter(marks_), {}, &Hit::first, &Hit::first);
    std::erase_if(marks_, [&](const Hit& mark) { return is_name(sheet, mark) || is_gunfire(sheet, mark); });
    if (marks_.empty()) return;
    armed_.resize(sheet.document.sentences().size());
    const auto arm = [&](std::uint32_t at) { armed_[sheet.document.sentence_of(at)] = 1; };
    const auto is_wreck = [&](const Hit& weapon) { return std::ranges::any_of(near(weapon), [&](const Hit& mark) { return mark.first <= weapon.first && weapon.last <= mark.last; }); };
    for (const Hit& weapon : sheet.weapons)
        if (!is_wreck(weapon)) arm(weapon.first);  // "a helicopter crashed"
    for (const Group& group : sheet.groups)
        if (is_armed(group)) arm(group.head);
    for (const Hit& act : sheet.acts) {
        const ActEntry& entry = sheet.entry(act);
        const bool violent = entry.attack || (entry.strength == Strength::certain && !entry.generic && entry.kind != IncidentKind::ied_or_mine);
        if (violent && !is_of_an_accident(act)) arm(act.first);
    }
}

bool Accidents::tell(const Hit& hit, bool nominal) const
{
    if (marks_.empty() || is_armed_near(hit)) return false;
    if (is_of_an_accident(hit)) return true;
    const ActEntry& entry = sheet_.entry(hit);
    const bool deed = nominal && static_cast<Form>(hit.form) != Form::gerund;
    if (deed || !entry.generic || entry.attack) return false;
    return std::ranges::any_of(near(hit), [&](const Hit& mark) { return is_its_subject(mark, hit) || is_its_cause(mark, hit); });
}

std::span<const Hit> Accidents::near(const Hit& hit) const
{
    constexpr std::uint32_t reach = 40;
    const text::Sentence& sentence = sheet_.sentence_of(hit.first);
    const std::uint32_t begin = std::max(sentence.first, hit.first > reach ? hit.first - reach : 0);
    const std::uint32_t end = std::min(sentence.last, hit.last + reach);
    return {std::ranges::lower_bound(marks_, begin, {}, &Hit::first), std::ranges::lower_bound(marks_, end, {}, &Hit::first)};
}

// Reports a few sentences away may tell why it crashed.
bool Accidents::is_armed_near(const Hit& hit) const
{
    constexpr std::size_t sentences_near = 2;
    const std::size_t own = sheet_.document.sentence_of(hit.first);
    const std::size_t last = std::min(armed_.size(), own + sentences_near + 1);
    for (std::size_t at = own > sentences_near ? own - sentences_near : 0; at < last; ++at)
        if (armed_[at]) return true;
    return false;
}

// "A [lion attacked] two shepherds", "a [train hit] a car", "a [heart attack]"
bool Accidents::is_of_an_accident(const Hit& hit) const
{
    const Form form = static_cast<Form>(hit.form);
    const bool verb = form == Form::past || form == Form::past_or_participle;
    const bool fire = sheet_.word_is(hit.first, "fire");  // "a fire at a prison": no firing
    return std::ranges::any_of(near(hit), [&](const Hit& mark) {
        const bool inside = (fire ? mark.first == hit.first : mark.first < hit.first) && mark.last > hit.first && mark.last <= hit.last;
        return inside && !(verb && is_in_phrase(sheet_, mark));
    });
}

// "A fire in a market in Karachi killed six", "floods hit Kunar, killing seven"
bool Accidents::is_its_subject(const Hit& mark, const Hit& hit) const
{
    if (mark.last > hit.first || has_auxiliary(sheet_, hit) ) return false;
    const text::Sentence& sentence = sheet_.sentence_of(hit.first);
    std::uint32_t begin = mark.first;
    if (begin > sentence.first + 1 && sheet_.is(begin - 2, WordClass::article)) --begin;  // "a factory fire"
    while (begin > sentence.first && may_precede(sheet_, begin - 1)) --begin;
    const bool opens = begin == sentence.first || sheet_.is_punctuation(begin - 1) || sheet_.is(begin - 1, WordClass::clause) || sheet_.is(begin - 1, WordClass::say);
    if (!opens) return false;
    const bool as_well = static_cast<Form>(hit.form) == Form::gerund && sheet_.is(hit.first - 1, WordClass::comma);
    const auto tells_more = [&](std::uint32_t word) { return sheet_.act_at[word] != 0 && sheet_.acts[sheet_.act_at[word] - 1].first >= mark.last; };
    for (std::uint32_t at = mark.last; at < hit.first - (as_well ? 1 : 0); ++at)
        if (sheet_.is_punctuation(at) || sheet_.is(at, WordClass::clause) || sheet_.is(at, WordClass::and_) || sheet_.is(at, WordClass::by) || (tells_more(at) && !as_well)) return false;
    return true;
}

// "Were killed in a road accident", "died of cholera", "were killed when their helicopter crashed"
bool Accidents::is_its_cause(const Hit& mark, const Hit& hit) const
{
    constexpr std::uint32_t words_between = 3;
    const std::uint32_t link = hit.last;
    if (mark.first <= link || mark.first - link > words_between + 1) return false;
    const bool when = sheet_.word_is(link, "when");
    if (!when && !sheet_.word_is_any(link, {"in", "by", "from", "of"})) return false;
    for (std::uint32_t at = link + 1; at < mark.first; ++at)
        if (sheet_.is_punctuation(at) || sheet_.is(at, WordClass::prep) || sheet_.is(at, WordClass::clause) || sheet_.act_at[at]) return false;
    const std::uint32_t behind = mark.last;  // "in flood plain clashes" is no flood
    return when || behind >= sheet_.sentence_of(hit.first).last || sheet_.is_punctuation(behind) || sheet_.is(behind, WordClass::prep) || sheet_.is(behind, WordClass::and_) ||
           sheet_.is(behind, WordClass::clause) || sheet_.in_date(behind);
}

}  // namespace sitrep::understand::english
