// The HTTP server itself: listens, reads whole requests within limits, hands them on, writes answers. RESTinio stays behind this door.
#pragma once

#include "serve/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sitrep::serve {

/// What one request may cost before anything of ours looks at it.
struct Limits {
    std::size_t body_bytes_max = std::size_t{4} << 20;
    std::size_t url_bytes_max = 8192;
    std::size_t header_bytes_max = 8192;  ///< one field
    std::size_t headers_max = 64;
    std::size_t connections_max = 64;
    std::chrono::milliseconds read_time{20000};   ///< a whole request, body included
    std::chrono::milliseconds write_time{30000};  ///< one answer
};

/// Files for TLS, PEM; empty: plain HTTP.
struct Certificate {
    std::string chain_file, key_file;
};

/// Gives the answer to one request; may be called from any thread, once.
class Exchange {
public:
    virtual ~Exchange() = default;
    virtual void answer(const Response& response) = 0;
    /// Instead of an answer: an open stream.
    virtual std::shared_ptr<Stream> stream(const Response& head) = 0;
};

/// Called on the thread that reads from the network: it must not wait.
using Receive = std::function<void(Request request, std::shared_ptr<Exchange> exchange)>;

class Listener {
public:
    /// Listens from now on. Port 0 takes a free one. Throws std::runtime_error when the address cannot be used.
    Listener(const std::string& address, std::uint16_t port, const Limits& limits, const Certificate& certificate, Receive receive);
    ~Listener();  ///< hangs up on everybody
    std::uint16_t port() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sitrep::serve
