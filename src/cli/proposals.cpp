// sitrep proposals, sitrep thresholds: what is likely the same but not sure enough, and from where on the program acts by itself.
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "core/json_text.hpp"
#include "merge/merge.hpp"
#include "pipeline/filing.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

struct ProposalArguments {
    std::size_t most = 50;
    std::optional<double> merge_from, propose_from;
    bool apply = false;
};

std::string as_json(const pipeline::Proposal& proposal)
{
    JsonText json;
    json.open('{').key("a").value(to_string(proposal.a)).key("b").value(to_string(proposal.b));
    json.key("accounts").open('[').value(std::int64_t(proposal.account)).value(std::int64_t(proposal.other)).close(']');
    json.key("chance").fraction(proposal.chance, 3).key("because").open('[');
    for (const auto& reason : proposal.reasons)
        json.open('{').key("what").value(reason.what).key("words").value(reason.words).key("weight").fraction(reason.weight, 3).close('}');
    json.close(']').close('}');
    return json.take();
}

/// The reasons for it that weigh most, in one sentence.
std::string because(const std::vector<Reason>& reasons)
{
    constexpr std::size_t named_max = 4;
    std::string words;
    std::size_t named = 0;
    for (const auto& reason : reasons) {
        if (reason.weight <= 0 || reason.words.empty() || reason.what == heading_of(merge::Feature::before_anything) || named == named_max) continue;
        words += fmt::format("{}{}: {}", named++ ? "; " : "", reason.what, reason.words);
    }
    return words.empty() ? "nothing speaks against it" : words;
}

void list(const ProposalArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    const auto found = pipeline::proposals(*library, arguments.most);
    for (const auto& proposal : found) {
        if (session.json) {
            answer(as_json(proposal));
            continue;
        }
        const auto a = library->incident(proposal.a), b = library->incident(proposal.b);
        answer(fmt::format("{} and {}: likely the same (chance {:.2f}), because {}", to_string(proposal.a), to_string(proposal.b), proposal.chance, because(proposal.reasons)));
        if (a) answer("    " + one_line(*a));
        if (b) answer("    " + one_line(*b));
    }
    if (!session.json)
        say(fmt::format("{} {}. `sitrep merge A B` or `sitrep different A B` decides one, `sitrep why A B` gives all reasons.", found.size(), found.size() == 1 ? "proposal" : "proposals"));
}

void regroup_all(store::Store& library)
{
    std::vector<AccountId> accounts;
    store::Query all;
    all.withdrawn_too = true;
    all.most = std::numeric_limits<std::size_t>::max() / 2;
    for (const auto& incident : library.find(all))
        for (const auto& filed : incident.accounts) accounts.push_back(filed.id);
    pipeline::FilingCounts counts;
    library.in_transaction([&] { counts = pipeline::Filing(library).regroup(accounts); });
    say(fmt::format("{} incidents were put together and {} taken apart; `sitrep history` lists them, `sitrep undo` takes one back.", counts.put_together, counts.taken_apart));
}

void thresholds(const ProposalArguments& arguments, const Session& session)
{
    const auto library = session.open_library(false);
    auto set = pipeline::thresholds_of(*library);
    if (arguments.merge_from || arguments.propose_from) {
        const auto changed = pipeline::set_thresholds(*library, arguments.merge_from.value_or(set.merge_from), arguments.propose_from.value_or(set.propose_from));
        if (!changed) throw Failed(fmt::format("{}: {}", changed.error().where, changed.error().why));
        set = *changed;
    }
    if (arguments.apply) regroup_all(*library);
    if (session.json) answer(JsonText().open('{').key("merge_from").fraction(set.merge_from, 3).key("propose_from").fraction(set.propose_from, 3).close('}').take());
    else answer(fmt::format("merged from a chance of {:.2f} on, proposed from {:.2f} on, kept apart below", set.merge_from, set.propose_from));
}

}  // namespace

void add_proposals(CLI::App& program, Session& session)
{
    const auto arguments = std::make_shared<ProposalArguments>();
    auto* command = program.add_subcommand("proposals", "Incidents that are likely the same, for a person to decide");
    session.add_options(*command);
    command->add_option("--most", arguments->most, "At most so many, the likeliest first")->capture_default_str();
    command->footer("\nExample:\n  sitrep proposals --most 20");
    command->callback([arguments, &session] { list(*arguments, session); });

    command = program.add_subcommand("thresholds", "From which chance on the program merges by itself, and from which it proposes");
    session.add_options(*command);
    command->add_option("--merge-from", arguments->merge_from, "Chance (0 to 1) from which reports are merged");
    command->add_option("--propose-from", arguments->propose_from, "Chance from which a pair is proposed, at least 0.05");
    command->add_flag("--apply", arguments->apply, "Group anew what is in the library already; what people decided stays");
    command->footer("\nWithout options it says what holds. What is read from then on goes by a new threshold.\n"
                    "Example:\n  sitrep thresholds --merge-from 0.8 --propose-from 0.3 --apply");
    command->callback([arguments, &session] { thresholds(*arguments, session); });
}

}  // namespace sitrep::cli
