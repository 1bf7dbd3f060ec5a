// sitrep surge: which units are rising or back, at a stated rate of false alarms for the whole desk.
#include "analyse/surge/desk_surge.hpp"
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "cli/series_options.hpp"
#include "publish/series_chart.hpp"
#include "publish/series_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::cli {
namespace {

struct SurgeArguments {
    AnalysisOptions analysis;
    SeriesOptions series;
    double weeks = 52, factor = 1.5, quiet_level = 1;
    int quiet_weeks = 8;
    std::vector<std::string> breaks;
};

void print(const analyse::Surge& surge, const SurgeArguments& arguments)
{
    answer(fmt::format("{:<30}{:>11}{:>13}{:>9}{:>10}  {}", "unit", "last week", "last alarm", "times", "sources", "state"));
    for (const auto& unit : surge.units) {
        const std::string state(surge.last_week ? publish::state_word(unit.weeks[*surge.last_week].state) : "no complete week");
        if (!unit.last_rise) {
            answer(fmt::format("{:<30}{:>11.0f}{:>13}{:>9}{:>10}  {}", unit.name, surge.last_week ? unit.counts[*surge.last_week] : 0, "none", "", "", state));
            continue;
        }
        answer(fmt::format("{:<30}{:>11.0f}{:>13}{:>9.2f}{:>10}  {}{}", unit.name, surge.last_week ? unit.counts[*surge.last_week] : 0, to_iso(surge.table.starts[*unit.last_rise]),
                           unit.weeks[*unit.last_rise].change, unit.sources, state, unit.re_emerging ? "; re-emerging at its last alarm" : ""));
    }
    answer(fmt::format("\nOne false alarm of a rise in {:g} weeks for the whole desk, in {:.0f} weeks for one unit; a week in {} units: smallest false discovery rate {:.3f}", arguments.weeks,
                       surge.weeks_per_false_alarm_of_unit, surge.units.size(),
                       surge.units.empty() ? 1.0 : std::min_element(surge.units.begin(), surge.units.end(), [](const auto& a, const auto& b) {
                           return a.false_discovery_rate < b.false_discovery_rate;
                       })->false_discovery_rate));
    for (const auto& change : surge.changes)
        answer(fmt::format("In retrospect, all units: from the week of {} on {:.1f} a week, before {:.1f} (times {:.2f} to {:.2f}, bootstrap p {:.3f})", to_iso(surge.table.starts[change.at]),
                           change.after, change.before, change.ratio.low, change.ratio.high, change.p));
}

analyse::SurgeQuestion question_of(const SurgeArguments& arguments, const AnalysedRecord& record)
{
    analyse::SurgeQuestion question;
    question.counts = count_question(record, arguments.analysis, arguments.series);
    question.weeks_per_false_alarm = arguments.weeks;
    question.factor = arguments.factor;
    question.quiet_weeks = arguments.quiet_weeks;
    question.quiet_level = arguments.quiet_level;
    question.seed = arguments.analysis.seed;
    question.replications = int(arguments.analysis.replications);
    question.threads = arguments.analysis.threads;
    for (const std::string& text : arguments.breaks) {
        const auto day = day_from_iso(text);
        if (!day) throw Failed(fmt::format("--break {} is not a day. Write it like 2024-12-08.", text));
        question.breaks.push_back(*day);
    }
    return question;
}

void run(const SurgeArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const AnalysedRecord record = analysed_record(arguments.analysis, *library);
    const auto surge = analyse::surge(record.events, question_of(arguments, record));
    if (session.json) {
        answer(publish::surge_json(surge));
    } else {
        print(surge, arguments);
        say_provenance(surge.provenance);
    }
    if (arguments.analysis.plot.empty()) return;
    if (surge.units.empty()) throw Failed("no unit is known for these incidents: nothing to draw. `--by all` counts them together.");
    write_plot(arguments.analysis.plot, publish::watch_chart(surge.table, surge.units.front(), arguments.analysis.language == "ar" ? publish::Edition::arabic : publish::Edition::english));
}

}  // namespace

void add_surge(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("surge", "Which governorates or districts are rising or back, at a stated rate of false alarms");
    const auto given = std::make_shared<SurgeArguments>();
    session.add_options(*command);
    given->analysis.add_options(*command);
    given->series.add_options(*command, "governorate");
    command->add_option("--one-in", given->weeks, "One false alarm in so many weeks for the whole desk")->check(CLI::Range(2.0, 5200.0))->capture_default_str();
    command->add_option("--factor", given->factor, "Rise looked for, times the baseline")->check(CLI::Range(1.1, 10.0))->capture_default_str();
    command->add_option("--quiet-weeks", given->quiet_weeks, "Re-emerging: an alarm after at least so many quiet weeks, in two sources")->check(CLI::Range(2, 104))->capture_default_str();
    command->add_option("--quiet-level", given->quiet_level, "Quiet: at most so many incidents a week")->check(CLI::Range(0.0, 1000.0))->capture_default_str();
    command->add_option("--break", given->breaks, "Day from which baselines start anew (a ceasefire, lost access); may be repeated");
    command->footer("\nThe picture shows the unit with the most incidents; --area or --by all chooses another.\n"
                    "Example:\n  sitrep surge --from 2024-01-01 --area SY --one-in 52\n  sitrep surge --area SY --by all --break 2024-12-08 --plot watch.svg");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
