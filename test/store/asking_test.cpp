// Asking: by date, area, kind and words.
#include "store_suite.hpp"

#include <gmock/gmock.h>

namespace sitrep::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<IncidentId> ids(const std::vector<Incident>& incidents)
{
    std::vector<IncidentId> found;
    for (const auto& incident : incidents) found.push_back(incident.id);
    return found;
}

Query in_month(const std::string& first, const std::string& last)
{
    Query query;
    query.from = day_from_iso(first);
    query.until = day_from_iso(last);
    return query;
}

TEST_P(AnyStore, FindsAMonthByDateAndWhatReachesIntoIt)
{
    const auto late = told("late", shooting("2024-03-31", sukhna, 1));
    told("after", shooting("2024-04-01", sukhna, 1));
    told("before", shooting("2024-02-29", sukhna, 1));
    const auto early = told("early", shooting("2024-03-01", sukhna, 1));
    const auto whole_year = told("year", shooting("2024", sukhna, 1));
    told("undated", shooting("", sukhna, 1));
    told("day of an unknown year", shooting("--03-05", sukhna, 1));

    EXPECT_THAT(ids(store_->find(in_month("2024-03-01", "2024-03-31"))), ElementsAre(whole_year, early, late));
    EXPECT_THAT(store_->find({}), SizeIs(7)) << "without a date asked for, the undated are there too";
}

TEST_P(AnyStore, FindsByCountryGovernorateKindAndBox)
{
    const auto syria = told("one", shooting("2024-03-05", sukhna, 1));
    auto bomb = shooting("2024-03-06", rutba, 2);
    bomb.kind = IncidentKind::ied_or_mine;
    const auto iraq = told("two", bomb);

    EXPECT_THAT(ids(store_->find({.country = "IQ"})), ElementsAre(iraq));
    EXPECT_THAT(ids(store_->find({.admin1_code = "SY-HI"})), ElementsAre(syria));
    EXPECT_THAT(ids(store_->find({.kind = IncidentKind::ied_or_mine})), ElementsAre(iraq));
    EXPECT_THAT(ids(store_->find({.within = Box{34, 38, 36, 40}})), ElementsAre(syria));
    EXPECT_THAT(store_->find({.within = Box{0, 0, 1, 1}}), IsEmpty());
    EXPECT_THAT(store_->find({.most = 1}), SizeIs(1));
}

TEST_P(AnyStore, ListsTheDoubtfulFirstAndWhatAPersonHasAcceptedLast)
{
    const auto with_confidence = [](double confidence) {
        auto account = shooting("2024-03-05", sukhna, 1);
        account.confidence = confidence;
        return account;
    };
    const auto sure = told("sure", with_confidence(0.9));
    const auto doubtful = told("doubtful", with_confidence(0.2));
    const auto accepted = told("accepted", with_confidence(0.1));
    const auto middling = told("middling", with_confidence(0.5));
    store_->accept(accepted, "editor");

    EXPECT_THAT(ids(store_->find({.doubtful_first = true})), ElementsAre(doubtful, middling, sure, accepted));
    EXPECT_THAT(ids(store_->find({.doubtful_first = true, .most = 1})), ElementsAre(doubtful));
}

TEST_P(AnyStore, FindsEnglishWordsInAnyForm)
{
    const auto attacks = told("Gunmen carried out two attacks on shepherds near the wells.", shooting("2024-03-05", sukhna, 1));
    told("A mine went off under a truck.", shooting("2024-03-06", sukhna, 1));

    EXPECT_THAT(ids(store_->find({.words = "attack"})), ElementsAre(attacks));
    EXPECT_THAT(ids(store_->find({.words = "SHEPHERD attacks"})), ElementsAre(attacks));
    EXPECT_THAT(ids(store_->find({.words = "\"attacks on shepherds\""})), ElementsAre(attacks));
    EXPECT_THAT(store_->find({.words = "\"shepherds on attacks\""}), IsEmpty());
    EXPECT_THAT(store_->find({.words = "attack truck"}), IsEmpty()) << "all words, not any";
}

