#include "merging/fit_weights.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numeric>

namespace sitrep::train {
namespace {

using merge::Feature;

/// What speaks more for one event than what stands after it.
std::vector<std::vector<Feature>> known_orders()
{
    using enum Feature;
    return {
        {same_day, next_day, two_days, three_days, within_week, weeks_apart},
        {meets_in_week, meets_in_month, meets_in_year, outside_range},
        {likely_then, possible_then, told_late, told_much_later},
        {undated_published_together, undated_published_weeks_apart, undated_published_months_apart},
        {same_weekday, next_weekday, other_weekday},
        {published_same_day, published_near, published_same_month, published_months_apart},
        {same_place, within_2_km, within_5_km, within_15_km, within_30_km, within_60_km, beyond_60_km},
        {same_place, near_within_2_km, near_within_10_km, near_within_30_km, near_beyond_30_km},
        {same_name, same_name_not_finest, other_names},
        {seldom_named_place, often_named_place},
        {namesake_abroad, other_country},
        {same_district, other_district},
        {same_governorate, governorate_not_known, other_governorate, other_country},
        {same_kind, same_family, may_be_one_kind, other_kind, other_series},
        {same_rarer_kind, same_family},
        {same_weapon, other_weapon},
        {same_actor, related_actor, other_actor_same_side, opposed_sides},
        {same_target, other_target},
        {killed_dozens, killed_tens, killed_many, killed_several, killed_two, killed_one},
        {killed_nearly, killed_near, killed_different, killed_far_apart},
        {injured_equal_many, injured_equal_several, injured_equal, injured_near, injured_different},
        {taken_equal_several, taken_equal, taken_near, taken_different},
        {same_words, many_same_words, some_same_words, one_same_phrase},
        {most_rare_names, many_rare_names, several_rare_names, some_rare_names, few_rare_names, no_rare_names},
        {some_rare_names_across, few_rare_names_across, no_rare_names_across},
        {most_rare_words, many_rare_words, several_rare_words, some_rare_words, few_rare_words, no_rare_words},
        {rare_words_weigh_all, rare_words_weigh_most, rare_words_weigh_more, rare_words_weigh_much, rare_words_weigh_some},
        {rare_names_weigh_most, rare_names_weigh_much, rare_names_weigh_some},
        {place_and_day, place_and_next_day},
        {both_are_background, one_is_background},
        {both_tell_one, one_tells_one},
    };
}

/// Features that share a weight share a column.
using Columns = std::vector<Eigen::Index>;

/// Weights by column.
Eigen::VectorXd fit_columns(const std::vector<PairExample>& examples, const Columns& column_of, double penalty)
{
    constexpr int steps_max = 40;
    constexpr double enough = 1e-6, first_weight_penalty = 0.01;
    const Eigen::Index size = *std::ranges::max_element(column_of) + 1;
    Eigen::VectorXd penalties = Eigen::VectorXd::Constant(size, penalty * first_weight_penalty);
    for (Eigen::Index i = 1; i < size; ++i) penalties[i] = penalty * static_cast<double>(std::ranges::count(column_of, i));
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(size);
    std::vector<Eigen::Index> shown;
    for (int step = 0; step < steps_max; ++step) {
        Eigen::VectorXd gradient = -penalties.cwiseProduct(weights);
        Eigen::MatrixXd curvature = penalties.asDiagonal();
        for (const auto& example : examples) {
            shown.clear();
            for (const auto feature : example.shown) shown.push_back(column_of[static_cast<std::size_t>(feature)]);
            double score = 0;
            for (const auto i : shown) score += weights[i];
            const double chance = merge::chance_of(score);
            const double error = example.weight * ((example.is_same ? 1.0 : 0.0) - chance), slope = example.weight * std::max(1e-9, chance * (1 - chance));
            for (const auto p : shown) {
                gradient[p] += error;
                for (const auto q : shown) curvature(p, q) += slope;
            }
        }
        const Eigen::VectorXd change = curvature.ldlt().solve(gradient);
        weights += change;
        if (change.norm() < enough) break;
    }
    return weights;
}

/// Puts the columns of neighbours in the wrong order together. False when there are none.
bool pool(const Eigen::VectorXd& weights, Columns& column_of)
{
    constexpr double equal = 1e-6;
    for (const auto& order : known_orders())
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
            const auto keep = column_of[static_cast<std::size_t>(order[i])], gone = column_of[static_cast<std::size_t>(order[i + 1])];
            if (keep == gone || weights[keep] >= weights[gone] - equal) continue;
            const auto low = std::min(keep, gone), high = std::max(keep, gone);
            for (auto& column : column_of) {
                if (column == high) column = low;
                else if (column > high) --column;
            }
            return true;
        }
    return false;
}

}  // namespace

void fit_weights(const std::vector<PairExample>& examples, double penalty, merge::Model& model)
{
    Columns column_of(merge::features);
    std::iota(column_of.begin(), column_of.end(), Eigen::Index{0});
    auto weights = fit_columns(examples, column_of, penalty);
    while (pool(weights, column_of)) weights = fit_columns(examples, column_of, penalty);
    for (std::size_t i = 0; i < merge::features; ++i) model.set_weight(static_cast<Feature>(i), std::round(weights[column_of[i]] * 1000) / 1000);
}

}  // namespace sitrep::train
