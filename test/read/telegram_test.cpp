// Telegram Desktop's exports.
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

const std::string channel =
    "{\"name\":\"شبكة المراسل\",\"type\":\"public_channel\",\"id\":123,\"messages\":["
    "{\"id\":1,\"type\":\"service\",\"date\":\"2024-03-05T09:00:00\",\"actor\":\"x\",\"action\":\"create_channel\",\"text\":\"\"},"
    "{\"id\":2,\"type\":\"message\",\"date\":\"2024-03-05T10:15:33\",\"from\":\"Somebody\",\"text\":\"قتل اثنان\"},"
    "{\"id\":3,\"type\":\"message\",\"date\":\"2024-03-06T10:00:00\",\"text\":[\"عاجل \",{\"type\":\"bold\",\"text\":\"هجوم\"},\" في حمص \\\"}]\"]},"
    "{\"id\":4,\"type\":\"message\",\"photo\":\"p.jpg\",\"text\":\"\"}]}";

TEST(Telegram, GivesAReportForEachMessageWithWords)
{
    const auto collected = collected_by(read_telegram, piece_with(channel, "result.json"));

    ASSERT_EQ(collected.reports.size(), 2u);
    EXPECT_EQ(collected.reports[0].report.publisher, "شبكة المراسل");
    EXPECT_EQ(collected.reports[0].report.text(), "قتل اثنان");
    EXPECT_EQ(collected.reports[0].report.external_id, "123/2");
    EXPECT_EQ(to_iso(collected.reports[0].report.published->day), "2024-03-05");
    EXPECT_EQ(collected.reports[0].report.published->time_of_day, std::chrono::seconds(10 * 3600 + 15 * 60 + 33));
    EXPECT_EQ(collected.reports[1].report.text(), "عاجل هجوم في حمص \"}]");
    EXPECT_EQ(collected.reports[1].original.origin, "result.json, message 3");
}

TEST(Telegram, OfAllChatsKeepsThemApart)
{
    const auto collected = collected_by(read_telegram, piece_with("{\"about\":\"x\",\"chats\":{\"about\":\"y\",\"list\":[" + channel +
                                                                  ",{\"name\":\"Second\",\"type\":\"public_supergroup\",\"username\":\"second\",\"id\":9,\"messages\":[{\"id\":5,\"type\":\"message\",\"text\":\"b\"}]}]}}"));

    ASSERT_EQ(collected.reports.size(), 3u);
    EXPECT_EQ(collected.reports[2].report.publisher, "Second");
    EXPECT_EQ(collected.reports[2].report.url, "https://t.me/second/5");
}

TEST(Telegram, NamesNobodyOfAPrivateChat)
{
    const auto collected = collected_by(read_telegram, piece_with("{\"name\":\"Invented Person\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[{\"id\":1,\"type\":\"message\",\"from\":\"Invented Person\",\"text\":\"a\"}]}"));

    EXPECT_EQ(collected.reports.at(0).report.publisher, "");
}

TEST(Telegram, CutShortGivesItsWholeMessagesAndSaysSo)
{
    const auto collected = collected_by(read_telegram, piece_with(channel.substr(0, channel.size() - 30)));

    EXPECT_EQ(collected.reports.size(), 2u);
    EXPECT_EQ(collected.refusals.size(), 1u);
}

TEST(Telegram, WithABrokenMessageGivesTheOthers)
{
    const auto collected = collected_by(read_telegram, piece_with("{\"name\":\"n\",\"messages\":[{\"id\":},{\"id\":2,\"text\":\"b\"}]}"));

    EXPECT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.refusals.size(), 1u);
}

class HostileExport : public testing::TestWithParam<std::string> {};

TEST_P(HostileExport, IsAnswered)
{
    const auto collected = collected_by(read_telegram, piece_with("{\"name\":\"n\"," + repeated(GetParam(), 1'000'000 / GetParam().size())));

    EXPECT_GE(collected.reports.size() + collected.refusals.size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Pieces, HostileExport, testing::Values("{", "[", "\"", "\\", "\"messages\":[", "\"messages\":[],", "{\"messages\":[", "{\"messages\":[{", "}", "]", "\"messages\"", "x"));

}  // namespace
}  // namespace sitrep::read
