// What scans and Knox tables cost, from 1,000 to 350,000 events: CPU seconds and memory of one case, or of all.
//   statistics_where_scale [scan-20000 | prospective-N | knox-N | knox-106274]
#include "analyse/clusters/permutation_scan.hpp"
#include "analyse/random.hpp"
#include "analyse/repeat/knox.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <numeric>
#include <string>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;

double normal(RandomStream& stream)
{
    constexpr double two_pi = 6.283185307179586;
    const double radius = std::sqrt(-2 * std::log1p(-stream.uniform()));  // Box and Muller 1958
    return radius * std::cos(two_pi * stream.uniform());
}

/// Draws indices by weight.
class Drawing {
public:
    explicit Drawing(const std::vector<double>& weights) { std::partial_sum(weights.begin(), weights.end(), std::back_inserter(up_to_)); }
    std::uint32_t draw(RandomStream& stream) const
    {
        const auto at = std::upper_bound(up_to_.begin(), up_to_.end(), stream.uniform() * up_to_.back());
        return std::uint32_t(std::min(std::size_t(at - up_to_.begin()), up_to_.size() - 1));
    }

private:
    std::vector<double> up_to_;
};

std::vector<double> zipf(RandomStream& stream, std::size_t number)
{
    std::vector<double> weights;
    for (std::size_t rank = 1; rank <= number; ++rank) weights.push_back(std::pow(double(rank), -0.8));
    stream.shuffle(std::span(weights));
    return weights;
}

/// Places round centres; events by weight, days alike; half a percent in the last three weeks near the first place.
CaseTable made_table(std::size_t events, std::size_t places, std::size_t centres, double spread, std::int32_t days)
{
    RandomStream stream(20231101, 0);
    std::vector<LatLon> middles;
    for (std::size_t i = 0; i < centres; ++i)
        middles.push_back(centres < 50 ? *LatLon::from_degrees(33 + 4 * stream.uniform(), 36.5 + 5.5 * stream.uniform())
                                       : *LatLon::from_degrees(-30 + 75 * stream.uniform(), -90 + 200 * stream.uniform()));
    CaseTable table{{}, days, {}};
    for (std::size_t i = 0; i < places; ++i) {
        const LatLon middle = middles[stream.below(std::uint32_t(centres))];
        table.places.push_back(*LatLon::from_degrees(middle.lat() + spread * normal(stream), middle.lon() + 1.3 * spread * normal(stream)));
    }
    std::vector<std::uint32_t> nearest(places);
    std::iota(nearest.begin(), nearest.end(), 0U);
    std::sort(nearest.begin(), nearest.end(), [&](auto a, auto b) { return distance_km(table.places[0], table.places[a]) < distance_km(table.places[0], table.places[b]); });
    const Drawing drawing(zipf(stream, places));
    for (std::size_t i = 0; i < events; ++i) {
        if (stream.below(200) == 0) table.cases.push_back({nearest[stream.below(15)], days - 1 - std::int32_t(stream.below(21))});
        else table.cases.push_back({drawing.draw(stream), std::int32_t(stream.below(std::uint32_t(days)))});
    }
    return table;
}

/// As many places as the world's event tables have for their events: about one for fourteen.
CaseTable world(std::size_t events) { return made_table(events, std::max<std::size_t>(100, events / 14), 60, 0.9, 13'149); }

std::vector<TimedSpot> spots_of(const CaseTable& table)
{
    std::vector<TimedSpot> events;
    for (const auto& one : table.cases) events.push_back({{table.places[one.place].lon(), table.places[one.place].lat()}, double(one.step)});
    return events;
}

/// Points like Iraq's: half of them in one city, the rest in twenty towns and the country. Kilometres, 916 days.
std::vector<TimedSpot> city_points()
{
    RandomStream stream(106274, 0);
    std::vector<Spot> towns;
    for (int i = 0; i < 20; ++i) towns.push_back({400 * stream.uniform(), 500 * stream.uniform()});
    std::vector<TimedSpot> events;
    for (int i = 0; i < 106'274; ++i) {
        const double kind = stream.uniform();
        Spot middle{200, 220};
        double spread = 7;
        if (kind > 0.53) {
            middle = towns[stream.below(20)];
            spread = kind > 0.9 ? 60 : 4;
        }
        events.push_back({{middle.x + spread * normal(stream), middle.y + spread * normal(stream)}, double(stream.below(916))});
    }
    return events;
}

void run(const std::string& what, double bar_s, const std::function<std::string()>& work)
{
    const std::clock_t begin = std::clock();
    const std::string said = work();
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("scale\t%s, CPU seconds at most\t%g\t%.2f\t0\t%s\n", what.c_str(), bar_s, seconds, seconds <= bar_s ? "yes" : "NO");
    std::fprintf(stderr, "%s: %.2f s of CPU, %.0f MB at most so far; %s\n", what.c_str(), seconds, double(usage.ru_maxrss) / 1024, said.c_str());
}

std::string scan_words(const ScanAnswer& answer)
{
    if (answer.clusters.empty()) return "no cluster";
    const Cluster& first = answer.clusters.front();
    return std::to_string(answer.circles) + " circles; first cluster " + std::to_string(first.cases) + " cases, expected " + std::to_string(first.expected) + ", p " + std::to_string(first.p);
}

std::string scan_of_made_table()
{
    PermutationOptions options{.kind = ScanKind::prospective, .circles = {.radius_km = 50}, .steps_max = 60};
    return scan_words(permutation_scan(made_table(20'000, 2'000, 12, 0.35, 730), options));
}

std::string prospective(std::size_t events)
{
    PermutationOptions options{.kind = ScanKind::prospective, .circles = {.radius_km = 50}, .steps_max = 60};
    return scan_words(permutation_scan(world(events), options));
}

std::string knox(const std::vector<TimedSpot>& events, Metric metric)
{
    const KnoxTable table = knox_table(events, {.metric = metric, .distance_edges = {0, 1}, .time_edges = {0, 8}});
    return std::to_string(table.by_distance[0]) + " near pairs, " + std::to_string(table.at(0, 0).pairs) + " close, chance " + std::to_string(table.at(0, 0).shuffled_mean);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string asked = argc > 1 ? argv[1] : "all";
    const auto is_asked = [&](const std::string& name) { return asked == "all" || asked == name; };
    if (is_asked("scan-20000")) run("made table of 20,000 events, prospective, 999", 6, scan_of_made_table);
    if (is_asked("knox-106274")) run("Knox of 106,274 made points, 1 km and 7 d, 999", 12, [] { return knox(city_points(), Metric::euclidean); });
    for (const std::size_t events : {1'000U, 10'000U, 100'000U, 350'000U}) {
        const std::string number = std::to_string(events);
        if (is_asked("knox-" + number)) run("Knox of " + number + " made events, 1 km and 7 d, 999", 60, [&] { return knox(spots_of(world(events)), Metric::great_circle); });
        if (is_asked("prospective-" + number)) run("prospective scan of " + number + " made events, 60 d, 50 km, 999", 30, [&] { return prospective(events); });
    }
}
