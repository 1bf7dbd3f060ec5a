// What find_dates promises: how weekdays, months and years are fixed, and what stays unknown.
#include "when/dates.hpp"

#include "when/timeline.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sitrep::when {
namespace {

using namespace std::chrono_literals;

std::vector<DateMention> dates_in(std::string_view text, std::optional<Day> published, Language language = Language::english)
{
    return find_dates(text::Document::parse(text, 0, language), published);
}

constexpr Day tuesday = Day{2024y / 3 / 5};

TEST(OnWeekday, CountsThePublicationDayItself)
{
    const Day sunday{2024y / 3 / 3};

    EXPECT_EQ(weekday_near(7, sunday, Toward::none), sunday);
    EXPECT_EQ(weekday_near(1, sunday, Toward::none), sunday - std::chrono::days{6});
}

TEST(LastWeekday, IsNeverThePublicationDay)
{
    EXPECT_EQ(weekday_near(2, tuesday, Toward::past), tuesday - std::chrono::days{7});
    EXPECT_EQ(weekday_near(1, tuesday, Toward::past), tuesday - std::chrono::days{1});
}

TEST(NextWeekday, LiesAhead)
{
    EXPECT_EQ(weekday_near(2, tuesday, Toward::future), tuesday + std::chrono::days{7});
    EXPECT_EQ(weekday_near(3, tuesday, Toward::future), tuesday + std::chrono::days{1});
}

TEST(BareWeekday, StaysUnknownWithoutAPublicationDay)
{
    const auto dates = dates_in("Gunmen killed a guard on Sunday.", std::nullopt);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_FALSE(dates[0].range.is_known());
    EXPECT_EQ(dates[0].value, "XXXX-WXX-7");
}

TEST(DayWithoutAYear, IsTheClosestNotAfterThePublication)
{
    const auto dates = dates_in("One died on 4 March, one on 6 March.", tuesday);

    ASSERT_EQ(dates.size(), 2U);
    EXPECT_EQ(dates[0].range, DateRange::on(Day{2024y / 3 / 4}));
    EXPECT_EQ(dates[1].range, DateRange::on(Day{2023y / 3 / 6}));
}

TEST(DayWithoutAYear, KeepsItsYearOpenWithoutAPublicationDay)
{
    const auto dates = dates_in("قتل عنصر في 10 أيار.", std::nullopt, Language::arabic);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range.start->iso(), "--05-10");
    EXPECT_EQ(dates[0].range.precision, DatePrecision::day);
}

TEST(Dateline, GivesTheDayOfAReportUnderATitleThatIsALineLikeOthers)
{
    const auto dates = dates_in("Gunmen kill 14 in a raid on a mining village, residents say\n\nKATSINA, Nigeria (12 March 2025) - They came before dawn on Tuesday.", std::nullopt);

    ASSERT_EQ(dates.size(), 2U);
    EXPECT_EQ(dates[1].range, DateRange::on(Day{2025y / 3 / 11}));
}

TEST(DateInRunningText, IsNoDateline)
{
    const auto dates = dates_in("Gunmen came to the market of Dapchi\n\nOn 12 March 2025 - the first day of the fair - gunmen came. They returned on Saturday.", std::nullopt);

    ASSERT_EQ(dates.size(), 2U);
    EXPECT_FALSE(dates[1].range.is_known());
}

TEST(DaysOfAListWithDashes, AreNoDatelines)
{
    const auto dates = dates_in("A chronology of the attacks on schools in Kano\n\n3 May 2025 - A guard was shot.\n\n9 May 2025 - Another was shot on Thursday.", std::nullopt);

    ASSERT_EQ(dates.size(), 3U);
    EXPECT_FALSE(dates[2].range.is_known());
}

TEST(FirstDayOfAList, IsNoDatelineUnderATitleThatIsALineLikeOthers)
{
    const auto dates = dates_in("What was reported in May\n\n3 May 2025: a guard was shot.\n\n9 May 2025: another, on Thursday.", std::nullopt);

    ASSERT_EQ(dates.size(), 4U);
    EXPECT_FALSE(dates[3].range.is_known());
}

