// What every answer of this room carries: how it was made, from which rows, and which rows it left out and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::analyse {

/// Rows that an analysis did not use, for one reason: "dated to a month only", "placed to a governorate only".
struct LeftOut {
    std::string why;
    std::int64_t rows = 0;
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

/// How an answer came about. The same rows, version and seed give the same answer, on one thread or on many.
struct Provenance {
    std::string method;   ///< with its source: "space-time permutation scan (Kulldorff et al. 2005)"
    std::string version;  ///< of our implementation; changes when the same rows may give another answer
    std::optional<std::uint64_t> seed{};  ///< empty where nothing is drawn
    std::int64_t rows_used = 0;
    std::vector<LeftOut> left_out{};

    /// Adds `rows` to the line of that reason, or makes one; nothing for 0.
    void leave_out(std::string why, std::int64_t rows = 1);
};

}  // namespace sitrep::analyse
