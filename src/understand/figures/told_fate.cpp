#include "understand/figures/told_fate.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "understand/figures/fate_words.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::array<std::string_view, 61> giving{
    "says", "said", "say", "speaks", "spoke", "spoken", "speak", "put", "puts", "gave", "gives", "given", "give", "has", "have", "had", "counts", "counted", "count",
    "admits", "admitted", "admit", "confirms", "confirmed", "confirm", "reports", "reported", "acknowledged", "acknowledges", "knows", "know", "lists", "listed", "list",
    "holds", "keeps", "figure", "number", "claims", "documented", "recorded", "registered", "insists", "mentioned", "mentions", "estimates", "estimated", "announced",
    "tallied", "published", "told", "talk", "talks", "believe", "according", "accounts", "raised",
    "conceded", "concedes", "acknowledge", "mention"};
constexpr std::array<std::string_view, 39> giving_arabic{
    "قال", "قالت", "قالوا", "يقول", "تقول", "تحدث", "تحدثت", "تحدثوا", "يتحدث", "تتحدث", "ذكر", "ذكرت", "اعلن",
    "اعلنت", "اكد", "اكدت", "اقر", "اقرت", "اعترف", "اعترفت", "احصي", "احصت", "وثق", "وثقت", "اورد", "اوردت",
    "سجلت", "سجل", "قدر", "قدرت", "اشار", "اشارت", "يصر", "نقلت", "بحسب", "حسب", "عددهم", "العدد", "وفق"};
constexpr std::array<std::string_view, 20> people{
    "people", "persons", "civilians", "soldiers", "names", "men", "women", "children", "شخصا", "اشخاص", "شخص", "مدنيين", "مدنيا", "جنود",
    "جنديا", "قتلي", "نساء", "رجال", "اطفال", "منهم"};

using text::Document;
using text::Sentence;

// "Put the time at seven", "the number of attackers at twelve": something else is told to be as much.
bool is_put_for_another(const Document& document, const Sentence& sentence, std::uint32_t number)
{
    constexpr std::array<std::string_view, 3> verbs{"put", "puts", "putting"};
    constexpr std::array<std::string_view, 26> dead{"the", "it", "them", "this", "number", "numbers", "of", "toll", "tolls", "death", "deaths", "dead", "killed", "figure", "total", "count",
                                                    "casualties", "victims", "losses", "fatalities", "their", "its", "his", "own", "fallen", "people"};
    constexpr std::uint32_t reach = 8;
    const auto& tokens = document.tokens();
    if (number < sentence.first + 2 || tokens[number - 1].normal != "at") return false;
    for (std::uint32_t at = number - 1; at > sentence.first && number - at < reach; --at)
        if (is_one_of(verbs, tokens[at - 1].normal))
            return std::any_of(tokens.begin() + at, tokens.begin() + number - 1, [&](const text::Token& word) { return !is_one_of(dead, word.normal); });
    return false;
}

// "There were six soldiers in the car", "had six men in it": who was there.
bool was_only_there(const Document& document, const Sentence& sentence, Tokens figure)
{
    constexpr std::array<std::string_view, 3> are{"were", "was", "are"};
    constexpr std::array<std::string_view, 3> have{"had", "has", "have"};
    constexpr std::array<std::string_view, 4> inside{"in", "on", "at", "aboard"};
    const auto& tokens = document.tokens();
    if (figure.first < sentence.first + 2) return false;
    if (is_one_of(are, tokens[figure.first - 1].normal) && tokens[figure.first - 2].normal == "there") return true;
    const std::uint32_t who = figure.last;
    return is_one_of(have, tokens[figure.first - 1].normal) && who + 1 < sentence.last && is_one_of(people, tokens[who].normal) && is_one_of(inside, tokens[who + 1].normal);
}

