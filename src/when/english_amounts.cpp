// English amounts of time: "two days ago", "a week later", "several months", "a ten-day truce", "the next six months".
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

bool is_unit(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    return !pieces.at(i).arabic && (kind == WordClass::unit || kind == WordClass::unit_plural);
}

struct Amount {
    std::size_t end = 0;  ///< behind the unit; 0 means none
    Meaning meaning;
    bool counted = true;   ///< "two days", not "days"
    bool article = false;  ///< "a week"
    bool hyphen = false;   ///< "ten-day"
};

/// "more than two days", "a few weeks", "several months", "30-day", "days".
Amount amount_at(const Pieces& pieces, std::size_t i)
{
    Amount out;
    Meaning& meaning = out.meaning;
    meaning.basis = Basis::duration;
    meaning.amount = 1;
    std::size_t at = i;
    const Piece& first = pieces.at(i);
    if (pieces.is(at, "more") && pieces.is(at + 1, "than")) at += 2;
    if (pieces.is(at, "few") || pieces.is(at, "several") || pieces.is(at, "many") || pieces.is(at, "some")) {
        meaning.amount_known = false;
        ++at;
        if (pieces.is(at - 1, "some") && pieces.at(at).digits > 0 && pieces.at(at).digits <= 3) {  // "some 19 days"
            meaning.amount_known = true;
            meaning.amount = pieces.at(at).number;
            ++at;
        }
    } else if (pieces.kind(at) == WordClass::number || (pieces.at(at).digits > 0 && pieces.at(at).digits <= 3)) {
        meaning.amount = pieces.at(at).digits ? pieces.at(at).number : pieces.at(at).word.value;
        ++at;
        const bool tens = meaning.amount >= 20 && meaning.amount % 10 == 0 && is_dash(pieces, at) && pieces.kind(at + 1) == WordClass::number;
        if (tens) {  // "forty-eight"
            meaning.amount += pieces.at(at + 1).word.value;
            at += 2;
        }
        if (first.text == "a" && (pieces.is(at, "few") || pieces.is(at, "couple"))) {
            meaning.amount_known = false;
            at += pieces.is(at + 1, "of") ? 2 : 1;
        }
    } else {
        meaning.amount_known = false;
        if (pieces.kind(at) != WordClass::unit_plural) return {};
    }
    out.hyphen = is_dash(pieces, at) && at > i && !pieces.at(at).space_before && pieces.kind(at + 1) == WordClass::unit;
    if (out.hyphen) ++at;
    if (!is_unit(pieces, at)) return {};
    meaning.unit = static_cast<Unit>(pieces.at(at).word.value);
    if (pieces.is(at, "fortnight")) meaning.amount *= 2;  // two weeks
    out.counted = meaning.amount_known || first.text != pieces.at(at).text;
    out.article = first.text == "a" || first.text == "an";
    out.end = at + 1;
    return out;
}

/// "two days ago", "a week later", "days before".
Match counted_from(const Pieces& pieces, const Amount& amount)
{
    const std::size_t at = amount.end;
    const auto word = pieces.at(at).text;
    Meaning meaning = amount.meaning;
    if (word == "ago") {
        meaning.basis = Basis::publication;
        meaning.amount = -meaning.amount;
        meaning.ago = true;
        return {at + 1, meaning};
    }
    const bool past = word == "earlier" || word == "before" || word == "prior";
    if (!past && word != "later" && word != "after" && word != "afterwards" && word != "afterward") return {};
    meaning.basis = Basis::narrative;
    meaning.amount = past ? -meaning.amount : meaning.amount;
    return {pieces.is(at + 1, "that") && !is_unit(pieces, at + 2) && past ? at + 2 : at + 1, meaning};
}

/// An age is no time that passed in the story.
bool is_age(const Pieces& pieces, std::size_t end)
{
    return pieces.is(is_dash(pieces, end) ? end + 1 : end, "old") || (pieces.is(end, "of") && pieces.is(end + 1, "age"));
}

/// How long something took: "three years", "a ten-day truce".
Match measure(const Pieces& pieces, std::size_t i, const Amount& amount)
{
    const bool one = pieces.is(i, "one") || amount.article;
    if (!amount.counted || amount.article != (amount.article && !amount.meaning.amount_known)) return {};  // "a day" but not "a few days"
    if (one && amount.meaning.amount_known && !amount.hyphen) return {};  // "one day" is some day
    const bool rest_of_number = is_dash(pieces, i - 1) || pieces.is(i - 1, ":") || (pieces.is(i - 1, ".") && !pieces.at(i).space_before);
    if (is_age(pieces, amount.end) || rest_of_number) return {};
    Match out{amount.end, amount.meaning};
    out.meaning.undating = true;
    return out;
}

/// "the next six months", "the first ten months of 1915", "another seven weeks".
Match measured_part(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    const bool leads = kind == WordClass::future || kind == WordClass::after || pieces.is(i, "first") || pieces.is(i, "final") || pieces.is(i, "another");
    const Amount amount = leads ? amount_at(pieces, i + 1) : Amount{};
    if (amount.end == 0 || amount.article || pieces.kind(amount.end - 1) != WordClass::unit_plural) return {};
    Match out{amount.end, amount.meaning};
    out.meaning.undating = true;
    return out;
}

}  // namespace

Match english_amount(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (auto match = measured_part(pieces, i)) return match;
    const Amount amount = amount_at(pieces, i);
    const Unit unit = amount.meaning.unit;
    if (amount.end == 0 || unit == Unit::quarter || unit == Unit::season || unit == Unit::weekend) return {};
    const bool lasted = pieces.is(i - 1, "for") && (pieces.is(amount.end, "afterwards") || pieces.is(amount.end, "afterward"));
    if (!amount.hyphen && !lasted)
        if (auto match = counted_from(pieces, amount)) return match;
    if (amount.hyphen || !lead.stretch || unit == Unit::minute) return measure(pieces, i, amount);
    const bool for_it = pieces.is(i - 1, "for");
    if (!amount.counted && !for_it) return {};  // "the first in years"
    if (unit == Unit::hour && (!amount.counted || (amount.article && amount.meaning.amount_known && for_it))) return {};
    if (amount.article && unit == Unit::day && amount.meaning.amount_known && !for_it) return {};  // "on a day", "in a day of clashes"
    return {amount.end, amount.meaning};
}

}  // namespace sitrep::when
