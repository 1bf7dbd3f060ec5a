// What speaks for and against two accounts telling the same event.
#include "merge/accounts.hpp"
#include "merge/actors.hpp"
#include "merge/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace sitrep::merge {
namespace {

bool same(const FiledAccount& a, const FiledAccount& b) { return compare(a, b).chance() >= shipped_model().thresholds().merge_from; }

bool share_a_key(const FiledAccount& filed, const FiledAccount& asking)
{
    const auto kept = keys_to_file(facts_of(filed)), asked = keys_to_ask(facts_of(asking));
    return std::any_of(asked.begin(), asked.end(), [&kept](BlockKey key) { return std::find(kept.begin(), kept.end(), key) != kept.end(); });
}

TEST(TwoReportsOfOneAttack, AreTheSameEvent)
{
    EXPECT_TRUE(same(told(1, "North Post"), told(2, "Desert Monitor")));
}

TEST(AComparison, IsTheSameBothWays)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    b.account.date = DateRange::unknown();
    b.account.places = {named_only("قرب السخنة")};

    EXPECT_DOUBLE_EQ(compare(a, b).score, compare(b, a).score);
}

TEST(AComparison, StatesReasonsThatAddUpToItsScore)
{
    const auto comparison = compare(told(1, "North Post"), told(2, "Desert Monitor"));

    double sum = 0;
    for (const auto& reason : comparison.reasons) {
        EXPECT_FALSE(reason.words.empty()) << reason.what;
        sum += reason.weight;
    }
    EXPECT_NEAR(sum, comparison.score, 1e-9);
}

TEST(TwoWhoDidItTogether, AreRelatedToEachOfThem)
{
    const auto both = actor_facts("MSA and GATIA");

    EXPECT_EQ(relation_of(both, actor_facts("MSA")), ActorRelation::related);
    EXPECT_EQ(relation_of(actor_facts("GATIA"), both), ActorRelation::related);
    EXPECT_EQ(relation_of(both, actor_facts("ISWAP")), ActorRelation::opposed);
    EXPECT_EQ(relation_of(actor_facts("ISIS / JNIM"), actor_facts("ISWAP")), ActorRelation::related);
}

TEST(AttacksAWeekApart, StayTwo)
{
    auto later = told(2, "Desert Monitor");
    later.account.date = DateRange::on(sunday + std::chrono::days{7});
    later.published = Publication{sunday + std::chrono::days{8}, std::nullopt};

    EXPECT_FALSE(same(told(1, "North Post"), later));
}

TEST(AttacksInDistantTowns, StayTwo)
{
    auto other = told(2, "Desert Monitor");
    other.account.places = {at(tadmur(), "Palmyra")};

    EXPECT_FALSE(same(told(1, "North Post"), other));
}

TEST(AnArrestAndAnAttack, StayTwo)
{
    auto raid = told(2, "Desert Monitor");
    raid.account.kind = IncidentKind::security_operation;

    EXPECT_FALSE(same(told(1, "North Post"), raid));
}

TEST(OneVillage, IsItselfInBothScripts)
{
    auto english = told(1, "North Post"), arabic = told(2, "صوت البادية");
    english.account.places = {named_only("the village of al-Tannuriya")};
    arabic.account.places = {named_only("قرب قرية التنورية")};

    EXPECT_TRUE(same(english, arabic));
}

TEST(ADayWithoutItsYear, MeetsTheSameDayWithOne)
{
    auto open = told(2, "Desert Monitor");
    open.account.date = DateRange::at(*PartialDate::from_iso("--03-03"));
    open.published.reset();

    EXPECT_TRUE(same(told(1, "North Post"), open));
}

TEST(AReportOlderThanTheEvent, DoesNotTellIt)
{
    auto early = told(2, "Desert Monitor");
    early.account.date = DateRange::unknown();
    early.published = Publication{sunday - std::chrono::days{5}, std::nullopt};

    EXPECT_FALSE(same(told(1, "North Post"), early));
}

TEST(AnUndatedReportOfTheWeekAfter, MayTellIt)
{
    auto undated = told(2, "Desert Monitor");
    undated.account.date = DateRange::unknown();
    undated.published = Publication{sunday + std::chrono::days{2}, std::nullopt};

    EXPECT_TRUE(same(told(1, "North Post"), undated));
}

TEST(ABackgroundAccount, JoinsTheEventItRetells)
{
    auto retold = told(2, "Desert Monitor");
    retold.account.background = true;
    retold.published = Publication{sunday + std::chrono::days{300}, std::nullopt};

    EXPECT_TRUE(same(told(1, "North Post"), retold));
}

TEST(TheSameWords, AreARepost)
{
    const auto words = words_of("Gunmen on motorcycles opened fire on a post near the gas field and killed three soldiers before they fled into the desert at dusk.");
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    a.words = b.words = words;

    EXPECT_TRUE(compare(a, b).is_repost);
    EXPECT_FALSE(compare(told(1, "North Post"), told(2, "Desert Monitor")).is_repost);
}

