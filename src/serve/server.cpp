#include "serve/server.hpp"

#include "serve/api/app.hpp"
#include "serve/api/front.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace sitrep::serve {
namespace {

constexpr std::size_t requests_waiting_max = 512;

bool is_loopback(const std::string& address) { return address == "127.0.0.1" || address == "::1" || address == "localhost"; }

bool changes_something(const Request& request) { return request.method != Method::get && request.method != Method::head; }

/// Threads that answer, each with a connection to the library of its own: reading it may take a while, and the network does not wait for that.
/// A change may have to wait until another program has written; half of the threads are never given one, and go on answering.
class Workers {
public:
    Workers(App& app, unsigned count) : app_(app), changing_max_(std::max(1u, count / 2))
    {
        for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this](std::stop_token stop) { work(stop); });
    }
    void hand_in(Request request, std::shared_ptr<Exchange> exchange)
    {
        {
            const std::lock_guard lock(mutex_);
            if (closed_) return;
            if (waiting_.size() < requests_waiting_max) {
                waiting_.emplace_back(std::move(request), std::move(exchange));
                ready_.notify_one();
                return;
            }
        }
        Problem problem(503, "busy", "Too many requests wait already. Try again in a moment.");
        problem.retry_after = 1;
        exchange->answer(to_response(problem));
    }

    void close()
    {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        threads_.clear();
        waiting_.clear();
    }

private:
    using Waiting = std::deque<std::pair<Request, std::shared_ptr<Exchange>>>;
    /// The next that may be begun now.
    Waiting::iterator next()
    {
        return std::ranges::find_if(waiting_, [this](const auto& one) { return changing_ < changing_max_ || !changes_something(one.first); });
    }
    void work(const std::stop_token& stop)
    {
        std::unique_ptr<store::Desk> desk;
        std::unique_lock lock(mutex_);
        while (ready_.wait(lock, stop, [this] { return next() != waiting_.end(); })) {
            const auto at = next();
            auto [request, exchange] = std::move(*at);
            waiting_.erase(at);
            const bool changes = changes_something(request);
            changing_ += changes;
            lock.unlock();
            answer_one(desk, request, *exchange);
            lock.lock();
            changing_ -= changes;
            if (changes) ready_.notify_one();  // one that had to wait for this may be begun
        }
    }
    void answer_one(std::unique_ptr<store::Desk>& desk, const Request& request, Exchange& exchange)
    {
        try {
            if (!desk) desk = app_.open_desk();
        }
        catch (const std::exception& error) {
            return exchange.answer(to_response(Problem(503, "library", error.what())));
        }
        if (wants_events(request)) {
            const auto head = events_head(app_, *desk, request);
            if (head.response.status == 200) app_.events.add(head.who, exchange.stream(head.response));
            else exchange.answer(head.response);
            return;
        }
        exchange.answer(answer(app_, *desk, request));
    }

    App& app_;
    const unsigned changing_max_;
    unsigned changing_ = 0;  // changes in hand
    std::mutex mutex_;
    std::condition_variable_any ready_;
    Waiting waiting_;
    bool closed_ = false;
    std::vector<std::jthread> threads_;  // last: they use the others
};

}  // namespace

std::optional<std::string> why_not_served(const Options& options)
{
    if (options.certificate.chain_file.empty() != options.certificate.key_file.empty())
        return "TLS needs both files: --certificate CHAIN.pem and --key KEY.pem.";
    if (is_loopback(options.address) || !options.certificate.chain_file.empty() || options.plain_anywhere) return std::nullopt;
    return fmt::format("{} is not this machine alone, and without TLS passwords and reports can be read on the way. Give --certificate CHAIN.pem --key KEY.pem, "
                       "or put a proxy with TLS in front and listen on 127.0.0.1, or say --allow-plain-http if you know that nobody listens.", options.address);
}

struct Server::Inside {
    Inside(Options options, std::string word)
        : app(std::move(options), std::move(word)), workers(std::make_unique<Workers>(app, std::max(1u, app.options.workers)))
    {
        const auto& given = app.options;
        listener = std::make_unique<Listener>(given.address, given.port, given.limits, given.certificate, [this](Request request, std::shared_ptr<Exchange> exchange) {
            workers->hand_in(std::move(request), std::move(exchange));
        });
        warming = std::jthread([this] { warm(); });
    }
    ~Inside()
    {
        // What is in hand is answered, and nothing holds a connection any more when the network ends.
        workers->close();
        app.events.close();
        listener.reset();
    }
    /// Reading all incidents and counting all reports takes a second or two of a large library: begun at once, not with the first page that somebody opens.
    void warm()
    {
        try {
            const auto desk = app.open_desk();
            app.board.refresh(*desk);
            using enum store::InboxState;
            for (const auto state : {all, not_read, no_incident, with_incident}) app.inbox_totals.of(state, desk->lists());
            app.source_totals.sources(*desk);
        }
        catch (const std::exception&) {
            // The first request meets the same trouble, and says so.
        }
    }
    App app;
    std::unique_ptr<Workers> workers;
    std::unique_ptr<Listener> listener;
    std::jthread warming;  // last: it uses the app
};

Server::Server(Options options)
{
    if (const auto why = why_not_served(options)) throw std::runtime_error(*why);
    if (options.address == "localhost") options.address = "127.0.0.1";
    std::string word;
    {
        store::Desk desk(options.library, {}, 2000);  // makes the library, or says why not, before anything listens
        if (!desk.people().is_set_up()) word = random_word();
    }
    inside_ = std::make_unique<Inside>(std::move(options), std::move(word));
}

Server::~Server() = default;
std::uint16_t Server::port() const { return inside_->listener->port(); }

std::string Server::set_up_word() const
{
    const std::lock_guard lock(inside_->app.set_up_mutex);
    return inside_->app.set_up_word;
}

}  // namespace sitrep::serve
