// How two named actors stand to each other, by the register of actors.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::merge {

/// What is compared of a named actor: hashes, so that it takes sixteen bytes. All zero: nobody is named by a canonical name.
struct ActorFacts {
    std::uint32_t name = 0;
    std::uint32_t root = 0;   ///< the actor at the top of its line of parents; its own name when it has none
    std::uint32_t partner_root = 0;  ///< of "MSA and GATIA" that of the second; 0 where one did it alone
    std::uint8_t side = 0;    ///< 1 insurgents and gunmen, 2 states and their militias, 3 foreign forces, 0 others and unknown
};
ActorFacts actor_facts(std::string_view canonical);

enum class ActorRelation : std::uint8_t { unnamed, same, related, same_side, opposed, other };
ActorRelation relation_of(const ActorFacts& a, const ActorFacts& b);

}  // namespace sitrep::merge
