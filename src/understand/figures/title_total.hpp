// Whether the number of dead in a title is that of other incidents than the one told first.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// "Nine killed, three abducted in Kaduna": where the text tells of an abduction alone and, as another incident, of the dead, those of the title are the other's.
bool title_counts_others(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index);

}  // namespace sitrep::understand
