// Section 2.B of the reference: charts, run lengths, Farrington limits, change points.
#include "reference_files.hpp"
#include "reference_row.hpp"

#include "analyse/counts/negative_binomial.hpp"
#include "analyse/counts/regression.hpp"
#include "analyse/random.hpp"
#include "analyse/surge/change_points.hpp"
#include "analyse/surge/farrington.hpp"
#include "analyse/surge/likelihood_ratio.hpp"
#include "analyse/surge/run_length.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <numbers>

namespace {

using namespace sitrep::analyse;
using namespace sitrep::bench;

/// The largest difference of a column is one row of the table; so are the alarms.
struct Compared {
    double worst = 0, worst_theirs = 0, worst_ours = 0;
    int theirs = 0, ours = 0, apart = 0;

    void value(double reference, double own)
    {
        if (std::isnan(reference)) return;
        if (std::abs(own - reference) < worst) return;
        worst = std::abs(own - reference);
        worst_theirs = reference;
        worst_ours = own;
    }
    void alarm(bool reference, bool own)
    {
        theirs += reference;
        ours += own;
        apart += reference != own;
    }
    void print(const std::string& what, const std::string& column, double tolerance) const
    {
        reference_row("2.B", what + ": " + column + " (farthest)", worst_theirs, worst_ours, tolerance);
    }
    void print_alarms(const std::string& what) const
    {
        reference_row("2.B", what + ": alarms", theirs, ours, 0);
        reference_row("2.B", what + ": weeks that differ", 0, apart, 0);
    }
};

void farrington(const ReferenceTable& table, const std::vector<double>& counts, const std::string& what, const FarringtonOptions& options)
{
    const auto week = table.numbers("week"), upper = table.numbers("upperbound"), alarm = table.numbers("alarm");
    Compared limits, alarms;
    for (std::size_t i = 0; i < week.size(); ++i) {
        const auto ours = farrington_week(counts, std::size_t(week[i]) - 1, options);
        limits.value(upper[i], ours->upper);
        alarms.alarm(alarm[i] > 0, ours->alarm);
    }
    limits.print(what, "upper limit", 1e-6);
    alarms.print_alarms(what);
}

FarringtonOptions windows_only()
{
    FarringtonOptions options;
    options.seasonal_levels = 1;
    options.weeks_left_out = 3;
    options.weights_threshold = 1;
    options.trend_p_max = 0.05;
    options.limit = UpperLimit::delta;
    options.alpha = 0.05;
    return options;
}

void salmonella(const std::string& folder, const std::vector<double>& counts)
{
    const auto table = [&](const std::string& name) { return read_table(folder + "/farringtonFlexible_agona_" + name + ".csv"); };
    FarringtonOptions help1 = windows_only(), help2;
    help1.years_back = help2.years_back = 4;
    help1.alpha = help2.alpha = 0.1;
    help2.limit = UpperLimit::delta;
    farrington(table("help1_delta"), counts, "Farrington agona help 1", help1);
    farrington(table("help2_delta"), counts, "Farrington agona help 2", help2);
    FarringtonOptions full;
    full.alpha = 0.05;
    const std::pair<std::string, UpperLimit> limits[] = {{"delta", UpperLimit::delta}, {"nbPlugin", UpperLimit::nb_plugin}, {"muan", UpperLimit::muan}};
    for (const auto& [name, limit] : limits) {
        full.limit = limit;
        farrington(table("full_" + name), counts, "Farrington agona full " + name, full);
    }
    farrington(table("full_original"), counts, "Farrington agona full original", windows_only());
    FarringtonOptions first = windows_only();
    first.alpha = 0.025;  // the 1996 programs mean 5 % two-sided
    first.scale_by_working_residuals = false;
    const auto older = read_table(folder + "/algo_farrington_agona_full.csv");
    Compared alarms;
    const auto week = older.numbers("week"), alarm = older.numbers("alarm");
    for (std::size_t i = 0; i < week.size(); ++i) alarms.alarm(alarm[i] > 0, farrington_week(counts, std::size_t(week[i]) - 1, first)->alarm);
    alarms.print_alarms("algo.farrington agona");
}

void cusum_variants(const std::string& folder, const std::vector<double>& counts)
{
    double mean = 0;
    for (std::size_t i = 0; i < 208; ++i) mean += counts[i] / 208;
    const std::pair<std::string, Standardising> rules[] = {
        {"rossi", Standardising::rossi}, {"standard", Standardising::plain}, {"anscombe", Standardising::anscombe}};
    for (const auto& [name, rule] : rules) {
        const auto table = read_table(folder + "/algo_cusum_" + name + "_agona.csv");
        const auto theirs = table.numbers("cusum"), alarm = table.numbers("alarm");
        const auto ours = standardised_cusum(std::span(counts).subspan(208), mean, 1.04, rule);
        Compared path, alarms;
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            path.value(theirs[i], ours[i]);
            alarms.alarm(alarm[i] > 0, ours[i] >= 2.26);
        }
        path.print("CUSUM " + name, "path", 1e-8);
        alarms.print_alarms("CUSUM " + name);
    }
}

