// The five to eight things a reader takes away, each against last month and the same month last year.
#include "publish/counts.hpp"
#include "publish/sections.hpp"
#include "publish/stated_counts.hpp"

#include <algorithm>
#include <cstdlib>

namespace sitrep::publish {
namespace {

/// "{0}" of a label as a number that leads to its incidents, the rest as it is.
Line line_with(const Record& record, Label label, const std::vector<Figure>& figures)
{
    Line line;
    std::string_view rest = words_for(label, record.edition);
    while (!rest.empty()) {
        const std::size_t brace = rest.find('{');
        if (brace != 0) line.push_back(strong(std::string(rest.substr(0, brace))));
        if (brace == std::string_view::npos) break;
        const Figure& figure = figures.at(std::size_t(rest[brace + 1] - '0'));
        Inline value = figure.stated ? shown(figure) : plain(record.say(Label::not_stated));
        value.strong = true;
        line.push_back(std::move(value));
        rest.remove_prefix(rest.find('}') + 1);
    }
    return line;
}

/// " (last month 5, same month last year 7)", with "no data" where the library holds nothing.
void add_comparison(Line& line, const Record& record, const std::function<Figure(Month)>& figure_of)
{
    const auto said = [&](Month month) { return record.has_data(month) ? figure_words(record, figure_of(month)) : record.say(Label::no_data); };
    line.push_back(faint(" (" + record.say(Label::compared, said(record.last_month), said(record.year_ago)) + ")"));
}

Line attacks_point(const Record& record)
{
    const auto confirmed = [&](Month month) { return number_of(record.of(month), attacks_that(meets_the_rule)); };
    Line line = line_with(record, Label::key_attacks, {confirmed(record.month)});
    add_comparison(line, record, confirmed);
    return line;
}

Line all_attacks_point(const Record& record)
{
    const auto all = [&](Month month) { return number_of(record.of(month), is_attack); };
    Line line = line_with(record, Label::key_all_attacks, {all(record.month)});
    add_comparison(line, record, all);
    return line;
}

Line harm_point(const Record& record)
{
    const Incidents& now = record.now();
    const auto killed = [&](Month month) { return toll_of(record.of(month), &PublicIncident::killed, is_attack); };
    Line line = line_with(record, Label::key_harm, {killed(record.month), toll_of(now, &PublicIncident::injured, is_attack)});
    add_comparison(line, record, killed);
    line.push_back(plain(". "));
    const Which civilians = attacks_that([](const PublicIncident& i) { return i.target_class == TargetClass::civilian; });
    for (Inline& part : line_with(record, Label::key_civilians, {toll_of(now, &PublicIncident::killed, civilians), toll_of(now, &PublicIncident::injured, civilians)})) {
        part.strong = false;
        line.push_back(std::move(part));
    }
    return line;
}

Line operations_point(const Record& record)
{
    const auto operations = [&](Month month) { return number_of(record.of(month), is_security_operation); };
    const Which militants = [](const PublicIncident& i) { return series_of(i.kind) == Series::operation && i.target_class == TargetClass::militant; };
    Line line = line_with(record, Label::key_operations,
                          {operations(record.month), toll_of(record.now(), &PublicIncident::arrested, is_security_operation),
                           toll_of(record.now(), &PublicIncident::killed, militants)});
    add_comparison(line, record, operations);
    return line;
}

std::optional<Line> kind_point(const Record& record)
{
    if (!record.has_data(record.last_month)) return std::nullopt;
    std::optional<IncidentKind> most;
    std::int64_t most_change = 2;  // a change of one or two is no news
    for (const IncidentKind kind : all_incident_kinds) {
        if (series_of(kind) != Series::attack) continue;
        const std::int64_t change = std::abs(number_of(record.now(), of_kind(kind)).value.low - number_of(record.of(record.last_month), of_kind(kind)).value.low);
        if (change <= most_change) continue;
        most = kind;
        most_change = change;
    }
    if (!most) return std::nullopt;
    const Figure now = number_of(record.now(), of_kind(*most));
    return one(record.say(Label::key_kind, record.say(label_of(*most)), now.value.low, number_of(record.of(record.last_month), of_kind(*most)).value.low));
}

std::optional<Line> place_point(const Record& record)
{
    const auto governorates = governorates_by_number(record.now(), is_attack);
    if (governorates.empty()) return std::nullopt;
    std::int64_t placed = 0;
    for (const auto& [key, count] : governorates) placed += count;
    const auto& [key, count] = governorates.front();
    const auto& incidents = record.now();
    const auto example = std::find_if(incidents.begin(), incidents.end(), [&, &wanted = key](const auto* i) { return governorate_key(*i) == wanted; });
    return one(record.say(Label::key_place, governorate_words(record.edition, **example), count, placed));
}

std::optional<Line> tally_point(const Record& record)
{
    for (const StatedCount& stated : stated_counts(record)) {
        if (!stated.ours || stated.tally.claimant.empty()) continue;
        return one(record.say(Label::key_tally, claimant_words(record.edition, stated.tally.claimant), unit_words(record.edition, stated.tally),
                              stated.tally.quantity, scope_words(record.edition, stated.tally), stated_period_words(record.edition, stated.tally),
                              range_words(stated.ours->value)));
    }
    return std::nullopt;
}

}  // namespace

void add_key_points(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::key_points), "key-points", 2});
    if (!record.has_data(record.month)) return add_nobody_looked(document, record);
    Bullets points;
    if (record.now().empty()) points.lines.push_back(one(record.say(Label::key_none)));
    points.lines.push_back(attacks_point(record));
    points.lines.push_back(all_attacks_point(record));
    points.lines.push_back(harm_point(record));
    points.lines.push_back(operations_point(record));
    const Figure claims = number_of(record.now(), attacks_that(is_claimed_only));
    if (!claims.from.empty()) points.lines.push_back(line_with(record, Label::key_claims, {claims}));
    for (const auto& point : {place_point(record), tally_point(record), kind_point(record)})
        if (point && points.lines.size() < 7) points.lines.push_back(*point);
    points.lines.push_back(one(record.say(Label::key_sources, record.sources(record.month), record.sources(record.last_month))));
    document.blocks.emplace_back(std::move(points));
}

}  // namespace sitrep::publish
