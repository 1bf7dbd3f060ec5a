// An incident in words, for terminals.
#pragma once

#include "core/incident.hpp"

#include <string>

namespace sitrep::cli {

std::string in_words(const DateRange& date);       ///< "2025-09-18", "2025-09", "--04-18", "date unknown"
std::string in_words(const TollRange& toll);       ///< "3", "3–5"
std::string place_in_words(const Incident& incident);
std::string perpetrator_in_words(const Incident& incident);  ///< "ISIS (attributed)", "unknown"
std::string one_line(const Incident& incident);

/// The words of a span cut out of a report.
std::string cut(const Report& report, Span span);

}  // namespace sitrep::cli
