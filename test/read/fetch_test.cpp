// Fetching, from a real server on loopback that behaves well and badly.
#include "read/fetch.hpp"
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <map>
#include <thread>

namespace sitrep::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Answers one request a connection: a path's handler gets the request and the socket.
class Server {
public:
    using Handler = std::function<void(const std::string& request, int connection, const std::atomic<bool>& stop)>;

    Server()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0) throw std::runtime_error("no loopback");
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread([this] { serve(); });
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server()
    {
        stop_ = true;
        thread_.join();
        ::close(listener_);
    }

    void on(const std::string& path, Handler handler) { handlers_[path] = std::move(handler); }
    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

    static bool send(int connection, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(std::size_t(sent));
        }
        return true;
    }

private:
    void serve()
    {
        while (!stop_) {
            pollfd wait{listener_, POLLIN, 0};
            if (::poll(&wait, 1, 20) <= 0) continue;
            const int connection = ::accept(listener_, nullptr, nullptr);
            const timeval patience{1, 0};
            ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
            std::string request;
            char buffer[4096];
            while (request.find("\r\n\r\n") == std::string::npos) {
                const auto count = ::recv(connection, buffer, sizeof buffer, 0);
                if (count <= 0) break;
                request.append(buffer, std::size_t(count));
            }
            const std::string path = request.substr(4, request.find(' ', 4) - 4);
            const auto handler = handlers_.find(path);
            if (handler != handlers_.end()) handler->second(request, connection, stop_);
            else send(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            ::close(connection);
        }
    }

    int listener_ = -1;
    int port_ = 0;
    std::map<std::string, Handler> handlers_;
    std::atomic<bool> stop_ = false;
    std::jthread thread_;
};

std::string ok(const std::string& headers, const std::string& body)
{
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

Server::Handler answers(const std::string& bytes)
{
    return [bytes](const std::string&, int connection, const std::atomic<bool>&) { Server::send(connection, bytes); };
}

const std::atomic<bool> never_stop = false;

TEST(Fetch, GivesTheDocumentWithTheAddressItEndedAt)
{
    Server server;
    server.on("/old", answers("HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    server.on("/new", answers(ok("Content-Type: text/plain; charset=utf-8\r\n", "Two men were shot.")));

    const auto outcome = testing::read_all({server.url("/old")});

    ASSERT_EQ(outcome.reports.size(), 1U);
    EXPECT_EQ(outcome.reports[0].report.text(), "Two men were shot.");
    EXPECT_EQ(outcome.reports[0].report.url, server.url("/new"));
}

TEST(Fetch, AsksForWhatIsUnchangedOnlyOnce)
{
    Server server;
    server.on("/feed", [](const std::string& request, int connection, const std::atomic<bool>&) {
        const bool known = request.find("If-None-Match: \"v1\"") != std::string::npos && request.find("If-Modified-Since: Tue, 05 Mar 2024 10:00:00 GMT") != std::string::npos;
        Server::send(connection, known ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                                       : ok("ETag: \"v1\"\r\nLast-Modified: Tue, 05 Mar 2024 10:00:00 GMT\r\nContent-Type: text/plain\r\n", "Two men were shot."));
    });
    std::map<std::string, Validators> memory;
    Options options;
    options.remembered = [&](const std::string& url) { return memory.contains(url) ? std::optional(memory[url]) : std::nullopt; };
    options.remember = [&](const std::string& url, const Validators& validators) { memory[url] = validators; };

    const auto first = testing::read_all({server.url("/feed")}, options);
    const auto second = testing::read_all({server.url("/feed")}, options);

    EXPECT_THAT(testing::texts(first), ElementsAre("Two men were shot."));
    EXPECT_EQ(memory[server.url("/feed")].etag, "\"v1\"");
    EXPECT_THAT(second.reports, IsEmpty());
    EXPECT_THAT(second.refused, IsEmpty());
}

TEST(Fetch, SaysWhatTheServerAnsweredAndGoesOn)
{
    Server server;
    server.on("/broken", answers("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    server.on("/good", answers(ok("", "Two men were shot.")));

    const auto outcome = testing::read_all({server.url("/missing"), server.url("/broken"), server.url("/good")});

    EXPECT_EQ(outcome.reports.size(), 1U);
    ASSERT_EQ(outcome.refused.size(), 2U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("404"));
    EXPECT_THAT(outcome.refused[1].why, HasSubstr("500"));
}

TEST(Fetch, IsNotLedRoundInCircles)
{
    Server server;
    server.on("/a", answers("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    server.on("/b", answers("HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

    const auto outcome = testing::read_all({server.url("/a")});

    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("in a circle"));
}

TEST(Fetch, IsNotSentToAnotherKindOfAddress)
{
    Server server;
    server.on("/file", answers("HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

    const auto outcome = testing::read_all({server.url("/file")});

    EXPECT_THAT(outcome.reports, IsEmpty());
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("only http and https"));
}

TEST(Fetch, EndsAnEndlessBodyAtItsBound)
{
    Server server;
    server.on("/endless", [](const std::string&, int connection, const std::atomic<bool>& stop) {
        Server::send(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n");
        const std::string words(64 * kibibyte, 'a');
        while (!stop && Server::send(connection, words)) {}
    });
    FetchLimits limits;
    limits.bytes_max = 3 * mebibyte;

    const auto fetched = fetch(server.url("/endless"), std::nullopt, limits, never_stop);

    ASSERT_FALSE(fetched);
    EXPECT_THAT(fetched.error(), HasSubstr("larger than 3 MiB"));
}

TEST(Fetch, CountsACompressedBodyAsItUnpacks)
{
    Server server;
    server.on("/bomb", answers(ok("Content-Encoding: gzip\r\n", testing::packed(testing::Packing::gzip, {{"", std::string(8 * mebibyte, 'a')}}))));
    FetchLimits limits;
    limits.bytes_max = 3 * mebibyte;

    const auto fetched = fetch(server.url("/bomb"), std::nullopt, limits, never_stop);

    ASSERT_FALSE(fetched);
    EXPECT_THAT(fetched.error(), HasSubstr("larger than 3 MiB"));
}

TEST(Fetch, GivesUpASlowBody)
{
    Server server;
    server.on("/slow", [](const std::string&, int connection, const std::atomic<bool>& stop) {
        Server::send(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        pollfd closed{connection, POLLRDHUP, 0};
        while (!stop && Server::send(connection, "a") && ::poll(&closed, 1, 50) == 0) {}
    });
    FetchLimits limits;
    limits.total_time = std::chrono::milliseconds{300};

    const auto fetched = fetch(server.url("/slow"), std::nullopt, limits, never_stop);

    ASSERT_FALSE(fetched);
    EXPECT_THAT(fetched.error(), HasSubstr("too slow"));
}

TEST(Fetch, StopsWhenToldTo)
{
    Server server;
    std::atomic<bool> stop = false;
    server.on("/silent", [&stop](const std::string&, int connection, const std::atomic<bool>& server_stop) {
        stop = true;
        pollfd closed{connection, POLLRDHUP, 0};
        while (!server_stop && ::poll(&closed, 1, 50) == 0) {}
    });

    const auto fetched = fetch(server.url("/silent"), std::nullopt, {}, stop);

    EXPECT_FALSE(fetched);
}

TEST(Fetch, SaysWhenNobodyAnswers)
{
    const auto fetched = fetch("http://127.0.0.1:1/", std::nullopt, {}, never_stop);

    ASSERT_FALSE(fetched);
    EXPECT_THAT(fetched.error(), HasSubstr("does not answer"));
}

}  // namespace
}  // namespace sitrep::read
