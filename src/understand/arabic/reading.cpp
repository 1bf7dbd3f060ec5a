#include "understand/arabic/reading.hpp"

#include "text/clitics.hpp"
#include "understand/arabic/uncounted.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::size_t letter_bytes = 2;
constexpr std::uint32_t quoted_words_max = 8;  // longer phrases are not searched for their quote marks
constexpr std::string_view damma = "\xD9\x8F";
constexpr std::string_view fatha = "\xD9\x8E";

bool is_quote(std::string_view normal)
{
    constexpr std::array<std::string_view, 12> quotes{"«", "»", "\"", "“", "”", "'", "‘", "’", "„", "#", "_", "*"};
    return std::find(quotes.begin(), quotes.end(), normal) != quotes.end();
}

bool is_clitic(std::string_view normal)
{
    constexpr std::size_t longest_bytes = 4;
    if (normal.size() > longest_bytes) return false;
    constexpr std::array<std::string_view, 12> clitics{"ل", "ب", "و", "ف", "ك", "ول", "وب", "فل", "فب", "لـ", "بـ", "وك"};
    return std::find(clitics.begin(), clitics.end(), normal) != clitics.end();
}

Pause pause_of(const text::Token& token)
{
    if (token.kind == text::TokenKind::word || token.kind == text::TokenKind::number || is_quote(token.normal)) {
        return Pause::nothing;
    }
    const std::string_view mark = token.normal;
    if (mark == "." || mark == "!" || mark == "?" || mark == "؟" || mark == ":" || mark == "؛" || mark == ";" || mark == "..") {
        return Pause::stop;
    }
    return Pause::comma;
}

// "باب" is a door and no "by a father": "عند باب منزله", "باب التبانة".
bool is_door(std::string_view normal, const text::CliticSplit& split)
{
    return split.letters > 0 && split.rest == "اب" && normal.ends_with("باب");
}

// The rest of a phrase: each further word as written, or behind an article.
bool tail_matches(const std::vector<Word>& words, std::size_t next, const std::vector<std::string>& tail, std::uint32_t sentence)
{
    if (next + tail.size() > words.size()) {
        return false;
    }
    for (std::size_t k = 0; k < tail.size(); ++k) {
        const Word& word = words[next + k];
        if (word.sentence != sentence || word.pause != Pause::nothing) {
            return false;
        }
        const std::string_view normal = word.normal;
        const bool same = normal == tail[k] || (normal.starts_with("ال") && normal.substr(2 * letter_bytes) == tail[k]);
        if (!same) {
            return false;
        }
    }
    return true;
}

}  // namespace

Reading::Reading(const text::Document& document, const Context& context) : document_(&document), context_(&context)
{
    read_words();
    numbers_.reserve(words_.size());
    for (const Word& word : words_) {
        numbers_.push_back(text::read_number(*document_, word.token));
    }
    found_at_.reserve(words_.size() + 1);
    for (std::uint32_t i = 0; i < size(); ++i) {
        find_all(i);
    }
    found_at_.push_back(static_cast<std::uint32_t>(found_.size()));
}

void Reading::read_words()
{
    const auto& tokens = document_->tokens();
    for (std::uint32_t s = 0; s < document_->sentences().size(); ++s) {
        const auto& sentence = document_->sentences()[s];
        const auto first = static_cast<std::uint32_t>(words_.size());
        Pause pause = Pause::stop;
        std::string_view detached;
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const text::Token& token = tokens[t];
            if (token.kind != text::TokenKind::word && token.kind != text::TokenKind::number) {
                pause = std::max(pause, pause_of(token));
                continue;
            }
            if (is_clitic(token.normal) && t + 1 < sentence.last) {
                detached = token.normal;
                continue;
            }
            words_.push_back({t, s, token.normal, detached, pause});
            pause = Pause::nothing;
            detached = {};
        }
        sentences_.emplace_back(first, static_cast<std::uint32_t>(words_.size()));
    }
}

