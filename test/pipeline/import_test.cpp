// Event tables in the library: a row is an event of its own, comes back by its id, and can be taken back.
#include "pipeline/import_tables.hpp"

#include "merge/merge.hpp"
#include "place/built_gazetteer.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace sitrep::pipeline {
namespace {

namespace fs = std::filesystem;

const std::string header = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,admin2,location,latitude,longitude,"
                           "geo_precision,source,notes,fatalities\n";

std::string row(const std::string& id, const std::string& day, int fatalities, const std::string& notes = "An IED hit a patrol.")
{
    return fmt::format("{},{},1,Explosions/Remote violence,Remote explosive/landmine/IED,Islamic State (Syria),2,Police Forces of Syria,1,760,Syria,Homs,Tadmor,As Sukhnah,34.8869,"
                       "38.8721,1,SOHR,{},{}\n", id, day, notes, fatalities);
}

class Importing : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() / fmt::format("sitrep-import-{}-{}", ::getpid(), testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
        library_ = store::open_store((folder_ / "desk.sitrep").string(), merge::consolidate);
    }
    void TearDown() override
    {
        library_.reset();
        fs::remove_all(folder_);
    }

    Imported import(const std::string& table, const std::string& name = "acled.csv", ImportOptions options = {})
    {
        std::ofstream(folder_ / name, std::ios::binary) << table;
        read::Options reading;
        reading.rows = true;
        const auto source = read::open({(folder_ / name).string()}, reading);
        options.threads = 1;
        return import_tables(*source, place::built_gazetteer(), *library_, options);
    }
    std::vector<Incident> incidents(bool withdrawn = false) const
    {
        store::Query query;
        query.withdrawn_too = withdrawn;
        return library_->find(query);
    }
    void expect_sound() const { EXPECT_EQ(library_->verify({}).faults, std::vector<std::string>()); }

    fs::path folder_;
    std::unique_ptr<store::Store> library_;
};

TEST_F(Importing, PlacesARowByTheGazetteerAndKeepsItsBytesAsTheOriginal)
{
    const auto done = import(header + row("SYR1", "2023-05-10", 3));

    ASSERT_EQ(done.rows, 1);
    const auto found = incidents();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, IncidentKind::ied_or_mine);
    EXPECT_EQ(found[0].place->admin1_code, "SY-HI");
    EXPECT_TRUE(found[0].place->gazetteer_id.starts_with("geonames:") || found[0].place->gazetteer_id.starts_with("sitrep:")) << found[0].place->gazetteer_id;
    EXPECT_EQ(found[0].perpetrator, "ISIS");
    EXPECT_EQ(found[0].accounts[0].publisher, "ACLED");
    EXPECT_EQ(library_->original(found[0].accounts[0].report) + "\n", row("SYR1", "2023-05-10", 3));
    expect_sound();
}

// Its outline is coarse: by the point alone the village would be in Daraa.
TEST_F(Importing, AVillageNearABorderIsInTheGovernorateThatItsRowNames)
{
    std::string near_border = row("SYR1", "2023-05-10", 1);
    for (const auto& [from, to] : {std::pair{"Homs,Tadmor,As Sukhnah,34.8869,38.8721", "As Suwayda,Shahba,Village of the edge,32.70,36.35"}}) near_border.replace(near_border.find(from), std::strlen(from), to);
    import(header + near_border);

    ASSERT_EQ(incidents().size(), 1u);
    EXPECT_EQ(incidents().front().place->admin1_code, "SY-SU");
    EXPECT_EQ(incidents().front().place->admin1, "Suwayda");
}

TEST_F(Importing, ASourceOfUndatedRowsWasLookingInTheMonthsThatTheySpeakOf)
{
    import(header + row("SYR1", "2023-05-10", 1) + row("SYR2", "2023-07-02", 2));

    EXPECT_EQ(library_->sources_by_month(), (std::vector<std::pair<std::string, std::int64_t>>{{"2023-05", 1}, {"2023-07", 1}}));
}

