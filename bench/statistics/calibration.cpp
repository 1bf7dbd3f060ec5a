// False alarms of the watch on series without a change: measured beside stated, in the four settings of the reference.
#include "analyse/replicate.hpp"
#include "analyse/surge/watch.hpp"

#include <cstdio>
#include <vector>

namespace {

using namespace sitrep::analyse;

struct Tally {
    long weeks = 0, alarms = 0;
    double stated = 0;  ///< sum over watched weeks of the stated rate
};

Tally one_series(const NegativeBinomial& truth, double weeks_per_false_alarm, std::uint64_t number)
{
    constexpr std::size_t weeks = 520;
    RandomStream random(20261128, number);
    const CountSampler sampler(truth);
    std::vector<double> counts(weeks);
    for (double& count : counts) count = double(sampler.draw(random));
    WatchOptions options;
    options.weeks_per_false_alarm = weeks_per_false_alarm;
    options.falls_too = false;
    ChartDesigns designs;
    Tally tally;
    for (const WatchedWeek& week : watch(counts, std::vector<bool>(weeks, true), {}, options, designs)) {
        if (week.state == WeekState::learning) continue;
        ++tally.weeks;
        tally.alarms += week.state == WeekState::rising;
        tally.stated += 1 / week.weeks_per_false_alarm;
    }
    return tally;
}

}  // namespace

int main()
{
    constexpr std::size_t series = 480;
    const NegativeBinomial settings[] = {{0.8, 1}, {5, 0.5}, {20, 0.2}, {5, 0}};
    for (const double wanted : {52.0}) {
        for (const NegativeBinomial& truth : settings) {
            std::vector<Tally> all(series);
            replicate(series, 0, [&](std::size_t i) { all[i] = one_series(truth, wanted, i); });
            Tally sum;
            for (const Tally& one : all) {
                sum.weeks += one.weeks;
                sum.alarms += one.alarms;
                sum.stated += one.stated;
            }
            const double measured = double(sum.alarms) / double(sum.weeks), stated = sum.stated / double(sum.weeks), ratio = measured / stated;
            std::printf("calibration\tfalse alarms a week, mean %g, overdispersion %g, wanted 1 in %g: %ld weeks\t%.6f\t%.6f\t0.25\t%s\n", truth.mean, truth.overdispersion,
                        wanted, sum.weeks, stated, measured, ratio >= 0.75 && ratio <= 1.25 ? "yes" : "NO");
        }
    }
}
