#include "analyse/undercount/latent_classes.hpp"

#include "analyse/replicate.hpp"
#include "analyse/undercount/draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

/// One chain. Classes hold counts instead of members: incidents with one pattern are exchangeable.
class Chain {
public:
    Chain(const OverlapTable& table, const LatentClassOptions& options, std::uint64_t number)
        : classes_(options.classes), lists_(table.lists()), shape_(options.shape), rate_(options.rate), draws_(options.seed, number)
    {
        for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern)
            if (table.counts[pattern] > 0) seen_.push_back({pattern, table.counts[pattern]});
        documented_ = double(table.documented());
        share_.assign(classes_, 1.0 / double(classes_));
        chance_.resize(classes_ * lists_);
        for (double& chance : chance_) chance = draws_.uniform();
        weight_.resize(classes_ * (std::size_t{1} << lists_));
        held_.resize(classes_ * lists_);
        members_.resize(classes_);
        order_.resize(classes_);
        for (std::size_t k = 0; k < classes_; ++k) order_[k] = k;
    }

    void sweep()
    {
        weigh_patterns();
        std::fill(held_.begin(), held_.end(), 0);
        std::fill(members_.begin(), members_.end(), 0);
        for (const auto& [pattern, count] : seen_) divide(pattern, count);
        draw_unseen();
        draw_chances();
        draw_shares();
        // The fullest classes first: then most counts are divided after one or two draws.
        std::sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) { return members_[a] != members_[b] ? members_[a] > members_[b] : a < b; });
    }

    double population() const { return documented_ + double(unseen_); }

private:
    struct Seen {
        ListSet pattern;
        std::int64_t count;
    };

    /// weight_[pattern * classes + class]: chance of that class and that pattern.
    void weigh_patterns()
    {
        std::copy(share_.begin(), share_.end(), weight_.begin());
        for (std::size_t list = 0; list < lists_; ++list) {
            const std::size_t half = classes_ << list;
            const double* chance = chance_.data() + list * classes_;
            for (std::size_t row = 0; row < half; row += classes_)
                for (std::size_t k = 0; k < classes_; ++k) {
                    const double both = weight_[row + k], with = both * chance[k];
                    weight_[half + row + k] = with;
                    weight_[row + k] = both - with;
                }
        }
    }

    void add(std::size_t k, ListSet pattern, std::int64_t count)
    {
        members_[k] += count;
        for (std::size_t list = 0; list < lists_; ++list)
            if ((pattern >> list & 1) != 0) held_[list * classes_ + k] += count;
    }

    /// Multinomial division of a pattern's incidents among the classes, as binomials one after the other: the likeliest class first,
    /// then the fullest, so that most divisions end after one or two draws.
    void divide(ListSet pattern, std::int64_t count)
    {
        double* weight = weight_.data() + std::size_t(pattern) * classes_;
        std::size_t likeliest = 0;
        double left = 0;
        for (std::size_t k = 0; k < classes_; ++k) {
            left += weight[k];
            if (weight[k] > weight[likeliest]) likeliest = k;
        }
        const auto take = [&](std::size_t k) {
            const std::int64_t part = draws_.binomial(count, weight[k] / left);
            if (part > 0) add(k, pattern, part);
            count -= part;
            left -= weight[k];
            weight[k] = 0;
        };
        take(likeliest);
        for (std::size_t i = 0; i < classes_ && count > 0; ++i)
            if (order_[i] != likeliest) take(order_[i]);
        if (count > 0) add(likeliest, pattern, count);  // rounding alone leaves any
    }

    /// Population prior 1 / N: the unseen of the classes are negative multinomial, drawn as Poisson counts of one gamma rate.
    void draw_unseen()
    {
        double nobody = 0;
        for (std::size_t k = 0; k < classes_; ++k) nobody += weight_[k];
        const double rate = draws_.gamma(documented_) / std::max(1 - nobody, std::numeric_limits<double>::min());
        unseen_ = 0;
        for (std::size_t k = 0; k < classes_; ++k) {
            const std::int64_t part = draws_.poisson(rate * weight_[k]);
            members_[k] += part;
            unseen_ += part;
        }
    }

    void draw_chances()
    {
        for (std::size_t list = 0; list < lists_; ++list)
            for (std::size_t k = 0; k < classes_; ++k) {
                const std::int64_t held = held_[list * classes_ + k];
                chance_[list * classes_ + k] = draws_.beta(1 + double(held), 1 + double(members_[k] - held));
            }
    }

    /// Stick breaking (Ishwaran & James 2001), then the concentration given the last stick.
    void draw_shares()
    {
        std::int64_t beyond = 0;
        for (const std::int64_t members : members_) beyond += members;
        double stick = 1, log_stick = 0;
        for (std::size_t k = 0; k + 1 < classes_; ++k) {
            beyond -= members_[k];
            const double broken = draws_.beta(1 + double(members_[k]), concentration_ + double(beyond));
            share_[k] = stick * broken;
            stick *= 1 - broken;
            log_stick += std::log1p(-broken);
        }
        share_[classes_ - 1] = stick;
        concentration_ = std::max(draws_.gamma(shape_ - 1 + double(classes_)) / (rate_ - log_stick), 1e-10);
    }

    std::size_t classes_, lists_;
    double shape_, rate_, documented_ = 0, concentration_ = 1;
    std::int64_t unseen_ = 0;
    Draws draws_;
    std::vector<Seen> seen_;
    std::vector<double> share_, chance_, weight_;
    std::vector<std::int64_t> held_, members_;
    std::vector<std::size_t> order_;
};

