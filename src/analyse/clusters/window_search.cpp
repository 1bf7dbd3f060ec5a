#include "analyse/clusters/window_search.hpp"

#include "analyse/clusters/excess.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#if defined(__x86_64__) && defined(__GNUC__)
#define SITREP_HAS_AVX2_TWIN 1
#endif

namespace sitrep::analyse {
namespace {

template <class Count>
[[gnu::always_inline]] inline Count least_difference(const Count* limit, const Count* after, const Count* before, std::int32_t number, Count least)
{
    for (std::int32_t i = 0; i < number; ++i) {
        const Count difference = Count(limit[i] - Count(after[i] - before[i]));
        least = difference < least ? difference : least;
    }
    return least;
}

template <class Count>
Count least_difference_anywhere(const Count* limit, const Count* after, const Count* before, std::int32_t number, Count least)
{
    return least_difference(limit, after, before, number, least);
}

#ifdef SITREP_HAS_AVX2_TWIN
// The same loop for processors with wider registers: half of the time, and integers, so the same answer.
template <class Count>
[[gnu::target("avx2")]] Count least_difference_wide(const Count* limit, const Count* after, const Count* before, std::int32_t number, Count least)
{
    return least_difference(limit, after, before, number, least);
}
#endif

template <class Count>
using LeastDifference = Count (*)(const Count*, const Count*, const Count*, std::int32_t, Count);

template <class Count>
LeastDifference<Count> least_difference_here()
{
#ifdef SITREP_HAS_AVX2_TWIN
    if (__builtin_cpu_supports("avx2")) return least_difference_wide<Count>;
#endif
    return least_difference_anywhere<Count>;
}

}  // namespace

template <class Count>
WindowSearch<Count>::WindowSearch(const Study& study)
    : study_(study),
      limits_(study.windows),
      sorted_(study.steps.size()),
      ends_(study.begins.size() - 1),
      fullest_(study.begins.size() - 1),
      by_step_(std::size_t(study.windows.steps)),
      before_(std::size_t(study.windows.steps) + 1)
{
}

template <class Count>
Window WindowSearch<Count>::highest(std::span<const std::int32_t> steps, int first_level, const Taken* taken)
{
    load(steps);
    search(first_level, taken);
    // What lies below the level it started from was not looked at.
    if (best_.statistic <= level_value(first_level) && first_level > 0) search(0, taken);
    return best_;
}

template <class Count>
void WindowSearch<Count>::load(std::span<const std::int32_t> steps)
{
    for (std::size_t place = 0; place + 1 < study_.begins.size(); ++place) load_place(place, steps);
}

// A prospective scan counts steps back from the last one and forgets what lies before its longest window.
template <class Count>
void WindowSearch<Count>::load_place(std::size_t place, std::span<const std::int32_t> steps)
{
    const std::size_t begin = study_.begins[place];
    std::size_t end = begin;
    for (std::size_t i = begin; i < study_.begins[place + 1]; ++i) {
        const std::int32_t step = study_.prospective ? study_.table_steps - 1 - steps[i] : steps[i];
        if (step < study_.windows.steps) sorted_[end++] = step;
    }
    ends_[place] = end;
    if (study_.prospective) {
        fullest_[place] = Count(end - begin);
        return;
    }
    std::sort(sorted_.begin() + std::ptrdiff_t(begin), sorted_.begin() + std::ptrdiff_t(end));
    std::size_t most = 0;
    for (std::size_t first = begin, last = begin; last < end; ++last) {
        while (sorted_[last] - sorted_[first] >= study_.windows.steps_max) ++first;
        most = std::max(most, last - first + 1);
    }
    fullest_[place] = Count(most);
}

template <class Count>
void WindowSearch<Count>::search(int first_level, const Taken* taken)
{
    level_ = first_level;
    best_ = {};
    for (std::size_t centre = 0; centre < study_.zones.centres(); ++centre) search_round(centre, taken);
}

template <class Count>
void WindowSearch<Count>::search_round(std::size_t centre, const Taken* taken)
{
    std::fill(by_step_.begin(), by_step_.end(), Count(0));
    gaps_.assign(1, {0, study_.windows.steps});
    const auto round = study_.zones.round(centre);
    std::int64_t cases = 0, new_since_look = 0, in_all = 0, short_by = study_.windows.cases_min;
    std::uint64_t clusters = 0;
    for (std::size_t size = 1; size <= round.size(); ++size) {
        const std::uint32_t place = round[size - 1];
        cases += std::int64_t(study_.begins[place + 1] - study_.begins[place]);
        for (std::size_t i = study_.begins[place]; i < ends_[place]; ++i) ++by_step_[std::size_t(sorted_[i])];
        new_since_look += fullest_[place];
        in_all += fullest_[place];
        if (taken != nullptr && (taken->clusters_at[place] & ~clusters) != 0) {
            clusters |= taken->clusters_at[place];
            find_gaps(clusters, *taken);
        }
        if (new_since_look < short_by || !study_.zones.is_new(centre, size)) continue;
        if (in_all < limits_.row(level_, cases).lowest) continue;
        short_by = look_at(centre, size, cases);
        new_since_look = 0;
    }
}

/// Looks at all windows of a circle; returns how many cases the nearest is short of being the highest.
template <class Count>
std::int64_t WindowSearch<Count>::look_at(std::size_t centre, std::size_t size, std::int64_t cases)
{
    for (std::size_t i = 0; i < by_step_.size(); ++i) before_[i + 1] = Count(before_[i] + by_step_[i]);
    for (;;) {
        const Row& row = limits_.row(level_, cases);
        const std::int64_t short_by = shortfall(row);
        if (short_by > 0) return short_by;
        take_higher(row, centre, size, cases);
        const int reached = level_of(best_.statistic);
        if (reached <= level_) return 1;
        level_ = reached;
    }
}

template <class Count>
std::int64_t WindowSearch<Count>::shortfall(const Row& row) const
{
    static const LeastDifference<Count> least_difference = least_difference_here<Count>();
    Count least = std::numeric_limits<Count>::max();
    const WindowList& windows = study_.windows;
    if (windows.only_from_start) {
        static constexpr std::int32_t block = 64;
        const std::vector<Count> nothing(block);
        for (const Gap& gap : gaps_) {
            if (gap.from != 0) continue;
            const std::int32_t until = std::min(gap.to, windows.steps_max);
            for (std::int32_t i = row.first_length - 1; i < until; i += block)
                least = least_difference(row.least.data() + i, before_.data() + i + 1, nothing.data(), std::min(block, until - i), least);
        }
        return least;
    }
    std::size_t at = row.first_at;
    for (std::int32_t length = row.first_length; length <= windows.steps_max; ++length) {
        for (const Gap& gap : gaps_)
            least = least_difference(row.least.data() + at + gap.from, before_.data() + gap.from + length, before_.data() + gap.from,
                                     gap.to - gap.from - length + 1, least);
        at += std::size_t(windows.starts(length));
    }
    return least;
}

template <class Count>
void WindowSearch<Count>::take_higher(const Row& row, std::size_t centre, std::size_t size, std::int64_t cases)
{
    const WindowList& windows = study_.windows;
    std::size_t at = row.first_at;
    for (std::int32_t length = row.first_length; length <= windows.steps_max; ++length) {
        for (const Gap& gap : gaps_) {
            const std::int32_t last = std::min(gap.to - length, windows.starts(length) - 1);
            for (std::int32_t start = gap.from; start <= last; ++start) {
                const std::int64_t inside = before_[std::size_t(start + length)] - before_[std::size_t(start)];
                if (inside < row.least[at + std::size_t(start)]) continue;
                const double expected = double(cases) * double(windows.totals[at + std::size_t(start)]) / double(windows.all);
                const double statistic = excess(inside, expected, windows.all);
                if (statistic > best_.statistic) best_ = {centre, size, start, length, inside, expected, statistic};
            }
        }
        at += std::size_t(windows.starts(length));
    }
}

template <class Count>
void WindowSearch<Count>::find_gaps(std::uint64_t clusters, const Taken& taken)
{
    std::vector<std::pair<std::int32_t, std::int32_t>> blocked;
    for (; clusters != 0; clusters &= clusters - 1) blocked.push_back(taken.steps[std::size_t(std::countr_zero(clusters))]);
    std::sort(blocked.begin(), blocked.end());
    gaps_.clear();
    std::int32_t from = 0;
    for (const auto& [first, past] : blocked) {
        if (first > from) gaps_.push_back({from, first});
        from = std::max(from, past);
    }
    if (from < study_.windows.steps) gaps_.push_back({from, study_.windows.steps});
}

template class WindowSearch<std::int16_t>;
template class WindowSearch<std::int32_t>;

}  // namespace sitrep::analyse
