#include "merge/regrouping.hpp"

#include <algorithm>
#include <limits>

namespace sitrep::merge {
namespace {

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

}  // namespace

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
        const Turn turn{rule_.turn_of(made), true};
        if (rule_.goes_before(turn, now)) unite(turn);
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
    std::push_heap(queues_.begin(), queues_.end(), [this](const Queue& x, const Queue& y) { return rule_.goes_before(y.front(), x.front()); });
}

std::optional<Regrouping::Turn> Regrouping::next()
{
    const auto later = [this](const Queue& x, const Queue& y) { return rule_.goes_before(y.front(), x.front()); };
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
        if (likely == Likely::not_looked_at) likely = rule_.exclude(sets_[set].members, sets_[other].members) ? Likely::barred : Likely::possible;
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
            const Turn turn{rule_.turn_of({std::min(member, link.other), std::max(member, link.other), link.score}), false};
            if (!now || rule_.goes_before(*now, turn)) later.push_back(turn);
        }
    }
    std::sort(later.begin(), later.end(), [this](const Turn& x, const Turn& y) { return rule_.goes_before(x, y); });
    wait(std::move(later));
}

void Regrouping::begin(std::span<const Number> fresh, std::span<const std::pair<Number, Number>> together)
{
    for (const auto account : fresh) {
        all_.dissolve(account);
        meet(account, true);
    }
    for (const auto& [a, b] : together)
        if (is_met(a) && is_met(b) && set_of(a) != set_of(b)) unite({rule_.turn_of({std::min(a, b), std::max(a, b), std::numeric_limits<float>::infinity()}), false});
    await_ties_after(nullptr, fresh);
}

void Regrouping::unite(const Turn& turn)
{
    auto to = set_of(turn.a), from = set_of(turn.b);
    if (sets_[to].members.size() < sets_[from].members.size()) std::swap(to, from);
    Set &kept = sets_[to], &added = sets_[from];
    for (const auto member : added.members) all_.nodes_[member].set = to;
    const auto middle = std::ptrdiff_t(kept.members.size());
    kept.members.insert(kept.members.end(), added.members.begin(), added.members.end());
    std::inplace_merge(kept.members.begin(), kept.members.begin() + middle, kept.members.end(), [this](Number x, Number y) { return rule_.comes_before_by_content(x, y); });
    kept.grown.insert(kept.grown.end(), added.grown.begin(), added.grown.end());
    kept.grown.push_back(turn);
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
            std::sort(set.grown.begin(), set.grown.end(), [this](const Grouping::Union& x, const Grouping::Union& y) { return rule_.goes_before(x, y); });
            all_.put_together(std::move(set.members), std::move(set.grown));
        }
    std::sort(changed.begin(), changed.end());
    return changed;
}

/// True when no two of their accounts exclude each other and they fit as a whole.
bool Regrouping::fit(std::uint32_t a, std::uint32_t b)
{
    const auto &x = sets_[a].members, &y = sets_[b].members;
    auto& unfit_at = unfit_[pair_of(a, b)];
    if (unfit_at == x.size() + y.size() || unfit_at == SIZE_MAX) return false;
    if (rule_.exclude(x, y)) {
        unfit_at = SIZE_MAX;
        return false;
    }
    const bool fits = rule_.fit(x, y);
    if (!fits) unfit_at = x.size() + y.size();
    return fits;
}

}  // namespace sitrep::merge
