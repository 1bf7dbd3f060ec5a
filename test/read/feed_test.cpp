// Feeds: RSS, RDF, Atom.
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

TEST(Feed, OfRssGivesItsItems)
{
    const auto collected = collected_by(read_feed, piece_with("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Example News</title><link>https://example.org</link>"
                                                              "<item><title>Two killed &amp; more</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Tue, 05 Mar 2024 10:15:00 +0300</pubDate>"
                                                              "<description>Short</description><content:encoded><![CDATA[<p>Gunmen killed two.</p><p>They fled.</p>]]></content:encoded></item>"
                                                              "<item><title>Second</title><description>&lt;p&gt;قتل اثنان&lt;/p&gt;</description></item></channel></rss>",
                                                              "feed.xml"));

    ASSERT_EQ(collected.reports.size(), 2u);
    const Report& first = collected.reports[0].report;
    EXPECT_EQ(first.document, "Two killed & more\nGunmen killed two.\nThey fled.");
    EXPECT_EQ(first.url, "https://example.org/1");
    EXPECT_EQ(first.external_id, "g1");
    EXPECT_EQ(first.publisher, "Example News");
    EXPECT_EQ(to_iso(first.published->day), "2024-03-05");
    EXPECT_EQ(collected.reports[0].original.format, Format::rss);
    EXPECT_EQ(collected.reports[1].report.text(), "قتل اثنان");
    EXPECT_EQ(collected.reports[1].original.origin, "feed.xml, item 2");
    EXPECT_FALSE(collected.reports[1].report.published);
}

TEST(Feed, OfAtomGivesItsEntries)
{
    const auto collected = collected_by(read_feed, piece_with("<feed xmlns='http://www.w3.org/2005/Atom'><title type='text'>Monitor</title><entry><id>urn:1</id><title>One</title><link rel='self' href='x'/>"
                                                              "<link href='https://example.org/a'/><updated>2024-03-06T00:00:00Z</updated><published>2024-03-05T23:00:00Z</published>"
                                                              "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>First.</p><p>Second.</p></div></content></entry></feed>"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.document, "One\nFirst.\nSecond.");
    EXPECT_EQ(collected.reports[0].report.url, "https://example.org/a");
    EXPECT_EQ(collected.reports[0].report.publisher, "Monitor");
    EXPECT_EQ(to_iso(collected.reports[0].report.published->day), "2024-03-05");
    EXPECT_EQ(collected.reports[0].original.format, Format::atom);
}

TEST(Feed, OfRdfGivesItsItems)
{
    const auto collected = collected_by(read_feed, piece_with("<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/' xmlns:dc='d'><channel><title>Agency</title><items><rdf:Seq/></items></channel>"
                                                              "<item rdf:about='u'><title>One</title><link>u</link><dc:date>2024-03-05</dc:date><description>Two killed</description></item></rdf:RDF>"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.publisher, "Agency");
    EXPECT_EQ(to_iso(collected.reports[0].report.published->day), "2024-03-05");
}

TEST(Feed, WithABrokenItemGivesTheOthers)
{
    const auto collected = collected_by(read_feed, piece_with("<rss><channel><item><title>a &nbsp; b</title></item><item></item><item><title>c</title></item><item><title>cut"));

    EXPECT_EQ(collected.reports.size(), 2u);
    EXPECT_EQ(collected.refusals.size(), 2u);
}

TEST(Feed, WithoutItemsIsRefused) { EXPECT_EQ(collected_by(read_feed, piece_with("<rss><channel><title>x</title></channel></rss>")).refusals.size(), 1u); }

TEST(Feed, NeverExpandsEntities)
{
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>";
    for (char c = 'b'; c < 'm'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " '" + repeated(std::string("&") + static_cast<char>(c - 1) + ";", 10) + "'>";
    }
    const auto collected = collected_by(read_feed, piece_with(bomb + "]><rss><channel><title>&l;</title><item><title>One &l;</title><description>Two</description></item></channel></rss>"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_LT(collected.reports[0].report.document.size(), 1000u);
}

TEST(Feed, ReachesForNoOutsideFile)
{
    const auto collected = collected_by(read_feed, piece_with("<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>One &f;</title></item></channel></rss>"));

    EXPECT_EQ(collected.reports.at(0).report.title(), "One");
}

class HostileFeed : public testing::TestWithParam<std::string> {};

TEST_P(HostileFeed, IsAnswered)
{
    const auto collected = collected_by(read_feed, piece_with("<rss><channel>" + repeated(GetParam(), 2'000'000 / GetParam().size())));

    EXPECT_GE(collected.reports.size() + collected.refusals.size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Tags, HostileFeed, testing::Values("<item>", "<item><a>", "<item/>", "<![CDATA[", "<item></item>", "<a>", "<a b='c'", "</item>", "<item><title>x</title></item>", "&", "<entry><"));

}  // namespace
}  // namespace sitrep::read
