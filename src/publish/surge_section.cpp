// Whether attacks are rising: the month against earlier ones with exact limits, and the weekly watch of every governorate.
#include "publish/analysed_attacks.hpp"
#include "publish/sections.hpp"
#include "publish/series_chart.hpp"

#include <cmath>

namespace sitrep::publish {
namespace {

constexpr int months_looked_at = 25;
constexpr std::int64_t attacks_min = 30;

std::string compared(const Record& record, const analyse::Comparison& one, Label with)
{
    if (!one.comparable) return record.say(Label::rising_no_data, record.say(with));
    const auto& limits = one.ratio.limits;
    const std::string high = std::isfinite(limits.high) ? fmt::format("{:.2f}", limits.high) : "∞";
    const Label verdict = limits.low > 1 ? Label::rising_more : limits.high < 1 ? Label::rising_less : Label::rising_same;
    return record.say(verdict, record.say(with), fmt::format("{:.2f}", one.ratio.ratio), fmt::format("{:.2f}", limits.low), high);
}

analyse::SurgeQuestion question_of(const Record& record, const AnalysedAttacks& attacks)
{
    analyse::SurgeQuestion question;
    question.counts = {.step = analyse::Step::week, .by = analyse::GroupBy::governorate, .series = Series::attack, .from = attacks.first, .until = attacks.last,
                       .as_of = record.input.closed};
    question.replications = 199;
    return question;
}

/// Governorates with an alarm in the weeks of this month, as words.
std::string alarms_of(const Record& record, const analyse::Surge& surge, bool only_back)
{
    std::string names;
    for (const auto& unit : surge.units) {
        if (!unit.last_rise || surge.table.starts[*unit.last_rise] < Day{record.month / 1} || (only_back && !unit.re_emerging)) continue;
        if (!names.empty()) names += record.arabic() ? "، " : ", ";
        names += fmt::format("{} (× {:.1f})", unit.name, unit.weeks[*unit.last_rise].change);
    }
    return names;
}

}  // namespace

void add_rising(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::rising_heading), "rising", 2});
    if (!record.has_data(record.month)) return add_nobody_looked(document, record);
    const AnalysedAttacks attacks = attacks_to_analyse(record, months_looked_at);
    if (std::int64_t(attacks.events.size()) < attacks_min) {
        document.blocks.emplace_back(Paragraph{one(record.say(Label::rising_too_few, attacks.events.size(), attacks.months)), Paragraph::Role::body});
        return;
    }
    const analyse::SurgeQuestion question = question_of(record, attacks);
    analyse::CountQuestion monthly = question.counts;
    monthly.step = analyse::Step::month;
    monthly.by = analyse::GroupBy::all;
    const auto months = analyse::count_table(attacks.events, monthly);
    std::string text = record.say(Label::rising_count, month_words(record.edition, record.month), fmt::format("{:g}", months.total.back()));
    const Label names[] = {Label::rising_month, Label::rising_same_month, Label::rising_year};
    const auto all = analyse::comparisons(months, months.total, months.total.size() - 1);
    for (std::size_t i = 0; i < all.size(); ++i) text += ' ' + compared(record, all[i], names[i]);
    if (months.incomplete.back()) text += ' ' + record.say(Label::rising_incomplete);
    document.blocks.emplace_back(Paragraph{one(text), Paragraph::Role::body});
    document.blocks.emplace_back(Picture{record.say(Label::series_chart), counts_chart(months, record.edition), one(record.say(Label::series_note))});
    const auto surge = analyse::surge(attacks.events, question);
    const std::string rising = alarms_of(record, surge, false), back = alarms_of(record, surge, true);
    std::string watch = rising.empty() ? record.say(Label::surge_none) : record.say(Label::surge_some, rising);
    if (!back.empty()) watch += ' ' + record.say(Label::surge_back, back);
    watch += ' ' + record.say(Label::surge_rate, fmt::format("{:g}", question.weeks_per_false_alarm));
    document.blocks.emplace_back(Paragraph{one(watch), Paragraph::Role::body});
    std::int64_t left_out = 0;
    for (const auto& line : surge.provenance.left_out) left_out += line.rows;
    document.blocks.emplace_back(Paragraph{one(record.say(Label::surge_note, surge.provenance.rows_used, left_out, *surge.provenance.seed)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
