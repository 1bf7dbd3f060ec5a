#include "analyse/outlook/endemic_epidemic.hpp"

#include <Eigen/Dense>
#include <boost/math/special_functions/digamma.hpp>
#include <nlopt.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

constexpr double log_bound = 12;  ///< no log parameter leaves ±12: e^12 events are no lag, no level and no overdispersion

/// Where each parameter stands in the optimiser's list.
struct Layout {
    std::ptrdiff_t own = -1, neighbours = -1, decay = -1, long_run = -1, level = 0, covariates = 0, unit_levels = -1, dispersion = 0, unit_dispersions = -1,
                   unit_owns = -1, unit_decays = -1;
    std::size_t size = 0;

    Layout(const EndemicEpidemic& model, std::size_t units)
    {
        const auto take = [&](std::size_t n) { return std::ptrdiff_t(std::exchange(size, size + n)); };
        if (model.own_lag) own = take(1);
        if (!model.weights.empty()) neighbours = take(1);
        if (model.own_lag && model.long_memory) decay = take(1);
        if (model.long_run > 0) long_run = take(1);
        level = take(1);
        covariates = take(model.covariates.size());
        if (model.unit_levels) unit_levels = take(units);
        dispersion = take(1);
        if (model.unit_dispersions) unit_dispersions = take(units);
        if (model.unit_lags && own >= 0) unit_owns = take(units);
        if (model.unit_lags && decay >= 0) unit_decays = take(units);
    }
};

