// The month in a paragraph: our own words, made from the counts and nothing else.
#include "publish/counts.hpp"
#include "publish/sections.hpp"

#include <algorithm>

namespace sitrep::publish {
namespace {

constexpr double unlikely = 0.05;
constexpr std::size_t named_kinds = 3;
constexpr std::size_t named_governorates = 3;

std::string joined(const Record& record, const std::vector<std::string>& items)
{
    std::string out;
    for (const std::string& item : items) {
        if (!out.empty()) out += record.arabic() ? "، " : ", ";
        out += item;
    }
    return out;
}

std::string direction(const Record& record, std::int64_t now)
{
    const std::string last_month = month_words(record.edition, record.last_month);
    if (!record.has_data(record.last_month)) return record.say(Label::direction_unknown, last_month);
    const std::int64_t before = number_of(record.of(record.last_month), is_attack).value.low;
    if (now == before) return record.say(Label::direction_same, before, last_month, now);
    std::string out = record.say(now > before ? Label::direction_up : Label::direction_down, before, last_month, now);
    const double chance = chance_of_difference(now, before);
    out += ' ' + record.say(chance < unlikely ? Label::beyond_chance : Label::within_chance, fmt::format("{:.2f}", std::max(chance, 0.01)));
    const auto sources = record.sources(record.month), sources_before = record.sources(record.last_month);
    if (sources != sources_before) out += ' ' + record.say(Label::sources_changed, sources_before, sources);
    return out;
}

std::string kinds(const Record& record)
{
    std::vector<std::string> items;
    for (const auto& [kind, count] : kinds_by_number(record.now(), is_attack)) {
        if (items.size() == named_kinds) break;
        items.push_back(record.say(label_of(kind)) + " (" + isolated(record.edition, fmt::format("{}", count)) + ")");
    }
    return items.empty() ? std::string() : record.say(Label::kinds_most, joined(record, items));
}

std::string places(const Record& record)
{
    std::vector<std::string> items;
    for (const auto& [key, count] : governorates_by_number(record.now(), is_attack)) {
        if (items.size() == named_governorates) break;
        const auto& now = record.now();
        const auto one_there = std::find_if(now.begin(), now.end(), [&, &wanted = key](const auto* i) { return governorate_key(*i) == wanted; });
        items.push_back(governorate_words(record.edition, **one_there) + " (" + isolated(record.edition, fmt::format("{}", count)) + ")");
    }
    return items.empty() ? std::string() : record.say(Label::where_most, joined(record, items));
}

}  // namespace

void add_month_paragraph(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::month_heading), "month", 2});
    if (!record.has_data(record.month)) return add_nobody_looked(document, record);
    const Incidents& now = record.now();
    const std::int64_t attacks = number_of(now, is_attack).value.low;
    const std::int64_t operations = number_of(now, [](const PublicIncident& i) { return series_of(i.kind) == Series::operation; }).value.low;
    const auto all = std::int64_t(now.size());
    std::string text = record.say(Label::month_counts, all, month_words(record.edition, record.month), attacks, operations, all - attacks - operations);
    text += ' ' + direction(record, attacks);
    for (const std::string& sentence : {places(record), kinds(record)})
        if (!sentence.empty()) text += ' ' + sentence;
    document.blocks.emplace_back(Paragraph{one(text), Paragraph::Role::lead});
}

std::string none_words(const Record& record)
{
    return record.has_data(record.month) ? record.say(Label::none_recorded) : record.say(Label::nobody_looked, month_words(record.edition, record.month));
}

void add_nobody_looked(Document& document, const Record& record)
{
    document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::lead});
}

}  // namespace sitrep::publish
