#include "analyse/clusters/scan_answer.hpp"

#include <algorithm>

namespace sitrep::analyse {

void ScanAnswer::rank()
{
    for (Cluster& cluster : clusters) {
        const auto as_high = std::count_if(maxima.begin(), maxima.end(), [&](double most) { return most >= cluster.statistic; });
        cluster.p = double(1 + as_high) / double(1 + maxima.size());
    }
}

}  // namespace sitrep::analyse
