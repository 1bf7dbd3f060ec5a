#include "serve/board/question.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sitrep::serve {
namespace {

constexpr std::size_t parts_max = 40;
constexpr std::size_t word_bytes_max = 300;
constexpr std::size_t limit_max = 200;

template <class Value, class From>
std::vector<Value> listed(const Request& request, std::string_view name, From from)
{
    std::vector<Value> out;
    const auto found = request.query.find(name);
    if (found == request.query.end() || found->second.empty()) return out;
    for (const auto& part : parts_of(found->second, ',')) {
        const auto value = from(part);
        if (!value) refuse_parameter(name, fmt::format("{} is not one of its words; /vocabulary lists them", part));
        out.push_back(*value);
    }
    return out;
}

std::optional<bool> yes_or_no(const Request& request, std::string_view name)
{
    const auto found = request.query.find(name);
    if (found == request.query.end() || found->second.empty()) return std::nullopt;
    if (found->second == "yes") return true;
    if (found->second == "no") return false;
    refuse_parameter(name, "write yes or no");
}

std::optional<store::Box> box_of(const Request& request)
{
    const auto found = request.query.find("within");
    if (found == request.query.end() || found->second.empty()) return std::nullopt;
    const auto parts = parts_of(found->second, ',');
    double degrees[4] = {};
    bool good = parts.size() == 4;
    for (std::size_t i = 0; good && i < 4; ++i) {
        const auto [end, error] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), degrees[i]);
        good = error == std::errc{} && end == parts[i].data() + parts[i].size() && degrees[i] >= -180 && degrees[i] <= 180;
    }
    if (!good || degrees[0] > degrees[2] || degrees[1] > degrees[3]) refuse_parameter("within", "write south,west,north,east in degrees: 33,38,37,42");
    return store::Box{degrees[0], degrees[1], degrees[2], degrees[3]};
}

Sort sort_of(const Request& request)
{
    const auto word = word_of(request, "sort", 20);
    if (word.empty() || word == "-date") return Sort::newest_day;
    if (word == "date") return Sort::oldest_day;
    if (word == "-dead") return Sort::most_dead;
    if (word == "doubt") return Sort::doubt;
    if (word == "-id") return Sort::newest_id;
    if (word == "id") return Sort::oldest_id;
    refuse_parameter("sort", "write -date, date, -dead, doubt, -id or id");
}

void take_dates(const Request& request, Question& question)
{
    question.from = day_of(request, "from");
    question.until = day_of(request, "until");
    const auto month = word_of(request, "month", 10);
    if (month.empty()) return;
    const auto days = days_of_month(month);
    if (!days) refuse_parameter("month", "write it like 2025-09");
    question.from = question.from ? std::max(*question.from, days->first) : days->first;
    question.until = question.until ? std::min(*question.until, days->second) : days->second;
}

}  // namespace

void refuse_parameter(std::string_view name, const std::string& why)
{
    Problem problem(400, "bad_parameter", fmt::format("{}: {}", name, why));
    problem.field = std::string(name);
    throw problem;
}

