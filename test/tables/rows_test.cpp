// What a row of each format says of an incident. The rows are invented in the formats' own columns.
#include "tables/tables.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace sitrep::tables {
namespace {

/// A header and a row of a format, given the cells that are not empty.
struct Sheet {
    std::string header, row;
};
Sheet sheet(TableFormat format, const std::map<std::string, std::string>& cells, char delimiter = ',')
{
    Sheet out;
    for (const auto column : columns_of(format)) {
        const auto cell = cells.find(std::string(column));
        const std::string before = out.header.empty() ? "" : std::string(1, delimiter);
        out.header += before + std::string(column);
        out.row += before + (cell == cells.end() ? "" : "\"" + cell->second + "\"");
    }
    return out;
}

Result<Told> told(const Sheet& sheet, const Mapping& mapping = {})
{
    const auto shape = shape_of(sheet.header, false, mapping);
    if (!shape) return tl::unexpected(shape.error());
    return read_row(*shape, sheet.row, "the provider", "table.csv, line 2");
}

RowEvent event_of(const Result<Told>& told)
{
    if (!told) throw std::runtime_error(told.error().why);
    return std::get<RowEvent>(*told);
}

std::string words(const RowEvent& event, Span span)
{
    // The rows here are ASCII: code points are bytes.
    return event.report.document.substr(span.start, span.length());
}

const std::map<std::string, std::string> acled{{"event_id_cnty", "SYR1001"}, {"event_date", "2023-05-10"}, {"year", "2023"}, {"time_precision", "1"},
                                               {"event_type", "Explosions/Remote violence"}, {"sub_event_type", "Remote explosive/landmine/IED"},
                                               {"actor1", "Islamic State (Syria)"}, {"inter1", "2"}, {"actor2", "Police Forces of Syria (2000-2024)"}, {"inter2", "1"},
                                               {"iso", "760"}, {"country", "Syria"}, {"admin1", "Homs"}, {"admin2", "Tadmor"}, {"location", "As Sukhnah"},
                                               {"latitude", "34.8869"}, {"longitude", "38.8721"}, {"geo_precision", "1"}, {"source", "SOHR; North Press; SOHR"},
                                               {"notes", "On 10 May 2023, an IED hit a patrol."}, {"fatalities", "3"}, {"timestamp", "1684491033"}};

TEST(AnAcledRow, KeepsIdKindDatePlaceSidesTollAndItsOwnSources)
{
    const auto event = event_of(told(sheet(TableFormat::acled, acled)));
    const Account& account = event.account;

    EXPECT_EQ(event.report.external_id, "SYR1001");
    EXPECT_EQ(event.report.publisher, "the provider");
    EXPECT_EQ(to_iso(event.report.published->day), "2023-05-19");
    EXPECT_EQ(account.kind, IncidentKind::ied_or_mine);
    EXPECT_EQ(account.date, DateRange::on(*day_from_iso("2023-05-10")));
    EXPECT_EQ(account.perpetrator.name, "ISIS");
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::attributed);
    EXPECT_EQ(account.targets.at(0).target_class, TargetClass::police);
    EXPECT_EQ(account.killed->low, 3);
    EXPECT_EQ(words(event, account.killed->evidence), "3");
    ASSERT_EQ(account.attribution.size(), 2u);
    EXPECT_EQ(account.attribution[0].name, "SOHR");
    EXPECT_EQ(event.place.name, "As Sukhnah");
    EXPECT_EQ(event.place.country, "SY");
    EXPECT_EQ(event.place.precision, PlacePrecision::exact);
    EXPECT_TRUE(event.report.document.starts_with("On 10 May 2023, an IED hit a patrol."));
}

TEST(AnAcledRow, WithAPreciseWeekOrMonthOnlyIsNotDatedToADay)
{
    auto week = acled, month = acled;
    week["time_precision"] = "2";
    month["time_precision"] = "3";

    EXPECT_EQ(event_of(told(sheet(TableFormat::acled, week))).account.date, DateRange::between(*day_from_iso("2023-05-08"), *day_from_iso("2023-05-14"), DatePrecision::week));
    EXPECT_EQ(event_of(told(sheet(TableFormat::acled, month))).account.date, DateRange::at(*PartialDate::from_iso("2023-05")));
}

