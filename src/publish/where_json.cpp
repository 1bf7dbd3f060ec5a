#include "publish/where_json.hpp"

#include "publish/provenance_json.hpp"

#include <nlohmann/json.hpp>

namespace sitrep::publish {
namespace {

using Json = nlohmann::ordered_json;

Json cluster_json(const analyse::DeskCluster& cluster)
{
    Json areas = Json::array(), incidents = Json::array();
    for (const auto& area : cluster.areas)
        areas.push_back({{"country", area.country}, {"admin1_code", area.admin1_code}, {"admin1", area.admin1}, {"admin2", area.admin2}, {"incidents", area.incidents}});
    for (const IncidentId id : cluster.incidents) incidents.push_back(to_string(id));
    return {{"first", to_iso(cluster.first)},
            {"last", to_iso(cluster.last)},
            {"cases", cluster.incidents.size()},
            {"expected", cluster.expected},
            {"statistic", cluster.statistic},
            {"p", cluster.p},
            {"recurrence_days", cluster.recurrence_days > 0 ? Json(cluster.recurrence_days) : Json()},
            {"areas", std::move(areas)},
            {"places", cluster.places},
            {"centre", {{"lat", cluster.centre.lat()}, {"lon", cluster.centre.lon()}}},
            {"radius_km", cluster.radius_km},
            {"sources", {{"during", cluster.sources_during}, {"just_before", cluster.sources_before}, {"new", cluster.sources_new}}},
            {"incidents", std::move(incidents)}};
}

Json fit_json(const analyse::HawkesFit& fit)
{
    return {{"baseline", fit.baseline},
            {"branching", fit.rate > 0 ? Json(fit.branching) : Json()},
            {"mean_delay_days", fit.rate > 0 ? Json(1 / fit.rate) : Json()},
            {"log_likelihood", fit.log_likelihood},
            {"aic", fit.aic()},
            {"at_bound", fit.at_bound}};
}

Json residuals_json(const analyse::KolmogorovTest& test) { return {{"distance", test.distance}, {"p", test.p}}; }

Json excitation_json(const analyse::SelfExcitationAnswer& answer)
{
    Json out{{"provenance", provenance_json<Json>(answer.provenance)}, {"found", nullptr}};
    if (!answer.found) return out;
    const auto& found = *answer.found;
    out["found"] = {{"knots", found.baseline.knots},
                    {"contagion_and_moving_baseline", fit_json(found.exciting)},
                    {"moving_baseline_alone", fit_json(found.without)},
                    {"contagion_and_constant_baseline", fit_json(found.constant)},
                    {"likelihood_ratio", found.likelihood_ratio},
                    {"p", found.p},
                    {"residuals", residuals_json(found.residuals)},
                    {"residuals_of_baseline_alone", residuals_json(found.residuals_without)}};
    return out;
}

}  // namespace

std::string clusters_json(const analyse::ClustersAnswer& answer)
{
    Json clusters = Json::array();
    for (const auto& cluster : answer.clusters) clusters.push_back(cluster_json(cluster));
    return Json{{"clusters", std::move(clusters)}, {"places", answer.places}, {"provenance", provenance_json<Json>(answer.provenance)}}.dump();
}

std::string repeat_json(const analyse::RepeatTable& answer, const analyse::SelfExcitationAnswer& excitation)
{
    const auto& table = answer.table;
    Json cells = Json::array();
    for (std::size_t d = 0; d < table.distance_bands(); ++d)
        for (std::size_t t = 0; t < table.time_bands(); ++t) {
            const auto& cell = table.at(d, t);
            const auto edge = [](const std::vector<double>& edges, std::size_t at) { return at < edges.size() ? Json(edges[at]) : Json(); };
            cells.push_back({{"km_from", table.distance_edges[d]}, {"km_below", edge(table.distance_edges, d + 1)},
                             {"days_from", table.time_edges[t]}, {"days_below", edge(table.time_edges, t + 1)},
                             {"pairs", cell.pairs}, {"expected", cell.expected}, {"shuffled_mean", cell.shuffled_mean}, {"shuffled_sd", cell.shuffled_sd},
                             {"ratio", cell.shuffled_mean > 0 ? Json(cell.ratio()) : Json()}, {"p", cell.p}});
        }
    return Json{{"pairs", table.pairs}, {"cells", std::move(cells)}, {"provenance", provenance_json<Json>(answer.provenance)}, {"self_excitation", excitation_json(excitation)}}.dump();
}

}  // namespace sitrep::publish
