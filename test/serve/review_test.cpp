// A morning at the desk: what was read in is reviewed, corrected, merged, split and undone, by two people at once.
#include "serve/running.hpp"

#include <algorithm>

namespace sitrep::serve {
namespace {

class Review : public Running {
protected:
    void SetUp() override
    {
        Running::SetUp();
        const auto batch = read_in(some_reports());
        ASSERT_EQ(batch["read"], 5) << batch;
    }
    /// The header that names the version of an incident as it is now.
    Headers version(const std::string& id) { return {"If-Match: " + editor->get("/incidents/" + id).headers.at("etag")}; }
    Json incident(const std::string& id) { return editor->get("/incidents/" + id).json(); }
    std::vector<std::string> ids(const std::string& question = "")
    {
        std::vector<std::string> out;
        const auto listed = editor->get("/incidents?sort=id&" + question).json();
        for (const auto& row : listed["items"]) out.push_back(row["id"]);
        return out;
    }
};

TEST_F(Review, TheQueueHoldsWhatNobodyHasAcceptedAndEachOpensToItsSentences)
{
    const auto queue = editor->get("/review/queue").json();
    ASSERT_GE(queue["total"], 4) << queue;
    const auto first = queue["items"][0];
    const auto whole = incident(first["incident"]["id"]);
    ASSERT_FALSE(whole["accounts"].empty());
    const auto report = editor->get("/reports/" + whole["accounts"][0]["report"].dump()).json();  // of several that tell it, the first

    const auto evidence = whole["accounts"][0]["evidence"][0];
    EXPECT_NE(report["document"].get<std::string>().find(evidence["text"].get<std::string>()), std::string::npos);
    EXPECT_FALSE(report["accounts"][0]["spans"].empty());
    EXPECT_FALSE(whole["fields"].empty());
    EXPECT_EQ(whole["accepted"], false);
    EXPECT_EQ(editor->get("/reports/" + first["report"].dump()).status, 200);
}

TEST_F(Review, AnAcceptedIncidentLeavesTheQueueWithWhoDidIt)
{
    const auto id = ids().at(0);
    const auto before = editor->get("/review/queue").json()["total"].get<int>();
    auto amal = someone("amal", "monitor");
    const auto done = amal.post("/incidents/" + id + "/accept", nullptr, version(id));

    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.json()["incident"]["accepted_by"], "amal");
    EXPECT_EQ(editor->get("/review/queue").json()["total"], before - 1);
    EXPECT_EQ(editor->get("/incidents/" + id + "/history").json()["items"][0]["who"], "amal");
}

TEST_F(Review, TheSecondOfTwoEditorsIsToldAndShownBothAndNothingIsLost)
{
    const auto id = ids().at(0);
    auto amal = someone("amal", "monitor"), karim = someone("karim", "monitor");
    const auto read_by_both = version(id);
    const auto first = amal.patch("/incidents/" + id, {{"set", {{"killed", "3"}}}, {"because", "hospital list"}}, read_by_both);
    const auto second = karim.patch("/incidents/" + id, {{"set", {{"killed", "2"}}}, {"because", "first report"}}, read_by_both);

    ASSERT_EQ(first.status, 200) << first.body;
    ASSERT_EQ(second.status, 412) << second.body;
    const auto both = second.json();
    EXPECT_EQ(both["asked"]["set"]["killed"], "2");
    EXPECT_EQ(both["current"]["tolls"]["killed"]["max"], 3);
    EXPECT_EQ(both["since"][0]["who"], "amal");
    EXPECT_EQ(incident(id)["tolls"]["killed"]["max"], 3);
    EXPECT_EQ(karim.patch("/incidents/" + id, {{"set", {{"killed", "2-3"}}}, {"because", "both are said"}}, version(id)).status, 200);
}

TEST_F(Review, AChangeThatNamesNoVersionIsNotMade)
{
    const auto id = ids().at(0);

    EXPECT_EQ(editor->post("/incidents/" + id + "/accept").status, 428);
    EXPECT_EQ(editor->post("/incidents/" + id + "/accept", nullptr, {"If-Match: nonsense"}).status, 400);
    EXPECT_EQ(incident(id)["accepted"], false);
}

TEST_F(Review, SeveralFieldsChangeTogetherOrNotAtAll)
{
    const auto id = ids().at(0);
    const auto bad = editor->patch("/incidents/" + id, {{"set", {{"killed", "4"}, {"kind", "nonsense"}}}, {"because", "x"}}, version(id));
    EXPECT_EQ(bad.status, 400);
    EXPECT_EQ(bad.json()["field"], "kind");
    EXPECT_EQ(incident(id)["corrected"].size(), 0u);
    const auto good = editor->patch("/incidents/" + id, {{"set", {{"killed", "unknown"}, {"date", "unknown"}, {"place", "unknown"}}}, {"because", "not clear"}}, version(id));

    ASSERT_EQ(good.status, 200) << good.body;
    const auto now = good.json()["incident"];
    EXPECT_TRUE(now["tolls"]["killed"].is_null());
    EXPECT_TRUE(now["date"]["start"].is_null());
    EXPECT_TRUE(now["place"].is_null());
}

TEST_F(Review, APlaceComesFromTheGazetteerAndTheTwoAdmiraltyFieldsFromAPerson)
{
    const auto id = ids().at(0);
    const auto found = editor->get("/places?name=Raqqa&country=SY").json()["items"][0]["place"];
    const auto set = editor->patch("/incidents/" + id, {{"set", {{"place", found["gazetteer_id"]}, {"admiralty_source", "B"}, {"admiralty_item", "2"}}},
                                                        {"because", "the correspondent called"}}, version(id));

    ASSERT_EQ(set.status, 200) << set.body;
    EXPECT_EQ(set.json()["incident"]["place"]["gazetteer_id"], found["gazetteer_id"]);
    EXPECT_EQ(set.json()["incident"]["admiralty"]["source"], "B");
    EXPECT_EQ(set.json()["incident"]["admiralty"]["item"], "2");
    EXPECT_EQ(editor->patch("/incidents/" + id, {{"set", {{"place", "geonames:nothing"}}}, {"because", "x"}}, version(id)).status, 400);
    EXPECT_EQ(editor->patch("/incidents/" + id, {{"set", {{"admiralty_item", "7"}}}, {"because", "x"}}, version(id)).status, 400);
}

TEST_F(Review, AMergeForwardsTheOldIdAndIsUndone)
{
    const auto all = ids();
    const auto a = all.at(0), b = all.at(1);
    const auto from_version = incident(b)["version"];
    const auto merged = editor->post("/incidents/" + a + "/merge", {{"from", b}, {"from_version", from_version}, {"because", "one attack"}}, version(a));
    ASSERT_EQ(merged.status, 200) << merged.body;
    EXPECT_EQ(incident(b)["id"], a);
    EXPECT_EQ(merged.json()["incident"]["forwards_from"][0], b);
    const auto revision = std::to_string(merged.json()["revision"].get<int>());
    const auto undone = editor->post("/revisions/" + revision + "/undo", {{"because", "two after all"}});

    ASSERT_EQ(undone.status, 200) << undone.body;
    EXPECT_EQ(ids(), all);
    EXPECT_EQ(editor->post("/revisions/" + revision + "/undo", {{"because", "again"}}).status, 409);
}

TEST_F(Review, AnAccountIsSplitOffAndComesBack)
{
    const auto all = ids();
    const auto a = all.at(0), b = all.at(1);
    editor->post("/incidents/" + a + "/merge", {{"from", b}, {"from_version", incident(b)["version"]}, {"because", "one attack"}}, version(a));
    const auto account = incident(a)["accounts"].back()["id"];
    const auto split = editor->post("/incidents/" + a + "/split", {{"accounts", {account}}, {"because", "another village"}}, version(a));
    ASSERT_EQ(split.status, 200) << split.body;
    EXPECT_EQ(split.json()["other"]["accounts"][0]["id"], account);

    EXPECT_EQ(editor->post("/incidents/" + a + "/split", {{"accounts", {999999}}, {"because", "x"}}, version(a)).status, 409);
    EXPECT_EQ(editor->post("/incidents/" + a + "/split", {{"accounts", Json::array()}, {"because", "x"}}, version(a)).status, 409);
}

TEST_F(Review, AWithdrawnIncidentLeavesATombstone)
{
    const auto id = ids().at(0);
    EXPECT_EQ(editor->post("/incidents/" + id + "/withdraw", {{"because", "a drill"}}, version(id)).status, 200);
    const auto listed = ids(), gone = ids("withdrawn=yes");

    EXPECT_EQ(std::ranges::count(listed, id), 0);
    EXPECT_EQ(gone, std::vector<std::string>{id});
    EXPECT_EQ(incident(id)["withdrawn"], true);
}

TEST_F(Review, APersonsWordThatTwoAreDifferentHolds)
{
    const auto all = ids();
    const auto compared = editor->get("/review/compare?a=" + all.at(0) + "&b=" + all.at(1));
    ASSERT_EQ(compared.status, 200);
    EXPECT_FALSE(compared.json()["reasons"].empty());
    const auto decided = editor->post("/review/decide", {{"a", all.at(0)}, {"b", all.at(1)}, {"verdict", "different"}, {"because", "two villages"}});
    ASSERT_EQ(decided.status, 200) << decided.body;
    const auto pairs = editor->get("/review/proposals").json();
    for (const auto& pair : pairs["items"]) EXPECT_FALSE(pair["a"]["id"] == all.at(0) && pair["b"]["id"] == all.at(1));

    EXPECT_EQ(editor->get("/incidents/" + all.at(0) + "/history").json()["items"][0]["action"], "different");
    EXPECT_EQ(editor->post("/review/decide", {{"a", all.at(0)}, {"b", all.at(0)}, {"verdict", "different"}, {"because", "x"}}).status, 409);
}

TEST_F(Review, ManyAreAcceptedAtOnceAndTheOneThatChangedIsSaid)
{
    const auto all = ids();
    Json chosen = Json::array();
    for (const auto& id : all) chosen.push_back({{"id", id}, {"version", incident(id)["version"]}});
    editor->patch("/incidents/" + all.at(0), {{"set", {{"killed", "9"}}}, {"because", "late news"}}, version(all.at(0)));
    const auto done = editor->post("/incidents/bulk", {{"action", "accept"}, {"incidents", chosen}}).json()["items"];

    EXPECT_EQ(done[0]["done"], false);
    EXPECT_EQ(done[0]["problem"], "changed since it was read");
    for (std::size_t i = 1; i < done.size(); ++i) EXPECT_EQ(done[i]["done"], true) << done[i];
    EXPECT_EQ(editor->get("/review/queue").json()["total"], 1);
}

TEST_F(Review, ASecondReaderIsAnotherPersonAndTheirAgreementIsCounted)
{
    auto amal = someone("amal", "monitor"), karim = someone("karim", "monitor");
    const auto id = ids("dead=5").at(0);
    EXPECT_EQ(karim.post("/incidents/" + id + "/second-reading", {{"values", {{"killed", "5"}}}}).status, 409) << "the first reader comes first";
    amal.post("/incidents/" + id + "/accept", nullptr, version(id));
    EXPECT_EQ(editor->get("/review/queue?stage=second").json()["items"][0]["incident"]["id"], id);
    EXPECT_EQ(amal.post("/incidents/" + id + "/second-reading", {{"values", {{"killed", "5"}}}}).status, 409) << "not the same person";
    const auto read = karim.post("/incidents/" + id + "/second-reading", {{"values", {{"killed", "5"}, {"kind", "shelling"}}}});
    ASSERT_EQ(read.status, 201) << read.body;
    EXPECT_EQ(read.json()["second_reader"]["state"], "disagrees");
    const auto agreement = editor->get("/review/agreement").json();
    EXPECT_EQ(agreement["readings"], 1);
    const auto reading = read.json()["second_reader"]["readings"][0]["id"].dump();

    EXPECT_EQ(amal.post("/second-readings/" + reading + "/decide", {{"because", "x"}}).status, 403);
    EXPECT_EQ(editor->post("/second-readings/" + reading + "/decide", {{"because", "a car bomb it was"}}).json()["second_reader"]["state"], "done");
}

TEST_F(Review, FiltersAndWordsInBothLanguagesFindTheirIncidents)
{
    const auto all = ids();

    EXPECT_EQ(ids("month=2025-11"), all);
    EXPECT_TRUE(ids("month=2024-11").empty());
    EXPECT_FALSE(ids("area=SY-DY").empty());
    EXPECT_LT(ids("area=SY-DY").size(), all.size());
    EXPECT_FALSE(ids("words=motorcycle").empty());
    EXPECT_LT(ids("words=motorcycle").size(), all.size());
    EXPECT_FALSE(ids("words=%D9%85%D8%B3%D9%84%D8%AD%D9%8A%D9%86").empty());
    EXPECT_TRUE(ids("words=zeppelin").empty());
    EXPECT_EQ(ids("reviewed=yes").size(), 0u);
    EXPECT_EQ(ids("dead=5").size(), 1u);
    EXPECT_TRUE(ids("within=0,0,1,1").empty());
}

TEST_F(Review, ListsAskedForBeforeAChangeAreThoseOfADeskThatHasJustBegun)
{
    const std::vector<std::string> lists{"/incidents", "/incidents?sort=-dead&limit=2", "/incidents?month=2025-11", "/incidents?reviewed=no&sort=doubt", "/incidents?withdrawn=yes",
                                         "/incidents?actor=ISIS", "/incidents?words=killed", "/incidents?area=SY", "/review/queue", "/review/queue?stage=second", "/inbox?words=killed",
                                         "/incidents?words=killed&sort=-dead&limit=2", "/incidents?words=guards&reviewed=no", "/inbox?words=guards&state=with_incident",
                                         "/incidents?words=zeppelin", "/inbox", "/inbox?state=no_incident", "/map?words=killed", "/timeline"};
    const auto all = [&lists](Person& person) {
        std::vector<std::string> out;
        for (const auto& path : lists) out.push_back(person.get(path).body);
        return out;
    };
    const auto as_just_begun = [&] {
        auto running = std::move(server);
        start();
        auto newcomer = stranger();
        EXPECT_EQ(newcomer.sign_in("editor", a_password).status, 200);
        auto out = all(newcomer);
        server = std::move(running);
        return out;
    };
    all(*editor);

    EXPECT_EQ(editor->post("/incidents/I1/accept", nullptr, version("I1")).status, 200);
    EXPECT_EQ(all(*editor), as_just_begun());
    EXPECT_EQ(editor->patch("/incidents/I2", {{"set", {{"kind", "ambush"}, {"killed", "7"}}}, {"because", "the second report"}}, version("I2")).status, 200);
    EXPECT_EQ(all(*editor), as_just_begun());
    EXPECT_EQ(editor->post("/incidents/I3/withdraw", {{"because", "not an attack"}}, version("I3")).status, 200);
    EXPECT_EQ(all(*editor), as_just_begun());
    read_in({{{"text", "Gunmen killed three guards in Palmyra on 4 November 2025, police said."}, {"published", "2025-11-05"}}});
    EXPECT_EQ(all(*editor), as_just_begun());
    const auto merged = editor->post("/incidents/I1/merge", {{"from", "I2"}, {"from_version", incident("I2")["version"]}, {"because", "one event"}}, version("I1"));
    EXPECT_EQ(merged.status, 200) << merged.body;
    EXPECT_EQ(all(*editor), as_just_begun());
    EXPECT_EQ(editor->post("/revisions/" + merged.json()["revision"].dump() + "/undo", {{"because", "two after all"}}).status, 200);
    EXPECT_EQ(all(*editor), as_just_begun());
    read_in({{{"text", "A zeppelin was shot down over Homs on 6 November 2025; two guards were killed."}, {"published", "2025-11-07"}}});
    EXPECT_EQ(all(*editor), as_just_begun());
}

TEST_F(Review, PagesFollowEachOtherWithoutGapOrRepeat)
{
    const auto all = ids();
    for (const std::string sort : {"-date", "date", "-dead", "doubt", "-id", "id"}) {
        std::vector<std::string> paged;
        std::string cursor;
        do {
            const auto page = editor->get("/incidents?limit=1&sort=" + sort + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
            EXPECT_EQ(page["total"], all.size());
            for (const auto& row : page["items"]) paged.push_back(row["id"]);
            cursor = page["next"].is_null() ? "" : page["next"].get<std::string>();
        } while (!cursor.empty());
        std::ranges::sort(paged);
        auto sorted = all;
        std::ranges::sort(sorted);
        EXPECT_EQ(paged, sorted) << sort;
    }
}

TEST_F(Review, WhatHasNotChangedIsNotSentAgain)
{
    const auto first = editor->get("/incidents");
    const auto again = editor->send("GET", "/incidents", "", {"If-None-Match: " + first.headers.at("etag")});

    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
}

TEST_F(Review, ViewsAreOnesOwnUnlessShared)
{
    auto amal = someone("amal", "monitor");
    const Json view{{"name", "Deir ez-Zor"}, {"page", "incidents"}, {"query", {{"area", "SY-DY"}}}, {"columns", {"date", "place"}}};
    const auto mine = amal.post("/views", view).json()["id"].dump();
    EXPECT_EQ(editor->get("/views").json()["items"].size(), 0u);
    auto shared = view;
    shared["shared"] = true;
    EXPECT_EQ(amal.put("/views/" + mine, shared).status, 200);

    EXPECT_EQ(editor->get("/views").json()["items"][0]["query"]["area"], "SY-DY");
    EXPECT_EQ(editor->remove("/views/" + mine).status, 403);
    EXPECT_EQ(amal.remove("/views/" + mine).status, 204);
}

}  // namespace
}  // namespace sitrep::serve
