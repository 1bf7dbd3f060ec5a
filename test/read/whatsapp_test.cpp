// WhatsApp's chat exports. All names are invented.
#include "read/collected.hpp"

#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

std::string day_of(const Received& received) { return received.report.published ? to_iso(received.report.published->day) : "unknown"; }

TEST(WhatsApp, GivesAReportForEachMessage)
{
    const auto collected = collected_by(read_whatsapp, piece_with("13/02/2024, 10:15 - Messages and calls are end-to-end encrypted.\n13/02/2024, 10:16 - Invented One: Two killed near the market\nand three hurt\n"
                                                                  "13/02/2024, 10:17 - Invented Two: <Media omitted>\n13/02/2024, 10:18 - +963 900 000 000: All quiet\r\n"));

    ASSERT_EQ(collected.reports.size(), 2u);
    EXPECT_EQ(collected.reports[0].report.text(), "Two killed near the market\nand three hurt");
    EXPECT_EQ(day_of(collected.reports[0]), "2024-02-13");
    EXPECT_EQ(collected.reports[0].report.published->time_of_day, std::chrono::seconds(10 * 3600 + 16 * 60));
    EXPECT_EQ(collected.reports[1].report.text(), "All quiet");
    EXPECT_EQ(collected.reports[1].original.origin, "input, line 5");
}

TEST(WhatsApp, ReadsThePhonesOfTheWorld)
{
    struct Line {
        std::string line;
        std::string day;
    };
    for (const auto& [line, day] : {Line{"[13/02/2024, 10:15:33] Invented: a", "2024-02-13"}, Line{"2/13/24, 3:04 PM - Invented: a", "2024-02-13"},
                                    Line{"2/3/24, 3:04 PM - Invented: a", "2024-02-03"}, Line{"02/03/2024, 15:04 - Invented: a", "2024-03-02"},
                                    Line{"\u200F[٠١/٠٢/٢٠٢٤، ١٠:١٥:٣٣ ص] مخترع: a", "2024-02-01"}, Line{"١‏/٢‏/٢٠٢٤، ١٠:١٥ م - مخترع: a", "2024-02-01"},
                                    Line{"01.02.24, 10:15 - Invented: a", "2024-02-01"}, Line{"2024-02-01, 10:15 - Invented: a", "2024-02-01"},
                                    Line{"01/02/2024, 10:15 am - Invented: a", "unknown"}, Line{"1/2/24, 3:04\u202FPM - Invented: a", "2024-01-02"}}) {
        const auto collected = collected_by(read_whatsapp, piece_with(line));

        ASSERT_EQ(collected.reports.size(), 1u) << line;
        EXPECT_EQ(collected.reports[0].report.text(), "a") << line;
        EXPECT_EQ(day_of(collected.reports[0]), day) << line;
    }
}

TEST(WhatsApp, TellsDayFromMonthByTheWholeChat)
{
    const auto collected = collected_by(read_whatsapp, piece_with("01/02/2024, 10:15 am - Invented: a\n14/02/2024, 10:15 am - Invented: b\n"));
    const auto in_order = collected_by(read_whatsapp, piece_with("05/01/2024, 10:15 am - Invented: a\n01/02/2024, 10:15 am - Invented: b\n"));

    EXPECT_EQ(day_of(collected.reports.at(0)), "2024-02-01");
    EXPECT_EQ(day_of(in_order.reports.at(1)), "2024-02-01");
}

TEST(WhatsApp, NamesTheGroupAndNobodyInIt)
{
    const std::string of_three = "13/02/2024, 10:16 - A: x\n13/02/2024, 10:16 - B: y\n13/02/2024, 10:16 - C: z\n";
    const std::string of_two = "13/02/2024, 10:16 - A: x\n13/02/2024, 10:16 - Invented Person: y\n";

    EXPECT_EQ(collected_by(read_whatsapp, piece_with(of_three, "WhatsApp Chat with Eastern Network.txt")).reports.at(0).report.publisher, "Eastern Network");
    EXPECT_EQ(collected_by(read_whatsapp, piece_with(of_three, "_chat.txt")).reports.at(0).report.publisher, "");
    EXPECT_EQ(collected_by(read_whatsapp, piece_with(of_two, "WhatsApp Chat with Invented Person.txt")).reports.at(0).report.publisher, "");
}

TEST(WhatsApp, KeepsColonsInTheWords)
{
    const auto collected = collected_by(read_whatsapp, piece_with("13/02/2024, 10:16 - A: Dead: two, hurt: 3\n13/02/2024, 10:17 - A added B\n"));

    ASSERT_EQ(collected.reports.size(), 1u);
    EXPECT_EQ(collected.reports[0].report.text(), "Dead: two, hurt: 3");
}

TEST(WhatsApp, MayBeginItsWordsOnTheNextLine)
{
    EXPECT_EQ(collected_by(read_whatsapp, piece_with("13/02/2024, 10:16 - A:\nTwo killed")).reports.at(0).report.text(), "Two killed");
}

TEST(WhatsApp, WithoutMessagesIsRefused) { EXPECT_EQ(collected_by(read_whatsapp, piece_with("hello\nworld")).refusals.size(), 1u); }

TEST(WhatsApp, OfAMillionLinesIsRead)
{
    const auto collected = collected_by(read_whatsapp, piece_with("1/2/2024, 10:16 - A: x\n" + repeated("y\n", 1'000'000)));

    EXPECT_EQ(collected.reports.size(), 1u);
}

}  // namespace
}  // namespace sitrep::read
