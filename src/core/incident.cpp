#include "core/incident.hpp"

#include <charconv>

namespace sitrep {
namespace {
constexpr std::array<std::string_view, 5> grade_names{"confirmed", "fair", "weak", "contested", "claimed_only"};
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

std::string_view to_string(Grade grade) { return grade_names[std::size_t(grade)]; }

std::optional<Grade> grade_from(std::string_view text)
{
    for (std::size_t i = 0; i < grade_names.size(); ++i)
        if (grade_names[i] == text) return Grade(i);
    return std::nullopt;
}

}  // namespace sitrep
