// What a token is, and its normal form.
#include "text/parsed.hpp"

#include <gmock/gmock.h>

namespace sitrep::text {
namespace {

using testing::ElementsAre;

TEST(Words, KeepTheirHyphensAndApostrophes)
{
    EXPECT_THAT(normals_in("al-Shabaab in Deir ez-Zor, pro-government Shi’ites"),
                ElementsAre("al-shabaab", "in", "deir", "ez-zor", ",", "pro-government", "shi'ites"));
}

TEST(Words, GiveAwayAPossessiveS)
{
    EXPECT_THAT(normals_in("Raqqa's people and the attackers' car"), ElementsAre("raqqa", "'s", "people", "and", "the", "attackers", "'", "car"));
}

TEST(Words, LoseTheirAccentsAndCase)
{
    EXPECT_THAT(normals_in("Zürich Ḥamāh ʿAyn Straße ŁÓDŹ"), ElementsAre("zurich", "hamah", "ayn", "strasse", "lodz"));
}

TEST(Words, OfArabicAreFoldedLetterByLetter)
{
    EXPECT_THAT(normals_in("أُصيبَ مدنيّون إلى السخنة قتـــلى مؤامرة شيئ"),
                ElementsAre("اصيب", "مدنيون", "الي", "السخنه", "قتلي", "موامره", "شيي"));
}

TEST(Words, OfPersianAndKurdishMeetArabicOnes)
{
    EXPECT_THAT(normals_in("گردستان کرکوک ھەولێر"), ElementsAre("كردستان", "كركوك", "ههولير"));
}

TEST(Words, OfTwoScriptsAreTwoTokens) { EXPECT_THAT(normals_in("تنظيمISIS عام2023 12قتيلا"), ElementsAre("تنظيم", "isis", "عام", "2023", "12", "قتيلا")); }

TEST(Words, ArabicHyphenSeparatesTowns) { EXPECT_THAT(normals_in("طريق حمص-دمشق"), ElementsAre("طريق", "حمص", "-", "دمشق")); }

TEST(Words, SplitByInvisibleSignsAreWhole)
{
    EXPECT_THAT(normals_in("kil\u200Bled \u200Fحمص\u200F at\u00ADtack"), ElementsAre("killed", "حمص", "attack"));
}

TEST(Words, OfAHashtagAreWords) { EXPECT_THAT(normals_in("في #دير_الزور"), ElementsAre("في", "دير", "الزور")); }

TEST(Words, KnowTheirCapitals)
{
    const Document document = Document::parse("Gunmen attacked SDF U.S. posts", 0, Language::english);

    EXPECT_TRUE(document.tokens()[0].capital);
    EXPECT_FALSE(document.tokens()[0].all_caps);
    EXPECT_FALSE(document.tokens()[1].capital);
    EXPECT_TRUE(document.tokens()[2].all_caps);
    EXPECT_TRUE(document.tokens()[3].all_caps);
}

TEST(Words, KnowWhetherASpaceStandsBefore)
{
    const Document document = Document::parse("Homs, Hama", 0, Language::english);

    EXPECT_TRUE(document.tokens()[0].space_before);
    EXPECT_FALSE(document.tokens()[1].space_before);
    EXPECT_TRUE(document.tokens()[2].space_before);
}

TEST(Abbreviations, AreOneTokenWithTheirFullStop)
{
    EXPECT_THAT(written_in("Gen. Adel met U.S. envoys on Jan. 5."), ElementsAre("Gen.", "Adel", "met", "U.S.", "envoys", "on", "Jan.", "5", "."));
    EXPECT_THAT(normals_in("Gen. U.S. U.S Jan."), ElementsAre("gen", "u.s.", "u.s.", "jan"));
}

TEST(Abbreviations, NoIsOneBeforeAFigureOnly)
{
    EXPECT_THAT(written_in("Brigade No. 5 said no."), ElementsAre("Brigade", "No.", "5", "said", "no", "."));
}

TEST(Numbers, KeepTheSignsInsideThem)
{
    EXPECT_THAT(normals_in("1,200 3.5 12/5/2024 2024-05-10 10:30 5th"), ElementsAre("1,200", "3.5", "12/5/2024", "2024-05-10", "10:30", "5th"));
}

TEST(Numbers, InEasternDigitsAreAscii) { EXPECT_THAT(normals_in("٢٣ ۱۴ ١٫٥ ١٬٢٠٠"), ElementsAre("23", "14", "1.5", "1,200")); }

TEST(Numbers, WithAHyphenBetweenAreARange) { EXPECT_THAT(normals_in("12-15 dead, 12–15"), ElementsAre("12", "-", "15", "dead", ",", "12", "-", "15")); }

TEST(Numbers, StandApartFromTheirUnit) { EXPECT_THAT(normals_in("20km 10am AK-47 4x4"), ElementsAre("20", "km", "10", "am", "ak-47", "4x4")); }

TEST(Numbers, CommasOfAListAreNoThousands) { EXPECT_THAT(normals_in("12,15 and 1,2000"), ElementsAre("12", ",", "15", "and", "1", ",", "2000")); }

TEST(Addresses, AreOneSymbol)
{
    EXPECT_THAT(written_in("see https://example.org/a_b?c=d. Or me@example.org, or www.example.com"),
                ElementsAre("see", "https://example.org/a_b?c=d", ".", "Or", "me@example.org", ",", "or", "www.example.com"));
}

TEST(BrokenUpWords, AreReadWhole)
{
    EXPECT_THAT(normals_in("kil-led IS*IS att-ack ki*ll d.e.a.d k1lled b o m b"),
                ElementsAre("killed", "isis", "attack", "kill", "dead", "killed", "bomb"));
    EXPECT_THAT(normals_in("قت*ل دا.عش د ا ع ش والقت_لى"), ElementsAre("قتل", "داعش", "داعش", "والقتلي"));
}

TEST(BrokenUpWords, AreShownAsWritten)
{
    const Document document = Document::parse("They kil-led two.", 0, Language::english);

    EXPECT_EQ(document.words(1, 2), "kil-led");
    EXPECT_EQ(document.span(1, 2), (Span{5, 12}));
}

TEST(BrokenUpWords, OtherHyphensAndStarsStay)
{
    EXPECT_THAT(normals_in("anti-tank a*b well-known x.y"), ElementsAre("anti-tank", "a", "*", "b", "well-known", "x.y."));
    EXPECT_THAT(normals_in("a b c d"), ElementsAre("a", "b", "c", "d"));
}

TEST(Spans, CountCodePoints)
{
    const Document document = Document::parse("قُتل 3 في حمص 😀 now", 0, Language::arabic);

    EXPECT_EQ(document.span(0, 1), (Span{0, 4}));
    EXPECT_EQ(document.words(Span{10, 13}), "حمص");
    EXPECT_EQ(document.token_at(10), 3u);
    EXPECT_EQ(document.words(Span{14, 15}), "😀");
}

TEST(Document, SurvivesBeingMoved)
{
    std::string text = "Two killed in Homs";
    Document first = Document::parse(text, 0, Language::english);
    const Document second = std::move(first);

    EXPECT_EQ(second.tokens()[3].normal, "homs");
}

}  // namespace
}  // namespace sitrep::text
