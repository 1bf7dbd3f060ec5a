// A table of overlapping lists from outside: a CSV file with a column of 0 and 1 for each list and the count in the last one.
#pragma once

#include "analyse/undercount/overlap.hpp"

#include <string>

namespace sitrep::cli {

/// Anything else in the file is Failed with its line and what is expected there.
analyse::OverlapTable overlap_from(const std::string& path);

}  // namespace sitrep::cli
