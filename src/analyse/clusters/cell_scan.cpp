#include "analyse/clusters/cell_scan.hpp"

#include "analyse/clusters/excess.hpp"
#include "analyse/random.hpp"
#include "analyse/replicate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

constexpr double x_ln_x(double x, double over) { return x > 0 ? x * std::log(over) : 0; }

/// Counts of cases per cell.
using Counts = std::vector<std::int64_t>;

struct Found {
    std::size_t centre = 0, size = 0;
    std::int32_t start = 0, length = 0;
    std::int64_t cases = 0;
    double expected = 0, statistic = 0;
};

class CellScan {
public:
    CellScan(const CellTable& table, const CellOptions& options)
        : table_(table), options_(options), all_cases_(std::accumulate(table.cases.begin(), table.cases.end(), std::int64_t{0})), expected_(table.expected)
    {
        all_expected_ = std::accumulate(expected_.begin(), expected_.end(), 0.0);
        if (options.model == CellModel::poisson) {
            for (double& expected : expected_) expected *= double(all_cases_) / all_expected_;
            all_expected_ = double(all_cases_);
        }
        std::partial_sum(expected_.begin(), expected_.end(), std::back_inserter(expected_up_to_));
        zones_ = circles();
    }

    ScanAnswer run()
    {
        ScanAnswer answer{{}, std::vector<double>(options_.replications), zones_.circles(), zones_.distinct()};
        while (answer.clusters.size() < options_.clusters_max) {
            const Found found = highest(table_.cases, answer.clusters);
            if (found.statistic <= 0) break;
            answer.clusters.push_back(cluster_of(found));
        }
        replicate(options_.replications, options_.threads, [&](std::size_t i) { answer.maxima[i] = highest(random_table(i), {}).statistic; });
        answer.rank();
        return answer;
    }

private:
    // Circles are limited by what is expected in them; a millionth of a case is near enough.
    Zones circles() const
    {
        constexpr double parts = 1e6;
        std::vector<std::int64_t> weights(table_.places.size());
        for (std::size_t cell = 0; cell < expected_.size(); ++cell) weights[cell / std::size_t(table_.steps)] += std::int64_t(expected_[cell] * parts);
        CircleLimits limits = options_.circles;
        limits.weight_max = std::int64_t(all_expected_ * parts * options_.share_max);
        return Zones::circles(table_.places, weights, limits);
    }

    double statistic(std::int64_t cases, double expected) const
    {
        const auto c = double(cases), all = double(all_cases_);
        if (cases < 2) return 0;
        if (options_.model == CellModel::poisson) return excess(cases, expected, all_cases_);
        if (options_.model == CellModel::expected_is_known) return c > expected ? c * std::log(c / expected) + expected - c : 0;
        const double outside = all_expected_ - expected;
        if (outside > 0 && c * outside <= (all - c) * expected) return 0;
        const double inside_part = x_ln_x(c, c / expected) + x_ln_x(expected - c, (expected - c) / expected);
        const double outside_part = x_ln_x(all - c, (all - c) / outside) + x_ln_x(outside - all + c, (outside - all + c) / outside);
        return inside_part + outside_part - x_ln_x(all, all / all_expected_) - x_ln_x(all_expected_ - all, 1 - all / all_expected_);
    }

    Found highest(const Counts& counts, const std::vector<Cluster>& taken) const
    {
        const auto steps = std::size_t(table_.steps);
        Found best;
        std::vector<std::int64_t> cases(steps);
        std::vector<double> expected(steps);
        for (std::size_t centre = 0; centre < zones_.centres(); ++centre) {
            std::fill(cases.begin(), cases.end(), 0);
            std::fill(expected.begin(), expected.end(), 0.0);
            const auto round = zones_.round(centre);
            for (std::size_t size = 1; size <= round.size(); ++size) {
                for (std::size_t step = 0; step < steps; ++step) {
                    cases[step] += counts[round[size - 1] * steps + step];
                    expected[step] += expected_[round[size - 1] * steps + step];
                }
                if (zones_.is_new(centre, size)) look(cases, expected, {centre, size, 0, 0, 0, 0, 0}, taken, best);
            }
        }
        return best;
    }

    void look(const std::vector<std::int64_t>& cases, const std::vector<double>& expected, Found circle, const std::vector<Cluster>& taken, Found& best) const
    {
        for (circle.start = 0; circle.start < table_.steps; ++circle.start) {
            circle.cases = 0;
            circle.expected = 0;
            const std::int32_t longest = std::min(options_.steps_max, table_.steps - circle.start);
            for (circle.length = 1; circle.length <= longest; ++circle.length) {
                const auto step = std::size_t(circle.start + circle.length - 1);
                circle.cases += cases[step];
                circle.expected += expected[step];
                if (options_.kind == ScanKind::prospective && circle.start + circle.length < table_.steps) continue;
                circle.statistic = statistic(circle.cases, circle.expected);
                if (circle.statistic > best.statistic && !overlaps(circle, taken)) best = circle;
            }
        }
    }