void glr_help(const std::string& folder, const std::string& name, double overdispersion)
{
    const auto table = read_table(folder + "/" + name + "_help.csv");
    const auto means = table.numbers("mu0"), counts = table.numbers("x");
    const Expected expected{means, overdispersion};
    const auto column = [&](const std::string& of, const std::string& alarm_of, const std::vector<ChartPoint>& ours) {
        Compared path, alarms;
        const auto theirs = table.numbers(of);
        const auto fired = alarm_of.empty() ? std::vector<double>(theirs.size()) : table.numbers(alarm_of);
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            path.value(theirs[i], ours[i].statistic);
            alarms.alarm(fired[i] > 0, ours[i].alarm);
        }
        path.print(name + " " + of, "statistic", 1e-8);
        if (!alarm_of.empty()) alarms.print_alarms(name + " " + of);
    };
    column("glr", "glr_alarm", glr_chart(counts, expected, Direction::up, 5));
    column("glr_noreset", "", glr_chart(counts, expected, Direction::up, 1e9));
    column("lr_theta0.4", "lr_alarm", cusum_chart(counts, expected, 0.4, 5));
    column("lr_noreset", "", cusum_chart(counts, expected, 0.4, 1e9));
}

void shadar(const std::string& folder)
{
    const auto counts = read_table(folder + "/shadar.input.csv").numbers("observed");
    const auto reference = read_json(folder + "/glrnb_shadar.json");
    Columns columns(4);
    for (std::size_t t = 1; t <= counts.size(); ++t) {
        const double angle = 2 * std::numbers::pi * double(t) / 52;
        const double row[] = {1, double(t), std::sin(angle), std::cos(angle)};
        for (std::size_t j = 0; j < columns.size(); ++j) columns[j].push_back(row[j]);
    }
    Columns first = columns;
    for (auto& column : first) column.resize(208);
    const auto fit = negative_binomial_regression(std::span(counts).first(208), first);
    reference_row("2.B", "GLR NB shadar: overdispersion", reference["alpha"], fit.overdispersion, 1e-6);
    std::vector<double> means;
    for (std::size_t t = 208; t < counts.size(); ++t) {
        double log_mean = 0;
        for (std::size_t j = 0; j < columns.size(); ++j) log_mean += fit.coefficients[j] * columns[j][t];
        means.push_back(std::exp(log_mean));
    }
    const auto table = read_table(folder + "/glrnb_shadar.csv");
    const auto statistic = table.numbers("stat"), alarm = table.numbers("alarm");
    const auto ours = glr_chart(std::span(counts).subspan(208), {means, fit.overdispersion}, Direction::up, 5);
    Compared path, alarms;
    for (std::size_t i = 0; i < statistic.size(); ++i) {
        path.value(statistic[i], ours[i].statistic);
        alarms.alarm(alarm[i] > 0, ours[i].alarm);
    }
    path.print("GLR NB shadar", "statistic", 1e-6);
    alarms.print_alarms("GLR NB shadar");
}

void run_lengths(const std::string& folder)
{
    const NegativeBinomial base{10, 0.5}, doubled{20, 0.5};
    const auto table = read_table(folder + "/lrcusum_runlength_nb_const.csv");
    const auto h = table.numbers("h"), zero = table.numbers("arl0_g20"), one = table.numbers("arl1_g20");
    for (std::size_t i = 0; i < h.size(); ++i) {
        reference_row("2.B", "run length NB CUSUM h " + table.text("h")[i] + " g 20", zero[i], interpolated_run_length(base, 2, base, h[i], 20, 100), 1e-6);
        reference_row("2.B", "run length after a doubling h " + table.text("h")[i] + " g 20", one[i], interpolated_run_length(base, 2, doubled, h[i], 20, 100), 1e-6);
    }
    const auto finer = read_json(folder + "/lrcusum_runlength_nb.json");
    const double at[] = {3, 4.5, 6};
    for (int i = 0; i < 3; ++i)
        reference_row("2.B", "run length NB CUSUM h " + std::to_string(at[i]).substr(0, 3) + " g 100", finer["h_3_4.5_6_g100_n200"][i],
                      interpolated_run_length(base, 2, base, at[i], 100, 200), 1e-6);
    reference_row("2.B", "run length NB CUSUM h 5 g 5", finer["h5_g5"], interpolated_run_length(base, 2, base, 5, 5, 100), 1e-6);
    const auto varying = read_table(folder + "/lrcusum_runlength_nb_timevarying.csv");
    const auto chances = alarm_chances(varying.numbers("mu0"), 0.5, 2, 2, 20, 100);
    const auto cdf = varying.numbers("cdf");
    double sum = 0;
    for (std::size_t i = 0; i < 104; ++i) sum += chances[i];
    reference_row("2.B", "chance of an alarm within 104 weeks, varying mean, h 2 g 20", cdf[103], sum, 1e-7);
}

