// The highest statistic over all circles and windows of one table, original or shuffled: the inner loop of the permutation scan.
#pragma once

#include "analyse/clusters/permutation_scan.hpp"
#include "analyse/clusters/window_limits.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// What all shuffles of a table share. Cases stand by place.
struct Study {
    Zones zones;
    WindowList windows;
    std::int32_t table_steps = 0;
    bool prospective = false;
    std::vector<std::size_t> begins;      ///< first case of each place, one more than there are places
    std::vector<std::int32_t> steps;      ///< of the cases, as observed
};

/// A circle and window.
struct Window {
    std::size_t centre = 0, size = 0;  ///< the first `size` places round `centre`
    std::int32_t start = 0, length = 0;
    std::int64_t cases = 0;
    double expected = 0, statistic = 0;
};

/// Places and steps that a cluster already has: another may not share both.
struct Taken {
    std::vector<std::uint64_t> clusters_at;  ///< per place a bit for each cluster that holds it
    std::vector<std::pair<std::int32_t, std::int32_t>> steps;  ///< per cluster: first step, one past the last
};

/// Scratch space of one thread. `Count` is the smallest type that holds half of the cases.
///
/// A circle is looked at only when it can matter. After a look the search knows how many cases the nearest window was short of the
/// highest statistic so far; as a circle grows that shortfall only grows, and new places bring at most their own fullest window.
/// This is kept for each band of window lengths apart. So most circles are passed over, and none that could win.
template <class Count>
class WindowSearch {
public:
    explicit WindowSearch(const Study& study);

    /// The highest window of a table whose cases happened at `steps`; statistic 0 when there is none. The answer does not depend on
    /// `first_level`, from which the search starts; the nearer it is below the answer, the faster.
    Window highest(std::span<const std::int32_t> steps, int first_level, const Taken* taken = nullptr);

private:
    using Row = typename WindowLimits<Count>::Row;
    struct Gap {
        std::int32_t from = 0, to = 0;  ///< steps free of clusters taken: from .. to - 1
    };

    /// One number for each band of window lengths; a fixed size, so that a step is a few wide instructions.
    using ByBand = std::array<std::int32_t, WindowList::bands_max>;

    void load(std::span<const std::int32_t> steps);
    void load_place(std::size_t place, std::span<const std::int32_t> steps);
    void search(int first_level, const Taken* taken);
    void search_round(std::size_t centre, const Taken* taken);
    void look(std::size_t centre, std::size_t size, std::int64_t cases);
    void sum_steps(std::span<const std::uint32_t> circle);
    std::int64_t look_at(std::size_t band, const Window& circle, std::int64_t cases);
    void find_gaps(std::uint64_t clusters, const Taken& taken);
    std::int64_t shortfall(const Row& row, std::size_t band) const;
    void take_higher(const Row& row, std::size_t band, const Window& circle, std::int64_t cases);

    const Study& study_;
    WindowLimits<Count> limits_;
    std::vector<std::int32_t> sorted_;        ///< steps of the cases by place, as windows count them, ascending in each place
    std::vector<std::size_t> ends_;           ///< per place, one past its last case inside the windows' steps
    std::vector<ByBand> fullest_;             ///< per place, most cases in one window
    ByBand in_all_{};                         ///< of the circle: sums of those
    ByBand spare_{};                          ///< cases that may still come to one window before one may be the highest; below 0 when one may be
    std::vector<Count> by_step_, before_;     ///< of the first `added_` places of the circle: cases per step, and before each step
    std::size_t added_ = 0;
    std::vector<Gap> gaps_;
    std::vector<Count> nothing_;
    int level_ = 0;
    Window best_;
};

}  // namespace sitrep::analyse
