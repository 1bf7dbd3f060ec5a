// Web archives.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Packing;
using testing::TemporaryFolder;

std::string record(std::string_view version, std::string_view type, std::string_view url, std::string_view content_type, std::string_view block)
{
    std::string out = "WARC/" + std::string(version) + "\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Date: 2024-03-06T00:00:00Z\r\n";
    if (!url.empty()) out += "WARC-Target-URI: " + std::string(url) + "\r\n";
    out += "Content-Type: " + std::string(content_type) + "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n";
    return out.append(block).append("\r\n\r\n");
}

std::string response(std::string_view headers, std::string_view body) { return "HTTP/1.1 200 OK\r\n" + std::string(headers) + "\r\n" + std::string(body); }

std::string page(std::string_view url, std::string_view words)
{
    return record("1.1", "response", url, "application/http; msgtype=response", response("Content-Type: text/plain; charset=utf-8\r\n", words));
}

TEST(Warc, GivesPagesWithTheirAddress)
{
    const TemporaryFolder folder;
    const auto file = folder.file("crawl.warc",
        record("1.0", "warcinfo", "", "application/warc-fields", "software: by hand\r\n") +
        record("1.0", "request", "<http://example.org/1>", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
        record("1.0", "response", "<http://example.org/1>", "application/http; msgtype=response", response("Content-Type: text/plain\r\n", "Two men were shot.")) +
        record("1.1", "resource", "http://example.org/2", "text/plain", "Three men were shot.") +
        record("1.1", "response", "http://example.org/logo.png", "application/http", response("Content-Type: image/png\r\n", "\x89PNG")) +
        record("1.1", "response", "http://example.org/gone", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nnothing here"));

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot.", "Three men were shot."));
    EXPECT_THAT(outcome.refused, IsEmpty());
    EXPECT_EQ(outcome.reports[0].report.url, "http://example.org/1");
    EXPECT_EQ(outcome.reports[0].original.bytes, "Two men were shot.");
    EXPECT_EQ(outcome.reports[0].original.origin, file + ", record 3 (http://example.org/1)");
}

TEST(Warc, UndoesChunksAndCompression)
{
    const TemporaryFolder folder;
    const std::string gzip = testing::packed(Packing::gzip, {{"", "Packed words."}});
    char size[16];
    std::snprintf(size, sizeof size, "%zx", gzip.size());
    const auto file = folder.file("crawl.warc",
        record("1.1", "response", "http://example.org/1", "application/http", response("Transfer-Encoding: chunked\r\n", "4\r\nTwo \r\n9;x=1\r\nmen fled.\r\n0\r\n\r\n")) +
        record("1.1", "response", "http://example.org/2", "application/http", response("Transfer-Encoding: chunked\r\n", "Already joined.")) +
        record("1.1", "response", "http://example.org/3", "application/http", response("Content-Encoding: gzip\r\n", gzip)) +
        record("1.1", "response", "http://example.org/4", "application/http", response("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", std::string(size) + "\r\n" + gzip + "\r\n0\r\n\r\n")) +
        record("1.1", "response", "http://example.org/5", "application/http", response("Content-Encoding: gzip\r\n", "Not packed at all.")));

    EXPECT_THAT(testing::texts(testing::read_all({file})), ElementsAre("Two men fled.", "Already joined.", "Packed words.", "Packed words.", "Not packed at all."));
}

TEST(Warc, IsReadThroughCompressionOfEveryKindAndManyMembers)
{
    const TemporaryFolder folder;
    const std::string one = page("http://example.org/1", "Two men were shot.");
    const std::string two = page("http://example.org/2", "Three men were shot.");
    for (const auto packing : {Packing::gzip, Packing::zstd, Packing::xz, Packing::bzip2}) {
        const auto file = folder.file("crawl.warc.packed", testing::packed(packing, {{"", one}}) + testing::packed(packing, {{"", two}}));

        EXPECT_THAT(testing::texts(testing::read_all({file})), ElementsAre("Two men were shot.", "Three men were shot.")) << int(packing);
    }
}

TEST(Warc, CutOffGivesWhatIsBeforeTheCutAndSaysWhere)
{
    const TemporaryFolder folder;
    const std::string whole = page("http://example.org/1", "Two men were shot.") + page("http://example.org/2", "Three men were shot.");
    const auto file = folder.file("cut.warc", std::string_view(whole).substr(0, whole.size() - 10));
    const std::string gzip = testing::packed(Packing::gzip, {{"", whole}});
    const auto packed_file = folder.file("cut.warc.gz", std::string_view(gzip).substr(0, gzip.size() - 20));

    const auto outcome = testing::read_all({file});
    const auto packed_outcome = testing::read_all({packed_file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot."));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].where, file + ", record 2 (http://example.org/2)");
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("ends in the middle"));
    EXPECT_EQ(packed_outcome.refused.size(), 1U);
}

TEST(Warc, WithAWrongLengthIsReadUpToThere)
{
    const TemporaryFolder folder;
    const auto file = folder.file("bad.warc", page("http://example.org/1", "Two men were shot.") + "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");

    const auto outcome = testing::read_all({file});

    EXPECT_EQ(outcome.reports.size(), 1U);
    EXPECT_FALSE(outcome.refused.empty());
}

}  // namespace
}  // namespace sitrep::read
