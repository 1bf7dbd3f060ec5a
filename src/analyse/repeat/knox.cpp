#include "analyse/repeat/knox.hpp"

#include "analyse/random.hpp"
#include "analyse/repeat/near_places.hpp"
#include "analyse/repeat/pair_counts.hpp"
#include "analyse/replicate.hpp"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace sitrep::analyse {
namespace {

void check(const KnoxOptions& options)
{
    for (const auto* edges : {&options.distance_edges, &options.time_edges}) {
        const bool ascend = std::adjacent_find(edges->begin(), edges->end(), std::greater_equal<>()) == edges->end();
        if (edges->size() < 2 || edges->front() != 0 || !ascend || !std::isfinite(edges->back()))
            throw std::invalid_argument("the edges of a Knox table ascend from 0, and there are at least two of distance and of time");
    }
    if (options.time_edges.size() > time_edges_max) throw std::invalid_argument("a Knox table has at most twelve edges of time");
}

/// Pairs of all events less than each finite time edge apart.
std::vector<std::int64_t> pairs_within(std::vector<double> times, const std::vector<double>& edges)
{
    std::sort(times.begin(), times.end());
    std::vector<std::int64_t> within;
    for (std::size_t e = 1; e < edges.size(); ++e) {
        std::int64_t pairs = 0;
        for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
            while (!(times[last] - times[first] < edges[e])) ++first;
            pairs += std::int64_t(last - first);
        }
        within.push_back(pairs);
    }
    return within;
}

/// Pairs per time band from the pairs within each edge; the open band takes the rest.
std::vector<std::int64_t> bands_from(const std::vector<std::int64_t>& within, std::int64_t all)
{
    std::vector<std::int64_t> bands;
    std::int64_t before = 0;
    for (const std::int64_t pairs : within) {
        bands.push_back(pairs - before);
        before = pairs;
    }
    bands.push_back(all - before);
    return bands;
}

bool in_whole_days(std::span<const TimedSpot> events, double first, double last)
{
    constexpr double days_max = std::numeric_limits<std::int16_t>::max();
    return last - first <= days_max && std::all_of(events.begin(), events.end(), [&](const auto& e) { return e.time - first == std::floor(e.time - first); });
}

/// Counts of every cell, per replication; number 0 is the table as observed, the others are shuffles.
template <class Time>
class Shuffles {
public:
    Shuffles(std::span<const TimedSpot> events, const NearPlaces& places, const KnoxOptions& options, double origin)
        : places_(places), options_(options), times_(events.size())
    {
        for (std::size_t i = 0; i < events.size(); ++i) times_[i] = Time(events[places.order[i]].time - origin);
        // The order in which a table lists the events of a place must not matter to what a seed draws.
        for (std::size_t place = 0; place + 1 < places.begins.size(); ++place)
            std::sort(times_.begin() + places.begins[place], times_.begin() + places.begins[place + 1]);
        for (std::size_t e = 1; e < options.time_edges.size(); ++e)
            edges_.push_back(std::is_same_v<Time, double> ? Time(options.time_edges[e])
                                                          : Time(std::min(std::ceil(options.time_edges[e]), double(std::numeric_limits<std::int16_t>::max()))));
    }

    std::vector<PairCounts> run()
    {
        const std::size_t batches = (options_.replications + shuffles_at_once) / shuffles_at_once;
        std::vector<PairCounts> counts(batches);
        replicate(batches, options_.threads, [&](std::size_t batch) { counts[batch] = count(batch); });
        return counts;
    }

private:
    PairCounts count(std::size_t batch) const
    {
        std::vector<Time> lanes(times_.size() * shuffles_at_once);
        for (std::size_t lane = 0; lane < shuffles_at_once; ++lane) {
            const std::size_t replication = batch * shuffles_at_once + lane;
            if (replication > options_.replications) break;
            std::vector<Time> shuffled = times_;
            RandomStream stream(options_.seed, replication);
            if (replication > 0) stream.shuffle(std::span(shuffled));
            for (std::size_t i = 0; i < shuffled.size(); ++i) lanes[i * shuffles_at_once + lane] = shuffled[i];
        }
        return count_pairs(places_, lanes, edges_);
    }

