// A month: what blocks its closing, the gate that stops a planted name, editions that stay and what changed since.
#include "print/pdf.hpp"
#include "serve/running.hpp"

#include <algorithm>

namespace sitrep::serve {
namespace {

class Month : public Running {
protected:
    void SetUp() override
    {
        clock += 30 * 86400;
        Running::SetUp();
        ASSERT_EQ(read_in(some_reports())["read"], 5);
    }
    void accept_all()
    {
        const auto queue = editor->get("/review/queue?limit=200").json();
        for (const auto& item : queue["items"]) {
            const std::string id = item["incident"]["id"];
            const auto whole = editor->get("/incidents/" + id);
            Json set = Json::object();
            const auto told = whole.json();
            for (const auto& conflict : told["conflicts"])
                for (const auto& field : told["fields"])
                    if (field["field"] == conflict["field"]) set[field["field"].get<std::string>()] = field["value"];
            if (!set.empty()) {
                EXPECT_EQ(editor->patch("/incidents/" + id, {{"set", set}, {"because", "as it stands"}}, {"If-Match: " + whole.headers.at("etag")}).status, 200);
            }
            const auto now = editor->get("/incidents/" + id).headers.at("etag");
            EXPECT_EQ(editor->post("/incidents/" + id + "/accept", nullptr, {"If-Match: " + now}).status, 200);
        }
    }
    Json check(const std::string& code)
    {
        const auto month = editor->get("/months/2025-11").json();
        for (const auto& one : month["checks"])
            if (one["code"] == code) return one;
        return nullptr;
    }
};

TEST_F(Month, AnOpenQueueKeepsTheMonthOpen)
{
    const auto refused = editor->post("/months/2025-11/close");
    EXPECT_EQ(refused.status, 409);
    EXPECT_FALSE(refused.json()["checks"].empty());
    EXPECT_FALSE(check("queue_empty")["passed"]);
    accept_all();

    EXPECT_TRUE(check("queue_empty")["passed"]);
    EXPECT_TRUE(check("conflicts_decided")["passed"]) << check("conflicts_decided");
    EXPECT_EQ(editor->post("/months/2025-11/close").status, 200);
    EXPECT_EQ(editor->get("/months/2025-11").json()["state"], "closed");
    EXPECT_EQ(editor->post("/months/2025-11/close").status, 409);
    EXPECT_EQ(editor->post("/months/2025-11/reopen", {{"because", "a late report"}}).json()["state"], "open");
}

TEST_F(Month, AFinalEditionNeedsAClosedMonthAndAProvisionalOneDoesNot)
{
    EXPECT_EQ(editor->post("/months/2025-11/release", {{"stage", "final"}}).status, 409);
    const auto provisional = editor->post("/months/2025-11/release", {{"stage", "provisional"}});
    ASSERT_EQ(provisional.status, 201) << provisional.body;
    accept_all();
    ASSERT_EQ(editor->post("/months/2025-11/close").status, 200);
    const auto final_one = editor->post("/months/2025-11/release", {{"stage", "final"}});

    ASSERT_EQ(final_one.status, 201) << final_one.body;
    EXPECT_EQ(final_one.json()["stage"], "final");
    EXPECT_EQ(editor->get("/editions").json()["items"].size(), 2u);
    const auto file = final_one.json()["files"][0];
    const auto bytes = editor->get("/editions/" + final_one.json()["id"].dump() + "/files/" + file["name"].get<std::string>());
    EXPECT_EQ(bytes.body.size(), file["bytes"]);
}

TEST_F(Month, WhatCameInAfterTheClosingIsReadBeforeAFinalEditionGoesOut)
{
    accept_all();
    ASSERT_EQ(editor->post("/months/2025-11/close").status, 200);
    read_in({{{"text", "Gunmen killed four shepherds near Palmyra in Homs on 21 November 2025, SANA said."}, {"publisher", "SANA"}, {"published", "2025-11-22"}}});
    const auto refused = editor->post("/months/2025-11/release", {{"stage", "final"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.json()["type"].get<std::string>().find("unread") != std::string::npos, true) << refused.body;
    accept_all();

    EXPECT_EQ(editor->post("/months/2025-11/release", {{"stage", "final"}}).status, 201);
}

TEST_F(Month, WhatIsToldAsBackgroundAloneIsReadByAPersonTooBeforeTheMonthCloses)
{
    accept_all();
    read_in({{{"text", "Syria's army said on Sunday it had sent troops to the desert. Earlier this month, on 5 November 2025, gunmen had killed six soldiers in Maadan in Raqqa."},
              {"publisher", "SANA"}, {"published", "2025-11-23"}}});
    const auto background = editor->get("/incidents?month=2025-11&background=yes").json();
    ASSERT_EQ(background["total"], 1) << background;
    const std::string id = background["items"][0]["id"];

    EXPECT_EQ(check("queue_empty")["incidents"], Json::array({id}));
    EXPECT_EQ(editor->post("/months/2025-11/close").status, 409);
}

TEST_F(Month, EveryFormatOfTheFieldIsExportedAndNoneCarriesAPerson)
{
    const std::string id = editor->get("/incidents?area=SY-DY").json()["items"][0]["id"];
    const auto tag = editor->get("/incidents/" + id).headers.at("etag");
    editor->patch("/incidents/" + id, {{"set", {{"perpetrator", "Some Private Person"}}}, {"because", "he said so"}}, {"If-Match: " + tag});
    for (const std::string format : {"csv", "geojson", "xlsx", "kml", "gpkg", "acled", "ged", "gtd", "plover", "hxl", "atom", "cap"}) {
        const auto reply = editor->get("/incidents/export?month=2025-11&format=" + format);
        EXPECT_EQ(reply.status, 200) << format << reply.body;
        EXPECT_GT(reply.body.size(), 100u) << format;
        EXPECT_TRUE(reply.headers.at("content-disposition").starts_with("attachment; filename=\"incidents.")) << format;
        EXPECT_EQ(reply.body.find("Some Private Person"), std::string::npos) << format;
    }
    EXPECT_EQ(editor->get("/incidents/export?format=doc").status, 400);
    EXPECT_EQ(someone("lina", "monitor").get("/incidents/export?format=xlsx").status, 403);
}

TEST_F(Month, TheReportIsAWordDocumentToo)
{
    const auto preview = editor->get("/months/2025-11/report?format=docx&lang=ar");
    EXPECT_TRUE(preview.body.starts_with("PK")) << preview.body.substr(0, 200);
    const auto released = editor->post("/months/2025-11/release", {{"stage", "provisional"}});
    ASSERT_EQ(released.status, 201) << released.body;
    std::size_t documents = 0;
    const auto edition = released.json();
    for (const auto& file : edition["files"]) documents += file["name"].get<std::string>().ends_with(".docx");

    EXPECT_EQ(documents, 2u) << "one in each language";
    EXPECT_EQ(editor->get("/months/2025-11/report?format=odt").status, 400);
}

TEST_F(Month, ThePdfIsPrintedFromThePageOfTheEdition)
{
    const auto released = editor->post("/months/2025-11/release", {{"stage", "provisional"}}).json();
    const auto path = "/editions/" + released["id"].dump() + "/files/";
    EXPECT_EQ(editor->get(path + "no-such-page.pdf").status, 404);
    const auto pdf = editor->get(path + "sitrep-2025-11-en.pdf");
    if (!print::printing_browser()) {
        EXPECT_EQ(pdf.status, 501);
        EXPECT_NE(pdf.body.find("Install chromium"), std::string::npos);
        GTEST_SKIP() << "no browser here that could print";
    }

    EXPECT_EQ(pdf.status, 200) << pdf.body;
    EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
}

TEST_F(Month, TheGateStopsAPlantedNameSaysWhereAndLetsThePageGoOnceItIsMended)
{
    read_in({{{"title", "A resident speaks"}, {"publisher", "North Press"}, {"published", "2025-11-20"},
              {"text", "\"They came at night,\" said Qutaiba al-Farhan, a resident of the village, who asked that his name be changed."}}});
    EXPECT_EQ(editor->patch("/months/2025-11", {{"foreword_en", "A quiet month.\nWe thank Qutaiba al-Farhan for his help."}}).status, 200);
    const auto gate = editor->get("/months/2025-11/gate").json();
    EXPECT_FALSE(gate["releasable"]);
    const auto stopped = *std::ranges::find_if(gate["documents"], [](const Json& document) { return !document["passed"]; });
    EXPECT_TRUE(stopped["rule"].get<std::string>().starts_with("P1"));
    EXPECT_EQ(stopped["offending"], "Qutaiba al-Farhan");
    const auto refused = editor->post("/months/2025-11/release", {{"stage", "provisional"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.body.find("Qutaiba"), std::string::npos);
    EXPECT_EQ(editor->get("/months/2025-11/report").status, 409);
    editor->patch("/months/2025-11", {{"foreword_en", "A quiet month."}});

    EXPECT_TRUE(editor->get("/months/2025-11/gate").json()["releasable"]);
    const auto released = editor->post("/months/2025-11/release", {{"stage", "provisional"}});
    ASSERT_EQ(released.status, 201) << released.body;
    EXPECT_NE(editor->get("/months/2025-11/report").body.find("A quiet month."), std::string::npos);
}

TEST_F(Month, TheGateShowsFieldByFieldWhatStaysInside)
{
    const std::string id = editor->get("/incidents?area=SY-DY").json()["items"][0]["id"];
    const auto tag = editor->get("/incidents/" + id).headers.at("etag");
    editor->patch("/incidents/" + id, {{"set", {{"perpetrator", "Some Private Person"}}}, {"because", "he said so"}}, {"If-Match: " + tag});
    const auto gate = editor->get("/months/2025-11/gate?only=touched").json();
    const auto mine = *std::ranges::find_if(gate["items"], [&](const Json& item) { return item["incident"] == id; });
    const auto field = *std::ranges::find_if(mine["fields"], [](const Json& line) { return line["field"] == "perpetrator"; });

    EXPECT_EQ(field["result"], "withheld");
    EXPECT_EQ(field["rule"], "P4");
    EXPECT_EQ(field["offending"], "Some Private Person");
    EXPECT_EQ(editor->get("/months/2025-11/report").body.find("Some Private Person"), std::string::npos);
    EXPECT_EQ(editor->get("/incidents/export?format=csv").body.find("Some Private Person"), std::string::npos);
    EXPECT_EQ(editor->get("/incidents/export?format=geojson").body.find("Some Private Person"), std::string::npos);
}

TEST_F(Month, WhatChangedSinceTheLastEditionIsListed)
{
    EXPECT_TRUE(editor->get("/months/2025-11/changes").json()["first_edition"]);
    ASSERT_EQ(editor->post("/months/2025-11/release", {{"stage", "provisional"}}).status, 201);
    EXPECT_TRUE(editor->get("/months/2025-11/changes").json()["items"].empty());
    const std::string id = editor->get("/incidents?dead=5").json()["items"][0]["id"];
    const auto tag = editor->get("/incidents/" + id).headers.at("etag");
    editor->patch("/incidents/" + id, {{"set", {{"killed", "6"}}}, {"because", "one died"}}, {"If-Match: " + tag});
    const auto changes = editor->get("/months/2025-11/changes").json();

    ASSERT_EQ(changes["items"].size(), 1u) << changes;
    EXPECT_EQ(changes["items"][0]["incident"], id);
    EXPECT_EQ(changes["items"][0]["what"], "changed");
    EXPECT_EQ(changes["items"][0]["fields"][0]["field"], "killed");
}

TEST_F(Month, AReleasedFileStaysAsItWasAndTheLogKnowsOfIt)
{
    ASSERT_EQ(editor->post("/months/2025-11/release", {{"stage", "provisional"}}).status, 201);
    const auto started = editor->post("/audit/verification");
    EXPECT_EQ(started.status, 202);
    Json result;
    do result = editor->get("/audit/verification").json();
    while (result["state"] == "running");

    EXPECT_TRUE(result["faults"].empty()) << result["faults"];
    EXPECT_GT(result["log_entries"], 5);
    EXPECT_EQ(editor->get("/audit?action=edition").json()["total"], 1);
}

TEST_F(Month, MonthsAreListedNewestFirst)
{
    const auto months = editor->get("/months").json()["items"];

    ASSERT_FALSE(months.empty());
    EXPECT_EQ(months[0]["month"], "2025-11");
    EXPECT_EQ(editor->get("/months/2025-13").status, 404);
    EXPECT_EQ(editor->get("/months/2025-11?area=XX-ZZ").status, 400);
}

}  // namespace
}  // namespace sitrep::serve
