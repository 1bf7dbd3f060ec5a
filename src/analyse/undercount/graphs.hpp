// Decomposable graphs over lists, and the average over them (Madigan & York 1997).
#pragma once

#include "analyse/undercount/overlap.hpp"

#include <span>

namespace sitrep::analyse {

/// A graph whose missing edges say which lists are independent given the others. Decomposable: its likelihood is a product
/// over cliques divided by one over separators.
struct DecomposableGraph {
    std::vector<ListSet> cliques;
    std::vector<ListSet> separators;  ///< of a junction tree: one fewer than cliques, the empty set among them where parts hang apart
};

/// All of them for 1 to 5 lists: 1, 2, 8, 61, 822.
std::vector<DecomposableGraph> decomposable_graphs(std::size_t lists);

struct GraphAverage {
    std::int64_t first_unseen = 0;
    std::vector<double> posterior;  ///< chance of first_unseen, first_unseen + 1, … unseen
    std::vector<double> graph_weights;  ///< one a graph, in the order of decomposable_graphs()
    double mean = 0, deviation = 0;     ///< of the population
    std::int64_t documented = 0;
    double at_the_end = 0;              ///< chance of the last hundredth of the range: more than a trace means that the range cuts
    std::int64_t quantile(double chance) const;  ///< of the population
};

/// Posterior over the unseen in [first_unseen, last_unseen], each graph equally likely beforehand, hyper-Dirichlet prior with
/// `delta` a cell (1/2^lists is the usual choice), and a prior for the population proportional to 1/population (Jeffreys).
/// `threads` 0 = all cores; any number gives the same bytes. The table has 1 to 5 lists.
GraphAverage graph_average(const OverlapTable& table, std::span<const DecomposableGraph> graphs, double delta, std::int64_t first_unseen,
                           std::int64_t last_unseen, unsigned threads);

}  // namespace sitrep::analyse