double at_or(const std::vector<double>& parameters, std::ptrdiff_t index, double otherwise)
{
    return index < 0 ? otherwise : parameters[static_cast<std::size_t>(index)];
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// ψ(size + count) − ψ(size), by the sum that it is for small counts.
double digamma_rise(double size, double count)
{
    constexpr double summed_max = 25;
    if (count > summed_max) return boost::math::digamma(size + count) - boost::math::digamma(size);
    double sum = 0;
    for (double i = 0; i < count; ++i) sum += 1 / (size + i);
    return sum;
}

/// The count's log likelihood and its derivatives by mean and by ln overdispersion, without ln y!.
struct Term {
    double value = 0, by_mean = 0, by_log_overdispersion = 0;
};

double log_gamma_rise(double size, double count)
{
    constexpr double summed_max = 25;
    if (count > summed_max) return std::lgamma(size + count) - std::lgamma(size);
    double product = 1;
    for (double i = 0; i < count; ++i) product *= (size + i) * 1e-4;
    // Products of up to 25 factors stay inside a double's range with this scale; what it took away comes back as a logarithm.
    return std::log(product) + count * std::log(1e4);
}

Term term_of(double y, double mean, double overdispersion)
{
    const double size = 1 / overdispersion, spread = std::log1p(overdispersion * mean);
    Term term;
    term.value = log_gamma_rise(size, y) + y * (std::log(overdispersion * mean) - spread) - size * spread;
    term.by_mean = (y - mean) / (mean * (1 + overdispersion * mean));
    term.by_log_overdispersion = -size * (digamma_rise(size, y) - spread + (mean - y) / (size + mean));
    return term;
}

class Likelihood {
public:
    Likelihood(const EndemicEpidemic& model, const Panel& panel) : model_(model), panel_(panel), layout_(model, panel.front().size())
    {
        neighbours_.assign(panel.size() + 1, std::vector<double>(units(), 0));
        if (model.weights.empty()) return;
        for (std::size_t t = 1; t <= panel.size(); ++t)
            for (std::size_t j = 0; j < units(); ++j)
                for (std::size_t i = 0; panel[t - 1][j] != 0 && i < units(); ++i) neighbours_[t][i] += model.weights[j][i] * panel[t - 1][j];
    }

    std::size_t units() const { return panel_.front().size(); }
    const Layout& layout() const { return layout_; }

    /// Log likelihood with (penalised) or without the prior; the gradient is added up when asked for.
    double value(const std::vector<double>& parameters, std::vector<double>* gradient, bool penalised) const
    {
        if (gradient != nullptr) std::fill(gradient->begin(), gradient->end(), 0);
        double sum = 0;
        Memory memory(panel_.front());
        for (std::size_t t = 1; t < panel_.size(); ++t) {
            const double weight = model_.memory > 0 ? std::exp(-double(panel_.size() - 1 - t) / model_.memory) : 1;
            for (std::size_t i = 0; i < units(); ++i) sum += weight * row(parameters, t, i, memory, weight, gradient);
            step(parameters, panel_[t], memory);
        }
        return penalised ? sum + prior(parameters, gradient) : sum;
    }

    std::vector<NegativeBinomial> next(const std::vector<double>& parameters) const
    {
        Memory memory(panel_.front());
        for (std::size_t t = 1; t < panel_.size(); ++t) step(parameters, panel_[t], memory);
        std::vector<NegativeBinomial> out;
        for (std::size_t i = 0; i < units(); ++i) {
            const Parts parts = parts_of(parameters, panel_.size(), i, memory);
            out.push_back({parts.mean(), std::exp(log_overdispersion(parameters, i))});
        }
        return out;
    }

    double log_overdispersion(const std::vector<double>& parameters, std::size_t unit) const
    {
        return parameters[std::size_t(layout_.dispersion)] + (layout_.unit_dispersions < 0 ? 0 : parameters[std::size_t(layout_.unit_dispersions) + unit]);
    }

    double log_own(const std::vector<double>& parameters, std::size_t unit) const
    {
        return parameters[std::size_t(layout_.own)] + (layout_.unit_owns < 0 ? 0 : parameters[std::size_t(layout_.unit_owns) + unit]);
    }

    double decay_of(const std::vector<double>& parameters, std::size_t unit) const
    {
        if (layout_.decay < 0) return 0;
        return logistic(parameters[std::size_t(layout_.decay)] + (layout_.unit_decays < 0 ? 0 : parameters[std::size_t(layout_.unit_decays) + unit]));
    }

private:
    /// What the own parts look back on, one value a unit.
    struct Memory {
        std::vector<double> own;       ///< last period's count, or the weighted mean of earlier ones
        std::vector<double> by_decay;  ///< its slope by the decay
        std::vector<double> long_run;
        explicit Memory(const std::vector<double>& first) : own(first), by_decay(first.size(), 0), long_run(first) {}
    };

    struct Parts {
        double own = 0, long_run = 0, neighbours = 0, endemic = 0;
        double mean() const { return std::max(1e-10, own + long_run + neighbours + endemic); }
    };

    Parts parts_of(const std::vector<double>& parameters, std::size_t t, std::size_t i, const Memory& memory) const
    {
        Parts parts;
        if (layout_.own >= 0) parts.own = std::exp(log_own(parameters, i)) * memory.own[i];
        if (layout_.long_run >= 0) parts.long_run = std::exp(parameters[std::size_t(layout_.long_run)]) * memory.long_run[i];
        if (layout_.neighbours >= 0) parts.neighbours = std::exp(parameters[std::size_t(layout_.neighbours)]) * neighbours_[t][i];
        double log_level = parameters[std::size_t(layout_.level)];
        for (std::size_t k = 0; k < model_.covariates.size(); ++k) log_level += parameters[std::size_t(layout_.covariates) + k] * model_.covariates[k][t];
        if (layout_.unit_levels >= 0) log_level += parameters[std::size_t(layout_.unit_levels) + i];
        parts.endemic = (model_.offset.empty() ? 1 : model_.offset[i]) * std::exp(log_level);
        return parts;
    }

    double row(const std::vector<double>& parameters, std::size_t t, std::size_t i, const Memory& memory, double weight, std::vector<double>* gradient) const
    {
        const Parts parts = parts_of(parameters, t, i, memory);
        const Term term = term_of(panel_[t][i], parts.mean(), std::exp(log_overdispersion(parameters, i)));
        if (gradient == nullptr) return term.value;
        const auto add = [&](std::ptrdiff_t index, double value) {
            if (index >= 0) (*gradient)[std::size_t(index)] += weight * value;
        };
        add(layout_.own, term.by_mean * parts.own);
        if (layout_.unit_owns >= 0) add(layout_.unit_owns + std::ptrdiff_t(i), term.by_mean * parts.own);
        add(layout_.long_run, term.by_mean * parts.long_run);
        add(layout_.neighbours, term.by_mean * parts.neighbours);
        if (layout_.decay >= 0) {
            const double decay = decay_of(parameters, i), slope = term.by_mean * std::exp(log_own(parameters, i)) * memory.by_decay[i] * decay * (1 - decay);
            add(layout_.decay, slope);
            if (layout_.unit_decays >= 0) add(layout_.unit_decays + std::ptrdiff_t(i), slope);
        }
        add(layout_.level, term.by_mean * parts.endemic);
        for (std::size_t k = 0; k < model_.covariates.size(); ++k)
            add(layout_.covariates + std::ptrdiff_t(k), term.by_mean * parts.endemic * model_.covariates[k][t]);
        if (layout_.unit_levels >= 0) add(layout_.unit_levels + std::ptrdiff_t(i), term.by_mean * parts.endemic);
        add(layout_.dispersion, term.by_log_overdispersion);
        if (layout_.unit_dispersions >= 0) add(layout_.unit_dispersions + std::ptrdiff_t(i), term.by_log_overdispersion);
        return term.value;
    }

    void step(const std::vector<double>& parameters, const std::vector<double>& counts, Memory& memory) const
    {
        const double kept = model_.long_run > 0 ? std::exp(-1 / model_.long_run) : 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double decay = decay_of(parameters, i);
            memory.by_decay[i] = memory.own[i] - counts[i] + decay * memory.by_decay[i];
            memory.own[i] = (1 - decay) * counts[i] + decay * memory.own[i];
            memory.long_run[i] = (1 - kept) * counts[i] + kept * memory.long_run[i];
        }
    }

    double prior(const std::vector<double>& parameters, std::vector<double>* gradient) const
    {
        double sum = 0;
        for (const std::ptrdiff_t first : {layout_.unit_levels, layout_.unit_dispersions, layout_.unit_owns, layout_.unit_decays}) {
            for (std::size_t i = 0; first >= 0 && i < units(); ++i) {
                const double apart = parameters[std::size_t(first) + i];
                sum -= 0.5 * model_.shrinkage * apart * apart;
                if (gradient != nullptr) (*gradient)[std::size_t(first) + i] -= model_.shrinkage * apart;
            }
        }
        return sum;
    }

    const EndemicEpidemic& model_;
    const Panel& panel_;
    Layout layout_;
    std::vector<std::vector<double>> neighbours_;  ///< [t][i]: weighted counts of the period before t
};