TEST_F(Importing, ASecondTimeChangesNothing)
{
    const auto table = header + row("SYR1", "2023-05-10", 3) + row("SYR2", "2023-06-10", 1);
    import(table);
    const auto before = library_->log_head();
    const auto again = import(table);

    EXPECT_EQ(again.rows + again.updated, 0);
    EXPECT_EQ(again.already, 2);
    EXPECT_EQ(library_->log_head(), before);
}

TEST_F(Importing, ANewVersionOfARowReplacesTheOldOneWhichStaysAsHistory)
{
    import(header + row("SYR1", "2023-05-10", 3));
    const auto id = incidents().at(0).id;
    const auto done = import(header + row("SYR1", "2023-05-11", 5));

    EXPECT_EQ(done.updated, 1);
    const auto found = incidents();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, id);
    EXPECT_EQ(found[0].killed, (TollRange{5, 5}));
    EXPECT_EQ(found[0].accounts.size(), 1u);
    const auto history = library_->replaced_accounts(id);
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].account.killed->low, 3);
    expect_sound();
}

TEST_F(Importing, ATableThatGoesBackToAnEarlierVersionIsFollowed)
{
    const auto first = header + row("SYR1", "2023-05-10", 3), second = header + row("SYR1", "2023-05-10", 5);
    import(first);
    import(second);

    EXPECT_EQ(import(first).updated, 1);
    EXPECT_EQ(incidents().at(0).killed, (TollRange{3, 3}));
    EXPECT_EQ(library_->counts().reports, 2);
    expect_sound();
}

TEST_F(Importing, AnUpdateThatAPersonHasUndoneStaysUndone)
{
    const auto second = header + row("SYR1", "2023-05-10", 5);
    import(header + row("SYR1", "2023-05-10", 3));
    import(second);
    const auto revisions = library_->revisions(std::nullopt);
    ASSERT_EQ(revisions.back().action, "update");
    ASSERT_TRUE(library_->undo(revisions.back().id, "desk", "the older figure is right"));

    EXPECT_EQ(incidents().at(0).killed, (TollRange{3, 3}));
    EXPECT_EQ(import(second).taken_back, 1);
    EXPECT_EQ(incidents().at(0).killed, (TollRange{3, 3}));
    expect_sound();
}

TEST_F(Importing, TwoRowsOfOneTableAreTwoEventsHoweverAlikeTheyAre)
{
    EXPECT_EQ(import(header + row("SYR1", "2023-05-10", 3) + row("SYR2", "2023-05-10", 3)).new_incidents, 2);

    ImportOptions repeating;
    repeating.may_repeat = true;
    repeating.provider = "A list of reports";
    EXPECT_EQ(incidents().size(), 2u);
    const auto listed = import(header + row("1", "2023-08-10", 3, "An IED hit a patrol on the road; three policemen were killed.") +
                                   row("2", "2023-08-10", 3, "Three policemen were killed when an IED hit a patrol on the road."), "list.csv", repeating);
    EXPECT_EQ(listed.new_incidents, 1);
    EXPECT_EQ(listed.joined, 1);
}

TEST_F(Importing, TwoTablesThatTellOneEventMeet)
{
    import(header + row("SYR1", "2023-05-10", 3));
    const auto done = import("id,year,type_of_violence,side_a,side_b,source_office,source_headline,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,"
                             "date_end,low,best,high\n"
                             "9,2023,1,Government of Syria,IS,SOHR,IED kills three policemen,1,As Sukhnah town,Homs Governorate,Tadmor district,34.8869,38.8721,Syria,1,2023-05-10,2023-05-10,"
                             "3,3,4\n", "ged.csv");

    EXPECT_EQ(done.joined, 1);
    const auto found = incidents();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].killed->low, 3);
    EXPECT_EQ(found[0].killed->high, 4);
    EXPECT_EQ(found[0].killed->best, 3);
}

