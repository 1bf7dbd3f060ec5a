// sitrep merge, split, set, accept, withdraw, undo, history: decisions by people, each a revision that can be undone.
#include "cli/commands.hpp"
#include "cli/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sitrep::cli {
namespace {

struct ChangeArguments {
    std::string id, second, because;
    std::vector<std::string> values;
    std::int64_t revision = 0;
};
using Arguments = std::shared_ptr<ChangeArguments>;

void done(RevisionId revision)
{
    answer(fmt::format("done, as revision {}. `sitrep undo {}` takes it back.", std::int64_t(revision), std::int64_t(revision)));
}

void merge_two(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    const auto into = session.incident(*library, given.id);
    const auto from = session.incident(*library, given.second);
    if (into.id == from.id) throw Failed(fmt::format("{} and {} are one incident already.", given.id, given.second));
    done(library->merge(into.id, from.id, session.who, given.because));
}

void keep_different(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    const auto one = session.incident(*library, given.id), other = session.incident(*library, given.second);
    if (one.id == other.id) throw Failed(fmt::format("{} and {} are one incident; `sitrep split` makes two of it.", given.id, given.second));
    done(library->tell_apart(one.id, other.id, session.who, given.because));
}

void split(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    const auto incident = session.incident(*library, given.id);
    std::vector<AccountId> out;
    for (const auto& text : given.values) {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        const bool known = std::any_of(incident.accounts.begin(), incident.accounts.end(), [&](const auto& a) { return std::int64_t(a.id) == number; });
        if (!known) throw Failed(fmt::format("{} has no account {}. `sitrep show {}` lists its accounts.", given.id, text, given.id));
        out.push_back(AccountId{number});
    }
    if (out.size() >= incident.accounts.size()) throw Failed("at least one account has to stay.");
    const auto made = library->split(incident.id, out, session.who, given.because);
    answer(fmt::format("new incident {}. `sitrep history {}` shows the revision to undo.", to_string(made), to_string(incident.id)));
}

void set(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    const auto incident = session.incident(*library, given.id);
    for (const auto& pair : given.values) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos) throw Failed(fmt::format("{} is not field=value. Example: sitrep set {} killed=3-5", pair, given.id));
        auto revision = library->set(incident.id, pair.substr(0, equals), pair.substr(equals + 1), session.who, given.because);
        if (!revision) throw Failed(fmt::format("{}: {}", revision.error().where, revision.error().why));
        done(*revision);
    }
}

void undo(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    auto revision = library->undo(RevisionId{given.revision}, session.who, given.because);
    if (!revision) throw Failed(fmt::format("{}: {}", revision.error().where, revision.error().why));
    done(*revision);
}

void history(const ChangeArguments& given, const Session& session)
{
    const auto library = session.open_library(false);
    std::optional<IncidentId> id;
    if (!given.id.empty()) id = session.incident(*library, given.id).id;
    for (const auto& r : library->revisions(id))
        answer(fmt::format("{:>6}  {}  {:<8} {:<8} {}{}{}{}", std::int64_t(r.id), r.at, r.who, r.action, to_string(r.incident),
                           r.field.empty() ? "" : fmt::format("  {}: {} → {}", r.field, r.before, r.after), r.because.empty() ? "" : "  because " + r.because,
                           r.undone ? "  (undone)" : ""));
}

CLI::App* add(CLI::App& program, Session& session, const char* name, const char* about, const Arguments& given,
              void (*run)(const ChangeArguments&, const Session&), const char* example)
{
    auto* command = program.add_subcommand(name, about);
    session.add_options(*command);
    command->footer(std::string("\nExample:\n  ") + example);
    command->callback([given, run, &session] { run(*given, session); });
    return command;
}

void add_reason(CLI::App& command, Session& session, const Arguments& given)
{
    session.add_who(command);
    command.add_option("--because", given->because, "The reason, kept with the change")->required();
}

}  // namespace

void add_changes(CLI::App& program, Session& session)
{
    auto given = std::make_shared<ChangeArguments>();
    auto* command = add(program, session, "merge", "Two incidents are one", given, merge_two, "sitrep merge I42 I57 --because \"same checkpoint, same night\"");
    command->add_option("into", given->id, "Incident that stays")->required();
    command->add_option("from", given->second, "Incident that goes into it; its id forwards for ever")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "different", "Two incidents are two: the program neither merges nor proposes them", given, keep_different,
                  "sitrep different I42 I57 --because \"two streets, an hour apart\"");
    command->add_option("one", given->id, "Incident")->required();
    command->add_option("other", given->second, "Incident")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "split", "Accounts of an incident are another one", given, split, "sitrep split I42 117 --because \"another village\"");
    command->add_option("id", given->id, "Incident")->required();
    command->add_option("accounts", given->values, "Numbers of the accounts to take out, from `sitrep show`")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "set", "Correct fields of an incident", given, set, "sitrep set I42 killed=3-5 --because \"hospital list\"");
    command->add_option("id", given->id, "Incident")->required();
    command->add_option("fields", given->values, "field=value, several allowed")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "accept", "A person has read it and agrees", given,
                  [](const ChangeArguments& g, const Session& s) {
                      const auto library = s.open_library(false);
                      done(library->accept(s.incident(*library, g.id).id, s.who));
                  }, "sitrep accept I42");
    command->add_option("id", given->id, "Incident")->required();
    session.add_who(*command);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "withdraw", "An incident is no incident; a tombstone stays", given,
                  [](const ChangeArguments& g, const Session& s) {
                      const auto library = s.open_library(false);
                      done(library->withdraw(s.incident(*library, g.id).id, s.who, g.because));
                  }, "sitrep withdraw I42 --because \"a drill\"");
    command->add_option("id", given->id, "Incident")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "undo", "Take a revision back", given, undo, "sitrep undo 12 --because \"wrong incident\"");
    command->add_option("revision", given->revision, "Number of the revision, from `sitrep history`")->required();
    add_reason(*command, session, given);

    given = std::make_shared<ChangeArguments>();
    command = add(program, session, "history", "Who changed what, when, why", given, history, "sitrep history I42");
    command->add_option("id", given->id, "Incident; all when none is given");
}

}  // namespace sitrep::cli
