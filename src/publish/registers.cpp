#include "publish/registers.hpp"

#include "publish/words.hpp"

#include <algorithm>
#include <cctype>
#include <deque>
#include <unordered_map>

extern "C" const char sitrep_public_outlets[];
extern "C" const char sitrep_public_outlets_end[];
extern "C" const char sitrep_public_areas[];
extern "C" const char sitrep_public_areas_end[];
extern "C" const char sitrep_public_actors[];
extern "C" const char sitrep_public_actors_end[];

namespace sitrep::publish {
namespace {

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t at = text.find(by);
        out.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at + 1);
    }
}

std::vector<std::vector<std::string_view>> rows(const char* begin, const char* end, std::size_t columns)
{
    std::vector<std::vector<std::string_view>> out;
    for (const std::string_view line : split({begin, std::size_t(end - begin)}, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        out.push_back(split(line, '\t'));
        out.back().resize(columns);
    }
    return out;
}

struct Actor {
    std::string_view name_ar;
    bool force = false;
};

struct Registers {
    std::deque<Outlet> outlets;  // a deque, so that the pointers handed out stay good
    std::deque<Area> areas;
    std::unordered_map<std::string, const Outlet*> outlet_by_name, outlet_by_host;
    std::unordered_map<std::string_view, const Area*> area_by_code;
    std::unordered_map<std::string_view, Actor> actors;
    std::vector<std::string_view> names;

    Registers()
    {
        read_outlets();
        read_areas();
        read_actors();
        std::erase(names, std::string_view());
    }

    void add_names(std::string_view list)
    {
        for (const std::string_view name : split(list, '|')) names.push_back(name);
    }

    void read_outlets()
    {
        for (const auto& row : rows(sitrep_public_outlets, sitrep_public_outlets_end, 6)) {
            Outlet& outlet = outlets.emplace_back(Outlet{std::string(row[0]), std::string(row[1]), {}});
            for (const std::string_view host : split(row[3], '|')) {
                if (host.empty()) continue;
                outlet.hosts.emplace_back(host);
                outlet_by_host.emplace(host, &outlet);
            }
            for (const std::size_t column : {0u, 1u, 2u}) {
                add_names(row[column]);
                for (const std::string_view name : split(row[column], '|'))
                    if (!name.empty()) outlet_by_name.emplace(name_form(name), &outlet);
            }
        }
    }

    void read_areas()
    {
        for (const auto& row : rows(sitrep_public_areas, sitrep_public_areas_end, 4)) {
            const Area& area = areas.emplace_back(Area{std::string(row[0]), std::string(row[1]), std::string(row[2])});
            area_by_code.emplace(area.code, &area);
            for (const std::size_t column : {1u, 2u, 3u}) add_names(row[column]);
        }
    }

    void read_actors()
    {
        for (const auto& row : rows(sitrep_public_actors, sitrep_public_actors_end, 7)) {
            const bool force = row[1] == "state_force" || row[1] == "foreign_force" || row[1] == "militia";
            actors.emplace(row[0], Actor{split(row[6], '|').front(), force});
            for (const std::size_t column : {0u, 5u, 6u}) add_names(row[column]);
        }
    }
};

const Registers& registers()
{
    static const Registers all;
    return all;
}

}  // namespace

const Outlet* outlet_named(std::string_view publisher)
{
    constexpr std::size_t publisher_bytes_max = 200;
    if (publisher.size() > publisher_bytes_max) return nullptr;
    const auto& known = registers().outlet_by_name;
    const auto found = known.find(name_form(publisher));
    if (found != known.end()) return found->second;
    // "The Hindu / AFP": the paper that printed it, then the agency it had it from. The first that is listed.
    constexpr std::string_view from = " / ";
    const std::size_t slash = publisher.find(from);
    if (slash == std::string_view::npos) return nullptr;
    const Outlet* paper = outlet_named(publisher.substr(0, slash));
    return paper != nullptr ? paper : outlet_named(publisher.substr(slash + from.size()));
}

const Outlet* outlet_at(std::string_view host)
{
    std::string lower(host);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    const auto& known = registers().outlet_by_host;
    for (std::string_view rest = lower; rest.find('.') != std::string_view::npos; rest.remove_prefix(rest.find('.') + 1)) {
        const auto found = known.find(std::string(rest));
        if (found != known.end()) return found->second;
    }
    return nullptr;
}

const Area* area_coded(std::string_view code)
{
    const auto found = registers().area_by_code.find(code);
    return found == registers().area_by_code.end() ? nullptr : found->second;
}

bool is_actor(std::string_view canonical_name) { return registers().actors.contains(canonical_name); }

bool is_force(std::string_view canonical_name)
{
    const auto found = registers().actors.find(canonical_name);
    return found != registers().actors.end() && found->second.force;
}

std::string_view actor_name_ar(std::string_view canonical_name)
{
    const auto found = registers().actors.find(canonical_name);
    return found == registers().actors.end() ? std::string_view() : found->second.name_ar;
}

std::vector<std::string_view> register_names() { return registers().names; }

}  // namespace sitrep::publish