TEST_F(Importing, BadRowsAreRefusedWithTheirLineAndStopNothing)
{
    const auto done = import(header + row("SYR1", "2023-05-10", 3) + "SYR2,2023-05-11,1,too,few,cells\n" + row("SYR3", "yesterday", 1) + row("SYR4", "2023-07-01", 1));

    EXPECT_EQ(done.rows, 2);
    EXPECT_EQ(done.refused, 2);
    const auto refused = library_->refused();
    ASSERT_EQ(refused.size(), 2u);
    EXPECT_TRUE(refused[0].where.ends_with("acled.csv, line 3")) << refused[0].where;
    EXPECT_NE(refused[0].why.find("6 cells"), std::string::npos) << refused[0].why;
    EXPECT_TRUE(refused[1].where.ends_with("line 4"));
}

TEST_F(Importing, OneIdTwiceInATableIsRefusedAndNoIdCollapsesNothing)
{
    const auto twice = import(header + row("SYR1", "2023-05-10", 3) + row("SYR1", "2023-09-10", 1));
    EXPECT_EQ(twice.rows, 1);
    EXPECT_EQ(twice.refused, 1);
    EXPECT_EQ(incidents().at(0).killed, (TollRange{3, 3}));

    const auto without = import(header + row("NA", "2022-05-10", 3) + row("NA", "2022-08-10", 1) + row("NA", "2022-11-10", 2), "noid.csv");
    EXPECT_EQ(without.new_incidents, 3);
}

TEST_F(Importing, AnImportIsTakenBackAndPutBack)
{
    import(header + row("SYR1", "2023-05-10", 3) + row("SYR2", "2023-06-10", 1));
    const auto second = import(header + row("SYR1", "2023-05-10", 5) + row("SYR3", "2023-07-10", 2));
    ASSERT_EQ(second.imports.size(), 1u);

    EXPECT_EQ(library_->take_back(second.imports[0], "desk", "the wrong file"), 2);
    EXPECT_EQ(incidents().size(), 2u);
    EXPECT_EQ(incidents().at(0).killed, (TollRange{3, 3}));
    EXPECT_EQ(library_->imports().at(1).standing, 0);
    EXPECT_EQ(import(header + row("SYR3", "2023-07-10", 2)).taken_back, 1);
    expect_sound();

    EXPECT_EQ(library_->put_back(second.imports[0], "desk", "the right one after all"), 2);
    EXPECT_EQ(incidents().size(), 3u);
    EXPECT_EQ(incidents().at(0).killed, (TollRange{5, 5}));
    expect_sound();
}

TEST_F(Importing, AnUpdatedRowLeavesAnIncidentThatItNoLongerFits)
{
    import(header + row("SYR1", "2023-05-10", 3));
    ImportOptions partner;
    partner.provider = "Partner";
    import(header + row("P1", "2023-05-10", 3), "partner.csv", partner);
    ASSERT_EQ(incidents().size(), 1u);
    import(header + row("P1", "2023-11-20", 1), "partner.csv", partner);

    EXPECT_EQ(incidents().size(), 2u);
    expect_sound();
}

TEST_F(Importing, PersonsNamedInARowAreKnownToTheGateAndNotToTheSearchIndex)
{
    import(header + row("SYR1", "2023-05-10", 3, "\"An IED killed the mayor Qasimur al-Tayyarin in As Sukhnah, a resident said.\""));

    const auto persons = library_->person_words();
    EXPECT_TRUE(std::ranges::any_of(persons, [](const std::string& words) { return words.find("Tayyarin") != std::string::npos; }));
    store::Query query;
    query.words = "Tayyarin";
    EXPECT_TRUE(library_->find(query).empty());
}

TEST_F(Importing, ATableThatNobodyKnowsIsRefusedOnce)
{
    const auto done = import("name,colour\na,b\nc,d\ne,f\n", "other.csv");

    EXPECT_EQ(done.refused, 1);
    EXPECT_EQ(done.rows, 0);
}

}  // namespace
}  // namespace sitrep::pipeline
