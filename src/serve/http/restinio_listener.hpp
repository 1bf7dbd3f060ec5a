// The listener over RESTinio, for sockets with and without TLS: a heavy header, included by one .cpp each.
#pragma once

#include "serve/http/listener.hpp"

#include <restinio/all.hpp>

#include <atomic>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace sitrep::serve {

/// What Listener holds: a server of either kind.
struct Listening {
    virtual ~Listening() = default;
    virtual std::uint16_t port() const = 0;
};
std::unique_ptr<Listening> listen_plain(const std::string& address, std::uint16_t port, const Limits& limits, Receive receive);
std::unique_ptr<Listening> listen_tls(const std::string& address, std::uint16_t port, const Limits& limits, const Certificate& certificate, Receive receive);

inline std::string without_line_ends(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c == '\r' || c == '\n' || c == '\0') c = ' ';
    return out;
}

template <class Builder>
void put_headers(Builder& builder, const Response& response)
{
    builder.append_header("Content-Type", without_line_ends(response.type));
    for (const auto& [name, value] : response.headers) builder.append_header(without_line_ends(name), without_line_ends(value));
}

template <class RequestHandle>
class RestinioStream final : public Stream {
public:
    using Builder = restinio::response_builder_t<restinio::chunked_output_t>;
    explicit RestinioStream(Builder builder) : builder_(std::move(builder)), gone_(std::make_shared<std::atomic<bool>>(false)) {}
    bool send(std::string_view text) override
    {
        const std::lock_guard lock(mutex_);
        if (*gone_) return false;
        builder_.append_chunk(std::string(text));
        builder_.flush([gone = gone_](const asio::error_code& error) {
            if (error) *gone = true;
        });
        return !*gone_;
    }
    void end() override
    {
        const std::lock_guard lock(mutex_);
        if (!gone_->exchange(true)) builder_.done();
    }

private:
    std::mutex mutex_;
    Builder builder_;
    std::shared_ptr<std::atomic<bool>> gone_;
};

template <class RequestHandle>
class RestinioExchange final : public Exchange {
public:
    explicit RestinioExchange(RequestHandle request) : request_(std::move(request)) {}
    void answer(const Response& response) override
    {
        auto builder = request_->create_response(restinio::http_status_line_t{restinio::http_status_code_t{std::uint16_t(response.status)}, "-"});
        if (response.hang_up) builder.connection_close();
        put_headers(builder, response);
        builder.set_body(response.body);
        builder.done();
    }
    std::shared_ptr<Stream> stream(const Response& head) override
    {
        auto builder = request_->template create_response<restinio::chunked_output_t>(
            restinio::http_status_line_t{restinio::http_status_code_t{std::uint16_t(head.status)}, "-"});
        builder.connection_close();
        put_headers(builder, head);
        builder.flush();
        return std::make_shared<RestinioStream<RequestHandle>>(std::move(builder));
    }

private:
    RequestHandle request_;
};

inline Method method_of(const restinio::http_method_id_t& id)
{
    if (id == restinio::http_method_get()) return Method::get;
    if (id == restinio::http_method_head()) return Method::head;
    if (id == restinio::http_method_post()) return Method::post;
    if (id == restinio::http_method_put()) return Method::put;
    if (id == restinio::http_method_patch()) return Method::patch;
    if (id == restinio::http_method_delete()) return Method::remove;
    return Method::other;
}

template <class RequestHandle>
void hand_on(RequestHandle request, const Receive& receive)
{
    Request out;
    out.method = method_of(request->header().method());
    const auto path = request->header().path();
    out.path.assign(path.data(), path.size());
    for (const auto& field : request->header()) {
        std::string name = field.name();
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
        const auto [kept, is_new] = out.headers.emplace(std::move(name), field.value());
        if (!is_new) kept->second += ", " + field.value();
    }
    const auto query_text = request->header().query();
    auto query = query_from(std::string_view(query_text.data(), query_text.size()));
    out.body = std::move(request->body());
    auto exchange = std::make_shared<RestinioExchange<RequestHandle>>(std::move(request));
    if (!query) {
        exchange->answer(to_response(Problem(400, "bad_query", "The query string is not well encoded. Write parameters as name=value, percent-encoded UTF-8.")));
        return;
    }
    out.query = std::move(*query);
    receive(std::move(out), std::move(exchange));
}

template <class Traits>
class RestinioListening final : public Listening {
public:
    using Server = restinio::http_server_t<Traits>;

    template <class More>
    RestinioListening(const std::string& address, std::uint16_t port, const Limits& limits, Receive receive, More more)
        : server_(restinio::external_io_context(io_), [&](auto& settings) {
              settings.address(address).port(port);
              settings.max_parallel_connections(limits.connections_max);
              settings.incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                                    .max_url_size(limits.url_bytes_max)
                                                    .max_field_name_size(256)
                                                    .max_field_value_size(limits.header_bytes_max)
                                                    .max_field_count(limits.headers_max)
                                                    .max_body_size(limits.body_bytes_max));
              settings.read_next_http_message_timelimit(limits.read_time);
              settings.write_http_response_timelimit(limits.write_time);
              settings.handle_request_timeout(std::chrono::seconds(120));
              settings.max_pipelined_requests(1);
              settings.separate_accept_and_create_connect(true);
              settings.acceptor_options_setter([](auto& options) { options.set_option(asio::ip::tcp::acceptor::reuse_address(true)); });
              settings.acceptor_post_bind_hook([this](asio::ip::tcp::acceptor& acceptor) { port_ = acceptor.local_endpoint().port(); });
              settings.request_handler([receive = std::move(receive)](auto request) {
                  hand_on(std::move(request), receive);
                  return restinio::request_accepted();
              });
              more(settings);
          })
    {
        std::promise<void> opened;
        auto open = opened.get_future();
        server_.open_async([&opened] { opened.set_value(); }, [&opened](std::exception_ptr why) { opened.set_exception(std::move(why)); });
        thread_ = std::thread([this] { io_.run(); });
        try {
            open.get();
        }
        catch (const std::exception& error) {
            stop();
            throw std::runtime_error(std::string("cannot listen there: ") + error.what());
        }
    }
    ~RestinioListening() override { stop(); }
    std::uint16_t port() const override { return port_; }

private:
    void stop()
    {
        if (!thread_.joinable()) return;
        work_.reset();
        io_.stop();
        thread_.join();
    }

    asio::io_context io_;
    asio::executor_work_guard<asio::io_context::executor_type> work_{io_.get_executor()};
    std::atomic<std::uint16_t> port_ = 0;
    Server server_;
    std::thread thread_;
};

}  // namespace sitrep::serve
