// Reading in: what is added is there, whole or not at all, and once.
#include "store_suite.hpp"

#include <gmock/gmock.h>

namespace sitrep::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST_P(AnyStore, KnowsTheBytesItHasRead)
{
    const auto received = document("Two were killed near the town.");
    EXPECT_FALSE(store_->has_original(received.original.hash));

    const auto id = store_->add_report(received, {}, no_words);

    EXPECT_TRUE(store_->has_original(received.original.hash));
    EXPECT_EQ(store_->original(id), received.original.bytes);
    EXPECT_THROW(store_->add_report(received, {}, no_words), std::invalid_argument);
}

TEST_P(AnyStore, GivesAReportBackAsItWasReceived)
{
    auto received = document("Two were killed near the town.");
    received.report.set_words("Attack on the road", "Two were killed near the town.");
    received.report.external_id = "77";
    received.report.language = Language::arabic;
    received.report.published->time_of_day = std::chrono::seconds{3723};
    received.original.format = Format::telegram_json;
    Understanding understanding;
    understanding.language = Language::english;

    const auto id = store_->add_report(received, understanding, no_words);
    const auto stored = store_->report(id).value();

    EXPECT_EQ(stored.report.document, received.report.document);
    EXPECT_EQ(stored.report.title(), "Attack on the road");
    EXPECT_EQ(stored.report.external_id, "77");
    EXPECT_EQ(stored.report.url, received.report.url);
    EXPECT_EQ(stored.report.publisher, "Desert Monitor");
    EXPECT_EQ(stored.report.published, received.report.published);
    EXPECT_EQ(stored.report.language, Language::arabic);
    EXPECT_EQ(stored.hash, received.original.hash);
    EXPECT_EQ(stored.format, Format::telegram_json);
    EXPECT_EQ(stored.origin, "folder/report.txt");
    EXPECT_TRUE(stored.was_read);
    EXPECT_FALSE(store_->report(ReportId{99}));
}

TEST_P(AnyStore, KeepsAnEmptyDocumentAndOneThatIsNotText)
{
    auto bytes = document(std::string("\0\xff\xfe\0", 4));
    bytes.report.set_words("", "");
    auto empty = document("");

    const auto first = store_->add_report(bytes, {}, no_words);
    const auto second = store_->add_report(empty, {}, no_words);

    EXPECT_EQ(store_->original(first), bytes.original.bytes);
    EXPECT_EQ(store_->original(second), "");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, KeepsATransactionWholeOrNotAtAll)
{
    const auto received = document("Two were killed near the town.");
    EXPECT_THROW(store_->in_transaction([&] {
        const auto report = store_->add_report(received, {}, no_words);
        store_->new_incident(store_->add_account(report, shooting("2024-03-05", sukhna, 2), {}));
        throw std::runtime_error("the reader gave up");
    }),
                 std::runtime_error);

    EXPECT_EQ(store_->counts().reports, 0);
    EXPECT_EQ(store_->counts().incidents, 0);
    EXPECT_THAT(store_->sources(), IsEmpty());
    EXPECT_FALSE(store_->has_original(received.original.hash));
    EXPECT_THAT(faults(), IsEmpty());

    told("Two were killed near the town.", shooting("2024-03-05", sukhna, 2));  // the same again, this time to the end
    EXPECT_EQ(store_->counts().incidents, 1);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, TakesSpellingsOfOnePublisherForOneSource)
{
    told("first", shooting("2024-03-05", sukhna, 1), "Al-Badia Post");
    told("second", shooting("2024-03-06", sukhna, 1), "AL BADIA POST");
    told("third", shooting("2024-03-07", sukhna, 1), "Steppe News");

    const auto sources = store_->sources();
    ASSERT_THAT(sources, SizeIs(2));
    EXPECT_EQ(sources[0].name, "Al-Badia Post");
    EXPECT_EQ(sources[0].reports, 2);
    EXPECT_EQ(sources[0].reliability, 'F');
    EXPECT_EQ(sources[1].reports, 1);
}

TEST_P(AnyStore, FindsAJudgementAsItWasWrittenWhoseReasonWeighsMinusZero)
{
    const auto first = told("first", shooting("2024-03-05", sukhna, 1));
    const auto filed = store_->add_account(store_->add_report(document("second"), {}, no_words), shooting("2024-03-05", sukhna, 1), {});
    const std::vector<Reason> reasons{{"toll", "one killed in both", -0.0}};
    store_->join(filed, first, only_account(first), reasons);

    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, FindsTheAccountsFiledUnderAKeyEachOnce)
{
    const auto first = told("first", shooting("2024-03-05", sukhna, 1));
    const auto report = store_->add_report(document("second"), {}, no_words);
    const std::vector<std::uint64_t> keys{7, 8, 0xffffffffffffffffull};
    TellingWords telling;
    telling.names = {17, 65535};
    telling.words = {256};
    telling.told = TellingWords::told_max;
    const auto filed = store_->add_account(report, shooting("2024-03-06", sukhna, 3), keys, telling);
    store_->join(filed, first, only_account(first), {});

    const std::vector<std::uint64_t> asked{0xffffffffffffffffull, 1, 2, 7, 8};

    EXPECT_THAT(store_->filed_under(asked, 10), ElementsAre(filed));
    EXPECT_THAT(store_->filed_under(asked, 0), IsEmpty());
    EXPECT_EQ(store_->incident_of(filed), first);
    EXPECT_FALSE(store_->incident_of(AccountId{999}));
    EXPECT_EQ(store_->account(filed)->account.killed->low, 3);
    EXPECT_EQ(store_->account(filed)->telling, telling);
    EXPECT_EQ(store_->account(AccountId{999}), nullptr);
    EXPECT_THAT(store_->accounts_of_report(report), ElementsAre(filed));
}

