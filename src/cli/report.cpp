// sitrep report: the situation report of a month.
#include "cli/area.hpp"
#include "cli/commands.hpp"
#include "cli/period.hpp"
#include "print/pdf.hpp"
#include "publish/month.hpp"
#include "serve/month_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace sitrep::cli {
namespace {

struct ReportArguments {
    std::string month, area, language = "en", format, output, desk = "Monitoring desk";
    std::string closed;
};

const std::vector<std::string> forms{"html", "md", "docx", "pdf"};

// The form asked for, or else what the file's name says ("month.md"), or a page.
std::string form_of(const ReportArguments& arguments)
{
    if (!arguments.format.empty()) return arguments.format;
    const std::string extension = std::filesystem::path(arguments.output).extension().string();
    const auto named = std::ranges::find(forms, extension.empty() ? extension : extension.substr(1));
    return named == forms.end() ? forms.front() : *named;
}

Day day_closed(const std::string& asked)
{
    if (asked.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto day = day_from_iso(asked);
    if (!day) throw Failed(fmt::format("--closed {} is not a day. Write it like 2025-10-05.", asked));
    return *day;
}

std::string file_name(const ReportArguments& arguments, const std::string& form, const Area& area)
{
    return fmt::format("sitrep-{}{}{}.{}", arguments.month, area.code.empty() ? "" : "-" + area.code, arguments.language == "ar" ? "-ar" : "",
                       form);
}

void write(const std::string& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw Failed(fmt::format("cannot write {}. Choose another place with --output.", path));
}

std::string pdf_from(const std::string& html)
{
    try {
        return print::pdf_of(html);
    }
    catch (const print::PrintError& error) {
        throw Failed(error.what());
    }
}

void run(const ReportArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const auto gazetteer = session.open_gazetteer();
    const Area area = area_from(arguments.area, gazetteer);
    auto input = serve::month_input(*library, gazetteer, month_from(arguments.month), {area.code, area.country, area.admin1_code, area.name, area.name_ar},
                                    day_closed(arguments.closed));
    input.desk = arguments.desk;
    serve::add_undercount(input, *library);
    const publish::Gate gate(library->person_words(), input.closed);

    const auto states = publish::published_states(input, gate);
    const auto last = library->last_edition(arguments.month, area.code);
    input.first_edition = !last;
    input.changed_since_last = serve::changes_since(last, states);

    const auto edition = arguments.language == "ar" ? publish::Edition::arabic : publish::Edition::english;
    const std::string form = form_of(arguments);
    const bool as_pdf = form == "pdf";
    const auto written = form == "md" ? publish::month_markdown : form == "docx" ? publish::month_docx : publish::month_html;  // a PDF is the page, printed
    std::string text = written(input, gate, edition);
    if (as_pdf) text = pdf_from(text);
    const std::string path = arguments.output.empty() ? file_name(arguments, form, area) : arguments.output;
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
    command->add_option("--format", given->format, "Form of the file (default: what the name of --output ends in, or html)")->check(CLI::IsMember(forms));
    command->add_option("-o,--output", given->output, "File to write (default: sitrep-MONTH.html here)");
    command->add_option("--desk", given->desk, "Name of the desk, for the masthead")->capture_default_str();
    command->add_option("--closed", given->closed, "Day the edition is closed (default: today)");
    command->footer("\nWhat may leave the desk is decided by the gate: docs/gate.md. A PDF is printed by Chromium, Chrome or Edge of this machine.\n"
                    "Example:\n  sitrep report --month 2025-09 --area SY\n  sitrep report --month 2025-09 --area SY --lang ar -o september.html\n"
                    "  sitrep report --month 2025-09 --area SY --format pdf");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
