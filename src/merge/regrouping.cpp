#include "merge/regrouping.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace sitrep::merge {
namespace {

constexpr std::size_t pairs_looked_at_max = 400;  // of two large groups a spread of pairs stands for all
constexpr std::size_t pairs_one_by_one_max = 64;

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

bool share_one(std::vector<std::uint64_t>& x, std::vector<std::uint64_t>& y)
{
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    for (auto at = x.begin(), other = y.begin(); at != x.end() && other != y.end();) {
        if (*at == *other) return true;
        if (*at < *other) ++at;
        else ++other;
    }
    return false;
}

}  // namespace

bool Regrouping::goes_before(const Turn& x, const Turn& y) const
{
    if (x.score != y.score) return x.score > y.score;
    const auto content = [this](const Turn& turn) {
        const auto p = all_.content(turn.a), q = all_.content(turn.b);
        return std::pair(std::min(p, q), std::max(p, q));
    };
    return std::tuple(content(x), x.a, x.b) < std::tuple(content(y), y.a, y.b);
}

void Regrouping::meet(Number account, bool differs)
{
    auto& node = all_.nodes_[account];
    node.run = run_;
    node.set = static_cast<std::uint32_t>(sets_.size());
    met_.push_back(account);
    auto& set = sets_.emplace_back();
    set.members.push_back(account);
    set.differs = differs;
}

/// As it stood when the turn came: what it became one by before is done, the rest waits.
void Regrouping::meet_group_of(Number account, const Turn& now)
{
    all_.hold(account);
    if (all_.nodes_[account].is_gone) return;
    const auto group = all_.nodes_[account].group;
    if (group == Grouping::none) return meet(account, false);
    for (const auto member : all_.groups_[group].members) meet(member, false);
    std::vector<Turn> later;
    for (const auto& made : all_.groups_[group].grown) {
        const Turn turn{made.score, made.a, made.b, true};
        if (goes_before(turn, now)) unite(turn);
        else later.push_back(turn);
    }
    wait(std::move(later));
}

/// True when nothing can come of it: they are one already, or will never be.
bool Regrouping::is_settled(const Turn& turn) const
{
    if (!is_met(turn.a) || !is_met(turn.b)) return false;
    const auto a = set_of(turn.a), b = set_of(turn.b);
    if (a == b) return true;
    if (turn.united_before) return false;
    const auto unfit = unfit_.find(pair_of(a, b));
    return unfit != unfit_.end() && unfit->second == SIZE_MAX;
}

/// Turns in their order.
void Regrouping::wait(std::vector<Turn> turns)
{
    if (turns.empty()) return;
    queues_.push_back({std::move(turns)});
    std::push_heap(queues_.begin(), queues_.end(), [this](const Queue& x, const Queue& y) { return goes_before(y.front(), x.front()); });
}

std::optional<Regrouping::Turn> Regrouping::next()
{
    const auto later = [this](const Queue& x, const Queue& y) { return goes_before(y.front(), x.front()); };
    if (queues_.empty()) return std::nullopt;
    std::pop_heap(queues_.begin(), queues_.end(), later);
    auto& queue = queues_.back();
    const Turn turn = queue.front();
    while (++queue.taken < queue.turns.size() && is_settled(queue.front())) {}
    if (queue.taken == queue.turns.size()) queues_.pop_back();
    else std::push_heap(queues_.begin(), queues_.end(), later);
    return turn;
}

/// What members have ties to, as it stands now: met before the ties themselves are looked at, so that those to what can never be one with them need not wait.
void Regrouping::meet_neighbours(const Turn& now, std::span<const Number> members)
{
    const double from = score_of_chance(all_.thresholds_.merge_from);
    std::vector<Number> unmet;
    for (const auto member : members)
        for (const auto& link : all_.nodes_[member].links)
            if (link.score >= from && link.score <= now.score && !is_met(link.other)) unmet.push_back(link.other);
    for (const auto account : unmet)
        if (!is_met(account)) meet_group_of(account, now);
}