// The second of the two dates of a text.
DateRange second_date_in(std::string_view text, Language language = Language::english)
{
    const auto dates = dates_in(text, tuesday, language);
    EXPECT_EQ(dates.size(), 2U) << text;
    return dates.size() == 2 ? dates[1].range : DateRange::unknown();
}

constexpr Day friday = Day{2024y / 3 / 1}, sunday = Day{2024y / 3 / 3};

TEST(DistanceOfAnotherEvent, IsCountedBackFromTheOneTold)
{
    EXPECT_EQ(second_date_in("The shooting on Sunday came two days after a bomb killed five."), DateRange::on(friday));
    EXPECT_EQ(second_date_in("قتل جنديان الأحد بعد يومين من كمين قرب تدمر.", Language::arabic), DateRange::on(friday));
}

TEST(DistanceOfWhatIsToldAlready, LeadsOnHoweverItIsNamed)
{
    for (const auto text : {"Gunmen attacked the village on Friday. Two bodies were found two days after the attack.",
                            "Gunmen attacked the village of Zurmi on Friday. Two bodies were recovered two days after the attack on the village.",
                            "A truce began on Friday. Two days after the truce began, rebels shelled the town.", "He was hurt on Friday and died two days after he was shot."})
        EXPECT_EQ(second_date_in(text), DateRange::on(sunday)) << text;
    for (const auto text : {"هاجم مسلحون القرية الجمعة ثم عادوا بعد يومين من ذلك.", "خطف مسلحون الطبيب الجمعة وأفرجوا عنه بعد يومين من خطفه."})
        EXPECT_EQ(second_date_in(text, Language::arabic), DateRange::on(sunday)) << text;
}

TEST(DistanceRightBehindADate, LeadsAwayFromItWhateverFollows)
{
    for (const auto text : {"He died on Sunday, two days after he was shot.", "Police made arrests on Sunday, two days after the attack.",
                            "The siege ended on Sunday, just two days after it began, officials said."})
        EXPECT_EQ(second_date_in(text), DateRange::on(friday)) << text;
    EXPECT_EQ(second_date_in("اغتيل قاض الجمعة، قبل يومين من الانتخابات.", Language::arabic), DateRange::on(sunday));
}

TEST(WhatCameAfterAnotherEvent, CountsBackFromTheDayOfAnEarlierSentence)
{
    EXPECT_EQ(second_date_in("Twelve were killed on Sunday. The assault came two days after a bomb killed five."), DateRange::on(friday));
    EXPECT_EQ(second_date_in("قتل جنديان الأحد. وجاء الهجوم بعد يومين من كمين قرب تدمر.", Language::arabic), DateRange::on(friday));
}

TEST(DistanceInHours, CountsWholeDays)
{
    EXPECT_EQ(second_date_in("Gunmen attacked the village on Friday. The army came 48 hours later."), DateRange::on(sunday));
    EXPECT_EQ(second_date_in("Police arrested two men on Sunday, 48 hours after a blast tore through a market."), DateRange::on(friday));
    EXPECT_FALSE(second_date_in("Gunmen attacked the village on Friday. The army came 36 hours later.").is_known());
    EXPECT_EQ(second_date_in("Gunmen attacked the village on Friday. The army came five hours later."), DateRange::on(friday));
}

TEST(DistanceBehindADate, LeadsAwayFromIt)
{
    const auto dates = dates_in("A strike killed eleven on Friday, two days before talks were due. The next day a market was hit.", tuesday);

    ASSERT_EQ(dates.size(), 3U);
    EXPECT_EQ(dates[1].range, DateRange::on(sunday));
    EXPECT_EQ(dates[2].range, DateRange::on(Day{2024y / 3 / 2}));
}

TEST(LeapDay, FallsInTheLastLeapYear)
{
    const auto dates = dates_in("It began on 29 February.", Day{2023y / 6 / 1});

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range, DateRange::on(Day{2020y / 2 / 29}));
}

TEST(ImpossibleDay, LeavesTheMonth)
{
    const auto dates = dates_in("It is dated 31 June 2023.", tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range.precision, DatePrecision::month);
}

