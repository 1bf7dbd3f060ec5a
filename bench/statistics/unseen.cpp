// Reference rows of undercount (2.F): statistics_unseen FOLDER, where FOLDER holds mse/. Shares (2.G) stand in counts.cpp.
#include "reference_row.hpp"

#include "analyse/claims/ledger.hpp"
#include "analyse/undercount/closed_forms.hpp"
#include "analyse/undercount/graphs.hpp"
#include "analyse/undercount/latent_classes.hpp"
#include "analyse/undercount/stepwise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace sitrep::analyse;
using sitrep::bench::reference_row;

std::string folder;

using Rows = std::vector<std::vector<std::string>>;

/// Cells of a CSV without quoted commas; the heading is row 0. Says so and gives nothing when the file is not there.
Rows rows_of(const std::string& name)
{
    std::ifstream in(folder + "/" + name);
    if (!in) std::printf("2.F\t%s is not there\t0\tnan\t0\tNO\n", name.c_str());
    Rows rows;
    for (std::string line; std::getline(in, line);) {
        std::erase(line, '"');
        std::erase(line, '\r');
        rows.emplace_back();
        std::stringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    return rows;
}

/// One column a list with 0 or 1, the count last.
OverlapTable by_columns(const std::string& name)
{
    const Rows rows = rows_of(name);
    OverlapTable table(rows.empty() ? std::vector<std::string>(2) : std::vector<std::string>(rows[0].begin(), rows[0].end() - 1));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ListSet pattern = 0;
        for (std::size_t list = 0; list < table.lists(); ++list) pattern |= ListSet(rows[i][list] == "1") << list;
        if (pattern != 0) table.counts[pattern] += std::stoll(rows[i].back());
    }
    return table;
}

/// The number of the pattern, then the count.
OverlapTable by_cells(const std::string& name, std::size_t lists)
{
    OverlapTable table{std::vector<std::string>(lists)};
    const Rows rows = rows_of(name);
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (const auto cell = std::stoul(rows[i][0]); cell != 0) table.counts.at(cell) += std::stoll(rows[i][1]);
    return table;
}

double cpu_seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

void dga(const std::string& name, const OverlapTable& table, double delta, std::int64_t first, std::int64_t last, double tolerance,
         const std::vector<double>& theirs)
{
    const double begin = cpu_seconds();
    const auto graphs = decomposable_graphs(table.lists());
    auto average = graph_average(table, graphs, delta, first, last, 1);
    const double took = cpu_seconds() - begin;
    std::sort(average.graph_weights.rbegin(), average.graph_weights.rend());
    const auto row = [&](const char* what, double reference, double ours, double close) { reference_row("2.F", "dga " + name + ": " + what, reference, ours, close); };
    row("graphs", theirs[0], double(graphs.size()), 0);
    row("mean", theirs[1], average.mean, tolerance);
    row("standard deviation", theirs[2], average.deviation, tolerance);
    row("2.5 %", theirs[3], double(average.quantile(0.025)), 0);
    row("median", theirs[4], double(average.quantile(0.5)), 0);
    row("97.5 %", theirs[5], double(average.quantile(0.975)), 0);
    for (std::size_t i = 6; i < theirs.size(); ++i) row(fmt::format("weight of graph {}", i - 5).c_str(), theirs[i], average.graph_weights[i - 6], tolerance);
    const Rows posterior = rows_of(fmt::format("mse/dga_{}_posterior.csv", name));
    double worst = 0;
    for (std::size_t i = 1; i < posterior.size(); ++i) {
        const auto at = std::stoll(posterior[i][0]) - average.documented - first;
        const bool inside = at >= 0 && std::size_t(at) < average.posterior.size();
        worst = std::max(worst, inside ? std::abs(std::stod(posterior[i][1]) - average.posterior[std::size_t(at)]) : 1);
    }
    row(fmt::format("largest difference over {} chances of the posterior", posterior.empty() ? 0 : posterior.size() - 1).c_str(), 0, posterior.empty() ? NAN : worst, tolerance);
    row("CPU seconds, at most 0.06", 0, took, 0.06);
}

