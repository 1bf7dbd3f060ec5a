// How much is unseen: everything that overlapping lists can say, or the reasons why they cannot.
#pragma once

#include "analyse/provenance.hpp"
#include "analyse/undercount/closed_forms.hpp"
#include "analyse/undercount/latent_classes.hpp"
#include "analyse/undercount/loglinear.hpp"

#include <optional>

namespace sitrep::analyse {

enum class UndercountModel { log_linear, graphs, latent_classes, stepwise };

/// One model's answer: the population, and the 95 % interval that the model itself believes.
struct ModelEstimate {
    UndercountModel model = UndercountModel::log_linear;
    double population = 0, low = 0;
    std::optional<double> high{};  ///< empty where the method bounds from below only, or found no bound
    Terms terms = 0;               ///< of log-linear and stepwise: the two-list terms chosen
};

enum class RefusalReason {
    fewer_than_three_lists,
    list_too_small,        ///< list: which; figure: its incidents
    empty_pair_needed,     ///< list, other: never overlap, and the best model wants their term
    no_sound_model,        ///< no log-linear model has a finite, single estimate
    chains_unsettled,      ///< figure: effective draws
    models_too_far_apart   ///< figure: highest over lowest estimate
};
struct Refusal {
    RefusalReason reason = RefusalReason::fewer_than_three_lists;
    std::size_t list = 0, other = 0;
    double figure = 0;
};

/// Bounds of the refusal rules, proposed in issue 7.
inline constexpr double effective_draws_min = 200, model_span_max = 3;

struct RankedModel {
    Terms terms = 0;
    double population = 0, standard_error = 0, bic = 0, deviance = 0;
    std::int64_t degrees_of_freedom = 0;
};

struct Undercount {
    Provenance provenance;
    OverlapTable table;
    std::int64_t documented = 0;          ///< the floor: never less than this
    std::vector<ChapmanPair> pairs;
    std::vector<RankedModel> log_linear;  ///< the soundest first: up to 5 by BIC
    std::int64_t models_tried = 0, models_unsound = 0;
    std::vector<ModelEstimate> estimates; ///< empty when refused
    std::optional<ChainSummary> chains;
    std::optional<NoHighestInteraction> saturated;
    std::vector<Refusal> refused;         ///< empty when the set may be shown

    bool is_refused() const { return !refused.empty(); }
    /// Lowest and highest population over the models' own points; both 0 when refused.
    std::pair<double, double> span() const;
    /// Population when the highest-order interaction, which no data can show, is `factor` instead of 1 (it multiplies the unseen of any model).
    double with_factor(double population, double factor) const;
};

struct UndercountOptions {
    std::uint64_t seed = 1;
    unsigned threads = 0;
    std::size_t replications = 500;     ///< of the stepwise bootstrap
    double threshold = 0.02;            ///< of the stepwise selection
    LatentClassOptions sampling{};      ///< seed and threads are taken from above
};

/// `documented` counts incidents outside the table's lists too. The provenance may already hold rows left out on the way to the table.
Undercount undercount(const OverlapTable& table, std::int64_t documented, Provenance provenance, const UndercountOptions& options);

}  // namespace sitrep::analyse
