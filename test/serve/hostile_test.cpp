// What a hostile sender, page or file can do to the desk: nothing.
#include "serve/running.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace sitrep::serve {
namespace {

class Hostile : public Running {
protected:
    void choose(Options& options) override
    {
        options.limits.read_time = std::chrono::milliseconds(1500);
        options.limits.body_bytes_max = std::size_t{3} << 20;
    }
};

const std::string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

TEST_F(Hostile, AScriptInTextTitlePublisherOrFileNameIsOnlyEverText)
{
    const auto text = "Gunmen shot dead two guards in the town of al-Busayrah, in Deir ez-Zor, on 13 November 2025. " + script;
    read_in({{{"title", "Attack " + script}, {"text", text}, {"publisher", script}, {"url", "javascript:alert(1)"}, {"published", "2025-11-14"}}});
    upload({{"folder/" + script + ".txt", text + " Again."}});
    for (const std::string path : {"/inbox", "/reports/1", "/incidents", "/incidents/I1", "/sources", "/review/queue", "/tallies"}) {
        const auto reply = editor->get(path);
        EXPECT_EQ(reply.headers.at("content-type"), "application/json") << path;
        EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff") << path;
        EXPECT_NE(reply.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos) << path;
    }
    const auto original = editor->get("/reports/1/original");

    EXPECT_EQ(original.headers.at("content-type"), "application/octet-stream");
    EXPECT_TRUE(original.headers.at("content-disposition").starts_with("attachment"));
    EXPECT_NE(original.headers.at("content-security-policy").find("sandbox"), std::string::npos);
    const auto preview = editor->get("/months/2025-11/report");
    EXPECT_EQ(preview.body.find("<script"), std::string::npos);
    EXPECT_EQ(preview.body.find("onerror"), std::string::npos);
}

TEST_F(Hostile, AScriptAsTheNameOfAPlaceStaysTextInEveryPageAndFile)
{
    read_in({{{"text", "Gunmen shot dead two guards in the town of al-Busayrah, in Deir ez-Zor, on 13 November 2025."}, {"publisher", "SANA"}, {"published", "2025-11-14"}},
             {{"text", "Two guards were shot dead in al-Busayrah in Deir ez-Zor on 13 November 2025."}, {"publisher", "North Press"}, {"published", "2025-11-14"}}});
    const Json place{{"name", script}, {"name_ar", script}, {"country", "SY"}, {"admin1_code", "SY-DY"}, {"lat", 35.15}, {"lon", 40.43}, {"kind", "settlement"}};
    const auto spelling = editor->post("/places/spellings", {{"spelling", script}, {"language", "en"}, {"place", place}});
    ASSERT_EQ(spelling.status, 201) << spelling.body;
    const auto tag = editor->get("/incidents/I1").headers.at("etag");
    const auto found = editor->get("/places?name=" + std::string("%3Cscript%3Ealert(1)%3C%2Fscript%3E%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3E")).json();
    ASSERT_FALSE(found["items"].empty());
    editor->patch("/incidents/I1", {{"set", {{"place", found["items"][0]["place"]["gazetteer_id"]}}}, {"because", "<script>alert(3)</script>"}}, {"If-Match: " + tag});
    for (const std::string path : {"/months/2025-11/report", "/months/2025-11/report?lang=ar", "/months/2025-11/report?format=md", "/incidents/export?format=kml",
                                   "/incidents/export?format=atom", "/incidents/export?format=cap", "/incidents/export?format=geojson"}) {
        const auto reply = editor->get(path);
        EXPECT_EQ(reply.body.find("<script"), std::string::npos) << path;
        EXPECT_EQ(reply.body.find("<img src=x"), std::string::npos) << path;
    }
    for (const std::string path : {"/places", "/places/spellings", "/incidents/I1", "/incidents/I1/history", "/map", "/revisions"})
        EXPECT_EQ(editor->get(path).headers.at("content-type"), "application/json") << path;
}

TEST_F(Hostile, WhatIsAskedIsNotEchoedAsAPage)
{
    const auto reply = editor->get("/incidents?kind=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.headers.at("content-type"), "application/problem+json");
    const auto page = stranger().raw("GET", "/%3Cscript%3Ealert(1)%3C/script%3E", "", {});

    EXPECT_EQ(page.body.find("<script>alert"), std::string::npos);
}

TEST_F(Hostile, NoPathLeadsOutOfThePages)
{
    for (const std::string path : {"/../../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../../secrets.txt",
                                   "/....//....//etc/passwd", "/%00/etc/passwd", "/\\..\\..\\etc\\passwd.txt", "/desk.sitrep"}) {
        const auto reply = stranger().raw("GET", path, "", {});
        EXPECT_EQ(reply.body.find("root:"), std::string::npos) << path;
        EXPECT_NE(reply.status, 500) << path;
    }
    EXPECT_EQ(stranger().raw("GET", "/desk.sitrep", "", {}).status, 404);
}

TEST_F(Hostile, NoNameOfAnUploadLeadsOutOfItsFolder)
{
    for (const std::string name : {"../../evil.txt", "a/../../evil.txt", "..", "/", "a\\..\\..\\evil.txt", "a/\x01.txt"})
        EXPECT_EQ(editor->post("/inbox/uploads", {{"name", name}, {"size", 1}}).status, 400) << name;
    const auto batch = upload({{"/etc/evil.txt", "Nothing happened."}, {".hidden", "Nothing happened here either."}});

    EXPECT_EQ(batch["state"], "done");
    EXPECT_FALSE(std::filesystem::exists("/etc/evil.txt"));
    const auto body = editor->get("/inbox").body + editor->get("/inbox/refused").body;
    EXPECT_EQ(body.find(folder.string()), std::string::npos) << "paths of this machine stay inside";
}

TEST_F(Hostile, ABodyThatIsTooLargeIsCutOff)
{
    const std::string large((std::size_t{3} << 20) + 4096, 'x');
    const auto reply = editor->raw("POST", "/api/v1/session", large, {"Content-Type: application/json"});

    EXPECT_TRUE(reply.status == 0 || reply.status == 413) << reply.status;
    EXPECT_EQ(editor->get("/health").status, 200);
}

TEST_F(Hostile, ABodyThatNeverComesIsNotWaitedForLong)
{
    const auto port = std::to_string(server->port());
    const auto begin = std::chrono::steady_clock::now();
    const auto back = exchange("POST /api/v1/session HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"na");

    EXPECT_EQ(back.find("200"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15)) << "hung up by the server, not by us";
    EXPECT_EQ(editor->get("/health").status, 200);
}

TEST_F(Hostile, TooManyOrTooLongHeadersAreRefused)
{
    const auto port = std::to_string(server->port());
    std::string many = "GET /api/v1/health HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
    for (int i = 0; i < 2000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
    const auto long_one = "GET /api/v1/health HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-Long: " + std::string(200000, 'y') + "\r\n\r\n";
    const auto long_path = "GET /" + std::string(100000, 'a') + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";

    EXPECT_EQ(exchange(many + "\r\n").find("200"), std::string::npos);
    EXPECT_EQ(exchange(long_one).find("200"), std::string::npos);
    EXPECT_EQ(exchange(long_path).find("200"), std::string::npos);
}

TEST_F(Hostile, FramingThatTwoProgramsReadInTwoWaysIsNotRead)
{
    const auto host = "Host: localhost:" + std::to_string(server->port()) + "\r\n";
    const std::string smuggled = "GET /api/v1/openapi.json HTTP/1.1\r\n" + host + "\r\n";
    for (const std::string framing : {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                                      "Content-Length: 4\r\nContent-Length: 100\r\n", "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n",
                                      "Transfer-Encoding: chunked\r\n", "Content-Length: +4\r\n", "Content-Length: 4, 4\r\n", "Content-Length: 0x4\r\n"}) {
        const auto back = exchange("POST /api/v1/session HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n" + framing + "\r\n0\r\n\r\n" + smuggled);
        EXPECT_EQ(back.find("\"openapi\""), std::string::npos) << framing << back.substr(0, 300);
        EXPECT_EQ(back.find(" 200 "), std::string::npos) << framing << back.substr(0, 300);
    }
}

TEST_F(Hostile, ALineEndInAValueMakesNoHeader)
{
    const auto reply = editor->get("/incidents/I1%0d%0aSet-Cookie:%20x=y");

    EXPECT_EQ(reply.status, 404);
    EXPECT_FALSE(reply.headers.contains("set-cookie"));
}

TEST_F(Hostile, AWrongContentTypeIsNotRead)
{
    const std::string view = R"({"name":"x","page":"map","query":{}})";
    for (const std::string type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", "text/html"})
        EXPECT_EQ(editor->send("POST", "/views", view, {"Content-Type: " + type}).status, 415) << type;
    EXPECT_EQ(editor->send("PUT", "/inbox/uploads/x?offset=0", "bytes", {"Content-Type: text/html"}).status, 415);
}

TEST_F(Hostile, BodiesThatAreNoneOfOursAreRefusedWithTheMember)
{
    for (const std::string body : {"[]", "null", "{", "\"x\"", "{\"name\":1,\"page\":\"map\",\"query\":{}}", "{\"name\":\"x\",\"page\":\"map\",\"query\":[]}",
                                   "{\"name\":\"x\",\"page\":\"nowhere\",\"query\":{}}", "{\"name\":\"x\",\"page\":\"map\",\"query\":{},\"more\":1}",
                                   "{\"name\":\"\\u0000\",\"page\":\"map\",\"query\":{}}"})
        EXPECT_EQ(editor->send("POST", "/views", body).status, 400) << body;
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += '[';
    EXPECT_EQ(editor->send("POST", "/views", deep).status, 400);
}

TEST_F(Hostile, TheLanguagesOfTheDatabaseAndTheSearchAreOnlyWords)
{
    read_in(some_reports());
    const auto total = editor->get("/incidents").json()["total"];
    for (const std::string nasty : {"%27%20OR%201%3D1--", "%22", "%27%27%3B%20DROP%20TABLE%20incident%3B--", "*", "%22%20OR%20%22", "NEAR(a%20b)", "a%20AND", "-",
                                    "%28%28%28", "col%3Aword", "%5E", "%25%27%3B", "%7B%7D", "\\", "NOT%20x", "%D9%8B%D9%8B", "a*b*c", "%F0%9F%92%A3"}) {
        for (const std::string name : {"words", "actor", "district", "area", "cursor", "month", "from", "kind", "within", "sort", "dead", "second", "status", "target", "grade", "reviewed", "conflicts",
                                       "background", "withdrawn", "until", "limit"}) {
            const auto status = editor->get("/incidents?" + name + "=" + nasty).status;
            EXPECT_TRUE(status == 200 || status == 400) << name << "=" << nasty << " " << status;
        }
        for (const std::string path : {"/inbox?words=", "/sources?words=", "/places?name=", "/actors?words=", "/tallies?words=", "/revisions?who=", "/audit?action=",
                                       "/map?words=", "/timeline?words=", "/review/queue?words=", "/tallies?area=", "/tallies?month=", "/places?near=", "/places?country=",
                                       "/sources?reliability=", "/inbox?state=", "/inbox?batch=", "/inbox?cursor=", "/map/outlines?country=", "/review/queue?month=",
                                       "/months/2025-11/gate?only=", "/months/2025-11/report?area=", "/revisions?action=", "/audit?cursor=", "/incidents/export?format="})
            EXPECT_LT(editor->get(path + nasty).status, 500) << path << nasty;
    }

    EXPECT_EQ(editor->get("/incidents").json()["total"], total);
}

/// Archives in archives, each byte of the outermost standing for a thousand inside.
std::string zip_of(const std::string& name, const std::string& bytes)
{
    std::string out(std::size_t{64} << 20, '\0');
    std::size_t used = 0;
    archive* made = archive_write_new();
    archive_write_set_format_zip(made);
    archive_write_open_memory(made, out.data(), out.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, la_int64_t(bytes.size()));
    archive_write_header(made, entry);
    archive_write_data(made, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_close(made);
    archive_write_free(made);
    out.resize(used);
    return out;
}

TEST_F(Hostile, AZipBombInTheInboxIsRefusedAndTheRestIsRead)
{
    auto bomb = zip_of("zeros.txt", std::string(std::size_t{48} << 20, '0'));
    for (int i = 0; i < 8; ++i) bomb = zip_of("layer.zip", bomb);
    const auto batch = upload({{"bomb.zip", bomb}, {"good.txt", "Gunmen killed two guards in Raqqa on 3 November 2025, police said."}});

    EXPECT_EQ(batch["state"], "done");
    EXPECT_GE(batch["read"], 1);
    EXPECT_GE(batch["refused"], 1);
    EXPECT_EQ(editor->get("/health").status, 200);
}

TEST_F(Hostile, MoreBytesThanAnnouncedOrAtTheWrongPlaceAreRefused)
{
    const std::string id = editor->post("/inbox/uploads", {{"name", "a.txt"}, {"size", 4}}).json()["id"];
    const auto part = [&](const std::string& at, const std::string& bytes) {
        return editor->send("PUT", "/inbox/uploads/" + id + "?offset=" + at, bytes, {"Content-Type: application/octet-stream"}).status;
    };
    EXPECT_EQ(part("2", "ab"), 409);
    EXPECT_EQ(part("0", "abcde"), 413);
    EXPECT_EQ(part("0", "ab"), 200);
    EXPECT_EQ(editor->post("/inbox/batches", {{"uploads", {id}}}).status, 409) << "not whole yet";
    EXPECT_EQ(editor->post("/inbox/uploads", {{"name", "a.txt"}, {"size", std::int64_t{3} << 31}}).status, 413);
    EXPECT_EQ(editor->post("/inbox/batches", {{"urls", {"file:///etc/passwd"}}}).status, 400);
}

}  // namespace
}  // namespace sitrep::serve