void model(const std::string& name, const Design& design, const OverlapTable& table, const std::vector<double>& theirs)
{
    const auto fitted = fit(design, table);
    const std::vector<std::pair<const char*, double>> ours{{"N", fitted ? fitted->population : NAN},   {"se", fitted ? fitted->standard_error : NAN},
                                                           {"deviance", fitted ? fitted->deviance : NAN}, {"df", fitted ? double(fitted->degrees_of_freedom) : NAN},
                                                           {"AIC", fitted ? fitted->aic : NAN},         {"BIC", fitted ? fitted->bic : NAN}};
    for (std::size_t i = 0; i < theirs.size(); ++i) reference_row("2.F", "Rcapture " + name + ": " + ours[i].first, theirs[i], ours[i].second, 1e-5);
}

std::vector<double> numbers(const std::vector<std::string>& row, std::size_t from)
{
    std::vector<double> out;
    for (std::size_t i = from; i < from + 6; ++i) out.push_back(std::stod(row[i]));
    return out;
}

void closedp(const std::string& file, const std::string& name, const OverlapTable& table)
{
    const std::map<std::string, std::pair<bool, Heterogeneity>> models{{"M0", {false, Heterogeneity::none}},
                                                                       {"Mt", {true, Heterogeneity::none}},
                                                                       {"Mh Poisson2", {false, Heterogeneity::poisson2}},
                                                                       {"Mh Darroch", {false, Heterogeneity::darroch}},
                                                                       {"Mth Poisson2", {true, Heterogeneity::poisson2}},
                                                                       {"Mth Darroch", {true, Heterogeneity::darroch}}};
    for (const auto& row : rows_of(file))
        if (const auto known = models.find(row[0]); known != models.end())
            model(name + " " + row[0], capture_design(table.lists(), known->second.first, known->second.second), table, numbers(row, 1));
}

void rcapture()
{
    const auto hare = by_columns("mse/hare.input.csv"), hiv = by_columns("mse/HIV.input.csv"), kosovo = by_columns("mse/kosovo_aggregate.input.csv");
    model("hare Mth Poisson2", capture_design(6, true, Heterogeneity::poisson2), hare,
          {81.079281407645, 5.57355078250436, 48.1365133669623, 55, 146.326930341077, 164.082991982486});
    auto without = capture_design(6, true, Heterogeneity::none);
    without.set_apart(63);
    model("hare Mt without 111111", without, hare, {76.7776094520457, 3.91115326289939, 47.8941744321795, 55, 146.084591406294, 163.840653047703});
    constexpr Terms all_pairs = 63;
    model("HIV all two-list terms", two_list_design(4, all_pairs), hiv, {23443.5357498035, 9594.87937278643, 3.03680384937957, 4, 92.0726623431652, 153.09518085413});
    model("HIV 1:2", two_list_design(4, 1), hiv, {12318.4676767586, 1188.72152038319, 7.61375926332799, 9, 86.6496177571138, 119.934627854004});
    model("Kosovo all two-list terms", two_list_design(4, all_pairs), kosovo, {14402.488951687, 1050.9047687089, 39.832036900359, 4, 163.256041617892, 233.538999636862});
    const auto profile = profile_interval(two_list_design(4, all_pairs), kosovo, 0.95);
    reference_row("2.F", "Rcapture Kosovo all two-list terms: profile, highest", 14385.6166689728, profile ? profile->population : NAN, 1e-5);
    reference_row("2.F", "Rcapture Kosovo all two-list terms: profile, low", 12523.2735420468, profile ? profile->low : NAN, 1e-5);
    reference_row("2.F", "Rcapture Kosovo all two-list terms: profile, high", 16667.9278335671, profile ? profile->high : NAN, 1e-5);
    closedp("mse/rcapture_hare_closedp_t.csv", "hare", hare);
    // The same models fitted by their other function, to the counts by number of captures: a check on how far their fits had settled.
    for (const auto& row : rows_of("mse/rcapture_hare_closedp_0.csv")) {
        const std::map<std::string, Heterogeneity> models{{"M0", Heterogeneity::none}, {"Mh Poisson2", Heterogeneity::poisson2}, {"Mh Darroch", Heterogeneity::darroch}};
        if (const auto known = models.find(row[0]); known != models.end())
            model("hare closedp.0 " + row[0], capture_design(6, false, known->second), hare, {std::stod(row[1]), std::stod(row[2])});
    }
    closedp("mse/rcapture_kosovo_closedp_t.csv", "Kosovo", kosovo);
    const Rows stored = rows_of("mse/rcapture_kosovo_twoway_models.csv");
    for (std::size_t i = 1; i < stored.size(); ++i)
        model("Kosovo terms " + (stored[i][1].empty() ? "none" : stored[i][1]), two_list_design(4, std::stoull(stored[i][0])), kosovo, numbers(stored[i], 2));
}

