// Who gets in, what each role may do, and what guessing, forging and fixing a session gain.
#include "serve/api/app.hpp"
#include "serve/running.hpp"
#include "store/desk/desk.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace sitrep::serve {
namespace {

class Session : public Running {};

TEST_F(Session, TheContractAndTheServerNameTheSameOperations)
{
    std::set<std::string> served{"GET /events"};
    for (const auto& route : routes()) served.insert(std::string(to_string(route.method)) + " " + std::string(route.pattern));
    const auto named = contract().operations();

    EXPECT_EQ(served, std::set<std::string>(named.begin(), named.end()));
}

TEST_F(Session, NobodyIsLetInWithoutSigningInAndTheSetUpWordWorksOnce)
{
    auto nobody = stranger();
    const auto who = nobody.get("/session").json();

    EXPECT_FALSE(who["signed_in"]);
    EXPECT_FALSE(who["set_up_needed"]);
    EXPECT_EQ(server->set_up_word(), "");
    EXPECT_EQ(nobody.get("/incidents").status, 401);
    EXPECT_EQ(nobody.post("/set-up", {{"word", ""}, {"name", "second"}, {"password", a_password}}).status, 409);
}

TEST_F(Session, AWrongSetUpWordRegistersNobody)
{
    server.reset();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    start();
    auto first = stranger();

    EXPECT_TRUE(first.get("/session").json()["set_up_needed"]);
    EXPECT_EQ(first.post("/set-up", {{"word", "aaaa-bbbb-cccc-dddd"}, {"name", "x"}, {"password", a_password}}).status, 403);
    EXPECT_EQ(first.post("/set-up", {{"word", server->set_up_word()}, {"name", "x"}, {"password", "short"}}).status, 400);
    EXPECT_EQ(first.post("/set-up", {{"word", server->set_up_word()}, {"name", "x"}, {"password", a_password}}).status, 201);
}

TEST_F(Session, TheCookieIsForThisSiteAloneAndNoScriptReadsIt)
{
    auto person = stranger();
    const auto reply = person.sign_in("editor", a_password);
    const auto& cookie = reply.headers.at("set-cookie");

    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
    EXPECT_EQ(reply.headers.at("cache-control"), "no-store");
}

TEST_F(Session, ASessionThatWasBroughtAlongIsWorthNothing)
{
    auto victim = stranger();
    victim.cookie = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    EXPECT_EQ(victim.sign_in("editor", a_password).status, 200);
    auto attacker = stranger();
    attacker.cookie = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    EXPECT_NE(victim.cookie, attacker.cookie);
    EXPECT_EQ(attacker.get("/desk").status, 401);
}

TEST_F(Session, SigningInAgainEndsTheSessionBefore)
{
    auto person = stranger();
    person.sign_in("editor", a_password);
    const auto before = person.cookie;
    person.sign_in("editor", a_password);
    auto old = stranger();
    old.cookie = before;

    EXPECT_EQ(old.get("/desk").status, 401);
    EXPECT_EQ(person.get("/desk").status, 200);
}

TEST_F(Session, SigningOutAndTimeEndASession)
{
    auto person = stranger();
    person.sign_in("editor", a_password);
    EXPECT_EQ(person.remove("/session").status, 204);
    EXPECT_EQ(person.get("/desk").status, 401);
    clock += 13 * 3600;

    EXPECT_EQ(editor->get("/desk").status, 401);
}

TEST_F(Session, AChangeWithoutTheTokenOrFromAnotherSiteIsRefused)
{
    const Json view{{"name", "mine"}, {"page", "incidents"}, {"query", Json::object()}};
    auto forged = stranger();
    forged.cookie = editor->cookie;
    EXPECT_EQ(forged.post("/views", view).status, 403);
    forged.csrf = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    EXPECT_EQ(forged.post("/views", view).status, 403);
    EXPECT_EQ(forged.remove("/session").status, 403);
    EXPECT_EQ(editor->post("/views", view, {"Origin: https://evil.example"}).status, 403);
    EXPECT_EQ(editor->post("/views", view, {"Sec-Fetch-Site: cross-site"}).status, 403);

    EXPECT_EQ(editor->get("/views").json()["items"].size(), 0u);
    EXPECT_EQ(editor->post("/views", view).status, 201);
}

TEST_F(Session, AnotherNameForThisMachineIsNotAnswered)
{
    EXPECT_EQ(stranger().raw("GET", "/api/v1/health", "", {"Host: evil.example"}).status, 421);
    EXPECT_EQ(stranger().raw("GET", "/", "", {"Host: evil.example:8080"}).status, 421);
    EXPECT_EQ(stranger().raw("GET", "/api/v1/health", "", {"Host: localhost:1"}).status, 200);
}

TEST_F(Session, TenThousandWrongPasswordsCostLittleAndLockTheUser)
{
    someone("amal", "monitor");
    auto guesser = stranger();
    int refused = 0, waited = 0;
    for (int i = 0; i < 10000; ++i) {
        const auto status = guesser.raw("POST", "/api/v1/session", R"({"name":"amal","password":"guess number )" + std::to_string(i) + "\"}", {"Content-Type: application/json"}).status;
        refused += status == 401;
        waited += status == 429;
    }

