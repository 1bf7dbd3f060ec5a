#include "analyse/surge/change_points.hpp"

#include "analyse/counts/negative_binomial.hpp"
#include "analyse/replicate.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::analyse {
namespace {

constexpr std::size_t stretch_min = 2;

/// Minus twice the log likelihood of a stretch at its own mean, without what is the same for every cutting.
class Cost {
public:
    Cost(double overdispersion, bool by_length) : size_(overdispersion > 0 ? 1 / overdispersion : 0), by_length_(by_length) {}

    double operator()(double sum, double length) const
    {
        const double of_length = by_length_ ? std::log(length) : 0;
        if (sum == 0) return of_length;
        if (size_ == 0) return -2 * sum * std::log(sum / length) + of_length;
        const double mean = sum / length, pull = std::log1p(mean / size_);
        return -2 * (sum * (std::log(mean / size_) - pull) - length * size_ * pull) + of_length;
    }

private:
    double size_;
    bool by_length_;
};

std::vector<std::size_t> pelt(std::span<const double> counts, const Cost& cost, double penalty, double prune_slack)
{
    const std::size_t n = counts.size();
    std::vector<double> total(n + 1), best(n + 1);
    std::vector<std::size_t> last_cut(n + 1), open{0};
    std::vector<double> reached;
    for (std::size_t i = 0; i < n; ++i) total[i + 1] = total[i] + counts[i];
    best[0] = -penalty;
    for (std::size_t end = stretch_min; end <= n; ++end) {
        reached.resize(open.size());
        double least = INFINITY;
        std::size_t from = 0;
        for (std::size_t k = 0; k < open.size(); ++k) {
            const std::size_t cut = open[k];
            reached[k] = best[cut] + cost(total[end] - total[cut], double(end - cut));
            if (reached[k] < least) {
                least = reached[k];
                from = cut;
            }
        }
        best[end] = least + penalty;
        last_cut[end] = from;
        // A cut that is worse by the penalty now can never be the best later: dropped for good.
        std::size_t kept = 0;
        for (std::size_t k = 0; k < open.size(); ++k)
            if (reached[k] <= best[end] + prune_slack) open[kept++] = open[k];
        open.resize(kept);
        const std::size_t next = end + 1 - stretch_min;
        if (next >= stretch_min) open.push_back(next);
    }
    std::vector<std::size_t> cuts;
    for (std::size_t at = n; at > 0 && last_cut[at] > 0; at = last_cut[at]) cuts.push_back(last_cut[at]);
    std::reverse(cuts.begin(), cuts.end());
    return cuts;
}

/// Gain in twice the log likelihood by the best single cut of the values.
double best_gain(std::span<const double> counts, const Cost& cost)
{
    double whole = 0, left = 0, gain = 0;
    for (const double count : counts) whole += count;
    const double uncut = cost(whole, double(counts.size()));
    for (std::size_t cut = 1; cut < counts.size(); ++cut) {
        left += counts[cut - 1];
        if (cut < stretch_min || counts.size() - cut < stretch_min) continue;
        gain = std::max(gain, uncut - cost(left, double(cut)) - cost(whole - left, double(counts.size() - cut)));
    }
    return gain;
}

double mean_of(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / double(values.size());
}

double bootstrap_p(std::span<const double> counts, double overdispersion, int replications, std::uint64_t seed, std::uint64_t stream, unsigned threads)
{
    const Cost cost(overdispersion, false);
    const double seen = best_gain(counts, cost);
    const CountSampler sampler(NegativeBinomial{mean_of(counts), overdispersion});
    std::vector<char> as_large(static_cast<std::size_t>(replications));
    replicate(as_large.size(), threads, [&](std::size_t i) {
        RandomStream random(seed, stream + i);
        std::vector<double> drawn(counts.size());
        for (double& value : drawn) value = double(sampler.draw(random));
        as_large[i] = best_gain(drawn, cost) >= seen;
    });
    return double(1 + std::count(as_large.begin(), as_large.end(), 1)) / double(1 + replications);
}

Limits ratio_limits(double before, std::size_t before_weeks, double after, std::size_t after_weeks, double overdispersion)
{
    // Half an event more on each side keeps a stretch without events finite.
    const double first = before + 0.5 / double(before_weeks), second = after + 0.5 / double(after_weeks);
    const double variance = (1 / first + overdispersion) / double(before_weeks) + (1 / second + overdispersion) / double(after_weeks);
    const double middle = std::log(second / first), half = 1.959963984540054 * std::sqrt(variance);
    return {std::exp(middle - half), std::exp(middle + half)};
}

}  // namespace