void lcmcr()
{
    LatentClassOptions options;
    options.burn_in = 20000;
    options.thinning = 100;
    options.draws = 5000;
    options.seed = 11;
    const double begin = cpu_seconds();
    const auto ours = latent_classes(by_columns("mse/kosovo_aggregate.input.csv"), options);
    const double took = cpu_seconds() - begin;
    constexpr double theirs = 10648.79925, their_error = 19.1621393189001;
    const double off = 3 * std::hypot(their_error, ours.summary.standard_error());
    reference_row("2.F", fmt::format("LCMCR Kosovo: mean (3 Monte Carlo se of the difference = {:.0f}; our ESS {:.0f})", off, ours.summary.effective_draws), theirs,
                  ours.summary.mean, off / theirs);
    constexpr double sampling = 0.02;
    const std::vector<std::pair<double, double>> quantiles{{0.025, 9052.975}, {0.05, 9256}, {0.25, 9875}, {0.5, 10417}, {0.75, 11142}, {0.95, 12834.05}, {0.975, 13654.125}};
    for (const auto& [chance, reference] : quantiles)
        reference_row("2.F", fmt::format("LCMCR Kosovo: {:g} %", 100 * chance), reference, ours.quantile(chance), sampling);
    reference_row("2.F", "LCMCR Kosovo: split R-hat below 1.05", 1, ours.summary.split_r_hat, 0.05);
    reference_row("2.F", "LCMCR Kosovo: microseconds of CPU a sweep, at most 12", 0, took / double(ours.sweeps) * 1e6, 12);
}

void sparse(const std::string& name, double point, double low, double tenth, double seconds_max)
{
    const auto table = by_columns("mse/sparsemse_" + name + ".input.csv");
    constexpr double threshold = 0.02, sampling = 0.03;
    const auto ours = stepwise(table, threshold);
    reference_row("2.F", "SparseMSE " + name + ": point", point, ours ? ours->population : NAN, 1e-4);
    constexpr std::size_t seeds = 21, replications = 500;
    std::vector<double> lows, tenths;
    const double begin = cpu_seconds();
    for (std::size_t seed = 0; seed < seeds; ++seed) {
        const auto limits = stepwise_bootstrap(table, threshold, replications, {0.025, 0.1}, 1234 + seed, 1);
        if (!limits) return;
        lows.push_back(limits->limits[0]);
        tenths.push_back(limits->limits[1]);
    }
    const double took = (cpu_seconds() - begin) / double(seeds);
    std::sort(lows.begin(), lows.end());
    std::sort(tenths.begin(), tenths.end());
    const auto range = [](const std::vector<double>& sorted) { return fmt::format("median of {} seeds, {:.0f} to {:.0f}", sorted.size(), sorted.front(), sorted.back()); };
    reference_row("2.F", fmt::format("SparseMSE {}: BCa 2.5 % of 500 ({})", name, range(lows)), low, lows[seeds / 2], sampling);
    reference_row("2.F", fmt::format("SparseMSE {}: BCa 10 % of 500 ({})", name, range(tenths)), tenth, tenths[seeds / 2], sampling);
    reference_row("2.F", fmt::format("SparseMSE {}: CPU seconds of a bootstrap of 500, at most {:g}", name, seconds_max), 0, took, seconds_max);
}

