#include "analyse/undercount/undercount.hpp"

#include "analyse/replicate.hpp"
#include "analyse/undercount/graphs.hpp"
#include "analyse/undercount/source_lists.hpp"
#include "analyse/undercount/stepwise.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace sitrep::analyse {
namespace {

constexpr std::size_t all_subsets_lists_max = 5;  // 1,024 models
constexpr std::size_t models_shown = 5;
constexpr double level = 0.95, outside = (1 - level) / 2;

Terms empty_terms_of(const OverlapTable& table)
{
    Terms empty = 0;
    for (std::size_t term = 0; term < pairs_of(table.lists()); ++term)
        if (table.holding(lists_of_term(table.lists(), term)) == 0) empty |= Terms{1} << term;
    return empty;
}

/// Every set of two-list terms, the sound ones ranked by BIC.
void add_log_linear(Undercount& out, unsigned threads)
{
    const std::size_t lists = out.table.lists(), models = std::size_t{1} << pairs_of(lists);
    std::vector<std::optional<RankedModel>> ranked(models);
    const Terms empty = empty_terms_of(out.table);
    replicate(models, threads, [&](std::size_t terms) {
        const Design design = two_list_design(lists, terms, terms & empty);
        if (standing(design, out.table) != Standing::sound) return;
        if (const auto fitted = fit(design, out.table))
            ranked[terms] = RankedModel{terms, fitted->population, fitted->standard_error, fitted->bic, fitted->deviance, fitted->degrees_of_freedom};
    });
    out.models_tried = std::int64_t(models);
    for (const auto& model : ranked) {
        if (model)
            out.log_linear.push_back(*model);
        else
            ++out.models_unsound;
    }
    std::stable_sort(out.log_linear.begin(), out.log_linear.end(), [](const RankedModel& a, const RankedModel& b) { return a.bic < b.bic; });
    if (out.log_linear.size() > models_shown) out.log_linear.resize(models_shown);
    if (out.log_linear.empty()) {
        out.refused.push_back({RefusalReason::no_sound_model, 0, 0, double(models)});
        return;
    }
    const RankedModel& best = out.log_linear.front();
    for (std::size_t term = 0; term < pairs_of(lists); ++term) {
        if (((best.terms & empty) >> term & 1) == 0) continue;
        const ListSet both = lists_of_term(lists, term);
        out.refused.push_back({RefusalReason::empty_pair_needed, std::size_t(std::countr_zero(both)), std::size_t(std::bit_width(both)) - 1, 0});
    }
    ModelEstimate estimate{UndercountModel::log_linear, best.population, double(out.table.documented()), {}, best.terms};
    if (const auto profile = profile_interval(two_list_design(lists, best.terms, best.terms & empty), out.table, level)) {
        estimate.low = profile->low;
        estimate.high = profile->high;
    }
    out.estimates.push_back(estimate);
}

void add_graphs(Undercount& out, unsigned threads)
{
    const auto graphs = decomposable_graphs(out.table.lists());
    const std::int64_t documented = out.table.documented();
    constexpr std::int64_t range_min = 1000, times_documented = 5, widest = 100;
    constexpr double trace = 1e-4;
    GraphAverage average;
    for (std::int64_t times = times_documented; times <= widest; times *= 2) {
        average = graph_average(out.table, graphs, 1 / double(out.table.counts.size()), 0, std::max(range_min, times * documented), threads);
        if (average.at_the_end < trace) break;
    }
    ModelEstimate estimate{UndercountModel::graphs, double(average.quantile(0.5)), double(average.quantile(outside)), {}, 0};
    if (average.at_the_end < trace) estimate.high = double(average.quantile(1 - outside));
    out.estimates.push_back(estimate);
}

void add_latent_classes(Undercount& out, const UndercountOptions& options)
{
    LatentClassOptions sampling = options.sampling;
    sampling.seed = options.seed;
    sampling.threads = options.threads;
    LatentClasses classes = latent_classes(out.table, sampling);
    if (classes.summary.effective_draws < effective_draws_min) {  // once more, four times as long
        constexpr std::int64_t longer = 4;
        sampling.thinning *= longer;
        classes = latent_classes(out.table, sampling);
    }
    out.chains = classes.summary;
    if (classes.summary.effective_draws < effective_draws_min) out.refused.push_back({RefusalReason::chains_unsettled, 0, 0, classes.summary.effective_draws});
    out.estimates.push_back({UndercountModel::latent_classes, classes.quantile(0.5), classes.quantile(outside), classes.quantile(1 - outside), 0});
}

void add_stepwise(Undercount& out, const UndercountOptions& options)
{
    const auto chosen = stepwise(out.table, options.threshold);
    const auto limits = stepwise_bootstrap(out.table, options.threshold, options.replications, {outside, 1 - outside}, options.seed, options.threads);
    if (!chosen || !limits) return;
    out.estimates.push_back({UndercountModel::stepwise, chosen->population, limits->limits[0], limits->limits[1], chosen->terms});
}

void refuse_small_lists(Undercount& out)
{
    for (std::size_t list = 0; list < out.table.lists(); ++list)
        if (out.table.on_list(list) < list_incidents_min) out.refused.push_back({RefusalReason::list_too_small, list, 0, double(out.table.on_list(list))});
}

/// Incidents known from outside the lists are part of what the models call unseen: they raise the floor and nothing else.
void raise_to_floor(Undercount& out)
{
    for (ModelEstimate& estimate : out.estimates) estimate.low = std::max(estimate.low, double(out.documented));
}

}  // namespace

std::pair<double, double> Undercount::span() const
{
    if (estimates.empty()) return {0, 0};
    const auto [low, high] = std::minmax_element(estimates.begin(), estimates.end(), [](const auto& a, const auto& b) { return a.population < b.population; });
    return {low->population, high->population};
}

double Undercount::with_factor(double population, double factor) const
{
    const double in_lists = double(table.documented());
    return in_lists + factor * (population - in_lists);
}

Undercount undercount(const OverlapTable& table, std::int64_t documented, Provenance provenance, const UndercountOptions& options)
{
    provenance.method = "multiple systems estimation: Chapman pairs (1951), log-linear models by BIC (Fienberg 1972; existence after Fienberg & Rinaldo 2012), "
                        "average over decomposable graphs (Madigan & York 1997), latent classes (Manrique-Vallier 2016), stepwise selection with BCa bootstrap "
                        "(Chan, Silverman & Vincent 2021)";
    provenance.version = "1";
    provenance.seed = options.seed;
    provenance.rows_used = table.documented();
    Undercount out{std::move(provenance), table, documented, chapman_pairs(table), {}, 0, 0, {}, {}, {}, {}};
    if (table.lists() < 3) {
        out.refused.push_back({RefusalReason::fewer_than_three_lists, 0, 0, double(table.lists())});
        return out;
    }
    refuse_small_lists(out);
    if (out.is_refused()) return out;
    out.saturated = no_highest_interaction(table);
    if (table.lists() <= all_subsets_lists_max) {
        add_log_linear(out, options.threads);
        add_graphs(out, options.threads);
    }
    add_stepwise(out, options);
    add_latent_classes(out, options);
    raise_to_floor(out);
    if (const auto [low, high] = out.span(); low > 0 && high / low > model_span_max) out.refused.push_back({RefusalReason::models_too_far_apart, 0, 0, high / low});
    if (out.is_refused()) out.estimates.clear();
    return out;
}

}  // namespace sitrep::analyse