// "The army says three.", "thirteen, the governor said", "المرصد: تسعة": somebody gives a number and says no more of it than that they are people.
bool is_given(const Document& document, const Sentence& sentence, Tokens figure)
{
    constexpr std::uint32_t reach_back = 8, reach_ahead = 6, rest_max = 2;
    constexpr std::array<std::string_view, 8> between{"and", "or", "of", "in", "at", "but", "while", "to"};
    const auto& tokens = document.tokens();
    const std::uint32_t end = figure.last;
    const auto is_bare = [&] {
        return end >= sentence.last || tokens[end].kind == text::TokenKind::punctuation || is_one_of(between, tokens[end].normal) || is_one_of(people, tokens[end].normal) ||
               sentence.last - end <= rest_max;
    };
    if (!is_bare() || is_put_for_another(document, sentence, figure.first)) return false;
    const std::uint32_t from = std::max(sentence.first, figure.first > reach_back ? figure.first - reach_back : 0);
    for (std::uint32_t at = from; at < std::min(sentence.last, end + reach_ahead); ++at)
        if ((at < figure.first || at >= end) && gives_a_figure(tokens[at].normal)) return true;
    return figure.first > sentence.first && tokens[figure.first - 1].normal == ":";
}

// "The bomber was 25", and not "the number was 25".
bool is_how_old(const Document& document, const Sentence& sentence, Tokens figure)
{
    constexpr std::array<std::string_view, 10> numbers{"number", "toll", "figure", "count", "total", "sum", "tally", "estimate", "latest", "it"};
    constexpr std::uint32_t reach = 7;
    const auto& tokens = document.tokens();
    if (figure.first < sentence.first + 2 || tokens[figure.first - 1].normal != "was" || figure.last >= sentence.last) return false;
    const std::uint32_t was = figure.first - 1;
    for (std::uint32_t at = was; at > sentence.first && was - at < reach; --at)
        if (is_one_of(numbers, tokens[at - 1].normal)) return false;
    return tokens[figure.last].kind == text::TokenKind::punctuation;
}

// "Seven of one family.", "Eight men, five women and two children", "They were twelve": a sentence that is about who they were and tells no deed.
bool only_counts(const Document& document, const Sentence& sentence, Tokens figure)
{
    constexpr std::uint32_t opening = 3, comma_within = 3, short_words = 9;
    constexpr std::array<std::string_view, 6> are{"was", "were", "وهم", "انهم", "بلغ", "هم"};
    const auto& tokens = document.tokens();
    if (figure.first > sentence.first && is_one_of(are, tokens[figure.first - 1].normal)) return true;
    if (figure.first >= sentence.first + opening) return false;
    if (sentence.last - sentence.first <= short_words) return true;
    for (std::uint32_t at = figure.last; at < std::min(sentence.last, figure.last + comma_within); ++at)
        if (tokens[at].kind == text::TokenKind::punctuation) return true;
    return false;
}

// A sentence parted by a semicolon or a colon goes on.
bool goes_on(const Document& document, const Sentence& sentence)
{
    constexpr std::array<std::string_view, 5> marks{";", ":", "؛", "،", ","};
    return sentence.first < sentence.last && is_one_of(marks, document.tokens()[sentence.last - 1].normal);
}

// "k*lls", "w!unded": a word that is masked may be the one.
bool is_masked(const Document& document, std::uint32_t at)
{
    constexpr std::array<std::string_view, 9> marks{"*", "!", "@", "$", "#", "+", "~", "^", "?"};
    const auto& tokens = document.tokens();
    const auto is_word = [&](std::uint32_t index) { return tokens[index].kind == text::TokenKind::word; };
    if (at == 0 || at + 1 >= tokens.size() || !is_one_of(marks, tokens[at].normal)) return false;
    return !tokens[at].space_before && !tokens[at + 1].space_before && is_word(at - 1) && is_word(at + 1);
}

// "مق تل", "ق.تل": a word in two pieces.
bool tells_in_pieces(const Document& document, std::uint32_t at, Outcome outcome)
{
    constexpr std::size_t piece_max = 2 * std::string_view("ق").size();
    const auto& tokens = document.tokens();
    if (!tokens[at].arabic || tokens[at].normal.size() > piece_max) return false;
    std::uint32_t next = at + 1;
    if (next < tokens.size() && tokens[next].kind == text::TokenKind::punctuation && !tokens[next].space_before) ++next;
    if (next >= tokens.size() || !tokens[next].arabic) return false;
    text::Token whole = tokens[next];
    const std::string joined = std::string(tokens[at].normal) + std::string(tokens[next].normal);
    whole.normal = joined;
    return tells_fate(whole, outcome);
}

