#include "analyse/undercount/graphs.hpp"

#include "analyse/replicate.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace sitrep::analyse {
namespace {

constexpr std::size_t graph_lists_max = 5;

/// One bit for each two lists; neighbours[i] are the lists that i shares an edge with.
using Neighbours = std::array<ListSet, graph_lists_max>;

Neighbours neighbours_of(std::uint32_t edges, std::size_t lists)
{
    Neighbours neighbours{};
    std::size_t edge = 0;
    for (std::size_t a = 0; a < lists; ++a)
        for (std::size_t b = a + 1; b < lists; ++b, ++edge)
            if ((edges >> edge & 1) != 0) {
                neighbours[a] |= ListSet{1} << b;
                neighbours[b] |= ListSet{1} << a;
            }
    return neighbours;
}

bool is_complete(const Neighbours& neighbours, ListSet among)
{
    for (std::size_t i = 0; i < graph_lists_max; ++i)
        if ((among >> i & 1) != 0 && (among & ~neighbours[i] & ~(ListSet{1} << i)) != 0) return false;
    return true;
}

/// Lists are taken out one by one whose remaining neighbours all know each other (Dirac 1961: a graph is chordal when that goes on to the end).
/// The cliques found on the way, each only once; none when the graph is not chordal.
std::vector<ListSet> cliques_of(const Neighbours& neighbours, std::size_t lists)
{
    std::vector<ListSet> cliques;
    ListSet left = (ListSet{1} << lists) - 1;
    while (left != 0) {
        std::size_t next = lists;
        for (std::size_t i = 0; i < lists && next == lists; ++i)
            if ((left >> i & 1) != 0 && is_complete(neighbours, neighbours[i] & left)) next = i;
        if (next == lists) return {};
        const ListSet clique = (neighbours[next] & left) | (ListSet{1} << next);
        if (std::none_of(cliques.begin(), cliques.end(), [clique](ListSet known) { return (known & clique) == clique; })) cliques.push_back(clique);
        left &= ~(ListSet{1} << next);
    }
    return cliques;
}

/// Edges of a heaviest spanning tree over the cliques (Jensen & Jensen 1994: that is a junction tree).
std::vector<ListSet> separators_of(const std::vector<ListSet>& cliques)
{
    std::vector<std::tuple<int, std::size_t, std::size_t>> links;
    for (std::size_t a = 0; a < cliques.size(); ++a)
        for (std::size_t b = a + 1; b < cliques.size(); ++b) links.emplace_back(-std::popcount(cliques[a] & cliques[b]), a, b);
    std::sort(links.begin(), links.end());
    std::vector<std::size_t> part(cliques.size());
    for (std::size_t i = 0; i < part.size(); ++i) part[i] = i;
    std::vector<ListSet> separators;
    for (const auto& [weight, a, b] : links) {
        const std::size_t into = part[a], from = part[b];
        if (into == from) continue;
        separators.push_back(cliques[a] & cliques[b]);
        std::replace(part.begin(), part.end(), from, into);
    }
    return separators;
}

/// For one set of lists: log of the Dirichlet-multinomial likelihood of its marginal table, less what all sets share, at each number of unseen.
std::vector<double> marginal_likelihood(const OverlapTable& table, ListSet among, double delta, std::int64_t first, std::size_t count)
{
    const std::size_t lists = table.lists();
    const double delta_each = delta * double(std::size_t{1} << (lists - std::size_t(std::popcount(among))));
    const double delta_all = delta * double(std::size_t{1} << lists);
    std::vector<double> marginal(table.counts.size());
    for (ListSet pattern = 1; pattern < table.counts.size(); ++pattern) marginal[pattern & among] += double(table.counts[pattern]);
    double constant = std::lgamma(delta_all);
    for (ListSet cell = 0; cell < table.counts.size(); ++cell) {
        if ((cell & ~among) != 0) continue;
        if (cell != 0) constant += std::lgamma(delta_each + marginal[cell]);
        constant -= std::lgamma(delta_each);
    }
    const double documented = double(table.documented());
    std::vector<double> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double unseen = double(first) + double(i);
        out[i] = constant + std::lgamma(delta_each + marginal[0] + unseen) - std::lgamma(delta_all + documented + unseen);
    }
    return out;
}

