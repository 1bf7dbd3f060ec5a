#include "understand/english/companions.hpp"

#include <algorithm>

namespace sitrep::understand::english {

namespace {

// "with two passengers, who survived"
bool fared_otherwise(const Sheet& sheet, std::uint32_t token)
{
    if (sheet.word_is(token, ",")) ++token;
    if (!sheet.word_is_any(token, {"who", "whom"}) || token + 1 >= sheet.size()) return false;
    const std::string_view then = sheet.token(token + 1).normal;
    return then.starts_with("surviv") || then.starts_with("escap") || sheet.word_is_any(token + 1, {"fled", "was", "were"}) || sheet.act_at[token + 1];
}

// "in hospital", "in serious condition", "on the run", "at her side", "as the main suspect"
bool tells_state(const Sheet& sheet, std::uint32_t token)
{
    if (sheet.word_is(token, "as")) return sheet.word_is_any(token + 1, {"a", "an", "the"});
    if (!sheet.word_is_any(token, {"in", "on", "at"})) return false;
    return sheet.word_is_any(token + 1, {"hospital", "custody", "serious", "critical", "stable"}) || sheet.word_is_any(token + 2, {"run", "side"});
}

// Not "looking on", "still missing", "unhurt", "present".
bool ends_plainly(const Sheet& sheet, std::uint32_t token)
{
    if (token >= sheet.size() || sheet.is_punctuation(token) || sheet.in_date(token) || sheet.in_place(token)) return true;
    if (tells_state(sheet, token)) return false;
    return sheet.is(token, WordClass::prep) || sheet.is(token, WordClass::conj) || sheet.is(token, WordClass::by) || sheet.is(token, WordClass::and_);
}

// "with his son", "with two of her guards"
bool says_whose(const Sheet& sheet, const Companions& told)
{
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t at = told.first; at < told.last + reach; ++at)
        if (sheet.word_is_any(at, {"his", "her", "their"})) return true;
    return false;
}

// "was killed on Wednesday in Khost city together with his driver": the token of "together".
std::optional<std::uint32_t> behind_place_and_date(const Sheet& sheet, std::uint32_t token, std::uint32_t end)
{
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t at = token; at < std::min(end, token + reach); ++at) {
        if (sheet.word_is_any(at, {"together", "along", "alongside"})) return sheet.word_is(at, "alongside") || sheet.word_is(at + 1, "with") ? std::optional(at) : std::nullopt;
        const bool person = sheet.group_at[at] != 0 && !sheet.groups[sheet.group_at[at] - 1].thing && !sheet.in_place(at);
        const bool counted = sheet.count_at[at] != 0 && !sheet.in_date(at);
        if (person || counted || sheet.act_at[at] || sheet.is_punctuation(at) || sheet.is(at, WordClass::and_) || sheet.is(at, WordClass::clause)) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Companions> companions_behind(const Sheet& sheet, std::uint32_t token)
{
    if (token == 0 || token + 2 >= sheet.size()) return std::nullopt;
    const std::uint32_t end = sheet.sentence_of(token - 1).last;
    if (const auto behind = behind_place_and_date(sheet, token, end)) token = *behind;
    const bool joined = sheet.word_is_any(token, {"together", "along"});
    if (joined) ++token;
    const bool with = sheet.word_is(token, "with");
    if ((!with && !sheet.word_is(token, "alongside")) || token + 1 >= end) return std::nullopt;
    return Companions{.first = token + 1, .last = token + 1, .bare = with && !joined, .with_object = false};
}

bool share_a_fate(const Sheet& sheet, const Companions& told)
{
    if (fared_otherwise(sheet, told.last)) return false;
    return !told.bare || (ends_plainly(sheet, told.last) && (!told.with_object || says_whose(sheet, told)));
}

}  // namespace sitrep::understand::english