TEST(AnAcledRow, WithZeroFatalitiesStatesNone)
{
    auto none = acled;
    none["fatalities"] = "0";

    EXPECT_FALSE(event_of(told(sheet(TableFormat::acled, none))).account.killed);
}

TEST(AnAcledRow, OfABattleNamesTheGroupAsPerpetratorWhicheverSideItIsOn)
{
    auto battle = acled;
    battle["event_type"] = "Battles";
    battle["sub_event_type"] = "Armed clash";
    std::swap(battle["actor1"], battle["actor2"]);
    std::swap(battle["inter1"], battle["inter2"]);

    EXPECT_EQ(event_of(told(sheet(TableFormat::acled, battle))).account.perpetrator.name, "ISIS");
}

TEST(AnAcledRow, OfAnAgreementIsNoIncident)
{
    auto agreement = acled;
    agreement["sub_event_type"] = "Agreement";

    EXPECT_TRUE(std::holds_alternative<LeftOut>(*told(sheet(TableFormat::acled, agreement))));
}

TEST(ABadRow, IsRefusedWithWhatIsWrong)
{
    const std::map<std::string, std::pair<std::string, std::string>> wrong{{"fatalities", {"many", "no whole number"}},     {"event_date", {"05/10/2023", "no date"}},
                                                                           {"latitude", {"134.9", "no point on the globe"}}, {"sub_event_type", {"Sneeze", "none of ACLED's"}}};
    for (const auto& [column, value] : wrong) {
        auto row = acled;
        row[column] = value.first;
        const auto refused = told(sheet(TableFormat::acled, row));
        ASSERT_FALSE(refused) << column;
        EXPECT_NE(refused.error().why.find(value.second), std::string::npos) << refused.error().why;
        EXPECT_EQ(refused.error().where, "table.csv, line 2");
    }
    auto cut_short = sheet(TableFormat::acled, acled);
    cut_short.row = cut_short.row.substr(0, cut_short.row.size() / 2);
    EXPECT_FALSE(told(cut_short));
}

const std::map<std::string, std::string> ged{{"id", "214797"}, {"year", "2016"}, {"type_of_violence", "1"}, {"side_a", "Government of Syria"}, {"side_b", "IS"},
                                             {"source_office", "SOHR;SOHR;Airwars"}, {"source_headline", "Shells hit the town"}, {"where_prec", "2"},
                                             {"where_coordinates", "Teir Maaleh village"}, {"adm_1", "Homs Governorate"}, {"latitude", "34.802462"}, {"longitude", "36.707602"},
                                             {"country", "Syria"}, {"date_prec", "1"}, {"date_start", "2016-01-01"}, {"date_end", "2016-01-01"}, {"low", "4"}, {"best", "5"}, {"high", "9"}};

TEST(AGedRow, KeepsLowBestAndHighAndItsPrecisions)
{
    const auto event = event_of(told(sheet(TableFormat::ged, ged)));

    EXPECT_EQ(event.account.killed->low, 4);
    EXPECT_EQ(event.account.killed->best, 5);
    EXPECT_EQ(event.account.killed->high, 9);
    EXPECT_EQ(event.place.precision, PlacePrecision::near);
    EXPECT_EQ(event.account.perpetrator.name, "ISIS");
    EXPECT_EQ(event.account.targets.at(0).target_class, TargetClass::military);
    EXPECT_EQ(event.account.attribution.size(), 2u);
    EXPECT_EQ(event.report.title(), "Shells hit the town");
    EXPECT_TRUE(event.kind_from_words);
}

TEST(AGedRow, IsReadWithoutItsHeaderToo)
{
    const auto whole = sheet(TableFormat::ged, ged);
    const auto shape = shape_of(whole.row, false, {});

    ASSERT_TRUE(shape) << shape.error().why;
    EXPECT_EQ(shape->format, TableFormat::ged);
    EXPECT_FALSE(shape->has_header);
    EXPECT_EQ(event_of(read_row(*shape, whole.row, "UCDP GED", "x")).report.external_id, "214797");
}

