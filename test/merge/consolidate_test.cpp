// The record that follows from accounts: ranges, conflicts, sources and grades.
#include "merge/accounts.hpp"
#include "merge/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sitrep::merge {
namespace {

Incident record_of(std::vector<FiledAccount> accounts) { return consolidate(IncidentId{1}, std::move(accounts)); }

const Conflict* conflict(const Incident& incident, std::string_view field)
{
    const auto found = std::find_if(incident.conflicts.begin(), incident.conflicts.end(), [field](const Conflict& one) { return one.field == field; });
    return found == incident.conflicts.end() ? nullptr : &*found;
}

TEST(FiguresThatDiffer, MakeARangeAndAConflictThatNamesEachVersion)
{
    auto five = told(1, "North Post"), six = told(2, "Desert Monitor");
    five.account.killed = Toll{5, 5, {}};
    six.account.killed = Toll{6, std::nullopt, {}};

    const auto incident = record_of({five, six});

    EXPECT_EQ(incident.killed, (TollRange{5, 6}));
    ASSERT_NE(conflict(incident, "killed"), nullptr);
    EXPECT_EQ(conflict(incident, "killed")->versions[0].value, "5");
    EXPECT_EQ(conflict(incident, "killed")->versions[1].value, "at least 6");
    EXPECT_EQ(conflict(incident, "killed")->versions[1].accounts, std::vector<std::size_t>{1});
}

TEST(AReplacedFigure, LeavesTheRange)
{
    auto first = told(1, "North Post"), corrected = told(2, "The North Post"), other = told(3, "Desert Monitor");
    corrected.publisher = "North Post";
    first.account.killed = Toll{9, 9, {}};
    corrected.account.killed = Toll{4, 4, {}};
    corrected.published = Publication{sunday + std::chrono::days{2}, std::nullopt};
    other.account.killed = Toll{5, 5, {}};

    EXPECT_EQ(record_of({first, corrected, other}).killed, (TollRange{4, 5}));
}

TEST(ALaterReportWithoutAFigure, ReplacesNothing)
{
    auto first = told(1, "North Post"), silent = told(2, "North Post");
    silent.account.killed.reset();
    silent.published = Publication{sunday + std::chrono::days{2}, std::nullopt};

    EXPECT_EQ(record_of({first, silent}).killed, (TollRange{3, 3}));
}

TEST(NobodyStatingAFigure, LeavesItUnknown)
{
    auto silent = told(1, "North Post");
    silent.account.killed.reset();

    EXPECT_FALSE(record_of({silent}).killed);
}

TEST(ARepost, IsNoSecondSource)
{
    const auto words = words_of("Gunmen on motorcycles opened fire on a post near the gas field and killed three soldiers before they fled into the desert at dusk.");
    auto original = told(1, "North Post"), repost = told(2, "Desert Monitor");
    original.words = repost.words = words;

    const auto incident = record_of({original, repost});

    EXPECT_EQ(incident.independent_sources, 1);
    EXPECT_NE(incident.grade, Grade::confirmed);
}

TEST(AReportThatQuotesAnother, IsNoSecondSource)
{
    auto original = told(1, "North Post"), quoting = told(2, "Desert Monitor");
    quoting.account.attribution = {{.text = "the North Post", .name = {}, .span = {}}};

    EXPECT_EQ(record_of({original, quoting}).independent_sources, 1);
}

TEST(TwoReportsThatRestOnOneSource, CountOnce)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    a.account.attribution = b.account.attribution = {{.text = "the observatory", .name = "SOHR", .span = {}}};

    EXPECT_EQ(record_of({a, b}).independent_sources, 1);
}

TEST(TwoSourcesThatDoNotQuoteEachOther, Confirm)
{
    const auto incident = record_of({told(1, "North Post"), told(2, "Desert Monitor")});

    EXPECT_EQ(incident.independent_sources, 2);
    EXPECT_EQ(incident.grade, Grade::confirmed);
    EXPECT_EQ(incident.grade_rule, "2 sources that do not quote each other");
}

TEST(AnAdmissionByTheSideThatSuffered, Confirms)
{
    auto admitted = told(1, "North Post");
    admitted.account.attribution = {{.text = "the Ministry of Defence", .name = {}, .span = {}}};

    EXPECT_EQ(record_of({admitted}).grade, Grade::confirmed);
}

TEST(AnUnnamedMilitarySource, AdmitsNothing)
{
    auto unnamed = told(1, "North Post");
    unnamed.account.attribution = {{.text = "a military source", .name = {}, .span = {}}};

    EXPECT_EQ(record_of({unnamed}).grade, Grade::fair);
}

TEST(AnArmyThatTellsOfItsOwnRaid, AdmitsNothing)
{
    auto raid = told(1, "North Post");
    raid.account.kind = IncidentKind::security_operation;
    raid.account.attribution = {{.text = "the army", .name = {}, .span = {}}};

    EXPECT_NE(record_of({raid}).grade, Grade::confirmed);
}

