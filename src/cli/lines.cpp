#include "cli/lines.hpp"

#include <fmt/format.h>

namespace sitrep::cli {

std::string in_words(const DateRange& date)
{
    if (!date.start) return "date unknown";
    if (!date.end || date.end == date.start) return date.start->iso();
    return date.start->iso() + " to " + date.end->iso();
}

std::string in_words(const TollRange& toll)
{
    return toll.low == toll.high ? std::to_string(toll.low) : fmt::format("{}–{}", toll.low, toll.high);
}

std::string place_in_words(const Incident& incident)
{
    std::string name;
    if (incident.place) {
        name = incident.place->name;
        if (!incident.place->admin1.empty() && incident.place->admin1 != name) name += (name.empty() ? "" : ", ") + incident.place->admin1;
        if (name.empty()) name = incident.place->country;
    }
    for (const auto& filed : incident.accounts)
        if (!filed.account.places.empty() && (!incident.place || !incident.place->is_resolved()))
            return filed.account.places.front().text + (name.empty() ? " (not resolved)" : fmt::format(" (not resolved; {})", name));
    return name.empty() ? "place unknown" : name;
}

std::string perpetrator_in_words(const Incident& incident)
{
    if (incident.perpetrator.empty()) return "unknown";
    return fmt::format("{} ({})", incident.perpetrator, to_string(incident.status));
}

std::string one_line(const Incident& incident)
{
    std::string toll;
    if (incident.killed) toll += fmt::format("  killed {}", in_words(*incident.killed));
    if (incident.injured) toll += fmt::format("  injured {}", in_words(*incident.injured));
    if (incident.abducted) toll += fmt::format("  abducted {}", in_words(*incident.abducted));
    if (incident.arrested) toll += fmt::format("  arrested {}", in_words(*incident.arrested));
    return fmt::format("{:<6} {:<12} {:<34} {}  by {}{}  [{}, {} {}{}{}]", to_string(incident.id), in_words(incident.date), to_string(incident.kind),
                       place_in_words(incident), perpetrator_in_words(incident), toll, to_string(incident.grade), incident.independent_sources,
                       incident.independent_sources == 1 ? "source" : "sources", incident.background_only ? ", background" : "",
                       incident.accepted ? ", accepted" : "");
}

std::string cut(const Report& report, Span span)
{
    std::uint32_t code_point = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < report.document.size(); ++i) {
        if ((static_cast<unsigned char>(report.document[i]) & 0xC0) == 0x80) continue;
        if (code_point == span.start) begin = i;
        if (code_point == span.end) return report.document.substr(begin, i - begin);
        ++code_point;
    }
    return report.document.substr(begin);
}

}  // namespace sitrep::cli
