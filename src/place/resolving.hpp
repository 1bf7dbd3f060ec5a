// Choosing, for all spots of a document together, which place each means, and which spots are places at all.
#pragma once

#include "place/certainty.hpp"
#include "place/matching.hpp"
#include "place/spotting.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::place {

struct Choice {
    std::uint32_t place = 0;
    std::uint32_t name = 0;
    double prominence = 0;
    double score = 0;
    bool by_likeness = false;  ///< found by its fold or skeleton, not by its key
    Agreement agreement = Agreement::key;
    double likeness = 1;
};

/// A spot that was judged. `choices` are best first; the first one is meant if `resolved`.
struct Judged {
    Spot spot;
    std::vector<Choice> choices;
    bool is_place = false;
    bool resolved = false;
    Signs signs;                    ///< what speaks for the first choice, if the spot is a place
    double chance = 0;              ///< that the first choice is meant, 0..1
    std::string country;            ///< inherited when not resolved
    std::uint16_t unit = no_unit;   ///< inherited when not resolved
};

inline bool is(const PlaceRow& row, PlaceKind kind) { return row.kind == static_cast<std::uint8_t>(kind); }

/// All places that a spot's words name, the most prominent first.
std::vector<Choice> choices_of(const Spot& spot, const Gazetteer::Blob& blob);

struct Judgement {
    std::vector<Judged> spots;
    std::string country;  ///< that the document is clearly about, or empty
};

Judgement judge(const std::vector<Atom>& atoms, std::vector<Spot> spots, std::span<const CountryHint> hints, const Gazetteer::Blob& blob);

}  // namespace sitrep::place
