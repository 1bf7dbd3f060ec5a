// sitrep clusters: where and when incidents stand closer together than their places and days alone explain.
#include "analyse/clusters/desk_clusters.hpp"
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "publish/cluster_map.hpp"
#include "publish/knox_picture.hpp"
#include "publish/where_json.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

struct ClustersArguments {
    AnalysisOptions analysis;
    bool prospective = false;
    double radius_km = 50;
    int days_max = 28, looks_every_days = 1;
    bool weekly = false;
    std::size_t clusters_max = 10;
};

std::string area_words(const analyse::ClusterArea& area)
{
    const std::string& wider = area.admin1.empty() ? area.country : area.admin1;
    if (area.admin2.empty() || area.admin2 == wider) return wider.empty() ? "area not known" : wider;
    return wider.empty() ? area.admin2 : area.admin2 + ", " + wider;
}

std::string areas_words(const analyse::DeskCluster& cluster)
{
    constexpr std::size_t named_max = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(named_max, cluster.areas.size()); ++i) out += (i == 0 ? "" : "; ") + area_words(cluster.areas[i]);
    if (cluster.areas.size() > named_max) out += fmt::format("; {} more", cluster.areas.size() - named_max);
    return out;
}

void print(const analyse::ClustersAnswer& found)
{
    if (found.clusters.empty()) answer("No two incidents stand closer together than their places and days explain.");
    for (std::size_t i = 0; i < found.clusters.size(); ++i) {
        const auto& cluster = found.clusters[i];
        answer(fmt::format("{:>2}  {} to {}  {:>4} incidents, {:.2f} expected  p {:.3f}{}  {}", i + 1, to_iso(cluster.first), to_iso(cluster.last), cluster.incidents.size(),
                           cluster.expected, cluster.p, cluster.p > publish::beyond_chance_p ? " (can be chance)" : "", areas_words(cluster)));
        std::string more = fmt::format("    {} {} within {:.0f} km; sources {} then, {} in as many days before, {} new there", cluster.places, cluster.places == 1 ? "place" : "places",
                                       cluster.radius_km, cluster.sources_during, cluster.sources_before, cluster.sources_new);
        if (cluster.recurrence_days > 0) more += fmt::format("; by chance once in {:.0f} days", cluster.recurrence_days);
        answer(more);
    }
    say_provenance(found.provenance);
}

std::string picture(const analyse::ClustersAnswer& found, const std::vector<Outline>& outlines, const std::string& language)
{
    std::vector<publish::MapCluster> rings;
    std::vector<std::string> lines;
    for (const auto& cluster : found.clusters) {
        lines.push_back(fmt::format("{}. {} · {} – {} · {} ({:.1f}) · p {}", rings.size() + 1, areas_words(cluster), to_iso(cluster.first), to_iso(cluster.last),
                                    cluster.incidents.size(), cluster.expected, publish::p_words(cluster.p)));
        rings.push_back({cluster.centre, cluster.radius_km, cluster.p > publish::beyond_chance_p, lines.back()});
    }
    return publish::cluster_map(outlines, rings, lines, language == "ar" ? publish::Edition::arabic : publish::Edition::english);
}

void run(const ClustersArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const AnalysedRecord record = analysed_record(arguments.analysis, *library);
    analyse::ClusterQuestion question{.first = record.first, .last = record.last};
    question.kind = arguments.prospective ? analyse::ScanKind::prospective : analyse::ScanKind::retrospective;
    question.radius_km = arguments.radius_km;
    question.days_max = arguments.days_max;
    constexpr int week = 7;
    question.step_days = arguments.weekly ? week : 1;
    question.replications = arguments.analysis.replications;
    question.seed = arguments.analysis.seed;
    question.threads = arguments.analysis.threads;
    question.clusters_max = arguments.clusters_max;
    question.looks_every_days = arguments.looks_every_days;
    const auto found = analyse::find_clusters(record.events, question);
    if (session.json) answer(publish::clusters_json(found));
    else print(found);
    if (!arguments.analysis.plot.empty())
        write_plot(arguments.analysis.plot, picture(found, outlines_of(record.events, session.open_gazetteer()), arguments.analysis.language));
}

}  // namespace

void add_clusters(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("clusters", "Where incidents concentrate for a while, beyond chance");
    const auto given = std::make_shared<ClustersArguments>();
    session.add_options(*command);
    given->analysis.add_options(*command);
    constexpr double radius_km_max = 1000;
    constexpr int days_max = 365, clusters_max = 50;
    command->add_flag("--prospective", given->prospective, "Only clusters that have not ended on the last day");
    command->add_option("--radius", given->radius_km, "Largest circle, km")->check(CLI::Range(0.1, radius_km_max))->capture_default_str();
    command->add_option("--days", given->days_max, "Longest cluster, days")->check(CLI::Range(1, days_max))->capture_default_str();
    command->add_flag("--weekly", given->weekly, "Search in whole weeks: faster over many years");
    command->add_option("--most", given->clusters_max, "Clusters listed at most")->check(CLI::Range(1, clusters_max))->capture_default_str();
    command->add_option("--every", given->looks_every_days, "How often the desk asks, days: for “by chance once in”")->check(CLI::Range(1, days_max))->capture_default_str();
    command->footer("\nIncidents not known to the day, or placed to a governorate or less, are left out and counted. A drawing names districts\n"
                    "and governorates; its rings are coarse on purpose (docs/gate.md).\n"
                    "Example:\n  sitrep clusters --from 2025-01-01 --until 2025-09-30 --area SY\n"
                    "  sitrep clusters --from 2024-10-01 --until 2025-09-30 --area SY --prospective --every 7 --plot clusters.svg");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
