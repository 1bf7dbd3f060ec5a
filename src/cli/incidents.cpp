// sitrep incidents: what is in the library, one line an incident.
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "cli/period.hpp"
#include "publish/desk_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::cli {
namespace {

struct IncidentsArguments {
    Selection selection;
    bool no_background = false;
    bool withdrawn = false;
    bool doubtful_first = false;
};

// How sure the surest account is, as a chance in a hundred.
std::string sureness(const Incident& incident)
{
    double most = 0;
    for (const auto& filed : incident.accounts) most = std::max(most, filed.account.confidence);
    return fmt::format("{:>3.0f} %  ", most * 100);
}

void run(const IncidentsArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    store::Query query = arguments.selection.query();
    query.background_too = !arguments.no_background;
    query.withdrawn_too = arguments.withdrawn;
    query.doubtful_first = arguments.doubtful_first;
    const auto incidents = library->find(query);
    for (const Incident& incident : incidents) {
        if (session.json) answer(publish::incident_json(incident));
        else answer((arguments.doubtful_first ? sureness(incident) : "") + one_line(incident));
    }
    if (!session.json) say(fmt::format("{} {}. `sitrep show ID` opens one.", incidents.size(), incidents.size() == 1 ? "incident" : "incidents"));
}

}  // namespace

void add_incidents(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("incidents", "List incidents");
    const auto arguments = std::make_shared<IncidentsArguments>();
    session.add_options(*command);
    arguments->selection.add_options(*command);
    command->add_flag("--no-background", arguments->no_background, "Leave out what is told only as background");
    command->add_flag("--withdrawn", arguments->withdrawn, "Withdrawn incidents too");
    command->add_flag("--doubtful-first", arguments->doubtful_first, "For review: those nobody has accepted, the least sure first, with the chance of each");
    command->footer("\nExample:\n  sitrep incidents --month 2025-09 --area SY-DY --words checkpoint\n  sitrep incidents --month 2025-09 --doubtful-first | head");
    command->callback([arguments, &session] { run(*arguments, session); });
}

}  // namespace sitrep::cli