TEST(AGedRow, WhosePrecisionsAreCoarseIsPlacedAndDatedCoarsely)
{
    const std::map<std::string, PlacePrecision> places{{"1", PlacePrecision::exact}, {"2", PlacePrecision::near}, {"3", PlacePrecision::district},
                                                       {"4", PlacePrecision::governorate}, {"5", PlacePrecision::region}, {"6", PlacePrecision::country}};
    for (const auto& [code, precision] : places) {
        auto row = ged;
        row["where_prec"] = code;
        EXPECT_EQ(event_of(told(sheet(TableFormat::ged, row))).place.precision, precision) << code;
    }
    auto month = ged;
    month["date_prec"] = "4";
    month["date_end"] = "2016-01-31";
    EXPECT_EQ(event_of(told(sheet(TableFormat::ged, month))).account.date, DateRange::between(*day_from_iso("2016-01-01"), *day_from_iso("2016-01-31"), DatePrecision::month));
}

TEST(AGedRow, OfOneSidedViolenceHitsCivilians)
{
    auto row = ged;
    row["type_of_violence"] = "3";
    row["side_a"] = "IS";
    row["side_b"] = "Civilians";
    const auto event = event_of(told(sheet(TableFormat::ged, row)));

    EXPECT_EQ(event.account.perpetrator.name, "ISIS");
    EXPECT_EQ(event.account.targets.at(0).target_class, TargetClass::civilian);
    EXPECT_EQ(event.account.kind, IncidentKind::armed_attack);
}

const std::map<std::string, std::string> gtd{{"eventid", "201405030012"}, {"iyear", "2014"}, {"imonth", "5"}, {"iday", "0"}, {"approxdate", "May 1-4, 2014"},
                                             {"country_txt", "Iraq"}, {"provstate", "Saladin"}, {"city", "Samarra"}, {"latitude", "34.2"}, {"longitude", "43.87"}, {"specificity", "2"},
                                             {"vicinity", "0"}, {"attacktype1", "3"}, {"suicide", "1"}, {"targtype1", "3"}, {"targtype1_txt", "Police"}, {"gname", "Islamic State of Iraq and the Levant (ISIL)"},
                                             {"claimed", "1"}, {"weaptype1", "6"}, {"weaptype1_txt", "Explosives"}, {"nkill", "7"}, {"nkillter", "1"}, {"nwound", "-99"},
                                             {"scite1", "\"\"Bomber hits police,\"\" Reuters, May 4, 2014."}};

TEST(AGtdRow, TakesTheAttackersOwnDeadOutOfTheTotalAndMissingCountsForUnknown)
{
    const auto event = event_of(told(sheet(TableFormat::gtd, gtd)));
    const Account& account = event.account;

    EXPECT_EQ(account.kind, IncidentKind::suicide_or_vehicle_bomb);
    EXPECT_EQ(account.killed->low, 6);
    EXPECT_EQ(account.perpetrators_killed->low, 1);
    EXPECT_FALSE(account.injured);
    EXPECT_EQ(account.perpetrator.status, PerpetratorStatus::claimed);
    EXPECT_EQ(account.perpetrator.name, "ISIS");
    EXPECT_EQ(account.date, DateRange::at(*PartialDate::from_iso("2014-05")));
    EXPECT_EQ(account.date_text, "May 1-4, 2014");
    EXPECT_EQ(event.place.precision, PlacePrecision::district);  // the point is that of the unit around the town
    ASSERT_EQ(account.attribution.size(), 1u);
    EXPECT_EQ(account.attribution[0].text, "Reuters");
}

TEST(APolecatRow, IsCodedByTypeAndMode)
{
    const auto row = sheet(TableFormat::polecat, {{"Event ID", "20230510-1-a"}, {"Event Date", "2023-05-10"}, {"Event Type", "ASSAULT"}, {"Event Mode", "aerial"}, {"Actor Name", "Turkish army"},
                                                  {"Primary Recipient Sector", "REB"}, {"City", "Kobani"}, {"Province", "Aleppo"}, {"Country", "SYR"}, {"Latitude", "36.89"}, {"Longitude", "38.35"},
                                                  {"Source", "AFP"}, {"Story People", "Somebody Private"}}, '\t');
    const auto event = event_of(told(row));

    EXPECT_EQ(event.account.kind, IncidentKind::airstrike);
    EXPECT_EQ(event.account.targets.at(0).target_class, TargetClass::militant);
    EXPECT_EQ(event.report.document.find("Somebody"), std::string::npos);
}

