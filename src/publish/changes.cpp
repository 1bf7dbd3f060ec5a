#include "publish/changes.hpp"

#include "publish/registers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace sitrep::publish {
namespace {

struct Field {
    std::string_view name;
    Label label;
};
constexpr std::array fields{Field{"kind", Label::kind},       Field{"date", Label::date},         Field{"area", Label::governorate},
                            Field{"killed", Label::killed},   Field{"injured", Label::injured},   Field{"abducted", Label::abducted},
                            Field{"arrested", Label::arrested}, Field{"grade", Label::grade}};

constexpr std::string_view arrow = " → ";

std::string toll(const std::optional<TollRange>& range) { return range ? range_words(*range) : std::string(); }

/// The value of "name=value" in a state; nothing when the state has no such field.
std::optional<std::string_view> value_in(std::string_view state, std::string_view name)
{
    while (!state.empty()) {
        const std::size_t end = std::min(state.find("; "), state.size());
        const std::string_view part = state.substr(0, end);
        if (part.starts_with(name) && part.substr(name.size()).starts_with('=')) return part.substr(name.size() + 1);
        state.remove_prefix(std::min(end + 2, state.size()));
    }
    return std::nullopt;
}

constexpr std::string_view to = "–";

/// One part, or two with a dash between them, each of which `fits`.
template <class Fits>
bool is_range_of(std::string_view value, std::string_view dash, const Fits& fits)
{
    const std::size_t at = value.find(dash);
    if (at == std::string_view::npos) return fits(value);
    return fits(value.substr(0, at)) && fits(value.substr(at + dash.size()));
}

bool is_toll(std::string_view value)
{
    constexpr std::size_t digits_max = 6;
    return is_range_of(value, to, [](std::string_view part) {
        return !part.empty() && part.size() <= digits_max && std::all_of(part.begin(), part.end(), [](unsigned char c) { return std::isdigit(c); });
    });
}

bool is_date(std::string_view value)
{
    return is_range_of(value, " – ", [](std::string_view part) { return PartialDate::from_iso(part).has_value(); });
}

/// A value of a state in words, or nothing when it is not one of our codes.
std::optional<std::string> in_words(Edition edition, std::string_view field, std::string_view value)
{
    if (value.empty()) return "–";
    if (field == "kind") {
        const auto kind = incident_kind_from(value);
        return kind ? std::optional(say(edition, label_of(*kind))) : std::nullopt;
    }
    if (field == "grade") {
        const auto grade = grade_from(value);
        return grade ? std::optional(grade_words(edition, *grade, false)) : std::nullopt;
    }
    if (field == "area") {
        const Area* area = area_coded(value);
        if (area == nullptr) return std::nullopt;
        return edition == Edition::arabic && !area->name_ar.empty() ? area->name_ar : area->name;
    }
    const bool ours = field == "date" ? is_date(value) : is_toll(value);
    return ours ? std::optional(isolated(edition, std::string(value))) : std::nullopt;
}

std::string differences(Edition edition, std::string_view before, std::string_view after)
{
    std::string out;
    for (const Field& field : fields) {
        const auto was = value_in(before, field.name), is = value_in(after, field.name);
        if (!was || !is || *was == *is) continue;
        const auto was_words = in_words(edition, field.name, *was), is_words = in_words(edition, field.name, *is);
        if (!was_words || !is_words) continue;
        // In Arabic the sentence runs the other way, and so does its arrow.
        const std::string_view sign = edition == Edition::arabic ? " ← " : arrow;
        if (!out.empty()) out += edition == Edition::arabic ? "؛ " : "; ";
        out += say(edition, field.label) + ": " + *was_words + std::string(sign) + *is_words;
    }
    return out;
}

}  // namespace

std::string state_of(const PublicIncident& incident)
{
    return fmt::format("kind={}; date={}; area={}; killed={}; injured={}; abducted={}; arrested={}; grade={}; accepted={}", to_string(incident.kind),
                       incident.date.start ? date_words(Edition::english, incident.date) : std::string(), incident.admin1_code, toll(incident.killed),
                       toll(incident.injured), toll(incident.abducted), toll(incident.arrested), to_string(incident.grade),
                       incident.accepted ? "yes" : "no");
}

std::string change_words(Edition edition, std::string_view line)
{
    const std::size_t space = std::min(line.find(' '), line.size());
    const auto id = incident_id_from(line.substr(0, space));
    if (!id) return {};
    const std::string_view rest = line.substr(std::min(space + 1, line.size()));
    const std::string subject = to_string(*id) + ": ";
    if (rest.starts_with("new")) return subject + say(edition, Label::change_new);
    if (rest.starts_with("withdrawn")) return subject + say(edition, Label::change_gone);
    const std::size_t at = rest.find(arrow);
    const std::string what = at == std::string_view::npos ? std::string() : differences(edition, rest.substr(0, at), rest.substr(at + arrow.size()));
    return subject + (what.empty() ? say(edition, Label::change_other) : what);
}

}  // namespace sitrep::publish
