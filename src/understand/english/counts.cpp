// Numbers of people and things in English, with the words that soften them.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "text/numbers.hpp"
#include "understand/english/ages.hpp"
#include "understand/english/sheet.hpp"
#include "understand/tagging/tagged_tolls.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t softener_tokens_max = 4;

bool words_before(const Sheet& sheet, std::uint32_t end, std::uint32_t begin, std::initializer_list<std::string_view> words)
{
    if (end < begin + words.size()) return false;
    std::uint32_t at = end - static_cast<std::uint32_t>(words.size());
    for (const std::string_view word : words)
        if (!sheet.word_is(at++, word)) return false;
    return true;
}

enum class Softener { none, least, most, about };

// Moves count.tokens.first over "at least", "more than", "up to", "about" …
Softener take_softener(const Sheet& sheet, Count& count, std::uint32_t begin)
{
    const std::uint32_t at = count.tokens.first;
    const auto take = [&](std::uint32_t tokens, Softener softener) {
        count.tokens.first = at - tokens;
        return softener;
    };
    for (const auto word : {"least", "minimum"})
        if (words_before(sheet, at, begin, {"at", word})) return take(2, Softener::least);
    for (const auto word : {"more", "fewer", "less"})
        if (words_before(sheet, at, begin, {word, "than"})) {
            const bool not_fewer = words_before(sheet, at - 2, begin, {"no"}) || words_before(sheet, at - 2, begin, {"not"});
            if (std::string_view(word) == "more" && !not_fewer) return take(2, Softener::least);
            return take(not_fewer ? 3 : 2, not_fewer && std::string_view(word) != "more" ? Softener::least : Softener::most);
        }
    if (words_before(sheet, at, begin, {"as", "many", "as"})) return take(3, Softener::most);
    if (words_before(sheet, at, begin, {"up", "to"})) return take(2, Softener::most);
    for (const auto word : {"over", "above"})
        if (words_before(sheet, at, begin, {word})) return take(1, Softener::least);
    for (const auto word : {"about", "around", "some", "nearly", "almost", "approximately", "roughly", "estimated"})
        if (words_before(sheet, at, begin, {word})) return take(1, Softener::about);
    return Softener::none;
}

std::optional<Count> read_count(const Sheet& sheet, std::uint32_t at)
{
    if (sheet.in_date(at) || sheet.in_place(at) || is_age(sheet.document, at)) return std::nullopt;
    const auto number = text::read_number(sheet.document, at);
    if (!number || !number->is_whole() || number->value < 0) return std::nullopt;
    Count count;
    count.tokens = {at, at + static_cast<std::uint32_t>(number->tokens)};
    count.low = number->whole();
    count.high = count.low;
    // "two dozen" is a size, but it is the figure that was given; "dozens" and "several" are none.
    count.vague = number->vague && !(sheet.word_is(count.tokens.last - 1, "dozen") && number->tokens > 1) && !sheet.word_is(count.tokens.last - 1, "couple");
    count.is_ordinal = number->ordinal;
    return count;
}

bool counts_things(const Sheet& sheet, const Count& count, std::uint32_t sentence_end)
{
    const std::uint32_t next = count.tokens.last;
    if (next >= sentence_end) return false;
    if (sheet.is(next, WordClass::number_unit) || sheet.is(next, WordClass::thing_unit)) return true;
    if (sheet.word_is(next, "-") && sheet.is(next + 1, WordClass::number_unit)) return true;
    // "40 of his sheep"
    for (std::uint32_t at = next + 1; sheet.is(next, WordClass::of) && at < std::min(sentence_end, next + 3); ++at)
        if (sheet.is(at, WordClass::thing_unit)) return true;
    // "two Katyusha rockets", "two civilian vehicles": an adjective may stand between.
    return next + 1 < sentence_end && sheet.token(next).kind == text::TokenKind::word && !sheet.is(next, WordClass::conj) &&
           !sheet.is(next, WordClass::prep) && sheet.act_at[next] == 0 && sheet.is(next + 1, WordClass::thing_unit);
}

