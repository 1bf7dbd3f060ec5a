#include "publish/governorates.hpp"

#include "publish/counts.hpp"
#include "publish/registers.hpp"
#include "publish/sections.hpp"

#include <algorithm>
#include <tuple>

namespace sitrep::publish {
namespace {

constexpr std::size_t described_governorates = 6;

const PublicIncident* example_of(const Record& record, const std::string& key)
{
    for (const auto& [month, incidents] : record.by_month)
        for (const PublicIncident* incident : incidents)
            if (governorate_key(*incident) == key) return incident;
    return nullptr;
}

bool has_attack_or_operation(const PublicIncident& incident) { return is_attack(incident) || is_security_operation(incident); }

Row row(const Record& record, const std::string& label, const Which& which)
{
    const Which attacks = attacks_that(which);
    const Which operations = [which](const PublicIncident& i) { return is_security_operation(i) && which(i); };
    const Incidents& now = record.now();
    return {{words(label), number(shown(number_of(now, attacks))),
             number(record.has_data(record.last_month) ? shown(number_of(record.of(record.last_month), attacks)) : faint(record.say(Label::no_data))),
             number(shown(toll_of(now, &PublicIncident::killed, attacks))), number(shown(toll_of(now, &PublicIncident::injured, attacks))),
             number(shown(number_of(now, operations))), number(shown(toll_of(now, &PublicIncident::arrested, operations)))},
            false,
            0,
            {}};
}

Table table_of(const Record& record, const std::vector<std::pair<std::string, std::int64_t>>& governorates)
{
    Table table;
    table.caption = record.say(Label::governorate_table);
    table.head = {words(record.say(Label::governorate)),
                  number(plain(record.say(Label::attacks))),
                  number(plain(record.say(Label::last_month))),
                  number(plain(record.say(Label::killed))),
                  number(plain(record.say(Label::injured))),
                  number(plain(record.say(Label::operations))),
                  number(plain(record.say(Label::arrested)))};
    for (const auto& [key, count] : governorates) table.rows.push_back(row(record, governorate_name(record, key), in_governorate(key)));
    const Which nowhere = [](const PublicIncident& i) { return has_attack_or_operation(i) && governorate_key(i).empty(); };
    if (!number_of(record.now(), nowhere).from.empty()) table.rows.push_back(row(record, record.say(Label::not_placed), in_governorate({})));
    table.rows.push_back(row(record, record.say(Label::total), [](const PublicIncident&) { return true; }));
    return table;
}

Line described(const Record& record, const std::string& key)
{
    const Which here = attacks_that(in_governorate(key));
    const auto kinds = kinds_by_number(record.now(), here);
    const std::string before = record.has_data(record.last_month) ? range_words(number_of(record.of(record.last_month), here).value) : record.say(Label::no_data);
    return {strong(governorate_name(record, key) + ": "),
            plain(record.say(Label::governorate_line, range_words(number_of(record.now(), here).value), before,
                             figure_words(record, toll_of(record.now(), &PublicIncident::killed, here)),
                             figure_words(record, toll_of(record.now(), &PublicIncident::injured, here)), record.say(label_of(kinds.front().first))))};
}

}  // namespace

std::string governorate_name(const Record& record, const std::string& key)
{
    const PublicIncident* example = example_of(record, key);
    if (example == nullptr) return key;
    std::string name = governorate_words(record.edition, *example);
    const Area* country = record.input.area.empty() ? area_coded(example->country) : nullptr;
    if (country != nullptr) name += (record.arabic() ? "، " : ", ") + (record.arabic() && !country->name_ar.empty() ? country->name_ar : country->name);
    return name;
}

void add_governorates(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::by_governorate), "governorates", 2});
    if (std::string svg = map_svg(record); !svg.empty())
        document.blocks.emplace_back(Picture{record.say(Label::map_attacks), std::move(svg), one(record.say(Label::map_note))});
    auto with_any = governorates_by_number(record.now(), has_attack_or_operation);
    std::sort(with_any.begin(), with_any.end(), [&](const auto& a, const auto& b) {
        const auto attacks = [&](const std::string& key) { return -number_of(record.now(), attacks_that(in_governorate(key))).value.low; };
        return std::tuple(attacks(a.first), -a.second, a.first) < std::tuple(attacks(b.first), -b.second, b.first);
    });
    if (with_any.empty() && record.now().empty()) {
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
        return;
    }
    document.blocks.emplace_back(table_of(record, with_any));
    Bullets lines;
    for (const auto& [key, count] : governorates_by_number(record.now(), is_attack))
        if (lines.lines.size() < described_governorates) lines.lines.push_back(described(record, key));
    if (!lines.lines.empty()) document.blocks.emplace_back(std::move(lines));
}

}  // namespace sitrep::publish