/// Ties of members of a set to what is not one with it yet.
void Regrouping::await_ties_after(const Turn* now, std::span<const Number> members)
{
    if (members.empty()) return;
    if (now && reach_ == Reach::all) meet_neighbours(*now, members);
    const double from = score_of_chance(all_.thresholds_.merge_from);
    enum class Likely : std::uint8_t { not_looked_at, possible, barred };
    std::vector<Likely> with(sets_.size(), Likely::not_looked_at);
    const auto may_be_one = [&](std::uint32_t set, std::uint32_t other) {
        auto& likely = with[other];
        if (likely == Likely::not_looked_at) likely = exclude(sets_[set], sets_[other]) ? Likely::barred : Likely::possible;
        return likely == Likely::possible;
    };
    std::vector<Turn> later;
    for (const auto member : members) {
        const auto set = set_of(member);
        for (const auto& link : all_.nodes_[member].links) {
            if (link.score < from || (now && link.score > now->score)) continue;
            if (!is_met(link.other)) {
                if (reach_ == Reach::these_alone || now) continue;  // gone, if its neighbours have been met
            } else if (set_of(link.other) == set || (now && !may_be_one(set, set_of(link.other)))) {
                continue;
            }
            const Turn turn{link.score, std::min(member, link.other), std::max(member, link.other), false};
            if (!now || goes_before(*now, turn)) later.push_back(turn);
        }
    }
    std::sort(later.begin(), later.end(), [this](const Turn& x, const Turn& y) { return goes_before(x, y); });
    wait(std::move(later));
}

void Regrouping::begin(std::span<const Number> fresh, std::span<const std::pair<Number, Number>> together)
{
    for (const auto account : fresh) {
        all_.dissolve(account);
        meet(account, true);
    }
    for (const auto& [a, b] : together)
        if (is_met(a) && is_met(b) && set_of(a) != set_of(b)) unite({std::numeric_limits<float>::infinity(), std::min(a, b), std::max(a, b), false});
    await_ties_after(nullptr, fresh);
}

void Regrouping::unite(const Turn& turn)
{
    auto to = set_of(turn.a), from = set_of(turn.b);
    if (sets_[to].members.size() < sets_[from].members.size()) std::swap(to, from);
    Set &kept = sets_[to], &added = sets_[from];
    for (const auto member : added.members) all_.nodes_[member].set = to;
    const auto by_content = [this](Number i, Number j) { return std::tuple(all_.content(i), i) < std::tuple(all_.content(j), j); };
    const auto middle = std::ptrdiff_t(kept.members.size());
    kept.members.insert(kept.members.end(), added.members.begin(), added.members.end());
    std::inplace_merge(kept.members.begin(), kept.members.begin() + middle, kept.members.end(), by_content);
    kept.grown.insert(kept.grown.end(), added.grown.begin(), added.grown.end());
    kept.grown.push_back({turn.a, turn.b, turn.score});
    kept.differs = kept.differs || added.differs;
    added = {};
}

void Regrouping::becomes_different(std::uint32_t set, const Turn& now)
{
    if (std::exchange(sets_[set].differs, true)) return;
    await_ties_after(&now, sets_[set].members);
}

void Regrouping::decide(const Turn& turn)
{
    for (const auto account : {turn.a, turn.b}) {
        if (!is_met(account)) meet_group_of(account, turn);
        if (!is_met(account)) return;  // it is gone
    }
    const auto a = set_of(turn.a), b = set_of(turn.b);
    if (a == b) return;
    if (!sets_[a].differs && !sets_[b].differs) {
        if (turn.united_before) unite(turn);
        return;
    }
    if (fit(a, b)) {
        const auto& same_as_before = sets_[a].differs ? sets_[b] : sets_[a];
        const auto joining = same_as_before.differs ? std::vector<Number>{} : same_as_before.members;
        unite(turn);
        await_ties_after(&turn, joining);
        return;
    }
    if (!turn.united_before) return;
    becomes_different(a, turn);
    becomes_different(b, turn);
}

