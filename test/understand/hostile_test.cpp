// Reports that nobody writes: one endless sentence, nothing but numbers, signs or lines, letters of many scripts in one word.
#include <gtest/gtest.h>

#include <string>

#include "text/normalise.hpp"
#include "understand/understand.hpp"

namespace sitrep::understand {

namespace {

std::string repeated(std::string_view unit, std::size_t times)
{
    std::string text;
    text.reserve(unit.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += unit;
    return text;
}

std::vector<Span> spans_of(const Account& account)
{
    std::vector<Span> spans = account.evidence;
    for (const AccountPlace& place : account.places) spans.push_back(place.span);
    for (const Target& target : account.targets)
        if (target.span) spans.push_back(*target.span);
    for (const Attribution& attribution : account.attribution) spans.push_back(attribution.span);
    for (const auto& toll : {account.killed, account.injured, account.abducted, account.arrested, account.perpetrators_killed})
        if (toll) spans.push_back(toll->evidence);
    if (account.perpetrator.span) spans.push_back(*account.perpetrator.span);
    if (account.weapon) spans.push_back(account.weapon->span);
    if (account.date_span) spans.push_back(*account.date_span);
    return spans;
}

void expect_read(std::string_view text, Language language)
{
    Report report;
    report.set_words("", std::string(text));
    report.language = language;
    const auto document = text::Document::parse(report.document, report.text_begin, language);
    const Understanding said = understand(report, document, {}, {});

    const std::size_t length = text::length(report.document);
    const auto inside = [&](Span span) { return span.start < span.end && span.end <= length; };
    for (const Account& account : said.accounts) {
        ASSERT_FALSE(account.evidence.empty());
        for (const Span span : spans_of(account)) ASSERT_TRUE(inside(span)) << span.start << " to " << span.end;
        for (const auto& toll : {account.killed, account.injured, account.abducted, account.arrested, account.perpetrators_killed})
            ASSERT_TRUE(!toll || (toll->low >= 0 && toll->max_stated() >= toll->low)) << toll->low << " to " << toll->max_stated();
    }
    for (const Tally& tally : said.tallies) ASSERT_TRUE(inside(tally.evidence));
    for (const Pattern& pattern : said.patterns) ASSERT_TRUE(inside(pattern.evidence));
    for (const Mention& mention : said.mentions) ASSERT_TRUE(inside(mention.span));
    for (const PlaceMention& place : said.places) ASSERT_TRUE(inside(place.span));
}

void expect_read_in_both_languages(std::string_view text)
{
    expect_read(text, Language::english);
    expect_read(text, Language::arabic);
}

// Sanitizers make everything some ten times slower: the same shapes, smaller.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SITREP_SANITIZED 1
#endif
#endif
#ifdef SITREP_SANITIZED
constexpr std::size_t smaller = 8;
#else
constexpr std::size_t smaller = 1;
#endif
constexpr std::size_t large_bytes = 2'000'000 / smaller;

}  // namespace

TEST(HostileReports, OfOneEndlessEnglishSentenceAreRead)
{
    constexpr std::string_view unit = "and gunmen who killed two soldiers of the army in the attack on the town said that ";

    expect_read(repeated(unit, large_bytes / unit.size()), Language::english);
}

TEST(HostileReports, OfOneEndlessArabicSentenceAreRead)
{
    constexpr std::string_view unit = "وقتل مسلحون جنديين من الجيش في هجوم على البلدة ";

    expect_read(repeated(unit, large_bytes / unit.size()), Language::arabic);
}

TEST(HostileReports, OfOneEndlessWordAreRead)
{
    expect_read_in_both_languages(repeated("kill", large_bytes / 4));
    expect_read_in_both_languages(repeated("قتل", large_bytes / 6));
}

TEST(HostileReports, OfTwentyThousandNumbersAreRead)
{
    std::string counted, digits;
    for (std::uint64_t i = 0; i < 20'000 / smaller; ++i) {
        counted += std::to_string(i) + " killed, ";
        digits += std::to_string(i * 1'000'003'001'007ULL) + ' ';
    }

    expect_read_in_both_languages(counted);
    expect_read_in_both_languages(digits);
    expect_read_in_both_languages(repeated("twenty thousand million ", 20'000 / smaller));
    expect_read_in_both_languages(repeated("ثلاثة وعشرين ألف ", 20'000 / smaller));
}

TEST(HostileReports, OfMixedScriptsAreRead)
{
    for (const std::string_view unit : {"killed قتل 12 ١٢ 漢字 soldiers\u200F جنديان ", "قتkilledل\u200B3\u200Bsoldiers\u0301 ", "\u202E12 killed\u202C \u2066قتيلان\u2069، ",
                                        "👨\u200D👩\u200D👧 killed 😀😀 2️⃣ ", "کشته شدند ۱۲ نفر killed "})
        expect_read_in_both_languages(repeated(unit, 5'000 / smaller));
}

TEST(HostileReports, OfOnlyPunctuationAreRead)
{
    for (const std::string_view unit : {".", "؟", "،", "\"", "(", "-", "\n", " \t", "…", "\u200B", "\u200F", "#_*", "({[\"", "!?.;:؛"})
        expect_read_in_both_languages(repeated(unit, 50'000 / smaller));
    expect_read_in_both_languages("");
}

TEST(HostileReports, OfTenThousandLinesAreRead)
{
    expect_read_in_both_languages(repeated("Gunmen killed two soldiers\n", 10'000 / smaller));
    expect_read_in_both_languages(repeated("مقتل جنديين\n", 10'000 / smaller));
    expect_read_in_both_languages(repeated("- ISIS claimed the attack, 3 dead\n\n", 10'000 / smaller));
}

}  // namespace sitrep::understand
