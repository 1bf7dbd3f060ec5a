// Pieces of a title that tell what the text tells again.
#pragma once

#include <vector>

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// "Toribío: four councillors shot, then four surveyors": what only the title tells joins the incident of the text that has its places.
void join_title_pieces(const Material& material, const std::vector<Segment>& segments, std::vector<Episode>& episodes);

}  // namespace sitrep::understand