void summarise(GraphAverage& average)
{
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < average.posterior.size(); ++i) sum += average.posterior[i] * (double(average.first_unseen) + double(i));
    for (std::size_t i = 0; i < average.posterior.size(); ++i) {
        const double off = double(average.first_unseen) + double(i) - sum;
        squares += average.posterior[i] * off * off;
    }
    average.mean = sum + double(average.documented);
    average.deviation = std::sqrt(squares);
    const std::size_t last_hundredth = average.posterior.size() - std::max<std::size_t>(1, average.posterior.size() / 100);
    for (std::size_t i = last_hundredth; i < average.posterior.size(); ++i) average.at_the_end += average.posterior[i];
}

}  // namespace

std::vector<DecomposableGraph> decomposable_graphs(std::size_t lists)
{
    if (lists < 1 || lists > graph_lists_max) throw std::invalid_argument("decomposable graphs are averaged for 1 to 5 lists");
    std::vector<DecomposableGraph> graphs;
    const std::size_t edges = lists * (lists - 1) / 2;
    for (std::uint32_t set = 0; set < (std::uint32_t{1} << edges); ++set) {
        auto cliques = cliques_of(neighbours_of(set, lists), lists);
        if (cliques.empty()) continue;
        auto separators = separators_of(cliques);
        graphs.push_back({std::move(cliques), std::move(separators)});
    }
    return graphs;
}

GraphAverage graph_average(const OverlapTable& table, std::span<const DecomposableGraph> graphs, double delta, std::int64_t first_unseen,
                           std::int64_t last_unseen, unsigned threads)
{
    const auto count = static_cast<std::size_t>(last_unseen - first_unseen + 1);
    std::vector<std::vector<double>> marginals(table.counts.size());
    replicate(marginals.size(), threads, [&](std::size_t among) { marginals[among] = marginal_likelihood(table, ListSet(among), delta, first_unseen, count); });

    // What every graph shares: the multinomial coefficient and the prior of the population.
    std::vector<double> shared(count);
    const double documented = double(table.documented());
    for (std::size_t i = 0; i < count; ++i) {
        const double unseen = double(first_unseen) + double(i);
        shared[i] = std::lgamma(documented + unseen + 1) - std::lgamma(unseen + 1) - std::log(documented + unseen);
    }
    std::vector<std::vector<double>> logs(graphs.size());
    std::vector<double> tops(graphs.size());
    replicate(graphs.size(), threads, [&](std::size_t g) {
        std::vector<double>& log = logs[g];
        log = shared;
        for (const ListSet clique : graphs[g].cliques)
            for (std::size_t i = 0; i < count; ++i) log[i] += marginals[clique][i];
        for (const ListSet separator : graphs[g].separators)
            for (std::size_t i = 0; i < count; ++i) log[i] -= marginals[separator][i];
        tops[g] = *std::max_element(log.begin(), log.end());
    });
    const double top = *std::max_element(tops.begin(), tops.end());
    GraphAverage average;
    average.first_unseen = first_unseen;
    average.documented = table.documented();
    average.posterior.assign(count, 0);
    average.graph_weights.assign(graphs.size(), 0);
    constexpr double nothing = -60;  // below this a graph adds less than the last bit of the sum
    for (std::size_t g = 0; g < graphs.size(); ++g) {
        double weight = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (logs[g][i] - top < nothing) continue;
            const double chance = std::exp(logs[g][i] - top);
            average.posterior[i] += chance;
            weight += chance;
        }
        average.graph_weights[g] = weight;
    }
    double all = 0;
    for (const double chance : average.posterior) all += chance;
    for (double& chance : average.posterior) chance /= all;
    for (double& weight : average.graph_weights) weight /= all;
    summarise(average);
    return average;
}

std::int64_t GraphAverage::quantile(double chance) const
{
    double below = 0;
    for (std::size_t i = 0; i < posterior.size(); ++i) {
        below += posterior[i];
        if (below >= chance) return documented + first_unseen + std::int64_t(i);
    }
    return documented + first_unseen + std::int64_t(posterior.size()) - 1;
}

}  // namespace sitrep::analyse
