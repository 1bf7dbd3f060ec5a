// Days that hang on the story: what it goes on from, and what it does not.
#include "when/dates.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::when {
namespace {

using namespace std::chrono_literals;

constexpr Day wednesday = Day{2024y / 5 / 22};

/// The value of the last date of a text.
std::string last_of(std::string_view text, Language language = Language::english, std::optional<Day> published = wednesday)
{
    const auto dates = find_dates(text::Document::parse(text, 0, language), published);
    return dates.empty() ? "none" : dates.back().value.substr(0, 10);
}

std::string last_in_arabic(std::string_view text) { return last_of(text, Language::arabic); }

TEST(DayOfSaying, LeadsNoStoryOn)
{
    for (const auto text : {"A mine killed two on Saturday near Gao, the army said on Monday. The same day gunmen burned a school.",
                            "A mine killed two on Saturday. The governor announced a curfew in a statement on Monday. In the evening gunmen burned a school.",
                            "A mine hurt two on Saturday. One died of his wounds on Monday. That day gunmen burned a school."})
        EXPECT_EQ(last_of(text).substr(0, 10).find("2024-05-20"), std::string::npos) << text;
    EXPECT_EQ(last_of("A mine killed two on Saturday near Gao, the army said on Monday. The same day gunmen burned a school."), "2024-05-18");
    EXPECT_EQ(last_in_arabic("قتل جنديان السبت قرب تدمر. وقالت الوزارة الاثنين إنها تحقق. وفي اليوم نفسه أحرق مسلحون مدرسة."), "2024-05-18");
}

TEST(DayOfSaying, LeadsOnWhereNothingElseIsTold)
{
    EXPECT_EQ(last_of("Police said on Monday that a mine killed two. The next day gunmen burned a school."), "2024-05-21");
    EXPECT_EQ(last_of("A mine killed two on Friday. Police announced on Monday that gunmen had burned a school the day before."), "2024-05-19");
    EXPECT_EQ(last_of("A mine killed two on Friday. Gunmen fired on police on Monday. The next day they burned a school."), "2024-05-21");
}

TEST(NarratedDay, DoesNotLieAfterTheReport)
{
    EXPECT_EQ(last_of("Gunmen raided Zurmi on Saturday. Ten bodies were found on Tuesday. Three days later a patrol was hit."), "2024-05-21");
    EXPECT_EQ(last_of("Gunmen raided Zurmi on 14 May and came back on the 18th. The same Tuesday a patrol was hit."), "2024-05-14");
}

TEST(LaterInTheDay, IsTheDayTold)
{
    EXPECT_EQ(last_of("Rockets fell on Dabek on Sunday. Later in the day jets hit the hill."), "2024-05-19");
    EXPECT_EQ(last_of("Earlier in the day jets hit the hill."), "2024-05-22");
    for (const auto text : {"سقطت قذائف على دابق الأحد. وقصفت طائرات التل في ذلك اليوم.", "سقطت قذائف على دابق الأحد. وقصفت طائرات التل يومها.",
                            "سقطت قذائف على دابق السبت. وقصفت طائرات التل في اليوم الذي تلاه."})
        EXPECT_EQ(last_in_arabic(text), "2024-05-19") << text;
    EXPECT_EQ(last_in_arabic("سقطت قذائف على دابق الأحد. وقصفت طائرات التل اليوم."), "2024-05-22");
}

TEST(HoursLater, AreTheSameDay)
{
    for (const auto text : {"A bomb went off in Hit on Sunday. Hours later another killed one.", "A bomb went off in Hit on Sunday. Twenty minutes later another killed one.",
                            "A bomb went off in Hit on Sunday. A few hours earlier a guard was shot."})
        EXPECT_EQ(last_of(text), "2024-05-19") << text;
    EXPECT_EQ(last_in_arabic("انفجرت عبوة في هيت الأحد. وبعد ساعات قتل حارس."), "2024-05-19");
}

TEST(DawnBehindANight, IsOfTheNextDay)
{
    const auto day_of_last = [](std::string_view text) {
        const auto dates = find_dates(text::Document::parse(text, 0, Language::english), wednesday);
        return dates.back().range;
    };
    EXPECT_EQ(day_of_last("Gunmen fired on a post on Sunday night. Before dawn soldiers burned ten huts."), DateRange::on(Day{2024y / 5 / 20}));
    EXPECT_EQ(day_of_last("Gunmen fired on a post on Sunday. At dawn soldiers had burned ten huts."), DateRange::on(Day{2024y / 5 / 19}));
}

TEST(DayOfTheMonth, AloneIsOfTheMonthTold)
{
    EXPECT_EQ(last_of("Gunmen hit a post on 10 May. On the 12th, they burned a truck."), "2024-05-12");
    EXPECT_EQ(last_of("Gunmen hit a post on 10 May. On the 12th assailants burned a truck."), "2024-05-12");
    EXPECT_EQ(last_of("Fighting went on between 6 and 10 March. Two died at Hala on the 8th."), "2024-03-08");
    EXPECT_EQ(last_of("Gunmen hit a post on 10 May. Two died on the 28th."), "2024-04-28");
    EXPECT_EQ(last_of("Gunmen hit a post on the third of March."), "2024-03-03");
    EXPECT_EQ(last_of("Gunmen hit a post on the second of this month."), "2024-05-02");
}

TEST(OrdinalOfAThing, IsNoDay)
{
    for (const auto text : {"Shells fell on 10 May. On the 5th floor a child died.", "Shells fell on 10 May. They fell on the 28th Brigade.",
                            "Shells fell on 10 May. On the 7th of the hills a post fell."})
        EXPECT_EQ(last_of(text), "2024-05-10") << text;
    EXPECT_EQ(last_of("Two died on the 8th.", Language::english, std::nullopt), "none");
}

TEST(WeekdayOfAWeek, IsCountedFromThatWeek)
{
    EXPECT_EQ(last_of("Gunmen hit a post on Wednesday last week."), "2024-05-15");
    EXPECT_EQ(last_of("Gunmen hit a post on Tuesday of last week."), "2024-05-14");
}

TEST(ShortWeekday, BehindOnIsADay)
{
    EXPECT_EQ(last_of("Gunmen hit a post on Mon."), "2024-05-20");
    EXPECT_EQ(last_of("Gunmen hit a post on Tue"), "2024-05-21");
    EXPECT_EQ(last_of("Gunmen hit a post on Sun Street."), "none");
    EXPECT_EQ(last_of("The Sun told of a post that was hit."), "none");
}

TEST(PartOfDay, BeforeTheOneTold)
{
    EXPECT_EQ(last_of("A bomb killed three on Sunday; a guard was shot the evening before."), "2024-05-18");
    EXPECT_EQ(last_of("A bomb killed three on Sunday. Seventeen days later a guard was shot.", Language::english, Day{2024y / 6 / 20}), "2024-07-03");
    EXPECT_EQ(last_of("A guard was shot on New Year's Eve."), "2023-12-31");
}

TEST(DayOfTheMonth, AloneInArabic)
{
    for (const auto text : {"قتل حارس في هيت في 10 أيار. وفي 12 منه أحرق مسلحون مدرسة.", "قتل حارس في هيت في 10 أيار. وأحرق مسلحون مدرسة في الثاني عشر من الشهر.",
                            "قتل حارس في هيت في 10 أيار. وأحرق مسلحون يوم 12 مدرسة."})
        EXPECT_EQ(last_in_arabic(text), "2024-05-12") << text;
    for (const auto text : {"قتل حارس في هيت في 10 أيار. وأحرقوا في 12 قرية محاصيل.", "قتل حارس في هيت في 10 أيار. ودمروا جداراً وأحرقوا 12 منه."})
        EXPECT_EQ(last_in_arabic(text), "2024-05-10") << text;
}

TEST(DayOfTheMonth, ThatThisOneLacksLeavesTheMonth)
{
    EXPECT_EQ(last_in_arabic("قتل حارس في هيت في 31 شباط. وأحرق مسلحون يوم 31 مدرسة."), "XXXX-02");
    EXPECT_EQ(last_of("A guard was shot on 31 February. On the 31st gunmen burned a school."), "XXXX-02");
}

TEST(HourAroundAPrayer, IsOfTheDayTold)
{
    const auto range_of_last = [](std::string_view text) {
        const auto dates = find_dates(text::Document::parse(text, 0, Language::arabic), wednesday);
        return dates.empty() ? DateRange::unknown() : dates.back().range;
    };
    const auto monday = DateRange::on(Day{2024y / 5 / 20});
    EXPECT_EQ(range_of_last("قتل حارس صباح الاثنين. وبعد الظهر أحرق مسلحون مدرسة."), monday);
    EXPECT_EQ(range_of_last("قتل حارس صباح الاثنين. وقبيل المغرب أحرق مسلحون مدرسة."), monday);
    EXPECT_EQ(range_of_last("أحرق مسلحون مدرسة بعد صلاة العشاء يوم الاثنين."), monday);
    EXPECT_EQ(range_of_last("أغلقت الجزائر حدودها مع المغرب."), DateRange::unknown());
}

TEST(DistanceFromWhatWasTold, InArabic)
{
    EXPECT_EQ(last_in_arabic("قتل حارس يوم الاثنين. وقبل ذلك بيومين أحرق مسلحون مدرسة."), "2024-05-18");
    EXPECT_EQ(last_in_arabic("قتل حارس يوم الاثنين. وبعد نصف ساعة أحرق مسلحون مدرسة."), "2024-05-20");
    EXPECT_EQ(last_in_arabic("أحرق مسلحون مدرسة بعد منتصف ليل الأحد - الاثنين."), "2024-05-20");
    EXPECT_EQ(last_in_arabic("أحرق مسلحون مدارس بين السبت والاثنين."), "2024-05-18");
}

TEST(NameOfAThing, IsNoWeekdayAndNoMonth)
{
    for (const auto text : {"انفجرت عبوة في سوق الخميس.", "عثر على جثة عند باب محلهما.", "غرق قارب في نهر مايو."}) EXPECT_EQ(last_in_arabic(text), "none") << text;
    EXPECT_EQ(last_in_arabic("انفجرت عبوة في السوق الخميس."), "2024-05-16");
}

TEST(NightToADay, IsOfThatDay)
{
    EXPECT_EQ(last_of("Huts were burned in the night to Monday."), "2024-05-20");
    EXPECT_EQ(last_of("On Saturday 12 October a mine killed two. On Sunday gunmen burned huts.", Language::english, std::nullopt), "XXXX-WXX-7");
    const auto dates = find_dates(text::Document::parse("On Saturday 12 October a mine killed two. On Sunday gunmen burned huts.", 0, Language::english), std::nullopt);
    EXPECT_EQ(dates.back().range.start->iso(), "--10-13");
}

TEST(YearOfComparison, DatesNothingBehindIt)
{
    EXPECT_EQ(last_of("There were 314 attacks in 2024 against 290 in 2023. The last was on 21 May."), "2024-05-21");
}

}  // namespace
}  // namespace sitrep::when
