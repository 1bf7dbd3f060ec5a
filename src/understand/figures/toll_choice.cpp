#include "understand/figures/toll_choice.hpp"

#include <algorithm>
#include <vector>

namespace sitrep::understand {

namespace {

using Chances = std::vector<double>;

// Of a figure and of two that contradict each other, the two are kept also where they are somewhat less likely: losing a contradiction is
// worse than showing one that is none.
std::size_t likely_range(const Asked<TollAnswer>& asked, const Chances& all, std::size_t best)
{
    constexpr double nearly = 0.2, nearly_unless_by_grammar = 0.5, nearly_unless_by_rule = 0.7;
    const auto enough = [&](const TollAnswer& range) {
        if (!range.by_rules) return nearly_unless_by_rule;
        return range.contradiction == Contradiction::no ? nearly_unless_by_grammar : nearly;
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        if (asked.answers[i].is_range() && all[i] > all[best] * enough(asked.answers[i])) return i;
    return best;
}

// "Nine died, the mayor said; the army admits four": to the one that seems likeliest belongs the one that grammar sets against it, where that is
// not out of the question.
std::size_t with_rival(const Asked<TollAnswer>& asked, const Chances& all, std::size_t best)
{
    constexpr double at_least_likely = 0.3, at_least_plain = 0.02;
    const Toll& alone = *asked.answers[best].toll;
    std::size_t found = best;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const TollAnswer& range = asked.answers[i];
        if (range.contradiction == Contradiction::no) continue;
        const bool widens = range.toll->low == alone.low || range.toll->high == alone.high.value_or(alone.low);
        const double at_least = range.contradiction == Contradiction::plain ? at_least_plain : at_least_likely;
        if (widens && all[i] > all[best] * at_least && (found == best || all[i] > all[found])) found = i;
    }
    return found;
}

// "No one was hurt", and no other figure: nobody, not unknown. And what a rule reads is left out only where that is clearly likelier.
std::size_t rather_than_nothing(const Asked<TollAnswer>& asked, const Chances& all, std::size_t best)
{
    constexpr double rather = 0.4;
    const auto says_nobody = [](const TollAnswer& each) { return !each.toll || (each.by_rules && each.toll->low == 0 && each.toll->high == 0); };
    if (asked.answers.size() == 2 && std::ranges::all_of(asked.answers, says_nobody)) return 1 - best;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (asked.answers[i].by_rules && asked.answers[i].toll && all[i] > all[best] * rather) return i;
    return best;
}

std::size_t chosen(const Asked<TollAnswer>& asked, const Chances& all, std::size_t best)
{
    if (!asked.answers[best].toll) return rather_than_nothing(asked, all, best);
    const std::size_t range = likely_range(asked, all, best);
    return range != best || asked.answers[best].is_range() ? range : with_rival(asked, all, best);
}

}  // namespace

Answered<TollAnswer> toll_answered(const Models& models, Question question, const Asked<TollAnswer>& asked)
{
    const Calibration& calibration = models.calibration(question);
    if (asked.answers.size() == 1) return {asked.answers.front(), calibration.unasked};
    const auto all = probabilities(models.of(question), asked.alternatives);
    const auto best = static_cast<std::size_t>(std::ranges::max_element(all) - all.begin());
    const std::size_t answer = chosen(asked, all, best);
    return {asked.answers[answer], calibration.chance(all[answer])};
}

}  // namespace sitrep::understand
