// Knox tables and self-exciting processes beside surveillance, NearRepeat, the Near Repeat Calculator and hawkesbow (statistics.md 2.D).
#include "analyse/repeat/hawkes.hpp"
#include "analyse/repeat/knox.hpp"
#include "core/date.hpp"
#include "reference_files.hpp"
#include "reference_row.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <numbers>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;
using sitrep::bench::reference_row;

const std::string part = "2.D";

double just_above(double edge) { return std::nextafter(edge, 1e300); }

double day_number(const std::string& iso) { return double(day_from_iso(iso)->time_since_epoch().count()); }

/// One near cell with edges that belong to it, as surveillance counts.
KnoxTable one_cell(std::span<const TimedSpot> events, Metric metric, double distance, double time, std::size_t replications)
{
    KnoxOptions options;
    options.metric = metric;
    options.distance_edges = {0, just_above(distance)};
    options.time_edges = {0, just_above(time)};
    options.replications = replications;
    return knox_table(events, options);
}

// surveillance gives the chance of more pairs than observed; ours is of as many or more.
double p_of_more(const KnoxCell& cell) { return poisson_at_least(cell.pairs + 1, cell.expected); }

// surveillance shuffles the pairs' gaps over the pairs, as if pairs were independent. Ours shuffles days over events (Mantel 1967), which
// spreads wider and is the test that holds. What theirs amounts to has a closed form, the hypergeometric; it is compared as well.
void shuffles_row(const std::string& what, const KnoxTable& table, double mean, double sd, double p, std::size_t replications)
{
    const KnoxCell& ours = table.at(0, 0);
    const auto number = double(replications), pairs = double(table.pairs), near = double(table.by_distance[0]), soon = double(table.by_time[0]);
    const double of_pairs = std::sqrt(soon * near / pairs * (1 - near / pairs) * (pairs - soon) / (pairs - 1));
    reference_row(part, what + ": sd where pairs are shuffled, hypergeometric", sd, of_pairs, 3 * std::sqrt(1 / (2 * number)));
    reference_row(part, what + ": mean of shuffles", mean, ours.shuffled_mean, 3 * sd * std::sqrt(2 / number) / mean);
    reference_row(part, what + ": sd of shuffles (theirs shuffles pairs, ours days)", sd, ours.shuffled_sd, 3 * std::sqrt(2 / (2 * number)));
    reference_row(part, what + ": p (theirs shuffles pairs, ours days)", p, ours.p, std::max(3 * std::sqrt(2 * p * (1 - p) / number), 1 / number) / p);
}

std::vector<TimedSpot> imdepi(const std::string& folder, const std::string& type)
{
    const auto rows = bench::read_table(folder + "/surveillance/imdepi_events.input.csv");
    const auto x = rows.numbers("x_km"), y = rows.numbers("y_km"), time = rows.numbers("time");
    std::vector<TimedSpot> events;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        if (type == "all" || rows.text("type")[i] == type) events.push_back({{x[i], y[i]}, time[i]});
    return events;
}

void imdepi_rows(const std::string& folder)
{
    const auto theirs = bench::read_table(folder + "/surveillance/knox_imdepi_poisson.csv");
    const auto time = theirs.numbers("eps_t"), distance = theirs.numbers("eps_s");
    for (std::size_t i = 0; i < theirs.rows(); ++i) {
        const std::string type = theirs.text("type")[i];
        const auto events = imdepi(folder, type);
        const KnoxTable ours = one_cell(events, Metric::euclidean, distance[i], time[i], 0);
        const std::string what = "knox imdepi " + type + ", " + theirs.text("eps_t")[i] + " d, " + theirs.text("eps_s")[i] + " km";
        reference_row(part, what + ": close pairs", theirs.numbers("close_st")[i], double(ours.at(0, 0).pairs), 0);
        reference_row(part, what + ": pairs close in time", theirs.numbers("t_close")[i], double(ours.by_time[0]), 0);
        reference_row(part, what + ": pairs close in place", theirs.numbers("s_close")[i], double(ours.by_distance[0]), 0);
        reference_row(part, what + ": all pairs", theirs.numbers("pairs")[i], double(ours.pairs), 0);
        reference_row(part, what + ": expected", theirs.numbers("expected")[i], ours.at(0, 0).expected, 1e-12);
        reference_row(part, what + ": Poisson p of more", theirs.numbers("p_poisson")[i], p_of_more(ours.at(0, 0)), 1e-9);
    }
    const auto mc = bench::read_json(folder + "/surveillance/knox_imdepi_mc.json");
    const KnoxTable ours = one_cell(imdepi(folder, "B"), Metric::euclidean, mc["eps_s"], mc["eps_t"], 999);
    shuffles_row("knox imdepi B, 30 d, 50 km", ours, mc["mean_permuted"], mc["sd_permuted"], mc["p"], 999);
}

