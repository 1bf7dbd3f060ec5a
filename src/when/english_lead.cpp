// What stands in front of an English date: "late on", "since the beginning of", "from about".
#include "when/grammar.hpp"

#include <algorithm>
#include <array>

namespace sitrep::when {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t lead_words_max = 7;
constexpr std::array plain{"on"sv, "in"sv, "at"sv, "by"sv, "during"sv, "within"sv, "around"sv, "about"sv, "before"sv, "after"sv,
                           "near"sv, "towards"sv, "toward"sv, "throughout"sv, "over"sv, "for"sv, "approximately"sv};
constexpr std::array stretching{"in"sv, "within"sv, "for"sv, "over"sv, "during"sv, "after"sv, "throughout"sv};

template <class List>
bool any_of(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "the beginning of", "start of": two or three pieces with "of"; "early", "mid-": one or two.
std::size_t read_edge(const Pieces& pieces, std::size_t i, EnglishLead& lead)
{
    const auto text = pieces.at(i).text;
    const bool adverb = text == "early" || text == "mid" || text == "late";
    std::size_t at = i + 1;
    if (adverb) {
        if (is_dash(pieces, at) && text == "mid") ++at;
    } else {
        if (!pieces.is(at, "of")) return i;
        ++at;
    }
    lead.edge = static_cast<Edge>(pieces.at(i).word.value);
    return at;
}

/// One step of the lead; `i` itself when the word is none of it.
std::size_t step(const Pieces& pieces, std::size_t i, std::size_t begin, EnglishLead& lead)
{
    const auto text = pieces.at(i).text;
    if (pieces.kind(i) == WordClass::edge) return read_edge(pieces, i, lead);
    if (any_of(plain, text)) {
        // "killed nine people in on Friday": two prepositions belong together only where the second measures.
        const bool measures = text == "about" || text == "around" || text == "approximately" || text == "after" || text == "before" || text == "over";
        if (lead.preposition && !measures) return i;
        lead.over = text == "over";
        lead.at_or_on = text == "at" || text == "on";
        lead.preposition = true;
        lead.in = text == "in";
        if (any_of(stretching, text)) lead.stretch = true;
        return i + 1;
    }
    if (text == "since" || text == "from" || text == "until" || text == "till" || text == "through" || text == "between") {
        if (lead.preposition) return i;
        lead.preposition = true;
        lead.frame = text == "since" || text == "from" ? Frame::since : text == "between" ? Frame::at : Frame::until;
        lead.range = text == "from" || text == "between";
        return i + 1;
    }
    if (text == "the") {
        lead.article = true;
        return i == begin ? i : i + 1;
    }
    if (text == "shortly" || text == "just") return i + 1;
    if (text == "earlier" || text == "later") {
        lead.relative = true;
        return i + 1;
    }
    if (pieces.kind(i) == WordClass::ordinal && pieces.is(i + 1, "half") && pieces.is(i + 2, "of")) {
        lead.edge = pieces.is(i, "first") ? Edge::start : Edge::end;
        return i + 3;
    }
    if (text == "course" && pieces.is(i + 1, "of") && lead.stretch) return i + 2;
    return i;
}

}  // namespace

EnglishLead english_lead(const Pieces& pieces, std::size_t i)
{
    EnglishLead lead;
    lead.next = i;
    for (std::size_t words = 0; words < lead_words_max; ++words) {
        const std::size_t next = step(pieces, lead.next, i, lead);
        if (next == lead.next) break;
        lead.next = next;
    }
    return lead;
}

}  // namespace sitrep::when