TEST(APloverRecord, IsReadFromItsFlattenedObject)
{
    const std::string flat = "id\tp1\ndate\t2023-05-10\nactor.0.code\tREB\nactor.0.entity_text\tISIS\nrecipient.0.sector\tCVL\nrecipient.0.code\tCVL\n"
                             "recipient.0.size.dead\t2\nevent\tASSAULT\nmode\tfirearms\nevent_loc.0.resolved_place\tTadmur\nevent_loc.0.country_code\tSY\nevent_loc.0.lat\t34.56\n"
                             "event_loc.0.lon\t38.27\nevent_loc.0.resolution\t4\n";
    const auto shape = shape_of(flat, true, {});
    ASSERT_TRUE(shape) << shape.error().why;
    const auto event = event_of(read_row(*shape, flat, "PLOVER", "x.jsonl, line 1"));

    EXPECT_EQ(event.account.kind, IncidentKind::armed_attack);
    EXPECT_EQ(event.account.killed->low, 2);
    EXPECT_EQ(event.account.targets.at(0).target_class, TargetClass::civilian);
    EXPECT_EQ(event.place.name, "Tadmur");
    EXPECT_FALSE(shape_of("text\tno record\n", true, {}));
}

TEST(AMappedTable, SaysWhatItsColumnsAndWordsMean)
{
    const auto mapping = mapping_from("id=No,date=Day,date_order=dmy,kind=Type,kind:Bombe=ied_or_mine,place=Ort,country=Land,killed=Tote");
    ASSERT_TRUE(mapping) << mapping.error().why;
    const auto event = event_of(told({"No;Day;Type;Ort;Land;Tote", "7;03.05.2023;Bombe;Tadmur;Syria;2"}, *mapping));

    EXPECT_EQ(event.account.kind, IncidentKind::ied_or_mine);
    EXPECT_EQ(event.account.date, DateRange::on(*day_from_iso("2023-05-03")));
    EXPECT_EQ(event.account.killed->low, 2);
    EXPECT_FALSE(told({"No;Day;Type;Ort;Land;Tote", "8;03.05.2023;Bombenalarm;Tadmur;Syria;2"}, *mapping));
}

TEST(AMapping, IsRefusedForUnknownFieldsKindsAndColumns)
{
    EXPECT_FALSE(mapping_from("colour=Farbe"));
    EXPECT_FALSE(mapping_from("kind:Bombe=firework"));
    EXPECT_FALSE(mapping_from("date_order=ymd"));
    EXPECT_FALSE(shape_of("a,b,c", false, *mapping_from("id=Number")));
    EXPECT_TRUE(mapping_from("# our partner's table\nid=No\nkind:Car bomb=suicide_or_vehicle_bomb\n"));
}

TEST(ATableThatNobodyKnows, IsRefusedWithItsColumnsAndTheNextStep)
{
    const auto shape = shape_of("name,age", false, {});

    ASSERT_FALSE(shape);
    EXPECT_NE(shape.error().why.find("--map"), std::string::npos);
    EXPECT_NE(shape.error().why.find("name, age"), std::string::npos);
}

TEST(PlaceholderIds, AreNone)
{
    for (const char* none : {"", "NA", "0", "-", "null", "NULL", "N/A"}) EXPECT_TRUE(is_no_id(none)) << none;
    EXPECT_FALSE(is_no_id("SYR1"));
}

TEST(Formats, HaveTheNumberOfColumnsThatTheirCodebooksList)
{
    EXPECT_EQ(columns_of(TableFormat::acled).size(), 31u);
    EXPECT_EQ(columns_of(TableFormat::ged).size(), 49u);
    EXPECT_EQ(columns_of(TableFormat::gtd).size(), 135u);
    EXPECT_EQ(columns_of(TableFormat::polecat).size(), 40u);
}

}  // namespace
}  // namespace sitrep::tables