std::vector<Regrouping::Number> Regrouping::finish()
{
    while (const auto turn = next()) decide(*turn);
    std::vector<Number> changed;
    for (auto& set : sets_)
        if (set.differs) {
            changed.insert(changed.end(), set.members.begin(), set.members.end());
            const auto order = [this](const Grouping::Union& x, const Grouping::Union& y) { return goes_before({x.score, x.a, x.b, true}, {y.score, y.a, y.b, true}); };
            std::sort(set.grown.begin(), set.grown.end(), order);
            all_.put_together(std::move(set.members), std::move(set.grown));
        }
    std::sort(changed.begin(), changed.end());
    return changed;
}

bool Regrouping::told_apart(const Set& x, const Set& y) const
{
    return std::any_of(x.members.begin(), x.members.end(), [&](Number i) { return std::any_of(y.members.begin(), y.members.end(), [&](Number j) { return all_.apart_(i, j); }); });
}

bool Regrouping::exclude(const Set& x, const Set& y) const
{
    if (all_.apart_ && told_apart(x, y)) return true;
    if (x.members.size() * y.members.size() <= pairs_one_by_one_max)
        return std::any_of(x.members.begin(), x.members.end(),
                           [&](Number i) { return std::any_of(y.members.begin(), y.members.end(), [&](Number j) { return are_told_as_two(all_.facts(i), all_.facts(j)); }); });
    const auto tellers = [this](const Set& set, auto teller) {
        std::vector<std::uint64_t> out;
        for (const auto member : set.members)
            if (const auto by = static_cast<std::uint64_t>(teller(all_.facts(member))); by != 0) out.push_back(by);
        return out;
    };
    const auto share = [&](auto teller) {
        auto p = tellers(x, teller), q = tellers(y, teller);
        return share_one(p, q);
    };
    return share([](const Facts& facts) { return facts.report; }) || share([](const Facts& facts) { return facts.table; });
}

double Regrouping::score_between(Number a, Number b) const
{
    const auto& links = all_.nodes_[a].links;
    const auto at = std::lower_bound(links.begin(), links.end(), b, [](const Grouping::Link& link, Number number) { return link.other < number; });
    if (at != links.end() && at->other == b) return at->score;
    return std::max(never, score_of(all_.facts(a), all_.facts(b), *all_.model_));
}

/// Of few pairs little is asked, since one odd one weighs much; of many on average what is asked of a tie.
double Regrouping::mean_asked_of(std::size_t pairs) const
{
    constexpr double few_pairs = 8;
    const double of_a_tie = score_of_chance(all_.thresholds_.merge_from);
    return of_a_tie + (all_.thresholds_.mean_at_least - of_a_tie) * std::min(1.0, few_pairs / static_cast<double>(pairs));
}

/// True when no two of their accounts exclude each other and they fit as a whole.
bool Regrouping::fit(std::uint32_t a, std::uint32_t b)
{
    auto& unfit_at = unfit_[pair_of(a, b)];
    if (unfit_at == sets_[a].members.size() + sets_[b].members.size() || unfit_at == SIZE_MAX) return false;
    if (exclude(sets_[a], sets_[b])) {
        unfit_at = SIZE_MAX;
        return false;
    }
    const auto content = [this](std::uint32_t set) { return all_.content(sets_[set].members.front()); };
    const bool swapped = std::tuple(content(b), sets_[b].members.front()) < std::tuple(content(a), sets_[a].members.front());
    const auto &x = sets_[swapped ? b : a].members, &y = sets_[swapped ? a : b].members;
    const std::size_t all = x.size() * y.size(), step = (all + pairs_looked_at_max - 1) / pairs_looked_at_max;
    double sum = 0;
    std::size_t count = 0;
    bool fits = true;
    for (std::size_t at = 0; at < all && fits; at += step, ++count) {
        const double score = score_between(x[at / y.size()], y[at % y.size()]);
        fits = score >= all_.thresholds_.worst_at_least;
        sum += score;
    }
    fits = fits && sum / static_cast<double>(count) >= mean_asked_of(all);
    if (!fits) unfit_at = x.size() + y.size();
    return fits;
}

}  // namespace sitrep::merge
