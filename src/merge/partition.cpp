// From ties to groups: which accounts tell one event, whatever the order in which they came.
#include "merge/merge.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace sitrep::merge {
namespace {

constexpr std::size_t pairs_looked_at_max = 400;  // of two large groups a spread of pairs stands for all

class Groups {
public:
    Groups(std::span<const Facts* const> accounts, std::span<const Tie> ties, const Rulings& rulings, const Thresholds& thresholds, const Model& model)
        : accounts_(accounts), rulings_(rulings), thresholds_(thresholds), model_(model), group_(accounts.size()), members_(accounts.size())
    {
        std::iota(group_.begin(), group_.end(), std::size_t{0});
        for (std::size_t i = 0; i < accounts.size(); ++i) members_[i] = {i};
        for (const auto& tie : ties) known_.emplace(pair_key(tie.a, tie.b), tie.score);
    }

    std::size_t of(std::size_t account) const { return group_[account]; }

    void unite(std::size_t a, std::size_t b)
    {
        auto to = group_[a], from = group_[b];
        if (to == from) return;
        if (members_[to].size() < members_[from].size()) std::swap(to, from);
        for (const auto member : members_[from]) group_[member] = to;
        members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
        members_[from].clear();
    }

    /// True when no two of their accounts exclude each other and they fit as a whole.
    bool fit(std::size_t a, std::size_t b) const
    {
        const auto &x = sorted(members_[a]), &y = sorted(members_[b]);
        for (const auto i : x)
            for (const auto j : y)
                if (exclude(i, j)) return false;
        const std::size_t all = x.size() * y.size(), step = (all + pairs_looked_at_max - 1) / pairs_looked_at_max;
        double sum = 0;
        std::size_t count = 0;
        for (std::size_t at = 0; at < all; at += step) {
            const double score = score_between(x[at / y.size()], y[at % y.size()]);
            if (score < thresholds_.worst_at_least) return false;
            sum += score;
            ++count;
        }
        return sum / static_cast<double>(count) >= thresholds_.mean_at_least;
    }

private:
    static std::uint64_t pair_key(std::size_t a, std::size_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

    /// In an order that does not depend on how the group came about.
    std::vector<std::size_t> sorted(std::vector<std::size_t> members) const
    {
        std::sort(members.begin(), members.end(), [&](std::size_t i, std::size_t j) { return std::tuple(accounts_[i]->content, i) < std::tuple(accounts_[j]->content, j); });
        return members;
    }

    bool exclude(std::size_t i, std::size_t j) const
    {
        return are_told_as_two(*accounts_[i], *accounts_[j]) || (rulings_.apart && rulings_.apart(i, j));
    }

    double score_between(std::size_t i, std::size_t j) const
    {
        const auto known = known_.find(pair_key(i, j));
        return known != known_.end() ? known->second : std::max(never, score_of(*accounts_[i], *accounts_[j], model_));
    }

    std::span<const Facts* const> accounts_;
    const Rulings& rulings_;
    const Thresholds& thresholds_;
    const Model& model_;
    std::vector<std::size_t> group_;
    std::vector<std::vector<std::size_t>> members_;
    std::unordered_map<std::uint64_t, double> known_;
};

}  // namespace

std::vector<std::size_t> partition(std::span<const Facts* const> accounts, std::span<const Tie> ties, const Rulings& rulings, const Thresholds& thresholds, const Model& model)
{
    Groups groups(accounts, ties, rulings, thresholds, model);
    for (const auto& [a, b] : rulings.together) groups.unite(a, b);
    const double from = score_of_chance(thresholds.merge_from);
    std::vector<Tie> strong;
    for (const auto& tie : ties)
        if (tie.score >= from) strong.push_back(tie);
    const auto content = [&](const Tie& tie) {
        const auto p = accounts[tie.a]->content, q = accounts[tie.b]->content;
        return std::pair(std::min(p, q), std::max(p, q));
    };
    std::sort(strong.begin(), strong.end(), [&](const Tie& x, const Tie& y) {
        if (x.score != y.score) return x.score > y.score;
        return std::tuple(content(x), x.a, x.b) < std::tuple(content(y), y.a, y.b);
    });
    for (const auto& tie : strong)
        if (groups.of(tie.a) != groups.of(tie.b) && groups.fit(groups.of(tie.a), groups.of(tie.b))) groups.unite(tie.a, tie.b);
    std::vector<std::size_t> out(accounts.size());
    std::unordered_map<std::size_t, std::size_t> numbers;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = numbers.try_emplace(groups.of(i), numbers.size()).first->second;
    return out;
}

}  // namespace sitrep::merge