double mean_of(const double* begin, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += begin[i];
    return sum / double(count);
}

/// Sum of products of values `lag` apart, over the count.
double autocovariance(const double* begin, std::size_t count, std::size_t lag, double mean)
{
    double sum = 0;
    for (std::size_t i = lag; i < count; ++i) sum += (begin[i] - mean) * (begin[i - lag] - mean);
    return sum / double(count);
}

}  // namespace

ChainSummary summarise(const std::vector<std::vector<double>>& chains)
{
    ChainSummary out;
    const std::size_t half = chains.front().size() / 2, parts = 2 * chains.size();
    if (half < 4) throw std::invalid_argument("chains of fewer than 8 draws cannot be judged");
    std::vector<const double*> begins;
    for (const auto& chain : chains) {
        begins.push_back(chain.data());
        begins.push_back(chain.data() + (chain.size() - half));
    }
    std::vector<double> means(parts);
    double within = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        means[i] = mean_of(begins[i], half);
        within += autocovariance(begins[i], half, 0, means[i]) * double(half) / double(half - 1);
    }
    within /= double(parts);
    out.mean = mean_of(means.data(), parts);
    const double between = autocovariance(means.data(), parts, 0, out.mean) * double(parts) / double(parts - 1);
    const double all = within * double(half - 1) / double(half) + between;
    out.deviation = std::sqrt(all);
    if (within <= 0) {  // a quantity that does not move is known exactly
        out.split_r_hat = 1;
        out.effective_draws = double(half * parts);
        return out;
    }
    out.split_r_hat = std::sqrt(all / within);
    // Geyer 1992: pairs of autocorrelations are positive and fall; the sum stops where they no longer do.
    const auto correlation = [&](std::size_t lag) {
        double covariance = 0;
        for (std::size_t i = 0; i < parts; ++i) covariance += autocovariance(begins[i], half, lag, means[i]);
        return 1 - (within - covariance / double(parts)) / all;
    };
    double time = -1, last = std::numeric_limits<double>::infinity();
    for (std::size_t lag = 0; lag + 1 < half; lag += 2) {
        const double pair = std::min(last, (lag == 0 ? 1 : correlation(lag)) + correlation(lag + 1));
        if (pair <= 0) break;
        time += 2 * pair;
        last = pair;
    }
    const double draws = double(half * parts);
    out.effective_draws = draws / std::max(time, 1 / std::log10(draws));
    return out;
}

double ChainSummary::standard_error() const { return deviation / std::sqrt(effective_draws); }

double LatentClasses::quantile(double chance) const
{
    std::vector<double> all;
    for (const auto& chain : population) all.insert(all.end(), chain.begin(), chain.end());
    const auto at = std::min(all.size() - 1, std::size_t(chance * double(all.size())));
    std::nth_element(all.begin(), all.begin() + std::ptrdiff_t(at), all.end());
    return all[at];
}

LatentClasses latent_classes(const OverlapTable& table, const LatentClassOptions& options)
{
    if (options.classes < 2 || options.classes > 32) throw std::invalid_argument("latent classes: 2 to 32 classes");
    if (table.documented() == 0) throw std::invalid_argument("latent classes: the table is empty");
    LatentClasses out;
    out.documented = table.documented();
    out.population.resize(options.chains);
    replicate(options.chains, options.threads, [&](std::size_t number) {
        Chain chain(table, options, number);
        for (std::int64_t i = 0; i < options.burn_in; ++i) chain.sweep();
        auto& kept = out.population[number];
        kept.reserve(std::size_t(options.draws));
        for (std::int64_t i = 0; i < options.draws; ++i) {
            for (std::int64_t j = 0; j < options.thinning; ++j) chain.sweep();
            kept.push_back(chain.population());
        }
    });
    out.summary = summarise(out.population);
    out.sweeps = std::int64_t(options.chains) * (options.burn_in + options.draws * options.thinning);
    return out;
}

}  // namespace sitrep::analyse
