// Section 2.A of the reference: exact limits, rate ratios, regression.
#include "reference_files.hpp"
#include "reference_row.hpp"

#include "analyse/counts/exact_limits.hpp"
#include "analyse/counts/nowcast.hpp"
#include "analyse/counts/regression.hpp"

#include "core/date.hpp"

#include <algorithm>
#include <cmath>

namespace {

using namespace sitrep::analyse;
using namespace sitrep::bench;

void garwood(const std::string& folder)
{
    const auto table = read_table(folder + "/exact/poisson_garwood.csv");
    const auto x = table.numbers("x"), conf = table.numbers("conf"), lo = table.numbers("lo"), hi = table.numbers("hi");
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto limits = poisson_limits(std::int64_t(x[i]), conf[i]);
        const std::string what = "Garwood " + table.text("x")[i] + " at " + table.text("conf")[i];
        reference_row("2.A", what + " low", lo[i], limits.low, 1e-10);
        reference_row("2.A", what + " high", hi[i], limits.high, 1e-10);
    }
}

void shares(const std::string& folder)
{
    const auto table = read_table(folder + "/exact/clopper_pearson.csv");
    const auto n = table.numbers("n"), k = table.numbers("k"), lo = table.numbers("lo"), hi = table.numbers("hi");
    for (std::size_t i = 0; i < n.size(); ++i) {
        const auto limits = share_limits(std::int64_t(k[i]), std::int64_t(n[i]), 0.95);
        const std::string what = "Clopper-Pearson " + table.text("k")[i] + " of " + table.text("n")[i];
        reference_row("2.A", what + " low", lo[i], limits.low, 1e-10);
        reference_row("2.A", what + " high", hi[i], limits.high, 1e-10);
    }
}

void ratios(const std::string& folder)
{
    const auto table = read_table(folder + "/exact/poisson_rate_ratio.csv");
    const auto x1 = table.numbers("x1"), t1 = table.numbers("t1"), x2 = table.numbers("x2"), t2 = table.numbers("t2");
    const auto ratio = table.numbers("ratio"), lo = table.numbers("lo"), hi = table.numbers("hi"), p = table.numbers("p");
    for (std::size_t i = 0; i < x1.size(); ++i) {
        const auto ours = rate_ratio(std::int64_t(x1[i]), t1[i], std::int64_t(x2[i]), t2[i], 0.95);
        const std::string what = "rate ratio " + table.text("x1")[i] + "/" + table.text("t1")[i] + " to " + table.text("x2")[i] + "/" + table.text("t2")[i];
        reference_row("2.A", what, ratio[i], ours.ratio, 1e-10);
        reference_row("2.A", what + " low", lo[i], ours.limits.low, 1e-10);
        reference_row("2.A", what + " high", hi[i], ours.limits.high, 1e-10);
        reference_row("2.A", what + " p", p[i], ours.p, 1e-10);
    }
}

void regression(const std::string& folder)
{
    const auto reference = read_json(folder + "/exact/nb_regression_is_syria.json");
    const std::vector<double> counts = reference["y"];
    std::vector<double> level(counts.size(), 1), step(counts.size()), trend(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        step[i] = i >= counts.size() / 2;
        trend[i] = double(i);
    }
    for (const std::string name : {"step", "trend"}) {
        const auto& theirs = reference[name];
        const auto ours = negative_binomial_regression(counts, {level, name == "step" ? step : trend});
        for (int j = 0; j < 2; ++j) {
            reference_row("2.A", "NB regression " + name + " coefficient " + std::to_string(j), theirs["coef"][j], ours.coefficients[j], 1e-6);
            reference_row("2.A", "NB regression " + name + " se " + std::to_string(j), theirs["se"][j], ours.standard_errors[j], 1e-6);
        }
        reference_row("2.A", "NB regression " + name + " theta", theirs["theta"], 1 / ours.overdispersion, 1e-6);
        reference_row("2.A", "NB regression " + name + " log likelihood", theirs["loglik"], ours.log_likelihood, 1e-6);
        if (name != "step") continue;
        const auto ratio = ours.rate_ratio(1, 0.95);
        reference_row("2.A", "NB regression rate ratio", theirs["rate_ratio"], ratio.ratio, 1e-6);
        reference_row("2.A", "NB regression rate ratio low", theirs["ci95"][0], ratio.limits.low, 1e-6);
        reference_row("2.A", "NB regression rate ratio high", theirs["ci95"][1], ratio.limits.high, 1e-6);
    }
    const auto poisson = count_regression(counts, {level, step}, 0);
    reference_row("2.A", "quasi-Poisson dispersion", reference["quasipoisson_phi"], pearson_dispersion(counts, poisson), 1e-4);
}

void hus_nowcast(const std::string& folder)
{
    const auto events = read_table(folder + "/surveillance/husO104Hosp.input.csv");
    const auto number = [](const std::string& day) { return int(sitrep::day_from_iso(day)->time_since_epoch().count()); };
    std::vector<Told> told;
    for (std::size_t i = 0; i < events.rows(); ++i)
        if (events.text("dHosp")[i] != "NA" && events.text("dReport")[i] != "NA") told.push_back({number(events.text("dHosp")[i]), number(events.text("dReport")[i])});
    const auto theirs = read_table(folder + "/surveillance/nowcast_hus_lawless.csv");
    const auto ours = nowcast(told, number("2011-06-02"), 15, 0.95, NowcastLimits::scaled);
    for (std::size_t i = 0; i < theirs.rows(); ++i) {
        const std::string day = theirs.text("date")[i], what = "HUS nowcast " + day;
        const auto entry = std::find_if(ours.begin(), ours.end(), [&](const NowcastPeriod& period) { return period.period == number(day); });
        reference_row("2.A", what + " seen", theirs.numbers("observed")[i], double(entry->seen), 0);
        reference_row("2.A", what + " expected", theirs.numbers("nowcast")[i], double(entry->middle), 0);
        reference_row("2.A", what + " low", theirs.numbers("lo")[i], double(entry->low), 0);
        reference_row("2.A", what + " high", theirs.numbers("hi")[i], double(entry->high), 0);
    }
}

}  // namespace

int main(int, char** argv)
{
    const std::string folder = argv[1];
    garwood(folder);
    shares(folder);
    ratios(folder);
    regression(folder);
    hus_nowcast(folder);
}
