// Changes by people: each is a revision, and can be taken back for ever.
#include "store_suite.hpp"

#include <gmock/gmock.h>

namespace sitrep::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_P(AnyStore, LetsAMergedIdLeadToTheOther)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto b = told("two", shooting("2024-03-06", sukhna, 4));
    const auto c = told("three", shooting("2024-03-06", sukhna, 6));

    store_->merge(b, c, "editor", "the same attack");
    store_->merge(a, b, "editor", "the same attack, told a day later");
    reopen();

    EXPECT_EQ(store_->incident(c)->id, a);
    EXPECT_EQ(store_->incident(b)->id, a);
    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 6}));
    EXPECT_THAT(store_->accounts_of(c), SizeIs(3));
    EXPECT_THAT(store_->find({}), SizeIs(1));
    EXPECT_EQ(store_->counts().incidents, 1);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, BringsTheOldIdBackWhenAMergeIsUndoneAndHidesItWhenThatIsUndone)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto b = told("two", shooting("2024-03-06", rutba, 4));
    const auto merged = store_->merge(a, b, "editor", "");

    const auto undone = store_->undo(merged, "editor", "two places").value();
    EXPECT_EQ(store_->incident(b)->id, b);
    EXPECT_EQ(store_->incident(b)->place, rutba);
    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 2}));
    EXPECT_THAT(store_->find({.within = Box{32, 39, 34, 41}}), SizeIs(1));

    const auto redone = store_->undo(undone, "editor", "").value();
    EXPECT_EQ(store_->incident(b)->id, a);
    EXPECT_THAT(store_->find({.within = Box{32, 39, 34, 41}}), IsEmpty());

    EXPECT_TRUE(store_->undo(redone, "editor", ""));
    EXPECT_EQ(store_->incident(b)->id, b);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, KeepsInTheFirstWhatJoinedAfterAMergeThatIsUndone)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto b = told("two", shooting("2024-03-06", sukhna, 4));
    const auto merged = store_->merge(a, b, "editor", "");
    told_again(b, "three", shooting("2024-03-06", sukhna, 9));

    ASSERT_TRUE(store_->undo(merged, "editor", ""));

    EXPECT_THAT(store_->accounts_of(a), SizeIs(2));
    EXPECT_THAT(store_->accounts_of(b), SizeIs(1));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, SplitsAccountsOffAndNeverJoinsThemByItselfAgain)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto first = only_account(a);
    const auto second = told_again(a, "two", shooting("2024-03-05", sukhna, 7));
    EXPECT_FALSE(store_->told_apart(second, a));

    const auto b = store_->split(a, std::vector{second}, "editor", "two attacks on one day");

    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 2}));
    EXPECT_EQ(store_->incident(b)->killed, (TollRange{7, 7}));
    EXPECT_TRUE(store_->told_apart(second, a));
    EXPECT_TRUE(store_->told_apart(first, b));
    EXPECT_FALSE(store_->told_apart(first, a));
    EXPECT_THROW(store_->split(a, std::vector{first}, "editor", ""), std::invalid_argument) << "one has to stay";
    EXPECT_THROW(store_->split(a, std::vector{second}, "editor", ""), std::invalid_argument) << "it is elsewhere";
    EXPECT_THROW(store_->split(a, {}, "editor", ""), std::invalid_argument);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, TakesASplitBackWithAllThatJoinedSince)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto second = told_again(a, "two", shooting("2024-03-05", sukhna, 7));
    const auto b = store_->split(a, std::vector{second}, "editor", "");
    told_again(b, "three", shooting("2024-03-05", sukhna, 8));
    const auto split = store_->revisions(b).at(0);
    ASSERT_EQ(split.action, "split");

    const auto undone = store_->undo(split.id, "editor", "").value();

    EXPECT_EQ(store_->incident(b)->id, a) << "an id once given leads somewhere for ever";
    EXPECT_THAT(store_->accounts_of(a), SizeIs(3));
    EXPECT_FALSE(store_->told_apart(second, a));

    ASSERT_TRUE(store_->undo(undone, "editor", ""));
    EXPECT_EQ(store_->incident(b)->id, b);
    EXPECT_THAT(store_->accounts_of(b), SizeIs(2));
    EXPECT_TRUE(store_->told_apart(second, a));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, TakesAJoinBackAsAPersonsWord)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto second = told_again(a, "two", shooting("2024-03-05", sukhna, 7));
    const auto joined = store_->revisions(a).at(1);
    ASSERT_EQ(joined.action, "join");

    const auto undone = store_->undo(joined.id, "editor", "another attack").value();

    EXPECT_THAT(store_->accounts_of(a), SizeIs(1));
    EXPECT_TRUE(store_->told_apart(second, a));
    EXPECT_EQ(store_->counts().incidents, 2);
    EXPECT_TRUE(store_->revisions(a).at(1).undone);

    ASSERT_TRUE(store_->undo(undone, "editor", "the same after all"));
    EXPECT_THAT(store_->accounts_of(a), SizeIs(2));
    EXPECT_FALSE(store_->told_apart(second, a));
    EXPECT_FALSE(store_->revisions(a).at(1).undone);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, RefusesAnUndoThatLaterChangesStandOn)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto b = told("two", shooting("2024-03-05", sukhna, 3));
    const auto c = told("three", shooting("2024-03-05", sukhna, 4));
    const auto first = store_->merge(a, b, "editor", "");
    const auto second = store_->merge(c, a, "editor", "");

    const auto refused = store_->undo(first, "editor", "");
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().why, HasSubstr("undo that first"));
    EXPECT_THAT(refused.error().why, HasSubstr("R" + std::to_string(std::int64_t(second))));

    EXPECT_TRUE(store_->undo(second, "editor", ""));
    EXPECT_TRUE(store_->undo(first, "editor", ""));
    EXPECT_FALSE(store_->undo(first, "editor", "")) << "once is enough";
    EXPECT_FALSE(store_->undo(RevisionId{9999}, "editor", ""));
    EXPECT_FALSE(store_->undo(store_->revisions(a).at(0).id, "editor", "")) << "a reported incident cannot be unmade";
    EXPECT_THAT(store_->find({}), SizeIs(3));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, NeverLeavesAnIncidentWithoutAccounts)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto b = told("two", shooting("2024-03-05", sukhna, 3));
    const auto from_a = only_account(a);
    const auto merged = store_->merge(a, b, "editor", "");
    store_->split(a, std::vector{from_a}, "editor", "");

    const auto refused = store_->undo(merged, "editor", "");

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().why, HasSubstr("without any account"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, RefusesToSplitBackIntoAnIncidentThatWasMergedAway)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto second = told_again(a, "two", shooting("2024-03-05", sukhna, 7));
    const auto c = told("three", shooting("2024-03-05", sukhna, 4));
    const auto b = store_->split(a, std::vector{second}, "editor", "");
    const auto split = store_->revisions(b).at(0).id;
    store_->merge(c, a, "editor", "");

    const auto refused = store_->undo(split, "editor", "");

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().why, HasSubstr("merged"));
    EXPECT_EQ(store_->incident(b)->id, b);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, LetsACorrectionStandAboveWhatNewAccountsSay)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto set = store_->set(a, "killed", "3-4", "editor", "the hospital's list");
    ASSERT_TRUE(set);

    told_again(a, "two", shooting("2024-03-05", sukhna, 9));

    EXPECT_EQ(store_->incident(a)->killed, (TollRange{3, 4}));
    EXPECT_THAT(store_->incident(a)->corrected, ElementsAre("killed"));
    const auto revision = store_->revisions(a).at(1);
    EXPECT_EQ(revision.before, "2");
    EXPECT_EQ(revision.after, "3-4");
    EXPECT_EQ(revision.because, "the hospital's list");

    ASSERT_TRUE(store_->undo(*set, "editor", ""));
    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 9}));
    EXPECT_THAT(store_->incident(a)->corrected, IsEmpty());
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, SetsEveryFieldAPersonMaySet)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    told("elsewhere", shooting("2024-03-05", rutba, 2));
    const std::vector<std::pair<std::string, std::string>> changes{
        {"kind", "ambush"}, {"date", "2024-03-04..2024-03-05"}, {"injured", "5"}, {"abducted", "1..2"}, {"arrested", "0"},
        {"perpetrator", "ISIS"}, {"status", "claimed"}, {"target_class", "civilian"}, {"grade", "contested"}, {"killed", "unknown"}};
    for (const auto& [field, value] : changes) ASSERT_TRUE(store_->set(a, field, value, "editor", "")) << field;

    const auto record = store_->incident(a).value();

    EXPECT_EQ(record.kind, IncidentKind::ambush);
    EXPECT_EQ(to_iso(*record.date.first_day()), "2024-03-04");
    EXPECT_EQ(to_iso(*record.date.last_day()), "2024-03-05");
    EXPECT_EQ(record.injured, (TollRange{5, 5}));
    EXPECT_EQ(record.abducted, (TollRange{1, 2}));
    EXPECT_EQ(record.arrested, (TollRange{0, 0}));
    EXPECT_EQ(record.perpetrator, "ISIS");
    EXPECT_EQ(record.status, PerpetratorStatus::claimed);
    EXPECT_EQ(record.target_class, TargetClass::civilian);
    EXPECT_EQ(record.grade, Grade::contested);
    EXPECT_FALSE(record.killed);
    EXPECT_THAT(record.corrected, SizeIs(10));
    EXPECT_EQ(record.place, sukhna);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, SetsPlacesAndGovernorates)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    told("elsewhere", shooting("2024-03-05", rutba, 2));

    ASSERT_TRUE(store_->set(a, "admin1", "SY-HI", "editor", ""));
    EXPECT_EQ(store_->incident(a)->place, sukhna) << "the town is in that governorate";
    ASSERT_TRUE(store_->set(a, "admin1", "Governorate of Rutba", "editor", ""));
    const auto moved = store_->incident(a)->place.value();
    EXPECT_EQ(moved.admin1_code, "IQ-AN");
    EXPECT_EQ(moved.precision, PlacePrecision::governorate);
    EXPECT_FALSE(moved.point);
    EXPECT_THAT(store_->find({.admin1_code = "IQ-AN"}), SizeIs(2));

    ASSERT_TRUE(store_->set_place(a, rutba, "editor", ""));
    EXPECT_EQ(store_->incident(a)->place, rutba) << "a later place overrules an earlier governorate";
    ASSERT_TRUE(store_->set(a, "place", "unknown", "editor", ""));
    EXPECT_FALSE(store_->incident(a)->place);
    ASSERT_TRUE(store_->set(a, "admin1", "IQ-AN", "editor", ""));
    EXPECT_EQ(store_->incident(a)->place->admin1_code, "IQ-AN") << "a governorate may be known where the place is not";
    ASSERT_TRUE(store_->set(a, "place", "al sukhna", "editor", ""));
    EXPECT_EQ(store_->incident(a)->place, sukhna);
    const auto refused = store_->set(a, "place", "Nowhere", "editor", "");
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().why, HasSubstr("Al-Sukhna"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, RefusesWhatIsNotPossibleAndSaysWhatIs)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto why = [&](const std::string& field, const std::string& value) {
        const auto answer = store_->set(a, field, value, "editor", "");
        return answer ? std::string("was accepted") : answer.error().why;
    };

    EXPECT_THAT(why("colour", "red"), HasSubstr("perpetrator"));
    EXPECT_THAT(why("kind", "shooting"), HasSubstr("armed_attack"));
    EXPECT_THAT(why("grade", "certain"), HasSubstr("claimed_only"));
    EXPECT_THAT(why("status", ""), HasSubstr("attributed"));
    EXPECT_THAT(why("target_class", "dog"), HasSubstr("infrastructure"));
    for (const auto* value : {"", "-1", "4-3", "many", "1e3", "99999999999999999999", "3 ", "3-", "-"}) EXPECT_THAT(why("killed", value), HasSubstr("3-5")) << value;
    for (const auto* value : {"", "2024-02-30", "yesterday", "2024-03-05..2024-03-01", ".."}) EXPECT_THAT(why("date", value), HasSubstr("2024-03-05")) << value;
    EXPECT_THAT(why("perpetrator", std::string(300, 'x')), HasSubstr("bytes"));
    EXPECT_THAT(why("perpetrator", "\xff"), HasSubstr("bytes"));
    EXPECT_THAT(why("admin1", "SY"), HasSubstr("SY-HI"));
    EXPECT_FALSE(store_->set(IncidentId{99}, "killed", "1", "editor", ""));
    EXPECT_THAT(store_->revisions(a), SizeIs(1)) << "nothing was changed";
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, KeepsAcceptingAndWithdrawingAsRevisions)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    EXPECT_FALSE(store_->incident(a)->accepted);

    const auto accepted = store_->accept(a, "editor");
    const auto withdrawn = store_->withdraw(a, "editor", "it was a drill");
    EXPECT_TRUE(store_->incident(a)->accepted);
    EXPECT_TRUE(store_->incident(a)->withdrawn);
    ASSERT_TRUE(store_->undo(withdrawn, "editor", ""));
    ASSERT_TRUE(store_->undo(accepted, "editor", ""));

    EXPECT_FALSE(store_->incident(a)->accepted);
    EXPECT_FALSE(store_->incident(a)->withdrawn);
    std::vector<std::string> actions;
    for (const auto& revision : store_->revisions(a)) actions.push_back(revision.action);
    EXPECT_THAT(actions, ElementsAre("new", "accept", "withdraw", "undo", "undo"));
    EXPECT_TRUE(store_->revisions(std::nullopt).at(1).undone);
    EXPECT_THROW(store_->accept(IncidentId{99}, "editor"), std::invalid_argument);
    EXPECT_THROW(store_->merge(a, a, "editor", ""), std::invalid_argument);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, MovesItsHeadWithEveryChange)
{
    const auto before = store_->log_head();
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto after = store_->log_head();
    store_->accept(a, "editor");

    EXPECT_EQ(before, "");
    EXPECT_THAT(after, SizeIs(64));
    EXPECT_NE(store_->log_head(), after);
    EXPECT_THROW(store_->in_transaction([&] { store_->in_transaction([] {}); }), std::logic_error);
}

}  // namespace
}  // namespace sitrep::store
