// Where a sentence begins to tell of another thing.
#include "understand/incidents/breaks.hpp"

#include <gtest/gtest.h>

#include "understand/assemble.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

// The words at which each further stretch of the text begins: "and in Homs | hours after".
std::string parted(std::string_view words, Language language)
{
    const Told report = told("Report\n" + std::string(words), language, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, language);
    Prepared prepared = prepare(report.report, document, language, report.places, report.dates);
    add_breaks(document, prepared.context, prepared.cues);
    constexpr std::uint32_t words_shown = 3;
    std::string all;
    for (const std::uint32_t token : prepared.cues.breaks)
        all += (all.empty() ? "" : " | ") + std::string(document.words(token, std::min<std::uint32_t>(token + words_shown, static_cast<std::uint32_t>(document.tokens().size()))));
    return all;
}
std::string english(std::string_view words) { return parted(words, Language::english); }
std::string arabic(std::string_view words) { return parted(words, Language::arabic); }

}  // namespace

TEST(Breaks, PartWhatHasAPlaceOfItsOwn)
{
    EXPECT_EQ(english("In {place Homs|city|Homs|SY} three traders were killed by a mine, and in {place Aleppo|city|Aleppo|SY} two soldiers were hurt when gunmen fired on their post."), "and in Aleppo");
    EXPECT_EQ(english("In {place Homs|city|Homs|SY} three traders were killed by a mine, and in {place Aleppo|city|Aleppo|SY}, two soldiers were hurt."), "and in Aleppo");
    EXPECT_EQ(english("Shelling killed two women in {place Idlib|city|Idlib|SY} while a bomb wounded a farmer in {place Raqqa|city|Raqqa|SY}."), "while a bomb");
    EXPECT_EQ(english("A bomb killed two people in {place Homs|city|Homs|SY} on Friday and {place Hama|city|Hama|SY} was hit by shells that killed four."), "and Hama was");
    EXPECT_EQ(english("Gunmen shot three farmers dead at {place Homs|city|Homs|SY} on Saturday, hours after a bomb had killed two soldiers at {place Hama|city|Hama|SY}."), "hours after a");
    EXPECT_EQ(arabic("قُتل ثلاثة مدنيين بقصف على {place إدلب|city||SY}، وفي {place حلب|city||SY} أصيب جنديان بانفجار عبوة ناسفة."), "وفي حلب أصيب");
}

TEST(Breaks, KeepAListOfPlacesTogether)
{
    EXPECT_EQ(english("Jets struck launching places in {place Homs|city|Homs|SY} and {place Hama|city|Hama|SY}, destroying two launchers and killing four men."), "");
    EXPECT_EQ(english("Gunmen killed two guards in {place Homs|city|Homs|SY} and {place Hama|city|Hama|SY} was shelled, killing four men."), "and Hama was");
}

TEST(Breaks, PartWhatHasADayOfItsOwn)
{
    EXPECT_EQ(english("On {date 2024-03-01|Friday} shelling killed two women in {place Idlib|city|Idlib|SY}, and on {date 2024-03-02|Saturday} a mine killed a driver."), "and on Saturday");
}

TEST(Breaks, LeaveWhatIsToldOfOnePlace)
{
    EXPECT_EQ(english("Gunmen attacked a post in {place Homs|city|Homs|SY}, killing two soldiers and wounding three."), "");
    EXPECT_EQ(english("A bomb exploded in {place Homs|city|Homs|SY} and two people were killed, police in {place Damascus|city|Damascus|SY} said."), "");
    EXPECT_EQ(english("Shelling hit {place Idlib|city|Idlib|SY}, {place Aleppo|city|Aleppo|SY} and {place Hama|city|Hama|SY} and killed four."), "");
    EXPECT_EQ(english("Two were killed in {place Homs|city|Homs|SY} on {date 2024-03-01|Friday}, and a third died of his wounds on {date 2024-03-02|Saturday}."), "");
    EXPECT_EQ(english("Three civilians from {place Homs|city|Homs|SY} and {place Hama|city|Hama|SY} were killed by soldiers."), "");
    EXPECT_EQ(english("Two soldiers and three gunmen were killed in {place Homs|city|Homs|SY} when the army raided a farm."), "");
    EXPECT_EQ(arabic("قُتل رجل وزوجته وأصيب ابنهما بقصف على {place إدلب|city||SY}."), "");
}

TEST(Breaks, BeginWithTheWholeSubject)
{
    EXPECT_EQ(english("Gunmen shot a guard at {place Homs|city|Homs|SY} on Tuesday, and a village chairman and his nephew were shot at {place Hama|city|Hama|SY}."),
              "and a village");
    EXPECT_EQ(english("A bomb killed two people in {place Homs|city|Homs|SY} on Friday and in {place Hama|city|Hama|SY} a farmer and his son were shot dead."), "and in Hama");
}

TEST(Breaks, LeaveMoreWordsOfWhereWithThePlace)
{
    EXPECT_EQ(english("Gunmen killed nine farmers at {place Homs|city|Homs|SY}, a village south of {place Hama|city|Hama|SY} where two others were hurt."), "");
    EXPECT_EQ(english("Two soldiers were killed by a mine between {place Homs|city|Homs|SY} and {place Hama|city|Hama|SY} when gunmen fired."), "");
}

}  // namespace sitrep::understand
