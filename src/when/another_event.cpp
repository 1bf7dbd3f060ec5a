#include <algorithm>
#include <array>
#include <string_view>

#include "when/found.hpp"

namespace sitrep::when {

namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool is_one_of(const Pieces& pieces, std::size_t i, const std::array<std::string_view, N>& words)
{
    return std::ranges::find(words, pieces.at(i).text) != words.end();
}

bool is_word(const Piece& piece)
{
    if (piece.digits > 0) return true;
    const unsigned char first = piece.text.empty() ? '\0' : static_cast<unsigned char>(piece.text.front());
    constexpr unsigned char arabic_first = 0xD8, arabic_last = 0xDB;  // first bytes of the Arabic letters in UTF-8
    return (first >= 'a' && first <= 'z') || (piece.arabic && first >= arabic_first && first <= arabic_last);
}

/// Whether the event that a distance is counted to is told behind it; not behind "two days later", "two days after.", بعد يومين من ذلك.
bool tells_event_behind(const Pieces& pieces, const Found& one)
{
    if (pieces.at(one.first).arabic) {
        constexpr std::array between{"واحد"sv, "واحده"sv, "فقط"sv, "تقريبا"sv};
        constexpr std::array joints{"من"sv, "علي"sv};
        constexpr std::array pointers{"ذلك"sv, "تلك"sv};
        std::size_t at = one.last;
        while (is_one_of(pieces, at, between)) ++at;
        return is_one_of(pieces, at, joints) && is_word(pieces.at(at + 1)) && !is_one_of(pieces, at + 1, pointers);
    }
    constexpr std::array quotes{"\""sv, "“"sv, "‘"sv};
    const std::size_t at = is_one_of(pieces, one.last, quotes) ? one.last + 1 : one.last;
    if (pieces.is(at, "that") && !is_word(pieces.at(at + 1))) return false;
    // "two days after in the same town", "the day after and", "the day before was quiet": of what was told.
    constexpr std::array going_on{"and"sv, "or"sv,   "but"sv,  "as"sv,    "when"sv,   "while"sv,   "in"sv,      "on"sv,   "at"sv,   "by"sv,    "near"sv, "from"sv,
                                  "of"sv,  "to"sv,   "with"sv, "inside"sv, "outside"sv, "beside"sv, "among"sv, "under"sv, "into"sv, "where"sv, "was"sv,  "were"sv,
                                  "had"sv, "has"sv,  "for"sv,  "along"sv};
    return is_word(pieces.at(at)) && !is_one_of(pieces, at, going_on);
}

enum class Way { none, onwards, back };  ///< "after", "before"

Way way_of(const Pieces& pieces, const Found& one)
{
    const Meaning& meaning = one.meaning;
    if (meaning.unit < Unit::hour || meaning.amount == 0 || meaning.parts.weekday || !meaning.amount_known) return Way::none;
    if (pieces.at(one.first).arabic) {
        if (pieces.is(one.first, "بعد") && meaning.basis == Basis::narrative) return Way::onwards;
        return pieces.is(one.first, "قبل") && meaning.basis == Basis::publication ? Way::back : Way::none;
    }
    if (meaning.basis != Basis::narrative) return Way::none;
    return pieces.is(one.last - 1, "after") ? Way::onwards : pieces.is(one.last - 1, "before") ? Way::back : Way::none;
}

bool is_comma(const Pieces& pieces, std::size_t i) { return pieces.is(i, ",") || pieces.is(i, "،"); }

/// "… الخميس، وتوفي أحدهم بعد يومين": an Arabic clause opens with و on its verb, right behind the day or a comma.
bool opens_arabic_clause(const Pieces& pieces, std::size_t i, std::size_t told_end)
{
    constexpr std::array others{"وسط"sv, "وفق"sv, "وذلك"sv};
    const std::string_view word = pieces.at(i).text;
    const bool after_stop = i == told_end || is_comma(pieces, i - 1);
    return pieces.at(i).arabic && after_stop && word.starts_with("و") && !is_one_of(pieces, i, others);
}

/// How the day told last stands to a distance.
enum class Nearness { far, sentence, clause, beside };

Nearness nearness(const Pieces& pieces, std::size_t told_end, std::size_t first)
{
    constexpr std::array small{","sv, "،"sv, "("sv, "-"sv, "–"sv, "—"sv, "the"sv, "just"sv, "only"sv, "barely"sv, "exactly"sv, "nearly"sv, "ذلك"sv, "وذلك"sv};
    constexpr std::array parting{"and"sv, "but"sv, "then"sv, "until"sv, ";"sv, "؛"sv, "ثم"sv, "لكن"sv};
    constexpr std::size_t clause_pieces_max = 128;  // no clause is longer; bounds the work on hostile text
    if (first - told_end > clause_pieces_max) return Nearness::far;
    bool beside = true, clause = true;
    for (std::size_t i = told_end; i < first; ++i) {
        const Piece& piece = pieces.at(i);
        if (piece.text.empty() || piece.text == "." || piece.paragraph != pieces.at(first).paragraph) return Nearness::far;
        beside = beside && is_one_of(pieces, i, small);
        clause = clause && !is_one_of(pieces, i, parting) && (!piece.conjunction || piece.text == "ذلك") && !opens_arabic_clause(pieces, i, told_end);
    }
    // "… and burned houses, two days after a bomb": behind a comma it belongs to all of the sentence.
    clause = (clause && !pieces.at(first).conjunction) || is_comma(pieces, first - 1);
    return !clause ? Nearness::sentence : beside ? Nearness::beside : Nearness::clause;
}

/// "The assault came a week after a bomb killed five": the day of the assault was told before.
bool comes(const Pieces& pieces, std::size_t first)
{
    constexpr std::array verbs{"came"sv, "comes"sv, "coming"sv, "follows"sv, "جاء"sv, "جاءت"sv, "ياتي"sv, "تاتي"sv, "وجاء"sv, "وجاءت"sv, "وياتي"sv, "وتاتي"sv};
    constexpr std::size_t reach = 3;
    for (std::size_t back = 1; back <= reach && back <= first && !pieces.at(first - back).text.empty(); ++back)
        if (is_one_of(pieces, first - back, verbs)) return true;
    return false;
}

bool tells_a_day(const Meaning& meaning)
{
    return meaning.basis != Basis::clock && meaning.basis != Basis::duration && meaning.basis != Basis::set && meaning.basis != Basis::vague && !meaning.of_another;
}

/// Whether a distance leads from the day told last to another event, and not on from it.
bool is_counted_away(const Pieces& pieces, const Found& told, const Found& one)
{
    const Way way = way_of(pieces, one);
    if (way == Way::none || !tells_event_behind(pieces, one)) return false;
    const Nearness near = nearness(pieces, told.last, one.first);
    if (way == Way::onwards) return near >= Nearness::clause || comes(pieces, one.first);
    return near == Nearness::beside || (near == Nearness::clause && is_comma(pieces, one.first - 1));
}

}  // namespace

void turn_to_other_events(const Pieces& pieces, std::vector<Found>& found)
{
    const Found* told = nullptr;
    for (Found& one : found) {
        if (told && is_counted_away(pieces, *told, one)) {
            one.meaning.basis = Basis::narrative;
            one.meaning.amount = -one.meaning.amount;
            one.meaning.of_another = true;
        }
        if (tells_a_day(one.meaning)) told = &one;
    }
}

}  // namespace sitrep::when
