#include "understand/homelands.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/powers.hpp"
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
    bool in_capitals = false;   ///< see printed_in_capitals
};
using NameTable = text::WordTable<std::vector<NameForm>>;  // by the first word, without its article

// Whose presence says where: not those who only speak, or whose armies act abroad.
bool speaks_for_a_country(const RegisteredActor& actor)
{
    constexpr std::array<std::string_view, 4> elsewhere{"generic", "coalition", "peacekeepers", "political"};
    if (actor.source_only || actor.adjective || actor.ambiguous || actor.countries.empty() || std::ranges::find(elsewhere, actor.kind) != elsewhere.end()) return false;
    const bool of_state = actor.kind.starts_with("state") || actor.kind == "intelligence";
    return !of_state || std::ranges::none_of(actor.countries, acts_abroad);
}

void enter(std::string_view name, const RegisteredActor& actor, NameTable& table)
{
    const std::string normal = text::normalise(name);
    const auto words = split_field(normal, ' ');
    if (words.empty()) return;
    std::string_view first = words.front();
    const bool with_article = first.starts_with(article);
    if (with_article) first.remove_prefix(article.size());
    table.put(first).push_back({&actor, {words.begin() + 1, words.end()}, with_article, printed_in_capitals(name)});
}

const NameTable& names()
{
    static const NameTable table = [] {
        NameTable built;
        for (const RegisteredActor& actor : actor_register()) {
            if (actor.adjective || actor.ambiguous) continue;
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

// The longest name that begins with a word: "Pakistani Taliban" is not the Taliban.
const NameForm* name_with(const text::Document& document, std::uint32_t token, std::string_view first, bool with_article)
{
    const auto* forms = names().find(first);
    const text::Token& word = document.tokens()[token];
    if (forms == nullptr || (!word.arabic && !word.capital)) return nullptr;
    const NameForm* longest = nullptr;
    for (const NameForm& form : *forms) {
        if (longest != nullptr && form.tail.size() <= longest->tail.size()) continue;
        if (form.with_article == with_article && (word.arabic || !form.in_capitals || word.all_caps) && follows(document, token, form)) longest = &form;
    }
    return longest;
}

const NameForm* name_at(const text::Document& document, std::uint32_t token)
{
    const text::Token& word = document.tokens()[token];
    if (word.kind != text::TokenKind::word) return nullptr;
    if (!word.arabic) return name_with(document, token, word.normal, false);
    const NameForm* longest = nullptr;
    for (const auto& split : text::clitic_splits(word.normal)) {
        const NameForm* form = name_with(document, token, split.bare, split.article);
        if (form != nullptr && (longest == nullptr || form->tail.size() > longest->tail.size())) longest = form;
    }
    return longest;
}

}  // namespace

std::vector<CountryHint> homelands_of(const text::Document& document)
{
    constexpr double weight = 2;
    std::map<std::string_view, double> most;  // by country: the best reason, so that a group and its wing are not counted twice
    const auto& tokens = document.tokens();
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        const NameForm* form = name_at(document, at);
        if (form == nullptr) continue;
        at += static_cast<std::uint32_t>(form->tail.size());
        if (!speaks_for_a_country(*form->actor)) continue;
        const auto share = weight / static_cast<double>(form->actor->countries.size() + form->actor->abroad.size());
        for (const auto* where : {&form->actor->countries, &form->actor->abroad})
            for (const auto country : *where) most[country] = std::max(most[country], share);
    }
    std::vector<CountryHint> hints;
    for (const auto& [country, reason] : most) hints.push_back({std::string(country), reason});
    return hints;
}

}  // namespace sitrep::understand
