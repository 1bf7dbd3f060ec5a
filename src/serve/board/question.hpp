// The filters of lists and maps, as asked in a query string.
#pragma once

#include "core/incident.hpp"
#include "serve/http/message.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::serve {

enum class Sort : std::uint8_t { newest_day, oldest_day, most_dead, doubt, newest_id, oldest_id };
enum class SecondAsked : std::uint8_t { any, needed, done, disagrees };

struct Question {
    std::optional<Day> from, until;       ///< an incident is in when its date range touches them; an undated one is not
    std::vector<std::string> areas;       ///< country or governorate codes
    std::string district;
    std::vector<IncidentKind> kinds;
    std::vector<PerpetratorStatus> statuses;
    std::vector<TargetClass> targets;
    std::vector<Grade> grades;
    std::string actor;                    ///< "unknown" for none
    std::optional<bool> reviewed, conflicts, background;
    bool withdrawn = false;               ///< only these; else never
    SecondAsked second = SecondAsked::any;
    std::optional<std::int64_t> dead_min;
    std::optional<store::Box> within;
    std::string words;
    bool open_only = false;               ///< the queue: neither accepted nor withdrawn
    Sort sort = Sort::newest_day;
    std::size_t limit = 50;
    std::string cursor;
};

/// The same for two questions that find the same in the same order, whatever page of it is asked for.
std::string name_of(const Question& question);

/// Throws Problem(400) that names the parameter.
Question question_from(const Request& request);

// Single parameters; all throw Problem(400).
std::size_t limit_of(const Request& request);
std::int64_t number_of(const Request& request, std::string_view name, std::int64_t otherwise);
std::optional<Day> day_of(const Request& request, std::string_view name);
std::string word_of(const Request& request, std::string_view name, std::size_t bytes_max);
[[noreturn]] void refuse_parameter(std::string_view name, const std::string& why);
/// "2025-09" to its first and last day.
std::optional<std::pair<Day, Day>> days_of_month(std::string_view month);
std::vector<std::string> parts_of(std::string_view text, char between);

}  // namespace sitrep::serve