TEST_P(AnyStore, FindsArabicWordsBehindTheirClitics)
{
    const auto attack = told("قتل ثلاثة مدنيين بالهجوم على الطريق", shooting("2024-03-05", sukhna, 3));
    told("مظاهرة في المدينة", shooting("2024-03-06", sukhna, 1));

    for (const auto* word : {"هجوم", "الهجوم", "بالهجوم", "والهجوم", "مدنيين", "طريق"})
        EXPECT_THAT(ids(store_->find({.words = word})), ElementsAre(attack)) << word;
    EXPECT_THAT(store_->find({.words = "قصف"}), IsEmpty());
}

TEST_P(AnyStore, FindsSpellingsMadeToEvadeFilters)
{
    const auto evading = told("IS*IS kil-led two shepherds in an att*ack.", shooting("2024-03-05", sukhna, 2));

    EXPECT_THAT(ids(store_->find({.words = "killed"})), ElementsAre(evading));
    EXPECT_THAT(ids(store_->find({.words = "ISIS"})), ElementsAre(evading));
}

TEST_P(AnyStore, TakesAnythingTypedAsWordsAndNeverAsCommands)
{
    told("Two were killed; DROP TABLE report.", shooting("2024-03-05", sukhna, 2));

    for (const auto* typed : {"\"", "'", "*", "AND", "killed AND", "NEAR(", "(", "-killed", "words:killed", "killed\"", "\"\"", "^", "\xff\xfe", "   ", "a\"b\"c\""})
        EXPECT_NO_THROW(store_->find({.words = typed})) << typed;
    EXPECT_THAT(store_->find({.words = "..."}), IsEmpty());
    EXPECT_THAT(store_->find({.words = "drop table"}), SizeIs(1));
}

