#include "serve/running.hpp"

#include "place/built_gazetteer.hpp"

#include <curl/curl.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace sitrep::serve {
namespace {

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* into)
{
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* into)
{
    const std::string line(bytes, size * count);
    const auto colon = line.find(':');
    if (colon != std::string::npos) {
        std::string name = line.substr(0, colon), value = line.substr(colon + 1);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        value.erase(0, value.find_first_not_of(' '));
        while (!value.empty() && (value.back() == '\r' || value.back() == '\n')) value.pop_back();
        (*static_cast<std::map<std::string, std::string>*>(into))[name] = value;
    }
    return size * count;
}

}  // namespace

Person::Person(std::uint16_t port, const Contract& contract)
    : port_(port), contract_(contract), curl_(curl_easy_init(), [](void* curl) { curl_easy_cleanup(static_cast<CURL*>(curl)); })
{
}

Reply Person::raw(const std::string& method, const std::string& path, const std::string& body, const Headers& headers)
{
    Reply reply;
    CURL* curl = static_cast<CURL*>(curl_.get());
    curl_easy_reset(curl);
    const auto url = "http://127.0.0.1:" + std::to_string(port_) + path;
    curl_slist* list = nullptr;
    for (const auto& header : headers) list = curl_slist_append(list, header.c_str());
    list = curl_slist_append(list, "Expect:");
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply.headers);
    if (curl_easy_perform(curl) == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        reply.status = int(status);
    }
    curl_slist_free_all(list);
    return reply;
}

Reply Person::send(const std::string& method, const std::string& path, const std::string& body, Headers more)
{
    const bool names_type = std::ranges::any_of(more, [](const std::string& line) { return line.starts_with("Content-Type"); });
    if (!body.empty() && !names_type) more.emplace_back("Content-Type: application/json");
    if (body.empty() && !names_type) more.emplace_back("Content-Type:");
    if (!cookie.empty()) more.push_back("Cookie: sitrep_session=" + cookie);
    if (!csrf.empty() && method != "GET") more.push_back("X-CSRF-Token: " + csrf);
    if (!token.empty()) more.push_back("Authorization: Bearer " + token);
    auto reply = raw(method, "/api/v1" + path, body, more);
    if (reply.status == 0) return reply;
    const auto plain = path.substr(0, path.find('?'));
    const auto fault = contract_.fault(method, plain, reply.status, reply.headers["content-type"], reply.body);
    EXPECT_FALSE(fault) << method << " " << path << " answered " << reply.status << ": " << fault.value_or("") << "\n" << reply.body.substr(0, 600);
    return reply;
}

Reply Person::sign_in(const std::string& name, const std::string& password)
{
    auto reply = post("/session", {{"name", name}, {"password", password}});
    if (reply.status != 200) return reply;
    const auto& set = reply.headers["set-cookie"];
    const auto begin = set.find('=') + 1;
    cookie = set.substr(begin, set.find(';') - begin);
    csrf = reply.json()["csrf"];
    return reply;
}

const Contract& Running::contract()
{
    static const Contract file;
    return file;
}

void Running::start()
{
    Options options;
    options.library = (folder / "desk.sitrep").string();
    options.gazetteer = &place::built_gazetteer();
    options.port = 0;
    options.password_cost = {1, std::size_t{64} << 10};
    options.reading_threads = 1;
    options.version = "test";
    options.now = [this] { return std::chrono::sys_seconds{std::chrono::seconds{clock.load()}}; };
    choose(options);
    server = std::make_unique<Server>(options);
}

