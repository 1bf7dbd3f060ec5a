#include "analyse/counts/count_table.hpp"
#include "analyse/counts/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace sitrep;
using namespace sitrep::analyse;
using namespace std::chrono_literals;

Event attack(Day first, Day last, std::int64_t source = 1)
{
    Event event;
    event.first = first;
    event.last = last;
    event.date_precision = first == last ? DatePrecision::day : DatePrecision::month;
    event.kind = IncidentKind::armed_attack;
    event.sources = {SourceId{source}};
    return event;
}

CountQuestion year_of(Step step)
{
    CountQuestion question;
    question.step = step;
    question.from = Day{2024y / 1 / 1};
    question.until = Day{2024y / 12 / 31};
    question.as_of = Day{2025y / 6 / 1};
    return question;
}

TEST(ExactLimits, OfFortyNineAttacksRunFrom36To65)
{
    const Limits limits = poisson_limits(49, 0.95);

    EXPECT_NEAR(limits.low, 36.2504697488291, 1e-9);
    EXPECT_NEAR(limits.high, 64.7805985929183, 1e-9);
}

TEST(ExactLimits, OfNothingSeenBeginAtZeroAndDoNotEndThere)
{
    EXPECT_EQ(poisson_limits(0, 0.95).low, 0);
    EXPECT_NEAR(poisson_limits(0, 0.95).high, 3.6888794541139, 1e-9);
}

TEST(RateRatio, FortyNineInSyriaAgainstSixtyOneInIraqShowsNoDifference)
{
    const RateRatio compared = rate_ratio(49, 1, 61, 1, 0.95);

    EXPECT_NEAR(compared.ratio, 0.803278688524590, 1e-12);
    EXPECT_NEAR(compared.p, 0.294233708444292, 1e-12);
    EXPECT_LT(compared.limits.low, 1);
    EXPECT_GT(compared.limits.high, 1);
}

TEST(RateRatio, OfNothingToNothingIsUnknown)
{
    const RateRatio compared = rate_ratio(0, 1, 0, 1, 0.95);

    EXPECT_TRUE(std::isnan(compared.ratio));
    EXPECT_EQ(compared.p, 1);
}

TEST(CountTable, AnEventDatedToAMonthIsInNoWeekAndIsCountedAsLeftOut)
{
    const std::vector<Event> events{attack(Day{2024y / 5 / 1}, Day{2024y / 5 / 31}), attack(Day{2024y / 5 / 9}, Day{2024y / 5 / 9})};
    const CountTable weeks = count_table(events, year_of(Step::week)), months = count_table(events, year_of(Step::month));

    EXPECT_EQ(weeks.provenance.rows_used, 1);
    ASSERT_EQ(weeks.provenance.left_out.size(), 1U);
    EXPECT_EQ(weeks.provenance.left_out.front().rows, 1);
    EXPECT_EQ(months.total[4], 2);
}

TEST(CountTable, AWeekBeginsOnMonday)
{
    EXPECT_EQ(period_start(Step::week, Day{2024y / 3 / 3}), Day{2024y / 2 / 26});
    EXPECT_EQ(period_start(Step::week, Day{2024y / 3 / 4}), Day{2024y / 3 / 4});
}

TEST(CountTable, NoneRecordedAndNobodyLookingAreTwoThings)
{
    const std::vector<Event> events{attack(Day{2024y / 1 / 10}, Day{2024y / 1 / 10}), attack(Day{2024y / 3 / 5}, Day{2024y / 3 / 5}), attack(Day{2024y / 12 / 5}, Day{2024y / 12 / 5})};
    const CountTable months = count_table(events, year_of(Step::month));

    EXPECT_EQ(months.total[1], 0);
    EXPECT_EQ(months.looked[1], Looked::yes);
    EXPECT_EQ(months.total[6], 0);
    EXPECT_EQ(months.looked[6], Looked::nobody);
}

TEST(CountTable, OperationsAreNotSummedWithAttacks)
{
    std::vector<Event> events{attack(Day{2024y / 1 / 10}, Day{2024y / 1 / 10})};
    events.push_back(events.front());
    events.back().kind = IncidentKind::security_operation;

    EXPECT_EQ(count_table(events, year_of(Step::month)).total[0], 1);
}

TEST(CountTable, TheLastTwoWeeksAreIncomplete)
{
    CountQuestion question = year_of(Step::month);
    question.as_of = Day{2025y / 1 / 5};
    const std::vector<Event> events{attack(Day{2024y / 1 / 10}, Day{2024y / 1 / 10})};
    const CountTable months = count_table(events, question);

    EXPECT_FALSE(months.incomplete[10]);
    EXPECT_TRUE(months.incomplete[11]);
}

TEST(Nowcast, EightSeenOfHalfToldAreAboutSixteen)
{
    std::vector<Told> told;
    for (int day = 0; day < 60; ++day)
        for (int i = 0; i < 10; ++i) told.push_back({day, day + (i < 5 ? 0 : 3)});
    for (int i = 0; i < 8; ++i) told.push_back({60, 60});
    const auto last = nowcast(told, 60, 5, 0.9, NowcastLimits::conditioned).back();

    EXPECT_EQ(last.seen, 8);
    EXPECT_NEAR(last.expected, 16, 0.8);
    EXPECT_GE(last.low, 8);
    EXPECT_GT(last.high, 16);
}

TEST(Regression, OfTwoLevelsIsTheirRatio)
{
    const std::vector<double> counts{10, 12, 8, 10, 20, 24, 16, 20}, level(8, 1), later{0, 0, 0, 0, 1, 1, 1, 1};
    const Regression fit = negative_binomial_regression(counts, {level, later});

    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.rate_ratio(1, 0.95).ratio, 2, 1e-9);
}

TEST(CountTable, AGovernorateHasOneRowHoweverTablesSpellItAndTheNameThatIsUsedMost)
{
    std::vector<Event> events;
    for (const auto& [name, code] : {std::pair{"As Suwayda", "SY-SU"}, {"As Suwayda", "SY-SU"}, {"Suwayda", "SY-SU"}, {"Suwayda", ""}, {"Daraa", "SY-SU"}, {"Daraa", "SY-DR"}, {"Daraa", "SY-DR"}}) {
        events.push_back(attack(Day{2024y / 3 / 1}, Day{2024y / 3 / 1}));
        events.back().admin1 = name;
        events.back().admin1_code = code;
    }
    CountQuestion question = year_of(Step::month);
    question.by = GroupBy::governorate;

    const CountTable table = count_table(events, question);

    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].name, "As Suwayda");
    EXPECT_EQ(table.rows[0].counts[2], 5);
    EXPECT_EQ(table.rows[1].name, "Daraa");
}

}  // namespace