void Reading::find_all(std::uint32_t i)
{
    const Lexicon& lexicon = Lexicon::embedded();
    const Word& word = words_[i];
    const auto start = found_.size();
    const std::string_view written = document_->words(word.token, word.token + 1);
    // أسرة is a family, not "أسره"; زوجتة and قتلوة are written so by many.
    const bool marbuta = written.ends_with("ة") && !written.ends_with("تة") && !written.ends_with("وة") && !written.ends_with("اة");
    found_at_.push_back(static_cast<std::uint32_t>(start));
    const auto take = [&](std::string_view key, const text::CliticSplit& split, bool definite) {
        for (const Form& form : lexicon.find(key)) {
            // An article excludes a pronoun and a noun behind it: المحافظة is no محافظ, القاضي no two judges of something.
            const bool both = definite && (form.shape.pronoun || form.shape.construct);
            if (both || (marbuta && form.shape.pronoun && form.tail.empty()) || !tail_matches(words_, i + 1, form.tail, word.sentence)) {
                continue;
            }
            Found found{i, static_cast<std::uint32_t>(i + 1 + form.tail.size()), form.entry, form.shape, {}, definite, form.verb};
            found.clitics = split.letters == 0 ? word.detached : word.normal.substr(0, split.letters * letter_bytes);
            const auto longer = [](const Found& a, const Found& b) { return a.last > b.last; };
            const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(start);
            found_.insert(std::upper_bound(begin, found_.end(), found, longer), found);  // longest first, else as the lists have it
        }
    };
    for (const auto& split : text::clitic_splits(word.normal)) {
        if (is_door(word.normal, split)) {
            continue;
        }
        take(split.rest, split, split.article && split.rest == split.bare);
        if (split.bare != split.rest) {
            take(split.bare, split, true);
        }
    }
}

const Found* Reading::find(std::uint32_t i, Class cls) const
{
    if (i >= size()) {
        return nullptr;
    }
    for (auto k = found_at_[i]; k < found_at_[i + 1]; ++k) {
        if (found_[k].entry->cls == cls) {
            return &found_[k];
        }
    }
    return nullptr;
}

std::vector<const Found*> Reading::all(std::uint32_t i, Class cls) const
{
    std::vector<const Found*> readings;
    for (auto k = found_at_[i]; k < found_at_[i + 1]; ++k) {
        if (found_[k].entry->cls == cls) {
            readings.push_back(&found_[k]);
        }
    }
    return readings;
}

std::uint32_t Reading::next(std::uint32_t from, std::uint32_t to, Class cls) const
{
    while (from < to && !has(from, cls)) {
        ++from;
    }
    return std::min(from, to);
}

std::uint32_t Reading::after_mention(std::uint32_t i) const
{
    const std::uint32_t end = sentence_end(i);
    const bool date = in_date(i);
    while (i < end && (date ? in_date(i) : in_place(i))) {
        ++i;
    }
    return i;
}

std::optional<Reading::Number> Reading::number(std::uint32_t i) const
{
    constexpr std::int64_t most_people = 10'000'000;
    if (i >= size() || in_date(i) || in_place(i)) {
        return std::nullopt;
    }
    if (is_part_of_name(*document_, words_[i].token)) {
        return std::nullopt;
    }
    const auto& read = numbers_[i];
    const auto& before = numbers_[i - std::min(i, 1U)];
    if (i > 0 && before && before->ordinal && words_[i - 1].token + before->tokens > words_[i].token) {
        return std::nullopt;  // the ten of "الرابعة عشرة"
    }
    if (!read && words_[i].normal.size() > letter_bytes) {  // ل134: a clitic written against digits
        const auto digits = text::number_from_digits(words_[i].normal.substr(letter_bytes));
        const bool clitic = is_clitic(words_[i].normal.substr(0, letter_bytes));
        if (digits && clitic && *digits >= 0 && *digits <= static_cast<double>(most_people)) {
            return Number{static_cast<std::int64_t>(*digits), i + 1, false, false};
        }
    }
    if (!read || read->ordinal || !read->is_whole() || read->whole() > most_people || read->whole() < 0) {
        return std::nullopt;
    }
    const std::uint32_t end_token = words_[i].token + static_cast<std::uint32_t>(read->tokens);
    std::uint32_t last = i + 1;
    while (last < size() && words_[last].token < end_token) {
        ++last;
    }
    return Number{read->whole(), last, read->vague, read->in_words};
}