void Running::SetUp()
{
    std::string name = (std::filesystem::temp_directory_path() / "sitrep-serve-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder = name;
    start();
    editor = std::make_unique<Person>(stranger());
    const auto made = editor->post("/set-up", {{"word", server->set_up_word()}, {"name", "editor"}, {"password", a_password}});
    ASSERT_EQ(made.status, 201) << made.body;
    ASSERT_EQ(editor->sign_in("editor", a_password).status, 200);
    events = std::make_unique<Wire>(server->port());
    events->send("GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + std::to_string(server->port()) + "\r\nCookie: sitrep_session=" + editor->cookie + "\r\n\r\n");
    ASSERT_NE(events->until("retry:").find("200"), std::string::npos);
}

void Running::TearDown()
{
    events.reset();
    server.reset();
    std::filesystem::remove_all(folder);
}

Person Running::someone(const std::string& name, const std::string& role)
{
    const auto added = editor->post("/users", {{"name", name}, {"role", role}, {"password", a_password}});
    EXPECT_EQ(added.status, 201) << added.body;
    auto person = stranger();
    EXPECT_EQ(person.sign_in(name, a_password).status, 200);
    return person;
}

Json Running::wait_for(const std::string& batch)
{
    // The end of a batch is told after it can be asked for: whoever finds it unfinished hears of it later.
    for (;;) {
        auto now = editor->get("/inbox/batches/" + batch).json();
        if (now["state"] != "waiting" && now["state"] != "reading") return now;
        if (events->until("event: batch").empty()) throw std::runtime_error("the server went away while it read");
    }
}

Json Running::read_in(const std::vector<Json>& texts)
{
    const auto added = editor->post("/inbox/batches", {{"texts", texts}});
    EXPECT_EQ(added.status, 202) << added.body;
    return wait_for(added.json()["id"]);
}

Json Running::upload(const std::vector<std::pair<std::string, std::string>>& files)
{
    Json ids = Json::array();
    for (const auto& [name, bytes] : files) {
        const auto announced = editor->post("/inbox/uploads", {{"name", name}, {"size", bytes.size()}});
        EXPECT_EQ(announced.status, 201) << announced.body;
        const std::string id = announced.json()["id"];
        const std::size_t part = announced.json()["part_bytes_max"];
        for (std::size_t at = 0; at < bytes.size(); at += part) {
            const auto sent = editor->send("PUT", "/inbox/uploads/" + id + "?offset=" + std::to_string(at), bytes.substr(at, part), {"Content-Type: application/octet-stream"});
            EXPECT_EQ(sent.status, 200) << sent.body;
        }
        ids.push_back(id);
    }
    const auto added = editor->post("/inbox/batches", {{"uploads", ids}});
    EXPECT_EQ(added.status, 202) << added.body;
    return wait_for(added.json()["id"]);
}

Wire::Wire(std::uint16_t port) : at_(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval patience{30, 0};
    ::setsockopt(at_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    EXPECT_EQ(::connect(at_, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
}

Wire::~Wire() { ::close(at_); }

void Wire::send(const std::string& bytes) const
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto more = ::send(at_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) return;
        sent += std::size_t(more);
    }
}

std::string Wire::until(const std::string& words) const
{
    std::string back;
    char buffer[4096];
    while (words.empty() || back.find(words) == std::string::npos) {
        const auto got = ::recv(at_, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        back.append(buffer, std::size_t(got));
    }
    return back;
}

std::string Running::exchange(const std::string& bytes) const
{
    const Wire wire(server->port());
    wire.send(bytes);
    return wire.until_end();
}

std::vector<Json> some_reports()
{
    const auto report = [](const char* title, const char* text, const char* publisher, const char* url, const char* day) {
        return Json{{"title", title}, {"text", text}, {"publisher", publisher}, {"url", url}, {"published", day}};
    };
    return {
        report("Two guards killed near al-Busayrah",
               "Gunmen on a motorcycle shot dead two guards of the Syrian Democratic Forces at a checkpoint in the town of al-Busayrah, in Deir ez-Zor, on Thursday. "
               "ISIS claimed responsibility for the attack.", "North Press", "https://npasyria.com/en/1001/", "2025-11-14"),
        report("ISIS cell attacks SDF checkpoint in al-Busayrah",
               "Three members of the SDF were killed when gunmen on a motorcycle opened fire on a checkpoint in al-Busayrah in eastern Deir ez-Zor on Thursday, "
               "the Syrian Observatory said.", "SOHR", "https://www.syriahr.com/en/2002/", "2025-11-14"),
        report("Roadside bomb wounds four in Hasakah countryside",
               "A roadside bomb exploded under a military vehicle of the SDF on the road to al-Shaddadi, south of Hasakah, on 18 November 2025, wounding four fighters.",
               "North Press", "https://npasyria.com/en/1003/", "2025-11-19"),
        report("مقتل مدني برصاص مسلحين في البصيرة",
               "قتل مدني برصاص مسلحين مجهولين في مدينة البصيرة بريف دير الزور الشرقي يوم الأحد، بحسب مصادر محلية.", "عنب بلدي",
               "https://www.enabbaladi.net/3004", "2025-11-24"),
        report("Five killed in market blast in Manbij",
               "A car bomb killed five civilians and wounded eleven in the market of Manbij in the Aleppo countryside on 20 November 2025. No one claimed the attack.",
               "Reuters", "https://www.reuters.com/world/4005/", "2025-11-21"),
    };
}

}  // namespace sitrep::serve
