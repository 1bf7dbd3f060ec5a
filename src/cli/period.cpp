#include "cli/period.hpp"

#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace sitrep::cli {
namespace {

Day day_from(const std::string& option, const std::string& text)
{
    const auto day = day_from_iso(text);
    if (!day) throw Failed(fmt::format("{} {} is not a day. Write it like 2025-09-30.", option, text));
    return *day;
}

std::string kinds()
{
    std::string out;
    for (const auto kind : all_incident_kinds) out += (out.empty() ? "" : ", ") + std::string(to_string(kind));
    return out;
}

}  // namespace

std::chrono::year_month month_from(const std::string& text)
{
    const auto date = PartialDate::from_iso(text);
    if (!date || !date->year() || !date->month() || date->day_of_month())
        throw Failed(fmt::format("{} is not a month. Write it like 2025-09.", text));
    return std::chrono::year{*date->year()} / std::chrono::month{*date->month()};
}

Day first_day(std::chrono::year_month month)
{
    return Day{month / 1};
}

Day last_day(std::chrono::year_month month)
{
    return Day{month / std::chrono::last};
}

void Selection::add_options(CLI::App& command)
{
    auto* whole = command.add_option("--month", month, "Only this month, like 2025-09");
    command.add_option("--from", from, "First day, like 2025-09-01")->excludes(whole);
    command.add_option("--until", until, "Last day")->excludes(whole);
    command.add_option("--area", area, "Country (SY) or governorate (SY-DY) by its ISO code");
    command.add_option("--kind", kind, "Only this kind of incident");
    command.add_option("--words", words, "Only incidents whose reports hold these words, English or Arabic");
}

store::Query Selection::query() const
{
    store::Query out;
    if (!month.empty()) {
        out.from = first_day(month_from(month));
        out.until = last_day(month_from(month));
    }
    if (!from.empty()) out.from = day_from("--from", from);
    if (!until.empty()) out.until = day_from("--until", until);
    std::string code = area;
    std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    if (code.size() == 2) out.country = code;
    else if (code.size() > 3 && code[2] == '-') out.admin1_code = code;
    else if (!code.empty()) throw Failed(fmt::format("--area {} is no code. Use a country like SY or a governorate like SY-DY.", area));
    if (!kind.empty()) {
        out.kind = incident_kind_from(kind);
        if (!out.kind) throw Failed(fmt::format("--kind {} is not known. Kinds: {}.", kind, kinds()));
    }
    out.words = words;
    return out;
}

}  // namespace sitrep::cli
