// How the programs of training end: done, or with the reason why not.
#pragma once

#include <fmt/core.h>

#include <cstdio>
#include <exception>

namespace sitrep::train {

/// Runs it and gives the exit status: 0, or 1 with what it threw on standard error.
template <class Run>
int run_or_explain(const Run& run)
{
    try {
        run();
        return 0;
    }
    catch (const std::exception& error) {
        fmt::print(stderr, "error: {}\n", error.what());
        return 1;
    }
}

}  // namespace sitrep::train
