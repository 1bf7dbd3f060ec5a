// Table 1: the month beside last month, the same month last year and the median of twelve.
#include "publish/counts.hpp"
#include "publish/sections.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

constexpr int median_months = 12;

using FigureOf = std::function<Figure(const Incidents&)>;

class Builder {
public:
    Builder(const Record& record, Table& table) : record_(record), table_(table) {}

    void group(Label label) { table_.rows.push_back({{words(record_.say(label))}, true, 0, {}}); }

    void row(const std::string& label, int indent, const FigureOf& figure_of)
    {
        Row row{{words(label)}, false, indent, {}};
        for (const Month month : {record_.month, record_.last_month, record_.year_ago}) row.cells.push_back(cell(month, figure_of));
        row.cells.push_back(number(plain(median(figure_of))));
        table_.rows.push_back(std::move(row));
    }

    void counted(Label label, int indent, const Which& which)
    {
        row(record_.say(label), indent, [which](const Incidents& incidents) { return number_of(incidents, which); });
    }

    void tolled(const std::string& label, int indent, TollField field, const Which& which)
    {
        row(label, indent, [field, which](const Incidents& incidents) { return toll_of(incidents, field, which); });
    }

    /// All classes, then each class that occurs in one of the compared months.
    void tolled_by_class(Label heading, TollField field)
    {
        group(heading);
        tolled(record_.say(Label::all_classes), 0, field, is_attack);
        for (const auto target : {TargetClass::civilian, TargetClass::military, TargetClass::police, TargetClass::official, TargetClass::infrastructure, TargetClass::militant})
            class_row(record_.say(label_of(target)), field, target);
        class_row(record_.say(Label::class_unknown), field, std::nullopt);
    }

private:
    Cell cell(Month month, const FigureOf& figure_of) const
    {
        return number(record_.has_data(month) ? shown(figure_of(record_.of(month))) : faint(record_.say(Label::no_data)));
    }

    std::string median(const FigureOf& figure_of) const
    {
        std::vector<TollRange> values;
        for (const Month month : record_.months_before(median_months))
            if (const Figure figure = figure_of(record_.of(month)); record_.has_data(month) && figure.stated) values.push_back(figure.value);
        const auto median = median_of(values);
        return median ? median_words(*median) : "–";
    }

    void class_row(const std::string& label, TollField field, std::optional<TargetClass> target)
    {
        const Which which = attacks_that([target](const PublicIncident& i) { return i.target_class == target; });
        const auto occurs = [&](Month month) { return !toll_of(record_.of(month), field, which).from.empty(); };
        if (occurs(record_.month) || occurs(record_.last_month) || occurs(record_.year_ago)) tolled(label, 1, field, which);
    }

    const Record& record_;
    Table& table_;
};

bool status_is(const PublicIncident& incident, PerpetratorStatus status) { return incident.status == status; }

void add_attacks(Builder& table, const Record& record)
{
    table.group(Label::group_attacks);
    table.counted(Label::attacks_all, 0, is_attack);
    const auto& now = record.now();
    const bool some_accepted = std::any_of(now.begin(), now.end(), [](const auto* i) { return i->accepted; });
    const bool all_accepted = std::all_of(now.begin(), now.end(), [](const auto* i) { return i->accepted; });
    if (some_accepted) table.counted(Label::confirmed_reviewed, 1, attacks_that([](const PublicIncident& i) { return meets_the_rule(i) && i.accepted; }));
    if (!some_accepted || !all_accepted)
        table.counted(Label::confirmed_machine, 1, attacks_that([](const PublicIncident& i) { return meets_the_rule(i) && !i.accepted; }));
    table.counted(Label::claimed_only, 1, attacks_that(is_claimed_only));
    table.counted(Label::reported, 1, attacks_that([](const PublicIncident& i) { return !meets_the_rule(i) && !is_claimed_only(i); }));
    table.counted(Label::by_claimed, 1, attacks_that([](const PublicIncident& i) { return status_is(i, PerpetratorStatus::claimed); }));
    table.counted(Label::by_attributed, 1, attacks_that([](const PublicIncident& i) { return status_is(i, PerpetratorStatus::attributed); }));
    table.counted(Label::by_unknown, 1, attacks_that([](const PublicIncident& i) { return status_is(i, PerpetratorStatus::unknown); }));
}

void add_operations_rows(Builder& table, const Record& record)
{
    const Which operation = [](const PublicIncident& i) { return series_of(i.kind) == Series::operation; };
    table.group(Label::group_operations);
    table.counted(Label::operations, 0, is_security_operation);
    table.tolled(record.say(Label::arrested), 1, &PublicIncident::arrested, is_security_operation);
    table.counted(Label::airstrikes, 0, is_airstrike);
    table.tolled(record.say(Label::militants_killed), 0, &PublicIncident::killed,
                 [operation](const PublicIncident& i) { return operation(i) && i.target_class == TargetClass::militant; });
    table.tolled(record.say(Label::civilians_harmed), 0, &PublicIncident::killed, [operation](const PublicIncident& i) { return operation(i) && hit_civilians(i); });
}

}  // namespace

void add_table_one(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::table_one), "figures", 2});
    Table table;
    table.head = {words({}), number(plain(record.say(Label::this_month))), number(plain(record.say(Label::last_month))),
                  number(plain(record.say(Label::same_month_last_year))), number(plain(record.say(Label::median)))};
    Builder builder(record, table);
    add_attacks(builder, record);
    builder.tolled_by_class(Label::group_killed, &PublicIncident::killed);
    builder.tolled_by_class(Label::group_injured, &PublicIncident::injured);
    builder.tolled(record.say(Label::abducted), 0, &PublicIncident::abducted, is_attack);
    builder.tolled(record.say(Label::attackers_killed), 0, &PublicIncident::perpetrators_killed, is_attack);
    add_operations_rows(builder, record);
    document.blocks.emplace_back(std::move(table));

    const auto months = record.months_before(median_months);
    const auto with_data = std::count_if(months.begin(), months.end(), [&](Month month) { return record.has_data(month); });
    document.blocks.emplace_back(Paragraph{one(record.say(Label::median_note, with_data) + " " + record.say(Label::unknown_tolls)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
