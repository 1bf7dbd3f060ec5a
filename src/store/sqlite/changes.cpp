// Changes by people: merge, split, set, accept, withdraw. Each is a revision made of effects that can be taken back.
#include "store/sqlite/corrections.hpp"
#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sitrep::store {
namespace {

std::optional<std::string> flag(bool value) { return value ? "1" : "0"; }

}  // namespace

IncidentId SqliteStore::existing(IncidentId id) const
{
    const auto leads_to = incidents_.follow(id);
    if (!leads_to) throw std::invalid_argument("there is no incident " + to_string(id));
    return *leads_to;
}

RevisionId SqliteStore::carry_out(FiledRevision filed)
{
    std::set<IncidentId> touched{filed.revision.incident};
    if (filed.other) touched.insert(*filed.other);
    for (const auto& effect : filed.effects) {
        revisions_.make(effect);
        if (effect.changes != Changes::account) continue;
        for (const auto* side : {&effect.before, &effect.after})
            if (*side) touched.insert(IncidentId{std::stoll(**side)});
    }
    recompute(touched);
    return revise(std::move(filed));
}

void SqliteStore::recompute(const std::set<IncidentId>& touched)
{
    for (const auto id : touched) {
        auto accounts = accounts_.of_incident(id);
        if (accounts.empty()) incidents_.set_aside(id);
        else incidents_.write(consolidate_(id, std::move(accounts)));
    }
}

RevisionId SqliteStore::merge(IncidentId into, IncidentId from, const std::string& who, const std::string& because)
{
    into = existing(into);
    from = existing(from);
    if (into == from) throw std::invalid_argument(to_string(into) + " is that incident already");
    FiledRevision filed;
    filed.revision = Revision{
        .who = who, .action = "merge", .field = "accounts", .before = to_string(from), .after = to_string(into), .because = because, .incident = into};
    filed.other = from;
    for (const auto& account : accounts_.of_incident(from))
        filed.effects.push_back({Changes::account, std::int64_t(account.id), "", number(from), number(into)});
    filed.effects.push_back({Changes::forward, std::int64_t(from), "", std::nullopt, number(into)});
    // A person's word: the program does not take them apart again.
    auto together = accounts_in(into);
    together.merge(accounts_in(from));
    for (auto& effect : effects_of_ruling(together, {})) filed.effects.push_back(std::move(effect));
    return whole([&] { return carry_out(std::move(filed)); });
}

std::set<AccountId> SqliteStore::accounts_in(IncidentId incident) const
{
    std::set<AccountId> out;
    for (const auto& account : accounts_.of_incident(incident)) out.insert(account.id);
    return out;
}

std::vector<Effect> SqliteStore::effects_of_ruling(const std::set<AccountId>& side_0, const std::set<AccountId>& side_1)
{
    const std::string decision = std::to_string(std::int64_t(revisions_.next_id()));
    std::vector<Effect> effects;
    for (const auto account : side_0) effects.push_back({Changes::apart, std::int64_t(account), decision, std::nullopt, "0"});
    for (const auto account : side_1) effects.push_back({Changes::apart, std::int64_t(account), decision, std::nullopt, "1"});
    return effects;
}

// The accounts move, the emptied id would lead back, and what was parted by a person is not joined again by the program.
std::vector<Effect> SqliteStore::effects_of_taking_out(IncidentId from, IncidentId to, const std::set<AccountId>& out)
{
    // Taken back, this lets the new id lead to the old one.
    std::vector<Effect> effects{{Changes::forward, std::int64_t(to), "", number(from), std::nullopt}};
    std::set<AccountId> staying;
    for (const auto& account : accounts_.of_incident(from)) {
        if (out.contains(account.id)) effects.push_back({Changes::account, std::int64_t(account.id), "", number(from), number(to)});
        else staying.insert(account.id);
    }
    for (auto& effect : effects_of_ruling(staying, out)) effects.push_back(std::move(effect));
    return effects;
}

RevisionId SqliteStore::tell_apart(IncidentId a, IncidentId b, const std::string& who, const std::string& because)
{
    a = existing(a);
    b = existing(b);
    if (a == b) throw std::invalid_argument(to_string(a) + " and that one are one incident; split it instead");
    return whole([&] {
        FiledRevision filed;
        filed.revision = Revision{.who = who, .action = "different", .field = "accounts", .before = "", .after = to_string(b), .because = because, .incident = a};
        filed.other = b;
        filed.effects = effects_of_ruling(accounts_in(a), accounts_in(b));
        return carry_out(std::move(filed));
    });
}

