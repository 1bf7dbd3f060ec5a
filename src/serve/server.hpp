// The desk in the browser: one process that serves one library, on loopback unless it is told otherwise.
#pragma once

#include "place/gazetteer.hpp"
#include "serve/http/listener.hpp"
#include "serve/http/secrets.hpp"
#include "understand/model/models.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::serve {

struct Options {
    std::string library;                      ///< made when it is not there
    const place::Gazetteer* gazetteer = nullptr;  ///< outlives the server
    understand::ModelSet models{};
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                ///< 0 = a free one
    Certificate certificate{};
    bool plain_anywhere = false;              ///< the explicit word: other addresses than loopback without TLS
    std::vector<std::string> hosts;           ///< further names it answers to, for a proxy in front
    bool https_in_front = false;              ///< a proxy speaks TLS to the browser: cookies are marked Secure
    Limits limits{};
    PasswordCost password_cost{};
    unsigned workers = 4;                     ///< threads that answer, half of them at most with changes
    unsigned reading_threads = 2;             ///< threads that read reports in
    std::string version;
    std::function<std::chrono::sys_seconds()> now;  ///< the clock; empty: the system's
};

/// Why these options must not be served, with the next step; nothing when they may.
std::optional<std::string> why_not_served(const Options& options);

class Server {
public:
    /// Listens from now on. Throws std::runtime_error or store::LibraryError with the next step.
    explicit Server(Options options);
    ~Server();  ///< stops reading in, answers what is in hand, hangs up
    std::uint16_t port() const;
    /// The word with which the first user registers in the browser; empty once somebody is registered.
    std::string set_up_word() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace sitrep::serve
