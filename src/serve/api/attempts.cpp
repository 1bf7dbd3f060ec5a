#include "serve/api/attempts.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep::serve {
namespace {

constexpr double requests_at_once = 2000, requests_a_second = 1000;
constexpr double sign_ins_at_once = 30, sign_ins_a_second = 0.5;
constexpr std::size_t askers_max = 1000;

}  // namespace

store::Seconds wait_after(int failures)
{
    if (failures < failures_free) return 0;
    const int doublings = std::min(failures - failures_free, 10);
    return std::min(longest_wait, first_wait << doublings);
}

store::Seconds Attempts::take(Bucket& bucket, double most, double per_second, double now)
{
    if (bucket.left < 0) bucket = {most, now};
    bucket.left = std::min(most, bucket.left + std::max(0.0, now - bucket.at) * per_second);
    bucket.at = now;
    if (bucket.left < 1) return store::Seconds(std::ceil((1 - bucket.left) / per_second));
    bucket.left -= 1;
    return 0;
}

store::Seconds Attempts::sign_in(store::Seconds now)
{
    const std::lock_guard lock(mutex_);
    return take(sign_ins_, sign_ins_at_once, sign_ins_a_second, double(now));
}

bool Attempts::request(const std::string& asker, double seconds)
{
    const std::lock_guard lock(mutex_);
    if (requests_.size() > askers_max) requests_.clear();
    return take(requests_[asker], requests_at_once, requests_a_second, seconds) == 0;
}

}  // namespace sitrep::serve
