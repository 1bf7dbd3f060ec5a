// What goes out in a format of the field comes in again: nothing is lost that the format can carry.
#include "program.hpp"

#include "core/event_tables.hpp"
#include "merge/merge.hpp"
#include "pipeline/import_tables.hpp"
#include "publish/export.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace sitrep::test {
namespace {

const place::Gazetteer& gazetteer()
{
    static const auto opened = place::Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value();
    return opened;
}

std::unique_ptr<store::Store> library_with(const Folder& folder, const std::string& name, const std::vector<std::pair<std::string, std::filesystem::path>>& tables)
{
    auto library = store::open_store((folder.path() / name).string(), merge::consolidate);
    for (const auto& [provider, file] : tables) {
        read::Options reading;
        reading.rows = true;
        const auto source = read::open({file.string()}, reading);
        pipeline::ImportOptions options;
        options.provider = provider;
        options.threads = 1;
        const auto done = pipeline::import_tables(*source, gazetteer(), *library, options);
        EXPECT_EQ(done.refused, 0) << library->refused().front().why;
    }
    return library;
}

/// A month of two public outlets that tell the same events.
constexpr const char* month =
    "id,type,date_start,date_end,date_precision,country,admin1,admin1_code,admin2,place,latitude,longitude,place_precision,perpetrator,perpetrator_status,those_hit,killed_min,"
    "killed_max,injured_min,injured_max,abducted_min,abducted_max,perpetrators_killed_min,perpetrators_killed_max\n"
    "1,ambush,2023-05-10,2023-05-10,day,SY,Homs,SY-HI,,Tadmur,34.56,38.27,1,ISIS,claimed,military,3,5,2,2,,,1,1\n"
    "2,ied_or_mine,2023-05-12,2023-05-12,day,SY,Aleppo,SY-HL,,Manbij,36.53,37.95,1,ISIS,attributed,civilian,1,1,,,,,,\n"
    "3,abduction,2023-05-15,2023-05-21,week,SY,Deir ez-Zor,SY-DY,,,,,4,ISIS,attributed,official,,,,,2,2,,\n"
    "4,suicide_or_vehicle_bomb,2023-05-18,2023-05-18,day,SY,Raqqa,SY-RA,,,,,4,ISIS,claimed,police,4,9,10,12,,,1,1\n"
    "5,assassination_or_targeted_killing,2023-05,2023-05,month,SY,Daraa,SY-DR,,,,,4,,unknown,official,1,1,,,,,,\n"
    "6,airstrike,2023-05-20,2023-05-20,day,SY,Idlib,SY-ID,,,,,4,Russia,attributed,civilian,2,2,5,5,,,,\n"
    "7,protest,2023-05-22,2023-05-22,day,SY,As-Suwayda,SY-SU,,,,,4,,unknown,,,,,,,,,\n";

class RoundTrip : public testing::TestWithParam<publish::ExportFormat> {
protected:
    static constexpr Day today = Day{std::chrono::year{2023} / std::chrono::July / 1};

    RoundTrip() : table_(folder_.write("month.csv", month)), ours_(library_with(folder_, "ours.sitrep", {{"SOHR", table_}, {"North Press", table_}})) {}

    std::vector<publish::PublicIncident> sent() const
    {
        const publish::Gate knowing = gate_.knowing({{}, incidents_});
        std::vector<publish::Withheld> withheld;
        std::vector<publish::PublicIncident> out;
        for (const auto& incident : incidents_)
            if (auto passed = knowing.pass(incident, withheld)) out.push_back(std::move(*passed));
        return out;
    }
    std::vector<Incident> received(const std::string& bytes) const
    {
        const bool json = GetParam() == publish::ExportFormat::plover;
        const auto theirs = library_with(folder_, "theirs.sitrep", {{"Another desk", folder_.write(json ? "sent.jsonl" : "sent.csv", bytes)}});
        auto out = theirs->find({});
        std::ranges::sort(out, {}, &Incident::id);
        return out;
    }

