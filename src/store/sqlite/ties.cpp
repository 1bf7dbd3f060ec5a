#include "store/sqlite/ties.hpp"

#include <algorithm>
#include <map>

namespace sitrep::store {

void TieRows::add(AccountId account, AccountId other, double score)
{
    if (!is_known_) load();
    const auto newer = std::max(account, other), older = std::min(account, other);
    db_.run("INSERT OR REPLACE INTO tie VALUES (?, ?, ?)", newer, older, score);
    auto& known = newer_[std::int64_t(older)];
    const auto same = std::find_if(known.begin(), known.end(), [&](const Tied& tied) { return tied.other == newer; });
    if (same != known.end()) same->score = score;
    else known.push_back({newer, score});
}

std::vector<Tied> TieRows::of(AccountId account) const
{
    if (!is_known_) load();
    std::vector<Tied> found;
    auto row = db_.ask("SELECT other, score FROM tie WHERE account = ?1 UNION ALL SELECT newer, score FROM tie_back WHERE account = ?1", account);
    while (row.step()) {
        auto& tied = found.emplace_back();
        tied.other = row.id<AccountId>();
        tied.score = row.real();
    }
    if (const auto newest = newer_.find(std::int64_t(account)); newest != newer_.end()) found.insert(found.end(), newest->second.begin(), newest->second.end());
    return found;
}

void TieRows::load() const
{
    newer_.clear();
    auto row = db_.ask("SELECT account, other, score FROM tie WHERE account > (SELECT up_to FROM tie_back_state)");
    while (row.step()) {
        const auto newer = row.id<AccountId>();
        auto& known = newer_[row.integer()];
        known.push_back({newer, row.real()});
    }
    is_known_ = true;
}

void TieRows::put_into_index()
{
    if (!is_known_) load();
    const std::map<std::int64_t, std::vector<Tied>> in_order(newer_.begin(), newer_.end());
    for (const auto& [account, ties] : in_order)
        for (const auto& tied : ties) db_.run("INSERT OR REPLACE INTO tie_back VALUES (?, ?, ?)", account, tied.other, tied.score);
    db_.run("UPDATE tie_back_state SET up_to = (SELECT coalesce(max(account), 0) FROM tie)");
    newer_.clear();
}

}  // namespace sitrep::store
