#include "merge/grouping_at_once.hpp"

#include "merge/in_parallel.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace sitrep::merge {
namespace {

constexpr std::size_t ties_a_batch = 8192;  // so few that a batch seldom meets a group twice
constexpr std::size_t ties_a_piece = 128;

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

}  // namespace

GroupingAtOnce::GroupingAtOnce(Grouping& grouping, std::size_t threads) : all_(grouping), rule_(grouping), threads_(threads)
{
    sets_.resize(all_.size());
    for (Number account = 0; account < all_.size(); ++account) {
        sets_[account].members.push_back(account);
        all_.nodes_[account].set = account;
    }
}

/// Those from which the program merges.
std::vector<Grouping::Union> GroupingAtOnce::ties_in_order() const
{
    const double from = score_of_chance(all_.thresholds_.merge_from);
    std::vector<Union> ties;
    for (Number account = 0; account < all_.size(); ++account)
        for (const auto& link : all_.nodes_[account].links)
            if (link.other > account && link.score >= from) ties.push_back({account, link.other, link.score});
    const auto piece = [&](std::size_t i) { return ties.begin() + std::ptrdiff_t(ties.size() * i / threads_); };
    const auto before = [this](const Union& x, const Union& y) { return rule_.goes_before(x, y); };
    in_parallel(threads_, threads_, [&](std::size_t, std::size_t i) { std::sort(piece(i), piece(i + 1), before); });
    for (std::size_t i = 1; i < threads_; ++i) std::inplace_merge(ties.begin(), piece(i), piece(i + 1), before);
    return ties;
}

void GroupingAtOnce::run(std::span<const std::pair<Number, Number>> together)
{
    std::vector<Union> ruled;
    for (const auto& group : all_.groups_)
        std::copy_if(group.grown.begin(), group.grown.end(), std::back_inserter(ruled), [](const Union& made) { return std::isinf(made.score); });
    for (const auto& [a, b] : together) ruled.push_back({std::min(a, b), std::max(a, b), std::numeric_limits<float>::infinity()});
    for (const auto& tie : ruled)
        if (set_of(tie.a) != set_of(tie.b)) unite(tie);
    std::sort(grown_.begin(), grown_.end(), [this](const Union& x, const Union& y) { return rule_.goes_before(x, y); });
    const auto ties = ties_in_order();
    for (std::size_t begin = 0; begin < ties.size(); begin += ties_a_batch) go_through(std::span(ties).subspan(begin, std::min(ties_a_batch, ties.size() - begin)));
    write_back();
}

GroupingAtOnce::Verdict GroupingAtOnce::judge(const Union& tie) const
{
    const auto a = set_of(tie.a), b = set_of(tie.b);
    if (a == b) return Verdict::settled;
    const auto &x = sets_[a].members, &y = sets_[b].members;
    const auto unfit = unfit_.find(pair_of(a, b));
    if (unfit != unfit_.end() && (unfit->second == UINT32_MAX || unfit->second == x.size() + y.size())) return Verdict::settled;
    for (const auto members : {GroupingRule::Members(x), GroupingRule::Members(y)}) rule_.fetch_ahead(members);
    if (rule_.exclude(x, y)) return Verdict::excluded;
    return rule_.fit(x, y) ? Verdict::fits : Verdict::unfit;
}

void GroupingAtOnce::go_through(std::span<const Union> batch)
{
    ++batch_;
    std::vector<Verdict> verdicts(batch.size());
    in_parallel(threads_, (batch.size() + ties_a_piece - 1) / ties_a_piece, [&](std::size_t, std::size_t piece) {
        for (std::size_t i = piece * ties_a_piece; i < std::min(batch.size(), (piece + 1) * ties_a_piece); ++i) verdicts[i] = judge(batch[i]);
    });
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const bool stands = sets_[set_of(batch[i].a)].changed != batch_ && sets_[set_of(batch[i].b)].changed != batch_;
        decide(batch[i], stands ? verdicts[i] : judge(batch[i]));
    }
}

void GroupingAtOnce::decide(const Union& tie, Verdict verdict)
{
    if (verdict == Verdict::settled) return;
    if (verdict == Verdict::fits) return unite(tie);
    const auto a = set_of(tie.a), b = set_of(tie.b);
    unfit_[pair_of(a, b)] = verdict == Verdict::excluded ? UINT32_MAX : static_cast<std::uint32_t>(sets_[a].members.size() + sets_[b].members.size());
}

void GroupingAtOnce::unite(const Union& tie)
{
    auto to = set_of(tie.a), from = set_of(tie.b);
    if (sets_[to].members.size() < sets_[from].members.size()) std::swap(to, from);
    Set &kept = sets_[to], &added = sets_[from];
    for (const auto member : added.members) all_.nodes_[member].set = to;
    const auto middle = std::ptrdiff_t(kept.members.size());
    kept.members.insert(kept.members.end(), added.members.begin(), added.members.end());
    std::inplace_merge(kept.members.begin(), kept.members.begin() + middle, kept.members.end(), [this](Number x, Number y) { return rule_.comes_before_by_content(x, y); });
    kept.changed = batch_;
    added = {};
    grown_.push_back(tie);
}

void GroupingAtOnce::write_back()
{
    all_.groups_.clear();
    all_.free_groups_.clear();
    for (auto& node : all_.nodes_) node.group = Grouping::none;
    for (auto& set : sets_)
        if (set.members.size() > 1) all_.put_together(std::move(set.members), {});
    for (const auto& tie : grown_) all_.groups_[all_.nodes_[tie.a].group].grown.push_back(tie);
}

}  // namespace sitrep::merge
