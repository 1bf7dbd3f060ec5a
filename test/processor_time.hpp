// How much work something is, for tests that hold hostile input to linear effort: a busy machine makes a clock on the wall say anything.
#pragma once

#include <ctime>

namespace sitrep {

/// Seconds of processor time that this thread spends in `work`.
template <class Work>
double processor_seconds(Work&& work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
    };
    const double before = now();
    work();
    return now() - before;
}

}  // namespace sitrep