std::vector<std::string> parts_of(std::string_view text, char between)
{
    std::vector<std::string> out;
    while (out.size() < parts_max) {
        const auto end = text.find(between);
        out.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string word_of(const Request& request, std::string_view name, std::size_t bytes_max)
{
    const auto found = request.query.find(name);
    if (found == request.query.end()) return {};
    if (found->second.size() > bytes_max) refuse_parameter(name, fmt::format("at most {} bytes", bytes_max));
    return found->second;
}

std::int64_t number_of(const Request& request, std::string_view name, std::int64_t otherwise)
{
    const auto text = word_of(request, name, 20);
    if (text.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) refuse_parameter(name, "a whole number is expected");
    return number;
}

std::size_t limit_of(const Request& request)
{
    const auto limit = number_of(request, "limit", 50);
    if (limit < 1 || limit > std::int64_t(limit_max)) refuse_parameter("limit", fmt::format("from 1 to {}", limit_max));
    return std::size_t(limit);
}

std::optional<Day> day_of(const Request& request, std::string_view name)
{
    const auto text = word_of(request, name, 20);
    if (text.empty()) return std::nullopt;
    const auto day = day_from_iso(text);
    if (!day) refuse_parameter(name, "write a day like 2025-09-18");
    return day;
}

std::optional<std::pair<Day, Day>> days_of_month(std::string_view month)
{
    if (month.size() != 7) return std::nullopt;
    const auto first = day_from_iso(std::string(month) + "-01");
    if (!first) return std::nullopt;
    const std::chrono::year_month_day day{*first};
    return std::pair(*first, Day{std::chrono::year_month_day_last{day.year(), std::chrono::month_day_last{day.month()}}});
}

std::string name_of(const Question& question)
{
    std::string out;
    const auto put = [&](const auto& value) { fmt::format_to(std::back_inserter(out), "{}|", value); };
    const auto put_all = [&](const auto& values) {
        for (const auto value : values) fmt::format_to(std::back_inserter(out), "{},", int(value));
        out += '|';
    };
    const auto put_optional = [&](const auto& value) {
        if (value) put(*value);
        else out += '|';
    };
    const auto put_text = [&](const std::string& text) { fmt::format_to(std::back_inserter(out), "{}:{}|", text.size(), text); };  // no text reads as two
    const auto put_day = [&](const std::optional<Day>& day) { put(day ? to_iso(*day) : std::string()); };
    put_day(question.from);
    put_day(question.until);
    for (const auto& area : question.areas) put_text(area);
    put_text(question.district);
    put_all(question.kinds);
    put_all(question.statuses);
    put_all(question.targets);
    put_all(question.grades);
    put_text(question.actor);
    put_optional(question.reviewed);
    put_optional(question.conflicts);
    put_optional(question.background);
    put(question.withdrawn);
    put(int(question.second));
    put_optional(question.dead_min);
    if (const auto& box = question.within) fmt::format_to(std::back_inserter(out), "{},{},{},{}", box->south, box->west, box->north, box->east);
    put_text(question.words);
    put(question.open_only);
    put(int(question.sort));
    return out;
}

Question question_from(const Request& request)
{
    Question out;
    take_dates(request, out);
    const auto area = word_of(request, "area", word_bytes_max);
    if (!area.empty()) out.areas = parts_of(area, ',');
    out.district = word_of(request, "district", word_bytes_max);
    out.kinds = listed<IncidentKind>(request, "kind", [](const std::string& word) { return incident_kind_from(word); });
    out.statuses = listed<PerpetratorStatus>(request, "status", [](const std::string& word) { return perpetrator_status_from(word); });
    out.targets = listed<TargetClass>(request, "target", [](const std::string& word) { return target_class_from(word); });
    out.grades = listed<Grade>(request, "grade", [](const std::string& word) { return grade_from(word); });
    out.actor = word_of(request, "actor", word_bytes_max);
    out.reviewed = yes_or_no(request, "reviewed");
    out.conflicts = yes_or_no(request, "conflicts");
    out.background = yes_or_no(request, "background");
    out.withdrawn = yes_or_no(request, "withdrawn").value_or(false);
    const auto second = word_of(request, "second", 20);
    if (second == "needed") out.second = SecondAsked::needed;
    else if (second == "done") out.second = SecondAsked::done;
    else if (second == "disagrees") out.second = SecondAsked::disagrees;
    else if (!second.empty()) refuse_parameter("second", "write needed, done or disagrees");
    if (request.query.contains("dead")) out.dead_min = number_of(request, "dead", 0);
    out.within = box_of(request);
    out.words = word_of(request, "words", word_bytes_max);
    out.sort = sort_of(request);
    out.limit = limit_of(request);
    out.cursor = word_of(request, "cursor", 100);
    return out;
}

}  // namespace sitrep::serve
