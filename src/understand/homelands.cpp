#include "understand/homelands.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "text/clitics.hpp"
#include "text/normalise.hpp"
#include "text/word_table.hpp"
#include "understand/phrases.hpp"
#include "understand/register.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view article = "ال";

/// A registered name behind its first word.
struct NameForm {
    const RegisteredActor* actor = nullptr;
    std::vector<std::string> tail;
    bool with_article = false;  ///< the first word has the Arabic article
    bool in_capitals = false;   ///< it is printed so, and only then meant ("RSF")
};
using NameTable = text::WordTable<std::vector<NameForm>>;  // by the first word, without its article

// Whose presence says where: not those who only speak, or whose armies act abroad.
bool is_at_home(const RegisteredActor& actor)
{
    constexpr std::array<std::string_view, 8> powers{"US", "RU", "TR", "FR", "GB", "IR", "IL", "SA"};
    constexpr std::array<std::string_view, 4> elsewhere{"generic", "coalition", "peacekeepers", "political"};
    if (actor.source_only || actor.adjective || actor.ambiguous || actor.countries.empty() || std::ranges::find(elsewhere, actor.kind) != elsewhere.end()) return false;
    const bool of_state = actor.kind.starts_with("state") || actor.kind == "intelligence";
    return !of_state || std::ranges::none_of(actor.countries, [&](std::string_view country) { return std::ranges::find(powers, country) != powers.end(); });
}

void enter(std::string_view name, const RegisteredActor& actor, NameTable& table)
{
    const bool latin = std::ranges::any_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const bool in_capitals = latin && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    const std::string normal = text::normalise(name);
    const auto words = split_field(normal, ' ');
    if (words.empty()) return;
    std::string_view first = words.front();
    const bool with_article = first.starts_with(article);
    if (with_article) first.remove_prefix(article.size());
    table.put(first).push_back({&actor, {words.begin() + 1, words.end()}, with_article, in_capitals});
}

const NameTable& names()
{
    static const NameTable table = [] {
        NameTable built;
        for (const RegisteredActor& actor : actor_register()) {
            if (!is_at_home(actor)) continue;
            for (const auto name : actor.english) enter(name, actor, built);
            for (const auto name : actor.arabic) enter(name, actor, built);
        }
        return built;
    }();
    return table;
}

bool follows(const text::Document& document, std::uint32_t token, const NameForm& form)
{
    const auto& tokens = document.tokens();
    if (token + form.tail.size() >= tokens.size()) return false;
    for (std::size_t i = 0; i < form.tail.size(); ++i)
        if (tokens[token + 1 + i].normal != form.tail[i]) return false;
    return true;
}

void note(const text::Document& document, std::uint32_t token, std::string_view first, bool with_article, std::set<const RegisteredActor*>& named)
{
    const auto* forms = names().find(first);
    if (forms == nullptr) return;
    const text::Token& word = document.tokens()[token];
    for (const NameForm& form : *forms)
        if (form.with_article == with_article && (word.arabic || word.capital) && (!form.in_capitals || word.all_caps) && follows(document, token, form)) named.insert(form.actor);
}

}  // namespace

std::vector<CountryHint> homelands_of(const text::Document& document)
{
    constexpr double weight = 2;
    std::set<const RegisteredActor*> named;
    const auto& tokens = document.tokens();
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != text::TokenKind::word) continue;
        if (!tokens[at].arabic) note(document, at, tokens[at].normal, false, named);
        else
            for (const auto& split : text::clitic_splits(tokens[at].normal)) note(document, at, split.bare, split.article, named);
    }
    std::vector<CountryHint> hints;
    for (const RegisteredActor* actor : named)
        for (const auto country : actor->countries)
            hints.push_back({std::string(country), weight / static_cast<double>(actor->countries.size())});
    std::ranges::sort(hints, {}, [](const CountryHint& hint) { return std::pair(hint.country, hint.weight); });
    return hints;
}

}  // namespace sitrep::understand
