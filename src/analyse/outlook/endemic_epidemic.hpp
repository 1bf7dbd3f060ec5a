// The endemic–epidemic model of counts in several units: last period's own count, the neighbours' and a level of the unit's own.
#pragma once

#include "analyse/counts/negative_binomial.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// Counts by period and unit, oldest period first; every row has one count a unit.
using Panel = std::vector<std::vector<double>>;

/// Which parts the mean has (Held, Höhle and Hofmann 2005):
/// mean[t][i] = λ·own[t][i] + φ·Σ_j weights[j][i]·y[t-1][j] + offset[i]·exp(level[i] + Σ_k β_k·covariates[k][t]), variance mean + ψ·mean².
struct EndemicEpidemic {
    bool own_lag = true;
    /// false: own is last period's count. true: a geometrically weighted mean of all earlier ones, its decay estimated (Bracher and Held 2022).
    bool long_memory = false;
    /// Above 0: one more part, exp(θ)·the unit's own mean with weights that fall by 1/e in so many periods: what it comes back to.
    double long_run = 0;
    std::vector<std::vector<double>> weights{};     ///< weights[j][i]: how much unit j counts for i; empty: no neighbours
    std::vector<double> offset{};                   ///< one a unit; empty: 1
    std::vector<std::vector<double>> covariates{};  ///< [k][t], one value a period for all units, the forecast period included
    bool unit_levels = false;       ///< a level for each unit, drawn towards the common one (ridge) by as much as `shrinkage` says
    bool unit_lags = false;         ///< ln λ and the decay for each unit, drawn towards the common ones likewise
    bool unit_dispersions = false;  ///< an overdispersion for each unit, drawn towards the common one likewise
    double shrinkage = 1;           ///< precision of the normal prior on what a unit differs from the common level or ln ψ
    double memory = 0;              ///< periods after which an old observation weighs 1/e; 0: all weigh the same
};

struct EndemicEpidemicFit {
    double log_own = 0, log_neighbours = 0;  ///< ln λ, ln φ; −infinity where the part is not in the model
    double log_long_run = 0;                 ///< −infinity without
    double decay = 0;                        ///< of long memory, 0..1
    double level = 0;
    std::vector<double> coefficients;        ///< of the covariates
    std::vector<double> unit_levels;         ///< what each unit adds to the level; empty without
    std::vector<double> overdispersions;     ///< one, or one a unit
    double log_likelihood = 0;               ///< without the prior
    double dominant_eigenvalue = 0;          ///< of λI + φW: at 1 or above, counts breed counts without end
    std::vector<double> parameters;          ///< as optimised: a start for the next fit of the same model
};

/// Maximum (penalised) likelihood over periods 1 .. rows − 1 of `panel`, the first being the lag of the second. L-BFGS with analytic
/// gradients (NLopt). At least 3 periods and 1 unit.
EndemicEpidemicFit fit(const EndemicEpidemic& model, const Panel& panel, const std::vector<double>& start = {});

/// One-step forecast for each unit for the period after the last row of `panel`.
std::vector<NegativeBinomial> next_period(const EndemicEpidemic& model, const EndemicEpidemicFit& fitted, const Panel& panel);

}  // namespace sitrep::analyse
