// Matching event tables by a window of space and time and by what their categories have in common, as meltt does (Donnay, Dunford, McGrath, Backer and
// Cunningham 2019, "Integrating conflict event data", Journal of Conflict Resolution 63). The floor that the trained score has to beat; not used for reports.
#pragma once

#include "core/date.hpp"
#include "core/place.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sitrep::merge {

/// An event of a table. For each taxonomy its category, from the table's own word to the coarsest level that all tables share.
struct WindowEvent {
    Day first{}, last{};
    LatLon point;
    std::vector<std::vector<std::string>> taxonomies;
};

struct Window {
    double km = 0;  ///< great-circle distance, the limit included
    int days = 0;   ///< between first days and between last days, the limit included
};

/// Which of several possible partners is taken; each event has one in each other table at most.
enum class WindowChoice {
    first,     ///< the first in the order of the tables: what meltt does where all taxonomies agree on some level
    best_fit   ///< the one whose categories agree on the finest levels, then the nearest
};

/// (number of the table, number of the event in it), tables ascending.
using WindowMember = std::pair<std::size_t, std::size_t>;
using WindowGroup = std::vector<WindowMember>;

/// Every event in exactly one group: alone, or with its partners in the other tables. The tables are taken one after the other; a group is stood for by
/// its first event. Two events can be one when both last a day or both last longer, lie in the window, and agree in each taxonomy on some level.
/// All events must have the same number of taxonomies, with the same number of levels each; throws std::invalid_argument otherwise.
std::vector<WindowGroup> match_in_windows(std::span<const std::vector<WindowEvent>> tables, Window window, WindowChoice choice);

}  // namespace sitrep::merge