TEST(TwoAccountsWithNothingKnown, AreNotTheSame)
{
    FiledAccount empty, other;
    other.report = ReportId{2};
    empty.account.evidence = other.account.evidence = {{0, 1}};

    EXPECT_FALSE(same(empty, other));
    EXPECT_TRUE(std::isfinite(compare(empty, other).score));
}

TEST(AReportThatComesOutAgain, TellsItsOldEventWhateverDayItNamesNow)
{
    auto first = told(1, "North Post"), again = told(2, "Evening Star");
    first.words = again.words = words_of("Gunmen on motorcycles opened fire on a post near the gas field on Sunday and killed three soldiers before they fled into the desert at dusk.");
    again.account.date = DateRange::on(sunday + std::chrono::days{70});
    again.published = Publication{sunday + std::chrono::days{71}, std::nullopt};

    EXPECT_TRUE(same(first, again));
    again.words = words_of("An explosive device went off under a patrol of the army on the road south of the town and killed three soldiers, the ministry of defence said.");
    EXPECT_FALSE(same(first, again));
}

/// So many words that no report learnt from holds.
TellingWords rare_words(std::size_t count)
{
    TellingWords out;
    std::size_t found = 0;
    for (std::uint16_t word = 1; found < count; ++word)
        if (shipped_model().rarity(word) == 15) out.words[found++] = word;
    return out;
}

TEST(ADayMisreadInOneOfTwoReports, DoesNotKeepApartWhatTheirWordsPutTogether)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    b.account.date = DateRange::on(sunday - std::chrono::days{6});
    ASSERT_TRUE(compare(a, b).impossible);

    a.telling = b.telling = rare_words(40);

    EXPECT_TRUE(same(a, b));
    EXPECT_TRUE(share_a_key(a, b));
    b.publisher = a.publisher;
    EXPECT_TRUE(compare(a, b).impossible) << "who writes by a pattern tells another event in the same words";
}

TEST(ACountryMisreadInOneOfTwoReports, IsFoundByTheirWords)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    b.account.places.front().place = town("geonames:99", "Elsewhere", 10.0, 20.0);
    b.account.places.front().place.country = "TD";
    b.account.places.front().place.admin1 = "Lac";
    b.account.date = DateRange::unknown();
    ASSERT_FALSE(share_a_key(a, b));

    a.telling = b.telling = rare_words(40);

    EXPECT_TRUE(share_a_key(a, b));
    EXPECT_TRUE(share_a_key(b, a));
    EXPECT_FALSE(compare(a, b).impossible);
}

TEST(ReportsThatTellOneEventAlone, AreLikelierToTellTheSameThanListsOfEvents)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    const auto not_known = compare(a, b).score;

    a.telling.told = b.telling.told = 1;
    EXPECT_GT(compare(a, b).score, not_known);
    a.telling.told = b.telling.told = 4;
    EXPECT_EQ(compare(a, b).score, not_known);
}

TEST(TownsWhoseNamesShareTwoConsonants, AreNoNamesakes)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    a.account.places.front().place = town("geonames:96", "Beni", 0.5, 29.5);
    b.account.places.front().place = town("geonames:97", "Bannu", 33.0, 70.6);
    b.account.places.front().place.country = "PK";

    EXPECT_TRUE(compare(a, b).impossible);
}

TEST(TownsOfOneNameInTwoCountries, DoNotExcludeEachOther)
{
    auto a = told(1, "North Post"), b = told(2, "Desert Monitor");
    b.account.places.front().place.gazetteer_id = "geonames:98";
    b.account.places.front().place.country = "US";
    b.account.places.front().place.admin1 = "Missouri";

    EXPECT_FALSE(compare(a, b).impossible);
    b.account.places.front().place.name = "Elsewhere";
    EXPECT_TRUE(compare(a, b).impossible);
}

TEST(AccountsThatCouldBeTheSame, ShareAKeyWhicheverComesFirst)
{
    const auto dated = told(1, "North Post");
    auto next_day = told(2, "Desert Monitor"), undated = told(3, "Third"), unpublished = told(4, "Fourth"), area = told(5, "Fifth"), open_year = told(6, "Sixth");
    next_day.account.date = DateRange::on(sunday + std::chrono::days{1});
    undated.account.date = DateRange::unknown();
    unpublished.account.date = DateRange::unknown();
    unpublished.published.reset();
    area.account.places.front().place.precision = PlacePrecision::governorate;
    open_year.account.date = DateRange::at(*PartialDate::from_iso("--03-03"));

    for (const auto& other : {next_day, undated, unpublished, area, open_year}) {
        EXPECT_TRUE(share_a_key(dated, other)) << other.publisher;
        EXPECT_TRUE(share_a_key(other, dated)) << other.publisher;
    }
}

TEST(Keys, AreFewHoweverManyPlacesAreNamed)
{
    auto filed = told(1, "North Post");
    for (int i = 0; i < 100; ++i) filed.account.places.push_back(named_only("Place number " + std::to_string(i) + " abdeljabbar"));

    EXPECT_LE(keys_to_file(facts_of(filed)).size(), 16U);
    EXPECT_LE(keys_to_ask(facts_of(filed)).size(), 32U);
}

}  // namespace
}  // namespace sitrep::merge
