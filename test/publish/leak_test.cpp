// Fifty names, aliases, telephones, addresses and handles, and fine coordinates, in every field: none comes out anywhere.
#include "publish/export.hpp"
#include "publish/made_up.hpp"
#include "publish/words.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::publish {
namespace {

/// Invented, all of them.
std::vector<std::string> planted_names()
{
    std::vector<std::string> out;
    const std::vector<std::string> first{"Qasimur", "Zahranat", "Wadhifan", "Tuwayrib", "Jundayya"}, last{"al-Tayyarin", "al-Mukhtalaqi", "Abu Sirwaqa", "al-Wahmiyya", "el-Zalzamun"};
    for (const auto& one : first)
        for (const auto& two : last) out.push_back(one + " " + two);
    for (const char* alias : {"Abu Zulayqan", "Shaykh al-Barrqan", "Tarzanbul", "قاسمور الطيارين", "زهرنات المختلقي", "أبو زليقان", "وضيفان الوهمية"}) out.emplace_back(alias);
    return out;
}

std::vector<std::string> planted_marks()
{
    return {"+963 933 123 456", "00963933123457", "0933-123-458", "٠٩٣٣١٢٣٤٥٩", "+964 770 123 4567", "witness.one@example.org", "witness.two@mail.example", "@steppe_witness",
            "@abu_zulayqan", "t.me/steppe_channel", "wa.me/963933123456", "34.886912", "38.872104", "35.123456,40.654321", "35°12'34\"N", "/home/witness/notes",
            "+33 6 12 34 56 78", "facebook.com/qasimur"};
}

/// Every text that could carry a planted one does.
void plant(Incident& incident, FiledTally& tally, const std::string& text)
{
    for (std::string* field : {&incident.perpetrator, &incident.grade_rule}) *field = text;
    incident.corrected = {text};
    incident.conflicts = {{text, {{text, {0}}, {text + "!", {1}}}}, {"killed", {{text, {0}}, {"4", {1}}}}, {"perpetrator", {{text, {0}}, {"b", {1}}}},
                          {"place", {{text, {0}}, {"b", {1}}}}};
    const auto in_place = [&](Place& place) {
        for (std::string* field : {&place.gazetteer_id, &place.name, &place.name_ar, &place.country, &place.admin1, &place.admin1_code, &place.admin2}) *field = text;
    };
    in_place(*incident.place);
    for (FiledAccount& filed : incident.accounts) {
        filed.publisher = text;
        filed.url = "https://npasyria.com/en/" + text + "?who=" + text + "#" + text;
        Account& account = filed.account;
        account.date_text = text;
        account.perpetrator.text = account.perpetrator.name = text;
        account.targets.push_back({text, TargetClass::civilian, Span{0, 1}, std::nullopt, std::nullopt});
        account.weapon = Weapon{text, WeaponClass::firearm, {0, 1}};
        account.attribution.push_back({text, text, {0, 1}});
        AccountPlace at{*incident.place, text, {0, 1}};
        account.places.push_back(at);
    }
    incident.accounts[0].account.killed = Toll{2, 3, {0, 1}};
    incident.accounts[1].account.killed = Toll{7, 7, {0, 1}};
    tally.publisher = text;
    tally.url = incident.accounts[0].url;
    for (std::string* field : {&tally.tally.scope_place, &tally.tally.period_text, &tally.tally.claimant, &tally.tally.claimant_name, &tally.tally.actor_name}) *field = text;
    tally.tally.unit = "attacks " + text;
    tally.tally.scope = *incident.place;
}

/// The outputs in all formats and both languages.
std::vector<std::string> outputs(const MonthInput& input, const Gate& gate)
{
    std::vector<std::string> out;
    for (const Edition edition : {Edition::english, Edition::arabic}) {
        out.push_back(month_html(input, gate, edition));
        out.push_back(month_markdown(input, gate, edition));
        out.push_back(month_docx(input, gate, edition));
    }
    ExportInput exported;
    exported.incidents = input.incidents;
    exported.desk = input.desk;
    exported.attribution = input.attribution;
    exported.outlines = input.outlines;
    exported.made = input.closed;
    exported.changes = input.changed_since_last;
    // None is packed or encrypted: what stands in a workbook or a GeoPackage stands in its bytes.
    for (int format = 0; to_string(ExportFormat(format)) != "cap"; ++format) out.push_back(export_as(ExportFormat(format), exported, gate));
    out.push_back(export_as(ExportFormat::cap, exported, gate));
    for (const auto& [id, state] : published_states(input, gate)) out.push_back(state);
    return out;
}

TEST(Planted, NamesMarksAndCoordinatesComeOutNowhere)
{
    std::vector<std::string> planted = planted_names();
    const std::size_t names = planted.size();
    for (const std::string& mark : planted_marks()) planted.push_back(mark);
    ASSERT_GE(planted.size(), 50u);
    std::vector<Incident> incidents;
    std::vector<FiledTally> tallies;
    for (std::size_t i = 0; i < planted.size(); ++i) {
        incidents.push_back(attack(std::int64_t(i + 1), fmt::format("2023-05-{:02}", 1 + i % 28), town("Palmyra")));
        tallies.emplace_back();
        tallies.back().tally.quantity = std::int64_t(i);
        plant(incidents.back(), tallies.back(), planted[i]);
        Incident region = incidents.back();
        region.id = IncidentId{std::int64_t(1000 + i)};
        region.place->kind = PlaceKind::region;
        region.place->precision = PlacePrecision::region;
        incidents.push_back(std::move(region));
        tallies.push_back(tallies.back());
        tallies.back().tally.scope->kind = PlaceKind::region;
    }
    MonthInput input = month_of(std::move(incidents));
    input.tallies = std::move(tallies);
    input.first_edition = false;
    for (const std::string& text : planted) input.changed_since_last.push_back("I1 kind=ambush; date=" + text + "; area=" + text + " → kind=" + text + "; date=2023-05-01; area=SY-DY");

    const Gate gate(std::vector<std::string>(planted.begin(), planted.begin() + std::ptrdiff_t(names)), input.closed);
    for (const std::string& output : outputs(input, gate)) {
        const std::string forms = name_form(output);
        for (const std::string& text : planted) {
            EXPECT_EQ(output.find(text), std::string::npos) << text;
            EXPECT_EQ(forms.find(name_form(text)), std::string::npos) << text;
        }
    }
}

// A careless extractor takes anything for a person. Whatever word it takes, a report still comes out, without it.
TEST(Planted, WordsThatAnExtractorMistakesForPersonsStopNoReport)
{
    const MonthInput input = plausible_month(20);
    std::vector<std::string> words;
    for (const std::string& output : outputs(input, Gate({}, input.closed)))
        for (const std::string& word : name_words(output)) words.push_back(word);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const Gate gate(words, input.closed);

    EXPECT_NO_THROW(outputs(input, gate));
}

TEST(Planted, PairOfNameAndVillageComesOutNowhere)
{
    Incident incident = attack(1, "2023-05-10", town("village"));
    incident.place->name = "al-Masrab";
    FiledTally tally;
    tally.publisher = "SyriacPress";
    tally.tally.quantity = 3;
    tally.tally.unit = "killings";
    tally.tally.claimant = "Azaal al-Nasser, a resident of al-Masrab";
    MonthInput input = month_of({incident});
    input.tallies = {tally};

    for (const std::string& output : outputs(input, Gate({"Azaal al-Nasser", "Ali al-Ahmad"}, input.closed))) {
        EXPECT_EQ(output.find("Azaal"), std::string::npos);
        EXPECT_EQ(output.find("Masrab"), std::string::npos);
    }
}

}  // namespace
}  // namespace sitrep::publish