TEST_P(AnyStore, UnderACrowdedKeyLooksAtTheNewest)
{
    const auto incident = told("first", shooting("2024-03-05", sukhna, 1));
    const auto add = [&](const std::string& text) {
        const auto id = store_->add_account(store_->add_report(document(text), {}, no_words), shooting("2024-03-05", sukhna, 1), std::vector<std::uint64_t>{1});
        store_->join(id, incident, only_account(incident), {});
        return id;
    };
    add("second");
    const auto third = add("third"), fourth = add("fourth");

    EXPECT_THAT(store_->filed_under(std::vector<std::uint64_t>{1}, 2), UnorderedElementsAre(third, fourth));
}

TEST_P(AnyStore, OrdersAccountsByPublicationAndUndatedLast)
{
    const auto incident = told("middle", shooting("2024-03-05", sukhna, 1));
    const auto add = [&](const std::string& text, const std::string& published) {
        const auto report = store_->add_report(document(text, "Steppe News", published), {}, no_words);
        const auto id = store_->add_account(report, shooting("2024-03-05", sukhna, 1), {});
        store_->join(id, incident, only_account(incident), {});
        return id;
    };
    const auto middle = only_account(incident);
    const auto undated = add("undated", "");
    const auto early = add("early", "2024-03-05");
    const auto late = add("late", "2024-03-07");

    std::vector<AccountId> order;
    for (const auto& account : store_->accounts_of(incident)) order.push_back(account.id);
    EXPECT_THAT(order, ElementsAre(early, middle, late, undated));
}

TEST_P(AnyStore, TellsWhyAccountsWereJoinedAndKeptApart)
{
    const auto first = told("first", shooting("2024-03-05", sukhna, 2));
    const auto second = told_again(first, "second", shooting("2024-03-05", sukhna, 3));
    const auto other = told("third", shooting("2024-04-05", sukhna, 3));
    store_->keep_apart(only_account(other), second, std::vector<Reason>{{"days apart", "31 days apart", -2.0}});

    const auto why = store_->why(first);

    ASSERT_THAT(why, SizeIs(2));
    EXPECT_EQ(why[0].relation, "joined");
    EXPECT_EQ(why[0].account, second);
    ASSERT_THAT(why[0].reasons, SizeIs(2));
    EXPECT_EQ(why[0].reasons[0].words, "the same town");
    EXPECT_EQ(why[1].relation, "kept apart");
    EXPECT_EQ(why[1].against, second);
    EXPECT_DOUBLE_EQ(why[1].reasons.at(0).weight, -2.0);
    EXPECT_THAT(store_->why(other), SizeIs(1));
}

TEST_P(AnyStore, ListsWhatWasRefusedOnce)
{
    store_->refuse({"march.zip:page.html", "holds no text"});
    store_->refuse({"march.zip:page.html", "holds no text"});
    store_->refuse({"broken.csv, line 4", "the date is on no calendar"});

    const auto refused = store_->refused();
    ASSERT_THAT(refused, SizeIs(2));
    EXPECT_EQ(refused[1].where, "broken.csv, line 4");
    EXPECT_EQ(refused[1].why, "the date is on no calendar");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_P(AnyStore, RemembersNotesAndEditions)
{
    EXPECT_EQ(store_->note("etag:https://example.org/feed"), "");
    store_->set_note("etag:https://example.org/feed", "\"abc\"");
    store_->set_note("etag:https://example.org/feed", "\"def\"");
    EXPECT_FALSE(store_->last_edition("2024-03", ""));
    store_->add_edition({0, "2024-03", "", "", {{IncidentId{1}, "killed 2"}}});
    store_->add_edition({0, "2024-03", "", "2024-04-02T10:00:00Z", {{IncidentId{1}, "killed 3"}, {IncidentId{2}, "killed 1"}}});
    store_->add_edition({0, "2024-03", "SY-HI", "", {}});

    reopen();

    EXPECT_EQ(store_->note("etag:https://example.org/feed"), "\"def\"");
    const auto edition = store_->last_edition("2024-03", "").value();
    EXPECT_EQ(edition.made_at, "2024-04-02T10:00:00Z");
    ASSERT_THAT(edition.lines, SizeIs(2));
    EXPECT_EQ(edition.lines[0].state, "killed 3");
    EXPECT_THAT(faults(), IsEmpty());
}

}  // namespace
}  // namespace sitrep::store