void change_point_rows(const std::string& what, const std::vector<double>& counts, const nlohmann::json& theirs, const std::string& key, const std::vector<std::size_t>& ours)
{
    const std::vector<double> expected = theirs[key]["cpts"].is_array() ? theirs[key]["cpts"].get<std::vector<double>>()
                                                                        : std::vector<double>{theirs[key]["cpts"].get<double>()};
    const std::string name = "PELT Poisson " + what + " " + key;
    reference_row("2.B", name + ": changes", double(expected.size()), double(ours.size()), 0);
    for (std::size_t i = 0; i < expected.size(); ++i) reference_row("2.B", name + ": change " + std::to_string(i + 1), expected[i], i < ours.size() ? double(ours[i]) : -1, 0);
    if (!theirs[key]["lambda"].is_array()) return;
    for (std::size_t i = 0; i <= ours.size() && i < theirs[key]["lambda"].size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : ours[i - 1], end = i == ours.size() ? counts.size() : ours[i];
        double sum = 0;
        for (std::size_t t = begin; t < end; ++t) sum += counts[t];
        reference_row("2.B", name + ": rate " + std::to_string(i + 1), theirs[key]["lambda"][i], sum / double(end - begin), 1e-9);
    }
}

void change_point_series(const std::string& folder, const std::vector<double>& agona)
{
    const auto theirs = read_json(folder + "/changepoint/changepoint_poisson.json");
    const std::pair<std::string, std::vector<double>> series[] = {
        {"coal", read_table(folder + "/changepoint/coal_mining_disasters.input.csv").numbers("count")},
        {"discoveries", read_table(folder + "/changepoint/discoveries.input.csv").numbers("count")},
        {"agona", agona}};
    for (const auto& [name, counts] : series) {
        change_point_rows(name, counts, theirs[name], "PELT_MBIC", change_points(counts, 0, ChangePenalty::mbic_plain_pruning));
        change_point_rows(name, counts, theirs[name], "PELT_BIC", change_points(counts, 0, ChangePenalty::bic));
        if (!theirs[name].contains("PELT_manual5")) continue;
        change_point_rows(name, counts, theirs[name], "PELT_manual5", change_points(counts, 0, 5.0));
        change_point_rows(name, counts, theirs[name], "PELT_manual10", change_points(counts, 0, 10.0));
    }
    const auto made = read_table(folder + "/changepoint/pelt_sim10k.input.csv").numbers("x");
    const auto cuts = read_table(folder + "/changepoint/pelt_sim10k_MBIC.csv").numbers("cpt");
    const auto ours = change_points(made, 0, ChangePenalty::mbic_plain_pruning);
    int apart = int(cuts.size() != ours.size());
    for (std::size_t i = 0; i < std::min(cuts.size(), ours.size()); ++i) apart += cuts[i] != double(ours[i]);
    reference_row("2.B", "PELT Poisson made series of 10,000: changes", double(cuts.size()), double(ours.size()), 0);
    reference_row("2.B", "PELT Poisson made series of 10,000: changes that differ", 0, apart, 0);
    const auto coal = run_length_posterior(series[0].second, 0.01, 1, 1);
    const auto runs = read_table(folder + "/changepoint/bocpd_ocp_coal_runlength.csv").numbers("map_run_length");
    int differ = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) differ += runs[i] != double(coal.most_likely[i]);
    reference_row("2.B", "BOCPD coal: steps whose most likely run length differs", 0, differ, 0);
    reference_row("2.B", "BOCPD coal: second run starts at", 42, coal.starts.size() > 1 ? double(coal.starts[1]) : -1, 0);
}

