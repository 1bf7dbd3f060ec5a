#include "core/incident.hpp"

#include <algorithm>
#include <charconv>

namespace sitrep {
namespace {
constexpr std::array<std::string_view, 6> grade_names{"confirmed", "fair", "weak", "contested", "claimed_only", "discounted"};
}

std::string to_string(IncidentId id)
{
    return "I" + std::to_string(std::int64_t(id));
}

std::optional<IncidentId> incident_id_from(std::string_view text)
{
    if (text.starts_with('I') || text.starts_with('i')) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return std::nullopt;
    return IncidentId{value};
}

namespace {

/// Since when an incident can be known: its last possible day where that is exact enough, else the day on which it was first told.
Day known_since(const Incident& incident)
{
    const auto last = incident.date.last_day();
    if (last && incident.date.precision <= DatePrecision::week) return *last;
    Day earliest = Day::max();
    for (const auto& filed : incident.accounts)
        if (filed.published) earliest = std::min(earliest, filed.published->day);
    return earliest;
}

}  // namespace

std::vector<std::size_t> old_news_in(const Incident& incident)
{
    constexpr std::chrono::days news_at_most{21};
    const Day known = known_since(incident);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < incident.accounts.size(); ++i) {
        const auto& filed = incident.accounts[i];
        if (!filed.account.background && filed.published && filed.published->day - news_at_most > known) out.push_back(i);
    }
    return out;
}

std::string_view to_string(Grade grade) { return grade_names[std::size_t(grade)]; }

std::optional<Grade> grade_from(std::string_view text)
{
    for (std::size_t i = 0; i < grade_names.size(); ++i)
        if (grade_names[i] == text) return Grade(i);
    return std::nullopt;
}

}  // namespace sitrep
