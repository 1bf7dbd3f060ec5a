#include "understand/english/place_roles.hpp"

#include "understand/assemble.hpp"
#include "understand/english/lexicon.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace sitrep::understand::english {

namespace {

constexpr std::uint32_t dateline_tokens = 16;

// The words of one report, asked for by token; none before the sentence of the place that is asked about.
class Words {
public:
    Words(const text::Document& document, std::uint32_t token) : document_(document), sentence_(document.sentences()[document.sentence_of(token)]) {}

    const text::Sentence& sentence() const { return sentence_; }
    std::string_view at(std::uint32_t token) const { return token < document_.tokens().size() ? std::string_view{document_.tokens()[token].normal} : std::string_view{}; }
    std::string_view before(std::uint32_t token, std::uint32_t steps) const { return token >= sentence_.first + steps ? at(token - steps) : std::string_view{}; }
    bool is_word(std::uint32_t token) const { return document_.tokens()[token].kind == text::TokenKind::word; }
    bool is_capital(std::uint32_t token) const { return document_.tokens()[token].capital; }
    bool is(std::uint32_t token, WordClass word_class) const
    {
        const Lexicon& lexicon = Lexicon::get();
        return token < document_.tokens().size() && lexicon.is(lexicon.words().find(document_.tokens()[token].normal), word_class);
    }

private:
    const text::Document& document_;
    const text::Sentence& sentence_;
};

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Whether a cue that lies over some tokens passes the test.
template <class Cue, class Test>
bool any_over(const std::vector<Cue>& cues, Tokens tokens, Test test)
{
    constexpr std::uint32_t reach = 64;
    const auto beside = cues_in(cues, {tokens.first > reach ? tokens.first - reach : 0, tokens.last});
    return std::ranges::any_of(beside, [&](const Cue& cue) { return cue.tokens.overlaps(tokens) && test(cue); });
}

// "fired from a grove near X", "sent from X", "based in X", "slipped out of X": where people and shells came from, or sit.
bool tells_origin(const Words& words, std::uint32_t first)
{
    constexpr std::uint32_t noun_phrase_max = 5, verb_max = 4;
    const auto before = words.before(first, 1), before2 = words.before(first, 2);
    if (is_any(before, {"in", "at"}) && is_any(before2, {"based", "headquartered", "entrenched"})) return true;
    if (before == "in" && before2 == "up" && words.before(first, 3) == "holed") return true;
    if (before == "of" && before2 == "out" && is_any(words.before(first, 3), {"slipped", "slipping", "came", "coming", "broke"})) return true;
    if (before == "with" && before2 == "solidarity") return true;
    if (!is_any(before, {"in", "at", "near", "of", "outside"})) return false;
    for (std::uint32_t step = 2; step <= noun_phrase_max && first >= words.sentence().first + step; ++step) {
        const std::uint32_t from = first - step;
        if (!words.is_word(from)) return false;
        if (words.at(from) != "from") continue;
        for (std::uint32_t back = 1; back <= verb_max; ++back)
            if (is_any(words.before(from, back), {"fired", "launched", "sent", "came", "coming", "arrived", "returning", "crossed", "rockets", "rounds", "shells", "mortars", "missiles",
                                                  "drones"}))
                return true;
        return false;
    }
    return false;
}

// "was heard in X, Y and as far as Z"
bool tells_hearers(const Words& words, std::uint32_t first)
{
    constexpr std::uint32_t list_max = 14;
    for (std::uint32_t step = 1; step <= list_max && first >= words.sentence().first + step; ++step) {
        const std::uint32_t at = first - step;
        if (is_any(words.at(at), {"heard", "felt"})) return true;
        const bool list = words.is_capital(at) || is_any(words.at(at), {"in", "and", ",", "as", "far", "across", "around", "also", "the", "over"});
        if (!list) return false;
    }
    return false;
}

// "officials in X said": their seat, unless nothing else is told.
bool tells_seat(const Words& words, Tokens place)
{
    const bool seat = is_any(words.before(place.first, 1), {"in", "at"}) &&
                      is_any(words.before(place.first, 2), {"ministry", "institute", "centre", "center", "observatory", "body", "group", "headquarters", "agency", "office"});
    return seat && words.is(place.last, WordClass::say);
}

}  // namespace

