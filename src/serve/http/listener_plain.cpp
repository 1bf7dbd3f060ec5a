#include "serve/http/restinio_listener.hpp"

namespace sitrep::serve {
namespace {

struct PlainTraits : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t> {
    static constexpr bool use_connection_count_limiter = true;
};

}  // namespace

std::unique_ptr<Listening> listen_plain(const std::string& address, std::uint16_t port, const Limits& limits, Receive receive)
{
    return std::make_unique<RestinioListening<PlainTraits>>(address, port, limits, std::move(receive), [](auto&) {});
}

struct Listener::Inside {
    std::unique_ptr<Listening> listening;
};

Listener::Listener(const std::string& address, std::uint16_t port, const Limits& limits, const Certificate& certificate, Receive receive)
    : inside_(std::make_unique<Inside>())
{
    inside_->listening = certificate.chain_file.empty() ? listen_plain(address, port, limits, std::move(receive))
                                                        : listen_tls(address, port, limits, certificate, std::move(receive));
}

Listener::~Listener() = default;
std::uint16_t Listener::port() const { return inside_->listening->port(); }

}  // namespace sitrep::serve