std::vector<std::size_t> change_points(std::span<const double> counts, double overdispersion, ChangePenalty penalty)
{
    if (counts.size() < 2 * stretch_min) return {};
    const double log_n = std::log(double(counts.size()));
    // Under MBIC a cut can cost ln a + ln b - ln(a + b) <= ln(n/4) more than it gains in likelihood: with so much slack the pruning stays exact.
    if (penalty == ChangePenalty::mbic) return pelt(counts, Cost(overdispersion, true), 3 * log_n, log_n);
    if (penalty == ChangePenalty::mbic_plain_pruning) return pelt(counts, Cost(overdispersion, true), 3 * log_n, 0);
    return pelt(counts, Cost(overdispersion, false), 2 * log_n, 0);
}

std::vector<std::size_t> change_points(std::span<const double> counts, double overdispersion, double penalty)
{
    if (counts.size() < 2 * stretch_min) return {};
    return pelt(counts, Cost(overdispersion, false), penalty, 0);
}

double local_overdispersion(std::span<const double> counts)
{
    double excess = 0, squares = 0;
    for (std::size_t i = 1; i < counts.size(); ++i) {
        const double a = counts[i - 1], b = counts[i];
        excess += 0.5 * (a - b) * (a - b) - 0.5 * (a + b);
        squares += a * b;
    }
    return squares > 0 ? std::max(0.0, excess / squares) : 0;
}

std::vector<Change> tested_changes(std::span<const double> counts, const std::vector<std::size_t>& changes, double overdispersion, int replications,
                                   std::uint64_t seed, unsigned threads)
{
    std::vector<Change> out;
    for (std::size_t k = 0; k < changes.size(); ++k) {
        const std::size_t begin = k == 0 ? 0 : changes[k - 1], end = k + 1 == changes.size() ? counts.size() : changes[k + 1];
        const auto first = counts.subspan(begin, changes[k] - begin), second = counts.subspan(changes[k], end - changes[k]);
        Change change{.at = changes[k], .before = mean_of(first), .after = mean_of(second), .ratio = {}, .p = 1};
        change.ratio = ratio_limits(change.before, first.size(), change.after, second.size(), overdispersion);
        change.p = bootstrap_p(counts.subspan(begin, end - begin), overdispersion, replications, seed, k * std::uint64_t(replications), threads);
        out.push_back(change);
    }
    return out;
}

RunLengthPosterior run_length_posterior(std::span<const double> counts, double hazard, double prior_shape, double prior_rate)
{
    RunLengthPosterior out;
    std::vector<double> chance{1}, shape{prior_shape}, rate{prior_rate};
    out.most_likely.push_back(0);
    out.chance_of_zero.push_back(1);
    for (const double count : counts) {
        const std::size_t runs = chance.size();
        std::vector<double> grown(runs + 1), new_shape(runs + 1), new_rate(runs + 1);
        double zero = 0, all = 0;
        for (std::size_t r = 0; r < runs; ++r) {
            const double predictive = NegativeBinomial{shape[r] / rate[r], 1 / shape[r]}.probability(std::llround(count));
            grown[r + 1] = chance[r] * predictive * (1 - hazard);
            zero += chance[r] * predictive * hazard;
            new_shape[r + 1] = shape[r] + count;
            new_rate[r + 1] = rate[r] + 1;
        }
        grown[0] = zero;
        new_shape[0] = prior_shape;
        new_rate[0] = prior_rate;
        for (const double value : grown) all += value;
        for (double& value : grown) value /= all;
        chance = std::move(grown);
        shape = std::move(new_shape);
        rate = std::move(new_rate);
        out.most_likely.push_back(std::size_t(std::max_element(chance.begin(), chance.end()) - chance.begin()));
        out.chance_of_zero.push_back(chance[0]);
    }
    for (std::size_t end = counts.size(); end > 0;) {
        const std::size_t run = std::max<std::size_t>(1, out.most_likely[end]);
        out.starts.push_back(end - run + 1);
        end = run >= end ? 0 : end - run;
    }
    std::reverse(out.starts.begin(), out.starts.end());
    return out;
}

}  // namespace sitrep::analyse
