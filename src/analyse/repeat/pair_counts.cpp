#include "analyse/repeat/pair_counts.hpp"

#include <algorithm>
#include <type_traits>

namespace sitrep::analyse {
namespace {

// Pairs between two sums: a lane counts at most this many, so that 16 bits are enough.
constexpr std::uint32_t pairs_per_block = 8192;

/// Running counts of one distance band.
template <class Time>
class Counter {
public:
    using Lane = std::conditional_t<std::is_same_v<Time, std::int16_t>, std::int16_t, std::int64_t>;

    Counter(const std::vector<Time>& times, const std::vector<Time>& edges, std::array<std::int64_t, shuffles_at_once>* sums)
        : times_(times), edges_(edges), sums_(sums)
    {
    }

    void count(std::uint32_t event, std::uint32_t from, std::uint32_t until)
    {
        for (; from < until; from += pairs_per_block) {
            const std::uint32_t end = std::min(until, from + pairs_per_block);
            if (pairs_ + (end - from) > pairs_per_block) add_up();
            pairs_ += end - from;
            for (std::size_t edge = 0; edge < edges_.size(); ++edge) count_one_edge(event, from, end, edge);
        }
    }

    void add_up()
    {
        for (std::size_t edge = 0; edge < edges_.size(); ++edge)
            for (std::size_t lane = 0; lane < shuffles_at_once; ++lane) sums_[edge][lane] += lanes_[edge][lane];
        lanes_ = {};
        pairs_ = 0;
    }

private:
    void count_one_edge(std::uint32_t event, std::uint32_t from, std::uint32_t until, std::size_t edge)
    {
        const Time* const here = times_.data() + std::size_t(event) * shuffles_at_once;
        const Time limit = edges_[edge];
        std::array<Lane, shuffles_at_once> close = lanes_[edge];
        for (std::uint32_t other = from; other < until; ++other) {
            const Time* const there = times_.data() + std::size_t(other) * shuffles_at_once;
            for (std::size_t lane = 0; lane < shuffles_at_once; ++lane) {
                const Time later = Time(here[lane] - there[lane]), earlier = Time(there[lane] - here[lane]);
                close[lane] = Lane(close[lane] + ((later > earlier ? later : earlier) < limit));
            }
        }
        lanes_[edge] = close;
    }

    const std::vector<Time>& times_;
    const std::vector<Time>& edges_;
    std::array<std::int64_t, shuffles_at_once>* sums_;
    std::array<std::array<Lane, shuffles_at_once>, time_edges_max> lanes_{};
    std::uint32_t pairs_ = 0;
};

}  // namespace

template <class Time>
PairCounts count_pairs(const NearPlaces& places, const std::vector<Time>& times, const std::vector<Time>& edges)
{
    PairCounts sums(places.by_band.size() * edges.size());
    for (std::size_t band = 0; band < places.by_band.size(); ++band) {
        Counter<Time> counter(times, edges, sums.data() + band * edges.size());
        for (const auto& [first, second] : places.by_band[band])
            for (std::uint32_t event = places.begins[first]; event < places.begins[first + 1]; ++event)
                counter.count(event, first == second ? event + 1 : places.begins[second], places.begins[second + 1]);
        counter.add_up();
    }
    return sums;
}

template PairCounts count_pairs<std::int16_t>(const NearPlaces&, const std::vector<std::int16_t>&, const std::vector<std::int16_t>&);
template PairCounts count_pairs<double>(const NearPlaces&, const std::vector<double>&, const std::vector<double>&);

}  // namespace sitrep::analyse
