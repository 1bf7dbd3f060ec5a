// Where attacks concentrate at the end of the month, beyond what each place's own past leads to expect.
#include "analyse/clusters/desk_clusters.hpp"
#include "publish/analysed_attacks.hpp"
#include "publish/cluster_map.hpp"
#include "publish/counts.hpp"
#include "publish/knox_picture.hpp"
#include "publish/sections.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::publish {
namespace {

constexpr int months_looked_at = 12;
constexpr std::int64_t attacks_min = 20;
constexpr std::size_t shown_max = 5, areas_named_max = 3;

std::string joined_areas(const Record& record, const analyse::DeskCluster& cluster)
{
    std::string out;
    for (const std::string& name : area_names(record, cluster.incidents, areas_named_max)) out += (out.empty() ? "" : record.arabic() ? "؛ " : "; ") + name;
    return out;
}

std::string days_words(const Record& record, const analyse::DeskCluster& cluster)
{
    return date_words(record.edition, cluster.first == cluster.last ? DateRange::on(cluster.first) : DateRange::between(cluster.first, cluster.last, DatePrecision::week));
}

Figure figure_of(const analyse::DeskCluster& cluster)
{
    const auto number = std::int64_t(cluster.incidents.size());
    return {{number, number}, cluster.incidents};
}

Table table_of(const Record& record, const std::vector<analyse::DeskCluster>& clusters)
{
    Table table;
    table.caption = record.say(Label::cluster_table);
    table.head = {number(plain(record.say(Label::cluster_number))), words(record.say(Label::cluster_area)), words(record.say(Label::cluster_days)),
                  number(plain(record.say(Label::attacks))), number(plain(record.say(Label::cluster_expected))), number(plain("p")),
                  words(record.say(Label::cluster_sources))};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const auto& cluster = clusters[i];
        const std::string verdict = cluster.p > beyond_chance_p ? " (" + record.say(Label::cluster_by_chance) + ")" : "";
        table.rows.push_back({{number(plain(fmt::format("{}", i + 1))), words(joined_areas(record, cluster)), words(days_words(record, cluster)),
                               number(shown(figure_of(cluster))), number(plain(fmt::format("{:.1f}", cluster.expected))), number(plain(p_words(cluster.p) + verdict)),
                               words(record.say(Label::cluster_sources_cell, cluster.sources_during, cluster.sources_before, cluster.sources_new))},
                              false,
                              0,
                              {}});
    }
    return table;
}

std::string sentence(const Record& record, const std::vector<analyse::DeskCluster>& clusters, int months)
{
    const std::string month = month_words(record.edition, record.month);
    const auto beyond = std::count_if(clusters.begin(), clusters.end(), [](const auto& cluster) { return cluster.p <= beyond_chance_p; });
    if (beyond == 0) return record.say(Label::cluster_none, month, months, p_equation(clusters.empty() ? 1 : clusters.front().p));
    const auto& first = clusters.front();
    return record.say(Label::cluster_found, month, beyond, joined_areas(record, first), days_words(record, first), first.incidents.size(),
                      fmt::format("{:.1f}", first.expected), p_equation(first.p), std::lround(1 / first.p));
}

void add_map(Document& document, const Record& record, const std::vector<analyse::DeskCluster>& clusters)
{
    std::vector<MapCluster> rings;
    for (const auto& cluster : clusters)
        rings.push_back({cluster.centre, cluster.radius_km, cluster.p > beyond_chance_p, joined_areas(record, cluster) + ", " + days_words(record, cluster)});
    if (std::string svg = cluster_map(record.input.outlines, rings, {}, record.edition); !svg.empty())
        document.blocks.emplace_back(Picture{record.say(Label::cluster_map), std::move(svg), one(record.say(Label::cluster_map_note))});
}

}  // namespace

void add_clusters(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::cluster_heading), "clusters", 2});
    if (!record.has_data(record.month)) return add_nobody_looked(document, record);
    const AnalysedAttacks attacks = attacks_to_analyse(record, months_looked_at);
    analyse::ClusterQuestion question{.first = attacks.first, .last = std::max(attacks.first, attacks.last), .kind = analyse::ScanKind::prospective, .clusters_max = shown_max};
    constexpr int days_between_reports = 30;
    question.looks_every_days = days_between_reports;
    const auto answer = analyse::find_clusters(attacks.events, question);
    const auto left_out = std::int64_t(attacks.events.size()) - answer.provenance.rows_used;
    if (answer.provenance.rows_used < attacks_min) {
        document.blocks.emplace_back(Paragraph{one(record.say(Label::cluster_too_few, answer.provenance.rows_used, attacks.months)), Paragraph::Role::body});
        return;
    }
    document.blocks.emplace_back(Paragraph{one(sentence(record, answer.clusters, attacks.months)), Paragraph::Role::body});
    if (!answer.clusters.empty()) {
        add_map(document, record, answer.clusters);
        document.blocks.emplace_back(table_of(record, answer.clusters));
    }
    document.blocks.emplace_back(Paragraph{one(record.say(Label::cluster_note, answer.provenance.rows_used, left_out, attacks.months, *answer.provenance.seed)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
