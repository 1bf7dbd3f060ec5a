// sitrep report: the situation report of a month.
#include "cli/area.hpp"
#include "cli/commands.hpp"
#include "cli/period.hpp"
#include "publish/month.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace sitrep::cli {
namespace {

/// Months before the reported one that the comparisons and charts look back on.
constexpr std::chrono::months looked_back{24};

struct ReportArguments {
    std::string month, area, language = "en", format = "html", output, desk = "Monitoring desk";
    std::string closed;
};

Day day_closed(const std::string& asked)
{
    if (asked.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto day = day_from_iso(asked);
    if (!day) throw Failed(fmt::format("--closed {} is not a day. Write it like 2025-10-05.", asked));
    return *day;
}

std::string file_name(const ReportArguments& arguments, const Area& area)
{
    return fmt::format("sitrep-{}{}{}.{}", arguments.month, area.code.empty() ? "" : "-" + area.code, arguments.language == "ar" ? "-ar" : "",
                       arguments.format);
}

/// The country most incidents are in: what the map shows when no area is asked for.
std::string main_country(const std::vector<Incident>& incidents)
{
    std::map<std::string, int> count;
    for (const auto& incident : incidents)
        if (incident.place && !incident.place->country.empty()) ++count[incident.place->country];
    std::string best;
    for (const auto& [country, number] : count)
        if (best.empty() || number > count[best]) best = country;
    return best;
}

std::vector<std::string> changes_since(const std::optional<store::Edition>& last, const std::vector<std::pair<IncidentId, std::string>>& now)
{
    if (!last) return {};
    std::map<std::int64_t, std::string> before;
    for (const auto& line : last->lines) before[std::int64_t(line.incident)] = line.state;
    std::vector<std::string> out;
    for (const auto& [id, state] : now) {
        const auto old = before.find(std::int64_t(id));
        if (old == before.end()) {
            out.push_back(fmt::format("{} new: {}", to_string(id), state));
            continue;
        }
        if (old->second != state) out.push_back(fmt::format("{} {} → {}", to_string(id), old->second, state));
        before.erase(old);
    }
    for (const auto& [id, state] : before) out.push_back(fmt::format("{} withdrawn, merged or moved to another month: {}", to_string(IncidentId{id}), state));
    return out;
}

publish::MonthInput gather(const ReportArguments& arguments, const store::Store& library, const place::Gazetteer& gazetteer, const Area& area)
{
    publish::MonthInput input;
    input.month = month_from(arguments.month);
    input.area = area.code;
    input.area_name = area.name;
    input.area_name_ar = area.name_ar;
    input.desk = arguments.desk;
    input.closed = day_closed(arguments.closed);
    store::Query query;
    query.country = area.country;
    query.admin1_code = area.admin1_code;
    query.from = first_day(input.month - looked_back);
    query.until = last_day(input.month);
    input.incidents = library.find(query);
    store::Query this_month;
    this_month.from = first_day(input.month);
    this_month.until = last_day(input.month);
    input.tallies = library.tallies(this_month);
    input.sources_by_month = library.sources_by_month();
    input.outlines = gazetteer.admin1_outlines(area.country.empty() ? main_country(input.incidents) : area.country);
    input.attribution = gazetteer.attribution();
    input.data_version = library.log_head();
    const auto counts = library.counts();
    input.reports = counts.reports;
    input.reports_not_read = counts.not_read;
    input.refused = counts.refused;
    return input;
}

void write(const std::string& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw Failed(fmt::format("cannot write {}. Choose another place with --output.", path));
}

void run(const ReportArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const auto gazetteer = session.open_gazetteer();
    const Area area = area_from(arguments.area, gazetteer);
    auto input = gather(arguments, *library, gazetteer, area);
    const publish::Gate gate(library->person_words(), input.closed);

    const auto states = publish::published_states(input, gate);
    const auto last = library->last_edition(arguments.month, area.code);
    input.first_edition = !last;
    input.changed_since_last = changes_since(last, states);

    const auto edition = arguments.language == "ar" ? publish::Edition::arabic : publish::Edition::english;
    const auto written = arguments.format == "md" ? publish::month_markdown : arguments.format == "docx" ? publish::month_docx : publish::month_html;
    const std::string text = written(input, gate, edition);
    const std::string path = arguments.output.empty() ? file_name(arguments, area) : arguments.output;
    write(path, text);

    store::Edition made{.id = 0, .month = arguments.month, .area = area.code, .made_at = {}, .lines = {}};
    for (const auto& [id, state] : states) made.lines.push_back({id, state});
    library->in_transaction([&] { library->add_edition(made); });
    answer(session.json ? fmt::format(R"({{"report":"{}","incidents":{}}})", path, states.size()) : std::filesystem::absolute(path).string());
}

}  // namespace

void add_report(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("report", "Write the situation report of a month");
    const auto given = std::make_shared<ReportArguments>();
    session.add_options(*command);
    command->add_option("--month", given->month, "The month, like 2025-09")->required();
    command->add_option("--area", given->area, "Country or governorate, by code or name: SY, SY-DY, \"Deir ez-Zor\"");
    command->add_option("--lang", given->language, "Language of the edition")->check(CLI::IsMember({"en", "ar"}))->capture_default_str();
    command->add_option("--format", given->format, "Form of the file")->check(CLI::IsMember({"html", "md", "docx"}))->capture_default_str();
    command->add_option("-o,--output", given->output, "File to write (default: sitrep-MONTH.html here)");
    command->add_option("--desk", given->desk, "Name of the desk, for the masthead")->capture_default_str();
    command->add_option("--closed", given->closed, "Day the edition is closed (default: today)");
    command->footer("\nWhat may leave the desk is decided by the gate: docs/gate.md. For a PDF, print the HTML file from a browser.\n"
                    "Example:\n  sitrep report --month 2025-09 --area SY\n  sitrep report --month 2025-09 --area SY --lang ar -o september.html");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