std::vector<TimedSpot> syria(const std::string& folder, const std::string& set)
{
    const auto rows = bench::read_table(folder + "/satscan/syria_" + set + ".input.csv");
    const auto lat = rows.numbers("lat"), lon = rows.numbers("lon"), cases = rows.numbers("cases");
    // The plane on which the reference was made: kilometres at 35 degrees north.
    const double km_x = 111.32 * std::cos(35 * std::numbers::pi / 180), km_y = 110.574;
    std::vector<TimedSpot> events;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (int k = 0; k < int(cases[i]); ++k) events.push_back({{lon[i] * km_x, lat[i] * km_y}, day_number(rows.text("date")[i])});
    return events;
}

void syria_rows(const std::string& folder)
{
    for (const std::string set : {"is_2019", "is_2018_2019"}) {
        const auto events = syria(folder, set);
        const auto theirs = bench::read_table(folder + "/syria_is/knox_" + set + ".csv");
        for (std::size_t i = 0; i < theirs.rows(); ++i) {
            const KnoxTable ours = one_cell(events, Metric::euclidean, theirs.numbers("eps_s")[i], theirs.numbers("eps_t")[i], 0);
            const std::string what = "knox " + set + ", " + theirs.text("eps_t")[i] + " d, " + theirs.text("eps_s")[i] + " km";
            reference_row(part, what + ": close pairs", theirs.numbers("close")[i], double(ours.at(0, 0).pairs), 0);
            reference_row(part, what + ": expected", theirs.numbers("expected")[i], ours.at(0, 0).expected, 1e-12);
            const double p = theirs.numbers("p_poisson")[i];
            // Below 1e-300 a double has lost digits: there both say 0.
            reference_row(part, what + ": Poisson p of more", p < 1e-300 ? 0 : p, p < 1e-300 && p_of_more(ours.at(0, 0)) < 1e-300 ? 0 : p_of_more(ours.at(0, 0)), 1e-8);
        }
        const auto mc = bench::read_json(folder + "/syria_is/knox_mc_" + set + ".json");
        const std::clock_t begin = std::clock();
        const KnoxTable ours = one_cell(events, Metric::euclidean, mc["eps_s"], mc["eps_t"], 999);
        const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC, peer = mc["elapsed_s"];
        std::fprintf(stderr, "knox %s, 999 shuffles: %.3f s of CPU, surveillance %.2f s: %.0f times\n", set.c_str(), seconds, peer, peer / seconds);
        shuffles_row("knox " + set + ", 7 d, 10 km", ours, mc["perm_mean"], mc["perm_sd"], mc["p"], 999);
    }
    const auto sigacts = bench::read_json(folder + "/near_repeat/knox_sigacts_106k.json");
    for (const auto& result : sigacts["results"])
        reference_row(part, "knox Iraq SIGACTs, " + std::to_string(result["eps_t_d"].get<int>()) + " d: close pairs (the points are not in bench/stats)",
                      result["close"], std::nan(""), 0);
}

struct NearRepeatRun {
    std::string data;    ///< "arson", "be_month1"
    Metric metric;
    bool calculator_bins;  ///< the bins that the Near Repeat Calculator really uses
};

