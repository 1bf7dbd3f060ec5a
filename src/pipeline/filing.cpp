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
constexpr std::size_t facts_held_max = 30'000;  // about 15 MB

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

/// What people have ruled about accounts, each by its number in a list: of two rulings about one pair the newer holds.
class RuledPairs {
public:
    RuledPairs(std::span<const AccountId> accounts, const store::Store& store)
    {
        std::map<AccountId, std::size_t> number_of;
        for (std::size_t i = 0; i < accounts.size(); ++i) number_of.emplace(accounts[i], i);
        std::map<std::int64_t, std::vector<std::pair<std::size_t, int>>, std::greater<>> sides;  // by decision, the newest first
        for (const auto& ruling : store.rulings_on(accounts)) sides[ruling.decision].emplace_back(number_of.at(ruling.account), ruling.side);
        for (const auto& [decision, members] : sides)
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) rule(members[i], members[j]);
    }
    merge::Rulings take()
    {
        merge::Rulings out;
        out.together = std::move(together_);
        if (!apart_.empty()) out.apart = [apart = std::move(apart_)](std::size_t i, std::size_t j) { return apart.contains({std::min(i, j), std::max(i, j)}); };
        return out;
    }

private:
    void rule(std::pair<std::size_t, int> a, std::pair<std::size_t, int> b)
    {
        const std::pair key(std::min(a.first, b.first), std::max(a.first, b.first));
        if (!ruled_.insert(key).second) return;
        if (a.second == b.second) together_.push_back(key);
        else apart_.insert(key);
    }

    std::set<std::pair<std::size_t, std::size_t>> ruled_, apart_;
    std::vector<std::pair<std::size_t, std::size_t>> together_;
};

/// Where the accounts of a component are filed, and where they are to be.
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