    Folder folder_;
    std::filesystem::path table_;
    std::unique_ptr<store::Store> ours_;
    std::vector<Incident> incidents_ = ours_->find({});
    publish::Gate gate_{{}, today};
};

/// Which incidents a format takes at all.
bool holds(publish::ExportFormat format, const publish::PublicIncident& incident)
{
    if (format == publish::ExportFormat::ged) return incident.killed && incident.killed->high > 0;
    if (format == publish::ExportFormat::gtd) return gtd_code(incident.kind).has_value();
    return true;
}

TEST_P(RoundTrip, KeepsWhatTheFormatCanCarry)
{
    const auto format = GetParam();
    publish::ExportInput input;
    input.incidents = incidents_;
    input.made = today;
    const auto bytes = publish::export_as(format, input, gate_);
    auto before = sent();
    std::erase_if(before, [&](const auto& incident) { return !holds(format, incident); });
    const auto after = received(bytes);

    ASSERT_GE(before.size(), 4u);
    ASSERT_EQ(after.size(), before.size()) << bytes;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& was = before[i];
        const auto& is = after[i];
        SCOPED_TRACE(to_string(was.kind));
        EXPECT_EQ(is.date.first_day(), was.date.first_day());
        EXPECT_EQ(is.date.last_day(), was.date.last_day());
        EXPECT_EQ(is.perpetrator, was.perpetrator);
        EXPECT_EQ(is.place->country, was.country);
        EXPECT_EQ(is.place->admin1_code, was.admin1_code);
        EXPECT_EQ(is.place->precision, was.precision);
        if (was.point) {
            ASSERT_TRUE(is.place->point);
            EXPECT_LT(distance_km(*is.place->point, *was.point), 6);
        }
        if (format == publish::ExportFormat::ged) {
            EXPECT_EQ(is.killed->low, was.killed->low);
            EXPECT_EQ(is.killed->high, was.killed->high);
            continue;  // GED has neither kinds nor wounded, and the status of a perpetrator is always "attributed"
        }
        EXPECT_EQ(is.kind, was.kind);
        EXPECT_EQ(is.date.precision, was.date.precision);
        EXPECT_EQ(is.status, was.status);
        EXPECT_EQ(is.target_class, was.target_class);
        for (const auto toll : {&Incident::killed, &Incident::injured, &Incident::abducted, &Incident::arrested, &Incident::perpetrators_killed}) {
            const auto public_toll = toll == &Incident::killed ? was.killed : toll == &Incident::injured ? was.injured : toll == &Incident::abducted ? was.abducted
                                     : toll == &Incident::arrested ? was.arrested : was.perpetrators_killed;
            EXPECT_EQ(is.*toll, public_toll);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         testing::Values(publish::ExportFormat::csv, publish::ExportFormat::hxl, publish::ExportFormat::acled, publish::ExportFormat::ged, publish::ExportFormat::gtd,
                                         publish::ExportFormat::plover),
                         [](const auto& one) { return std::string(to_string(one.param)); });

TEST(ImportOnTheCommandLine, SaysWhatItDidAndHowToTakeItBack)
{
    const Folder folder;
    folder.write("month.csv", month);

    const auto done = sitrep({"import", "month.csv", "--publisher", "SOHR"}, folder.path());
    EXPECT_EQ(done.exit_code, 0) << done.err;
    EXPECT_NE(done.out.find("imported 7 new rows"), std::string::npos) << done.out;
    EXPECT_NE(done.out.find("--take-back 1"), std::string::npos) << done.out;
    EXPECT_NE(sitrep({"import", "--list", "--json"}, folder.path()).out.find(R"("rows":7,"standing":7)"), std::string::npos);
    EXPECT_EQ(sitrep({"import", "--take-back", "1", "--because", "a test"}, folder.path()).exit_code, 0);
    EXPECT_EQ(sitrep({"incidents", "--month", "2023-05"}, folder.path()).out, "");
    EXPECT_EQ(sitrep({"import", "--put-back", "1"}, folder.path()).exit_code, 0);
    EXPECT_NE(sitrep({"incidents", "--month", "2023-05"}, folder.path()).out, "");
    EXPECT_EQ(sitrep({"import", "--take-back", "7"}, folder.path()).exit_code, 1);
    EXPECT_EQ(sitrep({"verify"}, folder.path()).exit_code, 0);
}

TEST(ImportOnTheCommandLine, RefusesWhatIsNoTableWithTheNextStep)
{
    const Folder folder;
    folder.write("letter.txt", "Dear colleagues, nothing happened.\n");

    EXPECT_EQ(sitrep({"import", "letter.txt"}, folder.path()).exit_code, 1);
    EXPECT_NE(sitrep({"refused"}, folder.path()).out.find("sitrep read"), std::string::npos);
    EXPECT_EQ(sitrep({"import"}, folder.path()).exit_code, 1);
    EXPECT_EQ(sitrep({"import", "letter.txt", "--map", "colour=x"}, folder.path()).exit_code, 1);
}

TEST(ConflictsOnTheCommandLine, ShowEveryVersionWithWhoSaysIt)
{
    const Folder folder;
    folder.write("a.csv", month);
    std::string other = month;
    other.replace(other.find(",military,3,5,"), 14, ",military,7,7,");
    folder.write("b.csv", other);
    ASSERT_EQ(sitrep({"import", "a.csv", "--publisher", "SOHR"}, folder.path()).exit_code, 0);
    ASSERT_EQ(sitrep({"import", "b.csv", "--publisher", "North Press"}, folder.path()).exit_code, 0);

    const auto said = sitrep({"conflicts", "--month", "2023-05", "--area", "SY-HI"}, folder.path());

    EXPECT_EQ(said.exit_code, 0) << said.err;
    EXPECT_NE(said.out.find("killed: 3–7 for publication, differs"), std::string::npos) << said.out;
    EXPECT_NE(said.out.find("3 to 5\n      SOHR"), std::string::npos) << said.out;
    EXPECT_NE(said.out.find("7\n      North Press"), std::string::npos) << said.out;
    EXPECT_NE(sitrep({"conflicts", "--month", "2023-05", "--json"}, folder.path()).out.find(R"("contested":true)"), std::string::npos);
    EXPECT_EQ(sitrep({"conflicts", "--month", "2023-06"}, folder.path()).out, "");
}

}  // namespace
}  // namespace sitrep::test