KnoxTable chicago(const std::string& folder, const NearRepeatRun& run)
{
    const auto rows = bench::read_table(folder + "/near_repeat/chicago_" + run.data + ".input.csv");
    const auto x = rows.numbers("x"), y = rows.numbers("y");
    std::vector<TimedSpot> events;
    for (std::size_t i = 0; i < rows.rows(); ++i) events.push_back({{x[i], y[i]}, day_number(rows.text("date")[i])});
    KnoxOptions options;
    options.metric = run.metric;
    const bool arson = run.data == "arson";
    options.distance_edges = arson ? std::vector<double>{0, 0.001, 200, 400, 600} : std::vector<double>{0, 0.001, 100, 200, 300};
    options.time_edges = arson ? std::vector<double>{0, 2, 3, 4} : std::vector<double>{0, 8, 15, 22};
    if (run.calculator_bins)
        for (std::size_t i = 1; i < options.time_edges.size(); ++i) options.time_edges[i] -= 1;
    const std::clock_t begin = std::clock();
    KnoxTable table = knox_table(events, options);
    std::fprintf(stderr, "near repeat Chicago %s, %zu points, 999 shuffles: %.3f s of CPU\n", run.data.c_str(), events.size(), double(std::clock() - begin) / CLOCKS_PER_SEC);
    return table;
}

/// Cells of a stored table that ours contradicts; each judged by `same`.
int cells_apart(const std::string& file, const KnoxTable& ours, const std::function<bool(double, const KnoxCell&)>& same)
{
    const auto theirs = bench::read_table(file);
    int apart = 0;
    for (std::size_t t = 0; t < ours.time_bands(); ++t) {
        const auto column = theirs.numbers(theirs.names[t + 1]);
        for (std::size_t d = 0; d < ours.distance_bands(); ++d) apart += !same(column[d], ours.at(d, t));
    }
    return apart;
}

bool same_ratio(double theirs, const KnoxCell& ours, double draws, double rounded = 0)
{
    if (ours.pairs == 0) return theirs == 0 || std::isnan(theirs);
    const double error = ours.shuffled_sd / ours.shuffled_mean * std::sqrt(1 / draws + 1 / 999.0);  // relative, of the mean of shuffles
    return std::abs(theirs / ours.ratio() - 1) <= 3.5 * error + rounded / theirs + 1e-9;
}

bool same_p(double theirs, const KnoxCell& ours, double draws)
{
    const double se = std::sqrt(std::max(ours.p * (1 - ours.p), theirs * (1 - theirs)) * (1 / draws + 1 / 999.0));
    return std::abs(theirs - ours.p) <= 3.5 * se + 1 / draws;
}

void near_repeat_rows(const std::string& folder)
{
    for (const std::string data : {"arson", "be_month1"})
        for (const auto& [metric, metric_name] : {std::pair{Metric::manhattan, "manhattan"}, std::pair{Metric::euclidean, "euclidean"}})
            for (const bool calculator_bins : {false, true}) {
                const std::string stem = data + "_" + metric_name + (calculator_bins ? "_nrcbins" : "");
                const KnoxTable ours = chicago(folder, {data, metric, calculator_bins});
                const std::string file = folder + "/near_repeat/NearRepeat_" + stem, what = "NearRepeat Chicago " + stem + ", cells of 20 apart: ";
                reference_row(part, what + "pairs", 0, cells_apart(file + "_observed.csv", ours, [](double t, const auto& o) { return t == double(o.pairs); }), 0);
                reference_row(part, what + "ratio, beyond 3.5 Monte-Carlo se", 0, cells_apart(file + "_knox_ratio.csv", ours, [](double t, const auto& o) { return same_ratio(t, o, 999); }), 0);
                reference_row(part, what + "p, beyond 3.5 Monte-Carlo se", 0, cells_apart(file + "_pvalues.csv", ours, [](double t, const auto& o) { return same_p(t, o, 999); }), 0);
            }
}

/// The published output of the Near Repeat Calculator 1.3: pairs, ratio and p in one file, cells without pairs left empty.
void calculator_rows(const std::string& folder)
{
    for (const auto& [data, draws, moved] : {std::tuple{"be_month1", 19.0, 0}, std::tuple{"arson", 99.0, 2}}) {
        const KnoxTable ours = chicago(folder, {data, Metric::manhattan, true});
        const auto theirs = bench::read_table(folder + "/near_repeat/NRC13_" + data + "_published.csv");
        std::map<std::string, int> apart;
        std::map<std::string, std::size_t> band;
        for (std::size_t row = 0; row < theirs.rows(); ++row) {
            const std::string kind = theirs.text("table")[row];
            const std::size_t d = band[kind]++;
            for (std::size_t t = 0; t < ours.time_bands(); ++t) {
                const KnoxCell& cell = ours.at(d, t);
                const double value = theirs.numbers("t" + std::to_string(t + 1))[row];
                if (kind == "observed") apart[kind] += (std::isnan(value) ? 0 : value) != double(cell.pairs);
                else if (kind == "ratio") apart[kind] += !std::isnan(value) && !same_ratio(value, cell, draws, 5e-4);
                else apart[kind] += !same_p(value, cell, draws);
            }
        }
        const std::string what = std::string("Near Repeat Calculator 1.3, Chicago ") + data + ", cells of 20 apart: ";
        reference_row(part, what + (moved > 0 ? "pairs (at most one pair moved over a band's edge)" : "pairs"), 0, apart["observed"], moved);
        reference_row(part, what + "ratio, beyond 3.5 Monte-Carlo se", 0, apart["ratio"], 0);
        reference_row(part, what + "p, beyond 3.5 Monte-Carlo se", 0, apart["p"], 0);
    }
}

