// English words that point at the present, the past or the future, or at what was told, and date nothing: "now", "former", "at that time".
#include "when/grammar.hpp"

namespace sitrep::when {
namespace {

Match toward(std::size_t end, Toward direction)
{
    Match out{end, {}};
    out.meaning.basis = Basis::vague;
    out.meaning.toward = direction;
    out.meaning.undating = true;
    return out;
}

bool is_noun(const Pieces& pieces, std::size_t i)
{
    const Piece& piece = pieces.at(i);
    return !piece.text.empty() && piece.text.front() >= 'a' && piece.text.front() <= 'z' && !ends_number(pieces, i);
}

/// "now", "former president", "at present", "modern-day", "the future"; not the party "Future".
Match pointing(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    const auto text = pieces.at(i).text;
    const auto direction = static_cast<Toward>(pieces.at(i).word.value);
    if (text == "former") return is_noun(pieces, i + 1) ? toward(i + 1, direction) : Match{};
    if (text == "future") return pieces.at(i).capital ? Match{} : toward(i + 1, direction);
    if (text != "present" && text != "modern") {
        auto out = toward(i + 1, direction);
        out.meaning.undating = text != "recently" && text != "lately";  // these say when, if vaguely
        return out;
    }
    const std::size_t at = is_dash(pieces, i + 1) ? i + 2 : i + 1;
    if (pieces.is(at, "day")) return toward(at + 1, direction);
    return text == "present" && lead.at_or_on && !is_noun(pieces, i + 1) ? toward(i + 1, direction) : Match{};
}

/// "at the same time", "by that time", "during this period": of what was told, and no more.
Match time_told(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    Match out;
    out.meaning.basis = Basis::then;
    out.meaning.undating = true;
    const bool pronoun = pieces.is(i, "this") || pieces.is(i, "that") || pieces.is(i, "same");
    const std::size_t at = pronoun ? i + 1 : i;
    if (pronoun && pieces.is(at, "period")) out.end = at + 1;
    if (pieces.is(at, "time") && lead.preposition && (pronoun || (lead.article && lead.at_or_on))) out.end = at + 1;
    return out;
}

}  // namespace

Match english_reference(const Pieces& pieces, std::size_t i, const EnglishLead& lead)
{
    if (pieces.kind(i) == WordClass::vague && !pieces.at(i).arabic) return pointing(pieces, i, lead);
    if (pieces.is(i, "recent") && is_noun(pieces, i + 1)) return toward(i + 1, Toward::past);
    if (pieces.is(i, "past") && (lead.article || pieces.is(i - 1, "the")) && !is_noun(pieces, i + 1)) return toward(i + 1, Toward::past);
    return time_told(pieces, i, lead);
}

}  // namespace sitrep::when