TEST_P(AnyStore, KeepsNoPersonInTheSearchIndexButGivesTheGateTheirWords)
{
    Understanding understanding;
    understanding.language = Language::english;
    understanding.mentions = {{MentionLayer::person, Span{0, 11}, "Quillon Zarb"}, {MentionLayer::actor, Span{16, 20}, "ISIS"}};
    const auto report = store_->add_report(document("Zarbé Quill saw ISIS burn a car."), understanding, no_words);
    const auto incident = store_->new_incident(store_->add_account(report, shooting("2024-03-05", sukhna, 1), {}));
    store_->set_record(plain_record(incident, store_->accounts_of(incident)));

    EXPECT_THAT(store_->find({.words = "quill"}), IsEmpty());
    EXPECT_THAT(store_->find({.words = "Zarbé"}), IsEmpty());
    EXPECT_THAT(store_->find({.words = "zarb"}), IsEmpty());
    EXPECT_THAT(store_->find({.words = "saw isis burn"}), SizeIs(1));
    EXPECT_THAT(store_->person_words(), ElementsAre("Zarbé Quill"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, LeavesOutBackgroundAndWithdrawnWhenAsked)
{
    const auto news = told("one", shooting("2024-03-05", sukhna, 1));
    const auto background = told("two", shooting("2024-03-06", sukhna, 1));
    auto record = plain_record(background, store_->accounts_of(background));
    record.background_only = true;
    store_->set_record(record);
    const auto wrong = told("three", shooting("2024-03-07", sukhna, 1));
    store_->withdraw(wrong, "editor", "it was a drill");

    EXPECT_THAT(ids(store_->find({})), ElementsAre(news, background));
    EXPECT_THAT(ids(store_->find({.background_too = false})), ElementsAre(news));
    EXPECT_THAT(ids(store_->find({.withdrawn_too = true})), ElementsAre(news, background, wrong));
    EXPECT_TRUE(store_->incident(wrong)->withdrawn) << "its tombstone stays";
    EXPECT_EQ(store_->counts().incidents, 2);
}

TEST_P(AnyStore, KeepsTheRecordAndWhoSaysWhat)
{
    const auto id = told("one", shooting("2024-03-05", sukhna, 2), "Desert Monitor");
    told_again(id, "two", shooting("2024-03-05", sukhna, 5), "Steppe News");

    const auto incident = store_->incident(id).value();

    EXPECT_EQ(incident.killed, (TollRange{2, 5}));
    EXPECT_EQ(incident.place, sukhna);
    EXPECT_EQ(incident.grade, Grade::confirmed);
    EXPECT_EQ(incident.grade_rule, "by number of sources");
    EXPECT_EQ(incident.independent_sources, 2);
    ASSERT_THAT(incident.conflicts, SizeIs(1));
    ASSERT_THAT(incident.conflicts[0].versions, SizeIs(2));
    const auto& five = incident.conflicts[0].versions[1];
    EXPECT_EQ(five.value, "5");
    EXPECT_EQ(incident.accounts.at(five.accounts.at(0)).publisher, "Steppe News");
    EXPECT_FALSE(store_->incident(IncidentId{999}));
}

TEST_P(AnyStore, FindsTalliesByPeriodAndPlace)
{
    Understanding understanding;
    Tally syria{.quantity = 49, .unit = "attacks", .scope_place = "Syria", .scope = sukhna, .period = DateRange::at(*PartialDate::from_iso("2024")),
                .period_text = "this year", .claimant = "the group", .claimant_name = "ISIS", .actor_name = "ISIS", .evidence = Span{0, 9}};
    Tally iraq = syria;
    iraq.quantity = 61;
    iraq.scope = rutba;
    Tally undated = syria;
    undated.quantity = 7;
    undated.scope.reset();
    undated.period = DateRange::unknown();
    understanding.tallies = {syria, iraq, undated};
    PlaceMention mention;
    mention.place = sukhna;
    understanding.places = {mention};
    store_->add_report(document("The group claims many attacks."), understanding, no_words);

    const auto quantities = [&](const Query& query) {
        std::vector<std::int64_t> found;
        for (const auto& filed : store_->tallies(query)) found.push_back(filed.tally.quantity);
        return found;
    };
    EXPECT_THAT(quantities({}), ElementsAre(49, 61, 7));
    EXPECT_THAT(quantities({.country = "IQ"}), ElementsAre(61));
    EXPECT_THAT(quantities({.country = "SY"}), ElementsAre(49, 7)) << "one without a scope is where its report is";
    EXPECT_THAT(quantities(in_month("2024-12-01", "2024-12-31")), ElementsAre(49, 61));
    EXPECT_THAT(quantities(in_month("2024-03-01", "2024-03-31")), ElementsAre(49, 61, 7)) << "one without a period is of its report's day";
    EXPECT_THAT(quantities(in_month("2023-03-01", "2023-03-31")), IsEmpty());
    EXPECT_EQ(store_->tallies({}).at(0).publisher, "Desert Monitor");
}

TEST_P(AnyStore, FindsPatternsByTheReportThatTellsThem)
{
    Understanding understanding;
    understanding.patterns = {{"almost daily raids on shepherds", "the desert of the town", "since winter", "a resident", Span{0, 9}}};
    PlaceMention mention;
    mention.place = sukhna;
    understanding.places = {mention};
    store_->add_report(document("Almost daily raids."), understanding, no_words);

    EXPECT_THAT(store_->patterns({.country = "SY"}), SizeIs(1));
    EXPECT_THAT(store_->patterns({.country = "IQ"}), IsEmpty());
    EXPECT_THAT(store_->patterns(in_month("2024-03-01", "2024-03-31")), SizeIs(1));
    EXPECT_THAT(store_->patterns(in_month("2024-04-01", "2024-04-30")), IsEmpty());
    EXPECT_EQ(store_->patterns({}).at(0).claimant, "a resident");
}

TEST_P(AnyStore, CountsWhatItHoldsAndTheSourcesOfEachMonth)
{
    store_->add_report(document("one", "Desert Monitor", "2024-03-01"), understood(Language::english), no_words);
    store_->add_report(document("two", "Steppe News", "2024-03-31"), understood(Language::english), no_words);
    store_->add_report(document("three", "Steppe News", "2024-03-30"), understood(Language::other), no_words);
    store_->add_report(document("four", "Steppe News", "1969-12-31"), understood(Language::english), no_words);
    store_->add_report(document("five", "Steppe News", ""), understood(Language::english), no_words);

    EXPECT_EQ(store_->counts().reports, 5);
    EXPECT_EQ(store_->counts().not_read, 1);
    EXPECT_EQ(store_->counts().sources, 2);
    EXPECT_THAT(store_->sources_by_month(), ElementsAre(std::pair{"1969-12", 1}, std::pair{"2024-03", 2}));
}

}  // namespace
}  // namespace sitrep::store
