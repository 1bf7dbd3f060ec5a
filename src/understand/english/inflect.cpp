// Inflected forms of English verbs and phrases in the notation of the lexicons.
#include <string>

#include "understand/english/lexicon.hpp"

namespace sitrep::understand::english {

namespace {

bool is_vowel(char letter)
{
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

std::string third_person(const std::string& base)
{
    const char end = base.back();
    const bool hissing = end == 's' || end == 'x' || end == 'z' || base.ends_with("sh") || base.ends_with("ch") || end == 'o';
    if (hissing) return base + "es";
    if (end == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) return base.substr(0, base.size() - 1) + "ies";
    return base + "s";
}

std::string regular_past(const std::string& base)
{
    if (base.back() == 'e') return base + "d";
    if (base.back() == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) return base.substr(0, base.size() - 1) + "ied";
    return base + "ed";
}

std::string regular_gerund(const std::string& base)
{
    if (base.back() == 'e' && !base.ends_with("ee")) return base.substr(0, base.size() - 1) + "ing";
    return base + "ing";
}

Alternative form(std::string word, Form which)
{
    return {.word = std::move(word), .form = static_cast<std::uint8_t>(which)};
}

std::vector<Alternative> verb_forms(std::string_view notation)
{
    const auto parts = split_field(notation, '/');
    const std::string base(parts[0]);
    std::vector<Alternative> forms;
    forms.push_back(form(base, Form::base));
    forms.push_back(form(third_person(base), Form::third_person));
    if (parts.size() < 4) {
        forms.push_back(form(regular_past(base), Form::past_or_participle));
        forms.push_back(form(regular_gerund(base), Form::gerund));
        return forms;
    }
    if (parts[1] == parts[2]) {
        if (parts[1] == base)
            forms[0].form = static_cast<std::uint8_t>(Form::past_or_participle);  // "set", "hit": the past is the common reading in reports
        else
            forms.push_back(form(std::string(parts[1]), Form::past_or_participle));
    } else {
        forms.push_back(form(std::string(parts[1]), Form::past));
        forms.push_back(form(std::string(parts[2]), Form::participle));
    }
    forms.push_back(form(std::string(parts[3]), Form::gerund));
    return forms;
}

}  // namespace

std::vector<std::vector<Alternative>> positions_of(std::string_view phrase)
{
    std::vector<std::vector<Alternative>> positions;
    for (const std::string_view word : split_field(phrase, ' ')) {
        if (word.front() == '+') {
            positions.push_back(verb_forms(word.substr(1)));
            continue;
        }
        std::vector<Alternative> alternatives;
        for (const std::string_view alternative : split_field(word, '|')) alternatives.push_back(form(std::string(alternative), Form::as_listed));
        positions.push_back(std::move(alternatives));
    }
    return positions;
}

}  // namespace sitrep::understand::english
