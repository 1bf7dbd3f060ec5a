// The annotated corpus as training reads it: reports with their marked spans and incidents (data/corpus/GUIDELINE.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kind.hpp"
#include "core/report.hpp"
#include "core/span.hpp"

namespace sitrep::train {

/// Marked words; `numbers` as written: "1", "0", "t1", "p1".
struct GoldSpan {
    Span span;
    std::string role;
    std::vector<std::string> numbers;
    std::string words;
    bool in_title = false;
};

struct GoldIncident {
    std::string number;
    std::string key;
    IncidentKind kind = IncidentKind::other_violence;
    bool background = false;
    std::optional<std::string> date;
    std::string date_precision;
    std::string admin1, country;
    std::string perpetrator;
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<TargetClass> target_class;
    struct Figures {
        std::int64_t low = 0, high = 0;
        friend bool operator==(const Figures&, const Figures&) = default;
    };
    std::optional<Figures> killed, injured, abducted, arrested, perpetrators_killed;
};

struct GoldTally {
    std::string number;
    std::int64_t quantity = 0;
};

struct GoldReport {
    std::string id, split;
    enum class Marked : std::uint8_t { all, all_but_names, names };
    Marked marked = Marked::all;  ///< which roles its spans have; a report of which only names of persons are marked teaches nothing else
    bool restated = false;  ///< tells facts of public reports in other words; the others are invented
    std::string sibling_of;  ///< id of the restated report that this one was invented after, with other facts and the same decisions of the annotator; or empty
    std::string family;      ///< reports of one family are held back together: key of the first incident, or the id; a sibling's is that of its original
    /// Annotated by those, and in the manner, of the dev part.
    bool is_exemplary() const { return restated || !sibling_of.empty(); }
    Report report;
    std::vector<GoldSpan> spans;
    std::vector<GoldIncident> incidents;
    std::vector<GoldTally> tallies;
};

/// The reports of a file, one JSON object a line. Throws std::runtime_error naming the file and line of a fault.
std::vector<GoldReport> read_corpus(const std::string& path);

}  // namespace sitrep::train
