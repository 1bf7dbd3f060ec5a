// Another program run on some bytes, within bounds and without a shell: pdftotext in read/, a browser in print/.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::read {

struct ChildBounds {
    std::chrono::milliseconds time;
    std::size_t output_bytes;
    std::size_t memory_bytes;  ///< of address space; 0 = no bound, for programs that reserve much more than they use
};

struct ChildResult {
    enum class End { finished, failed, not_found, too_slow, too_much };
    End end = End::failed;
    std::string output;  ///< standard output; empty unless finished
};

/// Runs a program from PATH with `input` on its standard input. Its standard error is thrown away; it and what it started is killed at a bound.
ChildResult run_child(const std::vector<std::string>& command, std::string_view input, const ChildBounds& bounds);

}  // namespace sitrep::read