void closed_forms()
{
    const auto kosovo = by_columns("mse/kosovo_aggregate.input.csv");
    const std::vector<std::pair<double, double>> chapman{{7231.47277227723, 74940.4322595007},  {7128.34655532359, 58079.6161339952}, {6756.45360824742, 150897.529471782},
                                                         {5964.77074235808, 40392.6966638699},  {9621.88073394495, 657582.24358219},  {5447.36444444444, 77153.7692405987}};
    const auto pairs = chapman_pairs(kosovo);
    for (std::size_t i = 0; i < chapman.size(); ++i) {
        reference_row("2.F", fmt::format("Kosovo Chapman pair {}", i + 1), chapman[i].first, pairs[i].population, 1e-9);
        reference_row("2.F", fmt::format("Kosovo Chapman pair {}: variance", i + 1), chapman[i].second, pairs[i].variance, 1e-9);
    }
    const auto none = no_highest_interaction(kosovo);
    reference_row("2.F", "Kosovo without the highest interaction: unseen", 12541.8804251758, none ? none->unseen : NAN, 1e-9);
    reference_row("2.F", "Kosovo without the highest interaction: se", 5937.58041332129, none ? none->standard_error : NAN, 1e-9);
    const std::vector<double> by_factor{10670.9402125879, 12761.2536167839, 16941.8804251758, 23212.8206377638, 29483.7608503517};
    for (std::size_t i = 0; i < by_factor.size(); ++i)
        reference_row("2.F", fmt::format("Kosovo, highest interaction a factor {:.3g}", interaction_factors[i]), by_factor[i],
                      double(kosovo.documented()) + interaction_factors[i] * (none ? none->unseen : NAN), 1e-9);
}

void claims()
{
    const std::vector<std::int64_t> parts{49, 61};
    const auto check = sum_check(320, parts);
    reference_row("2.G", "49 + 61 of 320: named", 110, double(check.named), 0);
    reference_row("2.G", "49 + 61 of 320: share", 0.34375, double(check.named) / double(check.whole), 1e-15);
    reference_row("2.G", "49 + 61 of 320: elsewhere", 210, double(check.elsewhere), 0);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: statistics_unseen FOLDER   (the folder that holds mse/)\n");
        return 2;
    }
    folder = argv[1];
    dga("wittes5", by_cells("mse/dga_wittes5.input.csv", 5), 0.5, 1, 300, 1e-10,
        {822, 617.815890761466, 17.2625017444289, 588, 616, 655, 0.217073450567816, 0.160293686984362, 0.082265621625961, 0.0653588747480319, 0.0519351394812423});
    dga("kosovo4", by_cells("mse/dga_kosovo4.input.csv", 4), 1.0 / 16, 0, 22000, 1e-9,
        {61, 12749.311499641, 1715.06540910634, 9827, 12595, 16544, 0.985513153507256, 0.0107803886888476, 0.00370541081325294});
    closed_forms();
    rcapture();
    sparse("UKdat_5", 11312.9902894353, 8922.18392194394, 9677.05304781507, 2);
    sparse("UKdat", 11417.9910915046, 9418.19202682193, 9664.36303728704, 10);
    sparse("NewOrl_5", 1034.15106523105, 588.817471589654, 597.81044969278, 2);
    sparse("NewOrl", 1183.69227455345, 790.701595071824, 790.701595071824, 10);
    sparse("Ned_5", 121521.613712277, 46556.0197704202, 106029.306723276, 2);
    sparse("Western", 2483.38392023012, 1293.21394208181, 1331.52541594403, 2);
    lcmcr();
    claims();
    return 0;
}
