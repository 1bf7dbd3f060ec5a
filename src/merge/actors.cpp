#include "merge/actors.hpp"

#include "merge/hashes.hpp"

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

}  // namespace

ActorFacts actor_facts(std::string_view canonical)
{
    constexpr int generations_max = 8;
    if (canonical.empty()) return {};
    ActorFacts out;
    out.name = short_hash(canonical);
    std::string_view root = canonical;
    const auto& all = actors();
    for (int i = 0; i < generations_max; ++i) {
        const auto found = all.find(root);
        if (found == all.end()) break;
        if (i == 0) out.side = found->second.side;
        if (found->second.parent.empty()) break;
        root = found->second.parent;
    }
    out.root = short_hash(root);
    return out;
}

ActorRelation relation_of(const ActorFacts& a, const ActorFacts& b)
{
    if (a.name == 0 || b.name == 0) return ActorRelation::unnamed;
    if (a.name == b.name) return ActorRelation::same;
    if (a.root == b.root) return ActorRelation::related;
    if (a.side == 0 || b.side == 0) return ActorRelation::other;
    return a.side == b.side ? ActorRelation::same_side : ActorRelation::opposed;
}

}  // namespace sitrep::merge
