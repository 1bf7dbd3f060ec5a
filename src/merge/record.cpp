// What an incident's accounts agree on.
#include "merge/record.hpp"

#include "merge/sources.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::merge {
namespace {

/// Adds up voices per value and gives the strongest; the first said wins a tie unless `better` prefers the other.
template <class T>
class Vote {
public:
    void add(const T& value, double voice)
    {
        for (auto& [known, sum] : votes_) {
            if (!(known == value)) continue;
            sum += voice;
            return;
        }
        votes_.emplace_back(value, voice);
    }
    template <class Better>
    std::optional<T> winner(Better better) const
    {
        if (votes_.empty()) return std::nullopt;
        constexpr double tie = 1e-9;
        const auto* best = &votes_.front();
        for (const auto& vote : votes_) {
            if (vote.second > best->second + tie || (vote.second > best->second - tie && better(vote.first, best->first))) best = &vote;
        }
        return best->first;
    }

private:
    std::vector<std::pair<T, double>> votes_;
};

/// The kind that says more: it wins where voices are even.
int specificity(IncidentKind kind)
{
    switch (kind) {
        case IncidentKind::suicide_or_vehicle_bomb: return 9;
        case IncidentKind::ied_or_mine: return 8;
        case IncidentKind::airstrike:
        case IncidentKind::shelling: return 7;
        case IncidentKind::execution:
        case IncidentKind::ambush: return 6;
        case IncidentKind::abduction:
        case IncidentKind::assassination_or_targeted_killing: return 5;
        case IncidentKind::security_operation:
        case IncidentKind::protest: return 4;
        case IncidentKind::checkpoint_or_raid_by_group:
        case IncidentKind::arson_or_property: return 3;
        case IncidentKind::clash: return 2;
        case IncidentKind::armed_attack: return 1;
        case IncidentKind::other_violence: break;
    }
    return 0;
}

bool later(const FiledAccount& a, const FiledAccount& b)
{
    if (!a.published || !b.published) return false;
    if (a.published->day != b.published->day) return a.published->day > b.published->day;
    return a.published->time_of_day && b.published->time_of_day && *a.published->time_of_day > *b.published->time_of_day;
}

/// "--04-18" of one account and "2024-04" or "2024" of another make 2024-04-18.
DateRange with_year(const DateRange& open, const Accounts& accounts)
{
    for (const auto& filed : accounts) {
        const auto& other = filed.account.date.start;
        if (!other || !other->year()) continue;
        if (other->month() && other->month() != open.start->month()) continue;
        if (auto date = PartialDate::of(other->year(), open.start->month(), open.start->day_of_month())) return DateRange::at(*date);
    }
    return open;
}

}  // namespace

double voice_of(const FiledAccount& filed)
{
    constexpr double background = 0.5, least = 0.5;
    return (filed.account.background ? background : 1.0) * (least + filed.account.confidence);
}

IncidentKind agreed_kind(const Accounts& accounts)
{
    Vote<IncidentKind> vote;
    for (const auto& filed : accounts) vote.add(filed.account.kind, voice_of(filed));
    return *vote.winner([](IncidentKind a, IncidentKind b) { return specificity(a) > specificity(b); });
}

DateRange agreed_date(const Accounts& accounts)
{
    // The most precise first; a known year before an open one.
    const auto rank = [](const DateRange& date) { return static_cast<int>(date.precision) * 2 + (date.first_day() ? 0 : 1); };
    int finest = static_cast<int>(DatePrecision::unknown) * 2 + 1;
    for (const auto& filed : accounts)
        if (filed.account.date.is_known()) finest = std::min(finest, rank(filed.account.date));
    Vote<DateRange> vote;
    const DateRange* open_day = nullptr;
    for (const auto& filed : accounts) {
        const auto& date = filed.account.date;
        if (!date.is_known()) continue;
        if (rank(date) == finest) vote.add(date, voice_of(filed));
        if (!date.first_day() && date.precision == DatePrecision::day && !open_day) open_day = &date;
    }
    const auto agreed = vote.winner([](const DateRange& a, const DateRange& b) { return a.first_day() && b.first_day() && *a.first_day() < *b.first_day(); });
    if (!agreed) return DateRange::unknown();
    if (open_day && (!agreed->first_day() || agreed->precision != DatePrecision::day)) return with_year(*open_day, accounts);
    return *agreed;
}

