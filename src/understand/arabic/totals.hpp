// Numbers of dead and hurt that are told as such: "إن القتلى ثلاثة", "وقدّر القتلى بستين", "إنهم ثمانية", "وأحصى ثمانية".
#pragma once

#include "understand/arabic/people.hpp"
#include "understand/arabic/reading.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sitrep::understand::arabic {

struct Total {
    Group group = {};
    std::optional<Outcome> outcome = std::nullopt;  ///< none: whatever became of those told before
    bool combined = false;           ///< "القتلى والجرحى 25"
    bool updates = false;            ///< "فأصبح القتلى سبعة"
    bool of_dead = false;            ///< "العدد": where dead and hurt are told, the dead
    bool whole = false;              ///< of all the dead, not of those whom one side lost or somebody counted
    bool of_attackers = false;       ///< "قتلت ستة وفقدت اثنين"
    bool of_same = false;            ///< "ثمانية وفق طبيب وعشرة وفق ضابط": whoever stands between, those told before are meant
};

std::vector<Total> find_totals(const Reading& reading);

/// "منذ بداية العام", "في الحرب" in words [from, to): a number there is none of one attack.
bool is_over_long(const Reading& reading, std::uint32_t from, std::uint32_t to);

/// Whether attackers are named in words [from, to), of which only the last ones are looked at.
bool names_attackers(const Reading& reading, std::uint32_t from, std::uint32_t to);

/// "عدد القتلى", "حصيلة ضحايا الهجوم"; not "عدد الجرحى", "عدد الشهداء الصحفيين", "عدد القتلى منذ بداية العام".
bool tells_dead_of_one(const Reading& reading, std::uint32_t figure, std::uint32_t end);

}  // namespace sitrep::understand::arabic
