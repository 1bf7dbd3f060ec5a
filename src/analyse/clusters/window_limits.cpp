#include "analyse/clusters/window_limits.hpp"

#include "analyse/clusters/excess.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace sitrep::analyse {
namespace {

constexpr double rung = 1.06;
constexpr std::size_t rows_bytes_max = 192U << 20;

// Five significant bits: circles within 6 % of each other share a row.
constexpr int bits = 5;

int bits_dropped(std::int64_t cases) { return std::max(0, int(std::bit_width(std::uint64_t(cases))) - bits); }

std::int64_t rounded_down(std::int64_t cases)
{
    const int dropped = bits_dropped(cases);
    return (cases >> dropped) << dropped;
}

std::size_t place_of_rounded(std::int64_t cases)
{
    const int dropped = bits_dropped(cases);
    return (std::size_t(dropped) << (bits - 1)) + std::size_t(cases >> dropped);
}

}  // namespace

WindowList window_list(const std::vector<std::int64_t>& cases_by_step, std::int32_t steps_max, bool only_from_start)
{
    WindowList out;
    out.steps = std::int32_t(cases_by_step.size());
    out.steps_max = std::min(steps_max, out.steps);
    out.only_from_start = only_from_start;
    std::vector<std::int32_t> before{0};
    for (const std::int64_t cases : cases_by_step) before.push_back(before.back() + std::int32_t(cases));
    for (std::int32_t length = 1; length <= out.steps_max; ++length) {
        if (length == 1 || (std::has_single_bit(std::uint32_t(length - 1)) && out.bands.size() < WindowList::bands_max)) out.bands.push_back({length, length, out.totals.size()});
        out.bands.back().last = length;
        for (std::int32_t start = 0; start < out.starts(length); ++start)
            out.totals.push_back(before[std::size_t(start + length)] - before[std::size_t(start)]);
    }
    out.all = before.back();
    return out;
}

double level_value(int level) { return level == 0 ? 0 : std::pow(rung, level); }

int level_of(double statistic)
{
    if (statistic <= rung) return 0;
    int level = int(std::log(statistic) / std::log(rung)) + 1;
    while (level > 0 && level_value(level) > statistic) --level;
    return level;
}

template <class Count>
const typename WindowLimits<Count>::Row& WindowLimits<Count>::row(int level, std::int64_t cases)
{
    if (std::size_t(level) >= rows_.size()) rows_.resize(std::size_t(level) + 1);
    auto& of_level = rows_[std::size_t(level)];
    const std::size_t at = place_of_rounded(cases);
    if (at < of_level.size() && !of_level[at].least.empty()) return of_level[at];
    if (held_bytes_ > rows_bytes_max) {
        for (auto& rows : rows_) rows.clear();
        held_bytes_ = 0;
    }
    held_bytes_ += windows_.totals.size() * sizeof(Count);
    if (at >= of_level.size()) of_level.resize(at + 1);
    return of_level[at] = made(level_value(level), rounded_down(cases));
}

template <class Count>
typename WindowLimits<Count>::Row WindowLimits<Count>::made(double level, std::int64_t cases) const
{
    constexpr Count never = std::numeric_limits<Count>::max();
    const std::int32_t most = *std::max_element(windows_.totals.begin(), windows_.totals.end());
    // The limit grows with the window's total, so one pass finds all. A circle never has more cases in a window than the whole table.
    std::vector<Count> by_total(std::size_t(most) + 1, never);
    std::int64_t least = windows_.cases_min;
    for (std::int64_t total = 0; total <= most; ++total) {
        const double expected = double(cases) * double(total) / double(windows_.all);
        while (least <= total && !(double(least) > expected && excess(least, expected, windows_.all) > level)) ++least;
        if (least <= total) by_total[std::size_t(total)] = Count(std::min<std::int64_t>(least, never));
    }
    Row row;
    row.least.resize(windows_.totals.size());
    for (std::size_t i = 0; i < row.least.size(); ++i) row.least[i] = by_total[std::size_t(windows_.totals[i])];
    for (const WindowList::LengthBand& band : windows_.bands) row.bands.push_back(made_band(row, band));
    return row;
}

template <class Count>
typename WindowLimits<Count>::LengthBand WindowLimits<Count>::made_band(const Row& row, const WindowList::LengthBand& band) const
{
    constexpr Count never = std::numeric_limits<Count>::max();
    LengthBand out{never, band.last + 1, 0};
    std::size_t at = band.at;
    for (std::int32_t length = band.first; length <= band.last; ++length) {
        const auto begin = row.least.begin() + std::ptrdiff_t(at);
        const Count lowest = *std::min_element(begin, begin + windows_.starts(length));
        if (lowest != never && out.lowest == never) out = {lowest, length, at};
        out.lowest = std::min(out.lowest, lowest);
        at += std::size_t(windows_.starts(length));
    }
    return out;
}

template class WindowLimits<std::int16_t>;
template class WindowLimits<std::int32_t>;

}  // namespace sitrep::analyse