/// The account of the same group that a new one is most like, among those filed already or new before it.
std::size_t nearest(std::size_t number, std::span<const merge::Tie> ties, const std::vector<Filed>& filed, const std::set<AccountId>& standing)
{
    std::size_t best = number;
    double score = merge::never;
    for (const auto& tie : ties) {
        if (tie.a != number && tie.b != number) continue;
        const auto other = tie.a == number ? tie.b : tie.a;
        if (filed[other].group != filed[number].group || !standing.contains(filed[other].account) || tie.score <= score) continue;
        score = tie.score;
        best = other;
    }
    return best;
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

Filing::Filing(store::Store& store) : store_(store), thresholds_(thresholds_of(store)) {}

const merge::Facts& Filing::facts_of(AccountId id)
{
    auto& held = facts_[std::int64_t(id)];
    if (!held) held = std::make_unique<merge::Facts>(merge::facts_of(*store_.account(id)));
    return *held;
}

std::vector<AccountId> Filing::component_of(std::span<const AccountId> begin) const
{
    auto found = hanging_together(begin, thresholds_.merge_from, merge::hang_together_max);
    for (const double chance : merge::closer_chances)
        if (found.size() > merge::hang_together_max)
            found = hanging_together(begin, std::max(chance, thresholds_.merge_from), chance == merge::closer_chances.back() ? SIZE_MAX : merge::hang_together_max);
    return found;
}

/// Stops soon after `most`.
std::vector<AccountId> Filing::hanging_together(std::span<const AccountId> begin, double chance, std::size_t most) const
{
    const double from = merge::score_of_chance(chance), merged_from = merge::score_of_chance(thresholds_.merge_from);
    std::vector<AccountId> found(begin.begin(), begin.end());
    std::set<AccountId> met(begin.begin(), begin.end());
    for (std::size_t i = 0; i < found.size() && found.size() <= most; ++i) {
        const auto mine = store_.incident_of(found[i]);
        for (const auto& tied : store_.tied_to(found[i])) {
            if (tied.score < merged_from || met.contains(tied.other)) continue;
            const auto theirs = store_.incident_of(tied.other);
            if (!theirs || (tied.score < from && theirs != mine)) continue;
            met.insert(tied.other);
            found.push_back(tied.other);
        }
        for (const auto other : store_.ruled_with(found[i]))
            if (met.insert(other).second && store_.incident_of(other)) found.push_back(other);
    }
    return found;
}

Filing::Met Filing::meet(std::span<const FiledAccount> accounts)
{
    if (facts_.size() > facts_held_max) facts_.clear();
    Met out;
    std::vector<std::vector<std::size_t>> candidates(accounts.size());
    std::vector<const merge::Facts*> others;
    for (const auto& account : accounts) out.facts.push_back(merge::facts_of(account));
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (const auto id : store_.filed_under(merge::keys_to_ask(out.facts[i]), merge::looked_at_per_key_max)) {
            candidates[i].push_back(others.size());
            others.push_back(&facts_of(id));
            out.others.push_back(id);
        }
    out.ties = merge::ties_of(out.facts, others, candidates, merge::shipped_model());
    // An account that is filed nowhere any more (another version of its row stands) ties nothing.
    std::erase_if(out.ties, [&](const merge::Tie& tie) { return !store_.incident_of(out.others[tie.b]); });
    return out;
}

AccountId Filing::add(const FiledAccount& account, const merge::Facts& facts)
{
    const auto id = store_.add_account(account.report, account.account, merge::keys_to_file(facts), account.telling);
    facts_.insert_or_assign(std::int64_t(id), std::make_unique<merge::Facts>(facts));
    return id;
}

FilingCounts Filing::file(std::span<const FiledAccount> accounts)
{
    const Met met = meet(accounts);
    std::vector<AccountId> fresh;
    for (std::size_t i = 0; i < accounts.size(); ++i) fresh.push_back(add(accounts[i], met.facts[i]));
    for (const auto& tie : met.ties) store_.tie(fresh[tie.a], met.others[tie.b], static_cast<float>(tie.score));
    FilingCounts counts;
    settle(fresh, met.ties.empty() ? fresh : component_of(fresh), counts);
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
}

FilingCounts Filing::regroup(std::span<const AccountId> accounts)
{
    FilingCounts counts;
    std::set<AccountId> done;
    for (const auto account : accounts) {
        if (done.contains(account)) continue;
        const auto component = component_of(std::span(&account, 1));
        done.insert(component.begin(), component.end());
        settle({}, component, counts);
    }
    return counts;
}

void Filing::settle(std::span<const AccountId> fresh, std::span<const AccountId> component, FilingCounts& counts)
{
    std::vector<const merge::Facts*> facts;
    std::map<AccountId, std::size_t> number_of;
    for (std::size_t i = 0; i < component.size(); ++i) {
        facts.push_back(&facts_of(component[i]));
        number_of.emplace(component[i], i);
    }
    std::vector<merge::Tie> ties;
    if (component.size() > fresh.size() || fresh.empty())
        for (std::size_t i = 0; i < component.size(); ++i)
            for (const auto& tied : store_.tied_to(component[i]))
                if (const auto other = number_of.find(tied.other); other != number_of.end() && i < other->second) ties.push_back({i, other->second, tied.score});
    const auto groups = merge::partition(facts, ties, RuledPairs(component, store_).take(), thresholds_, merge::shipped_model());
    std::vector<Filed> filed;
    for (std::size_t i = 0; i < component.size(); ++i) {
        const bool is_new = std::find(fresh.begin(), fresh.end(), component[i]) != fresh.end();
        filed.push_back({component[i], is_new ? std::nullopt : store_.incident_of(component[i]), groups[i]});
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
        ++(moved.emptied ? counts.put_together : counts.taken_apart);
    }
    std::set<IncidentId> touched;
    std::set<AccountId> standing;
    for (const auto& one : filed)
        if (one.now) standing.insert(one.account);
    for (std::size_t i = 0; i < filed.size(); ++i) {
        const auto& one = filed[i];
        if (one.now) continue;
        const auto against = filed[nearest(i, ties, filed, standing)].account;
        standing.insert(one.account);
        const auto kept = incident_of.find(one.group);
        if (kept == incident_of.end()) {
            const auto made = store_.new_incident(one.account);
            incident_of.emplace(one.group, made);
            touched.insert(made);
            ++counts.new_incidents;
            continue;
        }
        store_.join(one.account, kept->second, against, merge::compare(*store_.account(one.account), *store_.account(against)).reasons);
        touched.insert(kept->second);
        ++counts.joined;
    }
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