std::optional<std::int64_t> Reading::ordinal(std::uint32_t i) const
{
    if (i >= size() || in_date(i) || in_place(i)) {
        return std::nullopt;
    }
    const auto& read = numbers_[i];
    return read && read->ordinal && read->is_whole() ? std::optional(read->whole()) : std::nullopt;
}

std::string_view Reading::raw(std::uint32_t i) const
{
    return document_->words(words_[i].token, words_[i].token + 1);
}

Voice Reading::voice(const Found& verb) const
{
    // the vowel on the first root letter decides: قُتل is passive, قَتل active; clitics have vowels of their own
    const std::string_view written = raw(verb.first);
    const std::size_t skip = verb.clitics.size() * (words_[verb.first].detached.empty() ? 1 : 0);
    std::size_t at = 0;
    for (std::size_t letters = 0; at < written.size() && letters < skip; at += letter_bytes) {
        const auto mark = written.substr(at, letter_bytes);
        letters += mark >= "\xD9\x8B" && mark <= "\xD9\x92" ? 0 : letter_bytes;
    }
    const std::string_view rest = written.substr(std::min(at, written.size()));
    // اعتُقل and استُهدف carry it on the third letter; no active past verb has one so early
    if (!verb.shape.present && rest.substr(0, 4 * letter_bytes).find(damma) != std::string_view::npos) {
        return Voice::passive;
    }
    return rest.substr(0, 2 * letter_bytes).find(fatha) == letter_bytes ? Voice::active : Voice::unmarked;
}

bool Reading::marked_dual(std::uint32_t i) const
{
    const std::string_view written = raw(i);
    const auto ya = written.rfind("ي");
    if (ya == std::string_view::npos || ya < letter_bytes) {
        return false;
    }
    const auto before = written.substr(ya - letter_bytes, letter_bytes);
    return before == fatha || (before == "\xD9\x91" && ya >= 2 * letter_bytes && written.substr(ya - 2 * letter_bytes, letter_bytes) == fatha);
}

std::uint8_t Reading::written_clitics(std::uint32_t i, std::string_view clitics) const
{
    if (clitics.empty() || !words_[i].detached.empty() || clitics.ends_with("لل")) {
        return 0;
    }
    const std::string_view written = raw(i);
    std::uint8_t points = 0;
    for (std::size_t at = 0, letters = 0; at + letter_bytes <= written.size(); at += letter_bytes, ++points) {
        const auto mark = written.substr(at, letter_bytes);
        const bool is_mark = (mark >= "\xD9\x8B" && mark <= "\xD9\x92") || mark == "ـ";
        if (!is_mark && letters == clitics.size()) {
            break;
        }
        letters += is_mark ? 0 : letter_bytes;
    }
    return points;
}

Tokens Reading::tokens(std::uint32_t first, std::uint32_t last) const
{
    Tokens tokens{words_[first].token, words_[last - 1].token + 1};
    const auto& all = document_->tokens();
    const auto holds = [&](std::string_view mark) {
        return std::any_of(all.begin() + tokens.first, all.begin() + tokens.last, [&](const text::Token& token) {
            return document_->text().substr(token.byte_begin, token.byte_end - token.byte_begin) == mark;
        });
    };
    if (last - first < quoted_words_max && tokens.last < all.size() && document_->words(tokens.last, tokens.last + 1) == "»" && holds("«") && !holds("»")) {
        ++tokens.last;  // عنصر من «قسد»
    }
    return tokens;
}

std::uint32_t Reading::word_at(std::uint32_t token) const
{
    const auto found = std::lower_bound(words_.begin(), words_.end(), token, [](const Word& word, std::uint32_t t) { return word.token < t; });
    return static_cast<std::uint32_t>(found - words_.begin());
}

bool Reading::is_word(std::uint32_t i, std::string_view bare) const
{
    return i < size() && text::matches_behind_clitics(words_[i].normal, bare);
}

}  // namespace sitrep::understand::arabic
