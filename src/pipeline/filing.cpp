#include "pipeline/filing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace sitrep::pipeline {
namespace {

constexpr const char* thresholds_note = "merging.thresholds";

std::optional<double> number_in(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// What a desk sets, the rest as learnt.
merge::Thresholds with(double merge_from, double propose_from)
{
    auto set = merge::shipped_model().thresholds();
    set.merge_from = merge_from;
    set.propose_from = propose_from;
    return set;
}

bool are_possible(const merge::Thresholds& set)
{
    return set.propose_from >= merge::Thresholds::floor && set.merge_from >= set.propose_from && set.merge_from < 1;
}

/// Where accounts are filed, and where they are to be.
struct Filed {
    AccountId account{};
    std::optional<IncidentId> now;
    std::size_t group = 0;
};

/// For each group the incident that it keeps: the one most of whose accounts it has; the older of two. No incident is kept twice.
std::map<std::size_t, IncidentId> kept_incidents(const std::vector<Filed>& filed)
{
    std::map<std::pair<std::size_t, IncidentId>, int> shared;
    for (const auto& one : filed)
        if (one.now) ++shared[{one.group, *one.now}];
    std::vector<std::tuple<int, IncidentId, std::size_t>> ranked;
    for (const auto& [key, count] : shared) ranked.emplace_back(-count, key.second, key.first);
    std::sort(ranked.begin(), ranked.end());
    std::map<std::size_t, IncidentId> out;
    std::set<IncidentId> taken;
    for (const auto& [count, incident, group] : ranked)
        if (!out.contains(group) && taken.insert(incident).second) out.emplace(group, incident);
    return out;
}

}  // namespace

merge::Thresholds thresholds_of(const store::Store& store)
{
    const std::string note = store.note(thresholds_note);
    const auto space = note.find(' ');
    if (space == std::string::npos) return merge::shipped_model().thresholds();
    const auto merge_from = number_in(std::string_view(note).substr(0, space)), propose_from = number_in(std::string_view(note).substr(space + 1));
    const auto set = with(merge_from.value_or(0), propose_from.value_or(0));
    return are_possible(set) ? set : merge::shipped_model().thresholds();
}

Result<merge::Thresholds> set_thresholds(store::Store& store, double merge_from, double propose_from)
{
    const auto set = with(merge_from, propose_from);
    if (!are_possible(set))
        return bad_input("thresholds", fmt::format("{} and {} are not possible; possible: {} <= propose-from <= merge-from < 1", propose_from, merge_from, merge::Thresholds::floor));
    store.set_note(thresholds_note, fmt::format("{} {}", merge_from, propose_from));
    return set;
}

Filing::Filing(store::Store& store) : store_(store), thresholds_(thresholds_of(store)), groups_(store, thresholds_) {}

Filing::Met Filing::meet(std::span<const FiledAccount> accounts)
{
    groups_.look_again();
    Met out;
    std::vector<std::vector<std::size_t>> candidates(accounts.size());
    std::vector<const merge::Facts*> others;
    for (const auto& account : accounts) out.facts.push_back(merge::facts_of(account));
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (const auto id : store_.filed_under(merge::keys_to_ask(out.facts[i]), merge::looked_at_per_key_max)) {
            candidates[i].push_back(others.size());
            others.push_back(&groups_.facts_of(id));
            out.others.push_back(id);
        }
    out.ties = merge::ties_of(out.facts, others, candidates, merge::shipped_model());
    // An account that is filed nowhere any more (another version of its row stands) ties nothing.
    std::erase_if(out.ties, [&](const merge::Tie& tie) { return !groups_.incident_of(out.others[tie.b]); });
    return out;
}

AccountId Filing::add(const FiledAccount& account, const merge::Facts& facts)
{
    const auto id = store_.add_account(account.report, account.account, merge::keys_to_file(facts), account.telling);
    groups_.add(id, facts);
    return id;
}

FilingCounts Filing::file(std::span<const FiledAccount> accounts)
{
    const Met met = meet(accounts);
    std::vector<AccountId> fresh;
    for (std::size_t i = 0; i < accounts.size(); ++i) fresh.push_back(add(accounts[i], met.facts[i]));
    for (const auto& tie : met.ties) {
        store_.tie(fresh[tie.a], met.others[tie.b], static_cast<float>(tie.score));
        groups_.tie(fresh[tie.a], met.others[tie.b], tie.score);
    }
    FilingCounts counts;
    settle(fresh, groups_.settle(fresh), counts);
    return counts;
}

void Filing::replace(AccountId old, const FiledAccount& fresh)
{
    const Met met = meet(std::span(&fresh, 1));
    const auto now = store_.incident_of(old);
    auto into = now;
    const bool alone = now && store_.accounts_of(*now).size() == 1;
    if (now && !alone) {
        const double from = merge::score_of_chance(thresholds_.merge_from);
        constexpr double stays = 1000;
        double best = from;
        std::optional<IncidentId> fits;
        for (const auto& tie : met.ties) {
            const auto other = met.others[tie.b];
            const auto incident = store_.incident_of(other);
            if (other == old || tie.score < from || (*incident != *now && store_.told_apart(old, *incident))) continue;
            // Where it is filed already goes before what is a little more alike elsewhere.
            const double score = *incident == *now ? tie.score + stays : tie.score;
            if (fits && score < best) continue;
            best = score;
            fits = incident;
        }
        into = fits;
    }
    const auto id = add(fresh, met.facts.front());
    for (const auto& tie : met.ties)
        if (met.others[tie.b] != old) store_.tie(id, met.others[tie.b], static_cast<float>(tie.score));
    store_.replace(old, id, into);
    groups_.forget();
}

FilingCounts Filing::regroup(std::span<const AccountId> accounts)
{
    FilingCounts counts;
    std::set<AccountId> done;
    groups_.forget();
    for (const auto account : accounts) {
        if (done.contains(account) || !store_.incident_of(account)) continue;
        const auto grouped = groups_.regroup(account);
        for (const auto& one : grouped) done.insert(one.account);
        settle({}, grouped, counts);
    }
    return counts;
}

void Filing::settle(std::span<const AccountId> fresh, std::span<const LibraryGroups::Grouped> grouped, FilingCounts& counts)
{
    std::vector<Filed> filed;
    for (const auto& [account, group] : grouped) {
        const bool is_new = std::find(fresh.begin(), fresh.end(), account) != fresh.end();
        filed.push_back({account, is_new ? std::nullopt : groups_.incident_of(account), group});
    }
    auto incident_of = kept_incidents(filed);
    // First what moves, so that an account that is new joins what stands in the end.
    std::map<std::pair<IncidentId, std::size_t>, std::vector<AccountId>> moving;
    for (const auto& one : filed)
        if (const auto kept = incident_of.find(one.group); one.now && (kept == incident_of.end() || kept->second != *one.now)) moving[{*one.now, one.group}].push_back(one.account);
    for (const auto& [from, accounts] : moving) {
        const auto kept = incident_of.find(from.second);
        const auto into = kept == incident_of.end() ? std::nullopt : std::optional(kept->second);
        const auto moved = store_.refile(from.first, into, accounts, "what came since changes what fits best");
        incident_of.emplace(from.second, moved.incident);
        for (const auto account : accounts) groups_.set_incident(account, moved.incident);
        ++(moved.emptied ? counts.put_together : counts.taken_apart);
    }
    std::set<IncidentId> touched;
    std::map<AccountId, std::size_t> standing;  // and their groups
    for (const auto& one : filed)
        if (one.now) standing.emplace(one.account, one.group);
    for (const auto& one : filed) {
        if (one.now) continue;
        const auto against = groups_.nearest(one.account, [&](AccountId other) {
            const auto found = standing.find(other);
            return found != standing.end() && found->second == one.group;
        });
        standing.emplace(one.account, one.group);
        auto kept = incident_of.find(one.group);
        if (kept == incident_of.end()) {
            kept = incident_of.emplace(one.group, store_.new_incident(one.account)).first;
            ++counts.new_incidents;
        } else {
            const auto nearest = against.value_or(one.account);
            store_.join(one.account, kept->second, nearest, merge::compare(*store_.account(one.account), *store_.account(nearest)).reasons);
            ++counts.joined;
        }
        groups_.set_incident(one.account, kept->second);
        touched.insert(kept->second);
    }
    groups_.rule_anew(grouped);
    for (const auto incident : touched) store_.set_record(merge::consolidate(incident, store_.accounts_of(incident)));
}

std::vector<Proposal> proposals(const store::Store& store, std::size_t most)
{
    std::vector<Proposal> out;
    for (const auto& tied : store.tied_incidents(merge::score_of_chance(thresholds_of(store).propose_from), most)) {
        auto comparison = merge::compare(*store.account(tied.account), *store.account(tied.other));
        out.push_back({tied.a, tied.b, tied.account, tied.other, merge::chance_of(tied.score), std::move(comparison.reasons)});
    }
    return out;
}

}  // namespace sitrep::pipeline
