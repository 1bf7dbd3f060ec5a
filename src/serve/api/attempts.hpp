// Bounds on guessing: wrong passwords a user and altogether, and requests an asker makes in a while.
#pragma once

#include "store/desk/people.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace sitrep::serve {

/// From this many wrong passwords in a row on a user waits, twice as long each time.
inline constexpr int failures_free = 5;
inline constexpr store::Seconds first_wait = 60, longest_wait = 3600;
/// How long a user waits after so many wrong passwords in a row; 0 = not at all.
store::Seconds wait_after(int failures);

/// A bucket that fills with time: so many at once, so many a second on average.
class Attempts {
public:
    /// Seconds to wait before one more may be done; 0 = do it now, and it is counted.
    store::Seconds sign_in(store::Seconds now);
    /// The same for requests of one asker, by name; `seconds` with fractions.
    bool request(const std::string& asker, double seconds);

private:
    struct Bucket {
        double left = -1, at = 0;
    };
    static store::Seconds take(Bucket& bucket, double most, double per_second, double now);
    std::mutex mutex_;
    Bucket sign_ins_;
    std::map<std::string, Bucket> requests_;
};

}  // namespace sitrep::serve
