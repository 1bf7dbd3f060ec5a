// Months and days as people type them.
#pragma once

#include "core/date.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <string>

namespace sitrep::cli {

/// "2025-09"; anything else is Failed with the form to use.
std::chrono::year_month month_from(const std::string& text);
Day first_day(std::chrono::year_month month);
Day last_day(std::chrono::year_month month);

/// --month, --from and --until, --area, --kind, --words: which incidents a command is about.
struct Selection {
    std::string month, from, until, area, kind, words;
    void add_options(CLI::App& command);
    store::Query query() const;
};

}  // namespace sitrep::cli