TEST(MonthAlone, IsTheLatestNotAfterThePublication)
{
    const auto dates = dates_in("Attacks rose in October and in March.", tuesday);

    ASSERT_EQ(dates.size(), 2U);
    EXPECT_EQ(dates[0].range.start->iso(), "2023-10");
    EXPECT_EQ(dates[1].range.start->iso(), "2024-03");
}

TEST(MinutesAgo, AreOnTheDayOfPublicationHoweverMany)
{
    for (const char* told : {"Two were killed a few minutes ago.", "Two were killed moments ago.", "A short while ago two were killed.", "Two were killed 20 minutes ago."}) {
        const auto dates = dates_in(told, tuesday);
        ASSERT_EQ(dates.size(), 1U) << told;
        EXPECT_EQ(dates[0].range, DateRange::on(tuesday)) << told;
    }
    for (const char* told : {"قتل شخصان قبل قليل في الرقة", "انفجار منذ لحظات في الرقة", "قصف قبل دقائق على الرقة", "قتل شخص منذ وقت قصير"}) {
        const auto dates = dates_in(told, tuesday, Language::arabic);
        ASSERT_EQ(dates.size(), 1U) << told;
        EXPECT_EQ(dates[0].range, DateRange::on(tuesday)) << told;
    }
}

TEST(MinutesAgo, DateNothingWithoutAPublicationDayOrBeforeSomethingElse)
{
    EXPECT_FALSE(dates_in("Two were killed moments ago.", std::nullopt).at(0).range.is_known());
    EXPECT_TRUE(dates_in("انفجرت عبوة قبل قليل من وصول الدورية", tuesday, Language::arabic).empty());
}

TEST(Weekday, NeedsNoCapital)
{
    const auto dates = dates_in("a car bomb killed four people in mosul on friday.", tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range, DateRange::on(Day{2024y / 3 / 1}));
    EXPECT_TRUE(dates_in("the mayor sat on a mat.", tuesday).empty());
}

TEST(LastWeek, IsTheWeekBeforeFromItsMonday)
{
    const auto dates = dates_in("Three were killed last week.", tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range, DateRange::between(Day{2024y / 2 / 26}, Day{2024y / 3 / 3}, DatePrecision::week));
    EXPECT_EQ(dates[0].value, "2024-W09");
}

TEST(SinceADate, IsAPeriodUpToThePublication)
{
    const auto dates = dates_in("The group has killed 40 people since the beginning of 2023.", tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_TRUE(dates[0].is_period);
    EXPECT_EQ(dates[0].range.first_day(), Day{2023y / 1 / 1});
    EXPECT_EQ(dates[0].range.last_day(), tuesday);
}

TEST(DaysOfTheSlashForm, AreDayFirstInArabicAndYearOnlyInEnglishWhereBothOrdersAreLikely)
{
    const auto arabic = dates_in("بتاريخ 4/3/2023", tuesday, Language::arabic);
    const auto english = dates_in("dated 4/3/2023", tuesday);

    ASSERT_EQ(arabic.size(), 1U);
    EXPECT_EQ(arabic[0].range, DateRange::on(Day{2023y / 3 / 4}));
    ASSERT_EQ(english.size(), 1U);
    EXPECT_EQ(english[0].range.start->iso(), "2023");
}

TEST(TheVerbMay, IsNoMonth)
{
    EXPECT_TRUE(dates_in("They may march on the capital, Mar Elias said.", tuesday).empty());
    EXPECT_EQ(dates_in("They left in May.", tuesday).size(), 1U);
}

TEST(TwoPrepositions, AreNotOneDate)
{
    const auto dates = dates_in("the village they had fought in on Friday", tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].span, (Span{31, 40}));
}

TEST(ArabicClitics, StayOutsideTheSpan)
{
    const std::string text = "انسحبوا والخميس عادوا";
    const auto document = text::Document::parse(text, 0, Language::arabic);

    const auto dates = find_dates(document, tuesday);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(document.words(dates[0].span), "الخميس");
}

TEST(AWeekdayThatContradictsYesterday, Wins)
{
    const auto dates = dates_in("قتل حارس أمس السبت.", Day{2024y / 3 / 4}, Language::arabic);

    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].range, DateRange::on(Day{2024y / 3 / 2}));
}

}  // namespace
}  // namespace sitrep::when
