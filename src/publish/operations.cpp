// Counter-operations: raids and arrests by governorate, never added to attacks.
#include "publish/counts.hpp"
#include "publish/governorates.hpp"
#include "publish/sections.hpp"

namespace sitrep::publish {
namespace {

Row row(const Record& record, const std::string& label, const Which& which)
{
    const Which operations = [which](const PublicIncident& i) { return is_security_operation(i) && which(i); };
    const Which against_militants = [operations](const PublicIncident& i) { return operations(i) && i.target_class == TargetClass::militant; };
    const Which harming_civilians = [operations](const PublicIncident& i) { return operations(i) && hit_civilians(i); };
    const Incidents& now = record.now();
    return {{words(label), number(shown(number_of(now, operations))), number(shown(toll_of(now, &PublicIncident::arrested, operations))),
             number(shown(toll_of(now, &PublicIncident::killed, against_militants))), number(shown(toll_of(now, &PublicIncident::killed, harming_civilians)))},
            false,
            0,
            {}};
}

}  // namespace

void add_operations(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::operations_heading), "operations", 2});
    document.blocks.emplace_back(Paragraph{one(record.say(Label::operations_note)), Paragraph::Role::note});
    if (number_of(record.now(), is_security_operation).from.empty()) {
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
        return;
    }
    Table table;
    table.caption = record.say(Label::operations_table);
    table.head = {words(record.say(Label::governorate)), number(plain(record.say(Label::operations))), number(plain(record.say(Label::arrested))),
                  number(plain(record.say(Label::militants_killed))), number(plain(record.say(Label::civilians_killed)))};
    for (const auto& [key, count] : governorates_by_number(record.now(), is_security_operation))
        table.rows.push_back(row(record, governorate_name(record, key), in_governorate(key)));
    if (!number_of(record.now(), [](const PublicIncident& i) { return is_security_operation(i) && governorate_key(i).empty(); }).from.empty())
        table.rows.push_back(row(record, record.say(Label::not_placed), in_governorate({})));
    table.rows.push_back(row(record, record.say(Label::total), [](const PublicIncident&) { return true; }));
    document.blocks.emplace_back(std::move(table));
}

}  // namespace sitrep::publish
