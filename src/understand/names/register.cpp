#include "understand/names/register.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "text/normalise.hpp"
#include "understand/embedded.hpp"
#include "understand/phrases.hpp"

namespace sitrep::understand {

namespace {

struct SideName {
    std::string_view text;
    Side side;
};
constexpr std::array side_names{
    SideName{"insurgent", Side::insurgent},
    SideName{"unnamed_insurgent", Side::unnamed_insurgent},
    SideName{"unnamed_gunmen", Side::unnamed_gunmen},
    SideName{"state_force", Side::state_force},
    SideName{"foreign_force", Side::foreign_force},
    SideName{"militia", Side::militia},
    SideName{"civilians", Side::civilians},
    SideName{"official", Side::official},
    SideName{"thing", Side::thing},
    SideName{"other", Side::other},
};

RegisteredActor actor_from(const std::vector<std::string_view>& row)
{
    constexpr std::size_t columns = 7, kind_column = 9, country_column = 10, abroad_column = 12;
    if (row.size() < columns) throw std::logic_error("actors.tsv: a row with too few columns: " + std::string(row.front()));
    RegisteredActor actor;
    actor.name = row[0];
    const auto side = side_from(row[1]);
    if (!side) throw std::logic_error("actors.tsv: no such side: " + std::string(row[1]));
    actor.side = *side;
    actor.target_class = target_class_from(row[2]);
    actor.parent = row[3];
    for (const std::string_view flag : split_field(row[4], ',')) {
        actor.source_only = actor.source_only || flag == "source";
        actor.ambiguous = actor.ambiguous || flag == "ambiguous";
        actor.at_home = actor.at_home || flag == "at_home";
        actor.adjective = actor.adjective || flag == "adjective";
    }
    actor.english = split_field(row[5], '|');
    actor.arabic = split_field(row[6], '|');
    if (row.size() > kind_column) actor.kind = row[kind_column];
    if (row.size() > country_column) actor.countries = split_field(row[country_column], '|');
    if (row.size() > abroad_column) actor.abroad = split_field(row[abroad_column], '|');
    const auto is_code = [](std::string_view code) { return code.size() == 2; };
    if (!std::ranges::all_of(actor.countries, is_code) || !std::ranges::all_of(actor.abroad, is_code)) throw std::logic_error("actors.tsv: no such country: " + actor.name);
    if (actor.countries.size() == 1) actor.country = actor.countries.front();
    return actor;
}

}  // namespace

std::optional<Side> side_from(std::string_view text)
{
    for (const SideName& name : side_names)
        if (name.text == text) return name.side;
    return std::nullopt;
}

bool printed_in_capitals(std::string_view name)
{
    return std::none_of(name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

std::string name_as_tokens(std::string_view name)
{
    constexpr std::string_view alone = "/,()";
    std::string spaced;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto ends_word = [&](std::size_t behind) { return behind >= name.size() || name[behind] == ' '; };
        const bool possessive = name[i] == '\'' && (ends_word(i + 1) || (name.substr(i).starts_with("'s") && ends_word(i + 2)));
        const bool is_alone = alone.find(name[i]) != std::string_view::npos;
        if (possessive || is_alone) spaced += ' ';
        spaced += name[i];
        if (is_alone) spaced += ' ';
    }
    const std::string normal = text::normalise(spaced);
    std::string words;
    for (const auto word : split_field(normal, ' '))
        if (!word.empty()) words += (words.empty() ? "" : " ") + std::string(word);
    return words;
}

bool is_in_capitals(const text::Document& document, std::uint32_t token)
{
    if (document.tokens()[token].all_caps) return true;
    const std::string_view word = document.words(token, token + 1);
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    return std::ranges::any_of(word, is_digit) && std::ranges::any_of(word, is_capital) && printed_in_capitals(word);
}

bool is_insurgent(Side side)
{
    return side == Side::insurgent || side == Side::unnamed_insurgent || side == Side::unnamed_gunmen;
}

bool is_force(Side side)
{
    return side == Side::state_force || side == Side::foreign_force || side == Side::militia;
}

namespace {

// The police or the army of a country, not a part of it.
bool is_whole_force(std::string_view name, std::string_view kind)
{
    if (kind == "state_police") return name.ends_with(" police");
    return name.ends_with(" army") || name.ends_with(" military") || name.ends_with(" armed forces") || name.ends_with(" government forces");
}

// "Iraqi forces", "Thai security forces": army and police of a country under one name.
bool is_all_forces(std::string_view name)
{
    const auto word = name.find(' ');
    return word != std::string_view::npos && (name.substr(word) == " forces" || name.substr(word) == " security forces");
}

}  // namespace

std::string_view force_of(std::string_view country, std::string_view kind)
{
    if (country.empty()) return {};
    const std::string_view listed = kind == "state_forces" ? "state_military" : kind;
    std::string_view whole, all;
    bool several = false, several_of_all = false;
    for (const auto& actor : actor_register()) {
        const std::string_view name = actor.name;
        if (actor.country != country || actor.kind != listed || actor.adjective) continue;
        if (is_all_forces(name) && actor.parent.empty()) {
            several_of_all = several_of_all || (!all.empty() && name != all);
            all = name;
        }
        const bool part = is_whole_force(actor.parent, listed);  // of a force, where a parent may also be a state
        if (part || !is_whole_force(name, listed)) continue;
        several = several || (!whole.empty() && name != whole);
        whole = name;
    }
    if (several_of_all) all = {};
    if (kind == "state_forces" || (whole.empty() && kind == "state_military")) return all;
    return several ? std::string_view() : whole;
}

std::string_view branch_of(std::string_view country, std::string_view ending)
{
    std::string_view found;
    for (const auto& actor : actor_register()) {
        const std::string_view name = actor.name;
        const bool ends = name.size() > ending.size() && name.ends_with(ending) && name[name.size() - ending.size() - 1] == ' ';
        if (country.empty() || actor.country != country || !ends || actor.adjective || name == found) continue;
        if (!found.empty()) return {};
        found = name;
    }
    return found;
}

std::string_view army_of(std::string_view state)
{
    static const std::unordered_map<std::string_view, std::string_view> armies = [] {
        std::unordered_map<std::string_view, std::string_view> all;
        for (const auto& actor : actor_register())
            if (!actor.parent.empty() && actor.kind == "state_military" && is_whole_force(actor.name, actor.kind) && !is_whole_force(actor.parent, actor.kind))
                all.emplace(actor.parent, actor.name);
        return all;
    }();
    const auto found = armies.find(state);
    return found == armies.end() ? std::string_view() : found->second;
}

std::string_view arabic_name_of(std::string_view canonical)
{
    static const std::unordered_map<std::string_view, std::string_view> names = [] {
        std::unordered_map<std::string_view, std::string_view> all;
        for (const auto& actor : actor_register())
            if (!actor.arabic.empty() && !actor.adjective) all.emplace(actor.name, actor.arabic.front());
        return all;
    }();
    const auto found = names.find(canonical);
    return found == names.end() ? std::string_view() : found->second;
}

const std::vector<RegisteredActor>& actor_register()
{
    static const std::vector<RegisteredActor> actors = [] {
        std::vector<RegisteredActor> parsed;
        for (const auto& row : lexicon_rows(embedded::actors())) parsed.push_back(actor_from(row));
        return parsed;
    }();
    return actors;
}

}  // namespace sitrep::understand
