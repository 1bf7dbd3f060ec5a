// What must hold for every report, however it is cut or broken.
#include "processor_time.hpp"
#include "text/normalise.hpp"
#include "understand/told.hpp"
#include "understand/understand.hpp"

#include <gtest/gtest.h>

namespace sitrep::understand {

namespace {

constexpr std::string_view report_en =
    "Two soldiers killed in {place Ariha|settlement|Idlib|SY}\n"
    "At least two soldiers and a child were killed {date 2024-03-03|on Sunday} when gunmen attacked a checkpoint in {place "
    "Ariha|settlement|Idlib|SY}, a security source said. "
    "ISIS claimed responsibility; three of the attackers were shot dead.\n\n"
    "{date 2023-05|In May 2023} a car bomb near {place Saraqib|settlement|Idlib|SY} killed 12 people and injured 30, according to the Syrian "
    "Observatory for Human Rights.";
constexpr std::string_view report_ar =
    "مقتل جنديين في {place أريحا|settlement|Idlib|SY}\n"
    "قتل جنديان وأصيب ثلاثة {date 2024-03-03|يوم الأحد} بهجوم مسلح على حاجز في {place أريحا|settlement|Idlib|SY}، بحسب مصدر أمني. وتبنى تنظيم داعش "
    "الهجوم.";

void expect_sound(const Understanding& said, std::string_view document)
{
    const std::size_t length = text::length(document);
    const auto inside = [&](Span span) { return span.start < span.end && span.end <= length; };
    for (const Account& account : said.accounts) {
        EXPECT_FALSE(account.evidence.empty());
        for (const Span span : account.evidence) EXPECT_TRUE(inside(span));
        for (const AccountPlace& place : account.places) EXPECT_TRUE(inside(place.span));
        for (const Target& target : account.targets) EXPECT_TRUE(!target.span || inside(*target.span));
        for (const Attribution& attribution : account.attribution) EXPECT_TRUE(inside(attribution.span));
        for (const auto& toll : {account.killed, account.injured, account.abducted, account.arrested, account.perpetrators_killed}) {
            if (!toll) continue;
            EXPECT_TRUE(inside(toll->evidence));
            EXPECT_GE(toll->low, 0);
            EXPECT_GE(toll->max_stated(), toll->low);
        }
        EXPECT_GE(account.confidence, 0);
        EXPECT_LE(account.confidence, 1);
    }
    for (const Tally& tally : said.tallies) EXPECT_TRUE(inside(tally.evidence));
    for (const Pattern& pattern : said.patterns) EXPECT_TRUE(inside(pattern.evidence));
    for (const Mention& mention : said.mentions) EXPECT_TRUE(inside(mention.span));
}

Understanding of_plain(std::string document, Language language)
{
    Report report;
    report.set_words("", document);
    report.language = language;
    const auto parsed = text::Document::parse(report.document, report.text_begin, language);
    return understand(report, parsed, {}, {});
}

}  // namespace

TEST(Spans, LieInsideTheReportAndEvidenceIsNeverEmpty)
{
    const Told english = told(report_en, Language::english, "2024-03-05");
    const Told arabic = told(report_ar, Language::arabic, "2024-03-05");
    const Understanding said_in_english = understood(english);
    const Understanding said_in_arabic = understood(arabic);

    EXPECT_FALSE(said_in_english.accounts.empty());
    EXPECT_FALSE(said_in_arabic.accounts.empty());
    expect_sound(said_in_english, english.report.document);
    expect_sound(said_in_arabic, arabic.report.document);
}

TEST(Spans, LieInsideAReportThatIsCutAnywhere)
{
    for (const auto& [report, language] :
         {std::pair{told(report_en, Language::english, ""), Language::english}, std::pair{told(report_ar, Language::arabic, ""), Language::arabic}})
        for (std::size_t bytes = 0; bytes < report.report.document.size(); bytes += 7) {
            const std::string cut = text::to_valid_utf8(report.report.document.substr(0, bytes));

            expect_sound(of_plain(cut, language), cut);
        }
}

TEST(Understand, ReadsHostileTextInLinearTime)
{
    constexpr int repeats = 20000;
    constexpr double patience_seconds = 20;
    for (const std::string_view unit :
         {"two ", "killed ", "killed two and ", "said ", "ISIS militants, ", "at least ", "in the attack on the ", "\"( ", "1 2 3 killed. "}) {
        std::string text;
        for (int i = 0; i < repeats; ++i) text += unit;
        const double seconds = processor_seconds([&] { expect_sound(of_plain(text, Language::english), text); });

        EXPECT_LT(seconds, patience_seconds) << unit;
    }
}

TEST(Understand, KeepsMentionsOfALanguageThatIsNotReadButNoAccounts)
{
    Told report = told(report_en, Language::other, "");

    const Understanding said = understood(report);

    EXPECT_TRUE(said.accounts.empty());
    EXPECT_EQ(said.places.size(), report.places.size());
}

}  // namespace sitrep::understand
