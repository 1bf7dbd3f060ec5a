#include "merge/grouping_at_once.hpp"

#include "merge/in_parallel.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace sitrep::merge {
namespace {

constexpr std::size_t turns_a_batch = 8192;  // so few that a batch seldom meets a group twice
constexpr std::size_t turns_a_piece = 128;

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

}  // namespace

GroupingAtOnce::GroupingAtOnce(Grouping& grouping, std::size_t threads)
    : all_(grouping), rule_(grouping), threads_(threads), sets_(grouping.size()), accounts_(grouping.size()), set_of_(grouping.size())
{
    std::iota(accounts_.begin(), accounts_.end(), Number{0});
    std::iota(set_of_.begin(), set_of_.end(), Number{0});
}

/// Those from which the program merges.
std::vector<GroupingAtOnce::Turn> GroupingAtOnce::turns() const
{
    const double from = score_of_chance(all_.thresholds_.merge_from);
    std::vector<Turn> out;
    for (const auto account : accounts_)
        for (const auto& link : all_.nodes_[account].links)
            if (link.other > account && link.score >= from)
                out.push_back(rule_.turn_of({account, link.other, link.score}));
    const auto piece = [&](std::size_t i) { return out.begin() + std::ptrdiff_t(out.size() * i / threads_); };
    const auto before = [this](const Turn& x, const Turn& y) { return rule_.goes_before(x, y); };
    in_parallel(threads_, threads_, [&](std::size_t, std::size_t i) { std::sort(piece(i), piece(i + 1), before); });
    for (std::size_t i = 1; i < threads_; ++i) std::inplace_merge(out.begin(), piece(i), piece(i + 1), before);
    return out;
}

void GroupingAtOnce::run(std::span<const std::pair<Number, Number>> together)
{
    std::vector<Union> ruled;
    for (const auto& group : all_.groups_)
        std::copy_if(group.grown.begin(), group.grown.end(), std::back_inserter(ruled), [](const Union& made) { return std::isinf(made.score); });
    for (const auto& [a, b] : together) ruled.push_back({std::min(a, b), std::max(a, b), std::numeric_limits<float>::infinity()});
    for (const auto& tie : ruled)
        if (set_of_[tie.a] != set_of_[tie.b]) unite(tie);
    std::sort(grown_.begin(), grown_.end(), [this](const Union& x, const Union& y) { return rule_.goes_before(x, y); });
    const auto all = turns();
    for (std::size_t begin = 0; begin < all.size(); begin += turns_a_batch) go_through(std::span(all).subspan(begin, std::min(turns_a_batch, all.size() - begin)));
    write_back();
}

GroupingAtOnce::Verdict GroupingAtOnce::judge(const Union& tie) const
{
    const auto a = set_of_[tie.a], b = set_of_[tie.b];
    if (a == b) return Verdict::settled;
    const auto x = members_of(a), y = members_of(b);
    const auto unfit = unfit_.find(pair_of(a, b));
    if (unfit != unfit_.end() && (unfit->second == UINT32_MAX || unfit->second == x.size() + y.size())) return Verdict::settled;
    for (const auto members : {x, y}) rule_.fetch_ahead(members);
    if (rule_.exclude(x, y)) return Verdict::excluded;
    return rule_.fit(x, y) ? Verdict::fits : Verdict::unfit;
}

void GroupingAtOnce::go_through(std::span<const Turn> batch)
{
    ++batch_;
    std::vector<Verdict> verdicts(batch.size());
    in_parallel(threads_, (batch.size() + turns_a_piece - 1) / turns_a_piece, [&](std::size_t, std::size_t piece) {
        for (std::size_t i = piece * turns_a_piece; i < std::min(batch.size(), (piece + 1) * turns_a_piece); ++i) verdicts[i] = judge(batch[i]);
    });
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const Union& tie = batch[i];
        const bool stands = sets_[set_of_[tie.a]].changed != batch_ && sets_[set_of_[tie.b]].changed != batch_;
        decide(tie, stands ? verdicts[i] : judge(tie));
    }
}

void GroupingAtOnce::decide(const Union& tie, Verdict verdict)
{
    if (verdict == Verdict::settled) return;
    if (verdict == Verdict::fits) return unite(tie);
    const auto a = set_of_[tie.a], b = set_of_[tie.b];
    unfit_[pair_of(a, b)] = verdict == Verdict::excluded ? UINT32_MAX : static_cast<std::uint32_t>(members_of(a).size() + members_of(b).size());
}

void GroupingAtOnce::unite(const Union& tie)
{
    auto to = set_of_[tie.a], from = set_of_[tie.b];
    if (members_of(to).size() < members_of(from).size()) std::swap(to, from);
    const auto x = members_of(to), y = members_of(from);
    std::vector<Number> both(x.size() + y.size());
    std::merge(x.begin(), x.end(), y.begin(), y.end(), both.begin(), [this](Number i, Number j) { return rule_.comes_before_by_content(i, j); });
    for (const auto member : y) set_of_[member] = to;
    sets_[to] = {std::move(both), batch_};
    sets_[from] = {};
    grown_.push_back(tie);
}

void GroupingAtOnce::write_back()
{
    all_.groups_.clear();
    all_.free_groups_.clear();
    for (const auto account : accounts_) all_.nodes_[account].group = Grouping::none;
    for (auto& set : sets_)
        if (!set.members.empty()) all_.put_together(std::move(set.members), {});
    for (const auto& tie : grown_) all_.groups_[all_.nodes_[tie.a].group].grown.push_back(tie);
}

}  // namespace sitrep::merge
