// The extraction contract: offsets count code points, copies equal the words, unknown is null.
#include "publish/extraction.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace sitrep::publish {
namespace {

using nlohmann::json;

Report arabic_report()
{
    Report report;
    report.external_id = "ar-1";
    report.set_words("هجوم قرب السخنة", "قُتل 3 عناصر \"أمس\" 🚩 في السخنة.");
    return report;
}

Span of_words(const Report& report, std::string_view words)
{
    const std::size_t at = report.document.find(words);
    const auto count = [](std::string_view text) {
        return std::uint32_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    const std::uint32_t start = count(std::string_view(report.document).substr(0, at));
    return {start, start + count(words)};
}

std::u32string code_points(const std::string& text)
{
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = static_cast<unsigned char>(text[i]);
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t value = length == 1 ? lead : lead & (0x7F >> length);
        for (int k = 1; k < length; ++k) value = (value << 6) | (static_cast<unsigned char>(text[i + std::size_t(k)]) & 0x3F);
        out += value;
        i += std::size_t(length);
    }
    return out;
}

Understanding everything_known(const Report& report)
{
    Account account;
    account.kind = IncidentKind::ambush;
    account.confidence = 0.8126;
    account.date = DateRange::on(*day_from_iso("2024-05-10"));
    account.date_text = "أمس";
    AccountPlace place;
    place.text = "السخنة";
    place.place.name = "Al Sukhnah";
    place.place.gazetteer_id = "geonames:163345";
    place.place.precision = PlacePrecision::exact;
    place.place.point = *LatLon::from_degrees(34.886912, 38.872104);
    account.places.push_back(place);
    account.killed = Toll{3, std::nullopt, of_words(report, "3")};
    account.targets.push_back({"عناصر", TargetClass::military, std::nullopt, std::nullopt, std::nullopt});
    account.evidence.push_back(of_words(report, "قُتل 3 عناصر"));

    Understanding out;
    out.language = Language::arabic;
    out.accounts.push_back(account);
    out.mentions.push_back({MentionLayer::actor, of_words(report, "عناصر"), ""});
    out.dates.push_back({of_words(report, "أمس"), TimexType::date, "2024-05-09", DateRange::unknown(), false});
    PlaceMention mention;
    mention.span = of_words(report, "السخنة.");
    mention.span.end -= 1;
    out.places.push_back(mention);
    return out;
}

TEST(ExtractionLine, CountsOffsetsInCodePointsAndCopiesTheWordsThere)
{
    const Report report = arabic_report();
    const std::vector<std::string> ids{"I7"};

    const json line = json::parse(extraction_line(report, everything_known(report), ids));

    const std::u32string words = code_points(report.document);
    std::vector<json> spans = line["mentions"];
    spans.push_back(line["accounts"][0]["evidence"][0]);
    for (const json& span : spans) {
        const std::size_t start = span["start"], end = span["end"];
        EXPECT_EQ(words.substr(start, end - start), code_points(span["text"]));
    }
    EXPECT_EQ(line["accounts"][0]["incident"], "I7");
}

TEST(ExtractionLine, SortsMentionsOfAllLayersByWhereTheyStand)
{
    const Report report = arabic_report();

    const json line = json::parse(extraction_line(report, everything_known(report), {}));

    std::vector<std::size_t> starts;
    for (const json& mention : line["mentions"]) starts.push_back(mention["start"]);
    EXPECT_TRUE(std::is_sorted(starts.begin(), starts.end()));
    EXPECT_EQ(starts.size(), 3u);
}

TEST(ExtractionLine, GivesAtLeastThreeAsThreeBecauseNobodyStatedMore)
{
    const Report report = arabic_report();

    const json line = json::parse(extraction_line(report, everything_known(report), {}));

    EXPECT_EQ(line["accounts"][0]["killed"], (json{{"min", 3}, {"max", 3}}));
    EXPECT_TRUE(line["accounts"][0]["injured"].is_null());
}

TEST(ExtractionLine, LeavesWhatIsNotKnownNull)
{
    Report report;
    report.external_id = "x";
    report.set_words("", "Shots were heard.");
    Understanding understanding;
    understanding.accounts.emplace_back();
    understanding.accounts[0].evidence.push_back({0, 5});
    understanding.accounts[0].date = DateRange::at(*PartialDate::of(std::nullopt, 5, 10));
    understanding.tallies.emplace_back();
    understanding.tallies[0].quantity = 49;
    understanding.tallies[0].evidence = {0, 5};

    const json line = json::parse(extraction_line(report, understanding, {}));

    const json& account = line["accounts"][0];
    EXPECT_TRUE(account["incident"].is_null());
    EXPECT_EQ(account["date"]["start"], "--05-10");
    EXPECT_TRUE(account["date"]["text"].is_null());
    EXPECT_TRUE(account["perpetrator"]["name"].is_null());
    EXPECT_EQ(account["perpetrator"]["status"], "unknown");
    EXPECT_TRUE(account["target"]["class"].is_null());
    EXPECT_TRUE(line["tallies"][0]["period"].is_null());
    EXPECT_EQ(line["tallies"][0]["quantity"], 49);
}

TEST(ExtractionLine, KeepsOneLineWhateverTheWordsHold)
{
    Report report;
    report.external_id = "a\"b\\c\x01";
    report.set_words("A\tB", "one\r\ntwo \"three\"");
    Understanding understanding;
    understanding.mentions.push_back({MentionLayer::weapon, {0, std::uint32_t(report.document.size())}, ""});

    const std::string line = extraction_line(report, understanding, {});

    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(json::parse(line)["mentions"][0]["text"], report.document);
    EXPECT_EQ(json::parse(line)["id"], report.external_id);
}

TEST(ExtractionLine, StaysLinearInSpansOverALongArabicReport)
{
    Report report;
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "قتل ";
    report.set_words("", text);
    Understanding understanding;
    for (std::uint32_t i = 0; i < 100'000; ++i) understanding.mentions.push_back({MentionLayer::actor, {i * 8, i * 8 + 3}, ""});

    const std::string line = extraction_line(report, understanding, {});

    EXPECT_GT(line.size(), 100'000u * 20);
}

}  // namespace
}  // namespace sitrep::publish
