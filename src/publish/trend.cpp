// The charts of attacks and operations, and the figures behind them.
#include "publish/counts.hpp"
#include "publish/sections.hpp"
#include "publish/trend_chart.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

Row month_row(const Record& record, Month month, bool linked)
{
    Row row{{words(month_words(record.edition, month))}, false, 0, {}};
    const Incidents& incidents = record.of(month);
    const auto add = [&](Figure figure) {
        if (!linked) figure.from.clear();
        row.cells.push_back(number(record.has_data(month) ? shown(figure) : faint("–")));
    };
    add(number_of(incidents, attacks_that(meets_the_rule)));
    add(number_of(incidents, attacks_that(is_claimed_only)));
    add(number_of(incidents, attacks_that([](const PublicIncident& i) { return !meets_the_rule(i) && !is_claimed_only(i); })));
    add(number_of(incidents, is_security_operation));
    add(toll_of(incidents, &PublicIncident::arrested, is_security_operation));
    row.cells.push_back(number(plain(fmt::format("{}", record.sources(month)))));
    return row;
}

}  // namespace

void add_trend(Document& document, const Record& record)
{
    document.blocks.emplace_back(Picture{record.say(Label::chart_attacks), attacks_chart(record), one(record.say(Label::chart_note))});
    document.blocks.emplace_back(Picture{record.say(Label::chart_operations), operations_chart(record), {}});
    Table table;
    table.form = Table::Form::list;
    table.folded = true;
    table.caption = record.say(Label::chart_data);
    table.head.push_back(words(record.say(Label::month)));
    for (const Label label : {Label::legend_confirmed, Label::legend_claimed, Label::legend_other, Label::operations, Label::arrested, Label::sources})
        table.head.push_back(number(plain(record.say(label))));
    auto months = charted_months(record);
    std::reverse(months.begin(), months.end());
    const bool all_linked = lists_all_earlier(record);
    for (const Month month : months) {
        const bool linked = all_linked || month == record.month || month == record.last_month || month == record.year_ago;
        table.rows.push_back(month_row(record, month, linked));
    }
    document.blocks.emplace_back(std::move(table));
}

}  // namespace sitrep::publish
