#include "publish/counts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sitrep::publish {
namespace {

template <class Key>
std::vector<std::pair<Key, std::int64_t>> most_frequent_first(const std::map<Key, std::int64_t>& counts)
{
    std::vector<std::pair<Key, std::int64_t>> out(counts.begin(), counts.end());
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return std::pair(-a.second, a.first) < std::pair(-b.second, b.first); });
    return out;
}

double middle(std::vector<std::int64_t> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? double(values[half]) : double(values[half - 1] + values[half]) / 2;
}

}  // namespace

Figure number_of(const Incidents& incidents, const Which& which)
{
    Figure figure;
    for (const PublicIncident* incident : incidents)
        if (which(*incident)) figure.from.push_back(incident->id);
    figure.value.low = figure.value.high = std::int64_t(figure.from.size());
    return figure;
}

Figure toll_of(const Incidents& incidents, TollField field, const Which& which)
{
    Figure figure;
    bool any = false, any_stated = false;
    for (const PublicIncident* incident : incidents) {
        if (!which(*incident)) continue;
        const auto& toll = incident->*field;
        any = true;
        any_stated |= toll.has_value();
        if (!toll || toll->high == 0) continue;
        figure.value.low += toll->low;
        figure.value.high += toll->high;
        figure.from.push_back(incident->id);
    }
    figure.stated = any_stated || !any;
    return figure;
}

Inline shown(const Figure& figure) { return figure.stated ? Inline{range_words(figure.value), figure.from, {}, false, false} : faint("–"); }

std::string figure_words(const Record& record, const Figure& figure) { return figure.stated ? range_words(figure.value) : record.say(Label::not_stated); }

bool is_attack(const PublicIncident& incident) { return series_of(incident.kind) == Series::attack; }
bool is_security_operation(const PublicIncident& incident) { return incident.kind == IncidentKind::security_operation; }
bool is_airstrike(const PublicIncident& incident) { return incident.kind == IncidentKind::airstrike; }
bool meets_the_rule(const PublicIncident& incident) { return incident.grade == Grade::confirmed; }
bool is_claimed_only(const PublicIncident& incident) { return incident.grade == Grade::claimed_only; }
bool hit_civilians(const PublicIncident& incident)
{
    return incident.target_class == TargetClass::civilian || incident.target_class == TargetClass::official;
}

Which attacks_that(Which also)
{
    return [also = std::move(also)](const PublicIncident& incident) { return is_attack(incident) && also(incident); };
}

Which of_kind(IncidentKind kind)
{
    return [kind](const PublicIncident& incident) { return incident.kind == kind; };
}

std::string governorate_key(const PublicIncident& incident) { return incident.admin1_code.empty() ? incident.admin1 : incident.admin1_code; }

Which in_governorate(std::string key)
{
    return [key = std::move(key)](const PublicIncident& incident) { return governorate_key(incident) == key; };
}

std::optional<MedianRange> median_of(const std::vector<TollRange>& values)
{
    if (values.empty()) return std::nullopt;
    std::vector<std::int64_t> lows, highs;
    for (const TollRange& value : values) {
        lows.push_back(value.low);
        highs.push_back(value.high);
    }
    return MedianRange{middle(std::move(lows)), middle(std::move(highs))};
}

std::string median_words(const MedianRange& median)
{
    return median.low == median.high ? fmt::format("{:g}", median.low) : fmt::format("{:g}–{:g}", median.low, median.high);
}

double chance_of_difference(std::int64_t a, std::int64_t b)
{
    const std::int64_t n = a + b, k = std::min(a, b);
    if (n == 0) return 1;
    double tail = 0;
    for (std::int64_t i = 0; i <= k; ++i)
        tail += std::exp(std::lgamma(double(n + 1)) - std::lgamma(double(i + 1)) - std::lgamma(double(n - i + 1)) - double(n) * std::log(2.0));
    return std::min(1.0, 2 * tail);
}

std::vector<std::pair<IncidentKind, std::int64_t>> kinds_by_number(const Incidents& incidents, const Which& which)
{
    std::map<IncidentKind, std::int64_t> counts;
    for (const PublicIncident* incident : incidents)
        if (which(*incident)) ++counts[incident->kind];
    return most_frequent_first(counts);
}

std::vector<std::pair<std::string, std::int64_t>> governorates_by_number(const Incidents& incidents, const Which& which)
{
    std::map<std::string, std::int64_t> counts;
    for (const PublicIncident* incident : incidents)
        if (which(*incident) && !governorate_key(*incident).empty()) ++counts[governorate_key(*incident)];
    return most_frequent_first(counts);
}

}  // namespace sitrep::publish