TEST(AClaimAlone, IsClaimedOnlyHoweverOftenItIsPrinted)
{
    auto claim = told(1, "North Post"), again = told(2, "Desert Monitor");
    for (auto* one : {&claim, &again}) {
        one->account.perpetrator.status = PerpetratorStatus::claimed;
        one->account.attribution = {{.text = "Amaq", .name = {}, .span = {}}};
    }

    EXPECT_EQ(record_of({claim, again}).grade, Grade::claimed_only);
}

TEST(TwoSourcesThatBlameDifferentSides, MakeItContested)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    b.account.perpetrator.name = "Tribal fighters";

    const auto incident = record_of({a, b});

    EXPECT_EQ(incident.grade, Grade::contested);
    EXPECT_NE(conflict(incident, "perpetrator"), nullptr);
}

TEST(ADenial, MakesItContested)
{
    auto denied = told(2, "Desert Monitor");
    denied.account.denied = true;

    EXPECT_EQ(record_of({told(1, "North Post"), denied}).grade, Grade::contested);
}

TEST(OneSourceThatNamesNobody, IsWeak)
{
    auto bare = told(1, "North Post");
    bare.account.attribution.clear();

    EXPECT_EQ(record_of({bare}).grade, Grade::weak);
    EXPECT_EQ(record_of({told(1, "North Post")}).grade, Grade::fair);
}

TEST(TheMostPreciseDate, StandsAndAMonthAroundItIsNoConflict)
{
    auto vague = told(1, "North Post");
    vague.account.date = DateRange::at(*PartialDate::of(2024, 3, std::nullopt));

    const auto incident = record_of({vague, told(2, "Desert Monitor")});

    EXPECT_EQ(incident.date, DateRange::on(sunday));
    EXPECT_EQ(conflict(incident, "date"), nullptr);
}

TEST(DaysThatDiffer, AreAConflict)
{
    auto monday = told(2, "Desert Monitor");
    monday.account.date = DateRange::on(sunday + std::chrono::days{1});

    EXPECT_NE(conflict(record_of({told(1, "North Post"), monday}), "date"), nullptr);
}

TEST(ADayWithoutItsYear, TakesTheYearOfAnotherAccount)
{
    auto day = told(1, "North Post"), month = told(2, "Desert Monitor");
    day.account.date = DateRange::at(*PartialDate::from_iso("--03-03"));
    month.account.date = DateRange::at(*PartialDate::of(2024, 3, std::nullopt));

    EXPECT_EQ(record_of({day, month}).date, DateRange::on(sunday));
}

TEST(ADateNobodyKnows, StaysUnknown)
{
    auto undated = told(1, "North Post");
    undated.account.date = DateRange::unknown();

    EXPECT_FALSE(record_of({undated}).date.is_known());
}

TEST(AClaim, NamesThePerpetratorBeforeAnAttribution)
{
    auto attributed = told(1, "North Post"), claimed = told(2, "Desert Monitor");
    attributed.account.perpetrator = {.text = "insurgents", .name = {}, .status = PerpetratorStatus::attributed, .span = {}};
    claimed.account.perpetrator.status = PerpetratorStatus::claimed;

    const auto incident = record_of({attributed, claimed});

    EXPECT_EQ(incident.perpetrator, "ISIS");
    EXPECT_EQ(incident.status, PerpetratorStatus::claimed);
}

TEST(TheFinestPlace, IsTheIncidentsPlace)
{
    auto area = told(1, "North Post");
    area.account.places.front().place.precision = PlacePrecision::governorate;
    area.account.places.front().place.gazetteer_id = "geonames:9";

    EXPECT_EQ(record_of({area, told(2, "Desert Monitor")}).place, sukhna());
}

TEST(AnEventToldOnlyInPassing, IsBackground)
{
    auto passing = told(1, "North Post");
    passing.account.background = true;

    EXPECT_TRUE(record_of({passing}).background_only);
    EXPECT_FALSE(record_of({passing, told(2, "Desert Monitor")}).background_only);
}

TEST(TheRecord, DoesNotDependOnTheOrderOfItsAccounts)
{
    std::vector<FiledAccount> accounts;
    for (int i = 0; i < 6; ++i) {
        auto filed = told(i + 1, "Paper " + std::to_string(i / 2));
        filed.account.killed = Toll{i, i + 1, {}};
        filed.published = Publication{sunday + std::chrono::days{1 + i % 4}, std::nullopt};
        accounts.push_back(filed);
    }
    const auto expected = record_of(accounts);
    std::mt19937 random(7);

    for (int round = 0; round < 20; ++round) {
        std::shuffle(accounts.begin(), accounts.end(), random);
        const auto incident = record_of(accounts);
        EXPECT_EQ(incident.killed, expected.killed);
        EXPECT_EQ(incident.date, expected.date);
        EXPECT_EQ(incident.kind, expected.kind);
        EXPECT_EQ(incident.independent_sources, expected.independent_sources);
        EXPECT_EQ(incident.grade, expected.grade);
        EXPECT_EQ(incident.accounts.front().id, expected.accounts.front().id);
    }
}

}  // namespace
}  // namespace sitrep::merge
