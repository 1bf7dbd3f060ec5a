// "They were shot a week after a bomb killed five": the distance is told of the shooting, what it dates is the bomb. The day told last is the shooting's,
// so it is counted back from there. "Two days after the attack", which goes on with something told, counts forward as ever.
#include <algorithm>
#include <array>
#include <string_view>

#include "when/grammar.hpp"

namespace sitrep::when {

namespace {

using namespace std::string_view_literals;

// Words behind "two days after" that tell of no other event: what is known already, where it was, how the sentence goes on.
constexpr std::array going_on{"a.m."sv, "against"sv, "along"sv, "among"sv, "and"sv,  "as"sv,   "at"sv,    "beside"sv, "between"sv, "but"sv,   "by"sv,    "for"sv,
                              "from"sv, "he"sv,      "her"sv,   "his"sv,   "in"sv,   "inside"sv, "into"sv, "it"sv,     "its"sv,     "near"sv,  "of"sv,    "on"sv,
                              "or"sv,   "outside"sv, "she"sv,   "that"sv,  "their"sv,  "these"sv, "they"sv,  "this"sv,    "those"sv, "to"sv,    "under"sv,
                              "when"sv, "where"sv,   "which"sv, "while"sv, "with"sv};

// "Two days after the attack." takes up what is told; "the day after the attack on the phosphate plant" tells of it first.
bool is_short(const Pieces& pieces, std::size_t at)
{
    constexpr std::size_t words_min = 3;
    for (std::size_t i = at; i <= at + words_min; ++i)
        if (pieces.at(i).text.empty() || static_cast<unsigned char>(pieces.at(i).text.front()) < '0') return true;
    return false;
}

bool tells_another_event(const Pieces& pieces, std::size_t at)
{
    if (pieces.is(at, "the") && is_short(pieces, at)) return false;
    const std::string_view word = pieces.at(at).text;
    const bool is_word = !word.empty() && (pieces.at(at).digits > 0 || static_cast<unsigned char>(word.front()) >= 'a');
    return is_word && !word.ends_with("ing") && !std::ranges::binary_search(going_on, word);
}

bool begins_sentence(const Pieces& pieces, std::size_t i)
{
    while (i > 0 && (pieces.is(i - 1, "the") || pieces.is(i - 1, "on") || pieces.is(i - 1, "only"))) --i;
    return i == 0 || pieces.at(i - 1).text.empty();
}

}  // namespace

bool dates_another_event(const Pieces& pieces, std::size_t first, std::size_t last, bool follows_date)
{
    const bool arabic = pieces.at(first).arabic;
    if (arabic) {
        // "بعد يومين من كمين", not "بعد يومين من الكمين"
        const bool after = pieces.is(first, "بعد"), before = pieces.is(first, "قبل") && follows_date;
        return (after || before) && !begins_sentence(pieces, first) && pieces.is(last, "من") && !pieces.at(last + 1).text.empty() &&
               !pieces.at(last + 1).text.starts_with("ال") && !pieces.at(last + 1).text.starts_with("هذ");
    }
    const bool after = pieces.is(last - 1, "after"), before = pieces.is(last - 1, "before") && follows_date;
    return (after || before) && !begins_sentence(pieces, first) && tells_another_event(pieces, last);
}

}  // namespace sitrep::when
