#include "store/sqlite/block_keys.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sitrep::store {
namespace {

// Changes when another connection has written, and only then.
std::int64_t state_of_file(const Connection& connection) { return connection.number("PRAGMA data_version").value_or(0); }

std::vector<std::uint64_t> keys_in(std::string_view bytes)
{
    std::vector<std::uint64_t> keys(bytes.size() / sizeof(std::uint64_t));
    if (!keys.empty()) std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(std::uint64_t));
    return keys;
}

}  // namespace

void BlockKeys::file(AccountId account, std::span<const std::uint64_t> keys)
{
    if (keys.empty()) return;
    if (!known_) load();
    const std::string_view bytes(reinterpret_cast<const char*>(keys.data()), keys.size_bytes());
    db_.run("INSERT INTO new_block_key VALUES (?, ?)", account, Bytes{bytes});
    remember(std::int64_t(account), keys);
}

void BlockKeys::remember(std::int64_t account, std::span<const std::uint64_t> keys) const
{
    for (const auto key : keys) {
        auto& accounts = newest_[key];
        if (accounts.empty() || accounts.back() != account) accounts.push_back(account);  // a key given twice counts once
    }
}

void BlockKeys::load() const
{
    newest_.clear();
    auto row = db_.ask("SELECT account, keys FROM new_block_key ORDER BY account");
    while (row.step()) {
        const auto account = row.integer();
        remember(account, keys_in(row.view()));
    }
    known_ = state_of_file(db_);
}

void BlockKeys::look_again()
{
    if (known_ && *known_ != state_of_file(db_)) known_.reset();
}

std::vector<std::int64_t> BlockKeys::newest_under(std::uint64_t key, std::size_t most) const
{
    if (!known_) load();
    std::vector<std::int64_t> found;
    if (const auto known = newest_.find(key); known != newest_.end()) {
        const auto& accounts = known->second;
        found.assign(accounts.rbegin(), accounts.rbegin() + std::ptrdiff_t(std::min(most, accounts.size())));
    }
    if (found.size() == most) return found;
    auto row = db_.ask("SELECT account FROM block_key WHERE key = ? ORDER BY account DESC LIMIT ?", std::int64_t(key), most - found.size());
    while (row.step()) found.push_back(row.integer());
    return found;
}

void BlockKeys::put_into_index()
{
    if (!known_) load();
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    for (const auto& [key, accounts] : newest_)
        for (const auto account : accounts) rows.emplace_back(std::int64_t(key), account);
    std::ranges::sort(rows);
    for (const auto& [key, account] : rows) db_.run("INSERT OR IGNORE INTO block_key VALUES (?, ?)", key, account);
    db_.run("DELETE FROM new_block_key");
    newest_.clear();
}

}  // namespace sitrep::store
