#include "cli/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>

namespace sitrep::cli {
namespace {

bool belongs(const analyse::Event& event, const std::string& series)
{
    if (series == "all") return true;
    return series_of(event.kind) == (series == "attacks" ? Series::attack : Series::operation);
}

}  // namespace

void AnalysisOptions::add_options(CLI::App& command)
{
    selection.add_options(command);
    constexpr std::size_t replications_max = 99'999;
    command.add_option("--series", series, "What is analysed; operations are never summed with attacks")->check(CLI::IsMember({"attacks", "operations", "all"}))->capture_default_str();
    command.add_option("--seed", seed, "Seed of the random tables: the same seed gives the same answer")->capture_default_str();
    command.add_option("--replications", replications, "Random tables; the smallest p is 1 / (number + 1)")->check(CLI::Range(std::size_t{9}, replications_max))->capture_default_str();
    command.add_option("--threads", threads, "Threads (0 = all cores); the answer does not depend on it")->check(CLI::Range(0U, 64U))->capture_default_str();
    command.add_option("--plot", plot, "Draw the answer into this SVG file");
    command.add_option("--lang", language, "Language of the drawing")->check(CLI::IsMember({"en", "ar"}))->capture_default_str();
}

AnalysedRecord analysed_record(const AnalysisOptions& options, const store::Store& library)
{
    AnalysedRecord record;
    const store::Query query = options.selection.query();
    record.incidents = library.find(query);
    for (analyse::Event& event : analyse::events_from(record.incidents))
        if (!options.selection.kind.empty() || belongs(event, options.series)) record.events.push_back(std::move(event));
    std::vector<Day> days;
    for (const analyse::Event& event : record.events)
        if (event.date_precision == DatePrecision::day && event.first) days.push_back(*event.first);
    if (days.empty()) throw Failed("no incident with a known day is in the selection. `sitrep incidents` with the same options lists what is there.");
    record.first = query.from.value_or(*std::min_element(days.begin(), days.end()));
    record.last = query.until.value_or(*std::max_element(days.begin(), days.end()));
    return record;
}

std::vector<Outline> outlines_of(const std::vector<analyse::Event>& events, const place::Gazetteer& gazetteer)
{
    std::map<std::string, int> counts;
    for (const analyse::Event& event : events)
        if (!event.country.empty()) ++counts[event.country];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::vector<Outline>{} : gazetteer.admin1_outlines(most->first);
}

void say_provenance(const analyse::Provenance& provenance)
{
    std::string line = fmt::format("{}, version {}. Used {} incidents", provenance.method, provenance.version, provenance.rows_used);
    for (std::size_t i = 0; i < provenance.left_out.size(); ++i)
        line += fmt::format("{} {} {}", i == 0 ? "; left out" : ",", provenance.left_out[i].rows, provenance.left_out[i].why);
    line += '.';
    if (provenance.seed) line += fmt::format(" Seed {}.", *provenance.seed);
    answer(line);
}

void write_plot(const std::string& file, const std::string& svg)
{
    if (file.empty()) return;
    if (svg.empty()) throw Failed("there is no map to draw on: the gazetteer has no outlines of the country most incidents are in.");
    std::ofstream out(file, std::ios::binary);
    out << svg << '\n';
    out.close();
    if (!out) throw Failed(fmt::format("cannot write {}. Choose another place with --plot.", file));
    say(fmt::format("wrote {}", file));
}

}  // namespace sitrep::cli
