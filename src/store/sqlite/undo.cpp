// Undo: a revision's effects made backwards, as a revision of its own, so that an undo can be undone too.
#include "store/sqlite/sqlite_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace sitrep::store {
namespace {

std::string name_of(RevisionId id) { return fmt::format("R{}", std::int64_t(id)); }

}  // namespace

Result<RevisionId> SqliteStore::undo(RevisionId revision, const std::string& who, const std::string& because)
{
    const auto found = revisions_.load(revision);
    if (!found) return bad_input(name_of(revision), "there is no such revision");
    if (revisions_.is_undone(revision)) return bad_input(name_of(revision), "it is undone already; undo the undo to have it back");
    return whole([&]() -> Result<RevisionId> {
        auto undoing = undo_of(*found);
        if (!undoing) return tl::unexpected(undoing.error());
        undoing->revision.who = who;
        undoing->revision.because = because;
        return carry_out(std::move(*undoing));
    });
}

Result<FiledRevision> SqliteStore::undo_of(const FiledRevision& undone)
{
    const auto& revision = undone.revision;
    if (revision.action == "new")
        return bad_input(name_of(revision.id), "an incident that was reported cannot be unmade; withdraw " + to_string(revision.incident) + " instead");
    if (revision.action == "join") return undo_of_join(undone);
    FiledRevision filed;
    filed.revision = Revision{.action = "undo", .field = revision.field, .before = revision.after, .after = revision.before, .incident = revision.incident};
    filed.other = undone.other;
    filed.undoes = revision.id;
    for (auto effect = undone.effects.rbegin(); effect != undone.effects.rend(); ++effect) {
        if (revisions_.present(*effect) != effect->after) {
            const auto later = revisions_.later_change(*effect, revision.id);
            return bad_input(name_of(revision.id), later ? fmt::format("{} has changed the same since; undo that first", name_of(*later))
                                                         : "what it changed is no longer there; run `sitrep verify`");
        }
        filed.effects.push_back(effect->inverse());
    }
    // An id that leads elsewhere again takes along what has been filed under it since.
    for (std::size_t i = 0, count = filed.effects.size(); i < count; ++i) {
        const auto effect = filed.effects[i];
        if (effect.changes != Changes::forward || !effect.after) continue;
        for (const auto& account : accounts_.of_incident(IncidentId{effect.subject})) {
            const auto moves = [&](const Effect& other) { return other.changes == Changes::account && other.subject == std::int64_t(account.id); };
            if (std::ranges::none_of(filed.effects, moves))
                filed.effects.push_back({Changes::account, std::int64_t(account.id), "", std::to_string(effect.subject), effect.after});
        }
    }
    if (revision.who == the_program && (revision.action == "merge" || revision.action == "split" || revision.action == "move")) rule_as_undone(undone, filed);
    if (const auto why = unsound(filed.effects)) return bad_input(name_of(revision.id), *why);
    return filed;
}

// The program filed accounts anew, and a person says that they were right where they were: from here on the program leaves them there.
void SqliteStore::rule_as_undone(const FiledRevision& undone, FiledRevision& undoing)
{
    std::set<AccountId> moved;
    std::optional<IncidentId> from, to;
    for (const auto& effect : undone.effects) {
        if (effect.changes != Changes::account) continue;
        moved.insert(AccountId{effect.subject});
        from = IncidentId{std::stoll(*effect.before)};
        to = IncidentId{std::stoll(*effect.after)};
    }
    if (!from) return;
    const auto back = accounts_in(*from);
    auto left_behind = accounts_in(*to);
    for (const auto account : moved) left_behind.erase(account);
    auto home = back;
    home.insert(moved.begin(), moved.end());
    for (auto& effect : effects_of_ruling(home, left_behind)) undoing.effects.push_back(std::move(effect));
}

std::optional<std::string> SqliteStore::unsound(const std::vector<Effect>& effects) const
{
    struct Standing {
        std::int64_t accounts = 0;
        bool leads_elsewhere = false;
    };
    std::map<std::int64_t, Standing> after;
    const auto standing = [&](std::int64_t id) -> Standing& {
        const auto [found, is_new] = after.try_emplace(id);
        if (is_new) {
            found->second.accounts = db_.number("SELECT count(*) FROM incident_account WHERE incident = ?", id).value_or(0);
            found->second.leads_elsewhere = db_.number("SELECT 1 FROM forward WHERE incident = ?", id).has_value();
        }
        return found->second;
    };
    for (const auto& effect : effects) {
        if (effect.changes == Changes::forward) standing(effect.subject).leads_elsewhere = effect.after.has_value();
        if (effect.changes != Changes::account) continue;
        if (effect.before) --standing(std::stoll(*effect.before)).accounts;
        if (effect.after) ++standing(std::stoll(*effect.after)).accounts;
    }
    for (const auto& [id, state] : after) {
        if (state.accounts > 0 && state.leads_elsewhere)
            return to_string(IncidentId{id}) + " has been merged into another incident since; undo that first";
        if (state.accounts == 0 && !state.leads_elsewhere)
            return "it would leave " + to_string(IncidentId{id}) + " without any account; undo the later changes to it first";
    }
    return std::nullopt;
}

// The program joined an account to an incident, and a person says that it tells another event: it gets an incident of its own.
Result<FiledRevision> SqliteStore::undo_of_join(const FiledRevision& undone)
{
    const auto& revision = undone.revision;
    const auto account = AccountId{undone.effects.at(0).subject};
    const auto filed_under = IncidentId{db_.number("SELECT incident FROM incident_account WHERE account = ?", account).value_or(0)};
    if (filed_under != revision.incident)
        return bad_input(name_of(revision.id), fmt::format("the account is in {} by now; split it from there", to_string(filed_under)));
    if (accounts_.of_incident(filed_under).size() == 1)
        return bad_input(name_of(revision.id), "it is the only account left in " + to_string(filed_under));
    const auto made = incidents_.add();
    FiledRevision filed;
    filed.revision = Revision{.action = "undo", .field = "account", .before = revision.after, .after = to_string(made), .incident = filed_under};
    filed.other = made;
    filed.undoes = revision.id;
    filed.effects = effects_of_taking_out(filed_under, made, {account});
    return filed;
}

}  // namespace sitrep::store
