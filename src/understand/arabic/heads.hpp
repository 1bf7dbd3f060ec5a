// "القتلى", "قتلى الهجوم", "جرحاه": the words for the dead or the hurt that a number is said of.
#pragma once

#include "understand/arabic/reading.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep::understand::arabic {

inline constexpr std::uint32_t head_window = 8;  ///< words between a head and its number

struct Head {
    std::uint32_t first = 0, last = 0;  ///< its words [first, last)
    Outcome outcome = Outcome::killed;
    bool combined = false;    ///< "القتلى والجرحى"
    bool possessed = false;  ///< "قتلاه": of one side alone
};

/// A word without the "and" or "so" written against it.
std::string_view without_and(std::string_view word);

/// Whether a word stands before `end` and no pause parts it from what stands before.
bool free_before(const Reading& reading, std::uint32_t i, std::uint32_t end);

std::optional<Head> head_at(const Reading& reading, std::uint32_t i);

/// The word behind what may stand between a head and its number: "القتلى [من الجنود] 35", "عدد القتلى [لديه] تسعة".
std::uint32_t after_insertion(const Reading& reading, std::uint32_t at, std::uint32_t end);

/// "عدد المصابين", "قتلى": whom the last such words in [from, to) tell of.
struct Counted {
    std::optional<Outcome> outcome = std::nullopt;
    bool combined = false;  ///< "القتلى والجرحى"
    bool others = false;    ///< "عدد النازحين"
};
Counted counted_in(const Reading& reading, std::uint32_t from, std::uint32_t to);

}  // namespace sitrep::understand::arabic
