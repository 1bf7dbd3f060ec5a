// sitrep refused and sitrep sources: what was not taken, and who the reports come from.
#include "cli/commands.hpp"
#include "core/json_text.hpp"
#include "merge/merge.hpp"
#include "store/desk/desk.hpp"

#include <fmt/format.h>

namespace sitrep::cli {

namespace {

void give_letter(const std::string& library, SourceId id, const std::string& letter, const std::string& who, const std::string& because)
{
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'F') throw Failed(letter + " is no letter of the Admiralty code. Possible: A (reliable) to E (unreliable), F (cannot be judged).");
    constexpr int cache_kib = 2000;
    store::Desk desk(library, merge::consolidate, cache_kib);
    auto source = desk.registers().source(id);
    if (!source) throw Failed(fmt::format("there is no source {}. `sitrep sources` lists them.", std::int64_t(id)));
    source->reliability = letter[0];
    desk.registers().change(*source, who, because);
}

}  // namespace

void add_refused(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("refused", "Documents that were refused, and why");
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep refused");
    command->callback([&session] {
        const auto library = session.open_library(false);
        for (const auto& refusal : library->refused()) answer(fmt::format("{}  {}: {}", refusal.at, refusal.where, refusal.why));
    });
}

void add_sources(CLI::App& program, Session& session)
{
    struct SourceArguments {
        std::int64_t id = 0;
        std::string letter, because;
    };
    const auto given = std::make_shared<SourceArguments>();
    auto* command = program.add_subcommand("sources", "Who the reports come from, and how far the desk believes them");
    session.add_options(*command);
    session.add_who(*command);
    auto* letter = command->add_option("--reliability", given->letter, "Admiralty letter to give one source: A (reliable) to E (unreliable), F (cannot be judged)");
    auto* id = command->add_option("source", given->id, "Number of the source to give it to");
    auto* because = command->add_option("--because", given->because, "The reason, kept with it");
    letter->needs(id)->needs(because);
    id->needs(letter);
    command->footer("\nA proposed letter follows from how often others bear a source out; A and E are for people alone.\n"
                    "Example:\n  sitrep sources\n  sitrep sources 7 --reliability B --because \"right in all of last year's checks\"");
    command->callback([given, &session] {
        const auto library = session.open_library(false);
        if (!given->letter.empty()) give_letter(session.library, SourceId{given->id}, given->letter, session.who, given->because);
        for (const auto& source : library->sources()) {
            const char proposed = merge::proposed_letter(source.incidents, source.corroborated, source.contested);
            if (session.json)
                answer(JsonText().open('{').key("id").value(std::int64_t(source.id)).key("name").known(source.name).key("reliability").value(std::string(1, source.reliability))
                           .key("proposed").value(std::string(1, proposed)).key("reports").value(source.reports).key("incidents").value(source.incidents)
                           .key("corroborated").value(source.corroborated).key("contested").value(source.contested).close('}').take());
            else
                answer(fmt::format("{:>5}  {}{}  {:>6} reports  {:>5} incidents, {} borne out, {} contested  {}", std::int64_t(source.id), source.reliability,
                                   source.reliability == 'F' && proposed != 'F' ? fmt::format(" (proposed: {})", proposed) : "", source.reports, source.incidents, source.corroborated,
                                   source.contested, source.name.empty() ? "(not named)" : source.name));
        }
    });
}

}  // namespace sitrep::cli