bool in_dateline(const text::Document& document, const Cues& cues, Tokens tokens)
{
    const Words words(document, tokens.first);
    const text::Sentence& sentence = words.sentence();
    if (sentence.in_title || tokens.first > sentence.first + dateline_tokens) return false;
    // "ERBIL (Kurdistan 24) –", "Baghdad, Feb 19 (AFP) — ", "KIRKUK —"
    for (std::uint32_t at = tokens.last; at < std::min(sentence.last, sentence.first + dateline_tokens); ++at) {
        const bool colon = words.at(at) == ":" && at <= tokens.last + 3;
        if (!colon && !is_any(words.at(at), {"—", "–", "-", "--"})) continue;
        for (std::uint32_t inside = sentence.first; inside < at; ++inside)
            if (words.is(inside, WordClass::prep) || words.is(inside, WordClass::be)) return false;
        return cues_in(cues.acts, {sentence.first, at}).empty();
    }
    return false;
}

bool heads_item(const text::Document& document, Tokens place)
{
    constexpr std::uint32_t reach = 4;
    const Words words(document, place.first);
    for (std::uint32_t at = place.last; at < std::min(words.sentence().last, place.last + reach); ++at)
        if (words.at(at) == ":") return true;
    return false;
}

bool names_a_group(const text::Document& document, const Cues& cues, Tokens place)
{
    const Words words(document, place.first);
    return any_over(cues.actors, place, [&](const ActorCue& actor) {
        if (actor.name.empty() || !actor.tokens.contains(place) || place.contains(actor.tokens)) return false;
        const bool goes_on = place.last < actor.tokens.last && words.is_capital(place.last) && !words.is(place.first - 1, WordClass::place_prep);
        const std::uint32_t in = place.first - (words.before(place.first, 1) == "the" ? 2 : 1);
        const bool ends = place.last == actor.tokens.last && place.first >= actor.tokens.first + 3 && words.at(in) == "in" && words.is_capital(in - 1);
        return goes_on || ends;
    });
}

PlaceRole role_of_place(const text::Document& document, const Cues& cues, Tokens place)
{
    if (in_dateline(document, cues, place)) return PlaceRole::dateline;
    const Words words(document, place.first);
    const std::uint32_t first = place.first;
    const auto before = words.before(first, 1), before2 = words.before(first, 2);
    if (before.empty()) return PlaceRole::event;
    if (before == "from" && is_any(before2, {"km", "kilometres", "kilometers", "miles", "far", "kilometre"})) return PlaceRole::relative;
    if (is_any(before, {"to", "towards", "toward"}) &&
        is_any(before2, {"way", "taken", "moved", "transferred", "evacuated", "back", "headed", "heading", "bound", "flown", "visit", "returned"}))
        return PlaceRole::other;
    if (is_any(before, {"to", "towards", "toward"}) && is_any(before2, {"close", "leading"})) return PlaceRole::relative;
    if (before == "for" && is_any(before2, {"bound", "left", "headed"})) return PlaceRole::other;
    if (before == "from") {
        const bool taken = is_any(before2, {"kidnapped", "abducted", "snatched", "seized", "stolen", "rustled"});
        return taken ? PlaceRole::event : PlaceRole::other;
    }
    if (is_any(before, {"left", "bordering", "visited", "visiting"})) return PlaceRole::relative;
    if (is_any(before, {"with", "and"}) && is_any(before2, {"border", "frontier"})) return PlaceRole::relative;
    if (words.at(place.last) == "'s" && any_over(cues.actors, {place.last + 1, place.last + 2}, [](const ActorCue&) { return true; })) return PlaceRole::relative;
    // "a hospital in X", "a spokesman in X", "police in X": the seat of the speaker.
    if (is_any(before, {"in", "at", "of"}) && is_any(before2, {"hospital", "morgue", "spokesman", "spokesperson", "capital", "embassy", "government"})) return PlaceRole::other;
    if (before == "capital" || (before == "," && before2 == "capital")) return PlaceRole::relative;
    if (tells_origin(words, first) || tells_hearers(words, first)) return PlaceRole::other;
    if (tells_seat(words, place) || is_any(before, {"fleeing", "fled"})) return PlaceRole::relative;
    return PlaceRole::event;
}

void add_roles_of_tagged(const text::Document& document, const Context& context, Cues& cues)
{
    for (std::size_t i = 0; i < context.places.size() && i < cues.places.size(); ++i) {
        const ContextPlace& place = context.places[i];
        if (document.tokens()[place.tokens.first].arabic) continue;
        if (place.tagged == ContextPlace::Tagged::alone && !heads_item(document, place.tokens)) cues.places[i] = role_of_place(document, cues, place.tokens);
        if (names_a_group(document, cues, place.tokens)) cues.places[i] = PlaceRole::other;
    }
}

}  // namespace sitrep::understand::english
