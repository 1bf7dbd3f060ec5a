// The program: parses the command line, runs one sub-command, turns what went wrong into a next step.
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>

namespace {

constexpr const char* examples = R"(
Examples:
  sitrep read reports/ feed.xml                 read a folder and a feed into ./desk.sitrep
  sitrep incidents --month 2025-09              what happened, one line an incident
  sitrep report --month 2025-09                 the situation report, one HTML file
  sitrep extract < reports.jsonl > facts.jsonl  without a library

Each command has --help with an example.
)";

int run(int argc, char** argv)
{
    using namespace sitrep::cli;
    CLI::App program{"Sitrep turns reports of violence into a sourced record of incidents, and the record into a situation report.", "sitrep"};
    program.footer(examples);
    program.require_subcommand(1);
    program.set_version_flag("--version", "sitrep " SITREP_VERSION);
    Session session;
    program.add_option("--gazetteer", session.gazetteer_file, "Gazetteer file (default: beside the program)");
    for (auto add : {add_read, add_import_tables, add_extract, add_report, add_incidents, add_show, add_why, add_proposals, add_changes, add_learn, add_conflicts, add_tallies,
                     add_trend, add_surge, add_outlook, add_clusters, add_repeat, add_undercount, add_export, add_refused, add_sources, add_gazetteer, add_manual,
                     add_verify, add_serve, add_users})
        add(program, session);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? exit_ok : exit_used_wrongly;
    }
    return session.exit_code;
}

}  // namespace

int main(int argc, char** argv)
{
    // A reader that goes away (`sitrep incidents | head`) is no error of ours; writing then fails and the run ends.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        const int code = run(argc, argv);
        return std::fflush(stdout) == 0 ? code : sitrep::cli::exit_failed;
    } catch (const std::bad_alloc&) {
        sitrep::cli::say("error: out of memory. Close other programs, or give fewer files at once.");
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::broken_pipe) return sitrep::cli::exit_ok;  // `| head` has seen enough
        sitrep::cli::say(fmt::format("error: {}", error.what()));
    } catch (const std::exception& error) {
        sitrep::cli::say(fmt::format("error: {}", error.what()));
    }
    return sitrep::cli::exit_failed;
}
