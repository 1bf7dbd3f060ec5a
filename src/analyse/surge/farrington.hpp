// Is this week above what the same season of earlier years lets expect? For series of three years or more.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sitrep::analyse {

/// How the upper limit of a week is drawn from the fitted mean.
enum class UpperLimit {
    delta,      ///< two-thirds power of a normal (Farrington et al. 1996): fires more often than stated on overdispersed counts
    nb_plugin,  ///< negative binomial quantile at the fitted mean (Noufaily et al. 2013)
    muan        ///< the same at the upper limit of the mean (Noufaily et al. 2013, "muan" in surveillance): keeps its rate, the default
};

struct FarringtonOptions {
    int years_back = 3;
    int half_window = 3;           ///< weeks each side of the same week of earlier years
    int seasonal_levels = 10;      ///< 1: only the windows themselves are compared with, as in 1996
    int weeks_left_out = 26;       ///< last weeks before the judged one: a rise must not raise its own limit
    double weights_threshold = 2.58;  ///< standardised Anscombe residuals above it are weighted down
    double trend_p_max = 1;        ///< a trend is kept when its p is below; 1: always (Noufaily et al.)
    double alpha = 0.01;           ///< chance of an alarm in a week without a change, one-sided
    UpperLimit limit = UpperLimit::muan;
    bool scale_by_working_residuals = true;  ///< false: standard errors by the Pearson dispersion, as in 1996
    int recent_weeks = 4;          ///< no alarm where these weeks together, the judged one included, …
    double recent_cases_min = 5;   ///< … hold fewer cases than this
    int weeks_in_year = 52;
};

/// One judged week.
struct FarringtonWeek {
    double observed = 0, expected = 0;
    double upper = 0;       ///< alarm when observed is above
    double dispersion = 1;  ///< quasi-Poisson, at least 1
    std::optional<double> trend{};  ///< log rate a week, when kept
    bool alarm = false;
};

/// Judges week `at` (index into `counts`) by the weeks before it. Nothing where there are too few: it needs years_back years and half a window.
std::optional<FarringtonWeek> farrington_week(std::span<const double> counts, std::size_t at, const FarringtonOptions& options);

}  // namespace sitrep::analyse