    EXPECT_LE(refused, failures_free);
    EXPECT_EQ(refused + waited, 10000);
    EXPECT_EQ(guesser.sign_in("amal", a_password).status, 429);
    clock += 4000;
    // So many requests at once have used up what an address may ask in a second, too: that passes by itself.
    auto status = guesser.sign_in("amal", a_password).status;
    for (int i = 0; i < 100000 && status == 429; ++i) status = guesser.sign_in("amal", a_password).status;
    EXPECT_EQ(status, 200);
}

TEST_F(Session, ANewPasswordUnlocksAndEndsOpenSessions)
{
    auto amal = someone("amal", "monitor");
    for (int i = 0; i < 6; ++i) stranger().post("/session", {{"name", "amal"}, {"password", "wrong password"}});
    EXPECT_EQ(stranger().sign_in("amal", a_password).status, 429);
    EXPECT_EQ(editor->patch("/users/amal", {{"password", "another long one"}}).status, 200);

    EXPECT_EQ(amal.get("/desk").status, 401);
    EXPECT_EQ(stranger().sign_in("amal", "another long one").status, 200);
}

TEST_F(Session, OnesOwnPasswordChangesWithTheOldOne)
{
    auto amal = someone("amal", "monitor");
    EXPECT_EQ(amal.put("/session/password", {{"old", "not that one"}, {"new", "a whole new one"}}).status, 403);
    EXPECT_EQ(amal.put("/session/password", {{"old", a_password}, {"new", "a whole new one"}}).status, 204);

    EXPECT_EQ(amal.get("/desk").status, 200);
    EXPECT_EQ(stranger().sign_in("amal", a_password).status, 401);
}

TEST_F(Session, TheLastEditorCannotBeMadeAnother)
{
    EXPECT_EQ(editor->patch("/users/editor", {{"role", "auditor"}}).status, 409);
    EXPECT_EQ(editor->patch("/users/editor", {{"disabled", true}}).status, 409);
    someone("second", "editor");

    EXPECT_EQ(editor->patch("/users/editor", {{"role", "auditor"}}).status, 200);
}

