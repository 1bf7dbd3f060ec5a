#include "analyse/clusters/permutation_scan.hpp"

#include "analyse/clusters/window_search.hpp"
#include "analyse/random.hpp"
#include "analyse/replicate.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <numeric>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

constexpr std::size_t clusters_told_apart_max = 64;  // one bit each
constexpr std::size_t windows_max = 8'000'000;
constexpr std::size_t tried_first = 8;               // shuffles that show from which level the others may start

/// Scratch spaces, as many as threads at work.
template <class Space>
class Spaces {
public:
    explicit Spaces(const Study& study) : study_(study) {}

    std::unique_ptr<Space> take()
    {
        const std::scoped_lock lock(taking_);
        if (free_.empty()) return std::make_unique<Space>(study_);
        auto space = std::move(free_.back());
        free_.pop_back();
        return space;
    }
    void give(std::unique_ptr<Space> space)
    {
        const std::scoped_lock lock(taking_);
        free_.push_back(std::move(space));
    }

private:
    const Study& study_;
    std::mutex taking_;
    std::vector<std::unique_ptr<Space>> free_;
};

void check(const CaseTable& table, const PermutationOptions& options)
{
    for (const CaseTable::Case& one : table.cases)
        if (one.place >= table.places.size() || one.step < 0 || one.step >= table.steps)
            throw std::invalid_argument("a case of the scan names a place or step that its table does not have");
    if (options.steps_max < 1) throw std::invalid_argument("the longest window of a scan is at least one step");
    const auto starts = options.kind == ScanKind::prospective ? 1 : std::size_t(table.steps);
    if (starts * std::size_t(std::min(options.steps_max, table.steps)) > windows_max)
        throw std::invalid_argument("the scan would look at more than 8 million windows. Take weeks instead of days, or a shorter longest window.");
}

std::vector<std::int64_t> cases_at(const CaseTable& table)
{
    std::vector<std::int64_t> cases(table.places.size());
    for (const CaseTable::Case& one : table.cases) ++cases[one.place];
    return cases;
}

WindowList windows_of(const CaseTable& table, const PermutationOptions& options)
{
    std::vector<std::int64_t> by_step(std::size_t(table.steps));
    for (const CaseTable::Case& one : table.cases) ++by_step[std::size_t(one.step)];
    const bool prospective = options.kind == ScanKind::prospective;
    if (prospective) {
        std::reverse(by_step.begin(), by_step.end());
        by_step.resize(std::size_t(std::min(options.steps_max, table.steps)));
    }
    WindowList windows = window_list(by_step, options.steps_max, prospective);
    windows.all = std::int64_t(table.cases.size());
    windows.cases_min = std::max<std::int64_t>(1, options.cases_min);
    return windows;
}

Study study_of(const CaseTable& table, const PermutationOptions& options)
{
    const auto cases = cases_at(table);
    CircleLimits limits = options.circles;
    limits.weight_max = std::min(limits.weight_max, std::int64_t(double(table.cases.size()) * options.share_max));
    Study study{Zones::circles(table.places, cases, limits), windows_of(table, options), table.steps, options.kind == ScanKind::prospective, {0}, {}};
    for (const std::int64_t number : cases) study.begins.push_back(study.begins.back() + std::size_t(number));
    study.steps.resize(table.cases.size());
    std::vector<std::size_t> next(study.begins.begin(), study.begins.end() - 1);
    for (const CaseTable::Case& one : table.cases) study.steps[next[one.place]++] = one.step;
    // The order in which a table lists the cases of a place must not matter to what a seed draws.
    for (std::size_t place = 0; place < cases.size(); ++place)
        std::sort(study.steps.begin() + std::ptrdiff_t(study.begins[place]), study.steps.begin() + std::ptrdiff_t(study.begins[place + 1]));
    return study;
}

template <class Count>
class Scan {
public:
    Scan(const CaseTable& table, const Study& study, const PermutationOptions& options)
        : table_(table), study_(study), options_(options), spaces_(study)
    {
    }

    ScanAnswer run()
    {
        ScanAnswer answer;
        answer.circles = study_.zones.circles();
        answer.distinct_circles = study_.zones.distinct();
        answer.clusters = find_clusters();
        answer.maxima = shuffled_maxima();
        answer.rank();
        return answer;
    }

private:
    Cluster cluster_of(const Window& window) const
    {
        Cluster cluster;
        const auto round = study_.zones.round(window.centre).first(window.size);
        cluster.places.assign(round.begin(), round.end());
        cluster.radius_km = distance_km(table_.places[round.front()], table_.places[round.back()]);
        cluster.first_step = study_.prospective ? table_.steps - window.length : window.start;
        cluster.last_step = cluster.first_step + window.length - 1;
        cluster.cases = window.cases;
        cluster.expected = window.expected;
        cluster.statistic = window.statistic;
        return cluster;
    }

    std::vector<Cluster> find_clusters()
    {
        std::vector<Cluster> clusters;
        Taken taken{std::vector<std::uint64_t>(table_.places.size()), {}};
        auto space = spaces_.take();
        while (clusters.size() < std::min(options_.clusters_max, clusters_told_apart_max)) {
            const Window window = space->highest(study_.steps, 0, &taken);
            if (window.statistic <= 0) break;
            clusters.push_back(cluster_of(window));
            for (const std::uint32_t place : clusters.back().places) taken.clusters_at[place] |= std::uint64_t{1} << (clusters.size() - 1);
            taken.steps.emplace_back(window.start, window.start + window.length);
        }
        spaces_.give(std::move(space));
        return clusters;
    }

    double shuffled_maximum(std::size_t replication, int first_level)
    {
        std::vector<std::int32_t> steps = study_.steps;
        RandomStream stream(options_.seed, replication);
        stream.shuffle(std::span(steps));
        auto space = spaces_.take();
        const double most = space->highest(steps, first_level).statistic;
        spaces_.give(std::move(space));
        return most;
    }

    std::vector<double> shuffled_maxima()
    {
        std::vector<double> maxima(options_.replications);
        const std::size_t first = std::min(tried_first, maxima.size());
        replicate(first, options_.threads, [&](std::size_t i) { maxima[i] = shuffled_maximum(i, 0); });
        if (maxima.size() == first) return maxima;
        const int level = level_of(*std::min_element(maxima.begin(), maxima.begin() + std::ptrdiff_t(first)));
        replicate(maxima.size() - first, options_.threads, [&](std::size_t i) { maxima[first + i] = shuffled_maximum(first + i, level); });
        return maxima;
    }

    const CaseTable& table_;
    const Study& study_;
    const PermutationOptions& options_;
    Spaces<WindowSearch<Count>> spaces_;
};

}  // namespace

ScanAnswer permutation_scan(const CaseTable& table, const PermutationOptions& options)
{
    check(table, options);
    if (table.cases.size() < 2) return {{}, std::vector<double>(options.replications), 0, 0};
    const Study study = study_of(table, options);
    constexpr std::size_t narrow_max = 1U << 14;  // then differences of counts and limits stay in 16 bits
    if (double(table.cases.size()) * std::min(1.0, options.share_max) < double(narrow_max)) return Scan<std::int16_t>(table, study, options).run();
    return Scan<std::int32_t>(table, study, options).run();
}

}  // namespace sitrep::analyse
