#include "serve/http/restinio_listener.hpp"

#include <restinio/tls.hpp>

namespace sitrep::serve {
namespace {

struct TlsTraits : restinio::tls_traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t> {
    static constexpr bool use_connection_count_limiter = true;
};

asio::ssl::context context_of(const Certificate& certificate)
{
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3 |
                        asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    try {
        context.use_certificate_chain_file(certificate.chain_file);
        context.use_private_key_file(certificate.key_file, asio::ssl::context::pem);
    }
    catch (const std::exception& error) {
        throw std::runtime_error(std::string("the certificate or its key cannot be used (PEM files are expected): ") + error.what());
    }
    return context;
}

}  // namespace

std::unique_ptr<Listening> listen_tls(const std::string& address, std::uint16_t port, const Limits& limits, const Certificate& certificate, Receive receive)
{
    auto context = context_of(certificate);
    return std::make_unique<RestinioListening<TlsTraits>>(address, port, limits, std::move(receive),
                                                          [&](auto& settings) { settings.tls_context(std::move(context)); });
}

}  // namespace sitrep::serve