void islamic_state(const std::string& folder)
{
    const auto weeks = read_table(folder + "/syria_is/weekly_counts.csv");
    const auto counts = weeks.numbers("count");
    const std::pair<std::string, UpperLimit> limits[] = {{"delta", UpperLimit::delta}, {"nbPlugin", UpperLimit::nb_plugin}, {"muan", UpperLimit::muan}};
    for (const auto& [name, limit] : limits) {
        FarringtonOptions options;
        options.years_back = 2;
        options.limit = limit;
        farrington(read_table(folder + "/syria_is/farringtonFlexible_2019_" + name + ".csv"), counts, "Farrington IS in Syria 2019 " + name, options);
    }
    std::vector<double> phase_one, later;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string& monday = weeks.text("monday")[i];
        if (monday.starts_with("2018")) phase_one.push_back(counts[i]);
        if (monday.starts_with("2019")) later.push_back(counts[i]);
    }
    const auto fit = negative_binomial_regression(phase_one, {std::vector<double>(phase_one.size(), 1)});
    const auto theirs = read_json(folder + "/syria_is/nb_cusum_calibration.json");
    const NegativeBinomial base{fit.fitted[0], fit.overdispersion};
    reference_row("2.B", "NB fit to 2018 weeks of IS in Syria: mean", theirs["mu0"], base.mean, 1e-6);
    reference_row("2.B", "NB fit to 2018 weeks of IS in Syria: overdispersion", theirs["alpha"], base.overdispersion, 1e-6);
    for (std::size_t i = 0; i < theirs["h"].size(); ++i) {
        const double h = theirs["h"][i];
        const std::string at = " h " + std::to_string(int(h)) + " g 50";
        reference_row("2.B", "NB CUSUM IS 2018 run length" + at, theirs["arl0_g50"][i], interpolated_run_length(base, 1.5, base, h, 50, 100), 1e-4);
        reference_row("2.B", "NB CUSUM IS 2018 weeks to a rise by 1.5" + at, theirs["arl1_g50"][i],
                      interpolated_run_length(base, 1.5, {1.5 * base.mean, base.overdispersion}, h, 50, 100), 1e-4);
    }
    const std::vector<double> means(later.size(), base.mean);
    const std::pair<std::string, Direction> ways[] = {{"inc", Direction::up}, {"dec", Direction::down}};
    for (const auto& [name, direction] : ways) {
        const auto table = read_table(folder + "/syria_is/glrnb_2019_" + name + ".csv");
        const auto statistic = table.numbers("stat"), alarm = table.numbers("alarm");
        const auto ours = glr_chart(later, {means, base.overdispersion}, direction, 5);
        Compared path, alarms;
        for (std::size_t i = 0; i < statistic.size(); ++i) {
            path.value(statistic[i], ours[i].statistic);
            alarms.alarm(alarm[i] > 0, ours[i].alarm);
        }
        path.print("GLR NB IS 2019, frozen baseline, " + name, "statistic", 1e-6);
        alarms.print_alarms("GLR NB IS 2019, frozen baseline, " + name);
    }
    const auto months = read_table(folder + "/syria_is/monthly_counts_by_gov.csv");
    std::vector<double> totals(months.rows());
    for (std::size_t column = 1; column < months.names.size(); ++column) {
        const auto values = months.numbers(months.names[column]);
        for (std::size_t i = 0; i < totals.size(); ++i) totals[i] += values[i];
    }
    const auto cuts = read_json(folder + "/syria_is/pelt_poisson_monthly.json");
    change_point_rows("IS in Syria, months", totals, cuts, "MBIC", change_points(totals, 0, ChangePenalty::mbic_plain_pruning));
    change_point_rows("IS in Syria, months", totals, cuts, "BIC", change_points(totals, 0, ChangePenalty::bic));
}

/// The last 52 weeks of 10,000 made series of six years, judged one by one on one thread.
void farrington_in_numbers()
{
    constexpr std::size_t series = 10'000, weeks = 312, judged = 52;
    const FarringtonOptions options;
    RandomStream random(20261128, 0);
    const CountSampler sampler(NegativeBinomial{4, 0.3});
    std::vector<double> counts(weeks);
    std::size_t alarms = 0;
    const std::clock_t begin = std::clock();
    for (std::size_t i = 0; i < series; ++i) {
        for (double& count : counts) count = double(sampler.draw(random));
        for (std::size_t week = weeks - judged; week < weeks; ++week)
            if (const auto answer = farrington_week(counts, week, options)) alarms += answer->alarm;
    }
    const double took = double(std::clock() - begin) / CLOCKS_PER_SEC;
    std::fprintf(stderr, "Farrington, 10,000 series of 52 weeks: %.1f s of CPU, %zu alarms\n", took, alarms);
    reference_row("2.B", "Farrington, 10,000 series of 52 weeks: seconds of CPU, at most 60", 0, took, 60);
}

}  // namespace

int main(int, char** argv)
{
    const std::string folder = argv[1], surveillance = folder + "/surveillance";
    const auto agona = read_table(surveillance + "/salmonella_agona.input.csv").numbers("observed");
    salmonella(surveillance, agona);
    cusum_variants(surveillance, agona);
    glr_help(surveillance, "glrpois", 0);
    glr_help(surveillance, "glrnb", 0.2);
    shadar(surveillance);
    run_lengths(surveillance);
    change_point_series(folder, agona);
    islamic_state(folder);
    farrington_in_numbers();
}
