// sitrep outlook: what next month may bring, beside naive forecasts and the past hit rate of both. For the desk; not in its publications.
#include "analyse/outlook/desk_outlook.hpp"
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "cli/series_options.hpp"
#include "publish/series_chart.hpp"
#include "publish/series_json.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

struct OutlookArguments {
    AnalysisOptions analysis;
    SeriesOptions series;
};

void print(const analyse::Outlook& outlook)
{
    answer(fmt::format("Risk to civilians and to access, {}: incidents expected, with intervals", to_iso(outlook.month).substr(0, 7)));
    answer(fmt::format("{:<30}{:>11}{:>10}{:>14}{:>14}  {}", "unit", "last month", "expected", "1 in 2 within", "9 in 10", "forecaster"));
    for (const auto& unit : outlook.units)
        answer(fmt::format("{:<30}{:>11.0f}{:>10.1f}{:>14}{:>14}  {}{}", unit.name, unit.last_month, unit.expected, fmt::format("{:.0f}-{:.0f}", unit.half.low, unit.half.high),
                           fmt::format("{:.0f}-{:.0f}", unit.nine_in_ten.low, unit.nine_in_ten.high), unit.forecaster, unit.conformal ? ", corrected" : ""));
    if (!outlook.scores) {
        answer("No month has been scored yet: read the intervals as a guess.");
        return;
    }
    const auto& board = *outlook.scores;
    answer(fmt::format("\nHow well it did, last {} months: inside its 9 in 10 {:.0f} % of the time, {} {:.0f} %", board.months, 100 * board.hit_rate, board.best_naive, 100 * board.naive_hit_rate));
    answer(fmt::format("CRPS against {}: {:+.3f} ({:+.3f} to {:+.3f}; below 0 is better)", board.best_naive, board.difference, board.difference_limits.low, board.difference_limits.high));
    answer(fmt::format("{:<24}{:>9}{:>11}{:>11}{:>10}{:>10}{:>9}", "forecaster", "CRPS", "log score", "interval", "in 90 %", "in 50 %", "IGN"));
    for (const auto& row : board.rows)
        answer(fmt::format("{:<24}{:>9.3f}{:>11.3f}{:>11.1f}{:>10.3f}{:>10.3f}{:>9.3f}{}", row.name, row.crps, row.log_score, row.interval_score, row.covered_90, row.covered_50,
                           row.ignorance, row.naive ? "  naive" : ""));
}

void run(const OutlookArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const AnalysedRecord record = analysed_record(arguments.analysis, *library);
    analyse::OutlookQuestion question;
    question.counts = count_question(record, arguments.analysis, arguments.series);
    question.seed = arguments.analysis.seed;
    question.threads = arguments.analysis.threads;
    const auto outlook = analyse::outlook(record.events, question);
    if (session.json)
        answer(publish::outlook_json(outlook));
    else if (!outlook.refused.empty())
        throw Failed(outlook.refused + " Widen --from, or ask for a larger area.");
    else
        print(outlook);
    if (!session.json) say_provenance(outlook.provenance);
    if (outlook.refused.empty())
        write_plot(arguments.analysis.plot, publish::outlook_chart(outlook, arguments.analysis.language == "ar" ? publish::Edition::arabic : publish::Edition::english));
}

}  // namespace

void add_outlook(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("outlook", "What next month may bring by governorate, beside naive forecasts and past hit rates");
    const auto given = std::make_shared<OutlookArguments>();
    session.add_options(*command);
    given->analysis.add_options(*command);
    given->series.add_options(*command, "governorate");
    command->footer("\nFor the desk itself: no report or export contains an outlook. Never finer than a district and a month.\n"
                    "Example:\n  sitrep outlook --from 2023-01-01 --until 2025-09-30 --area SY\n  sitrep outlook --area SY --json --plot outlook.svg");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