TEST_F(Session, EachRoleMayDoItsOwnAndNothingElse)
{
    read_in({some_reports()[2]});
    auto monitor = someone("m", "monitor"), keeper = someone("k", "source_keeper"), auditor = someone("a", "auditor");
    const std::string tag = "If-Match: " + editor->get("/incidents/I1").headers.at("etag");

    EXPECT_EQ(auditor.post("/incidents/I1/accept", nullptr, {tag}).status, 403);
    EXPECT_EQ(keeper.post("/incidents/I1/accept", nullptr, {tag}).status, 403);
    EXPECT_EQ(monitor.get("/incidents/export?format=csv").status, 403);
    EXPECT_EQ(monitor.post("/months/2025-11/release", {{"stage", "provisional"}}).status, 403);
    EXPECT_EQ(monitor.post("/months/2025-11/close").status, 403);
    EXPECT_EQ(monitor.patch("/sources/1", {{"reliability", "B"}, {"because", "x"}}).status, 403);
    EXPECT_EQ(monitor.get("/users").status, 403);
    EXPECT_EQ(monitor.post("/users", {{"name", "x"}, {"role", "editor"}, {"password", a_password}}).status, 403);
    EXPECT_EQ(monitor.get("/audit").status, 403);
    EXPECT_EQ(keeper.patch("/sources/1", {{"reliability", "B"}, {"because", "ten right reports"}}).status, 200);
    EXPECT_EQ(auditor.get("/audit").status, 200);
    EXPECT_EQ(auditor.post("/inbox/batches", {{"texts", {{{"text", "x"}}}}}).status, 403);
    EXPECT_EQ(monitor.post("/incidents/I1/accept", nullptr, {tag}).status, 200);
}

TEST_F(Session, ATokenHasItsRoleNeedsNoCookieAndEnds)
{
    const auto made = editor->post("/tokens", {{"name", "nightly"}, {"role", "auditor"}, {"days", 1}});
    auto program = stranger();
    program.token = made.json()["secret"];
    EXPECT_EQ(program.get("/incidents").status, 200);
    EXPECT_EQ(program.post("/feeds", {{"url", "https://example.org/feed"}}).status, 403);
    EXPECT_EQ(program.get("/session").json()["by"], "token");
    EXPECT_FALSE(editor->get("/tokens").json()["items"][0].contains("secret"));
    EXPECT_FALSE(editor->get("/tokens").json()["items"][0]["last_used_at"].is_null());
    clock += 2 * 86400;
    EXPECT_EQ(program.get("/incidents").status, 401);

    program.token = "sitrep_wrong";
    EXPECT_EQ(program.get("/incidents").status, 401);
}

TEST_F(Session, PasswordsCookiesAndTokensAreNotInTheLibrary)
{
    const std::string secret = editor->post("/tokens", {{"name", "nightly"}, {"role", "auditor"}}).json()["secret"];
    const auto cookie = editor->cookie;
    server.reset();
    std::string bytes;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(in), {});
    }

    EXPECT_EQ(bytes.find(a_password), std::string::npos);
    EXPECT_EQ(bytes.find(cookie), std::string::npos);
    EXPECT_EQ(bytes.find(secret), std::string::npos);
}

TEST_F(Session, WhoWasRegisteredAndByWhomIsInTheLogAndTheLogHolds)
{
    someone("amal", "monitor");
    read_in({some_reports()[0]});
    server.reset();
    store::Desk desk((folder / "desk.sitrep").string(), {}, 2000);
    const auto verified = desk.store().verify({});

    EXPECT_TRUE(verified.faults.empty()) << verified.faults.front();
    EXPECT_EQ(desk.lists().log("desk", INT64_MAX, 10).size(), 2u);
}

TEST_F(Session, BeyondThisMachineItListensOnlyWithTlsOrAnExplicitWord)
{
    Options options;
    options.address = "0.0.0.0";
    EXPECT_TRUE(why_not_served(options));
    options.certificate.chain_file = "chain.pem";
    EXPECT_TRUE(why_not_served(options));
    options.certificate.key_file = "key.pem";
    EXPECT_FALSE(why_not_served(options));
    options.certificate = {};
    options.plain_anywhere = true;
    EXPECT_FALSE(why_not_served(options));
    options.plain_anywhere = false;
    options.address = "127.0.0.1";
    EXPECT_FALSE(why_not_served(options));
}

}  // namespace
}  // namespace sitrep::serve
