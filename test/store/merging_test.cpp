// What merging keeps in the library: ties, rulings of people, accounts filed anew by the program, each taken back.
#include "store_suite.hpp"

#include <gmock/gmock.h>

namespace sitrep::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST_P(AnyStore, KeepsATieBothWays)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2)), b = told("two", shooting("2024-03-05", sukhna, 2));
    store_->tie(only_account(a), only_account(b), -0.5);

    ASSERT_THAT(store_->tied_to(only_account(b)), SizeIs(1));
    EXPECT_EQ(store_->tied_to(only_account(b))[0].other, only_account(a));
    EXPECT_DOUBLE_EQ(store_->tied_to(only_account(a))[0].score, -0.5);
    const auto pairs = store_->tied_incidents(-1, 10);
    ASSERT_THAT(pairs, SizeIs(1));
    EXPECT_EQ(pairs[0].a, a);
    EXPECT_EQ(pairs[0].b, b);
    EXPECT_THAT(store_->tied_incidents(0, 10), IsEmpty());
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, ProposesNoPairThatAPersonToldApartOrWithdrew)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2)), b = told("two", shooting("2024-03-05", sukhna, 2)), c = told("three", shooting("2024-03-05", sukhna, 2));
    store_->tie(only_account(a), only_account(b), 1);
    store_->tie(only_account(a), only_account(c), 1);

    const auto ruled = store_->tell_apart(a, b, "editor", "another street");
    store_->withdraw(c, "editor", "a drill");

    EXPECT_THAT(store_->tied_incidents(0, 10), IsEmpty());
    EXPECT_TRUE(store_->told_apart(only_account(a), b));
    EXPECT_THROW(store_->tell_apart(a, a, "editor", ""), std::invalid_argument);
    ASSERT_TRUE(store_->undo(ruled, "editor", "the same street"));
    EXPECT_THAT(store_->tied_incidents(0, 10), SizeIs(1));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, RemembersWhatPeopleRuled)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2)), b = told("two", shooting("2024-03-05", sukhna, 2));
    const auto first = only_account(a), second = only_account(b);
    EXPECT_THAT(store_->rulings_on(std::vector{first, second}), IsEmpty());

    store_->merge(a, b, "editor", "the same night");
    EXPECT_THAT(store_->ruled_with(first), ElementsAre(second));

    store_->split(a, std::vector{second}, "editor", "no, two");
    EXPECT_THAT(store_->rulings_on(std::vector{first, second}), SizeIs(4)) << "the newer ruling does not make the older unsaid";
    store_->accept(a, "editor");
    EXPECT_THAT(store_->rulings_on(std::vector{first}), SizeIs(3)) << "an accepted incident is a ruling too";
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, TheProgramPutsIncidentsTogetherAndAPersonTakesItBackForGood)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2)), b = told("two", shooting("2024-03-05", sukhna, 7));
    const auto first = only_account(a), second = only_account(b);

    const auto moved = store_->refile(b, a, std::vector{second}, "a third report");

    EXPECT_TRUE(moved.emptied);
    EXPECT_EQ(store_->incident(b)->id, a) << "an id once given leads somewhere for ever";
    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 7}));
    const auto revision = store_->revisions(a).back();
    EXPECT_EQ(revision.action, "merge");
    EXPECT_EQ(revision.who, "sitrep");

    ASSERT_TRUE(store_->undo(revision.id, "editor", "two attacks"));
    EXPECT_EQ(store_->incident(b)->id, b);
    EXPECT_TRUE(store_->told_apart(second, a)) << "what a person took back the program does not do again";
    EXPECT_TRUE(store_->told_apart(first, b));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, TheProgramTakesAccountsOutAndAPersonPutsThemBackForGood)
{
    const auto a = told("one", shooting("2024-03-05", sukhna, 2));
    const auto first = only_account(a), second = told_again(a, "two", shooting("2024-03-05", sukhna, 7));

    const auto moved = store_->refile(a, std::nullopt, std::vector{second}, "a third report");

    EXPECT_FALSE(moved.emptied);
    EXPECT_EQ(store_->incident_of(second), moved.incident);
    EXPECT_EQ(store_->incident(a)->killed, (TollRange{2, 2}));
    const auto revision = store_->revisions(a).back();
    EXPECT_EQ(revision.action, "split");

    ASSERT_TRUE(store_->undo(revision.id, "editor", "one attack"));
    EXPECT_EQ(store_->incident_of(second), a);
    EXPECT_EQ(store_->incident(moved.incident)->id, a);
    EXPECT_THAT(store_->ruled_with(first), ElementsAre(second));
    EXPECT_THROW(store_->refile(a, a, std::vector{first}, ""), std::invalid_argument);
    EXPECT_THROW(store_->refile(a, std::nullopt, {}, ""), std::invalid_argument);
    EXPECT_THAT(faults(), IsEmpty());
}

}  // namespace
}  // namespace sitrep::store
