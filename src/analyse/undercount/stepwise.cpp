#include "analyse/undercount/stepwise.hpp"

#include "analyse/random.hpp"
#include "analyse/replicate.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sitrep::analyse {
namespace {

/// Chance of a count as far out as `seen`, on the side where it lies, when `expected` are.
double one_sided(std::int64_t seen, double expected)
{
    if (expected <= 0) return 1;
    const double up_to = boost::math::gamma_q(double(seen) + 1, expected);
    const double from = seen == 0 ? 1 : boost::math::gamma_p(double(seen), expected);
    return std::min(up_to, from);
}

struct Step {
    Design design;
    LogLinearFit fit;
};

std::optional<Step> step_with(const OverlapTable& table, Terms terms, Terms empty)
{
    Design design = two_list_design(table.lists(), terms, terms & empty);
    if (standing(design, table) != Standing::sound) return std::nullopt;
    auto fitted = fit(design, table);
    if (!fitted) return std::nullopt;
    return Step{std::move(design), std::move(*fitted)};
}

Terms empty_terms(const OverlapTable& table)
{
    Terms empty = 0;
    for (std::size_t term = 0; term < pairs_of(table.lists()); ++term)
        if (table.holding(lists_of_term(table.lists(), term)) == 0) empty |= Terms{1} << term;
    return empty;
}

std::vector<std::pair<double, std::size_t>> candidates(const OverlapTable& table, const Step& step, Terms terms, double threshold)
{
    std::vector<std::pair<double, std::size_t>> out;
    for (std::size_t term = 0; term < pairs_of(table.lists()); ++term) {
        if ((terms >> term & 1) != 0) continue;
        const ListSet both = lists_of_term(table.lists(), term);
        double expected = 0;
        for (std::size_t i = 0; i < step.design.rows(); ++i)
            if ((step.design.pattern(i) & both) == both) expected += step.fit.expected[i];
        const double chance = one_sided(table.holding(both), expected);
        if (chance <= threshold) out.emplace_back(chance, term);
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// A list that holds nothing says nothing: the table without it.
OverlapTable without_empty_lists(const OverlapTable& table)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.lists(); ++i)
        if (table.on_list(i) > 0) kept.push_back(i);
    if (kept.size() == table.lists()) return table;
    std::vector<std::string> names;
    for (const std::size_t i : kept) names.push_back(table.names[i]);
    OverlapTable out(std::move(names));
    for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern) {
        ListSet narrow = 0;
        for (std::size_t i = 0; i < kept.size(); ++i) narrow |= (pattern >> kept[i] & 1) << i;
        if (table.counts[pattern] > 0) out.counts[narrow] += table.counts[pattern];
    }
    return out;
}

/// One multinomial redraw of the documented incidents, by their cumulated counts.
OverlapTable redrawn(const OverlapTable& table, RandomStream& random)
{
    std::vector<ListSet> patterns;
    std::vector<std::uint32_t> up_to;
    std::uint32_t sum = 0;
    for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern) {
        if (table.counts[pattern] == 0) continue;
        sum += std::uint32_t(table.counts[pattern]);
        patterns.push_back(pattern);
        up_to.push_back(sum);
    }
    OverlapTable out(table.names);
    for (std::uint32_t i = 0; i < sum; ++i) {
        const auto cell = std::upper_bound(up_to.begin(), up_to.end(), random.below(sum)) - up_to.begin();
        ++out.counts[patterns[std::size_t(cell)]];
    }
    return out;
}

/// Skewness of the estimate over samples with one incident left out; incidents of one pattern give one estimate.
double acceleration(const OverlapTable& table, double threshold, unsigned threads)
{
    std::vector<ListSet> patterns;
    for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern)
        if (table.counts[pattern] > 0) patterns.push_back(pattern);
    std::vector<double> estimates(patterns.size(), -1);
    replicate(patterns.size(), threads, [&](std::size_t i) {
        OverlapTable less = table;
        --less.counts[patterns[i]];
        if (const auto left = stepwise(less, threshold)) estimates[i] = left->population;
    });
    double weight = 0, mean = 0, second = 0, third = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (estimates[i] < 0) continue;
        weight += double(table.counts[patterns[i]]);
        mean += double(table.counts[patterns[i]]) * estimates[i];
    }
    mean /= weight;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (estimates[i] < 0) continue;
        const double off = mean - estimates[i];
        second += double(table.counts[patterns[i]]) * off * off;
        third += double(table.counts[patterns[i]]) * off * off * off;
    }
    return second > 0 ? third / (6 * std::pow(second, 1.5)) : 0;
}

double quantile_of(const std::vector<double>& sorted, double chance)
{
    const double at = chance * double(sorted.size() - 1);
    const auto low = std::size_t(std::floor(at)), high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - double(low)) * (sorted[high] - sorted[low]);
}

}  // namespace

std::optional<Stepwise> stepwise(const OverlapTable& all_lists, double threshold)
{
    const OverlapTable table = without_empty_lists(all_lists);
    if (table.lists() < 2) return std::nullopt;
    const Terms empty = empty_terms(table);
    Terms terms = 0;
    auto now = step_with(table, terms, empty);
    if (!now) return std::nullopt;
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& [chance, term] : candidates(table, *now, terms, threshold)) {
            const Terms more = terms | (Terms{1} << term);
            auto next = step_with(table, more, empty);
            if (!next) continue;
            terms = more;
            now = std::move(next);
            grew = true;
            break;
        }
    }
    Terms named = terms;
    if (table.lists() != all_lists.lists()) named = 0;  // numbers of terms differ; only the estimate is asked of such redraws
    return Stepwise{double(all_lists.documented()) + now->fit.unseen, named};
}

std::optional<BootstrapLimits> stepwise_bootstrap(const OverlapTable& table, double threshold, std::size_t replications, std::vector<double> chances,
                                                  std::uint64_t seed, unsigned threads)
{
    const auto point = stepwise(table, threshold);
    if (!point) return std::nullopt;
    std::vector<double> estimates(replications, -1);
    replicate(replications, threads, [&](std::size_t i) {
        RandomStream random(seed, i);
        if (const auto drawn = stepwise(redrawn(table, random), threshold)) estimates[i] = drawn->population;
    });
    BootstrapLimits out;
    out.population = point->population;
    out.failed = std::count(estimates.begin(), estimates.end(), -1.0);
    std::erase(estimates, -1.0);
    if (estimates.empty()) return std::nullopt;
    std::sort(estimates.begin(), estimates.end());
    const auto below = double(std::lower_bound(estimates.begin(), estimates.end(), point->population) - estimates.begin());
    const boost::math::normal standard;
    const double drawn = double(estimates.size());
    const double bias = boost::math::quantile(standard, std::clamp(below / drawn, 0.5 / drawn, 1 - 0.5 / drawn));
    const double skew = acceleration(table, threshold, threads);
    for (const double chance : chances) {
        const double z = bias + boost::math::quantile(standard, chance);
        const double corrected = boost::math::cdf(standard, bias + z / (1 - skew * z));
        out.limits.push_back(quantile_of(estimates, corrected));
    }
    out.chances = std::move(chances);
    return out;
}

}  // namespace sitrep::analyse
