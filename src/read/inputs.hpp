// Inside read/: the inputs a person names — files, folders, "-", addresses — read one after the other.
#pragma once

#include "read/parts.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sitrep::read {

struct Inputs {
    std::vector<std::string> names;
    Options options;                                ///< `remembered` and `remember` are not called from here
    std::map<std::string, Validators> remembered;   ///< by address
    /// Told after the last report of an address has gone to the sink.
    std::function<void(const std::string& url, const Validators&)> fetched;
    std::atomic<std::uint64_t>& bytes_done;
    std::atomic<std::uint64_t>& bytes_total;        ///< set once all files have been looked at
    const std::atomic<bool>& stop;
};

void read_inputs(const Inputs& inputs, const Sink& sink);

}  // namespace sitrep::read
