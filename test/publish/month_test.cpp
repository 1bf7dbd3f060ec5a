// The monthly report as its readers get it.
#include "publish/labels.hpp"
#include "publish/made_up.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

namespace sitrep::publish {
namespace {

std::string html(const MonthInput& input, Edition edition = Edition::english) { return month_html(input, Gate({}, input.closed), edition); }
std::string markdown(const MonthInput& input, Edition edition = Edition::english) { return month_markdown(input, Gate({}, input.closed), edition); }

std::vector<std::string> values_of(const std::string& text, const std::string& attribute)
{
    std::vector<std::string> out;
    const std::string begin = attribute + "=\"";
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        at += begin.size();
        out.push_back(text.substr(at, text.find('"', at) - at));
    }
    return out;
}

MonthInput small_month()
{
    Incident confirmed = attack(1, "2023-05-10", town("al-Sukhna"));
    confirmed.accounts[0].account.killed = Toll{3, std::nullopt, {0, 1}};
    confirmed.accounts[1].account.killed = Toll{4, std::nullopt, {0, 1}};
    confirmed.killed = TollRange{3, 4};
    confirmed.conflicts = {{"killed", {{"3", {0}}, {"4", {1}}}}};
    Incident claimed = attack(2, "2023-05-14", town("Hajin"));
    claimed.grade = Grade::claimed_only;
    claimed.status = PerpetratorStatus::claimed;
    claimed.independent_sources = 1;
    claimed.accounts.resize(1);
    claimed.target_class = TargetClass::civilian;
    claimed.killed = TollRange{1, 1};
    Incident raid = attack(3, "2023-05-20", town("Manbij"));
    raid.kind = IncidentKind::security_operation;
    raid.perpetrator = "SDF";
    raid.target_class = TargetClass::militant;
    raid.killed = TollRange{0, 0};
    raid.arrested = TollRange{5, 5};
    raid.accepted = true;
    Incident last_month = attack(4, "2023-04-02", town("Palmyra"));
    MonthInput input = month_of({last_month, confirmed, claimed, raid});
    FiledTally tally;
    tally.publisher = "North Press";
    tally.url = "https://npasyria.com/en/97811/";
    tally.published = Publication{day("2023-05-20"), std::nullopt};
    tally.tally.quantity = 49;
    tally.tally.unit = "attacks";
    tally.tally.claimant_name = tally.tally.actor_name = "ISIS";
    tally.tally.scope = governorate("", "Syria");
    tally.tally.scope->kind = PlaceKind::country;
    tally.tally.period = DateRange::between(day("2023-01-01"), day("2023-05-18"), DatePrecision::month);
    input.tallies = {tally};
    return input;
}

TEST(MonthMarkdown, OfASmallMonthIsAsAccepted)
{
    const std::string path = std::string(SITREP_SOURCE_DIR) + "/test/golden/publish/small-month.md";
    const std::string now = markdown(small_month());
    if (std::getenv("SITREP_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << now;

    std::ifstream file(path, std::ios::binary);
    std::stringstream accepted;
    accepted << file.rdbuf();

    EXPECT_EQ(now, accepted.str()) << "read the difference, then renew with SITREP_ACCEPT=1";
}

TEST(MonthHtml, AsksNothingOfTheNetworkAndRunsNothing)
{
    for (const Edition edition : {Edition::english, Edition::arabic}) {
        const std::string page = html(plausible_month(30), edition);

        for (const char* forbidden : {"<script", "<link", "<img", "<iframe", "@import", "url(", " src=", "onload", "<form"}) EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
    }
}

TEST(MonthHtml, LinksEveryNumberToAPlaceInTheSamePage)
{
    for (const MonthInput& input : {plausible_month(30), small_month(), month_of({})}) {
        const std::string page = html(input);

        const auto ids = values_of(page, " id");
        const std::set<std::string> known(ids.begin(), ids.end());
        EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
        for (const std::string& target : values_of(page, "href")) {
            const bool leads_nowhere = target.starts_with('#') && !known.contains(target.substr(1));
            EXPECT_FALSE(leads_nowhere) << target;
        }
    }
}

TEST(MonthHtml, SaysThatMachineOutputIsNotReviewed)
{
    const std::string page = html(small_month());

    EXPECT_NE(page.find("2 of 3 incidents"), std::string::npos);
    EXPECT_NE(page.find("meets the rule ○"), std::string::npos);
    // The one that a person accepted.
    EXPECT_EQ(page.find(">confirmed<"), page.rfind(">confirmed<"));
}

TEST(MonthHtml, KeepsOperationsOutOfAttacks)
{
    const std::string text = markdown(small_month());

    EXPECT_NE(text.find("Attacks recorded | [2]"), std::string::npos);
    EXPECT_NE(text.find("Security operations | [1](#I3)"), std::string::npos);
}

TEST(MonthHtml, PutsAStatedCountBesideOurOwn)
{
    const std::string text = markdown(small_month());

    EXPECT_NE(text.find("attacks by ISIS | 49 | Syria"), std::string::npos);
    EXPECT_NE(text.find("Of ours, 1 rest on the claim alone"), std::string::npos);
}

TEST(MonthHtml, OfAnEmptyMonthSaysThatThisIsNoFinding)
{
    MonthInput nothing = month_of({});
    nothing.outlines.clear();
    nothing.sources_by_month = {{"2023-05", 2}};

    for (const Edition edition : {Edition::english, Edition::arabic}) {
        const std::string page = html(nothing, edition);

        EXPECT_NE(page.find(say(edition, Label::key_none)), std::string::npos);
        EXPECT_EQ(page.find("nan"), std::string::npos);
        EXPECT_EQ(page.find("inf,"), std::string::npos);
    }
}

// Thirteen attacks in April and nothing in a May of which no report speaks are not "thirteen fewer".
TEST(MonthHtml, OfAMonthInWhichNobodyLookedComparesItWithNothing)
{
    std::vector<Incident> april;
    for (int i = 1; i <= 13; ++i) april.push_back(attack(i, fmt::format("2023-04-{:02}", i), town("al-Sukhna")));
    MonthInput input = month_of(april);
    input.sources_by_month = {{"2023-04", 2}};

    for (const Edition edition : {Edition::english, Edition::arabic}) {
        const std::string page = html(input, edition);

        EXPECT_NE(page.find(say(edition, Label::nobody_looked, month_words(edition, input.month))), std::string::npos);
        EXPECT_EQ(page.find(say(edition, Label::none_recorded)), std::string::npos);
        EXPECT_EQ(page.find(say(edition, Label::direction_down, 13, month_words(edition, input.month - std::chrono::months{1}), 0)), std::string::npos);
        EXPECT_EQ(page.find(say(edition, Label::cluster_heading) + "</h2>\n<p>" + say(edition, Label::none_recorded)), std::string::npos);
    }
}

TEST(MonthHtml, OfThreeThousandIncidentsCanStillBeSent) { EXPECT_LT(html(plausible_month(3000)).size(), 12'000'000u); }

TEST(MonthHtml, InArabicRunsFromRightToLeftWithWesternDigits)
{
    const std::string page = html(small_month(), Edition::arabic);

    EXPECT_NE(page.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos);
    EXPECT_NE(page.find("تقرير الوضع"), std::string::npos);
    EXPECT_NE(page.find("داعش"), std::string::npos);
    for (const char* eastern : {"٠", "١", "٢", "٣", "٥"}) EXPECT_EQ(page.find(eastern), std::string::npos);
}

TEST(MonthHtml, EscapesWhateverItIsGiven)
{
    MonthInput input = small_month();
    input.desk = "<b>\"Desk\" & 'sons'</b>";
    input.area_name = "<i>Syria</i>";

    const std::string page = html(input);

    EXPECT_EQ(page.find("<b>\"Desk"), std::string::npos);
    EXPECT_NE(page.find("&lt;b&gt;&quot;Desk&quot; &amp; &#39;sons&#39;&lt;/b&gt;"), std::string::npos);
}

TEST(MonthHtml, LeavesOutADeskNameThatHoldsAnAddress)
{
    MonthInput input = small_month();
    input.desk = "write to desk@example.org";

    EXPECT_EQ(html(input).find("example.org"), std::string::npos);
}

TEST(MonthHtml, CountsBackgroundAndUndatedIncidentsApart)
{
    Incident background = attack(1, "2023-05-10", town("Palmyra"));
    background.background_only = true;
    Incident undated = attack(2, "2023-05-10", town("Palmyra"));
    undated.date = DateRange::unknown();
    MonthInput input = month_of({background, undated});

    const std::string text = markdown(input);

    EXPECT_NE(text.find("not in any month: 1"), std::string::npos);
    EXPECT_NE(text.find("listed but not counted: 1"), std::string::npos);
    EXPECT_NE(text.find("Attacks recorded | 0"), std::string::npos);
}

TEST(MonthHtml, SaysNoDataForAMonthOfWhichTheLibraryHoldsNothing)
{
    MonthInput input = small_month();
    input.sources_by_month = {{"2023-05", 4}, {"2023-04", 2}};

    EXPECT_NE(markdown(input).find("| Attacks recorded | [2](#n1) | [1](#I4) | no data |"), std::string::npos);
}

TEST(PublishedStates, ChangeWithTheTollAndSayNothingOfTheWords)
{
    MonthInput input = small_month();
    const auto before = published_states(input, Gate({}, input.closed));
    input.incidents[1].killed = TollRange{3, 5};

    const auto after = published_states(input, Gate({}, input.closed));

    ASSERT_EQ(before.size(), 3u);
    EXPECT_EQ(before[0].second, "kind=armed_attack; date=2023-05-10; area=SY-HI; killed=3–4; injured=; abducted=; arrested=; grade=confirmed; accepted=no");
    EXPECT_NE(before[0].second, after[0].second);
    EXPECT_EQ(before[1], after[1]);
    input.first_edition = false;
    input.changed_since_last = {"I1 " + before[0].second + " → " + after[0].second, "I3 withdrawn, merged or moved to another month: x"};
    EXPECT_NE(markdown(input).find("I1: Killed: 3–4 → 3–5"), std::string::npos);
}

// users.md F2: wording is of risk to civilians, never of whom or where to strike.
TEST(Wording, HoldsNoVocabularyOfAiming)
{
    std::string all;
    for (const std::string_view phrase : label_phrases()) all += std::string(phrase) + "\n";
    std::transform(all.begin(), all.end(), all.begin(), [](unsigned char c) { return char(std::tolower(c)); });

    for (const char* word : {"target", "hot spot", "hotspot", "neutrali", "eliminat", "kill list", "engage", "strike package", "high value", "watch list", "hostile", "enemy"})
        EXPECT_EQ(all.find(word), std::string::npos) << word;
}

TEST(Wording, IsThereInBothLanguagesWithTheSamePlaces)
{
    for (std::size_t i = 0; i <= std::size_t(Label::december); ++i) {
        const auto english = words_for(Label(i), Edition::english), arabic = words_for(Label(i), Edition::arabic);
        EXPECT_FALSE(english.empty() || arabic.empty());
        for (const char* place : {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}"})
            EXPECT_EQ(english.find(place) == std::string_view::npos, arabic.find(place) == std::string_view::npos) << english;
    }
}

}  // namespace
}  // namespace sitrep::publish