void hawkes_rows(const std::string& folder)
{
    for (const std::string set : {"coal", "is_syria_2018", "is_syria_2019", "is_syria_2016_2019"}) {
        const auto theirs = bench::read_json(folder + "/hawkes/hawkes_exp_" + set + ".json");
        const auto times = bench::read_table(folder + "/hawkes/hawkes_" + set + ".input.csv").numbers("t");
        const HawkesFit ours = fit_hawkes(times, theirs["T"], Baseline::constant());
        const std::string what = "Hawkes " + set;
        reference_row(part, what + ": baseline", theirs["optim_par"]["baseline"], ours.baseline[0], 1e-4);
        reference_row(part, what + ": branching", theirs["optim_par"]["reproduction"], ours.branching, 1e-4);
        reference_row(part, what + ": rate", theirs["optim_par"]["rate"], ours.rate, 1e-4);
        reference_row(part, what + ": log likelihood", theirs["loglik"], ours.log_likelihood, 1e-6 / std::abs(theirs["loglik"].get<double>()));
        reference_row(part, what + ": log likelihood of Poisson", theirs["loglik_poisson"], fit_poisson(times, theirs["T"], Baseline::constant()).log_likelihood,
                      1e-6 / std::abs(theirs["loglik_poisson"].get<double>()));
        for (std::size_t i = 0; i < ours.log_errors.size(); ++i)
            reference_row(part, what + ": standard error " + std::to_string(i + 1) + " (logarithms)", theirs["se_log_par"][i], ours.log_errors[i], 1e-2);
    }
    const auto theirs = bench::read_json(folder + "/hawkes/hawkes_exp_sim10k.json");
    const auto times = bench::read_table(folder + "/hawkes/hawkes_sim10k.input.csv").numbers("t");
    const std::clock_t begin = std::clock();
    const HawkesFit ours = fit_hawkes(times, theirs["end"], Baseline::constant());
    std::fprintf(stderr, "Hawkes, %zu events: %.3f s of CPU\n", times.size(), double(std::clock() - begin) / CLOCKS_PER_SEC);
    reference_row(part, "Hawkes simulated: baseline", theirs["hawkesbow_par"][0], ours.baseline[0], 1e-4);
    reference_row(part, "Hawkes simulated: branching", theirs["hawkesbow_par"][1], ours.branching, 1e-4);
    reference_row(part, "Hawkes simulated: rate", theirs["hawkesbow_par"][2], ours.rate, 1e-4);
    reference_row(part, "Hawkes simulated: log likelihood", theirs["loglik"], ours.log_likelihood, 1e-6 / 2029.1);
}

// The model needs persons per district and the outline of the country as well as the events.
void twinstim_rows(const std::string& folder)
{
    const auto theirs = bench::read_json(folder + "/surveillance/twinstim_imdepi.json");
    for (const std::string model : {"m_noepi", "m0", "m1_gaussian", "m2_gaussian_type_age"})
        reference_row(part, "twinstim imdepi " + model + ": log likelihood (persons by district and the outline are not in bench/stats)", theirs[model]["logLik"],
                      std::nan(""), 1e-6);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string folder = argc > 1 ? argv[1] : "../shared/bench/stats";
    imdepi_rows(folder);
    near_repeat_rows(folder);
    calculator_rows(folder);
    syria_rows(folder);
    hawkes_rows(folder);
    twinstim_rows(folder);
}
