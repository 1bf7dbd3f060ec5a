// The scans beside SaTScan 10.3.2 and scanstatistics 1.1.2 (statistics.md 2.C).
#include "analyse/clusters/cell_scan.hpp"
#include "analyse/clusters/permutation_scan.hpp"
#include "core/date.hpp"
#include "reference_files.hpp"
#include "reference_row.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>
#include <set>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;
using sitrep::bench::reference_row;

const std::string part = "2.C";
// SaTScan's earth has a radius of 6367 km, ours 6371.0088 km: the same angle is a little more of our kilometres.
constexpr double satscan_km = 6371.0088 / 6367;

struct NamedTable {
    CaseTable table;
    std::vector<std::string> names;
    Day last{};
    int step_days = 1;

    Day last_day(std::int32_t step) const { return last - std::chrono::days{(table.steps - 1 - step) * step_days}; }
    Day first_day(std::int32_t step) const { return last_day(step) - std::chrono::days{step_days - 1}; }
};

double days(Day from, Day until) { return double((until - from).count()); }

// "2018/4/20"
Day satscan_day(const std::string& text)
{
    int year = 0, month = 0, day = 0;
    std::sscanf(text.c_str(), "%d/%d/%d", &year, &month, &day);
    return Day{std::chrono::year{year} / std::chrono::month{unsigned(month)} / std::chrono::day{unsigned(day)}};
}

/// Steps are counted back from the last day, as SaTScan aggregates.
NamedTable syria(const std::string& folder, const nlohmann::json& run)
{
    const auto rows = bench::read_table(folder + "/satscan/syria_" + run["source"].get<std::string>() + ".input.csv");
    const auto &names = rows.text("loc"), &dates = rows.text("date");
    const auto lats = rows.numbers("lat"), lons = rows.numbers("lon"), cases = rows.numbers("cases");
    NamedTable out;
    out.last = satscan_day(run["end"]);
    out.step_days = run["settings"]["TimeAggregationLength"];
    out.table.steps = std::int32_t(days(satscan_day(run["start"]), out.last)) / out.step_days + 1;
    std::map<std::string, std::uint32_t> places;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto [at, is_new] = places.emplace(names[i], std::uint32_t(places.size()));
        if (is_new) {
            out.table.places.push_back(*LatLon::from_degrees(lats[i], lons[i]));
            out.names.push_back(names[i]);
        }
        const auto back = std::int32_t(days(*day_from_iso(dates[i]), out.last)) / out.step_days;
        for (int k = 0; k < int(cases[i]); ++k) out.table.cases.push_back({at->second, out.table.steps - 1 - back});
    }
    return out;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

std::set<std::string> names_of(const Cluster& cluster, const std::vector<std::string>& names)
{
    std::set<std::string> out;
    for (const auto place : cluster.places) out.insert(lower(names[place]));
    return out;
}

double p_tolerance(double p, double theirs, std::size_t ours)
{
    const double se = std::sqrt(p * (1 - p) * (1 / theirs + 1 / double(ours)));
    return std::max(3 * se, 1 / double(ours)) / p;
}

double number_in(const nlohmann::json& value) { return value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>(); }

/// Statistic, cases, expected, places and p of the most likely cluster.
void compare(const std::string& what, const std::vector<std::string>& names, const ScanAnswer& answer, const nlohmann::json& theirs, double replications)
{
    const Cluster ours = answer.clusters.empty() ? Cluster{} : answer.clusters.front();
    std::set<std::string> places;
    for (const std::string name : theirs["locations"]) places.insert(lower(name));
    reference_row(part, what + ": statistic", theirs["statistic"], ours.statistic, 1e-6);
    reference_row(part, what + ": cases", theirs["cases"], double(ours.cases), 0);
    reference_row(part, what + ": expected, as rounded", theirs["expected"], ours.expected, 6e-3);
    reference_row(part, what + ": the same places (1 = yes)", 1, places == names_of(ours, names) ? 1 : 0, 0);
    const double p = number_in(theirs["p"]);
    reference_row(part, what + ": p", p, ours.p, p_tolerance(p, replications, answer.maxima.size()));
}

