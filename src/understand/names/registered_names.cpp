#include "understand/names/registered_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/clitics.hpp"
#include "text/word_table.hpp"
#include "understand/phrases.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view article = "ال";

/// A registered name behind its first word.
struct NameForm {
    const RegisteredActor* actor = nullptr;
    std::string_view as_listed;
    std::vector<std::string> tail;
    bool with_article = false;  ///< the first word has the Arabic article
    bool in_capitals = false;   ///< see printed_in_capitals
};
using NameTable = text::WordTable<std::vector<NameForm>>;  // by the first word, without its article

void enter(std::string_view name, const RegisteredActor& actor, NameTable& table)
{
    const std::string normal = name_as_tokens(name);
    const auto words = split_field(normal, ' ');
    if (words.empty()) return;
    std::string_view first = words.front();
    const bool with_article = first.starts_with(article);
    if (with_article) first.remove_prefix(article.size());
    table.put(first).push_back({&actor, name, {words.begin() + 1, words.end()}, with_article, printed_in_capitals(name)});
}

const NameTable& names()
{
    static const NameTable table = [] {
        NameTable built;
        for (const RegisteredActor& actor : actor_register()) {
            if (actor.adjective || actor.ambiguous) continue;
            if (std::ranges::find(actor.english, actor.name) == actor.english.end()) enter(actor.name, actor, built);
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

const NameForm* form_with(const text::Document& document, std::uint32_t token, std::string_view first, bool with_article)
{
    const auto* forms = names().find(first);
    const text::Token& word = document.tokens()[token];
    if (forms == nullptr || (!word.arabic && !word.capital && !is_in_capitals(document, token))) return nullptr;
    const NameForm* longest = nullptr;
    for (const NameForm& form : *forms) {
        if (longest != nullptr && form.tail.size() <= longest->tail.size()) continue;
        if (form.with_article == with_article && (word.arabic || !form.in_capitals || is_in_capitals(document, token)) && follows(document, token, form)) longest = &form;
    }
    return longest;
}

const NameForm* form_at(const text::Document& document, std::uint32_t token)
{
    const text::Token& word = document.tokens()[token];
    if (word.kind != text::TokenKind::word) return nullptr;
    if (!word.arabic) return form_with(document, token, word.normal, false);
    const NameForm* longest = nullptr;
    for (const auto& split : text::clitic_splits(word.normal)) {
        const NameForm* form = form_with(document, token, split.bare, split.article);
        if (form != nullptr && (longest == nullptr || form->tail.size() > longest->tail.size())) longest = form;
    }
    return longest;
}

}  // namespace

std::optional<RegisteredName> registered_name_at(const text::Document& document, std::uint32_t token)
{
    const NameForm* form = form_at(document, token);
    if (form == nullptr) return std::nullopt;
    return RegisteredName{.actor = form->actor, .as_listed = form->as_listed, .tokens = {token, token + 1 + static_cast<std::uint32_t>(form->tail.size())}};
}

}  // namespace sitrep::understand
