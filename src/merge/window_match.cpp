#include "merge/window_match.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace sitrep::merge {
namespace {

constexpr double km_a_degree = 6371.0088 * std::numbers::pi / 180;

/// Sum over the taxonomies of the finest level on which two events agree (0 the tables' own words); nothing when one agrees on none.
std::optional<std::size_t> levels_apart(const WindowEvent& a, const WindowEvent& b)
{
    std::size_t sum = 0;
    for (std::size_t taxonomy = 0; taxonomy < a.taxonomies.size(); ++taxonomy) {
        const auto &x = a.taxonomies[taxonomy], &y = b.taxonomies[taxonomy];
        std::size_t level = 0;
        while (level < x.size() && x[level] != y[level]) ++level;
        if (level == x.size()) return std::nullopt;
        sum += level;
    }
    return sum;
}

bool lasts(const WindowEvent& event) { return event.first != event.last; }

/// Events of one table by cells of the window's size, so that only neighbours are compared.
class Cells {
public:
    Cells(std::span<const WindowEvent> events, Window window) : events_(events), window_(window), degrees_(std::max(window.km / km_a_degree, least_degrees))
    {
        for (std::size_t i = 0; i < events.size(); ++i) cells_[key(row(events[i]), day_cell(events[i].first))].push_back(i);
    }

    /// Calls `take(number, km)` for each event in the window around `event`, in no order.
    template <class Take>
    void near(const WindowEvent& event, const Take& take) const
    {
        for (const auto day : {-1, 0, 1})
            for (const auto band : {-1, 0, 1}) {
                const auto found = cells_.find(key(row(event) + band, day_cell(event.first) + day));
                if (found == cells_.end()) continue;
                for (const auto i : found->second)
                    if (const auto km = distance_in_window(event, events_[i])) take(i, *km);
            }
    }

private:
    static constexpr double least_degrees = 0.001;

    std::optional<double> distance_in_window(const WindowEvent& a, const WindowEvent& b) const
    {
        const std::chrono::days days{window_.days};
        if (std::chrono::abs(a.first - b.first) > days || std::chrono::abs(a.last - b.last) > days || lasts(a) != lasts(b)) return std::nullopt;
        if (std::abs(a.point.lat() - b.point.lat()) > degrees_) return std::nullopt;
        const double km = distance_km(a.point, b.point);
        return km <= window_.km ? std::optional(km) : std::nullopt;
    }

    // Bands of latitude have the same height everywhere; within a band and a few days there are few events.
    std::int64_t row(const WindowEvent& event) const { return std::int64_t(std::floor(event.point.lat() / degrees_)); }
    std::int64_t day_cell(Day day) const { return std::int64_t(std::floor(double(day.time_since_epoch().count()) / double(window_.days + 1))); }
    static std::uint64_t key(std::int64_t row, std::int64_t day) { return (std::uint64_t(row) << 32) ^ (std::uint64_t(day) & 0xFFFFFFFF); }

    std::span<const WindowEvent> events_;
    Window window_;
    double degrees_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
};

struct Pair {
    std::size_t levels = 0;
    double km = 0;
    std::size_t group = 0, event = 0;
};

void check(std::span<const std::vector<WindowEvent>> tables)
{
    const WindowEvent* like = nullptr;
    for (const auto& table : tables)
        for (const auto& event : table) {
            if (like == nullptr) like = &event;
            const bool same = std::ranges::equal(event.taxonomies, like->taxonomies, [](const auto& a, const auto& b) { return a.size() == b.size(); });
            if (!same) throw std::invalid_argument("all events need the same taxonomies with the same levels");
        }
}

}  // namespace

std::vector<WindowGroup> match_in_windows(std::span<const std::vector<WindowEvent>> tables, Window window, WindowChoice choice)
{
    check(tables);
    std::vector<WindowGroup> groups;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const Cells cells(tables[table], window);
        std::vector<Pair> pairs;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            const auto [stands_in, number] = groups[group].front();
            const WindowEvent& event = tables[stands_in][number];
            cells.near(event, [&](std::size_t i, double km) {
                if (const auto levels = levels_apart(event, tables[table][i])) pairs.push_back({*levels, km, group, i});
            });
        }
        const auto order = [choice](const Pair& pair) {
            const bool fit = choice == WindowChoice::best_fit;
            return std::tuple(fit ? pair.levels : 0, fit ? pair.km : 0.0, pair.group, pair.event);
        };
        std::ranges::sort(pairs, {}, order);
        std::vector<bool> group_taken(groups.size()), event_taken(tables[table].size());
        for (const Pair& pair : pairs) {
            if (group_taken[pair.group] || event_taken[pair.event]) continue;
            group_taken[pair.group] = event_taken[pair.event] = true;
            groups[pair.group].emplace_back(table, pair.event);
        }
        for (std::size_t i = 0; i < tables[table].size(); ++i)
            if (!event_taken[i]) groups.push_back({{table, i}});
    }
    return groups;
}

}  // namespace sitrep::merge
