// What, who and how many: kind, weapon, actors, target and tolls.
#include "merge/weighing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sitrep::merge {
namespace {

enum class Family { other, armed, bomb, captive, fire_from_afar, operation, protest };

/// Kinds that reports confuse with one another.
Family family(IncidentKind kind)
{
    switch (kind) {
        case IncidentKind::armed_attack:
        case IncidentKind::assassination_or_targeted_killing:
        case IncidentKind::ambush:
        case IncidentKind::clash:
        case IncidentKind::checkpoint_or_raid_by_group: return Family::armed;
        case IncidentKind::ied_or_mine:
        case IncidentKind::suicide_or_vehicle_bomb: return Family::bomb;
        case IncidentKind::abduction:
        case IncidentKind::execution: return Family::captive;
        case IncidentKind::airstrike:
        case IncidentKind::shelling: return Family::fire_from_afar;
        case IncidentKind::security_operation: return Family::operation;
        case IncidentKind::protest: return Family::protest;
        case IncidentKind::arson_or_property:
        case IncidentKind::other_violence: break;
    }
    return Family::other;
}

bool stands_alone(Family family) { return family == Family::operation || family == Family::protest; }

Feature for_kinds(IncidentKind a, IncidentKind b)
{
    const Family x = family(a), y = family(b);
    if (a == b) return x == Family::armed ? Feature::same_kind : Feature::same_rarer_kind;
    if (x == y && x != Family::other) return Feature::same_family;
    if (stands_alone(x) || stands_alone(y)) return Feature::other_series;
    // An ambush begins with a bomb, a kidnapped man is found shot: families that one event may stand in.
    const auto open = [](Family one) { return one == Family::other || one == Family::armed; };
    return open(x) || open(y) ? Feature::may_be_one_kind : Feature::other_kind;
}

void weigh_actors(const Pair& pair, Weighing& weighing, Found& found)
{
    const auto relation = relation_of(pair.a.actor, pair.b.actor);
    if (relation == ActorRelation::unnamed) return;
    const auto feature = relation == ActorRelation::same        ? Feature::same_actor
                         : relation == ActorRelation::related   ? Feature::related_actor
                         : relation == ActorRelation::same_side ? Feature::other_actor_same_side
                         : relation == ActorRelation::opposed   ? Feature::opposed_sides
                                                                : Feature::other_actor;
    found.other_actor = relation != ActorRelation::same && relation != ActorRelation::related;
    weighing.add(feature, [&] {
        const auto &x = pair.filed_a->account.perpetrator.name, &y = pair.filed_b->account.perpetrator.name;
        return x == y ? x : fmt::format("{} or {}", x, y);
    });
}

void weigh_targets(const Pair& pair, Weighing& weighing, Found& found)
{
    const auto s = pair.a.target, t = pair.b.target;
    if (s && t) weighing.add(s == t ? Feature::same_target : Feature::other_target, [&] { return fmt::format("{} and {}", to_string(*s), to_string(*t)); });
    for (const auto stem : pair.a.targets) {
        if (stem == 0 || std::find(pair.b.targets.begin(), pair.b.targets.end(), stem) == pair.b.targets.end()) continue;
        found.same_target_words = true;
        return weighing.add(Feature::same_target_words, [] { return std::string("both use the same word for who or what was hit"); });
    }
}

enum class Figures { not_stated, none, one, two, several, many, tens, dozens, nearly, near, different, far_apart, none_or_some };

Figures compare(const TollFacts& a, const TollFacts& b)
{
    constexpr std::int32_t many = 5, tens = 10, dozens = 30;
    if (!a.is_stated() || !b.is_stated()) return Figures::not_stated;
    const auto low = std::max(a.low, b.low), high = std::min(a.high, b.high);
    if (low <= high) {  // the ranges share a number
        if (high <= 2) return high == 0 ? Figures::none : high == 1 ? Figures::one : Figures::two;
        if (high < many) return Figures::several;
        return high < tens ? Figures::many : high < dozens ? Figures::tens : Figures::dozens;
    }
    const auto apart = low - high, larger = std::max(a.high, b.high);
    if (high == 0) return Figures::none_or_some;
    if (high >= tens && apart * 5 <= larger) return Figures::nearly;
    if (apart <= 1 || apart * 3 <= larger) return Figures::near;
    return apart > 5 && larger > 3 * high ? Figures::far_apart : Figures::different;
}

bool is_equal(Figures figures) { return figures >= Figures::none && figures <= Figures::dozens; }

std::string words_of(const char* what, const TollFacts& a, const TollFacts& b) { return fmt::format("{} {} and {}", what, a.high, b.high); }

void weigh_killed(const Pair& pair, Weighing& weighing, Found& found)
{
    static constexpr std::array by_figures{Feature::killed_none, Feature::killed_none, Feature::killed_one, Feature::killed_two, Feature::killed_several, Feature::killed_many,
                                           Feature::killed_tens, Feature::killed_dozens, Feature::killed_nearly, Feature::killed_near, Feature::killed_different, Feature::killed_far_apart,
                                           Feature::killed_none_or_some};
    const auto &a = pair.a.killed, &b = pair.b.killed;
    const auto figures = compare(a, b);
    if (figures == Figures::not_stated) {
        if (a.is_stated() != b.is_stated() && std::max(a.high, b.high) > 0) weighing.add(Feature::killed_on_one_side_only, [] { return std::string("only one gives a number of dead"); });
        return;
    }
    found.same_toll = figures >= Figures::two && is_equal(figures);
    found.same_large_toll = figures >= Figures::many && is_equal(figures);
    found.other_toll = figures == Figures::different || figures == Figures::far_apart || figures == Figures::none_or_some;
    weighing.add(by_figures[static_cast<std::size_t>(figures)], [&] { return words_of("killed", a, b); });
}

struct TollFeatures {
    Feature equal, equal_several, equal_many, near, different;
};

void weigh_other_toll(const char* what, const TollFacts& a, const TollFacts& b, const TollFeatures& as, Weighing& weighing, Found& found)
{
    const auto figures = compare(a, b);
    if (figures == Figures::not_stated) return;
    const bool near = figures == Figures::near || figures == Figures::nearly;
    const auto feature = near                          ? as.near
                         : !is_equal(figures)          ? as.different
                         : figures >= Figures::tens    ? as.equal_many
                         : figures >= Figures::several ? as.equal_several
                                                       : as.equal;
    found.same_other_toll |= is_equal(figures) && figures >= Figures::several;
    weighing.add(feature, [&] { return words_of(what, a, b); });
}

}  // namespace

