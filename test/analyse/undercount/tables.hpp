// Overlap tables that tests share: published ones, typed in from the papers named.
#pragma once

#include "analyse/undercount/overlap.hpp"

namespace sitrep::analyse {

/// Killings in Kosovo, March to June 1999, on four lists (Ball et al. 2002): 4,400 documented.
inline OverlapTable kosovo()
{
    OverlapTable table({"EXH", "ABA", "OSCE", "HRW"});
    table.counts = {0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27};
    return table;
}

/// Two lists that are independent by construction: 60 % and 50 % of 1,000, 300 on both.
inline OverlapTable two_independent_lists()
{
    OverlapTable table({"A", "B"});
    table.counts = {0, 300, 200, 300};
    return table;
}

/// Three independent lists over 1,000 incidents, seen with chances 0.5, 0.4 and 0.5; 150 nobody saw.
inline OverlapTable three_independent_lists()
{
    OverlapTable table({"A", "B", "C"});
    table.counts = {0, 150, 100, 100, 150, 150, 100, 100};
    return table;
}

}  // namespace sitrep::analyse
