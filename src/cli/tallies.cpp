// sitrep tallies: counts that others state, never added to ours, each beside our own for the same.
#include "cli/claim_tests.hpp"
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "cli/period.hpp"
#include "core/json_text.hpp"
#include "publish/desk_json.hpp"
#include "publish/tally_accounts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::cli {
namespace {

/// The desk's own record of the time that the tallies speak of, gated by nothing: what is stated in May may count since January.
std::vector<publish::Countable> record_of(const std::vector<FiledTally>& tallies, const store::Store& library)
{
    store::Query query;
    query.background_too = false;
    query.undated_too = true;
    query.most = 10'000'000;
    for (const FiledTally& filed : tallies) {
        const auto first = filed.tally.period.first_day(), last = filed.tally.period.last_day();
        if (!first || !last) continue;
        query.from = query.from ? std::min(*query.from, *first) : *first;
        query.until = query.until ? std::max(*query.until, *last) : *last;
    }
    std::vector<publish::Countable> out;
    if (query.from) library.each(query, [&](const Incident& incident) { out.push_back(publish::countable(incident)); });
    return out;
}

std::string stated_words(const FiledTally& filed)
{
    const Tally& tally = filed.tally;
    return fmt::format("{:>6} {}{}{}  says {}  ({}{})", tally.quantity, tally.unit, tally.scope_place.empty() ? "" : " in " + tally.scope_place,
                       tally.period_text.empty() ? "" : ", " + tally.period_text, tally.claimant.empty() ? "the report itself" : tally.claimant,
                       filed.publisher.empty() ? "publisher unknown" : filed.publisher, filed.published ? " " + to_iso(filed.published->day) : "");
}

std::string ours_words(const publish::TallyScope& scope, const publish::TallyAccount& account, std::int64_t stated)
{
    std::string area = scope.everywhere ? "everywhere" : scope.admin1_code.empty() ? scope.country : scope.admin1_code;
    std::string out = fmt::format("{:>6} ours: {}{}, {} to {}{}", in_words(account.ours), scope.unit, scope.who ? fmt::format(" ({})", to_string(*scope.who)) : "",
                                  to_iso(*scope.first), to_iso(*scope.last), scope.actor.empty() ? ", " + area : fmt::format(" by {}, {}", scope.actor, area));
    const auto add = [&](std::int64_t number, const char* what) {
        if (number > 0) out += fmt::format("\n         {} {}", number, what);
    };
    add(account.claimed_only, "of ours rest on the claim alone");
    add(account.undated, "not counted: their date is not known, or reaches over the edge of the period");
    add(account.unplaced, "not counted: their area is not known");
    add(account.unattributed, "not counted: nobody is named");
    add(account.elsewhere, "are in other areas");
    add(account.not_here, "at least are not in this library");
    if (stated < account.ours.low) out += "\n         ours is more: another definition, or incidents that the claimant does not count";
    return out;
}

std::string in_json(const FiledTally& filed, const std::optional<publish::TallyAccount>& account, const std::string& why)
{
    std::string tally = publish::tally_json(filed);
    JsonText json;
    json.open('{').key("ours");
    if (!account) {
        json.null().key("why_not").value(why);
    } else {
        json.open('{').key("min").value(account->ours.low).key("max").value(account->ours.high).key("claimed_only").value(account->claimed_only);
        json.key("undated").value(account->undated).key("unplaced").value(account->unplaced).key("elsewhere").value(account->elsewhere);
        json.key("unattributed").value(account->unattributed).key("not_here").value(account->not_here).key("incidents").open('[');
        for (const auto id : account->from) json.value(to_string(id));
        json.close(']').close('}');
    }
    const std::string ours = json.close('}').take();
    tally.pop_back();  // the two objects become one
    return tally + "," + ours.substr(1);
}

void run(const Selection& selection, const Session& session)
{
    const auto library = session.open_library(false);
    const auto tallies = library->tallies(selection.query());
    const auto record = record_of(tallies, *library);
    for (const FiledTally& filed : tallies) {
        std::string why;
        const auto scope = publish::scope_of(filed.tally, why);
        std::optional<publish::TallyAccount> account;
        if (scope) account = publish::account_for(*scope, filed.tally.quantity, record);
        if (session.json) {
            answer(in_json(filed, account, why));
            continue;
        }
        answer(stated_words(filed));
        answer(account ? ours_words(*scope, *account, filed.tally.quantity) : fmt::format("       no count of ours beside it: {}", why));
    }
}

}  // namespace

void add_tallies(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("tallies", "Counts that others state, each beside our own for the same, with what could explain the difference");
    const auto selection = std::make_shared<Selection>();
    session.add_options(*command);
    selection->add_options(*command);
    const auto test = std::make_shared<bool>(false);
    command->add_flag("--test", *test, "Test each against the ledger: range, gap, exact limits, sum of parts, claimed and reported one by one");
    command->footer("\nExample:\n  sitrep tallies --month 2025-09\n  sitrep tallies --month 2025-09 --test");
    command->callback([selection, test, &session] { *test ? test_claims(selection->query(), session) : run(*selection, session); });
}

}  // namespace sitrep::cli
