#include "cli/series_options.hpp"

#include <fmt/format.h>

#include <map>

namespace sitrep::cli {

void SeriesOptions::add_options(CLI::App& command, const std::string& usual)
{
    by = usual;
    command.add_option("--by", by, "Rows by what")->check(CLI::IsMember({"all", "governorate", "district", "kind", "target", "status"}))->capture_default_str();
    command.add_option("--as-of", as_of, "Day on which the question is asked: periods younger than two weeks then are incomplete (default: all are complete)");
}

analyse::CountQuestion count_question(const AnalysedRecord& record, const AnalysisOptions& analysis, const SeriesOptions& series)
{
    static const std::map<std::string, analyse::GroupBy> groups{{"all", analyse::GroupBy::all},   {"governorate", analyse::GroupBy::governorate}, {"district", analyse::GroupBy::district},
                                                                {"kind", analyse::GroupBy::kind}, {"target", analyse::GroupBy::target},           {"status", analyse::GroupBy::status}};
    if (analysis.series == "all") throw Failed("--series all would sum operations with attacks, which are never summed. Ask for attacks or operations.");
    analyse::CountQuestion question;
    question.by = groups.at(series.by);
    question.series = analysis.series == "operations" ? Series::operation : Series::attack;
    question.from = record.first;
    question.until = record.last;
    constexpr std::chrono::days after{50};
    question.as_of = record.last + after;
    if (series.as_of.empty()) return question;
    const auto day = day_from_iso(series.as_of);
    if (!day) throw Failed(fmt::format("--as-of {} is not a day. Write it like 2025-10-05.", series.as_of));
    question.as_of = *day;
    return question;
}

}  // namespace sitrep::cli