// "20 to 40", "10 or 11", "between 5 and 8": joins the second number to the first.
void join_range(const Sheet& sheet, Count& count, std::uint32_t sentence_end)
{
    const std::uint32_t joint = count.tokens.last;
    if (joint + 1 >= sentence_end || count.vague || is_change(sheet.document, count.tokens.first)) return;  // "rose from nine to thirteen"
    const bool between = count.tokens.first > 0 && sheet.word_is(count.tokens.first - 1, "between") && sheet.word_is(joint, "and");
    const bool range = sheet.word_is(joint, "to") || sheet.word_is(joint, "or") || sheet.word_is(joint, "-") || sheet.word_is(joint, "–");
    if (!between && !range) return;
    const auto second = read_count(sheet, joint + 1);
    if (!second || second->vague || second->is_ordinal || second->low < count.low) return;
    count.high = second->high;
    count.tokens.last = second->tokens.last;
    if (between) --count.tokens.first;
}

// "No casualty figures were given", "no deaths had been confirmed": nobody says that nobody was hurt.
bool is_not_known(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    constexpr std::uint32_t reach = 6;
    constexpr std::array unknown{"figure", "figures", "toll", "number", "numbers", "confirmed", "known", "given", "available", "released"};
    const std::uint32_t end = std::min(sentence_end, at + reach);
    for (std::uint32_t token = at + 1; token < end && !sheet.is_punctuation(token); ++token)
        if (std::any_of(unknown.begin(), unknown.end(), [&](const char* word) { return sheet.word_is(token, word); })) return true;
    return false;
}

// "without casualties", "without causing any injuries": the words before those that tell of victims.
std::optional<Count> without_any(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    constexpr std::array between{"causing", "leaving", "inflicting", "any", "human", "reported"};
    constexpr std::array suffering{"suffering", "sustaining", "taking"};  // of their own, which says nothing of others that are counted
    constexpr std::array victims{"casualties", "casualty", "injuries", "deaths", "fatalities", "victims", "loss", "harm", "bloodshed"};
    if (!sheet.word_is(at, "without")) return std::nullopt;
    const auto is_one_of = [&](std::uint32_t token, const auto& words) { return std::any_of(words.begin(), words.end(), [&](const char* word) { return sheet.word_is(token, word); }); };
    std::uint32_t noun = at + 1;
    const bool others_counted = !sheet.counts.empty() && sheet.document.sentence_of(sheet.counts.back().tokens.first) == sheet.document.sentence_of(at);
    if (noun < sentence_end && is_one_of(noun, suffering) && !others_counted) ++noun;
    while (noun < sentence_end && is_one_of(noun, between)) ++noun;
    if (noun >= sentence_end || !is_one_of(noun, victims)) return std::nullopt;
    if (sheet.is(noun + 1, WordClass::of) && !sheet.word_is_any(noun + 2, {"life", "lives", "men"})) return std::nullopt;  // "without loss of equipment"
    Count count;
    count.tokens = {at, noun};
    count.high = 0;
    return count;
}

// "Not one person was killed", "not a single soldier": the words before who are counted; not in "not one but two".
std::optional<Count> not_even_one(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    if (!sheet.word_is(at, "not") || at + 2 >= sentence_end) return std::nullopt;
    const bool single = sheet.word_is_any(at + 1, {"a", "one"}) && sheet.word_is(at + 2, "single");
    const std::uint32_t behind = at + (single ? 3 : 2);
    if ((!single && !sheet.word_is(at + 1, "one")) || behind >= sentence_end || sheet.is_punctuation(behind) || sheet.word_is_any(behind, {"but", "or"})) return std::nullopt;
    Count count;
    count.tokens = {at, behind};
    count.high = 0;
    return count;
}

std::optional<Count> no_one(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    if (const auto not_one = not_even_one(sheet, at, sentence_end)) return not_one;
    if (const auto without = without_any(sheet, at, sentence_end)) return without;
    const bool none_at_all = sheet.is(at, WordClass::zero);
    const bool no_one_at_all =
        sheet.word_is(at, "no") && at + 1 < sentence_end &&
        sheet.word_is_any(at + 1, {"one", "casualties", "casualty", "injuries", "deaths", "fatalities", "victims", "wounded", "losses", "dead", "injured", "human", "loss", "lives", "life", "harm"});
    if ((!none_at_all && !no_one_at_all) || (no_one_at_all && is_not_known(sheet, at, sentence_end))) return std::nullopt;
    Count count;
    count.tokens = {at, at + (no_one_at_all && sheet.word_is(at + 1, "one") ? 2U : 1U)};
    count.high = 0;
    return count;
}

