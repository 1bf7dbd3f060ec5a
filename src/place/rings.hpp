// Rings of map files, before they are written into a gazetteer.
#pragma once

#include <vector>

namespace sitrep::place {

/// In degrees; a ring may leave the globe at the date line.
struct Coordinate {
    double lat = 0, lon = 0;
};
using Ring = std::vector<Coordinate>;

/// Centre of gravity of the area, which a ragged coast does not pull to itself. The ring has a point.
Coordinate middle_of(const Ring& ring);

/// Simplifies all shapes' rings to about a kilometre, so that neighbours keep one common border.
void simplify_borders(std::vector<std::vector<Ring>*> shapes);

}  // namespace sitrep::place
