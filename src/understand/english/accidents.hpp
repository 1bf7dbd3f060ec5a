// Words for an act of violence that tell what nobody did: a crash, a fire, a flood, an animal, an illness.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "understand/english/sheet.hpp"

namespace sitrep::understand::english {

class Accidents {
public:
    explicit Accidents(const Sheet& sheet);

    /// "A train hit a car", "a fire in a market killed six", "were killed in a road accident". Where weapons, armed men or an act of violence are told
    /// nearby, an accident's words are not believed: "nine died when a helicopter hit by a missile crashed".
    bool tell(const Hit& hit, bool nominal) const;

private:
    bool is_its_subject(const Hit& mark, const Hit& hit) const;
    bool is_its_cause(const Hit& mark, const Hit& hit) const;
    std::span<const Hit> near(const Hit& hit) const;
    bool is_armed_near(const Hit& hit) const;
    bool is_of_an_accident(const Hit& hit) const;

    const Sheet& sheet_;
    std::vector<Hit> marks_;           ///< accidents and hazards, in the order of the text
    std::vector<std::uint8_t> armed_;  ///< by sentence: whether it tells of violence
};

}  // namespace sitrep::understand::english
