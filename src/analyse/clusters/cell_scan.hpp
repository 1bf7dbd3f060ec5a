// Scans of counts in cells, a place and a step each, against expectations that the user brings or against others at risk.
#pragma once

#include "analyse/clusters/scan_answer.hpp"
#include "analyse/clusters/zones.hpp"

#include <cstdint>
#include <vector>

namespace sitrep::analyse {

enum class CellModel : std::uint8_t {
    poisson,            ///< Kulldorff 1997, 2001: expectations are shares of the cases seen, so only where and when is tested
    expected_is_known,  ///< Neill 2005: expectations are numbers to be held to; a rise everywhere is a finding as well
    bernoulli,          ///< Kulldorff 1997: `expected` is the number of all persons or events at risk, the cases among them
};

/// Cells by place: place p and step t at p * steps + t.
struct CellTable {
    std::vector<LatLon> places;
    std::int32_t steps = 1;  ///< 1 = a scan of places alone
    std::vector<std::int64_t> cases;
    std::vector<double> expected;  ///< at least 0; whole numbers of at least the cases under CellModel::bernoulli
};

struct CellOptions {
    CellModel model = CellModel::poisson;
    ScanKind kind = ScanKind::retrospective;
    CircleLimits circles{};    ///< weight_max is not looked at
    double share_max = 0.5;    ///< of all that is expected or at risk, that a circle may hold
    std::int32_t steps_max = 1;
    std::size_t replications = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;      ///< 0 = all cores; the answer is the same on any number
    std::size_t clusters_max = 10;
};

/// High counts only, two cases at least. Random tables: cases thrown over the cells by expectation (poisson), a Poisson number for each
/// cell (expected_is_known), cases drawn from those at risk (bernoulli). Throws std::invalid_argument when the table's sizes do not fit,
/// an expectation is negative or not finite, or all of them are 0.
ScanAnswer cell_scan(const CellTable& table, const CellOptions& options);

}  // namespace sitrep::analyse
