#include "understand/where/homelands.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/powers.hpp"
#include "understand/names/register.hpp"
#include "understand/names/registered_names.hpp"

namespace sitrep::understand {

namespace {

// Whose presence says where: not those who only speak, or whose armies act abroad.
bool speaks_for_a_country(const RegisteredActor& actor)
{
    constexpr std::array<std::string_view, 4> elsewhere{"generic", "coalition", "peacekeepers", "political"};
    if (actor.source_only || actor.adjective || actor.ambiguous || actor.countries.empty() || std::ranges::find(elsewhere, actor.kind) != elsewhere.end()) return false;
    const bool of_state = actor.kind.starts_with("state") || actor.kind == "intelligence";
    return !of_state || std::ranges::none_of(actor.countries, acts_abroad);
}

}  // namespace

std::vector<CountryHint> homelands_of(const text::Document& document)
{
    constexpr double weight = 2;
    std::map<std::string_view, double> most;  // by country: the best reason, so that a group and its wing are not counted twice
    const auto& tokens = document.tokens();
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        const auto told = registered_name_at(document, at);
        if (!told) continue;
        at = told->tokens.last - 1;
        if (!speaks_for_a_country(*told->actor)) continue;
        const auto share = weight / static_cast<double>(told->actor->countries.size() + told->actor->abroad.size());
        for (const auto* where : {&told->actor->countries, &told->actor->abroad})
            for (const auto country : *where) most[country] = std::max(most[country], share);
    }
    std::vector<CountryHint> hints;
    for (const auto& [country, reason] : most) hints.push_back({std::string(country), reason});
    return hints;
}

}  // namespace sitrep::understand