    bool overlaps(const Found& found, const std::vector<Cluster>& taken) const
    {
        const auto round = zones_.round(found.centre).first(found.size);
        return std::any_of(taken.begin(), taken.end(), [&](const Cluster& cluster) {
            return found.start <= cluster.last_step && cluster.first_step < found.start + found.length &&
                   std::find_first_of(round.begin(), round.end(), cluster.places.begin(), cluster.places.end()) != round.end();
        });
    }

    Cluster cluster_of(const Found& found) const
    {
        const auto round = zones_.round(found.centre).first(found.size);
        return {{round.begin(), round.end()}, distance_km(table_.places[round.front()], table_.places[round.back()]),
                found.start, found.start + found.length - 1, found.cases, found.expected, found.statistic, 1};
    }

    Counts random_table(std::size_t replication) const
    {
        RandomStream stream(options_.seed, replication);
        Counts counts(table_.cases.size());
        if (options_.model == CellModel::bernoulli) draw_from_those_at_risk(stream, counts);
        else if (options_.model == CellModel::poisson)
            for (std::int64_t i = 0; i < all_cases_; ++i) ++counts[cell_at(stream.uniform() * all_expected_)];
        else
            for (std::size_t cell = 0; cell < counts.size(); ++cell) counts[cell] = poisson(stream, expected_[cell]);
        return counts;
    }

    std::size_t cell_at(double share) const
    {
        const auto at = std::upper_bound(expected_up_to_.begin(), expected_up_to_.end(), share);
        return std::min(std::size_t(at - expected_up_to_.begin()), expected_up_to_.size() - 1);
    }

    void draw_from_those_at_risk(RandomStream& stream, Counts& counts) const
    {
        std::vector<std::uint32_t> persons;
        for (std::size_t cell = 0; cell < expected_.size(); ++cell) persons.insert(persons.end(), std::size_t(expected_[cell]), std::uint32_t(cell));
        for (std::int64_t drawn = 0; drawn < all_cases_; ++drawn) {
            const auto left = std::uint32_t(persons.size() - std::size_t(drawn));
            std::swap(persons[std::size_t(drawn)], persons[std::size_t(drawn) + stream.below(left)]);
            ++counts[persons[std::size_t(drawn)]];
        }
    }

    // Multiplication of uniforms (Knuth 1969), in parts of a mean at which exp() keeps its digits.
    static std::int64_t poisson(RandomStream& stream, double mean)
    {
        constexpr double part_max = 30;
        std::int64_t number = 0;
        for (; mean > 0; mean -= part_max) {
            const double limit = std::exp(-std::min(mean, part_max));
            for (double product = stream.uniform(); product > limit; product *= stream.uniform()) ++number;
        }
        return number;
    }

    const CellTable& table_;
    const CellOptions& options_;
    std::int64_t all_cases_;
    std::vector<double> expected_, expected_up_to_;
    double all_expected_ = 0;
    Zones zones_ = Zones::circles({}, {}, {});
};

void check(const CellTable& table, const CellOptions& options)
{
    const std::size_t cells = table.places.size() * std::size_t(std::max(0, table.steps));
    if (table.steps < 1 || table.cases.size() != cells || table.expected.size() != cells)
        throw std::invalid_argument("a scan of cells needs a count and an expectation for each place and step");
    double all = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (!std::isfinite(table.expected[cell]) || table.expected[cell] < 0) throw std::invalid_argument("an expected count is negative or no number");
        if (options.model == CellModel::bernoulli && table.expected[cell] < double(table.cases[cell]))
            throw std::invalid_argument("a cell has more cases than persons or events at risk");
        if (table.expected[cell] == 0 && table.cases[cell] > 0) throw std::invalid_argument("a cell has cases where none are expected: leave it out, or give it an expectation");
        all += table.expected[cell];
    }
    if (all <= 0) throw std::invalid_argument("nothing is expected anywhere: a scan has nothing to compare with");
    if (options.steps_max < 1) throw std::invalid_argument("the longest window of a scan is at least one step");
}

}  // namespace

ScanAnswer cell_scan(const CellTable& table, const CellOptions& options)
{
    check(table, options);
    return CellScan(table, options).run();
}

}  // namespace sitrep::analyse
