#include "place/import/stack.hpp"

#include "place/keys.hpp"
#include "place/outlines.hpp"

#include <algorithm>
#include <charconv>

namespace sitrep::place {
namespace {

constexpr double same_place_km = 3;  // reference: two gazetteers put one village so far apart
constexpr std::uint64_t names_a_place = 3;
constexpr std::string_view geonames = "geonames:";

bool is_settled(PlaceKind kind) { return kind == PlaceKind::settlement || kind == PlaceKind::site; }

// A village may be a site to another source; a province of the same name is never the town.
bool may_be_same(PlaceKind a, PlaceKind b) { return a == b || (is_settled(a) && is_settled(b)); }

std::string text_of(const std::array<char, 2>& letters) { return letters[0] == ' ' ? std::string() : std::string(letters.data(), letters.size()); }

}  // namespace

Stack::Stack(const Gazetteer& base, const std::filesystem::path& file, std::uint64_t places_expected)
    : base_(base), writer_(file, base.blob().names().size() + places_expected * names_a_place)
{
    copy_base();
}

void Stack::copy_base()
{
    const auto& blob = base_.blob();
    for (const auto& source : blob.sources()) writer_.add_source(blob.string(source.name), blob.string(source.licence));
    if (blob.sources().empty()) writer_.add_source("unknown", "unknown");
    for (const auto& unit : blob.units()) {
        const NewUnit copy{std::string(blob.string(unit.code)), std::string(blob.string(unit.name)), std::string(blob.string(unit.name_ar)),
                           text_of(unit.country), std::string(blob.string(unit.geonames_code)), unit.place};
        const auto index = writer_.add_unit(copy);
        for (const auto& code : {copy.code, copy.geonames_code})
            if (!code.empty()) units_.emplace(code, index);
        unit_codes_.emplace(index, copy.code);
        for (const auto& name : {copy.name, copy.name_ar})
            if (!name.empty()) unit_names_.emplace(copy.country + key_of(name), index);
    }
    copy_places();
    copy_names();
}

void Stack::copy_places()
{
    const auto& blob = base_.blob();
    for (const NameRow& row : blob.names())
        if (blob.place(row.place)->own == own_alone) writer_.reserve_names({std::string(blob.string(row.name))});
    for (const PlaceRow& row : blob.places()) {
        NewPlace copy{std::string(blob.string(row.id)), std::string(blob.string(row.name)), std::string(blob.string(row.name_ar)), text_of(row.country),
                      std::string(blob.string(row.admin2)), row.unit, std::nullopt, row.population, static_cast<PlaceKind>(row.kind), row.rank, row.own != 0, row.own == own_alone};
        if (row.has_point != 0)
            if (const auto point = LatLon::from_degrees(row.point.lat * degrees_per_step, row.point.lon * degrees_per_step)) copy.point = *point;
        writer_.add_place(copy, blob.source_of(row.name).value_or(0));
    }
}

void Stack::copy_names()
{
    const auto& blob = base_.blob();
    for (const NameRow& row : blob.names()) {
        const auto* place = blob.place(row.place);
        if (place == nullptr || row.name == place->name || row.name == place->name_ar) continue;  // written with the place
        writer_.add_name(row.place, blob.string(row.name), blob.source_of(row.name).value_or(0), place->own == own_alone);
    }
}

void Stack::copy_outlines()
{
    const auto& blob = base_.blob();
    for (const OutlineRow& row : blob.outlines()) {
        NewOutline copy{std::string(blob.string(row.code)), std::string(blob.string(row.name)), std::string(blob.string(row.name_ar)), text_of(row.country),
                        static_cast<OutlineKind>(row.kind), {}};
        if (drawn_.contains({copy.kind, copy.code})) continue;
        for (const RingRow& ring : blob.rings(row)) {
            const auto points = blob.points(ring);
            copy.rings.emplace_back(points.begin(), points.end());
        }
        writer_.add_outline(copy);
    }
}

void Stack::add_outline(const NewOutline& outline)
{
    if (drawn_.emplace(outline.kind, outline.code).second) writer_.add_outline(outline);
}

void Stack::finish(std::string_view attribution)
{
    copy_outlines();
    writer_.finish(attribution);
}

void Stack::begin_source(std::string_view name, std::string_view licence) { source_ = writer_.add_source(name, licence); }

std::optional<std::uint32_t> Stack::known_as(std::string_view name, const ImportedPlace& place) const
{
    if (name.empty()) return std::nullopt;
    const auto& blob = base_.blob();
    for (const NameRow& row : blob.keys(extend_hash(empty_hash, key_of(name)))) {
        const PlaceRow& other = *blob.place(row.place);
        if (!place.id.empty() && blob.string(other.id) == place.id) return row.place;
        if (other.has_point == 0 || !place.point || text_of(other.country) != place.country || !may_be_same(static_cast<PlaceKind>(other.kind), place.kind)) continue;
        const auto at = LatLon::from_degrees(other.point.lat * degrees_per_step, other.point.lon * degrees_per_step);
        if (at && distance_km(*at, *place.point) <= same_place_km) return row.place;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Stack::known(const ImportedPlace& place) const
{
    if (const auto found = known_as(place.name, place)) return found;
    if (const auto found = known_as(place.name_ar, place)) return found;
    for (const auto& name : place.alternates)
        if (const auto found = known_as(name, place)) return found;
    return std::nullopt;
}

std::uint16_t Stack::unit_of(const ImportedPlace& place) const
{
    if (const auto found = units_.find(place.unit); !place.unit.empty() && found != units_.end()) return found->second;
    if (!place.unit_name.empty())
        if (const auto found = unit_names_.find(place.country + key_of(place.unit_name)); found != unit_names_.end()) return found->second;
    // Polygons come last: near a border they are wrong for one place in thirty.
    if (!place.unit.empty() || !place.point) return no_unit;
    const auto found = units_.find(base_.admin1_at(*place.point));
    return found == units_.end() ? no_unit : found->second;
}

void Stack::number(std::string_view id, std::uint32_t index)
{
    if (!remembers_numbers_ || !id.starts_with(geonames)) return;
    std::uint32_t number = 0;
    const auto digits = id.substr(geonames.size());
    if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec != std::errc{}) return;
    numbers_.emplace_back(number, index);
    sorted_ = false;
}

void Stack::remember_numbers()
{
    if (std::exchange(remembers_numbers_, true)) return;
    const auto& blob = base_.blob();
    for (std::uint32_t i = 0; i < blob.places().size(); ++i) number(blob.string(blob.places()[i].id), i);
}

bool Stack::add_name(std::uint32_t geonames_number, const std::string& name)
{
    if (!std::exchange(sorted_, true)) std::sort(numbers_.begin(), numbers_.end());
    const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), std::pair(geonames_number, std::uint32_t{0}));
    if (found == numbers_.end() || found->first != geonames_number) return false;
    writer_.add_name(found->second, name, source_);
    return true;
}

