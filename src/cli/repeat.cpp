// sitrep repeat: whether one incident brings the next, near in place and time.
#include "analyse/repeat/desk_repeat.hpp"
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "publish/knox_picture.hpp"
#include "publish/where_json.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

struct RepeatArguments {
    AnalysisOptions analysis;
    std::vector<double> kilometres{1, 5, 10, 25}, days{1, 4, 8, 15};
    double knot_days = 91;
    std::size_t simulated = 99;
    bool spread_evenly = false;
};

void print(const analyse::KnoxTable& table)
{
    answer(fmt::format("{:<20}{:<20}{:>9}{:>11}{:>8}{:>8}", "distance", "time apart", "pairs", "by chance", "times", "p"));
    for (std::size_t d = 0; d < table.distance_bands(); ++d)
        for (std::size_t t = 0; t < table.time_bands(); ++t) {
            const auto& cell = table.at(d, t);
            answer(fmt::format("{:<20}{:<20}{:>9}{:>11.1f}{:>8.2f}{:>8.3f}{}", publish::distance_band_words(table, d, publish::Edition::english),
                               publish::time_band_words(table, t, publish::Edition::english), cell.pairs, cell.shuffled_mean, cell.ratio(), cell.p,
                               cell.p <= publish::beyond_chance_p ? " *" : ""));
        }
}

void print(const analyse::SelfExcitationAnswer& excitation)
{
    if (!excitation.found) {
        answer(fmt::format("Self-excitation: fewer than {} incidents with a known day; nothing is fitted.", analyse::events_min));
        return;
    }
    const auto& found = *excitation.found;
    answer(fmt::format("Self-excitation with a moving baseline: {:.0f} % of the incidents are accounted for by those before, mean delay {:.1f} days{}; p {:.3f}",
                       100 * found.exciting.branching, 1 / found.exciting.rate, found.exciting.at_bound ? " (at the bound of the search: do not read it)" : "", found.p));
    answer(fmt::format("  with a constant baseline it would have been {:.0f} %: a change of the general level read as contagion", 100 * found.constant.branching));
    answer(fmt::format("  AIC {:.1f} with contagion, {:.1f} without; residual test p {:.3f} with, {:.3f} without{}", found.exciting.aic(), found.without.aic(), found.residuals.p,
                       found.residuals_without.p, found.residuals.p <= publish::beyond_chance_p ? ": the model does not describe the sequence well" : ""));
}

std::vector<double> with_zero(std::vector<double> edges)
{
    edges.insert(edges.begin(), 0);
    return edges;
}

void run(const RepeatArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const AnalysedRecord record = analysed_record(arguments.analysis, *library);
    analyse::RepeatQuestion question{.first = record.first, .last = record.last};
    question.distance_edges_km = with_zero(arguments.kilometres);
    question.day_edges = with_zero(arguments.days);
    question.replications = arguments.analysis.replications;
    question.seed = arguments.analysis.seed;
    question.threads = arguments.analysis.threads;
    question.knot_days = arguments.knot_days;
    question.baseline_replications = arguments.simulated;
    question.ties = arguments.spread_evenly ? analyse::TieRule::evenly : analyse::TieRule::at_random;
    const auto table = analyse::repeat_table(record.events, question);
    const auto excitation = analyse::self_excitation(record.events, question);
    if (session.json) {
        answer(publish::repeat_json(table, excitation));
    } else {
        print(table.table);
        say_provenance(table.provenance);
        print(excitation);
        say_provenance(excitation.provenance);
    }
    const auto edition = arguments.analysis.language == "ar" ? publish::Edition::arabic : publish::Edition::english;
    write_plot(arguments.analysis.plot, publish::knox_picture(table.table, edition));
}

}  // namespace

void add_repeat(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("repeat", "Whether one incident brings the next: near in place and time, beyond chance");
    const auto given = std::make_shared<RepeatArguments>();
    session.add_options(*command);
    given->analysis.add_options(*command);
    command->add_option("--km", given->kilometres, "Edges of the distance bands, km: 1,5 makes [0, 1), [1, 5) and [5, infinity)")->delimiter(',')->capture_default_str();
    command->add_option("--apart", given->days, "Edges of the bands of days apart: 1,8 makes the same day, 1 to 7 days, 8 and more")->delimiter(',')->capture_default_str();
    command->add_option("--knots", given->knot_days, "How far apart the baseline may bend, days")->check(CLI::Range(7.0, 3650.0))->capture_default_str();
    command->add_option("--simulated", given->simulated, "Series without contagion that judge it")->check(CLI::Range(std::size_t{9}, std::size_t{9999}))->capture_default_str();
    command->add_flag("--evenly", given->spread_evenly, "Spread the incidents of a day evenly over it instead of at random");
    command->footer("\nBins are half-open and named as computed. Incidents not known to the day, or placed more coarsely than about 25 km, are left\n"
                    "out of the table and counted.\n"
                    "Example:\n  sitrep repeat --from 2024-10-01 --until 2025-09-30 --area SY\n"
                    "  sitrep repeat --from 2024-10-01 --until 2025-09-30 --area SY --km 0.5,2,10 --apart 1,8,15 --plot repeat.svg");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
