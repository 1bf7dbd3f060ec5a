#include "understand/tallies/tally_scope.hpp"

#include <algorithm>
#include <array>

#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// Where one count ends and another begins.
class Stretches {
public:
    Stretches(const text::Document& document, const Context& context) : document_(document), context_(context) {}

    bool begins_number(std::uint32_t at) const
    {
        if (context_.in_date[at] != 0 || context_.in_place[at] != 0) return false;
        const std::string_view word = normal(at);
        const bool joined = word.starts_with(arabic_and) && text::number_from_digits(word.substr(arabic_and.size()));  // و61
        const auto number = text::read_number(document_, at);
        return joined || (number && !number->ordinal);
    }
    // "منها 49 في سوريا": parts of the number before, each with a place of its own.
    bool tells_parts(std::uint32_t at) const
    {
        constexpr std::array parts{"منها", "منهم", "بينها", "بينهم", "including", "among"};
        return is_one_of(parts, normal(at));
    }
    // "12 in the north and in the south 7", "وفي الجنوب 7": what comes next belongs to the next number.
    bool begins_next(std::uint32_t at, std::uint32_t end) const
    {
        constexpr std::array prepositions{"in", "at", "near", "across", "around", "from"};
        constexpr std::array joined{"وفي", "وعلي", "وقرب", "ومن"};
        return normal(at) == ";" || normal(at) == "؛" || is_one_of(joined, normal(at)) || (normal(at) == "and" && at + 1 < end && is_one_of(prepositions, normal(at + 1)));
    }
    bool is_comma(std::uint32_t at) const { return normal(at) == "," || normal(at) == "،"; }

private:
    static constexpr std::string_view arabic_and = "و";
    std::string_view normal(std::uint32_t at) const { return document_.tokens()[at].normal; }

    const text::Document& document_;
    const Context& context_;
};

// The mention of a sentence that belongs to a count, among those that `take` holds for.
template <class Mention, class Take>
std::optional<std::uint32_t> told_with(const Stretches& stretches, const std::vector<Mention>& mentions, Tokens count, text::Sentence sentence, Take take)
{
    const auto at = [&](std::uint32_t token) -> std::optional<std::uint32_t> {
        const auto behind = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& mention) { return mention.tokens.last <= token; });
        if (behind == mentions.end() || behind->tokens.first > token || !take(*behind)) return std::nullopt;
        return static_cast<std::uint32_t>(behind - mentions.begin());
    };
    bool shares = false;
    std::uint32_t token = count.last;
    for (; token < sentence.last; ++token) {
        if (const auto found = at(token)) return found;
        if (stretches.tells_parts(token) || stretches.begins_next(token, sentence.last)) break;
        if (stretches.begins_number(token)) {
            shares = token > count.last && !stretches.is_comma(token - 1);
            break;
        }
    }
    std::uint32_t before = count.first;
    while (before > sentence.first) {
        if (const auto found = at(--before)) return found;
        if (stretches.begins_number(before) || stretches.tells_parts(before)) break;
    }
    for (; shares && token < sentence.last && !stretches.tells_parts(token) && !stretches.begins_next(token, sentence.last); ++token)
        if (const auto found = at(token)) return found;
    // "22 operations in Deir ez-Zor, in which 11 were killed and 9 hurt": what was told last before the numbers before.
    while (before > sentence.first && !stretches.tells_parts(before))
        if (const auto found = at(--before)) return found;
    return std::nullopt;
}

text::Sentence sentence_around(const text::Document& document, Tokens count) { return document.sentences()[document.sentence_of(count.first)]; }

}  // namespace

std::optional<std::uint32_t> place_of_count(const text::Document& document, const Context& context, Tokens count)
{
    return told_with(Stretches(document, context), context.places, count, sentence_around(document, count), [](const ContextPlace&) { return true; });
}

std::optional<std::uint32_t> period_of_count(const text::Document& document, const Context& context, Tokens count)
{
    const text::Sentence sentence = sentence_around(document, count);
    const Stretches stretches(document, context);
    const auto is_long = [](const ContextDate& date) { return date.mention->is_period || (date.mention->range.is_known() && date.mention->range.precision != DatePrecision::day); };
    if (const auto found = told_with(stretches, context.dates, count, sentence, is_long)) return found;
    // What a sentence counts it counts over one time, unless each number has its own.
    const auto begins_before = [](std::uint32_t token) { return [token](const ContextDate& date) { return date.tokens.first < token; }; };
    const auto first = std::partition_point(context.dates.begin(), context.dates.end(), begins_before(sentence.first));
    const auto last = std::partition_point(first, context.dates.end(), begins_before(sentence.last));
    if (const auto only = std::find_if(first, last, is_long); only != last) return static_cast<std::uint32_t>(only - context.dates.begin());
    return told_with(stretches, context.dates, count, sentence, [](const ContextDate&) { return true; });
}

}  // namespace sitrep::understand