void weigh_what(const Pair& pair, Weighing& weighing, Found& found)
{
    const auto kind = for_kinds(pair.a.kind, pair.b.kind);
    found.impossible |= kind == Feature::other_series;  // an operation or a protest and an attack are never counted as one
    found.kind_alike = kind == Feature::same_kind || kind == Feature::same_rarer_kind || kind == Feature::same_family;
    weighing.add(kind, [&] { return fmt::format("{} and {}", to_string(pair.a.kind), to_string(pair.b.kind)); });
    if (pair.a.weapon && pair.b.weapon)
        weighing.add(pair.a.weapon == pair.b.weapon ? Feature::same_weapon : Feature::other_weapon,
                     [&] { return fmt::format("{} and {}", to_string(*pair.a.weapon), to_string(*pair.b.weapon)); });
    weigh_actors(pair, weighing, found);
    weigh_targets(pair, weighing, found);
}

void weigh_tolls(const Pair& pair, Weighing& weighing, Found& found)
{
    const Facts &a = pair.a, &b = pair.b;
    weigh_killed(pair, weighing, found);
    constexpr TollFeatures injured{Feature::injured_equal, Feature::injured_equal_several, Feature::injured_equal_many, Feature::injured_near, Feature::injured_different};
    weigh_other_toll("injured", a.injured, b.injured, injured, weighing, found);
    constexpr TollFeatures taken{Feature::taken_equal, Feature::taken_equal_several, Feature::taken_equal_several, Feature::taken_near, Feature::taken_different};
    weigh_other_toll("abducted", a.abducted, b.abducted, taken, weighing, found);
    weigh_other_toll("arrested", a.arrested, b.arrested, taken, weighing, found);
}

void weigh_together(const Found& found, Weighing& weighing)
{
    const auto add = [&weighing](bool holds, Feature feature, const char* words) {
        if (holds) weighing.add(feature, [words] { return std::string(words); });
    };
    const bool place = found.same_place && !found.is_city, here = found.same_place && found.same_day;
    add(here, Feature::place_and_day, "the same place on the same day");
    add(found.same_place && found.next_day, Feature::place_and_next_day, "the same place a day apart");
    add(place && found.no_day, Feature::place_without_day, "the same place, the day not known of both");
    add(here && found.kind_alike, Feature::place_day_and_kind, "place, day and kind");
    add(here && found.other_toll, Feature::place_day_and_other_toll, "place and day, but another number of dead");
    add(found.same_day && found.same_toll, Feature::day_and_toll, "the same number of dead on the same day");
    add(found.same_place && found.same_toll, Feature::place_and_toll, "the same number of dead in the same place");
    add(here && found.same_toll, Feature::place_day_and_toll, "place, day and number of dead");
    add(place && found.no_day && found.kind_alike, Feature::place_and_kind_without_day, "place and kind, the day not known of both");
    add(place && found.no_day && found.same_toll, Feature::place_and_toll_without_day, "place and number of dead, the day not known of both");
    add(place && found.no_day && found.same_target_words, Feature::place_and_target_without_day, "place and target, the day not known of both");
    add(found.no_day && found.same_toll && found.same_target_words, Feature::toll_and_target_without_day, "target and number of dead, the day not known of both");
    add(found.same_toll && found.same_other_toll, Feature::two_tolls, "two numbers are the same");
    add(found.no_time && found.same_toll, Feature::toll_without_time, "the same number of dead, no time at all of one");
    add(found.no_time && found.same_large_toll, Feature::large_toll_without_time, "the same large number of dead, no time at all of one");
    add(found.no_time && found.same_toll && found.same_place, Feature::place_and_toll_without_time, "place and number of dead, no time at all of one");
    add(found.no_time && found.other_toll, Feature::other_toll_without_time, "another number of dead, no time at all of one");
    add(found.other_place && found.no_day, Feature::other_place_without_day, "another place, the day not known of both");
    const bool area_only = found.same_area && !found.same_place && !found.other_place;
    add(area_only && found.same_day, Feature::governorate_and_day, "the same governorate on the same day");
    add(area_only && found.same_day && found.same_toll, Feature::governorate_day_and_toll, "governorate, day and number of dead");
    add(found.other_place && found.same_day, Feature::other_place_same_day, "another place on the same day");
    add(here && found.is_city && found.other_actor, Feature::city_day_other_actor, "the same city and day, but another actor");
}

}  // namespace sitrep::merge
