#include "corpus.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sitrep::train {

namespace {

using nlohmann::json;

std::uint32_t code_points(std::string_view text)
{
    std::uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ',') parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

// "[[role n|words]]" anywhere, nested; appends the plain text and the spans, counted from what `text` holds already.
void read_markup(std::string_view markup, std::string& text, std::vector<GoldSpan>& spans)
{
    struct Open {
        std::size_t span, byte;
    };
    std::vector<Open> open;
    for (std::size_t at = 0; at < markup.size();) {
        if (markup.substr(at, 2) == "[[") {
            const auto bar = markup.find('|', at), space = markup.find(' ', at);
            if (bar != std::string_view::npos && space < bar) {
                GoldSpan span;
                span.role = markup.substr(at + 2, space - at - 2);
                span.numbers = split(markup.substr(space + 1, bar - space - 1));
                span.span.start = code_points(text);
                open.push_back({spans.size(), text.size()});
                spans.push_back(std::move(span));
                at = bar + 1;
                continue;
            }
        }
        if (markup.substr(at, 2) == "]]" && !open.empty()) {
            GoldSpan& span = spans[open.back().span];
            span.span.end = code_points(text);
            span.words = text.substr(open.back().byte);
            open.pop_back();
            at += 2;
            continue;
        }
        text += markup[at++];
    }
    if (!open.empty()) throw std::runtime_error("a span is never closed");
}

std::string text_or_empty(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<GoldIncident::Figures> figures(const json& incident, const char* key)
{
    const auto found = incident.find(key);
    if (found == incident.end() || found->is_null()) return std::nullopt;
    if (found->is_number()) return GoldIncident::Figures{found->get<std::int64_t>(), found->get<std::int64_t>()};
    return GoldIncident::Figures{found->at(0).get<std::int64_t>(), found->at(1).get<std::int64_t>()};
}

GoldIncident incident_of(const json& line)
{
    GoldIncident out;
    out.number = std::to_string(line.at("i").get<int>());
    out.key = text_or_empty(line, "key");
    const auto kind = incident_kind_from(text_or_empty(line, "type"));
    if (!kind) throw std::runtime_error("an incident has no known type");
    out.kind = *kind;
    out.background = line.value("background", false);
    if (const auto date = text_or_empty(line, "date"); !date.empty()) out.date = date;
    out.date_precision = text_or_empty(line, "date_precision");
    out.admin1 = text_or_empty(line, "admin1");
    out.country = text_or_empty(line, "country");
    const auto& perpetrator = line.at("perpetrator");
    out.perpetrator = text_or_empty(perpetrator, "name");
    out.status = perpetrator_status_from(text_or_empty(perpetrator, "status")).value_or(PerpetratorStatus::unknown);
    out.target_class = target_class_from(text_or_empty(line, "target_class"));
    out.killed = figures(line, "killed");
    out.injured = figures(line, "injured");
    out.abducted = figures(line, "abducted");
    out.arrested = figures(line, "arrested");
    out.perpetrators_killed = figures(line, "perpetrators_killed");
    return out;
}

std::optional<Publication> publication(const std::string& iso)
{
    const auto date = PartialDate::from_iso(iso.substr(0, 10));
    if (!date || !date->full_day()) return std::nullopt;
    return Publication{*date->full_day(), std::nullopt};
}

GoldReport report_of(const json& line)
{
    GoldReport out;
    out.id = line.at("id").get<std::string>();
    out.split = text_or_empty(line, "split");
    out.restated = text_or_empty(line, "text_kind") == "restated";
    if (!line.value("persons_marked", true)) out.marked = GoldReport::Marked::all_but_names;
    std::string text;
    const std::string title = text_or_empty(line, "title");
    if (!title.empty()) {
        read_markup(title, text, out.spans);
        text += '\n';
        for (auto& span : out.spans) span.in_title = true;
    }
    out.report.text_begin = static_cast<decltype(out.report.text_begin)>(text.size());
    read_markup(line.at("markup").get<std::string>(), text, out.spans);
    out.report.document = std::move(text);
    out.report.publisher = text_or_empty(line, "publisher");
    out.report.url = text_or_empty(line, "url");
    out.report.language = language_from_code(text_or_empty(line, "language"));
    out.report.published = publication(text_or_empty(line, "published"));
    for (const auto& incident : line.at("incidents")) out.incidents.push_back(incident_of(incident));
    for (const auto& tally : line.at("tallies"))
        if (tally.at("quantity").is_number()) out.tallies.push_back({"t" + std::to_string(tally.at("t").get<int>()), tally.at("quantity").get<std::int64_t>()});
    out.sibling_of = text_or_empty(line, "sibling_of");
    out.family = out.incidents.empty() ? out.id : out.incidents.front().key;
    return out;
}

}  // namespace

std::vector<GoldReport> read_corpus(const std::string& path)
{
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + ": cannot be opened");
    std::vector<GoldReport> reports;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty()) continue;
        try {
            reports.push_back(report_of(json::parse(line)));
        }
        catch (const std::exception& error) {
            throw std::runtime_error(fmt::format("{} line {}: {}", path, number, error.what()));
        }
    }
    return reports;
}

}  // namespace sitrep::train
