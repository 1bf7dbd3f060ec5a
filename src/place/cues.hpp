// Words that tell that a place name stands beside them, or soften it, or tell that it is none.
#pragma once

#include "core/place.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep::place {

enum class Cue : std::uint8_t {
    none,
    in,            ///< in, at, من, في: a place may follow
    of,            ///< of
    article,       ///< the
    near,          ///< near, outside, قرب: softens, part of the mention
    between,       ///< between, بين
    direction,     ///< eastern, north-west, شرق: softens, part of the mention
    countryside,   ///< countryside, ريف, أطراف: softens
    desert,        ///< desert, بادية
    area,          ///< area, region, منطقة
    settlement,    ///< village, town, city, قرية: stands beside a settlement's name, not part of it
    district,      ///< district, county, قضاء: part of the mention in English
    governorate,   ///< governorate, province, state, محافظة
    site,          ///< base, camp, prison, field, bridge, مخيم, حقل: part of the mention
    quarter,       ///< neighbourhood, حي
    water,         ///< river, valley, lake, نهر, وادي
    mountain,      ///< mountain, jabal, جبل
    road,          ///< road, highway, طريق
    unit_of_length,  ///< km, miles, كيلومتر
    organisation,  ///< council, brigade, university: the name before it is no place
    person,        ///< title or given name: the name after it is no place
    common,        ///< a word that is also some place's name, but hardly ever means it
    everyday,      ///< an everyday word that towns are called too: a name beside a noun for a place, or a capital whose country is named
    everyday_town, ///< one that is a town behind a word for "in" too: "في جدة", not "وأصيب جده"
};

inline bool is_everyday(Cue cue) { return cue == Cue::everyday || cue == Cue::everyday_town; }

Cue cue_of(std::string_view normal);

/// The country a demonym speaks of ("syrian", "سوري"): context, never a mention. Empty if it is none.
std::string_view demonym_country(std::string_view normal);

}  // namespace sitrep::place
