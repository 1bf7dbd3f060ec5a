// What the analysing commands share: which incidents, which days, the seed, where the picture goes.
#pragma once

#include "analyse/events.hpp"
#include "analyse/provenance.hpp"
#include "cli/period.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::cli {

struct AnalysisOptions {
    Selection selection;
    std::string series = "attacks";
    std::uint64_t seed = 1;
    std::size_t replications = 999;
    unsigned threads = 0;
    std::string plot, language = "en";

    void add_options(CLI::App& command);
};

/// The incidents selected and the days they are looked for in: those asked for, else from the first to the last that has a day.
struct AnalysedRecord {
    std::vector<Incident> incidents;
    std::vector<analyse::Event> events;
    Day first{}, last{};
};

/// Failed when no incident with a known day is left, with what to ask instead.
AnalysedRecord analysed_record(const AnalysisOptions& options, const store::Store& library);

/// The governorates of the country that most of the events are in.
std::vector<Outline> outlines_of(const std::vector<analyse::Event>& events, const place::Gazetteer& gazetteer);

/// "Method … Used 120 incidents; left out 3 not dated to a day, 2 placed to a governorate or less. Seed 1."
void say_provenance(const analyse::Provenance& provenance);

/// Writes a drawing; Failed when the place cannot be written to. Nothing for an empty name.
void write_plot(const std::string& file, const std::string& svg);

}  // namespace sitrep::cli