void compare_days(const std::string& what, const NamedTable& named, const ScanAnswer& answer, const nlohmann::json& theirs)
{
    const Cluster ours = answer.clusters.empty() ? Cluster{} : answer.clusters.front();
    reference_row(part, what + ": first day, counted back from the end", days(satscan_day(theirs["start"]), named.last), days(named.first_day(ours.first_step), named.last), 0);
    reference_row(part, what + ": last day, counted back from the end", days(satscan_day(theirs["end"]), named.last), days(named.last_day(ours.last_step), named.last), 0);
}

void syria_rows(const std::string& folder)
{
    for (const auto& run : bench::read_json(folder + "/satscan/satscan_syria_is.json")) {
        if (run["settings"]["MonteCarloReps"] != 999) continue;  // the same table once more, on two processes
        const std::string what = "SaTScan " + run["tag"].get<std::string>();
        const NamedTable named = syria(folder, run);
        PermutationOptions options;
        options.circles.radius_km = run["settings"]["MaxSpatialSizeInDistanceFromCenter"].get<double>() * satscan_km;
        options.steps_max = run["settings"]["MaxTemporalSize"].get<int>() / named.step_days;
        options.kind = run["settings"]["AnalysisType"] == 4 ? ScanKind::prospective : ScanKind::retrospective;
        const std::clock_t begin = std::clock();
        const ScanAnswer answer = permutation_scan(named.table, options);
        const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC, theirs = run["cpu_s"];
        std::fprintf(stderr, "%s: %.2f s of CPU, SaTScan %.2f s: %.0f times\n", what.c_str(), seconds, theirs, theirs / seconds);
        compare(what, named.names, answer, run["clusters"][0], 999);
        compare_days(what, named, answer, run["clusters"][0]);
    }
}

/// Counties of New Mexico: yearly counts 1973-1991, persons, the seats' coordinates.
struct NewMexico {
    std::vector<std::string> counties;
    std::vector<LatLon> seats;
    std::map<std::pair<int, std::string>, double> cases, persons;

    explicit NewMexico(const std::string& folder)
    {
        const auto seat_rows = bench::read_table(folder + "/scan/nm_seats.input.csv");
        counties = seat_rows.text("county");
        for (std::size_t i = 0; i < counties.size(); ++i)
            seats.push_back(*LatLon::from_degrees(seat_rows.numbers("seat_lat")[i], seat_rows.numbers("seat_long")[i]));
        const auto rows = bench::read_table(folder + "/scan/nm_popcas.input.csv");
        const auto years = rows.numbers("year"), counts = rows.numbers("count"), population = rows.numbers("population");
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            cases[{int(years[i]), rows.text("county")[i]}] = counts[i];
            persons[{int(years[i]), rows.text("county")[i]}] = population[i];
        }
    }

    CaseTable case_table(int first, int last) const
    {
        CaseTable out{seats, last - first + 1, {}};
        for (std::uint32_t place = 0; place < counties.size(); ++place)
            for (int year = first; year <= last; ++year)
                for (int k = 0; k < int(cases.at({year, counties[place]})); ++k) out.cases.push_back({place, year - first});
        return out;
    }

    CellTable cell_table(int first, int last) const
    {
        CellTable out{seats, last - first + 1, {}, {}};
        for (const std::string& county : counties)
            for (int year = first; year <= last; ++year) out.cases.push_back(std::int64_t(cases.at({year, county})));
        out.expected.resize(out.cases.size());
        return out;
    }
};

/// Zones are numbered from 1 by county in scanstatistics.
std::set<std::size_t> numbers_of(const Cluster& cluster)
{
    std::set<std::size_t> out;
    for (const auto place : cluster.places) out.insert(place + 1);
    return out;
}

