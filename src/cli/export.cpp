// sitrep export: the record in the formats of the field, through the gate.
#include "cli/commands.hpp"
#include "cli/period.hpp"
#include "publish/export.hpp"
#include "serve/export_input.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <unistd.h>

namespace sitrep::cli {
namespace {

struct ExportArguments {
    Selection selection;
    std::string format = "csv", output, desk = "Monitoring desk";
};

bool is_binary(publish::ExportFormat format) { return format == publish::ExportFormat::xlsx || format == publish::ExportFormat::gpkg; }

void run(const ExportArguments& arguments, const Session& session)
{
    const auto format = *publish::export_format_from(arguments.format);
    if (is_binary(format) && arguments.output.empty() && isatty(STDOUT_FILENO))
        throw Failed(fmt::format("{} is no text for a terminal. Name a file with --output.", arguments.format));
    const auto library = session.open_library(false);
    auto query = arguments.selection.query();
    query.withdrawn_too = format == publish::ExportFormat::atom;  // a feed says what was withdrawn
    const auto incidents = library->find(query);
    const auto gazetteer = session.open_gazetteer();
    auto input = serve::export_input(format, incidents, *library, gazetteer, arguments.selection.month, arguments.selection.area);
    input.desk = arguments.desk;
    input.made = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::string bytes = publish::export_as(format, input, publish::Gate(library->person_words(), input.made));
    if (arguments.output.empty()) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        return;
    }
    std::ofstream out(arguments.output, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) throw Failed(fmt::format("cannot write {}. Choose another place with --output.", arguments.output));
    say(fmt::format("wrote {}", arguments.output));
}

}  // namespace

void add_export(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("export", "Incidents as a table, map layer or feed, through the gate");
    const auto given = std::make_shared<ExportArguments>();
    session.add_options(*command);
    given->selection.add_options(*command);
    command->add_option("--format", given->format, "Form of the output")
        ->check(CLI::IsMember({"csv", "geojson", "xlsx", "kml", "gpkg", "acled", "ged", "gtd", "plover", "hxl", "atom", "cap"}))
        ->capture_default_str();
    command->add_option("--desk", given->desk, "Who publishes: stands in feeds, alerts and map layers")->capture_default_str();
    command->add_option("-o,--output", given->output, "File to write (default: standard output)");
    command->footer("\nWhat a format cannot hold stays out of it: GED takes lethal incidents only, GTD attacks by groups only; docs/tables.md tells.\n"
                    "Example:\n  sitrep export --month 2025-09 --format geojson -o september.geojson\n  sitrep export --month 2025-09 --format xlsx -o september.xlsx");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
