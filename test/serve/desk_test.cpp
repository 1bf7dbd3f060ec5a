// The other pages of the desk: inbox, map, registers, tallies, settings, events.
#include "serve/running.hpp"
#include "store/desk/desk.hpp"

#include "merge/merge.hpp"
#include "place/built_gazetteer.hpp"
#include "place/districts.hpp"
#include "place/import/import.hpp"

#include <cmath>
#include <fstream>
#include <map>
#include <string>

namespace sitrep::serve {
namespace {

class DeskPages : public Running {};

/// A desk that has imported outlines of districts.
class DeskWithDistricts : public Running {
protected:
    void choose(Options& options) override
    {
        const auto boundaries = folder / "adm2.geojson";
        std::ofstream(boundaries) << place::districts_of_deir_ez_zor();
        const auto imported = place::import_places(place::built_gazetteer(), folder / "desk.gazetteer", {boundaries}, {}, [](auto, auto) {});
        ASSERT_TRUE(imported);
        gazetteer_ = std::move(*place::Gazetteer::open(folder / "desk.gazetteer"));
        options.gazetteer = &*gazetteer_;
    }

private:
    std::optional<place::Gazetteer> gazetteer_;
};

TEST_F(DeskPages, WhatIsReadInIsInTheInboxAndWhatIsNotIsRefusedWithTheReason)
{
    const auto batch = upload({{"monday/one.txt", "Gunmen killed two guards in Raqqa on 3 November 2025, police said."},
                               {"monday/broken.pdf", "%PDF-1.4 this is no such thing"},
                               {"monday/ru.txt", "Вчера в городе произошёл взрыв, сообщили местные власти. Пострадавших нет."}});
    EXPECT_EQ(batch["state"], "done");
    EXPECT_EQ(batch["not_read"], 1);
    EXPECT_EQ(batch["refused"], 1);
    EXPECT_EQ(batch["refusals"][0]["where"], "monday/broken.pdf");
    const auto again = upload({{"monday/one.txt", "Gunmen killed two guards in Raqqa on 3 November 2025, police said."}});
    EXPECT_EQ(again["already"], 1);

    EXPECT_EQ(editor->get("/inbox?state=not_read").json()["items"][0]["origin"], "monday/ru.txt");
    EXPECT_EQ(editor->get("/inbox/refused").json()["total"], 1);
    EXPECT_EQ(editor->get("/inbox?batch=" + batch["id"].get<std::string>()).json()["items"].size(), 2u);
    EXPECT_EQ(editor->get("/inbox?words=guards").json()["total"], 1);
    EXPECT_EQ(editor->get("/reports/1/original").body, "Gunmen killed two guards in Raqqa on 3 November 2025, police said.");
}

TEST_F(DeskPages, SpansCountCodePointsAlsoInArabicAndPastTheBmp)
{
    read_in({{{"title", "خبر 💣"}, {"text", "قتل جنديان من الجيش السوري في هجوم لتنظيم داعش قرب مدينة السخنة بريف حمص يوم 12 تشرين الثاني 2025."}, {"published", "2025-11-13"}}});
    const auto report = editor->get("/reports/1").json();
    std::u32string points;
    const std::string document = report["document"];
    for (std::size_t at = 0; at < document.size();) {
        const unsigned char lead = static_cast<unsigned char>(document[at]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        points.push_back(char32_t(at));
        at += bytes;
    }
    EXPECT_EQ(report["direction"], "rtl");
    ASSERT_FALSE(report["accounts"].empty());
    const auto evidence = editor->get("/incidents/I1").json()["accounts"][0]["evidence"][0];
    const auto begin = std::size_t(points.at(evidence["start"].get<std::size_t>()));
    const auto end = evidence["end"].get<std::size_t>() < points.size() ? std::size_t(points.at(evidence["end"].get<std::size_t>())) : document.size();

    EXPECT_EQ(document.substr(begin, end - begin), evidence["text"].get<std::string>());
}

TEST_F(DeskPages, APointIsDrawnOnlyWhereTwoSourcesAndATownAllowIt)
{
    read_in(some_reports());
    const auto map = editor->get("/map?month=2025-11").json();
    const auto& points = map["points"];

    EXPECT_EQ(points["id"].size(), points["lat"].size());
    for (const auto& lat : points["lat"]) EXPECT_NEAR(lat.get<double>() * 100, std::round(lat.get<double>() * 100), 1e-6);
    for (const auto& id : points["id"]) EXPECT_GE(editor->get("/incidents/I" + id.dump()).json()["independent_sources"], 2);
    EXPECT_FALSE(map["units"].empty());
    EXPECT_EQ(editor->get("/map?area=SY-TA").json()["total"], 0);
    EXPECT_FALSE(editor->get("/map/outlines").json()["features"].empty());
    EXPECT_FALSE(editor->get("/map/outlines?level=governorate&country=SY").json()["features"].empty());
    EXPECT_EQ(editor->get("/map/outlines?level=governorate").status, 400);
    const auto timeline = editor->get("/timeline?by=week").json();
    EXPECT_FALSE(timeline["bins"].empty());
}

TEST_F(DeskWithDistricts, TheMapCountsByTheDistrictsThatItDraws)
{
    read_in({{{"text", "Gunmen killed two guards in Hajin in eastern Deir ez-Zor on 3 November 2025, police said."}, {"published", "2025-11-04"}},
             {{"text", "A roadside bomb wounded three soldiers in al-Mayadin in Deir ez-Zor on 9 November 2025, the army said."}, {"published", "2025-11-10"}}});
    const auto outlines = editor->get("/map/outlines?level=district&country=SY").json();
    ASSERT_EQ(outlines["features"].size(), 3u);
    std::map<std::string, int> counts;
    const auto map = editor->get("/map?month=2025-11").json();
    for (const auto& unit : map["units"])
        if (unit["level"] == "district") counts[unit["code"]] = unit["incidents"];

    EXPECT_EQ(counts, (std::map<std::string, int>{{"SY-DY/Abu Kamal", 1}, {"SY-DY/Al Mayadin", 1}}));
    for (const auto& feature : outlines["features"]) EXPECT_EQ(feature["properties"]["country"], "SY");
    EXPECT_EQ(editor->get("/incidents?area=SY-DY&district=Abu%20Kamal").json()["total"], 1);
    EXPECT_EQ(editor->get("/map/outlines?level=district").status, 400);
}

TEST_F(DeskPages, ASourceHasALetterAGroupAndANote)
{
    read_in(some_reports());
    const auto sources = editor->get("/sources?words=north").json()["items"];
    ASSERT_EQ(sources.size(), 1u);
    EXPECT_EQ(sources[0]["reliability"], "F");
    const auto id = sources[0]["id"];
    const auto group = editor->post("/source-groups", {{"name", "one newsroom"}, {"sources", {id}}});
    ASSERT_EQ(group.status, 201) << group.body;
    EXPECT_EQ(editor->post("/source-groups", {{"name", "one newsroom"}, {"sources", Json::array()}}).status, 409);
    const auto changed = editor->patch("/sources/" + id.dump(), {{"reliability", "B"}, {"note", "checked in October"}, {"because", "ten right reports"}});
    EXPECT_EQ(changed.json()["reliability"], "B");
    EXPECT_EQ(changed.json()["group"], group.json()["id"]);
    EXPECT_EQ(editor->remove("/source-groups/" + group.json()["id"].dump()).status, 204);

    EXPECT_TRUE(editor->get("/sources?words=north").json()["items"][0]["group"].is_null());
    EXPECT_EQ(editor->get("/incidents/I1").json()["accounts"][0]["reliability"], "B");
}

TEST_F(DeskPages, ASpellingAndAPlaceOfTheDesksOwnAreFoundFirst)
{
    const auto place = editor->get("/places?name=Raqqa&country=SY").json()["items"][0]["place"];
    EXPECT_EQ(editor->post("/places/spellings", {{"gazetteer_id", place["gazetteer_id"]}, {"spelling", "Rakka the Burnt"}, {"language", "en"}}).status, 201);
    EXPECT_EQ(editor->post("/places/spellings", {{"gazetteer_id", place["gazetteer_id"]}, {"spelling", "Rakka the Burnt"}, {"language", "en"}}).status, 409);
    const auto own = editor->post("/places/spellings", {{"spelling", "Umm al-Test"}, {"language", "en"},
        {"place", {{"name", "Umm al-Test"}, {"country", "SY"}, {"lat", 35.9}, {"lon", 39.1}, {"kind", "settlement"}}}});
    ASSERT_EQ(own.status, 201) << own.body;
    EXPECT_EQ(editor->get("/places?name=Rakka%20the%20Burnt").json()["items"][0]["place"]["gazetteer_id"], place["gazetteer_id"]);
    EXPECT_EQ(editor->get("/places?name=Umm%20al-Test").json()["items"][0]["place"]["gazetteer_id"], own.json()["gazetteer_id"]);
    read_in({some_reports()[2]});
    const auto tag = editor->get("/incidents/I1").headers.at("etag");
    const auto set = editor->patch("/incidents/I1", {{"set", {{"place", own.json()["gazetteer_id"]}}}, {"because", "we know it"}}, {"If-Match: " + tag});

    EXPECT_EQ(set.json()["incident"]["place"]["name"], "Umm al-Test") << set.body;
}

TEST_F(DeskPages, WithoutANameThePlacesOfTheRecordAreListedMostIncidentsFirst)
{
    EXPECT_TRUE(editor->get("/places").json()["items"].empty());
    read_in(some_reports());
    const auto items = editor->get("/places?limit=50").json()["items"];

    ASSERT_GE(items.size(), 2u);
    for (std::size_t i = 1; i < items.size(); ++i) EXPECT_GE(items[i - 1]["incidents"], items[i]["incidents"]);
    EXPECT_TRUE(editor->get("/places?country=FR").json()["items"].empty());
    EXPECT_EQ(editor->get("/places?near=35,40").status, 400) << "a point alone finds nothing";
    EXPECT_TRUE(editor->get("/places?name=Raqqa").json()["items"][0]["incidents"].is_null());
}

TEST_F(DeskPages, AMonthIsNotItsFirstDayInARowOfDays)
{
    read_in({{{"text", "Gunmen killed two guards in Raqqa on 3 November 2025, police said."}, {"published", "2025-11-04"}},
             {{"text", "Gunmen shot dead a farmer in al-Busayrah in November 2025, residents said."}, {"published", "2025-12-01"}}});
    const auto days = editor->get("/timeline?by=day&month=2025-11").json();
    const auto months = editor->get("/timeline?by=month&month=2025-11").json();

    ASSERT_EQ(days["bins"].size(), 1u) << days;
    EXPECT_EQ(days["bins"][0]["start"], "2025-11-03");
    EXPECT_EQ(days["wider"], 1);
    EXPECT_EQ(months["bins"][0]["incidents"], 2);
    EXPECT_EQ(months["wider"], 0);
}

TEST_F(DeskPages, TheNextReportReadInKnowsAPlaceThatTheDeskHasAdded)
{
    editor->post("/places/spellings", {{"spelling", "Tall Zarzur"}, {"language", "en"},
        {"place", {{"name", "Tall Zarzur"}, {"country", "SY"}, {"admin1_code", "SY-RA"}, {"lat", 35.9}, {"lon", 39.1}, {"kind", "settlement"}}}});
    EXPECT_FALSE(editor->get("/places/spellings").json()["items"][0]["in_use"]);
    read_in({{{"title", "Two killed"}, {"published", "2025-11-19"}, {"publisher", "SOHR"},
              {"text", "Gunmen shot dead two guards at a checkpoint in the village of Tall Zarzur, in Raqqa, on 18 November 2025."}}});
    const auto place = editor->get("/incidents/I1").json()["place"];

    EXPECT_TRUE(editor->get("/places/spellings").json()["items"][0]["in_use"]);
    EXPECT_EQ(place["name"], "Tall Zarzur") << place;
}

TEST_F(DeskPages, TheRegisterOfActorsIsSearchedAndExtended)
{
    const auto found = editor->get("/actors?words=islamic%20state").json();
    EXPECT_GE(found["total"], 1);
    const auto added = editor->post("/actors", {{"name", "Test Brigade"}, {"side", "militia"}, {"names_ar", {"لواء الاختبار"}}});
    EXPECT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(editor->get("/actors?from=desk").json()["total"], 1);
    EXPECT_EQ(editor->remove("/actors/Test%20Brigade").status, 204);
    EXPECT_EQ(editor->remove("/actors/ISIS").status, 404);
}

TEST_F(DeskPages, WhatOthersCountStandsBesideOurOwn)
{
    read_in({{{"title", "ISIS attacks"}, {"publisher", "SOHR"}, {"published", "2025-11-25"},
              {"text", "The Syrian Observatory for Human Rights documented 49 attacks by ISIS in Syria since the beginning of 2025."}}});
    const auto tallies = editor->get("/tallies").json();
    ASSERT_EQ(tallies["total"], 1) << tallies;
    const auto tally = tallies["items"][0];

    EXPECT_EQ(tally["quantity"], 49);
    EXPECT_FALSE(tally["evidence"]["text"].get<std::string>().empty());
    EXPECT_TRUE(!tally["ours"].is_null() || !tally["why_not"].is_null());
}

TEST_F(DeskPages, SettingsAndVocabularyAreThere)
{
    EXPECT_EQ(editor->patch("/settings", {{"desk_name", "River desk"}, {"second_reader_dead", 3}}).json()["desk_name"], "River desk");
    EXPECT_EQ(editor->get("/desk").json()["name"], "River desk");
    const auto words = editor->get("/vocabulary").json();
    EXPECT_EQ(words["kinds"].size(), 15u);
    for (const auto& kind : words["kinds"]) EXPECT_FALSE(kind["ar"].get<std::string>().empty());
    EXPECT_EQ(editor->patch("/settings", {{"language", "de"}}).status, 400);
}

TEST_F(DeskPages, AFeedIsAddedOncePausedAndDropped)
{
    const auto feed = editor->post("/feeds", {{"url", "https://example.org/feed.xml"}, {"name", "Example"}});
    ASSERT_EQ(feed.status, 201) << feed.body;
    EXPECT_EQ(editor->post("/feeds", {{"url", "https://example.org/feed.xml"}}).status, 409);
    EXPECT_EQ(editor->post("/feeds", {{"url", "ftp://example.org/feed.xml"}}).status, 400);
    const auto id = feed.json()["id"].dump();
    EXPECT_EQ(editor->patch("/feeds/" + id, {{"paused", true}}).json()["paused"], true);
    EXPECT_EQ(editor->post("/feeds/fetch").status, 409);
    EXPECT_EQ(editor->remove("/feeds/" + id).status, 204);
}

TEST_F(DeskPages, AnotherProcessMayReadInMeanwhileAndTheListsFollow)
{
    read_in({some_reports()[0]});
    const auto before = editor->get("/incidents").json()["total"].get<int>();
    // A second connection, as another program has one, holds the library for writing.
    store::Desk other((folder / "desk.sitrep").string(), merge::consolidate, 2000);
    other.store().in_transaction([&] {
        for (const std::string path : {"/incidents", "/incidents?words=guards", "/incidents/I1", "/map", "/review/queue", "/inbox", "/desk", "/reports/1"})
            EXPECT_EQ(editor->get(path).status, 200) << path;
        other.store().withdraw(IncidentId{1}, "terminal", "a drill");
    });

    EXPECT_EQ(editor->get("/incidents").json()["total"], before - 1);
}

TEST_F(DeskPages, WithoutBuiltPagesTheServerSaysHowToBuildThemAndPagesHaveAStrictPolicy)
{
    const auto page = stranger().raw("GET", "/review/I42", "", {});
    const auto& policy = page.headers.at("content-security-policy");

    EXPECT_EQ(page.status, 200);
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(policy.find("script-src 'self'"), std::string::npos);
    EXPECT_EQ(policy.find("script-src 'self' 'unsafe-inline'"), std::string::npos);
    EXPECT_EQ(stranger().raw("POST", "/", "x", {}).status, 405);
}

TEST_F(DeskPages, EventsTellOfABatchAndOfEveryChange)
{
    const Wire wire(server->port());
    wire.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + std::to_string(server->port()) + "\r\nCookie: sitrep_session=" + editor->cookie + "\r\n\r\n");
    const auto head = wire.until("retry:");
    read_in({some_reports()[2]});
    const auto batch = wire.until("\"state\":\"done\"");
    const auto tag = editor->get("/incidents/I1").headers.at("etag");
    editor->post("/incidents/I1/accept", nullptr, {"If-Match: " + tag});
    const auto change = wire.until("event: changed");

    EXPECT_NE(head.find("text/event-stream"), std::string::npos) << head;
    EXPECT_NE(batch.find("event: batch"), std::string::npos) << batch;
    EXPECT_NE(change.find("event: changed"), std::string::npos) << change;
    EXPECT_EQ(stranger().get("/events").status, 401);
}

TEST_F(DeskPages, WhoeverOpensPageAfterPageListensOnTheNewestAndShutsNobodyOut)
{
    const auto other = someone("lina", "monitor");
    const auto listen = [&](const Person& person) {
        auto wire = std::make_unique<Wire>(server->port());
        wire->send("GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + std::to_string(server->port()) + "\r\nCookie: sitrep_session=" + person.cookie + "\r\n\r\n");
        EXPECT_NE(wire->until("retry:").find(" 200 "), std::string::npos);
        return wire;
    };
    const auto hers = listen(other);
    std::vector<std::unique_ptr<Wire>> pages;
    const auto busy = someone("omar", "monitor");
    for (int i = 0; i < 30; ++i) pages.push_back(listen(busy));

    EXPECT_EQ(pages.front()->until_end().find("changed"), std::string::npos) << "the oldest has been let go";
    read_in({some_reports()[2]});
    EXPECT_NE(pages.back()->until("event: batch").find("event: batch"), std::string::npos);
    EXPECT_NE(hers->until("event: batch").find("event: batch"), std::string::npos);
}

}  // namespace
}  // namespace sitrep::serve
