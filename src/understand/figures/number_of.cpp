// "The number of wounded has risen from nine to 14": between "number of" and the figure stand who is counted and one verb of being or change.
#include "understand/figures/number_of.hpp"

#include <array>
#include <string_view>

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint32_t reach = 14;

bool is_verb(std::string_view word)
{
    constexpr std::array verbs{"rose",  "risen", "rises", "climbed", "climbs", "jumped", "increased", "grew", "grown",
                               "fallen", "went", "gone",  "reached", "is",     "was",    "stands",    "stood"};
    return is_one_of(verbs, word);
}

// "Has now risen from nine to at least 14": what may stand between the verb and the figure.
bool leads_to_figure(const text::Document& document, std::uint32_t at)
{
    constexpr std::array links{"now", "up", "down", "from", "to", "at", "least", "about", "some", "more", "than", "over", "since", "further", "already", "only"};
    return is_one_of(links, document.tokens()[at].normal) || text::read_number(document, at);
}

std::optional<Numbered> numbered_by(std::string_view word)
{
    constexpr std::array dead{"dead", "deaths", "killed", "fatalities", "slain"};
    constexpr std::array hurt{"wounded", "injured", "injuries", "hurt"};
    constexpr std::array other{"displaced", "homeless", "evacuated", "missing", "arrested", "detained", "abducted", "kidnapped", "hostages"};
    if (is_one_of(dead, word)) return Numbered::dead;
    if (is_one_of(hurt, word)) return Numbered::hurt;
    return is_one_of(other, word) ? std::optional(Numbered::neither) : std::nullopt;
}

// The "of" of the last "number of" before a figure in its clause; nothing where a comma, a stop or another "and" parts them.
std::optional<std::uint32_t> number_of_before(const text::Document& document, std::uint32_t number)
{
    const auto& tokens = document.tokens();
    const std::uint32_t begin = document.sentences()[document.sentence_of(number)].first;
    for (std::uint32_t at = number; at > begin + 1 && number - at < reach; --at) {
        const text::Token& word = tokens[at - 1];
        if (word.kind == text::TokenKind::punctuation || word.normal == "and" || word.normal == "while") return std::nullopt;
        if (word.normal == "of" && tokens[at - 2].normal == "number") return at - 1;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Numbered> numbered_before(const text::Document& document, std::uint32_t number)
{
    const auto of = number_of_before(document, number);
    if (!of) return std::nullopt;
    std::optional<Numbered> told;
    std::uint32_t at = *of + 1;
    // "The dead rose to four and the number of wounded to 14": the verb of both
    for (; at < number && !is_verb(document.tokens()[at].normal) && !(told && document.tokens()[at].normal == "to"); ++at) {
        const std::string_view word = document.tokens()[at].normal;
        const auto said = numbered_by(word);
        if (word == "who" || word == "died" || (said && told)) return std::nullopt;  // "the number of killed or injured", "of the wounded who died"
        if (said) told = said;
    }
    if (at >= number || !told) return std::nullopt;
    for (++at; at < number; ++at)
        if (!leads_to_figure(document, at) && !is_verb(document.tokens()[at].normal)) return std::nullopt;
    return told;
}

}  // namespace sitrep::understand