std::vector<double> start_of(const Likelihood& likelihood, const EndemicEpidemic& model, const Panel& panel)
{
    const Layout& layout = likelihood.layout();
    std::vector<double> out(layout.size, 0);
    double sum = 0, offset = 0;
    for (const auto& row : panel)
        for (const double count : row) sum += count;
    for (const double one : model.offset) offset += one;
    const double mean = std::max(0.01, sum / double(panel.size()) / (model.offset.empty() ? double(likelihood.units()) : offset));
    if (layout.own >= 0) out[std::size_t(layout.own)] = std::log(0.5);
    if (layout.neighbours >= 0) out[std::size_t(layout.neighbours)] = std::log(0.05);
    if (layout.long_run >= 0) out[std::size_t(layout.long_run)] = std::log(0.3);
    out[std::size_t(layout.level)] = std::log(0.3 * mean);
    out[std::size_t(layout.dispersion)] = std::log(0.5);
    return out;
}

std::vector<double> optimum(const Likelihood& likelihood, std::vector<double> parameters)
{
    struct Task {
        const Likelihood& likelihood;
    } task{likelihood};
    nlopt::opt optimiser(nlopt::LD_LBFGS, static_cast<unsigned>(parameters.size()));
    optimiser.set_max_objective(
        [](const std::vector<double>& at, std::vector<double>& gradient, void* given) {
            return static_cast<Task*>(given)->likelihood.value(at, gradient.empty() ? nullptr : &gradient, true);
        },
        &task);
    optimiser.set_lower_bounds(-log_bound);
    optimiser.set_upper_bounds(log_bound);
    optimiser.set_ftol_rel(1e-13);
    optimiser.set_xtol_rel(1e-9);
    constexpr int evaluations_max = 2000;
    optimiser.set_maxeval(evaluations_max);
    for (double& value : parameters) value = std::clamp(value, -log_bound, log_bound);
    double reached = 0;
    try {
        optimiser.optimize(parameters, reached);
    } catch (const std::runtime_error&) {
        // L-BFGS gives up where rounding hides any further rise; `parameters` hold the best point it saw.
    }
    return parameters;
}

