// Inside read/: one document from an http(s) address.
#pragma once

#include "read/bounds.hpp"
#include "read/source.hpp"

#include <tl/expected.hpp>

#include <atomic>
#include <optional>
#include <string>

namespace sitrep::read {

struct FetchLimits {
    std::size_t bytes_max = fetch_bytes_max;
    int redirects_max = fetch_redirects_max;
    std::chrono::milliseconds connect_time = fetch_connect_time;
    std::chrono::milliseconds total_time = fetch_total_time;
    long bytes_per_second_min = fetch_bytes_per_second_min;
    std::chrono::seconds slow_time = fetch_slow_time;
};

struct Fetched {
    bool unchanged = false;  ///< the server says so (304): there are no bytes
    std::string url;         ///< after redirects
    std::string content_type;
    std::string bytes;
    Validators validators;
};

bool is_address(std::string_view input);

/// Why not, in words with a next step, when it could not be fetched. Thread-safe; gives up soon after `stop` is set.
tl::expected<Fetched, std::string> fetch(const std::string& url, const std::optional<Validators>& remembered, const FetchLimits& limits, const std::atomic<bool>& stop);

}  // namespace sitrep::read