void Stack::add_names(std::uint32_t index, const ImportedPlace& place)
{
    for (const auto& name : place.alternates) writer_.add_name(index, name, source_);
}

Stack::Outcome Stack::join(std::uint32_t index, const ImportedPlace& place)
{
    writer_.add_name(index, place.name, source_);
    writer_.add_name(index, place.name_ar, source_);
    add_names(index, place);
    const PlaceRow& row = *base_.blob().place(index);
    if (row.name_ar == 0 && !place.name_ar.empty()) writer_.set_name_ar(index, place.name_ar, source_);
    number(place.id, index);
    return Outcome::joined;
}

Stack::Outcome Stack::add(const ImportedPlace& place)
{
    if (place.name.empty() && place.name_ar.empty()) return Outcome::left_out;
    if (const auto index = known(place)) return join(*index, place);
    const auto index = writer_.add_place({place.id, place.name.empty() ? place.name_ar : place.name, place.name_ar, place.country, place.admin2, unit_of(place), place.point,
                                          place.population, place.kind, place.rank, place.own},
                                         source_);
    add_names(index, place);
    number(place.id, index);
    return Outcome::added;
}

// Two gazetteers put a district's point anywhere in it: its name and governorate tell that it is the same.
std::optional<std::uint32_t> Stack::known_district(const ImportedPlace& district, std::uint16_t unit) const
{
    const auto& blob = base_.blob();
    for (const auto& name : {district.name, district.name_ar}) {
        if (name.empty()) continue;
        for (const NameRow& row : blob.keys(extend_hash(empty_hash, key_of(name)))) {
            const PlaceRow& other = *blob.place(row.place);
            if (static_cast<PlaceKind>(other.kind) == PlaceKind::district && other.unit == unit && text_of(other.country) == district.country) return row.place;
        }
    }
    return std::nullopt;
}

Stack::Outcome Stack::add_district(const ImportedPlace& district, std::vector<std::vector<PointRow>> rings)
{
    const auto unit = unit_of(district);
    if (unit == no_unit) return Outcome::left_out;
    const auto& name = district.name.empty() ? district.name_ar : district.name;
    add_outline({district_code(unit_codes_[unit], name), name, district.name_ar, district.country, OutlineKind::district, std::move(rings)});
    const auto index = known_district(district, unit);
    return index ? join(*index, district) : add(district);
}

}  // namespace sitrep::place
