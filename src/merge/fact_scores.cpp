// What, who and how many: kind, actors, target and tolls.
#include "merge/scoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sitrep::merge {
namespace {

namespace weight {
constexpr double same_kind = 0.05, same_family = -0.25, other_kind = -0.45, other_series = -2.0;
constexpr double same_actor = 0.28, other_actor = -0.50, same_target = 0.05, other_target = -0.40, same_target_words = 0.35;
constexpr double same_weapon = 0.05;
constexpr double same_large = 0.80, same_several = 0.45, same_two = 0.40, same_one = 0.05, none_each = 0.05, near = 0.18;
constexpr double different = -0.30, far_apart = -0.40, none_or_many = -0.35;
constexpr double of_injured = 0.9;  // other figures tell a little less than the dead
}  // namespace weight

/// Kinds that reports confuse with one another.
int family(IncidentKind kind)
{
    switch (kind) {
        case IncidentKind::armed_attack:
        case IncidentKind::assassination_or_targeted_killing:
        case IncidentKind::ambush:
        case IncidentKind::clash:
        case IncidentKind::checkpoint_or_raid_by_group: return 1;
        case IncidentKind::ied_or_mine:
        case IncidentKind::suicide_or_vehicle_bomb: return 2;
        case IncidentKind::abduction:
        case IncidentKind::execution: return 3;
        case IncidentKind::airstrike:
        case IncidentKind::shelling: return 4;
        case IncidentKind::security_operation: return 5;
        case IncidentKind::protest: return 6;
        case IncidentKind::arson_or_property:
        case IncidentKind::other_violence: break;
    }
    return 0;
}

/// An ambush begins with a bomb, a kidnapped man is found shot: families that one event may stand in.
bool may_meet(int a, int b)
{
    return a == 0 || b == 0 || a == 1 || b == 1;
}

double for_equal(std::int64_t count)
{
    if (count == 0) return weight::none_each;
    if (count == 1) return weight::same_one;
    if (count == 2) return weight::same_two;
    return count < 5 ? weight::same_several : weight::same_large;
}

double for_figures(const Toll& a, const Toll& b)
{
    const auto low = std::max(a.low, b.low), high = std::min(a.max_stated(), b.max_stated());
    if (low <= high) return for_equal(high);  // the ranges share a number
    const auto apart = low - high, larger = std::max(a.max_stated(), b.max_stated());
    if (high == 0) return larger > 2 ? weight::none_or_many * 2 : weight::none_or_many;
    if (apart <= 1 || apart * 3 <= larger) return weight::near;
    return apart > 5 && larger > 3 * high ? weight::far_apart : weight::different;
}

void score_toll(const std::optional<Toll>& a, const std::optional<Toll>& b, const char* what, double share, Score& score)
{
    if (!a || !b) return;
    score.add("toll", share * for_figures(*a, *b), [&] { return fmt::format("{} {} and {}", a->max_stated(), what, b->max_stated()); });
}

}  // namespace

void score_kind(const Account& a, const Account& b, Score& score)
{
    const auto words = [&] { return fmt::format("{} and {}", to_string(a.kind), to_string(b.kind)); };
    const int x = family(a.kind), y = family(b.kind);
    if (a.kind == b.kind)
        score.add("kind", weight::same_kind, words);
    else if (x == y && x != 0)
        score.add("kind", weight::same_family, words);
    else
        score.add("kind", may_meet(x, y) && (x != 5 && y != 5 && x != 6 && y != 6) ? weight::other_kind : weight::other_series, words);
    if (a.weapon && b.weapon && a.weapon->weapon_class == b.weapon->weapon_class && a.weapon->weapon_class != WeaponClass::other)
        score.add("weapon", weight::same_weapon, [&] { return std::string(to_string(a.weapon->weapon_class)); });
}

void score_actors(const Account& a, const Account& b, Score& score)
{
    const auto &x = a.perpetrator.name, &y = b.perpetrator.name;
    if (!x.empty() && !y.empty())
        score.add("actors", x == y ? weight::same_actor : weight::other_actor, [&] { return x == y ? x : fmt::format("{} or {}", x, y); });
    if (a.targets.empty() || b.targets.empty()) return;
    const auto s = a.targets.front().target_class, t = b.targets.front().target_class;
    if (!s || !t) return;
    score.add("target", s == t ? weight::same_target : weight::other_target, [&] { return fmt::format("{} and {}", to_string(*s), to_string(*t)); });
}

void score_targets(const Weighed& a, const Weighed& b, Score& score)
{
    const auto &p = a.target_stems(), &q = b.target_stems();
    const auto shared = std::find_if(p.begin(), p.end(), [&q](const std::string& stem) { return std::find(q.begin(), q.end(), stem) != q.end(); });
    if (shared != p.end()) score.add("target", weight::same_target_words, [&] { return fmt::format("both name “{}”", *shared); });
}

void score_tolls(const Account& a, const Account& b, Score& score)
{
    score_toll(a.killed, b.killed, "killed", 1.0, score);
    score_toll(a.injured, b.injured, "injured", weight::of_injured, score);
    score_toll(a.abducted, b.abducted, "abducted", weight::of_injured, score);
    score_toll(a.arrested, b.arrested, "arrested", weight::of_injured, score);
}

}  // namespace sitrep::merge
