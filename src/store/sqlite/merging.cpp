// What merging asks and keeps: accounts by key, ties between them, what people have ruled, accounts filed anew by the program.
#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

namespace sitrep::store {
std::vector<AccountId> SqliteStore::filed_under(std::span<const std::uint64_t> keys, std::size_t most_a_key) const
{
    std::unordered_set<std::int64_t> met;
    std::vector<AccountId> found;
    for (const auto key : keys)
        for (const auto account : keys_.newest_under(key, most_a_key))
            if (met.insert(account).second) found.push_back(AccountId{account});
    return found;
}

std::shared_ptr<const FiledAccount> SqliteStore::account(AccountId account) const
{
    if (!accounts_.is_held(account) && !db_.number("SELECT 1 FROM account WHERE id = ?", account)) return nullptr;
    return accounts_.recall(account);
}

std::vector<AccountId> SqliteStore::accounts_of_report(ReportId report) const { return accounts_.of_report(report); }

std::optional<IncidentId> SqliteStore::incident_of(AccountId account) const
{
    const auto incident = db_.number("SELECT incident FROM incident_account WHERE account = ?", account);
    return incident ? std::optional(IncidentId{*incident}) : std::nullopt;
}

std::vector<AccountId> SqliteStore::account_ids_of(IncidentId incident) const
{
    std::vector<AccountId> found;
    auto row = db_.ask("SELECT account FROM incident_account WHERE incident = ? ORDER BY account", incident);
    while (row.step()) found.push_back(row.id<AccountId>());
    return found;
}

void SqliteStore::tie(AccountId account, AccountId other, double score)
{
    whole([&] { ties_.add(account, other, score); });
}

std::vector<Tied> SqliteStore::tied_to(AccountId account) const { return ties_.of(account); }

std::vector<Ruling> SqliteStore::rulings_on(std::span<const AccountId> accounts) const
{
    std::vector<Ruling> found;
    for (const auto account : accounts) {
        auto held = db_.ask("SELECT i.id FROM incident_account f JOIN incident i ON i.id = f.incident WHERE f.account = ? AND (i.accepted = 1 OR i.corrections > 0)", account);
        if (held.step()) found.push_back({account, 0, held.integer()});
        auto row = db_.ask("SELECT decision, side FROM different WHERE account = ?", account);
        while (row.step()) {
            const auto decision = row.integer();
            found.push_back({account, decision, row.integer()});
        }
    }
    return found;
}

std::vector<AccountId> SqliteStore::ruled_with(AccountId account) const
{
    std::vector<AccountId> found;
    auto row = db_.ask("SELECT theirs.account FROM different mine JOIN different theirs ON theirs.decision = mine.decision AND theirs.side = mine.side"
                       " WHERE mine.account = ?1 AND theirs.account <> ?1 UNION"
                       " SELECT theirs.account FROM incident_account mine JOIN incident i ON i.id = mine.incident AND (i.accepted = 1 OR i.corrections > 0)"
                       " JOIN incident_account theirs ON theirs.incident = i.id WHERE mine.account = ?1 AND theirs.account <> ?1", account);
    while (row.step()) found.push_back(row.id<AccountId>());
    return found;
}

std::vector<TiedIncidents> SqliteStore::tied_incidents(double score_min, std::size_t most) const
{
    std::vector<TiedIncidents> found;
    auto row = db_.ask("SELECT min(f.incident, o.incident), max(f.incident, o.incident), t.account, t.other, max(t.score) FROM tie t"
                       " JOIN incident_account f ON f.account = t.account JOIN incident_account o ON o.account = t.other"
                       " WHERE t.score >= ? AND f.incident <> o.incident GROUP BY 1, 2 ORDER BY 5 DESC, 1, 2", score_min);
    while (found.size() < most && row.step()) {
        TiedIncidents pair;
        pair.a = row.id<IncidentId>();
        pair.b = row.id<IncidentId>();
        pair.account = row.id<AccountId>();
        pair.other = row.id<AccountId>();
        pair.score = row.real();
        const auto barred = db_.number("SELECT 1 FROM incident_account p JOIN account a ON a.id = p.account JOIN account b ON b.report = a.report"
                                       " JOIN incident_account q ON q.account = b.id WHERE p.incident = ?1 AND q.incident = ?2 UNION ALL"
                                       " SELECT 1 FROM incident WHERE id IN (?1, ?2) AND withdrawn = 1 UNION ALL"
                                       " SELECT 1 FROM incident_account p JOIN different mine ON mine.account = p.account JOIN different theirs"
                                       " ON theirs.decision = mine.decision AND theirs.side <> mine.side JOIN incident_account q ON q.account = theirs.account"
                                       " WHERE p.incident = ?1 AND q.incident = ?2 LIMIT 1", pair.a, pair.b);
        if (!barred) found.push_back(pair);
    }
    return found;
}

void SqliteStore::judge_anew(SourceId source)
{
    ++changes_by_others_;
    accounts_.forget();
    std::set<IncidentId> touched;
    {
        auto row = db_.ask("SELECT DISTINCT f.incident FROM report r JOIN account a ON a.report = r.id JOIN incident_account f ON f.account = a.id WHERE r.source = ?", source);
        while (row.step()) touched.insert(row.id<IncidentId>());
    }
    recompute(touched);
}

Store::Moved SqliteStore::refile(IncidentId from, std::optional<IncidentId> to, std::span<const AccountId> accounts, const std::string& because)
{
    from = existing(from);
    const bool is_new = !to;
    if (to) to = existing(*to);
    if (to == from || accounts.empty()) throw std::invalid_argument("accounts of " + to_string(from) + " are to go to another incident");
    return whole([&] {
        const std::set<AccountId> leaving(accounts.begin(), accounts.end());
        const auto held = accounts_in(from);
        if (!std::ranges::includes(held, leaving)) throw std::invalid_argument("only accounts of " + to_string(from) + " can be taken from it");
        const bool emptied = held.size() == leaving.size();
        const auto into = to ? *to : incidents_.add();
        FiledRevision filed;
        filed.revision = Revision{.who = the_program, .action = emptied ? "merge" : is_new ? "split" : "move", .field = "accounts", .before = to_string(from),
                                  .after = to_string(into), .because = because, .incident = emptied ? into : from};
        filed.other = emptied ? from : into;
        // Taken back, this lets the new id lead to the old one.
        if (is_new) filed.effects.push_back({Changes::forward, std::int64_t(into), "", number(from), std::nullopt});
        for (const auto account : leaving) filed.effects.push_back({Changes::account, std::int64_t(account), "", number(from), number(into)});
        if (emptied) filed.effects.push_back({Changes::forward, std::int64_t(from), "", std::nullopt, number(into)});
        carry_out(std::move(filed));
        return Moved{into, emptied};
    });
}

}  // namespace sitrep::store
