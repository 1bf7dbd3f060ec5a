#include "tables/marks.hpp"

#include <charconv>

namespace sitrep::tables {
namespace {

std::optional<Toll> as_toll(const std::optional<TollRange>& range, Span span)
{
    if (!range) return std::nullopt;
    return Toll{range->low, range->high, span};
}

}  // namespace

void take_marks(const TableMarks& marks, Span span, RowEvent& event)
{
    Account& account = event.account;
    account.kind = marks.kind;
    account.date = marks.date;
    account.killed = as_toll(marks.killed, span);
    account.injured = as_toll(marks.injured, span);
    account.abducted = as_toll(marks.abducted, span);
    account.arrested = as_toll(marks.arrested, span);
    account.perpetrators_killed = as_toll(marks.perpetrators_killed, span);
    account.perpetrator.status = marks.status;
    if (!marks.hit) account.targets.clear();
    else if (account.targets.empty()) account.targets.push_back({std::string(to_string(*marks.hit)), marks.hit, span, std::nullopt, std::nullopt});
    else account.targets.front().target_class = marks.hit;
    event.place.precision = marks.place;
}

std::optional<Publication> published_at(std::string_view cell)
{
    constexpr std::size_t seconds_digits_min = 9, seconds_digits_max = 11;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), seconds);
    if (error == std::errc{} && end == cell.data() + cell.size() && cell.size() >= seconds_digits_min && cell.size() <= seconds_digits_max) {
        const std::chrono::sys_seconds at{std::chrono::seconds{seconds}};
        const auto day = std::chrono::floor<std::chrono::days>(at);
        return Publication{day, at - day};
    }
    constexpr std::size_t iso_day = 10;
    if (const auto day = day_from_iso(cell.substr(0, iso_day))) return Publication{*day, std::nullopt};
    return std::nullopt;
}

}  // namespace sitrep::tables
