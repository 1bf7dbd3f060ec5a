// Messages of e-mail and mailboxes.
#include "read/mime.hpp"
#include "read/parts.hpp"
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sitrep::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Outcome;

Outcome read(std::string bytes)
{
    Outcome outcome;
    Piece piece;
    piece.origin = "mail.eml";
    piece.bytes = std::move(bytes);
    read_email(std::move(piece), {}, [&](Result<Received> one) {
        if (one) outcome.reports.push_back(std::move(*one));
        else outcome.refused.push_back(one.error());
        return true;
    });
    return outcome;
}

const std::string newsletter =
    "From: Desk Person <person@lists.example.org>\r\n"
    "To: reader@example.net\r\n"
    "Subject: =?windows-1256?Q?=DE=CA=E1?= =?utf-8?B?2YXYr9mG2YrYp9mG?= near\r\n Sukhna\r\n"
    "Date: Tue, 05 Mar 2024 23:10:00 +0300\r\n"
    "Message-ID: <abc@lists.example.org>\r\n"
    "List-Id: \"Eastern Daily\" <daily.lists.example.org>\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n"
    "For old readers.\r\n"
    "--=_b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>Not this one.</p></body></html>\r\n"
    "--=_b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "Two men were sh=\r\not on Sunday =E2=80=93 near Sukhna.\r\n"
    "--=_b--\r\n";

TEST(Email, GivesSubjectDayAndThePlainWords)
{
    const auto outcome = read(newsletter);

    ASSERT_EQ(outcome.reports.size(), 1U);
    const auto& [report, original] = outcome.reports[0];
    EXPECT_EQ(report.title(), "قتلمدنيان near Sukhna");
    EXPECT_EQ(report.text(), "Two men were shot on Sunday – near Sukhna.");
    EXPECT_EQ(to_iso(report.published->day), "2024-03-05");
    EXPECT_EQ(report.external_id, "abc@lists.example.org");
    EXPECT_EQ(original.bytes, newsletter);
    EXPECT_EQ(original.format, Format::email);
}

TEST(Email, IsPublishedByItsListAndNeverByItsSender)
{
    EXPECT_EQ(read(newsletter).reports[0].report.publisher, "Eastern Daily");
    EXPECT_EQ(read("From: A Person <a.person@example.org>\nSubject: News\nList-Unsubscribe: <https://example.org>\n\nTwo men were shot.").reports[0].report.publisher, "example.org");
    EXPECT_EQ(read("From: A Person <a.person@example.org>\nSubject: News\n\nTwo men were shot.").reports[0].report.publisher, "");
}

TEST(Email, ReadsItsAttachmentsLikeFiles)
{
    const auto outcome = read(
        "Subject: Files\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nSee the files.\n"
        "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename*=utf-8''%D8%AE%D8%A8%D8%B1.txt\nContent-Transfer-Encoding: base64\n\n"
        "VHdvIG1lbiB3ZXJlIHNob3Qu\n"
        "--b\nContent-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        "--b\nContent-Type: application/octet-stream; name=noise.bin\nContent-Transfer-Encoding: base64\n\nAAAAAAAA\n"
        "--b--\n");

    EXPECT_THAT(testing::texts(outcome), ElementsAre("See the files.", "Two men were shot."));
    EXPECT_EQ(outcome.reports[1].original.origin, "mail.eml, attachment 1 (خبر.txt)");
    EXPECT_EQ(outcome.reports[1].original.bytes, "Two men were shot.");
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].where, "mail.eml, attachment 2 (noise.bin)");
}

TEST(Email, ReadsAForwardedMessageAndAnArchiveInside)
{
    const std::string zip = testing::packed(testing::Packing::zip, {{"one.txt", "In the archive."}});

    const auto outcome = read("Subject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: Inner\nFrom: a@example.org\n\nForwarded words.\n"
                              "--b\nContent-Type: application/zip; name=a.zip\n\n" + zip + "\n--b--\n");

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Forwarded words.", "In the archive."));
    EXPECT_EQ(outcome.reports[0].report.title(), "Inner");
}

TEST(Email, JoinsFlowedLines)
{
    const auto outcome = read("Subject: a\nContent-Type: text/plain; format=flowed\n\nTwo men were \nshot on Sunday.\n\nThe attackers fled.\n");

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot on Sunday.\n\nThe attackers fled."));
}

TEST(Email, WithNothingToReadIsRefused)
{
    EXPECT_THAT(read("Subject: a\n\n").refused.at(0).why, HasSubstr("no text"));
    EXPECT_THAT(read("Subject: a\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--").refused.at(0).why, HasSubstr("encrypted"));
}

TEST(Email, OfTenThousandAttachmentsReadsTheFirstAndSaysSo)
{
    std::string message = "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 10'000; ++i) message += "--b\nContent-Disposition: attachment; filename=a.txt\n\nTwo men were shot.\n";

    const auto outcome = read(message);

    EXPECT_EQ(outcome.reports.size(), 500U);
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_THAT(outcome.refused[0].why, HasSubstr("more than 500 parts"));
}

TEST(Email, EndlesslyNestedEndsAtABound)
{
    std::string message = "Subject: a\n";
    for (int i = 0; i < 5'000; ++i) message += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
    message += "\nwords";

    EXPECT_THAT(read(message).refused.back().why, HasSubstr("16 deep"));
}

TEST(HeaderWords, JoinsACharacterCutBetweenTwoWords)
{
    EXPECT_EQ(header_words("=?utf-8?B?2YLYqtmE?= =?utf-8?Q?_=D9=85=D8=AF=D9?= =?utf-8?Q?=86=D9=8A=D8=A7=D9=86?="), "قتل مدنيان");
    EXPECT_EQ(header_words("Re: =?utf-8?Q?a?= b =?nonsense"), "Re: a b =?nonsense");
    EXPECT_EQ(header_words("=?utf-8?Q?"), "=?utf-8?Q?");
}

TEST(Mbox, GivesEachMessageWithItsNumber)
{
    const testing::TemporaryFolder folder;
    const auto file = folder.file("march.mbox",
        "From a@example.org Tue Mar  5 10:00:00 2024\nSubject: One\n\nTwo men were shot.\n>From the north they came.\n\n"
        "From a@example.org Tue Mar  5 11:00:00 2024\nSubject: Two\n\nFrom Homs they fled.\n\n");

    const auto outcome = testing::read_all({file});

    EXPECT_THAT(testing::texts(outcome), ElementsAre("Two men were shot.\nFrom the north they came.", "From Homs they fled."));
    EXPECT_EQ(outcome.reports[1].original.origin, file + ", message 2");
}

}  // namespace
}  // namespace sitrep::read
