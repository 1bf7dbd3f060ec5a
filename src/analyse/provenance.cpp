#include "analyse/provenance.hpp"

#include <algorithm>
#include <utility>

namespace sitrep::analyse {

void Provenance::leave_out(std::string why, std::int64_t rows)
{
    if (rows == 0) return;
    const auto line = std::find_if(left_out.begin(), left_out.end(), [&](const LeftOut& known) { return known.why == why; });
    if (line == left_out.end())
        left_out.push_back({std::move(why), rows});
    else
        line->rows += rows;
}

}  // namespace sitrep::analyse
