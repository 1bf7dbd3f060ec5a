// Reading numbers in words and digits.
#include "text/numbers.hpp"

#include "text/clitics.hpp"
#include "text/number_words.hpp"

#include <charconv>

namespace sitrep::text {
namespace {

constexpr std::size_t parts_max = 24;  // "two hundred and thirty-four thousand five hundred and sixty-seven" has eleven tokens

struct Part {
    NumberWord word;
    std::size_t tokens = 1;
};

// Sums parts as both languages do: "two hundred thirty four thousand" = (2*100 + 34) * 1000.
class Sum {
public:
    // False when the part cannot continue the number ("twenty thirty").
    bool add(const NumberWord& word)
    {
        switch (word.kind) {
        case NumberWordKind::unit: return add_smaller(word.value, 10, 1);
        case NumberWordKind::teen: return add_smaller(word.value, 100, 1);
        case NumberWordKind::ten: return add_smaller(word.value, 100, 10);
        case NumberWordKind::hundreds: return add_smaller(word.value, 1000, 100);
        case NumberWordKind::hundred:
            if (started_ && (group_ >= 100 || group_ == 0)) {
                return false;
            }
            group_ = (started_ ? group_ : 1) * 100;
            lowest_ = 100;
            return started_ = true;
        case NumberWordKind::scale:
            if (scale_ != 0 && word.value >= scale_) {
                return false;
            }
            total_ += (group_ == 0 ? 1 : group_) * word.value;
            scale_ = word.value;
            group_ = 0;
            lowest_ = 0;
            return started_ = true;
        default: return false;
        }
    }
    // May a unit stand before a ten ("ثلاثة وعشرين")? English never says "three twenty".
    bool add_ten_behind_unit(const NumberWord& word)
    {
        const double unit = group_ - 100 * static_cast<double>(static_cast<std::int64_t>(group_ / 100));
        if (word.kind != NumberWordKind::ten || unit < 1 || unit > 9 || lowest_ != 1) {
            return false;
        }
        group_ += word.value;
        return true;
    }
    // "ثلاثة عشر"
    bool add_ten_to_unit()
    {
        const double unit = group_ - 100 * static_cast<double>(static_cast<std::int64_t>(group_ / 100));
        if (unit < 1 || unit > 9 || lowest_ != 1) {
            return false;
        }
        group_ += 10;
        return true;
    }
    double value() const { return total_ + group_; }
    bool started() const { return started_; }

private:
    bool add_smaller(double value, double below, double lowest)
    {
        if (group_ != 0 && lowest_ < below) {
            return false;  // the parts go down: hundreds, tens, units
        }
        group_ += value;
        lowest_ = lowest;
        return started_ = true;
    }

    double total_ = 0;
    double group_ = 0;
    double scale_ = 0;
    double lowest_ = 0;  // the place value of the last part of the group
    bool started_ = false;
};

class Reader {
public:
    Reader(const Document& document, std::size_t first) : tokens_(document.tokens()), first_(first), at_(first)
    {
        const std::size_t sentence = document.sentence_of(first);
        end_ = document.sentences()[sentence].last;
    }

    std::optional<NumberRead> read()
    {
        const Token& token = tokens_[first_];
        if (token.kind == TokenKind::number) {
            return read_from_digits(token);
        }
        if (token.kind != TokenKind::word) {
            return std::nullopt;
        }
        if (const auto vague = read_vague()) {
            return vague;
        }
        return token.arabic ? read_arabic() : read_english();
    }

private:
    const Token* peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? &tokens_[at_ + ahead] : nullptr; }
    NumberRead result(double value, bool in_words) const { return {.value = value, .tokens = at_ - first_, .in_words = in_words}; }

    std::optional<NumberRead> read_from_digits(const Token& token);
    std::optional<NumberRead> read_vague();
    std::optional<NumberRead> read_english();
    std::optional<NumberRead> read_arabic();
    bool take_english(Sum& sum, std::string_view normal, bool& ordinal);
    bool is_unit_of_eleven(std::size_t token) const;
    bool counts_behind_ordinal() const;
    bool goes_on_as_ordinal(const NumberWord& word, std::string_view normal, bool with_and) const;