// Whether one of the words near a figure that stands in the sentence, or of the first words of a sentence before it, tells the fate.
bool tells(const Document& document, const Sentence& sentence, Tokens figure, Outcome outcome)
{
    constexpr std::uint32_t words_max = 120;
    const std::uint32_t near = figure.first > words_max ? figure.first - words_max : 0;
    const std::uint32_t first = figure.first >= sentence.last ? sentence.first : std::min(std::max(sentence.first, near), sentence.last);
    const std::uint32_t last = std::min(sentence.last, std::max(first, figure.first >= sentence.last ? first : figure.last) + words_max);
    for (std::uint32_t at = first; at < last; ++at)
        if (tells_fate(document.tokens()[at], outcome) || is_masked(document, at) || tells_in_pieces(document, at, outcome)) return true;
    return false;
}

// "Shot in the hand", "shot through the shoulder": nobody's death, if nothing near tells of one. "Shot" alone is told of the dead as a rule.
bool only_shot_in_limb(const Document& document, std::size_t own)
{
    constexpr std::size_t sentences_near = 2;
    constexpr std::uint32_t words_max = 120, in_within = 5, limb_within = 4;
    constexpr std::array<std::string_view, 18> limbs{"leg",  "legs",  "arm",   "arms", "hand",  "hands", "foot",  "feet",  "shoulder",
                                                     "shoulders", "thigh", "thighs", "knee", "knees", "hip",   "ankle", "elbow", "wrist"};
    const auto& sentences = document.sentences();
    const auto& tokens = document.tokens();
    const auto is_shot = [&](std::uint32_t word) { return tokens[word].normal == "shot"; };
    const auto in_limb = [&](std::uint32_t shot) {  // "shot a teacher in the left leg"
        std::uint32_t in = shot + 1;
        const std::uint32_t end = std::min(sentences[own].last, shot + in_within);
        while (in < end && tokens[in].normal != "in" && tokens[in].normal != "through" && tokens[in].kind != text::TokenKind::punctuation) ++in;
        for (std::uint32_t limb = in + 1; in < end && limb < std::min(sentences[own].last, in + limb_within); ++limb)
            if (is_one_of(limbs, tokens[limb].normal)) return true;
        return false;
    };
    bool limb = false;
    for (std::uint32_t word = sentences[own].first; word < std::min(sentences[own].last, sentences[own].first + words_max) && !limb; ++word) limb = is_shot(word) && in_limb(word);
    if (!limb) return false;
    for (std::size_t at = own > sentences_near ? own - sentences_near : 0; at < std::min(sentences.size(), own + sentences_near + 1); ++at)
        for (std::uint32_t word = sentences[at].first; word < std::min(sentences[at].last, sentences[at].first + words_max); ++word) {
            const bool shots = is_shot(word) || tokens[word].normal.starts_with("shoot");
            if (!shots && tells_fate(tokens[word], Outcome::killed)) return false;
        }
    return true;
}

}  // namespace

bool gives_a_figure(std::string_view word)
{
    constexpr std::string_view conjunction = "و";
    return is_one_of(giving, word) || is_one_of(giving_arabic, word) || (word.starts_with(conjunction) && is_one_of(giving_arabic, word.substr(conjunction.size())));
}

bool is_fate_told(const Document& document, Tokens figure, Outcome outcome)
{
    constexpr std::size_t sentences_back = 12, sentences_of_others = 3;
    if (outcome != Outcome::killed && outcome != Outcome::injured) return true;
    const auto& sentences = document.sentences();
    const std::size_t own = document.sentence_of(figure.first);
    if (is_how_old(document, sentences[own], figure)) return false;
    if (outcome == Outcome::killed && only_shot_in_limb(document, own)) return false;
    if (tells(document, sentences[own], figure, outcome)) return true;
    if (was_only_there(document, sentences[own], figure)) return false;
    std::size_t at = own;
    while (at > 0 && own - at < sentences_back && goes_on(document, sentences[at - 1]))
        if (tells(document, sentences[--at], figure, outcome)) return true;
    const bool given = is_given(document, sentences[own], figure);
    if (!given && !only_counts(document, sentences[own], figure)) return false;
    // Who gives a number gives it of those told before, even at some distance; a sentence that only counts goes on from the one before it.
    for (std::size_t back = 1; back <= own && back <= (given ? sentences_back : sentences_of_others); ++back)
        if (tells(document, sentences[own - back], figure, outcome)) return true;
    return false;
}

}  // namespace sitrep::understand
