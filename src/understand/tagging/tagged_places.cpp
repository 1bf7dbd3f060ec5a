#include "understand/tagging/tagged_places.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "understand/one_of.hpp"
#include "understand/where/nameless.hpp"

namespace sitrep::understand {

namespace {

bool same_words(const Words& words, Tokens a, Tokens b)
{
    if (a.last - a.first != b.last - b.first) return false;
    for (std::uint32_t i = 0; i < a.last - a.first; ++i)
        if (words.bare[a.first + i] != words.bare[b.first + i]) return false;
    return true;
}

std::span<const ContextPlace> places_of_sentence(const text::Document& document, const Context& context, Tokens tokens)
{
    const text::Sentence& sentence = document.sentences()[document.sentence_of(tokens.first)];
    const auto begins_before = [](const ContextPlace& place, std::uint32_t token) { return place.tokens.first < token; };
    const auto first = std::lower_bound(context.places.begin(), context.places.end(), sentence.first, begins_before);
    return {first, std::lower_bound(first, context.places.end(), sentence.last, begins_before)};
}

// The place of the same sentence beside some tokens that is known at least so precisely.
const Place* nearest_known(std::span<const ContextPlace> places, Tokens tokens, PlacePrecision coarsest)
{
    constexpr std::int64_t reach = 12;
    const Place* nearest = nullptr;
    std::int64_t least = reach;
    for (const ContextPlace& other : places) {
        const Place& known = other.mention->place;
        if (!known.is_resolved() || known.precision > coarsest) continue;
        const auto gap = gap_between(other.tokens, tokens);
        if (gap >= least) continue;
        least = gap;
        nearest = &known;
    }
    return nearest;
}

}  // namespace

Place place_beside(const text::Document& document, const Words& words, const Context& context, Tokens tokens)
{
    for (const ContextPlace& other : context.places)
        if (same_words(words, other.name, tokens)) return other.mention->place;
    Place place;
    place.precision = PlacePrecision::near;
    const auto beside = places_of_sentence(document, context, tokens);
    const Place* nearest = nearest_known(beside, tokens, PlacePrecision::country);
    if (!nearest) return place;
    place.country = nearest->country;
    place.precision = std::max(PlacePrecision::near, nearest->precision);
    // A road or a desert runs through several governorates: it does not tell which one.
    const Place* within = nearest_known(beside, tokens, PlacePrecision::governorate);
    if (!within || within->country != place.country) return place;
    place.admin1 = within->admin1;
    place.admin1_code = within->admin1_code;
    if (within->precision <= PlacePrecision::district) place.admin2 = within->admin2;
    return place;
}

bool is_named_beside(const text::Document& document, const Context& context, Tokens tokens)
{
    const auto is_other = [&](const ContextPlace& place) { return !place.tokens.overlaps(tokens); };
    return points_back_at_unit(document, tokens) && std::ranges::any_of(places_of_sentence(document, context, tokens), is_other);
}

Tokens with_road_number(const text::Document& document, const Context& context, Tokens tokens)
{
    constexpr std::array<std::string_view, 6> roads{"highway", "road", "route", "motorway", "طريق", "الطريق"};
    const auto& all = document.tokens();
    const bool numbered = tokens.last < document.sentences()[document.sentence_of(tokens.first)].last && all[tokens.last].kind == text::TokenKind::number;
    if (is_one_of(roads, all[tokens.last - 1].normal) && numbered && context.in_date[tokens.last] == 0) ++tokens.last;
    return tokens;
}

}  // namespace sitrep::understand