    const std::vector<Token>& tokens_;
    std::size_t first_;
    std::size_t at_;
    std::size_t end_ = 0;
};

std::optional<NumberRead> Reader::read_from_digits(const Token& token)
{
    ++at_;
    if (const auto ordinal = ordinal_from_digits(token.normal)) {
        NumberRead read = result(*ordinal, false);
        read.ordinal = true;
        return read;
    }
    const auto value = number_from_digits(token.normal);
    if (!value) {
        return std::nullopt;
    }
    double sum = *value;
    // "3 500": a group of exactly three digits behind a space, after one to three digits without a sign.
    while (const Token* next = peek()) {
        const bool group = next->kind == TokenKind::number && next->space_before && next->normal.size() == 3 && token.normal.size() <= 3 &&
                           next->byte_begin == tokens_[at_ - 1].byte_end + 1 && token.normal.front() != '0' && number_from_digits(next->normal);
        if (!group || at_ - first_ > 3) {
            break;
        }
        sum = sum * 1000 + *number_from_digits(next->normal);
        ++at_;
    }
    // "1.2 million", "5 آلاف"
    if (const Token* next = peek(); next != nullptr && next->kind == TokenKind::word) {
        const auto word = next->arabic ? arabic_number_word(next->normal) : english_number_word(next->normal);
        if (word && (word->kind == NumberWordKind::scale || (word->kind == NumberWordKind::hundred && sum < 100))) {
            ++at_;
            return result(sum * word->value, false);
        }
        if (!next->arabic && next->normal == "dozen") {
            ++at_;
            NumberRead read = result(sum * 12, false);
            read.vague = true;
            return read;
        }
    }
    return result(sum, false);
}

// "dozens", "two dozen", "several hundred", "a couple", "عشرات", "بضع مئات": sizes rather than counts.
std::optional<NumberRead> Reader::read_vague()
{
    const auto vague = [&](double value, std::size_t tokens) {
        at_ = first_ + tokens;
        if (const Token* of = peek(); of != nullptr && of->normal == "of") {
            // "dozens of thousands": the second is a size too
            const Token* next = peek(1);
            const auto size = next != nullptr ? vague_word(next->normal) : std::nullopt;
            if (size && *size >= 100) {
                at_ += 2;
                value *= *size / 2;
            }
        }
        NumberRead read = result(value, true);
        read.vague = true;
        return read;
    };
    const std::string_view first = tokens_[first_].normal;
    const Token* second = peek(1);
    if (const auto size = vague_word(first)) {
        const auto scale = second == nullptr ? std::nullopt : second->arabic ? arabic_number_word(second->normal) : english_number_word(second->normal);
        const bool multiplied = scale && *size < 10 && (scale->kind == NumberWordKind::hundred || scale->kind == NumberWordKind::scale);
        if (second != nullptr && *size < 10 && second->normal == "dozen") {
            return vague(*size * 12, 2);
        }
        return multiplied ? vague(*size * scale->value, 2) : vague(*size, 1);
    }
    if (first == "a" && second != nullptr) {
        if (second->normal == "few") {
            return vague(3, 2);
        }
        if (second->normal == "couple") {
            return vague(2, 2);
        }
        if (second->normal == "dozen") {
            return vague(12, 2);
        }
    }
    if (first == "half" && second != nullptr && second->normal == "a" && peek(2) != nullptr && peek(2)->normal == "dozen") {
        return vague(6, 3);
    }
    if (const auto unit = english_number_word(first); unit && second != nullptr && second->normal == "dozen") {
        return vague(unit->value * 12, 2);
    }
    if (first == "dozen") {
        return vague(12, 1);
    }
    return std::nullopt;
}

// One token of an English number; "twenty-three" is one token of two words.
bool Reader::take_english(Sum& sum, std::string_view normal, bool& ordinal)
{
    const auto add = [&](const std::optional<NumberWord>& word) {
        ordinal = word && word->ordinal;
        return word && sum.add(*word);
    };
    if (const auto hyphen = normal.find('-'); hyphen != std::string_view::npos) {
        const auto ten = english_number_word(normal.substr(0, hyphen));
        const auto unit = english_number_word(normal.substr(hyphen + 1));
        if (!ten || !unit || ten->ordinal || (ten->kind != NumberWordKind::ten && unit->kind != NumberWordKind::hundred && unit->kind != NumberWordKind::scale)) {
            return false;
        }
        return add(ten) && add(unit);
    }
    return add(english_number_word(normal));
}

std::optional<NumberRead> Reader::read_english()
{
    Sum sum;
    bool ordinal = false;
    const std::string_view first = tokens_[first_].normal;
    if (first == "a" || first == "an") {
        const Token* next = peek(1);
        const auto word = next != nullptr ? english_number_word(next->normal) : std::nullopt;
        if (!word || (word->kind != NumberWordKind::hundred && word->kind != NumberWordKind::scale)) {
            return std::nullopt;
        }
        ++at_;
    }
    while (const Token* token = peek()) {
        Sum longer = sum;
        std::size_t joined = 0;
        if (token->normal == "and" && sum.started() && peek(1) != nullptr) {
            // "one hundred and five", but not "two and three"
            const auto before = english_number_word(tokens_[at_ - 1].normal);
            if (!before || (before->kind != NumberWordKind::hundred && before->kind != NumberWordKind::scale)) {
                break;
            }
            token = peek(1);
            joined = 1;
        }
        if (ordinal || at_ - first_ >= parts_max || token->arabic || !take_english(longer, token->normal, ordinal)) {
            break;
        }
        sum = longer;
        at_ += 1 + joined;
    }
    if (!sum.started()) {
        return std::nullopt;
    }
    NumberRead read = result(sum.value(), true);
    const std::string_view last = tokens_[at_ - 1].normal;
    const auto hyphen = last.rfind('-');
    const auto word = english_number_word(hyphen == std::string_view::npos ? last : last.substr(hyphen + 1));
    read.ordinal = word && word->ordinal;
    return read;
}

// "الحادي": one of eleven, twenty-one …, and no number by itself.
bool Reader::is_unit_of_eleven(std::size_t token) const { return tokens_[token].normal.ends_with("حادي") || tokens_[token].normal.ends_with("حاديه"); }

// "قتلت الغارة الثانية عشرة جنود": the ten at hand counts what stands behind it, unless an hour is told or the phrase is over.
bool Reader::counts_behind_ordinal() const
{
    constexpr std::array<std::string_view, 26> over{"منذ", "من", "في", "علي", "الي", "عن", "قرب", "بعد", "قبل", "خلال", "حتي", "ظهرا",
                                                    "ليلا", "صباحا", "مساء",
                                                    "فجرا", "عصرا", "بتوقيت", "الا", "والنصف", "والربع", "والثلث", "ضد", "بين", "امس", "اليوم"};
    const bool hour = at_ >= 2 && tokens_[at_ - 2].normal.ends_with("ساعه");
    const Token* behind = peek(1);
    return !hour && behind != nullptr && behind->arabic && !behind->normal.starts_with("ال") && std::ranges::find(over, behind->normal) == over.end();
}

// "الرابع عشر", "الثانية والعشرون"; in "الهجوم الثاني عشرة مدنيين" the ten is a count: a masculine ordinal has no feminine ten.
bool Reader::goes_on_as_ordinal(const NumberWord& word, std::string_view normal, bool with_and) const
{
    if (with_and) {
        return word.kind == NumberWordKind::ten && word.ordinal;
    }
    const bool feminine = tokens_[at_ - 1].normal.ends_with("ه"), feminine_ten = normal.ends_with("ه");
    return word.kind == NumberWordKind::arabic_ten && normal != "عشرا" && (feminine ? !feminine_ten || !counts_behind_ordinal() : !feminine_ten);
}

// Parts are joined by و, written with the next word or apart; a unit may stand before its ten; "عشر" makes a teen.
std::optional<NumberRead> Reader::read_arabic()
{
    Sum sum;
    bool ordinal = false;
    while (const Token* token = peek()) {
        std::size_t joined = 0;
        std::string_view normal = token->normal;
        bool with_and = false;
        if (sum.started()) {
            if (normal == "و" && peek(1) != nullptr) {
                normal = peek(1)->normal;
                with_and = true;
                joined = 1;
            } else if (normal.starts_with("و") && !arabic_number_word(normal)) {
                normal.remove_prefix(std::string_view("و").size());
                with_and = true;
            }
        }
        auto word = arabic_number_word(normal);
        if (!word && !sum.started()) {
            for (const CliticSplit& split : clitic_splits(normal)) {
                word = word ? word : arabic_number_word(split.rest);
            }
        }
        if (!word || at_ - first_ >= parts_max || (ordinal ? !goes_on_as_ordinal(*word, normal, with_and) : sum.started() && word->ordinal)) {
            break;
        }
        Sum longer = sum;
        const bool multiplies = word->kind == NumberWordKind::hundred || word->kind == NumberWordKind::scale;
        const bool teen = word->kind == NumberWordKind::arabic_ten && sum.started() && !with_and;
        NumberWord plain = *word;
        if (plain.kind == NumberWordKind::arabic_ten) {
            plain.kind = NumberWordKind::unit;
        }
        // "مئة وخمسين" adds with و; without it only hundred, thousand … multiply and عشر makes a teen. A multiplier behind و begins anew: "وألف".
        bool fits = false;
        if (!sum.started()) {
            fits = longer.add(plain);
        } else if (teen) {
            fits = longer.add_ten_to_unit();
        } else if (with_and) {
            fits = (longer.add_ten_behind_unit(plain) || (!multiplies && longer.add(plain)) || (plain.kind == NumberWordKind::hundred && longer.add({NumberWordKind::hundreds, 100})));
        } else {
            fits = multiplies && longer.add(plain);
        }
        if (!fits) {
            break;
        }
        ordinal = ordinal || word->ordinal;
        sum = longer;
        at_ += 1 + joined;
    }
    if (!sum.started() || (ordinal && is_unit_of_eleven(first_) && at_ == first_ + 1)) {
        return std::nullopt;
    }
    NumberRead read = result(sum.value(), true);
    read.ordinal = ordinal;
    return read;
}

}  // namespace

std::optional<double> number_from_digits(std::string_view normal)
{
    constexpr std::size_t digits_max = 18;
    char plain[digits_max + 1];
    std::size_t size = 0;
    bool point = false;
    for (const char sign : normal) {
        if (sign == ',') {
            continue;
        }
        const bool digit = sign >= '0' && sign <= '9';
        if ((!digit && (sign != '.' || point)) || size == digits_max) {
            return std::nullopt;
        }
        point = point || sign == '.';
        plain[size++] = sign;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain, plain + size, value);
    return error == std::errc{} && end == plain + size ? std::optional(value) : std::nullopt;
}

std::optional<NumberRead> read_number(const Document& document, std::size_t first_token) { return Reader(document, first_token).read(); }

}  // namespace sitrep::text