IncidentId SqliteStore::split(IncidentId incident, std::span<const AccountId> out, const std::string& who, const std::string& because)
{
    incident = existing(incident);
    const std::set<AccountId> leaving(out.begin(), out.end());
    const auto accounts = accounts_.of_incident(incident);
    const auto found = std::size_t(std::ranges::count_if(accounts, [&](const auto& account) { return leaving.contains(account.id); }));
    if (leaving.empty() || found != leaving.size()) throw std::invalid_argument("only accounts of " + to_string(incident) + " can be split from it");
    if (found == accounts.size()) throw std::invalid_argument("one account has to stay in " + to_string(incident));
    return whole([&] {
        const auto made = incidents_.add();
        FiledRevision filed;
        filed.revision = Revision{.who = who, .action = "split", .field = "accounts", .before = to_string(incident), .after = to_string(made),
                                  .because = because, .incident = incident};
        filed.other = made;
        filed.effects = effects_of_taking_out(incident, made, leaving);
        carry_out(std::move(filed));
        return made;
    });
}

RevisionId SqliteStore::set_kept(const Incident& record, const std::string& field, const std::string& kept, const std::string& who,
                                 const std::string& because)
{
    auto changed = record;
    correct(changed, field, kept, places_);
    FiledRevision filed;
    filed.revision = Revision{.who = who, .action = "set", .field = field, .before = in_words(record, field), .after = in_words(changed, field),
                              .because = because, .incident = record.id};
    Effect effect{Changes::field, std::int64_t(record.id), field, std::nullopt, kept};
    effect.before = revisions_.present(effect);
    if (is_judgement(field)) {  // follows from no account: it stands as a correction alone
        filed.revision.before = effect.before.value_or("unknown");
        filed.revision.after = kept;
    }
    filed.effects.push_back(std::move(effect));
    if (field == "place" && !kept.empty()) {
        // A place brings its own governorate; one set before would overrule it.
        Effect governorate{Changes::field, std::int64_t(record.id), "admin1", std::nullopt, std::nullopt};
        governorate.before = revisions_.present(governorate);
        if (governorate.before) filed.effects.push_back(std::move(governorate));
    }
    return carry_out(std::move(filed));
}

Result<RevisionId> SqliteStore::set(IncidentId incident, const std::string& field, const std::string& value, const std::string& who,
                                    const std::string& because)
{
    const auto leads_to = incidents_.follow(incident);
    if (!leads_to) return bad_input(to_string(incident), "there is no such incident");
    return whole([&]() -> Result<RevisionId> {
        const auto record = incidents_.load(*leads_to);
        const auto kept = value_to_keep(field, value, record, db_, places_);
        if (!kept) return tl::unexpected(kept.error());
        return set_kept(record, field, *kept, who, because);
    });
}

Result<RevisionId> SqliteStore::set_place(IncidentId incident, const Place& place, const std::string& who, const std::string& because)
{
    const auto leads_to = incidents_.follow(incident);
    if (!leads_to) return bad_input(to_string(incident), "there is no such incident");
    return whole([&]() -> Result<RevisionId> {
        return set_kept(incidents_.load(*leads_to), "place", std::to_string(places_.id_of(place)), who, because);
    });
}

RevisionId SqliteStore::accept(IncidentId incident, const std::string& who)
{
    incident = existing(incident);
    return whole([&] {
        const bool before = incidents_.load(incident).accepted;
        FiledRevision filed;
        filed.revision = Revision{.who = who, .action = "accept", .field = "accepted", .before = before ? "yes" : "no", .after = "yes", .incident = incident};
        filed.effects.push_back({Changes::accepted, std::int64_t(incident), "", flag(before), flag(true)});
        return carry_out(std::move(filed));
    });
}

RevisionId SqliteStore::withdraw(IncidentId incident, const std::string& who, const std::string& because)
{
    incident = existing(incident);
    return whole([&] {
        const bool before = incidents_.load(incident).withdrawn;
        FiledRevision filed;
        filed.revision = Revision{.who = who, .action = "withdraw", .field = "withdrawn", .before = before ? "yes" : "no", .after = "yes",
                                  .because = because, .incident = incident};
        filed.effects.push_back({Changes::withdrawn, std::int64_t(incident), "", flag(before), flag(true)});
        return carry_out(std::move(filed));
    });
}

}  // namespace sitrep::store
