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

/// Adds a place's fullest windows to those of the circle; true when a window of some band may now be the highest.
template <class ByBand>
[[gnu::always_inline]] inline bool brings_to_nought(const ByBand& fullest, ByBand& spare_of_circle, ByBand& in_all_of_circle)
{
    // Copies that nothing else can point to: all bands are done at once.
    ByBand spare = spare_of_circle, in_all = in_all_of_circle;
    std::int32_t signs = 0;
    for (std::size_t band = 0; band < spare.size(); ++band) {
        spare[band] -= fullest[band];
        in_all[band] += fullest[band];
        signs |= spare[band];
    }
    spare_of_circle = spare;
    in_all_of_circle = in_all;
    return signs < 0;
}

}  // namespace

template <class Count>
WindowSearch<Count>::WindowSearch(const Study& study)
    : study_(study),
      limits_(study.windows),
      sorted_(study.steps.size()),
      ends_(study.begins.size() - 1),
      fullest_(ends_.size()),
      by_step_(std::size_t(study.windows.steps)),
      before_(std::size_t(study.windows.steps) + 1),
      nothing_(std::size_t(study.windows.steps) + 1)
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
    const auto first = sorted_.begin() + std::ptrdiff_t(begin), past = sorted_.begin() + std::ptrdiff_t(end);
    std::sort(first, past);
    for (std::size_t band = 0; band < study_.windows.bands.size(); ++band) {
        const std::int32_t length = study_.windows.bands[band].last;
        std::ptrdiff_t most = 0;
        if (study_.prospective) most = std::lower_bound(first, past, length) - first;
        else
            for (auto from = first, last = first; last != past; ++last) {
                while (*last - *from >= length) ++from;
                most = std::max(most, last - from + 1);
            }
        fullest_[place][band] = std::int32_t(most);
    }
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
    added_ = 0;
    in_all_ = {};
    spare_.fill(std::int32_t(study_.windows.cases_min - 1));
    gaps_.assign(1, {0, study_.windows.steps});
    const auto round = study_.zones.round(centre);
    std::int64_t cases = 0;
    std::uint64_t clusters = 0;
    for (std::size_t size = 1; size <= round.size(); ++size) {
        const std::uint32_t place = round[size - 1];
        cases += std::int64_t(study_.begins[place + 1] - study_.begins[place]);
        if (taken != nullptr && (taken->clusters_at[place] & ~clusters) != 0) {
            clusters |= taken->clusters_at[place];
            find_gaps(clusters, *taken);
        }
        if (!brings_to_nought(fullest_[place], spare_, in_all_) || !study_.zones.is_new(centre, size)) continue;
        look(centre, size, cases);
    }
}

template <class Count>
void WindowSearch<Count>::look(std::size_t centre, std::size_t size, std::int64_t cases)
{
    for (std::size_t band = 0; band < study_.windows.bands.size(); ++band) {
        if (spare_[band] >= 0) continue;
        // Not even with the fullest windows of all places in one.
        if (const Count lowest = limits_.row(level_, cases).bands[band].lowest; in_all_[band] < lowest) {
            spare_[band] = lowest - in_all_[band] - 1;
            continue;
        }
        sum_steps(study_.zones.round(centre).first(size));
        spare_[band] = std::int32_t(look_at(band, {centre, size, 0, 0, 0, 0, 0}, cases)) - 1;
    }
}

template <class Count>
void WindowSearch<Count>::sum_steps(std::span<const std::uint32_t> circle)
{
    if (added_ == circle.size()) return;
    Count* const by_step = by_step_.data();
    for (const std::uint32_t place : circle.subspan(added_))
        for (const std::int32_t step : std::span(sorted_).subspan(study_.begins[place], ends_[place] - study_.begins[place])) ++by_step[step];
    added_ = circle.size();
    Count sum = 0;
    for (std::size_t i = 0; i < by_step_.size(); ++i) before_[i + 1] = sum = Count(sum + by_step[i]);
}

/// Looks at all windows of a band; returns how many cases the nearest is short of being the highest.
template <class Count>
std::int64_t WindowSearch<Count>::look_at(std::size_t band, const Window& circle, std::int64_t cases)
{
    for (;;) {
        const Row& row = limits_.row(level_, cases);
        const std::int64_t short_by = shortfall(row, band);
        if (short_by > 0) return short_by;
        take_higher(row, band, circle, cases);
        const int reached = level_of(best_.statistic);
        if (reached <= level_) return 1;
        level_ = reached;
    }
}

template <class Count>
std::int64_t WindowSearch<Count>::shortfall(const Row& row, std::size_t band) const
{
    static const LeastDifference<Count> least_difference = least_difference_here<Count>();
    Count least = std::numeric_limits<Count>::max();
    const WindowList& windows = study_.windows;
    const std::int32_t first = row.bands[band].first_length, last = windows.bands[band].last;
    std::size_t at = row.bands[band].at;
    if (windows.only_from_start) {  // one window a length: the lengths are the row
        const bool free = !gaps_.empty() && gaps_.front().from == 0;
        const std::int32_t longest = free ? std::min(gaps_.front().to, last) : 0;
        return longest < first ? least : least_difference(row.least.data() + at, before_.data() + first, nothing_.data(), longest - first + 1, least);
    }
    for (std::int32_t length = first; length <= last; ++length) {
        for (const Gap& gap : gaps_)
            least = least_difference(row.least.data() + at + gap.from, before_.data() + gap.from + length, before_.data() + gap.from,
                                     gap.to - gap.from - length + 1, least);
        at += std::size_t(windows.starts(length));
    }
    return least;
}

template <class Count>
void WindowSearch<Count>::take_higher(const Row& row, std::size_t band, const Window& circle, std::int64_t cases)
{
    const WindowList& windows = study_.windows;
    std::size_t at = row.bands[band].at;
    for (std::int32_t length = row.bands[band].first_length; length <= windows.bands[band].last; ++length) {
        for (const Gap& gap : gaps_) {
            const std::int32_t last = std::min(gap.to - length, windows.starts(length) - 1);
            for (std::int32_t start = gap.from; start <= last; ++start) {
                const std::int64_t inside = before_[std::size_t(start + length)] - before_[std::size_t(start)];
                if (inside < row.least[at + std::size_t(start)]) continue;
                const double expected = double(cases) * double(windows.totals[at + std::size_t(start)]) / double(windows.all);
                const double statistic = excess(inside, expected, windows.all);
                if (statistic > best_.statistic) best_ = {circle.centre, circle.size, start, length, inside, expected, statistic};
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