double dominant_eigenvalue(const EndemicEpidemic& model, double own, double neighbours, std::size_t units)
{
    Eigen::MatrixXd next = own * Eigen::MatrixXd::Identity(Eigen::Index(units), Eigen::Index(units));
    for (std::size_t j = 0; j < model.weights.size(); ++j)
        for (std::size_t i = 0; i < units; ++i) next(Eigen::Index(i), Eigen::Index(j)) += neighbours * model.weights[j][i];
    return next.eigenvalues().cwiseAbs().maxCoeff();
}

}  // namespace

EndemicEpidemicFit fit(const EndemicEpidemic& model, const Panel& panel, const std::vector<double>& start)
{
    const Likelihood likelihood(model, panel);
    const Layout& layout = likelihood.layout();
    EndemicEpidemicFit out;
    out.parameters = optimum(likelihood, start.size() == layout.size ? start : start_of(likelihood, model, panel));
    const auto& at = out.parameters;
    constexpr double none = -std::numeric_limits<double>::infinity();
    out.log_own = at_or(at, layout.own, none);
    out.log_neighbours = at_or(at, layout.neighbours, none);
    out.log_long_run = at_or(at, layout.long_run, none);
    out.decay = layout.decay < 0 ? 0 : logistic(at[std::size_t(layout.decay)]);
    out.level = at[std::size_t(layout.level)];
    out.coefficients.assign(at.begin() + layout.covariates, at.begin() + layout.covariates + std::ptrdiff_t(model.covariates.size()));
    if (layout.unit_levels >= 0)
        out.unit_levels.assign(at.begin() + layout.unit_levels, at.begin() + layout.unit_levels + std::ptrdiff_t(likelihood.units()));
    for (std::size_t i = 0; i < (model.unit_dispersions ? likelihood.units() : 1); ++i) out.overdispersions.push_back(std::exp(likelihood.log_overdispersion(at, i)));
    out.log_likelihood = likelihood.value(at, nullptr, false);
    for (std::size_t t = 1; t < panel.size(); ++t)
        for (const double count : panel[t]) out.log_likelihood -= std::lgamma(count + 1);
    out.dominant_eigenvalue = dominant_eigenvalue(model, std::exp(out.log_own), std::exp(out.log_neighbours), likelihood.units());
    return out;
}

std::vector<NegativeBinomial> next_period(const EndemicEpidemic& model, const EndemicEpidemicFit& fitted, const Panel& panel)
{
    return Likelihood(model, panel).next(fitted.parameters);
}

}  // namespace sitrep::analyse