    const NearPlaces& places_;
    const KnoxOptions& options_;
    std::vector<Time> times_, edges_;
};

/// Turns counts within edges into bands of both kinds for one replication: margins give what was not counted.
std::vector<std::int64_t> cells_of(const PairCounts& within, std::size_t lane, const KnoxTable& table)
{
    const std::size_t edges = table.time_bands() - 1, near_bands = table.distance_bands() - 1;
    std::vector<std::int64_t> cells, far = table.by_time;
    for (std::size_t band = 0; band < near_bands; ++band) {
        std::vector<std::int64_t> counts;
        for (std::size_t e = 0; e < edges; ++e) counts.push_back(within[band * edges + e][lane]);
        for (const std::int64_t pairs : bands_from(counts, table.by_distance[band])) cells.push_back(pairs);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) far[i % table.time_bands()] -= cells[i];
    cells.insert(cells.end(), far.begin(), far.end());
    return cells;
}

void judge(KnoxCell& cell, std::vector<std::int64_t> shuffled)
{
    if (shuffled.empty()) return;
    double sum = 0, squares = 0;
    std::int64_t as_many = 0;
    for (const std::int64_t pairs : shuffled) {
        sum += double(pairs);
        as_many += pairs >= cell.pairs;
    }
    const auto number = double(shuffled.size());
    cell.shuffled_mean = sum / number;
    for (const std::int64_t pairs : shuffled) squares += (double(pairs) - cell.shuffled_mean) * (double(pairs) - cell.shuffled_mean);
    cell.shuffled_sd = shuffled.size() > 1 ? std::sqrt(squares / (number - 1)) : 0;
    cell.p = double(1 + as_many) / (1 + number);
    std::sort(shuffled.begin(), shuffled.end());
    cell.shuffled_median = double(shuffled[(shuffled.size() - 1) / 2] + shuffled[shuffled.size() / 2]) / 2;
}

void fill_cells(KnoxTable& table, const std::vector<PairCounts>& counts, std::size_t replications)
{
    std::vector<std::vector<std::int64_t>> shuffled(table.distance_bands() * table.time_bands());
    table.cells.resize(shuffled.size());
    for (std::size_t replication = 0; replication <= replications; ++replication) {
        const auto cells = cells_of(counts[replication / shuffles_at_once], replication % shuffles_at_once, table);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (replication == 0) table.cells[i].pairs = cells[i];
            else shuffled[i].push_back(cells[i]);
        }
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        KnoxCell& cell = table.cells[i];
        cell.expected = double(table.by_distance[i / table.time_bands()]) * double(table.by_time[i % table.time_bands()]) / double(table.pairs);
        cell.p_poisson = poisson_at_least(cell.pairs, cell.expected);
        judge(cell, std::move(shuffled[i]));
    }
}

}  // namespace

double poisson_at_least(std::int64_t number, double expected)
{
    if (number <= 0) return 1;
    return expected > 0 ? boost::math::gamma_p(double(number), expected) : 0;
}

KnoxTable knox_table(std::span<const TimedSpot> events, const KnoxOptions& options)
{
    check(options);
    KnoxTable table;
    table.distance_edges = options.distance_edges;
    table.time_edges = options.time_edges;
    table.cells.resize(table.distance_bands() * table.time_bands());
    table.by_distance.resize(table.distance_bands());
    table.by_time.resize(table.time_bands());
    if (events.size() < 2) return table;

    std::vector<double> times;
    for (const TimedSpot& event : events) times.push_back(event.time);
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    table.pairs = std::int64_t(events.size()) * std::int64_t(events.size() - 1) / 2;
    table.by_time = bands_from(pairs_within(times, options.time_edges), table.pairs);
    const NearPlaces places = near_places(events, options.metric, options.distance_edges);
    std::int64_t near = 0;
    for (std::size_t band = 0; band + 1 < table.distance_bands(); ++band) near += table.by_distance[band] = places.pairs_in(band);
    table.by_distance.back() = table.pairs - near;

    const auto counts = in_whole_days(events, *first, *last) ? Shuffles<std::int16_t>(events, places, options, *first).run()
                                                             : Shuffles<double>(events, places, options, 0).run();
    fill_cells(table, counts, options.replications);
    return table;
}

}  // namespace sitrep::analyse
