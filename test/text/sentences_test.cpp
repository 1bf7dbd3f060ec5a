// Where sentences end.
#include "text/parsed.hpp"

#include <gmock/gmock.h>

namespace sitrep::text {
namespace {

using testing::ElementsAre;

TEST(Sentences, EndWithTheirFullStops)
{
    EXPECT_THAT(sentences_in("Two died. Who did it? Nobody knows!"), ElementsAre("Two died.", "Who did it?", "Nobody knows!"));
}

TEST(Sentences, GoOnAfterAbbreviations)
{
    EXPECT_THAT(sentences_in("Lt. Gen. Adel met the U.S. Army near St. Paul. He left on Feb. 3 at 5 p.m. Monday."),
                ElementsAre("Lt. Gen. Adel met the U.S. Army near St. Paul.", "He left on Feb. 3 at 5 p.m. Monday."));
}

TEST(Sentences, MayEndWithAnAbbreviation)
{
    EXPECT_THAT(sentences_in("They left for the U.S. The convoy stayed. It struck at 5 p.m. Gunmen fled."),
                ElementsAre("They left for the U.S.", "The convoy stayed.", "It struck at 5 p.m.", "Gunmen fled."));
}

TEST(Sentences, GoOnAfterDecimalPoints) { EXPECT_THAT(sentences_in("It is 3.5 km away. Far."), ElementsAre("It is 3.5 km away.", "Far.")); }

TEST(Sentences, KeepTheirClosingQuotes)
{
    EXPECT_THAT(sentences_in("\"They fled.\" He said (twice.) Then “no.” And"), ElementsAre("\"They fled.\"", "He said (twice.)", "Then “no.”", "And"));
    EXPECT_THAT(sentences_in("\"Stop!\" he said."), ElementsAre("\"Stop!\" he said."));
}

TEST(Sentences, OfArabicEndAtTheirOwnSigns)
{
    EXPECT_THAT(sentences_in("قتل اثنان، وأصيب ثلاثة. من فعلها؟ لا أحد يعلم؛ ثم هدأ الوضع"),
                ElementsAre("قتل اثنان، وأصيب ثلاثة.", "من فعلها؟", "لا أحد يعلم؛", "ثم هدأ الوضع"));
}

TEST(Sentences, EndWhereTheSpaceIsMissing)
{
    EXPECT_THAT(sentences_in("The attack ended.The convoy left. انتهى الهجوم.وقال مصدر"),
                ElementsAre("The attack ended.", "The convoy left.", "انتهى الهجوم.", "وقال مصدر"));
}

TEST(Sentences, EndWithTheLine)
{
    const std::string text = "Two killed in Homs\nGunmen attacked\n\nLater, more";
    const Document document = Document::parse(text, text.find('\n') + 1, Language::english);

    ASSERT_EQ(document.sentences().size(), 3u);
    EXPECT_TRUE(document.sentences()[0].in_title);
    EXPECT_FALSE(document.sentences()[1].in_title);
    EXPECT_EQ(document.sentences()[2].paragraph, 2u);
    EXPECT_EQ(document.sentence_of(4), 1u);
}

TEST(Sentences, AreNotEndedByEllipsisBeforeASmallLetter) { EXPECT_THAT(sentences_in("They ... fled. End..."), ElementsAre("They ... fled.", "End...")); }

}  // namespace
}  // namespace sitrep::text