void compare_with_package(const std::string& what, const ScanAnswer& answer, const nlohmann::json& theirs, int steps)
{
    const Cluster ours = answer.clusters.empty() ? Cluster{} : answer.clusters.front();
    reference_row(part, what + ": statistic", theirs["score"], ours.statistic, 1e-10);
    reference_row(part, what + ": the same counties (1 = yes)", 1, theirs["locations"].get<std::set<std::size_t>>() == numbers_of(ours) ? 1 : 0, 0);
    reference_row(part, what + ": years up to the last", theirs["duration"], steps - ours.first_step, 0);
    reference_row(part, what + ": p", theirs["p_mc"], ours.p, p_tolerance(theirs["p_mc"], 999, answer.maxima.size()));
}

void scanstatistics_rows(const std::string& folder, const NewMexico& mexico)
{
    constexpr int first = 1986, last = 1989, steps = last - first + 1;
    const auto theirs = bench::read_json(folder + "/scan/scanstatistics_nm.json");
    CellOptions options;
    options.kind = ScanKind::prospective;
    options.circles.places_max = theirs["k"];
    options.share_max = 1;
    options.steps_max = steps;
    options.model = CellModel::expected_is_known;
    CellTable table = mexico.cell_table(first, last);
    const auto baselines = bench::read_table(folder + "/scan/nm_eb_baselines.csv");
    for (std::size_t i = 0; i < mexico.counties.size(); ++i)
        for (int step = 0; step < steps; ++step) table.expected[i * steps + std::size_t(step)] = baselines.numbers(mexico.counties[i])[std::size_t(step)];
    const ScanAnswer known = cell_scan(table, options);
    reference_row(part, "scanstatistics New Mexico: zones", theirs["zones"], double(known.distinct_circles), 0);
    compare_with_package("scanstatistics expectation-based Poisson", known, theirs["eb_poisson"], steps);

    // The package gives every year the same share of the cases, and each county its share of the year's persons.
    std::vector<double> persons(steps);
    for (const std::string& county : mexico.counties)
        for (int year = first; year <= last; ++year) persons[std::size_t(year - first)] += mexico.persons.at({year, county});
    for (std::size_t i = 0; i < mexico.counties.size(); ++i)
        for (int year = first; year <= last; ++year)
            table.expected[i * steps + std::size_t(year - first)] = mexico.persons.at({year, mexico.counties[i]}) / persons[std::size_t(year - first)];
    options.model = CellModel::poisson;
    compare_with_package("scanstatistics population-based Poisson", cell_scan(table, options), theirs["pb_poisson"], steps);

    PermutationOptions permutation;
    permutation.kind = ScanKind::prospective;
    permutation.circles.places_max = theirs["k"];
    permutation.share_max = 1;
    permutation.steps_max = steps;
    compare_with_package("scanstatistics permutation", permutation_scan(mexico.case_table(first, last), permutation), theirs["permutation"], steps);
}

// The permutation model permutes within age and sex as well where a table has them, so New Mexico's yearly totals are another question.
void sample_rows(const std::string& folder)
{
    const auto samples = bench::read_json(folder + "/satscan/satscan_sample_runs.json"), made = bench::read_json(folder + "/satscan/satscan_scale_synthetic.json");
    for (const auto& run : samples["runs"]) {
        const std::string name = run["name"];
        if (run["clusters"].empty()) {
            reference_row(part, "SaTScan " + name + ": LLR (input not in bench/stats: points of cases and controls)", 4.836516, std::nan(""), 1e-6);
        } else {
            const char* missing = name.starts_with("nyc") ? "cases by zip code and day" : "cases by age and sex";
            reference_row(part, "SaTScan " + name + ": statistic (input not in bench/stats: " + missing + ")", run["clusters"][0]["statistic"], std::nan(""), 1e-6);
        }
    }
    for (const auto& run : made["runs"])
        reference_row(part, "SaTScan made table of " + std::to_string(run["events"].get<int>()) + (run.contains("retrospective") ? " events, retrospective" : " events") +
                      ": statistic (the table itself is not in bench/stats)", run["statistic"], std::nan(""), 1e-6);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string folder = argc > 1 ? argv[1] : "../shared/bench/stats";
    const NewMexico mexico(folder);
    syria_rows(folder);
    scanstatistics_rows(folder, mexico);
    sample_rows(folder);
}
