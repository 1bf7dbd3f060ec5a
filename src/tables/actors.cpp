#include "tables/actors.hpp"

#include "core/countries.hpp"
#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

extern "C" const char sitrep_tables_actors[];
extern "C" const char sitrep_tables_actors_end[];
extern "C" const char sitrep_tables_names[];
extern "C" const char sitrep_tables_names_end[];

namespace sitrep::tables {
namespace {

std::string_view cut(std::string_view& rest, char by)
{
    const auto end = rest.find(by);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

Side side_from(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> names{"", "insurgent", "state_force", "foreign_force", "militia", "official", "civilians", "other"};
    const auto found = std::ranges::find(names, text);
    return found == names.end() ? Side::unknown : Side(found - names.begin());
}

class Register {
public:
    Register()
    {
        each_line(sitrep_tables_actors, sitrep_tables_actors_end, [this](std::string_view line) { add_actor(line); });
        each_line(sitrep_tables_names, sitrep_tables_names_end, [this](std::string_view line) {
            const auto name = cut(line, '\t');
            if (const auto* actor = named(line)) by_name_.insert_or_assign(text::name_key(name), *actor);
        });
    }

    const TableActor* named(std::string_view name) const
    {
        const auto found = by_name_.find(text::name_key(name));
        return found == by_name_.end() ? nullptr : &found->second;
    }
    /// The army or the police of a country.
    const TableActor* of_country(std::string_view kind, std::string_view country) const
    {
        const auto found = by_country_.find(std::string(kind) + ':' + std::string(country));
        return found == by_country_.end() ? nullptr : &found->second;
    }

private:
    template <class Take>
    static void each_line(const char* begin, const char* end, Take take)
    {
        std::string_view rest(begin, std::size_t(end - begin));
        while (!rest.empty()) {
            const auto line = cut(rest, '\n');
            if (!line.empty() && line[0] != '#') take(line);
        }
    }

    void add_actor(std::string_view line)
    {
        std::array<std::string_view, 12> cells;
        for (auto& cell : cells) cell = cut(line, '\t');
        const auto& [name, side, when_hit, parent, flags, english, arabic, id, parent_id, kind, countries, years] = cells;
        if (flags.find("adjective") != std::string_view::npos) return;
        const TableActor actor{std::string(name), side_from(side), target_class_from(when_hit)};
        by_name_.try_emplace(text::name_key(name), actor);
        for (std::string_view rest : {english, arabic})
            while (!rest.empty()) by_name_.try_emplace(text::name_key(cut(rest, '|')), actor);
        if (countries.size() == 2) by_country_.try_emplace(std::string(kind) + ':' + std::string(countries), actor);
    }

    std::unordered_map<std::string, TableActor> by_name_, by_country_;
};

const Register& actors()
{
    static const Register all;
    return all;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// "Military Forces of Syria" → the army of SY.
const TableActor* force_of_country(std::string_view name)
{
    struct Form {
        std::string_view beginning, kind;
        Side side;
    };
    static constexpr std::array<Form, 4> forms{{{"Government of ", "state_military", Side::state_force},
                                                {"Military Forces of ", "state_military", Side::state_force},
                                                {"Police Forces of ", "state_police", Side::state_force},
                                                {"Security Forces of ", "state_military", Side::state_force}}};
    for (const auto& form : forms) {
        if (!name.starts_with(form.beginning)) continue;
        const auto* country = country_named(trimmed(name.substr(form.beginning.size())));
        return country == nullptr ? nullptr : actors().of_country(form.kind, country->code);
    }
    return nullptr;
}

std::optional<TableActor> known(std::string_view name)
{
    if (name.empty()) return std::nullopt;
    if (const auto* actor = actors().named(name)) return *actor;
    if (const auto* force = force_of_country(name)) return *force;
    // "Islamic State (Syria)", "Military Forces of Iraq (2014-)", "Yemen (North Yemen)" kept its brackets above.
    if (const auto bracket = name.find(" ("); bracket != std::string_view::npos) {
        const auto bare = trimmed(name.substr(0, bracket));
        if (const auto* actor = actors().named(bare)) return *actor;
        if (const auto* force = force_of_country(bare)) return *force;
    }
    return std::nullopt;
}

TableActor by_beginning(std::string_view name)
{
    struct Form {
        std::string_view beginning;
        Side side;
        TargetClass when_hit;
    };
    static constexpr std::array<Form, 10> forms{{{"Civilian", Side::civilians, TargetClass::civilian},
                                                 {"Protesters", Side::civilians, TargetClass::civilian},
                                                 {"Rioters", Side::civilians, TargetClass::civilian},
                                                 {"Police Forces of", Side::state_force, TargetClass::police},
                                                 {"Government of", Side::state_force, TargetClass::military},
                                                 {"Military Forces of", Side::state_force, TargetClass::military},
                                                 {"Unidentified Military", Side::state_force, TargetClass::military},
                                                 {"Private Security Forces", Side::militia, TargetClass::military},
                                                 {"Unidentified Communal Militia", Side::militia, TargetClass::militant},
                                                 {"Syrian insurgents", Side::insurgent, TargetClass::militant}}};
    for (const auto& form : forms)
        if (name.starts_with(form.beginning)) return {"", form.side, form.when_hit};
    return {};
}

}  // namespace

TableActor actor_named(std::string_view cell)
{
    // Cells are few and come again and again: a table of a million rows names some hundred actors.
    constexpr std::size_t remembered_max = 4096;
    thread_local std::unordered_map<std::string, TableActor> remembered;
    if (const auto before = remembered.find(std::string(cell)); before != remembered.end()) return before->second;
    auto found = known(cell);
    for (std::string_view rest = cell; !found && !rest.empty();) found = known(trimmed(cut(rest, ',')));
    const auto actor = found.value_or(by_beginning(cell));
    if (remembered.size() >= remembered_max) remembered.clear();
    remembered.emplace(cell, actor);
    return actor;
}

bool is_nobody(std::string_view cell)
{
    return cell.empty() || cell.starts_with("Unidentified") || cell.starts_with("Unknown") || cell.starts_with("unidentified") || cell.starts_with("unknown");
}

std::string source_named(std::string_view name)
{
    const auto* actor = actors().named(name);
    return actor != nullptr && actor->side == Side::other ? actor->name : std::string();
}

}  // namespace sitrep::tables
