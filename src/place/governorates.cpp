#include "place/governorates.hpp"

#include "place/blob.hpp"
#include "place/matching.hpp"

namespace sitrep::place {

std::optional<Place> governorate_named(const Gazetteer& gazetteer, std::string_view name, std::string_view country)
{
    constexpr double same_but_for_vowels = 0.9;  // of likeness()
    const auto& blob = gazetteer.blob();
    for (const auto& hit : hits_of(blob, name, {country, {}})) {
        const auto& row = *blob.place(hit.place);
        const bool here = country.empty() || std::string_view{row.country.data(), row.country.size()} == country;
        const bool same = hit.agreement == Agreement::key || (hit.agreement == Agreement::fold && hit.likeness >= same_but_for_vowels);
        if (row.kind == static_cast<std::uint8_t>(PlaceKind::governorate) && here && same) return blob.made(hit.place);
    }
    return std::nullopt;
}

}  // namespace sitrep::place
