#include "merge/actors.hpp"

#include "merge/hashes.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

extern "C" {
extern const char sitrep_merge_actor_parents[], sitrep_merge_actor_parents_end[];
}

namespace sitrep::merge {
namespace {

struct Row {
    std::string_view parent;
    std::uint8_t side = 0;
};
using Register = std::unordered_map<std::string_view, Row>;

std::uint8_t side_of(std::string_view side)
{
    if (side == "insurgent") return 1;
    if (side == "state_force" || side == "militia" || side == "official") return 2;
    return side == "foreign_force" ? 3 : 0;
}

const Register& actors()
{
    static const Register read = [] {
        Register out;
        std::string_view text(sitrep_merge_actor_parents, sitrep_merge_actor_parents_end);
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            const auto line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const auto first = line.find('\t');
            if (line.starts_with('#') || first == std::string_view::npos) continue;
            const auto second = std::min(line.find('\t', first + 1), line.size());
            const auto parent = second < line.size() ? line.substr(second + 1) : std::string_view();
            out.try_emplace(line.substr(0, first), Row{parent, side_of(line.substr(first + 1, second - first - 1))});
        }
        return out;
    }();
    return read;
}

struct Line {
    std::string_view root;
    std::uint8_t side = 0;
};

// The top of an actor's line of parents, and its own side.
Line line_of(std::string_view name)
{
    constexpr int generations_max = 8;
    Line out{.root = name};
    const auto& all = actors();
    for (int i = 0; i < generations_max; ++i) {
        const auto found = all.find(out.root);
        if (found == all.end()) break;
        if (i == 0) out.side = found->second.side;
        if (found->second.parent.empty()) break;
        out.root = found->second.parent;
    }
    return out;
}

// "MSA and GATIA", "Ahrar al-Sham / Ninth Division": where the first of two ends, or npos; a name of the register is one actor whatever it holds.
std::size_t end_of_first(std::string_view name, std::size_t& conjunction)
{
    if (actors().contains(name)) return std::string_view::npos;
    for (const std::string_view joins : {std::string_view(" and "), std::string_view(" / ")}) {
        conjunction = joins.size();
        if (const auto at = name.find(joins); at != std::string_view::npos) return at;
    }
    return std::string_view::npos;
}

}  // namespace

ActorFacts actor_facts(std::string_view canonical)
{
    if (canonical.empty()) return {};
    std::size_t conjunction = 0;
    const std::size_t end = end_of_first(canonical, conjunction);
    const Line first = line_of(canonical.substr(0, end));
    ActorFacts out{.name = short_hash(canonical), .root = short_hash(first.root), .partner_root = 0, .side = first.side};
    if (end == std::string_view::npos) return out;
    const Line second = line_of(canonical.substr(end + conjunction));
    out.partner_root = short_hash(second.root);
    if (first.side == 0 || second.side == 0) out.side = std::max(first.side, second.side);
    else if (first.side != second.side) out.side = 0;
    return out;
}

ActorRelation relation_of(const ActorFacts& a, const ActorFacts& b)
{
    if (a.name == 0 || b.name == 0) return ActorRelation::unnamed;
    if (a.name == b.name) return ActorRelation::same;
    const bool partners = a.partner_root != 0 && (a.partner_root == b.root || a.partner_root == b.partner_root);
    if (a.root == b.root || partners || (b.partner_root != 0 && b.partner_root == a.root)) return ActorRelation::related;
    if (a.side == 0 || b.side == 0) return ActorRelation::other;
    return a.side == b.side ? ActorRelation::same_side : ActorRelation::opposed;
}

}  // namespace sitrep::merge
