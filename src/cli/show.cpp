// sitrep show: one incident with every account and its sentences.
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "merge/sources.hpp"
#include "publish/desk_json.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

void show_account(const FiledAccount& filed, const store::Store& library)
{
    const Account& account = filed.account;
    const auto stored = library.report(filed.report);
    answer(fmt::format("\n  account {}  {}{}{}", std::int64_t(filed.id), filed.publisher.empty() ? "publisher unknown" : filed.publisher,
                       filed.published ? ", published " + to_iso(filed.published->day) : ", publication day unknown",
                       account.background ? ", told as background" : ""));
    if (!filed.url.empty()) answer("    " + filed.url);
    answer(fmt::format("    kind {}   date {}{}", to_string(account.kind), in_words(account.date),
                       account.date_text.empty() ? "" : fmt::format(" “{}”", account.date_text)));
    for (const auto& place : account.places)
        answer(fmt::format("    place “{}” → {} (precision {})", place.text,
                           place.place.is_resolved() ? place.place.name : "not resolved", int(place.place.precision)));
    if (!account.perpetrator.text.empty())
        answer(fmt::format("    by “{}” ({})", account.perpetrator.text, to_string(account.perpetrator.status)));
    for (const auto& target : account.targets)
        answer(fmt::format("    target “{}”{}", target.text, target.target_class ? fmt::format(" ({})", to_string(*target.target_class)) : ""));
    auto toll = [&](const char* what, const std::optional<Toll>& value) {
        if (value && stored) answer(fmt::format("    {} {}{} “{}”", what, value->low, value->high && *value->high != value->low ? fmt::format("–{}", *value->high) : "",
                                                cut(stored->report, value->evidence)));
    };
    toll("killed", account.killed);
    toll("injured", account.injured);
    toll("abducted", account.abducted);
    toll("arrested", account.arrested);
    toll("attackers killed", account.perpetrators_killed);
    for (const auto& who : account.attribution) answer(fmt::format("    says “{}”", who.text));
    if (stored)
        for (const Span span : account.evidence) answer("    > " + cut(stored->report, span));
}

/// Which accounts count as one source, and which tell old news as new.
void show_sources(const Incident& incident)
{
    constexpr std::size_t accounts_compared_max = 60;
    const auto& accounts = incident.accounts;
    for (std::size_t i = 1; i < std::min(accounts.size(), accounts_compared_max); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (const auto why = merge::dependence_of(accounts[j], accounts[i])) {
                answer(fmt::format("  account {} counts as one source with account {}: {}", std::int64_t(accounts[i].id), std::int64_t(accounts[j].id), *why));
                break;
            }
    for (const auto late : old_news_in(incident))
        answer(fmt::format("  account {} tells it as news weeks later: an old report, or another event? `sitrep split {} {}` parts it", std::int64_t(accounts[late].id),
                           to_string(incident.id), std::int64_t(accounts[late].id)));
}

void run(const std::string& id, const Session& session)
{
    const auto library = session.open_library(false);
    const Incident incident = session.incident(*library, id);
    if (session.json) return answer(publish::incident_json(incident));
    answer(one_line(incident));
    answer(fmt::format("  grade {}: {}; source {}, item {} (Admiralty)", to_string(incident.grade), incident.grade_rule, incident.source_letter, incident.item_digit));
    show_sources(incident);
    if (!incident.accepted) answer("  machine output, not reviewed yet: `sitrep accept " + to_string(incident.id) + "`");
    for (const Conflict& conflict : incident.conflicts) {
        std::string line = fmt::format("  accounts differ on {}:", conflict.field);
        for (const auto& version : conflict.versions) {
            line += fmt::format(" {} (", version.value);
            for (std::size_t i = 0; i < version.accounts.size(); ++i)
                line += (i ? ", " : "") + std::to_string(std::int64_t(incident.accounts.at(version.accounts[i]).id));
            line += ");";
        }
        answer(line);
    }
    for (const FiledAccount& filed : incident.accounts) show_account(filed, *library);
}

}  // namespace

void add_show(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("show", "One incident with every account and sentence");
    const auto id = std::make_shared<std::string>();
    command->add_option("id", *id, "Incident, like I42")->required();
    session.add_options(*command);
    command->footer("\nExample:\n  sitrep show I42");
    command->callback([id, &session] { run(*id, session); });
}

}  // namespace sitrep::cli
