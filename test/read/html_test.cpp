// Web pages: the article, and what the page says of itself.
#include "processor_time.hpp"
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

const std::string paragraphs =
    "<p>Gunmen attacked a checkpoint of the army east of the town on Sunday, killing two soldiers and wounding three, a military source said.</p>"
    "<p>The attackers came on motorcycles, opened fire and fled into the desert, according to residents of a nearby village.</p>"
    "<p>Nobody claimed the attack.</p>";

Received page(const std::string& html, const std::string& content_type = "text/html; charset=utf-8")
{
    Piece piece = piece_with(html, "page.html");
    piece.content_type = content_type;
    auto collected = collected_by(read_html, std::move(piece));
    EXPECT_EQ(collected.reports.size(), 1u) << (collected.refusals.empty() ? "" : collected.refusals[0].why);
    return collected.reports.empty() ? Received{} : std::move(collected.reports[0]);
}

TEST(Page, GivesItsArticleWithoutMenusAndLists)
{
    const auto received = page("<html><head><title>Two killed - Example News</title><meta property='og:site_name' content='Example News'></head><body>"
                               "<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><div class='wrap'><div class='sidebar'><ul><li><a href=1>Storm hits coast, dozens of homes lost</a></ul></div>"
                               "<div class='entry-content'><h1>Two killed</h1>" +
                               paragraphs +
                               "<div class='share-buttons'>Share this on every network you know, please.</div><p><a href=2>Read more: the desert road, a long story of many years</a></p></div></div>"
                               "<footer>Copyright Example News. All rights reserved, for ever and ever and ever and more.</footer><script>var x = '<p>no</p>';</script></body></html>");

    EXPECT_EQ(received.report.title(), "Two killed");
    EXPECT_EQ(received.report.publisher, "Example News");
    EXPECT_EQ(received.report.text(), "Gunmen attacked a checkpoint of the army east of the town on Sunday, killing two soldiers and wounding three, a military source said.\n"
                                      "The attackers came on motorcycles, opened fire and fled into the desert, according to residents of a nearby village.\n"
                                      "Nobody claimed the attack.");
    EXPECT_EQ(received.original.format, Format::html);
}

TEST(Page, OfArabicWithLineBreaksIsRead)
{
    const auto received = page("<html lang=ar><body><div id=menu><a href=/>الرئيسية</a></div><div class=post>قتل عنصران من قوات الجيش، وأصيب ثلاثة آخرون، بهجوم مسلح شرقي مدينة السخنة يوم الأحد.<br><br>"
                               "وقال مصدر محلي إن المهاجمين كانوا على دراجات نارية، وانسحبوا إلى البادية.<br/></div></body></html>");

    EXPECT_EQ(received.report.text(), "قتل عنصران من قوات الجيش، وأصيب ثلاثة آخرون، بهجوم مسلح شرقي مدينة السخنة يوم الأحد.\n"
                                      "وقال مصدر محلي إن المهاجمين كانوا على دراجات نارية، وانسحبوا إلى البادية.");
}

TEST(Page, TakesItsDayFromMetadata)
{
    const auto meta = page("<head><meta property='article:published_time' content='2024-03-05T10:15:00+03:00'></head>" + paragraphs);
    const auto data = page("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Two killed &amp; more\",\"datePublished\":\"2024-03-06\","
                           "\"publisher\":{\"name\":\"Example\"}}]}</script>" +
                           paragraphs);
    const auto time = page("<time datetime='2024-03-07'>7 March</time>" + paragraphs);

    EXPECT_EQ(to_iso(meta.report.published->day), "2024-03-05");
    EXPECT_EQ(to_iso(data.report.published->day), "2024-03-06");
    EXPECT_EQ(data.report.title(), "Two killed & more");
    EXPECT_EQ(data.report.publisher, "Example");
    EXPECT_EQ(to_iso(time.report.published->day), "2024-03-07");
}

TEST(Page, NeverGuessesItsDay)
{
    EXPECT_FALSE(page("<p>Published 5 March 2024</p>" + paragraphs).report.published);
    EXPECT_FALSE(page("<time datetime='2024-03-07'></time><time datetime='2024-03-08'></time>" + paragraphs).report.published);
}

TEST(Page, IsDecodedAsItDeclares)
{
    const auto received = page("<meta charset=windows-1256><p>\xDE\xCA\xE1 \xCB\xE1\xC7\xCB\xC9 \xE3\xCF\xE4\xED\xED\xE4 \xDD\xED \xCD\xE3\xD5</p>", "text/html");

    EXPECT_EQ(received.report.text(), "قتل ثلاثة مدنيين في حمص");
}

TEST(Page, ReadsCharacterReferences)
{
    EXPECT_EQ(page("<p>&#x62D;&#1605;&#1589; &amp; Hama &rsquo;s &bogus; &#0; A&nbsp;B</p>").report.text(), "حمص & Hama ’s &bogus; &#0; A B");
}

TEST(Page, WithUnclosedTagsIsReadWhole)
{
    EXPECT_EQ(page("<ul><li>One was killed<li>Two were hurt</ul><p>First<p>Second<table><tr><td>a<td>b<tr><td>c</table>").report.text(),
              "One was killed\nTwo were hurt\nFirst\nSecond\na\nb\nc");
}

TEST(Page, WithoutTextIsRefused)
{
    const auto collected = collected_by(read_html, piece_with("<html><body><script>let a</script><svg><text>x</text></svg></body></html>", "empty.html"));

    ASSERT_EQ(collected.refusals.size(), 1u);
    EXPECT_EQ(collected.refusals[0].where, "empty.html");
}

class HostilePage : public testing::TestWithParam<std::string> {};

TEST_P(HostilePage, IsAnsweredSoon)
{
    constexpr std::size_t megabytes = 4'000'000;
    const std::string page = paragraphs + repeated(GetParam(), megabytes / GetParam().size());

    const double seconds = processor_seconds([&] {
        const auto collected = collected_by(read_html, piece_with(page));
        EXPECT_EQ(collected.reports.size() + collected.refusals.size(), 1u);
    });

    EXPECT_LT(seconds, 30);
}

INSTANTIATE_TEST_SUITE_P(Tags, HostilePage,
                         testing::Values("<div>", "<b>", "</p>", "</b>", "<p>", "<a b", "<a b=c ", "<", "<!--", "<![CDATA[", "&", "&#", "&amp;", "<td>", "<table><tr><td>", "<li>", "<script>",
                                         "</script", "<title>", "<div class=\"a b c d\">", "<meta name=date content=1>", "<script type=application/ld+json>[[[[[[", "text ", "<br>", "<ul><li>"));

TEST(HostilePages, NestedAHundredThousandDeepKeepTheirText)
{
    const auto received = page(repeated("<div>", 100'000) + paragraphs + repeated("</div>", 100'000));

    EXPECT_NE(received.report.text().find("Nobody claimed the attack."), std::string_view::npos);
}

}  // namespace
}  // namespace sitrep::read