// "Both drivers", not "both drivers and passengers".
bool are_people(const Sheet& sheet, std::uint32_t noun, std::uint32_t sentence_end)
{
    if (noun >= sentence_end) return false;
    const auto found = sheet.lexicon.people().find_at(sheet.document, sheet.ids, noun);
    if (!found || found->form != static_cast<std::uint8_t>(Form::plural) || sheet.lexicon.people_entries[found->entry].thing) return false;
    return found->last >= sentence_end || !sheet.is(found->last, WordClass::and_);
}

// "killing both", "both of them", "both drivers", "both his sons"; in "both soldiers and civilians" the word counts nothing.
std::optional<Count> both_of_two(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    constexpr std::array owners{"his", "her", "their", "its"};
    constexpr std::array of_one{"legs", "arms", "hands", "eyes", "feet", "sides", "knees"};
    if (!sheet.word_is(at, "both")) return std::nullopt;
    if (at > 0 && sheet.word_is(at - 1, "not")) return std::nullopt;                                      // "not both were killed"
    if (at > 1 && sheet.word_is(at - 1, "of") && sheet.word_is(at - 2, "neither")) return std::nullopt;  // "neither of both was hurt"
    const auto is_one_of = [&](std::uint32_t token, const auto& words) { return std::any_of(words.begin(), words.end(), [&](const char* word) { return sheet.word_is(token, word); }); };
    const bool owned = at + 2 < sentence_end && is_one_of(at + 1, owners) && !is_one_of(at + 2, of_one) && (sheet.token(at + 2).normal.ends_with("s") || sheet.word_is(at + 2, "children"));
    const bool people = are_people(sheet, at + 1, sentence_end) || (sheet.is(at + 1, WordClass::adj) && are_people(sheet, at + 2, sentence_end));
    const bool alone = people || at + 1 == sentence_end || sheet.is_punctuation(at + 1) || sheet.is(at + 1, WordClass::of) || owned;
    if (!alone) return std::nullopt;
    return Count{.tokens = {at, at + 1}, .low = 2, .high = 2};
}

// "his twin girls"; "twin bombings" are none of these.
std::optional<Count> twins(const Sheet& sheet, std::uint32_t at, std::uint32_t sentence_end)
{
    constexpr std::array children{"girls", "boys", "sons", "daughters", "sisters", "brothers", "babies", "children", "infants"};
    if (!sheet.word_is(at, "twin") || at + 1 >= sentence_end) return std::nullopt;
    if (std::none_of(children.begin(), children.end(), [&](const char* word) { return sheet.word_is(at + 1, word); })) return std::nullopt;
    return Count{.tokens = {at, at + 1}, .low = 2, .high = 2};
}

}  // namespace

void find_counts(Sheet& sheet)
{
    for (const text::Sentence& sentence : sheet.document.sentences()) {
        std::uint32_t free_from = sentence.first;
        for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
            auto count = no_one(sheet, at, sentence.last);
            if (!count) count = both_of_two(sheet, at, sentence.last);
            if (!count) count = twins(sheet, at, sentence.last);
            if (!count && sheet.token(at).kind == text::TokenKind::punctuation) continue;
            if (!count) {
                count = read_count(sheet, at);
                if (!count) continue;
                join_range(sheet, *count, sentence.last);
                const Softener softener = take_softener(sheet, *count, std::max(free_from, at >= softener_tokens_max ? at - softener_tokens_max : 0));
                if (softener == Softener::least && count->low == count->high) count->high.reset();
                count->of_things = counts_things(sheet, *count, sentence.last);
            }
            sheet.counts.push_back(*count);
            for (std::uint32_t token = count->tokens.first; token < count->tokens.last; ++token)
                sheet.count_at[token] = static_cast<std::uint32_t>(sheet.counts.size());
            free_from = count->tokens.last;
            at = count->tokens.last - 1;
        }
    }
}

}  // namespace sitrep::understand::english
