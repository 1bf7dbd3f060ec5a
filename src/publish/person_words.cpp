#include "publish/person_words.hpp"

#include "publish/labels.hpp"
#include "publish/own_words.hpp"
#include "publish/registers.hpp"

#include <algorithm>
#include <utility>

namespace sitrep::publish {
namespace {

// A single word of one or two letters ("Li", "Ed") is everywhere; whoever is called so is protected by the closed vocabulary alone.
constexpr std::size_t shortest_single_word_bytes = 3;
// No label or register name is longer; bounds the look back from a hit.
constexpr std::size_t longest_public_name_words = 60;

// "May 2023" taken for a person is the month, and "I97" an incident: a word with a digit is no part of a name.
bool has_digit(const std::string& word) { return word.find_first_of("0123456789") != std::string::npos; }

// و ف ب ل ك written together with the word behind them.
std::string_view without_arabic_clitic(std::string_view form)
{
    constexpr std::size_t letter = 2, shortest_left = 3 * 2;
    if (form.size() < letter + shortest_left) return {};
    const std::string_view first = form.substr(0, letter);
    const bool clitic = first == "و" || first == "ف" || first == "ب" || first == "ل" || first == "ك";
    if (!clitic) return {};
    form.remove_prefix(letter);
    constexpr std::string_view article = "ال";
    if (form.starts_with(article) && form.size() > article.size() + letter) form.remove_prefix(article.size());
    return form;
}

}  // namespace

void WordSequences::add(std::vector<std::string> sequence)
{
    auto& with_first = by_first_[sequence.front()];
    sequence.erase(sequence.begin());
    if (std::find(with_first.begin(), with_first.end(), sequence) == with_first.end()) with_first.push_back(std::move(sequence));
}

bool WordSequences::contains(const std::vector<std::string>& sequence) const
{
    const auto found = by_first_.find(sequence.front());
    if (found == by_first_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](const auto& rest) { return std::equal(rest.begin(), rest.end(), sequence.begin() + 1, sequence.end()); });
}

template <class Found>
bool WordSequences::any_at(const std::vector<Word>& words, std::size_t at, std::string_view first_form, const Found& found) const
{
    const auto candidates = by_first_.find(std::string(first_form));
    if (candidates == by_first_.end()) return false;
    for (const auto& rest : candidates->second) {
        if (at + rest.size() >= words.size()) continue;
        bool same = true;
        for (std::size_t k = 0; same && k < rest.size(); ++k) same = words[at + 1 + k].form == rest[k] && !words[at + 1 + k].gap;
        if (same && found(rest.size() + 1)) return true;
    }
    return false;
}

PersonWords::PersonWords(const std::vector<std::string>& persons)
{
    for (const std::string_view name : register_names()) allow(name);
    for (const std::string_view phrase : label_phrases()) allow(phrase);
    for (std::string& word : name_words(own_words())) public_names_.add({std::move(word)});
    for (const std::string& person : persons) {
        std::vector<std::string> sequence = name_words(person);
        std::erase_if(sequence, has_digit);
        if (sequence.empty() || public_names_.contains(sequence)) continue;
        if (sequence.size() == 1 && sequence[0].size() < shortest_single_word_bytes) continue;
        persons_.add(std::move(sequence));
    }
}

void PersonWords::allow(std::string_view public_name)
{
    std::vector<std::string> sequence;
    for (Word& word : words_of(public_name)) {
        if (word.gap && !sequence.empty()) public_names_.add(std::exchange(sequence, {}));
        sequence.push_back(std::move(word.form));
    }
    if (!sequence.empty()) public_names_.add(std::move(sequence));
}

bool PersonWords::innocent(const std::vector<Word>& words, std::size_t begin, std::size_t end) const
{
    const std::size_t earliest = begin > longest_public_name_words ? begin - longest_public_name_words : 0;
    for (std::size_t at = earliest; at <= begin; ++at)
        if (public_names_.any_at(words, at, words[at].form, [&](std::size_t length) { return at + length >= end; })) return true;
    return false;
}

bool PersonWords::occur_in(std::string_view text) const
{
    const std::vector<Word> words = words_of(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto guilty = [&](std::size_t length) { return !innocent(words, at, at + length); };
        if (persons_.any_at(words, at, words[at].form, guilty)) return true;
        const std::string_view bare = without_arabic_clitic(words[at].form);
        if (!bare.empty() && persons_.any_at(words, at, bare, guilty)) return true;
    }
    return false;
}

}  // namespace sitrep::publish
