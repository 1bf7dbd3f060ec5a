// Which place and which stretch of time a count covers, in sentences that hold several numbers.
#include <gtest/gtest.h>

#include "understand/assemble.hpp"
#include "understand/tallies/tally_scope.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view syria = "{place Syria|country||SY}", iraq = "{place Iraq|country||IQ}", hama = "{place Hama|settlement|Hama|SY}";

// "49 Syria; 61 Iraq": each number of the text with its place, or with its period.
std::string covered(const std::string& marked, Language language, bool period)
{
    const Told report = told("Report\n" + marked, language, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, language);
    const Prepared prepared = prepare(report.report, document, language, report.places, report.dates);
    std::string all;
    for (std::uint32_t at = 0; at < document.tokens().size(); ++at) {
        const std::string_view word = document.tokens()[at].normal;
        const std::size_t digits = word.find_first_of("0123456789");
        if (digits == std::string_view::npos || prepared.context.in_date[at] != 0) continue;
        all += (all.empty() ? "" : "; ") + std::string(word.substr(digits)) + " ";
        if (period) {
            const auto found = period_of_count(document, prepared.context, {at, at + 1});
            all += found ? std::string(document.words(prepared.context.dates[*found].mention->span)) : "-";
        } else {
            const auto found = place_of_count(document, prepared.context, {at, at + 1});
            all += found ? std::string(document.words(prepared.context.places[*found].mention->span)) : "-";
        }
    }
    return all;
}
std::string places(const std::string& marked, Language language = Language::english) { return covered(marked, language, false); }
std::string periods(const std::string& marked, Language language = Language::english) { return covered(marked, language, true); }

}  // namespace

TEST(TallyScope, OfPartsIsThePlaceOfEach)
{
    EXPECT_EQ(places("The group claimed 320 attacks, 49 in " + std::string(syria) + " and 61 in " + std::string(iraq) + "."), "320 -; 49 Syria; 61 Iraq");
    EXPECT_EQ(places("تبنى التنظيم 320 هجوماً، منها 49 في {place سوريا|country||SY} و61 في {place العراق|country||IQ}.", Language::arabic),
              "320 -; 49 سوريا; 61 العراق");
}

TEST(TallyScope, MayBeToldOnceBehindSeveralNumbers)
{
    EXPECT_EQ(places("Mines killed 23 people and wounded 41 in " + std::string(hama) + "."), "23 Hama; 41 Hama");
}

TEST(TallyScope, MayBeToldBeforeTheNumbers)
{
    EXPECT_EQ(places("In " + std::string(hama) + " 15 were killed and 20 wounded."), "15 Hama; 20 Hama");
    EXPECT_EQ(places("There were 22 attacks in " + std::string(hama) + ", in which 11 people were killed and 9 hurt."), "22 Hama; 11 Hama; 9 Hama");
}

TEST(TallyScope, OfThePlaceThatComesNextIsOfTheNextNumber)
{
    EXPECT_EQ(places("In " + std::string(syria) + " there were 12 attacks and in " + std::string(iraq) + " there were 7."), "12 Syria; 7 Iraq");
}

TEST(TallyPeriods, AreStretchesBeforeSingleDays)
{
    EXPECT_EQ(periods("On {date 2024-03-04|Monday} the monitor counted 30 attacks in {date 2024-02|February}."), "30 February");
    EXPECT_EQ(periods("The group killed 15 soldiers and wounded 20 in {period 2024-02-26/2024-03-03|the last week}."), "15 the last week; 20 the last week");
    EXPECT_EQ(periods("On {date 2024-03-04|Monday} 12 people died in several attacks."), "12 Monday");
}

}  // namespace sitrep::understand
