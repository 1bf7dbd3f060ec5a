// A server of its own library on a free port of this machine, and people who talk to it.
#pragma once

#include "serve/contract.hpp"
#include "serve/server.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sitrep::serve {

using Json = nlohmann::json;

struct Reply {
    int status = 0;  ///< 0: the connection was cut
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    Json json() const { return Json::parse(body, nullptr, false); }
};

using Headers = std::vector<std::string>;

/// One person with a browser: keeps the cookie and the CSRF token, and holds every answer against the contract.
class Person {
public:
    Person(std::uint16_t port, const Contract& contract);
    Reply get(const std::string& path) { return send("GET", path); }
    Reply post(const std::string& path, const Json& body = nullptr, Headers more = {}) { return send("POST", path, body.is_null() ? "" : body.dump(), std::move(more)); }
    Reply patch(const std::string& path, const Json& body, Headers more = {}) { return send("PATCH", path, body.dump(), std::move(more)); }
    Reply put(const std::string& path, const Json& body) { return send("PUT", path, body.dump()); }
    Reply remove(const std::string& path) { return send("DELETE", path); }
    /// Below /api/v1; `more` are further header lines.
    Reply send(const std::string& method, const std::string& path, const std::string& body = "", Headers more = {});
    /// Any path of the server, as it is written.
    Reply raw(const std::string& method, const std::string& path, const std::string& body, const Headers& headers);
    Reply sign_in(const std::string& name, const std::string& password);

    std::string cookie, csrf, token;

private:
    std::uint16_t port_;
    const Contract& contract_;
    std::shared_ptr<void> curl_;  // one connection for all that the person asks
};

/// A connection on which bytes go as they are.
class Wire {
public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    void send(const std::string& bytes) const;
    /// All that comes until these words have come or the other side hangs up.
    std::string until(const std::string& words) const;
    std::string until_end() const { return until(std::string()); }

private:
    int at_;
};

inline constexpr const char* a_password = "correct horse battery";

class Running : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;
    virtual void choose(Options&) {}
    /// Somebody with a role, registered and signed in.
    Person someone(const std::string& name, const std::string& role);
    Person stranger() { return Person(server->port(), contract()); }
    /// Reads texts in and waits for the end of it; the batch.
    Json read_in(const std::vector<Json>& texts);
    Json wait_for(const std::string& batch);
    /// Sends files in one piece each.
    Json upload(const std::vector<std::pair<std::string, std::string>>& files);
    static const Contract& contract();
    /// Bytes sent as they are, and what comes back until the other side hangs up.
    std::string exchange(const std::string& bytes) const;
    void start();

    std::filesystem::path folder;
    std::unique_ptr<Server> server;
    std::unique_ptr<Person> editor;
    std::unique_ptr<Wire> events;  ///< what the server tells the editor's page
    std::atomic<std::int64_t> clock{1764288000};  // 2025-11-28
};

/// Reports about events near each other in time and place, English and Arabic.
std::vector<Json> some_reports();

}  // namespace sitrep::serve
