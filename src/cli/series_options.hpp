// What trend, surge and outlook ask for beside the selection: rows by what, and the day on which the question is asked.
#pragma once

#include "analyse/counts/count_table.hpp"
#include "cli/analysis.hpp"

#include <string>

namespace sitrep::cli {

struct SeriesOptions {
    std::string by, as_of;
    /// `usual` is the grouping when none is asked for.
    void add_options(CLI::App& command, const std::string& usual);
};

/// The question of the options; without --as-of the record is taken to be asked two weeks after its last day, when its last period is complete.
analyse::CountQuestion count_question(const AnalysedRecord& record, const AnalysisOptions& analysis, const SeriesOptions& series);

}  // namespace sitrep::cli
