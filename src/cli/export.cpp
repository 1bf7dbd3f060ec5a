// sitrep export: the record in the formats of the field, through the gate.
#include "cli/commands.hpp"
#include "cli/period.hpp"
#include "publish/export.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

namespace sitrep::cli {
namespace {

struct ExportArguments {
    Selection selection;
    std::string format = "csv", output;
};

void run(const ExportArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const auto incidents = library->find(arguments.selection.query());
    const publish::Gate gate(library->person_words(), std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    const std::string text = arguments.format == "geojson"
                                 ? publish::export_geojson(incidents, gate, session.open_gazetteer().attribution())
                                 : publish::export_csv(incidents, gate);
    if (arguments.output.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return;
    }
    std::ofstream out(arguments.output, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw Failed(fmt::format("cannot write {}. Choose another place with --output.", arguments.output));
    say(fmt::format("wrote {}", arguments.output));
}

}  // namespace

void add_export(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("export", "Incidents as a table or map layer, through the gate");
    const auto given = std::make_shared<ExportArguments>();
    session.add_options(*command);
    given->selection.add_options(*command);
    command->add_option("--format", given->format, "Form of the output")->check(CLI::IsMember({"csv", "geojson"}))->capture_default_str();
    command->add_option("-o,--output", given->output, "File to write (default: standard output)");
    command->footer("\nExample:\n  sitrep export --month 2025-09 --format geojson -o september.geojson");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
