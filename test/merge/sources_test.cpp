// Who stands behind an incident: what looks like many voices and is one, and what the grade makes of it.
#include "merge/accounts.hpp"
#include "merge/merge.hpp"
#include "merge/sources.hpp"

#include <gtest/gtest.h>

namespace sitrep::merge {
namespace {

Incident record_of(std::vector<FiledAccount> accounts) { return consolidate(IncidentId{1}, std::move(accounts)); }

FiledAccount from(int number, std::string publisher, std::string url)
{
    auto filed = told(number, std::move(publisher));
    filed.url = std::move(url);
    filed.account.attribution = {{.text = "witness " + std::to_string(number), .name = {}, .span = {}}};
    return filed;
}

TEST(OnePublisherUnderManyFeeds, IsOneSource)
{
    const auto incident = record_of({from(1, "Desert Wire", "https://www.desertwire.net/a"), from(2, "Desert Wire - Syria", "https://feeds.desertwire.net/syria/a"),
                                     from(3, "DW Arabic", "https://m.desertwire.net/ar/a")});

    EXPECT_EQ(incident.independent_sources, 1);
    EXPECT_NE(incident.grade, Grade::confirmed);
}

TEST(TwoChannelsOfOnePlatform, AreTwoSources)
{
    EXPECT_EQ(record_of({from(1, "Badia 24", "https://t.me/badia24/17"), from(2, "Euphrates Eye", "https://t.me/s/euphrates_eye/9")}).independent_sources, 2);
    EXPECT_EQ(record_of({from(1, "Badia 24", "https://t.me/badia24/17"), from(2, "Badia", "https://t.me/s/badia24/18")}).independent_sources, 1);
}

TEST(WireCopy, IsNoSecondSource)
{
    const std::string wire = "Gunmen on motorcycles opened fire on a post near the gas field and killed three soldiers before they fled into the desert at dusk.";
    auto a = from(1, "North Post", "https://northpost.net/1"), b = from(2, "Evening Star", "https://eveningstar.net/9");
    a.words = b.words = words_of(wire);

    EXPECT_EQ(record_of({a, b}).independent_sources, 1);
    EXPECT_EQ(dependence_of(a, b), "a copy of its words");
}

TEST(WireCopyCutToLength, IsNoSecondSourceWhenItCameOutWithinHours)
{
    const std::string wire = "Gunmen on motorcycles opened fire on a post near the gas field and killed three soldiers before they fled into the desert at dusk on Sunday evening.";
    auto a = from(1, "North Post", "https://northpost.net/1"), b = from(2, "Evening Star", "https://eveningstar.net/9");
    a.words = words_of(wire);
    b.words = words_of(wire + " The town lies on the road between the capital and the river.");
    a.published->time_of_day = std::chrono::hours{9};
    b.published->time_of_day = std::chrono::hours{10};
    ASSERT_FALSE(compare(a, b).is_repost);
    EXPECT_EQ(record_of({a, b}).independent_sources, 1);

    b.published->day += std::chrono::days{2};
    EXPECT_EQ(record_of({a, b}).independent_sources, 2) << "two days later it may be a report of its own";
}

TEST(AReportThatQuotesAnother, RestsOnIt)
{
    auto quoting = from(2, "Evening Star", "https://eveningstar.net/9");
    quoting.account.attribution = {{.text = "the SOHR", .name = {}, .span = {}}};

    EXPECT_EQ(record_of({from(1, "Syrian Observatory for Human Rights", "https://syriahr.net/1"), quoting}).independent_sources, 1);
}

TEST(ASourceTheDeskDoesNotBelieve, ConfirmsNothing)
{
    auto doubted = from(2, "Evening Star", "https://eveningstar.net/9");
    ASSERT_EQ(record_of({from(1, "North Post", "https://northpost.net/1"), doubted}).grade, Grade::confirmed);
    doubted.reliability = 'E';

    EXPECT_EQ(record_of({from(1, "North Post", "https://northpost.net/1"), doubted}).grade, Grade::fair);
    const auto alone = record_of({doubted});
    EXPECT_EQ(alone.grade, Grade::discounted);
    EXPECT_EQ(alone.source_letter, 'E');
    EXPECT_EQ(alone.item_digit, 5);
}

TEST(TheAdmiraltyCode, HasTwoFieldsThatSayTwoThings)
{
    auto believed = from(1, "North Post", "https://northpost.net/1");
    believed.reliability = 'B';
    const auto one = record_of({believed});
    EXPECT_EQ(one.source_letter, 'B');
    EXPECT_EQ(one.item_digit, 3);

    const auto three = record_of({believed, from(2, "Evening Star", "https://eveningstar.net/9"), from(3, "Badia 24", "https://t.me/badia24/17")});
    EXPECT_EQ(three.source_letter, 'B');
    EXPECT_EQ(three.item_digit, 1);
}

TEST(AProposedLetter, NeedsARecordAndIsNeverThatOfAPerson)
{
    EXPECT_EQ(proposed_letter(5, 5, 0), 'F');
    EXPECT_EQ(proposed_letter(40, 25, 1), 'B');
    EXPECT_EQ(proposed_letter(40, 5, 1), 'C');
    EXPECT_EQ(proposed_letter(40, 25, 20), 'D');
}

TEST(AnOldReportToldAsNew, IsFlagged)
{
    auto again = told(2, "Evening Star");
    again.published = Publication{sunday + std::chrono::days{60}, std::nullopt};
    EXPECT_EQ(old_news_in(record_of({told(1, "North Post"), again})), std::vector<std::size_t>{1});

    again.account.background = true;
    EXPECT_TRUE(old_news_in(record_of({told(1, "North Post"), again})).empty()) << "told as background it says that it is old";
}

}  // namespace
}  // namespace sitrep::merge