std::optional<Place> agreed_place(const Accounts& accounts)
{
    // Resolved before named; then finest; the words of most accounts decide among those.
    const auto rank = [](const Place& place) { return place.is_resolved() ? static_cast<int>(place.precision) : 100 - !place.admin1.empty() - !place.country.empty(); };
    int finest = 1000;
    for (const auto& filed : accounts)
        if (!filed.account.places.empty()) finest = std::min(finest, rank(filed.account.places.front().place));
    Vote<Place> vote;
    for (const auto& filed : accounts) {
        if (filed.account.places.empty()) continue;
        const Place& place = filed.account.places.front().place;
        if (rank(place) == finest) vote.add(place, voice_of(filed));
    }
    return vote.winner([](const Place&, const Place&) { return false; });
}

std::optional<TargetClass> agreed_target(const Accounts& accounts)
{
    Vote<TargetClass> vote;
    for (const auto& filed : accounts)
        if (!filed.account.targets.empty() && filed.account.targets.front().target_class) vote.add(*filed.account.targets.front().target_class, voice_of(filed));
    return vote.winner([](TargetClass, TargetClass) { return false; });
}

Perpetrator agreed_perpetrator(const Accounts& accounts)
{
    for (const auto status : {PerpetratorStatus::claimed, PerpetratorStatus::attributed, PerpetratorStatus::unknown}) {
        Vote<std::string> vote;
        for (const auto& filed : accounts) {
            const auto& perpetrator = filed.account.perpetrator;
            const auto& name = perpetrator.name.empty() ? perpetrator.text : perpetrator.name;
            if (perpetrator.status == status && !name.empty()) vote.add(name, voice_of(filed));
        }
        const auto name = vote.winner([](const std::string&, const std::string&) { return false; });
        if (!name) continue;
        for (const auto& filed : accounts) {
            const auto& perpetrator = filed.account.perpetrator;
            if (perpetrator.status == status && (perpetrator.name == *name || perpetrator.text == *name)) return perpetrator;
        }
    }
    return {};
}

std::vector<std::size_t> standing_figures(const Accounts& accounts, const TollOf& toll)
{
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (!toll(accounts[i].account)) continue;
        const bool replaced = std::any_of(accounts.begin(), accounts.end(), [&](const FiledAccount& other) {
            return toll(other.account) && later(other, accounts[i]) && same_publisher(other, accounts[i]);
        });
        if (!replaced) standing.push_back(i);
    }
    return standing;
}

std::optional<TollRange> toll_range(const Accounts& accounts, const TollOf& toll)
{
    std::optional<TollRange> range;
    std::optional<std::int64_t> best;
    bool one_best = true;
    for (const auto i : standing_figures(accounts, toll)) {
        const Toll& stated = *toll(accounts[i].account);
        one_best &= !best || !stated.best || best == stated.best;
        if (stated.best) best = stated.best;
        if (!range) range = TollRange{stated.low, stated.max_stated()};
        range->low = std::min(range->low, stated.low);
        range->high = std::max(range->high, stated.max_stated());
    }
    if (range && one_best) range->best = best;
    return range;
}

std::string words_of(const DateRange& date)
{
    if (!date.is_known()) return "unknown";
    const auto start = date.start->iso();
    if (!date.end || date.end == date.start) return start;
    return fmt::format("{} to {}", start, date.end->iso());
}

std::string words_of(const Toll& toll)
{
    if (toll.best && (!toll.high || *toll.high != toll.low)) {
        auto range = toll;
        range.best.reset();
        return fmt::format("{}, best {}", words_of(range), *toll.best);
    }
    if (!toll.high) return fmt::format("at least {}", toll.low);
    return *toll.high == toll.low ? std::to_string(toll.low) : fmt::format("{} to {}", toll.low, *toll.high);
}

}  // namespace sitrep::merge
