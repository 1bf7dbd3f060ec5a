// sitrep trend: counts by week or month with exact limits, and the last month against earlier ones.
#include "analyse/counts/count_table.hpp"
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "cli/series_options.hpp"
#include "publish/series_chart.hpp"
#include "publish/series_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sitrep::cli {
namespace {

struct TrendArguments {
    AnalysisOptions analysis;
    SeriesOptions series;
    bool weekly = false;
};

std::string count_words(const analyse::CountTable& table, std::size_t at)
{
    if (table.looked[at] == analyse::Looked::nobody) return "nobody was looking";
    const auto limits = analyse::poisson_limits(std::int64_t(table.total[at]), 0.95);
    std::string words = fmt::format("{:>5.0f}  ({:.1f} to {:.1f})", table.total[at], limits.low, limits.high);
    if (table.incomplete[at]) words += "  incomplete";
    if (table.expected[at]) words += fmt::format(": {} in the end ({} to {})", table.expected[at]->middle, table.expected[at]->low, table.expected[at]->high);
    return words;
}

std::string comparison_words(const analyse::Comparison& one)
{
    if (!one.comparable) return "nothing to compare with";
    const auto& [ratio, limits, p] = one.ratio;
    if (std::isnan(ratio)) return "none then or now";
    if (std::isinf(ratio)) return fmt::format("none then: × {:.2f} or more, p {:.3f}", limits.low, p);
    return std::isinf(limits.high) ? fmt::format("× {:.2f} ({:.2f} or more), p {:.3f}", ratio, limits.low, p)
                                   : fmt::format("× {:.2f} ({:.2f} to {:.2f}), p {:.3f}", ratio, limits.low, limits.high, p);
}

/// Every unit's last complete month against earlier ones.
void print_comparisons(const analyse::CountTable& table)
{
    std::size_t last = table.starts.size() - 1;
    while (last > 0 && table.incomplete[last]) --last;
    const std::string month = to_iso(table.starts[last]).substr(0, 7);
    answer("\nrate ratios, exact 95 % limits");
    bool headed = false;
    for (const auto& row : table.rows) {
        const auto compared = analyse::comparisons(table, row.counts, last);
        if (!headed) {
            std::string head = fmt::format("{:<20}{:>8}", "", month);
            for (const auto& one : compared) {
                std::string with(publish::comparison_word(one.with));
                std::replace(with.begin(), with.end(), '_', ' ');
                head += fmt::format("  {:<34}", "against " + with);
            }
            answer(head);
            headed = true;
        }
        std::string line = fmt::format("{:<20}{:>8.0f}", row.name.empty() ? "not known" : row.name, row.counts[last]);
        for (const auto& one : compared) line += fmt::format("  {:<34}", comparison_words(one));
        answer(line.substr(0, line.find_last_not_of(' ') + 1));
    }
}

void print(const analyse::CountTable& table)
{
    answer(fmt::format("{:<12}{:>8}  {}", table.step == analyse::Step::week ? "week of" : "month", "sources", "incidents (95 % limits)"));
    for (std::size_t t = 0; t < table.starts.size(); ++t)
        answer(fmt::format("{:<12}{:>8}  {}", to_iso(table.starts[t]).substr(0, table.step == analyse::Step::week ? 10 : 7), table.sources[t], count_words(table, t)));
    if (table.step == analyse::Step::week || table.starts.empty()) return;
    print_comparisons(table);
    constexpr std::size_t two_years = 24;
    if (const auto yearly = analyse::yearly_change(table, table.total, two_years))
        answer(fmt::format("Over the last 24 months: × {:.2f} a year ({:.2f} to {:.2f}), negative binomial regression", yearly->ratio, yearly->limits.low, yearly->limits.high));
}

void run(const TrendArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const AnalysedRecord record = analysed_record(arguments.analysis, *library);
    auto question = count_question(record, arguments.analysis, arguments.series);
    question.step = arguments.weekly ? analyse::Step::week : analyse::Step::month;
    const auto table = analyse::count_table(record.events, question);
    if (session.json) {
        answer(publish::trend_json(table));
    } else {
        print(table);
        say_provenance(table.provenance);
    }
    write_plot(arguments.analysis.plot, publish::counts_chart(table, arguments.analysis.language == "ar" ? publish::Edition::arabic : publish::Edition::english));
}

}  // namespace

void add_trend(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("trend", "Counts by week or month with exact limits, and against earlier months");
    const auto given = std::make_shared<TrendArguments>();
    session.add_options(*command);
    given->analysis.add_options(*command);
    given->series.add_options(*command, "all");
    command->add_flag("--weekly", given->weekly, "By week instead of by month; what is dated to a month only is left out and counted");
    command->footer("\nA 0 where no source was looking is no finding and is printed as such. Months younger than two weeks are incomplete.\n"
                    "Example:\n  sitrep trend --from 2024-01-01 --until 2025-09-30 --area SY --by governorate\n  sitrep trend --area SY --weekly --plot weeks.svg");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
