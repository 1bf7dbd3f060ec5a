// Names behind a word for "in" of which the tagger is nearly sure.
#include "understand/where/leaning_places.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::understand {

namespace {

// The words taken for places in a text whose every word the tagger leans to so far.
std::vector<std::string> leaning_in(std::string_view text, std::int8_t lean)
{
    const auto document = text::Document::parse(text, 0, Language::arabic);
    const auto size = document.tokens().size();
    Context context;
    context.in_place.assign(size, 0);
    context.in_date.assign(size, 0);
    Cues cues;
    cues.leans.assign(size, RoleLeans{});
    for (RoleLeans& leans : cues.leans) leans[tag_role("place")] = lean;
    std::vector<std::string> words;
    for (const TaggedSpan& span : leaning_places(document, context, cues, {})) words.emplace_back(document.words(span.tokens.first, span.tokens.last));
    return words;
}

}  // namespace

TEST(LeaningPlaces, AreNamesBehindAWordForIn)
{
    EXPECT_EQ(leaning_in("أوقفوا رجلين في تالة.", 0), std::vector<std::string>{"تالة"});
    EXPECT_EQ(leaning_in("هاجموا حاجزاً قرب بوله.", 0), std::vector<std::string>{"بوله"});
    EXPECT_TRUE(leaning_in("أوقفوا رجلين في تالة.", -3).empty());
}

TEST(LeaningPlaces, AnOrderAPartOfTheBodyAndWhatWasToldAreNone)
{
    for (const auto* words : {"طفل في الثانية.", "أصيب في الكتف.", "عادوا إلى قتالهم في المكان.", "وقفوا في بيتهما.", "شاب في مقتبل العمر.", "رجل في الخمسينيات.", "نواب في البرلمان."}) EXPECT_TRUE(leaning_in(words, 0).empty()) << words;
}

}  // namespace sitrep::understand
